/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The deductions of one compound and period, line by line (扣分明细): findings of city and district
 * inspections with what they cost now, and confirmed faults of cases [002 §4.1]. Plain rows in. */
#pragma once

#include "standards.h"

G_BEGIN_DECLS

typedef struct
{
  YsInstant   at;           /* of the inspection, of the dispatch */
  const char *source;       /* 区级暗访, 市级案卷 */
  const char *code;
  const char *clause;       /* name */
  const char *place;        /* (nullable) */
  const char *note;         /* (nullable) */
  gint64      count;        /* places; a case: 1 */
  gint64      each;         /* hundredths a place or fault */
  YsInstant   deadline;     /* 0: none */
  YsInstant   rectified_at; /* 0: not yet */
  gint64      points;       /* hundredths taken in all */
  const char *remark;       /* (nullable): 逾期双倍, 超时 */
} YsDeductionRow;

/* @rows: (element-type YsDeductionRow): in the order to print; none makes a sheet that says so.
 * @name: of the worksheet. (transfer full) */
YsSheet *ys_deductions_build (const YsOffice *office, const char *name, const YsFilledHead *head, GPtrArray *rows);

G_END_DECLS
