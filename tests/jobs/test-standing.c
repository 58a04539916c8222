/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small ledgers scored by hand: what counts in which period, and what is shown for it. */
#include "config.h"

#include "score-fixture.h"

#include "history.h"
#include "inspection-job.h"
#include "platform-case.h"

#define CITY YS_INSPECTION_LEVEL_CITY
#define DISTRICT YS_INSPECTION_LEVEL_DISTRICT
#define TOWN YS_INSPECTION_LEVEL_TOWN

static void
add_survey (
    ScoreFixture *fixture, gint64 compound, const char *period, gint64 rate, gint64 coverage)
{
  g_autoptr (GError) error = NULL;

  ys_survey_set (fixture->base.ledger, compound, score_span (period), rate, coverage, &error);
  g_assert_no_error (error);
}

static gint64
add_bonus (ScoreFixture *fixture, gint64 compound, const char *period, int title)
{
  g_autoptr (GError) error = NULL;
  YsBonus bonus = { .compound_id = compound, .period = (char *)period, .title = title };

  ys_bonus_add (fixture->base.ledger, &bonus, &error);
  g_assert_no_error (error);
  return bonus.id;
}

/* 甲: one finding of A1-08 (2 hours: 11:00) not repaired: 2.00; 98.00. Annex 2: −5 + 2 × 2 + 10 =
 * 109.00; district title 3.00: 58.80 + 43.60 + 3.00 = 105.40. 乙: a clean visit and no sheet:
 * 100.00. 丙: a town's visit costs nothing and assesses nobody. */
static void
enter_october (ScoreFixture *fixture)
{
  score_visit (fixture, fixture->a, CITY, "2026-10-12T09:00", "A1-08");
  score_sheet (fixture, fixture->a, "2026-10", YS_ANNEX_2, "A2-05=1 A2-14=2 A2-06=0");
  add_survey (fixture, fixture->a, "2026-10", 9000, 8000);
  add_bonus (fixture, fixture->a, "2026-10", YS_TITLE_DISTRICT);
  score_visit (fixture, fixture->b, DISTRICT, "2026-10-12T09:00", "");
  score_visit (fixture, fixture->c, TOWN, "2026-10-12T09:00", "A1-01*2");
}

static void
test_month (ScoreFixture *fixture, gconstpointer data)
{
  enter_october (fixture);
  g_autoptr (YsStanding) standing = score_load (fixture, "2026-10", "2026-10-13T09:00", NULL);

  score_assert_rows (standing, "甲苑 1 105.40 = 98.00 109.00 3.00; 乙苑 2 100.00 = 100.00 100.00 "
                               "0.00; 丙苑 -");
  score_assert_working (fixture, standing, fixture->a,
                        "finding A1-08 -2.00; sheet A2-05 -5.00; survey A2-15 10.00; extra A2-14 "
                        "4.00; "
                        "bonus district 3.00");
  score_assert_working (fixture, standing, fixture->b, "");
  score_assert_working (fixture, standing, fixture->c, "");
  g_assert_false (ys_standing_is_final (standing));
  g_assert_cmpuint (ys_standing_n_assessed (standing), ==, 2);
  g_assert_cmpint (ys_standing_find (standing, fixture->a)->amount, ==, 300000);
  g_assert_cmpint (ys_standing_awards (standing)->total, ==, 600000);
  g_assert_null (ys_standing_find (standing, 999));
}

/* Within the limit it costs 1.00; the quarter and the year see the same findings, their own sheets.
 */
static void
test_spans (ScoreFixture *fixture, gconstpointer data)
{
  enter_october (fixture);
  g_autoptr (YsStanding) in_time = score_load (fixture, "2026-10", "2026-10-12T11:00", NULL);
  g_autoptr (YsStanding) quarter = score_load (fixture, "2026Q4", "2026-10-13T09:00", NULL);
  g_autoptr (YsStanding) before = score_load (fixture, "2026-09", "2026-10-13T09:00", NULL);

  g_assert_cmpint (ys_standing_find (in_time, fixture->a)->score.long_term, ==, 9900);
  score_assert_rows (quarter, "乙苑 1 100.00 = 100.00 100.00 0.00; 甲苑 2 98.80 = 98.00 100.00 "
                              "0.00; 丙苑 -");
  score_assert_rows (before, "甲苑 -; 乙苑 -; 丙苑 -");
}

