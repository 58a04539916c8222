/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells of one sheet, row by row and in order, so that the same code serves stored rows and rows of
 * a source in constant memory. Text is written as text whatever it looks like; a number that a
 * spreadsheet could not keep exactly is written as text too. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "workbook.h"
#include "xlsx-private.h"

#define ROWS_BETWEEN_CHECKS 256
#define MAX_EXACT 999999999999999 /* spreadsheets keep 15 digits */

typedef enum
{
  NUMBER_GENERAL,
  NUMBER_COUNT,
  NUMBER_HUNDREDTHS,
  NUMBER_DATE,
  N_NUMBERS
} NumberFormat;

/* The formats #,##0 and 0.00 have numbers of their own. */
#define BUILT_IN_COUNT 3
#define BUILT_IN_HUNDREDTHS 2

/* One sheet on its way out. */
typedef struct
{
  YsXlsxBook *book;
  lxw_worksheet *worksheet;
  YsSheet *sheet;
  YsSheetRow *source_row; /* (nullable) */
  GArray *merges;         /* YsSheetRange, by the row in which they are declared */
  guint next_merge;
  GString *scratch;
  guint rows_written;
} Writer;

static uint8_t
lxw_horizontal (YsSheetAlign align)
{
  switch (align)
    {
    case YS_ALIGN_START:
      return LXW_ALIGN_LEFT;
    case YS_ALIGN_CENTER:
      return LXW_ALIGN_CENTER;
    case YS_ALIGN_END:
      return LXW_ALIGN_RIGHT;
    }
  g_assert_not_reached ();
}

static uint8_t
lxw_vertical (YsSheetAlign align)
{
  switch (align)
    {
    case YS_ALIGN_START:
      return LXW_ALIGN_VERTICAL_TOP;
    case YS_ALIGN_CENTER:
      return LXW_ALIGN_VERTICAL_CENTER;
    case YS_ALIGN_END:
      return LXW_ALIGN_VERTICAL_BOTTOM;
    }
  g_assert_not_reached ();
}

static lxw_format *
make_format (lxw_workbook *workbook, const YsCellStyle *style, NumberFormat number)
{
  lxw_format *format = workbook_add_format (workbook);

  if (format == NULL)
    return NULL;
  format_set_font_name (format, style->font == YS_FONT_TITLE ? "方正小标宋简体" : "仿宋_GB2312");
  format_set_font_size (format, style->size / 2.0);
  format_set_font_charset (format, 134); /* GB2312: old programs pick the right glyphs by it */
  if (style->bold)
    format_set_bold (format);
  format_set_align (format, lxw_horizontal (style->horizontal));
  format_set_align (format, lxw_vertical (style->vertical));
  if (style->wrap)
    format_set_text_wrap (format);
  if (style->border)
    format_set_border (format, LXW_BORDER_THIN);
  if (number == NUMBER_COUNT)
    format_set_num_format_index (format, BUILT_IN_COUNT);
  else if (number == NUMBER_HUNDREDTHS)
    format_set_num_format_index (format, BUILT_IN_HUNDREDTHS);
  else if (number == NUMBER_DATE)
    format_set_num_format (format, "yyyy-mm-dd");
  return format;
}

/* @style is interned in its sheet, so its address names it. */
static lxw_format *
format_for (YsXlsxBook *book, const YsCellStyle *style, NumberFormat number)
{
  lxw_format **formats = g_hash_table_lookup (book->formats, style);

  if (formats == NULL)
    {
      formats = g_new0 (lxw_format *, N_NUMBERS);
      g_hash_table_insert (book->formats, (gpointer)style, formats);
    }
  if (formats[number] == NULL)
    formats[number] = make_format (book->workbook, style, number);
  return formats[number];
}

/* Excel's serial days are wrong before 1 March 1900. */
static gboolean
is_serial_date (YsDate date)
{
  return ys_date_is_full (date) && ys_date_compare (date, (YsDate){ 1900, 3, 1 }) >= 0;
}

static lxw_error
write_text (Writer *writer, guint row, guint column, const char *text, const YsCellStyle *style)
{
  return worksheet_write_string (writer->worksheet, row, (lxw_col_t)column,
                                 ys_xlsx_plain_text (text, writer->scratch),
                                 format_for (writer->book, style, NUMBER_GENERAL));
}

