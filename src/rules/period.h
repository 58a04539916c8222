/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The spans that are scored: a month, a quarter, a half-year, a year, or free days. Names are those of
 * the command line and of the ledger's periods: 2026-10, 2026Q4, 2026H2, 2026, 2026-10-01..2026-12-15. */
#pragma once

#include "date.h"

G_BEGIN_DECLS

typedef enum
{
  YS_SPAN_MONTH,
  YS_SPAN_QUARTER,
  YS_SPAN_HALF,
  YS_SPAN_YEAR,
  YS_SPAN_CUSTOM /* free days that are none of the above: one span has one name */
} YsSpanKind;

/* Two years with a leap day among them. */
#define YS_SPAN_MOST_DAYS 731

/* Made by the functions below only. */
typedef struct
{
  YsSpanKind kind;
  int        year; /* the first day's */
  int        part; /* month 1 to 12, quarter 1 to 4, half 1 or 2, year 1; CUSTOM 0 */
  YsDate     first, last; /* CUSTOM only: both included */
} YsSpan;

/* 2026-10, 2026Q4, 2026H2, 2026, 2026-10-01..2026-12-15, in either case and width; years 1900 to
 * 9998. Free days that make up a month, quarter, half-year or year are read as that.
 * YS_VALUE_ERROR_BAD with what to write. */
gboolean  ys_span_read (const char *text, YsSpan *out_span, GError **error);
/* The days from @first to @last, as ys_span_read() takes them; YS_VALUE_ERROR_BAD when they are no
 * full dates, out of order, or too many. */
gboolean  ys_span_from_days (YsDate first, YsDate last, YsSpan *out_span, GError **error);
/* The span of this kind (not CUSTOM) that holds @day, a full date. */
YsSpan    ys_span_of (YsSpanKind kind, YsDate day);
/* @n spans later; earlier when negative. Free days that run from a day of the month to the day before
 * the same day step by their months (from the 16th to the 15th, whole months), all others by their
 * number of days; what they come to may be a month. */
YsSpan    ys_span_add (YsSpan span, int n);
gboolean  ys_span_equal (YsSpan a, YsSpan b);
/* By the first day, then by the last. */
int       ys_span_compare (YsSpan a, YsSpan b);
/* How many calendar months make up the span exactly; 0: it cuts one. */
guint     ys_span_whole_months (YsSpan span);
gboolean  ys_span_contains (YsSpan span, YsDate day);

YsDate    ys_span_first (YsSpan span);
YsDate    ys_span_last (YsSpan span);
/* From the first midnight in Asia/Shanghai to the one after the last day, which is not in it. */
YsInstant ys_span_start (YsSpan span);
YsInstant ys_span_end (YsSpan span);

/* (transfer full): 2026-10, 2026Q4, 2026H2, 2026, 2026-10-01..2026-12-15 */
char     *ys_span_name (YsSpan span);
/* (transfer full): as tables print it: 2026年10月, 2026年第四季度, 2026年下半年, 2026年,
 * 2026年10月1日至12月15日 */
char     *ys_span_label (YsSpan span);

G_END_DECLS
