/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which lines stand out, how they are named, gaps and lone dots; multiples by community. */
#include "config.h"

#include "multiples-order.h"
#include "sample-charts.h"
#include "scene-checks.h"
#include "trend-data.h"

#include <string.h>

#define NONE YS_NO_POINTS
#define MAX_LINES 6
#define N_PERIODS 4

static const char *const periods[] = { "2026年7月", "2026年8月", "2026年9月", "2026年10月" };

typedef struct
{
  const char *name;
  guint n;
  struct
  {
    guint rank;
    gint64 scores[N_PERIODS];
  } lines[MAX_LINES]; /* A, B, C … */
  const char *picks;  /* from the top */
  const char *finding;
} PickCase;

static const PickCase pick_cases[] = {
  { "none", 0, { { 0 } }, "", "" },
  { "one", 1, { { 1, { 9000, 9100, 9200, 9300 } } }, "A", "" },
  { "two",
    2,
    { { 1, { 9000, 9000, 9000, 9000 } }, { 2, { 8000, 8000, 8000, 8000 } } },
    "A居首 B居末",
    "" },
  { "movement-before-place", /* B is last and fell most: told by its fall */
    3,
    { { 1, { 9600, 9600, 9600, 9600 } },
      { 3, { 9000, 8900, 8800, 8700 } },
      { 2, { 9000, 9100, 9200, 9250 } } },
    "A居首 C升得最多 B降得最多",
    "C4 个月升 2.50；B连降 3 个月" },
  { "two-falls-are-no-series",
    2,
    { { 1, { 9600, 9600, 9600, 9600 } }, { 2, { 9000, 9100, 8800, 8700 } } },
    "A居首 B降得最多",
    "B4 个月降 3.00" },
  { "at-most-four",
    6,
    { { 1, { 9900, 9900, 9900, 9900 } },
      { 2, { 9000, 9200, 9400, 9800 } },
      { 3, { 9100, 9300, 9400, 9700 } },
      { 4, { 9600, 9600, 9400, 9300 } },
      { 5, { 9500, 9400, 9100, 9000 } },
      { 6, { 8900, 8900, 8900, 8900 } } },
    "A居首 B升得最多 E降得最多 F居末",
    "B4 个月升 8.00；E连降 3 个月" },
  { "second-fall-of-five-points",
    4,
    { { 1, { 9900, 9900, 9900, 9900 } },
      { 2, { 9500, 9500, 9500, 9500 } },
      { 3, { 9700, 9600, 9700, 9200 } },
      { 4, { 9400, 9500, 9400, 8400 } } },
    "A居首 C降得第二 D降得最多",
    "D4 个月降 10.00" },
  { "ties-by-rank", /* B and C rose the same: the better rank */
    3,
    { { 3, { 9000, 9000, 9000, 9000 } },
      { 2, { 9000, 9000, 9000, 9100 } },
      { 1, { 9100, 9100, 9100, 9200 } } },
    "C升得最多 A居末",
    "C4 个月升 1.00" },
  { "shared-first",
    3,
    { { 1, { 9600, 9600, 9600, 9600 } },
      { 1, { 9600, 9600, 9600, 9600 } },
      { 3, { 9000, 9000, 9000, 9000 } } },
    "A并列居首 C居末",
    "" },
  { "all-equal",
    3,
    { { 1, { 9680, 9680, 9680, 9680 } },
      { 1, { 9680, 9680, 9680, 9680 } },
      { 1, { 9680, 9680, 9680, 9680 } } },
    "",
    "3 个小区都是 96.80" },
  { "missing-now", /* A has no score now: it neither leads nor moved */
    3,
    { { 0, { 9900, 9900, 9900, NONE } },
      { 1, { 9000, 9000, 9000, 9100 } },
      { 2, { NONE, 9000, 9000, 8000 } } },
    "B升得最多 C居末",
    "B4 个月升 1.00" },
  { "without-ranks",
    2,
    { { 0, { 8000, 8000, 8000, 8000 } }, { 0, { 9000, 9000, 9000, 9000 } } },
    "B居首 A居末",
    "" },
  { "all-missing",
    2,
    { { 0, { NONE, NONE, NONE, NONE } }, { 0, { NONE, NONE, NONE, NONE } } },
    "",
    "" },
};

