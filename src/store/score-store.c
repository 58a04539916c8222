/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Streams bounded by an index: of a compound, of a time, or of a deadline. Rows come as they lie: a
 * group or an order would cost more than all the rest. */
#include "config.h"

#include "score-store.h"

#include "catalogue.h"
#include "ledger-private.h"

/* A deadline is in time for all of its minute [RULINGS Time]. */
#define SECONDS_PER_MINUTE 60

#define FINDING_COLUMNS                                                                            \
  "SELECT f.\"id\", f.\"inspection\", f.\"compound\", f.\"level\", f.\"clause\", f.\"count\","     \
  " f.\"found_at\", f.\"deadline\", f.\"state\", f.\"rechecked_at\", f.\"rectified_at\","          \
  " f.\"paused_at\", f.\"points\""
#define FINDING_WORDS                                                                              \
  ", k.\"points\", k.\"code\", k.\"name\", k.\"group\", f.\"place\", i.\"kind\","                  \
  " (SELECT count (*) FROM photo WHERE \"finding\" = f.\"id\")"
#define FAULT_COLUMNS                                                                              \
  "SELECT p.\"id\", p.\"compound\", d.\"fault\", p.\"level\", p.\"at\", d.\"at\", p.\"deadline\"," \
  " p.\"replied_at\""
#define FAULT_WORDS                                                                                \
  ", p.\"number\", k.\"code\", k.\"group\", p.\"place\", d.\"person\","                            \
  " (SELECT count (*) FROM photo WHERE \"case\" = p.\"id\")"

/* Nicks are short and few: no folding, no spellings. */
static int
choice_of (const YsChoice *choices, const char *nick)
{
  for (int i = 0; nick != NULL && choices[i].nick != NULL; i++)
    if (g_str_equal (choices[i].nick, nick))
      return i + 1;
  return 0;
}

/* " AND column IN ('district', 'city')"; only nicks of ours get in. */
static void
append_levels (GString *sql, const char *column, const char *levels)
{
  g_auto (GStrv) words = g_strsplit (levels != NULL ? levels : "", " ", -1);
  const char *separator = "";

  if (levels == NULL)
    return;
  g_string_append_printf (sql, " AND %s IN (", column);
  for (guint i = 0; words[i] != NULL; i++)
    if (choice_of (ys_level_choices, words[i]) != 0)
      {
        g_string_append_printf (sql, "%s'%s'", separator, words[i]);
        separator = ", ";
      }
  g_string_append_c (sql, ')');
}

