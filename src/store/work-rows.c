/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row by its id, from statements that stay prepared; and how many there are of each state. */
#include "config.h"

#include "inspection.h"
#include "ledger-private.h"
#include "platform-case.h"
#include "work-sql.h"

static const char FINDING[]
    = "SELECT f.\"level\", f.\"compound\", c.\"name\", k.\"code\", k.\"name\", f.\"place\", "
      "k.\"unit\","
      " f.\"count\", f.\"state\", f.\"found_at\", f.\"deadline\", f.\"provisional\","
      " f.\"rectified_at\", f.\"paused_at\", f.\"points\","
      " (SELECT count (*) FROM photo WHERE \"finding\" = f.\"id\"), NULL"
      " FROM finding AS f JOIN compound AS c ON c.\"id\" = f.\"compound\""
      " JOIN clause AS k ON k.\"id\" = f.\"clause\" WHERE f.\"id\" = $1";
static const char CASE[]
    = "SELECT f.\"level\", f.\"compound\", c.\"name\", k.\"code\", k.\"name\", f.\"place\", "
      "k.\"unit\","
      " 1, f.\"state\", f.\"at\", f.\"deadline\", f.\"provisional\","
      " f.\"replied_at\", f.\"paused_at\", 0,"
      " (SELECT count (*) FROM photo WHERE \"case\" = f.\"id\"), f.\"number\""
      " FROM platform_case AS f JOIN compound AS c ON c.\"id\" = f.\"compound\""
      " JOIN clause AS k ON k.\"id\" = f.\"clause\" WHERE f.\"id\" = $1";

static int
choice_of (YsStatement *statement, int column, const YsChoice *choices)
{
  const char *nick = ys_statement_text (statement, column);
  for (int i = 0; nick != NULL && choices[i].nick != NULL; i++)
    if (g_str_equal (choices[i].nick, nick))
      return i + 1;
  return 0;
}

static void
read_row (YsStatement *statement, YsWorkRow *row)
{
  gboolean is_case = row->id < 0;
  row->level = choice_of (statement, 0, ys_level_choices);
  row->compound_id = ys_statement_int64 (statement, 1);
  row->compound = g_strdup (ys_statement_text (statement, 2));
  row->code = g_strdup (ys_statement_text (statement, 3));
  row->clause = g_strdup (ys_statement_text (statement, 4));
  row->place = g_strdup (ys_statement_text (statement, 5));
  row->unit = g_strdup (ys_statement_text (statement, 6));
  row->count = ys_statement_int64 (statement, 7);
  row->state = choice_of (statement, 8, is_case ? ys_case_state_choices : ys_finding_state_choices);
  row->found_at = ys_statement_int64 (statement, 9);
  row->deadline = ys_statement_int64 (statement, 10);
  row->provisional = ys_statement_int64 (statement, 11) != 0;
  row->rectified_at = ys_statement_int64 (statement, 12);
  row->paused_at = ys_statement_int64 (statement, 13);
  row->points = ys_statement_int64 (statement, 14);
  row->n_photos = (guint)ys_statement_int64 (statement, 15);
  row->number = g_strdup (ys_statement_text (statement, 16));
}

static gboolean
read_faults (YsDatabase *db, gint64 case_id, guint *out_faults, GError **error)
{
  static const char sql[] = "SELECT \"fault\" FROM case_fault WHERE \"case\" = $1"
                            " AND \"decision\" = 'confirmed'";
  g_autoptr (YsStatement) statement = ys_database_prepare (db, sql, error);
  gboolean row;
  if (statement == NULL)
    return FALSE;
  ys_statement_bind_int64 (statement, 1, case_id);
  if (!ys_statement_step (statement, &row, error))
    return FALSE;
  while (row)
    {
      *out_faults |= 1u << choice_of (statement, 0, ys_fault_choices);
      if (!ys_statement_step (statement, &row, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ys_work_store_row (YsLedger *ledger, gint64 id, YsWorkRow *row, GError **error)
{
  g_return_val_if_fail (ledger != NULL && row != NULL, FALSE);

  g_autoptr (YsStatement) statement
      = ys_database_prepare (ledger->db, id < 0 ? CASE : FINDING, error);
  gboolean found;
  if (statement == NULL)
    return FALSE;
  ys_statement_bind_int64 (statement, 1, ABS (id));
  if (!ys_statement_step (statement, &found, error))
    return FALSE;
  if (!found)
    return TRUE;
  row->id = id;
  read_row (statement, row);
  return id > 0 || read_faults (ledger->db, -id, &row->faults, error);
}

static gboolean
count_states (
    YsDatabase *db, const YsWorkQuery *query, gboolean is_case, guint *out_counts, GError **error)
{
  if (ys_work_query_excludes (query, is_case))
    return TRUE;
  g_auto (YsWorkSql) sql = { 0 };
  ys_work_sql_begin (&sql, is_case, "\"state\", count (*)");
  ys_work_sql_where (&sql, query, query->states);
  g_string_append (sql.text, " GROUP BY \"state\"");
  g_autoptr (YsStatement) statement = ys_work_sql_prepare (&sql, db, error);
  gboolean row;
  if (statement == NULL || !ys_statement_step (statement, &row, error))
    return FALSE;
  while (row)
    {
      int state
          = choice_of (statement, 0, is_case ? ys_case_state_choices : ys_finding_state_choices);
      out_counts[state] += (guint)ys_statement_int64 (statement, 1);
      if (!ys_statement_step (statement, &row, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ys_work_store_count (YsLedger *ledger,
                     const YsWorkQuery *query,
                     guint out_counts[8],
                     GError **error)
{
  g_return_val_if_fail (ledger != NULL && query != NULL, FALSE);

  return count_states (ledger->db, query, FALSE, out_counts, error)
         && count_states (ledger->db, query, TRUE, out_counts, error);
}
