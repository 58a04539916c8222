/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts back what a change found, line by line from its last, unless something was changed since. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "audit-line.h"
#include "audit.h"
#include "change-private.h"
#include "import-batch.h"
#include "ledger-private.h"
#include "record-sql.h"

static gboolean
refuse_conflict (const YsAuditLine *line, GError **error)
{
  g_set_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_CONFLICT,
               /* Translators: the name of a record */
               _ ("“%s” was changed again since. Undo that later change first."),
               line->label ? line->label : line->record);
  return FALSE;
}

static gboolean
refuse_frozen (GError **error)
{
  g_set_error_literal (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_FROZEN,
                       _ ("This was filed and cannot be undone. File a correction instead."));
  return FALSE;
}

/* Reopening says why, and keeps what was published. */
static gboolean
refuse_period (GError **error)
{
  g_set_error_literal (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_FROZEN,
                       _ ("Finalising and reopening are not undone. Reopen the period with a "
                          "reason, or finalise it again."));
  return FALSE;
}

static gboolean
refuse_creation (GError **error)
{
  g_set_error_literal (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_FROZEN,
                       _ ("With this line the ledger was made; it cannot be undone. Make a new "
                          "ledger instead."));
  return FALSE;
}

static gboolean
refuse_redo (GError **error)
{
  g_set_error_literal (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NOT_FOUND,
                       _ ("This was not undone, so there is nothing to redo."));
  return FALSE;
}

static gboolean
is_undo (const YsAuditLine *line)
{
  return line->undoes != 0 && !g_str_equal (line->action, "redo");
}

static JsonNode *
parse (const char *image, GError **error)
{
  g_autoptr (JsonNode) node = json_from_string (image, NULL);
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return g_steal_pointer (&node);
  g_set_error_literal (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_DAMAGED,
                       _ ("A line of the log cannot be read. Verify the ledger."));
  return NULL;
}

/* What may fail for a later change's sake is a conflict to the one who undoes. */
static gboolean
as_conflict (const YsAuditLine *line, gboolean done, GError *failure, GError **error)
{
  if (done)
    return TRUE;
  if (g_error_matches (failure, YS_LEDGER_ERROR, YS_LEDGER_ERROR_EXISTS)
      || g_error_matches (failure, YS_LEDGER_ERROR, YS_LEDGER_ERROR_CONFLICT)
      || g_error_matches (failure, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NOT_FOUND))
    {
      g_error_free (failure);
      return refuse_conflict (line, error);
    }
  g_propagate_error (error, failure);
  return FALSE;
}

/* An import stays on record as undone: its row says where the compounds had come from. */
static gboolean
mark_batch (YsChange *change, YsImportBatch *stored, GError **error)
{
  stored->undone = TRUE;
  return ys_change_update (change, &ys_import_batch_type, stored, NULL, error);
}

static gboolean
undo_insert (YsChange *change,
             const YsRecordType *type,
             const YsAuditLine *line,
             gpointer stored,
             gpointer image,
             GError **error)
{
  g_autoptr (JsonNode) after = parse (line->after, error);
  if (after == NULL || !ys_audit_apply_image (type, image, json_node_get_object (after), error))
    return FALSE;
  if (!ys_record_equal (type, stored, image))
    return refuse_conflict (line, error);
  if (type == &ys_import_batch_type)
    return mark_batch (change, stored, error);
  g_autoptr (GError) failure = NULL;
  gboolean done = ys_change_remove (change, type, line->record_id, &failure);
  return as_conflict (line, done, g_steal_pointer (&failure), error);
}

static gboolean
undo_remove (YsChange *change,
             const YsRecordType *type,
             const YsAuditLine *line,
             gpointer image,
             GError **error)
{
  g_autoptr (JsonNode) before = parse (line->before, error);
  if (before == NULL || !ys_audit_apply_image (type, image, json_node_get_object (before), error))
    return FALSE;
  YS_RECORD_ID (image) = line->record_id;
  g_autoptr (GError) failure = NULL;
  gboolean done = ys_change_insert (change, type, image, &failure);
  return as_conflict (line, done, g_steal_pointer (&failure), error);
}

static gboolean
still_holds (const YsRecordType *type, gconstpointer stored, JsonObject *after)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init (&iter, after);
  while (json_object_iter_next (&iter, &name, &value))
    {
      const YsField *field = ys_record_type_field (type, name);
      if (field == NULL || !ys_audit_value_equal (field, stored, value))
        return FALSE;
    }
  return TRUE;
}

static gboolean
undo_update (YsChange *change,
             const YsRecordType *type,
             const YsAuditLine *line,
             gpointer stored,
             GError **error)
{
  g_autoptr (JsonNode) before = parse (line->before, error);
  if (before == NULL)
    return FALSE;
  g_autoptr (JsonNode) after = parse (line->after, error);
  if (after == NULL)
    return FALSE;
  if (!still_holds (type, stored, json_node_get_object (after)))
    return refuse_conflict (line, error);
  if (!ys_audit_apply_image (type, stored, json_node_get_object (before), error))
    return FALSE;
  g_autoptr (GError) failure = NULL;
  gboolean done = ys_change_update (change, type, stored, NULL, &failure);
  return as_conflict (line, done, g_steal_pointer (&failure), error);
}

