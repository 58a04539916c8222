/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of the entry grid: four cells that are typed into between cells that are worked out. */
#pragma once

#include "grid-cell.h"
#include "inspection-rows.h"

G_BEGIN_DECLS

typedef struct _YsInspectionColumns YsInspectionColumns;

typedef struct
{
  void (*typed) (YsGridCell *cell, gpointer user_data);
  void (*entered) (YsGridCell *cell, gpointer user_data);
  void (*left) (YsGridCell *cell, gpointer user_data);
} YsCellFuncs;

/* Adds the columns to @view, which shows @rows. */
YsInspectionColumns *ys_inspection_columns_new (GtkColumnView *view,
                                                YsInspectionRows *rows,
                                                const YsCellFuncs *funcs,
                                                gpointer user_data);
void ys_inspection_columns_free (YsInspectionColumns *columns);
/* Whether cells can be typed into. */
void ys_inspection_columns_set_editable (YsInspectionColumns *columns, gboolean editable);
/* The row that has the cursor: its number stands out. */
void ys_inspection_columns_set_current (YsInspectionColumns *columns, guint position);
/* (transfer none) (nullable): NULL when the row has no widget. */
YsGridCell *ys_inspection_columns_cell (YsInspectionColumns *columns, guint position, YsEntry entry);
/* The row at this height of the view, for a drop. GTK_INVALID_LIST_POSITION: none */
guint ys_inspection_columns_position_at (YsInspectionColumns *columns, double y);
/* (transfer none): "Clause", translated */
const char *ys_entry_label (YsEntry entry);
/* (transfer full): "4 working hours"; "" for none. */
char *ys_clause_limit_text (const YsClause *clause);
/* (transfer full): "10-10 16:30", with its year when that is not the year of @from; "" for none. */
char *ys_deadline_text (YsInstant deadline, YsInstant from);

G_END_DECLS
