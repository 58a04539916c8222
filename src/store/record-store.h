/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading records by their field tables. */
#pragma once

#include "field.h"
#include "ledger.h"

G_BEGIN_DECLS

/* (nullable): the record type of a table's name, as audit lines state it. */
const YsRecordType *ys_record_store_type (const char *name);
/* (transfer full) (nullable): how a person calls record @id of type @name; NULL when it is not there. */
char      *ys_record_store_title (YsLedger *ledger, const char *name, gint64 id);
/* Fills a cleared record. NOT_FOUND. */
gboolean   ys_record_store_load (YsLedger *ledger, const YsRecordType *type, gint64 id,
                                 gpointer record, GError **error);
/* (transfer full) (element-type record): all, by id; the array frees its records. */
GPtrArray *ys_record_store_list (YsLedger *ledger, const YsRecordType *type, GError **error);
/* The first record whose field has exactly this text/number value; 0 none, -1 error. */
gint64     ys_record_store_find (YsLedger *ledger, const YsRecordType *type, const char *field,
                                 const char *value, GError **error);
gint64     ys_record_store_count (YsLedger *ledger, const YsRecordType *type, GError **error);
/* (transfer full) (element-type record): those whose number (reference, instant, count, flag) is
 * @value, by @order (nullable, a field), then id. */
GPtrArray *ys_record_store_list_by (YsLedger *ledger, const YsRecordType *type, const char *field,
                                    gint64 value, const char *order, GError **error);
/* The same for @from ≤ number < @to, by that field, then id. */
GPtrArray *ys_record_store_list_between (YsLedger *ledger, const YsRecordType *type, const char *field,
                                         gint64 from, gint64 to, GError **error);
/* The same of a type with a field "period" (2026-10), by id. */
GPtrArray *ys_record_store_list_of_period (YsLedger *ledger, const YsRecordType *type, const char *period,
                                           GError **error);

/* The bytes filed under a submission; NOT_FOUND. */
GBytes    *ys_submission_store_file (YsLedger *ledger, gint64 submission_id, const char *name, GError **error);
/* (transfer full): NULL-terminated names of the files filed. */
GStrv      ys_submission_store_file_names (YsLedger *ledger, gint64 submission_id, GError **error);

G_END_DECLS
