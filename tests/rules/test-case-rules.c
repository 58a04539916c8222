/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which step may follow which, and when a case is late [002 §4.1(2), (5); RULINGS Cases]. */
#include "config.h"

#include <string.h>

#include "case-rules.h"

/* 2026-10-09T09:00 in Asia/Shanghai */
#define AT 1791507600

typedef struct
{
  const char *name;
  int state;
  int event;
  int then; /* 0: not allowed */
} StepCase;

static const StepCase step_cases[] = {
  { "accept", YS_CASE_RECEIVED, YS_EVENT_ACCEPTED, YS_CASE_ACCEPTED },
  { "accept-twice", YS_CASE_ACCEPTED, YS_EVENT_ACCEPTED, 0 },
  { "accept-replied", YS_CASE_REPLIED, YS_EVENT_ACCEPTED, 0 },
  { "accept-failed", YS_CASE_FAILED, YS_EVENT_ACCEPTED, 0 },
  { "accept-closed", YS_CASE_CLOSED, YS_EVENT_ACCEPTED, 0 },
  { "reply-unaccepted", YS_CASE_RECEIVED, YS_EVENT_REPORTED, YS_CASE_REPLIED },
  { "reply", YS_CASE_ACCEPTED, YS_EVENT_REPORTED, YS_CASE_REPLIED },
  { "reply-again-after-failing", YS_CASE_FAILED, YS_EVENT_REPORTED, YS_CASE_REPLIED },
  { "reply-twice", YS_CASE_REPLIED, YS_EVENT_REPORTED, 0 },
  { "reply-closed", YS_CASE_CLOSED, YS_EVENT_REPORTED, 0 },
  { "pass", YS_CASE_REPLIED, YS_EVENT_PASSED, YS_CASE_CLOSED },
  { "pass-without-reply", YS_CASE_ACCEPTED, YS_EVENT_PASSED, 0 },
  { "pass-failed", YS_CASE_FAILED, YS_EVENT_PASSED, 0 },
  { "pass-twice", YS_CASE_CLOSED, YS_EVENT_PASSED, 0 },
  { "fail", YS_CASE_REPLIED, YS_EVENT_FAILED, YS_CASE_FAILED },
  { "fail-without-reply", YS_CASE_RECEIVED, YS_EVENT_FAILED, 0 },
  { "fail-twice", YS_CASE_FAILED, YS_EVENT_FAILED, 0 },
  /* [002 §4.1(5)] by callback or on site, after it was closed */
  { "fail-closed", YS_CASE_CLOSED, YS_EVENT_FAILED, YS_CASE_FAILED },
  { "pause", YS_CASE_ACCEPTED, YS_EVENT_PAUSED, YS_CASE_ACCEPTED },
  { "pause-unaccepted", YS_CASE_RECEIVED, YS_EVENT_PAUSED, YS_CASE_RECEIVED },
  { "pause-replied", YS_CASE_REPLIED, YS_EVENT_PAUSED, 0 },
  { "pause-closed", YS_CASE_CLOSED, YS_EVENT_PAUSED, 0 },
  { "resume-running", YS_CASE_ACCEPTED, YS_EVENT_RESUMED, 0 },
  { "extend", YS_CASE_RECEIVED, YS_EVENT_EXTENDED, YS_CASE_RECEIVED },
  { "extend-replied", YS_CASE_REPLIED, YS_EVENT_EXTENDED, 0 },
  { "object", YS_CASE_ACCEPTED, YS_EVENT_OBJECTION, YS_CASE_ACCEPTED },
  { "object-closed", YS_CASE_CLOSED, YS_EVENT_OBJECTION, 0 },
  { "uphold", YS_CASE_ACCEPTED, YS_EVENT_UPHELD, YS_CASE_WITHDRAWN },
  { "overrule", YS_CASE_ACCEPTED, YS_EVENT_OVERRULED, YS_CASE_ACCEPTED },
  { "withdraw", YS_CASE_RECEIVED, YS_EVENT_WITHDRAWN, YS_CASE_WITHDRAWN },
  { "withdraw-closed", YS_CASE_CLOSED, YS_EVENT_WITHDRAWN, YS_CASE_WITHDRAWN },
  { "withdraw-twice", YS_CASE_WITHDRAWN, YS_EVENT_WITHDRAWN, 0 },
  { "reply-withdrawn", YS_CASE_WITHDRAWN, YS_EVENT_REPORTED, 0 },
  { "pass-withdrawn", YS_CASE_WITHDRAWN, YS_EVENT_PASSED, 0 },
  { "reinstate", YS_CASE_WITHDRAWN, YS_EVENT_REINSTATED, YS_CASE_RECEIVED },
  { "reinstate-open", YS_CASE_RECEIVED, YS_EVENT_REINSTATED, 0 },
  { "note", YS_CASE_CLOSED, YS_EVENT_NOTE, YS_CASE_CLOSED },
  { "note-withdrawn", YS_CASE_WITHDRAWN, YS_EVENT_NOTE, YS_CASE_WITHDRAWN },
  { "issue-is-a-finding's", YS_CASE_RECEIVED, YS_EVENT_ISSUED, 0 },
  { "unknown", YS_CASE_RECEIVED, YS_EVENT_UNKNOWN, 0 },
};

static YsCase
make_case (int state)
{
  return (YsCase){ .at = AT, .deadline = AT + 7200, .state = state };
}

static void
test_step (gconstpointer data)
{
  const StepCase *c = data;
  YsCase one = make_case (c->state);
  YsCaseStep step = ys_case_step (&one, c->event, AT + 60);

  g_assert_cmpint (step.allowed, ==, c->then != 0);
  g_assert_cmpint (step.state, ==, c->then != 0 ? c->then : c->state);
  g_assert_cmpint (step.sentence == NULL, ==, step.allowed);
}

