/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the charts of a period are made of, read once; pure functions turn it into the plain data of
 * each chart. */
#pragma once

#include "catalogue-job.h"
#include "chart-job.h"
#include "chart-store.h"
#include "score-track.h"

G_BEGIN_DECLS

typedef struct
{
  gint64  compound_id;
  guint   on_time, late, open, not_due;
  guint  *counts; /* one a clause of annex 1 */
} YsChartCompound;

struct _YsChartData
{
  gatomicrefcount  references;
  YsStanding      *standing;
  YsStanding      *trial;       /* (nullable) */
  YsStanding      *last;        /* (nullable): the period before, where anything was assessed */
  YsCatalogueBook *book;        /* annex 1 */
  char            *office;
  char            *period;      /* 2026年10月 */
  GPtrArray       *compounds;   /* of YsChartCompound, one a row of the standing */
  GHashTable      *by_id;       /* compound id → YsChartCompound */
  GPtrArray       *trend;       /* of YsStanding or NULL, oldest first, the last one is of ys_chart_trend_span() */
  GHashTable      *workings;    /* compound id → GPtrArray of YsWorkingLine: first, last and what was asked */
  GMutex           lock;        /* of workings: one more is read while others are drawn */
  guint            n_inspections;
  guint            n_findings;
};

/* The last span of the trend, as ys_score_track_last() has it. */
YsSpan ys_chart_trend_span (const YsChartData *data);

/* What was allocated for one layout. */
typedef struct
{
  GPtrArray *blocks; /* freed together */
} YsChartArena;

gpointer ys_chart_arena_new (YsChartArena *arena, gsize size);
char    *ys_chart_arena_printf (YsChartArena *arena, const char *format, ...) G_GNUC_PRINTF (2, 3);
void     ys_chart_arena_clear (YsChartArena *arena);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YsChartArena, ys_chart_arena_clear)

/* What a standing knows of one compound; prize and trial are left out. Strings are the row's. */
YsChartRow ys_chart_row_of (const YsStandingRow *row);
void ys_chart_fill_frame (const YsChartData *data, YsChartFrame *frame, gboolean bare, guint page, YsChartArena *arena);
void ys_chart_fill_cover (const YsChartData *data, YsCoverData *out, YsChartArena *arena);
void ys_chart_fill_ranking (const YsChartData *data, YsRankingData *out, YsChartArena *arena);
/* What a trial changes; nothing without one. After ys_chart_fill_ranking(). */
void ys_chart_fill_trial (const YsChartData *data, YsRankingData *out, YsChartArena *arena);
void ys_chart_fill_trend (const YsChartData *data, YsTrendData *out, YsChartArena *arena);
void ys_chart_fill_heat (const YsChartData *data, YsHeatData *out, YsChartArena *arena);
void ys_chart_fill_pareto (const YsChartData *data, YsParetoData *out, YsChartArena *arena);
void ys_chart_fill_timeliness (const YsChartData *data, YsTimelinessData *out, YsChartArena *arena);
void ys_chart_fill_awards (const YsChartData *data, YsAwardData *out, YsChartArena *arena);
/* (transfer none) (nullable) (element-type YsWorkingLine): NULL: not read. */
GPtrArray *ys_chart_data_working (const YsChartData *data, gint64 compound_id);
/* FALSE: no such compound, or it is not assessed. */
gboolean ys_chart_fill_waterfall (const YsChartData *data, gint64 compound_id, YsWaterfallData *out, YsChartArena *arena);

/* (transfer full): what the presenter may say of a slide, of its own figures only. */
char    *ys_chart_notes (const YsChartData *data, YsChartKind kind, gint64 compound_id);

G_END_DECLS
