/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The other slides about scores: cover, parts, change, trial, waterfall and prizes. */
#include "config.h"

#include "chart-sample.h"
#include "scene-check.h"
#include "slide.h"

#include <string.h>

typedef struct
{
  const char *name;
  double width, height;
  gboolean bare;
} Shape;

static const Shape shapes[] = {
  { "4x3", 1440, 1080, FALSE },  { "16x9", 1920, 1080, FALSE }, { "32x9", 3840, 1080, FALSE },
  { "wall", 6656, 1792, FALSE }, { "page", 960, 560, TRUE },
};

static YsChartFrame
frame_for (const Shape *shape)
{
  YsChartFrame frame = ys_chart_sample_frame (0);

  frame.bare = shape->bare;
  return frame;
}

static YsChartSample *
sample_of (guint n)
{
  return n == 20 ? ys_chart_sample_new () : ys_chart_sample_new_many (n);
}

static const guint sizes[] = { 0, 1, 2, 20, 21, 300 };

static void
test_cover (gconstpointer data)
{
  const Shape *shape = data;
  YsChartFrame frame = frame_for (shape);

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (YsChartSample) sample = sample_of (sizes[i]);
      g_autoptr (YsChartSample) equal = ys_chart_sample_new_equal (sizes[i]);
      YsCoverData cover = ys_chart_sample_cover (sample), same = ys_chart_sample_cover (equal);
      g_autoptr (YsScene) scene
          = ys_cover_layout (&cover, &frame, shape->width, shape->height, NULL);
      g_autoptr (YsScene) scene_of_same
          = ys_cover_layout (&same, &frame, shape->width, shape->height, NULL);

      check_scene (scene, !shape->bare, shape->name);
      check_scene (scene_of_same, !shape->bare, "all equal");
      g_assert_cmpuint (count_words (scene, "90.57%"), ==, 1);
      g_assert_cmpuint (count_words (scene, "较上月 −1.20"), ==, 1);
      g_assert_cmpuint (count_words (scene, "处问题"), ==, 1);
      g_assert_cmpuint (count_marks (scene, YS_MARK_DISC, YS_ROLE_CONTEXT, YS_FILL_SOLID)
                            + count_marks (scene, YS_MARK_DISC, YS_ROLE_ACCENT, YS_FILL_SOLID),
                        ==, sizes[i]);
    }
}

/* Nothing known but names: no invented figure. */
static void
test_cover_unknown (void)
{
  const YsCoverData cover
      = { .office = "山城街道", .title = "住宅小区综合考评", .best = YS_NO_POINTS };
  YsChartFrame frame = ys_chart_sample_frame (0);
  g_autoptr (YsScene) scene = NULL;

  scene = ys_cover_layout (&cover, &frame, 1920, 1080, NULL);
  check_scene (scene, TRUE, "unknown");
  g_assert_null (find_words (scene, "较上月"));
  g_assert_null (find_words (scene, "与上月"));
  g_assert_cmpuint (count_words (scene, "平均分"), ==, 0);
  g_assert_cmpuint (count_words (scene, "按期整改率"), ==, 0);
}

static void
test_parts_and_change (gconstpointer data)
{
  const Shape *shape = data;

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (YsChartSample) sample = sample_of (sizes[i]);
      g_autoptr (YsChartSample) odd = ys_chart_sample_new_odd ();
      YsRankingData ranking = ys_chart_sample_ranking (sizes[i] == 2 ? odd : sample);
      guint n_pages = ys_composition_n_pages (&ranking);

      g_assert_cmpuint (n_pages, ==, MAX ((ranking.n_rows + 19) / 20, 1));
      g_assert_cmpuint (ys_change_n_pages (&ranking), ==, n_pages);
      for (guint page = 0; page < n_pages; page += MAX (n_pages - 1, 1))
        {
          YsChartFrame frame = frame_for (shape);
          g_autoptr (YsScene) parts = NULL, change = NULL;

          frame.page = page;
          parts = ys_composition_layout (&ranking, &frame, shape->width, shape->height, NULL);
          change = ys_change_layout (&ranking, &frame, shape->width, shape->height, NULL);
          check_scene (parts, !shape->bare, "parts");
          check_scene (change, !shape->bare, "change");
        }
    }
}