/* Nothing happens before the dispatch; its own minute will do. */
static void
test_not_before_dispatch (void)
{
  YsCase one = make_case (YS_CASE_RECEIVED);

  g_assert_false (ys_case_step (&one, YS_EVENT_REPORTED, AT - 1).allowed);
  g_assert_true (ys_case_step (&one, YS_EVENT_REPORTED, AT).allowed);
  one.at = AT + 59;
  g_assert_true (ys_case_step (&one, YS_EVENT_REPORTED, AT).allowed);
}

static void
test_not_verified_before_reply (void)
{
  YsCase one = make_case (YS_CASE_REPLIED);

  one.replied_at = AT + 3600;
  g_assert_false (ys_case_step (&one, YS_EVENT_PASSED, AT + 3599).allowed);
  g_assert_false (ys_case_step (&one, YS_EVENT_FAILED, AT + 3599).allowed);
  g_assert_true (ys_case_step (&one, YS_EVENT_PASSED, AT + 3600).allowed);
}

static void
test_pause (void)
{
  YsCase one = make_case (YS_CASE_ACCEPTED);

  one.paused_at = AT + 3600;
  g_assert_false (ys_case_step (&one, YS_EVENT_PAUSED, AT + 7200).allowed);
  g_assert_false (ys_case_step (&one, YS_EVENT_RESUMED, AT + 3540).allowed);
  g_assert_true (ys_case_step (&one, YS_EVENT_RESUMED, AT + 3600).allowed);
  one.paused_at = 0;
  one.dispatched_deadline = TRUE;
  g_assert_false (ys_case_step (&one, YS_EVENT_PAUSED, AT + 60).allowed);
  g_assert_true (ys_case_step (&one, YS_EVENT_EXTENDED, AT + 60).allowed);
}

/* Where it stood, as far as the record tells. */
static void
test_reinstate (void)
{
  YsCase one = make_case (YS_CASE_WITHDRAWN);

  one.replied_at = AT + 60;
  g_assert_cmpint (ys_case_step (&one, YS_EVENT_REINSTATED, AT + 120).state, ==, YS_CASE_REPLIED);
  one.closed_at = AT + 60;
  g_assert_cmpint (ys_case_step (&one, YS_EVENT_REINSTATED, AT + 120).state, ==, YS_CASE_CLOSED);
}

typedef struct
{
  const char *name;
  YsCase one; /* all after AT */
  YsInstant now;
  gboolean overdue;
} OverdueCase;

#define DUE .at = AT, .deadline = AT + 7200

static const OverdueCase overdue_cases[] = {
  { "before", { DUE, .state = YS_CASE_RECEIVED }, AT + 7199, FALSE },
  { "last-second-of-the-minute", { DUE, .state = YS_CASE_RECEIVED }, AT + 7259, FALSE },
  { "next-minute", { DUE, .state = YS_CASE_RECEIVED }, AT + 7260, TRUE },
  { "accepted-is-no-reply", { DUE, .state = YS_CASE_ACCEPTED }, AT + 7260, TRUE },
  { "replied-in-the-minute",
    { DUE, .state = YS_CASE_REPLIED, .replied_at = AT + 7259 },
    AT + 99999,
    FALSE },
  { "replied-late", { DUE, .state = YS_CASE_REPLIED, .replied_at = AT + 7260 }, AT + 7260, TRUE },
  { "late-stays-late-when-closed",
    { DUE, .state = YS_CASE_CLOSED, .replied_at = AT + 7260, .closed_at = AT + 8000 },
    AT + 99999,
    TRUE },
  { "first-reply-tells-after-a-failed-one",
    { DUE, .state = YS_CASE_FAILED, .replied_at = AT + 60, .verified_at = AT + 9000 },
    AT + 99999,
    FALSE },
  { "reply-not-seen-yet",
    { DUE, .state = YS_CASE_REPLIED, .replied_at = AT + 90000 },
    AT + 7200,
    FALSE },
  { "reply-not-seen-yet-but-due",
    { DUE, .state = YS_CASE_REPLIED, .replied_at = AT + 90000 },
    AT + 7260,
    TRUE },
  { "closed-without-reply-in-time",
    { DUE, .state = YS_CASE_CLOSED, .closed_at = AT + 7200 },
    AT + 99999,
    FALSE },
  { "closed-without-reply-late",
    { DUE, .state = YS_CASE_CLOSED, .closed_at = AT + 7260 },
    AT + 99999,
    TRUE },
  { "paused", { DUE, .state = YS_CASE_ACCEPTED, .paused_at = AT + 60 }, AT + 99999, FALSE },
  { "withdrawn", { DUE, .state = YS_CASE_WITHDRAWN }, AT + 99999, FALSE },
  { "no-deadline", { .at = AT, .state = YS_CASE_RECEIVED }, AT + 99999, FALSE },
};

static void
test_overdue (gconstpointer data)
{
  const OverdueCase *c = data;

  g_assert_cmpint (ys_case_is_overdue (&c->one, c->now), ==, c->overdue);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (step_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/case/step/", step_cases[i].name, NULL);

      g_test_add_data_func (path, &step_cases[i], test_step);
    }
  for (guint i = 0; i < G_N_ELEMENTS (overdue_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/case/overdue/", overdue_cases[i].name, NULL);

      g_test_add_data_func (path, &overdue_cases[i], test_overdue);
    }
  g_test_add_func ("/rules/case/not-before-dispatch", test_not_before_dispatch);
  g_test_add_func ("/rules/case/not-verified-before-reply", test_not_verified_before_reply);
  g_test_add_func ("/rules/case/pause", test_pause);
  g_test_add_func ("/rules/case/reinstate", test_reinstate);
  return g_test_run ();
}
