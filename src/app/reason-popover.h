/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for the reason of a decision beside the button that was pressed. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Returns (transfer full) (nullable): what is wrong: it is said under the reason, which stays open.
 */
typedef char *(*YsReasonFunc) (const char *reason, gpointer user_data);

/* @anchor: a menu button or button that it points to. @user_data is freed with @free_data when it
 * closes. */
void ys_reason_popover_ask (GtkWidget *anchor,
                            const char *question,
                            const char *action,
                            YsReasonFunc func,
                            gpointer user_data,
                            GDestroyNotify free_data);

G_END_DECLS
