/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Digits on the wall are the digits of the file: the scripted month's slides, line by line, against
 * what rank and award print as JSON. */
#include "config.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "chart-job.h"
#include "ledger-job.h"
#include "scores-fixture.h"

typedef struct
{
  YsLedger *ledger;
  YsRegistry *registry;
  YsChartData *data;
} Wall;

static void
wall_clear (Wall *wall)
{
  g_clear_pointer (&wall->data, ys_chart_data_free);
  g_clear_pointer (&wall->registry, ys_registry_unref);
  g_clear_pointer (&wall->ledger, ys_ledger_job_close);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wall, wall_clear)

/* @what_if: (nullable): tried beside the real standing. */
static void
open_wall (Place *place, const char *what_if, Wall *wall)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsStanding) standing = NULL;
  g_autoptr (YsStanding) tried = NULL;
  g_autoptr (YsTrial) trial = what_if != NULL ? ys_trial_new () : NULL;
  YsInstant now = 0;
  YsSpan span;

  g_assert_true (ys_instant_from_iso (SCORES_NOW, &now));
  g_assert_true (ys_span_read (SCORES_PERIOD, &span, NULL));
  wall->ledger = ys_ledger_job_open (place->ledger, YS_LEDGER_READ_ONLY, "示例", now, NULL, &error);
  g_assert_no_error (error);
  wall->registry = ys_registry_load (wall->ledger, &error);
  standing = ys_standing_load (wall->ledger, wall->registry, span, NULL, now, NULL, &error);
  g_assert_no_error (error);
  if (trial != NULL)
    {
      g_assert_true (ys_trial_add (trial, what_if, &error));
      tried = ys_standing_load (wall->ledger, wall->registry, span, trial, now, NULL, &error);
      g_assert_no_error (error);
    }
  wall->data
      = ys_chart_data_load (wall->ledger, wall->registry, standing, tried, now, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
is_words (const YsMark *mark)
{
  return mark->kind == YS_MARK_WORDS && mark->until == 0;
}

/* (transfer full): " 1 丙苑 106.66 51.60 …": the words on the line of the first mark that says
 * @name. */
static char *
read_line (const YsScene *scene, const char *name)
{
  GString *text = g_string_new (" ");
  double middle = -1;

  for (guint i = 0; i < ys_scene_n_marks (scene) && middle < 0; i++)
    {
      const YsMark *mark = ys_scene_mark (scene, i);

      if (is_words (mark) && g_str_equal (mark->text, name))
        middle = mark->y + mark->height / 2;
    }
  for (guint i = 0; i < ys_scene_n_marks (scene) && middle >= 0; i++)
    {
      const YsMark *mark = ys_scene_mark (scene, i);

      if (is_words (mark) && fabs (mark->y + mark->height / 2 - middle) < 1)
        g_string_append_printf (text, "%s ", mark->text);
    }
  return g_string_free (text, FALSE);
}

static void
assert_has (const char *line, const char *text)
{
  g_autofree char *word = g_strdup_printf (" %s ", text);

  if (strstr (line, word) == NULL)
    g_error ("“%s” is not in “%s”", text, line);
}

static const struct
{
  const char *name;
  double width, height;
} shapes[] = { { "16x9", 1920, 1080 }, { "4x3", 1440, 1080 }, { "32x9", 3840, 1080 } };

static void
assert_ranking (const Wall *wall, const Run *rank, double width, double height)
{
  g_autoptr (YsScene) scene
      = ys_chart_layout (wall->data, YS_CHART_RANKING, 0, 0, FALSE, width, height, NULL);
  JsonArray *rows = json_object_get_array_member (run_object (rank), "rows");

  g_assert_cmpuint (json_array_get_length (rows), ==, 9);
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);
      g_autofree char *line = read_line (scene, json_object_get_string_member (row, "compound"));
      g_autofree char *place
          = g_strdup_printf ("%d", (int)json_object_get_int_member (row, "rank"));

      assert_has (line, place);
      assert_has (line, json_object_get_string_member (row, "score"));
    }
}

/* Open with its ties, then final. */
static void
test_ranking (gconstpointer data)
{
  const guint shape = GPOINTER_TO_UINT (data);
  g_autoptr (Place) place = scores_place ();
  g_autoptr (Run) open = run (place, "--now", SCORES_NOW, "rank", "--period", SCORES_PERIOD, NULL);
  g_auto (Wall) before = { 0 };
  g_auto (Wall) after = { 0 };

  assert_code (open, 0);
  open_wall (place, NULL, &before);
  assert_ranking (&before, open, shapes[shape].width, shapes[shape].height);
  wall_clear (&before);
  scores_finalise (place);
  g_autoptr (Run) final = run (place, "--now", SCORES_NOW, "rank", "--period", SCORES_PERIOD, NULL);
  assert_code (final, 0);
  open_wall (place, NULL, &after);
  assert_ranking (&after, final, shapes[shape].width, shapes[shape].height);
}

