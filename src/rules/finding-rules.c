/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a finding costs and whether it is late, from its record alone; and which step may follow. */
#include "config.h"

#include "finding-rules.h"

#include <glib/gi18n-lib.h>

/* Minutes are the smallest unit: the seconds of the deadline's minute are in time [RULINGS Time].
 */
#define SECONDS_PER_MINUTE 60

gboolean
ys_level_counts (int level)
{
  return level == YS_INSPECTION_LEVEL_CITY || level == YS_INSPECTION_LEVEL_DISTRICT;
}

gint64
ys_finding_base_points (int level, gint64 clause_points, gint64 count)
{
  return ys_level_counts (level) ? clause_points * count : 0;
}

static gboolean
is_after (YsInstant instant, YsInstant deadline)
{
  return instant >= deadline + SECONDS_PER_MINUTE;
}

gboolean
ys_finding_is_overdue (const YsFinding *finding, YsInstant now)
{
  g_return_val_if_fail (finding != NULL, FALSE);

  if (finding->deadline == 0 || finding->state == YS_FINDING_WITHDRAWN || finding->paused_at != 0)
    return FALSE;
  if (!is_after (now, finding->deadline))
    return FALSE;
  return finding->rectified_at == 0 || is_after (finding->rectified_at, finding->deadline);
}

gboolean
ys_finding_is_doubled (const YsFinding *finding, YsInstant now)
{
  g_return_val_if_fail (finding != NULL, FALSE);

  return ys_level_counts (finding->level) && ys_finding_is_overdue (finding, now);
}

/* 未按要求及时整改到位的双倍扣分 [002 §4.1(1)] */
gint64
ys_finding_points (const YsFinding *finding, YsInstant now)
{
  g_return_val_if_fail (finding != NULL, 0);

  if (finding->state == YS_FINDING_WITHDRAWN)
    return 0;
  return ys_finding_is_doubled (finding, now) ? 2 * finding->points.value : finding->points.value;
}

static YsFindingStep
refuse (const char *sentence)
{
  return (YsFindingStep){ FALSE, sentence, YS_FINDING_STATE_UNKNOWN };
}

static YsFindingStep
allow (int state)
{
  return (YsFindingStep){ TRUE, NULL, state };
}

/* It waits to be repaired or to be rechecked. */
static gboolean
is_open (const YsFinding *finding)
{
  switch ((YsFindingState)finding->state)
    {
    case YS_FINDING_FOUND:
    case YS_FINDING_ISSUED:
    case YS_FINDING_REPORTED:
    case YS_FINDING_FAILED:
      return TRUE;
    case YS_FINDING_STATE_UNKNOWN:
    case YS_FINDING_CLOSED:
    case YS_FINDING_WITHDRAWN:
      break;
    }
  return FALSE;
}

static YsFindingStep
refuse_over (const YsFinding *finding)
{
  return refuse (finding->state == YS_FINDING_WITHDRAWN
                     ? N_ ("It is withdrawn. Reinstate it first.")
                     : N_ ("It is closed: a recheck passed. Add a note instead."));
}

static YsFindingStep
step_issue (const YsFinding *finding)
{
  if (finding->state == YS_FINDING_ISSUED)
    return refuse (N_ ("The notice was given already. Give an extension instead."));
  if (finding->state != YS_FINDING_FOUND)
    return refuse (N_ ("It was reported or rechecked already: a notice comes too late. Give an "
                       "extension instead."));
  if (finding->paused_at != 0)
    return refuse (N_ ("Its clock stands. Resume it before the notice is given."));
  return allow (YS_FINDING_ISSUED);
}

/* What is late stays late: neither a pause nor an extension turns back a deadline that passed. */
static YsFindingStep
step_clock (const YsFinding *finding, gboolean is_pause, YsInstant at)
{
  if (finding->paused_at != 0)
    return refuse (is_pause ? N_ ("Its clock stands already. Resume it first.")
                            : N_ ("Its clock stands. Resume it before extending."));
  if (finding->deadline == 0)
    return refuse (N_ ("Its clause has no time limit: no clock runs. Add a note instead."));
  if (is_pause ? at >= finding->deadline : is_after (at, finding->deadline))
    return refuse (N_ ("Its deadline had passed by then. Write an earlier time, or add a note."));
  return allow (finding->state);
}

/* Steps of a finding that is open. */
static YsFindingStep
step_open (const YsFinding *finding, int event_kind, YsInstant at)
{
  switch ((YsEventKind)event_kind)
    {
    case YS_EVENT_ISSUED:
      return step_issue (finding);
    case YS_EVENT_REPORTED:
      return finding->state == YS_FINDING_REPORTED
                 ? refuse (N_ ("It is reported already. Recheck it."))
                 : allow (YS_FINDING_REPORTED);
    case YS_EVENT_PASSED:
      return allow (YS_FINDING_CLOSED);
    case YS_EVENT_FAILED:
      return allow (YS_FINDING_FAILED);
    case YS_EVENT_PAUSED:
    case YS_EVENT_EXTENDED:
      return step_clock (finding, event_kind == YS_EVENT_PAUSED, at);
    case YS_EVENT_RESUMED:
      return finding->paused_at != 0 ? allow (finding->state)
                                     : refuse (N_ ("Its clock runs. Nothing needs to be done."));
    case YS_EVENT_UNKNOWN:
    case YS_EVENT_ACCEPTED:
    case YS_EVENT_OBJECTION:
    case YS_EVENT_UPHELD:
    case YS_EVENT_OVERRULED:
    case YS_EVENT_WITHDRAWN:
    case YS_EVENT_REINSTATED:
    case YS_EVENT_NOTE:
      break;
    }
  g_return_val_if_reached (refuse (NULL));
}

