/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each score against the period before: a dot where it is, a tail from where it was. */
#include "config.h"

#include "rank-cells.h"

#include <math.h>
#include <stdlib.h>

#define ROWS_A_PAGE 20
#define MOST_STEPS 6
/* Units. */
#define HEAD_Y 0.51
#define RULE_Y 1.22
#define ROWS_Y 1.35
#define ROWS_BOTTOM 0.9
#define MOST_PITCH 2.9
#define DOT 0.72
#define LEAST_SPAN 600.0 /* hundredths */

typedef struct
{
  YsScene *scene;
  YsSlideArea area;
  const YsRanked *ranked;
  guint first, end;
  double u, size, em, pitch, top, axis_left, axis_right, last_right, now_right, low, high;
} Change;

guint
ys_change_n_pages (const YsRankingData *data)
{
  return ys_composition_n_pages (data);
}

static gboolean
has_both (const YsChartRow *row)
{
  return row->score != YS_NO_POINTS && row->last_score != YS_NO_POINTS;
}

/* One axis for all pages. */
static void
set_span (Change *c)
{
  double low = G_MAXDOUBLE, high = -G_MAXDOUBLE, middle, span;

  for (guint i = 0; i < c->ranked->rows->len; i++)
    {
      const YsChartRow *row = ys_ranked_row (c->ranked, i);

      if (row->score == YS_NO_POINTS)
        continue;
      low = MIN (low, (double)row->score);
      high = MAX (high, (double)row->score);
      if (row->last_score == YS_NO_POINTS)
        continue;
      low = MIN (low, (double)row->last_score);
      high = MAX (high, (double)row->last_score);
    }
  if (low > high)
    low = high = 10000.0;
  middle = (low + high) / 2.0;
  span = MAX (high - low, LEAST_SPAN);
  c->low = middle - span * 0.53;
  c->high = middle + span * 0.53;
}

static double
x_of (const Change *c, double score)
{
  return c->axis_left + (score - c->low) / (c->high - c->low) * (c->axis_right - c->axis_left);
}

static void
place (Change *c)
{
  double u = c->u, low = (c->area.is_bare ? 0.1 : ROWS_BOTTOM) * u;
  guint n = c->ranked->rows->len > ROWS_A_PAGE ? ROWS_A_PAGE : MAX (c->ranked->rows->len, 1);

  c->top = c->area.top + ROWS_Y * u;
  c->pitch = MIN ((c->area.bottom - low - c->top) / n, MOST_PITCH * u);
  c->size = CLAMP (c->pitch / u / 1.36, 1.0, c->area.is_bare ? 1.0 : 1.35);
  c->em = c->size * u;
  c->now_right = c->area.right - 4.2 * c->em;
  c->last_right = c->now_right - 4.4 * c->em;
  c->axis_left = c->area.left + 11.6 * c->em;
  c->axis_right = c->last_right - 4.2 * c->em;
  set_span (c);
}

static void
add_heads (const Change *c, const YsChartFrame *frame)
{
  double y = c->area.top + HEAD_Y * c->u, rule = c->area.top + RULE_Y * c->u;
  double bottom = c->top + c->pitch * (c->end - c->first);
  double step = MAX (ys_nice_step ((c->high - c->low) / 100.0, MOST_STEPS), 1.0) * 100.0;
  const char *last = ys_last_period_word (frame->period);

  ys_scene_add_words (c->scene, YS_ROLE_INK_2, "名次", 1, FALSE, YS_WORDS_END,
                      c->area.left + 2.05 * c->em, y, 0);
  ys_scene_add_words (c->scene, YS_ROLE_INK_2, "小区", 1, FALSE, YS_WORDS_START,
                      c->area.left + 2.75 * c->em, y, 0);
  ys_scene_add_words (c->scene, YS_ROLE_INK_2, last, 1, FALSE, YS_WORDS_END, c->last_right, y, 0);
  ys_scene_add_words (c->scene, YS_ROLE_INK_2, "总分", 1, FALSE, YS_WORDS_END, c->now_right, y, 0);
  ys_scene_add_words (c->scene, YS_ROLE_INK_2, "升降", 1, FALSE, YS_WORDS_END, c->area.right, y, 0);
  ys_scene_add_line (c->scene, YS_ROLE_RULE, YS_FILL_SOLID, c->area.left, rule, c->area.right, rule,
                     0.06);
  for (double at = ceil (c->low / step) * step; at <= c->high; at += step)
    {
      double x = x_of (c, at);
      g_autofree char *text
          = g_strdup_printf ("%s%d", at < 0 ? YS_MINUS : "", abs ((int)(at / 100.0)));

      ys_scene_add_line (c->scene, YS_ROLE_ROW_LINE, YS_FILL_SOLID, x, c->top, x, bottom, 0.05);
      if (x > c->axis_left + c->u && x < c->axis_right - c->u)
        ys_scene_add_words (c->scene, YS_ROLE_INK_2, text, 1, FALSE, YS_WORDS_CENTER, x, y, 0);
    }
}

static void
add_dot (const Change *c, const YsChartRow *row, double y)
{
  double x = x_of (c, (double)row->score), from, d = DOT * c->u;
  gboolean up = has_both (row) && row->score > row->last_score;

  if (has_both (row))
    {
      from = x_of (c, (double)row->last_score);
      ys_scene_add_line (c->scene, up ? YS_ROLE_BAR : YS_ROLE_CONTEXT, YS_FILL_SOLID, from, y, x, y,
                         0.22);
      ys_scene_add_line (c->scene, up ? YS_ROLE_ACCENT : YS_ROLE_INK_2, YS_FILL_SOLID, from,
                         y - 0.3 * c->u, from, y + 0.3 * c->u, 0.08);
    }
  ys_scene_add_disc (c->scene, up ? YS_ROLE_ACCENT : YS_ROLE_INK,
                     has_both (row) ? YS_FILL_SOLID : YS_FILL_HOLLOW, x - d / 2, y - d / 2, d);
}

