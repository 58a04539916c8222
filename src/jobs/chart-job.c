/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads what the charts of a period need, lays one out, writes it. */
#include "config.h"

#include "chart-private.h"

#include "ledger-job.h"
#include "office.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  const char *label;
} charts[YS_N_CHARTS] = {
  { "cover", N_ ("Cover") },
  { "ranking", N_ ("Ranking of compounds") },
  { "waterfall", N_ ("How a score came about") },
  { "composition", N_ ("Composition") },
  { "change", N_ ("Against last period") },
  { "trend", N_ ("Trend") },
  { "multiples", N_ ("Trend by community") },
  { "heatmap", N_ ("Compounds by clause") },
  { "pareto", N_ ("Clauses by number") },
  { "timeliness", N_ ("On time") },
  { "awards", N_ ("Awards") },
  { "trial", N_ ("Trial") },
};

const char *
ys_chart_name (YsChartKind kind)
{
  g_return_val_if_fail (kind < YS_N_CHARTS, NULL);

  return charts[kind].name;
}

int
ys_chart_from_name (const char *name)
{
  for (guint i = 0; name != NULL && i < YS_N_CHARTS; i++)
    if (g_str_equal (charts[i].name, name))
      return (int)i;
  return -1;
}

const char *
ys_chart_label (YsChartKind kind)
{
  g_return_val_if_fail (kind < YS_N_CHARTS, NULL);

  return _ (charts[kind].label);
}

static void
compound_free (YsChartCompound *compound)
{
  g_free (compound->counts);
  g_free (compound);
}

static void
unref_standing (gpointer standing)
{
  if (standing != NULL)
    ys_standing_unref (standing);
}

YsChartData *
ys_chart_data_ref (YsChartData *data)
{
  g_return_val_if_fail (data != NULL, NULL);

  g_atomic_ref_count_inc (&data->references);
  return data;
}

void
ys_chart_data_free (YsChartData *data)
{
  if (data == NULL || !g_atomic_ref_count_dec (&data->references))
    return;
  g_clear_pointer (&data->standing, ys_standing_unref);
  g_clear_pointer (&data->trial, ys_standing_unref);
  g_clear_pointer (&data->book, ys_catalogue_book_unref);
  g_free (data->office);
  g_free (data->period);
  g_clear_pointer (&data->by_id, g_hash_table_unref);
  g_clear_pointer (&data->compounds, g_ptr_array_unref);
  g_clear_pointer (&data->last, ys_standing_unref);
  g_clear_pointer (&data->trend, g_ptr_array_unref);
  g_clear_pointer (&data->workings, g_hash_table_unref);
  g_mutex_clear (&data->lock);
  g_free (data);
}

static YsChartCompound *
compound_of (YsChartData *data, gint64 compound_id)
{
  YsChartCompound *compound = g_hash_table_lookup (data->by_id, &compound_id);

  if (compound != NULL)
    return compound;
  compound = g_new0 (YsChartCompound, 1);
  compound->compound_id = compound_id;
  compound->counts = g_new0 (guint, ys_catalogue_book_n_clauses (data->book) + 1);
  g_ptr_array_add (data->compounds, compound);
  g_hash_table_insert (data->by_id, &compound->compound_id, compound);
  return compound;
}

static void
add_count (gint64 compound_id, const char *code, gint64 places, gpointer user_data)
{
  YsChartData *data = user_data;
  const YsClause *clause = ys_catalogue_book_find (data->book, code);

  if (clause != NULL) /* what the version that holds no longer has stands in the lists only */
    compound_of (data, compound_id)->counts[clause->position.value - 1] += (guint)places;
}

static void
add_timeliness (
    gint64 compound_id, guint on_time, guint late, guint open, guint not_due, gpointer user_data)
{
  YsChartCompound *compound = compound_of (user_data, compound_id);

  compound->on_time = on_time;
  compound->late = late;
  compound->open = open;
  compound->not_due = not_due;
}

