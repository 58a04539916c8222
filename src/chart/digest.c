/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ranking in short: the first and the last ranks as dots on one axis that always holds the full
 * mark. Its height follows from the number of rows, so that a page can give it room before. */
#include "config.h"

#include "axis.h"
#include "chart-words.h"
#include "rank-cells.h"

#define UNIT 16.0
#define FIRST 5
#define LAST 2
#define FULL 10000 /* hundredths */
#define MAX_TICKS 4
/* Units. */
#define PITCH 1.55
#define GAP 0.9  /* between the first and the last */
#define FOOT 1.4 /* the axis */
#define DOT 0.6
#define RANK_RIGHT 1.7
#define NAME_LEFT 2.2
#define NAME_SHARE 0.3 /* of the width */
#define SCORE_WIDTH 4.2
#define TICK_APART 2.6

typedef struct
{
  YsScene *scene;
  const YsRanked *ranked;
  YsAxis axis;
  double left, right, bottom, score_right;
} Digest;

static guint
n_shown (guint n_ranked)
{
  return n_ranked > FIRST + LAST ? FIRST + LAST : n_ranked;
}

double
ys_digest_height (guint n_ranked)
{
  guint n = MAX (n_shown (n_ranked), 1);

  return (n * PITCH + (n_ranked > n ? GAP : 0) + FOOT) * UNIT;
}

/* The index of the row at the place @at from the top. */
static guint
index_at (guint n_ranked, guint at)
{
  return at < FIRST || n_ranked <= FIRST + LAST ? at : n_ranked - (FIRST + LAST - at);
}

static double
y_at (guint n_ranked, guint at)
{
  gboolean is_last = at >= FIRST && n_ranked > FIRST + LAST;

  return (at * PITCH + PITCH / 2 + (is_last ? GAP : 0)) * UNIT;
}

static void
fit_axis (Digest *digest, guint n_ranked)
{
  gint64 least = FULL, most = FULL;

  for (guint at = 0; at < n_shown (n_ranked); at++)
    {
      gint64 score = ys_ranked_row (digest->ranked, index_at (n_ranked, at))->score;

      least = MIN (least, score);
      most = MAX (most, score);
    }
  ys_axis_fit_round (&digest->axis, least, most, MAX_TICKS);
}

static double
x_of (const Digest *digest, double score)
{
  return digest->left + ys_axis_position (&digest->axis, score) * (digest->right - digest->left);
}

/* The full mark is always said; a tick stays away from it. */
static void
add_axis (const Digest *digest)
{
  double full = x_of (digest, FULL), y = digest->bottom + FOOT * UNIT / 2;
  double last = -G_MAXDOUBLE;

  ys_scene_add_line (digest->scene, YS_ROLE_RULE, YS_FILL_SOLID, full, 0, full, digest->bottom,
                     0.06);
  ys_scene_add_words (digest->scene, YS_ROLE_INK_2, "100", 0.86, FALSE, YS_WORDS_CENTER, full, y,
                      0);
  for (guint i = 0; i < digest->axis.n_ticks; i++)
    {
      double value = ys_axis_tick (&digest->axis, i), x = x_of (digest, value);
      g_autofree char *text = ys_axis_text (&digest->axis, value);

      if (ABS (x - full) < TICK_APART * UNIT || x - last < TICK_APART * UNIT)
        continue;
      ys_scene_add_words (digest->scene, YS_ROLE_INK_2, text, 0.86, FALSE, YS_WORDS_CENTER, x, y,
                          0);
      last = x;
    }
}

static void
add_row (const Digest *digest, const YsChartRow *row, double y)
{
  g_autofree char *tip = ys_row_tip (row);
  g_autofree char *rank = g_strdup_printf ("%u", row->rank);
  g_autofree char *score = ys_points_text (row->score, FALSE);
  double dot = DOT * UNIT;

  ys_scene_set_target (digest->scene, row->id, tip);
  ys_scene_add_line (digest->scene, YS_ROLE_ROW_LINE, YS_FILL_SOLID, digest->left, y, digest->right,
                     y, 0.06);
  ys_scene_add_words (digest->scene, YS_ROLE_INK_2, rank, 0.93, FALSE, YS_WORDS_END,
                      RANK_RIGHT * UNIT, y, 0);
  ys_scene_add_words (digest->scene, YS_ROLE_INK, row->name, 0.93, FALSE, YS_WORDS_START,
                      NAME_LEFT * UNIT, y, digest->left - (NAME_LEFT + 0.8) * UNIT);
  ys_scene_add_words (digest->scene, YS_ROLE_INK, score, 0.93, FALSE, YS_WORDS_END,
                      digest->score_right, y, 0);
  ys_scene_add_disc (digest->scene, YS_ROLE_ACCENT, YS_FILL_SOLID,
                     x_of (digest, row->score) - dot / 2, y - dot / 2, dot);
  ys_scene_set_target (digest->scene, 0, NULL);
}

static void
add_gap (const Digest *digest)
{
  double y = (FIRST * PITCH + GAP / 2) * UNIT;

  ys_scene_add_words (digest->scene, YS_ROLE_INK_3, "…", 0.93, FALSE, YS_WORDS_START,
                      NAME_LEFT * UNIT, y, 0);
}

YsScene *
ys_digest_layout (const YsRankingData *data, double width, double height, PangoContext *context)
{
  g_autoptr (YsRanked) ranked = ys_ranked_new (data);
  guint n = ranked->rows->len;
  YsScene *scene = ys_scene_new (width, height, UNIT, context);
  YsSlideArea area = { 0, width, 0, height, UNIT, width / height, TRUE };
  Digest digest = { .scene = scene,
                    .ranked = ranked,
                    .left = NAME_LEFT * UNIT + NAME_SHARE * width,
                    .right = width - SCORE_WIDTH * UNIT,
                    .score_right = width - 1,
                    .bottom = ys_digest_height (n) - FOOT * UNIT };

  ys_scene_set_bare (scene, TRUE);
  if (n == 0)
    {
      ys_chart_say_nothing (scene, &area, "本期没有参评小区");
      return scene;
    }
  fit_axis (&digest, n);
  add_axis (&digest);
  for (guint at = 0; at < n_shown (n); at++)
    add_row (&digest, ys_ranked_row (ranked, index_at (n, at)), y_at (n, at));
  if (n > n_shown (n))
    add_gap (&digest);
  return scene;
}
