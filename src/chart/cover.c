/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first slide: what was assessed, four key figures, and one dot a compound on the axis of
 * scores. */
#include "config.h"

#include "rank-cells.h"

#include <math.h>
#include <stdlib.h>

/* Units. */
#define MARGIN 3.2
#define TITLE_SIZE 4.2
#define PERIOD_SIZE 2.6
#define FIGURE_SIZE 2.6
#define LEAST_FIGURE 1.4
#define DOT 0.72
#define LEAST_DOT 0.2
#define DOTS_HEIGHT 1.5
#define MOST_STEPS 6

typedef struct
{
  YsScene *scene;
  const YsCoverData *data;
  const YsChartFrame *frame;
  double u, left, right;
} Cover;

static const YsCoverFigures unknown
    = { YS_NO_POINTS, YS_NO_POINTS, YS_NO_POINTS, YS_NO_POINTS, YS_NO_POINTS };

static void
add_words (
    const Cover *c, YsRole role, const char *text, double size, gboolean bold, double x, double y)
{
  ys_scene_add_words (c->scene, role, text, size, bold, YS_WORDS_START, x, y * c->u, c->right - x);
}

/* A figure is never cut: it becomes smaller where it has no room, and all four with it. */
static double
figure_size (const Cover *c, const char *const *figures, double width)
{
  double size = FIGURE_SIZE;

  for (guint i = 0; i < 4; i++)
    if (figures[i] != NULL)
      size = MIN (size,
                  FIGURE_SIZE * width / ys_scene_measure (c->scene, figures[i], FIGURE_SIZE, TRUE));
  return MAX (size, LEAST_FIGURE);
}

static void
add_figure (const Cover *c,
            guint index,
            double size,
            const char *figure,
            const char *what,
            const char *change)
{
  double pitch = (c->right - c->left) / 4.0, x = c->left + pitch * index,
         width = pitch - 0.6 * c->u;

  ys_scene_add_words (c->scene, YS_ROLE_INK, figure, size, TRUE, YS_WORDS_START, x, 18.4 * c->u,
                      0.0);
  ys_scene_add_words (c->scene, YS_ROLE_INK, what, 1.2, FALSE, YS_WORDS_START, x, 20.85 * c->u,
                      width);
  ys_scene_add_words (c->scene, YS_ROLE_INK_2, change, 1.0, FALSE, YS_WORDS_START, x, 22.5 * c->u,
                      width);
}

/* (transfer full): 较上月 −1.20; NULL when not known. */
static char *
change_text (const Cover *c, gint64 change, gboolean is_count)
{
  const char *word = ys_last_period_word (c->frame->period);
  g_autofree char *points = NULL;

  if (change == YS_NO_POINTS)
    return NULL;
  if (change == 0)
    return g_strdup_printf ("与%s持平", word);
  points = is_count
               ? g_strdup_printf ("%s%" G_GINT64_FORMAT, change < 0 ? YS_MINUS : "+", ABS (change))
               : ys_points_text (change, TRUE);
  return g_strdup_printf ("较%s %s", word, points);
}

/* (transfer full): "90.57", with @unit behind it; NULL when not known. */
static char *
figure_text (gint64 hundredths, const char *unit)
{
  g_autofree char *points = hundredths == YS_NO_POINTS ? NULL : ys_points_text (hundredths, FALSE);

  return points == NULL ? NULL : g_strconcat (points, unit, NULL);
}

