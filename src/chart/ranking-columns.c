/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ranking of many: two columns of 18 rows without bars, and under them where this page stands
 * among all. */
#include "config.h"

#include "ranking-private.h"

#include <math.h>
#include <stdlib.h>

#define ROWS_A_COLUMN 18
#define HEAD_Y 0.51
#define RULE_Y 1.22
#define ROWS_Y 1.35
/* Units under the top of the content. */
#define ROWS_HEIGHT 24.2
#define WORDS_Y 27.1
#define AXIS_Y 28.95
#define AXIS_WORDS_Y 29.8
#define HISTOGRAM_HEIGHT 2.3
/* What a second line of notes takes. */
#define TIGHT_ROWS 23.4
#define TIGHT 1.25
#define TIGHT_HISTOGRAM 1.9
#define COLUMN_GAP 3.0
#define NARROW 1.5
#define MOST_BINS 100
#define MOST_STEPS 6

typedef struct
{
  double left, right, rank_right, change_right, name_left, name_width, community_left, score_right;
  double top, pitch, u;
} Block;

static Block
place_block (const YsRankingPlan *plan, const YsSlideArea *area, double left, double right)
{
  double u = area->u;
  Block b = { .left = left, .right = right, .u = u, .top = area->top + ROWS_Y * u };

  b.pitch = (plan->is_tight ? TIGHT_ROWS : ROWS_HEIGHT) * u / ROWS_A_COLUMN;
  b.rank_right = left + 2.02 * u;
  b.change_right = b.rank_right + 2.98 * u;
  b.name_left = b.change_right + 0.92 * u;
  b.score_right = right - 5.0 * u;
  b.name_width = b.score_right - b.name_left - 3.75 * u;
  if (area->aspect >= NARROW)
    {
      b.name_width = MIN (0.42 * (b.score_right - b.name_left), 12.0 * u);
      b.community_left = b.name_left + b.name_width + 0.4 * u;
    }
  return b;
}

static void
add_heads (YsScene *scene, const YsRankingPlan *plan, const YsSlideArea *area, const Block *b)
{
  double y = area->top + HEAD_Y * b->u, rule = area->top + RULE_Y * b->u;

  ys_scene_add_words (scene, YS_ROLE_INK_2, "名次", 1, FALSE, YS_WORDS_END, b->rank_right, y, 0);
  if (plan->ranked->any_last)
    ys_scene_add_words (scene, YS_ROLE_INK_2, "升降", 1, FALSE, YS_WORDS_END, b->change_right, y,
                        0);
  ys_scene_add_words (scene, YS_ROLE_INK_2, "小区", 1, FALSE, YS_WORDS_START, b->name_left, y, 0);
  if (b->community_left > 0.0)
    ys_scene_add_words (scene, YS_ROLE_INK_2, "社区", 1, FALSE, YS_WORDS_START, b->community_left,
                        y, 0);
  ys_scene_add_words (scene, YS_ROLE_INK_2, "总分", 1, FALSE, YS_WORDS_END, b->score_right, y, 0);
  ys_scene_add_words (scene, YS_ROLE_INK_2, "距首位", 1, FALSE, YS_WORDS_END, b->right, y, 0);
  ys_scene_add_line (scene, YS_ROLE_RULE, YS_FILL_SOLID, b->left, rule, b->right, rule, 0.06);
}

static void
add_row (YsScene *scene, const YsRankingPlan *plan, const Block *b, guint index, double y)
{
  const YsChartRow *row = ys_ranked_row (plan->ranked, index);
  gint64 best = ys_ranked_row (plan->ranked, 0)->score;
  gboolean bold = row->prize != YS_CHART_PRIZE_NONE;
  g_autofree char *rank = g_strdup_printf ("%u", row->rank);
  g_autofree char *score = ys_points_text (row->score, FALSE);
  g_autofree char *behind = ys_points_text (row->score - best, FALSE);
  g_autofree char *tip = ys_row_tip (row);

  ys_scene_set_target (scene, row->id, tip);
  ys_scene_add_words (scene, YS_ROLE_INK, rank, 1, bold, YS_WORDS_END, b->rank_right, y, 0);
  if (plan->ranked->any_last)
    ys_add_change (scene, row, 1.0, b->change_right, y);
  ys_scene_add_words (scene, YS_ROLE_INK, row->name, 1, bold, YS_WORDS_START, b->name_left, y,
                      b->name_width);
  if (b->community_left > 0.0)
    ys_scene_add_words (scene, YS_ROLE_INK_2, row->community, 1, FALSE, YS_WORDS_START,
                        b->community_left, y, b->score_right - b->community_left - 4.0 * b->u);
  ys_scene_add_words (scene, YS_ROLE_INK, row->score == YS_NO_POINTS ? "—" : score, 1, TRUE,
                      YS_WORDS_END, b->score_right, y, 0);
  if (row->score != YS_NO_POINTS && best != YS_NO_POINTS)
    ys_scene_add_words (scene, YS_ROLE_INK_2, behind, 1, FALSE, YS_WORDS_END, b->right, y, 0);
  ys_scene_set_target (scene, 0, NULL);
}