/* Found on 30 September, due on 8 October: the month is final by then, so October has the second
 * point. */
static void
test_second (ScoreFixture *fixture, gconstpointer data)
{
  gint64 first = score_case (fixture, fixture->a, "2026-09-28T09:00");
  gint64 other = score_case (fixture, fixture->a, "2026-09-28T10:00");

  score_visit (fixture, fixture->a, CITY, "2026-09-30T09:00", "A1-01*2");
  score_confirm (fixture, first, YS_FAULT_PASSING, "2026-09-29T09:00");
  score_finalise (fixture, "2026-09", "2026-10-05T09:00");
  score_confirm (fixture, other, YS_FAULT_PASSING, "2026-10-05T10:00");
  g_autoptr (YsStanding) september = score_load (fixture, "2026-09", "2026-10-20T09:00", NULL);
  g_autoptr (YsStanding) early = score_load (fixture, "2026-10", "2026-10-06T09:00", NULL);
  g_autoptr (YsStanding) october = score_load (fixture, "2026-10", "2026-10-20T09:00", NULL);
  g_autoptr (YsStanding) november = score_load (fixture, "2026-11", "2026-11-20T09:00", NULL);
  /* The quarter of September is open: all of it is there, as a month's finality is no quarter's. */
  g_autoptr (YsStanding) quarter = score_load (fixture, "2026Q3", "2026-10-20T09:00", NULL);

  g_assert_true (ys_standing_is_final (september));
  score_assert_working (fixture, september, fixture->a, "fault A1-01 -2.00; finding A1-01 -2.00");
  score_assert_working (fixture, october, fixture->a, "fault A1-01 -2.00; second A1-01 -2.00");
  score_assert_working (fixture, early, fixture->a, "fault A1-01 -2.00");
  score_assert_working (fixture, november, fixture->a, "");
  score_assert_working (fixture, quarter, fixture->a,
                        "finding A1-01 -4.00; fault A1-01 -2.00; fault A1-01 -2.00");
}

/* September is opened again after October is final: what October charged stays there, once. */
static void
test_reopened (ScoreFixture *fixture, gconstpointer data)
{
  gint64 one = score_case (fixture, fixture->a, "2026-09-28T09:00");

  score_visit (fixture, fixture->a, CITY, "2026-09-30T09:00", "A1-01*2");
  score_finalise (fixture, "2026-09", "2026-10-05T09:00");
  score_confirm (fixture, one, YS_FAULT_PASSING, "2026-10-09T09:00");
  score_finalise (fixture, "2026-10", "2026-11-02T09:00");
  score_reopen (fixture, "2026-09");
  g_autoptr (YsStanding) september = score_load (fixture, "2026-09", "2026-11-03T09:00", NULL);
  g_autoptr (YsStanding) october = score_load (fixture, "2026-10", "2026-11-03T09:00", NULL);

  score_assert_working (fixture, september, fixture->a, "finding A1-01 -2.00");
  score_assert_working (fixture, october, fixture->a, "fault A1-01 -2.00; second A1-01 -2.00");
  /* October is opened too: September has them again. */
  score_reopen (fixture, "2026-10");
  g_autoptr (YsStanding) again = score_load (fixture, "2026-09", "2026-11-03T09:00", NULL);
  g_autoptr (YsStanding) open = score_load (fixture, "2026-10", "2026-11-03T09:00", NULL);
  score_assert_working (fixture, again, fixture->a, "finding A1-01 -4.00; fault A1-01 -2.00");
  score_assert_working (fixture, open, fixture->a, "");
}

