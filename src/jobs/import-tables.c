/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Headings that a person chose come first, then those remembered, then the known ones. */
#include "config.h"

#include "import-tables.h"

#include <glib/gi18n-lib.h>

#include "import-common.h"
#include "job-error.h"
#include "ledger.h"
#include "text-writer.h"
#include "text.h"
#include "xlsx-writer.h"

void
ys_import_tables_begin (YsImportTables *tables,
                        YsLedger *ledger,
                        GArray *wanted,
                        const char *setting,
                        const char *mark,
                        const char *unknown)
{
  tables->ledger = ledger;
  tables->wanted = wanted;
  tables->setting = setting;
  tables->mark = mark;
  tables->unknown = unknown;
  tables->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  tables->remembered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
ys_import_tables_clear (YsImportTables *tables)
{
  g_clear_pointer (&tables->tables, g_ptr_array_unref);
  g_clear_pointer (&tables->wanted, g_array_unref);
  g_clear_pointer (&tables->chosen, g_hash_table_unref);
  g_clear_pointer (&tables->remembered, g_hash_table_unref);
  g_clear_pointer (&tables->own_workbook, ys_workbook_free);
  g_clear_pointer (&tables->file_name, g_free);
  g_clear_pointer (&tables->sha256, g_free);
  g_clear_pointer (&tables->sheet, g_free);
}

gboolean
ys_import_tables_open (YsImportTables *tables,
                       const char *path,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;

  tables->workbook = tables->own_workbook = ys_workbook_read_file (path, cancellable, error);
  if (tables->workbook == NULL)
    return FALSE;
  tables->file_name = g_filename_display_basename (path);
  file = g_mapped_file_new (path, FALSE, NULL);
  bytes = file != NULL ? g_mapped_file_get_bytes (file) : NULL;
  if (bytes != NULL)
    tables->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  return TRUE;
}

/* (nullable): the field itself, "" for none. */
static const char *
check_field (const YsImportTables *tables, const char *field, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (*field == '\0' || g_str_equal (field, "-"))
    return "";
  for (guint i = 0; i < tables->wanted->len; i++)
    {
      const YsWantedColumn *wanted = &g_array_index (tables->wanted, YsWantedColumn, i);

      if (g_str_equal (wanted->field, field))
        return wanted->field;
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", wanted->field);
    }
  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
               _ ("“%s” is no field that can be imported. Write one of: %s."), field, names->str);
  return NULL;
}

static const char *
recall (YsImportTables *tables, const char *key)
{
  g_autofree char *setting = NULL;
  g_autofree char *value = NULL;
  gpointer known;

  if (g_hash_table_lookup_extended (tables->remembered, key, NULL, &known))
    return known;
  setting = g_strconcat (tables->setting, key, NULL);
  value = ys_ledger_get_setting (tables->ledger, setting);
  known = value != NULL ? (gpointer)check_field (tables, value, NULL) : NULL;
  g_hash_table_insert (tables->remembered, g_strdup (key), known);
  return known;
}

/* A YsHeadingFunc. */
static const char *
heading_field (const char *key, gpointer data)
{
  YsImportTables *tables = data;
  gpointer field;

  if (g_hash_table_lookup_extended (tables->chosen, key, NULL, &field))
    return field;
  return recall (tables, key);
}

gboolean
ys_import_tables_remember (const YsImportTables *tables, GError **error)
{
  GHashTableIter iter;
  gpointer key, field;

  g_hash_table_iter_init (&iter, tables->chosen);
  while (g_hash_table_iter_next (&iter, &key, &field))
    {
      g_autofree char *setting = g_strconcat (tables->setting, key, NULL);

      if (!ys_ledger_set_setting (tables->ledger, setting, *(char *)field != '\0' ? field : "-",
                                  error))
        return FALSE;
    }
  return TRUE;
}

static void
add_table (YsImportTables *tables, const YsGrid *grid)
{
  YsColumnTable *table
      = ys_column_table_find (grid, (const YsWantedColumn *)(gpointer)tables->wanted->data,
                              tables->wanted->len, heading_field, tables);

  if (table != NULL)
    g_ptr_array_add (tables->tables, table);
}

static gboolean
has_mark (const YsImportTables *tables, guint i)
{
  return ys_column_table_column (g_ptr_array_index (tables->tables, i), tables->mark) != G_MAXUINT;
}

/* A sheet without case numbers, say, is another one, as long as there is one that has them. */
static void
drop_others (YsImportTables *tables)
{
  gboolean any = FALSE;

  for (guint i = 0; i < tables->tables->len; i++)
    any |= has_mark (tables, i);
  for (guint i = tables->tables->len; any && i > 0; i--)
    if (!has_mark (tables, i - 1))
      g_ptr_array_remove_index (tables->tables, i - 1);
}

