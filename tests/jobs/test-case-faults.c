/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Faults proposed out of the ledger, and what a person decides about them [002 §4.1(2)-(6); RULINGS
 * Cases]. Monday, 12 October 2026 is a working day. */
#include "config.h"

#include "case-fixture.h"

#include "audit.h"
#include "event.h"
#include "job-error.h"
#include "record-store.h"

#define DECEMBER "2026-12-31T09:00"

/* Replied in time, so that nothing is overdue. */
static gint64
add_answered (CaseFixture *fixture, const char *number, const char *at, const char *place)
{
  gint64 id = case_add (fixture, number, "A1-08", at, place);

  g_assert_true (case_step (fixture, id, YS_EVENT_REPORTED, at, NULL));
  return id;
}

static void
decide (CaseFixture *fixture, gint64 id, int fault, int decision)
{
  g_autoptr (GError) error = NULL;

  ys_case_decide_fault (fixture->base.ledger, id, fault, decision, "示例原因",
                        case_instant (DECEMBER), &error);
  g_assert_no_error (error);
}

static void
assert_proposals (CaseFixture *fixture, const char *told)
{
  g_autofree char *proposals = case_proposals (fixture, DECEMBER);

  g_assert_cmpstr (proposals, ==, told);
}

/* (transfer full): "overdue confirmed N1; …" of one case */
static char *
tell_decisions (CaseFixture *fixture, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsCaseView) view
      = ys_case_load (fixture->base.ledger, id, case_instant (DECEMBER), &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < view->faults->len; i++)
    {
      const YsCaseFault *fault = g_ptr_array_index (view->faults, i);

      g_assert_cmpstr (fault->person, ==, "示例");
      g_string_append_printf (text, "%s%s %s%s%s", i > 0 ? "; " : "",
                              ys_choice_nick (ys_fault_choices, fault->fault),
                              ys_choice_nick (ys_decision_choices, fault->decision),
                              fault->evidence != NULL ? " " : "",
                              fault->evidence != NULL ? fault->evidence : "");
    }
  return g_string_free (text, FALSE);
}

static void
assert_decisions (CaseFixture *fixture, gint64 id, const char *told)
{
  g_autofree char *decisions = tell_decisions (fixture, id);

  g_assert_cmpstr (decisions, ==, told);
}

/* Confirmed, it is no longer proposed and keeps the reports that make it; rejected, likewise; taken
 * back, it is proposed again. */
static void
test_decide (CaseFixture *fixture, gconstpointer data)
{
  gint64 third;

  add_answered (fixture, "N1", "2026-10-12T09:00", "3号楼");
  add_answered (fixture, "N2", "2026-10-13T09:00", "３号楼");
  third = add_answered (fixture, "N3", "2026-10-14T09:00", "3 号楼");
  assert_proposals (fixture, "N3 repeated N1、N2、N3");
  decide (fixture, third, YS_FAULT_REPEATED, YS_DECISION_CONFIRMED);
  assert_decisions (fixture, third, "repeated confirmed N1、N2、N3");
  assert_proposals (fixture, "");
  decide (fixture, third, YS_FAULT_REPEATED, YS_DECISION_REJECTED);
  assert_decisions (fixture, third, "repeated rejected N1、N2、N3");
  assert_proposals (fixture, "");
  decide (fixture, third, YS_FAULT_REPEATED, YS_DECISION_NONE);
  assert_decisions (fixture, third, "");
  assert_proposals (fixture, "N3 repeated N1、N2、N3");
}

/* All five can be set by hand, without a proposal. */
static void
test_by_hand (CaseFixture *fixture, gconstpointer data)
{
  gint64 id = add_answered (fixture, "N1", "2026-10-12T09:00", NULL);

  decide (fixture, id, YS_FAULT_OVERDUE, YS_DECISION_CONFIRMED);
  decide (fixture, id, YS_FAULT_PASSING, YS_DECISION_CONFIRMED);
  decide (fixture, id, YS_FAULT_REPEATED, YS_DECISION_CONFIRMED);
  decide (fixture, id, YS_FAULT_VERIFICATION, YS_DECISION_CONFIRMED);
  /* on the same case it takes the place as well */
  decide (fixture, id, YS_FAULT_KEY, YS_DECISION_CONFIRMED);
  assert_decisions (fixture, id,
                    "overdue confirmed; passing confirmed; repeated rejected; verification "
                    "confirmed; key confirmed");
}

/* "Four: key alone, on the fourth, instead of repeated": what was confirmed on the third gives way.
 */
