/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is drawn says what the standing says: scores, ranks, money, places that wait, what is tried.
 */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "score-fixture.h"

#include "chart-job.h"
#include "chart-private.h"
#include "inspection.h"
#include "job-error.h"

#define CITY YS_INSPECTION_LEVEL_CITY

/* 甲 is clean: first. 乙 and 丙 had one finding each, repaired in time: they share the second rank,
 * whose places carry a first and a second prize. */
static void
enter_tie (ScoreFixture *fixture)
{
  score_visit (fixture, fixture->a, CITY, "2026-10-12T09:00", "");
  score_step (fixture, score_visit (fixture, fixture->b, CITY, "2026-10-12T09:00", "A1-08"),
              "passed 2026-10-12T10:00");
  score_step (fixture, score_visit (fixture, fixture->c, CITY, "2026-10-12T09:00", "A1-08"),
              "passed 2026-10-12T10:00");
}

static YsChartData *
load (ScoreFixture *fixture, YsStanding *standing, YsStanding *trial)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsRegistry) registry = ys_registry_load (fixture->base.ledger, &error);
  YsChartData *data = ys_chart_data_load (fixture->base.ledger, registry, standing, trial,
                                          score_instant ("2026-10-13T09:00"), NULL, &error);

  g_assert_no_error (error);
  return data;
}

/* (transfer full): every word of a finished slide, a line each. */
static char *
read_words (const YsScene *scene)
{
  GString *text = g_string_new ("\n");

  for (guint i = 0; i < ys_scene_n_marks (scene); i++)
    {
      const YsMark *mark = ys_scene_mark (scene, i);

      if (mark->kind == YS_MARK_WORDS && mark->until == 0)
        g_string_append_printf (text, "%s\n", mark->whole != NULL ? mark->whole : mark->text);
    }
  return g_string_free (text, FALSE);
}

static char *
read_chart (const YsChartData *data, YsChartKind kind, gint64 compound_id)
{
  g_autoptr (YsScene) scene = ys_chart_layout (data, kind, 0, compound_id, FALSE, 1920, 1080, NULL);

  return read_words (scene);
}

static void
assert_says (const char *words, const char *expected)
{
  g_autofree char *line = g_strdup_printf ("\n%s\n", expected);

  if (strstr (words, line) == NULL)
    g_error ("“%s” is not among:%s", expected, words);
}

static void
test_names (void)
{
  for (int i = 0; i < YS_N_CHARTS; i++)
    g_assert_cmpint (ys_chart_from_name (ys_chart_name ((YsChartKind)i)), ==, i);
  g_assert_cmpint (ys_chart_from_name ("deck"), ==, -1);
  g_assert_cmpint (ys_chart_from_name (NULL), ==, -1);
}

/* Digit for digit: the score, its two parts as weighted, the rank. */
static void
test_ranking (ScoreFixture *fixture, gconstpointer unused)
{
  enter_tie (fixture);
  g_autoptr (YsStanding) standing = score_load (fixture, "2026-10", "2026-10-13T09:00", NULL);
  g_autoptr (YsChartData) data = load (fixture, standing, NULL);
  g_autofree char *words = read_chart (data, YS_CHART_RANKING, 0);

  for (guint i = 0; i < ys_standing_n_assessed (standing); i++)
    {
      const YsStandingRow *row = ys_standing_row (standing, i);
      g_autofree char *score = ys_hundredths_to_text (row->score.score, FALSE);
      g_autofree char *rank = g_strdup_printf ("%u", row->rank);

      assert_says (words, row->name);
      assert_says (words, score);
      assert_says (words, rank);
    }
  assert_says (words, "100.00"); /* 甲 */
  assert_says (words, "99.40");  /* 乙, 丙: 99.00 × 60% + 40.00 */
  assert_says (words, "59.40");
  assert_says (words, "待定");
}

/* 3000 yuan to 甲; of the tie's places one carries 3000, one 2024: 5024 wait, 976 between them. */
static void
test_awards (ScoreFixture *fixture, gconstpointer unused)
{
  enter_tie (fixture);
  g_autoptr (YsStanding) standing = score_load (fixture, "2026-10", "2026-10-13T09:00", NULL);
  g_autoptr (YsChartData) data = load (fixture, standing, NULL);
  g_autofree char *words = read_chart (data, YS_CHART_AWARDS, 0);

  g_assert_cmpint (ys_standing_awards (standing)->total, ==, 300000);
  g_assert_cmpint (ys_standing_awards (standing)->pending_total, ==, 502400);
  assert_says (words, "甲苑");
  assert_says (words, "3000.00");
  assert_says (words, "2024.00");
  assert_says (words, "并列第 2，占第 2、3 位");
  assert_says (words, "差额 976.00 元，待集体研究");
  assert_says (words, "另待定 5024.00");
}

