/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a ranking with the bars of their parts. All parts have one scale, each from its own zero;
 * it is taken from all rows, not from those of the page, so that pages can be compared. */
#include "config.h"

#include "ranking-private.h"

#include <math.h>

/* Units: heads above the rows. */
#define HEAD_Y 0.51
#define RULE_Y 1.22
#define ROWS_Y 1.35
#define ROWS_BOTTOM 0.9
#define BARE_BOTTOM 0.1
#define FEW_ROWS 6
#define FEW_PITCH 2.9
#define MOST_SIZE 1.35
#define HALVES_SIZE 1.4
/* Pitch is this times the text at least. */
#define LEADING 1.36
#define BAR_SHARE 0.7
#define BAR_MOST 2.2
#define LOST_GAP 0.1
#define NARROW 1.5
#define NARROW_BARE 46.0 /* units */
/* Below this the bars tell nothing any more. */
#define LEAST_BARS 14.0

typedef struct
{
  double u, size, em, pitch, top;
  double left, right, rank_right, tie_x, change_right, name_left, name_width;
  double community_left, community_width; /* 0: not shown */
  double score_right, bars_left, long_full, property_left, property_full, bonus_left;
  double lines_right, bracket_x, per_point; /* pixels a hundredth; 0: no bars */
} Places;

static gint64
bonus_of (const YsChartRow *row)
{
  return row->bonus == YS_NO_POINTS ? 0 : row->bonus;
}

/* The longest bar of each part over all rows, hundredths. */
static void
find_extents (const YsRankingPlan *plan,
              gint64 *long_most,
              gint64 *property_most,
              gint64 *bonus_most)
{
  const YsRankingData *data = plan->data;

  *long_most = (gint64)data->long_weight * 100;
  *property_most = (gint64)data->property_weight * 100;
  *bonus_most = 0;
  for (guint i = 0; i < plan->ranked->rows->len; i++)
    {
      const YsChartRow *row = ys_ranked_row (plan->ranked, i);

      *long_most = MAX (*long_most, ys_weighted (row->long_term, data->long_weight));
      *property_most = MAX (*property_most, ys_weighted (row->property, data->property_weight));
      *bonus_most = MAX (*bonus_most, bonus_of (row));
    }
}

static double
prize_width (YsScene *scene, const YsRankingPlan *plan, double size)
{
  double widest = 0.0;

  for (guint i = 0; i < plan->ranked->rows->len; i++)
    {
      const YsChartRow *row = ys_ranked_row (plan->ranked, i);
      const char *word = row->prize == YS_CHART_PRIZE_PENDING ? "待定" : row->prize_name;

      if (row->prize != YS_CHART_PRIZE_NONE && word != NULL)
        widest = MAX (widest, ys_scene_measure (scene, word, size, TRUE));
    }
  return widest;
}

static void
place_words (Places *p, gboolean has_community)
{
  double left = p->left, em = p->em;

  p->rank_right = left + 2.05 * em;
  p->tie_x = p->rank_right + 0.3 * p->u;
  p->change_right = p->rank_right + 2.55 * em;
  p->name_left = p->change_right + 0.83 * em;
  if (has_community)
    {
      p->community_left = p->name_left + 7.83 * em;
      p->name_width = 7.4 * em;
      p->community_width = 4.3 * em;
      p->score_right = p->community_left + 8.26 * em;
    }
  else
    {
      p->name_width = 7.2 * em;
      p->score_right = p->name_left + 11.1 * em;
    }
}

static void
place_bars (YsScene *scene, const YsRankingPlan *plan, Places *p)
{
  double u = p->u, words = prize_width (scene, plan, p->size), room, label;
  gint64 long_most, property_most, bonus_most;
  double gap = 0.85 * u;

  p->bracket_x = p->right - words - 0.55 * u;
  p->lines_right = words > 0.0 ? p->bracket_x - 0.8 * u : p->right;
  find_extents (plan, &long_most, &property_most, &bonus_most);
  p->bars_left = p->score_right + 1.14 * u;
  label = MAX (ys_scene_measure (scene, "加分", 1.0, TRUE), 2.0 * u);
  if (bonus_most > 0)
    label = ys_scene_measure (scene, bonus_most < 1000 ? "+3.00" : "+10.00", p->size, FALSE)
            + 0.3 * u;
  room = p->lines_right - p->bars_left - 2.0 * gap - label - 0.4 * u;
  if (room < LEAST_BARS * u)
    return;
  p->per_point = room / (double)(long_most + property_most + bonus_most);
  p->long_full = p->bars_left + (double)plan->data->long_weight * 100.0 * p->per_point;
  p->property_left = p->bars_left + (double)long_most * p->per_point + gap;
  p->property_full = p->property_left + (double)plan->data->property_weight * 100.0 * p->per_point;
  p->bonus_left = p->property_left + (double)property_most * p->per_point + gap;
}

