/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scores over the periods: at most four lines stand out and are named at their end, the others are
 * grey. A missing period is a gap, never filled; a period alone is a dot. */
#include "config.h"

#include "axis.h"
#include "chart-words.h"
#include "chart.h"
#include "slide.h"
#include "trend-data.h"
#include "trend-periods.h"

#define CONTEXT_LINE 0.07
#define FINE_LINE 0.04
#define MANY 60
#define THIN_LINE 0.11
#define THICK_LINE 0.22
#define TICK_PITCH 3.6
#define LABEL_LINE 1.35
#define LABEL_HEIGHT 2.9
#define NAME_GAP 0.35
#define LABEL_GAP 1.4
#define MAX_LABEL_SHARE 0.36

typedef struct
{
  YsScene *scene;
  const YsTrendData *data;
  YsAxis axis;
  double unit, left, top, right, bottom; /* of the plot */
  double label_x, label_right;           /* of the names at the end */
  YsTrendPick picks[YS_TREND_MAX_PICKS];
  guint n_picks;
} Plot;

static double
y_at (const Plot *plot, double score)
{
  return plot->bottom - (plot->bottom - plot->top) * ys_axis_position (&plot->axis, score);
}

static YsRole
pick_role (const YsTrendPick *pick)
{
  switch (pick->reason)
    {
    case YS_PICK_RISE:
    case YS_PICK_ONLY:
      return YS_ROLE_ACCENT;
    case YS_PICK_FALL:
      return YS_ROLE_INK;
    case YS_PICK_FIRST:
    case YS_PICK_LAST:
    case YS_PICK_SECOND_FALL:
    case YS_PICK_SECOND_RISE:
      return YS_ROLE_INK_2;
    }
  g_assert_not_reached ();
}

static gboolean
is_thick (const YsTrendPick *pick)
{
  return pick_role (pick) != YS_ROLE_INK_2;
}

static gboolean
is_picked (const Plot *plot, guint line)
{
  for (guint i = 0; i < plot->n_picks; i++)
    if (plot->picks[i].line == line)
      return TRUE;
  return FALSE;
}

static void
add_dot (Plot *plot, YsRole role, double x, double y, double diameter)
{
  double d = diameter * plot->unit;

  ys_scene_add_disc (plot->scene, role, YS_FILL_SOLID, x - d / 2.0, y - d / 2.0, d);
}

/* @halo: how much wider the ground shows around the line; 0 none. */
static void
add_line (Plot *plot, guint index, YsRole role, double width, double halo)
{
  const YsTrendLine *line = &plot->data->lines[index];
  guint n_periods = plot->data->n_periods, n = 0;
  g_autofree YsPoint *points = g_new (YsPoint, n_periods + 1);
  g_autofree char *tip = ys_trend_tip (plot->data, line);

  ys_scene_set_target (plot->scene, line->id, tip);
  for (guint i = 0; i <= n_periods; i++)
    {
      if (i < n_periods && line->scores[i] != YS_NO_POINTS)
        {
          points[n++] = (YsPoint){ ys_trend_x (plot->data, i, plot->left, plot->right),
                                   y_at (plot, (double)line->scores[i]) };
          continue;
        }
      if (n == 1)
        add_dot (plot, role, points[0].x, points[0].y, MAX (width * 2.5, 0.3));
      if (n > 1 && halo > 0.0)
        ys_scene_add_polyline (plot->scene, YS_ROLE_GROUND, points, n, width + halo);
      if (n > 1)
        ys_scene_add_polyline (plot->scene, role, points, n, width);
      n = 0;
    }
  ys_scene_set_target (plot->scene, 0, NULL);
}

static void
add_pick_line (Plot *plot, const YsTrendPick *pick)
{
  const YsTrendLine *line = &plot->data->lines[pick->line];
  YsRole role = pick_role (pick);

  add_line (plot, pick->line, role, is_thick (pick) ? THICK_LINE : THIN_LINE,
            is_thick (pick) ? 0.22 : 0.15);
  if (line->scores[0] != YS_NO_POINTS)
    add_dot (plot, role, ys_trend_x (plot->data, 0, plot->left, plot->right),
             y_at (plot, (double)line->scores[0]), 0.36);
  add_dot (plot, role, plot->right, y_at (plot, (double)ys_trend_now (plot->data, line)), 0.52);
}

