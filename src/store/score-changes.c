/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which compounds a change or the clock touched, so that only they are worked out anew. */
#include "config.h"

#include "ledger-private.h"
#include "score-store.h"

/* A deadline is in time for all of its minute [RULINGS Time]. */
#define SECONDS_PER_MINUTE 60

gint64
ys_score_store_last_line (YsLedger *ledger, GError **error)
{
  gint64 seq;

  g_return_val_if_fail (ledger != NULL, -1);

  if (!ys_database_get_int64 (ledger->db, "SELECT max (\"seq\") FROM audit", &seq, error))
    return -1;
  return seq;
}

gboolean
ys_score_store_lines_after (
    YsLedger *ledger, gint64 seq, YsScoreLineFunc func, gpointer user_data, GError **error)
{
  gboolean row;

  g_return_val_if_fail (ledger != NULL && func != NULL, FALSE);

  g_autoptr (YsStatement) statement
      = ys_database_prepare (ledger->db,
                             "SELECT \"record\", \"record_id\", \"before\", \"after\" FROM audit"
                             " WHERE \"seq\" > $1 ORDER BY \"seq\"",
                             error);
  if (statement == NULL)
    return FALSE;
  ys_statement_bind_int64 (statement, 1, seq);
  if (!ys_statement_step (statement, &row, error))
    return FALSE;
  while (row)
    {
      func (ys_statement_text (statement, 0), ys_statement_int64 (statement, 1),
            ys_statement_text (statement, 2), ys_statement_text (statement, 3), user_data);
      if (!ys_statement_step (statement, &row, error))
        return FALSE;
    }
  return TRUE;
}

GArray *
ys_score_store_due_between (YsLedger *ledger, YsInstant after, YsInstant until, GError **error)
{
  g_autoptr (GArray) compounds = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row;

  g_return_val_if_fail (ledger != NULL, NULL);

  g_autoptr (YsStatement) statement
      = ys_database_prepare (ledger->db,
                             "SELECT DISTINCT \"compound\" FROM finding"
                             " WHERE \"deadline\" > $1 AND \"deadline\" <= $2",
                             error);
  if (statement == NULL)
    return NULL;
  ys_statement_bind_int64 (statement, 1, after - SECONDS_PER_MINUTE);
  ys_statement_bind_int64 (statement, 2, until - SECONDS_PER_MINUTE);
  if (!ys_statement_step (statement, &row, error))
    return NULL;
  while (row)
    {
      gint64 id = ys_statement_int64 (statement, 0);

      g_array_append_val (compounds, id);
      if (!ys_statement_step (statement, &row, error))
        return NULL;
    }
  return g_steal_pointer (&compounds);
}

static const struct
{
  const char *record;
  const char *sql;
} of_record[] = {
  { "finding", "SELECT \"compound\" FROM finding WHERE \"id\" = $1" },
  { "inspection", "SELECT \"compound\" FROM inspection WHERE \"id\" = $1" },
  { "platform_case", "SELECT \"compound\" FROM platform_case WHERE \"id\" = $1" },
  { "assessment", "SELECT \"compound\" FROM assessment WHERE \"id\" = $1" },
  { "case_fault", "SELECT p.\"compound\" FROM case_fault AS d JOIN platform_case AS p"
                  " ON p.\"id\" = d.\"case\" WHERE d.\"id\" = $1" },
};

gint64
ys_score_store_compound_of (YsLedger *ledger, const char *record, gint64 id, GError **error)
{
  const char *sql = NULL;
  gboolean row;

  g_return_val_if_fail (ledger != NULL && record != NULL, -1);

  for (guint i = 0; i < G_N_ELEMENTS (of_record); i++)
    if (g_str_equal (of_record[i].record, record))
      sql = of_record[i].sql;
  g_return_val_if_fail (sql != NULL, -1);

  g_autoptr (YsStatement) statement = ys_database_prepare (ledger->db, sql, error);
  if (statement == NULL)
    return -1;
  ys_statement_bind_int64 (statement, 1, id);
  if (!ys_statement_step (statement, &row, error))
    return -1;
  return row ? ys_statement_int64 (statement, 0) : 0;
}
