/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import of cases from file to judged rows. */
#include "config.h"

#include "case-import-private.h"

#include <glib/gi18n-lib.h>

/* Apart from the registry's: 编号 is something else there. */
#define SETTING_HEADING "import.case.heading:"

void
ys_case_import_free (YsCaseImport *import)
{
  if (import == NULL)
    return;
  g_clear_pointer (&import->rows, g_ptr_array_unref);
  g_clear_pointer (&import->index, ys_import_index_free);
  ys_import_tables_clear (&import->tables);
  g_free (import);
}

static YsCaseImport *
import_new (YsLedger *ledger, const char *sheet, YsInstant now)
{
  YsCaseImport *import = g_new0 (YsCaseImport, 1);

  ys_import_tables_begin (&import->tables, ledger, ys_wanted_columns_of (&ys_case_type),
                          SETTING_HEADING, "number",
                          _ ("No table with known headings was found. Head the columns such as "
                             "案卷号, "
                             "小区, 小类 and 派遣时间, or say which heading stands for which "
                             "field."));
  import->tables.sheet = g_strdup (sheet);
  import->now = now;
  return import;
}

static YsCaseImport *
finish_new (YsCaseImport *import, GError **error)
{
  if (ys_import_tables_read (&import->tables, error) && ys_case_import_judge (import, error))
    return import;
  ys_case_import_free (import);
  return NULL;
}

YsCaseImport *
ys_case_import_new (YsLedger *ledger,
                    const YsWorkbook *workbook,
                    const char *file_name,
                    const char *sheet,
                    YsInstant now,
                    GError **error)
{
  YsCaseImport *import;

  g_return_val_if_fail (ledger != NULL && workbook != NULL && file_name != NULL, NULL);

  import = import_new (ledger, sheet, now);
  import->tables.workbook = workbook;
  import->tables.file_name = g_strdup (file_name);
  return finish_new (import, error);
}

YsCaseImport *
ys_case_import_new_from_file (YsLedger *ledger,
                              const char *path,
                              const YsCaseImportOptions *options,
                              GCancellable *cancellable,
                              GError **error)
{
  YsCaseImport *import;

  g_return_val_if_fail (ledger != NULL && path != NULL && options != NULL, NULL);

  import = import_new (ledger, options->sheet, options->now);
  import->level = options->level;
  import->tables.any_heads = options->any_heads;
  if (ys_import_tables_open (&import->tables, path, cancellable, error)
      && ys_import_tables_take (&import->tables, options->mapping, error))
    return finish_new (import, error);
  ys_case_import_free (import);
  return NULL;
}

gboolean
ys_case_import_map (YsCaseImport *import, const char *heading, const char *field, GError **error)
{
  g_return_val_if_fail (import != NULL && heading != NULL && field != NULL, FALSE);

  return ys_import_tables_map (&import->tables, heading, field, error)
         && ys_case_import_judge (import, error);
}

gboolean
ys_case_import_set_level (YsCaseImport *import, int level, GError **error)
{
  g_return_val_if_fail (import != NULL, FALSE);

  import->level = level;
  return ys_case_import_judge (import, error);
}

const char *
ys_case_import_file_name (const YsCaseImport *import)
{
  g_return_val_if_fail (import != NULL, NULL);

  return import->tables.file_name;
}

GPtrArray *
ys_case_import_columns (const YsCaseImport *import)
{
  g_return_val_if_fail (import != NULL, NULL);

  return ((const YsColumnTable *)g_ptr_array_index (import->tables.tables, 0))->columns;
}

GPtrArray *
ys_case_import_rows (const YsCaseImport *import)
{
  g_return_val_if_fail (import != NULL, NULL);

  return import->rows;
}

guint
ys_case_import_count (const YsCaseImport *import, YsVerdict verdict)
{
  g_return_val_if_fail (import != NULL && verdict < YS_N_VERDICTS, 0);

  return import->counts[verdict];
}

static const char *
refused (gconstpointer data, guint *out_table, guint *out_row)
{
  const YsCaseItem *item = data;

  *out_table = item->table;
  *out_row = item->pub.row;
  return item->pub.verdict == YS_VERDICT_REFUSED ? item->pub.reason : NULL;
}

gboolean
ys_case_import_export_refused (const YsCaseImport *import,
                               const char *path,
                               YsInstant now,
                               GError **error)
{
  g_return_val_if_fail (import != NULL && path != NULL, FALSE);

  return ys_import_tables_export_refused (&import->tables, import->rows, refused, path, now, error);
}
