/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the audit log, and which change undo and redo would act on. */
#include "config.h"

#include "audit-line.h"
#include "audit.h"
#include "ledger-private.h"

static GPtrArray *
read_lines (YsStatement *statement, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_audit_line_free);
  gboolean row;
  if (!ys_statement_step (statement, &row, error))
    return NULL;
  while (row)
    {
      g_ptr_array_add (lines, ys_audit_read_row (statement));
      if (!ys_statement_step (statement, &row, error))
        return NULL;
    }
  return g_steal_pointer (&lines);
}

GPtrArray *
ys_audit_list (YsLedger *ledger, const char *record, gint64 record_id, guint limit, GError **error)
{
  g_return_val_if_fail (ledger != NULL, NULL);

  static const char all[] = "SELECT " YS_AUDIT_COLUMNS " FROM audit ORDER BY \"seq\" DESC LIMIT $1";
  static const char of_type[] = "SELECT " YS_AUDIT_COLUMNS " FROM audit WHERE \"record\" = $1"
                                " ORDER BY \"seq\" DESC LIMIT $2";
  static const char of_record[] = "SELECT " YS_AUDIT_COLUMNS " FROM audit WHERE \"record\" = $1"
                                  " AND \"record_id\" = $2 ORDER BY \"seq\" DESC LIMIT $3";
  const char *sql = record == NULL ? all : record_id == 0 ? of_type : of_record;
  g_autoptr (YsStatement) statement = ys_database_prepare (ledger->db, sql, error);
  int index = 1;
  if (statement == NULL)
    return NULL;
  if (record != NULL)
    ys_statement_bind_text (statement, index++, record);
  if (record != NULL && record_id != 0)
    ys_statement_bind_int64 (statement, index++, record_id);
  ys_statement_bind_int64 (statement, index, limit > 0 ? (gint64)limit : -1);
  return read_lines (statement, error);
}

gboolean
ys_audit_is_longer (YsLedger *ledger, gint64 change, guint n, GError **error)
{
  g_return_val_if_fail (ledger != NULL, FALSE);

  /* The lines of one change follow each other, and its number is that of the first. */
  static const char sql[] = "SELECT 1 FROM audit WHERE \"seq\" = $1 AND \"change\" = $2";
  g_autoptr (YsStatement) statement = ys_database_prepare (ledger->db, sql, error);
  gboolean row = FALSE;

  if (statement == NULL)
    return FALSE;
  ys_statement_bind_int64 (statement, 1, change + n);
  ys_statement_bind_int64 (statement, 2, change);
  return ys_statement_step (statement, &row, error) && row;
}

GPtrArray *
ys_audit_list_change (YsLedger *ledger, gint64 change, GError **error)
{
  g_return_val_if_fail (ledger != NULL, NULL);

  /* The lines of one change follow each other. */
  static const char sql[]
      = "SELECT " YS_AUDIT_COLUMNS " FROM audit WHERE \"seq\" >= $1 ORDER BY \"seq\"";
  g_autoptr (YsStatement) statement = ys_database_prepare (ledger->db, sql, error);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_audit_line_free);
  gboolean row;
  if (statement == NULL)
    return NULL;
  ys_statement_bind_int64 (statement, 1, change);
  if (!ys_statement_step (statement, &row, error))
    return NULL;
  while (row && ys_statement_int64 (statement, 1) == change)
    {
      g_ptr_array_add (lines, ys_audit_read_row (statement));
      if (!ys_statement_step (statement, &row, error))
        return NULL;
    }
  return g_steal_pointer (&lines);
}

/* One step of the walk back over a user's changes. */
typedef struct
{
  gint64 seq;
  gint64 undoes;
  gboolean is_undo;
  gboolean is_redo;
  gboolean is_start; /* of the ledger: nothing before it can be undone */
  gboolean is_filed; /* a submission: no edit, undo passes over it */
} Step;

static void
read_step (YsStatement *statement, Step *step)
{
  const char *action = ys_statement_text (statement, 1);
  const char *record = ys_statement_text (statement, 3);
  step->seq = ys_statement_int64 (statement, 0);
  step->undoes = ys_statement_int64 (statement, 2);
  step->is_undo = step->undoes != 0 && g_strcmp0 (action, "redo") != 0;
  step->is_redo = step->undoes != 0 && !step->is_undo;
  step->is_start = g_strcmp0 (action, "create") == 0;
  step->is_filed = g_strcmp0 (record, "submission") == 0;
}

/* Meeting a change's latest undo or redo first tells how it stands now. @standing: change -> 1
 * (undone) or 2 (done). TRUE when the walk is over. */
static gboolean
judge_step (const Step *step, gboolean for_redo, GHashTable *standing, gint64 *out_change)
{
  gpointer key = GSIZE_TO_POINTER ((gsize)(step->undoes != 0 ? step->undoes : step->seq));
  int known = GPOINTER_TO_INT (g_hash_table_lookup (standing, key));

  if (step->is_start)
    return TRUE;
  if (step->is_filed || (step->undoes != 0 && known != 0))
    return FALSE;
  if (step->undoes == 0)
    {
      /* An edit ends what could be redone; one that stands is what undo acts on. */
      if (!for_redo && known != 1)
        *out_change = step->seq;
      return for_redo || known != 1;
    }
  g_hash_table_insert (standing, key, GINT_TO_POINTER (step->is_undo ? 1 : 2));
  if (for_redo && step->is_undo)
    {
      *out_change = step->seq;
      return TRUE;
    }
  return FALSE;
}

static gint64
walk_back (YsLedger *ledger, const char *user, gboolean for_redo, GError **error)
{
  static const char sql[] = "SELECT \"seq\", \"action\", \"undoes\", \"record\" FROM audit"
                            " WHERE \"user\" = $1 AND \"seq\" = \"change\" ORDER BY \"seq\" DESC";
  g_autoptr (YsStatement) statement = ys_database_prepare (ledger->db, sql, error);
  g_autoptr (GHashTable) standing = g_hash_table_new (NULL, NULL);
  gint64 change = 0;
  gboolean row;
  if (statement == NULL)
    return -1;
  ys_statement_bind_text (statement, 1, user);
  if (!ys_statement_step (statement, &row, error))
    return -1;
  while (row)
    {
      Step step;
      read_step (statement, &step);
      if (judge_step (&step, for_redo, standing, &change))
        return change;
      if (!ys_statement_step (statement, &row, error))
        return -1;
    }
  return change;
}

gint64
ys_audit_undoable (YsLedger *ledger, const char *user, GError **error)
{
  g_return_val_if_fail (ledger != NULL, -1);
  g_return_val_if_fail (user != NULL, -1);
  return walk_back (ledger, user, FALSE, error);
}

gint64
ys_audit_redoable (YsLedger *ledger, const char *user, GError **error)
{
  g_return_val_if_fail (ledger != NULL, -1);
  g_return_val_if_fail (user != NULL, -1);
  return walk_back (ledger, user, TRUE, error);
}

gint64
ys_audit_last_of (YsLedger *ledger, const char *record, GError **error)
{
  g_return_val_if_fail (ledger != NULL && record != NULL, -1);

  static const char sql[] = "SELECT max (\"seq\") FROM audit WHERE \"record\" = $1";
  g_autoptr (YsStatement) statement = ys_database_prepare (ledger->db, sql, error);
  gboolean row;
  if (statement == NULL)
    return -1;
  ys_statement_bind_text (statement, 1, record);
  if (!ys_statement_step (statement, &row, error))
    return -1;
  return row ? ys_statement_int64 (statement, 0) : 0;
}
