/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rates of a period as a document: one sheet each by compound, responsible unit and clause. */
#pragma once

#include "document.h"
#include "finding-job.h"

G_BEGIN_DECLS

/* @from, @to (exclusive) of what was found or dispatched, 0: all; @period: what that is called. (transfer
 * full); any thread. */
YsDocument *ys_rate_document_new (YsLedger *ledger,
                                  YsInstant from,
                                  YsInstant to,
                                  const char *period,
                                  YsInstant now,
                                  GError **error);

G_END_DECLS
