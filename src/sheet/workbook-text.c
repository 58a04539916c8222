/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Delimited text: its encoding, its delimiter and its quoted cells. All cells are text: what they
 * mean is for the reader of the table. */
#include "config.h"

#include "workbook-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* Enough of a file to see its delimiter. */
#define SNIFF_BYTES (64 * 1024)
#define SNIFF_RECORDS 50

typedef struct
{
  const char *at;
  const char *end;
  char delimiter;
  gboolean quotes;
  GString *cell;
} Scanner;

typedef enum
{
  STOP_CELL,
  STOP_RECORD,
  STOP_END,
  STOP_OPEN_QUOTE,
  STOP_TOO_LONG
} Stop;

static char *
convert (const char *data, gsize size, const char *charset, gsize *out_length, GError **error)
{
  char *text = g_convert (data, (gssize)size, "UTF-8", charset, NULL, out_length, NULL);

  if (text == NULL)
    g_set_error_literal (error, YS_SHEET_ERROR, YS_SHEET_ERROR_ENCODING,
                         _ ("The text is in no encoding that we know. Open the file in Excel or "
                            "WPS and save it as .xlsx."));
  return text;
}

/* GBK is the part of GB18030 that Excel writes; a system without tables for the whole has those. */
static char *
convert_chinese (const char *data, gsize size, gsize *out_length, GError **error)
{
  char *text = convert (data, size, "GB18030", out_length, NULL);

  return text != NULL ? text : convert (data, size, "GBK", out_length, error);
}

/* Binary files may pass as GB18030; controls give them away. */
static gboolean
is_text (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      guint8 c = (guint8)text[i];
      if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v'
           && !(c == 0x1A && i + 1 == length))
          || c == 0x7F)
        return FALSE;
    }
  return TRUE;
}

char *
ys_text_decode (GBytes *bytes, gsize *out_length, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = NULL;

  if (size >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    {
      data += 3;
      size -= 3;
      text = convert (data, size, "UTF-8", out_length, error);
    }
  else if (size >= 2 && memcmp (data, "\xFF\xFE", 2) == 0)
    text = convert (data + 2, size - 2, "UTF-16LE", out_length, error);
  else if (size >= 2 && memcmp (data, "\xFE\xFF", 2) == 0)
    text = convert (data + 2, size - 2, "UTF-16BE", out_length, error);
  else if (g_utf8_validate_len (data, size, NULL))
    {
      text = g_strndup (data, size);
      *out_length = size;
    }
  else if (is_text (data, size))
    text = convert_chinese (data, size, out_length, error);
  else
    {
      g_set_error_literal (error, YS_SHEET_ERROR, YS_SHEET_ERROR_NOT_A_TABLE,
                           _ ("This is not a workbook. Choose an .xlsx or a .csv file."));
      return NULL;
    }
  if (text != NULL && !is_text (text, *out_length))
    {
      g_set_error_literal (error, YS_SHEET_ERROR, YS_SHEET_ERROR_NOT_A_TABLE,
                           _ ("This is not a workbook. Choose an .xlsx or a .csv file."));
      return NULL;
    }
  return g_steal_pointer (&text);
}

/* Past a line's end of any kind. */
static void
skip_line_end (Scanner *scanner)
{
  if (*scanner->at == '\r' && scanner->at + 1 < scanner->end && scanner->at[1] == '\n')
    scanner->at++;
  scanner->at++;
}

/* The quoted part of a cell; TRUE when its closing quote was found. */
static gboolean
scan_quoted (Scanner *scanner)
{
  for (scanner->at++; scanner->at < scanner->end; scanner->at++)
    {
      if (*scanner->at == '"')
        {
          if (scanner->at + 1 < scanner->end && scanner->at[1] == '"')
            scanner->at++;
          else
            {
              scanner->at++;
              return TRUE;
            }
        }
      if (scanner->cell->len >= YS_WORKBOOK_MAX_CELL_BYTES)
        return FALSE;
      /* A line break inside a cell is one character, as spreadsheets keep it. */
      if (*scanner->at == '\r' && scanner->at + 1 < scanner->end && scanner->at[1] == '\n')
        continue;
      g_string_append_c (scanner->cell, *scanner->at == '\r' ? '\n' : *scanner->at);
    }
  return FALSE;
}

static Stop
scan_cell (Scanner *scanner)
{
  const char *start;

  g_string_truncate (scanner->cell, 0);
  if (scanner->quotes && scanner->at < scanner->end && *scanner->at == '"'
      && !scan_quoted (scanner))
    return scanner->at < scanner->end ? STOP_TOO_LONG : STOP_OPEN_QUOTE;
  start = scanner->at;
  while (scanner->at < scanner->end && *scanner->at != scanner->delimiter && *scanner->at != '\n'
         && *scanner->at != '\r')
    scanner->at++;
  if ((gsize)(scanner->at - start)
      > YS_WORKBOOK_MAX_CELL_BYTES - MIN (scanner->cell->len, YS_WORKBOOK_MAX_CELL_BYTES))
    return STOP_TOO_LONG;
  g_string_append_len (scanner->cell, start, scanner->at - start);
  if (scanner->at >= scanner->end)
    return STOP_END;
  if (*scanner->at == scanner->delimiter)
    {
      scanner->at++;
      return STOP_CELL;
    }
  skip_line_end (scanner);
  return STOP_RECORD;
}

/* How many records of the sample have the commonest number of cells, when that is more than one;
 * the number itself decides between equals. */
static guint
score_delimiter (const char *text, gsize length, char delimiter)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  Scanner scanner = { text, text + MIN (length, SNIFF_BYTES), delimiter, TRUE, cell };
  guint counts[SNIFF_RECORDS] = { 0 };
  guint n = 0, best = 0;

  while (n < SNIFF_RECORDS && scanner.at < scanner.end)
    {
      Stop stop = scan_cell (&scanner);
      counts[n] = MIN (counts[n] + 1, 2000);
      if (stop == STOP_RECORD)
        n++;
      else if (stop != STOP_CELL)
        break;
    }
  for (guint i = 0; i < MIN (n + 1, SNIFF_RECORDS); i++)
    {
      guint same = 0;
      for (guint j = 0; j < MIN (n + 1, SNIFF_RECORDS); j++)
        same += counts[j] == counts[i] ? 1 : 0;
      if (counts[i] > 1)
        best = MAX (best, same * 10000 + counts[i]);
    }
  return best;
}