static void
add_figures (const Cover *c)
{
  const YsCoverData *d = c->data;
  const YsCoverFigures *f = d->figures != NULL ? d->figures : &unknown;
  gboolean has_rate = f->rate != YS_NO_POINTS, has_mean = f->mean != YS_NO_POINTS;
  guint n_absent = d->n_compounds > d->n_assessed ? d->n_compounds - d->n_assessed : 0;
  g_autofree char *assessed = g_strdup_printf ("%u", d->n_assessed);
  g_autofree char *findings = g_strdup_printf ("%u", d->n_findings);
  g_autofree char *third
      = has_rate ? figure_text (f->rate, "%") : g_strdup_printf ("%u", d->n_inspections);
  g_autofree char *fourth = figure_text (has_mean ? f->mean : d->best, "");
  g_autofree char *absent
      = n_absent > 0 ? g_strdup_printf ("未参评 %u 个", n_absent) : g_strdup ("全部参评");
  g_autofree char *more = change_text (c, f->findings_change, TRUE);
  g_autofree char *rate_change = has_rate ? change_text (c, f->rate_change, FALSE) : NULL;
  g_autofree char *mean_change = has_mean ? change_text (c, f->mean_change, FALSE) : NULL;
  const char *figures[] = { assessed, findings, third, fourth };
  double size = figure_size (c, figures, (c->right - c->left) / 4.0 - 0.6 * c->u);

  add_figure (c, 0, size, assessed, "个小区参评", absent);
  add_figure (c, 1, size, findings, "处问题", more);
  add_figure (c, 2, size, third, has_rate ? "按期整改率" : "次检查", rate_change);
  if (fourth != NULL)
    add_figure (c, 3, size, fourth, has_mean ? "平均分" : "最高分", mean_change);
}

typedef struct
{
  double low, high, step; /* hundredths */
  double left, right, y;
} Axis;

static double
x_of (const Axis *axis, double score)
{
  return axis->left + (score - axis->low) / (axis->high - axis->low) * (axis->right - axis->left);
}

static Axis
make_axis (const Cover *c, gint64 low, gint64 high)
{
  Axis axis = { .left = c->left, .right = c->right, .y = 29.75 * c->u };
  double range = MAX ((double)(high - low), 600.0), middle = (double)(high + low) / 2.0;

  axis.step = MAX (ys_nice_step (range / 100.0, MOST_STEPS), 1.0) * 100.0;
  axis.low = middle - range / 2.0 - range * 0.08;
  axis.high = middle + range / 2.0 + range * 0.08;
  return axis;
}

static void
add_axis (const Cover *c, const Axis *axis)
{
  ys_scene_add_line (c->scene, YS_ROLE_CONTEXT, YS_FILL_SOLID, axis->left, axis->y, axis->right,
                     axis->y, 0.07);
  for (double at = ceil (axis->low / axis->step) * axis->step; at <= axis->high; at += axis->step)
    {
      double x = x_of (axis, at);
      g_autofree char *text
          = g_strdup_printf ("%s%d", at < 0 ? YS_MINUS : "", abs ((int)(at / 100.0)));

      if (x < axis->left + c->u || x > axis->right - c->u)
        continue;
      ys_scene_add_line (c->scene, YS_ROLE_CONTEXT, YS_FILL_SOLID, x, axis->y, x,
                         axis->y + 0.25 * c->u, 0.06);
      ys_scene_add_words (c->scene, YS_ROLE_INK_2, text, 1.1, FALSE, YS_WORDS_CENTER, x,
                          axis->y + 1.1 * c->u, 0);
    }
}

/* The level of each dot: the lowest where it touches no other. Rows come by score, so the last dot
 * of a level is the nearest. Returns the number of levels. */
static guint
stack_dots (const Axis *axis, const YsRanked *ranked, double diameter, guint *levels)
{
  guint n = ranked->rows->len, n_levels = 0;
  g_autofree double *last = g_new (double, n + 1);

  for (guint i = 0; i < n; i++)
    {
      double x = x_of (axis, (double)ys_ranked_row (ranked, i)->score);
      guint level = 0;

      while (level < n_levels && last[level] - x < diameter * 0.98)
        level++;
      last[level] = x;
      levels[i] = level;
      n_levels = MAX (n_levels, level + 1);
    }
  return n_levels;
}

