/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See period-store.h: what looks at findings is bounded by their time. */
#include "config.h"

#include "period-store.h"

#include "ledger-private.h"

#define OF_SPAN                                                                                    \
  "SELECT f.\"id\", f.\"compound\" FROM finding AS f WHERE f.\"found_at\" >= $1"                   \
  " AND f.\"found_at\" < $2 AND f.\"state\" <> 'withdrawn'"
#define LAST_ANSWER                                                                                \
  "(SELECT max (a.\"at\") FROM event AS a WHERE a.\"finding\" = f.\"id\""                          \
  " AND a.\"kind\" IN ('upheld', 'overruled'))"

static GArray *
read_refs (YsLedger *ledger, const char *sql, YsInstant from, YsInstant to, GError **error)
{
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (YsFindingRef));
  g_autoptr (YsStatement) statement = ys_database_prepare (ledger->db, sql, error);
  gboolean row = FALSE;

  if (statement == NULL)
    return NULL;
  ys_statement_bind_int64 (statement, 1, from);
  ys_statement_bind_int64 (statement, 2, to);
  do
    {
      if (!ys_statement_step (statement, &row, error))
        return NULL;
      if (row)
        {
          YsFindingRef ref
              = { ys_statement_int64 (statement, 0), ys_statement_int64 (statement, 1) };

          g_array_append_val (refs, ref);
        }
    }
  while (row);
  return g_steal_pointer (&refs);
}

GArray *
ys_period_store_open_objections (YsLedger *ledger, YsInstant from, YsInstant to, GError **error)
{
  g_return_val_if_fail (ledger != NULL, NULL);

  return read_refs (ledger,
                    OF_SPAN " AND EXISTS (SELECT 1 FROM event AS o WHERE o.\"finding\" = f.\"id\""
                            " AND o.\"kind\" = 'objection' AND o.\"at\" > ifnull (" LAST_ANSWER
                            ", 0)) ORDER BY f.\"id\"",
                    from, to, error);
}

GArray *
ys_period_store_provisional (YsLedger *ledger, YsInstant from, YsInstant to, GError **error)
{
  g_return_val_if_fail (ledger != NULL, NULL);

  return read_refs (ledger, OF_SPAN " AND f.\"provisional\" = 1 ORDER BY f.\"id\"", from, to,
                    error);
}

/* Only free days have two dots in their name; each table has an index that begins with the period.
 */
static const char free_names_sql[]
    = "SELECT \"name\" FROM period WHERE \"name\" LIKE '%..%'"
      " UNION SELECT \"period\" FROM assessment WHERE \"period\" LIKE '%..%'"
      " UNION SELECT \"period\" FROM bonus WHERE \"period\" LIKE '%..%'"
      " UNION SELECT \"period\" FROM survey WHERE \"period\" LIKE '%..%'"
      " UNION SELECT \"period\" FROM sheet_waiver WHERE \"period\" LIKE '%..%'"
      " UNION SELECT \"period\" FROM award_decision WHERE \"period\" LIKE '%..%'"
      " UNION SELECT \"period\" FROM payout WHERE \"period\" LIKE '%..%'"
      " UNION SELECT \"period\" FROM filed_report WHERE \"period\" LIKE '%..%'";

GPtrArray *
ys_period_store_free_names (YsLedger *ledger, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (YsStatement) statement = NULL;
  gboolean row = FALSE;

  g_return_val_if_fail (ledger != NULL, NULL);

  statement = ys_database_prepare (ledger->db, free_names_sql, error);
  if (statement == NULL)
    return NULL;
  do
    {
      if (!ys_statement_step (statement, &row, error))
        return NULL;
      if (row)
        g_ptr_array_add (names, g_strdup (ys_statement_text (statement, 0)));
    }
  while (row);
  return g_steal_pointer (&names);
}
