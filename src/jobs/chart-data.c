/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A standing and its counts as the plain data of each chart. Words on slides are Chinese as in the
 * official tables. */
#include "config.h"

#include "chart-private.h"

#include <string.h>

gpointer
ys_chart_arena_new (YsChartArena *arena, gsize size)
{
  gpointer block = g_malloc0 (MAX (size, 1));

  if (arena->blocks == NULL)
    arena->blocks = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (arena->blocks, block);
  return block;
}

char *
ys_chart_arena_printf (YsChartArena *arena, const char *format, ...)
{
  va_list args;
  char *text;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  if (arena->blocks == NULL)
    arena->blocks = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (arena->blocks, text);
  return text;
}

void
ys_chart_arena_clear (YsChartArena *arena)
{
  g_clear_pointer (&arena->blocks, g_ptr_array_unref);
}

#define NEW(arena, Type, n) ((Type *)ys_chart_arena_new (arena, sizeof (Type) * ((n) + 1)))

static char *
keep (YsChartArena *arena, char *text)
{
  char *kept = ys_chart_arena_printf (arena, "%s", text != NULL ? text : "");

  g_free (text);
  return kept;
}

void
ys_chart_fill_frame (
    const YsChartData *data, YsChartFrame *frame, gboolean bare, guint page, YsChartArena *arena)
{
  const YsStanding *shown = data->standing;

  *frame = (YsChartFrame){ .period = data->period,
                           .finalised = ys_standing_is_final (shown),
                           .as_of = ys_standing_as_of (shown),
                           .rule = keep (arena, ys_standing_rule (shown)),
                           .page = page,
                           .bare = bare };
}

YsChartRow
ys_chart_row_of (const YsStandingRow *row)
{
  return (YsChartRow){ .id = row->compound_id,
                       .name = row->name,
                       .community = row->community,
                       .rank = row->rank,
                       .tied = row->tied,
                       .equal = row->equal,
                       .score = row->score.score,
                       .long_term = row->score.long_term,
                       .property = row->score.property,
                       .bonus = row->score.bonus,
                       .last_score = row->last_rank > 0 ? row->last_score : YS_NO_POINTS,
                       .last_rank = row->last_rank,
                       .trial_score = YS_NO_POINTS };
}

static void
fill_row (const YsChartData *data, const YsStandingRow *row, YsChartRow *out)
{
  const YsPrize *prize = ys_scheme_book_prize (ys_standing_scheme (data->standing), row->prize);
  const YsStandingRow *trial
      = data->trial != NULL ? ys_standing_find (data->trial, row->compound_id) : NULL;

  *out = ys_chart_row_of (row);
  if (row->is_pending)
    out->prize = YS_CHART_PRIZE_PENDING;
  else if (prize != NULL && prize->prize != YS_PRIZE_RED)
    out->prize = YS_CHART_PRIZE_WON;
  out->prize_name = out->prize == YS_CHART_PRIZE_WON ? prize->name : NULL;
  if (trial != NULL && trial->score.assessed)
    {
      out->trial_score = trial->score.score;
      out->trial_rank = trial->rank;
    }
}

void
ys_chart_fill_ranking (const YsChartData *data, YsRankingData *out, YsChartArena *arena)
{
  const YsScheme *scheme = ys_standing_scheme (data->standing)->scheme;
  guint n_rows = ys_standing_n_rows (data->standing);
  guint n_assessed = ys_standing_n_assessed (data->standing);
  YsChartRow *rows = NEW (arena, YsChartRow, n_assessed);
  const char **absent = NEW (arena, const char *, n_rows - n_assessed);

  for (guint i = 0; i < n_assessed; i++)
    fill_row (data, ys_standing_row (data->standing, i), &rows[i]);
  for (guint i = n_assessed; i < n_rows; i++)
    absent[i - n_assessed] = ys_standing_row (data->standing, i)->name;
  *out = (YsRankingData){ .rows = rows,
                          .n_rows = n_assessed,
                          .not_assessed = absent,
                          .split = keep (arena, ys_standing_split (data->standing)),
                          .long_weight = (int)(scheme->long_weight.value / 100),
                          .property_weight = (int)(scheme->property_weight.value / 100) };
}

static gint64
trend_score (const YsStanding *standing, gint64 compound_id)
{
  const YsStandingRow *row = standing != NULL ? ys_standing_find (standing, compound_id) : NULL;

  return row != NULL && row->score.assessed ? row->score.score : YS_NO_POINTS;
}

void
ys_chart_fill_trend (const YsChartData *data, YsTrendData *out, YsChartArena *arena)
{
  guint n_periods = data->trend->len;
  guint n_lines = ys_standing_n_assessed (data->standing);
  const char **periods = NEW (arena, const char *, n_periods);
  YsTrendLine *lines = NEW (arena, YsTrendLine, n_lines);
  YsSpan span = ys_chart_trend_span (data);

  for (guint p = 0; p < n_periods; p++)
    periods[p]
        = keep (arena, ys_score_track_label (ys_span_add (span, (int)p + 1 - (int)n_periods)));
  for (guint i = 0; i < n_lines; i++)
    {
      const YsStandingRow *row = ys_standing_row (data->standing, i);
      gint64 *scores = NEW (arena, gint64, n_periods);

      for (guint p = 0; p < n_periods; p++)
        scores[p] = trend_score (data->trend->pdata[p], row->compound_id);
      lines[i] = (YsTrendLine){ row->compound_id, row->name, row->community, row->rank, scores };
    }
  *out = (YsTrendData){ periods, n_periods, lines, n_lines };
}

