/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plain table out of a worksheet: one row of headings, one record a row. Which headings stand for
 * which fields is told by a record type's import columns, by remembered headings, or by likeness.
 * Knows nothing of what the fields mean. */
#pragma once

#include "field.h"
#include "registry-reader.h"
#include "workbook.h"

G_BEGIN_DECLS

/* One field that a column may be for. */
typedef struct
{
  const char *field;
  const char *aliases; /* Chinese headings parted by | */
} YsWantedColumn;

typedef struct
{
  const YsGrid *grid;
  guint         head;    /* row of the headings */
  GPtrArray    *columns; /* (element-type YsTableColumn): every column with a heading */
} YsColumnTable;

/* (transfer full) (element-type YsWantedColumn): the columns that may be imported of a type. */
GArray        *ys_wanted_columns_of (const YsRecordType *type);

/* (transfer full) (nullable): the table of this grid; NULL when no heading is known. @mapping
 * (nullable) is asked first: a field, "" for "not imported", NULL for no opinion. */
YsColumnTable *ys_column_table_find (const YsGrid *grid, const YsWantedColumn *wanted, guint n_wanted,
                                     YsHeadingFunc mapping, gpointer user_data);
/* (transfer full) (nullable): where no heading is known, the first row of several texts as headings that
 * stand for nothing yet; a title above them is one cell. */
YsColumnTable *ys_column_table_unknown (const YsGrid *grid);
void           ys_column_table_free (YsColumnTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsColumnTable, ys_column_table_free)

/* The column of a field; G_MAXUINT: none. */
guint          ys_column_table_column (const YsColumnTable *table, const char *field);
/* The next row after @row (the heads' row for the first) that holds a record: no empty row, no heads
 * printed again, no note or total in a single cell. n_rows at the end. */
guint          ys_column_table_next (const YsColumnTable *table, guint row);
/* (transfer full): cleaned; a cell that a merge carries down has the text of its first. "" without. */
char          *ys_column_table_text (const YsColumnTable *table, guint row, const char *field);

G_END_DECLS
