/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes are written as UTF-8 and never converted to the locale's charset: a script reads the same
 * whatever the locale, and names in Chinese survive LC_ALL=C. */
#include "config.h"

#include "output.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "text.h"

struct _YsTable
{
  guint n_columns;
  GPtrArray *rows; /* (element-type GStrv): the heads first */
  gboolean *at_end;
};

void
ys_json_text (JsonBuilder *builder, const char *key, const char *text)
{
  json_builder_set_member_name (builder, key);
  if (text == NULL || *text == '\0')
    json_builder_add_null_value (builder);
  else
    json_builder_add_string_value (builder, text);
}

void
ys_json_int (JsonBuilder *builder, const char *key, gint64 value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_int_value (builder, value);
}

void
ys_json_flag (JsonBuilder *builder, const char *key, gboolean value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_boolean_value (builder, value);
}

void
ys_json_date (JsonBuilder *builder, const char *key, YsDate date)
{
  g_autofree char *text = ys_date_to_iso (date);

  ys_json_text (builder, key, text);
}

void
ys_json_instant (JsonBuilder *builder, const char *key, YsInstant instant)
{
  g_autofree char *text = ys_instant_to_iso (instant);

  ys_json_text (builder, key, text);
}

void
ys_json_node (JsonBuilder *builder, const char *key, const char *json)
{
  JsonNode *node = json != NULL ? json_from_string (json, NULL) : NULL;

  json_builder_set_member_name (builder, key);
  if (node != NULL)
    json_builder_add_value (builder, node);
  else
    json_builder_add_null_value (builder);
}

void
ys_print_json (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = NULL;

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, NULL);
  fputs (text, stdout);
  fputc ('\n', stdout);
}

void
ys_print_line (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fputs (text, stdout);
  fputc ('\n', stdout);
}

void
ys_print_message (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_strdelimit (text, "\r\n", ' ');
  fprintf (stderr, "%s: %s\n", g_get_prgname (), text);
}

YsTable *
ys_table_new (const YsHead *heads)
{
  YsTable *table = g_new0 (YsTable, 1);
  char **first;

  while (heads[table->n_columns].label != NULL)
    table->n_columns++;
  table->at_end = g_new0 (gboolean, table->n_columns);
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  first = g_new0 (char *, table->n_columns + 1);
  for (guint i = 0; i < table->n_columns; i++)
    {
      table->at_end[i] = heads[i].at_end;
      first[i] = g_strdup (heads[i].label);
    }
  g_ptr_array_add (table->rows, first);
  return table;
}

void
ys_table_free (YsTable *table)
{
  g_ptr_array_unref (table->rows);
  g_free (table->at_end);
  g_free (table);
}

void
ys_table_add (YsTable *table, ...)
{
  char **row = g_new0 (char *, table->n_columns + 1);
  va_list cells;

  va_start (cells, table);
  for (guint i = 0; i < table->n_columns; i++)
    {
      row[i] = g_strdup (va_arg (cells, const char *));
      if (row[i] == NULL)
        row[i] = g_strdup ("");
      g_strdelimit (row[i], "\r\n\t", ' ');
    }
  va_end (cells);
  g_ptr_array_add (table->rows, row);
}

static void
append_cell (GString *line, const char *text, guint width, gboolean at_end, gboolean last)
{
  guint gap = width - ys_text_columns (text);

  if (at_end)
    g_string_append_printf (line, "%*s", (int)gap, "");
  g_string_append (line, text);
  if (!at_end && !last)
    g_string_append_printf (line, "%*s", (int)gap, "");
  if (!last)
    g_string_append (line, "  ");
}

void
ys_table_print (const YsTable *table)
{
  g_autofree guint *widths = g_new0 (guint, table->n_columns);

  for (guint row = 0; row < table->rows->len; row++)
    for (guint i = 0; i < table->n_columns; i++)
      widths[i] = MAX (widths[i], ys_text_columns (((GStrv)table->rows->pdata[row])[i]));

  for (guint row = 0; row < table->rows->len; row++)
    {
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint i = 0; i < table->n_columns; i++)
        append_cell (line, ((GStrv)table->rows->pdata[row])[i], widths[i], table->at_end[i],
                     i + 1 == table->n_columns);
      while (line->len > 0 && line->str[line->len - 1] == ' ')
        g_string_truncate (line, line->len - 1);
      fputs (line->str, stdout);
      fputc ('\n', stdout);
    }
}
