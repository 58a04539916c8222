/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Earlier imports, from the audit log: a batch taken back is no record any more, but its line
 * stays. */
#include "config.h"

#include "import.h"

#include <glib/gi18n-lib.h>

#include "audit.h"
#include "import-batch.h"
#include "job-error.h"

static void
batch_free (gpointer data)
{
  ys_record_free (&ys_import_batch_type, data);
}

/* (transfer full) (nullable): the batch as its line says. */
static YsImportBatch *
read_line (const YsAuditLine *line)
{
  g_autoptr (JsonNode) node = json_from_string (line->after, NULL);
  JsonObject *object
      = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  YsImportBatch *batch;

  if (object == NULL)
    return NULL;
  batch = ys_record_new (&ys_import_batch_type);
  batch->id = line->record_id;
  for (guint i = 0; i < ys_import_batch_type.n_fields; i++)
    {
      const YsField *field = &ys_import_batch_type.fields[i];
      JsonNode *member = json_object_get_member (object, field->name);
      if (member != NULL)
        ys_field_from_json (field, batch, member, NULL);
    }
  return batch;
}

GPtrArray *
ys_import_batches (YsLedger *ledger, GError **error)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  GPtrArray *batches;

  g_return_val_if_fail (ledger != NULL, NULL);

  lines = ys_audit_list (ledger, ys_import_batch_type.name, 0, 0, error);
  if (lines == NULL)
    return NULL;
  batches = g_ptr_array_new_with_free_func (batch_free);
  /* Newest first: the first line of a batch says whether it stands. */
  for (guint i = 0; i < lines->len; i++)
    {
      YsAuditLine *line = g_ptr_array_index (lines, i);
      gboolean stands = line->after != NULL;
      const YsAuditLine image
          = { .after = stands ? line->after : line->before, .record_id = line->record_id };
      YsImportBatch *batch;

      if (!g_hash_table_add (seen, &line->record_id))
        continue;
      batch = image.after != NULL ? read_line (&image) : NULL;
      if (batch == NULL)
        continue;
      batch->undone = !stands;
      g_ptr_array_add (batches, batch);
    }
  return batches;
}

gboolean
ys_import_undo (YsLedger *ledger, gint64 batch, GError **error)
{
  g_autoptr (GPtrArray) lines = NULL;
  const YsAuditLine *line;
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, batch);

  g_return_val_if_fail (ledger != NULL, FALSE);

  lines = batch > 0 ? ys_audit_list (ledger, ys_import_batch_type.name, batch, 1, error)
                    : g_ptr_array_new ();
  if (lines == NULL)
    return FALSE;
  if (lines->len == 0)
    {
      g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_NOT_FOUND,
                   _ ("There is no import with the number %s. Look it up in the history."), number);
      return FALSE;
    }
  line = g_ptr_array_index (lines, 0);
  if (line->after == NULL)
    {
      g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_NOT_FOUND,
                   _ ("Import %s was taken back already."), number);
      return FALSE;
    }
  return ys_audit_undo (ledger, line->seq, "undo", NULL, error);
}