static void
add_row (const Change *c, guint index, double y)
{
  const YsChartRow *row = ys_ranked_row (c->ranked, index);
  gint64 change = has_both (row) ? row->score - row->last_score : 0;
  YsRole role = change > 0 ? YS_ROLE_ACCENT : change < 0 ? YS_ROLE_INK : YS_ROLE_INK_2;
  g_autofree char *rank = g_strdup_printf ("%u", row->rank),
                  *now = ys_points_text (row->score, FALSE);
  g_autofree char *last
      = row->last_score == YS_NO_POINTS ? g_strdup ("缺") : ys_points_text (row->last_score, FALSE);
  g_autofree char *by = ys_points_text (change, TRUE), *tip = ys_row_tip (row);

  ys_scene_set_target (c->scene, row->id, tip);
  ys_scene_add_words (c->scene, YS_ROLE_INK, rank, c->size, FALSE, YS_WORDS_END,
                      c->area.left + 2.05 * c->em, y, 0);
  ys_scene_add_words (c->scene, YS_ROLE_INK, row->name, c->size, FALSE, YS_WORDS_START,
                      c->area.left + 2.75 * c->em, y, 8.0 * c->em);
  if (row->score != YS_NO_POINTS)
    add_dot (c, row, y);
  ys_scene_add_words (c->scene, YS_ROLE_INK_2, last, c->size, FALSE, YS_WORDS_END, c->last_right, y,
                      0);
  ys_scene_add_words (c->scene, YS_ROLE_INK, row->score == YS_NO_POINTS ? "—" : now, c->size, TRUE,
                      YS_WORDS_END, c->now_right, y, 0);
  if (has_both (row))
    ys_scene_add_words (c->scene, role, by, c->size, FALSE, YS_WORDS_END, c->area.right, y, 0);
  ys_scene_set_target (c->scene, 0, NULL);
}

static void
add_rows (const Change *c)
{
  for (guint i = c->first; i < c->end; i++)
    {
      double top = c->top + c->pitch * (i - c->first);

      if (i > c->first)
        ys_scene_add_line (c->scene, YS_ROLE_ROW_LINE, YS_FILL_SOLID, c->area.left, top,
                           c->area.right, top, 0.04);
      add_row (c, i, top + c->pitch / 2.0);
    }
  for (guint i = c->first; i < c->end;)
    {
      double y = c->top + c->pitch * (i - c->first), inset = 0.12 * c->pitch;
      guint first, end;

      ys_ranked_tie (c->ranked, i, &first, &end);
      if (end - first > 1)
        ys_add_tie (c->scene, c->area.left + 2.05 * c->em + 0.3 * c->u, y + inset,
                    y + c->pitch * (MIN (end, c->end) - i) - inset, first<i, end> c->end);
      i = MIN (end, c->end);
    }
}

/* The largest rise and the largest fall; the first by rank when several are as large. */
static char *
finding_of (const YsRanked *ranked)
{
  const YsChartRow *up = NULL, *down = NULL;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ranked->rows->len; i++)
    {
      const YsChartRow *row = ys_ranked_row (ranked, i);
      gint64 by = has_both (row) ? row->score - row->last_score : 0;

      if (by > 0 && (up == NULL || by > up->score - up->last_score))
        up = row;
      if (by < 0 && (down == NULL || by < down->score - down->last_score))
        down = row;
    }
  if (up != NULL)
    {
      g_autofree char *by = ys_points_text (up->score - up->last_score, TRUE);

      g_string_append_printf (text, "%s升得最多（%s）", up->name, by);
    }
  if (down != NULL)
    {
      g_autofree char *by = ys_points_text (down->score - down->last_score, TRUE);

      g_string_append_printf (text, "%s%s降得最多（%s）", up != NULL ? "，" : "", down->name, by);
    }
  if (text->len == 0)
    g_string_append (text, "没有升降");
  return g_string_free (text, FALSE);
}

YsScene *
ys_change_layout (const YsRankingData *data,
                  const YsChartFrame *frame,
                  double width,
                  double height,
                  PangoContext *context)
{
  g_autoptr (YsRanked) ranked = ys_ranked_new (data);
  Change c = { .ranked = ranked, .first = MIN (frame->page * ROWS_A_PAGE, ranked->rows->len) };
  const char *last = ys_last_period_word (frame->period);
  g_autofree char *title = g_strdup_printf ("总分与%s相比", last), *finding = finding_of (ranked);
  g_autofree char *missing = g_strdup_printf ("缺：%s未参评，只有空心点。", last);
  g_autofree char *tail = g_strdup_printf ("点为本期，尾为%s；蓝为升。", last);
  const char *notes[3] = { tail, NULL, NULL };

  for (guint i = 0; i < ranked->rows->len; i++)
    if (!has_both (ys_ranked_row (ranked, i)))
      notes[1] = missing;
  c.end = MIN (c.first + ROWS_A_PAGE, ranked->rows->len);
  c.scene = ys_slide_new (frame, title, finding, 0, width, height, context, &c.area);
  c.u = c.area.u;
  place (&c);
  add_heads (&c, frame);
  add_rows (&c);
  ys_slide_footer (c.scene, frame, &c.area, notes, ys_change_n_pages (data));
  return c.scene;
}