/* Each part is ranked by itself: equal values share a rank; a missing one has none. */
static void
test_parts_ranks (void)
{
  g_autoptr (YsChartSample) sample = ys_chart_sample_new (), odd = ys_chart_sample_new_odd ();
  YsRankingData ranking = ys_chart_sample_ranking (sample),
                odd_ranking = ys_chart_sample_ranking (odd);
  YsChartFrame frame = ys_chart_sample_frame (0);
  g_autoptr (YsScene) scene = ys_composition_layout (&ranking, &frame, 1920, 1080, NULL);
  g_autoptr (YsScene) odd_scene = ys_composition_layout (&odd_ranking, &frame, 1920, 1080, NULL);

  g_assert_nonnull (find_words (scene, "长效：龙珠百合居首；物业：银光上城居首"));
  g_assert_cmpuint (count_words (scene, "58.80"), ==, 1);
  g_assert_cmpuint (count_words (scene, "57.60"), ==, 2);
  g_assert_cmpuint (count_words (scene, "37.60"), ==, 3);
  g_assert_cmpuint (count_words (scene, "13"), ==, 4);
  g_assert_cmpuint (count_words (odd_scene, "缺"), ==, 1);
  g_assert_cmpuint (count_words (odd_scene, "—"), ==, 1);
}

static void
test_change_figures (void)
{
  g_autoptr (YsChartSample) sample = ys_chart_sample_new ();
  YsRankingData ranking = ys_chart_sample_ranking (sample);
  YsChartFrame frame = ys_chart_sample_frame (0);
  g_autoptr (YsScene) scene = ys_change_layout (&ranking, &frame, 1920, 1080, NULL);

  g_assert_cmpuint (count_words (scene, "缺"), ==, 1);
  g_assert_cmpuint (count_marks (scene, YS_MARK_DISC, YS_ROLE_INK, YS_FILL_HOLLOW), ==, 1);
  for (guint i = 0; i < ranking.n_rows; i++)
    if (ranking.rows[i].last_score != YS_NO_POINTS)
      {
        g_autofree char *by
            = ys_points_text (ranking.rows[i].score - ranking.rows[i].last_score, TRUE);

        g_assert_cmpuint (count_words (scene, by), >=, 1);
      }
  /* A fall is no deduction. */
  g_assert_cmpuint (count_marks (scene, YS_MARK_WORDS, YS_ROLE_DEDUCTION, YS_FILL_SOLID), ==, 0);
}

static void
test_trial (gconstpointer data)
{
  const Shape *shape = data;
  YsChartFrame frame = frame_for (shape);
  g_autoptr (YsChartSample) sample = ys_chart_sample_new (), many = ys_chart_sample_new_many (60);
  YsRankingData ranking = ys_chart_sample_trial (sample), more = ys_chart_sample_trial (many);
  g_autoptr (YsScene) scene = ys_trial_layout (&ranking, &frame, shape->width, shape->height, NULL);
  g_autoptr (YsScene) cut = ys_trial_layout (&more, &frame, shape->width, shape->height, NULL);
  YsRankingData empty = { .long_weight = 60, .property_weight = 40 };
  g_autoptr (YsScene) none = ys_trial_layout (&empty, &frame, shape->width, shape->height, NULL);

  check_scene (scene, !shape->bare, shape->name);
  check_scene (cut, !shape->bare, "sixty");
  check_scene (none, !shape->bare, "none");
  g_assert_cmpuint (count_words (scene, "103.60"), ==, 1);
  /* Both sides and the line between them: three causes, three that they move. */
  g_assert_cmpuint (count_marks (scene, YS_MARK_LINE, YS_ROLE_ACCENT, YS_FILL_SOLID), ==, 3);
  g_assert_cmpuint (count_marks (scene, YS_MARK_LINE, YS_ROLE_INK_2, YS_FILL_SOLID), ==, 4);
  if (shape->bare)
    return;
  g_assert_nonnull (find_words (cut, "试算不改台账，关闭即消失。另有 40 个未列。"));
  g_assert_cmpuint (count_words (scene, "不入账 · 不报送"), ==, 1);
  g_assert_null (find_words (scene, "未定稿"));
}