/* The first sheet with a row of headings; @grid (nullable): the one asked for. */
static void
take_unknown (YsImportTables *tables, const YsGrid *grid)
{
  YsColumnTable *table = grid != NULL ? ys_column_table_unknown (grid) : NULL;

  for (guint i = 0; grid == NULL && table == NULL && i < ys_workbook_n_sheets (tables->workbook);
       i++)
    if (!ys_grid_is_hidden (ys_workbook_sheet (tables->workbook, i)))
      table = ys_column_table_unknown (ys_workbook_sheet (tables->workbook, i));
  if (table != NULL)
    g_ptr_array_add (tables->tables, table);
}

gboolean
ys_import_tables_read (YsImportTables *tables, GError **error)
{
  const YsGrid *grid = NULL;

  g_clear_pointer (&tables->tables, g_ptr_array_unref);
  tables->tables = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_column_table_free);
  if (tables->sheet != NULL)
    {
      grid = ys_workbook_find_sheet (tables->workbook, tables->sheet);
      if (grid == NULL)
        {
          g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                       _ ("There is no worksheet “%s”. Write the name as the file has it."),
                       tables->sheet);
          return FALSE;
        }
      add_table (tables, grid);
    }
  for (guint i = 0; grid == NULL && i < ys_workbook_n_sheets (tables->workbook); i++)
    if (!ys_grid_is_hidden (ys_workbook_sheet (tables->workbook, i)))
      add_table (tables, ys_workbook_sheet (tables->workbook, i));
  drop_others (tables);
  if (tables->tables->len == 0 && tables->any_heads)
    take_unknown (tables, grid);
  if (tables->tables->len > 0)
    return TRUE;
  g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED, tables->unknown);
  return FALSE;
}

gboolean
ys_import_tables_choose (YsImportTables *tables,
                         const char *heading,
                         const char *field,
                         GError **error)
{
  const char *known = check_field (tables, field, error);

  if (known == NULL)
    return FALSE;
  g_hash_table_insert (tables->chosen, ys_text_key (heading), (gpointer)known);
  return TRUE;
}

static gboolean
choose (gpointer tables, const char *heading, const char *field, GError **error)
{
  return ys_import_tables_choose (tables, heading, field, error);
}

gboolean
ys_import_tables_take (YsImportTables *tables, GStrv mapping, GError **error)
{
  return ys_import_take_mapping (mapping, choose, tables, error);
}

gboolean
ys_import_tables_map (YsImportTables *tables,
                      const char *heading,
                      const char *field,
                      GError **error)
{
  for (guint t = 0; *field != '\0' && t < tables->tables->len; t++)
    {
      const YsColumnTable *table = g_ptr_array_index (tables->tables, t);

      for (guint c = 0; c < table->columns->len; c++)
        {
          const YsTableColumn *column = g_ptr_array_index (table->columns, c);

          if (g_strcmp0 (column->field, field) == 0
              && !ys_import_tables_choose (tables, column->heading, "", error))
            return FALSE;
        }
    }
  return ys_import_tables_choose (tables, heading, field, error)
         && ys_import_tables_read (tables, error);
}

static guint
add_refused (YsSheet *sheet,
             guint row,
             const YsImportTables *tables,
             guint t,
             const GPtrArray *items,
             YsImportRefusedFunc refused)
{
  const YsColumnTable *table = g_ptr_array_index (tables->tables, t);

  ys_refused_add_heads (sheet, row++, table->columns);
  for (guint i = 0; i < items->len; i++)
    {
      guint own_table = 0, own_row = 0;
      const char *reason = refused (g_ptr_array_index (items, i), &own_table, &own_row);

      if (reason == NULL || own_table != t)
        continue;
      for (guint c = 0; c < table->columns->len; c++)
        {
          const YsTableColumn *column = g_ptr_array_index (table->columns, c);
          g_autofree char *text
              = ys_text_clean (ys_grid_text_merged (table->grid, own_row, column->column));

          ys_refused_set_text (sheet, row, c, text);
        }
      ys_refused_set_text (sheet, row++, table->columns->len, reason);
    }
  return row;
}

static guint
widest (const YsImportTables *tables)
{
  guint n = 0;

  for (guint t = 0; t < tables->tables->len; t++)
    n = MAX (n, ((const YsColumnTable *)g_ptr_array_index (tables->tables, t))->columns->len);
  return n;
}

gboolean
ys_import_tables_export_refused (const YsImportTables *tables,
                                 const GPtrArray *items,
                                 YsImportRefusedFunc refused,
                                 const char *path,
                                 YsInstant now,
                                 GError **error)
{
  g_autoptr (YsSheet) sheet = NULL;
  g_autoptr (GPtrArray) sheets = g_ptr_array_new ();
  g_autofree char *lower = g_ascii_strdown (path, -1);
  YsDocumentInfo info = { .title = _ ("Refused"), .created = now };
  guint row = 0;

  sheet = ys_sheet_new (_ ("Refused"), widest (tables) + 1);
  for (guint t = 0; t < tables->tables->len; t++)
    row = add_refused (sheet, row, tables, t, items, refused);
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