static gboolean
read_counts (YsChartData *data, YsLedger *ledger, YsInstant now, GError **error)
{
  YsSpan span = ys_standing_span (data->standing);
  const YsChartQuery query = { ys_span_start (span), ys_span_end (span),
                               ys_standing_scheme (data->standing)->scheme->levels, 0 };

  g_hash_table_remove_all (data->by_id);
  g_ptr_array_set_size (data->compounds, 0);
  data->n_inspections = 0;
  data->n_findings = 0;
  for (guint i = 0; i < ys_standing_n_rows (data->standing); i++)
    {
      data->n_inspections += ys_standing_row (data->standing, i)->n_visits;
      data->n_findings += ys_standing_row (data->standing, i)->n_places;
    }
  return ys_chart_store_clauses (ledger, &query, add_count, data, error)
         && ys_chart_store_timeliness (ledger, &query, now, add_timeliness, data, error);
}

static gboolean
is_empty (const YsStanding *standing)
{
  return ys_standing_n_assessed (standing) == 0;
}

YsSpan
ys_chart_trend_span (const YsChartData *data)
{
  return ys_score_track_last (ys_standing_span (data->standing),
                              ys_instant_to_date (ys_standing_as_of (data->standing)));
}

/* *@out_standing: (transfer full) (nullable): NULL when nothing was assessed. */
static gboolean
read_one (YsStanding **out_standing,
          YsSpan span,
          YsLedger *ledger,
          const YsRegistry *registry,
          YsInstant now,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (YsStanding) one
      = ys_standing_load (ledger, registry, span, NULL, now, cancellable, error);

  if (one == NULL)
    return FALSE;
  *out_standing = is_empty (one) ? NULL : g_steal_pointer (&one);
  return TRUE;
}

/* The periods before, until nothing was assessed in a year of them. */
static gboolean
read_trend (YsChartData *data,
            YsLedger *ledger,
            const YsRegistry *registry,
            YsInstant now,
            GCancellable *cancellable,
            GError **error)
{
  YsSpan own = ys_standing_span (data->standing), span = ys_chart_trend_span (data);
  guint first = YS_TREND_PERIODS - 1;

  for (guint i = 0; i < YS_TREND_PERIODS; i++)
    g_ptr_array_add (data->trend, NULL);
  for (guint i = 0; i < YS_TREND_PERIODS; i++)
    {
      YsStanding *one = NULL;

      if (i == 0 && ys_span_equal (span, own))
        one = ys_standing_ref (data->standing);
      else if (!read_one (&one, ys_span_add (span, -(int)i), ledger, registry, now, cancellable,
                          error))
        return FALSE;
      if (one == NULL)
        continue;
      first = YS_TREND_PERIODS - 1 - i;
      data->trend->pdata[first] = one;
    }
  if (first > 0)
    g_ptr_array_remove_range (data->trend, 0, first);
  if (!ys_span_equal (span, own))
    return read_one (&data->last, ys_span_add (own, -1), ledger, registry, now, cancellable, error);
  if (data->trend->len > 1 && data->trend->pdata[data->trend->len - 2] != NULL)
    data->last = ys_standing_ref (data->trend->pdata[data->trend->len - 2]);
  return TRUE;
}

GPtrArray *
ys_chart_data_working (const YsChartData *data, gint64 compound_id)
{
  YsChartData *mine = (YsChartData *)data; /* the lock alone */
  GPtrArray *lines;

  g_mutex_lock (&mine->lock);
  lines = g_hash_table_lookup (data->workings, &compound_id);
  g_mutex_unlock (&mine->lock);
  return lines;
}

/* The first's, the last's: what their slides need. */
static gboolean
read_working (YsChartData *data, YsLedger *ledger, gint64 compound_id, GError **error)
{
  gint64 *key;
  GPtrArray *lines;

  if (ys_chart_data_working (data, compound_id) != NULL)
    return TRUE;
  lines = ys_standing_explain (data->standing, ledger, compound_id, error);
  if (lines == NULL)
    return FALSE;
  key = g_new (gint64, 1);
  *key = compound_id;
  g_mutex_lock (&data->lock);
  /* Another thread may have been faster, and somebody may draw from its lines. */
  if (g_hash_table_contains (data->workings, key))
    {
      g_ptr_array_unref (lines);
      g_free (key);
    }
  else
    g_hash_table_insert (data->workings, key, lines);
  g_mutex_unlock (&data->lock);
  return TRUE;
}

