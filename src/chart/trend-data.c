/* SPDX-License-Identifier: GPL-3.0-or-later */
/* First, last, largest rise, largest fall: a line that is two of them is told by its movement. A
 * tie goes to the better rank. */
#include "config.h"

#include "trend-data.h"
#include "chart-words.h"
#include "slide.h"

#include <string.h>

#define NOTABLE_CHANGE 500
#define NO_LINE G_MAXUINT

gint64
ys_trend_now (const YsTrendData *data, const YsTrendLine *line)
{
  return data->n_periods > 0 ? line->scores[data->n_periods - 1] : YS_NO_POINTS;
}

gboolean
ys_trend_change (const YsTrendData *data, const YsTrendLine *line, gint64 *out_change)
{
  gint64 now = ys_trend_now (data, line);

  if (data->n_periods < 2 || now == YS_NO_POINTS || line->scores[0] == YS_NO_POINTS)
    return FALSE;
  *out_change = ys_chart_difference (now, line->scores[0]);
  return TRUE;
}

guint
ys_trend_falls (const YsTrendData *data, const YsTrendLine *line)
{
  guint n = 0;

  for (guint i = data->n_periods; i > 1; i--, n++)
    {
      gint64 now = line->scores[i - 1], before = line->scores[i - 2];

      if (now == YS_NO_POINTS || before == YS_NO_POINTS || now >= before)
        break;
    }
  return n;
}

gboolean
ys_trend_range (const YsTrendData *data, gint64 *out_least, gint64 *out_most)
{
  gboolean any = FALSE;

  for (guint i = 0; i < data->n_lines; i++)
    for (guint p = 0; p < data->n_periods; p++)
      {
        gint64 score = data->lines[i].scores[p];

        if (score == YS_NO_POINTS)
          continue;
        *out_least = any ? MIN (*out_least, score) : score;
        *out_most = any ? MAX (*out_most, score) : score;
        any = TRUE;
      }
  return any;
}

gboolean
ys_trend_has_gaps (const YsTrendData *data)
{
  for (guint i = 0; i < data->n_lines; i++)
    for (guint p = 0; p < data->n_periods; p++)
      if (data->lines[i].scores[p] == YS_NO_POINTS)
        return TRUE;
  return FALSE;
}

const char *
ys_trend_measure (const YsTrendData *data)
{
  for (guint i = 0; i < data->n_periods; i++)
    if (data->periods[i] == NULL || !g_str_has_suffix (data->periods[i], "月"))
      return "期";
  return "个月";
}

char *
ys_trend_span (const YsTrendData *data)
{
  return g_strdup_printf ("%u %s", data->n_periods, ys_trend_measure (data));
}

char *
ys_trend_change_span (const YsTrendData *data)
{
  if (data->n_periods == 12 && strcmp (ys_trend_measure (data), "个月") == 0)
    return g_strdup ("一年");
  return ys_trend_span (data);
}

/* Whether @a stands before @b in the order of ranks; without a rank by score. */
static gboolean
ranks_before (const YsTrendData *data, guint a, guint b)
{
  const YsTrendLine *one = &data->lines[a], *other = &data->lines[b];
  guint rank = one->rank > 0 ? one->rank : G_MAXUINT,
        other_rank = other->rank > 0 ? other->rank : G_MAXUINT;

  if (rank != other_rank)
    return rank < other_rank;
  return ys_trend_now (data, one) > ys_trend_now (data, other);
}

/* What is looked for: @sign 1 a rise, −1 a fall, 0 the best or last rank. */
static guint
find (const YsTrendData *data, int sign, gboolean last, guint except, gint64 at_least)
{
  guint found = NO_LINE;
  gint64 best = 0;

  for (guint i = 0; i < data->n_lines; i++)
    {
      gint64 change = 0;
      gboolean better;

      if (i == except || ys_trend_now (data, &data->lines[i]) == YS_NO_POINTS)
        continue;
      if (sign != 0 && !ys_trend_change (data, &data->lines[i], &change))
        continue;
      if (sign != 0 && (sign > 0 ? change < at_least : change > -at_least))
        continue;
      better = found == NO_LINE || (sign > 0 && change > best) || (sign < 0 && change < best);
      if (!better && (sign == 0 || change == best))
        better = last ? ranks_before (data, found, i) : ranks_before (data, i, found);
      if (better)
        {
          found = i;
          best = change;
        }
    }
  return found;
}

