/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of an import, all or those of one verdict, as a list of slots; and the columns that show
 * them. Refused and doubtful rows come first: they are what a person has to look at. */
#pragma once

#include "import.h"
#include "slot-list.h"

G_BEGIN_DECLS

#define YS_TYPE_IMPORT_LIST (ys_import_list_get_type ())
G_DECLARE_FINAL_TYPE (YsImportList, ys_import_list, YS, IMPORT_LIST, YsSlotList)

YsImportList *ys_import_list_new (void);

/* @import (nullable) is borrowed: show NULL before it goes. @verdict YS_N_VERDICTS: all. */
void          ys_import_list_show (YsImportList *list, YsImport *import, YsVerdict verdict);
/* Index of the import's row in a slot; G_MAXUINT none. */
guint         ys_import_list_index (YsSlot *slot);
YsImport     *ys_import_list_import (YsSlot *slot);

/* What a person decided about a row (index, YsRowDecision). */
typedef void (*YsImportDecideFunc) (guint index, YsRowDecision decision, gpointer user_data);

/* Adds the columns; @decide is called by the last column's choices. */
void          ys_import_columns_add (GtkColumnView *view, YsImportDecideFunc decide, gpointer user_data);

G_END_DECLS
