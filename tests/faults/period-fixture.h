/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Three compounds that are visited and have a sheet each month: all equal, so that the first two
 * prizes wait for a decision; then the month is finalised. */
#pragma once

#include "fixture.h"
#include "period-job.h"

/* Audit lines of a sheet: the sheet and its lines; of a decision: one for each compound; of
 * finalising: the period and its version. */
#define PERIOD_SHEET_LINES 4
#define PERIOD_DECIDE_LINES 3
#define PERIOD_FINALISE_LINES 2

/* After a community (1) and a compound (1): the two others. */
void period_fixture_prepare (YsLedger *ledger, gint64 community);
/* Month @number: 1 is January 2020. */
gboolean period_fixture_visit (YsLedger *ledger, gint64 number, GError **error);
gboolean period_fixture_sheet (YsLedger *ledger, gint64 number, gint64 compound, GError **error);
/* Nothing where it is decided. */
gboolean period_fixture_decide (YsLedger *ledger, gint64 number, GError **error);
gboolean period_fixture_finalise (YsLedger *ledger, gint64 number, GError **error);
/* No sheet, no decision and no period by half; each finalised one reads and has its awards. The
 * ledger verifies. Returns: how many are finalised */
gint64 period_fixture_check (YsLedger *ledger);
