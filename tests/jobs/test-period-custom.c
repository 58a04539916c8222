/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Periods of free days: what they count beside a slow count, what falls into which of several, the
 * mean of months only over whole ones, and finalising that freezes exactly their days. */
#include "config.h"

#include <sqlite3.h>
#include <string.h>

#include "score-fixture.h"

#include "chart-private.h"
#include "period-job.h"
#include "platform-case.h"

#define CITY YS_INSPECTION_LEVEL_CITY
#define N_VISITS 60
#define N_SPANS 60

typedef struct
{
  gint64 compound;
  YsDate day;
  gint64 places;
  gboolean repaired;
} Visit;

/* From 1 August 2026 to the end of the year, with a liking for the ends of months. */
static YsDate
random_day (GRand *random)
{
  YsDate day = ys_date_add_days ((YsDate){ 2026, 8, 1 }, g_rand_int_range (random, 0, 153));

  if (g_rand_int_range (random, 0, 3) == 0)
    day.day = 1;
  return g_rand_int_range (random, 0, 3) == 0 ? ys_date_add_days (day, -1) : day;
}

/* At the first minute of the day, at its last, or at nine. */
static void
random_visits (ScoreFixture *fixture, GRand *random, Visit *visits)
{
  static const char *const times[] = { "00:00", "09:00", "23:59" };
  const gint64 ids[] = { fixture->a, fixture->b, fixture->c };

  for (guint i = 0; i < N_VISITS; i++)
    {
      Visit *visit = &visits[i];
      g_autofree char *day = NULL;

      *visit = (Visit){ ids[g_rand_int_range (random, 0, 3)], random_day (random),
                        g_rand_int_range (random, 0, 4), g_rand_int_range (random, 0, 2) == 0 };
      day = ys_date_to_iso (visit->day);
      g_autofree char *at = g_strdup_printf ("%sT%s", day, times[g_rand_int_range (random, 0, 3)]);
      g_autofree char *codes
          = visit->places > 0 ? g_strdup_printf ("A1-01*%d", (int)visit->places) : g_strdup ("");
      gint64 finding = score_visit (fixture, visit->compound, CITY, at, codes);

      if (finding != 0 && visit->repaired)
        {
          g_autofree char *step = g_strconcat ("passed ", at, NULL);

          score_step (fixture, finding, step);
        }
    }
}

/* A place costs 1.00, and 2.00 where nobody repaired it: half a year later all deadlines are over.
 */
static void
assert_counted (const YsStanding *standing,
                const Visit *visits,
                const char *first,
                const char *last)
{
  for (guint row = 0; row < ys_standing_n_rows (standing); row++)
    {
      const YsStandingRow *one = ys_standing_row (standing, row);
      gint64 points = 0;
      guint n_visits = 0, n_places = 0;

      for (guint i = 0; i < N_VISITS; i++)
        {
          g_autofree char *day = ys_date_to_iso (visits[i].day);

          if (visits[i].compound != one->compound_id || strcmp (day, first) < 0
              || strcmp (day, last) > 0)
            continue;
          n_visits++;
          n_places += (guint)visits[i].places;
          points += visits[i].places * (visits[i].repaired ? 100 : 200);
        }
      g_assert_cmpuint (one->n_visits, ==, n_visits);
      g_assert_cmpuint (one->n_places, ==, n_places);
      g_assert_cmpint (one->parts.finding_points, ==, points);
      g_assert_cmpint (one->score.assessed, ==, n_visits > 0);
      g_assert_cmpint (one->score.long_term, ==, MAX (10000 - points, 0));
    }
}

