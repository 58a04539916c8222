/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which field a heading stands for, as a person said: now, or when this heading was last imported.
 * Remembered per heading, not per file: offices write the same heads every fortnight. */
#include "config.h"

#include "import-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "job-error.h"
#include "ledger.h"
#include "text.h"

#define SETTING_HEADING "import.heading:"
#define SETTING_MERGE "import.merged:"

const char *
ys_import_check_field (const char *field, GError **error)
{
  g_autoptr (GString) names = NULL;

  if (*field == '\0' || g_str_equal (field, "-"))
    return "";
  if (g_str_equal (field, "town"))
    return "town";
  for (guint i = 0; i < ys_compound_type.n_fields; i++)
    if ((ys_compound_type.fields[i].flags & YS_FIELD_IMPORT)
        && g_str_equal (ys_compound_type.fields[i].name, field))
      return ys_compound_type.fields[i].name;

  names = g_string_new ("town");
  for (guint i = 0; i < ys_compound_type.n_fields; i++)
    if (ys_compound_type.fields[i].flags & YS_FIELD_IMPORT)
      g_string_append_printf (names, ", %s", ys_compound_type.fields[i].name);
  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
               /* Translators: what was typed, then a list of fields */
               _ ("“%s” is no field that can be imported. Write one of: %s."), field, names->str);
  return NULL;
}

gboolean
ys_import_choose (YsImport *import, const char *heading, const char *field, GError **error)
{
  const char *known = ys_import_check_field (field, error);

  if (known == NULL)
    return FALSE;
  g_hash_table_insert (import->chosen, ys_text_key (heading), (gpointer)known);
  return TRUE;
}

static const char *
recall (YsImport *import, const char *key)
{
  g_autofree char *setting = NULL;
  g_autofree char *value = NULL;
  gpointer known;

  if (g_hash_table_lookup_extended (import->remembered, key, NULL, &known))
    return known;
  if (import->ledger == NULL)
    return NULL;
  setting = g_strconcat (SETTING_HEADING, key, NULL);
  value = ys_ledger_get_setting (import->ledger, setting);
  /* A field of a newer program means nothing here. */
  known = value != NULL ? (gpointer)ys_import_check_field (value, NULL) : NULL;
  g_hash_table_insert (import->remembered, g_strdup (key), known);
  return known;
}

const char *
ys_import_heading_field (const char *key, gpointer data)
{
  YsImport *import = data;
  gpointer field;

  if (g_hash_table_lookup_extended (import->chosen, key, NULL, &field))
    return field;
  return recall (import, key);
}

/* What a person chose, and what was guessed and then imported: both were seen and stood. */
gboolean
ys_import_remember_headings (const YsImport *import, YsLedger *ledger, GError **error)
{
  for (guint i = 0; i < import->tables->len; i++)
    {
      const YsRawTable *table = g_ptr_array_index (import->tables, i);

      for (guint j = 0; j < table->columns->len; j++)
        {
          const YsTableColumn *column = g_ptr_array_index (table->columns, j);
          g_autofree char *key = ys_text_key (column->heading);
          g_autofree char *setting = g_strconcat (SETTING_HEADING, key, NULL);

          if (!column->guessed && !g_hash_table_contains (import->chosen, key))
            continue;
          if (!ys_ledger_set_setting (ledger, setting, column->field != NULL ? column->field : "-",
                                      error))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
has_heading (const YsImport *import, const char *key)
{
  for (guint i = 0; i < import->tables->len; i++)
    {
      const YsRawTable *table = g_ptr_array_index (import->tables, i);

      for (guint j = 0; j < table->columns->len; j++)
        {
          const YsTableColumn *column = g_ptr_array_index (table->columns, j);
          g_autofree char *here = ys_text_key (column->heading);
          if (strstr (here, key) != NULL)
            return TRUE;
        }
    }
  return FALSE;
}

gboolean
ys_import_check_chosen (const YsImport *import, GError **error)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, import->chosen);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!has_heading (import, key))
      {
        g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                     _ ("No column is headed “%s”. Write the heading as it stands in the file."),
                     (const char *)key);
        return FALSE;
      }
  return TRUE;
}

static char *
merge_setting (const YsImportItem *item)
{
  g_autofree char *community
      = ys_import_community_key (item->community != NULL ? item->community : "");

  return g_strconcat (SETTING_MERGE, community, "/", item->pub.name, NULL);
}

gboolean
ys_import_recalls_merge (YsLedger *ledger, const YsImportItem *item, gint64 compound_id)
{
  g_autofree char *setting = merge_setting (item);
  g_autofree char *value = ys_ledger_get_setting (ledger, setting);

  return value != NULL && g_ascii_strtoll (value, NULL, 10) == compound_id;
}

gboolean
ys_import_remember_merge (YsLedger *ledger,
                          const YsImportItem *item,
                          gint64 compound_id,
                          GError **error)
{
  g_autofree char *setting = merge_setting (item);
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, compound_id);

  return ys_ledger_set_setting (ledger, setting, value, error);
}
