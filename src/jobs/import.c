/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import from file to verdicts, and what a person may still say about it. */
#include "config.h"

#include "import-private.h"

#include <glib/gi18n-lib.h>

#include "import-common.h"
#include "job-error.h"
#include "text.h"

const char *
ys_verdict_nick (YsVerdict verdict)
{
  switch (verdict)
    {
    case YS_VERDICT_NEW:
      return "new";
    case YS_VERDICT_SAME:
      return "same";
    case YS_VERDICT_CHANGED:
      return "changed";
    case YS_VERDICT_DOUBTFUL:
      return "doubtful";
    case YS_VERDICT_REFUSED:
      return "refused";
    case YS_N_VERDICTS:
      break;
    }
  g_return_val_if_reached (NULL);
}

static YsImport *
import_new (const YsImportOptions *options, char *file_name, char *sha256, YsWorkbook *workbook)
{
  YsImport *import = g_new0 (YsImport, 1);

  import->file_name = file_name;
  import->sha256 = sha256;
  import->sheet = g_strdup (options->sheet);
  import->today = options->today;
  import->workbook = workbook;
  import->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  import->remembered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  import->tables = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_raw_table_free);
  import->grids = g_ptr_array_new ();
  import->items = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_import_item_free);
  return import;
}

void
ys_import_free (YsImport *import)
{
  if (import == NULL)
    return;
  g_ptr_array_unref (import->items);
  g_ptr_array_unref (import->grids);
  g_ptr_array_unref (import->tables);
  ys_import_index_free (import->index);
  g_hash_table_unref (import->chosen);
  g_hash_table_unref (import->remembered);
  ys_workbook_free (import->workbook);
  g_free (import->sheet);
  g_free (import->sha256);
  g_free (import->file_name);
  g_free (import);
}

static gboolean
choose (gpointer import, const char *heading, const char *field, GError **error)
{
  return ys_import_choose (import, heading, field, error);
}

static void
read_grid (YsImport *import, const YsGrid *grid)
{
  YsRawTable *table = ys_registry_read (grid, ys_import_heading_field, import);

  if (table->shape == YS_SHAPE_NONE)
    {
      ys_raw_table_free (table);
      return;
    }
  g_ptr_array_add (import->tables, table);
  g_ptr_array_add (import->grids, (gpointer)grid);
}

/* Sheets that name no compounds say something else, as long as another one does. */
static void
drop_tables_without_names (YsImport *import)
{
  gboolean any = FALSE;

  for (guint i = 0; i < import->tables->len; i++)
    any |= ys_raw_table_has_names (g_ptr_array_index (import->tables, i));
  for (guint i = import->tables->len; any && i > 0; i--)
    if (!ys_raw_table_has_names (g_ptr_array_index (import->tables, i - 1)))
      {
        g_ptr_array_remove_index (import->tables, i - 1);
        g_ptr_array_remove_index (import->grids, i - 1);
      }
}

static gboolean
refuse_sheet (const YsImport *import, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < ys_workbook_n_sheets (import->workbook); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            ys_grid_name (ys_workbook_sheet (import->workbook, i)));
  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
               /* Translators: a worksheet's name, then a list of those that are there */
               _ ("There is no worksheet “%s”. Choose one of: %s."), import->sheet, names->str);
  return FALSE;
}

static gboolean
read_tables (YsImport *import, YsLedger *ledger, GError **error)
{
  g_ptr_array_set_size (import->items, 0);
  g_ptr_array_set_size (import->grids, 0);
  g_ptr_array_set_size (import->tables, 0);
  import->ledger = ledger;
  if (import->sheet != NULL)
    {
      const YsGrid *grid = ys_workbook_find_sheet (import->workbook, import->sheet);
      if (grid == NULL)
        return refuse_sheet (import, error);
      read_grid (import, grid);
    }
  else
    for (guint i = 0; i < ys_workbook_n_sheets (import->workbook); i++)
      if (!ys_grid_is_hidden (ys_workbook_sheet (import->workbook, i)))
        read_grid (import, ys_workbook_sheet (import->workbook, i));
  import->ledger = NULL;
  drop_tables_without_names (import);
  if (import->tables->len > 0)
    return TRUE;
  g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                       _ ("No table with known headings was found. Head the columns such as "
                          "小区名称 and 社区名称, "
                          "or say which heading stands for which field."));
  return FALSE;
}

