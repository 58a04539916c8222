/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Worst first, the rate without what is not yet due, and the sides of the axis. */
#include "config.h"

#include "sample-charts.h"
#include "scene-checks.h"
#include "timeliness-rows.h"

/* on time, late, open, not due */
static const YsTimelinessRow rows[] = {
  { 1, "甲", 9, 0, 0, 0 }, { 2, "乙", 0, 0, 0, 0 },  { 3, "丙", 6, 0, 1, 0 },
  { 4, "丁", 5, 1, 0, 0 }, { 5, "戊", 14, 2, 2, 1 }, { 6, "己", 0, 0, 0, 2 },
  { 7, "庚", 7, 1, 0, 0 },
};
static const YsTimelinessData small = { rows, G_N_ELEMENTS (rows) };

static void
test_words (void)
{
  YsChartFrame frame = sample_frame (FALSE);
  YsScene *scene = ys_timeliness_layout (&small, &frame, 1920.0, 1080.0, NULL);
  g_autofree char *text = scene_text (scene);

  check_scene (scene);
  g_assert_cmpstr (text, ==,
                   "整改是否按期|到期 48 条，按期 41 条，按期率 85.42%；戊逾期 4 条|2026年10月\n"
                   "小区|按期率|按期整改（条）|未按期（条）\n"
                   "戊|77.78%|未到期 1|14|逾期才改 2，仍未改 2\n"
                   "丙|85.71%|6|仍未改 1\n"
                   "丁|83.33%|5|逾期才改 1\n"
                   "庚|87.50%|7|逾期才改 1\n"
                   "甲|100.00%|9\n"
                   "己|未到期 2\n"
                   "乙|无问题\n"
                   "按未按期条数排；未到期 3 条不计入按期率。|未定稿 · 截至 2026年11月2日 17:30");
  ys_scene_free (scene);
}

/* On time ends at the axis, late begins there, open follows; not due is outermost and hollow. */
static void
test_sides (void)
{
  YsChartFrame frame = sample_frame (FALSE);
  YsScene *scene = ys_timeliness_layout (&small, &frame, 1920.0, 1080.0, NULL);
  const YsMark *on_time = NULL, *late = NULL, *open = NULL, *not_due = NULL;
  const double gap = 2.0;

  for (guint i = ys_scene_n_marks (scene); i > 0; i--)
    {
      const YsMark *mark = ys_scene_mark (scene, i - 1);

      if (mark->kind != YS_MARK_RECTANGLE || mark->id != 5)
        continue;
      if (mark->role == YS_ROLE_BAR)
        on_time = mark;
      else if (mark->fill == YS_FILL_HOLLOW)
        not_due = mark;
      else if (mark->fill == YS_FILL_HATCHED)
        late = mark;
      else
        open = mark;
    }
  g_assert_cmpfloat_with_epsilon (on_time->x + on_time->width, late->x, gap);
  g_assert_cmpfloat_with_epsilon (late->x + late->width, open->x, gap);
  g_assert_cmpfloat_with_epsilon (not_due->x + not_due->width, on_time->x, gap);
  /* One scale: 14 against 2 of each. */
  g_assert_cmpfloat_with_epsilon (on_time->width / 14.0, (late->width + gap) / 2.0, gap);
  g_assert_cmpfloat_with_epsilon (late->width, open->width, 1e-6);
  ys_scene_free (scene);
}

typedef struct
{
  const char *name;
  YsTimelinessRow rows[2];
  guint n;
  const char *finding;
} FindingCase;

static const FindingCase finding_cases[] = {
  { "none", { { 0 } }, 0, "" },
  { "no-finding", { { 1, "甲", 0, 0, 0, 0 } }, 1, "没有发现问题" },
  { "not-due", { { 1, "甲", 0, 0, 0, 3 } }, 1, "3 条都未到期" },
  { "all-on-time", { { 1, "甲", 4, 0, 0, 3 } }, 1, "到期 4 条，按期 4 条，按期率 100.00%" },
  { "one-worst",
    { { 1, "甲", 4, 0, 0, 0 }, { 2, "乙", 3, 1, 0, 0 } },
    2,
    "到期 8 条，按期 7 条，按期率 87.50%；乙逾期 1 条" },
  /* Two are as bad: none is named. */
  { "two-worst",
    { { 1, "甲", 4, 0, 1, 0 }, { 2, "乙", 3, 1, 0, 0 } },
    2,
    "到期 9 条，按期 7 条，按期率 77.78%" },
};

static void
test_finding (gconstpointer data)
{
  const FindingCase *c = data;
  const YsTimelinessData timeliness = { c->rows, c->n };
  g_autoptr (YsTimelinessTable) table = ys_timeliness_table_new (&timeliness);
  g_autofree char *finding = ys_timeliness_finding (table);

  g_assert_cmpstr (finding, ==, c->finding);
}

/* The scale is that of all pages, so bars can be compared across them. */
static void
test_pages (void)
{
  g_autoptr (Sample) sample = sample_new (21, SAMPLE_NEGATIVE);
  YsChartFrame frame = sample_frame (FALSE);
  YsScene *first, *last;
  double axis[2] = { 0.0 };

  g_assert_cmpuint (ys_timeliness_n_pages (&sample->timeliness), ==, 2);
  first = ys_timeliness_layout (&sample->timeliness, &frame, 1920.0, 1080.0, NULL);
  frame.page = 1;
  last = ys_timeliness_layout (&sample->timeliness, &frame, 1920.0, 1080.0, NULL);
  for (int i = 0; i < 2; i++)
    for (guint m = 0; m < ys_scene_n_marks (i == 0 ? first : last); m++)
      {
        const YsMark *mark = ys_scene_mark (i == 0 ? first : last, m);

        if (mark->kind == YS_MARK_LINE && mark->width == 0.0)
          axis[i] = mark->x;
      }
  g_assert_cmpfloat (axis[0], >, 0.0);
  g_assert_cmpfloat_with_epsilon (axis[0], axis[1], 1e-6);
  g_assert_cmpuint (count_words (last, "第 2 页 / 共 2 页"), ==, 1);
  ys_scene_free (first);
  ys_scene_free (last);
}

/* No room for words: the figures alone. */
static void
test_compact (void)
{
  YsChartFrame frame = sample_frame (TRUE);
  YsScene *scene = ys_timeliness_layout (&small, &frame, 400.0, 300.0, NULL);

  check_scene (scene);
  g_assert_cmpuint (count_words (scene, "逾期才改"), ==, 0);
  g_assert_nonnull (find_words (scene, "4"));
  ys_scene_free (scene);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (finding_cases); i++)
    {
      g_autofree char *path
          = g_strconcat ("/chart/timeliness/finding/", finding_cases[i].name, NULL);

      g_test_add_data_func (path, &finding_cases[i], test_finding);
    }
  g_test_add_func ("/chart/timeliness/words", test_words);
  g_test_add_func ("/chart/timeliness/sides", test_sides);
  g_test_add_func ("/chart/timeliness/pages", test_pages);
  g_test_add_func ("/chart/timeliness/compact", test_compact);
  return g_test_run ();
}
