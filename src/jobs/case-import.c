/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import of cases from file to judged rows: which sheets hold a table, which heading stands for
 * which field. */
#include "config.h"

#include "case-import-private.h"

#include <glib/gi18n-lib.h>

#include "import-common.h"
#include "job-error.h"
#include "ledger.h"
#include "text.h"

/* Apart from the registry's: 编号 is something else there. */
#define SETTING_HEADING "import.case.heading:"

const char *
ys_case_verdict_nick (YsCaseVerdict verdict)
{
  switch (verdict)
    {
    case YS_CASE_ROW_NEW:
      return "new";
    case YS_CASE_ROW_SAME:
      return "same";
    case YS_CASE_ROW_CHANGED:
      return "changed";
    case YS_CASE_ROW_DOUBTFUL:
      return "doubtful";
    case YS_CASE_ROW_REFUSED:
      return "refused";
    case YS_N_CASE_VERDICTS:
      break;
    }
  g_return_val_if_reached (NULL);
}

void
ys_case_import_free (YsCaseImport *import)
{
  if (import == NULL)
    return;
  g_clear_pointer (&import->rows, g_ptr_array_unref);
  g_clear_pointer (&import->tables, g_ptr_array_unref);
  g_clear_pointer (&import->index, ys_import_index_free);
  g_array_unref (import->wanted);
  g_hash_table_unref (import->chosen);
  g_hash_table_unref (import->remembered);
  ys_workbook_free (import->own_workbook);
  g_free (import->file_name);
  g_free (import->sha256);
  g_free (import->sheet);
  g_free (import);
}

/* (nullable): the field itself, "" for none. */
static const char *
check_field (const YsCaseImport *import, const char *field, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (*field == '\0' || g_str_equal (field, "-"))
    return "";
  for (guint i = 0; i < import->wanted->len; i++)
    {
      const YsWantedColumn *wanted = &g_array_index (import->wanted, YsWantedColumn, i);

      if (g_str_equal (wanted->field, field))
        return wanted->field;
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", wanted->field);
    }
  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
               _ ("“%s” is no field that can be imported. Write one of: %s."), field, names->str);
  return NULL;
}

static const char *
recall (YsCaseImport *import, const char *key)
{
  g_autofree char *setting = NULL;
  g_autofree char *value = NULL;
  gpointer known;

  if (g_hash_table_lookup_extended (import->remembered, key, NULL, &known))
    return known;
  setting = g_strconcat (SETTING_HEADING, key, NULL);
  value = ys_ledger_get_setting (import->ledger, setting);
  known = value != NULL ? (gpointer)check_field (import, value, NULL) : NULL;
  g_hash_table_insert (import->remembered, g_strdup (key), known);
  return known;
}

const char *
ys_case_import_heading_field (const char *key, gpointer data)
{
  YsCaseImport *import = data;
  gpointer field;

  if (g_hash_table_lookup_extended (import->chosen, key, NULL, &field))
    return field;
  return recall (import, key);
}

gboolean
ys_case_import_remember_headings (const YsCaseImport *import, GError **error)
{
  GHashTableIter iter;
  gpointer key, field;

  g_hash_table_iter_init (&iter, import->chosen);
  while (g_hash_table_iter_next (&iter, &key, &field))
    {
      g_autofree char *setting = g_strconcat (SETTING_HEADING, key, NULL);

      if (!ys_ledger_set_setting (import->ledger, setting, *(char *)field != '\0' ? field : "-",
                                  error))
        return FALSE;
    }
  return TRUE;
}

static void
add_table (YsCaseImport *import, const YsGrid *grid)
{
  YsColumnTable *table
      = ys_column_table_find (grid, (const YsWantedColumn *)(gpointer)import->wanted->data,
                              import->wanted->len, ys_case_import_heading_field, import);

  if (table != NULL)
    g_ptr_array_add (import->tables, table);
}

/* A sheet without case numbers says something else, as long as another one has them. */
static void
drop_others (YsCaseImport *import)
{
  gboolean any = FALSE;

  for (guint i = 0; i < import->tables->len; i++)
    any |= ys_column_table_column (g_ptr_array_index (import->tables, i), "number") != G_MAXUINT;
  for (guint i = import->tables->len; any && i > 0; i--)
    if (ys_column_table_column (g_ptr_array_index (import->tables, i - 1), "number") == G_MAXUINT)
      g_ptr_array_remove_index (import->tables, i - 1);
}

/* The first sheet with a row of headings; @grid (nullable): the one asked for. */
static void
take_unknown (YsCaseImport *import, const YsGrid *grid)
{
  YsColumnTable *table = grid != NULL ? ys_column_table_unknown (grid) : NULL;

  for (guint i = 0; grid == NULL && table == NULL && i < ys_workbook_n_sheets (import->workbook);
       i++)
    if (!ys_grid_is_hidden (ys_workbook_sheet (import->workbook, i)))
      table = ys_column_table_unknown (ys_workbook_sheet (import->workbook, i));
  if (table != NULL)
    g_ptr_array_add (import->tables, table);
}