void
ys_chart_fill_heat (const YsChartData *data, YsHeatData *out, YsChartArena *arena)
{
  guint n_columns = ys_catalogue_book_n_clauses (data->book);
  guint n_rows = ys_standing_n_rows (data->standing);
  YsHeatColumn *columns = NEW (arena, YsHeatColumn, n_columns);
  YsHeatRow *rows = NEW (arena, YsHeatRow, n_rows);
  YsHeatData whole;

  for (guint i = 0; i < n_columns; i++)
    {
      const YsClause *clause = ys_catalogue_book_clause (data->book, i);

      columns[i] = (YsHeatColumn){ clause->id, clause->short_name, clause->group };
    }
  for (guint i = 0; i < n_rows; i++)
    {
      const YsStandingRow *row = ys_standing_row (data->standing, i);
      const YsChartCompound *compound = g_hash_table_lookup (data->by_id, &row->compound_id);

      rows[i] = (YsHeatRow){ row->compound_id, row->name, row->rank,
                             compound != NULL ? compound->counts : NEW (arena, guint, n_columns) };
    }
  *out = (YsHeatData){ columns, n_columns, rows, ys_standing_n_assessed (data->standing) };
  whole = *out;
  whole.n_rows = n_rows;
  /* Those not assessed stand below where there is room; no page is theirs alone. */
  if (ys_heatmap_n_pages (&whole) == ys_heatmap_n_pages (out))
    *out = whole;
}

static int
most_first (gconstpointer a, gconstpointer b)
{
  const YsParetoItem *one = a;
  const YsParetoItem *other = b;

  if (one->count != other->count)
    return one->count > other->count ? -1 : 1;
  return (one->id > other->id) - (one->id < other->id);
}

void
ys_chart_fill_pareto (const YsChartData *data, YsParetoData *out, YsChartArena *arena)
{
  guint n_clauses = ys_catalogue_book_n_clauses (data->book);
  YsParetoItem *items = NEW (arena, YsParetoItem, n_clauses);

  for (guint i = 0; i < n_clauses; i++)
    {
      const YsClause *clause = ys_catalogue_book_clause (data->book, i);

      items[i] = (YsParetoItem){ .id = clause->id, .name = clause->name };
      for (guint c = 0; c < data->compounds->len; c++)
        {
          guint count = ((const YsChartCompound *)data->compounds->pdata[c])->counts[i];

          items[i].count += count;
          items[i].n_compounds += count > 0;
        }
    }
  qsort (items, n_clauses, sizeof *items, most_first);
  *out = (YsParetoData){ items, n_clauses };
}

/* Worst first: the smallest share on time, then the most still open; without a finding last. */
static int
worst_first (gconstpointer a, gconstpointer b)
{
  const YsTimelinessRow *one = a;
  const YsTimelinessRow *other = b;
  guint64 one_due = (guint64)one->on_time + one->late + one->open;
  guint64 other_due = (guint64)other->on_time + other->late + other->open;
  guint64 left, right;

  if ((one_due == 0) != (other_due == 0))
    return one_due == 0 ? 1 : -1;
  left = one->on_time * other_due;
  right = other->on_time * one_due;
  if (left != right)
    return left < right ? -1 : 1;
  if (one->open != other->open)
    return one->open > other->open ? -1 : 1;
  return (one->id > other->id) - (one->id < other->id);
}

void
ys_chart_fill_timeliness (const YsChartData *data, YsTimelinessData *out, YsChartArena *arena)
{
  guint n_rows = ys_standing_n_assessed (data->standing);
  YsTimelinessRow *rows = NEW (arena, YsTimelinessRow, n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      const YsStandingRow *row = ys_standing_row (data->standing, i);
      const YsChartCompound *compound = g_hash_table_lookup (data->by_id, &row->compound_id);

      rows[i] = (YsTimelinessRow){ .id = row->compound_id, .name = row->name };
      if (compound == NULL)
        continue;
      rows[i].on_time = compound->on_time;
      rows[i].late = compound->late;
      rows[i].open = compound->open;
      rows[i].not_due = compound->not_due;
    }
  qsort (rows, n_rows, sizeof *rows, worst_first);
  *out = (YsTimelinessData){ rows, n_rows };
}

static gint64
amount_of (const YsChartData *data, int prize)
{
  const YsPrize *one = ys_scheme_book_prize (ys_standing_scheme (data->standing), prize);

  return one != NULL ? one->amount.value : 0;
}

