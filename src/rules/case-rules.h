/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a case is due and which faults it shows [002 §4.1(2)-(6); RULINGS Cases]. Every fault is a
 * proposal with its evidence; it costs only once a person confirmed it. */
#pragma once

#include "deadline.h"
#include "event.h"
#include "platform-case.h"

G_BEGIN_DECLS

/* What one confirmed fault costs, city and district alike; hundredths. */
#define YS_FAULT_POINTS 200

typedef struct
{
  gboolean    allowed;
  const char *sentence; /* (nullable): N_() why not, and what to do */
  int         state;    /* YsCaseState afterwards */
} YsCaseStep;

/* Where an event leads. A reply comes first, then its verification; a closed case can still fail one
 * (核查). A deadline that was dispatched as such is extended, never paused. */
YsCaseStep ys_case_step (const YsCase *one, int event_kind, YsInstant at);
/* As ys_finding_replay(): state, replied_at, verified_at, closed_at, paused_at, deadline (unless it
 * was dispatched as such), provisional. */
gboolean   ys_case_replay (YsCase *one, const YsEvent *const *events, guint n_events,
                           const YsWorkCalendar *calendar);
/* No reply, or a reply after the deadline; the minute of the deadline is in time. A withdrawn or
 * paused case never is. */
gboolean   ys_case_is_overdue (const YsCase *one, YsInstant now);

/* One report for the detection: a case with its procedures. */
typedef struct
{
  const YsCase          *report;
  const YsCaseProcedure *procedures; /* (array length=n_procedures) (nullable) */
  guint                  n_procedures;
  const char            *code;       /* the clause's: versions of one clause are the same problem */
  gboolean               was_failed;    /* a verification failed, also when a later one passed */
  gboolean               was_overruled; /* the platform overruled an objection: the office is responsible */
} YsReport;

typedef struct
{
  gint64  case_id;       /* the case that it is proposed on: the third, the fourth, the late one */
  int     fault;         /* YsFault */
  GArray *evidence;      /* (element-type gint64): ids of the reports that make it by time, merged ones too, up to @case_id */
  YsDate  month;         /* year and month judged */
} YsFaultProposal;

void ys_fault_proposal_free (YsFaultProposal *proposal);

/* (transfer full): the key under which two places are the same: no width, space, case; "" for NULL. */
char      *ys_place_key (const char *place);

/**
 * ys_case_detect:
 * @reports: (array length=n_reports): cases of one compound (or of many), with those of the month
 *   before, whose time limit or procedure may still merge a report; withdrawn ones are left out here
 * @now: nothing later than this is seen
 *
 * Same compound, clause code and place, city and district together, per calendar month. A report
 * inside the first one's time limit (last minute included) or legal procedure is one with it, and its
 * own limit does not run. Three after merging: repeated, on the third; four: key alone, on the
 * fourth. Once per problem and month. Overdue: one for each late case, merged or not. Failed
 * verification and buck-passing: where a verification failed or an objection was overruled.
 * A problem's reports of earlier months tell whether its first one here is merged; without them it is a
 * first one.
 *
 * Returns: (transfer full) (element-type YsFaultProposal): by case id, then fault
 */
GPtrArray *ys_case_detect (const YsReport *reports, guint n_reports, YsInstant now);

G_END_DECLS
