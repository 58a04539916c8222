/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a finding stands, worked out from its events in order of time: each event is applied once,
 * then its clock is run through its pauses. */
#include "config.h"

#include "finding-rules.h"

typedef struct
{
  YsFinding *finding;
  YsInstant report;        /* since the last failed recheck; 0 none */
  int state_before;        /* when it was withdrawn */
  YsInstant paused_before; /* the same */
} Walk;

static void
apply_recheck (Walk *walk, const YsEvent *event)
{
  gboolean passed = event->kind == YS_EVENT_PASSED;

  walk->finding->rechecked_at = event->at;
  walk->finding->state = passed ? YS_FINDING_CLOSED : YS_FINDING_FAILED;
  if (passed)
    {
      /* The office's own delay is not the compound's fault [RULINGS Findings]. */
      walk->finding->rectified_at = walk->report != 0 ? walk->report : event->at;
      walk->finding->paused_at = 0;
    }
  walk->report = 0;
}

static void
apply_withdrawal (Walk *walk)
{
  walk->state_before = walk->finding->state;
  walk->paused_before = walk->finding->paused_at;
  walk->finding->state = YS_FINDING_WITHDRAWN;
  walk->finding->paused_at = 0;
}

static void
apply (Walk *walk, const YsEvent *event)
{
  YsFinding *finding = walk->finding;

  switch ((YsEventKind)event->kind)
    {
    case YS_EVENT_ISSUED:
      finding->state = YS_FINDING_ISSUED;
      finding->starts_at = MAX (finding->found_at, event->at);
      break;
    case YS_EVENT_REPORTED:
      finding->state = YS_FINDING_REPORTED;
      finding->reported_at = walk->report = event->at;
      break;
    case YS_EVENT_PASSED:
    case YS_EVENT_FAILED:
      apply_recheck (walk, event);
      break;
    case YS_EVENT_PAUSED:
      finding->paused_at = event->at;
      break;
    case YS_EVENT_RESUMED:
      finding->paused_at = 0;
      break;
    case YS_EVENT_UPHELD:
    case YS_EVENT_WITHDRAWN:
      apply_withdrawal (walk);
      break;
    case YS_EVENT_REINSTATED:
      finding->state = walk->state_before;
      finding->paused_at = walk->paused_before;
      break;
    case YS_EVENT_UNKNOWN:
    case YS_EVENT_ACCEPTED:
    case YS_EVENT_EXTENDED:
    case YS_EVENT_OBJECTION:
    case YS_EVENT_OVERRULED:
    case YS_EVENT_NOTE:
      break;
    }
}

/* Why the clock stands; it runs when neither holds. */
typedef struct
{
  gboolean paused;
  gboolean withdrawn;
} Standstill;

static void
note_standstill (Standstill *why, int event_kind)
{
  if (event_kind == YS_EVENT_PAUSED)
    why->paused = TRUE;
  else if (event_kind == YS_EVENT_RESUMED || event_kind == YS_EVENT_PASSED)
    why->paused = FALSE;
  else if (event_kind == YS_EVENT_WITHDRAWN || event_kind == YS_EVENT_UPHELD)
    why->withdrawn = TRUE;
  else if (event_kind == YS_EVENT_REINSTATED)
    why->withdrawn = FALSE;
}

GArray *
ys_events_pauses (const YsEvent *const *events, guint n_events)
{
  GArray *pauses = g_array_new (FALSE, FALSE, sizeof (YsPause));
  Standstill why = { FALSE, FALSE };
  gboolean stands = FALSE;

  g_return_val_if_fail (events != NULL || n_events == 0, pauses);

  for (guint i = 0; i < n_events; i++)
    {
      YsPause pause = { events[i]->at, 0 };

      note_standstill (&why, events[i]->kind);
      if (stands == (why.paused || why.withdrawn))
        continue;
      stands = !stands;
      if (stands)
        g_array_append_val (pauses, pause);
      else
        g_array_index (pauses, YsPause, pauses->len - 1).to = events[i]->at;
    }
  return pauses;
}

static gboolean
knows_days (const YsWorkCalendar *calendar, YsInstant from, YsInstant to)
{
  gint64 last = ys_date_to_days (ys_instant_to_date (to));

  for (gint64 day = ys_date_to_days (ys_instant_to_date (from)); day <= last; day++)
    if (!ys_work_calendar_day (calendar, ys_date_from_days (day)).is_known)
      return FALSE;
  return TRUE;
}

/* Where an extension leads when the clock stood after it: the working time that was left until the
 * new deadline is left again. */
static YsInstant
extended_until (const YsEvent *extension,
                const GArray *pauses,
                const YsWorkCalendar *calendar,
                gboolean *out_provisional)
{
  YsInstant until = extension->until;

  *out_provisional = FALSE;
  for (guint i = 0; i < pauses->len; i++)
    {
      const YsPause *pause = &g_array_index (pauses, YsPause, i);
      gint64 left;

      if (pause->from < extension->at)
        continue;
      if (pause->from >= until || pause->to == 0)
        break;
      left = ys_work_between (calendar, pause->from, until);
      until = MAX (MAX (until, pause->to), ys_work_add (calendar, pause->to, left));
      *out_provisional |= !knows_days (calendar, pause->to, until);
    }
  return until;
}

static gboolean
run_clock (YsFinding *finding,
           const YsEvent *const *events,
           guint n_events,
           YsLimit limit,
           const YsWorkCalendar *calendar)
{
  g_autoptr (GArray) pauses = ys_events_pauses (events, n_events);
  g_auto (YsDeadline) computed = { 0 };

  if (!ys_deadline_compute (calendar, finding->starts_at, limit,
                            (const YsPause *)(gpointer)pauses->data, pauses->len, FALSE, &computed))
    return FALSE;
  finding->deadline = computed.deadline;
  finding->provisional = computed.provisional;
  for (guint i = 0; i < n_events; i++)
    {
      gboolean provisional = FALSE;
      YsInstant until;

      if (events[i]->kind != YS_EVENT_EXTENDED)
        continue;
      until = extended_until (events[i], pauses, calendar, &provisional);
      if (until <= finding->deadline)
        continue;
      finding->deadline = until;
      finding->provisional = provisional;
    }
  return TRUE;
}

gboolean
ys_finding_replay (YsFinding *finding,
                   const YsEvent *const *events,
                   guint n_events,
                   YsLimit limit,
                   const YsWorkCalendar *calendar)
{
  Walk walk = { .finding = finding, .state_before = YS_FINDING_FOUND };

  g_return_val_if_fail (finding != NULL && calendar != NULL, FALSE);
  g_return_val_if_fail (events != NULL || n_events == 0, FALSE);

  finding->state = YS_FINDING_FOUND;
  finding->starts_at = finding->found_at;
  finding->reported_at = finding->rechecked_at = finding->rectified_at = finding->paused_at = 0;
  finding->deadline = 0;
  finding->provisional = FALSE;
  for (guint i = 0; i < n_events; i++)
    apply (&walk, events[i]);
  return run_clock (finding, events, n_events, limit, calendar);
}