static void
test_picks (gconstpointer data)
{
  static const char *const names[] = { "A", "B", "C", "D", "E", "F" };
  const PickCase *c = data;
  YsTrendLine lines[MAX_LINES];
  YsTrendData trend = { periods, N_PERIODS, lines, c->n };
  YsTrendPick picks[YS_TREND_MAX_PICKS];
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *finding = NULL;
  guint n;

  for (guint i = 0; i < c->n; i++)
    lines[i] = (YsTrendLine){ i + 1, names[i], NULL, c->lines[i].rank, c->lines[i].scores };
  n = ys_trend_pick (&trend, picks);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", names[picks[i].line],
                            ys_trend_reason (&picks[i]));
  finding = ys_trend_finding (&trend, picks, n);
  g_assert_cmpstr (text->str, ==, c->picks);
  g_assert_cmpstr (finding, ==, c->finding);
}

static guint
count_marks (const YsScene *scene, YsMarkKind kind, gint64 id)
{
  guint n = 0;

  for (guint i = 0; i < ys_scene_n_marks (scene); i++)
    n += ys_scene_mark (scene, i)->kind == kind && ys_scene_mark (scene, i)->id == id ? 1 : 0;
  return n;
}

/* WALL.md: a missing month is a gap, a lone month a dot; never a line across. */
static void
test_gaps (void)
{
  static const gint64 broken[] = { 9000, 9100, NONE, 9200 }, whole[] = { 9500, 9500, 9400, 9500 },
                      low[] = { 8000, 8000, 8000, 8000 }, high[] = { 9900, 9900, 9900, 9900 },
                      middle[] = { 9000, NONE, 9100, 9100 };
  const YsTrendLine lines[] = { { 1, "A", NULL, 3, broken },
                                { 2, "B", NULL, 2, whole },
                                { 3, "C", NULL, 5, low },
                                { 4, "D", NULL, 1, high },
                                { 5, "E", NULL, 4, middle } };
  const YsTrendData trend = { periods, N_PERIODS, lines, 5 };
  YsChartFrame frame = sample_frame (FALSE);
  YsScene *scene = ys_trend_layout (&trend, &frame, 1920.0, 1080.0, NULL);

  check_scene (scene);
  g_assert_cmpuint (count_marks (scene, YS_MARK_POLYLINE, 2), ==, 1);
  g_assert_cmpuint (count_marks (scene, YS_MARK_DISC, 2), ==, 0);
  /* E is grey: one dot, then one line. */
  g_assert_cmpuint (count_marks (scene, YS_MARK_POLYLINE, 5), ==, 1);
  g_assert_cmpuint (count_marks (scene, YS_MARK_DISC, 5), ==, 1);
  g_assert_nonnull (find_words (scene, "断线 = 未参评，不补值。"));
  g_assert_nonnull (find_words (scene, "灰线：其余 2 个"));
  ys_scene_free (scene);
}

static void
test_words (void)
{
  g_autoptr (Sample) sample = sample_new (20, SAMPLE_ORDINARY);
  YsChartFrame frame = sample_frame (FALSE);
  YsScene *scene = ys_trend_layout (&sample->trend, &frame, 1920.0, 1080.0, NULL);

  g_assert_nonnull (find_words (scene, "近 12 个月总分走势"));
  g_assert_nonnull (find_words (scene, "升得最多 +10.20"));
  g_assert_nonnull (find_words (scene, "降得最多 \342\210\2229.60"));
  g_assert_nonnull (find_words (scene, "灰线：其余 16 个"));
  /* The year stands where it begins and where it changes. */
  g_assert_cmpuint (count_words (scene, "2025年"), ==, 1);
  g_assert_nonnull (find_words (scene, "2026年"));
  g_assert_nonnull (find_words (scene, "10月"));
  ys_scene_free (scene);
}