static void
add_lines (Plot *plot)
{
  /* Hundreds would be one grey wall. */
  gboolean many = plot->data->n_lines > MANY;

  for (guint i = 0; i < plot->data->n_lines; i++)
    if (!is_picked (plot, i))
      add_line (plot, i, many ? YS_ROLE_RULE : YS_ROLE_CONTEXT, many ? FINE_LINE : CONTEXT_LINE,
                0.0);
  for (int thick = 0; thick <= 1; thick++)
    for (guint i = plot->n_picks; i > 0; i--)
      if (is_thick (&plot->picks[i - 1]) == thick)
        add_pick_line (plot, &plot->picks[i - 1]);
}

static void
add_axis (Plot *plot)
{
  for (guint i = 0; i < plot->axis.n_ticks; i++)
    {
      double value = ys_axis_tick (&plot->axis, i);
      double y = y_at (plot, value);
      g_autofree char *text = ys_axis_text (&plot->axis, value);

      ys_scene_add_line (plot->scene, YS_ROLE_ROW_LINE, YS_FILL_SOLID, plot->left, y, plot->right,
                         y, 0.06);
      ys_scene_add_words (plot->scene, YS_ROLE_INK_2, text, 1.0, FALSE, YS_WORDS_END,
                          plot->left - 0.8 * plot->unit, y, 0.0);
    }
}

/* "居首 +3.40". (transfer full) */
static char *
reason_text (const Plot *plot, const YsTrendPick *pick)
{
  const YsTrendLine *line = &plot->data->lines[pick->line];
  g_autofree char *change_text = NULL;
  const char *reason = ys_trend_reason (pick);
  gint64 change;

  if (!ys_trend_change (plot->data, line, &change))
    return g_strdup (reason);
  change_text = ys_points_text (change, TRUE);
  return *reason == '\0' ? g_steal_pointer (&change_text)
                         : g_strdup_printf ("%s %s", reason, change_text);
}

/* (transfer full) (nullable): how many lines are grey. */
static char *
rest_text (const Plot *plot)
{
  guint n = plot->data->n_lines - plot->n_picks;

  if (n == 0)
    return NULL;
  return g_strdup_printf (plot->n_picks > 0 ? "灰线：其余 %u 个" : "灰线：%u 个小区", n);
}

static double
label_width (Plot *plot)
{
  g_autofree char *rest = rest_text (plot);
  double width = rest != NULL ? ys_scene_measure (plot->scene, rest, 1.0, FALSE) : 0.0;

  for (guint i = 0; i < plot->n_picks; i++)
    {
      const YsTrendLine *line = &plot->data->lines[plot->picks[i].line];
      g_autofree char *score = ys_points_text (ys_trend_now (plot->data, line), FALSE);
      g_autofree char *reason = reason_text (plot, &plot->picks[i]);
      double first = ys_scene_measure (plot->scene, line->name, 1.0, TRUE) + NAME_GAP * plot->unit
                     + ys_scene_measure (plot->scene, score, 1.0, TRUE);

      width = MAX (width, MAX (first, ys_scene_measure (plot->scene, reason, 1.0, FALSE)));
    }
  return width + 0.1 * plot->unit;
}

static void
add_label (Plot *plot, const YsTrendPick *pick, double top)
{
  const YsTrendLine *line = &plot->data->lines[pick->line];
  g_autofree char *score = ys_points_text (ys_trend_now (plot->data, line), FALSE);
  g_autofree char *reason = reason_text (plot, pick);
  g_autofree char *tip = ys_trend_tip (plot->data, line);
  double u = plot->unit, y = top + LABEL_LINE / 2.0 * u,
         dot_y = y_at (plot, (double)ys_trend_now (plot->data, line)),
         room = plot->label_right - plot->label_x - NAME_GAP * u
                - ys_scene_measure (plot->scene, score, 1.0, TRUE),
         width;
  YsRole role = pick_role (pick);

  ys_scene_set_target (plot->scene, line->id, tip);
  ys_scene_add_line (plot->scene, role, YS_FILL_SOLID, plot->right + 0.5 * u, dot_y,
                     plot->label_x - 0.3 * u, y, 0.06);
  width = ys_scene_add_words (plot->scene, role, line->name, 1.0, TRUE, YS_WORDS_START,
                              plot->label_x, y, MAX (room, u));
  ys_scene_add_words (plot->scene, role, score, 1.0, TRUE, YS_WORDS_START,
                      plot->label_x + width + NAME_GAP * u, y,
                      plot->label_right - plot->label_x - width - NAME_GAP * u);
  ys_scene_add_words (plot->scene, role, reason, 1.0, FALSE, YS_WORDS_START, plot->label_x,
                      y + LABEL_LINE * u, plot->label_right - plot->label_x);
  ys_scene_set_target (plot->scene, 0, NULL);
}

