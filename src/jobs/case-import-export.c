/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The refused rows of an import of cases as they stand in the file, with a last column saying why.
 */
#include "config.h"

#include "case-import-private.h"

#include <glib/gi18n-lib.h>

#include "import-common.h"
#include "job-error.h"
#include "text-writer.h"
#include "text.h"
#include "xlsx-writer.h"

static guint
add_rows (YsSheet *sheet, guint row, const YsCaseImport *import, guint t)
{
  const YsColumnTable *table = g_ptr_array_index (import->tables, t);

  ys_refused_add_heads (sheet, row++, table->columns);
  for (guint i = 0; i < import->rows->len; i++)
    {
      const YsCaseItem *item = g_ptr_array_index (import->rows, i);

      if (item->table != t || item->pub.verdict != YS_CASE_ROW_REFUSED)
        continue;
      for (guint c = 0; c < table->columns->len; c++)
        {
          const YsTableColumn *column = g_ptr_array_index (table->columns, c);
          g_autofree char *text
              = ys_text_clean (ys_grid_text_merged (table->grid, item->pub.row, column->column));

          ys_refused_set_text (sheet, row, c, text);
        }
      ys_refused_set_text (sheet, row++, table->columns->len, item->pub.reason);
    }
  return row;
}

static guint
widest (const YsCaseImport *import)
{
  guint n = 0;

  for (guint t = 0; t < import->tables->len; t++)
    n = MAX (n, ((const YsColumnTable *)g_ptr_array_index (import->tables, t))->columns->len);
  return n;
}

gboolean
ys_case_import_export_refused (const YsCaseImport *import,
                               const char *path,
                               YsInstant now,
                               GError **error)
{
  g_autoptr (YsSheet) sheet = NULL;
  g_autoptr (GPtrArray) sheets = g_ptr_array_new ();
  g_autofree char *lower = NULL;
  YsDocumentInfo info = { .title = _ ("Refused"), .created = now };
  guint row = 0;

  g_return_val_if_fail (import != NULL && path != NULL, FALSE);

  lower = g_ascii_strdown (path, -1);
  sheet = ys_sheet_new (_ ("Refused"), widest (import) + 1);
  for (guint t = 0; t < import->tables->len; t++)
    row = add_rows (sheet, row, import, t);
  if (g_str_has_suffix (lower, ".csv"))
    return ys_csv_write_file (sheet, path, error);
  if (!g_str_has_suffix (lower, ".xlsx"))
    {
      g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                   _ ("“%s” ends in neither .xlsx nor .csv. Write one of these endings."), path);
      return FALSE;
    }
  g_ptr_array_add (sheets, sheet);
  return ys_xlsx_write_file (sheets, &info, path, NULL, error);
}