/* What was frozen reads the same, whatever happens to names and clocks afterwards. */
static void
test_frozen (ScoreFixture *fixture, gconstpointer data)
{
  enter_october (fixture);
  score_sheet (fixture, fixture->a, "2026-10", YS_ANNEX_2, "A2-12=1");
  g_autoptr (YsStanding) live = score_load (fixture, "2026-10", "2026-11-02T09:00", NULL);
  g_autofree char *working = score_explain (fixture, live, fixture->a);
  score_finalise (fixture, "2026-10", "2026-11-02T09:00");
  fixture_set (&fixture->base, fixture->a, "name", "改名苑");
  g_autoptr (YsStanding) frozen = score_load (fixture, "2026-10", "2026-12-24T09:00", NULL);

  score_assert_same (live, frozen);
  score_assert_working (fixture, frozen, fixture->a, working);
  g_assert_true (ys_standing_is_final (frozen));
  g_assert_cmpuint (ys_standing_version (frozen), ==, 1);
  g_assert_cmpint (ys_standing_as_of (frozen), ==, score_instant ("2026-11-02T09:00"));
  score_reopen (fixture, "2026-10");
  g_autoptr (YsStanding) version
      = ys_standing_load_version (fixture->base.ledger, score_span ("2026-10"), 1, NULL);
  score_assert_same (live, version);
  g_autoptr (GError) error = NULL;
  g_assert_null (
      ys_standing_load_version (fixture->base.ledger, score_span ("2026-10"), 2, &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NOT_FOUND);
}

/* Withdrawn findings, visits and bonuses cost nothing and are shown. */
static void
test_withdrawn (ScoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 finding = score_visit (fixture, fixture->a, CITY, "2026-10-12T09:00", "A1-08");
  gint64 bonus = add_bonus (fixture, fixture->a, "2026-10", YS_TITLE_CITY);

  score_step (fixture, finding, "withdrawn 2026-10-12T12:00");
  ys_bonus_withdraw (fixture->base.ledger, bonus, "示例原因", &error);
  g_assert_no_error (error);
  g_autoptr (YsStanding) standing = score_load (fixture, "2026-10", "2026-10-13T09:00", NULL);
  score_assert_rows (standing, "甲苑 1 100.00 = 100.00 100.00 0.00; 乙苑 -; 丙苑 -");
  score_assert_working (fixture, standing, fixture->a, "withdrawn city 0.00; withdrawn A1-08 0.00");
  /* The visit itself: not assessed any more. */
  ys_inspection_withdraw (fixture->base.ledger, 1, "示例原因", score_instant ("2026-10-13T09:00"),
                          &error);
  g_assert_no_error (error);
  score_visit (fixture, fixture->b, CITY, "2026-10-13T09:00", "");
  ys_inspection_withdraw (fixture->base.ledger, 2, "示例原因", score_instant ("2026-10-13T10:00"),
                          &error);
  g_assert_no_error (error);
  g_autoptr (YsStanding) after = score_load (fixture, "2026-10", "2026-10-14T09:00", NULL);
  score_assert_rows (after, "甲苑 -; 乙苑 -; 丙苑 -");
  score_assert_working (fixture, after, fixture->b, "withdrawn - 0.00");
}

/* A compound withdrawn on 12 October stays in September, which ended before. */
static void
test_withdrawn_compound (ScoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  score_visit (fixture, fixture->a, CITY, "2026-09-10T09:00", "");
  score_visit (fixture, fixture->a, CITY, "2026-10-09T09:00", "");
  ys_registry_withdraw (fixture->base.ledger, fixture->a, "示例原因", fixture_today, &error);
  g_assert_no_error (error);
  g_autoptr (YsStanding) september = score_load (fixture, "2026-09", "2026-10-13T09:00", NULL);
  g_autoptr (YsStanding) october = score_load (fixture, "2026-10", "2026-10-13T09:00", NULL);
  g_autoptr (YsStanding) quarter = score_load (fixture, "2026Q4", "2026-10-13T09:00", NULL);
  score_assert_rows (september, "甲苑 1 100.00 = 100.00 100.00 0.00; 乙苑 -; 丙苑 -");
  score_assert_rows (october, "乙苑 -; 丙苑 -");
  score_assert_rows (quarter, "乙苑 -; 丙苑 -");
}

static void
test_last (ScoreFixture *fixture, gconstpointer data)
{
  score_visit (fixture, fixture->a, CITY, "2026-09-10T09:00", "");
  score_visit (fixture, fixture->b, CITY, "2026-09-10T09:00", "A1-01");
  score_visit (fixture, fixture->a, CITY, "2026-10-09T09:00", "A1-01*3");
  score_visit (fixture, fixture->b, CITY, "2026-10-09T09:00", "");
  for (guint final = 0; final <= 1; final++)
    {
      if (final == 1)
        score_finalise (fixture, "2026-09", "2026-10-08T09:00");
      g_autoptr (YsStanding) october = score_load (fixture, "2026-10", "2026-10-09T10:00", NULL);
      g_assert_cmpuint (ys_standing_find (october, fixture->a)->last_rank, ==, 1);
      g_assert_cmpuint (ys_standing_find (october, fixture->a)->rank, ==, 2);
      g_assert_cmpint (ys_standing_find (october, fixture->a)->last_score, ==, 10000);
      g_assert_cmpuint (ys_standing_find (october, fixture->b)->last_rank, ==, 2);
      g_assert_cmpuint (ys_standing_find (october, fixture->c)->last_rank, ==, 0);
      g_assert_cmpint (ys_standing_find (october, fixture->c)->last_score, ==, -1);
    }
}

/* Annex 3 only of those with a party branch; without A3-01 it is vetoed. */
static void
test_red (ScoreFixture *fixture, gconstpointer data)
{
  fixture_set (&fixture->base, fixture->a, "party_branch", "yes");
  fixture_set (&fixture->base, fixture->c, "party_branch", "yes");
  score_visit (fixture, fixture->a, CITY, "2026-10-09T09:00", "");
  score_sheet (fixture, fixture->a, "2026-10", YS_ANNEX_3, "A3-01=0 A3-02=3 A3-03=2");
  score_sheet (fixture, fixture->c, "2026-10", YS_ANNEX_3, "A3-01=1 A3-02=1.50");
  g_autoptr (YsStanding) standing = score_load (fixture, "2026-10", "2026-10-10T09:00", NULL);
  const YsStandingRow *a = ys_standing_find (standing, fixture->a);
  const YsStandingRow *c = ys_standing_find (standing, fixture->c);

  g_assert_true (a->veto);
  g_assert_true (a->has_party_branch);
  g_assert_cmpint (a->party_points, ==, 500);
  g_assert_cmpint (c->party_points, ==, 150);
  g_assert_false (c->score.assessed);
  g_assert_true (c->red);
  g_assert_cmpint (c->amount, ==, 202400);
  g_assert_cmpint (ys_standing_find (standing, fixture->b)->party_points, ==, -1);
  g_assert_cmpint (ys_standing_awards (standing)->red_id, ==, fixture->c);
}

static void
test_rule (ScoreFixture *fixture, gconstpointer data)
{
  score_visit (fixture, fixture->a, CITY, "2026-10-09T09:00", "A1-01");
  gint64 repaired = score_visit (fixture, fixture->b, CITY, "2026-10-09T09:00", "A1-01");
  score_step (fixture, repaired, "passed 2026-10-09T10:00");
  g_autoptr (YsStanding) standing = score_load (fixture, "2026-10", "2026-10-09T11:00", NULL);
  g_autofree char *rule = ys_standing_rule (standing);
  g_autofree char *split = ys_standing_split (standing);
  g_autoptr (YsStanding) plain = score_load (fixture, "2026-10", "2026-10-09T11:00", "chain=");
  g_autofree char *no_rule = ys_standing_rule (plain);
  g_autofree char *no_split = ys_standing_split (plain);

  score_assert_rows (standing, "乙苑 1~ 99.40 = 99.00 100.00 0.00; 甲苑 2~ 99.40 = 99.00 100.00 "
                               "0.00; 丙苑 -");
  g_assert_cmpstr (rule, ==, "同分依次比：未整改少、案卷过错少、长效分高；仍同则并列。");
  g_assert_cmpstr (split, ==, "1、2 名同为 99.40：未整改 0 处 < 1 处。");
  score_assert_rows (plain, "甲苑 1=~ 99.40 = 99.00 100.00 0.00; 乙苑 1=~ 99.40 = 99.00 100.00 "
                            "0.00; 丙苑 -");
  g_assert_cmpstr (no_rule, ==, "同分并列。");
  g_assert_null (no_split);
}

static void
refresh (ScoreFixture *fixture, YsStanding *standing, const char *now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsRegistry) registry = ys_registry_load (fixture->base.ledger, &error);
  g_autofree char *period = ys_span_name (ys_standing_span (standing));
  g_autoptr (YsStanding) anew = score_load (fixture, period, now, NULL);

  ys_standing_refresh (standing, fixture->base.ledger, registry, score_instant (now), &error);
  g_assert_no_error (error);
  score_assert_same (standing, anew);
}

