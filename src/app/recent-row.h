/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ledger that was opened before. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YS_TYPE_RECENT_ROW (ys_recent_row_get_type ())
G_DECLARE_FINAL_TYPE (YsRecentRow, ys_recent_row, YS, RECENT_ROW, GtkListBoxRow)

GtkWidget *ys_recent_row_new (const char *folder);
const char *ys_recent_row_get_folder (YsRecentRow *row);

G_END_DECLS
