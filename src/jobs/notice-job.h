/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Papers about findings and cases: the rectification notice of a compound, the list of what is
 * overdue. */
#pragma once

#include "document.h"
#include "ledger-types.h"
#include "registry.h"

G_BEGIN_DECLS

/* The notice of one inspection: its findings that are not withdrawn, with their photos. NOT_FOUND;
 * REFUSED when there is none. Prints only; ys_inspection_issue() gives it. */
YsDocument *ys_notice_of_inspection (YsLedger *ledger, gint64 inspection_id, YsInstant now, GError **error);
/* Of everything that a compound still has to rectify; @compound_id 0: one notice for each compound
 * that has anything open. */
YsDocument *ys_notice_of_compound (YsLedger *ledger, gint64 compound_id, YsInstant now, GError **error);
/* Findings and cases past their deadline by responsible unit (催办单); @unit (nullable): only this one.
 * REFUSED when nothing is overdue. */
YsDocument *ys_notice_overdue (YsLedger *ledger, const char *unit, YsInstant now, GError **error);

G_END_DECLS