/* After every kind of change it is what loading anew gives. */
static void
test_refresh (ScoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsStanding) month = score_load (fixture, "2026-10", "2026-10-12T09:00", NULL);
  g_autoptr (YsStanding) quarter = score_load (fixture, "2026Q4", "2026-10-12T09:00", NULL);
  gint64 finding = score_visit (fixture, fixture->a, CITY, "2026-10-12T09:00", "A1-08*2");

  refresh (fixture, month, "2026-10-12T09:00");
  g_assert_cmpint (ys_standing_find (month, fixture->a)->score.long_term, ==, 9800);
  /* The clock alone. */
  refresh (fixture, month, "2026-10-12T11:00");
  g_assert_cmpint (ys_standing_find (month, fixture->a)->score.long_term, ==, 9800);
  refresh (fixture, month, "2026-10-12T11:01");
  g_assert_cmpint (ys_standing_find (month, fixture->a)->score.long_term, ==, 9600);
  /* And back. */
  refresh (fixture, month, "2026-10-12T10:00");
  g_assert_cmpint (ys_standing_find (month, fixture->a)->score.long_term, ==, 9800);
  score_step (fixture, finding, "passed 2026-10-12T10:30");
  refresh (fixture, month, "2026-10-12T12:00");
  gint64 one = score_case (fixture, fixture->b, "2026-10-12T09:00");
  score_confirm (fixture, one, YS_FAULT_PASSING, "2026-10-12T10:00");
  score_visit (fixture, fixture->b, CITY, "2026-10-12T09:30", "");
  refresh (fixture, month, "2026-10-12T12:00");
  score_sheet (fixture, fixture->b, "2026-10", YS_ANNEX_2, "A2-05=2");
  refresh (fixture, month, "2026-10-12T12:00");
  add_survey (fixture, fixture->b, "2026-10", 8500, 9000);
  add_bonus (fixture, fixture->a, "2026-10", YS_TITLE_STATE);
  refresh (fixture, month, "2026-10-12T12:00");
  g_assert_true (ys_history_undo (fixture->base.ledger, 0, NULL, &error));
  refresh (fixture, month, "2026-10-12T12:00");
  fixture_set (&fixture->base, fixture->c, "name", "改名苑");
  score_visit (fixture, fixture->c, DISTRICT, "2026-10-12T10:00", "A1-01");
  refresh (fixture, month, "2026-10-12T12:00");
  g_assert_true (ys_history_undo (fixture->base.ledger, 0, NULL, &error));
  refresh (fixture, month, "2026-10-12T12:00");
  refresh (fixture, quarter, "2026-10-15T12:00");
  score_finalise (fixture, "2026-10", "2026-11-02T09:00");
  refresh (fixture, month, "2026-11-03T09:00");
  g_assert_true (ys_standing_is_final (month));
  refresh (fixture, quarter, "2026-11-03T09:00");
}

#define ADD(path, test)                                                                            \
  g_test_add ("/jobs/standing/" path, ScoreFixture, NULL, score_set_up, test, score_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("month", test_month);
  ADD ("spans", test_spans);
  ADD ("second-after-final", test_second);
  ADD ("reopened", test_reopened);
  ADD ("frozen", test_frozen);
  ADD ("withdrawn", test_withdrawn);
  ADD ("withdrawn-compound", test_withdrawn_compound);
  ADD ("last-period", test_last);
  ADD ("red-property", test_red);
  ADD ("rule", test_rule);
  ADD ("refresh", test_refresh);
  return g_test_run ();
}
