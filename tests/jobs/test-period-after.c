/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happens after a period was finalised: what it froze stays, what comes later falls into the
 * open period in which it happens [RULINGS Findings], and nothing is charged twice. October 2026 is
 * made final on 2 November, November on 2 December. */
#include "config.h"

#include "score-fixture.h"

#include "audit.h"
#include "case-job.h"
#include "finding-job.h"
#include "history.h"
#include "inspection-job.h"
#include "job-error.h"
#include "period-job.h"
#include "work-time.h"

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

/* -1: taken; else the code of the refusal. */
static int
step (ScoreFixture *fixture, gint64 finding, int kind, const char *at, const char *until)
{
  g_autoptr (GError) error = NULL;
  YsStep one = { .kind = kind, .at = score_instant (at), .text = "示例原因" };

  if (until != NULL)
    one.until = score_instant (until);
  if (ys_finding_take_step (fixture->base.ledger, &finding, 1, &one, one.at, &error))
    return -1;
  g_assert_true (error->domain == YS_JOB_ERROR);
  return error->code;
}

static void
set_day (ScoreFixture *fixture, YsDate day, YsDayMark mark)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsCalendarPlan) plan
      = ys_calendar_plan_day (fixture->base.ledger, day, mark, "示例", "示例", &error);

  g_assert_no_error (error);
  ys_calendar_plan_apply (plan, fixture->base.ledger, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_deadline (ScoreFixture *fixture, gint64 finding, const char *expected)
{
  g_autoptr (YsFindingView) view = ys_finding_load (fixture->base.ledger, finding, 0, NULL);
  g_autofree char *deadline = ys_instant_to_iso (view->finding.deadline);

  g_assert_cmpstr (deadline, ==, expected);
}

#define FOUND_ONCE "finding A1-01 -1.00"
#define FOUND_TWICE "finding A1-01 -2.00"
#define SECOND "second A1-01 -1.00"

/* Found on Thursday 29 October: 30 October, 2 and 3 November. Overdue on 3 November at 17:31 and
 * frozen with October on the 4th; the extension that is entered afterwards, of a time before the
 * deadline, gives a later deadline, and November no second deduction. */
static void
test_extended_behind (ScoreFixture *fixture, gconstpointer data)
{
  gint64 finding = score_visit (fixture, fixture->a, CITY, "2026-10-29T09:00", "A1-01");

  visit_all (fixture);
  assert_deadline (fixture, finding, "2026-11-03T17:30");
  score_finalise (fixture, OCTOBER, "2026-11-04T09:00");
  g_assert_cmpint (step (fixture, finding, YS_EVENT_EXTENDED, "2026-11-03T10:00",
                         "2026-11-20T17:30"),
                   ==, -1);
  assert_deadline (fixture, finding, "2026-11-20T17:30");
  assert_working (fixture, OCTOBER, "2026-11-25T09:00", FOUND_TWICE);
  assert_working (fixture, NOVEMBER, "2026-11-25T09:00", "");
}

/* October is final on the 2nd, before the deadline of the 3rd. The 3rd becomes a holiday: what
 * October told the compound stands, also when a later step looks at the clock anew. */
static void
test_calendar (ScoreFixture *fixture, gconstpointer data)
{
  gint64 finding = score_visit (fixture, fixture->a, CITY, "2026-10-29T09:00", "A1-01");

  visit_all (fixture);
  score_finalise (fixture, OCTOBER, "2026-11-02T09:00");
  set_day (fixture, (YsDate){ 2026, 11, 3 }, YS_DAY_OFF);
  assert_deadline (fixture, finding, "2026-11-03T17:30");
  g_assert_cmpint (step (fixture, finding, YS_EVENT_REPORTED, "2026-11-05T10:00", NULL), ==, -1);
  assert_deadline (fixture, finding, "2026-11-03T17:30");
  assert_working (fixture, OCTOBER, "2026-11-06T09:00", FOUND_ONCE);
  assert_working (fixture, NOVEMBER, "2026-11-06T09:00", SECOND);
  score_finalise (fixture, NOVEMBER, "2026-12-02T09:00");
  set_day (fixture, (YsDate){ 2026, 11, 3 }, YS_DAY_PLAIN);
  g_assert_cmpint (step (fixture, finding, YS_EVENT_FAILED, "2026-12-03T10:00", NULL), ==, -1);
  assert_working (fixture, NOVEMBER, "2026-12-04T09:00", SECOND);
  assert_working (fixture, DECEMBER, "2026-12-04T09:00", "");
}

/* Paused when October was made final, at 9:00 on the 2nd; resumed, as is entered later, at 8:45 on
 * that day with a quarter of an hour left: overdue at 9:01, no period has charged it yet. */
static void
test_resumed_behind (ScoreFixture *fixture, gconstpointer data)
{
  gint64 finding = score_visit (fixture, fixture->a, CITY, "2026-10-30T15:30", "A1-08");

  visit_all (fixture);
  assert_deadline (fixture, finding, "2026-10-30T17:30");
  g_assert_cmpint (step (fixture, finding, YS_EVENT_PAUSED, "2026-10-30T17:15", NULL), ==, -1);
  score_finalise (fixture, OCTOBER, "2026-11-02T10:00");
  g_assert_cmpint (step (fixture, finding, YS_EVENT_RESUMED, "2026-11-02T08:45", NULL), ==, -1);
  assert_deadline (fixture, finding, "2026-11-02T09:00");
  assert_working (fixture, OCTOBER, "2026-11-03T09:00", "finding A1-08 -1.00");
  assert_working (fixture, NOVEMBER, "2026-11-03T09:00", "second A1-08 -1.00");
}

/* October found it repaired in time: the recheck is not undone behind its back. */
static void
test_undone_behind (ScoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 finding = score_visit (fixture, fixture->a, CITY, "2026-10-26T09:00", "A1-01");

  visit_all (fixture);
  g_assert_cmpint (step (fixture, finding, YS_EVENT_REPORTED, "2026-10-28T10:00", NULL), ==, -1);
  g_assert_cmpint (step (fixture, finding, YS_EVENT_PASSED, "2026-11-01T10:00", NULL), ==, -1);
  score_finalise (fixture, OCTOBER, "2026-11-02T09:00");
  g_assert_false (ys_history_undo (fixture->base.ledger,
                                   ys_audit_last_of (fixture->base.ledger, "finding", NULL), NULL,
                                   &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN);
  assert_working (fixture, OCTOBER, "2026-11-03T09:00", FOUND_ONCE);
  assert_working (fixture, NOVEMBER, "2026-11-03T09:00", "");
}

/* November charged it and is final; October is opened and made final again without it. Then
 * November is opened: it is November's still. A fault goes the same way. */
static void
test_reopened_in_turn (ScoreFixture *fixture, gconstpointer data)
{
  gint64 one = score_case (fixture, fixture->a, "2026-10-13T09:00");

  score_visit (fixture, fixture->a, CITY, "2026-10-29T09:00", "A1-01");
  visit_all (fixture);
  score_finalise (fixture, OCTOBER, "2026-11-02T09:00");
  score_confirm (fixture, one, YS_FAULT_OVERDUE, "2026-11-05T09:00");
  score_finalise (fixture, NOVEMBER, "2026-12-02T09:00");
  assert_working (fixture, NOVEMBER, "2026-12-02T09:00", "fault A1-01 -2.00; " SECOND);
  score_reopen (fixture, OCTOBER);
  assert_working (fixture, OCTOBER, "2026-12-03T09:00", FOUND_ONCE);
  score_finalise (fixture, OCTOBER, "2026-12-03T09:00");
  score_reopen (fixture, NOVEMBER);
  assert_working (fixture, OCTOBER, "2026-12-04T09:00", FOUND_ONCE);
  assert_working (fixture, NOVEMBER, "2026-12-04T09:00", "fault A1-01 -2.00; " SECOND);
  assert_working (fixture, DECEMBER, "2026-12-04T09:00", "");
  /* Both open: each in its own. */
  score_reopen (fixture, OCTOBER);
  assert_working (fixture, OCTOBER, "2026-12-04T09:00", FOUND_TWICE "; fault A1-01 -2.00");
  assert_working (fixture, NOVEMBER, "2026-12-04T09:00", "");
}

/* Found on Wednesday 28 October, due on Monday 2 November: November's. While October is open again
 * Saturday the 31st becomes a working day and the deadline: November has it frozen. Opened too,
 * November keeps it, as October is final. */
static void
test_moved_while_open (ScoreFixture *fixture, gconstpointer data)
{
  gint64 finding = score_visit (fixture, fixture->a, CITY, "2026-10-28T09:00", "A1-01");

  visit_all (fixture);
  assert_deadline (fixture, finding, "2026-11-02T17:30");
  score_finalise (fixture, OCTOBER, "2026-11-01T09:00");
  score_finalise (fixture, NOVEMBER, "2026-12-02T09:00");
  score_reopen (fixture, OCTOBER);
  set_day (fixture, (YsDate){ 2026, 10, 31 }, YS_DAY_WORK);
  assert_deadline (fixture, finding, "2026-10-31T17:30");
  assert_working (fixture, OCTOBER, "2026-12-03T09:00", FOUND_ONCE);
  score_finalise (fixture, OCTOBER, "2026-12-03T09:00");
  score_reopen (fixture, NOVEMBER);
  assert_working (fixture, OCTOBER, "2026-12-04T09:00", FOUND_ONCE);
  assert_working (fixture, NOVEMBER, "2026-12-04T09:00", SECOND);
}

/* (transfer full): what is told after a recheck */
static char *
tell (ScoreFixture *fixture, gint64 finding)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = ys_finding_frozen_notes (fixture->base.ledger, &finding, 1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (notes->len, <=, 1);
  return g_strdup (notes->len > 0 ? notes->pdata[0] : "");
}

static void
assert_told (ScoreFixture *fixture, gint64 finding, const char *period)
{
  g_autofree char *told = tell (fixture, finding);

  if (period == NULL)
    g_assert_cmpstr (told, ==, "");
  else
    {
      g_assert_nonnull (strstr (told, "was repaired in time"));
      g_assert_nonnull (strstr (told, period));
      g_assert_nonnull (strstr (told, "with a reason"));
    }
}

/* Reported on 29 October, due on the 30th, rechecked on 5 November, when October has charged it
 * twice: nothing is given back, in October or in November, and the person is told. Reopened,
 * October charges it once. */
static void
test_rechecked_behind (ScoreFixture *fixture, gconstpointer data)
{
  gint64 finding = score_visit (fixture, fixture->a, CITY, "2026-10-27T09:00", "A1-01");
  gint64 late = score_visit (fixture, fixture->b, CITY, "2026-10-27T09:00", "A1-01");

  visit_all (fixture);
  assert_deadline (fixture, finding, "2026-10-30T17:30");
  g_assert_cmpint (step (fixture, finding, YS_EVENT_REPORTED, "2026-10-29T10:00", NULL), ==, -1);
  score_finalise (fixture, OCTOBER, "2026-11-02T09:00");
  assert_told (fixture, finding, NULL);
  g_assert_cmpint (step (fixture, finding, YS_EVENT_PASSED, "2026-11-05T10:00", NULL), ==, -1);
  assert_told (fixture, finding, OCTOBER);
  /* Repaired too late: doubled rightly. */
  g_assert_cmpint (step (fixture, late, YS_EVENT_PASSED, "2026-11-05T10:00", NULL), ==, -1);
  assert_told (fixture, late, NULL);
  assert_working (fixture, OCTOBER, "2026-11-06T09:00", FOUND_TWICE);
  assert_working (fixture, NOVEMBER, "2026-11-06T09:00", "");
  score_reopen (fixture, OCTOBER);
  assert_told (fixture, finding, NULL);
  assert_working (fixture, OCTOBER, "2026-11-06T09:00", FOUND_ONCE);
}

/* The same where the second deduction fell into November, which is final in its turn. */
static void
test_rechecked_behind_next (ScoreFixture *fixture, gconstpointer data)
{
  gint64 finding = score_visit (fixture, fixture->a, CITY, "2026-10-29T09:00", "A1-01");

  visit_all (fixture);
  score_finalise (fixture, OCTOBER, "2026-11-02T09:00");
  g_assert_cmpint (step (fixture, finding, YS_EVENT_REPORTED, "2026-11-03T10:00", NULL), ==, -1);
  score_finalise (fixture, NOVEMBER, "2026-12-02T09:00");
  g_assert_cmpint (step (fixture, finding, YS_EVENT_PASSED, "2026-12-03T10:00", NULL), ==, -1);
  assert_told (fixture, finding, NOVEMBER);
  assert_working (fixture, NOVEMBER, "2026-12-04T09:00", SECOND);
  assert_working (fixture, DECEMBER, "2026-12-04T09:00", "");
}

static int
decide_twins (ScoreFixture *fixture, gint64 one, gint64 other, gboolean once)
{
  g_autoptr (GError) error = NULL;

  if (ys_twin_decide (fixture->base.ledger, one, other, once, "示例",
                      score_instant ("2026-11-05T09:00"), &error))
    return -1;
  g_assert_true (error->domain == YS_JOB_ERROR);
  return error->code;
}

/* Neither once nor both in a finalised period; in an open one once for all, and only of twins. */
static void
test_twins (ScoreFixture *fixture, gconstpointer data)
{
  gint64 one = score_visit (fixture, fixture->a, CITY, "2026-10-12T09:00", "A1-01");
  gint64 other = score_visit (fixture, fixture->a, YS_INSPECTION_LEVEL_DISTRICT, "2026-10-12T15:00",
                              "A1-01");
  gint64 next_day = score_visit (fixture, fixture->a, CITY, "2026-10-13T09:00", "A1-01");

  g_assert_cmpint (decide_twins (fixture, one, next_day, FALSE), ==, YS_JOB_ERROR_REFUSED);
  score_finalise (fixture, OCTOBER, "2026-11-02T09:00");
  g_assert_cmpint (decide_twins (fixture, one, other, FALSE), ==, YS_JOB_ERROR_FORBIDDEN);
  g_assert_cmpint (decide_twins (fixture, one, other, TRUE), ==, YS_JOB_ERROR_FORBIDDEN);
  score_reopen (fixture, OCTOBER);
  g_assert_cmpint (decide_twins (fixture, other, one, FALSE), ==, -1);
  g_assert_cmpint (decide_twins (fixture, one, other, TRUE), ==, YS_JOB_ERROR_FORBIDDEN);
}

/* 乙 is 甲 entered twice. October stays as it was published, with both; in November what was found
 * at 乙 is 甲's. Undone, it is 乙's again. */
static void
test_merged (ScoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  YsLedger *ledger = fixture->base.ledger;

  visit_all (fixture);
  score_visit (fixture, fixture->b, CITY, "2026-10-12T09:00", "A1-01");
  score_finalise (fixture, OCTOBER, "2026-11-02T09:00");
  score_visit (fixture, fixture->b, CITY, "2026-11-03T09:00", "A1-02");
  score_confirm (fixture, score_case (fixture, fixture->b, "2026-11-03T09:00"), YS_FAULT_OVERDUE,
                 "2026-11-04T09:00");
  g_assert_true (
      ys_registry_merge (ledger, fixture->a, fixture->b, (YsDate){ 2026, 11, 10 }, &error));
  g_assert_no_error (error);
  g_autoptr (YsStanding) frozen = score_load (fixture, OCTOBER, "2026-11-11T09:00", NULL);
  g_autoptr (YsStanding) live = score_load (fixture, NOVEMBER, "2026-11-11T09:00", NULL);
  score_assert_working (fixture, frozen, fixture->a, "");
  score_assert_working (fixture, frozen, fixture->b, FOUND_TWICE);
  g_assert_null (ys_standing_find (live, fixture->b));
  score_assert_working (fixture, live, fixture->a, "finding A1-02 -2.00; fault A1-01 -2.00");
  /* Reopened, October still counts each where it was entered: 乙 was withdrawn after it. */
  score_reopen (fixture, OCTOBER);
  g_autoptr (YsStanding) again = score_load (fixture, OCTOBER, "2026-11-11T09:00", NULL);
  score_assert_working (fixture, again, fixture->b, FOUND_TWICE);
}

static void
test_merge_undone (ScoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  YsLedger *ledger = fixture->base.ledger;
  YsBonus bonus = { .compound_id = fixture->b, .period = (char *)NOVEMBER, .title = 1 };

  visit_all (fixture);
  score_visit (fixture, fixture->b, CITY, "2026-11-03T09:00", "A1-02");
  score_sheet (fixture, fixture->b, NOVEMBER, YS_ANNEX_2, "A2-01=1");
  ys_bonus_add (ledger, &bonus, &error);
  g_assert_no_error (error);
  ys_survey_set (ledger, fixture->b, score_span (NOVEMBER), 8500, 8500, &error);
  g_assert_no_error (error);
  ys_registry_merge (ledger, fixture->a, fixture->b, (YsDate){ 2026, 11, 10 }, &error);
  g_assert_no_error (error);
  g_autoptr (YsStanding) merged = score_load (fixture, NOVEMBER, "2026-11-11T09:00", NULL);
  score_assert_working (fixture, merged, fixture->a,
                        "finding A1-02 -2.00; sheet A2-01 -1.00; survey A2-15 5.00; bonus district "
                        "3.00");
  ys_history_undo (ledger, 0, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (YsStanding) undone = score_load (fixture, NOVEMBER, "2026-11-11T09:00", NULL);
  score_assert_working (fixture, undone, fixture->a, "");
  score_assert_working (fixture, undone, fixture->b,
                        "finding A1-02 -2.00; sheet A2-01 -1.00; survey A2-15 5.00; bonus district "
                        "3.00");
  /* Each has its own: nobody but the office knows which is right. */
  score_sheet (fixture, fixture->a, NOVEMBER, YS_ANNEX_2, "A2-01=2");
  g_assert_false (
      ys_registry_merge (ledger, fixture->a, fixture->b, (YsDate){ 2026, 11, 10 }, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
}

/* Month, then quarter; the month is not opened under it. Both opened, changed, and made final again
 * in the other order: the quarter does not ask for its months. Every version stays. */
static void
test_month_and_quarter (ScoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  YsLedger *ledger = fixture->base.ledger;
  gint64 finding = score_visit (fixture, fixture->a, CITY, "2026-10-12T09:00", "A1-01");

  score_finalise (fixture, OCTOBER, "2026-11-02T09:00");
  score_finalise (fixture, "2026Q4", "2027-01-04T09:00");
  g_assert_false (ys_period_reopen (ledger, score_span (OCTOBER), "示例", &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN);
  g_assert_nonnull (strstr (error->message, "2026Q4"));
  g_clear_error (&error);
  g_assert_true (ys_period_reopen (ledger, score_span ("2026Q4"), "示例", &error));
  /* The quarter alone frees nothing: October still holds the day. */
  g_assert_cmpint (step (fixture, finding, YS_EVENT_WITHDRAWN, "2027-01-05T09:00", NULL), ==,
                   YS_JOB_ERROR_FORBIDDEN);
  g_assert_true (ys_period_reopen (ledger, score_span (OCTOBER), "示例", &error));
  g_assert_cmpint (step (fixture, finding, YS_EVENT_WITHDRAWN, "2027-01-05T09:00", NULL), ==, -1);
  score_finalise (fixture, "2026Q4", "2027-01-06T09:00");
  /* October is open by name, its days are the quarter's. */
  g_assert_cmpint (step (fixture, finding, YS_EVENT_REINSTATED, "2027-01-07T09:00", NULL), ==,
                   YS_JOB_ERROR_FORBIDDEN);
  score_finalise (fixture, OCTOBER, "2027-01-07T09:00");
  assert_working (fixture, OCTOBER, "2027-01-08T09:00", "withdrawn A1-01 0.00");
  assert_working (fixture, "2026Q4", "2027-01-08T09:00", "withdrawn A1-01 0.00");
  for (guint version = 1; version <= 2; version++)
    {
      g_autoptr (YsStanding) month
          = ys_standing_load_version (ledger, score_span (OCTOBER), version, &error);
      g_autoptr (YsStanding) quarter
          = ys_standing_load_version (ledger, score_span ("2026Q4"), version, &error);
      const char *expected = version == 1 ? FOUND_TWICE : "withdrawn A1-01 0.00";

      score_assert_working (fixture, month, fixture->a, expected);
      score_assert_working (fixture, quarter, fixture->a, expected);
    }
}

typedef struct
{
  const char *finalised;
  const char *at;
  gboolean taken;
} BackDated;

static const BackDated back_dated[] = {
  { "2026-10", "2026-10-31T23:59", FALSE },
  { "2026-10", "2026-11-01T00:00", TRUE },
  { "2026-12", "2026-12-01T00:00", FALSE },
  { "2026-12", "2026-11-30T23:59", TRUE },
  { "2026Q4", "2026-10-01T00:00", FALSE },
  { "2026Q4", "2026-12-31T23:59", FALSE },
  { "2026Q4", "2026-09-30T23:59", TRUE },
  { "2026-10-10..2026-11-20", "2026-11-20T23:59", FALSE },
  { "2026-10-10..2026-11-20", "2026-11-21T00:00", TRUE },
};

/* Also into a period later than the open one. */
static void
test_back_dated (ScoreFixture *fixture, gconstpointer data)
{
  const BackDated *row = data;
  g_autoptr (GError) error = NULL;
  YsInspection inspection = { .compound_id = fixture->a,
                              .level = CITY,
                              .kind = YS_INSPECTION_KIND_UNANNOUNCED,
                              .at = score_instant (row->at) };
  YsFindingEntry entry = { .code = "A1-01", .count = 1 };
  gboolean taken;

  score_finalise (fixture, row->finalised, "2027-01-04T09:00");
  taken = ys_inspection_add (fixture->base.ledger, &inspection, &entry, 1, NULL, &error);
  g_assert_cmpint (taken, ==, row->taken);
  if (!taken)
    {
      g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN);
      g_assert_nonnull (strstr (error->message, "Write a day of an open period"));
    }
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
  ADD ("second/extended-behind", test_extended_behind);
  ADD ("second/calendar", test_calendar);
  ADD ("second/resumed-behind", test_resumed_behind);
  ADD ("second/undone-behind", test_undone_behind);
  ADD ("second/reopened-in-turn", test_reopened_in_turn);
  ADD ("second/moved-while-open", test_moved_while_open);
  ADD ("recheck/own-period", test_rechecked_behind);
  ADD ("recheck/next-period", test_rechecked_behind_next);
  ADD ("twins", test_twins);
  ADD ("merge/frozen", test_merged);
  ADD ("merge/undone", test_merge_undone);
  ADD ("month-and-quarter", test_month_and_quarter);
  for (guint i = 0; i < G_N_ELEMENTS (back_dated); i++)
    {
      g_autofree char *path = g_strdup_printf ("/jobs/period/after/back-dated/%s/%s",
                                               back_dated[i].finalised, back_dated[i].at);

      g_test_add (path, ScoreFixture, &back_dated[i], score_set_up, test_back_dated,
                  score_tear_down);
    }
  return g_test_run ();
}
