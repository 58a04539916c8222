/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A finding whose deadline a changed calendar moves, for tests that break off the change. */
#pragma once

#include "fixture.h"

/* Puts a compound, an inspection and @n findings of the eve of the first day into @ledger: three
 * working days each. */
void calendar_fixture_prepare (YsLedger *ledger, gint64 community, guint n);
/* Marks the @nth day after the findings as off: each mark moves all of them. */
gboolean calendar_fixture_mark (YsLedger *ledger, gint64 nth, GError **error);
/* That every deadline is what the ledger's own calendar gives. Returns: days marked */
gint64 calendar_fixture_check (YsLedger *ledger);
