/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of inspections. The inspections are chosen by an index first, then their findings are added
 * up: a page of fifty costs the findings of fifty. */
#include "config.h"

#include "inspection-store.h"
#include "ledger-private.h"
#include "record-sql.h"

/* (transfer full): "i"."id", "i"."compound", … in the order that ys_record_read_row() reads */
static char *
columns_of (const YsRecordType *type, const char *alias)
{
  GString *columns = g_string_new (NULL);

  g_string_append_printf (columns, "%s.\"id\"", alias);
  for (guint i = 0; i < type->n_fields; i++)
    g_string_append_printf (columns, ", %s.\"%s\"", alias, type->fields[i].name);
  return g_string_free (columns, FALSE);
}

/* Each condition is met by its neutral value, so that one statement serves all filters of a kind.
 */
static char *
make_list_sql (const YsInspectionQuery *query)
{
  g_autofree char *columns = columns_of (&ys_inspection_type, "i");

  return g_strconcat (
      "SELECT ", columns,
      ", count (f.\"id\"), coalesce (sum (f.\"count\"), 0),"
      " coalesce (sum (f.\"state\" <> 'closed'), 0), coalesce (sum (f.\"points\"), 0)"
      " FROM (SELECT * FROM inspection WHERE \"at\" >= $1 AND \"at\" < $2",
      query->compound_id != 0 ? " AND \"compound\" = $3" : " AND $3 = 0",
      query->level != 0 ? " AND \"level\" = $4" : " AND $4 = ''",
      query->with_withdrawn ? "" : " AND \"withdrawn\" = 0",
      " ORDER BY \"at\" DESC, \"id\" DESC LIMIT $5) AS i"
      " LEFT JOIN finding AS f ON f.\"inspection\" = i.\"id\" AND f.\"state\" <> 'withdrawn'"
      " GROUP BY i.\"id\" ORDER BY i.\"at\" DESC, i.\"id\" DESC",
      NULL);
}

static gboolean
read_inspection (YsStatement *statement,
                 YsInspectionRowFunc func,
                 gpointer user_data,
                 GError **error)
{
  YsInspection *inspection = ys_record_new (&ys_inspection_type);
  int column = (int)ys_inspection_type.n_fields + 1;
  gboolean done
      = ys_record_read_row (ys_record_sql (&ys_inspection_type), statement, inspection, error);
  YsInspectionSums sums = {
    .n_findings = (guint)ys_statement_int64 (statement, column),
    .n_places = (guint)ys_statement_int64 (statement, column + 1),
    .n_open = (guint)ys_statement_int64 (statement, column + 2),
    .points = ys_statement_int64 (statement, column + 3),
  };

  if (done)
    func (inspection, &sums, user_data);
  ys_record_free (&ys_inspection_type, inspection);
  return done;
}

gboolean
ys_inspection_store_each (YsLedger *ledger,
                          const YsInspectionQuery *query,
                          YsInspectionRowFunc func,
                          gpointer user_data,
                          GError **error)
{
  gboolean row;

  g_return_val_if_fail (ledger != NULL && query != NULL && func != NULL, FALSE);

  g_autofree char *sql = make_list_sql (query);
  g_autoptr (YsStatement) statement = ys_database_prepare (ledger->db, sql, error);
  if (statement == NULL)
    return FALSE;
  ys_statement_bind_int64 (statement, 1, query->from);
  ys_statement_bind_int64 (statement, 2, query->to != 0 ? query->to : G_MAXINT64);
  ys_statement_bind_int64 (statement, 3, query->compound_id);
  ys_statement_bind_text (statement, 4,
                          query->level != 0 ? ys_choice_nick (ys_level_choices, query->level) : "");
  ys_statement_bind_int64 (statement, 5, query->limit != 0 ? query->limit : G_MAXINT64);
  if (!ys_statement_step (statement, &row, error))
    return FALSE;
  while (row)
    if (!read_inspection (statement, func, user_data, error)
        || !ys_statement_step (statement, &row, error))
      return FALSE;
  return TRUE;
}

