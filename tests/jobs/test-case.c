/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cases entered, changed and walked through their steps: deadlines [002 annex 1, 处置时限], what is
 * refused, and that a refusal changes nothing. Monday, 12 October 2026 is a working day. */
#include "config.h"

#include "case-fixture.h"

#include "audit.h"
#include "event.h"
#include "job-error.h"
#include "overview.h"
#include "record-store.h"

static void
assert_deadline (CaseFixture *fixture, gint64 id, const char *deadline)
{
  YsCase *one = case_load (fixture, id);
  g_autofree char *text = ys_instant_to_iso (one->deadline);

  g_assert_cmpstr (text, ==, deadline);
  ys_record_free (&ys_case_type, one);
}

static void
assert_state (CaseFixture *fixture, gint64 id, int state)
{
  YsCase *one = case_load (fixture, id);

  g_assert_cmpint (one->state, ==, state);
  ys_record_free (&ys_case_type, one);
}

typedef struct
{
  const char *name;
  const char *code;
  const char *at;
  YsLimit limit;
  const char *dispatched; /* (nullable): the platform's deadline */
  const char *deadline;
  gint64 amount; /* kept; 0 none */
} AddCase;

static const AddCase add_cases[] = {
  /* 清扫保洁不干净, 2工作时 */
  { "hours-of-the-clause",
    "A1-08",
    "2026-10-12T09:00",
    { 0, YS_LIMIT_NONE },
    NULL,
    "2026-10-12T11:00",
    2 },
  { "a-limit-that-fills-a-session",
    "A1-08",
    "2026-10-12T10:00",
    { 0, YS_LIMIT_NONE },
    NULL,
    "2026-10-12T12:00",
    2 },
  /* 外立面破损, 3工作日 */
  { "days-of-the-clause",
    "A1-01",
    "2026-10-12T09:00",
    { 0, YS_LIMIT_NONE },
    NULL,
    "2026-10-15T17:30",
    3 },
  { "over-the-weekend",
    "A1-01",
    "2026-10-15T09:00",
    { 0, YS_LIMIT_NONE },
    NULL,
    "2026-10-20T17:30",
    3 },
  { "a-limit-as-dispatched",
    "A1-01",
    "2026-10-12T09:00",
    { 4, YS_LIMIT_HOURS },
    NULL,
    "2026-10-12T15:00",
    4 },
  { "a-deadline-as-dispatched",
    "A1-01",
    "2026-10-12T09:00",
    { 0, YS_LIMIT_NONE },
    "2026-10-17T23:59",
    "2026-10-17T23:59",
    0 },
  { "code-in-small-letters-full-width",
    "ａ1-08",
    "2026-10-12T09:00",
    { 0, YS_LIMIT_NONE },
    NULL,
    "2026-10-12T11:00",
    2 },
};

static void
test_add (CaseFixture *fixture, gconstpointer data)
{
  const AddCase *c = data;
  g_autoptr (GError) error = NULL;
  YsCase one = { .number = (char *)" Ｎ1 ",
                 .level = YS_INSPECTION_LEVEL_DISTRICT,
                 .compound_id = fixture->garden,
                 .place = (char *)"3号楼" };
  YsCase *stored;
  gint64 id;

  one.at = case_instant (c->at);
  if (c->dispatched != NULL)
    one.deadline = case_instant (c->dispatched);
  id = ys_case_add (fixture->base.ledger, &one, c->code, c->limit, &error);
  g_assert_no_error (error);
  assert_deadline (fixture, id, c->deadline);
  assert_state (fixture, id, YS_CASE_RECEIVED);
  g_assert_cmpint (one.deadline, ==, case_instant (c->deadline));

  stored = case_load (fixture, id);
  g_assert_cmpstr (stored->number, ==, "N1");
  g_assert_cmpint (stored->dispatched_deadline, ==, c->dispatched != NULL);
  g_assert_cmpint (stored->limit_amount.value, ==, c->amount);
  ys_record_free (&ys_case_type, stored);
}

