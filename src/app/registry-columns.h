/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of the registry list: cells over slots, and which column sorts. */
#pragma once

#include <gtk/gtk.h>

#include "pinyin.h"
#include "registry.h"

G_BEGIN_DECLS

typedef struct _YsRegistryColumns YsRegistryColumns;

/* Adds the columns to @view. */
YsRegistryColumns *ys_registry_columns_new (GtkColumnView *view);
void               ys_registry_columns_free (YsRegistryColumns *columns);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsRegistryColumns, ys_registry_columns_free)

/* What the names' matches are drawn for; (nullable) none. Cells show it when their slot changes. */
void               ys_registry_columns_set_search (YsRegistryColumns *columns, const char *search);

/* The order that the heads ask for; YS_SORT_OFFICIAL when no head was clicked. */
YsRegistrySort     ys_registry_columns_sort (YsRegistryColumns *columns, gboolean *out_descending);

/* (transfer full): order, widths and hidden columns as one line of text, and back. */
char              *ys_registry_columns_to_text (YsRegistryColumns *columns);
void               ys_registry_columns_from_text (YsRegistryColumns *columns, const char *text);

G_END_DECLS
