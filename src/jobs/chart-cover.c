/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cover's figures: sums over what was assessed, and how they differ from the period before.
 * What is not known stays unknown: no period before, nothing due, nobody assessed. */
#include "config.h"

#include "chart-private.h"
#include "number.h"

/* Hundredths, rounded half away from zero. */
static gint64
mean_of (const YsStanding *standing)
{
  guint n = standing != NULL ? ys_standing_n_assessed (standing) : 0;
  gint64 sum = 0;

  for (guint i = 0; i < n; i++)
    sum += ys_standing_row (standing, i)->score.score;
  return n > 0 ? ys_divide_rounded (sum, n) : YS_NO_POINTS;
}

static gint64
places_of (const YsStanding *standing)
{
  gint64 sum = 0;

  for (guint i = 0; i < ys_standing_n_rows (standing); i++)
    sum += ys_standing_row (standing, i)->n_places;
  return sum;
}

/* Of those whose deadline has passed; hundredths of a percent. */
static gint64
rate_of (const YsChartData *data)
{
  gint64 on_time = 0, due = 0;

  for (guint i = 0; i < data->compounds->len; i++)
    {
      const YsChartCompound *compound = data->compounds->pdata[i];

      on_time += compound->on_time;
      due += (gint64)compound->on_time + compound->late + compound->open;
    }
  return due > 0 ? ys_divide_rounded (on_time * 10000, due) : YS_NO_POINTS;
}

void
ys_chart_fill_cover (const YsChartData *data, YsCoverData *out, YsChartArena *arena)
{
  guint n_assessed = ys_standing_n_assessed (data->standing);
  const YsStanding *last = data->last;
  YsCoverFigures *figures = ys_chart_arena_new (arena, sizeof *figures);
  gint64 mean = mean_of (data->standing), last_mean = mean_of (last);
  YsRankingData ranking;

  ys_chart_fill_ranking (data, &ranking, arena);
  *figures = (YsCoverFigures){
    .findings_change = last != NULL ? places_of (data->standing) - places_of (last) : YS_NO_POINTS,
    .rate = rate_of (data),
    .rate_change = YS_NO_POINTS,
    .mean = mean,
    .mean_change
    = mean != YS_NO_POINTS && last_mean != YS_NO_POINTS ? mean - last_mean : YS_NO_POINTS,
  };
  *out = (YsCoverData){
    .office = data->office,
    .title = "住宅小区综合考评",
    .n_assessed = n_assessed,
    .n_compounds = ys_standing_n_rows (data->standing),
    .n_inspections = data->n_inspections,
    .n_findings = data->n_findings,
    .best = n_assessed > 0 ? ys_standing_row (data->standing, 0)->score.score : YS_NO_POINTS,
    .figures = figures,
    .rows = ranking.rows,
    .n_rows = ranking.n_rows,
    .n_pending = ys_standing_awards (data->standing)->pending->len,
  };
}
