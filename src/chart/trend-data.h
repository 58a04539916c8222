/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the trend and its multiples read from their lines: changes, gaps, and which lines stand out. */
#pragma once

#include "chart.h"

G_BEGIN_DECLS

#define YS_TREND_MAX_PICKS 4

typedef enum
{
  YS_PICK_RISE,        /* 升得最多 */
  YS_PICK_FALL,        /* 降得最多 */
  YS_PICK_FIRST,       /* 居首 */
  YS_PICK_LAST,        /* 居末 */
  YS_PICK_SECOND_FALL, /* only of 5.00 and more */
  YS_PICK_SECOND_RISE,
  YS_PICK_ONLY         /* there is no other */
} YsPickReason;

typedef struct
{
  guint        line;
  YsPickReason reason;
  gboolean     shared; /* 并列: another one has the same rank */
} YsTrendPick;

/* The lines to highlight, best score first; none when all have the same score now and none moved. Returns how many. */
guint    ys_trend_pick (const YsTrendData *data, YsTrendPick picks[YS_TREND_MAX_PICKS]);
/* (transfer none): "居首", "" for the only one. */
const char *ys_trend_reason (const YsTrendPick *pick);

/* The last period's score; YS_NO_POINTS. */
gint64   ys_trend_now (const YsTrendData *data, const YsTrendLine *line);
/* From the first period to the last; FALSE when one of the two is missing. */
gboolean ys_trend_change (const YsTrendData *data, const YsTrendLine *line, gint64 *out_change);
/* Periods in a row up to the last in which the score fell. */
guint    ys_trend_falls (const YsTrendData *data, const YsTrendLine *line);
/* Lowest and highest score of all; FALSE when there is none. */
gboolean ys_trend_range (const YsTrendData *data, gint64 *out_least, gint64 *out_most);
/* Whether a line lacks a score in some period. */
gboolean ys_trend_has_gaps (const YsTrendData *data);
/* (transfer full): "12 个月", or "8 期" when the labels are no months. */
char    *ys_trend_span (const YsTrendData *data);
/* (transfer full): what a change is over: "一年", "6 个月", "8 期". */
char    *ys_trend_change_span (const YsTrendData *data);
/* (transfer none): "个月" or "期". */
const char *ys_trend_measure (const YsTrendData *data);

/* What the finding says over the chart. (transfer full) */
char    *ys_trend_finding (const YsTrendData *data, const YsTrendPick *picks, guint n_picks);

G_END_DECLS
