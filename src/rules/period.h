/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The spans that are scored: a month, a quarter, a half-year, a year. Names are those of the command
 * line and of the ledger's periods: 2026-10, 2026Q4, 2026H2, 2026. */
#pragma once

#include "date.h"

G_BEGIN_DECLS

typedef enum
{
  YS_SPAN_MONTH,
  YS_SPAN_QUARTER,
  YS_SPAN_HALF,
  YS_SPAN_YEAR
} YsSpanKind;

/* Made by the functions below only. */
typedef struct
{
  YsSpanKind kind;
  int        year;
  int        part; /* month 1 to 12, quarter 1 to 4, half 1 or 2, year 1 */
} YsSpan;

/* 2026-10, 2026Q4, 2026H2, 2026, in either case and width; years 1900 to 9998. YS_VALUE_ERROR_BAD
 * with what to write. */
gboolean  ys_span_read (const char *text, YsSpan *out_span, GError **error);
/* The span of this kind that holds @day, a full date. */
YsSpan    ys_span_of (YsSpanKind kind, YsDate day);
/* @n spans later; earlier when negative. */
YsSpan    ys_span_add (YsSpan span, int n);
gboolean  ys_span_equal (YsSpan a, YsSpan b);
gboolean  ys_span_contains (YsSpan span, YsDate day);

YsDate    ys_span_first (YsSpan span);
YsDate    ys_span_last (YsSpan span);
/* From the first midnight in Asia/Shanghai to the one after the last day, which is not in it. */
YsInstant ys_span_start (YsSpan span);
YsInstant ys_span_end (YsSpan span);

/* (transfer full): 2026-10, 2026Q4, 2026H2, 2026 */
char     *ys_span_name (YsSpan span);
/* (transfer full): as tables print it: 2026年10月, 2026年第四季度, 2026年下半年, 2026年 */
char     *ys_span_label (YsSpan span);

G_END_DECLS