static void
add_block (YsScene *scene, const YsRankingPlan *plan, const Block *b, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    {
      double y = b->top + b->pitch * (i - first);

      if (ys_ranked_row (plan->ranked, i)->prize != YS_CHART_PRIZE_NONE)
        ys_scene_add_rectangle (scene, YS_ROLE_BAND, YS_FILL_SOLID, b->left, y, b->right - b->left,
                                b->pitch);
    }
  for (guint i = first; i < end; i++)
    {
      double y = b->top + b->pitch * (i - first);
      gboolean is_fifth = i > first && (i - first) % 5 == 0;

      if (i > first)
        ys_scene_add_line (scene, is_fifth ? YS_ROLE_RULE : YS_ROLE_ROW_LINE, YS_FILL_SOLID,
                           b->left, y, b->right, y, 0.04);
      add_row (scene, plan, b, i, y + b->pitch / 2.0);
    }
  for (guint i = first; i < end;)
    {
      double y = b->top + b->pitch * (i - first), inset = 0.12 * b->pitch;
      guint tie_first, tie_end, shown;

      ys_ranked_tie (plan->ranked, i, &tie_first, &tie_end);
      shown = MIN (tie_end, end);
      if (tie_end - tie_first > 1)
        ys_add_tie (scene, b->rank_right + 0.3 * b->u,
                    y + (tie_first < i ? -0.1 * b->pitch : inset),
                    y + b->pitch * (shown - i) + (tie_end > end ? 0.35 * b->pitch : -inset),
                    tie_first<i, tie_end> end);
      i = shown;
    }
}

typedef struct
{
  guint *all, *here;
  guint n, most;
  double low, step; /* hundredths */
  double left, right, axis, height, u;
} Histogram;

static double
x_of (const Histogram *h, double value)
{
  return h->left + (value - h->low) / (h->step * h->n) * (h->right - h->left);
}

static void
count_scores (const YsRankingPlan *plan, Histogram *h)
{
  double low = G_MAXDOUBLE, high = -G_MAXDOUBLE;

  for (guint i = 0; i < plan->ranked->rows->len; i++)
    {
      low = MIN (low, (double)ys_ranked_row (plan->ranked, i)->score);
      high = MAX (high, (double)ys_ranked_row (plan->ranked, i)->score);
    }
  if (high - low < 1000.0)
    {
      low = floor (low / 100.0) * 100.0 - 400.0;
      high = low + 1000.0;
    }
  h->step = MAX (ys_nice_step (high - low, MOST_BINS), 1.0);
  h->low = (floor (low / h->step) - 1.0) * h->step;
  h->n = (guint)(floor ((high - h->low) / h->step) + 2.0);
  h->all = g_new0 (guint, h->n);
  h->here = g_new0 (guint, h->n);
  for (guint i = 0; i < plan->ranked->rows->len; i++)
    {
      guint bin = (guint)(((double)ys_ranked_row (plan->ranked, i)->score - h->low) / h->step);

      bin = MIN (bin, h->n - 1);
      h->all[bin]++;
      h->here[bin] += i >= plan->first && i < plan->end ? 1 : 0;
      h->most = MAX (h->most, h->all[bin]);
    }
}

/* Whether words of one line above the axis touch no bar. */
static gboolean
is_clear (const Histogram *h, double x, double width, double words_bottom)
{
  for (guint i = 0; i < h->n; i++)
    {
      double from = x_of (h, h->low + i * h->step), to = x_of (h, h->low + (i + 1) * h->step);
      double top = h->axis - h->height * h->all[i] / h->most;

      if (h->all[i] > 0 && to > x - 0.2 * h->u && from < x + width + 0.2 * h->u
          && top < words_bottom)
        return FALSE;
    }
  return x >= h->left && x + width <= h->right;
}

/* The clear place nearest to @wanted, or -1. */
static double
find_clear (const Histogram *h, double wanted, double width, double from, double bottom)
{
  for (double away = 0.0; away < h->right - h->left; away += h->u / 2.0)
    {
      if (wanted + away >= from && is_clear (h, wanted + away, width, bottom))
        return wanted + away;
      if (wanted - away >= from && is_clear (h, wanted - away, width, bottom))
        return wanted - away;
    }
  return -1.0;
}