static GPtrArray *
read_findings (YsStatement *statement, GError **error)
{
  g_autoptr (GPtrArray) findings
      = g_ptr_array_new_with_free_func (ys_record_type_free_func (&ys_finding_type));
  gboolean row;

  if (!ys_statement_step (statement, &row, error))
    return NULL;
  while (row)
    {
      gpointer finding = ys_record_new (&ys_finding_type);

      g_ptr_array_add (findings, finding);
      if (!ys_record_read_row (ys_record_sql (&ys_finding_type), statement, finding, error)
          || !ys_statement_step (statement, &row, error))
        return NULL;
    }
  return g_steal_pointer (&findings);
}

GPtrArray *
ys_inspection_store_same_clause (YsLedger *ledger,
                                 gint64 compound_id,
                                 const char *code,
                                 YsInstant from,
                                 YsInstant to,
                                 GError **error)
{
  g_return_val_if_fail (ledger != NULL && code != NULL, NULL);

  g_autofree char *columns = columns_of (&ys_finding_type, "f");
  g_autofree char *sql
      = g_strconcat ("SELECT ", columns,
                     " FROM finding AS f JOIN clause AS k ON k.\"id\" = f.\"clause\""
                     " WHERE f.\"compound\" = $1 AND f.\"found_at\" >= $2 AND f.\"found_at\" < $3"
                     " AND f.\"state\" <> 'withdrawn' AND k.\"code\" = $4 ORDER BY f.\"found_at\", "
                     "f.\"id\"",
                     NULL);
  g_autoptr (YsStatement) statement = ys_database_prepare (ledger->db, sql, error);
  if (statement == NULL)
    return NULL;
  ys_statement_bind_int64 (statement, 1, compound_id);
  ys_statement_bind_int64 (statement, 2, from);
  ys_statement_bind_int64 (statement, 3, to);
  ys_statement_bind_text (statement, 4, code);
  return read_findings (statement, error);
}

gboolean
ys_inspection_store_visits (YsLedger *ledger,
                            YsInstant from,
                            YsInstant to,
                            YsVisitFunc func,
                            gpointer user_data,
                            GError **error)
{
  g_return_val_if_fail (ledger != NULL && func != NULL, FALSE);

  static const char sql[] = "SELECT \"compound\", \"level\", \"kind\", \"at\" FROM inspection"
                            " WHERE \"at\" >= $1 AND \"at\" < $2 AND \"withdrawn\" = 0";
  g_autoptr (YsStatement) statement = ys_database_prepare (ledger->db, sql, error);
  gboolean row;
  if (statement == NULL)
    return FALSE;
  ys_statement_bind_int64 (statement, 1, from);
  ys_statement_bind_int64 (statement, 2, to);
  if (!ys_statement_step (statement, &row, error))
    return FALSE;
  while (row)
    {
      func (ys_statement_int64 (statement, 0),
            ys_choice_from_text (ys_level_choices, ys_statement_text (statement, 1)),
            ys_choice_from_text (ys_inspection_kind_choices, ys_statement_text (statement, 2)),
            ys_statement_int64 (statement, 3), user_data);
      if (!ys_statement_step (statement, &row, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ys_inspection_store_last_visit (YsLedger *ledger,
                                const gboolean counts[YS_N_INSPECTION_LEVELS],
                                YsInstant before,
                                YsInstant *out_at,
                                GError **error)
{
  static const char sql[] = "SELECT \"at\" FROM inspection"
                            " WHERE \"at\" < $1 AND \"withdrawn\" = 0"
                            " AND \"level\" IN ($2, $3, $4, $5, $6)"
                            " ORDER BY \"at\" DESC LIMIT 1";
  g_autoptr (YsStatement) statement = NULL;
  gboolean row;

  g_return_val_if_fail (ledger != NULL && out_at != NULL, FALSE);

  G_STATIC_ASSERT (YS_N_INSPECTION_LEVELS == 6);
  *out_at = 0;
  statement = ys_database_prepare (ledger->db, sql, error);
  if (statement == NULL)
    return FALSE;
  ys_statement_bind_int64 (statement, 1, before);
  for (int level = 1; level < YS_N_INSPECTION_LEVELS; level++)
    ys_statement_bind_text (statement, level + 1,
                            counts[level] ? ys_choice_nick (ys_level_choices, level) : "");
  if (!ys_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    *out_at = ys_statement_int64 (statement, 0);
  return TRUE;
}
