/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets and string tables → CSV and tab-separated text. A cell that a spreadsheet would run is
 * disarmed in the file, where it comes from anywhere; pasted text is the user's own and stays. */
#include "config.h"

#include "text-writer.h"

#include <string.h>

#include "file-output.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* -12.5, +86, 1,234: a sign may stand before a number. */
static gboolean
is_number (const char *text)
{
  gboolean digits = FALSE;

  for (const char *p = text + (*text == '-' || *text == '+'); *p != '\0'; p++)
    {
      if (!g_ascii_isdigit (*p) && *p != '.' && *p != ',')
        return FALSE;
      digits |= g_ascii_isdigit (*p);
    }
  return digits;
}

/* Tab and carriage return at the start are dropped by Excel, which then runs the rest. */
static gboolean
is_formula (const char *text)
{
  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL && !is_number (text);
}

static void
append_quoted (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static void
append_csv_cell (GString *out, const char *text, gboolean is_text)
{
  g_autofree char *disarmed = NULL;

  if (is_text && is_formula (text))
    text = disarmed = g_strconcat ("'", text, NULL);
  if (strpbrk (text, ",\"\r\n") != NULL)
    append_quoted (out, text);
  else
    g_string_append (out, text);
}

gboolean
ys_csv_write_file (const YsSheet *sheet, const char *path, GError **error)
{
  g_autoptr (GString) out = g_string_new (BYTE_ORDER_MARK);
  guint n_rows, n_columns;

  g_return_val_if_fail (sheet != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  n_rows = ys_sheet_n_rows (sheet);
  n_columns = ys_sheet_n_columns (sheet);
  for (guint row = 0; row < n_rows; row++)
    {
      for (guint column = 0; column < n_columns; column++)
        {
          YsSheetValue value = ys_sheet_get (sheet, row, column);
          g_autofree char *text = ys_sheet_value_to_text (value);

          if (column > 0)
            g_string_append_c (out, ',');
          append_csv_cell (out, text, value.kind == YS_VALUE_TEXT);
        }
      g_string_append (out, "\r\n");
    }
  return ys_output_write (path, out->str, out->len, error);
}

char *
ys_rows_to_paste (GPtrArray *rows)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (rows != NULL, g_string_free (out, FALSE));
  for (guint row = 0; row < rows->len; row++)
    {
      const char *const *cells = g_ptr_array_index (rows, row);

      if (row > 0)
        g_string_append_c (out, '\n');
      for (guint column = 0; cells[column] != NULL; column++)
        {
          if (column > 0)
            g_string_append_c (out, '\t');
          if (cells[column][0] == '"' || strpbrk (cells[column], "\t\r\n") != NULL)
            append_quoted (out, cells[column]);
          else
            g_string_append (out, cells[column]);
        }
    }
  return g_string_free (out, FALSE);
}
