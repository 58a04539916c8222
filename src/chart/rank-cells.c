/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ties and prizes are read from ranks and classes alone, never from names or order. */
#include "config.h"

#include "rank-cells.h"
#include "number.h"

#include <math.h>
#include <string.h>

YsRanked *
ys_ranked_new (const YsRankingData *data)
{
  YsRanked *ranked = g_new0 (YsRanked, 1);

  ranked->rows = g_ptr_array_new ();
  ranked->absent = g_ptr_array_new ();
  for (guint i = 0; i < data->n_rows; i++)
    {
      const YsChartRow *row = &data->rows[i];

      /* A rank without a score would be a figure that nobody can check. */
      if (row->rank == 0 || row->score == YS_NO_POINTS)
        {
          g_ptr_array_add (ranked->absent, (gpointer)row->name);
          continue;
        }
      g_ptr_array_add (ranked->rows, (gpointer)row);
      ranked->any_last |= row->last_rank > 0;
      ranked->any_missing |= row->last_rank <= 0;
      ranked->any_prize |= row->prize != YS_CHART_PRIZE_NONE;
    }
  for (guint i = 0; data->not_assessed != NULL && data->not_assessed[i] != NULL; i++)
    if (!g_ptr_array_find_with_equal_func (ranked->absent, data->not_assessed[i], g_str_equal,
                                           NULL))
      g_ptr_array_add (ranked->absent, (gpointer)data->not_assessed[i]);
  return ranked;
}

void
ys_ranked_free (YsRanked *ranked)
{
  g_ptr_array_unref (ranked->rows);
  g_ptr_array_unref (ranked->absent);
  g_free (ranked);
}

const YsChartRow *
ys_ranked_row (const YsRanked *ranked, guint index)
{
  return g_ptr_array_index (ranked->rows, index);
}

typedef gboolean (*Together) (const YsChartRow *a, const YsChartRow *b);

static gboolean
share_rank (const YsChartRow *a, const YsChartRow *b)
{
  return a->rank == b->rank;
}

static gboolean
share_prize (const YsChartRow *a, const YsChartRow *b)
{
  if (a->prize != b->prize || a->prize == YS_CHART_PRIZE_NONE)
    return FALSE;
  if (a->prize == YS_CHART_PRIZE_PENDING)
    return a->rank == b->rank;
  return g_strcmp0 (a->prize_name, b->prize_name) == 0;
}

static void
find_group (const YsRanked *ranked, guint index, Together together, guint *first, guint *end)
{
  *first = index;
  *end = index + 1;
  while (*first > 0 && together (ys_ranked_row (ranked, *first - 1), ys_ranked_row (ranked, index)))
    (*first)--;
  while (*end < ranked->rows->len
         && together (ys_ranked_row (ranked, *end), ys_ranked_row (ranked, index)))
    (*end)++;
}

void
ys_ranked_tie (const YsRanked *ranked, guint index, guint *first, guint *end)
{
  find_group (ranked, index, share_rank, first, end);
}

void
ys_ranked_prize (const YsRanked *ranked, guint index, guint *first, guint *end)
{
  find_group (ranked, index, share_prize, first, end);
}

gint64
ys_weighted (gint64 points, int weight)
{
  return points == YS_NO_POINTS ? YS_NO_POINTS : ys_divide_rounded (points * weight, 100);
}

static void
tell_part (GString *text, const char *before, gint64 points)
{
  g_autofree char *figure
      = points == YS_NO_POINTS ? g_strdup ("缺") : ys_points_text (points, FALSE);

  g_string_append_printf (text, "%s %s", before, figure);
}

char *
ys_row_tip (const YsChartRow *row)
{
  GString *text = g_string_new (row->name);
  g_autofree char *score = NULL, *last = NULL;

  if (row->rank == 0 || row->score == YS_NO_POINTS)
    return g_string_free (g_string_append (text, "：未考评"), FALSE);
  score = ys_points_text (row->score, FALSE);
  g_string_append_printf (text, "：%s 分，%s第 %u 名", score, row->tied ? "并列" : "", row->rank);
  tell_part (text, "；长效", row->long_term);
  tell_part (text, "，物业", row->property);
  tell_part (text, "，加分", row->bonus);
  if (row->last_score != YS_NO_POINTS)
    {
      last = ys_points_text (row->last_score, FALSE);
      g_string_append_printf (text, "；上期 %s 分，第 %u 名", last, (guint)row->last_rank);
    }
  return g_string_free (text, FALSE);
}

