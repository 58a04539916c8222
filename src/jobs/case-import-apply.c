/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes judged cases: a backup, then one change with every case, its reply and the batch, so that
 * one undo takes all of it back. */
#include "config.h"

#include "case-import-private.h"

#include <glib/gi18n-lib.h>

#include "backup.h"
#include "import-batch.h"
#include "import-common.h"
#include "job-error.h"
#include "record-store.h"

gboolean
ys_case_item_is_to_write (const YsCaseItem *item, gboolean accept_doubtful)
{
  switch (item->pub.verdict)
    {
    case YS_VERDICT_NEW:
    case YS_VERDICT_CHANGED:
      return TRUE;
    case YS_VERDICT_DOUBTFUL:
      return accept_doubtful;
    case YS_VERDICT_SAME:
    case YS_VERDICT_REFUSED:
    case YS_N_VERDICTS:
      return FALSE;
    }
  g_return_val_if_reached (FALSE);
}

static gboolean
refuse_refused (const YsCaseImport *import, GError **error)
{
  for (guint i = 0; i < import->rows->len; i++)
    {
      const YsCaseItem *item = g_ptr_array_index (import->rows, i);

      if (item->pub.verdict != YS_VERDICT_REFUSED)
        continue;
      return ys_import_refuse (import->counts[YS_VERDICT_REFUSED], item->pub.sheet,
                               item->pub.row + 1, item->pub.reason, error);
    }
  return TRUE;
}

/* What the row states over what is stored; blanks of the file empty nothing. */
static void
overlay (const YsCaseItem *item, YsCase *one)
{
  static const char *const names[] = { "level", "channel", "compound", "place", "note", "at" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const YsField *field = ys_record_type_field (&ys_case_type, names[i]);

      if (!ys_field_is_empty (field, item->read))
        ys_field_copy (field, one, item->read);
    }
  if (item->read->deadline != 0)
    {
      one->dispatched_deadline = TRUE;
      one->deadline = item->read->deadline;
    }
  else if (item->limit.unit != YS_LIMIT_NONE)
    {
      one->dispatched_deadline = FALSE;
      one->limit_amount = YS_NUMBER (item->limit.amount);
      one->limit_unit = (int)item->limit.unit;
    }
}

static gboolean
change_entered (const YsCaseEditor *editor, const YsCaseItem *item, GError **error)
{
  YsCase one = { 0 };
  gboolean done = ys_record_store_load (editor->ledger, &ys_case_type, item->existing, &one, error);

  if (done)
    {
      overlay (item, &one);
      done = ys_case_editor_set (editor, &one, item->code, error);
    }
  ys_record_clear (&ys_case_type, &one);
  return done;
}

static gboolean
write_item (const YsCaseEditor *editor, YsCaseItem *item, GError **error)
{
  const YsStep reply
      = { .kind = YS_EVENT_REPORTED, .at = item->read->replied_at, .text = item->read->reply };

  if (item->existing == 0)
    return ys_case_editor_add (editor, item->read, item->code, item->limit, error);
  return (!item->changes || change_entered (editor, item, error))
         && (!item->new_reply
             || ys_case_editor_step (editor, item->existing, &reply, reply.at, error));
}

static gboolean
write_batch (const YsCaseEditor *editor,
             const YsCaseImport *import,
             guint n_new,
             guint n_changed,
             gint64 *out_batch,
             GError **error)
{
  YsImportBatch batch = { .file_name = import->tables.file_name,
                          .sha256 = import->tables.sha256,
                          .sheet = (char *)((const YsCaseItem *)import->rows->pdata[0])->pub.sheet,
                          .shape = (char *)"cases",
                          .n_new = YS_NUMBER (n_new),
                          .n_same = YS_NUMBER (import->counts[YS_VERDICT_SAME]),
                          .n_changed = YS_NUMBER (n_changed),
                          .n_doubtful = YS_NUMBER (import->counts[YS_VERDICT_DOUBTFUL]),
                          .n_refused = YS_NUMBER (import->counts[YS_VERDICT_REFUSED]),
                          .at = import->now };

  if (!ys_change_insert (editor->change, &ys_import_batch_type, &batch, error))
    return FALSE;
  *out_batch = batch.id;
  return TRUE;
}

static gboolean
write_all (const YsCaseEditor *editor,
           YsCaseImport *import,
           gboolean accept_doubtful,
           gint64 *out_batch,
           GError **error)
{
  guint n_new = 0, n_changed = 0;

  for (guint i = 0; i < import->rows->len; i++)
    {
      YsCaseItem *item = g_ptr_array_index (import->rows, i);

      if (!ys_case_item_is_to_write (item, accept_doubtful))
        continue;
      if (!write_item (editor, item, error))
        {
          /* Translators: a worksheet, a row; the reason follows */
          g_prefix_error (error, _ ("%s, row %u: "), item->pub.sheet, item->pub.row + 1);
          return FALSE;
        }
      n_new += item->existing == 0 ? 1 : 0;
      n_changed += item->existing == 0 ? 0 : 1;
    }
  return write_batch (editor, import, n_new, n_changed, out_batch, error)
         && ys_change_commit (editor->change, NULL, error);
}

static gboolean
has_any_to_write (const YsCaseImport *import, gboolean accept_doubtful)
{
  for (guint i = 0; i < import->rows->len; i++)
    if (ys_case_item_is_to_write (g_ptr_array_index (import->rows, i), accept_doubtful))
      return TRUE;
  return FALSE;
}

gint64
ys_case_import_apply (YsCaseImport *import,
                      YsLedger *ledger,
                      gboolean skip_refused,
                      gboolean accept_doubtful,
                      GError **error)
{
  g_auto (YsCaseEditor) editor = { 0 };
  g_autofree char *backup = NULL;
  gint64 batch = 0;

  g_return_val_if_fail (import != NULL && ledger != NULL, -1);

  if (!skip_refused && !refuse_refused (import, error))
    return -1;
  if (!has_any_to_write (import, accept_doubtful))
    return 0;
  if (!ys_import_check_unchanged (import->index, ledger, error))
    return -1;
  backup = ys_backup_write (ledger, YS_BACKUP_IMPORT, NULL, import->now, error);
  if (backup == NULL || !ys_case_editor_begin (&editor, ledger, "import", error)
      || !ys_import_check_unchanged (import->index, ledger, error)
      || !write_all (&editor, import, accept_doubtful, &batch, error))
    return -1;
  ys_case_editor_clear (&editor);
  /* Not part of the change: a full disk here only makes the program ask again next time. */
  ys_import_tables_remember (&import->tables, NULL);
  return batch;
}
