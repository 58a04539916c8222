/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An inspection of three findings entered, then all three reported: two changes. */
#pragma once

#include "finding-job.h"
#include "fixture.h"
#include "inspection-job.h"

#define ENTRY_FINDINGS 3
/* Audit lines of the inspection with its findings, and of the reports with the rows they move. */
#define ENTRY_LINES (1 + ENTRY_FINDINGS)
#define REPORT_LINES (2 * ENTRY_FINDINGS)

/* Of compound 1; the id, 0 on error. @out_ids: (transfer full) (optional) */
gint64 entry_fixture_inspect (YsLedger *ledger, GArray **out_ids, GError **error);
/* The findings of inspection @id. */
gboolean entry_fixture_report (YsLedger *ledger, gint64 id, GError **error);
/* Every inspection has all its findings, every report is of all of them, what is stored is what the
 * events say, and the ledger verifies. @n_lines_before: of the log before the first entry.
 * Returns: how many inspections are reported */
guint entry_fixture_check (YsLedger *ledger, gint64 n_lines_before);
