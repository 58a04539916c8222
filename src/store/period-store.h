/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the checks of a period look for among its findings, and which free periods there are. */
#pragma once

#include "date.h"
#include "ledger.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 finding_id;
  gint64 compound_id;
} YsFindingRef;

/* (transfer full) (element-type YsFindingRef): found in [@from, @to), not withdrawn, whose last objection has no answer */
GArray *ys_period_store_open_objections (YsLedger *ledger, YsInstant from, YsInstant to, GError **error);
/* The same whose deadline is provisional. */
GArray *ys_period_store_provisional (YsLedger *ledger, YsInstant from, YsInstant to, GError **error);
/* (transfer full) (element-type utf8): names of periods of free days under which anything is kept */
GPtrArray *ys_period_store_free_names (YsLedger *ledger, GError **error);

G_END_DECLS