static void
test_waterfall (gconstpointer data)
{
  const Shape *shape = data;
  YsChartFrame frame = frame_for (shape);
  YsWaterfallData last = ys_chart_sample_waterfall (FALSE),
                  first = ys_chart_sample_waterfall (TRUE), empty = first;
  g_autoptr (YsScene) of_last
      = ys_waterfall_layout (&last, &frame, shape->width, shape->height, NULL);
  g_autoptr (YsScene) of_first
      = ys_waterfall_layout (&first, &frame, shape->width, shape->height, NULL);
  g_autoptr (YsScene) of_none = NULL;

  empty.n_steps = 0;
  empty.score = 10000;
  of_none = ys_waterfall_layout (&empty, &frame, shape->width, shape->height, NULL);
  check_scene (of_last, !shape->bare, shape->name);
  check_scene (of_first, !shape->bare, "first");
  check_scene (of_none, !shape->bare, "none");
  g_assert_cmpuint (count_words (of_last, "−17.40"), ==, 1);
  g_assert_cmpuint (count_words (of_last, "−7.60"), ==, 1);
  g_assert_cmpuint (count_words (of_last, "74.20"), ==, 1);
  g_assert_cmpuint (count_words (of_first, "+2.40"), >=, 1);
  g_assert_cmpuint (count_words (of_none, "100.00"), ==, 2);
}

/* Each bar begins where the one before ended; losses by size, gains last, in their part. */
static void
test_waterfall_order (void)
{
  YsChartFrame frame = ys_chart_sample_frame (0);
  YsWaterfallData data = ys_chart_sample_waterfall (FALSE);
  g_autoptr (YsScene) scene = ys_waterfall_layout (&data, &frame, 1920, 1080, NULL);
  static const gint64 order[] = { 1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 7 };
  const YsMark *before = NULL;
  guint n = 0;

  for (guint i = 0; i < ys_scene_n_marks (scene); i++)
    {
      const YsMark *mark = ys_scene_mark (scene, i);

      if (mark->kind != YS_MARK_RECTANGLE)
        continue;
      g_assert_cmpint (mark->id, ==, order[n]);
      if (before != NULL && n < 10)
        g_assert_cmpfloat_with_epsilon (mark->x + mark->width, before->x, 0.01);
      if (n == 10)
        g_assert_cmpfloat_with_epsilon (mark->x, before->x, 0.01);
      before = mark;
      n++;
    }
  g_assert_cmpuint (n, ==, 11);
}

/* Above twelve the smallest of each part join; the sum stays. */
static void
test_waterfall_rest (void)
{
  YsChartFrame frame = ys_chart_sample_frame (0);
  YsWaterfallStep steps[30];
  YsWaterfallData data = { .name = "银光上城",
                           .rank = 3,
                           .full = 10000,
                           .score = 10000,
                           .long_weight = 60,
                           .property_weight = 40,
                           .steps = steps,
                           .n_steps = G_N_ELEMENTS (steps) };
  g_autoptr (YsScene) scene = NULL;
  gint64 sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      steps[i] = (YsWaterfallStep){ "环境秩序", "1 处 × 1 分 × 60%", -1000 - 100 * (gint64)i,
                                    (int)i % 2, i + 1 };
      sum += steps[i].points;
    }
  data.score += sum / 100;
  scene = ys_waterfall_layout (&data, &frame, 1920, 1080, NULL);
  check_scene (scene, TRUE, "thirty");
  g_assert_cmpuint (count_marks (scene, YS_MARK_RECTANGLE, YS_ROLE_DEDUCTION, YS_FILL_SOLID), ==,
                    12);
  g_assert_cmpuint (count_words (scene, "其余"), ==, 2);
  g_assert_cmpuint (count_words (scene, "10 项合计"), ==, 2);
  g_assert_cmpuint (count_words (scene, "92.65"), ==, 2);
}

