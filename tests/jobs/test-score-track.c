/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a compound's small chart says: its own scores, from the first to the last, gaps left open.
 */
#include "config.h"

#include "score-fixture.h"

#include "inspection.h"
#include "score-track.h"

#define CITY YS_INSPECTION_LEVEL_CITY

static YsScoreTrack *
read_until (ScoreFixture *fixture, const char *last, const char *now, YsScoreTrack *spare)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsRegistry) registry = ys_registry_load (fixture->base.ledger, &error);
  YsScoreTrack *track;

  g_assert_no_error (error);
  track = ys_score_track_read (fixture->base.ledger, registry, score_span (last), spare,
                               score_instant (now), NULL, &error);
  g_assert_no_error (error);
  return track;
}

/* (transfer full): "8月 98.80, 9月 -; rank 1", "never" */
static char *
describe (const YsScoreTrack *track, gint64 compound_id)
{
  g_autoptr (YsScoreLine) line = ys_score_track_line (track, compound_id);
  GString *text = g_string_new (NULL);

  if (line == NULL)
    return g_string_free (g_string_append (text, "never"), FALSE);
  for (guint i = 0; line->periods[i] != NULL; i++)
    {
      g_autofree char *score = line->scores[i] == YS_NO_POINTS
                                   ? g_strdup ("-")
                                   : ys_hundredths_to_text (line->scores[i], FALSE);

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", line->periods[i], score);
    }
  g_string_append_printf (text, "; rank %u", line->rank);
  return g_string_free (text, FALSE);
}

static void
assert_line (const YsScoreTrack *track, gint64 compound_id, const char *expected)
{
  g_autofree char *text = describe (track, compound_id);

  g_assert_cmpstr (text, ==, expected);
}

/* Annex 1 takes a point a place of A1-08, counted at 60 %; without a sheet property is full. */
static void
enter (ScoreFixture *fixture)
{
  score_step (fixture, score_visit (fixture, fixture->a, CITY, "2026-07-06T09:00", "A1-08*2"),
              "passed 2026-07-06T10:00");
  score_visit (fixture, fixture->a, CITY, "2026-09-07T09:00", "");
  score_step (fixture, score_visit (fixture, fixture->b, CITY, "2026-09-07T09:00", "A1-08"),
              "passed 2026-09-07T10:00");
}

static void
test_lines (ScoreFixture *fixture, gconstpointer unused)
{
  enter (fixture);
  g_autoptr (YsScoreTrack) track = read_until (fixture, "2026-10", "2026-10-13T09:00", NULL);

  assert_line (track, fixture->a, "7月 98.80, 8月 -, 9月 100.00; rank 1");
  assert_line (track, fixture->b, "9月 99.40; rank 2");
  assert_line (track, fixture->c, "never");
  assert_line (track, 0, "never");
}

/* Twelve months and no more: July 2026 is gone in a July later. */
static void
test_bound (ScoreFixture *fixture, gconstpointer unused)
{
  enter (fixture);
  g_autoptr (YsScoreTrack) last = read_until (fixture, "2027-06", "2027-06-30T09:00", NULL);
  g_autoptr (YsScoreTrack) after = read_until (fixture, "2027-07", "2027-07-30T09:00", NULL);

  assert_line (last, fixture->a, "7月 98.80, 8月 -, 9月 100.00; rank 1");
  assert_line (after, fixture->a, "9月 100.00; rank 1");
}

/* Free days have no row of periods before them: the months up to their end. */
static void
test_free_days (ScoreFixture *fixture, gconstpointer unused)
{
  enter (fixture);
  g_autoptr (YsScoreTrack) track
      = read_until (fixture, "2026-08-20..2026-09-10", "2026-10-13T09:00", NULL);

  assert_line (track, fixture->b, "9月 99.40; rank 2");
}

/* Brought up to date it says what reading anew says. */
static void
test_spare (ScoreFixture *fixture, gconstpointer unused)
{
  enter (fixture);
  YsScoreTrack *track = read_until (fixture, "2026-09", "2026-09-30T09:00", NULL);

  score_finalise (fixture, "2026-07", "2026-09-30T10:00");
  score_visit (fixture, fixture->c, CITY, "2026-09-08T09:00", "");
  score_visit (fixture, fixture->b, CITY, "2026-10-08T09:00", "");
  track = read_until (fixture, "2026-10", "2026-10-08T10:00", track);
  assert_line (track, fixture->a, "7月 98.80, 8月 -, 9月 100.00; rank 1");
  assert_line (track, fixture->b, "9月 99.40, 10月 100.00; rank 1");
  assert_line (track, fixture->c, "9月 100.00; rank 1");
  ys_score_track_free (track);
}

/* The lines are drawn as they are read. */
static void
test_scene (ScoreFixture *fixture, gconstpointer unused)
{
  enter (fixture);
  g_autoptr (YsScoreTrack) track = read_until (fixture, "2026-10", "2026-10-13T09:00", NULL);
  g_autoptr (YsScoreLine) line = ys_score_track_line (track, fixture->a);
  g_autoptr (YsScene) scene = ys_score_line_layout (line, 500, 150, NULL);
  guint n = 0;

  for (guint i = 0; i < ys_scene_n_marks (scene); i++)
    {
      const YsMark *mark = ys_scene_mark (scene, i);

      if (mark->id == fixture->a && mark->tip != NULL
          && g_str_equal (mark->tip, "甲苑 100.00，第 1 名\n此前 7月 98.80，8月 缺"))
        n++;
      g_assert_cmpfloat (mark->x + mark->width, <=, 501);
      g_assert_cmpfloat (mark->y + mark->height, <=, 151);
    }
  g_assert_cmpuint (n, >, 0);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/jobs/score-track/" name, ScoreFixture, NULL, score_set_up, func, score_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("lines", test_lines);
  ADD ("bound", test_bound);
  ADD ("free-days", test_free_days);
  ADD ("spare", test_spare);
  ADD ("scene", test_scene);
  return g_test_run ();
}
