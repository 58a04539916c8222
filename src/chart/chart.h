/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plain data of every chart, and the functions that lay them out. Strings are borrowed for the call.
 * Points are hundredths, money fen. Nothing here knows where the figures come from. */
#pragma once

#include "date.h"
#include "scene.h"

G_BEGIN_DECLS

/* No figure: not assessed, not recorded. */
#define YS_NO_POINTS G_MININT64

/* What every slide says around its chart. */
typedef struct
{
  const char *period;       /* 2026年10月 */
  gboolean    finalised;
  gboolean    trial;        /* 试算: hatched frame, tag, never filed */
  YsInstant   as_of;        /* 截至 */
  const char *title;        /* (nullable): the chart's own */
  const char *finding;      /* (nullable): the one sentence beside the title; else the chart's own */
  const char *rule;         /* (nullable): how ties are broken, under the chart */
  guint       page;         /* from 0 */
  gboolean    bare;         /* in a page or report: no title, no footer */
} YsChartFrame;

typedef enum { YS_CHART_PRIZE_NONE, YS_CHART_PRIZE_WON, YS_CHART_PRIZE_PENDING } YsChartPrize;

typedef struct
{
  gint64      id;
  const char *name;
  const char *community;    /* (nullable) */
  guint       rank;         /* 0: not assessed */
  gboolean    tied;         /* shares its rank after the chain */
  gboolean    equal;        /* another one has the same score */
  gint64      score;        /* published; YS_NO_POINTS: not assessed */
  gint64      long_term;    /* 0 to 100.00 before weighting */
  gint64      property;
  gint64      bonus;
  gint64      last_score;   /* of the period before; YS_NO_POINTS: missing */
  gint64      last_rank;    /* 0: missing */
  int         prize;        /* YsChartPrize */
  const char *prize_name;   /* (nullable): 一等奖 */
  gint64      trial_score;  /* YS_NO_POINTS: no trial */
  guint       trial_rank;
} YsChartRow;

/* One supposition of a trial. */
typedef struct
{
  gint64      id;
  const char *name;         /* compound */
  const char *why;          /* 4 处逾期按期改完 */
  gint64      points;       /* what it changes in the total, hundredths */
} YsTrialCause;

typedef struct
{
  const YsChartRow *rows;   /* by rank; ties by nothing that shows */
  guint       n_rows;
  const char *const *not_assessed; /* (nullable) NULL-terminated names */
  const char *split;        /* (nullable): how equal scores were split: 11、12 名同为 92.80：未整改 0 处 < 1 处 */
  int         long_weight;  /* percent: 60 */
  int         property_weight;
  const YsTrialCause *causes; /* (nullable): of a trial */
  guint       n_causes;
  const char *const *results; /* (nullable) NULL-terminated: what a trial changes, a sentence each */
} YsRankingData;

/* One step from full marks to a score, weighted already. */
typedef struct
{
  const char *name;         /* 基础设施 */
  const char *working;      /* 2 处 × 1 分 × 60% */
  gint64      points;       /* ten-thousandths of a point, signed: −1.20 is −12000 */
  int         part;         /* 0 long-term, 1 property, 2 bonus */
  gint64      id;           /* what a click opens */
} YsWaterfallStep;

typedef struct
{
  const char *name;
  guint       rank;
  gint64      full;         /* hundredths: 100.00 */
  gint64      score;        /* published, hundredths */
  int         long_weight, property_weight;
  const char *total_working; /* 长效 58.20 + 物业 42.40 */
  const YsWaterfallStep *steps;
  guint       n_steps;
} YsWaterfallData;

typedef struct
{
  gint64        id;
  const char   *name;
  const char   *group;      /* (nullable): community */
  guint         rank;       /* now; 0 none */
  const gint64 *scores;     /* one a period, YS_NO_POINTS a gap */
} YsTrendLine;

typedef struct
{
  const char *const *periods; /* labels, oldest first */
  guint              n_periods;
  const YsTrendLine *lines;
  guint              n_lines;
} YsTrendData;

typedef struct
{
  gint64      id;
  const char *name;         /* at most six characters */
  const char *group;        /* 基础设施 */
} YsHeatColumn;

typedef struct
{
  gint64       id;
  const char  *name;
  guint        rank;        /* 0: not assessed: every cell — */
  const guint *counts;      /* one a column */
} YsHeatRow;

typedef struct
{
  const YsHeatColumn *columns;
  guint               n_columns;
  const YsHeatRow    *rows;
  guint               n_rows;
  gboolean            in_points; /* counts are whole points lost (分), else findings (处) */
} YsHeatData;

typedef struct
{
  gint64      id;
  const char *name;
  guint       count;
  guint       n_compounds;  /* where it was found; 0: not counted */
} YsParetoItem;

typedef struct
{
  const YsParetoItem *items; /* most first */
  guint               n_items;   /* those without a finding too: 26 类中 5 类占一半 */
} YsParetoData;

typedef struct
{
  gint64      id;
  const char *name;
  guint       on_time, late, open, not_due; /* late: repaired after the deadline; open: overdue still */
} YsTimelinessRow;