static lxw_error
write_number (Writer *writer,
              guint row,
              guint column,
              double number,
              const YsCellStyle *style,
              NumberFormat format)
{
  return worksheet_write_number (writer->worksheet, row, (lxw_col_t)column, number,
                                 format_for (writer->book, style, format));
}

static lxw_error
write_as_text (
    Writer *writer, guint row, guint column, YsSheetValue value, const YsCellStyle *style)
{
  g_autofree char *text = ys_sheet_value_to_text (value);

  return write_text (writer, row, column, text, style);
}

static lxw_error
write_value (Writer *writer, guint row, guint column, YsSheetValue value, const YsCellStyle *style)
{
  gboolean exact = ABS (value.number) <= MAX_EXACT;

  switch (value.kind)
    {
    case YS_VALUE_EMPTY:
      return worksheet_write_blank (writer->worksheet, row, (lxw_col_t)column,
                                    format_for (writer->book, style, NUMBER_GENERAL));
    case YS_VALUE_TEXT:
      return write_text (writer, row, column, value.text, style);
    case YS_VALUE_COUNT:
      if (exact)
        return write_number (writer, row, column, (double)value.number, style, NUMBER_COUNT);
      break;
    case YS_VALUE_HUNDREDTHS:
      if (exact)
        return write_number (writer, row, column, (double)value.number / 100.0, style,
                             NUMBER_HUNDREDTHS);
      break;
    case YS_VALUE_DATE:
      if (is_serial_date (value.date))
        return write_number (writer, row, column, (double)ys_date_to_serial (value.date), style,
                             NUMBER_DATE);
      break;
    }
  return write_as_text (writer, row, column, value, style);
}

static gboolean
fail_at (Writer *writer, guint row, guint column, lxw_error code, GError **error)
{
  g_autofree char *name = ys_column_name (column);

  if (code == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED)
    g_set_error (error, YS_SHEET_ERROR, YS_SHEET_ERROR_FAILED,
                 /* Translators: %s is a sheet, %s%u a cell such as B12. */
                 _ ("The text for cell %2$s%3$u of “%1$s” has more than 32,767 characters. Shorten "
                    "it."),
                 ys_sheet_name (writer->sheet), name, row + 1);
  else
    g_set_error (error, YS_SHEET_ERROR, YS_SHEET_ERROR_FAILED,
                 /* Translators: %s is a sheet, %s%u a cell such as B12, then the reason. */
                 _ ("Cell %2$s%3$u of “%1$s” could not be written: %4$s. Nothing was saved."),
                 ys_sheet_name (writer->sheet), name, row + 1, lxw_strerror (code));
  return FALSE;
}

static int
compare_merges (gconstpointer a, gconstpointer b, gpointer streaming)
{
  const YsSheetRange *one = a, *two = b;
  guint first = GPOINTER_TO_INT (streaming) ? one->row_end : one->row;
  guint second = GPOINTER_TO_INT (streaming) ? two->row_end : two->row;

  return first != second ? (first < second ? -1 : 1) : (one->column < two->column ? -1 : 1);
}

/* The library pads a merge with blanks in all its rows. Stored rows: declared in the first row, and
 * the cells then overwrite the padding. In constant memory, rows already passed ignore the padding,
 * while it would skip ahead of rows to come: declared in the last row. */
static gboolean
write_merges (Writer *writer, guint row, GError **error)
{
  gboolean streaming = writer->book->streaming;

  for (; writer->next_merge < writer->merges->len; writer->next_merge++)
    {
      YsSheetRange range = g_array_index (writer->merges, YsSheetRange, writer->next_merge);
      lxw_error code;

      if ((streaming ? range.row_end : range.row) != row)
        return TRUE;
      code = worksheet_merge_range (writer->worksheet, range.row, (lxw_col_t)range.column,
                                    range.row_end, (lxw_col_t)range.column_end, "",
                                    format_for (writer->book,
                                                ys_sheet_style (writer->sheet, range.row,
                                                                range.column),
                                                NUMBER_GENERAL));
      if (code != LXW_NO_ERROR)
        return fail_at (writer, range.row, range.column, code, error);
    }
  return TRUE;
}

