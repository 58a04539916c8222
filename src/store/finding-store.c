/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings one after the other: a million of them cost a row's memory. A deadline is in time for
 * all of its minute, so what is compared with it is 60 seconds later [RULINGS Time]. */
#include "config.h"

#include "finding-store.h"
#include "ledger-private.h"
#include "record-sql.h"

#define LATE(instant) "(f.\"deadline\" + 60 <= " instant ")"

/* Which index serves depends on what is asked; a compound's or the time's both give the order. */
static char *
make_sql (const YsFindingQuery *query)
{
  g_autoptr (GString) sql = g_string_new ("SELECT f.\"id\"");

  for (guint i = 0; i < ys_finding_type.n_fields; i++)
    g_string_append_printf (sql, ", f.\"%s\"", ys_finding_type.fields[i].name);
  g_string_append (sql, ", c.\"name\", k.\"code\", k.\"name\", k.\"criterion\", k.\"unit\","
                        " k.\"limit_amount\", k.\"limit_unit\""
                        " FROM finding AS f JOIN compound AS c ON c.\"id\" = f.\"compound\""
                        " JOIN clause AS k ON k.\"id\" = f.\"clause\""
                        " WHERE f.\"found_at\" >= $1 AND f.\"found_at\" < $2");
  g_string_append (sql, query->compound_id != 0 ? " AND f.\"compound\" = $3" : " AND $3 = 0");
  g_string_append (sql, query->state != 0 ? " AND f.\"state\" = $4" : " AND $4 = ''");
  if (query->overdue_at != 0)
    g_string_append (sql, " AND " LATE ("$5") " AND f.\"paused_at\" IS NULL"
                                              " AND f.\"state\" <> 'withdrawn'"
                                              " AND (f.\"rectified_at\" IS NULL OR " LATE (
                                                  "f.\"rectified_at\"") ")");
  else
    g_string_append (sql, " AND $5 = 0");
  if (query->only_paused)
    g_string_append (sql, " AND f.\"paused_at\" IS NOT NULL");
  g_string_append (sql, " ORDER BY f.\"found_at\", f.\"id\"");
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/* Texts are borrowed from the statement: read only until the next step. */
static YsClause
read_clause (YsStatement *statement, int column)
{
  YsClause clause = {
    .code = (char *)ys_statement_text (statement, column),
    .name = (char *)ys_statement_text (statement, column + 1),
    .criterion = (char *)ys_statement_text (statement, column + 2),
    .unit = (char *)ys_statement_text (statement, column + 3),
  };

  if (!ys_statement_is_null (statement, column + 4))
    clause.limit_amount = YS_NUMBER (ys_statement_int64 (statement, column + 4));
  clause.limit_unit
      = ys_choice_from_text (ys_limit_unit_choices, ys_statement_text (statement, column + 5));
  return clause;
}

static gboolean
read_row (YsStatement *statement,
          YsFinding *finding,
          YsFindingRowFunc func,
          gpointer user_data,
          GError **error)
{
  int column = (int)ys_finding_type.n_fields + 1;
  YsClause clause = read_clause (statement, column + 1);

  ys_record_clear (&ys_finding_type, finding);
  return ys_record_read_row (ys_record_sql (&ys_finding_type), statement, finding, error)
         && func (finding, ys_statement_text (statement, column), &clause, user_data, error);
}

static gboolean
read_all (YsStatement *statement, YsFindingRowFunc func, gpointer user_data, GError **error)
{
  YsFinding *finding = ys_record_new (&ys_finding_type);
  gboolean row;
  gboolean done = ys_statement_step (statement, &row, error);

  while (done && row)
    done = read_row (statement, finding, func, user_data, error)
           && ys_statement_step (statement, &row, error);
  ys_record_free (&ys_finding_type, finding);
  return done;
}

gboolean
ys_finding_store_each (YsLedger *ledger,
                       const YsFindingQuery *query,
                       YsFindingRowFunc func,
                       gpointer user_data,
                       GError **error)
{
  g_return_val_if_fail (ledger != NULL && query != NULL && func != NULL, FALSE);

  g_autofree char *sql = make_sql (query);
  g_autoptr (YsStatement) statement = ys_database_prepare (ledger->db, sql, error);
  if (statement == NULL)
    return FALSE;
  ys_statement_bind_int64 (statement, 1, query->from != 0 ? query->from : G_MININT64);
  ys_statement_bind_int64 (statement, 2, query->to != 0 ? query->to : G_MAXINT64);
  ys_statement_bind_int64 (statement, 3, query->compound_id);
  ys_statement_bind_text (statement, 4,
                          query->state != 0
                              ? ys_choice_nick (ys_finding_state_choices, query->state)
                              : "");
  ys_statement_bind_int64 (statement, 5, query->overdue_at);
  return read_all (statement, func, user_data, error);
}

/* What became of everything that was found, in one shape. A case is handled when it is closed, on
 * time when it was replied to by its deadline. */
#define THINGS                                                                                     \
  "SELECT f.\"compound\" AS compound, f.\"clause\" AS clause,"                                     \
  " f.\"level\" IN ('town', 'joint', 'self') AS by_self,"                                          \
  " f.\"rectified_at\" IS NOT NULL AS handled, f.\"rectified_at\" AS done_at,"                     \
  " f.\"deadline\" AS deadline, f.\"paused_at\" IS NOT NULL AS paused"                             \
  " FROM finding AS f WHERE f.\"found_at\" >= $2 AND f.\"found_at\" < $3"                          \
  " AND f.\"state\" <> 'withdrawn'"                                                                \
  " UNION ALL SELECT p.\"compound\", p.\"clause\", 0, p.\"state\" = 'closed', p.\"replied_at\","   \
  " p.\"deadline\", p.\"paused_at\" IS NOT NULL"                                                   \
  " FROM platform_case AS p WHERE p.\"at\" >= $2 AND p.\"at\" < $3"                                \
  " AND p.\"state\" <> 'withdrawn'"

#define RATES(name, key)                                                                           \
  "SELECT " name ", count (*), sum (by_self), sum (handled),"                                      \
  " sum (handled AND (t.deadline IS NULL OR coalesce (done_at, 0) < t.deadline + 60)),"            \
  " sum (handled OR (NOT paused AND coalesce (t.deadline + 60 <= $1, 0)))"                         \
  " FROM (" THINGS ") AS t JOIN compound AS c ON c.\"id\" = t.compound"                            \
  " JOIN clause AS k ON k.\"id\" = t.clause GROUP BY " key " ORDER BY 2 DESC, 1"

static const char *const rate_sql[] = {
  [YS_RATE_GROUP_COMPOUND] = RATES ("min (c.\"name\")", "c.\"id\""),
  [YS_RATE_GROUP_UNIT] = RATES ("k.\"unit\"", "k.\"unit\""),
  /* Versions of a clause are one. */
  [YS_RATE_GROUP_CLAUSE] = RATES ("k.\"code\" || ' ' || max (k.\"name\")", "k.\"code\""),
};

gboolean
ys_finding_store_rates (YsLedger *ledger,
                        YsInstant from,
                        YsInstant to,
                        YsInstant now,
                        YsRateGroup group,
                        YsRateRowFunc func,
                        gpointer user_data,
                        GError **error)
{
  g_return_val_if_fail (ledger != NULL && func != NULL, FALSE);
  g_return_val_if_fail (group < G_N_ELEMENTS (rate_sql), FALSE);

  g_autoptr (YsStatement) statement = ys_database_prepare (ledger->db, rate_sql[group], error);
  gboolean row;
  if (statement == NULL)
    return FALSE;
  ys_statement_bind_int64 (statement, 1, now);
  ys_statement_bind_int64 (statement, 2, from != 0 ? from : G_MININT64);
  ys_statement_bind_int64 (statement, 3, to != 0 ? to : G_MAXINT64);
  if (!ys_statement_step (statement, &row, error))
    return FALSE;
  while (row)
    {
      YsRateRow rate = {
        ys_statement_text (statement, 0),         (guint)ys_statement_int64 (statement, 1),
        (guint)ys_statement_int64 (statement, 2), (guint)ys_statement_int64 (statement, 3),
        (guint)ys_statement_int64 (statement, 4), (guint)ys_statement_int64 (statement, 5),
      };

      func (&rate, user_data);
      if (!ys_statement_step (statement, &row, error))
        return FALSE;
    }
  return TRUE;
}