static void
test_slow_count (ScoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  Visit visits[N_VISITS];
  guint n_free = 0;

  random_visits (fixture, random, visits);
  for (guint i = 0; i < N_SPANS; i++)
    {
      YsDate one = random_day (random), other = random_day (random);
      gboolean turned = ys_date_compare (one, other) > 0;
      g_autofree char *first = ys_date_to_iso (turned ? other : one);
      g_autofree char *last = ys_date_to_iso (turned ? one : other);
      g_autofree char *text = g_strdup_printf ("%s..%s", first, last);
      g_autoptr (YsStanding) standing = score_load (fixture, text, "2027-06-30T09:00", NULL);

      n_free += ys_standing_span (standing).kind == YS_SPAN_CUSTOM;
      assert_counted (standing, visits, first, last);
    }
  g_assert_cmpuint (n_free, >, N_SPANS / 2);
  /* Two whole months are the two months together. */
  g_autoptr (YsStanding) both
      = score_load (fixture, "2026-10-01..2026-11-30", "2027-06-30T09:00", NULL);
  g_autoptr (YsStanding) october = score_load (fixture, "2026-10", "2027-06-30T09:00", NULL);
  g_autoptr (YsStanding) november = score_load (fixture, "2026-11", "2027-06-30T09:00", NULL);
  assert_counted (both, visits, "2026-10-01", "2026-11-30");
  for (guint i = 0; i < ys_standing_n_rows (both); i++)
    {
      const YsStandingRow *row = ys_standing_row (both, i);
      const YsStandingRow *a = ys_standing_find (october, row->compound_id);
      const YsStandingRow *b = ys_standing_find (november, row->compound_id);

      g_assert_cmpuint (row->n_places, ==, a->n_places + b->n_places);
      g_assert_cmpint (row->parts.finding_points, ==,
                       a->parts.finding_points + b->parts.finding_points);
    }
}

/* October 97.00 and November 100.00: 98.50 as a mean, 97.00 anew. Sheets of the months are not
 * those of the free period. */
static void
test_mean (ScoreFixture *fixture, gconstpointer data)
{
  gint64 finding = score_visit (fixture, fixture->a, CITY, "2026-10-12T09:00", "A1-01*3");

  score_step (fixture, finding, "passed 2026-10-12T10:00");
  score_visit (fixture, fixture->a, CITY, "2026-11-12T09:00", "");
  score_sheet (fixture, fixture->a, "2026-10", YS_ANNEX_2, "A2-05=1");
  g_autoptr (YsStanding) whole
      = score_load (fixture, "2026-10-01..2026-11-30", "2026-12-02T09:00", "longer=mean");
  g_autoptr (YsStanding) anew
      = score_load (fixture, "2026-10-01..2026-11-30", "2026-12-02T09:00", NULL);
  g_autoptr (YsStanding) cut
      = score_load (fixture, "2026-10-01..2026-11-29", "2026-12-02T09:00", "longer=mean");
  g_autofree char *whole_rule = ys_standing_rule (whole);
  g_autofree char *anew_rule = ys_standing_rule (anew);
  g_autofree char *cut_rule = ys_standing_rule (cut);

  score_assert_rows (whole, "甲苑 1 99.10 = 98.50 100.00 0.00; 乙苑 -; 丙苑 -");
  score_assert_rows (anew, "甲苑 1 98.20 = 97.00 100.00 0.00; 乙苑 -; 丙苑 -");
  score_assert_rows (cut, "甲苑 1 98.20 = 97.00 100.00 0.00; 乙苑 -; 丙苑 -");
  g_assert_cmpstr (whole_rule, ==, anew_rule);
  g_assert_cmpstr (cut_rule, ==,
                   "同分依次比：未整改少、案卷过错少、长效分高；仍同则并列。周期不是整月，不取各月"
                   "平均，长效分按周期内的问题另行计算。");
}

