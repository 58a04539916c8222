/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading records and filed documents. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ledger-private.h"
#include "record-sql.h"
#include "record-store.h"

const YsRecordType *
ys_record_store_type (const char *name)
{
  return ys_record_type_by_name (name);
}

char *
ys_record_store_title (YsLedger *ledger, const char *name, gint64 id)
{
  g_return_val_if_fail (ledger != NULL, NULL);

  const YsRecordType *type = ys_record_type_by_name (name);
  return type != NULL ? ys_record_label (ledger->db, type, id) : NULL;
}

gboolean
ys_record_store_load (
    YsLedger *ledger, const YsRecordType *type, gint64 id, gpointer record, GError **error)
{
  g_return_val_if_fail (ledger != NULL, FALSE);
  g_return_val_if_fail (type != NULL, FALSE);
  g_return_val_if_fail (record != NULL, FALSE);

  gboolean found;
  if (!ys_record_load_row (ledger->db, type, id, record, &found, error))
    return FALSE;
  if (found)
    return TRUE;
  g_autofree char *number = ys_count_to_text (id, FALSE);
  g_set_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NOT_FOUND,
               /* Translators: a kind of record, then its number */
               _ ("There is no %s no. %s. Read the list again."),
               g_dgettext (GETTEXT_PACKAGE, type->label), number);
  return FALSE;
}

GPtrArray *
ys_record_store_list (YsLedger *ledger, const YsRecordType *type, GError **error)
{
  g_return_val_if_fail (ledger != NULL, NULL);
  g_return_val_if_fail (type != NULL, NULL);

  const YsRecordSql *sql = ys_record_sql (type);
  g_autoptr (YsStatement) statement = ys_database_prepare (ledger->db, sql->select_all, error);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (ys_record_type_free_func (type));
  gboolean row;
  if (statement == NULL || !ys_statement_step (statement, &row, error))
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

/* As the column keeps it: text and choices as text, everything else as a number. */
static gboolean
is_number (const YsField *field)
{
  switch (field->type)
    {
    case YS_FIELD_TEXT:
    case YS_FIELD_DATE:
    case YS_FIELD_CHOICE:
      return FALSE;
    case YS_FIELD_COUNT:
    case YS_FIELD_HUNDREDTHS:
    case YS_FIELD_REFERENCE:
    case YS_FIELD_INSTANT:
    case YS_FIELD_FLAG:
      return TRUE;
    }
  g_assert_not_reached ();
}

gint64
ys_record_store_find (YsLedger *ledger,
                      const YsRecordType *type,
                      const char *field,
                      const char *value,
                      GError **error)
{
  g_return_val_if_fail (ledger != NULL, -1);
  g_return_val_if_fail (value != NULL, -1);
  const YsField *column = ys_record_type_field (type, field);
  g_return_val_if_fail (column != NULL, -1);

  g_auto (GStrv) parts = g_strsplit (ys_record_sql (type)->select_by, "%s", 2);
  g_autofree char *sql = g_strconcat (parts[0], column->name, parts[1], NULL);
  g_autoptr (YsStatement) statement = ys_database_prepare (ledger->db, sql, error);
  gboolean row;
  if (statement == NULL)
    return -1;
  if (is_number (column))
    ys_statement_bind_int64 (statement, 1, g_ascii_strtoll (value, NULL, 10));
  else
    ys_statement_bind_text (statement, 1, value);
  if (!ys_statement_step (statement, &row, error))
    return -1;
  return row ? ys_statement_int64 (statement, 0) : 0;
}

gint64
ys_record_store_count (YsLedger *ledger, const YsRecordType *type, GError **error)
{
  g_return_val_if_fail (ledger != NULL, -1);
  g_return_val_if_fail (type != NULL, -1);

  gint64 count;
  if (!ys_database_get_int64 (ledger->db, ys_record_sql (type)->count, &count, error))
    return -1;
  return count;
}

GBytes *
ys_submission_store_file (YsLedger *ledger, gint64 submission_id, const char *name, GError **error)
{
  g_return_val_if_fail (ledger != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  static const char sql[]
      = "SELECT \"bytes\" FROM submission_file WHERE \"submission\" = $1 AND \"name\" = $2";
  g_autoptr (YsStatement) statement = ys_database_prepare (ledger->db, sql, error);
  gboolean row;
  if (statement == NULL)
    return NULL;
  ys_statement_bind_int64 (statement, 1, submission_id);
  ys_statement_bind_text (statement, 2, name);
  if (!ys_statement_step (statement, &row, error))
    return NULL;
  if (row)
    return ys_statement_bytes (statement, 0);
  g_set_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NOT_FOUND,
               /* Translators: a file name */
               _ ("“%s” was not filed under this number. Choose one of its files."), name);
  return NULL;
}

GStrv
ys_submission_store_file_names (YsLedger *ledger, gint64 submission_id, GError **error)
{
  g_return_val_if_fail (ledger != NULL, NULL);

  static const char sql[]
      = "SELECT \"name\" FROM submission_file WHERE \"submission\" = $1 ORDER BY \"rowid\"";
  g_autoptr (YsStatement) statement = ys_database_prepare (ledger->db, sql, error);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  gboolean row;
  if (statement == NULL)
    return NULL;
  ys_statement_bind_int64 (statement, 1, submission_id);
  if (!ys_statement_step (statement, &row, error))
    return NULL;
  while (row)
    {
      g_strv_builder_add (names, ys_statement_text (statement, 0));
      if (!ys_statement_step (statement, &row, error))
        return NULL;
    }
  return g_strv_builder_end (names);
}
