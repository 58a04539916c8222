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
#define DOT 0.72
#define DOT_PITCH 0.74
#define MOST_STEPS 6

typedef struct
{
  YsScene *scene;
  const YsCoverData *data;
  const YsChartFrame *frame;
  double u, left, right;
} Cover;

void
ys_cover_data_init (YsCoverData *data)
{
  *data = (YsCoverData){
    .best = YS_NO_POINTS,
    .findings_change = YS_NO_POINTS,
    .rate = YS_NO_POINTS,
    .rate_change = YS_NO_POINTS,
    .mean = YS_NO_POINTS,
    .mean_change = YS_NO_POINTS,
  };
}

static void
add_words (
    const Cover *c, YsRole role, const char *text, double size, gboolean bold, double x, double y)
{
  ys_scene_add_words (c->scene, role, text, size, bold, YS_WORDS_START, x, y * c->u, c->right - x);
}

static void
add_figure (const Cover *c,
            double x,
            double width,
            const char *figure,
            const char *what,
            const char *change)
{
  ys_scene_add_words (c->scene, YS_ROLE_INK, figure, FIGURE_SIZE, TRUE, YS_WORDS_START, x,
                      18.4 * c->u, width);
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

static void
add_figures (const Cover *c)
{
  const YsCoverData *d = c->data;
  double pitch = (c->right - c->left) / 4.0, width = pitch - 0.8 * c->u, x = c->left;
  g_autofree char *assessed = g_strdup_printf ("%u", d->n_assessed);
  g_autofree char *findings = g_strdup_printf ("%u", d->n_findings);
  g_autofree char *absent = d->n_compounds > d->n_assessed
                                ? g_strdup_printf ("未参评 %u 个", d->n_compounds - d->n_assessed)
                                : g_strdup ("全部参评");
  g_autofree char *more = change_text (c, d->findings_change, TRUE);
  g_autofree char *rate_change = change_text (c, d->rate_change, FALSE);
  g_autofree char *mean_change = change_text (c, d->mean_change, FALSE);

  add_figure (c, x, width, assessed, "个小区参评", absent);
  add_figure (c, x + pitch, width, findings, "处问题", more);
  if (d->rate != YS_NO_POINTS)
    {
      g_autofree char *points = ys_points_text (d->rate, FALSE);
      g_autofree char *rate = g_strconcat (points, "%", NULL);

      add_figure (c, x + 2 * pitch, width, rate, "按期整改率", rate_change);
    }
  else
    {
      g_autofree char *inspections = g_strdup_printf ("%u", d->n_inspections);

      add_figure (c, x + 2 * pitch, width, inspections, "次检查", NULL);
    }
  if (d->mean != YS_NO_POINTS || d->best != YS_NO_POINTS)
    {
      gboolean has_mean = d->mean != YS_NO_POINTS;
      g_autofree char *points = ys_points_text (has_mean ? d->mean : d->best, FALSE);

      add_figure (c, x + 3 * pitch, width, points, has_mean ? "平均分" : "最高分",
                  has_mean ? mean_change : NULL);
    }
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

/* Dots that would touch stand on each other; @tops: the height of each dot's column so far. */
static void
add_dots (const Cover *c, const Axis *axis, const YsRanked *ranked)
{
  guint n = ranked->rows->len, n_slots = (guint)((axis->right - axis->left) / (DOT * c->u)) + 2,
        most = 1;
  g_autofree guint *slots = g_new0 (guint, n_slots);
  double pitch = DOT_PITCH * c->u;

  for (guint i = 0; i < n; i++)
    most = MAX (most,
                ++slots[(guint)((x_of (axis, (double)ys_ranked_row (ranked, i)->score) - axis->left)
                                / (DOT * c->u))]);
  pitch = MIN (pitch, 3.4 * c->u / most);
  for (guint i = 0; i < n_slots; i++)
    slots[i] = 0;
  for (guint i = 0; i < n; i++)
    {
      const YsChartRow *row = ys_ranked_row (ranked, i);
      double x = x_of (axis, (double)row->score);
      guint slot = (guint)((x - axis->left) / (DOT * c->u));
      gboolean is_end = row->score == ys_ranked_row (ranked, 0)->score
                        || row->score == ys_ranked_row (ranked, n - 1)->score;

      ys_scene_set_target (c->scene, row->id, row->name);
      ys_scene_add_disc (c->scene, is_end ? YS_ROLE_ACCENT : YS_ROLE_CONTEXT, YS_FILL_SOLID,
                         x - DOT / 2.0 * c->u, axis->y - (0.1 + DOT) * c->u - pitch * slots[slot]++,
                         DOT * c->u);
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
                      axis->y - 4.6 * c->u + 2.5 * c->u, high - low);
}

static void
add_scores (const Cover *c)
{
  const YsRankingData ranking = { .rows = c->data->rows, .n_rows = c->data->n_rows };
  g_autoptr (YsRanked) ranked = ys_ranked_new (&ranking);
  guint n = ranked->rows->len;
  Axis axis;
  double middle = (c->left + c->right) / 2.0, gap = 0.5 * c->u;

  if (n == 0)
    return;
  axis = make_axis (c, ys_ranked_row (ranked, n - 1)->score, ys_ranked_row (ranked, 0)->score);
  add_words (c, YS_ROLE_INK_2, "总分（每点一个小区）", 1.0, FALSE, c->left, 25.7);
  add_axis (c, &axis);
  add_dots (c, &axis, ranked);
  add_end (c, &axis, ranked, 0, n > 1 ? middle + gap : c->left, c->right);
  if (ys_ranked_row (ranked, n - 1)->rank != ys_ranked_row (ranked, 0)->rank)
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
  add_words (&c, YS_ROLE_INK_2, data->office, 1.4, FALSE, c.left, 3.95);
  add_words (&c, YS_ROLE_INK, frame->title != NULL ? frame->title : data->title, TITLE_SIZE, TRUE,
             c.left, 8.35);
  add_words (&c, YS_ROLE_ACCENT, frame->period, PERIOD_SIZE, TRUE, c.left, 12.95);
  add_figures (&c);
  add_scores (&c);
  add_footer (&c);
  return c.scene;
}