/* Found on 30 September, due on 8 October; the free period was final by then. */
static void
test_second (ScoreFixture *fixture, gconstpointer data)
{
  gint64 other = score_case (fixture, fixture->a, "2026-09-28T10:00");

  score_visit (fixture, fixture->a, CITY, "2026-09-30T09:00", "A1-01*2");
  score_finalise (fixture, "2026-09-16..2026-10-05", "2026-10-06T09:00");
  score_confirm (fixture, other, YS_FAULT_PASSING, "2026-10-07T10:00");
  g_autoptr (YsStanding) own
      = score_load (fixture, "2026-09-16..2026-10-05", "2026-10-20T09:00", NULL);
  g_autoptr (YsStanding) next
      = score_load (fixture, "2026-10-06..2026-10-25", "2026-10-20T09:00", NULL);
  g_autoptr (YsStanding) later
      = score_load (fixture, "2026-10-26..2026-11-14", "2026-11-20T09:00", NULL);
  /* The day lies in this open one, too: here it is its own. */
  g_autoptr (YsStanding) over
      = score_load (fixture, "2026-09-20..2026-10-20", "2026-10-20T09:00", NULL);
  /* What is final among free days is not final among months. */
  g_autoptr (YsStanding) september = score_load (fixture, "2026-09", "2026-10-20T09:00", NULL);
  g_autoptr (YsStanding) october = score_load (fixture, "2026-10", "2026-10-20T09:00", NULL);

  score_assert_working (fixture, own, fixture->a, "finding A1-01 -2.00");
  score_assert_working (fixture, next, fixture->a, "fault A1-01 -2.00; second A1-01 -2.00");
  score_assert_working (fixture, later, fixture->a, "");
  score_assert_working (fixture, over, fixture->a, "finding A1-01 -4.00; fault A1-01 -2.00");
  score_assert_working (fixture, september, fixture->a, "finding A1-01 -4.00; fault A1-01 -2.00");
  score_assert_working (fixture, october, fixture->a, "");
}

/* A month that is final keeps its own; the open free days over it have all of theirs, and where two
 * finalised ones hold the day, what the second of them charged is not charged again. */
static void
test_overlap (ScoreFixture *fixture, gconstpointer data)
{
  score_visit (fixture, fixture->a, CITY, "2026-09-30T09:00", "A1-01*2");
  score_finalise (fixture, "2026-09", "2026-10-05T09:00");
  g_autoptr (YsStanding) over
      = score_load (fixture, "2026-09-16..2026-10-15", "2026-10-20T09:00", NULL);
  score_assert_working (fixture, over, fixture->a, "finding A1-01 -4.00");
  g_autoptr (YsStanding) october = score_load (fixture, "2026-10", "2026-10-20T09:00", NULL);
  score_assert_working (fixture, october, fixture->a, "second A1-01 -2.00");
  score_finalise (fixture, "2026-09-01..2026-10-01", "2026-10-06T09:00");
  score_finalise (fixture, "2026-09-25..2026-10-03", "2026-10-12T09:00");
  g_autoptr (YsStanding) charged
      = score_load (fixture, "2026-09-25..2026-10-03", "2026-10-20T09:00", NULL);
  g_autoptr (YsStanding) next
      = score_load (fixture, "2026-10-04..2026-10-12", "2026-10-20T09:00", NULL);
  score_assert_working (fixture, charged, fixture->a, "finding A1-01 -4.00");
  score_assert_working (fixture, next, fixture->a, "");
}

/* Some other free days were final once, so that what all of them froze is read. */
static void
reopen_others (ScoreFixture *fixture)
{
  score_finalise (fixture, "2026-08-01..2026-08-20", "2026-08-22T09:00");
  score_reopen (fixture, "2026-08-01..2026-08-20");
}

/* Open free days over finalised ones charge their own, whatever was reopened elsewhere: where the
 * finalised ones doubled it themselves, and where the ones behind them did. */
