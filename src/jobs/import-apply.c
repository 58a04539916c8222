/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes what was judged: a backup, then one change that holds every row, the communities and
 * companies it needs and the batch itself; all of it or nothing. */
#include "config.h"

#include "import-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "backup.h"
#include "change.h"
#include "import-batch.h"
#include "import-common.h"
#include "job-error.h"
#include "ledger.h"
#include "text.h"

/* Rows between two looks at progress and cancellation. */
#define STRIDE 256

typedef struct
{
  YsImport *import;
  YsChange *change;
  GHashTable *written; /* item → YsCompound as it now stands; borrowed from the items */
  guint n_new;
  guint n_changed;
} Writer;

static gboolean
refuse_refused (const YsImport *import, GError **error)
{
  for (guint i = 0; i < import->items->len; i++)
    {
      const YsImportItem *item = g_ptr_array_index (import->items, i);

      if (item->pub.verdict != YS_VERDICT_REFUSED)
        continue;
      return ys_import_refuse (import->counts[YS_VERDICT_REFUSED], item->pub.sheet, item->pub.row,
                               item->pub.reason, error);
    }
  return TRUE;
}

/* A community that was entered without its town gets it from the file. */
static gboolean
complete_town (Writer *writer, YsImportItem *item, GError **error)
{
  YsCommunity *stored
      = (YsCommunity *)ys_import_index_community (writer->import->index, item->community_id);

  if (item->town == NULL || stored == NULL || stored->town != NULL)
    return TRUE;
  stored->town = g_strdup (item->town);
  return ys_change_update (writer->change, &ys_community_type, stored, NULL, error);
}

static gboolean
ensure_community (Writer *writer, YsImportItem *item, GError **error)
{
  YsCommunity made = { .name = item->community, .town = item->town };

  if (item->community == NULL)
    return TRUE;
  if (item->community_id == 0) /* an earlier row may have made it */
    item->community_id = MAX (0, ys_import_index_find_community (writer->import->index,
                                                                 item->community, item->town));
  if (item->community_id != 0)
    return complete_town (writer, item, error);
  if (!ys_change_insert (writer->change, &ys_community_type, &made, error))
    return FALSE;
  ys_import_index_add_community (writer->import->index, &made);
  item->community_id = made.id;
  return TRUE;
}

static gboolean
ensure_company (Writer *writer, YsImportItem *item, GError **error)
{
  YsCompany made = { .name = item->company };

  if (item->company == NULL)
    return TRUE;
  if (item->company_id == 0)
    item->company_id = ys_import_index_find_company (writer->import->index, item->company);
  if (item->company_id != 0)
    return TRUE;
  if (!ys_change_insert (writer->change, &ys_company_type, &made, error))
    return FALSE;
  ys_import_index_add_company (writer->import->index, &made);
  item->company_id = made.id;
  return TRUE;
}

static gboolean
is_called (const YsCompound *compound, const char *name)
{
  g_autofree char *key = ys_text_key (name);
  g_autofree char *own = ys_text_key (compound->name);
  g_autofree char *lists
      = g_strdup_printf ("%s、%s", compound->former_names != NULL ? compound->former_names : "",
                         compound->other_names != NULL ? compound->other_names : "");
  g_auto (GStrv) names = ys_text_split_list (lists);

  if (g_str_equal (own, key))
    return TRUE;
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *other = ys_text_key (names[i]);
      if (g_str_equal (other, key))
        return TRUE;
    }
  return FALSE;
}

/* The name in the file is kept beside the registry's own, as long as there is room. */
static void
keep_name (YsCompound *compound, const char *name)
{
  const YsField *field = ys_record_type_field (&ys_compound_type, "other_names");
  g_autofree char *list = NULL;

  if (is_called (compound, name))
    return;
  list = compound->other_names != NULL ? g_strconcat (compound->other_names, "、", name, NULL)
                                       : g_strdup (name);
  if (field->maximum == 0 || g_utf8_strlen (list, -1) <= field->maximum)
    ys_field_set_text (field, compound, list);
}

