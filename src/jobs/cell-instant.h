/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A day and a time of day out of a cell: a spreadsheet's date, a number pasted for one, or text as
 * platforms and clerks write it. */
#pragma once

#include "workbook.h"

G_BEGIN_DECLS

typedef enum
{
  YS_CELL_INSTANT_OK,
  YS_CELL_INSTANT_DAY, /* a day without a time of day: its 0:00 */
  YS_CELL_INSTANT_BAD
} YsCellInstant;

/* @text: what the cell says, cleaned, not ""; @out_reason: (out) (transfer full) (nullable): what is
 * wrong with a text, where more is known than that it is none */
YsCellInstant ys_cell_read_instant (const YsGrid *grid, guint row, guint column, const char *text,
                                    YsInstant now, YsInstant *out_instant, char **out_reason);

G_END_DECLS