/* Weighted by hand: 丙 86.00 × 60% = 51.60 and 112.64 × 40% = 45.056; 甲 52.80, 39.60, +3.00. */
static void
test_parts (void)
{
  g_autoptr (Place) place = scores_place ();
  g_auto (Wall) wall = { 0 };

  open_wall (place, NULL, &wall);
  g_autoptr (YsScene) scene
      = ys_chart_layout (wall.data, YS_CHART_RANKING, 0, 0, FALSE, 1920, 1080, NULL);
  g_autofree char *best = read_line (scene, "丙苑");
  g_autofree char *second = read_line (scene, "甲苑");

  assert_has (best, "106.66");
  assert_has (best, "51.60");
  assert_has (best, "45.06");
  assert_has (best, "+10.00");
  assert_has (second, "95.40");
  assert_has (second, "52.80");
  assert_has (second, "39.60");
  assert_has (second, "+3.00");
}

/* Who gets what, once decided; the sum too. */
static void
test_awards (void)
{
  g_autoptr (Place) place = scores_place ();
  g_auto (Wall) wall = { 0 };

  scores_decide (place);
  g_autoptr (Run) award
      = run (place, "--now", SCORES_NOW, "award", "--period", SCORES_PERIOD, NULL);
  assert_code (award, 0);
  open_wall (place, NULL, &wall);
  g_autoptr (YsScene) scene
      = ys_chart_layout (wall.data, YS_CHART_AWARDS, 0, 0, FALSE, 1920, 1080, NULL);
  JsonArray *rows = json_object_get_array_member (run_object (award), "rows");
  g_autoptr (GString) all = g_string_new (" ");

  for (guint i = 0; i < ys_scene_n_marks (scene); i++)
    if (is_words (ys_scene_mark (scene, i)))
      g_string_append_printf (all, "%s ", ys_scene_mark (scene, i)->text);
  g_assert_cmpuint (json_array_get_length (rows), >=, 5);
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);

      if (g_str_equal (json_object_get_string_member (row, "prize"), "red"))
        continue; /* may be a winner's second line */
      g_autofree char *line = read_line (scene, json_object_get_string_member (row, "compound"));

      assert_has (line, json_object_get_string_member (row, "amount"));
    }
  assert_has (all->str, json_object_get_string_member (run_object (award), "total"));
}

/* A trial is a slide of its own, marked; without one no file has it. */
static void
test_trial (void)
{
  g_autoptr (Place) place = scores_place ();
  g_auto (Wall) plain = { 0 };
  g_auto (Wall) tried = { 0 };

  open_wall (place, NULL, &plain);
  open_wall (place, "weights=70/30", &tried);
  g_autoptr (GPtrArray) slides = ys_deck_new (plain.data, NULL, 1920, 1080);
  g_autoptr (GPtrArray) more = ys_deck_new (tried.data, NULL, 1920, 1080);
  g_autoptr (Run) rank = run (place, "--now", SCORES_NOW, "rank", "--period", SCORES_PERIOD,
                              "--what-if", "weights=70/30", NULL);
  g_autoptr (Run) real = run (place, "--now", SCORES_NOW, "rank", "--period", SCORES_PERIOD, NULL);
  g_autoptr (YsScene) scene
      = ys_chart_layout (tried.data, YS_CHART_TRIAL, 0, 0, FALSE, 1920, 1080, NULL);
  JsonArray *rows = json_object_get_array_member (run_object (rank), "rows");

  for (guint i = 0; i < slides->len; i++)
    g_assert_cmpint (((const YsSlide *)slides->pdata[i])->kind, !=, YS_CHART_TRIAL);
  g_assert_cmpuint (more->len, ==, slides->len + 1);
  g_assert_true (json_object_get_boolean_member (run_object (rank), "trial"));
  /* The real figures stay what they are. */
  assert_ranking (&tried, real, 1920, 1080);
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      const char *score
          = json_object_get_string_member (json_array_get_object_element (rows, i), "score");
      gboolean found = FALSE;

      for (guint m = 0; m < ys_scene_n_marks (scene); m++)
        found = found
                || (is_words (ys_scene_mark (scene, m))
                    && g_str_equal (ys_scene_mark (scene, m)->text, score));
      g_assert_true (found);
    }
}

/* chart deck, and its refusals. */
static void
test_deck (void)
{
  g_autoptr (Place) place = scores_place ();
  g_autofree char *path = place_path (place, "deck.pdf");
  g_autofree char *wrong = place_path (place, "deck.png");
  g_autofree char *content = NULL;
  g_autoptr (Run) deck = run (place, "--now", SCORES_NOW, "chart", "deck", "--period",
                              SCORES_PERIOD, "-o", path, NULL);
  g_autoptr (Run) refused = run (place, "--now", SCORES_NOW, "chart", "deck", "--period",
                                 SCORES_PERIOD, "-o", wrong, NULL);

  assert_code (deck, 0);
  g_assert_cmpstr (json_object_get_string_member (run_object (deck), "file"), ==, path);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "%PDF-"));
  g_assert_cmpint (refused->code, !=, 0);
  assert_says (refused, ".pdf");
  g_assert_false (g_file_test (wrong, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/cli/wall/ranking/%s", shapes[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_ranking);
    }
  g_test_add_func ("/cli/wall/parts", test_parts);
  g_test_add_func ("/cli/wall/awards", test_awards);
  g_test_add_func ("/cli/wall/trial", test_trial);
  g_test_add_func ("/cli/wall/deck", test_deck);
  return g_test_run ();
}
