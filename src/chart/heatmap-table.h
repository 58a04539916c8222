/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The heat map as a table of figures: columns in their order, sums, and what is joined where there is no room. */
#pragma once

#include "chart.h"

G_BEGIN_DECLS

typedef struct
{
  gint64      id;
  const char *name;
  const char *group;   /* "" none */
  guint64     total;   /* over all pages */
  guint       n_joined; /* 0, or how many columns this one stands for */
} YsHeatTableColumn;

typedef struct
{
  const YsHeatData  *data;
  YsHeatTableColumn *columns;
  guint             *place; /* of each column of the data: its index in @columns */
  guint              n_columns;
  guint64           *totals; /* of each row */
  guint64            total;
  guint64            bold_from; /* totals of columns not below it are bold; 0: none */
} YsHeatTable;

/* By group in the order of the data, then most first; the least go into one last column when there are more than
 * @max_columns. */
YsHeatTable *ys_heat_table_new (const YsHeatData *data, guint max_columns);
void         ys_heat_table_free (YsHeatTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsHeatTable, ys_heat_table_free)

/* @cells: (out) (array length=n_columns): sums of @n_rows rows of the data from @first. */
void         ys_heat_table_row (const YsHeatTable *table, guint first, guint n_rows, guint64 *cells);

/* The column with the largest total but @except, the row with the largest when no other has it; G_MAXUINT: none
 * has lost anything. */
guint        ys_heat_table_most_column (const YsHeatTable *table, guint except);
guint        ys_heat_table_worst_row (const YsHeatTable *table);

G_END_DECLS
