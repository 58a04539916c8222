/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row that a source fills: values and styles of one row at a time in buffers that are used
 * again, so that a hundred thousand rows cost the memory of one. */
#include "config.h"

#include "sheet-private.h"

#include <string.h>

struct _YsSheetRow
{
  YsSheet *sheet; /* borrowed */
  guint n_columns;
  YsSheetValue *values;
  const YsCellStyle **styles; /* interned, NULL: not set in this row */
  const YsCellStyle **last;   /* the column's last style: mostly the same again */
  gsize *offsets;             /* of texts in @texts, which moves while it grows */
  GString *texts;
};

YsSheetRow *
ys_sheet_row_new (YsSheet *sheet)
{
  YsSheetRow *cells = g_new0 (YsSheetRow, 1);

  cells->sheet = sheet;
  cells->n_columns = ys_sheet_n_columns (sheet);
  cells->values = g_new0 (YsSheetValue, cells->n_columns);
  cells->styles = g_new0 (const YsCellStyle *, cells->n_columns);
  cells->last = g_new0 (const YsCellStyle *, cells->n_columns);
  cells->offsets = g_new0 (gsize, cells->n_columns);
  cells->texts = g_string_sized_new (1024);
  return cells;
}

void
ys_sheet_row_free (YsSheetRow *cells)
{
  g_free (cells->values);
  g_free (cells->styles);
  g_free (cells->last);
  g_free (cells->offsets);
  g_string_free (cells->texts, TRUE);
  g_free (cells);
}

void
ys_sheet_row_fill (YsSheetRow *cells, guint row)
{
  const YsSheetSource *source = ys_sheet_source (cells->sheet);

  g_return_if_fail (ys_sheet_is_source_row (cells->sheet, row));
  memset (cells->values, 0, cells->n_columns * sizeof *cells->values);
  memset (cells->styles, 0, cells->n_columns * sizeof *cells->styles);
  g_string_truncate (cells->texts, 0);
  source->fill (cells, row, source->user_data);
  for (guint column = 0; column < cells->n_columns; column++)
    if (cells->values[column].kind == YS_VALUE_TEXT)
      cells->values[column].text = cells->texts->str + cells->offsets[column];
}

void
ys_sheet_row_set (YsSheetRow *cells, guint column, YsSheetValue value, const YsCellStyle *style)
{
  g_return_if_fail (cells != NULL);
  g_return_if_fail (column < cells->n_columns);

  if (cells->last[column] == NULL || style == NULL
      || memcmp (cells->last[column], style, sizeof *style) != 0)
    cells->last[column] = ys_sheet_intern_style (cells->sheet, style);
  cells->styles[column] = cells->last[column];
  if (value.kind == YS_VALUE_TEXT && (value.text == NULL || *value.text == '\0'))
    value = YS_SHEET_EMPTY;
  cells->values[column] = value;
  if (value.kind == YS_VALUE_TEXT)
    {
      cells->offsets[column] = cells->texts->len;
      g_string_append_len (cells->texts, value.text, (gssize)strlen (value.text) + 1);
    }
}

YsSheetValue
ys_sheet_row_value (const YsSheetRow *cells, guint column)
{
  return cells->values[column];
}

const YsCellStyle *
ys_sheet_row_style (const YsSheetRow *cells, guint column)
{
  return cells->styles[column];
}