static YsImport *
finish_new (YsImport *import,
            YsLedger *ledger,
            const YsImportOptions *options,
            YsProgressFunc progress,
            gpointer user_data,
            GCancellable *cancellable,
            GError **error)
{
  if (ys_import_take_mapping (options->mapping, choose, import, error)
      && read_tables (import, ledger, error) && ys_import_check_chosen (import, error)
      && ys_import_judge (import, ledger, progress, user_data, cancellable, error))
    return import;
  ys_import_free (import);
  return NULL;
}

/* (transfer full) (nullable): SHA-256 of the file; the batch names it. */
static char *
hash_file (const char *path, GCancellable *cancellable)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, NULL);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *buffer = g_malloc (256 * 1024);
  gssize n = -1;

  while (
      stream != NULL
      && (n = g_input_stream_read (G_INPUT_STREAM (stream), buffer, 256 * 1024, cancellable, NULL))
             > 0)
    g_checksum_update (checksum, buffer, n);
  return n == 0 ? g_strdup (g_checksum_get_string (checksum)) : NULL;
}

YsImport *
ys_import_new (YsLedger *ledger,
               const char *path,
               const YsImportOptions *options,
               YsProgressFunc progress,
               gpointer user_data,
               GCancellable *cancellable,
               GError **error)
{
  YsWorkbook *workbook;

  g_return_val_if_fail (ledger != NULL && path != NULL && options != NULL, NULL);
  g_return_val_if_fail (ys_date_is_full (options->today), NULL);

  workbook = ys_workbook_read_file (path, cancellable, error);
  if (workbook == NULL)
    return NULL;
  return finish_new (import_new (options, g_filename_display_basename (path),
                                 hash_file (path, cancellable), workbook),
                     ledger, options, progress, user_data, cancellable, error);
}

YsImport *
ys_import_new_from_paste (YsLedger *ledger,
                          const char *text,
                          const YsImportOptions *options,
                          GError **error)
{
  YsWorkbook *workbook;

  g_return_val_if_fail (ledger != NULL && text != NULL && options != NULL, NULL);
  g_return_val_if_fail (ys_date_is_full (options->today), NULL);

  workbook = ys_workbook_read_paste (text, error);
  if (workbook == NULL)
    return NULL;
  return finish_new (import_new (options, g_strdup (_ ("Pasted cells")),
                                 g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1),
                                 workbook),
                     ledger, options, NULL, NULL, NULL, error);
}

const char *
ys_import_shape (const YsImport *import)
{
  const YsRawTable *first;

  g_return_val_if_fail (import != NULL, NULL);

  if (import->tables->len == 0) /* a mapping took the last known heading away */
    return NULL;
  first = g_ptr_array_index (import->tables, 0);
  for (guint i = 1; i < import->tables->len; i++)
    if (((const YsRawTable *)g_ptr_array_index (import->tables, i))->shape != first->shape)
      return "mixed";
  return ys_table_shape_nick (first->shape);
}

const char *
ys_import_file_name (const YsImport *import)
{
  g_return_val_if_fail (import != NULL, NULL);

  return import->file_name;
}

guint
ys_import_n_tables (const YsImport *import)
{
  g_return_val_if_fail (import != NULL, 0);

  return import->tables->len;
}

const YsRawTable *
ys_import_table (const YsImport *import, guint index)
{
  g_return_val_if_fail (import != NULL && index < import->tables->len, NULL);

  return g_ptr_array_index (import->tables, index);
}

guint
ys_import_n_rows (const YsImport *import)
{
  g_return_val_if_fail (import != NULL, 0);

  return import->items->len;
}

static YsImportItem *
item_at (const YsImport *import, guint index)
{
  g_return_val_if_fail (import != NULL && index < import->items->len, NULL);

  return g_ptr_array_index (import->items, index);
}

