/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the presenter may say: figures of the slide itself, so that nothing else is said. */
#include "config.h"

#include "chart-private.h"

#include <glib/gi18n-lib.h>

#define MOST_NAMED 5

G_GNUC_PRINTF (2, 3)
static void
add_line (GString *text, const char *format, ...)
{
  va_list args;

  if (text->len > 0)
    g_string_append_c (text, '\n');
  va_start (args, format);
  g_string_append_vprintf (text, format, args);
  va_end (args);
}

static void
tell_cover (GString *text, const YsChartData *data)
{
  guint n = ys_standing_n_assessed (data->standing);

  add_line (text, _ ("%u of %u compounds assessed; %u inspections, %u places."), n,
            ys_standing_n_rows (data->standing), data->n_inspections, data->n_findings);
}

static void
tell_ranking (GString *text, const YsChartData *data)
{
  g_autofree char *rule = ys_standing_rule (data->standing);
  g_autofree char *split = ys_standing_split (data->standing);

  for (guint i = 0; i < ys_standing_n_assessed (data->standing) && i < MOST_NAMED; i++)
    {
      const YsStandingRow *row = ys_standing_row (data->standing, i);
      g_autofree char *score = ys_hundredths_to_text (row->score.score, FALSE);

      add_line (text, "%u  %s  %s", row->rank, row->name, score);
    }
  add_line (text, "%s", rule);
  if (split != NULL && *split != '\0')
    add_line (text, "%s", split);
}

static void
tell_waterfall (GString *text, const YsChartData *data, gint64 compound_id)
{
  g_auto (YsChartArena) arena = { 0 };
  YsWaterfallData waterfall;

  if (!ys_chart_fill_waterfall (data, compound_id, &waterfall, &arena))
    return;
  add_line (text, "%s", waterfall.total_working);
  for (guint i = 0; i < waterfall.n_steps; i++)
    {
      const YsWaterfallStep *step = &waterfall.steps[i];
      g_autofree char *points = ys_hundredths_to_text (step->points / 100, FALSE);

      add_line (text, "%s  %s  %s", step->name, step->working, points);
    }
}

static void
tell_trend (GString *text, const YsChartData *data)
{
  guint n = 0;

  for (guint i = 0; i < data->trend->len; i++)
    n += data->trend->pdata[i] != NULL;
  add_line (text, _ ("%u periods with scores. A gap: not assessed then."), n);
}

static void
tell_pareto (GString *text, const YsChartData *data)
{
  g_auto (YsChartArena) arena = { 0 };
  YsParetoData pareto;

  ys_chart_fill_pareto (data, &pareto, &arena);
  for (guint i = 0; i < pareto.n_items && i < MOST_NAMED && pareto.items[i].count > 0; i++)
    add_line (text, _ ("%s: %u places in %u compounds"), pareto.items[i].name,
              pareto.items[i].count, pareto.items[i].n_compounds);
}

static void
tell_timeliness (GString *text, const YsChartData *data)
{
  guint on_time = 0, late = 0, open = 0, not_due = 0;

  for (guint i = 0; i < data->compounds->len; i++)
    {
      const YsChartCompound *compound = data->compounds->pdata[i];

      on_time += compound->on_time;
      late += compound->late;
      open += compound->open;
      not_due += compound->not_due;
    }
  add_line (text, _ ("%u on time, %u late, %u overdue and open, %u not yet due."), on_time, late,
            open, not_due);
}

static void
tell_awards (GString *text, const YsChartData *data)
{
  const YsAwards *awards = ys_standing_awards (data->standing);
  g_autofree char *total = ys_hundredths_to_text (awards->total, TRUE);

  if (awards->pending->len > 0)
    add_line (text, _ ("%s yuan decided; %u groups wait for a decision."), total,
              awards->pending->len);
  else
    add_line (text, _ ("%s yuan in all."), total);
}

char *
ys_chart_notes (const YsChartData *data, YsChartKind kind, gint64 compound_id)
{
  GString *text = g_string_new (NULL);

  switch (kind)
    {
    case YS_CHART_COVER:
      tell_cover (text, data);
      break;
    case YS_CHART_RANKING:
    case YS_CHART_COMPOSITION:
    case YS_CHART_CHANGE:
      tell_ranking (text, data);
      break;
    case YS_CHART_WATERFALL:
      tell_waterfall (text, data, compound_id);
      break;
    case YS_CHART_TREND:
    case YS_CHART_MULTIPLES:
      tell_trend (text, data);
      break;
    case YS_CHART_HEATMAP:
    case YS_CHART_PARETO:
      tell_pareto (text, data);
      break;
    case YS_CHART_TIMELINESS:
      tell_timeliness (text, data);
      break;
    case YS_CHART_AWARDS:
      tell_awards (text, data);
      break;
    case YS_CHART_TRIAL:
      add_line (text, _ ("A trial: nothing of it is saved or filed."));
      break;
    case YS_N_CHARTS:
      break;
    }
  return g_string_free (text, FALSE);
}