static void
test_awards (gconstpointer data)
{
  const Shape *shape = data;
  YsChartFrame frame = frame_for (shape);
  YsAwardData awards = ys_chart_sample_awards (), none = { 0 };
  g_autoptr (YsScene) scene = ys_award_layout (&awards, &frame, shape->width, shape->height, NULL);
  g_autoptr (YsScene) empty = ys_award_layout (&none, &frame, shape->width, shape->height, NULL);
  g_autoptr (YsScene) lists = NULL;
  YsAwardClass classes[4];
  YsAwardData plain = awards;

  check_scene (scene, !shape->bare, shape->name);
  check_scene (empty, !shape->bare, "none");
  /* A pending row names its place; the tied names stand beside it only. */
  g_assert_cmpuint (count_words (scene, "待定"), ==, 2);
  g_assert_cmpuint (count_words (scene, "梅花园"), ==, 0);
  g_assert_cmpuint (count_words (scene, "11048.00"), ==, 1);
  g_assert_cmpuint (count_words (scene, "合计（已定 5 个）"), ==, 1);
  g_assert_cmpuint (count_words (scene, "3000.00"), ==, 2);
  g_assert_cmpuint (count_marks (scene, YS_MARK_RECTANGLE, YS_ROLE_PENDING, YS_FILL_DASHED), ==, 2);
  for (guint i = 0; i < 4; i++)
    {
      classes[i] = awards.classes[i];
      classes[i].rows = NULL;
    }
  plain.classes = classes;
  lists = ys_award_layout (&plain, &frame, shape->width, shape->height, NULL);
  check_scene (lists, !shape->bare, "lists");
  g_assert_cmpuint (count_words (lists, "待定"), ==, 2);
  g_assert_cmpuint (count_words (lists, "银光上城"), ==, 1);
}

/* Sixty prizes: what has no room is counted, not shrunk. */
static void
test_many_awards (void)
{
  static const char *winners[61];
  YsAwardClass class = { .name = "鼓励奖", .places = 60, .each = 50000, .winners = winners };
  YsAwardData awards = { .classes = &class, .n_classes = 1, .total = 3000000 };
  YsChartFrame frame = ys_chart_sample_frame (0);
  g_autoptr (YsScene) scene = NULL;

  for (guint i = 0; i < 60; i++)
    winners[i] = "银光上城";
  scene = ys_award_layout (&awards, &frame, 1920, 1080, NULL);
  check_scene (scene, TRUE, "sixty");
  g_assert_cmpuint (count_words (scene, "合计（已定 60 个）"), ==, 1);
  g_assert_nonnull (
      find_words (scene, "同分依次比：未整改少、案卷过错少、长效分高；仍同则并列。另有"));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    GTestDataFunc run;
  } charts[] = { { "cover", test_cover },
                 { "parts-and-change", test_parts_and_change },
                 { "trial", test_trial },
                 { "waterfall", test_waterfall },
                 { "awards", test_awards } };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (charts); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (shapes); k++)
      {
        g_autofree char *path = g_strdup_printf ("/chart/%s/%s", charts[i].name, shapes[k].name);

        g_test_add_data_func (path, &shapes[k], charts[i].run);
      }
  g_test_add_func ("/chart/cover/unknown", test_cover_unknown);
  g_test_add_func ("/chart/parts/ranks", test_parts_ranks);
  g_test_add_func ("/chart/change/figures", test_change_figures);
  g_test_add_func ("/chart/waterfall/order", test_waterfall_order);
  g_test_add_func ("/chart/waterfall/rest", test_waterfall_rest);
  g_test_add_func ("/chart/awards/many", test_many_awards);
  return g_test_run ();
}
