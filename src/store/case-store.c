/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The queries of cases. Each is bounded by the index on the dispatch, so that a month costs what it
 * holds, however many years there are. */
#include "config.h"

#include "case-store.h"

#include "event.h"
#include "ledger-private.h"
#include "record-query.h"
#include "record-sql.h"

#define RANGE "\"at\" >= $1 AND \"at\" < $2"
#define ONE_COMPOUND "\"compound\" = $1 AND \"at\" >= $2 AND \"at\" < $3"

static GPtrArray *
query (YsLedger *ledger,
       const YsRecordType *type,
       const char *condition,
       const char *order,
       const YsCaseRange *range,
       GError **error)
{
  const gint64 values[] = { range->compound_id, range->from, range->to };
  int first = range->compound_id == 0 ? 1 : 0;

  return ys_record_query (ledger, type, condition, order, values + first, 3 - first, error);
}

GPtrArray *
ys_case_store_list (YsLedger *ledger, const YsCaseRange *range, GError **error)
{
  g_return_val_if_fail (ledger != NULL && range != NULL, NULL);

  return query (ledger, &ys_case_type, range->compound_id == 0 ? RANGE : ONE_COMPOUND, "at", range,
                error);
}

GPtrArray *
ys_case_store_children (YsLedger *ledger,
                        const YsRecordType *type,
                        const YsCaseRange *range,
                        GError **error)
{
  g_return_val_if_fail (ledger != NULL && type != NULL && range != NULL, NULL);

  return query (ledger, type,
                range->compound_id == 0
                    ? "\"case\" IN (SELECT \"id\" FROM platform_case WHERE " RANGE ")"
                    : "\"case\" IN (SELECT \"id\" FROM platform_case WHERE " ONE_COMPOUND ")",
                "case", range, error);
}

GPtrArray *
ys_case_store_history (
    YsLedger *ledger, gint64 compound_id, const char *code, YsInstant before, GError **error)
{
  static const char clauses[] = "SELECT \"id\" FROM clause WHERE \"code\" = $1";
  g_autoptr (GPtrArray) history = NULL;
  gboolean row = FALSE;

  g_return_val_if_fail (ledger != NULL && code != NULL, NULL);

  history = g_ptr_array_new_with_free_func (ys_record_type_free_func (&ys_case_type));
  g_autoptr (YsStatement) statement = ys_database_prepare (ledger->db, clauses, error);
  if (statement == NULL)
    return NULL;
  ys_statement_bind_text (statement, 1, code);
  if (!ys_statement_step (statement, &row, error))
    return NULL;
  while (row)
    {
      const gint64 values[] = { compound_id, ys_statement_int64 (statement, 0), before };
      GPtrArray *found = ys_record_query (ledger, &ys_case_type,
                                          "\"compound\" = $1 AND \"clause\" = $2 AND \"at\" < $3",
                                          "at", values, 3, error);

      if (found == NULL)
        return NULL;
      g_ptr_array_extend_and_steal (history, found);
      if (!ys_statement_step (statement, &row, error))
        return NULL;
    }
  return g_steal_pointer (&history);
}

static void
take_mark (GHashTable *marks, YsStatement *statement)
{
  gint64 id = ys_statement_int64 (statement, 0);
  int kind = ys_choice_from_text (ys_event_kind_choices, ys_statement_text (statement, 1));
  YsInstant at = ys_statement_int64 (statement, 2);
  YsCaseMark *mark = g_hash_table_lookup (marks, &id);

  if (mark == NULL)
    {
      mark = g_new0 (YsCaseMark, 1);
      mark->case_id = id;
      g_hash_table_insert (marks, &mark->case_id, mark);
    }
  if (kind == YS_EVENT_FAILED)
    mark->failed_at = at;
  else
    mark->overruled_at = at;
}

GHashTable *
ys_case_store_marks (YsLedger *ledger, const YsCaseRange *range, GError **error)
{
  static const char first_of_each[]
      = "SELECT \"case\", \"kind\", min (\"at\") FROM event WHERE \"case\" IN "
        "(SELECT \"id\" FROM platform_case WHERE \"at\" >= $1 AND \"at\" < $2) "
        "AND \"kind\" IN ('failed', 'overruled') GROUP BY \"case\", \"kind\"";
  g_autoptr (GHashTable) marks = NULL;
  gboolean row = FALSE;

  g_return_val_if_fail (ledger != NULL && range != NULL, NULL);

  g_autoptr (YsStatement) statement = ys_database_prepare (ledger->db, first_of_each, error);
  if (statement == NULL)
    return NULL;
  ys_statement_bind_int64 (statement, 1, range->from);
  ys_statement_bind_int64 (statement, 2, range->to);
  marks = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  if (!ys_statement_step (statement, &row, error))
    return NULL;
  while (row)
    {
      take_mark (marks, statement);
      if (!ys_statement_step (statement, &row, error))
        return NULL;
    }
  return g_steal_pointer (&marks);
}

GHashTable *
ys_clause_store_codes (YsLedger *ledger, GError **error)
{
  g_autoptr (GHashTable) codes = NULL;
  gboolean row = FALSE;

  g_return_val_if_fail (ledger != NULL, NULL);

  g_autoptr (YsStatement) statement
      = ys_database_prepare (ledger->db, "SELECT \"id\", \"code\" FROM clause", error);
  if (statement == NULL || !ys_statement_step (statement, &row, error))
    return NULL;
  codes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  while (row)
    {
      gint64 id = ys_statement_int64 (statement, 0);

      g_hash_table_insert (codes, g_memdup2 (&id, sizeof id),
                           g_strdup (ys_statement_text (statement, 1)));
      if (!ys_statement_step (statement, &row, error))
        return NULL;
    }
  return g_steal_pointer (&codes);
}