const YsImportRow *
ys_import_row (const YsImport *import, guint index)
{
  const YsImportItem *item = item_at (import, index);

  return item != NULL ? &item->pub : NULL;
}

const YsCompound *
ys_import_compound (const YsImport *import, guint index)
{
  const YsImportItem *item = item_at (import, index);

  if (item == NULL)
    return NULL;
  /* While it is not decided that a row is the compound proposed, it is what it says. */
  if (item->merged == NULL
      || (item->pub.verdict == YS_VERDICT_DOUBTFUL && item->pub.can_merge
          && item->pub.decision != YS_ROW_MERGE))
    return item->read;
  return item->merged;
}

const char *
ys_import_community (const YsImport *import, guint index)
{
  const YsImportItem *item = item_at (import, index);

  return item != NULL ? item->community : NULL;
}

const char *
ys_import_company (const YsImport *import, guint index)
{
  const YsImportItem *item = item_at (import, index);

  return item != NULL ? item->company : NULL;
}

guint
ys_import_count (const YsImport *import, YsVerdict verdict)
{
  g_return_val_if_fail (import != NULL && verdict < YS_N_VERDICTS, 0);

  return import->counts[verdict];
}

gboolean
ys_import_is_to_write (const YsImportItem *item)
{
  switch (item->pub.verdict)
    {
    case YS_VERDICT_NEW:
    case YS_VERDICT_CHANGED:
      return TRUE;
    case YS_VERDICT_DOUBTFUL:
      return item->pub.decision != YS_ROW_NONE;
    case YS_VERDICT_SAME:
    case YS_VERDICT_REFUSED:
    case YS_N_VERDICTS:
      return FALSE;
    }
  g_return_val_if_reached (FALSE);
}

guint
ys_import_n_to_write (const YsImport *import)
{
  guint n = 0;

  g_return_val_if_fail (import != NULL, 0);

  for (guint i = 0; i < import->items->len; i++)
    n += ys_import_is_to_write (g_ptr_array_index (import->items, i)) ? 1 : 0;
  return n;
}

/* (nullable) */
static const YsTableColumn *
find_heading (const YsRawTable *table, const char *heading)
{
  for (guint c = 0; c < table->columns->len; c++)
    {
      const YsTableColumn *column = g_ptr_array_index (table->columns, c);

      if (g_strcmp0 (column->heading, heading) == 0)
        return column;
    }
  return NULL;
}

/* A field stands in one column of a table: the one chosen last has it, the one before gives it up.
 */
static gboolean
take_field (YsImport *import, const char *heading, const char *field, GError **error)
{
  for (guint t = 0; *field != '\0' && t < import->tables->len; t++)
    {
      const YsRawTable *table = g_ptr_array_index (import->tables, t);

      if (find_heading (table, heading) == NULL)
        continue;
      for (guint c = 0; c < table->columns->len; c++)
        {
          const YsTableColumn *column = g_ptr_array_index (table->columns, c);

          if (g_strcmp0 (column->field, field) == 0 && !g_str_equal (column->heading, heading)
              && !ys_import_choose (import, column->heading, "", error))
            return FALSE;
        }
    }
  return ys_import_choose (import, heading, field, error);
}

gboolean
ys_import_map (
    YsImport *import, YsLedger *ledger, const char *heading, const char *field, GError **error)
{
  g_return_val_if_fail (import != NULL && ledger != NULL, FALSE);
  g_return_val_if_fail (heading != NULL && field != NULL, FALSE);

  return take_field (import, heading, field, error) && read_tables (import, ledger, error)
         && ys_import_judge (import, ledger, NULL, NULL, NULL, error);
}

gboolean
ys_import_decide (YsImport *import, guint index, YsRowDecision decision)
{
  YsImportItem *item = item_at (import, index);

  if (item == NULL || item->pub.verdict != YS_VERDICT_DOUBTFUL
      || (decision == YS_ROW_MERGE && !item->pub.can_merge)
      || (decision == YS_ROW_NEW && !item->pub.can_be_new)
      || (decision == YS_ROW_ACCEPT && !item->pub.can_accept))
    return FALSE;
  item->pub.decision = decision;
  return TRUE;
}