typedef struct
{
  const char *name;
  const char *number;
  int level;
  const char *code;
  const char *at;
  const char *dispatched;
  const char *replied_at;
  int exit_code;
} RefusedCase;

static const RefusedCase refused_cases[] = {
  { "no-number", "  ", YS_INSPECTION_LEVEL_CITY, "A1-08", "2026-10-12T09:00", NULL, NULL, 1 },
  { "number-taken", "N1", YS_INSPECTION_LEVEL_CITY, "A1-08", "2026-10-12T09:00", NULL, NULL, 1 },
  { "level-of-no-platform", "N2", YS_INSPECTION_LEVEL_TOWN, "A1-08", "2026-10-12T09:00", NULL, NULL,
    1 },
  { "no-level", "N2", 0, "A1-08", "2026-10-12T09:00", NULL, NULL, 1 },
  { "unknown-clause", "N2", YS_INSPECTION_LEVEL_CITY, "A1-27", "2026-10-12T09:00", NULL, NULL, 1 },
  { "clause-of-another-annex", "N2", YS_INSPECTION_LEVEL_CITY, "A3-01", "2026-10-12T09:00", NULL,
    NULL, 1 },
  { "no-time", "N2", YS_INSPECTION_LEVEL_CITY, "A1-08", NULL, NULL, NULL, 1 },
  { "deadline-before-dispatch", "N2", YS_INSPECTION_LEVEL_CITY, "A1-08", "2026-10-12T09:00",
    "2026-10-12T08:59", NULL, 1 },
  { "replied-before-dispatch", "N2", YS_INSPECTION_LEVEL_CITY, "A1-08", "2026-10-12T09:00", NULL,
    "2026-10-12T08:59", 1 },
};

static void
test_add_refused (CaseFixture *fixture, gconstpointer data)
{
  const RefusedCase *c = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  YsCase one = { .number = (char *)c->number, .level = c->level, .compound_id = fixture->garden };

  case_add (fixture, "N1", "A1-08", "2026-10-12T09:00", NULL);
  before = case_dump (fixture);
  one.at = c->at != NULL ? case_instant (c->at) : 0;
  one.deadline = c->dispatched != NULL ? case_instant (c->dispatched) : 0;
  one.replied_at = c->replied_at != NULL ? case_instant (c->replied_at) : 0;
  g_assert_cmpint (ys_case_add (fixture->base.ledger, &one, c->code, (YsLimit){ 0, YS_LIMIT_NONE },
                                &error),
                   ==, 0);
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_cmpint (ys_job_error_exit_code (error), ==, c->exit_code);
  after = case_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* A case that comes with its reply is one change, and one undo takes both back. */
static void
test_add_with_reply (CaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsCaseView) view = NULL;
  g_autofree char *before = case_dump (fixture);
  g_autofree char *after = NULL;
  YsCase one = { .number = (char *)"N1",
                 .level = YS_INSPECTION_LEVEL_CITY,
                 .compound_id = fixture->garden,
                 .reply = (char *)"已清扫" };
  gint64 id;

  one.at = case_instant ("2026-10-12T09:00");
  one.replied_at = case_instant ("2026-10-12T10:30");
  id = ys_case_add (fixture->base.ledger, &one, "A1-08", (YsLimit){ 0, YS_LIMIT_NONE }, &error);
  g_assert_no_error (error);
  view = ys_case_load (fixture->base.ledger, id, fixture_now, &error);
  g_assert_no_error (error);
  g_assert_cmpint (view->one.state, ==, YS_CASE_REPLIED);
  g_assert_cmpstr (view->one.reply, ==, "已清扫");
  g_assert_cmpint (view->one.replied_at, ==, one.replied_at);
  g_assert_cmpuint (view->events->len, ==, 1);
  g_assert_cmpstr (view->compound, ==, "示例花园");
  g_assert_cmpstr (view->code, ==, "A1-08");

  ys_audit_undo (fixture->base.ledger, ys_audit_undoable (fixture->base.ledger, "示例", NULL),
                 "undo", NULL, &error);
  g_assert_no_error (error);
  after = case_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* Dispatched, accepted, replied, verified and found wanting, replied again, closed. */
static void
test_life (CaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsCaseView) view = NULL;
  gint64 id = case_add (fixture, "N1", "A1-08", "2026-10-12T09:00", NULL);

  g_assert_true (case_step (fixture, id, YS_EVENT_ACCEPTED, "2026-10-12T09:05", &error));
  assert_state (fixture, id, YS_CASE_ACCEPTED);
  g_assert_true (case_step (fixture, id, YS_EVENT_REPORTED, "2026-10-12T10:30", &error));
  g_assert_true (case_step (fixture, id, YS_EVENT_FAILED, "2026-10-13T09:00", &error));
  assert_state (fixture, id, YS_CASE_FAILED);
  g_assert_true (case_step (fixture, id, YS_EVENT_REPORTED, "2026-10-13T15:00", &error));
  g_assert_true (case_step (fixture, id, YS_EVENT_PASSED, "2026-10-14T09:00", &error));
  g_assert_no_error (error);

  view = ys_case_load (fixture->base.ledger, id, case_instant ("2026-10-20T09:00"), &error);
  g_assert_no_error (error);
  g_assert_cmpint (view->one.state, ==, YS_CASE_CLOSED);
  /* The first reply tells whether it was late. */
  g_assert_cmpint (view->one.replied_at, ==, case_instant ("2026-10-12T10:30"));
  g_assert_cmpint (view->one.closed_at, ==, case_instant ("2026-10-14T09:00"));
  g_assert_false (view->overdue);
  g_assert_cmpuint (view->events->len, ==, 5);
  /* [002 §4.1(5)]: proposed, though a later verification passed */
  g_assert_cmpuint (view->proposals->len, ==, 1);
  g_assert_cmpint (((YsFaultProposal *)g_ptr_array_index (view->proposals, 0))->fault, ==,
                   YS_FAULT_VERIFICATION);
}

