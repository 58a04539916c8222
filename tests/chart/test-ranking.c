/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ranking at every size and shape: its pages, its figures, ties and prizes, and the build of a
 * slide. */
#include "config.h"

#include "chart-sample.h"
#include "rank-cells.h"
#include "scene-check.h"

#include <string.h>

typedef struct
{
  const char *name;
  double width, height;
} Shape;

static const Shape shapes[] = {
  { "4x3", 1440, 1080 },  { "16x9", 1920, 1080 }, { "32x9", 3840, 1080 },
  { "wall", 6656, 1792 }, { "small", 1280, 720 },
};

static const guint sizes[] = { 0, 1, 2, 6, 7, 20, 21, 60, 61, 300 };

typedef struct
{
  guint n;
  const Shape *shape;
} Case;

static guint
pages_expected (guint n)
{
  return n > 60 ? (n + 35) / 36 : MAX ((n + 19) / 20, 1);
}

/* The marks of a compound carry its id: its figures are those of the data. */
static gboolean
has_words_of (const YsScene *scene, gint64 id, const char *text)
{
  for (guint i = 0; i < ys_scene_n_marks (scene); i++)
    {
      const YsMark *mark = ys_scene_mark (scene, i);

      if (mark->kind == YS_MARK_WORDS && mark->id == id && mark->until == 0
          && strcmp (mark->text, text) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_on_page (const YsScene *scene, gint64 id)
{
  for (guint i = 0; i < ys_scene_n_marks (scene); i++)
    if (ys_scene_mark (scene, i)->id == id)
      return TRUE;
  return FALSE;
}

static void
assert_points (const YsScene *scene, gint64 id, gint64 points, gboolean is_signed)
{
  g_autofree char *text = ys_points_text (points, is_signed);

  if (!has_words_of (scene, id, text))
    g_error ("%" G_GINT64_FORMAT " does not say %s", id, text);
}

static void
assert_figures (const YsScene *scene, const YsRankingData *data, const YsChartRow *row)
{
  g_autofree char *rank = g_strdup_printf ("%u", row->rank);

  g_assert_true (has_words_of (scene, row->id, rank));
  assert_points (scene, row->id, row->score, FALSE);
  if (data->n_rows > 60)
    {
      assert_points (scene, row->id, row->score - data->rows[0].score, FALSE);
      return;
    }
  assert_points (scene, row->id, ys_weighted (row->long_term, 60), FALSE);
  assert_points (scene, row->id, ys_weighted (row->property, 40), FALSE);
  if (row->bonus != 0)
    assert_points (scene, row->id, row->bonus, TRUE);
}

/* Every compound on exactly one page, with its own figures. */
static void
test_size (gconstpointer user_data)
{
  const Case *test = user_data;
  g_autoptr (YsChartSample) sample = ys_chart_sample_new_many (test->n);
  YsRankingData data = ys_chart_sample_ranking (sample);
  guint n_pages = ys_ranking_n_pages (&data, test->shape->width, test->shape->height);
  g_autofree guint *seen = g_new0 (guint, test->n + 1);

  g_assert_cmpuint (n_pages, ==, pages_expected (test->n));
  for (guint page = 0; page < n_pages; page++)
    {
      YsChartFrame frame = ys_chart_sample_frame (page);
      g_autoptr (YsScene) scene
          = ys_ranking_layout (&data, &frame, test->shape->width, test->shape->height, NULL);

      check_scene (scene, TRUE, test->shape->name);
      for (guint i = 0; i < test->n; i++)
        if (is_on_page (scene, data.rows[i].id))
          {
            seen[i]++;
            assert_figures (scene, &data, &data.rows[i]);
          }
    }
  for (guint i = 0; i < test->n; i++)
    g_assert_cmpuint (seen[i], ==, 1);
}

/* One scale for all parts: a point is as long in one bar as in any other. */
static void
test_scale (void)
{
  g_autoptr (YsChartSample) sample = ys_chart_sample_new ();
  YsRankingData data = ys_chart_sample_ranking (sample);
  YsChartFrame frame = ys_chart_sample_frame (0);
  g_autoptr (YsScene) scene = ys_ranking_layout (&data, &frame, 1920, 1080, NULL);
  double per_point = 0.0;
  guint n = 0, bar = 0;
  gint64 last = 0;

  for (guint i = 0; i < ys_scene_n_marks (scene); i++)
    {
      const YsMark *mark = ys_scene_mark (scene, i);
      const YsChartRow *row = mark->id > 0 ? &data.rows[mark->id - 1] : NULL;
      gint64 value;

      if (row == NULL || mark->kind != YS_MARK_RECTANGLE || mark->role != YS_ROLE_BAR)
        continue;
      bar = mark->id == last ? bar + 1 : 0;
      last = mark->id;
      value = bar == 0   ? ys_weighted (row->long_term, 60)
              : bar == 1 ? ys_weighted (row->property, 40)
                         : row->bonus;
      if (n++ == 0)
        per_point = mark->width / (double)value;
      g_assert_cmpfloat_with_epsilon (mark->width, per_point * (double)value, 0.01);
    }
  g_assert_cmpuint (n, ==, 41);
}

/* Six with full marks: one stroke joins them, one bracket says that all is open. */
static void
test_all_equal (void)
{
  g_autoptr (YsChartSample) sample = ys_chart_sample_new_equal (6);
  YsRankingData data = ys_chart_sample_ranking (sample);
  YsChartFrame frame = ys_chart_sample_frame (0);
  g_autoptr (YsScene) scene = ys_ranking_layout (&data, &frame, 1920, 1080, NULL);

  check_scene (scene, TRUE, "equal");
  g_assert_cmpuint (count_words (scene, "1"), >=, 6);
  g_assert_cmpuint (count_words (scene, "待定"), ==, 1);
  g_assert_cmpuint (count_marks (scene, YS_MARK_LINE, YS_ROLE_INK, YS_FILL_SOLID), ==, 1);
  g_assert_cmpuint (count_marks (scene, YS_MARK_LINE, YS_ROLE_PENDING, YS_FILL_DASHED), ==, 3);
  g_assert_cmpuint (count_words (scene, "6 个小区全部并列第 1，奖项全部待定"), ==, 1);
  g_assert_cmpuint (count_marks (scene, YS_MARK_RECTANGLE, YS_ROLE_LOST, YS_FILL_SOLID), ==, 0);
}

/* A tie cut by a page or by a column ends in an arrow, and begins with one on the next. */
static void
test_cut_ties (void)
{
  g_autoptr (YsChartSample) sample = ys_chart_sample_new_equal (21);
  YsRankingData data = ys_chart_sample_ranking (sample);
  g_autoptr (YsChartSample) many = ys_chart_sample_new_equal (61);
  YsRankingData many_data = ys_chart_sample_ranking (many);

  for (guint page = 0; page < 2; page++)
    {
      YsChartFrame frame = ys_chart_sample_frame (page);
      g_autoptr (YsScene) scene = ys_ranking_layout (&data, &frame, 1920, 1080, NULL);
      g_autoptr (YsScene) columns = ys_ranking_layout (&many_data, &frame, 1920, 1080, NULL);

      check_scene (scene, TRUE, "tie");
      check_scene (columns, TRUE, "tie in columns");
      g_assert_cmpuint (count_marks (scene, YS_MARK_POLYGON, YS_ROLE_INK, YS_FILL_SOLID), ==, 1);
      g_assert_cmpuint (count_marks (columns, YS_MARK_POLYGON, YS_ROLE_INK, YS_FILL_SOLID), ==, 3);
    }
}

/* Nothing lost, nothing missing, all lost: words instead of invented figures; negative with a true
 * minus. */
static void
test_odd (gconstpointer user_data)
{
  const Shape *shape = user_data;
  g_autoptr (YsChartSample) sample = ys_chart_sample_new_odd ();
  YsRankingData data = ys_chart_sample_ranking (sample);
  YsChartFrame frame = ys_chart_sample_frame (0);
  g_autoptr (YsScene) scene = ys_ranking_layout (&data, &frame, shape->width, shape->height, NULL);

  check_scene (scene, TRUE, shape->name);
  g_assert_true (has_words_of (scene, 6, "−5.00"));
  g_assert_true (has_words_of (scene, 4, "—"));
  g_assert_true (has_words_of (scene, 1, "+10.00"));
  g_assert_true (has_words_of (scene, 4, "缺"));
  g_assert_nonnull (find_words (scene, "山城街道教育"));
  g_assert_cmpstr (find_words (scene, "山城街道教育")->whole, ==,
                   "山城街道教育局第二家属院北区（原机械厂宿舍）");
  g_assert_nonnull (find_words (scene, "鑫盛公寓…"));
}

/* 002 §4: who was not assessed is named, not ranked; a footer that is too short gives way to a
 * page. */
static void
test_not_assessed (void)
{
  g_autoptr (YsChartSample) sample = ys_chart_sample_new ();
  YsRankingData data = ys_chart_sample_ranking (sample);
  YsChartFrame frame = ys_chart_sample_frame (0), last = ys_chart_sample_frame (1);
  const char *many[31] = { NULL };
  g_autoptr (YsScene) scene = ys_ranking_layout (&data, &frame, 1920, 1080, NULL), with_page = NULL,
                      page = NULL;

  g_assert_nonnull (find_words (scene, "未参评 2 个：银山小区、翼云公寓。"));
  for (guint i = 0; i < 30; i++)
    many[i] = i % 2 == 0 ? "银山小区" : "翼云公寓（北区）";
  many[0] = "丰泽嘉园";
  data.not_assessed = many;
  g_assert_cmpuint (ys_ranking_n_pages (&data, 1920, 1080), ==, 1);
  for (guint i = 0; i < 30; i++)
    many[i] = g_intern_string (g_strdup_printf ("未检查的小区%u", i));
  g_assert_cmpuint (ys_ranking_n_pages (&data, 1920, 1080), ==, 2);
  with_page = ys_ranking_layout (&data, &frame, 1920, 1080, NULL);
  page = ys_ranking_layout (&data, &last, 1920, 1080, NULL);
  check_scene (with_page, TRUE, "with a page of names");
  check_scene (page, TRUE, "page of names");
  g_assert_nonnull (find_words (with_page, "未参评 30 个，见末页。"));
  for (guint i = 0; i < 30; i++)
    g_assert_cmpuint (count_words (page, many[i]), ==, 1);
}

static int
step_of (const YsScene *scene, gint64 id)
{
  int step = -1;

  for (guint i = 0; i < ys_scene_n_marks (scene); i++)
    {
      const YsMark *mark = ys_scene_mark (scene, i);

      if (mark->id == id && mark->kind == YS_MARK_RECTANGLE && mark->role == YS_ROLE_BAR)
        step = mark->step;
    }
  return step;
}

/* From the last to the first, ties together, a stop before the prizes, then a class at a time; what
 * the slide finds comes last. */
static void
test_build (void)
{
  g_autoptr (YsChartSample) sample = ys_chart_sample_new ();
  YsRankingData data = ys_chart_sample_ranking (sample);
  YsChartFrame frame = ys_chart_sample_frame (0);
  g_autoptr (YsScene) scene = ys_ranking_layout (&data, &frame, 1920, 1080, NULL);
  static const int steps[20]
      = { 17, 17, 16, 15, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 5, 4, 3, 2, 1 };

  for (int i = 0; i < 20; i++)
    g_assert_cmpint (step_of (scene, i + 1), ==, steps[i]);
  g_assert_cmpint (ys_scene_n_steps (scene), ==, 17);
  g_assert_cmpint (ys_scene_stop (scene), ==, 13);
  g_assert_cmpint (find_words (scene, "银光上城居首")->step, ==, 17);
  g_assert_cmpint (find_words (scene, "同分依次比")->step, ==, 17);
  g_assert_cmpint (find_words (scene, "一等奖")->step, ==, 17);
  g_assert_cmpint (find_words (scene, "待定")->step, ==, 15);
  g_assert_cmpint (find_words (scene, "未定稿")->step, ==, 0);
}

/* Later pages, and a chart in a page, are there at once. */
static void
test_no_build (void)
{
  g_autoptr (YsChartSample) sample = ys_chart_sample_new_many (40);
  YsRankingData data = ys_chart_sample_ranking (sample);
  YsChartFrame frame = ys_chart_sample_frame (1), bare = { .period = "2026年10月", .bare = TRUE };
  g_autoptr (YsScene) second = ys_ranking_layout (&data, &frame, 1920, 1080, NULL);
  g_autoptr (YsScene) in_page = ys_ranking_layout (&data, &bare, 900, 500, NULL);
  g_autoptr (YsScene) narrow = ys_ranking_layout (&data, &bare, 520, 300, NULL);

  g_assert_cmpint (ys_scene_n_steps (second), ==, 0);
  g_assert_cmpint (ys_scene_n_steps (in_page), ==, 0);
  check_scene (in_page, FALSE, "in a page");
  check_scene (narrow, FALSE, "in a narrow page");
  g_assert_null (find_words (in_page, "小区综合排名"));
  g_assert_null (find_words (in_page, "未定稿"));
}

static void
test_shape (void)
{
  g_autoptr (YsChartSample) sample = ys_chart_sample_new ();
  YsRankingData data = ys_chart_sample_ranking (sample);
  YsChartFrame frame = ys_chart_sample_frame (0);
  g_autoptr (YsScene) narrow = ys_ranking_layout (&data, &frame, 1440, 1080, NULL);
  g_autoptr (YsScene) wide = ys_ranking_layout (&data, &frame, 3840, 1080, NULL);

  g_assert_cmpuint (count_words (narrow, "社区"), ==, 0);
  g_assert_cmpuint (count_words (narrow, "1 / 1"), ==, 1);
  g_assert_cmpuint (count_words (wide, "社区"), ==, 2);
  g_assert_cmpfloat_with_epsilon (find_words (wide, "丰泽嘉苑")->size, 42.0, 0.01);
  for (guint i = 0; i < ys_scene_n_marks (wide); i++)
    {
      const YsMark *mark = ys_scene_mark (wide, i);

      /* The screens meet in the middle. */
      if (mark->kind == YS_MARK_WORDS && mark->y > 90 && mark->y < 980)
        g_assert_true (mark->x > 1920 || mark->x + mark->width < 1920);
    }
}

int
main (int argc, char **argv)
{
  static Case cases[G_N_ELEMENTS (shapes) * G_N_ELEMENTS (sizes)];

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Shape *shape = &shapes[i / G_N_ELEMENTS (sizes)];
      guint n = sizes[i % G_N_ELEMENTS (sizes)];
      g_autofree char *path = g_strdup_printf ("/chart/ranking/%s/%u", shape->name, n);

      cases[i] = (Case){ n, shape };
      g_test_add_data_func (path, &cases[i], test_size);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/chart/ranking/odd/%s", shapes[i].name);

      g_test_add_data_func (path, &shapes[i], test_odd);
    }
  g_test_add_func ("/chart/ranking/scale", test_scale);
  g_test_add_func ("/chart/ranking/all-equal", test_all_equal);
  g_test_add_func ("/chart/ranking/cut-ties", test_cut_ties);
  g_test_add_func ("/chart/ranking/not-assessed", test_not_assessed);
  g_test_add_func ("/chart/ranking/build", test_build);
  g_test_add_func ("/chart/ranking/no-build", test_no_build);
  g_test_add_func ("/chart/ranking/shape", test_shape);
  return g_test_run ();
}
