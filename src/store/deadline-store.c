/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Read along the indexes by deadline: what was due before the change is not looked at. */
#include "config.h"

#include "deadline-store.h"
#include "catalogue.h"
#include "ledger-private.h"

static const char FINDINGS[]
    = "SELECT f.\"id\", f.\"compound\", f.\"clause\", f.\"found_at\", f.\"starts_at\", "
      "f.\"deadline\","
      " f.\"provisional\", k.\"limit_amount\", k.\"limit_unit\","
      " EXISTS (SELECT 1 FROM event AS e WHERE e.\"finding\" = f.\"id\""
      " AND e.\"kind\" IN ('paused', 'extended'))"
      " FROM finding AS f JOIN clause AS k ON k.\"id\" = f.\"clause\""
      " WHERE f.\"deadline\" >= $1 AND f.\"starts_at\" < $2 AND f.\"state\" <> 'withdrawn'"
      " ORDER BY f.\"deadline\"";
static const char CASES[]
    = "SELECT -f.\"id\", f.\"compound\", f.\"clause\", f.\"at\", f.\"at\", f.\"deadline\","
      " f.\"provisional\", f.\"limit_amount\", f.\"limit_unit\","
      " EXISTS (SELECT 1 FROM event AS e WHERE e.\"case\" = f.\"id\""
      " AND e.\"kind\" IN ('paused', 'extended'))"
      " FROM platform_case AS f"
      " WHERE f.\"deadline\" >= $1 AND f.\"at\" < $2 AND f.\"state\" <> 'withdrawn'"
      " AND f.\"dispatched_deadline\" = 0 ORDER BY f.\"deadline\"";

static YsDeadlineRow
read_row (YsStatement *statement)
{
  const char *unit = ys_statement_text (statement, 8);

  return (YsDeadlineRow){
    .id = ys_statement_int64 (statement, 0),
    .compound_id = ys_statement_int64 (statement, 1),
    .clause_id = ys_statement_int64 (statement, 2),
    .at = ys_statement_int64 (statement, 3),
    .starts_at = ys_statement_int64 (statement, 4),
    .deadline = ys_statement_int64 (statement, 5),
    .provisional = ys_statement_int64 (statement, 6) != 0,
    .limit_amount = ys_statement_int64 (statement, 7),
    .limit_unit = ys_choice_from_text (ys_limit_unit_choices, unit),
    .has_events = ys_statement_int64 (statement, 9) != 0,
  };
}

static gboolean
read_rows (
    YsDatabase *db, const char *sql, YsInstant from, YsInstant to, GArray *rows, GError **error)
{
  g_autoptr (YsStatement) statement = ys_database_prepare (db, sql, error);
  gboolean found;

  if (statement == NULL)
    return FALSE;
  ys_statement_bind_int64 (statement, 1, from);
  ys_statement_bind_int64 (statement, 2, to);
  if (!ys_statement_step (statement, &found, error))
    return FALSE;
  while (found)
    {
      YsDeadlineRow row = read_row (statement);

      g_array_append_val (rows, row);
      if (!ys_statement_step (statement, &found, error))
        return FALSE;
    }
  return TRUE;
}

GArray *
ys_deadline_store_list (YsLedger *ledger, YsInstant from, YsInstant to, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (YsDeadlineRow));

  g_return_val_if_fail (ledger != NULL, NULL);

  if (!read_rows (ledger->db, FINDINGS, from, to, rows, error)
      || !read_rows (ledger->db, CASES, from, to, rows, error))
    return NULL;
  return g_steal_pointer (&rows);
}