static void
test_overlap_reopened (ScoreFixture *fixture, gconstpointer data)
{
  const char *const own = "2026-09-16..2026-10-05", *const next = "2026-10-06..2026-10-25";

  reopen_others (fixture);
  score_visit (fixture, fixture->a, CITY, "2026-09-15T09:00", "A1-02");
  score_visit (fixture, fixture->a, CITY, "2026-09-30T09:00", "A1-01*2");
  score_finalise (fixture, "2026-09-10..2026-09-29", "2026-10-05T09:00");
  g_autoptr (YsStanding) doubled
      = score_load (fixture, "2026-09-12..2026-09-20", "2026-10-06T09:00", NULL);
  score_assert_working (fixture, doubled, fixture->a, "finding A1-02 -2.00");
  score_finalise (fixture, own, "2026-10-06T09:00");
  score_finalise (fixture, next, "2026-10-26T09:00");
  g_autoptr (YsStanding) behind = score_load (fixture, next, "2026-11-02T09:00", NULL);
  g_autoptr (YsStanding) over
      = score_load (fixture, "2026-09-20..2026-10-20", "2026-11-02T09:00", NULL);
  score_assert_working (fixture, behind, fixture->a, "second A1-01 -2.00");
  score_assert_working (fixture, over, fixture->a, "finding A1-01 -4.00");
  /* Reopened itself, it does not charge what fell behind it. */
  score_reopen (fixture, own);
  g_autoptr (YsStanding) again = score_load (fixture, own, "2026-11-02T09:00", NULL);
  g_autoptr (YsStanding) still
      = score_load (fixture, "2026-09-20..2026-10-20", "2026-11-02T09:00", NULL);
  score_assert_working (fixture, again, fixture->a, "finding A1-01 -2.00");
  score_assert_working (fixture, still, fixture->a, "finding A1-01 -4.00");
}

/* A fault that was decided after its days were final falls behind them; when they are reopened it
 * stays there. Other free days over it charge it as their own. */
static void
test_overlap_fault (ScoreFixture *fixture, gconstpointer data)
{
  const char *const own = "2026-09-16..2026-10-05", *const next = "2026-10-06..2026-10-25";
  const char *const now = "2026-11-02T09:00";
  gint64 id = score_case (fixture, fixture->a, "2026-09-30T09:00");

  score_visit (fixture, fixture->a, CITY, "2026-09-29T09:00", "");
  score_visit (fixture, fixture->a, CITY, "2026-10-12T09:00", "");
  score_finalise (fixture, own, "2026-10-06T09:00");
  score_confirm (fixture, id, YS_FAULT_OVERDUE, "2026-10-08T09:00");
  score_finalise (fixture, next, "2026-10-26T09:00");
  g_autoptr (YsStanding) behind = score_load (fixture, next, now, NULL);
  score_assert_working (fixture, behind, fixture->a, "fault A1-01 -2.00");
  score_reopen (fixture, own);
  g_autoptr (YsStanding) again = score_load (fixture, own, now, NULL);
  g_autoptr (YsStanding) over = score_load (fixture, "2026-09-20..2026-10-20", now, NULL);
  score_assert_working (fixture, again, fixture->a, "");
  score_assert_working (fixture, over, fixture->a, "fault A1-01 -2.00");
}

/* One that was counted in its own days is counted there again when they are reopened. */
static void
test_overlap_own_fault (ScoreFixture *fixture, gconstpointer data)
{
  const char *const own = "2026-09-16..2026-10-05", *const over = "2026-09-20..2026-10-20";
  const char *const now = "2026-11-02T09:00";
  gint64 id = score_case (fixture, fixture->a, "2026-09-30T09:00");

  score_visit (fixture, fixture->a, CITY, "2026-09-29T09:00", "");
  score_confirm (fixture, id, YS_FAULT_OVERDUE, "2026-10-02T09:00");
  score_finalise (fixture, own, "2026-10-06T09:00");
  score_finalise (fixture, over, "2026-10-26T09:00");
  score_reopen (fixture, own);
  g_autoptr (YsStanding) again = score_load (fixture, own, now, NULL);
  g_autoptr (YsStanding) other = score_load (fixture, over, now, NULL);
  score_assert_working (fixture, again, fixture->a, "fault A1-01 -2.00");
  score_assert_working (fixture, other, fixture->a, "fault A1-01 -2.00");
}

