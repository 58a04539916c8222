/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a case stands, which step may follow, and whether it is late. Pure: what happened comes in
 * the record, the instant from the caller. */
#include "config.h"

#include "case-rules.h"

#include <glib/gi18n-lib.h>

#define MINUTE 60

static gboolean
is_after (YsInstant a, YsInstant b)
{
  return a / MINUTE > b / MINUTE;
}

gboolean
ys_case_is_overdue (const YsCase *one, YsInstant now)
{
  YsInstant answered;

  g_return_val_if_fail (one != NULL, FALSE);

  if (one->deadline == 0 || one->state == YS_CASE_WITHDRAWN || one->paused_at != 0)
    return FALSE;
  /* A platform may close a case that nobody replied to. */
  answered = one->replied_at != 0 ? one->replied_at : one->closed_at;
  if (answered == 0 || is_after (answered, now))
    answered = now;
  return is_after (answered, one->deadline);
}

static gboolean
is_open (int state)
{
  return state == YS_CASE_RECEIVED || state == YS_CASE_ACCEPTED || state == YS_CASE_REPLIED
         || state == YS_CASE_FAILED;
}

/* Work on it is still owed to the platform. */
static gboolean
awaits_reply (int state)
{
  return state == YS_CASE_RECEIVED || state == YS_CASE_ACCEPTED || state == YS_CASE_FAILED;
}

static YsCaseStep
allow (int state)
{
  return (YsCaseStep){ TRUE, NULL, state };
}

static YsCaseStep
refuse (const YsCase *one, const char *sentence)
{
  return (YsCaseStep){ FALSE, sentence, one->state };
}

static YsCaseStep
step_pause (const YsCase *one)
{
  if (!awaits_reply (one->state))
    return refuse (one, N_ ("It awaits no reply, so its clock does not matter. Only a case that is "
                            "being handled can be paused."));
  if (one->paused_at != 0)
    return refuse (one, N_ ("It is paused already. Resume it first."));
  if (one->dispatched_deadline)
    return refuse (one, N_ ("Its deadline was dispatched by the platform. Extend it instead of "
                            "pausing it."));
  return allow (one->state);
}

static YsCaseStep
step_verification (const YsCase *one, int event_kind, YsInstant at)
{
  /* A callback or a check on site may find a closed case wanting [002 §4.1(5)]. */
  gboolean again = event_kind == YS_EVENT_FAILED && one->state == YS_CASE_CLOSED;

  if (one->state != YS_CASE_REPLIED && !again)
    return refuse (one, N_ ("There is no reply to verify. Enter the reply first."));
  if (is_after (one->replied_at, at))
    return refuse (one, N_ ("It was replied later than this. Write a later time."));
  return allow (event_kind == YS_EVENT_PASSED ? YS_CASE_CLOSED : YS_CASE_FAILED);
}

/* As far as the record alone can tell; ys_case_replay() knows from the events. */
static int
state_without_withdrawal (const YsCase *one)
{
  if (one->closed_at != 0)
    return YS_CASE_CLOSED;
  return one->replied_at != 0 ? YS_CASE_REPLIED : YS_CASE_RECEIVED;
}

static YsCaseStep
step_of_open (const YsCase *one, int event_kind, YsInstant at)
{
  if (!is_open (one->state))
    return refuse (one, N_ ("It is closed. Only an open case can take this step."));
  switch ((YsEventKind)event_kind)
    {
    case YS_EVENT_ACCEPTED:
      return one->state == YS_CASE_RECEIVED
                 ? allow (YS_CASE_ACCEPTED)
                 : refuse (one, N_ ("It was accepted already. Nothing needs to be done."));
    case YS_EVENT_REPORTED:
      return awaits_reply (one->state)
                 ? allow (YS_CASE_REPLIED)
                 : refuse (one, N_ ("It was replied already. Verify the reply, or undo it."));
    case YS_EVENT_PAUSED:
      return step_pause (one);
    case YS_EVENT_RESUMED:
      if (one->paused_at == 0)
        return refuse (one, N_ ("It is not paused. Nothing needs to be done."));
      return is_after (one->paused_at, at)
                 ? refuse (one, N_ ("It was paused later than this. Write a later time."))
                 : allow (one->state);
    case YS_EVENT_EXTENDED:
      return awaits_reply (one->state)
                 ? allow (one->state)
                 : refuse (one, N_ ("It was replied already, so its deadline cannot move."));
    case YS_EVENT_UPHELD:
      return allow (YS_CASE_WITHDRAWN);
    case YS_EVENT_OBJECTION:
    case YS_EVENT_OVERRULED:
      return allow (one->state);
    case YS_EVENT_UNKNOWN:
    case YS_EVENT_ISSUED:
    case YS_EVENT_PASSED:
    case YS_EVENT_FAILED:
    case YS_EVENT_WITHDRAWN:
    case YS_EVENT_REINSTATED:
    case YS_EVENT_NOTE:
      break;
    }
  return refuse (one, N_ ("A case has no such step."));
}

YsCaseStep
ys_case_step (const YsCase *one, int event_kind, YsInstant at)
{
  g_return_val_if_fail (one != NULL, ((YsCaseStep){ FALSE, NULL, 0 }));

  if (is_after (one->at, at))
    return refuse (one, N_ ("This is before the case was dispatched. Write a later time."));
  if (event_kind == YS_EVENT_NOTE)
    return allow (one->state);
  if (event_kind == YS_EVENT_REINSTATED)
    return one->state == YS_CASE_WITHDRAWN
               ? allow (state_without_withdrawal (one))
               : refuse (one, N_ ("It is not withdrawn. Nothing needs to be done."));
  if (one->state == YS_CASE_WITHDRAWN)
    return refuse (one, N_ ("It is withdrawn. Reinstate it first."));
  if (event_kind == YS_EVENT_WITHDRAWN)
    return allow (YS_CASE_WITHDRAWN);
  if (event_kind == YS_EVENT_PASSED || event_kind == YS_EVENT_FAILED)
    return step_verification (one, event_kind, at);
  return step_of_open (one, event_kind, at);
}