static gboolean
read_workings (YsChartData *data, YsLedger *ledger, GError **error)
{
  guint n = ys_standing_n_assessed (data->standing);

  g_hash_table_remove_all (data->workings);
  return n == 0
         || (read_working (data, ledger, ys_standing_row (data->standing, 0)->compound_id, error)
             && read_working (data, ledger, ys_standing_row (data->standing, n - 1)->compound_id,
                              error));
}

gboolean
ys_chart_data_read_working (YsChartData *data, YsLedger *ledger, gint64 compound_id, GError **error)
{
  g_return_val_if_fail (data != NULL && ledger != NULL, FALSE);

  return read_working (data, ledger, compound_id, error);
}

static gboolean
read_office (YsChartData *data, YsLedger *ledger, GError **error)
{
  g_autoptr (YsOffice) office = ys_ledger_job_office (ledger, error);

  if (office == NULL)
    return FALSE;
  data->office = g_strdup (office->name);
  return TRUE;
}

YsChartData *
ys_chart_data_load (YsLedger *ledger,
                    const YsRegistry *registry,
                    YsStanding *standing,
                    YsStanding *trial,
                    YsInstant now,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (YsChartData) data = g_new0 (YsChartData, 1);

  g_return_val_if_fail (ledger != NULL && registry != NULL && standing != NULL, NULL);

  g_atomic_ref_count_init (&data->references);
  g_mutex_init (&data->lock);
  data->standing = ys_standing_ref (standing);
  data->trial = trial != NULL ? ys_standing_ref (trial) : NULL;
  data->period = ys_span_label (ys_standing_span (standing));
  data->compounds = g_ptr_array_new_with_free_func ((GDestroyNotify)(void *)compound_free);
  data->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  data->trend = g_ptr_array_new_with_free_func (unref_standing);
  data->workings = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                          (GDestroyNotify)(void *)g_ptr_array_unref);
  data->book
      = ys_catalogue_load (ledger, YS_ANNEX_1, ys_span_last (ys_standing_span (standing)), error);
  if (data->book == NULL || !read_office (data, ledger, error)
      || !read_counts (data, ledger, now, error) || !read_workings (data, ledger, error)
      || !read_trend (data, ledger, registry, now, cancellable, error))
    return NULL;
  return g_steal_pointer (&data);
}

gboolean
ys_chart_data_refresh (YsChartData *data, YsLedger *ledger, YsInstant now, GError **error)
{
  g_return_val_if_fail (data != NULL && ledger != NULL, FALSE);

  return read_counts (data, ledger, now, error) && read_workings (data, ledger, error);
}

guint
ys_chart_n_pages (const YsChartData *data, YsChartKind kind, double width, double height)
{
  g_auto (YsChartArena) arena = { 0 };
  YsRankingData ranking;
  YsHeatData heat;
  YsTrendData trend;
  YsTimelinessData timeliness;

  g_return_val_if_fail (data != NULL, 1);

  switch ((int)kind)
    {
    case YS_CHART_RANKING:
      ys_chart_fill_ranking (data, &ranking, &arena);
      return ys_ranking_n_pages (&ranking, width, height);
    case YS_CHART_COMPOSITION:
    case YS_CHART_CHANGE:
      ys_chart_fill_ranking (data, &ranking, &arena);
      return kind == YS_CHART_CHANGE ? ys_change_n_pages (&ranking)
                                     : ys_composition_n_pages (&ranking);
    case YS_CHART_HEATMAP:
      ys_chart_fill_heat (data, &heat, &arena);
      return ys_heatmap_n_pages (&heat);
    case YS_CHART_MULTIPLES:
      ys_chart_fill_trend (data, &trend, &arena);
      return ys_multiples_n_pages (&trend);
    case YS_CHART_TIMELINESS:
      ys_chart_fill_timeliness (data, &timeliness, &arena);
      return ys_timeliness_n_pages (&timeliness);
    default:
      return 1;
    }
}

guint
ys_chart_n_bare_pages (const YsChartData *data, YsChartKind kind, double width, double height)
{
  g_auto (YsChartArena) arena = { 0 };
  YsRankingData ranking;

  g_return_val_if_fail (data != NULL, 1);

  if (kind != YS_CHART_RANKING)
    return ys_chart_n_pages (data, kind, width, height);
  ys_chart_fill_ranking (data, &ranking, &arena);
  return ys_ranking_n_bare_pages (&ranking, width, height);
}

