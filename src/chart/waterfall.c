/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From full marks to a score, step by step. Both ends are lines, not bars, so the axis need not
 * begin at zero: it spans the running totals. */
#include "config.h"

#include "waterfall-steps.h"

#include <math.h>
#include <stdlib.h>

/* Units. */
#define HEAD_Y 1.3
#define ROWS_Y 2.1
#define ROWS_BOTTOM 0.5
#define MOST_PITCH 3.2
#define NAMES_X 4.6
#define NAMES_WIDTH 8.3
#define BAR_SHARE 0.65
#define BAR_MOST 1.6
#define LABEL_GAP 0.35
#define LEAST_AXIS 12.0
/* Points that the axis spans at least, in ten-thousandths. */
#define LEAST_SPAN 60000.0

static const char *const part_names[YS_WATERFALL_PARTS] = { "长效", "物业", "加分" };

typedef struct
{
  YsScene *scene;
  const YsWaterfallData *data;
  YsSlideArea area;
  YsShownStep steps[YS_WATERFALL_MOST];
  guint n_steps;
  gint64 largest;
  double u, pitch, top, names_x, working_x, axis_left, axis_right, rest_left;
  double low, high; /* ten-thousandths */
} Waterfall;

/* (transfer full): exact: "−1.20", "+0.6025". */
static char *
exact_text (gint64 points, gboolean signed_)
{
  gint64 size = ABS (points), fraction = size % 10000;
  const char *sign = points < 0 ? YS_MINUS : signed_ && points > 0 ? "+" : "";
  int decimals = 4;

  while (decimals > 2 && fraction % 10 == 0)
    {
      fraction /= 10;
      decimals--;
    }
  return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%0*d", sign, size / 10000, decimals,
                          (int)fraction);
}

/* The steps that tell most: none is much smaller than the largest. */
static gboolean
is_large (const Waterfall *w, const YsShownStep *step)
{
  return step->n_joined == 1 && ABS (step->points) * 3 >= w->largest * 2;
}

static void
set_span (Waterfall *w)
{
  double at = (double)w->data->full * 100.0, end = (double)w->data->score * 100.0, missing;

  w->low = MIN (at, end);
  w->high = MAX (at, end);
  for (guint i = 0; i < w->n_steps; i++)
    {
      at += (double)w->steps[i].points;
      w->low = MIN (w->low, at);
      w->high = MAX (w->high, at);
    }
  missing = LEAST_SPAN - (w->high - w->low);
  if (missing > 0.0)
    {
      w->low -= missing / 2.0;
      w->high += missing / 2.0;
    }
}

static double
x_of (const Waterfall *w, double at)
{
  return w->axis_left + (at - w->low) / (w->high - w->low) * (w->axis_right - w->axis_left);
}

static double
widest_working (const Waterfall *w)
{
  double widest = 0.0;

  for (guint i = 0; i < w->n_steps; i++)
    if (w->steps[i].working != NULL)
      widest = MAX (widest, ys_scene_measure (w->scene, w->steps[i].working, 1.0, FALSE));
  if (w->data->total_working != NULL)
    widest = MAX (widest, ys_scene_measure (w->scene, w->data->total_working, 1.0, FALSE));
  return MIN (widest, 16.0 * w->u);
}

static void
place (Waterfall *w)
{
  double u = w->u, working = widest_working (w);
  double room = w->area.bottom - w->area.top - (ROWS_Y + (w->area.is_bare ? 0.1 : ROWS_BOTTOM)) * u;

  w->top = w->area.top + ROWS_Y * u;
  w->pitch = MIN (MOST_PITCH * u, room / (w->n_steps + 2));
  w->names_x = w->area.left + NAMES_X * u;
  w->working_x = w->names_x + NAMES_WIDTH * u;
  w->rest_left = w->area.right - 3.6 * u;
  w->axis_right = w->rest_left - 4.6 * u;
  w->axis_left = w->working_x + working + 1.6 * u;
  if (w->axis_right - w->axis_left < LEAST_AXIS * u)
    {
      w->axis_left = w->working_x + u;
      w->working_x = 0.0;
    }
  set_span (w);
}

static void
add_heads (const Waterfall *w)
{
  double y = w->area.top + HEAD_Y * w->u;

  ys_scene_add_words (w->scene, YS_ROLE_INK_2, "分项", 1, FALSE, YS_WORDS_START, w->names_x, y, 0);
  if (w->working_x > 0.0)
    ys_scene_add_words (w->scene, YS_ROLE_INK_2, "算法", 1, FALSE, YS_WORDS_START, w->working_x, y,
                        0);
  ys_scene_add_words (w->scene, YS_ROLE_INK_2, "余下", 1, FALSE, YS_WORDS_END, w->area.right, y, 0);
}

static double
row_y (const Waterfall *w, guint row)
{
  return w->top + w->pitch * (row + 0.5);
}

static double
bar_height (const Waterfall *w)
{
  return MIN (w->pitch * BAR_SHARE, BAR_MOST * w->u);
}