/* Where many stand at one place the dots become smaller, down to a size at which they close up. */
static void
add_dots (const Cover *c, const Axis *axis, const YsRanked *ranked)
{
  guint n = ranked->rows->len, n_levels;
  g_autofree guint *levels = g_new0 (guint, n + 1);
  gint64 best = ys_ranked_row (ranked, 0)->score, worst = ys_ranked_row (ranked, n - 1)->score;
  double room = DOTS_HEIGHT * c->u, diameter = DOT * c->u, pitch;

  while ((n_levels = stack_dots (axis, ranked, diameter, levels)) * diameter > room
         && diameter > LEAST_DOT * c->u)
    diameter *= 0.85;
  pitch = n_levels > 1 ? MIN (diameter * 1.03, (room - diameter) / (n_levels - 1)) : 0.0;
  for (guint i = 0; i < n; i++)
    {
      const YsChartRow *row = ys_ranked_row (ranked, i);
      gboolean is_end = row->score == best || row->score == worst;
      g_autofree char *tip = ys_row_tip (row);

      ys_scene_set_target (c->scene, row->id, tip);
      ys_scene_add_disc (c->scene, is_end ? YS_ROLE_ACCENT : YS_ROLE_CONTEXT, YS_FILL_SOLID,
                         x_of (axis, (double)row->score) - diameter / 2.0,
                         axis->y - 0.1 * c->u - diameter - pitch * levels[i], diameter);
    }
  ys_scene_set_target (c->scene, 0, NULL);
}

static void
add_end (
    const Cover *c, const Axis *axis, const YsRanked *ranked, guint index, double low, double high)
{
  const YsChartRow *row = ys_ranked_row (ranked, index);
  g_autofree char *points = ys_points_text (row->score, FALSE), *text = NULL;
  guint first, end;
  double x = x_of (axis, (double)row->score), half;

  ys_ranked_tie (ranked, index, &first, &end);
  text = end - first > 1 ? g_strdup_printf ("%u 个 %s", end - first, points)
                         : g_strdup_printf ("%s %s", row->name, points);
  half = MIN (ys_scene_measure (c->scene, text, 1.0, TRUE), high - low) / 2.0;
  x = CLAMP (x, low + half, MAX (high - half, low + half));
  ys_scene_add_words (c->scene, YS_ROLE_ACCENT, text, 1.0, TRUE, YS_WORDS_CENTER, x,
                      axis->y - 2.2 * c->u, high - low);
}

static void
add_scores (const Cover *c)
{
  const YsRankingData ranking = { .rows = c->data->rows, .n_rows = c->data->n_rows };
  g_autoptr (YsRanked) ranked = ys_ranked_new (&ranking);
  guint n = ranked->rows->len;
  Axis axis;
  gboolean has_two;
  double middle = (c->left + c->right) / 2.0, gap = 0.5 * c->u;

  if (n == 0)
    return;
  axis = make_axis (c, ys_ranked_row (ranked, n - 1)->score, ys_ranked_row (ranked, 0)->score);
  add_words (c, YS_ROLE_INK_2, "总分（每点一个小区）", 1.0, FALSE, c->left, 25.7);
  add_axis (c, &axis);
  add_dots (c, &axis, ranked);
  has_two = ys_ranked_row (ranked, n - 1)->rank != ys_ranked_row (ranked, 0)->rank;
  add_end (c, &axis, ranked, 0, has_two ? middle + gap : c->left, c->right);
  if (has_two)
    add_end (c, &axis, ranked, n - 1, c->left, middle - gap);
}

static void
add_footer (const Cover *c)
{
  YsSlideArea area = { .left = c->left, .right = c->right, .u = c->u, .aspect = 1.0 };

  ys_slide_cover_state (c->scene, c->frame, &area, 34.0 * c->u, c->data->n_pending,
                        c->data->meeting);
}

YsScene *
ys_cover_layout (const YsCoverData *data,
                 const YsChartFrame *frame,
                 double width,
                 double height,
                 PangoContext *context)
{
  double u = MAX (height / 36.0, 1.0);
  Cover c
      = { .data = data, .frame = frame, .u = u, .left = MARGIN * u, .right = width - MARGIN * u };

  c.scene = ys_scene_new (width, height, u, context);
  ys_scene_set_bare (c.scene, frame->bare);
  if (frame->trial && !frame->bare)
    ys_slide_cover_trial (c.scene, c.right, 3.95 * u);
  add_words (&c, YS_ROLE_INK_2, data->office, 1.4, FALSE, c.left, 3.95);
  add_words (&c, YS_ROLE_INK, frame->title != NULL ? frame->title : data->title, TITLE_SIZE, TRUE,
             c.left, 8.35);
  add_words (&c, YS_ROLE_ACCENT, frame->period, PERIOD_SIZE, TRUE, c.left, 12.95);
  add_figures (&c);
  add_scores (&c);
  add_footer (&c);
  return c.scene;
}
