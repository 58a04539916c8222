/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ten compounds with findings and cases in every state, as of Friday 10 October 2025, 11:20: the
 * holiday of eight days just passed, Saturday the 11th is worked. Persons are invented. */
#pragma once

#include "ledger-types.h"

G_BEGIN_DECLS

/* 2025-10-10 11:20 */
#define WORK_NOW ((YsInstant)1760066400)

YsInstant work_sample_at (const char *iso);
/* Fills @ledger, which holds the ten compounds of window_test_ledger(). */
void      work_sample_fill (YsLedger *ledger);
/* The id in the work list of the case of this number. */
gint64    work_sample_case (YsLedger *ledger, const char *number);

G_END_DECLS
