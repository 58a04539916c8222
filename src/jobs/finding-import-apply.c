/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes judged findings: a backup, then one change with every visit, its findings and the batch,
 * so that one undo takes all of it back. */
#include "config.h"

#include "finding-import-private.h"

#include <glib/gi18n-lib.h>

#include "backup.h"
#include "import-batch.h"
#include "import-common.h"
#include "record-store.h"

static gboolean
is_to_write (const YsFindingItem *item, gboolean accept_doubtful)
{
  return item->pub.verdict == YS_VERDICT_NEW
         || (accept_doubtful && item->pub.verdict == YS_VERDICT_DOUBTFUL);
}

static gboolean
refuse_refused (const YsFindingImport *import, GError **error)
{
  for (guint i = 0; i < import->rows->len; i++)
    {
      const YsFindingItem *item = g_ptr_array_index (import->rows, i);

      if (item->pub.verdict == YS_VERDICT_REFUSED)
        return ys_import_refuse (import->counts[YS_VERDICT_REFUSED], item->pub.sheet,
                                 item->pub.row + 1, item->pub.reason, error);
    }
  return TRUE;
}

static gboolean
has_any_to_write (const YsFindingImport *import, gboolean accept_doubtful)
{
  for (guint i = 0; i < import->rows->len; i++)
    if (is_to_write (g_ptr_array_index (import->rows, i), accept_doubtful))
      return TRUE;
  return FALSE;
}

/* The count that the row states; what it leaves blank stays. */
static gboolean
change_count (YsFindingEditor *editor, const YsFindingItem *item, GError **error)
{
  g_autoptr (YsFinding) finding = ys_record_new (&ys_finding_type);
  g_autofree char *place = NULL;
  g_autofree char *note = NULL;
  YsFindingEntry entry = { .code = item->code, .count = item->count };

  if (!ys_record_store_load (editor->ledger, &ys_finding_type, item->existing, finding, error))
    return FALSE;
  entry.place = place = g_strdup (finding->place);
  entry.note = note = g_strdup (item->note != NULL ? item->note : finding->note);
  return ys_inspection_editor_set_finding (editor, finding, &entry, error);
}

static gboolean
write_item (YsFindingEditor *editor, YsFindingItem *item, GError **error)
{
  const YsFindingEntry entry
      = { .code = item->code, .count = item->count, .place = item->place, .note = item->note };
  YsImportVisit *visit = item->visit;
  const YsInspection *inspection
      = visit->stored != NULL ? &visit->stored->inspection : &visit->head;

  if (item->existing != 0)
    return change_count (editor, item, error);
  /* The first row of a visit that is written brings the visit. */
  if (inspection->id == 0 && !ys_inspection_editor_make (editor, &visit->head, error))
    return FALSE;
  return item->clean
         || ys_inspection_make_finding (editor, inspection, visit->book, &entry, error) != 0;
}

static gboolean
write_batch (YsFindingEditor *editor,
             const YsFindingImport *import,
             guint n_new,
             guint n_changed,
             gint64 *out_batch,
             GError **error)
{
  YsImportBatch batch
      = { .file_name = import->tables.file_name,
          .sha256 = import->tables.sha256,
          .sheet = (char *)((const YsFindingItem *)import->rows->pdata[0])->pub.sheet,
          .shape = (char *)"findings",
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
write_all (YsFindingEditor *editor,
           YsFindingImport *import,
           gboolean accept_doubtful,
           gint64 *out_batch,
           GError **error)
{
  guint n_new = 0, n_changed = 0;

  for (guint i = 0; i < import->rows->len; i++)
    {
      YsFindingItem *item = g_ptr_array_index (import->rows, i);

      if (!is_to_write (item, accept_doubtful))
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

/* What a change that was rolled back made is not there. */
static void
forget_visits (YsFindingImport *import)
{
  GHashTableIter iter;
  gpointer visit;

  g_hash_table_iter_init (&iter, import->visits);
  while (g_hash_table_iter_next (&iter, NULL, &visit))
    ((YsImportVisit *)visit)->head.id = 0;
}

gint64
ys_finding_import_apply (YsFindingImport *import,
                         YsLedger *ledger,
                         gboolean skip_refused,
                         gboolean accept_doubtful,
                         GError **error)
{
  g_auto (YsFindingEditor) editor = { 0 };
  g_autofree char *backup = NULL;
  gint64 batch = 0;

  g_return_val_if_fail (import != NULL && ledger != NULL, -1);

  if (!skip_refused && !refuse_refused (import, error))
    return -1;
  if (!has_any_to_write (import, accept_doubtful))
    return 0;
  if (!ys_import_check_unchanged (import->index, ledger, error))
    return -1;
  forget_visits (import);
  backup = ys_backup_write (ledger, YS_BACKUP_IMPORT, NULL, import->now, error);
  if (backup == NULL || !ys_finding_editor_begin (&editor, ledger, "import", error)
      || !ys_import_check_unchanged (import->index, ledger, error)
      || !write_all (&editor, import, accept_doubtful, &batch, error))
    return -1;
  ys_finding_editor_clear (&editor);
  /* Not part of the change: a full disk here only makes the program ask again next time. */
  ys_import_tables_remember (&import->tables, NULL);
  return batch;
}
