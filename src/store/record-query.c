/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records by one number of theirs: those of a case, those of a month. An index on the field makes
 * the cost that of the rows found. */
#include "config.h"

#include <string.h>

#include "ledger-private.h"
#include "record-query.h"
#include "record-sql.h"
#include "record-store.h"

/* (transfer full): what select_all reads, with another condition and order. */
static char *
make_query (const YsRecordType *type, const char *condition, const char *order)
{
  const char *all = ys_record_sql (type)->select_all;
  const char *end = strstr (all, " ORDER BY");
  g_autofree char *head = g_strndup (all, end != NULL ? (gsize)(end - all) : strlen (all));

  return order != NULL
             ? g_strdup_printf ("%s WHERE %s ORDER BY \"%s\", \"id\"", head, condition, order)
             : g_strdup_printf ("%s WHERE %s ORDER BY \"id\"", head, condition);
}

static GPtrArray *
read_rows (const YsRecordType *type, YsStatement *statement, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (ys_record_type_free_func (type));
  const YsRecordSql *sql = ys_record_sql (type);
  gboolean row;

  if (!ys_statement_step (statement, &row, error))
    return NULL;
  while (row)
    {
      gpointer record = ys_record_new (type);

      g_ptr_array_add (records, record);
      if (!ys_record_read_row (sql, statement, record, error)
          || !ys_statement_step (statement, &row, error))
        return NULL;
    }
  return g_steal_pointer (&records);
}

GPtrArray *
ys_record_query (YsLedger *ledger,
                 const YsRecordType *type,
                 const char *condition,
                 const char *order,
                 const gint64 *values,
                 int n_values,
                 GError **error)
{
  g_autofree char *sql = make_query (type, condition, order);
  g_autoptr (YsStatement) statement = ys_database_prepare (ledger->db, sql, error);

  if (statement == NULL)
    return NULL;
  for (int i = 0; i < n_values; i++)
    ys_statement_bind_int64 (statement, i + 1, values[i]);
  return read_rows (type, statement, error);
}

GPtrArray *
ys_record_query_text (YsLedger *ledger,
                      const YsRecordType *type,
                      const char *condition,
                      const char *order,
                      const char *value,
                      GError **error)
{
  g_autofree char *sql = make_query (type, condition, order);
  g_autoptr (YsStatement) statement = ys_database_prepare (ledger->db, sql, error);

  if (statement == NULL)
    return NULL;
  ys_statement_bind_text (statement, 1, value);
  return read_rows (type, statement, error);
}

GPtrArray *
ys_record_store_list_by (YsLedger *ledger,
                         const YsRecordType *type,
                         const char *field,
                         gint64 value,
                         const char *order,
                         GError **error)
{
  const YsField *column;
  const YsField *order_column = NULL;

  g_return_val_if_fail (ledger != NULL && type != NULL && field != NULL, NULL);
  column = ys_record_type_field (type, field);
  g_return_val_if_fail (column != NULL, NULL);
  if (order != NULL)
    order_column = ys_record_type_field (type, order);
  g_return_val_if_fail (order == NULL || order_column != NULL, NULL);

  g_autofree char *condition = g_strdup_printf ("\"%s\" = $1", column->name);
  return ys_record_query (ledger, type, condition, order_column != NULL ? order_column->name : NULL,
                          &value, 1, error);
}

GPtrArray *
ys_record_store_list_between (YsLedger *ledger,
                              const YsRecordType *type,
                              const char *field,
                              gint64 from,
                              gint64 to,
                              GError **error)
{
  const gint64 values[] = { from, to };
  const YsField *column;

  g_return_val_if_fail (ledger != NULL && type != NULL && field != NULL, NULL);
  column = ys_record_type_field (type, field);
  g_return_val_if_fail (column != NULL, NULL);

  g_autofree char *condition
      = g_strdup_printf ("\"%s\" >= $1 AND \"%s\" < $2", column->name, column->name);
  return ys_record_query (ledger, type, condition, column->name, values, 2, error);
}

GPtrArray *
ys_record_store_list_of_period (YsLedger *ledger,
                                const YsRecordType *type,
                                const char *period,
                                GError **error)
{
  g_return_val_if_fail (ledger != NULL && type != NULL && period != NULL, NULL);
  g_return_val_if_fail (ys_record_type_field (type, "period") != NULL, NULL);

  return ys_record_query_text (ledger, type, "\"period\" = $1", NULL, period, error);
}