/* In the widest space that the labels leave. */
static void
add_rest (Plot *plot, const double *tops, double low, double high)
{
  g_autofree char *rest = rest_text (plot);
  double best = 0.0, middle = 0.0, end = low;

  if (rest == NULL)
    return;
  for (guint i = 0; i <= plot->n_picks; i++)
    {
      double next = i < plot->n_picks ? tops[i] : high;

      if (next - end > best)
        {
          best = next - end;
          middle = (next + end) / 2.0;
        }
      end = next + LABEL_HEIGHT * plot->unit;
    }
  if (best >= LABEL_LINE * plot->unit)
    ys_scene_add_words (plot->scene, YS_ROLE_INK_2, rest, 1.0, FALSE, YS_WORDS_START, plot->label_x,
                        middle, plot->label_right - plot->label_x);
}

static void
add_labels (Plot *plot, double low, double high)
{
  double tops[YS_TREND_MAX_PICKS], height = LABEL_HEIGHT * plot->unit;

  for (guint i = 0; i < plot->n_picks; i++)
    {
      gint64 now = ys_trend_now (plot->data, &plot->data->lines[plot->picks[i].line]);

      tops[i] = y_at (plot, (double)now) - LABEL_LINE / 2.0 * plot->unit;
    }
  ys_spread_labels (tops, plot->n_picks, height, low, high - height);
  for (guint i = 0; i < plot->n_picks; i++)
    add_label (plot, &plot->picks[i], tops[i]);
  add_rest (plot, tops, low, high);
}

static void
place_plot (Plot *plot, const YsSlideArea *area, gint64 least, gint64 most)
{
  double u = area->u, tick_width = 0.0, width;
  gboolean years = ys_trend_has_years (plot->data);

  plot->unit = u;
  plot->top = area->top + (area->is_bare ? 0.7 : 1.2) * u;
  plot->bottom = MAX (area->bottom - (years ? 3.2 : 1.9) * u, plot->top + u);
  ys_axis_fit (&plot->axis, least, most,
               (guint)CLAMP ((plot->bottom - plot->top) / (TICK_PITCH * u), 2.0, 12.0));
  for (guint i = 0; i < plot->axis.n_ticks; i++)
    {
      g_autofree char *text = ys_axis_text (&plot->axis, ys_axis_tick (&plot->axis, i));

      tick_width = MAX (tick_width, ys_scene_measure (plot->scene, text, 1.0, FALSE));
    }
  width = MIN (label_width (plot), (area->right - area->left) * MAX_LABEL_SHARE);
  plot->left = area->left + tick_width + 0.8 * u;
  plot->label_right = area->right;
  plot->label_x = area->right - width;
  plot->right = plot->label_x - LABEL_GAP * u;
}

static void
draw (Plot *plot, const YsSlideArea *area, gint64 least, gint64 most)
{
  double below = ys_trend_has_years (plot->data) ? 1.6 : 0.7, low = area->bottom;

  place_plot (plot, area, least, most);
  add_axis (plot);
  ys_trend_add_periods (plot->scene, plot->data, plot->left, plot->right,
                        area->bottom - below * area->u);
  add_lines (plot);
  /* A long name of the last period reaches under the labels. */
  if (plot->data->n_periods > 0
      && ys_trend_period_width (plot->scene, plot->data, plot->data->n_periods - 1) / 2.0
             > (LABEL_GAP - 0.2) * area->u)
    low = area->bottom - (below + 0.6) * area->u;
  add_labels (plot, area->top, low);
}

YsScene *
ys_trend_layout (const YsTrendData *data,
                 const YsChartFrame *frame,
                 double width,
                 double height,
                 PangoContext *context)
{
  static const char *const gap_note[] = { "断线 = 未参评，不补值。", NULL };
  Plot plot = { .data = data };
  g_autofree char *span = ys_trend_span (data), *title = g_strdup_printf ("近 %s总分走势", span);
  g_autofree char *finding = NULL;
  const char *const *notes;
  gint64 least = 0, most = 0;
  YsSlideArea area;

  plot.n_picks = ys_trend_pick (data, plot.picks);
  finding = ys_trend_finding (data, plot.picks, plot.n_picks);
  plot.scene = ys_slide_new (frame, title, finding, 0, width, height, context, &area);
  notes = ys_trend_has_gaps (data) ? gap_note : NULL;
  ys_chart_leave_room (&area, frame, notes, 0, width, height);
  if (frame->bare)
    area.bottom -= 0.4 * area.u;
  if (ys_trend_range (data, &least, &most))
    draw (&plot, &area, least, most);
  else
    ys_chart_say_nothing (plot.scene, &area, "没有总分记录");
  ys_slide_footer (plot.scene, frame, &area, notes, 0);
  return plot.scene;
}
