/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a sheet: one way for stored cells and for the rows of a source, which are filled as they
 * are asked for; reading in order of rows fills each once. */
#include "config.h"

#include "sheet.h"

#include "number.h"
#include "sheet-private.h"

const YsSheetCell *
ys_sheet_cell (const YsSheet *sheet, guint row, guint column)
{
  const YsSheetLine *at = row < sheet->rows->len ? sheet->rows->pdata[row] : NULL;

  if (at == NULL || at->cells == NULL || column >= sheet->n_columns)
    return NULL;
  return &at->cells[column];
}

const char *
ys_sheet_name (const YsSheet *sheet)
{
  return sheet->name;
}

guint
ys_sheet_n_rows (const YsSheet *sheet)
{
  return MAX (sheet->n_rows, sheet->source.first_row + sheet->source.n_rows);
}

guint
ys_sheet_n_columns (const YsSheet *sheet)
{
  return sheet->n_columns;
}

double
ys_sheet_column_width (const YsSheet *sheet, guint column)
{
  g_return_val_if_fail (column < sheet->n_columns, 0);
  return sheet->widths[column];
}

const YsSheetSource *
ys_sheet_source (const YsSheet *sheet)
{
  return &sheet->source;
}

gboolean
ys_sheet_is_source_row (const YsSheet *sheet, guint row)
{
  return row >= sheet->source.first_row && row - sheet->source.first_row < sheet->source.n_rows;
}

/* The source's row, filled on demand; the last one is kept, as readers go row by row. */
static const YsSheetRow *
read_source (const YsSheet *sheet, guint row)
{
  YsSheet *self = (YsSheet *)sheet; /* a cache */

  if (self->scratch == NULL)
    self->scratch = ys_sheet_row_new (self);
  else if (self->scratch_row == row)
    return self->scratch;
  ys_sheet_row_fill (self->scratch, row);
  self->scratch_row = row;
  return self->scratch;
}

YsSheetValue
ys_sheet_get (const YsSheet *sheet, guint row, guint column)
{
  const YsSheetCell *cell;

  g_return_val_if_fail (column < sheet->n_columns, YS_SHEET_EMPTY);
  if (ys_sheet_is_source_row (sheet, row))
    return ys_sheet_row_value (read_source (sheet, row), column);
  cell = ys_sheet_cell (sheet, row, column);
  if (cell == NULL)
    return YS_SHEET_EMPTY;
  return (YsSheetValue){ cell->kind, cell->text, cell->number, cell->date };
}

const YsCellStyle *
ys_sheet_style (const YsSheet *sheet, guint row, guint column)
{
  const YsSheetCell *cell;

  g_return_val_if_fail (column < sheet->n_columns, &ys_sheet_default_style);
  if (ys_sheet_is_source_row (sheet, row))
    {
      const YsCellStyle *style = ys_sheet_row_style (read_source (sheet, row), column);

      return style != NULL ? style : &ys_sheet_default_style;
    }
  cell = ys_sheet_cell (sheet, row, column);
  return cell != NULL && cell->style != NULL ? cell->style : &ys_sheet_default_style;
}

YsSheetMark
ys_sheet_mark (const YsSheet *sheet, guint row, guint column)
{
  const YsSheetCell *cell = ys_sheet_cell (sheet, row, column);

  return cell != NULL ? cell->mark : YS_MARK_NONE;
}

gboolean
ys_sheet_origin (
    const YsSheet *sheet, guint row, guint column, gint64 *out_id, const char **out_field)
{
  const YsSheetCell *cell = ys_sheet_cell (sheet, row, column);
  gboolean found = cell != NULL && cell->has_origin;

  if (out_id != NULL)
    *out_id = found ? cell->origin_id : 0;
  if (out_field != NULL)
    *out_field = found ? cell->origin_field : NULL;
  return found;
}

const YsSheetRange *
ys_sheet_merges (const YsSheet *sheet, guint *out_n)
{
  if (out_n != NULL)
    *out_n = sheet->merges->len;
  return (const YsSheetRange *)(gconstpointer)sheet->merges->data;
}

const YsSheetRange *
ys_sheet_merge_at (const YsSheet *sheet, guint row, guint column)
{
  const YsSheetCell *cell = ys_sheet_cell (sheet, row, column);

  if (cell == NULL || cell->merge == 0)
    return NULL;
  return &g_array_index (sheet->merges, YsSheetRange, cell->merge - 1);
}

const YsPageSetup *
ys_sheet_page (const YsSheet *sheet)
{
  return &sheet->page;
}

gboolean
ys_sheet_is_kept (const YsSheet *sheet, guint row)
{
  const YsSheetLine *at = row < sheet->rows->len ? sheet->rows->pdata[row] : NULL;

  return at != NULL && at->keep;
}

gboolean
ys_sheet_row_head (const YsSheet *sheet, guint row, guint *out_head)
{
  const YsSheetLine *at = row < sheet->rows->len ? sheet->rows->pdata[row] : NULL;

  if (at == NULL || at->head == 0)
    return FALSE;
  *out_head = at->head - 1;
  return TRUE;
}

double
ys_sheet_height_set (const YsSheet *sheet, guint row)
{
  const YsSheetLine *at = row < sheet->rows->len ? sheet->rows->pdata[row] : NULL;

  if (ys_sheet_is_source_row (sheet, row))
    return sheet->source.height;
  return at != NULL ? at->height : 0;
}

/* One line of the tallest style in the source's first row. */
static double
source_height (const YsSheet *sheet)
{
  double height = sheet->source.height;

  if (height > 0)
    return height;
  for (guint column = 0; column < sheet->n_columns; column++)
    {
      const YsCellStyle *style = ys_sheet_style (sheet, sheet->source.first_row, column);

      height = MAX (height, ys_sheet_lines_height (style, 1));
    }
  return height;
}

double
ys_sheet_row_height (const YsSheet *sheet, guint row)
{
  YsSheet *self = (YsSheet *)sheet; /* a cache */

  if (ys_sheet_is_source_row (sheet, row))
    return source_height (sheet);
  if (row >= sheet->rows->len)
    return YS_SHEET_DEFAULT_HEIGHT;
  if (self->heights == NULL)
    self->heights = ys_sheet_compute_heights (sheet, sheet->rows->len);
  return self->heights[row];
}

gboolean
ys_sheet_value_is_text (YsSheetValue value)
{
  return value.kind == YS_VALUE_TEXT
         || (value.kind == YS_VALUE_DATE && !ys_date_is_full (value.date));
}

char *
ys_sheet_value_to_text (YsSheetValue value)
{
  char *text = NULL;

  switch (value.kind)
    {
    case YS_VALUE_EMPTY:
      break;
    case YS_VALUE_TEXT:
      text = g_strdup (value.text);
      break;
    case YS_VALUE_COUNT:
      text = ys_count_to_text (value.number, TRUE);
      break;
    case YS_VALUE_HUNDREDTHS:
      text = ys_hundredths_to_text (value.number, FALSE);
      break;
    case YS_VALUE_DATE:
      text = ys_date_to_iso (value.date);
      break;
    }
  return text != NULL ? text : g_strdup ("");
}
