/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A case worked out anew from its events: the record keeps only where it stands, so that lists and
 * sums need no events. */
#include "config.h"

#include "case-rules.h"
#include "finding-rules.h"

static void
apply_reply (YsCase *one, const YsEvent *event)
{
  one->state = YS_CASE_REPLIED;
  /* A second reply follows a failed verification; whether it was late is told by the first. */
  if (one->replied_at == 0)
    one->replied_at = event->at;
  g_free (one->reply);
  one->reply = g_strdup (event->text);
}

static void
apply_verification (YsCase *one, const YsEvent *event)
{
  gboolean passed = event->kind == YS_EVENT_PASSED;

  one->state = passed ? YS_CASE_CLOSED : YS_CASE_FAILED;
  one->verified_at = event->at;
  one->closed_at = passed ? event->at : 0;
}

/* @before: the state in which it was withdrawn. */
static void
apply (YsCase *one, const YsEvent *event, int *before)
{
  switch ((YsEventKind)event->kind)
    {
    case YS_EVENT_ACCEPTED:
      one->state = YS_CASE_ACCEPTED;
      break;
    case YS_EVENT_REPORTED:
      apply_reply (one, event);
      break;
    case YS_EVENT_PASSED:
    case YS_EVENT_FAILED:
      apply_verification (one, event);
      break;
    case YS_EVENT_PAUSED:
      one->paused_at = event->at;
      break;
    case YS_EVENT_RESUMED:
      one->paused_at = 0;
      break;
    case YS_EVENT_UPHELD:
    case YS_EVENT_WITHDRAWN:
      *before = one->state;
      one->state = YS_CASE_WITHDRAWN;
      break;
    case YS_EVENT_REINSTATED:
      one->state = *before;
      break;
    case YS_EVENT_EXTENDED:
    case YS_EVENT_OBJECTION:
    case YS_EVENT_OVERRULED:
    case YS_EVENT_NOTE:
    case YS_EVENT_ISSUED:
    case YS_EVENT_UNKNOWN:
      break;
    }
}

static gboolean
compute_deadline (YsCase *one,
                  const YsEvent *const *events,
                  guint n_events,
                  const YsWorkCalendar *calendar)
{
  YsLimit limit = { one->limit_amount.value, (YsLimitUnit)one->limit_unit };
  g_autoptr (GArray) pauses = ys_events_pauses (events, n_events);
  g_auto (YsDeadline) deadline = { 0 };

  if (!one->limit_amount.is_set || limit.unit == YS_LIMIT_NONE
      || !ys_deadline_compute (calendar, one->at, limit, (const YsPause *)(gpointer)pauses->data,
                               pauses->len, FALSE, &deadline))
    {
      one->deadline = 0;
      one->provisional = FALSE;
      return FALSE;
    }
  one->deadline = deadline.deadline;
  one->provisional = deadline.provisional;
  return TRUE;
}

gboolean
ys_case_replay (YsCase *one,
                const YsEvent *const *events,
                guint n_events,
                const YsWorkCalendar *calendar)
{
  int before = YS_CASE_RECEIVED;

  g_return_val_if_fail (one != NULL && calendar != NULL, FALSE);
  g_return_val_if_fail (events != NULL || n_events == 0, FALSE);

  one->state = YS_CASE_RECEIVED;
  one->replied_at = one->verified_at = one->closed_at = one->paused_at = 0;
  g_clear_pointer (&one->reply, g_free);
  for (guint i = 0; i < n_events; i++)
    apply (one, events[i], &before);
  if (one->dispatched_deadline)
    one->provisional = FALSE;
  else if (!compute_deadline (one, events, n_events, calendar))
    return FALSE;
  for (guint i = 0; i < n_events; i++)
    if (events[i]->kind == YS_EVENT_EXTENDED && events[i]->until > one->deadline)
      {
        one->deadline = events[i]->until;
        /* A person's date is certain. */
        one->provisional = FALSE;
      }
  return one->deadline != 0;
}