static char
sniff_delimiter (const char *text, gsize length)
{
  static const char candidates[] = { ',', '\t', ';', '|' };
  char found = ',';
  guint best = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      guint score = score_delimiter (text, length, candidates[i]);
      if (score > best)
        {
          best = score;
          found = candidates[i];
        }
    }
  return found;
}

static gboolean
keep_cell (YsWorkbook *workbook,
           YsGrid *grid,
           guint row,
           guint column,
           const GString *text,
           GError **error)
{
  YsCell cell = { .kind = YS_CELL_TEXT };

  if (text->len == 0)
    return ys_grid_check_column (column, TRUE, error);
  cell.text = ys_workbook_keep (workbook, text->str, text->len, error);
  return cell.text != NULL && ys_grid_append (workbook, grid, row, column, cell, error);
}

static void
set_stop_error (Stop stop, guint row, GError **error)
{
  if (stop == STOP_OPEN_QUOTE)
    g_set_error (error, YS_SHEET_ERROR, YS_SHEET_ERROR_DAMAGED,
                 _ ("A quotation mark that opens in row %u is never closed. Close or delete it and "
                    "save the file again."),
                 row + 1);
  else
    g_set_error (error, YS_SHEET_ERROR, YS_SHEET_ERROR_TOO_LARGE,
                 _ ("A cell in row %u holds more than %u KB of text. Shorten it and save the file "
                    "again."),
                 row + 1, YS_WORKBOOK_MAX_CELL_BYTES / 1024);
}

static gboolean
read_records (
    YsWorkbook *workbook, YsGrid *grid, Scanner *scanner, GCancellable *cancellable, GError **error)
{
  guint row = 0, column = 0;

  while (scanner->at < scanner->end || column > 0)
    {
      Stop stop = scan_cell (scanner);

      if (stop == STOP_OPEN_QUOTE || stop == STOP_TOO_LONG)
        {
          set_stop_error (stop, row, error);
          return FALSE;
        }
      if (!keep_cell (workbook, grid, row, column, scanner->cell, error))
        return FALSE;
      column++;
      if (stop == STOP_END)
        break;
      if (stop == STOP_CELL)
        continue;
      column = 0;
      row++;
      if (row % 4096 == 0 && g_cancellable_is_cancelled (cancellable))
        {
          g_set_error_literal (error, YS_SHEET_ERROR, YS_SHEET_ERROR_CANCELLED, _ ("Cancelled."));
          return FALSE;
        }
    }
  return TRUE;
}

static YsWorkbook *
read_with (const char *text,
           gsize length,
           const char *sheet_name,
           char delimiter,
           gboolean quotes,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (YsWorkbook) workbook = ys_workbook_new ();
  g_autoptr (GString) cell = g_string_new (NULL);
  Scanner scanner = { text, text + length, delimiter, quotes, cell };

  if (!read_records (workbook, ys_workbook_add_grid (workbook, sheet_name), &scanner, cancellable,
                     error))
    return NULL;
  return g_steal_pointer (&workbook);
}

YsWorkbook *
ys_workbook_read_delimited (const char *text,
                            gsize length,
                            const char *sheet_name,
                            char delimiter,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (GError) local = NULL;
  gboolean paste = delimiter != 0;
  YsWorkbook *workbook;

  /* Excel's own first line for a file whose delimiter is no comma. */
  if (!paste && length > 5 && strncmp (text, "sep=", 4) == 0
      && (text[5] == '\r' || text[5] == '\n'))
    {
      delimiter = text[4];
      text += 5;
      length -= 5;
      while (length > 0 && (*text == '\r' || *text == '\n'))
        text++, length--;
    }
  /* A DOS end-of-file mark. */
  if (length > 0 && text[length - 1] == 0x1A)
    length--;
  if (delimiter == 0)
    delimiter = sniff_delimiter (text, length);
  workbook = read_with (text, length, sheet_name, delimiter, TRUE, cancellable, &local);
  /* Text pasted from elsewhere may hold a lone quotation mark: then it is a character like others.
   */
  if (workbook == NULL && paste && g_error_matches (local, YS_SHEET_ERROR, YS_SHEET_ERROR_DAMAGED))
    return read_with (text, length, sheet_name, delimiter, FALSE, cancellable, error);
  if (workbook == NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return workbook;
}