/* 、 between the names. */
static char *
join_names (const YsChartData *data, GArray *compounds)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < compounds->len; i++)
    {
      gint64 id = g_array_index (compounds, gint64, i);
      const YsStandingRow *row = ys_standing_find (data->standing, id);

      g_string_append_printf (names, "%s%s", i > 0 ? "、" : "", row != NULL ? row->name : "");
    }
  return g_string_free (names, FALSE);
}

/* What the members of a group would get differs by so much. */
static const char *
tell_difference (const YsChartData *data, const YsAwardPending *group, YsChartArena *arena)
{
  gint64 most = 0, least = G_MAXINT64;
  g_autofree char *text = NULL;

  for (guint i = 0; i < group->prizes->len; i++)
    {
      gint64 amount = amount_of (data, g_array_index (group->prizes, int, i));

      most = MAX (most, amount);
      least = MIN (least, amount);
    }
  text = ys_hundredths_to_text (most - least, FALSE);
  return ys_chart_arena_printf (arena, "差额 %s 元，待集体研究", text);
}

static const char *
tell_tie (const YsAwardPending *group, YsChartArena *arena)
{
  guint last = group->rank + group->compounds->len - 1;

  if (group->rank == 0)
    return "附件 3 得分相同";
  return ys_chart_arena_printf (arena,
                                last == group->rank + 1 ? "并列第 %u，占第 %u、%u 位"
                                                        : "并列第 %u，占第 %u 至 %u 位",
                                group->rank, group->rank, last);
}

/* Where and how much a tied group waits: its places, not its winners. */
static YsAwardPlace
pending_place (const YsChartData *data, const YsAwardPending *group, int prize, YsChartArena *arena)
{
  gint64 id = g_array_index (group->compounds, gint64, 0);
  const YsStandingRow *row = ys_standing_find (data->standing, id);
  YsAwardPlace place = { .rank = group->rank, .score = YS_NO_POINTS };

  if (row != NULL)
    place.score = group->rank == 0 ? row->party_points : row->score.score;
  place.amount = amount_of (data, prize);
  place.who = keep (arena, join_names (data, group->compounds));
  place.why = tell_tie (group, arena);
  place.money = tell_difference (data, group, arena);
  return place;
}

static int
by_place (gconstpointer a, gconstpointer b)
{
  const YsAwardPlace *one = a;
  const YsAwardPlace *other = b;

  return (one->rank > other->rank) - (one->rank < other->rank);
}

static YsAwardPlace
won_place (const YsStandingRow *row, const YsAwardRow *award)
{
  gboolean red = award->prize == YS_PRIZE_RED;

  return (YsAwardPlace){ .id = row->compound_id,
                         .rank = red ? 0 : row->rank,
                         .name = row->name,
                         .score = red ? row->party_points : row->score.score,
                         .amount = award->amount };
}

/* Winners and places that wait, by rank. */
static const YsAwardPlace *
places_of (const YsChartData *data, int prize, guint *out_n, YsChartArena *arena)
{
  const YsAwards *awards = ys_standing_awards (data->standing);
  g_autoptr (GArray) places = g_array_new (FALSE, TRUE, sizeof (YsAwardPlace));
  YsAwardPlace *kept;

  for (guint i = 0; i < awards->rows->len; i++)
    {
      const YsAwardRow *award = &g_array_index (awards->rows, YsAwardRow, i);
      const YsStandingRow *row = ys_standing_find (data->standing, award->compound_id);
      YsAwardPlace place;

      if (award->prize != prize || row == NULL)
        continue;
      place = won_place (row, award);
      g_array_append_val (places, place);
    }
  for (guint i = 0; i < awards->pending->len; i++)
    {
      const YsAwardPending *group = awards->pending->pdata[i];

      for (guint p = 0; p < group->prizes->len; p++)
        if (g_array_index (group->prizes, int, p) == prize)
          {
            YsAwardPlace place = pending_place (data, group, prize, arena);

            g_array_append_val (places, place);
          }
    }
  g_array_sort (places, by_place);
  kept = NEW (arena, YsAwardPlace, places->len);
  if (places->len > 0)
    memcpy (kept, places->data, sizeof *kept * places->len);
  *out_n = places->len;
  return kept;
}

void
ys_chart_fill_awards (const YsChartData *data, YsAwardData *out, YsChartArena *arena)
{
  GPtrArray *prizes = ys_standing_scheme (data->standing)->prizes;
  const YsAwards *awards = ys_standing_awards (data->standing);
  YsAwardClass *classes = NEW (arena, YsAwardClass, prizes->len);
  static const char *const none[] = { NULL };

  for (guint i = 0; i < prizes->len; i++)
    {
      const YsPrize *prize = prizes->pdata[i];

      classes[i] = (YsAwardClass){ .name = prize->name,
                                   .places = (guint)prize->places.value,
                                   .each = prize->amount.value,
                                   .winners = none,
                                   .pending = none };
      classes[i].rows = places_of (data, prize->prize, &classes[i].n_rows, arena);
    }
  *out = (YsAwardData){ classes, prizes->len, awards->total, awards->pending_total };
}