const char *
ys_last_period_word (const char *period)
{
  if (period != NULL && strstr (period, "季") != NULL)
    return "上季";
  return period != NULL && g_str_has_suffix (period, "月") ? "上月" : "上期";
}

void
ys_add_change (YsScene *scene, const YsChartRow *row, double size, double right, double y)
{
  double em = size * ys_scene_unit (scene), width, x;
  gint64 up = row->last_rank - (gint64)row->rank;
  YsRole role = up > 0 ? YS_ROLE_ACCENT : YS_ROLE_INK_2;
  g_autofree char *text = NULL;

  if (row->last_rank <= 0 || up == 0)
    {
      ys_scene_add_words (scene, YS_ROLE_INK_2, row->last_rank <= 0 ? "缺" : "–", size, FALSE,
                          YS_WORDS_END, right, y, 0.0);
      return;
    }
  text = g_strdup_printf ("%" G_GINT64_FORMAT, ABS (up));
  width = ys_scene_add_words (scene, role, text, size, FALSE, YS_WORDS_END, right, y, 0.0);
  x = right - width - 0.68 * em;
  if (up > 0)
    ys_scene_add_polygon (scene, role, YS_FILL_SOLID,
                          (const YsPoint[]){ { x, y + 0.2 * em },
                                             { x + 0.56 * em, y + 0.2 * em },
                                             { x + 0.28 * em, y - 0.2 * em } },
                          3);
  else
    ys_scene_add_polygon (scene, role, YS_FILL_SOLID,
                          (const YsPoint[]){ { x, y - 0.2 * em },
                                             { x + 0.56 * em, y - 0.2 * em },
                                             { x + 0.28 * em, y + 0.2 * em } },
                          3);
}

static void
add_arrow (YsScene *scene, double x, double y, double direction)
{
  double u = ys_scene_unit (scene);

  ys_scene_add_polygon (scene, YS_ROLE_INK, YS_FILL_SOLID,
                        (const YsPoint[]){ { x - 0.24 * u, y - direction * 0.36 * u },
                                           { x + 0.24 * u, y - direction * 0.36 * u },
                                           { x, y } },
                        3);
}

void
ys_add_tie (
    YsScene *scene, double x, double top, double bottom, gboolean from_above, gboolean goes_on)
{
  ys_scene_add_line (scene, YS_ROLE_INK, YS_FILL_SOLID, x, top, x, bottom, 0.1);
  if (from_above)
    add_arrow (scene, x, top, -1.0);
  if (goes_on)
    add_arrow (scene, x, bottom, 1.0);
}

void
ys_add_bracket (YsScene *scene,
                gboolean is_pending,
                const char *word,
                double size,
                double x,
                double top,
                double bottom)
{
  double u = ys_scene_unit (scene), tick = 0.33 * u;
  YsRole role = is_pending ? YS_ROLE_PENDING : YS_ROLE_ACCENT;
  YsFill fill = is_pending ? YS_FILL_DASHED : YS_FILL_SOLID;

  ys_scene_add_line (scene, role, fill, x - tick, top, x, top, 0.09);
  ys_scene_add_line (scene, role, fill, x, top, x, bottom, 0.09);
  ys_scene_add_line (scene, role, fill, x - tick, bottom, x, bottom, 0.09);
  ys_scene_add_words (scene, is_pending ? YS_ROLE_PENDING_TEXT : YS_ROLE_ACCENT, word, size, TRUE,
                      YS_WORDS_START, x + 0.38 * u, (top + bottom) / 2.0, 0.0);
}

#define NAME_COLUMN 10.0
#define NAMES_A_COLUMN 18

static guint
n_name_columns (double inner)
{
  return (guint)MAX (floor (inner / NAME_COLUMN), 1.0);
}

guint
ys_names_per_page (double width, double height)
{
  return n_name_columns (width / MAX (height, 1.0) * 36.0 - 3.2) * NAMES_A_COLUMN;
}

void
ys_add_names (YsScene *scene, const YsSlideArea *area, const char *const *names, guint n)
{
  double u = area->u,
         column = (area->right - area->left) / n_name_columns ((area->right - area->left) / u);

  for (guint i = 0; i < n; i++)
    ys_scene_add_words (scene, YS_ROLE_INK, names[i], 1.0, FALSE, YS_WORDS_START,
                        area->left + column * (i / NAMES_A_COLUMN),
                        area->top + (1.2 + 1.6 * (i % NAMES_A_COLUMN)) * u, column - 0.6 * u);
}
