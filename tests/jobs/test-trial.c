/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What-if beside the real standing, and the mean of months. */
#include "config.h"

#include "score-fixture.h"

#include "job-error.h"

#define CITY YS_INSPECTION_LEVEL_CITY

/* What is tried is marked and never kept. */
static void
test_trial (ScoreFixture *fixture, gconstpointer data)
{
  gint64 finding = score_visit (fixture, fixture->a, CITY, "2026-10-12T09:00", "A1-08");
  g_autofree char *drop = g_strdup_printf ("drop=%" G_GINT64_FORMAT, finding);
  g_autofree char *rectify = g_strdup_printf ("rectify=%" G_GINT64_FORMAT, finding);
  const char *now = "2026-10-13T09:00";
  const struct
  {
    const char *what_if;
    const char *row;
    gint64 amount;
    const char *working;
  } cases[] = {
    { "weights=70/30", "甲苑 1 98.60 = 98.00 100.00 0.00; 乙苑 -; 丙苑 -", 300000,
      "finding A1-08 -2.00" },
    { drop, "甲苑 1 100.00 = 100.00 100.00 0.00; 乙苑 -; 丙苑 -", 300000, "withdrawn A1-08 0.00" },
    { rectify, "甲苑 1 99.40 = 99.00 100.00 0.00; 乙苑 -; 丙苑 -", 300000, "finding A1-08 -1.00" },
    { "first.amount=5000", "甲苑 1 98.80 = 98.00 100.00 0.00; 乙苑 -; 丙苑 -", 500000,
      "finding A1-08 -2.00" },
    { "overdue_factor=3", "甲苑 1 98.20 = 97.00 100.00 0.00; 乙苑 -; 丙苑 -", 300000,
      "finding A1-08 -3.00" },
    { "levels=town", "甲苑 -; 乙苑 -; 丙苑 -", 0, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YsStanding) trial = score_load (fixture, "2026-10", now, cases[i].what_if);

      g_assert_true (ys_standing_is_trial (trial));
      score_assert_rows (trial, cases[i].row);
      g_assert_cmpint (ys_standing_find (trial, fixture->a)->amount, ==, cases[i].amount);
      score_assert_working (fixture, trial, fixture->a, cases[i].working);
    }
  g_autoptr (YsStanding) real = score_load (fixture, "2026-10", now, NULL);
  g_assert_false (ys_standing_is_trial (real));
  score_assert_rows (real, "甲苑 1 98.80 = 98.00 100.00 0.00; 乙苑 -; 丙苑 -");
}

/* Of a finalised period: as it was known then, though the recheck came later. */
static void
test_trial_of_final (ScoreFixture *fixture, gconstpointer data)
{
  gint64 finding = score_visit (fixture, fixture->a, CITY, "2026-09-29T09:00", "A1-08");

  score_visit (fixture, fixture->b, CITY, "2026-09-29T09:00", "A1-08");
  score_step (fixture, finding, "reported 2026-09-29T10:00");
  score_finalise (fixture, "2026-09", "2026-10-05T09:00");
  g_autoptr (YsStanding) frozen = score_load (fixture, "2026-09", "2026-10-09T09:00", NULL);
  g_autoptr (YsStanding) trial
      = score_load (fixture, "2026-09", "2026-10-09T09:00", "first.amount=3000");
  score_assert_same (frozen, trial);
  g_assert_true (ys_standing_is_trial (trial));
  g_assert_cmpint (ys_standing_as_of (trial), ==, ys_standing_as_of (frozen));
}

static const char *const bad_trials[] = { "",          "weights", "weights=70", "weights=70/20/10",
                                          "drop=",     "drop=x",  "drop=0",     "rectify=-1",
                                          "nothing=1", "=",       "weights=/",  "70/30=weights" };

static void
test_trial_refused (gconstpointer data)
{
  g_autoptr (YsTrial) trial = ys_trial_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (ys_trial_add (trial, data, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  g_assert_true (ys_trial_is_empty (trial));
}

/* Weights that do not add up are refused when the standing is made. */
static void
test_trial_wrong (ScoreFixture *fixture, gconstpointer data)
{
  g_autoptr (YsTrial) trial = ys_trial_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (YsRegistry) registry = ys_registry_load (fixture->base.ledger, NULL);

  g_assert_true (ys_trial_add (trial, "weights=70/40", NULL));
  g_assert_null (ys_standing_load (fixture->base.ledger, registry, score_span ("2026-10"), trial,
                                   fixture_now, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_true (ys_trial_add (trial, "weights=70/30", NULL));
  g_autoptr (YsStanding) standing
      = ys_standing_load (fixture->base.ledger, registry, score_span ("2026-10"), trial,
                          fixture_now, NULL, &error);
  g_assert_no_error (error);
}

/* October 98.00, November clean, December not assessed: 99.00; the quarter's own sheets are
 * separate. */
static void
test_mean (ScoreFixture *fixture, gconstpointer data)
{
  score_visit (fixture, fixture->a, CITY, "2026-10-12T09:00", "A1-08");
  score_visit (fixture, fixture->a, CITY, "2026-11-12T09:00", "");
  g_autoptr (YsStanding) anew = score_load (fixture, "2026Q4", "2026-11-13T09:00", NULL);
  g_autoptr (YsStanding) mean = score_load (fixture, "2026Q4", "2026-11-13T09:00", "longer=mean");
  g_autoptr (YsStanding) month = score_load (fixture, "2026-10", "2026-11-13T09:00", "longer=mean");
  score_assert_rows (anew, "甲苑 1 98.80 = 98.00 100.00 0.00; 乙苑 -; 丙苑 -");
  score_assert_rows (mean, "甲苑 1 99.40 = 99.00 100.00 0.00; 乙苑 -; 丙苑 -");
  score_assert_rows (month, "甲苑 1 98.80 = 98.00 100.00 0.00; 乙苑 -; 丙苑 -");
}

#define ADD(path, test)                                                                            \
  g_test_add ("/jobs/trial/" path, ScoreFixture, NULL, score_set_up, test, score_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("kinds", test_trial);
  ADD ("of-final", test_trial_of_final);
  ADD ("wrong", test_trial_wrong);
  ADD ("mean-of-months", test_mean);
  for (guint i = 0; i < G_N_ELEMENTS (bad_trials); i++)
    {
      g_autofree char *name = g_strdup_printf ("/jobs/trial/refused/%u", i);
      g_test_add_data_func (name, bad_trials[i], test_trial_refused);
    }
  return g_test_run ();
}
