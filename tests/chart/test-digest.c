/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ranking in short: which rows it shows, its axis, and that nothing lies on anything else. */
#include "config.h"

#include "chart-sample.h"
#include "scene-check.h"

#define WIDTH 384.0

static YsScene *
lay_out (const YsRankingData *data, double width)
{
  guint n = 0;

  for (guint i = 0; i < data->n_rows; i++)
    n += data->rows[i].rank > 0;
  return ys_digest_layout (data, width, ys_digest_height (n), NULL);
}

static guint
count_dots (const YsScene *scene)
{
  return count_marks (scene, YS_MARK_DISC, YS_ROLE_ACCENT, YS_FILL_SOLID);
}

/* @data: compounds; at most seven rows, whatever their scores. */
static void
test_size (gconstpointer data)
{
  guint n = GPOINTER_TO_UINT (data);
  g_autoptr (YsChartSample) sample = ys_chart_sample_new_many (n);
  g_autoptr (YsChartSample) equal = ys_chart_sample_new_equal (n);
  YsRankingData ranking = ys_chart_sample_ranking (sample);
  YsRankingData same = ys_chart_sample_ranking (equal);
  g_autoptr (YsScene) scene = lay_out (&ranking, WIDTH);
  g_autoptr (YsScene) scene_of_same = lay_out (&same, WIDTH);
  g_autoptr (YsScene) narrow = lay_out (&ranking, 300);

  check_scene (scene, FALSE, "many");
  check_scene (scene_of_same, FALSE, "all equal");
  check_scene (narrow, FALSE, "narrow");
  g_assert_cmpuint (count_dots (scene), ==, MIN (n, 7));
  g_assert_cmpuint (count_dots (scene_of_same), ==, MIN (n, 7));
  g_assert_cmpuint (count_words (scene, "…"), ==, n > 7 ? 1 : 0);
  g_assert_cmpuint (count_words (scene_of_same, "100"), ==, n > 0 ? 1 : 0);
}

static void
test_odd (void)
{
  g_autoptr (YsChartSample) sample = ys_chart_sample_new_odd ();
  YsRankingData ranking = ys_chart_sample_ranking (sample);
  g_autoptr (YsScene) scene = lay_out (&ranking, WIDTH);

  check_scene (scene, FALSE, "odd");
  g_assert_cmpuint (count_words (scene, "100"), ==, 1);
}

/* 1, 2, 2, 4, 5 … 9, 10: a shared rank is shared; above the full mark and below nought have a
 * place. */
static void
test_rows (void)
{
  static const guint ranks[] = { 1, 2, 2, 4, 5, 6, 7, 8, 9, 10 };
  static const gint64 scores[] = { 10020, 9760, 9760, 9700, 9620, 9000, 8900, 8800, 8320, -100 };
  YsChartRow rows[11] = { 0 };
  YsRankingData data = { .rows = rows, .n_rows = G_N_ELEMENTS (rows) };
  g_autoptr (YsScene) scene = NULL;
  const YsMark *first, *second, *full;

  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    rows[i] = (YsChartRow){ .id = i + 1,
                            .name = i == 3 ? "名字特别特别特别特别长的示例小区" : "示例小区",
                            .rank = ranks[i],
                            .tied = ranks[i] == 2,
                            .score = scores[i],
                            .last_score = YS_NO_POINTS,
                            .trial_score = YS_NO_POINTS };
  rows[10] = (YsChartRow){ .id = 11, .name = "未参评", .score = YS_NO_POINTS };
  scene = lay_out (&data, WIDTH);

  check_scene (scene, FALSE, "rows");
  g_assert_cmpuint (count_words (scene, "2"), ==, 2);
  g_assert_cmpuint (count_words (scene, "9"), ==, 1);
  g_assert_cmpuint (count_words (scene, "6"), ==, 0);
  g_assert_cmpuint (count_words (scene, "未参评"), ==, 0);
  g_assert_cmpuint (count_words (scene, "−1.00"), ==, 1);
  first = find_words (scene, "100.20");
  second = find_words (scene, "名字");
  full = find_words (scene, "100");
  g_assert_nonnull (first);
  g_assert_nonnull (full);
  g_assert_cmpint (first->id, ==, 1);
  g_assert_cmpint (second->id, ==, 4);
  g_assert_cmpstr (second->whole, ==, "名字特别特别特别特别长的示例小区");
}

int
main (int argc, char *argv[])
{
  static const guint sizes[] = { 0, 1, 2, 6, 7, 8, 20, 300 };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/chart/digest/size/%u", sizes[i]);

      g_test_add_data_func (path, GUINT_TO_POINTER (sizes[i]), test_size);
    }
  g_test_add_func ("/chart/digest/odd", test_odd);
  g_test_add_func ("/chart/digest/rows", test_rows);
  return g_test_run ();
}