static gboolean
insert_item (Writer *writer, YsImportItem *item, GError **error)
{
  item->read->community_id = item->community_id;
  item->read->company_id = item->company_id;
  if (item->infers_form && item->read->form == YS_FORM_UNKNOWN)
    item->read->form = YS_FORM_COMPANY;
  if (!ys_change_insert (writer->change, &ys_compound_type, item->read, error))
    return FALSE;
  g_hash_table_insert (writer->written, item, item->read);
  writer->n_new++;
  return TRUE;
}

static gboolean
update_compound (Writer *writer, YsImportItem *item, YsCompound *compound, GError **error)
{
  gboolean changed = FALSE;

  /* Where two rows of the file contradict each other the first holds: so the same file, imported
   * again, changes nothing. */
  if (item->twin != YS_NO_TWIN)
    ys_import_item_fill (item, compound);
  else
    ys_import_item_overlay (item, compound);
  if (item->pub.decision == YS_ROW_MERGE)
    {
      keep_name (compound, item->pub.name);
      /* Merging with a withdrawn compound takes it back. */
      compound->withdrawn = FALSE;
      g_clear_pointer (&compound->withdrawn_reason, g_free);
      compound->withdrawn_on = YS_DATE_UNKNOWN;
    }
  if (!ys_change_update (writer->change, &ys_compound_type, compound, &changed, error))
    return FALSE;
  g_hash_table_insert (writer->written, item, compound);
  writer->n_changed += changed ? 1 : 0;
  return TRUE;
}

/* What the earlier row of the same compound wrote, or what stands in the registry; NULL when that
 * row was left out. */
static YsCompound *
target_of (Writer *writer, YsImportItem *item)
{
  YsCompound *target = NULL;

  if (item->twin != YS_NO_TWIN)
    target = g_hash_table_lookup (writer->written,
                                  g_ptr_array_index (writer->import->items, item->twin));
  return target != NULL ? target : item->merged;
}

static gboolean
write_item (Writer *writer, YsImportItem *item, GError **error)
{
  gboolean is_merge = item->pub.decision == YS_ROW_MERGE;
  gboolean is_new = item->pub.verdict == YS_VERDICT_NEW || item->pub.decision == YS_ROW_NEW
                    || (item->pub.decision == YS_ROW_ACCEPT && item->pub.match == 0);
  YsCompound *target = is_new ? NULL : target_of (writer, item);

  if (!ensure_community (writer, item, error) || !ensure_company (writer, item, error))
    return FALSE;
  if (target != NULL)
    return update_compound (writer, item, target, error);
  if (!is_new && is_merge && item->pub.match != 0)
    {
      /* The first of two rows was left out, but the compound is known. */
      item->merged
          = ys_compound_copy (ys_import_index_compound (writer->import->index, item->pub.match));
      return update_compound (writer, item, item->merged, error);
    }
  return insert_item (writer, item, error);
}

static gboolean
write_items (Writer *writer,
             YsProgressFunc progress,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  GPtrArray *items = writer->import->items;

  for (guint i = 0; i < items->len; i++)
    {
      YsImportItem *item = g_ptr_array_index (items, i);

      if (i % STRIDE == 0)
        {
          if (g_cancellable_is_cancelled (cancellable))
            {
              g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_CANCELLED, _ ("Cancelled."));
              return FALSE;
            }
          if (progress != NULL)
            progress (i, items->len, user_data);
        }
      if (!ys_import_is_to_write (item) || write_item (writer, item, error))
        continue;
      /* Translators: a worksheet, a row; the reason follows */
      g_prefix_error (error, _ ("%s, row %u: "), item->pub.sheet, item->pub.row);
      return FALSE;
    }
  return TRUE;
}

