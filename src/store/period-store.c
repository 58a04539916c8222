/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See period-store.h: both queries are bounded by the time of the findings. */
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
