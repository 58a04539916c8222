/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deadlines that a change of the calendar may move, with what they are worked out from. */
#pragma once

#include "ledger.h"

G_BEGIN_DECLS

typedef struct
{
  gint64    id;           /* of a finding; of a case its negative */
  gint64    compound_id;
  gint64    clause_id;
  YsInstant at;           /* found or dispatched: its period */
  YsInstant starts_at;
  YsInstant deadline;
  gboolean  provisional;
  gint64    limit_amount;
  int       limit_unit;   /* index into ys_limit_unit_choices + 1 */
  gboolean  has_events;   /* pauses or extensions */
} YsDeadlineRow;

/* (transfer full) (element-type YsDeadlineRow): neither withdrawn nor dispatched as a deadline, whose
 * clock runs in [@from, @to). Findings by deadline, then cases by deadline. */
GArray *ys_deadline_store_list (YsLedger *ledger, YsInstant from, YsInstant to, GError **error);

G_END_DECLS
