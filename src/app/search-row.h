/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A compound among the results of a search. */
#pragma once

#include <gtk/gtk.h>

#include "registry.h"

G_BEGIN_DECLS

#define YS_TYPE_SEARCH_ROW (ys_search_row_get_type ())
G_DECLARE_FINAL_TYPE (YsSearchRow, ys_search_row, YS, SEARCH_ROW, GtkListBoxRow)

GtkWidget *ys_search_row_new (const YsRegistryItem *item);
gint64 ys_search_row_get_id (YsSearchRow *row);

G_END_DECLS