static void
add_end (
    const Waterfall *w, guint row, const char *name, double at, const char *points, double size)
{
  double y = row_y (w, row), x = x_of (w, at), half = MIN (w->pitch * 0.39, 0.95 * w->u);

  ys_scene_add_words (w->scene, YS_ROLE_INK, name, 1.15, TRUE, YS_WORDS_START, w->names_x, y, 0);
  ys_scene_add_line (w->scene, YS_ROLE_INK, YS_FILL_SOLID, x, y - half, x, y + half, 0.22);
  ys_scene_add_words (w->scene, YS_ROLE_INK, points, size, TRUE, YS_WORDS_END, w->area.right, y, 0);
}

/* Beyond its end; where that would touch the totals, before it. */
static void
add_label (const Waterfall *w, const YsShownStep *step, double left, double right, double y)
{
  gboolean large = is_large (w, step);
  g_autofree char *text = exact_text (step->points, TRUE);
  YsRole role = step->points < 0 ? YS_ROLE_DEDUCTION : YS_ROLE_ACCENT;
  double size = large ? 1.2 : 1.05, gap = LABEL_GAP * w->u;
  double width = ys_scene_measure (w->scene, text, size, large);

  if (right + gap + width <= w->rest_left - gap)
    ys_scene_add_words (w->scene, role, text, size, large, YS_WORDS_START, right + gap, y, 0);
  else
    ys_scene_add_words (w->scene, role, text, size, large, YS_WORDS_END, left - gap, y, 0);
}

static void
add_step (const Waterfall *w, guint index, double before)
{
  const YsShownStep *step = &w->steps[index];
  double y = row_y (w, index + 1), after = before + (double)step->points, height = bar_height (w);
  double from = x_of (w, before), to = x_of (w, after), previous;
  g_autofree char *rest = exact_text ((gint64)after, FALSE);
  g_autofree char *joined = step->n_joined > 1 ? g_strdup_printf ("%u 项合计", step->n_joined)
                                               : g_strdup (step->working);
  g_autofree char *points = exact_text (step->points, TRUE), *tip = NULL;

  tip = g_strdup_printf ("%s：%s，%s", step->name, joined, points);
  ys_scene_set_target (w->scene, step->id, tip);
  ys_scene_add_words (w->scene, YS_ROLE_INK, step->name, 1, is_large (w, step), YS_WORDS_START,
                      w->names_x, y, (NAMES_WIDTH - 0.4) * w->u);
  if (w->working_x > 0.0)
    ys_scene_add_words (w->scene, YS_ROLE_INK_2, joined, 1, FALSE, YS_WORDS_START, w->working_x, y,
                        w->axis_left - w->working_x - 0.4 * w->u);
  previous
      = index == 0 ? y - w->pitch + MIN (w->pitch * 0.39, 0.95 * w->u) : y - w->pitch + height / 2;
  ys_scene_add_line (w->scene, YS_ROLE_CONTEXT, YS_FILL_SOLID, from, previous, from, y - height / 2,
                     0.05);
  ys_scene_add_rectangle (w->scene, step->points < 0 ? YS_ROLE_DEDUCTION : YS_ROLE_ACCENT,
                          YS_FILL_SOLID, MIN (from, to), y - height / 2, fabs (to - from), height);
  add_label (w, step, MIN (from, to), MAX (from, to), y);
  ys_scene_add_words (w->scene, YS_ROLE_INK_2, rest, 1.05, FALSE, YS_WORDS_END, w->area.right, y,
                      0);
  ys_scene_set_target (w->scene, 0, NULL);
}

static void
add_part (const Waterfall *w, guint first, guint end)
{
  double top = w->top + w->pitch * (first + 1), bottom = w->top + w->pitch * (end + 1);
  double inset = 0.17 * w->pitch, x = w->names_x - 0.66 * w->u, y = (top + bottom) / 2.0;
  gint64 sum = 0;
  g_autofree char *text = NULL;

  for (guint i = first; i < end; i++)
    sum += w->steps[i].points;
  text = exact_text (sum, TRUE);
  ys_scene_add_line (w->scene, YS_ROLE_ACCENT, YS_FILL_SOLID, x, top + inset, x, bottom - inset,
                     0.08);
  /* One row says its own sum; there would be no room for both under each other. */
  if (end - first == 1 && w->pitch < 2.7 * w->u)
    {
      ys_scene_add_words (w->scene, YS_ROLE_INK, part_names[w->steps[first].part], 1.15, TRUE,
                          YS_WORDS_START, w->area.left, y, 0);
      return;
    }
  ys_scene_add_words (w->scene, YS_ROLE_INK, part_names[w->steps[first].part], 1.15, TRUE,
                      YS_WORDS_START, w->area.left, y - 0.72 * w->u, 0);
  ys_scene_add_words (w->scene, sum < 0 ? YS_ROLE_DEDUCTION : YS_ROLE_ACCENT, text, 1.0, FALSE,
                      YS_WORDS_START, w->area.left, y + 0.72 * w->u, x - w->area.left - 0.2 * w->u);
}