static double
size_of (const YsRankingPlan *plan, double pitch)
{
  if (plan->shape == YS_RANKING_HALVES)
    return MIN (HALVES_SIZE, MAX (pitch / LEADING, 1.0));
  return CLAMP (pitch / LEADING, 1.0, plan->frame->bare ? 1.0 : MOST_SIZE);
}

static Places
place (
    YsScene *scene, const YsRankingPlan *plan, const YsSlideArea *area, double left, double right)
{
  double u = area->u, low = (area->is_bare ? BARE_BOTTOM : ROWS_BOTTOM) * u;
  double room = area->bottom - low - area->top - ROWS_Y * u;
  guint n = plan->shape == YS_RANKING_HALVES ? plan->per_page / 2 : plan->per_page;
  gboolean has_community = area->is_bare ? right - left > NARROW_BARE * u : area->aspect >= NARROW;
  Places p = { .u = u, .left = left, .right = right, .top = area->top + ROWS_Y * u };

  if (plan->n_row_pages == 1 && plan->shape == YS_RANKING_ROWS)
    n = MIN (n, plan->end - plan->first);
  p.pitch = n <= FEW_ROWS ? MIN (FEW_PITCH * u, room / MAX (n, 1)) : room / n;
  if (area->is_bare)
    p.pitch = MIN (p.pitch, 1.8 * u);
  /* Bars say more than large words: where both have no room, the words give way. */
  for (p.size = size_of (plan, p.pitch / u);; p.size = MAX (p.size - 0.05, 1.0))
    {
      p.em = p.size * u;
      place_words (&p, has_community);
      place_bars (scene, plan, &p);
      if (p.per_point > 0.0 || p.size <= 1.0)
        return p;
    }
}

static gboolean
add_heads (YsScene *scene, const YsRankingPlan *plan, const YsSlideArea *area, const Places *p)
{
  double y = area->top + HEAD_Y * p->u, rule = area->top + RULE_Y * p->u, full, room;
  g_autofree char *long_text = g_strdup_printf ("满 %d", plan->data->long_weight);
  g_autofree char *property_text = g_strdup_printf ("满 %d", plan->data->property_weight);
  gboolean says_red;

  ys_scene_add_words (scene, YS_ROLE_INK_2, "名次", 1, FALSE, YS_WORDS_END, p->rank_right, y, 0);
  if (plan->ranked->any_last)
    ys_scene_add_words (scene, YS_ROLE_INK_2, "升降", 1, FALSE, YS_WORDS_END, p->change_right, y,
                        0);
  ys_scene_add_words (scene, YS_ROLE_INK_2, "小区", 1, FALSE, YS_WORDS_START, p->name_left, y, 0);
  if (p->community_left > 0.0)
    ys_scene_add_words (scene, YS_ROLE_INK_2, "社区", 1, FALSE, YS_WORDS_START, p->community_left,
                        y, 0);
  ys_scene_add_words (scene, YS_ROLE_INK_2, "总分", 1, FALSE, YS_WORDS_END, p->score_right, y, 0);
  ys_scene_add_line (scene, YS_ROLE_RULE, YS_FILL_SOLID, p->left, rule, p->right, rule, 0.06);
  if (p->per_point <= 0.0)
    return TRUE;
  room = p->long_full - p->bars_left
         - ys_scene_add_words (scene, YS_ROLE_ACCENT, "长效", 1, TRUE, YS_WORDS_START, p->bars_left,
                               y, 0);
  full = ys_scene_add_words (scene, YS_ROLE_INK_2, long_text, 1, FALSE, YS_WORDS_END, p->long_full,
                             y, 0)
         + 0.65 * p->u;
  says_red = room - full - ys_scene_measure (scene, "红：失分", 1, FALSE) > 0.6 * p->u;
  if (says_red)
    ys_scene_add_words (scene, YS_ROLE_DEDUCTION, "红：失分", 1, FALSE, YS_WORDS_END,
                        p->long_full - full, y, 0);
  ys_scene_add_words (scene, YS_ROLE_ACCENT, "物业", 1, TRUE, YS_WORDS_START, p->property_left, y,
                      0);
  ys_scene_add_words (scene, YS_ROLE_INK_2, property_text, 1, FALSE, YS_WORDS_END, p->property_full,
                      y, 0);
  ys_scene_add_words (scene, YS_ROLE_ACCENT, "加分", 1, TRUE, YS_WORDS_START, p->bonus_left, y, 0);
  return says_red;
}

