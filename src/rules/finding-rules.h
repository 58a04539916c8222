/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a finding costs, when it is due and where it stands, from its record and its events
 * [002 §4.1(1), annex 1; RULINGS Findings]. */
#pragma once

#include "deadline.h"
#include "event.h"
#include "inspection.h"

G_BEGIN_DECLS

/* Only city and district inspections count towards the score. */
gboolean ys_level_counts (int level);

/* Clause points × places at a counting level, else 0; hundredths. */
gint64   ys_finding_base_points (int level, gint64 clause_points, gint64 count);

/* The deadline has passed, not rectified in time: a report that a recheck passed counts from the
 * report. The minute of the deadline is in time. A withdrawn or paused finding never is. */
gboolean ys_finding_is_overdue (const YsFinding *finding, YsInstant now);
/* What it costs now: 0 when withdrawn, twice when it is or was overdue at a counting level. */
gint64   ys_finding_points (const YsFinding *finding, YsInstant now);
gboolean ys_finding_is_doubled (const YsFinding *finding, YsInstant now);

/* Where an event leads; the names of the steps in words. */
typedef struct
{
  gboolean    allowed;
  const char *sentence; /* (nullable): N_() why not, and what to do */
  int         state;    /* YsFindingState afterwards */
} YsFindingStep;

/* PASSED and FAILED need a report? No: the office may see for itself; what was rectified then counts
 * from the recheck. Nothing happens before the inspection or out of order in time. */
YsFindingStep ys_finding_step (const YsFinding *finding, int event_kind, YsInstant at);
/* The same, seeing its events too (by time): nothing before the last of them, notes apart; an answer
 * needs an objection that has none; a reinstated finding stands where it stood. */
YsFindingStep ys_finding_step_after (const YsFinding *finding, const YsEvent *const *events,
                                     guint n_events, int event_kind, YsInstant at);

/**
 * ys_finding_replay:
 * @finding: its record; everything that events decide is worked out anew: state, starts_at,
 *   reported_at, rechecked_at, rectified_at, paused_at, deadline, provisional
 * @events: (array length=n_events): its events by time
 * @limit: the clause's
 *
 * starts_at: found_at, or the ISSUED event if that is later. rectified_at: when a recheck passes,
 * the report before it (after the last failed recheck), else the recheck. EXTENDED moves the
 * deadline to its until, never back.
 *
 * Returns: FALSE when the limit is none (deadline 0)
 */
gboolean ys_finding_replay (YsFinding *finding, const YsEvent *const *events, guint n_events,
                            YsLimit limit, const YsWorkCalendar *calendar);

/* PAUSED and RESUMED as spans; a last one may be open. A passed recheck ends a pause. While it is
 * withdrawn the clock stands too. (element-type YsPause), (transfer full) */
GArray  *ys_events_pauses (const YsEvent *const *events, guint n_events);

G_END_DECLS