/* While its clock stands nothing is late; what was left is left again. */
static void
test_pause (CaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *none = NULL;
  g_autofree char *late = NULL;
  gint64 id = case_add (fixture, "N1", "A1-08", "2026-10-12T09:00", NULL);

  g_assert_true (case_step (fixture, id, YS_EVENT_PAUSED, "2026-10-12T10:00", &error));
  none = case_proposals (fixture, "2026-10-20T09:00");
  g_assert_cmpstr (none, ==, "");
  g_assert_true (case_step (fixture, id, YS_EVENT_RESUMED, "2026-10-19T15:00", &error));
  g_assert_no_error (error);
  assert_deadline (fixture, id, "2026-10-19T16:00");
  late = case_proposals (fixture, "2026-10-20T09:00");
  g_assert_cmpstr (late, ==, "N1 overdue N1");
}

static void
test_extend (CaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) earlier = NULL;
  gint64 id = case_add (fixture, "N1", "A1-08", "2026-10-12T09:00", NULL);
  YsStep step = { .kind = YS_EVENT_EXTENDED, .text = "示例原因" };

  g_assert_true (case_step (fixture, id, YS_EVENT_EXTENDED, "2026-10-12T10:00", &error));
  g_assert_no_error (error);
  assert_deadline (fixture, id, "2026-10-19T10:00");
  step.until = case_instant ("2026-10-19T10:00");
  g_assert_false (ys_case_take_step (fixture->base.ledger, &id, 1, &step,
                                     case_instant ("2026-10-12T11:00"), &earlier));
  g_assert_error (earlier, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
}