static void
test_periods_thin_out (void)
{
  g_autoptr (Sample) sample = sample_new (6, SAMPLE_ORDINARY);
  YsChartFrame frame = sample_frame (TRUE);
  YsScene *scene = ys_trend_layout (&sample->trend, &frame, 400.0, 300.0, NULL);

  /* The last period is always named. */
  g_assert_nonnull (find_words (scene, "10月"));
  g_assert_null (find_words (scene, "9月"));
  ys_scene_free (scene);
}

static void
test_multiples_order (void)
{
  static const gint64 scores[][N_PERIODS] = { { 9000, 9000, NONE, 9000 },
                                              { 9200, 9300, NONE, 9100 },
                                              { 9400, 9900, NONE, 9400 },
                                              { NONE, 9100, NONE, NONE } };
  const YsTrendLine lines[] = { { 1, "A", "梅园", 3, scores[0] },
                                { 2, "B", NULL, 2, scores[1] },
                                { 3, "C", "梅园", 1, scores[2] },
                                { 4, "D", "紫薇", 0, scores[3] } };
  const YsTrendData trend = { periods, N_PERIODS, lines, 4 };
  g_autoptr (YsMultiples) multiples = ys_multiples_new (&trend);
  const gint64 medians[] = { 9200, 9200, NONE, 9100 };
  const guint order[] = { 2, 0, 1, 3 };

  /* 梅园 leads, 紫薇 has nobody with a rank, the one without a community is last but for it. */
  for (guint i = 0; i < 2; i++)
    g_assert_cmpuint (multiples->order[i], ==, order[i]);
  g_assert_true (ys_multiples_same_group (multiples, 0, 1));
  g_assert_false (ys_multiples_same_group (multiples, 1, 2));
  for (guint p = 0; p < N_PERIODS; p++)
    g_assert_cmpint (multiples->medians[p], ==, medians[p]);
}

static void
test_multiples_pages (void)
{
  for (guint n = 0; n <= 41; n++)
    {
      YsTrendData trend = { periods, N_PERIODS, NULL, n };

      g_assert_cmpuint (ys_multiples_n_pages (&trend), ==, n <= 20 ? 1 : n <= 40 ? 2 : 3);
    }
}

static void
test_multiples_words (void)
{
  g_autoptr (Sample) sample = sample_new (20, SAMPLE_ORDINARY);
  YsChartFrame frame = sample_frame (FALSE);
  YsScene *scene = ys_multiples_layout (&sample->grouped, &frame, 1920.0, 1080.0, NULL);
  const YsMark *first = find_words (scene, "银光上城"), *second = find_words (scene, "御景公馆");

  /* Same community, next rank: side by side. */
  g_assert_cmpfloat (first->y, ==, second->y);
  g_assert_cmpfloat (first->x, <, second->x);
  g_assert_nonnull (find_words (scene, "东、西鲁"));
  /* More than 5.00 stands out. */
  g_assert_true (find_words (scene, "\342\210\2228.40")->bold);
  g_assert_false (find_words (scene, "+3.40")->bold);
  g_assert_cmpuint (count_words (scene, "纵轴 74–103，横轴 2025年11月至今"), ==, 1);
  ys_scene_free (scene);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (pick_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/chart/trend/picks/", pick_cases[i].name, NULL);

      g_test_add_data_func (path, &pick_cases[i], test_picks);
    }
  g_test_add_func ("/chart/trend/gaps", test_gaps);
  g_test_add_func ("/chart/trend/words", test_words);
  g_test_add_func ("/chart/trend/periods-thin-out", test_periods_thin_out);
  g_test_add_func ("/chart/multiples/order", test_multiples_order);
  g_test_add_func ("/chart/multiples/pages", test_multiples_pages);
  g_test_add_func ("/chart/multiples/words", test_multiples_words);
  return g_test_run ();
}
