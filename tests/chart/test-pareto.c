/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where half and 80% are passed, equals together, and what the hollow bar takes. */
#include "config.h"

#include "pareto-rows.h"
#include "sample-charts.h"
#include "scene-checks.h"

#define MAX_ITEMS 20

typedef struct
{
  const char *name;
  guint counts[MAX_ITEMS + 1]; /* end with G_MAXUINT */
  guint room;
  guint n_shown, n_rest;
  guint64 rest;
  guint half, most;
} RowsCase;

#define END G_MAXUINT

static const RowsCase rows_cases[] = {
  { "none", { END }, 15, 0, 0, 0, 0, 0 },
  { "all-zero", { 0, 0, 0, END }, 15, 0, 0, 0, 0, 0 },
  { "one", { 7, END }, 15, 1, 0, 0, 1, 1 },
  { "order", { 1, 9, 0, 3, END }, 15, 3, 0, 0, 1, 2 },
  /* 10 of 20 is half. */
  { "half-exactly", { 6, 4, 3, 3, 2, 2, END }, 15, 6, 0, 0, 2, 4 },
  /* Half is passed by the second of three equals: the rule is behind the third. */
  { "equals-at-half", { 4, 4, 4, 1, 1, END }, 15, 5, 0, 0, 3, 3 },
  { "all-equal", { 5, 5, 5, 5, END }, 15, 4, 0, 0, 4, 4 },
  { "fifteen", { 9, 8, 7, 6, 5, 4, 3, 3, 3, 2, 2, 2, 1, 1, 1, END }, 15, 15, 0, 0, 4, 9 },
  { "sixteen",
    { 30, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, END },
    15,
    14,
    2,
    13,
    6,
    11 },
  /* The fourteenth has an equal below: both go into the hollow one. */
  { "equals-at-the-cut",
    { 30, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 8, 7, END },
    15,
    13,
    3,
    23,
    6,
    11 },
  { "all-equal-and-many",
    { 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, END },
    15,
    14,
    3,
    15,
    0,
    0 },
  { "little-room", { 9, 8, 7, 6, 5, 4, END }, 4, 3, 3, 15, 3, 0 },
};

static void
test_rows (gconstpointer data)
{
  const RowsCase *c = data;
  YsParetoItem items[MAX_ITEMS];
  YsParetoData pareto = { items, 0 };
  YsParetoRows rows;

  for (; c->counts[pareto.n_items] != END; pareto.n_items++)
    items[pareto.n_items] = (YsParetoItem){ 1, "A", c->counts[pareto.n_items], 0 };
  ys_pareto_rows_init (&rows, &pareto, c->room);
  g_assert_cmpuint (rows.n_shown, ==, c->n_shown);
  g_assert_cmpuint (rows.n_rest, ==, c->n_rest);
  g_assert_cmpuint (rows.rest, ==, c->rest);
  g_assert_cmpuint (rows.half, ==, c->half);
  g_assert_cmpuint (rows.most, ==, c->most);
  ys_pareto_rows_clear (&rows);
}

static void
test_words (void)
{
  static const YsParetoItem items[] = {
    { 1, "清扫保洁", 6, 4 }, { 2, "乱堆物料", 2, 2 }, { 3, "小广告", 2, 1 }, { 4, "除四害", 0, 0 }
  };
  const YsParetoData data = { items, 4 };
  YsChartFrame frame = sample_frame (FALSE);
  YsScene *scene = ys_pareto_layout (&data, &frame, 1920.0, 1080.0, NULL);
  g_autofree char *text = scene_text (scene);

  check_scene (scene);
  g_assert_cmpstr (text, ==,
                   "问题出在哪些条款|4 类中 1 类占一半，清扫保洁最多|2026年10月\n"
                   "条款|处数|累计占比|涉及小区\n"
                   "清扫保洁|6|60.00%|4\n"
                   "乱堆物料|2|80.00%|2\n"
                   "小广告|2|100.00%|1\n"
                   "虚线：累计过半、过八成，同数不拆。|未定稿 · 截至 2026年11月2日 17:30");
  ys_scene_free (scene);
}

static guint
count_bars (const YsScene *scene, YsRole role, YsFill fill)
{
  guint n = 0;

  for (guint i = 0; i < ys_scene_n_marks (scene); i++)
    {
      const YsMark *mark = ys_scene_mark (scene, i);

      n += mark->kind == YS_MARK_RECTANGLE && mark->role == role && mark->fill == fill ? 1 : 0;
    }
  return n;
}

/* Red down to half, the rest hollow, two dashed rules; bars in proportion from zero. */
static void
test_bars (void)
{
  g_autoptr (Sample) sample = sample_new (20, SAMPLE_ORDINARY);
  YsChartFrame frame = sample_frame (FALSE);
  YsScene *scene = ys_pareto_layout (&sample->pareto, &frame, 1920.0, 1080.0, NULL);
  double widths[2] = { 0.0 };
  guint n = 0, dashed = 0;

  g_assert_cmpuint (count_bars (scene, YS_ROLE_DEDUCTION, YS_FILL_SOLID), ==, 5);
  g_assert_cmpuint (count_bars (scene, YS_ROLE_CONTEXT, YS_FILL_SOLID), ==, 9);
  g_assert_cmpuint (count_bars (scene, YS_ROLE_CONTEXT, YS_FILL_HOLLOW), ==, 1);
  for (guint i = 0; i < ys_scene_n_marks (scene); i++)
    {
      const YsMark *mark = ys_scene_mark (scene, i);

      dashed += mark->kind == YS_MARK_LINE && mark->fill == YS_FILL_DASHED ? 1 : 0;
      if (mark->kind == YS_MARK_RECTANGLE && mark->role == YS_ROLE_DEDUCTION && n < 2)
        widths[n++] = mark->width;
    }
  g_assert_cmpuint (dashed, ==, 2);
  /* 22 and 16 findings. */
  g_assert_cmpfloat_with_epsilon (widths[0] / widths[1], 22.0 / 16.0, 1e-6);
  ys_scene_free (scene);
}

static void
test_all_equal_has_no_red (void)
{
  g_autoptr (Sample) sample = sample_new (6, SAMPLE_EQUAL);
  YsChartFrame frame = sample_frame (FALSE);
  YsScene *scene = ys_pareto_layout (&sample->pareto, &frame, 1920.0, 1080.0, NULL);

  g_assert_cmpuint (count_bars (scene, YS_ROLE_DEDUCTION, YS_FILL_SOLID), ==, 0);
  g_assert_nonnull (find_words (scene, "6 类同为 5 处"));
  ys_scene_free (scene);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/chart/pareto/rows/", rows_cases[i].name, NULL);

      g_test_add_data_func (path, &rows_cases[i], test_rows);
    }
  g_test_add_func ("/chart/pareto/words", test_words);
  g_test_add_func ("/chart/pareto/bars", test_bars);
  g_test_add_func ("/chart/pareto/all-equal-has-no-red", test_all_equal_has_no_red);
  return g_test_run ();
}