/* [002 §4.1(3)]: it is not ours, says the office; it is, says the platform. */
static void
test_objection (CaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) none = NULL;
  g_autoptr (GError) second = NULL;
  g_autofree char *proposals = NULL;
  gint64 id = case_add (fixture, "N1", "A1-01", "2026-10-12T09:00", NULL);
  gint64 other = case_add (fixture, "N2", "A1-02", "2026-10-12T09:00", NULL);

  g_assert_false (case_step (fixture, id, YS_EVENT_OVERRULED, "2026-10-12T10:00", &none));
  g_assert_error (none, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN);
  g_assert_true (case_step (fixture, id, YS_EVENT_OBJECTION, "2026-10-12T10:00", &error));
  g_assert_false (case_step (fixture, id, YS_EVENT_OBJECTION, "2026-10-12T10:05", &second));
  g_assert_error (second, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN);
  g_assert_true (case_step (fixture, id, YS_EVENT_OVERRULED, "2026-10-12T11:00", &error));
  g_assert_true (case_step (fixture, other, YS_EVENT_OBJECTION, "2026-10-12T10:00", &error));
  g_assert_true (case_step (fixture, other, YS_EVENT_UPHELD, "2026-10-12T11:00", &error));
  g_assert_no_error (error);
  assert_state (fixture, id, YS_CASE_RECEIVED);
  assert_state (fixture, other, YS_CASE_WITHDRAWN);
  proposals = case_proposals (fixture, "2026-10-12T12:00");
  g_assert_cmpstr (proposals, ==, "N1 passing N1");
}

static void
test_withdraw_and_reinstate (CaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = case_add (fixture, "N1", "A1-08", "2026-10-12T09:00", NULL);

  g_assert_true (case_step (fixture, id, YS_EVENT_ACCEPTED, "2026-10-12T09:05", &error));
  g_assert_true (case_step (fixture, id, YS_EVENT_WITHDRAWN, "2026-10-12T10:00", &error));
  assert_state (fixture, id, YS_CASE_WITHDRAWN);
  g_assert_true (case_step (fixture, id, YS_EVENT_REINSTATED, "2026-10-12T10:30", &error));
  assert_state (fixture, id, YS_CASE_ACCEPTED);
  g_assert_no_error (error);
}

