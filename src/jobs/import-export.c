/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The refused rows as they stand in the file, with a last column saying why: corrected there, the
 * file can be imported itself. */
#include "config.h"

#include "import-private.h"

#include <glib/gi18n-lib.h>

#include "import-common.h"
#include "job-error.h"
#include "text-writer.h"
#include "text.h"
#include "xlsx-writer.h"

static gboolean
has_refused (const YsImport *import, guint table)
{
  for (guint i = 0; i < import->items->len; i++)
    {
      const YsImportItem *item = g_ptr_array_index (import->items, i);
      if (item->table == table && item->pub.verdict == YS_VERDICT_REFUSED)
        return TRUE;
    }
  return FALSE;
}

static guint
widest_table (const YsImport *import)
{
  guint n = 0;

  for (guint i = 0; i < import->tables->len; i++)
    n = MAX (n, ((const YsRawTable *)g_ptr_array_index (import->tables, i))->columns->len);
  return n;
}

/* (transfer full): one compound of a list stands for itself, its community without the count of the
 * list; all else as the file has it. */
static char *
cell_text (const YsImport *import, const YsImportItem *item, const YsTableColumn *column)
{
  const YsRawTable *table = g_ptr_array_index (import->tables, item->table);
  const YsGrid *grid = g_ptr_array_index (import->grids, item->table);
  gboolean is_list = table->shape == YS_SHAPE_ANNEX3 || table->shape == YS_SHAPE_ANNEX4;

  if (is_list && g_strcmp0 (column->field, "name") == 0)
    return g_strdup (item->pub.name);
  if (is_list && g_strcmp0 (column->field, "community") == 0)
    return g_strdup (item->community);
  if (is_list && g_strcmp0 (column->field, "town") == 0)
    return g_strdup (item->town);
  return ys_text_clean (ys_grid_text_merged (grid, item->raw->row, column->column));
}

/* The refused rows of one table from @row on; the row behind them. */
static guint
add_rows (YsSheet *sheet, guint row, const YsImport *import, guint table_index)
{
  const YsRawTable *table = g_ptr_array_index (import->tables, table_index);

  ys_refused_add_heads (sheet, row++, table->columns);
  for (guint i = 0; i < import->items->len; i++)
    {
      const YsImportItem *item = g_ptr_array_index (import->items, i);

      if (item->table != table_index || item->pub.verdict != YS_VERDICT_REFUSED)
        continue;
      for (guint j = 0; j < table->columns->len; j++)
        {
          g_autofree char *text = cell_text (import, item, g_ptr_array_index (table->columns, j));
          ys_refused_set_text (sheet, row, j, text);
        }
      ys_refused_set_text (sheet, row++, table->columns->len, item->pub.reason);
    }
  return row;
}

static gboolean
write_csv (const YsImport *import, const char *path, GError **error)
{
  g_autoptr (YsSheet) sheet = ys_sheet_new (_ ("Refused"), widest_table (import) + 1);
  guint row = 0;

  for (guint i = 0; i < import->tables->len; i++)
    if (has_refused (import, i))
      row = add_rows (sheet, row, import, i);
  return ys_csv_write_file (sheet, path, error);
}

static gboolean
write_xlsx (const YsImport *import, const char *path, YsInstant now, GError **error)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_sheet_unref);
  YsDocumentInfo info = { .title = _ ("Refused"), .created = now };

  for (guint i = 0; i < import->tables->len; i++)
    {
      const YsRawTable *table = g_ptr_array_index (import->tables, i);
      YsSheet *sheet;

      if (!has_refused (import, i))
        continue;
      sheet = ys_sheet_new (table->sheet, table->columns->len + 1);
      add_rows (sheet, 0, import, i);
      g_ptr_array_add (sheets, sheet);
    }
  return ys_xlsx_write_file (sheets, &info, path, NULL, error);
}

gboolean
ys_import_export_refused (const YsImport *import, const char *path, YsInstant now, GError **error)
{
  g_autofree char *lower = NULL;

  g_return_val_if_fail (import != NULL && path != NULL, FALSE);

  lower = g_ascii_strdown (path, -1);
  if (import->counts[YS_VERDICT_REFUSED] == 0)
    {
      g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                           _ ("No row was refused: there is nothing to save."));
      return FALSE;
    }
  if (g_str_has_suffix (lower, ".csv"))
    return write_csv (import, path, error);
  if (g_str_has_suffix (lower, ".xlsx"))
    return write_xlsx (import, path, now, error);
  g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                       _ ("The refused rows are written as .xlsx or .csv. Let the file name end "
                          "so."));
  return FALSE;
}