/* Points are pinned for city and district; for others the clause's are asked for. */
static gboolean
needs_clause (const YsScoreQuery *query)
{
  g_auto (GStrv) words = g_strsplit (query->levels != NULL ? query->levels : "town", " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (!g_str_equal (words[i], "district") && !g_str_equal (words[i], "city"))
      return TRUE;
  return FALSE;
}

static YsStatement *
prepare (YsLedger *ledger,
         GString *sql,
         const YsScoreQuery *query,
         gint64 late_from,
         gint64 late_to,
         GError **error)
{
  YsStatement *statement = ys_database_prepare (ledger->db, sql->str, error);

  if (statement == NULL)
    return NULL;
  ys_statement_bind_int64 (statement, 1, query->late ? late_from : query->from);
  ys_statement_bind_int64 (statement, 2, query->late ? late_to : query->to);
  ys_statement_bind_int64 (statement, 3, query->late ? query->from : query->compound_id);
  if (query->late)
    ys_statement_bind_int64 (statement, 4, query->compound_id);
  return statement;
}

static YsInstant
late_from (const YsScoreQuery *query)
{
  return query->late_since != 0 ? query->late_since : query->from;
}

/* A compound's rows by its own index, all others by the time's. */
static const char *
of_compound (const YsScoreQuery *query, const char *mine, const char *all)
{
  return query->compound_id != 0 ? mine : all;
}

static YsStatement *
prepare_findings (YsLedger *ledger, const YsScoreQuery *query, GError **error)
{
  g_autoptr (GString) sql = g_string_new (FINDING_COLUMNS);

  if (query->with_words)
    g_string_append (sql, FINDING_WORDS);
  g_string_append (sql, " FROM finding AS f");
  if (query->with_words)
    g_string_append (sql, " JOIN clause AS k ON k.\"id\" = f.\"clause\"");
  if (query->with_words)
    g_string_append (sql, " JOIN inspection AS i ON i.\"id\" = f.\"inspection\"");
  if (query->late)
    g_string_append_printf (sql,
                            " WHERE f.\"deadline\" >= $1 AND f.\"deadline\" < $2 AND "
                            "+f.\"found_at\" < $3"
                            " AND %s",
                            of_compound (query, "f.\"compound\" = $4", "$4 = 0"));
  else
    g_string_append_printf (sql, " WHERE f.\"found_at\" >= $1 AND f.\"found_at\" < $2 AND %s",
                            of_compound (query, "f.\"compound\" = $3", "$3 = 0"));
  if (!query->with_words)
    g_string_append (sql, " AND +f.\"state\" <> 'withdrawn'");
  append_levels (sql, "f.\"level\"", query->levels);
  return prepare (ledger, sql, query, late_from (query) - SECONDS_PER_MINUTE,
                  query->to - SECONDS_PER_MINUTE, error);
}

/* (transfer full): points by clause id; a few hundred clauses cost less than a join of every row.
 */
static GArray *
read_clause_points (YsLedger *ledger, GError **error)
{
  g_autoptr (GArray) points = g_array_new (FALSE, TRUE, sizeof (gint64));
  g_autoptr (YsStatement) statement
      = ys_database_prepare (ledger->db, "SELECT \"id\", \"points\" FROM clause", error);
  gboolean row;

  if (statement == NULL || !ys_statement_step (statement, &row, error))
    return NULL;
  while (row)
    {
      guint id = (guint)ys_statement_int64 (statement, 0);

      if (id >= points->len)
        g_array_set_size (points, id + 1);
      g_array_index (points, gint64, id) = ys_statement_int64 (statement, 1);
      if (!ys_statement_step (statement, &row, error))
        return NULL;
    }
  return g_steal_pointer (&points);
}

static void
read_words (YsStatement *statement, YsScoreFinding *row)
{
  row->clause_points = ys_statement_int64 (statement, 13);
  row->code = ys_statement_text (statement, 14);
  row->name = ys_statement_text (statement, 15);
  row->group = ys_statement_text (statement, 16);
  row->place = ys_statement_text (statement, 17);
  row->kind = choice_of (ys_inspection_kind_choices, ys_statement_text (statement, 18));
  row->n_photos = (guint)ys_statement_int64 (statement, 19);
}

static void
read_finding (YsStatement *statement, YsScoreFinding *row)
{
  YsFinding *finding = &row->finding;

  finding->id = ys_statement_int64 (statement, 0);
  finding->inspection_id = ys_statement_int64 (statement, 1);
  finding->compound_id = ys_statement_int64 (statement, 2);
  finding->level = choice_of (ys_level_choices, ys_statement_text (statement, 3));
  finding->clause_id = ys_statement_int64 (statement, 4);
  finding->count = YS_NUMBER (ys_statement_int64 (statement, 5));
  finding->found_at = ys_statement_int64 (statement, 6);
  finding->deadline = ys_statement_int64 (statement, 7);
  finding->state = choice_of (ys_finding_state_choices, ys_statement_text (statement, 8));
  finding->rechecked_at = ys_statement_int64 (statement, 9);
  finding->rectified_at = ys_statement_int64 (statement, 10);
  finding->paused_at = ys_statement_int64 (statement, 11);
  finding->points = YS_NUMBER (ys_statement_int64 (statement, 12));
}

gboolean
ys_score_store_findings (YsLedger *ledger,
                         const YsScoreQuery *query,
                         YsScoreFindingFunc func,
                         gpointer user_data,
                         GError **error)
{
  YsScoreFinding row = { 0 };
  g_autoptr (GArray) points = NULL;
  gboolean more;

  g_return_val_if_fail (ledger != NULL && query != NULL && func != NULL, FALSE);

  if (!query->with_words && needs_clause (query)
      && (points = read_clause_points (ledger, error)) == NULL)
    return FALSE;
  g_autoptr (YsStatement) statement = prepare_findings (ledger, query, error);
  if (statement == NULL || !ys_statement_step (statement, &more, error))
    return FALSE;
  while (more)
    {
      read_finding (statement, &row);
      if (query->with_words)
        read_words (statement, &row);
      else if (points != NULL && row.finding.clause_id < points->len)
        row.clause_points = g_array_index (points, gint64, row.finding.clause_id);
      func (&row, user_data);
      if (!ys_statement_step (statement, &more, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ys_score_store_visits (YsLedger *ledger,
                       const YsScoreQuery *query,
                       YsScoreVisitFunc func,
                       gpointer user_data,
                       GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT i.\"compound\" FROM inspection AS i"
                                          " WHERE i.\"at\" >= $1 AND i.\"at\" < $2 AND ");
  gboolean row;

  g_return_val_if_fail (ledger != NULL && query != NULL && func != NULL && !query->late, FALSE);

  g_string_append (sql, of_compound (query, "i.\"compound\" = $3", "$3 = 0"));
  g_string_append (sql, " AND i.\"withdrawn\" = 0");
  append_levels (sql, "i.\"level\"", query->levels);
  g_autoptr (YsStatement) statement = prepare (ledger, sql, query, 0, 0, error);
  if (statement == NULL || !ys_statement_step (statement, &row, error))
    return FALSE;
  while (row)
    {
      func (ys_statement_int64 (statement, 0), 1, user_data);
      if (!ys_statement_step (statement, &row, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ys_score_store_withdrawn_visits (YsLedger *ledger,
                                 const YsScoreQuery *query,
                                 YsScoreWithdrawnFunc func,
                                 gpointer user_data,
                                 GError **error)
{
  g_autoptr (GString) sql = g_string_new (
      "SELECT i.\"compound\", i.\"id\", i.\"level\", i.\"kind\", i.\"at\", i.\"withdrawn_reason\""
      " FROM inspection AS i WHERE i.\"at\" >= $1 AND i.\"at\" < $2 AND ");
  gboolean row;

  g_return_val_if_fail (ledger != NULL && query != NULL && func != NULL && !query->late, FALSE);

  g_string_append (sql, of_compound (query, "i.\"compound\" = $3", "$3 = 0"));
  g_string_append (sql, " AND i.\"withdrawn\" <> 0 AND NOT EXISTS"
                        " (SELECT 1 FROM finding WHERE \"inspection\" = i.\"id\")");
  append_levels (sql, "i.\"level\"", query->levels);
  g_autoptr (YsStatement) statement = prepare (ledger, sql, query, 0, 0, error);
  if (statement == NULL || !ys_statement_step (statement, &row, error))
    return FALSE;
  while (row)
    {
      func (ys_statement_int64 (statement, 0), ys_statement_int64 (statement, 1),
            choice_of (ys_level_choices, ys_statement_text (statement, 2)),
            choice_of (ys_inspection_kind_choices, ys_statement_text (statement, 3)),
            ys_statement_int64 (statement, 4), ys_statement_text (statement, 5), user_data);
      if (!ys_statement_step (statement, &row, error))
        return FALSE;
    }
  return TRUE;
}

static YsStatement *
prepare_faults (YsLedger *ledger, const YsScoreQuery *query, GError **error)
{
  g_autoptr (GString) sql = g_string_new (FAULT_COLUMNS);
  gboolean with_withdrawn = query->with_words && !query->late;

  if (query->with_words)
    g_string_append (sql, FAULT_WORDS);
  g_string_append_printf (sql,
                          " FROM platform_case AS p %s case_fault AS d ON d.\"case\" = p.\"id\""
                          " AND d.\"decision\" = 'confirmed' AND p.\"state\" <> 'withdrawn'",
                          with_withdrawn ? "LEFT JOIN" : "JOIN");
  if (query->with_words)
    g_string_append (sql, " JOIN clause AS k ON k.\"id\" = p.\"clause\"");
  if (query->late)
    g_string_append_printf (sql, " WHERE d.\"at\" >= $1 AND d.\"at\" < $2 AND p.\"at\" < $3 AND %s",
                            of_compound (query, "p.\"compound\" = $4", "$4 = 0"));
  else
    g_string_append_printf (sql, " WHERE p.\"at\" >= $1 AND p.\"at\" < $2 AND %s",
                            of_compound (query, "p.\"compound\" = $3", "$3 = 0"));
  if (with_withdrawn)
    g_string_append (sql, " AND (d.\"id\" IS NOT NULL OR p.\"state\" = 'withdrawn')");
  return prepare (ledger, sql, query, late_from (query), query->to, error);
}

static void
read_fault (YsStatement *statement, YsScoreFault *row, gboolean with_words)
{
  row->case_id = ys_statement_int64 (statement, 0);
  row->compound_id = ys_statement_int64 (statement, 1);
  row->fault = choice_of (ys_fault_choices, ys_statement_text (statement, 2));
  row->level = choice_of (ys_level_choices, ys_statement_text (statement, 3));
  row->at = ys_statement_int64 (statement, 4);
  row->decided_at = ys_statement_int64 (statement, 5);
  row->deadline = ys_statement_int64 (statement, 6);
  row->replied_at = ys_statement_int64 (statement, 7);
  if (!with_words)
    return;
  row->number = ys_statement_text (statement, 8);
  row->code = ys_statement_text (statement, 9);
  row->group = ys_statement_text (statement, 10);
  row->place = ys_statement_text (statement, 11);
  row->person = ys_statement_text (statement, 12);
  row->n_photos = (guint)ys_statement_int64 (statement, 13);
}

gboolean
ys_score_store_faults (YsLedger *ledger,
                       const YsScoreQuery *query,
                       YsScoreFaultFunc func,
                       gpointer user_data,
                       GError **error)
{
  YsScoreFault fault = { 0 };
  gboolean row;

  g_return_val_if_fail (ledger != NULL && query != NULL && func != NULL, FALSE);

  g_autoptr (YsStatement) statement = prepare_faults (ledger, query, error);
  if (statement == NULL || !ys_statement_step (statement, &row, error))
    return FALSE;
  while (row)
    {
      read_fault (statement, &fault, query->with_words);
      func (&fault, user_data);
      if (!ys_statement_step (statement, &row, error))
        return FALSE;
    }
  return TRUE;
}