/* The same number of days just before; here that is September itself, frozen or not. */
static void
test_last (ScoreFixture *fixture, gconstpointer data)
{
  score_visit (fixture, fixture->a, CITY, "2026-09-01T00:00", "");
  score_visit (fixture, fixture->b, CITY, "2026-09-30T23:59", "A1-01");
  score_visit (fixture, fixture->c, CITY, "2026-08-31T23:59", "");
  score_visit (fixture, fixture->a, CITY, "2026-10-09T09:00", "A1-01*3");
  score_visit (fixture, fixture->b, CITY, "2026-10-30T09:00", "");
  for (guint final = 0; final <= 1; final++)
    {
      if (final == 1)
        score_finalise (fixture, "2026-09", "2026-10-01T09:00");
      g_autoptr (YsStanding) standing
          = score_load (fixture, "2026-10-01..2026-10-30", "2026-10-30T10:00", NULL);
      g_assert_cmpuint (ys_standing_find (standing, fixture->a)->last_rank, ==, 1);
      g_assert_cmpuint (ys_standing_find (standing, fixture->b)->last_rank, ==, 2);
      g_assert_cmpuint (ys_standing_find (standing, fixture->c)->last_rank, ==, 0);
    }
}

/* Whether the database takes a visit at this minute. */
static void
assert_visit (ScoreFixture *fixture, const char *at, gboolean taken)
{
  g_autofree char *path = g_build_filename (fixture->base.folder, "ledger.yardstick", NULL);
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO inspection (\"compound\", \"level\", \"kind\", \"at\", \"catalogue\", "
      "\"withdrawn\") SELECT \"compound\", \"level\", \"kind\", %" G_GINT64_FORMAT
      ", \"catalogue\", 0 FROM inspection WHERE id = 1",
      score_instant (at));
  sqlite3 *handle = NULL;
  int code;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_extended_result_codes (handle, 1);
  g_assert_cmpint (sqlite3_exec (handle, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  code = sqlite3_exec (handle, sql, NULL, NULL, NULL);
  if (code != (taken ? SQLITE_OK : SQLITE_CONSTRAINT_TRIGGER))
    g_error ("%s: %s", at, sqlite3_errmsg (handle));
  sqlite3_exec (handle, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_close (handle);
}

static void
assert_sheet (ScoreFixture *fixture, const char *period, gboolean taken)
{
  g_autoptr (GError) error = NULL;
  const YsAssessmentEdit edit = { "A2-01", "0", NULL };

  g_assert_cmpint (ys_assessment_set (fixture->base.ledger, fixture->a, score_span (period),
                                      YS_ANNEX_2, NULL, &edit, 1, &error),
                   ==, taken);
}

static void
assert_frozen (ScoreFixture *fixture, gboolean frozen)
{
  assert_visit (fixture, "2026-10-04T23:59", TRUE);
  assert_visit (fixture, "2026-10-05T00:00", !frozen);
  assert_visit (fixture, "2026-10-31T23:59", !frozen);
  assert_visit (fixture, "2026-11-01T00:00", !frozen);
  assert_visit (fixture, "2026-11-12T23:59", !frozen);
  assert_visit (fixture, "2026-11-13T00:00", TRUE);
  /* By name: the sheet of a month is none of the free period's. */
  assert_sheet (fixture, "2026-10-05..2026-11-12", !frozen);
  assert_sheet (fixture, "2026-10", TRUE);
  assert_sheet (fixture, "2026-10-05..2026-11-11", TRUE);
}

static void
test_frozen (ScoreFixture *fixture, gconstpointer data)
{
  const char *period = "2026-10-05..2026-11-12";
  YsSpan span = score_span (period);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsRegistry) registry = ys_registry_load (fixture->base.ledger, NULL);
  YsPeriod *known;

  score_visit (fixture, fixture->a, CITY, "2026-10-05T09:00", "");
  assert_frozen (fixture, FALSE);
  /* Not before its last day is over. */
  g_assert_false (ys_period_finalise (fixture->base.ledger, registry, span, NULL,
                                      score_instant ("2026-11-12T23:59"), &error));
  g_clear_error (&error);
  ys_period_finalise (fixture->base.ledger, registry, span, NULL,
                      score_instant ("2026-11-13T00:00"), &error);
  g_assert_no_error (error);
  known = ys_period_load (fixture->base.ledger, span, &error);
  g_assert_cmpstr (known->name, ==, period);
  g_assert_true (ys_date_equal (known->starts_on, (YsDate){ 2026, 10, 5 }));
  g_assert_true (ys_date_equal (known->ends_on, (YsDate){ 2026, 11, 12 }));
  ys_record_free (&ys_period_type, known);
  assert_frozen (fixture, TRUE);
  g_autoptr (YsStanding) frozen = score_load (fixture, period, "2027-01-04T09:00", NULL);
  g_assert_true (ys_standing_is_final (frozen));
  score_assert_rows (frozen, "甲苑 1 100.00 = 100.00 100.00 0.00; 乙苑 -; 丙苑 -");
  ys_period_reopen (fixture->base.ledger, span, "示例", &error);
  g_assert_no_error (error);
  assert_frozen (fixture, FALSE);
}

/* By months up to that of its last day, or to now while it runs; the change is against the 72 days
 * before, 25 July to 4 October. */
static void
assert_trend (ScoreFixture *fixture, const char *now, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsRegistry) registry = ys_registry_load (fixture->base.ledger, NULL);
  g_autoptr (YsStanding) standing = score_load (fixture, "2026-10-05..2026-12-15", now, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (YsChartArena) arena = { 0 };
  YsTrendData trend;
  YsChartData *charts = ys_chart_data_load (fixture->base.ledger, registry, standing, NULL,
                                            score_instant (now), NULL, &error);

  g_assert_no_error (error);
  ys_chart_fill_trend (charts, &trend, &arena);
  g_assert_cmpuint (trend.n_lines, ==, 1);
  for (guint i = 0; i < trend.n_periods; i++)
    {
      gint64 score = trend.lines[0].scores[i];

      g_string_append_printf (text, "%s ", trend.periods[i]);
      if (score != YS_NO_POINTS)
        g_string_append_printf (text, "%d ", (int)score);
    }
  g_assert_cmpstr (text->str, ==, expected);
  g_assert_nonnull (charts->last);
  g_assert_cmpuint (ys_standing_find (charts->last, fixture->a)->n_visits, ==, 2);
  ys_chart_data_free (charts);
}

static void
test_trend (ScoreFixture *fixture, gconstpointer data)
{
  score_visit (fixture, fixture->a, CITY, "2026-08-20T09:00", "");
  score_visit (fixture, fixture->a, CITY, "2026-09-20T09:00", "");
  score_visit (fixture, fixture->a, CITY, "2026-10-20T09:00", "");
  assert_trend (fixture, "2026-10-25T09:00", "8月 10000 9月 10000 10月 10000 ");
  assert_trend (fixture, "2026-12-20T09:00", "8月 10000 9月 10000 10月 10000 11月 12月 ");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/jobs/period/custom/slow-count/1", ScoreFixture, GUINT_TO_POINTER (1), score_set_up,
              test_slow_count, score_tear_down);
  g_test_add ("/jobs/period/custom/slow-count/2", ScoreFixture, GUINT_TO_POINTER (2), score_set_up,
              test_slow_count, score_tear_down);
#define ADD(name, func)                                                                            \
  g_test_add ("/jobs/period/custom/" name, ScoreFixture, NULL, score_set_up, func, score_tear_down)
  ADD ("mean", test_mean);
  ADD ("second", test_second);
  ADD ("overlap/each-its-own", test_overlap);
  ADD ("overlap/reopened", test_overlap_reopened);
  ADD ("overlap/fault", test_overlap_fault);
  ADD ("overlap/own-fault", test_overlap_own_fault);
  ADD ("last", test_last);
  ADD ("frozen", test_frozen);
  ADD ("trend", test_trend);
  return g_test_run ();
}
