/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Found, handled and on-time rates of a period, by compound, responsible unit or clause
 * [001 §2.1(3), (5)]. Plain rows in, a sheet out. */
#pragma once

#include "sheet.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  guint       n_found;
  guint       n_by_self; /* of them found by town, joint or self inspections */
  guint       n_handled;
  guint       n_on_time; /* of the handled */
  guint       n_due;     /* deadline passed or handled */
} YsRateTableRow;

/* Per cent in hundredths, half away from zero; 0 of 0 is 0. */
gint64   ys_rate_percent (guint part, guint whole);
/* @name: of the worksheet; @what: head of the first column; @period: 2025年10月; @rows:
 * (element-type YsRateTableRow). (transfer full) */
YsSheet *ys_rate_table_build (const char *office,
                              const char *name,
                              const char *what,
                              const char *period,
                              GPtrArray *rows);

G_END_DECLS
