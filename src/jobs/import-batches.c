/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Earlier imports, and taking one back. A batch taken back stays on record as such. */
#include "config.h"

#include "import.h"

#include <glib/gi18n-lib.h>

#include "audit.h"
#include "import-batch.h"
#include "job-error.h"
#include "record-store.h"

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const YsImportBatch *x = *(YsImportBatch *const *)a;
  const YsImportBatch *y = *(YsImportBatch *const *)b;

  return (x->id < y->id) - (x->id > y->id);
}

GPtrArray *
ys_import_batches (YsLedger *ledger, GError **error)
{
  GPtrArray *batches;

  g_return_val_if_fail (ledger != NULL, NULL);

  batches = ys_record_store_list (ledger, &ys_import_batch_type, error);
  if (batches != NULL)
    g_ptr_array_sort (batches, compare_newest_first);
  return batches;
}

/* 0 with an error. @number: for the sentence. */
static gint64
find_change (YsLedger *ledger, gint64 batch, const char *number, GError **error)
{
  g_autoptr (GPtrArray) lines = NULL;

  if (batch > 0)
    {
      lines = ys_audit_list (ledger, ys_import_batch_type.name, batch, 0, error);
      if (lines == NULL)
        return 0;
    }
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const YsAuditLine *line = g_ptr_array_index (lines, i);
      if (line->before == NULL)
        return line->seq;
    }
  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_NOT_FOUND,
               _ ("There is no import with the number %s. Look it up in the history."), number);
  return 0;
}

gboolean
ys_import_undo (YsLedger *ledger, gint64 batch, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, batch);
  YsImportBatch *record;
  gboolean undone;
  gint64 seq;

  g_return_val_if_fail (ledger != NULL, FALSE);

  seq = find_change (ledger, batch, number, error);
  if (seq == 0)
    return FALSE;
  record = ys_record_new (&ys_import_batch_type);
  if (!ys_record_store_load (ledger, &ys_import_batch_type, batch, record, error))
    {
      ys_record_free (&ys_import_batch_type, record);
      return FALSE;
    }
  undone = record->undone;
  ys_record_free (&ys_import_batch_type, record);
  if (!undone)
    return ys_audit_undo (ledger, seq, "undo", NULL, error);
  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_NOT_FOUND, _ ("Import %s was taken back already."),
               number);
  return FALSE;
}