/* A value from its zero, and what is lost up to full marks. The figure stands on the longer of the
 * two. */
static void
add_bar (YsScene *scene, const Places *p, gint64 value, double left, double full, double y)
{
  double height = MIN (p->pitch * BAR_SHARE, BAR_MOST * p->u), gap = LOST_GAP * p->u, lost, width,
         need;
  g_autofree char *text = NULL;

  if (value == YS_NO_POINTS)
    {
      ys_scene_add_words (scene, YS_ROLE_INK_2, "—", p->size, FALSE, YS_WORDS_START,
                          left + 0.3 * p->u, y, 0);
      return;
    }
  text = ys_points_text (value, FALSE);
  need = ys_scene_measure (scene, text, p->size, FALSE) + 0.6 * p->u;
  width = (double)MAX (value, 0) * p->per_point;
  lost = full - left - width;
  if (width > 0.0)
    ys_scene_add_rectangle (scene, YS_ROLE_BAR, YS_FILL_SOLID, left, y - height / 2, width, height);
  if (lost > 0.01)
    {
      double from = width <= 0.0 ? left : MIN (left + width + gap, full - lost / 2.0);

      ys_scene_add_rectangle (scene, YS_ROLE_LOST, YS_FILL_SOLID, from, y - height / 2, full - from,
                              height);
    }
  if (width >= need || width >= lost)
    ys_scene_add_words (scene, YS_ROLE_INK, text, p->size, FALSE, YS_WORDS_START, left + 0.3 * p->u,
                        y, 0);
  else
    ys_scene_add_words (scene, YS_ROLE_ON_HEAT, text, p->size, FALSE, YS_WORDS_START,
                        left + width + (width > 0 ? gap : 0) + 0.3 * p->u, y, 0);
}

static void
add_bars (
    YsScene *scene, const YsRankingPlan *plan, const Places *p, const YsChartRow *row, double y)
{
  const YsRankingData *data = plan->data;
  double height = MIN (p->pitch * BAR_SHARE, BAR_MOST * p->u), width;
  gint64 bonus = bonus_of (row);
  g_autofree char *text = ys_points_text (bonus, TRUE);

  add_bar (scene, p, ys_weighted (row->long_term, data->long_weight), p->bars_left, p->long_full,
           y);
  add_bar (scene, p, ys_weighted (row->property, data->property_weight), p->property_left,
           p->property_full, y);
  if (bonus == 0)
    return;
  width = (double)MAX (bonus, 0) * p->per_point;
  if (width > 0.0)
    ys_scene_add_rectangle (scene, YS_ROLE_BAR, YS_FILL_SOLID, p->bonus_left, y - height / 2, width,
                            height);
  ys_scene_add_words (scene, bonus < 0 ? YS_ROLE_DEDUCTION : YS_ROLE_INK, text, p->size, FALSE,
                      YS_WORDS_START, p->bonus_left + width + 0.25 * p->u, y, 0);
}

static void
add_rank_and_name (YsScene *scene, const Places *p, const YsChartRow *row, gboolean bold, double y)
{
  g_autofree char *rank = g_strdup_printf ("%u", row->rank);

  ys_scene_add_words (scene, YS_ROLE_INK, rank, p->size, bold, YS_WORDS_END, p->rank_right, y, 0);
  ys_scene_add_words (scene, YS_ROLE_INK, row->name, p->size, bold, YS_WORDS_START, p->name_left, y,
                      p->name_width);
}

