/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets of one period, each kind in one query. */
#pragma once

#include "assessment.h"
#include "record-store.h"

G_BEGIN_DECLS

/* (transfer full) (element-type YsAssessment): by compound, then entry */
GPtrArray *ys_assessment_store_sheets (YsLedger *ledger, const char *period, GError **error);
/* (transfer full) (element-type YsAssessmentItem): of all these sheets */
GPtrArray *ys_assessment_store_items (YsLedger *ledger, const char *period, GError **error);

G_END_DECLS
