/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page or list that has nothing yet: an icon, one sentence what it is for, one button. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YS_TYPE_EMPTY_STATE (ys_empty_state_get_type ())
G_DECLARE_FINAL_TYPE (YsEmptyState, ys_empty_state, YS, EMPTY_STATE, GtkWidget)

/* Properties "icon", "text", "detail", "action", all for templates; no action, no button. Signal
 * "clicked". */
void ys_empty_state_set (YsEmptyState *empty,
                         const char *icon,
                         const char *text,
                         const char *detail,
                         const char *action);

G_END_DECLS
