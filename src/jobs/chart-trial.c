/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A trial beside the real standing: whose own score changes is a cause, what follows for prizes and
 * money is a result. */
#include "config.h"

#include "chart-private.h"

#define MAX_RESULTS 12

static void
append_change (GString *text, const char *what, gint64 before, gint64 after)
{
  g_autofree char *old = ys_hundredths_to_text (before, FALSE);
  g_autofree char *new = ys_hundredths_to_text (after, FALSE);

  if (before != after)
    g_string_append_printf (text, "%s%s %s → %s", text->len > 0 ? "，" : "", what, old, new);
}

/* "" when only the weighting differs. */
static char *
tell_why (const YsStandingRow *row, const YsStandingRow *trial)
{
  GString *text = g_string_new (NULL);

  if (!row->score.assessed || !trial->score.assessed)
    return g_string_free (text, FALSE);
  append_change (text, "长效", row->score.long_term, trial->score.long_term);
  append_change (text, "物业", row->score.property, trial->score.property);
  append_change (text, "加分", row->score.bonus, trial->score.bonus);
  return g_string_free (text, FALSE);
}

static int
largest_first (gconstpointer a, gconstpointer b)
{
  const YsTrialCause *one = a, *other = b;

  if (ABS (one->points) != ABS (other->points))
    return ABS (one->points) > ABS (other->points) ? -1 : 1;
  return (one->id > other->id) - (one->id < other->id);
}

static void
fill_causes (const YsChartData *data, YsRankingData *out, YsChartArena *arena)
{
  guint n = ys_standing_n_rows (data->standing), n_causes = 0;
  YsTrialCause *causes = ys_chart_arena_new (arena, sizeof *causes * (n + 1));

  for (guint i = 0; i < n; i++)
    {
      const YsStandingRow *row = ys_standing_row (data->standing, i);
      const YsStandingRow *trial = ys_standing_find (data->trial, row->compound_id);
      g_autofree char *why = trial != NULL ? tell_why (row, trial) : NULL;

      if (why == NULL || *why == '\0')
        continue;
      causes[n_causes++] = (YsTrialCause){ .id = row->compound_id,
                                           .name = row->name,
                                           .why = ys_chart_arena_printf (arena, "%s", why),
                                           .points = trial->score.score - row->score.score };
    }
  qsort (causes, n_causes, sizeof *causes, largest_first);
  out->causes = causes;
  out->n_causes = n_causes;
}

static const char *
prize_word (const YsStanding *standing, const YsStandingRow *row)
{
  const char *name = ys_standing_prize_name (standing, row->prize);

  if (row->is_pending)
    return "待定";
  return name != NULL ? name : "无奖";
}

static const char *
tell_weights (const YsChartData *data, YsChartArena *arena)
{
  const YsScheme *old = ys_standing_scheme (data->standing)->scheme;
  const YsScheme *new = ys_standing_scheme (data->trial)->scheme;

  if (old->long_weight.value == new->long_weight.value
      && old->property_weight.value == new->property_weight.value)
    return NULL;
  return ys_chart_arena_printf (arena, "权重：长效 %d%%、物业 %d%% → 长效 %d%%、物业 %d%%",
                                (int)(old->long_weight.value / 100),
                                (int)(old->property_weight.value / 100),
                                (int)(new->long_weight.value / 100),
                                (int)(new->property_weight.value / 100));
}

static const char *
tell_money (const YsChartData *data, YsChartArena *arena)
{
  const YsAwards *old = ys_standing_awards (data->standing);
  const YsAwards *new = ys_standing_awards (data->trial);
  g_autofree char *before = ys_hundredths_to_text (old->total, TRUE);
  g_autofree char *after = ys_hundredths_to_text (new->total, TRUE);

  if (old->total == new->total)
    return NULL;
  return ys_chart_arena_printf (arena, "已定奖金：%s 元 → %s 元", before, after);
}

static void
fill_results (const YsChartData *data, YsRankingData *out, YsChartArena *arena)
{
  const char **results = ys_chart_arena_new (arena, sizeof *results * (MAX_RESULTS + 1));
  const char *weights = tell_weights (data, arena), *money = tell_money (data, arena);
  guint n = 0;

  if (weights != NULL)
    results[n++] = weights;
  if (money != NULL)
    results[n++] = money;
  for (guint i = 0; i < ys_standing_n_rows (data->trial) && n < MAX_RESULTS; i++)
    {
      const YsStandingRow *trial = ys_standing_row (data->trial, i);
      const YsStandingRow *row = ys_standing_find (data->standing, trial->compound_id);
      const char *before = row != NULL ? prize_word (data->standing, row) : NULL;
      const char *after = prize_word (data->trial, trial);

      if (before != NULL && !g_str_equal (before, after))
        results[n++] = ys_chart_arena_printf (arena, "%s：%s → %s", trial->name, before, after);
    }
  out->results = n > 0 ? results : NULL;
}

void
ys_chart_fill_trial (const YsChartData *data, YsRankingData *out, YsChartArena *arena)
{
  if (data->trial == NULL)
    return;
  fill_causes (data, out, arena);
  fill_results (data, out, arena);
}
