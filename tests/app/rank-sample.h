/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A September with a tie over the boundary of two prizes, an overdue finding, a bonus and compounds that
 * nobody inspected; seen on 10 October 2025. All invented. */
#pragma once

#include "period-job.h"
#include "work-sample.h"

G_BEGIN_DECLS

/* Fills @ledger, which holds the ten compounds of window_test_ledger(). */
void   rank_sample_fill (YsLedger *ledger);
gint64 rank_sample_compound (YsLedger *ledger, const char *name);
/* 2025-09 */
YsSpan rank_sample_span (void);
/* Has every compound waived that was inspected, so that nothing but the tie stops. */
void   rank_sample_waive (YsLedger *ledger);

G_END_DECLS