/* While the slide is built the newest row is bold; a row with a prize stays so. */
static void
add_row (YsScene *scene, const YsRankingPlan *plan, const Places *p, guint index, double y)
{
  const YsChartRow *row = ys_ranked_row (plan->ranked, index);
  gboolean has_prize = row->prize != YS_CHART_PRIZE_NONE;
  int step = ys_ranking_step (plan, index);
  g_autofree char *tip = ys_row_tip (row);
  g_autofree char *score = ys_points_text (row->score == YS_NO_POINTS ? 0 : row->score, FALSE);

  ys_scene_set_target (scene, row->id, tip);
  ys_scene_set_step (scene, step);
  if (plan->ranked->any_last)
    ys_add_change (scene, row, p->size, p->change_right, y);
  if (p->community_left > 0.0)
    ys_scene_add_words (scene, YS_ROLE_INK_2, row->community, p->size, FALSE, YS_WORDS_START,
                        p->community_left, y, p->community_width);
  ys_scene_add_words (scene, YS_ROLE_INK, row->score == YS_NO_POINTS ? "—" : score, p->size, TRUE,
                      YS_WORDS_END, p->score_right, y, 0);
  if (p->per_point > 0.0)
    add_bars (scene, plan, p, row, y);
  if (!has_prize && step > 0 && step < (int)plan->last_step)
    {
      ys_scene_set_until (scene, step + 1);
      add_rank_and_name (scene, p, row, TRUE, y);
      ys_scene_set_until (scene, 0);
      ys_scene_set_step (scene, step + 1);
      ys_scene_set_at_once (scene, TRUE);
    }
  add_rank_and_name (scene, p, row, has_prize, y);
  ys_scene_set_at_once (scene, FALSE);
  ys_scene_set_step (scene, 0);
  ys_scene_set_target (scene, 0, NULL);
}

static void
add_marks (YsScene *scene, const YsRankingPlan *plan, const Places *p, guint from, guint to)
{
  for (guint i = from; i < to;)
    {
      double y = p->top + p->pitch * (i - from);
      guint first, end, shown;

      ys_ranked_tie (plan->ranked, i, &first, &end);
      shown = MIN (end, to);
      ys_scene_set_step (scene, ys_ranking_step (plan, i));
      if (end - first > 1)
        ys_add_tie (scene, p->tie_x, y + 0.12 * p->pitch,
                    y + p->pitch * (shown - i) - 0.12 * p->pitch, first<i, end> to);
      ys_scene_set_step (scene, 0);
      i = MAX (shown, i + 1);
    }
}

static void
add_prizes (YsScene *scene, const YsRankingPlan *plan, const Places *p, guint from, guint to)
{
  for (guint i = from; i < to;)
    {
      const YsChartRow *row = ys_ranked_row (plan->ranked, i);
      gboolean is_pending = row->prize == YS_CHART_PRIZE_PENDING;
      double y = p->top + p->pitch * (i - from), inset = 0.14 * MIN (p->pitch, 2.0 * p->u);
      guint first, end;

      ys_ranked_prize (plan->ranked, i, &first, &end);
      end = MIN (end, to);
      ys_scene_set_step (scene, ys_ranking_step (plan, i));
      if (row->prize != YS_CHART_PRIZE_NONE && (is_pending || row->prize_name != NULL))
        ys_add_bracket (scene, is_pending, is_pending ? "待定" : row->prize_name, p->size,
                        p->bracket_x, y + inset, y + p->pitch * (end - i) - inset);
      ys_scene_set_step (scene, 0);
      i = end;
    }
}

void
ys_ranking_add_rows (YsScene *scene,
                     const YsRankingPlan *plan,
                     const YsSlideArea *area,
                     guint first,
                     guint end,
                     double left,
                     double right,
                     gboolean *says_red)
{
  Places p = place (scene, plan, area, left, right);
  double bottom = p.top + p.pitch * (end - first);

  *says_red = add_heads (scene, plan, area, &p);
  for (guint i = first; i < end; i++)
    {
      double y = p.top + p.pitch * (i - first);

      if (ys_ranked_row (plan->ranked, i)->prize != YS_CHART_PRIZE_NONE)
        ys_scene_add_rectangle (scene, YS_ROLE_BAND, YS_FILL_SOLID, left, y, right - left, p.pitch);
    }
  for (guint i = first + 1; i < end; i++)
    ys_scene_add_line (scene, YS_ROLE_ROW_LINE, YS_FILL_SOLID, left, p.top + p.pitch * (i - first),
                       p.lines_right, p.top + p.pitch * (i - first), 0.04);
  for (guint i = first; i < end; i++)
    add_row (scene, plan, &p, i, p.top + p.pitch * (i - first + 0.5));
  if (p.per_point > 0.0 && end > first)
    {
      ys_scene_add_line (scene, YS_ROLE_CONTEXT, YS_FILL_SOLID, p.long_full, p.top, p.long_full,
                         bottom, 0.05);
      ys_scene_add_line (scene, YS_ROLE_CONTEXT, YS_FILL_SOLID, p.property_full, p.top,
                         p.property_full, bottom, 0.05);
    }
  add_marks (scene, plan, &p, first, end);
  add_prizes (scene, plan, &p, first, end);
}
