/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records by a condition that binds whole numbers. Seen in this folder only. */
#pragma once

#include "record-store.h"

G_BEGIN_DECLS

/* (transfer full) (element-type record): @condition holds $1 … $@n_values once each, in order. By
 * @order (nullable, a column), then id. */
GPtrArray *ys_record_query (YsLedger *ledger, const YsRecordType *type, const char *condition,
                            const char *order, const gint64 *values, int n_values, GError **error);

/* The same with one text, $1. */
GPtrArray *ys_record_query_text (YsLedger *ledger, const YsRecordType *type, const char *condition,
                                 const char *order, const char *value, GError **error);

G_END_DECLS