/* All or none, and the message names the one in the way. */
static void
test_bulk (CaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 ids[3] = { case_add (fixture, "N1", "A1-08", "2026-10-12T09:00", NULL),
                    case_add (fixture, "N2", "A1-09", "2026-10-12T09:00", NULL),
                    case_add (fixture, "N3", "A1-10", "2026-10-12T09:00", NULL) };
  YsStep reply = { .kind = YS_EVENT_REPORTED, .text = "已清理" };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_true (case_step (fixture, ids[1], YS_EVENT_REPORTED, "2026-10-12T09:30", NULL));
  before = case_dump (fixture);
  g_assert_false (ys_case_take_step (fixture->base.ledger, ids, 3, &reply,
                                     case_instant ("2026-10-12T10:00"), &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN);
  g_assert_nonnull (strstr (error->message, "N2"));
  after = case_dump (fixture);
  g_assert_cmpstr (after, ==, before);
  g_clear_error (&error);

  ids[1] = ids[2];
  g_assert_true (ys_case_take_step (fixture->base.ledger, ids, 2, &reply,
                                    case_instant ("2026-10-12T10:00"), &error));
  g_assert_no_error (error);
  assert_state (fixture, ids[0], YS_CASE_REPLIED);
  assert_state (fixture, ids[1], YS_CASE_REPLIED);
}

static void
test_order_of_steps (CaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = case_add (fixture, "N1", "A1-08", "2026-10-12T09:00", NULL);

  g_assert_true (case_step (fixture, id, YS_EVENT_ACCEPTED, "2026-10-12T10:00", NULL));
  g_assert_false (case_step (fixture, id, YS_EVENT_REPORTED, "2026-10-12T09:59", &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  /* A note may come whenever it comes. */
  g_assert_true (case_step (fixture, id, YS_EVENT_NOTE, "2026-10-12T09:30", NULL));
  g_assert_true (case_step (fixture, id, YS_EVENT_REPORTED, "2026-10-12T10:00", NULL));
}

/* What was entered wrong is put right; the deadline follows, the version of its clause stays. */
static void
test_set (CaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = case_add (fixture, "N1", "A1-08", "2026-10-12T09:00", "3号楼");
  YsCase *one = case_load (fixture, id);
  YsCase *stored;

  one->at = case_instant ("2026-10-12T14:00");
  one->compound_id = fixture->court;
  g_clear_pointer (&one->place, g_free);
  g_assert_true (ys_case_set (fixture->base.ledger, one, NULL, &error));
  assert_deadline (fixture, id, "2026-10-12T16:00");
  g_assert_true (ys_case_set (fixture->base.ledger, one, "A1-01", &error));
  assert_deadline (fixture, id, "2026-10-15T17:30");
  one->limit_amount = YS_NUMBER (1);
  one->limit_unit = YS_LIMIT_DAYS;
  g_assert_true (ys_case_set (fixture->base.ledger, one, "A1-01", &error));
  assert_deadline (fixture, id, "2026-10-13T17:30");
  one->dispatched_deadline = TRUE;
  one->deadline = case_instant ("2026-10-14T20:00");
  g_assert_true (ys_case_set (fixture->base.ledger, one, NULL, &error));
  assert_deadline (fixture, id, "2026-10-14T20:00");
  one->dispatched_deadline = FALSE;
  g_assert_true (ys_case_set (fixture->base.ledger, one, NULL, &error));
  g_assert_no_error (error);
  assert_deadline (fixture, id, "2026-10-13T17:30");

  stored = case_load (fixture, id);
  g_assert_cmpint (stored->compound_id, ==, fixture->court);
  g_assert_null (stored->place);
  ys_record_free (&ys_case_type, stored);
  ys_record_free (&ys_case_type, one);
}

static void
test_set_refused (CaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) after_step = NULL;
  g_autoptr (GError) taken = NULL;
  gint64 id = case_add (fixture, "N1", "A1-08", "2026-10-12T09:00", NULL);
  YsCase *one = case_load (fixture, id);

  case_add (fixture, "N2", "A1-08", "2026-10-12T09:00", NULL);
  g_assert_true (case_step (fixture, id, YS_EVENT_ACCEPTED, "2026-10-12T09:30", NULL));
  one->at = case_instant ("2026-10-12T09:31");
  g_assert_false (ys_case_set (fixture->base.ledger, one, NULL, &after_step));
  g_assert_error (after_step, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  one->at = case_instant ("2026-10-12T09:00");
  g_free (one->number);
  one->number = g_strdup ("N2");
  g_assert_false (ys_case_set (fixture->base.ledger, one, NULL, &taken));
  g_assert_error (taken, YS_LEDGER_ERROR, YS_LEDGER_ERROR_EXISTS);
  ys_record_free (&ys_case_type, one);
}

static void
test_find_and_list (CaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) october = NULL;
  g_autoptr (GPtrArray) proposed = NULL;
  YsInstant now = case_instant ("2026-11-03T10:00");
  gint64 b = case_add (fixture, "B", "A1-08", "2026-10-12T09:00", NULL);

  case_add (fixture, "C", "A1-08", "2026-11-03T09:00", NULL);
  case_add (fixture, "A", "A1-01", "2026-10-31T23:59", NULL);
  g_assert_cmpint (ys_case_find (fixture->base.ledger, " Ｂ", &error), ==, b);
  g_assert_no_error (error);
  g_assert_cmpint (ys_case_find (fixture->base.ledger, "D", &error), ==, 0);
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_NOT_FOUND);
  g_clear_error (&error);

  all = ys_case_list (fixture->base.ledger, 0, 0, FALSE, now, &error);
  g_assert_cmpuint (all->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpstr (((YsCaseView *)g_ptr_array_index (all, i))->one.number, ==,
                     ((const char *[]){ "A", "B", "C" })[i]);
  october = ys_case_list (fixture->base.ledger, case_instant ("2026-10-12T09:01"),
                          case_instant ("2026-11-01"), FALSE, now, &error);
  g_assert_cmpuint (october->len, ==, 1);
  g_assert_cmpstr (((YsCaseView *)g_ptr_array_index (october, 0))->clause, ==, "外立面破损");
  proposed = ys_case_list (fixture->base.ledger, 0, 0, TRUE, now, &error);
  g_assert_cmpuint (proposed->len, ==, 1);
  g_assert_true (((YsCaseView *)g_ptr_array_index (proposed, 0))->overdue);
  g_assert_no_error (error);
}

static void
test_explain (CaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsWorkCalendar) calendar = ys_work_calendar_new ();
  g_auto (YsDeadline) deadline = { 0 };
  gint64 id = case_add (fixture, "N1", "A1-08", "2026-10-12T11:00", NULL);

  g_assert_true (ys_case_explain (fixture->base.ledger, id, calendar, &deadline, &error));
  g_assert_no_error (error);
  g_assert_cmpint (deadline.deadline, ==, case_instant ("2026-10-12T15:00"));
  g_assert_cmpuint (deadline.spans->len, ==, 2);
}

/* Two working hours from 11:00 end at 15:00; then until Wednesday noon. */
static void
test_explain_extended (CaseFixture *fixture, gconstpointer data)
{
  g_autoptr (YsWorkCalendar) calendar = ys_work_calendar_new ();
  g_auto (YsDeadline) deadline = { 0 };
  gint64 id = case_add (fixture, "N1", "A1-08", "2026-10-12T11:00", NULL);
  YsStep step = { .kind = YS_EVENT_EXTENDED, .text = "等待配件" };

  step.at = case_instant ("2026-10-12T14:30");
  step.until = case_instant ("2026-10-14T12:00");
  g_assert_true (ys_case_take_step (fixture->base.ledger, &id, 1, &step, step.at, NULL));
  g_assert_true (ys_case_explain (fixture->base.ledger, id, calendar, &deadline, NULL));
  g_assert_cmpint (deadline.deadline, ==, step.until);
  g_assert_cmpint (deadline.by_limit, ==, case_instant ("2026-10-12T15:00"));
  g_assert_cmpstr (deadline.extension, ==, "等待配件");
}

/* On Monday the 12th at 9:00, two working hours each: Friday's is overdue, this morning's is due
 * today, the one that was answered is neither. Of seven overdue ones five are listed, the oldest
 * first. */
static void
test_overview (CaseFixture *fixture, gconstpointer data)
{
  YsInstant now = case_instant ("2026-10-12T09:00");
  g_autoptr (YsOverview) overview = NULL;
  g_autoptr (YsOverview) later = NULL;

  case_add (fixture, "N2", "A1-08", "2026-10-12T08:40", NULL);
  case_add (fixture, "N1", "A1-08", "2026-10-09T09:00", NULL);
  case_step (fixture, case_add (fixture, "N3", "A1-08", "2026-10-09T09:00", NULL),
             YS_EVENT_REPORTED, "2026-10-09T10:00", NULL);
  overview = ys_overview_new (fixture->base.ledger, now, NULL);
  g_assert_nonnull (overview);
  g_assert_cmpuint (overview->overdue->len, ==, 1);
  g_assert_cmpstr (g_array_index (overview->overdue, YsWorkRow, 0).number, ==, "N1");
  g_assert_cmpuint (overview->due_today->len, ==, 1);
  g_assert_cmpstr (g_array_index (overview->due_today, YsWorkRow, 0).number, ==, "N2");
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *number = g_strdup_printf ("M%u", i);
      g_autofree char *at = g_strdup_printf ("2026-10-09T14:0%u", 5 - i);

      case_add (fixture, number, "A1-08", at, NULL);
    }
  later = ys_overview_new (fixture->base.ledger, now, NULL);
  g_assert_cmpuint (later->n_work[YS_WORK_OVERDUE], ==, 7);
  g_assert_cmpuint (later->overdue->len, ==, 5);
  g_assert_cmpstr (g_array_index (later->overdue, YsWorkRow, 0).number, ==, "N1");
  g_assert_cmpstr (g_array_index (later->overdue, YsWorkRow, 1).number, ==, "M5");
}