/* Those that show a standing's rows. */
static YsScene *
layout_ranking (const YsChartData *data,
                YsChartKind kind,
                const YsChartFrame *frame,
                double width,
                double height,
                PangoContext *context,
                YsChartArena *arena)
{
  YsRankingData ranking;

  ys_chart_fill_ranking (data, &ranking, arena);
  switch ((int)kind)
    {
    case YS_CHART_COMPOSITION:
      return ys_composition_layout (&ranking, frame, width, height, context);
    case YS_CHART_CHANGE:
      return ys_change_layout (&ranking, frame, width, height, context);
    case YS_CHART_TRIAL:
      ys_chart_fill_trial (data, &ranking, arena);
      return ys_trial_layout (&ranking, frame, width, height, context);
    default:
      return ys_ranking_layout (&ranking, frame, width, height, context);
    }
}

/* Those that show counts. */
static YsScene *
layout_counts (const YsChartData *data,
               YsChartKind kind,
               const YsChartFrame *frame,
               double width,
               double height,
               PangoContext *context,
               YsChartArena *arena)
{
  YsHeatData heat;
  YsParetoData pareto;
  YsTimelinessData timeliness;

  switch ((int)kind)
    {
    case YS_CHART_HEATMAP:
      ys_chart_fill_heat (data, &heat, arena);
      return ys_heatmap_layout (&heat, frame, width, height, context);
    case YS_CHART_PARETO:
      ys_chart_fill_pareto (data, &pareto, arena);
      return ys_pareto_layout (&pareto, frame, width, height, context);
    default:
      ys_chart_fill_timeliness (data, &timeliness, arena);
      return ys_timeliness_layout (&timeliness, frame, width, height, context);
    }
}

static YsScene *
layout_others (const YsChartData *data,
               YsChartKind kind,
               gint64 compound_id,
               const YsChartFrame *frame,
               double width,
               double height,
               PangoContext *context,
               YsChartArena *arena)
{
  YsCoverData cover;
  YsTrendData trend;
  YsAwardData awards;
  YsWaterfallData waterfall = { .name = "" };

  switch ((int)kind)
    {
    case YS_CHART_COVER:
      ys_chart_fill_cover (data, &cover, arena);
      return ys_cover_layout (&cover, frame, width, height, context);
    case YS_CHART_WATERFALL:
      if (compound_id == 0 && ys_standing_n_assessed (data->standing) > 0)
        compound_id = ys_standing_row (data->standing, 0)->compound_id;
      ys_chart_fill_waterfall (data, compound_id, &waterfall, arena);
      return ys_waterfall_layout (&waterfall, frame, width, height, context);
    case YS_CHART_AWARDS:
      ys_chart_fill_awards (data, &awards, arena);
      return ys_award_layout (&awards, frame, width, height, context);
    default:
      ys_chart_fill_trend (data, &trend, arena);
      return kind == YS_CHART_MULTIPLES
                 ? ys_multiples_layout (&trend, frame, width, height, context)
                 : ys_trend_layout (&trend, frame, width, height, context);
    }
}

YsScene *
ys_chart_layout (const YsChartData *data,
                 YsChartKind kind,
                 guint page,
                 gint64 compound_id,
                 gboolean bare,
                 double width,
                 double height,
                 PangoContext *context)
{
  g_auto (YsChartArena) arena = { 0 };
  YsChartFrame frame;

  g_return_val_if_fail (data != NULL && kind < YS_N_CHARTS, NULL);

  ys_chart_fill_frame (data, &frame, bare, page, &arena);
  /* Where a trial alone is looked at, every chart of it is marked. */
  frame.trial = kind == YS_CHART_TRIAL || ys_standing_is_trial (data->standing);
  switch ((int)kind)
    {
    case YS_CHART_RANKING:
    case YS_CHART_COMPOSITION:
    case YS_CHART_CHANGE:
    case YS_CHART_TRIAL:
      return layout_ranking (data, kind, &frame, width, height, context, &arena);
    case YS_CHART_HEATMAP:
    case YS_CHART_PARETO:
    case YS_CHART_TIMELINESS:
      return layout_counts (data, kind, &frame, width, height, context, &arena);
    default:
      return layout_others (data, kind, compound_id, &frame, width, height, context, &arena);
    }
}
