/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happens after a period was finalised: what it froze stays, what comes later falls into the
 * open period in which it happens [RULINGS Findings], and nothing is charged twice. October 2026 is
 * made final on 2 November, November on 2 December. */
#include "config.h"

#include "score-fixture.h"

#include "case-job.h"
#include "job-error.h"

#define CITY YS_INSPECTION_LEVEL_CITY
#define OCTOBER "2026-10"
#define NOVEMBER "2026-11"
#define DECEMBER "2026-12"

/* -1: done; else the code of the refusal, which says @says. */
static int
decide (ScoreFixture *fixture, gint64 id, int fault, int decision, const char *at, const char *says)
{
  g_autoptr (GError) error = NULL;

  if (ys_case_decide_fault (fixture->base.ledger, id, fault, decision, "示例原因",
                            score_instant (at), &error))
    return -1;
  g_assert_true (error->domain == YS_JOB_ERROR);
  g_assert_nonnull (strstr (error->message, says));
  return error->code;
}

static void
assert_working (ScoreFixture *fixture, const char *period, const char *now, const char *expected)
{
  g_autoptr (YsStanding) standing = score_load (fixture, period, now, NULL);

  score_assert_working (fixture, standing, fixture->a, expected);
}

/* A visit in each month, so that 甲 is assessed. */
static void
visit_all (ScoreFixture *fixture)
{
  score_visit (fixture, fixture->a, CITY, "2026-10-12T09:00", "");
  score_visit (fixture, fixture->a, CITY, "2026-11-12T09:00", "");
  score_visit (fixture, fixture->a, CITY, "2026-12-14T09:00", "");
}

/* Rejected, then October is finalised, then it turns out to be one: 2.00 in November. */
static void
test_rejected_then_confirmed (ScoreFixture *fixture, gconstpointer data)
{
  gint64 id = score_case (fixture, fixture->a, "2026-10-13T09:00");

  visit_all (fixture);
  g_assert_cmpint (decide (fixture, id, YS_FAULT_OVERDUE, YS_DECISION_REJECTED, "2026-10-20T09:00",
                           ""),
                   ==, -1);
  score_finalise (fixture, OCTOBER, "2026-11-02T09:00");
  /* Not into what is final, however the clock stands. */
  g_assert_cmpint (decide (fixture, id, YS_FAULT_OVERDUE, YS_DECISION_CONFIRMED, "2026-11-02T09:00",
                           "2026-10-13"),
                   ==, YS_JOB_ERROR_FORBIDDEN);
  g_assert_cmpint (decide (fixture, id, YS_FAULT_OVERDUE, YS_DECISION_CONFIRMED, "2026-11-05T09:00",
                           ""),
                   ==, -1);
  assert_working (fixture, OCTOBER, "2026-11-06T09:00", "");
  assert_working (fixture, NOVEMBER, "2026-11-06T09:00", "fault A1-01 -2.00");
  /* November is open: it may still be taken back, and be confirmed again. */
  g_assert_cmpint (decide (fixture, id, YS_FAULT_OVERDUE, YS_DECISION_REJECTED, "2026-11-07T09:00",
                           ""),
                   ==, -1);
  assert_working (fixture, NOVEMBER, "2026-11-08T09:00", "");
  g_assert_cmpint (decide (fixture, id, YS_FAULT_OVERDUE, YS_DECISION_CONFIRMED, "2026-11-09T09:00",
                           ""),
                   ==, -1);
  score_finalise (fixture, NOVEMBER, "2026-12-02T09:00");
  assert_working (fixture, DECEMBER, "2026-12-20T09:00", "");
  g_assert_cmpint (decide (fixture, id, YS_FAULT_OVERDUE, YS_DECISION_NONE, "2026-12-03T09:00",
                           "counted in 2026-11"),
                   ==, YS_JOB_ERROR_FORBIDDEN);
}

/* Confirmed and counted in October: neither rejected nor taken back before October is open again.
 */
static void
test_confirmed_then_rejected (ScoreFixture *fixture, gconstpointer data)
{
  gint64 id = score_case (fixture, fixture->a, "2026-10-13T09:00");
  static const int decisions[] = { YS_DECISION_REJECTED, YS_DECISION_NONE, YS_DECISION_CONFIRMED };

  visit_all (fixture);
  score_confirm (fixture, id, YS_FAULT_OVERDUE, "2026-10-20T09:00");
  score_finalise (fixture, OCTOBER, "2026-11-02T09:00");
  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    g_assert_cmpint (decide (fixture, id, YS_FAULT_OVERDUE, decisions[i], "2026-11-05T09:00",
                             "Reopen 2026-10 with a reason first."),
                     ==, YS_JOB_ERROR_FORBIDDEN);
  assert_working (fixture, OCTOBER, "2026-11-06T09:00", "fault A1-01 -2.00");
  assert_working (fixture, NOVEMBER, "2026-11-06T09:00", "");
  score_reopen (fixture, OCTOBER);
  g_assert_cmpint (decide (fixture, id, YS_FAULT_OVERDUE, YS_DECISION_REJECTED, "2026-11-05T09:00",
                           ""),
                   ==, -1);
  score_finalise (fixture, OCTOBER, "2026-11-06T09:00");
  assert_working (fixture, OCTOBER, "2026-11-06T09:00", "");
  assert_working (fixture, NOVEMBER, "2026-11-06T09:00", "");
}

/* Rejecting after finalising what was only proposed changes nothing that was counted. */
static void
test_proposed_then_rejected (ScoreFixture *fixture, gconstpointer data)
{
  gint64 id = score_case (fixture, fixture->a, "2026-10-13T09:00");

  visit_all (fixture);
  score_finalise (fixture, OCTOBER, "2026-11-02T09:00");
  g_assert_cmpint (decide (fixture, id, YS_FAULT_OVERDUE, YS_DECISION_REJECTED, "2026-11-05T09:00",
                           ""),
                   ==, -1);
  assert_working (fixture, NOVEMBER, "2026-11-06T09:00", "");
}

#define ADD(path, test)                                                                            \
  g_test_add ("/jobs/period/after/" path, ScoreFixture, NULL, score_set_up, test, score_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("fault/rejected-then-confirmed", test_rejected_then_confirmed);
  ADD ("fault/confirmed-then-rejected", test_confirmed_then_rejected);
  ADD ("fault/proposed-then-rejected", test_proposed_then_rejected);
  return g_test_run ();
}