static void
test_finalised (CaseFixture *fixture, gconstpointer data)
{
  static const struct
  {
    int kind;
    const char *at;
    gboolean allowed;
  } steps[] = {
    { YS_EVENT_REPORTED, "2026-10-31T09:00", FALSE }, /* it would have happened then */
    { YS_EVENT_PAUSED, "2026-11-03T09:00", FALSE },   /* the deadline lies there */
    { YS_EVENT_EXTENDED, "2026-11-03T09:00", FALSE },
    { YS_EVENT_WITHDRAWN, "2026-11-03T09:00", FALSE }, /* it was counted there */
    { YS_EVENT_REPORTED, "2026-11-03T09:00", TRUE },   /* news of November */
    { YS_EVENT_FAILED, "2026-11-03T10:00", TRUE },
  };
  g_autoptr (GError) add_error = NULL;
  gint64 id = case_add (fixture, "N1", "A1-08", "2026-10-12T09:00", NULL);
  YsCase *one = case_load (fixture, id);
  YsCase another = { .number = (char *)"N2",
                     .level = YS_INSPECTION_LEVEL_CITY,
                     .compound_id = fixture->garden };

  case_finalise (fixture, "2026-10", "2026-11-02T09:00");
  another.at = case_instant ("2026-10-31T23:59");
  g_assert_cmpint (ys_case_add (fixture->base.ledger, &another, "A1-08",
                                (YsLimit){ 0, YS_LIMIT_NONE }, &add_error),
                   ==, 0);
  g_assert_error (add_error, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN);
  g_assert_cmpint (ys_job_error_exit_code (add_error), ==, 4);
  g_assert_false (ys_case_set (fixture->base.ledger, one, NULL, NULL));
  g_assert_false (ys_case_set_procedure (fixture->base.ledger, id,
                                         case_instant ("2026-10-13T09:00"), 0, "", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (case_step (fixture, id, steps[i].kind, steps[i].at, &error), ==,
                       steps[i].allowed);
      if (!steps[i].allowed)
        g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN);
    }
  another.at = case_instant ("2026-11-01T00:00");
  g_assert_cmpint (ys_case_add (fixture->base.ledger, &another, "A1-08",
                                (YsLimit){ 0, YS_LIMIT_NONE }, NULL),
                   >, 0);
  ys_record_free (&ys_case_type, one);
}