/* Where it stood before it was withdrawn, as far as the record tells. */
static int
reinstated_state (const YsFinding *finding)
{
  if (finding->rectified_at != 0)
    return YS_FINDING_CLOSED;
  if (finding->reported_at != 0 && finding->reported_at >= finding->rechecked_at)
    return YS_FINDING_REPORTED;
  if (finding->rechecked_at != 0)
    return YS_FINDING_FAILED;
  return finding->starts_at > finding->found_at ? YS_FINDING_ISSUED : YS_FINDING_FOUND;
}

static YsFindingStep
step_in_turn (const YsFinding *finding, int event_kind, YsInstant at)
{
  gboolean withdrawn = finding->state == YS_FINDING_WITHDRAWN;

  switch ((YsEventKind)event_kind)
    {
    case YS_EVENT_NOTE:
      return allow (finding->state);
    case YS_EVENT_OBJECTION:
    case YS_EVENT_OVERRULED:
      return withdrawn ? refuse_over (finding) : allow (finding->state);
    case YS_EVENT_UPHELD:
    case YS_EVENT_WITHDRAWN:
      return withdrawn ? refuse (N_ ("It is withdrawn already. Nothing needs to be done."))
                       : allow (YS_FINDING_WITHDRAWN);
    case YS_EVENT_REINSTATED:
      return withdrawn ? allow (reinstated_state (finding))
                       : refuse (N_ ("It is not withdrawn. Nothing needs to be done."));
    case YS_EVENT_ISSUED:
    case YS_EVENT_REPORTED:
    case YS_EVENT_PASSED:
    case YS_EVENT_FAILED:
    case YS_EVENT_PAUSED:
    case YS_EVENT_RESUMED:
    case YS_EVENT_EXTENDED:
      return is_open (finding) ? step_open (finding, event_kind, at) : refuse_over (finding);
    case YS_EVENT_UNKNOWN:
    case YS_EVENT_ACCEPTED:
      break;
    }
  return refuse (N_ ("Only a case is accepted. Report a finding as rectified, or recheck it."));
}

static YsFindingStep
refuse_order (void)
{
  return refuse (N_ ("A later step is recorded already. Write a time that is not before it."));
}

YsFindingStep
ys_finding_step (const YsFinding *finding, int event_kind, YsInstant at)
{
  g_return_val_if_fail (finding != NULL, refuse (NULL));

  if (at < finding->found_at)
    return refuse (N_ ("Nothing happens before the inspection. Write a later time."));
  if (event_kind != YS_EVENT_NOTE
      && at < MAX (finding->paused_at, MAX (finding->reported_at, finding->rechecked_at)))
    return refuse_order ();
  return step_in_turn (finding, event_kind, at);
}

static gboolean
is_answer (int event_kind)
{
  return event_kind == YS_EVENT_UPHELD || event_kind == YS_EVENT_OVERRULED;
}

/* Whether the last objection still waits for its answer. */
static gboolean
has_objection (const YsEvent *const *events, guint n_events)
{
  gboolean waits = FALSE;

  for (guint i = 0; i < n_events; i++)
    if (events[i]->kind == YS_EVENT_OBJECTION)
      waits = TRUE;
    else if (is_answer (events[i]->kind))
      waits = FALSE;
  return waits;
}

static gboolean
is_before_another (const YsEvent *const *events, guint n_events, YsInstant at)
{
  for (guint i = 0; i < n_events; i++)
    if (events[i]->kind != YS_EVENT_NOTE && events[i]->at > at)
      return TRUE;
  return FALSE;
}

/* What it was in when it was last withdrawn; worked out on a copy that owns nothing. */
static int
state_before_withdrawal (const YsFinding *finding, const YsEvent *const *events, guint n_events)
{
  YsFinding scratch = { .found_at = finding->found_at, .state = YS_FINDING_FOUND };
  int before = YS_FINDING_FOUND;

  for (guint i = 0; i < n_events; i++)
    {
      int kind = events[i]->kind;
      YsFindingStep step = step_in_turn (&scratch, kind, events[i]->at);

      if (kind == YS_EVENT_WITHDRAWN || kind == YS_EVENT_UPHELD)
        before = scratch.state;
      if (kind == YS_EVENT_REINSTATED)
        scratch.state = before;
      else if (step.allowed)
        scratch.state = step.state;
    }
  return before;
}

YsFindingStep
ys_finding_step_after (const YsFinding *finding,
                       const YsEvent *const *events,
                       guint n_events,
                       int event_kind,
                       YsInstant at)
{
  YsFindingStep step;

  g_return_val_if_fail (finding != NULL, refuse (NULL));
  g_return_val_if_fail (events != NULL || n_events == 0, refuse (NULL));

  step = ys_finding_step (finding, event_kind, at);
  if (!step.allowed)
    return step;
  if (event_kind != YS_EVENT_NOTE && is_before_another (events, n_events, at))
    return refuse_order ();
  if (event_kind == YS_EVENT_OBJECTION && has_objection (events, n_events))
    return refuse (N_ ("An objection waits for its answer already. Answer that one first."));
  if (is_answer (event_kind) && !has_objection (events, n_events))
    return refuse (N_ ("There is no objection to answer. Record the objection first."));
  if (event_kind == YS_EVENT_REINSTATED)
    step.state = state_before_withdrawal (finding, events, n_events);
  return step;
}