typedef struct
{
  const YsTimelinessRow *rows; /* worst first */
  guint                  n_rows;
} YsTimelinessData;

/* One prize: a winner, or a place that is not decided. */
typedef struct
{
  gint64      id;
  guint       rank;         /* 0: by no rank (红色物业) */
  const char *name;         /* (nullable): pending */
  gint64      score;        /* YS_NO_POINTS: none */
  gint64      amount;       /* fen */
  const char *who;          /* (nullable): pending: 梅花园、御景公馆 */
  const char *why;          /* (nullable): pending: 并列第 4，占第 4、5 位 */
  const char *money;        /* (nullable): pending: 差额 1024.00 元，待集体研究 */
} YsAwardPlace;

typedef struct
{
  const char *name;         /* 一等奖 */
  guint       places;
  gint64      each;         /* fen */
  const char *const *winners; /* NULL-terminated; decided ones */
  const char *const *pending; /* (nullable) NULL-terminated: 第 4 名两家并列 … places, not winners */
  const YsAwardPlace *rows; /* (nullable): winners and pending by rank, with their scores; else the two lists */
  guint       n_rows;
} YsAwardClass;

typedef struct
{
  const YsAwardClass *classes;
  guint               n_classes;
  gint64              total;         /* fen, decided only */
  gint64              pending_total; /* fen */
} YsAwardData;

/* Key figures; each YS_NO_POINTS when it is not known. */
typedef struct
{
  gint64      findings_change;   /* against the period before */
  gint64      rate, rate_change; /* repaired on time, hundredths of a percent */
  gint64      mean, mean_change; /* hundredths */
} YsCoverFigures;

typedef struct
{
  const char *office;       /* 山城街道物管科 */
  const char *title;        /* 住宅小区综合考评 */
  guint       n_assessed;
  guint       n_compounds;
  guint       n_inspections;
  guint       n_findings;
  gint64      best;         /* hundredths, YS_NO_POINTS none */
  const YsCoverFigures *figures; /* (nullable): not known */
  const YsChartRow *rows;   /* (nullable): one dot each, by rank */
  guint       n_rows;
  guint       n_pending;    /* prizes */
  const char *meeting;      /* (nullable): 2026年11月3日 工作例会 */
} YsCoverData;

/* Pages that the data needs in this shape; at least 1. */
guint    ys_ranking_n_pages (const YsRankingData *data, double width, double height);
/* In a bare frame as many rows stand on a page as fit. */
guint    ys_ranking_n_bare_pages (const YsRankingData *data, double width, double height);
guint    ys_composition_n_pages (const YsRankingData *data);
guint    ys_change_n_pages (const YsRankingData *data);
guint    ys_heatmap_n_pages (const YsHeatData *data);
guint    ys_multiples_n_pages (const YsTrendData *data);
guint    ys_timeliness_n_pages (const YsTimelinessData *data);

/* All (transfer full); @context: (nullable). The unit is height / 36, or 16 px in a bare frame. Data is never trusted:
 * empty, one only, all equal, negative, missing, 300 and more, long names. */
YsScene *ys_cover_layout (const YsCoverData *data, const YsChartFrame *frame, double width, double height, PangoContext *context);
YsScene *ys_ranking_layout (const YsRankingData *data, const YsChartFrame *frame, double width, double height, PangoContext *context);
/* Ranked bars of the parts alone, and score against last period: dot and tail. */
YsScene *ys_composition_layout (const YsRankingData *data, const YsChartFrame *frame, double width, double height, PangoContext *context);
YsScene *ys_change_layout (const YsRankingData *data, const YsChartFrame *frame, double width, double height, PangoContext *context);
YsScene *ys_trial_layout (const YsRankingData *data, const YsChartFrame *frame, double width, double height, PangoContext *context);
YsScene *ys_waterfall_layout (const YsWaterfallData *data, const YsChartFrame *frame, double width, double height, PangoContext *context);
YsScene *ys_award_layout (const YsAwardData *data, const YsChartFrame *frame, double width, double height, PangoContext *context);
YsScene *ys_trend_layout (const YsTrendData *data, const YsChartFrame *frame, double width, double height, PangoContext *context);
/* One small chart a line, grouped by community. */
YsScene *ys_multiples_layout (const YsTrendData *data, const YsChartFrame *frame, double width, double height, PangoContext *context);
YsScene *ys_heatmap_layout (const YsHeatData *data, const YsChartFrame *frame, double width, double height, PangoContext *context);
YsScene *ys_pareto_layout (const YsParetoData *data, const YsChartFrame *frame, double width, double height, PangoContext *context);
YsScene *ys_timeliness_layout (const YsTimelinessData *data, const YsChartFrame *frame, double width, double height, PangoContext *context);

/* In a page's side: the first five and the last two; bare, of this height. */
double   ys_digest_height (guint n_ranked);
YsScene *ys_digest_layout (const YsRankingData *data, double width, double height, PangoContext *context);

G_END_DECLS
