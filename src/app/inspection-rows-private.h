/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by inspection-rows.c (which rows there are) and inspection-rows-judge.c (what they mean). */
#pragma once

#include "inspection-rows.h"

G_BEGIN_DECLS

struct _YsInspectionRows
{
  YsSlotList parent_instance;

  YsLedger *ledger; /* borrowed */
  YsCatalogueBook *book;
  YsWorkCalendar *calendar;
  YsInspection *head;
  YsInstant now;
  GPtrArray *rows; /* (element-type YsInspectionRow) */
  guint least;
};

/* (transfer none) (nullable) */
YsInspectionRow *ys_inspection_rows_row (YsInspectionRows *rows, guint position);
void ys_inspection_row_set_text (YsInspectionRow *row, YsEntry entry, const char *text);
void ys_inspection_row_set_wrong (YsInspectionRow *row, YsEntry entry, const char *sentence);
gboolean ys_inspection_row_is_wrong (const YsInspectionRow *row);
/* The cells say what the ledger has. */
void ys_inspection_rows_fill (YsInspectionRows *rows, YsInspectionRow *row);
/* All four cells, the preview and what was found before. */
void ys_inspection_rows_judge_row (YsInspectionRows *rows, YsInspectionRow *row);

G_END_DECLS