static gboolean
read_tables (YsCaseImport *import, GError **error)
{
  const YsGrid *grid = NULL;

  g_clear_pointer (&import->tables, g_ptr_array_unref);
  import->tables = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_column_table_free);
  if (import->sheet != NULL)
    {
      grid = ys_workbook_find_sheet (import->workbook, import->sheet);
      if (grid == NULL)
        {
          g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                       _ ("There is no worksheet “%s”. Write the name as the file has it."),
                       import->sheet);
          return FALSE;
        }
      add_table (import, grid);
    }
  for (guint i = 0; grid == NULL && i < ys_workbook_n_sheets (import->workbook); i++)
    if (!ys_grid_is_hidden (ys_workbook_sheet (import->workbook, i)))
      add_table (import, ys_workbook_sheet (import->workbook, i));
  drop_others (import);
  if (import->tables->len == 0 && import->any_heads)
    take_unknown (import, grid);
  if (import->tables->len > 0)
    return TRUE;
  g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                       _ ("No table with known headings was found. Head the columns such as "
                          "案卷号, "
                          "小区, 小类 and 派遣时间, or say which heading stands for which field."));
  return FALSE;
}

static YsCaseImport *
import_new (YsLedger *ledger, const char *file_name, const char *sheet, YsInstant now)
{
  YsCaseImport *import = g_new0 (YsCaseImport, 1);

  import->ledger = ledger;
  import->file_name = g_strdup (file_name);
  import->sheet = g_strdup (sheet);
  import->now = now;
  import->wanted = ys_wanted_columns_of (&ys_case_type);
  import->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  import->remembered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return import;
}

static YsCaseImport *
finish_new (YsCaseImport *import, GError **error)
{
  if (read_tables (import, error) && ys_case_import_judge (import, error))
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

  import = import_new (ledger, file_name, sheet, now);
  import->workbook = workbook;
  return finish_new (import, error);
}

static gboolean
choose (gpointer data, const char *heading, const char *field, GError **error)
{
  YsCaseImport *import = data;
  const char *known = check_field (import, field, error);

  if (known == NULL)
    return FALSE;
  g_hash_table_insert (import->chosen, ys_text_key (heading), (gpointer)known);
  return TRUE;
}

YsCaseImport *
ys_case_import_new_from_file (YsLedger *ledger,
                              const char *path,
                              const YsCaseImportOptions *options,
                              GCancellable *cancellable,
                              GError **error)
{
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;
  YsCaseImport *import;
  YsWorkbook *workbook;

  g_return_val_if_fail (ledger != NULL && path != NULL && options != NULL, NULL);

  workbook = ys_workbook_read_file (path, cancellable, error);
  if (workbook == NULL)
    return NULL;
  name = g_filename_display_basename (path);
  import = import_new (ledger, name, options->sheet, options->now);
  import->workbook = import->own_workbook = workbook;
  import->level = options->level;
  import->any_heads = options->any_heads;
  file = g_mapped_file_new (path, FALSE, NULL);
  bytes = file != NULL ? g_mapped_file_get_bytes (file) : NULL;
  import->sha256 = bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;
  if (ys_import_take_mapping (options->mapping, choose, import, error))
    return finish_new (import, error);
  ys_case_import_free (import);
  return NULL;
}

gboolean
ys_case_import_map (YsCaseImport *import, const char *heading, const char *field, GError **error)
{
  g_return_val_if_fail (import != NULL && heading != NULL && field != NULL, FALSE);

  /* One column has a field: the one chosen last. */
  for (guint t = 0; *field != '\0' && t < import->tables->len; t++)
    {
      const YsColumnTable *table = g_ptr_array_index (import->tables, t);

      for (guint c = 0; c < table->columns->len; c++)
        {
          const YsTableColumn *column = g_ptr_array_index (table->columns, c);

          if (g_strcmp0 (column->field, field) == 0 && !choose (import, column->heading, "", error))
            return FALSE;
        }
    }
  return choose (import, heading, field, error) && read_tables (import, error)
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

  return import->file_name;
}

GPtrArray *
ys_case_import_columns (const YsCaseImport *import)
{
  g_return_val_if_fail (import != NULL, NULL);

  return ((const YsColumnTable *)g_ptr_array_index (import->tables, 0))->columns;
}

GPtrArray *
ys_case_import_rows (const YsCaseImport *import)
{
  g_return_val_if_fail (import != NULL, NULL);

  return import->rows;
}

guint
ys_case_import_count (const YsCaseImport *import, YsCaseVerdict verdict)
{
  g_return_val_if_fail (import != NULL && verdict < YS_N_CASE_VERDICTS, 0);

  return import->counts[verdict];
}