/* Two places of one finding, not repaired in 2 hours: −2.00 and as much again, each × 60%. */
static void
test_waterfall (ScoreFixture *fixture, gconstpointer unused)
{
  g_auto (YsChartArena) arena = { 0 };
  YsWaterfallData waterfall;
  gint64 sum = 0;

  score_visit (fixture, fixture->a, CITY, "2026-10-12T09:00", "A1-08*2");
  g_autoptr (YsStanding) standing = score_load (fixture, "2026-10", "2026-10-13T09:00", NULL);
  g_autoptr (YsChartData) data = load (fixture, standing, NULL);

  g_assert_true (ys_chart_fill_waterfall (data, fixture->a, &waterfall, &arena));
  g_assert_false (ys_chart_fill_waterfall (data, fixture->b, &waterfall, &arena));
  g_assert_true (ys_chart_fill_waterfall (data, fixture->a, &waterfall, &arena));
  g_assert_cmpuint (waterfall.n_steps, ==, 2);
  g_assert_cmpstr (waterfall.steps[0].working, ==, "2 处 × 1 分 × 60%");
  g_assert_cmpstr (waterfall.steps[1].name, ==, "逾期加倍");
  g_assert_cmpstr (waterfall.steps[1].working, ==, "2 处 × 1 分 × 60%");
  g_assert_cmpstr (waterfall.total_working, ==, "长效 57.60 + 物业 40.00");
  for (guint i = 0; i < waterfall.n_steps; i++)
    sum += waterfall.steps[i].points;
  g_assert_cmpint (waterfall.full * 100 + sum, ==, waterfall.score * 100);
}

/* (transfer full): "cover ranking …" */
static char *
describe_deck (const YsChartData *data, const char *choice)
{
  g_autoptr (GPtrArray) slides = ys_deck_new (data, choice, 1920, 1080);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < slides->len; i++)
    {
      const YsSlide *slide = slides->pdata[i];

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", ys_chart_name (slide->kind));
      g_assert_cmpstr (slide->title, !=, "");
      g_assert_cmpstr (slide->notes, !=, "");
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *name;
  const char *choice;
  const char *expected;
} decks[] = {
  /* One period only: nothing to compare with. */
  { "all", NULL, "cover ranking waterfall waterfall composition heatmap pareto timeliness awards" },
  { "order", "awards cover ranking", "awards cover ranking" },
  { "unknown", "cover nothing", "cover" },
  { "without-data", "trend trial", "" },
  { "none", "", "" },
};

static void
test_deck (ScoreFixture *fixture, gconstpointer user_data)
{
  const guint i = GPOINTER_TO_UINT (user_data);

  enter_tie (fixture);
  g_autoptr (YsStanding) standing = score_load (fixture, "2026-10", "2026-10-13T09:00", NULL);
  g_autoptr (YsChartData) data = load (fixture, standing, NULL);
  g_autofree char *deck = describe_deck (data, decks[i].choice);

  g_assert_cmpstr (deck, ==, decks[i].expected);
}

/* Nobody was assessed: the cover says so; no slide fails. */
static void
test_empty (ScoreFixture *fixture, gconstpointer unused)
{
  g_autoptr (YsStanding) standing = score_load (fixture, "2026-10", "2026-10-13T09:00", NULL);
  g_autoptr (YsChartData) data = load (fixture, standing, NULL);

  for (int kind = 0; kind < YS_N_CHARTS; kind++)
    {
      g_autofree char *words = read_chart (data, (YsChartKind)kind, 0);

      g_assert_cmpuint (ys_chart_n_pages (data, (YsChartKind)kind, 1920, 1080), >=, 1);
      g_assert_null (strstr (words, "100.00\n"));
    }
}

/* 丙's finding is dropped: 100.00 × 60% + 40.00 = 100.00; it shares the first rank with 甲, and
 * with it the two first prizes: nothing waits any more. */
static void
test_trial (ScoreFixture *fixture, gconstpointer unused)
{
  enter_tie (fixture);
  g_autoptr (YsStanding) standing = score_load (fixture, "2026-10", "2026-10-13T09:00", NULL);
  g_autoptr (YsStanding) trial = score_load (fixture, "2026-10", "2026-10-13T09:00", "drop=2");
  g_autoptr (YsChartData) data = load (fixture, standing, trial);
  g_autofree char *deck = describe_deck (data, "ranking trial");
  g_autofree char *words = read_chart (data, YS_CHART_TRIAL, 0);
  g_autofree char *real = read_chart (data, YS_CHART_RANKING, 0);

  g_assert_cmpstr (deck, ==, "ranking trial");
  assert_says (words, "长效 99.00 → 100.00");
  assert_says (words, "丙苑：待定 → 一等奖");
  g_assert_nonnull (strstr (words, "试算"));
  /* The slide beside it shows what is, unmarked. */
  g_assert_null (strstr (real, "试算"));
  assert_says (real, "99.40");
}