static gboolean
write_batch (Writer *writer, YsInstant now, gint64 *out_id, GError **error)
{
  YsImport *import = writer->import;
  g_autoptr (GString) sheets = g_string_new (NULL);
  YsImportBatch batch = {
    .file_name = import->file_name,
    .sha256 = import->sha256,
    .shape = (char *)ys_import_shape (import),
    .n_new = YS_NUMBER (writer->n_new),
    .n_same = YS_NUMBER (import->counts[YS_VERDICT_SAME]),
    .n_changed = YS_NUMBER (writer->n_changed),
    .n_doubtful = YS_NUMBER (import->counts[YS_VERDICT_DOUBTFUL]),
    .n_refused = YS_NUMBER (import->counts[YS_VERDICT_REFUSED]),
    .at = now,
  };

  for (guint i = 0; i < import->tables->len && sheets->len < 150; i++)
    g_string_append_printf (sheets, "%s%s", i > 0 ? "、" : "",
                            ((const YsRawTable *)g_ptr_array_index (import->tables, i))->sheet);
  batch.sheet = sheets->str;
  if (!ys_change_insert (writer->change, &ys_import_batch_type, &batch, error))
    return FALSE;
  *out_id = batch.id;
  return TRUE;
}

static gboolean
write_all (Writer *writer,
           YsInstant now,
           YsProgressFunc progress,
           gpointer user_data,
           GCancellable *cancellable,
           gint64 *out_batch,
           GError **error)
{
  if (!write_items (writer, progress, user_data, cancellable, error))
    return FALSE;
  if (writer->n_new + writer->n_changed == 0)
    {
      *out_batch = 0; /* every merge and acceptance was in the ledger already */
      return TRUE;
    }
  return write_batch (writer, now, out_batch, error)
         && ys_change_commit (writer->change, NULL, error);
}

/* Not part of the change: what the program learned, not what the office did. The rows are written
 * by now, so a full disk here only makes the program ask again next time. */
static void
remember (Writer *writer, YsLedger *ledger)
{
  for (guint i = 0; i < writer->import->items->len; i++)
    {
      const YsImportItem *item = g_ptr_array_index (writer->import->items, i);
      const YsCompound *compound = g_hash_table_lookup (writer->written, item);

      if (item->pub.decision == YS_ROW_MERGE && compound != NULL
          && !ys_import_remember_merge (ledger, item, compound->id, NULL))
        return;
    }
  ys_import_remember_headings (writer->import, ledger, NULL);
}

static gboolean
write_in_change (YsImport *import,
                 YsLedger *ledger,
                 YsInstant now,
                 YsProgressFunc progress,
                 gpointer user_data,
                 GCancellable *cancellable,
                 gint64 *out_batch,
                 GError **error)
{
  g_autoptr (YsChange) change = ys_change_begin (ledger, "import", error);
  g_autoptr (GHashTable) written = g_hash_table_new (NULL, NULL);
  Writer writer = { import, change, written, 0, 0 };

  if (change == NULL || !ys_import_check_unchanged (import->index, ledger, error)
      || !write_all (&writer, now, progress, user_data, cancellable, out_batch, error))
    return FALSE;
  g_clear_pointer (&change, ys_change_free);
  if (*out_batch != 0)
    remember (&writer, ledger);
  return TRUE;
}

gboolean
ys_import_apply (YsImport *import,
                 YsLedger *ledger,
                 gboolean skip_refused,
                 YsInstant now,
                 YsProgressFunc progress,
                 gpointer user_data,
                 GCancellable *cancellable,
                 gint64 *out_batch,
                 GError **error)
{
  gint64 batch = 0;
  g_autofree char *backup = NULL;

  g_return_val_if_fail (import != NULL && ledger != NULL, FALSE);

  if (out_batch != NULL)
    *out_batch = 0;
  if (!skip_refused && !refuse_refused (import, error))
    return FALSE;
  if (ys_import_n_to_write (import) == 0)
    return TRUE;
  if (!ys_import_check_unchanged (import->index, ledger, error))
    return FALSE;
  backup = ys_backup_write (ledger, YS_BACKUP_IMPORT, NULL, now, error);
  if (backup == NULL
      || !write_in_change (import, ledger, now, progress, user_data, cancellable, &batch, error))
    return FALSE;
  if (out_batch != NULL)
    *out_batch = batch;
  return TRUE;
}
