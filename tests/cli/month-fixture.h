/* SPDX-License-Identifier: GPL-3.0-or-later */
/* October 2026 in an office of six compounds, entered by the command line alone: 12 city and
 * district inspections with 60 findings, 20 cases with every fault. We look at 9:00 on 3 November.
 */
#pragma once

#include "harness.h"

G_BEGIN_DECLS

#define MONTH_NOW "2026-11-03T09:00"
#define MONTH_COMPOUNDS 6
#define MONTH_INSPECTIONS 12
#define MONTH_PER_INSPECTION 5
#define MONTH_FINDINGS 60

extern const char *const month_compounds[MONTH_COMPOUNDS];

/* What became of the five findings of a visit [002 §4.1(1):
 * 每个问题扣1分，未按要求及时整改到位的双倍扣分]: R reported in the minute of the deadline, passed
 * later: in time, 1.00 P not reported, seen to be repaired in the minute of the deadline: in
 * time, 1.00 L reported a minute late, passed: doubled, 2.00 F reported a minute early, the recheck
 * of the deadline's minute failed, reported again a minute late, passed: the report that the
 * passing recheck followed was late: doubled, 2.00 N nothing: doubled, 2.00 W withdrawn: 0.00 */
typedef struct
{
  int compound;
  int visit;
  const char *became;
  const char *points; /* of the five together, hundredths without a point */
} MonthInspection;

extern const MonthInspection month_inspections[MONTH_INSPECTIONS];

typedef struct
{
  gint64 id;
  char became;
  const char *deadline;
  int inspection;
  int index;
} MonthFinding;

extern MonthFinding month_findings[MONTH_FINDINGS];

/* In this order. */
void month_enter_findings (Place *place);
void month_enter_cases (Place *place);
/* Confirms one fault of each kind, rejects one. */
void month_decide_faults (Place *place);

G_END_DECLS