#define ADD(path, data, test)                                                                      \
  g_test_add (path, CaseFixture, data, case_fixture_set_up, test, case_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (add_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/jobs/case/add/", add_cases[i].name, NULL);
      ADD (path, &add_cases[i], test_add);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refused_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/jobs/case/refused/", refused_cases[i].name, NULL);
      ADD (path, &refused_cases[i], test_add_refused);
    }
  ADD ("/jobs/case/add-with-reply", NULL, test_add_with_reply);
  ADD ("/jobs/case/life", NULL, test_life);
  ADD ("/jobs/case/pause", NULL, test_pause);
  ADD ("/jobs/case/extend", NULL, test_extend);
  ADD ("/jobs/case/objection", NULL, test_objection);
  ADD ("/jobs/case/withdraw-and-reinstate", NULL, test_withdraw_and_reinstate);
  ADD ("/jobs/case/bulk", NULL, test_bulk);
  ADD ("/jobs/case/order-of-steps", NULL, test_order_of_steps);
  ADD ("/jobs/case/set", NULL, test_set);
  ADD ("/jobs/case/set-refused", NULL, test_set_refused);
  ADD ("/jobs/case/find-and-list", NULL, test_find_and_list);
  ADD ("/jobs/case/overview", NULL, test_overview);
  ADD ("/jobs/case/explain", NULL, test_explain);
  ADD ("/jobs/case/explain-extended", NULL, test_explain_extended);
  ADD ("/jobs/case/finalised", NULL, test_finalised);
  return g_test_run ();
}