/* Where the trial itself is shown, no slide of it goes unmarked. */
static void
test_trial_alone (ScoreFixture *fixture, gconstpointer unused)
{
  enter_tie (fixture);
  g_autoptr (YsStanding) trial = score_load (fixture, "2026-10", "2026-10-13T09:00", "drop=2");
  g_autoptr (YsChartData) data = load (fixture, trial, NULL);
  g_autoptr (GPtrArray) slides = ys_deck_new (data, NULL, 1920, 1080);

  g_assert_cmpuint (slides->len, >, 5);
  for (guint i = 0; i < slides->len; i++)
    {
      const YsSlide *slide = slides->pdata[i];
      g_autofree char *words = read_chart (data, slide->kind, slide->compound_id);

      if (strstr (words, "试算") == NULL)
        g_error ("%s is not marked", slide->title);
    }
}

static void
test_export (ScoreFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->base.root, "deck.pdf", NULL);
  g_autofree char *wrong = g_build_filename (fixture->base.root, "deck.png", NULL);
  g_autofree char *content = NULL;

  enter_tie (fixture);
  g_autoptr (YsStanding) standing = score_load (fixture, "2026-10", "2026-10-13T09:00", NULL);
  g_autoptr (YsChartData) data = load (fixture, standing, NULL);
  g_autoptr (GPtrArray) slides = ys_deck_new (data, NULL, 0, 0);

  g_assert_false (ys_deck_export (data, slides, wrong, 0, 0, FALSE, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  g_assert_false (g_file_test (wrong, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  ys_deck_export (data, slides, path, 0, 0, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "%PDF-"));
}

static const struct
{
  const char *name;
  double width, height;
} walls[] = {
  { "4x3", 1440, 1080 },  { "16x9", 1920, 1080 },     { "16x10", 1920, 1200 },
  { "32x9", 3840, 1080 }, { "led-6656", 6656, 1792 }, { "beamer", 1024, 768 },
  { "small", 800, 600 },
};

/* Nothing is written over an edge of the wall, and no word is smaller than 1/36 of its height. */
static void
test_wall (ScoreFixture *fixture, gconstpointer user_data)
{
  const guint wall = GPOINTER_TO_UINT (user_data);
  const double width = walls[wall].width, height = walls[wall].height;

  enter_tie (fixture);
  g_autoptr (YsStanding) standing = score_load (fixture, "2026-10", "2026-10-13T09:00", NULL);
  g_autoptr (YsChartData) data = load (fixture, standing, NULL);
  g_autoptr (GPtrArray) slides = ys_deck_new (data, NULL, width, height);

  for (guint i = 0; i < slides->len; i++)
    {
      const YsSlide *slide = slides->pdata[i];
      g_autoptr (YsScene) scene = ys_chart_layout (data, slide->kind, slide->page,
                                                   slide->compound_id, FALSE, width, height, NULL);

      for (guint m = 0; m < ys_scene_n_marks (scene); m++)
        {
          const YsMark *mark = ys_scene_mark (scene, m);

          if (mark->kind != YS_MARK_WORDS)
            continue;
          if (mark->x < 0 || mark->y < 0 || mark->x + mark->width > width
              || mark->y + mark->height > height || mark->size < height / 36 - 0.01)
            g_error ("%s: “%s” at %g %g, %g × %g, em %g", slide->title, mark->text, mark->x,
                     mark->y, mark->width, mark->height, mark->size);
        }
    }
}

static void
add (const char *path, gconstpointer data, void (*test) (ScoreFixture *fixture, gconstpointer data))
{
  g_test_add (path, ScoreFixture, data, score_set_up, test, score_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/jobs/chart/names", test_names);
  add ("/jobs/chart/ranking", NULL, test_ranking);
  add ("/jobs/chart/awards", NULL, test_awards);
  add ("/jobs/chart/waterfall", NULL, test_waterfall);
  add ("/jobs/chart/empty", NULL, test_empty);
  add ("/jobs/chart/trial/beside", NULL, test_trial);
  add ("/jobs/chart/trial/alone", NULL, test_trial_alone);
  add ("/jobs/chart/export", NULL, test_export);
  for (guint i = 0; i < G_N_ELEMENTS (decks); i++)
    {
      g_autofree char *path = g_strdup_printf ("/jobs/chart/deck/%s", decks[i].name);

      add (path, GUINT_TO_POINTER (i), test_deck);
    }
  for (guint i = 0; i < G_N_ELEMENTS (walls); i++)
    {
      g_autofree char *path = g_strdup_printf ("/jobs/chart/wall/%s", walls[i].name);

      add (path, GUINT_TO_POINTER (i), test_wall);
    }

  return g_test_run ();
}