static void
test_key_instead_of_repeated (CaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 third, fourth, fifth;

  add_answered (fixture, "N1", "2026-10-12T09:00", NULL);
  add_answered (fixture, "N2", "2026-10-13T09:00", NULL);
  third = add_answered (fixture, "N3", "2026-10-14T09:00", NULL);
  decide (fixture, third, YS_FAULT_REPEATED, YS_DECISION_CONFIRMED);
  fourth = add_answered (fixture, "N4", "2026-10-15T09:00", NULL);
  fifth = add_answered (fixture, "N5", "2026-10-16T09:00", NULL);
  assert_proposals (fixture, "N4 key N1、N2、N3、N4");
  decide (fixture, fourth, YS_FAULT_KEY, YS_DECISION_CONFIRMED);
  assert_decisions (fixture, third, "repeated rejected N1、N2、N3");
  assert_decisions (fixture, fourth, "key confirmed N1、N2、N3、N4");
  assert_proposals (fixture, "");

  g_assert_false (ys_case_decide_fault (fixture->base.ledger, fifth, YS_FAULT_KEY,
                                        YS_DECISION_CONFIRMED, "示例", case_instant (DECEMBER),
                                        &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN);
  g_assert_nonnull (strstr (error->message, "N4"));
  g_clear_error (&error);
  g_assert_false (ys_case_decide_fault (fixture->base.ledger, third, YS_FAULT_REPEATED,
                                        YS_DECISION_CONFIRMED, "示例", case_instant (DECEMBER),
                                        &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN);
  g_clear_error (&error);

  /* One undo puts both back. */
  ys_audit_undo (fixture->base.ledger, ys_audit_undoable (fixture->base.ledger, "示例", NULL),
                 "undo", NULL, &error);
  g_assert_no_error (error);
  assert_decisions (fixture, third, "repeated confirmed N1、N2、N3");
  assert_decisions (fixture, fourth, "");
}

/* Another month of the same problem, and another problem of the same month, cost for themselves. */
static void
test_once_per_problem_and_month (CaseFixture *fixture, gconstpointer data)
{
  gint64 october = add_answered (fixture, "N1", "2026-10-12T09:00", "3号楼");
  gint64 november = add_answered (fixture, "N2", "2026-11-12T09:00", "3号楼");
  gint64 gate = add_answered (fixture, "N3", "2026-10-12T09:00", "门岗");

  decide (fixture, october, YS_FAULT_KEY, YS_DECISION_CONFIRMED);
  decide (fixture, november, YS_FAULT_KEY, YS_DECISION_CONFIRMED);
  decide (fixture, gate, YS_FAULT_REPEATED, YS_DECISION_CONFIRMED);
}

/* Once a key problem stands, three that are left after one was withdrawn propose nothing new. */
static void
test_withdrawn_after_key (CaseFixture *fixture, gconstpointer data)
{
  gint64 first = add_answered (fixture, "N1", "2026-10-12T09:00", NULL);
  gint64 fourth;

  add_answered (fixture, "N2", "2026-10-13T09:00", NULL);
  add_answered (fixture, "N3", "2026-10-14T09:00", NULL);
  fourth = add_answered (fixture, "N4", "2026-10-15T09:00", NULL);
  decide (fixture, fourth, YS_FAULT_KEY, YS_DECISION_CONFIRMED);
  g_assert_true (case_step (fixture, first, YS_EVENT_WITHDRAWN, "2026-10-16T09:00", NULL));
  assert_proposals (fixture, "");
  decide (fixture, fourth, YS_FAULT_KEY, YS_DECISION_NONE);
  assert_proposals (fixture, "N4 repeated N2、N3、N4");
}

/* The first one of last month, or its procedure, reaches into the month that is asked for. */
static void
test_earlier_months (CaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) october = NULL;
  gint64 law = add_answered (fixture, "N1", "2026-09-10T09:00", NULL);

  g_assert_true (ys_case_set_procedure (fixture->base.ledger, law,
                                        case_instant ("2026-09-11T09:00"), 0, "立案查处", &error));
  add_answered (fixture, "N2", "2026-10-12T09:00", NULL);
  add_answered (fixture, "N3", "2026-10-13T09:00", NULL);
  add_answered (fixture, "N4", "2026-10-14T09:00", NULL);
  october = ys_case_proposals (fixture->base.ledger, case_instant ("2026-10-20"),
                               case_instant ("2026-10-21"), case_instant (DECEMBER), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (october->len, ==, 0);
  g_clear_pointer (&october, g_ptr_array_unref);

  /* It ended before the second: all three count. */
  g_assert_true (ys_case_set_procedure (fixture->base.ledger, law,
                                        case_instant ("2026-09-11T09:00"),
                                        case_instant ("2026-10-12T08:59"), NULL, &error));
  october = ys_case_proposals (fixture->base.ledger, case_instant ("2026-10-20"),
                               case_instant ("2026-10-21"), case_instant (DECEMBER), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (october->len, ==, 1);
  g_assert_cmpint (ys_record_store_count (fixture->base.ledger, &ys_case_procedure_type, NULL), ==,
                   1);
}

static void
test_procedure_refused (CaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) early = NULL;
  g_autoptr (GError) ends_first = NULL;
  gint64 id = add_answered (fixture, "N1", "2026-10-12T09:00", NULL);

  g_assert_false (ys_case_set_procedure (fixture->base.ledger, id,
                                         case_instant ("2026-10-12T08:59"), 0, NULL, &early));
  g_assert_error (early, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  g_assert_false (ys_case_set_procedure (fixture->base.ledger, id,
                                         case_instant ("2026-10-13T09:00"),
                                         case_instant ("2026-10-13T08:59"), NULL, &ends_first));
  g_assert_cmpint (ys_job_error_exit_code (ends_first), ==, 1);
}

/* A late or missing reply is proposed at once, on each case of its own, in the month asked for. */
static void
test_overdue (CaseFixture *fixture, gconstpointer data)
{
  g_autofree char *at_the_minute = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) november = NULL;

  case_add (fixture, "N1", "A1-08", "2026-10-12T09:00", NULL);
  at_the_minute = case_proposals (fixture, "2026-10-12T11:00");
  g_assert_cmpstr (at_the_minute, ==, "");
  after = case_proposals (fixture, "2026-10-12T11:01");
  g_assert_cmpstr (after, ==, "N1 overdue N1");
  november = ys_case_proposals (fixture->base.ledger, case_instant ("2026-11-01"),
                                case_instant ("2026-12-01"), case_instant (DECEMBER), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (november->len, ==, 0);
}

static void
test_refused (CaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) no_reason = NULL;
  g_autoptr (GError) nothing = NULL;
  g_autoptr (GError) withdrawn = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 id = add_answered (fixture, "N1", "2026-10-12T09:00", NULL);
  YsLedger *ledger = fixture->base.ledger;
  YsInstant now = case_instant (DECEMBER);

  before = case_dump (fixture);
  g_assert_false (
      ys_case_decide_fault (ledger, id, YS_FAULT_KEY, YS_DECISION_CONFIRMED, " ", now, &no_reason));
  g_assert_error (no_reason, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  g_assert_false (
      ys_case_decide_fault (ledger, id, YS_FAULT_KEY, YS_DECISION_NONE, "示例", now, &nothing));
  g_assert_error (nothing, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN);
  after = case_dump (fixture);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (case_step (fixture, id, YS_EVENT_WITHDRAWN, "2026-10-13T09:00", NULL));
  g_assert_false (ys_case_decide_fault (ledger, id, YS_FAULT_KEY, YS_DECISION_CONFIRMED, "示例",
                                        now, &withdrawn));
  g_assert_error (withdrawn, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN);
}

/* What October counted stays; what is decided in November falls into November [RULINGS Findings].
 */
static void
test_finalised (CaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) counted = NULL;
  g_autoptr (GError) inside = NULL;
  YsLedger *ledger = fixture->base.ledger;
  gint64 id = add_answered (fixture, "N1", "2026-10-12T09:00", NULL);

  g_assert_true (ys_case_decide_fault (ledger, id, YS_FAULT_PASSING, YS_DECISION_CONFIRMED, "示例",
                                       case_instant ("2026-11-01T09:00"), NULL));
  case_finalise (fixture, "2026-10", "2026-11-02T09:00");
  g_assert_false (ys_case_decide_fault (ledger, id, YS_FAULT_PASSING, YS_DECISION_NONE, "示例",
                                        case_instant ("2026-11-03T09:00"), &counted));
  g_assert_error (counted, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN);
  g_assert_false (ys_case_decide_fault (ledger, id, YS_FAULT_VERIFICATION, YS_DECISION_CONFIRMED,
                                        "示例", case_instant ("2026-10-31T09:00"), &inside));
  g_assert_error (inside, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN);
  g_assert_true (ys_case_decide_fault (ledger, id, YS_FAULT_VERIFICATION, YS_DECISION_CONFIRMED,
                                       "示例", case_instant ("2026-11-03T09:00"), NULL));
  g_assert_true (ys_case_decide_fault (ledger, id, YS_FAULT_VERIFICATION, YS_DECISION_NONE, "示例",
                                       case_instant ("2026-11-04T09:00"), NULL));
  case_finalise (fixture, "2026-11", "2026-12-02T09:00");
  g_assert_false (ys_case_decide_fault (ledger, id, YS_FAULT_VERIFICATION, YS_DECISION_CONFIRMED,
                                        "示例", case_instant ("2026-11-05T09:00"), NULL));
}

#define ADD(path, test)                                                                            \
  g_test_add (path, CaseFixture, NULL, case_fixture_set_up, test, case_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/jobs/case-faults/decide", test_decide);
  ADD ("/jobs/case-faults/by-hand", test_by_hand);
  ADD ("/jobs/case-faults/key-instead-of-repeated", test_key_instead_of_repeated);
  ADD ("/jobs/case-faults/once-per-problem-and-month", test_once_per_problem_and_month);
  ADD ("/jobs/case-faults/withdrawn-after-key", test_withdrawn_after_key);
  ADD ("/jobs/case-faults/earlier-months", test_earlier_months);
  ADD ("/jobs/case-faults/procedure-refused", test_procedure_refused);
  ADD ("/jobs/case-faults/overdue", test_overdue);
  ADD ("/jobs/case-faults/refused", test_refused);
  ADD ("/jobs/case-faults/finalised", test_finalised);
  return g_test_run ();
}
