/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A part of a whole in a list: its name, a bar, how many. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YS_TYPE_SHARE_ROW (ys_share_row_get_type ())
G_DECLARE_FINAL_TYPE (YsShareRow, ys_share_row, YS, SHARE_ROW, GtkListBoxRow)

GtkWidget *ys_share_row_new (const char *name, guint count, guint total, gboolean unknown);

G_END_DECLS