static gboolean
write_source_row (Writer *writer, guint row, GError **error)
{
  double height = ys_sheet_source (writer->sheet)->height;
  gboolean written = height > 0;

  if (writer->source_row == NULL)
    writer->source_row = ys_sheet_row_new (writer->sheet);
  ys_sheet_row_fill (writer->source_row, row);
  if (height > 0)
    worksheet_set_row (writer->worksheet, row, height, NULL);
  for (guint column = 0; column < ys_sheet_n_columns (writer->sheet); column++)
    {
      const YsCellStyle *style = ys_sheet_row_style (writer->source_row, column);
      lxw_error code;

      if (style == NULL)
        continue;
      code = write_value (writer, row, column, ys_sheet_row_value (writer->source_row, column),
                          style);
      if (code != LXW_NO_ERROR)
        return fail_at (writer, row, column, code, error);
      written = TRUE;
    }
  writer->rows_written += written;
  return TRUE;
}

static gboolean
write_stored_row (Writer *writer, guint row, GError **error)
{
  gboolean written = ys_sheet_height_set (writer->sheet, row) > 0;
  lxw_error code;

  for (guint column = 0; column < ys_sheet_n_columns (writer->sheet) && !written; column++)
    {
      const YsSheetCell *cell = ys_sheet_cell (writer->sheet, row, column);

      written = cell != NULL && cell->style != NULL;
    }
  if (!written)
    return TRUE;
  writer->rows_written++;
  code = worksheet_set_row (writer->worksheet, row, ys_sheet_row_height (writer->sheet, row), NULL);
  if (code != LXW_NO_ERROR)
    return fail_at (writer, row, 0, code, error);
  if (!write_merges (writer, row, error))
    return FALSE;
  for (guint column = 0; column < ys_sheet_n_columns (writer->sheet); column++)
    {
      const YsSheetCell *cell = ys_sheet_cell (writer->sheet, row, column);

      if (cell == NULL || cell->style == NULL)
        continue;
      code = write_value (writer, row, column, ys_sheet_get (writer->sheet, row, column),
                          cell->style);
      if (code != LXW_NO_ERROR)
        return fail_at (writer, row, column, code, error);
    }
  return TRUE;
}

static gboolean
write_rows (Writer *writer, GError **error)
{
  guint n_rows = ys_sheet_n_rows (writer->sheet);

  for (guint row = 0; row < n_rows; row++)
    {
      gboolean written;

      if (row % ROWS_BETWEEN_CHECKS == 0 && g_cancellable_is_cancelled (writer->book->cancellable))
        {
          g_set_error (error, YS_SHEET_ERROR, YS_SHEET_ERROR_CANCELLED,
                       _ ("The export was cancelled. Nothing was saved."));
          return FALSE;
        }
      written = ys_sheet_is_source_row (writer->sheet, row) ? write_source_row (writer, row, error)
                                                            : write_stored_row (writer, row, error);
      if (!written)
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_columns (Writer *writer, GError **error)
{
  for (guint column = 0; column < ys_sheet_n_columns (writer->sheet); column++)
    {
      lxw_error code
          = worksheet_set_column (writer->worksheet, (lxw_col_t)column, (lxw_col_t)column,
                                  ys_sheet_column_width (writer->sheet, column), NULL);

      if (code != LXW_NO_ERROR)
        return fail_at (writer, 0, column, code, error);
    }
  return TRUE;
}

gboolean
ys_xlsx_write_cells (YsXlsxBook *book, lxw_worksheet *worksheet, YsSheet *sheet, GError **error)
{
  guint n_merges;
  const YsSheetRange *merges = ys_sheet_merges (sheet, &n_merges);
  Writer writer = { .book = book, .worksheet = worksheet, .sheet = sheet };
  gboolean written;

  writer.merges = g_array_new (FALSE, FALSE, sizeof (YsSheetRange));
  if (n_merges > 0)
    g_array_append_vals (writer.merges, merges, n_merges);
  g_array_sort_with_data (writer.merges, compare_merges, GINT_TO_POINTER (book->streaming));
  writer.scratch = g_string_new (NULL);
  written = write_columns (&writer, error) && write_rows (&writer, error);
  g_array_append_val (book->rows_written, writer.rows_written);
  g_clear_pointer (&writer.source_row, ys_sheet_row_free);
  g_string_free (writer.scratch, TRUE);
  g_array_unref (writer.merges);
  return written;
}