static gboolean
shares_rank (const YsTrendData *data, guint line)
{
  for (guint i = 0; i < data->n_lines; i++)
    if (i != line && data->lines[line].rank > 0 && data->lines[i].rank == data->lines[line].rank)
      return TRUE;
  return FALSE;
}

static void
add_pick (
    const YsTrendData *data, YsTrendPick *picks, guint *n_picks, guint line, YsPickReason reason)
{
  guint at = *n_picks;
  gint64 now;

  if (line == NO_LINE || at == YS_TREND_MAX_PICKS)
    return;
  for (guint i = 0; i < at; i++)
    if (picks[i].line == line)
      return;
  now = ys_trend_now (data, &data->lines[line]);
  for (; at > 0 && ys_trend_now (data, &data->lines[picks[at - 1].line]) < now; at--)
    picks[at] = picks[at - 1];
  picks[at] = (YsTrendPick){ line, reason, shares_rank (data, line) };
  (*n_picks)++;
}

guint
ys_trend_pick (const YsTrendData *data, YsTrendPick picks[YS_TREND_MAX_PICKS])
{
  guint n = 0, first = find (data, 0, FALSE, NO_LINE, 0), last = find (data, 0, TRUE, NO_LINE, 0),
        rise = find (data, 1, FALSE, NO_LINE, 1), fall = find (data, -1, FALSE, NO_LINE, 1);

  if (first == NO_LINE)
    return 0;
  if (data->n_lines == 1)
    {
      add_pick (data, picks, &n, first, YS_PICK_ONLY);
      return n;
    }
  add_pick (data, picks, &n, rise, YS_PICK_RISE);
  add_pick (data, picks, &n, fall, YS_PICK_FALL);
  /* All equal: nobody leads. */
  if (ys_trend_now (data, &data->lines[first]) != ys_trend_now (data, &data->lines[last]))
    {
      add_pick (data, picks, &n, first, YS_PICK_FIRST);
      add_pick (data, picks, &n, last, YS_PICK_LAST);
    }
  add_pick (data, picks, &n, find (data, -1, FALSE, fall, NOTABLE_CHANGE), YS_PICK_SECOND_FALL);
  add_pick (data, picks, &n, find (data, 1, FALSE, rise, NOTABLE_CHANGE), YS_PICK_SECOND_RISE);
  return n;
}

const char *
ys_trend_reason (const YsTrendPick *pick)
{
  switch (pick->reason)
    {
    case YS_PICK_RISE:
      return "升得最多";
    case YS_PICK_FALL:
      return "降得最多";
    case YS_PICK_FIRST:
      return pick->shared ? "并列居首" : "居首";
    case YS_PICK_LAST:
      return pick->shared ? "并列居末" : "居末";
    case YS_PICK_SECOND_FALL:
      return "降得第二";
    case YS_PICK_SECOND_RISE:
      return "升得第二";
    case YS_PICK_ONLY:
      return "";
    }
  g_assert_not_reached ();
}

/* "欧情豪庭一年升 10.20", "枣花园连降 5 个月". */
static char *
tell_movement (const YsTrendData *data, const YsTrendPick *pick)
{
  const YsTrendLine *line = &data->lines[pick->line];
  g_autofree char *span = ys_trend_change_span (data), *points = NULL;
  guint falls = ys_trend_falls (data, line);
  gint64 change = 0;

  if (!ys_trend_change (data, line, &change))
    return NULL;
  if (falls >= 3)
    return g_strdup_printf ("%s连降 %u %s", line->name, falls, ys_trend_measure (data));
  points = ys_points_text (change < 0 ? ys_chart_difference (0, change) : change, FALSE);
  return g_strdup_printf ("%s%s%s %s", line->name, span, change < 0 ? "降" : "升", points);
}

char *
ys_trend_finding (const YsTrendData *data, const YsTrendPick *picks, guint n_picks)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  gint64 least = 0, most = 0;

  for (int reason = YS_PICK_RISE; reason <= YS_PICK_FALL; reason++)
    for (guint i = 0; i < n_picks; i++)
      if ((int)picks[i].reason == reason)
        {
          char *part = tell_movement (data, &picks[i]);

          if (part != NULL)
            g_ptr_array_add (parts, part);
        }
  if (parts->len == 0 && ys_trend_range (data, &least, &most) && least == most && data->n_lines > 1)
    {
      g_autofree char *points = ys_points_text (most, FALSE);

      return g_strdup_printf ("%u 个小区都是 %s", data->n_lines, points);
    }
  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("；", (char **)parts->pdata);
}
