/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See chart-store.h. A deadline is in time for all of its minute, so what is compared with it is 60
 * seconds later [RULINGS Time]. */
#include "config.h"

#include "chart-store.h"

#include "ledger-private.h"

#define OF_SPAN(from, to, levels, compound)                                                        \
  " FROM finding AS f JOIN clause AS k ON k.\"id\" = f.\"clause\""                                 \
  " WHERE f.\"found_at\" >= " from " AND f.\"found_at\" < " to " AND instr (' ' || " levels        \
  " || ' ', ' ' || f.\"level\" || ' ') > 0"                                                        \
  " AND (" compound " = 0 OR f.\"compound\" = " compound ") AND f.\"state\" <> 'withdrawn'"
#define DONE "f.\"rectified_at\" IS NOT NULL AND f.\"rectified_at\" <> 0"
#define IN_TIME "(f.\"deadline\" IS NULL OR f.\"rectified_at\" < f.\"deadline\" + 60)"

static YsStatement *
prepare (YsLedger *ledger, const char *sql, const YsChartQuery *query, int first, GError **error)
{
  YsStatement *statement = ys_database_prepare (ledger->db, sql, error);

  if (statement == NULL)
    return NULL;
  ys_statement_bind_int64 (statement, first, query->from);
  ys_statement_bind_int64 (statement, first + 1, query->to);
  ys_statement_bind_text (statement, first + 2, query->levels);
  ys_statement_bind_int64 (statement, first + 3, query->compound_id);
  return statement;
}

gboolean
ys_chart_store_clauses (YsLedger *ledger,
                        const YsChartQuery *query,
                        YsClauseCountFunc func,
                        gpointer user_data,
                        GError **error)
{
  g_autoptr (YsStatement) statement = NULL;
  gboolean row = FALSE;

  g_return_val_if_fail (ledger != NULL && query != NULL && func != NULL, FALSE);

  statement = prepare (ledger,
                       "SELECT f.\"compound\", k.\"code\", sum (f.\"count\")" OF_SPAN (
                           "$1", "$2", "$3", "$4") " GROUP BY f.\"compound\", k.\"code\" ORDER BY "
                                                   "f.\"compound\", k.\"code\"",
                       query, 1, error);
  if (statement == NULL)
    return FALSE;
  while (ys_statement_step (statement, &row, error))
    {
      if (!row)
        return TRUE;
      func (ys_statement_int64 (statement, 0), ys_statement_text (statement, 1),
            ys_statement_int64 (statement, 2), user_data);
    }
  return FALSE;
}

gboolean
ys_chart_store_timeliness (YsLedger *ledger,
                           const YsChartQuery *query,
                           YsInstant now,
                           YsTimelinessFunc func,
                           gpointer user_data,
                           GError **error)
{
  g_autoptr (YsStatement) statement = NULL;
  gboolean row = FALSE;

  g_return_val_if_fail (ledger != NULL && query != NULL && func != NULL, FALSE);

  statement
      = prepare (ledger,
                 "SELECT f.\"compound\", sum (" DONE " AND " IN_TIME "), sum (" DONE
                 " AND NOT " IN_TIME "), sum (NOT (" DONE ") AND ifnull (f.\"deadline\" + 60 <= $1"
                 " AND f.\"paused_at\" IS NULL, 0)), count (*)" OF_SPAN (
                     "$2", "$3", "$4", "$5") " GROUP BY f.\"compound\" ORDER BY f.\"compound\"",
                 query, 2, error);
  if (statement == NULL)
    return FALSE;
  ys_statement_bind_int64 (statement, 1, now);
  while (ys_statement_step (statement, &row, error))
    {
      guint on_time, late, open;

      if (!row)
        return TRUE;
      on_time = (guint)ys_statement_int64 (statement, 1);
      late = (guint)ys_statement_int64 (statement, 2);
      open = (guint)ys_statement_int64 (statement, 3);
      func (ys_statement_int64 (statement, 0), on_time, late, open,
            (guint)ys_statement_int64 (statement, 4) - on_time - late - open, user_data);
    }
  return FALSE;
}
