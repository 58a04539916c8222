/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small values kept with a ledger that are no records: not audited, not undone. */
#include "config.h"

#include "ledger-private.h"

char *
ys_ledger_get_setting (YsLedger *ledger, const char *key)
{
  g_return_val_if_fail (ledger != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);

  static const char sql[] = "SELECT \"value\" FROM setting WHERE \"key\" = $1";
  g_autoptr (YsStatement) statement = ys_database_prepare (ledger->db, sql, NULL);
  gboolean row;
  if (statement == NULL)
    return NULL;
  ys_statement_bind_text (statement, 1, key);
  if (!ys_statement_step (statement, &row, NULL) || !row)
    return NULL;
  return g_strdup (ys_statement_text (statement, 0));
}

gboolean
ys_ledger_set_setting (YsLedger *ledger, const char *key, const char *value, GError **error)
{
  g_return_val_if_fail (ledger != NULL, FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  static const char set[] = "INSERT INTO setting (\"key\", \"value\") VALUES ($1, $2)"
                            " ON CONFLICT (\"key\") DO UPDATE SET \"value\" = excluded.\"value\"";
  static const char unset[] = "DELETE FROM setting WHERE \"key\" = $1";
  g_autoptr (YsStatement) statement = ys_database_prepare (ledger->db, value ? set : unset, error);
  if (statement == NULL)
    return FALSE;
  ys_statement_bind_text (statement, 1, key);
  if (value != NULL)
    ys_statement_bind_text (statement, 2, value);
  return ys_statement_run (statement, error);
}