static void
add_bars (YsScene *scene, const Histogram *h)
{
  double gap = 0.05 * h->u;

  for (guint i = 0; i < h->n; i++)
    {
      double x = x_of (h, h->low + i * h->step),
             width = x_of (h, h->low + (i + 1) * h->step) - x - gap;
      double one = h->height / h->most;

      if (h->all[i] > 0)
        ys_scene_add_rectangle (scene, YS_ROLE_RULE, YS_FILL_SOLID, x, h->axis - one * h->all[i],
                                width, one * h->all[i]);
      if (h->here[i] > 0)
        ys_scene_add_rectangle (scene, YS_ROLE_ACCENT, YS_FILL_SOLID, x, h->axis - one * h->here[i],
                                width, one * h->here[i]);
    }
}

static void
add_axis (YsScene *scene, const Histogram *h, double words_y)
{
  double range = h->step * h->n, step = MAX (ys_nice_step (range / 100.0, MOST_STEPS), 1.0) * 100.0;

  ys_scene_add_line (scene, YS_ROLE_RULE, YS_FILL_SOLID, h->left, h->axis, h->right, h->axis, 0.06);
  for (double at = ceil (h->low / step) * step; at <= h->low + range; at += step)
    {
      double x = x_of (h, at);
      g_autofree char *text
          = g_strdup_printf ("%s%d", at < 0 ? YS_MINUS : "", abs ((int)(at / 100.0)));

      if (x > h->left + h->u && x < h->right - h->u)
        ys_scene_add_words (scene, YS_ROLE_INK_2, text, 1, FALSE, YS_WORDS_CENTER, x, words_y, 0);
    }
}

static void
add_words (YsScene *scene, const YsRankingPlan *plan, const Histogram *h, double y)
{
  guint n = plan->ranked->rows->len;
  g_autofree char *all = g_strdup_printf ("%u 个总分分布", n), *here = NULL, *high = NULL,
                  *low = NULL;
  double bottom = y + 0.6 * h->u, x, width, from = h->left;

  width = ys_scene_measure (scene, all, 1.0, FALSE);
  x = find_clear (h, h->left, width, h->left, bottom);
  if (x >= 0.0)
    {
      ys_scene_add_words (scene, YS_ROLE_INK_2, all, 1, FALSE, YS_WORDS_START, x, y, 0);
      from = x + width + h->u;
    }
  if (plan->first == plan->end)
    return;
  high = ys_points_text (ys_ranked_row (plan->ranked, plan->first)->score, FALSE);
  low = ys_points_text (ys_ranked_row (plan->ranked, plan->end - 1)->score, FALSE);
  here = g_strdup_printf ("本页 %s–%s", high, low);
  width = ys_scene_measure (scene, here, 1.0, TRUE);
  x = find_clear (h,
                  x_of (h, (double)ys_ranked_row (plan->ranked, plan->first)->score) + 0.6 * h->u,
                  width, from, bottom);
  if (x >= 0.0)
    ys_scene_add_words (scene, YS_ROLE_ACCENT, here, 1, TRUE, YS_WORDS_START, x, y, 0);
}

void
ys_ranking_add_columns (YsScene *scene, const YsRankingPlan *plan, const YsSlideArea *area)
{
  double u = area->u, half = COLUMN_GAP / 2.0 * u, middle = (area->left + area->right) / 2.0;
  Block one = place_block (plan, area, area->left, middle - half);
  Block two = place_block (plan, area, middle + half, area->right);
  guint split = MIN (plan->first + ROWS_A_COLUMN, plan->end);
  double top = area->top - (plan->is_tight ? TIGHT * u : 0.0);
  Histogram h = { .left = area->left, .right = area->right, .u = u, .axis = top + AXIS_Y * u };

  add_heads (scene, plan, area, &one);
  add_block (scene, plan, &one, plan->first, split);
  if (split < plan->end)
    {
      add_heads (scene, plan, area, &two);
      add_block (scene, plan, &two, split, plan->end);
    }
  h.height = (plan->is_tight ? TIGHT_HISTOGRAM : HISTOGRAM_HEIGHT) * u;
  count_scores (plan, &h);
  add_bars (scene, &h);
  add_axis (scene, &h, top + AXIS_WORDS_Y * u);
  add_words (scene, plan, &h, top + (WORDS_Y + (plan->is_tight ? 0.4 : 0.0)) * u);
  g_free (h.all);
  g_free (h.here);
}