static void
add_rows (const Waterfall *w)
{
  double before = (double)w->data->full * 100.0;

  for (guint i = 0; i < w->n_steps; i++)
    {
      double y = w->top + w->pitch * (i + 1);

      ys_scene_add_line (w->scene, YS_ROLE_ROW_LINE, YS_FILL_SOLID, w->names_x, y, w->area.right, y,
                         0.05);
      add_step (w, i, before);
      before += (double)w->steps[i].points;
    }
  for (guint i = 0, end; i < w->n_steps; i = end)
    {
      for (end = i + 1; end < w->n_steps && w->steps[end].part == w->steps[i].part;)
        end++;
      add_part (w, i, end);
    }
}

static void
add_ends (const Waterfall *w)
{
  g_autofree char *full = ys_points_text (w->data->full, FALSE),
                  *score = ys_points_text (w->data->score, FALSE);
  g_autofree char *parts
      = g_strdup_printf ("%d + %d", w->data->long_weight, w->data->property_weight);
  guint last = w->n_steps + 1;
  double rule = w->top + w->pitch * last, x = x_of (w, (double)w->data->full * 100.0);
  double end_x = x_of (w, (double)w->data->score * 100.0);
  double from = w->n_steps > 0 ? row_y (w, last - 1) + bar_height (w) / 2 : row_y (w, 0);

  add_end (w, 0, "满分", (double)w->data->full * 100.0, full, 1.25);
  ys_scene_add_words (w->scene, YS_ROLE_INK_2, parts, 1, FALSE, YS_WORDS_END, x - 0.5 * w->u,
                      row_y (w, 0), 0);
  ys_scene_add_line (w->scene, YS_ROLE_INK_2, YS_FILL_SOLID, w->names_x, rule, w->area.right, rule,
                     0.06);
  ys_scene_add_line (w->scene, YS_ROLE_CONTEXT, YS_FILL_SOLID, end_x, from, end_x, row_y (w, last),
                     0.05);
  add_end (w, last, "总分", (double)w->data->score * 100.0, score, 1.35);
  if (w->working_x > 0.0)
    ys_scene_add_words (w->scene, YS_ROLE_INK_2, w->data->total_working, 1, FALSE, YS_WORDS_START,
                        w->working_x, row_y (w, last), w->axis_left - w->working_x - 0.4 * w->u);
}

/* Where no single loss stands out: what was lost in all, and the largest gain. */
static void
append_sums (GString *text, const Waterfall *w)
{
  const YsShownStep *gain = NULL;
  gint64 lost = 0;
  g_autofree char *lost_text = NULL, *gain_text = NULL;

  for (guint i = 0; i < w->n_steps; i++)
    if (w->steps[i].points < 0)
      lost -= w->steps[i].points;
    else if (gain == NULL || w->steps[i].points > gain->points)
      gain = &w->steps[i];
  lost_text = exact_text (lost, FALSE);
  gain_text = exact_text (gain != NULL ? gain->points : 0, FALSE);
  if (lost == 0)
    g_string_append (text, "没有失分");
  else
    g_string_append_printf (text, "只失 %s 分", lost_text);
  if (gain != NULL)
    g_string_append_printf (text, "，%s加 %s 分", gain->name, gain_text);
}

static char *
finding_of (const Waterfall *w)
{
  GString *text = g_string_new (NULL);
  guint n = 0;

  if (w->data->rank > 0)
    g_string_append_printf (text, "第 %u 名；", w->data->rank);
  for (guint i = 0; i < w->n_steps && n < 2; i++)
    if (w->steps[i].points < 0 && is_large (w, &w->steps[i]))
      g_string_append_printf (text, "%s%s", n++ > 0 ? "与" : "", w->steps[i].name);
  if (n > 0)
    g_string_append (text, "失分最多");
  else
    append_sums (text, w);
  return g_string_free (text, FALSE);
}

YsScene *
ys_waterfall_layout (const YsWaterfallData *data,
                     const YsChartFrame *frame,
                     double width,
                     double height,
                     PangoContext *context)
{
  static const char *const notes[] = { "每步 = 数量 × 单价 × 权重；四舍五入只在总分一次。", NULL };
  Waterfall w = { .data = data };
  g_autofree char *score = ys_points_text (data->score, FALSE), *finding = NULL;
  g_autofree char *title = g_strdup_printf ("%s怎样得到 %s 分", data->name, score);

  w.n_steps = ys_waterfall_choose (data, w.steps);
  for (guint i = 0; i < w.n_steps; i++)
    w.largest = MAX (w.largest, ABS (w.steps[i].points));
  finding = finding_of (&w);
  w.scene = ys_slide_new (frame, title, finding, 0, width, height, context, &w.area);
  w.u = w.area.u;
  place (&w);
  add_heads (&w);
  add_rows (&w);
  add_ends (&w);
  ys_slide_footer (w.scene, frame, &w.area, notes, 0);
  return w.scene;
}
