/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The queries of sheets, bounded by the index on the period. */
#include "config.h"

#include "assessment-store.h"

#include "record-query.h"

GPtrArray *
ys_assessment_store_sheets (YsLedger *ledger, const char *period, GError **error)
{
  g_return_val_if_fail (ledger != NULL && period != NULL, NULL);

  return ys_record_query_text (ledger, &ys_assessment_type, "\"period\" = $1", "compound", period,
                               error);
}

GPtrArray *
ys_assessment_store_items (YsLedger *ledger, const char *period, GError **error)
{
  g_return_val_if_fail (ledger != NULL && period != NULL, NULL);

  return ys_record_query_text (ledger, &ys_assessment_item_type,
                               "\"assessment\" IN (SELECT \"id\" FROM assessment WHERE \"period\" "
                               "= $1)",
                               "assessment", period, error);
}