static gboolean
undo_record (YsChange *change,
             const YsRecordType *type,
             const YsAuditLine *line,
             gpointer stored,
             gpointer image,
             GError **error)
{
  gboolean found;
  if (!ys_record_load_row (ys_change_database (change), type, line->record_id, stored, &found,
                           error))
    return FALSE;
  if (found != (line->after != NULL))
    return refuse_conflict (line, error);
  if (line->after == NULL)
    return undo_remove (change, type, line, image, error);
  if (line->before == NULL)
    return undo_insert (change, type, line, stored, image, error);
  return undo_update (change, type, line, stored, error);
}

static gboolean
undo_line (YsChange *change, const YsAuditLine *line, GError **error)
{
  const YsRecordType *type = ys_record_type_by_name (line->record);
  if (type == NULL)
    return refuse_frozen (error);
  gpointer stored = ys_record_new (type);
  gpointer image = ys_record_new (type);
  gboolean done = undo_record (change, type, line, stored, image, error);
  ys_record_free (type, stored);
  ys_record_free (type, image);
  return done;
}

static gboolean
has_record (GPtrArray *lines, const char *prefix)
{
  for (guint i = 0; i < lines->len; i++)
    if (g_str_has_prefix (((const YsAuditLine *)lines->pdata[i])->record, prefix))
      return TRUE;
  return FALSE;
}

/* The change that holds line @seq. */
static gboolean
find_change (YsLedger *ledger, gint64 seq, gint64 *out_change, GError **error)
{
  static const char sql[] = "SELECT \"change\" FROM audit WHERE \"seq\" = $1";
  g_autoptr (YsStatement) statement = ys_database_prepare (ledger->db, sql, error);
  gboolean row;
  if (statement == NULL)
    return FALSE;
  ys_statement_bind_int64 (statement, 1, seq);
  if (!ys_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    {
      *out_change = ys_statement_int64 (statement, 0);
      return TRUE;
    }
  g_autofree char *number = ys_count_to_text (seq, FALSE);
  g_set_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NOT_FOUND,
               _ ("The log has no line %s. Look up its number in the log."), number);
  return FALSE;
}

/* Redo is asked for by the undo itself, or by what that had undone: then its latest undo is meant.
 */
static gboolean
find_undo_of (YsLedger *ledger, gint64 *change, GError **error)
{
  static const char sql[] = "SELECT coalesce (max (\"change\"), 0) FROM audit WHERE \"undoes\" = $1"
                            " AND \"action\" <> 'redo'";
  g_autoptr (YsStatement) statement = ys_database_prepare (ledger->db, sql, error);
  gboolean row;
  if (statement == NULL)
    return FALSE;
  ys_statement_bind_int64 (statement, 1, *change);
  if (!ys_statement_step (statement, &row, error))
    return FALSE;
  if (row && ys_statement_int64 (statement, 0) != 0)
    *change = ys_statement_int64 (statement, 0);
  return TRUE;
}

/* Undoing an undo is a redo, undoing a redo an undo: so that the last word on a change is plain. */
static gboolean
undo_lines (YsLedger *ledger, GPtrArray *lines, gint64 *out_change, GError **error)
{
  const YsAuditLine *first = lines->pdata[0];
  const char *action = is_undo (first) ? "redo" : "undo";
  g_autoptr (YsChange) change = ys_change_begin (ledger, action, error);
  if (change == NULL)
    return FALSE;
  ys_change_set_undoes (change, first->undoes != 0 ? first->undoes : first->change);
  for (guint i = lines->len; i > 0; i--)
    if (!undo_line (change, lines->pdata[i - 1], error))
      return FALSE;
  return ys_change_commit (change, out_change, error);
}

gboolean
ys_audit_change_of (YsLedger *ledger, gint64 seq, gint64 *out_change, GError **error)
{
  g_return_val_if_fail (ledger != NULL && out_change != NULL, FALSE);

  return find_change (ledger, seq, out_change, error);
}

gboolean
ys_audit_undo (YsLedger *ledger, gint64 seq, const char *action, gint64 *out_change, GError **error)
{
  g_return_val_if_fail (ledger != NULL, FALSE);
  g_return_val_if_fail (action != NULL, FALSE);

  gint64 change = 0;
  gboolean redo = g_str_equal (action, "redo");
  if (!find_change (ledger, seq, &change, error)
      || (redo && !find_undo_of (ledger, &change, error)))
    return FALSE;
  g_autoptr (GPtrArray) lines = ys_audit_list_change (ledger, change, error);
  if (lines == NULL)
    return FALSE;
  if (g_str_equal (((const YsAuditLine *)lines->pdata[0])->action, "create"))
    return refuse_creation (error);
  if (has_record (lines, "submission") || has_record (lines, "filed_report"))
    return refuse_frozen (error);
  if (has_record (lines, "period"))
    return refuse_period (error);
  if (redo && !is_undo (lines->pdata[0]))
    return refuse_redo (error);
  return undo_lines (ledger, lines, out_change, error);
}
