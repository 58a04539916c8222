/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet model: rows of cells, each with value, style, mark and origin; merges as a list and as
 * an index in the cells they cover. Setting a cell costs no search; styles and texts are kept once.
 */
#include "config.h"

#include "sheet.h"

#include <string.h>

#include "sheet-private.h"

const YsCellStyle ys_sheet_default_style = { .font = YS_FONT_BODY, .size = 24 };

static const YsPageSetup default_page = {
  .landscape = TRUE,
  .margin_mm = { 18, 15, 18, 15 },
  .fit_to_width = TRUE,
  .repeat_first = 1,
  .repeat_last = 0,
};

GQuark
ys_sheet_error_quark (void)
{
  return g_quark_from_static_string ("ys-sheet-error-quark");
}

static void
row_free (YsSheetLine *row)
{
  if (row == NULL)
    return;
  g_free (row->cells);
  g_free (row);
}

/* All members are of one size, so there is no padding to compare. */
G_STATIC_ASSERT (sizeof (YsCellStyle) == 7 * sizeof (int));

static guint
style_hash (gconstpointer key)
{
  const unsigned char *bytes = key;
  guint hash = 5381;

  for (gsize i = 0; i < sizeof (YsCellStyle); i++)
    hash = hash * 33 + bytes[i];
  return hash;
}

static gboolean
style_equal (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, sizeof (YsCellStyle)) == 0;
}

YsSheet *
ys_sheet_new (const char *name, guint n_columns)
{
  YsSheet *sheet;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (n_columns > 0 && n_columns <= 16384, NULL);

  sheet = g_new0 (YsSheet, 1);
  g_atomic_ref_count_init (&sheet->ref_count);
  sheet->name = g_strdup (name);
  sheet->n_columns = n_columns;
  sheet->widths = g_new (double, n_columns);
  for (guint i = 0; i < n_columns; i++)
    sheet->widths[i] = YS_SHEET_DEFAULT_WIDTH;
  sheet->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)row_free);
  sheet->merges = g_array_new (FALSE, FALSE, sizeof (YsSheetRange));
  sheet->images = g_array_new (FALSE, FALSE, sizeof (YsSheetImage));
  g_array_set_clear_func (sheet->images, (GDestroyNotify)ys_sheet_image_clear);
  sheet->styles = g_hash_table_new_full (style_hash, style_equal, g_free, NULL);
  sheet->texts = g_string_chunk_new (4096);
  sheet->page = default_page;
  return sheet;
}

YsSheet *
ys_sheet_ref (YsSheet *sheet)
{
  g_return_val_if_fail (sheet != NULL, NULL);
  g_atomic_ref_count_inc (&sheet->ref_count);
  return sheet;
}

static void
drop_source (YsSheet *sheet)
{
  if (sheet->source.destroy != NULL)
    sheet->source.destroy (sheet->source.user_data);
  memset (&sheet->source, 0, sizeof sheet->source);
  g_clear_pointer (&sheet->scratch, ys_sheet_row_free);
}

void
ys_sheet_unref (YsSheet *sheet)
{
  g_return_if_fail (sheet != NULL);
  if (!g_atomic_ref_count_dec (&sheet->ref_count))
    return;
  drop_source (sheet);
  g_free (sheet->name);
  g_free (sheet->widths);
  g_free (sheet->heights);
  g_ptr_array_unref (sheet->rows);
  g_array_unref (sheet->merges);
  g_array_unref (sheet->images);
  g_hash_table_unref (sheet->styles);
  g_string_chunk_free (sheet->texts);
  g_free (sheet);
}

void
ys_sheet_set_column_width (YsSheet *sheet, guint column, double characters)
{
  g_return_if_fail (column < sheet->n_columns);
  g_return_if_fail (characters > 0 && characters <= 255);
  sheet->widths[column] = characters;
  g_clear_pointer (&sheet->heights, g_free);
}

const YsCellStyle *
ys_sheet_intern_style (YsSheet *sheet, const YsCellStyle *style)
{
  const YsCellStyle *found;

  if (style == NULL)
    style = &ys_sheet_default_style;
  found = g_hash_table_lookup (sheet->styles, style);
  if (found == NULL)
    {
      YsCellStyle *copy = g_memdup2 (style, sizeof *style);

      g_hash_table_add (sheet->styles, copy);
      found = copy;
    }
  return found;
}

static YsSheetLine *
ensure_row (YsSheet *sheet, guint row)
{
  if (row >= sheet->rows->len)
    g_ptr_array_set_size (sheet->rows, (int)row + 1);
  if (sheet->rows->pdata[row] == NULL)
    sheet->rows->pdata[row] = g_new0 (YsSheetLine, 1);
  return sheet->rows->pdata[row];
}

static YsSheetCell *
ensure_cell (YsSheet *sheet, guint row, guint column)
{
  YsSheetLine *at = ensure_row (sheet, row);

  if (at->cells == NULL)
    at->cells = g_new0 (YsSheetCell, sheet->n_columns);
  g_clear_pointer (&sheet->heights, g_free);
  return &at->cells[column];
}

static gboolean
can_set (const YsSheet *sheet, guint row, guint column)
{
  return column < sheet->n_columns && row < 1048576 && !ys_sheet_is_source_row (sheet, row);
}

static void
store (YsSheet *sheet, guint row, guint column, YsSheetValue value, const YsCellStyle *style)
{
  YsSheetCell *cell = ensure_cell (sheet, row, column);

  cell->kind = value.kind;
  cell->number = value.number;
  cell->date = value.date;
  cell->text = NULL;
  cell->style = style;
  if (value.kind == YS_VALUE_TEXT)
    {
      if (value.text != NULL && *value.text != '\0')
        cell->text = g_string_chunk_insert_const (sheet->texts, value.text);
      else
        cell->kind = YS_VALUE_EMPTY;
    }
  sheet->n_rows = MAX (sheet->n_rows, row + 1);
}

void
ys_sheet_set (YsSheet *sheet, guint row, guint column, YsSheetValue value, const YsCellStyle *style)
{
  g_return_if_fail (sheet != NULL);
  g_return_if_fail (can_set (sheet, row, column));
  store (sheet, row, column, value, ys_sheet_intern_style (sheet, style));
}

static gboolean
overlaps_merge (const YsSheet *sheet, YsSheetRange range)
{
  for (guint row = range.row; row <= range.row_end; row++)
    for (guint column = range.column; column <= range.column_end; column++)
      if (ys_sheet_merge_at (sheet, row, column) != NULL)
        return TRUE;
  return FALSE;
}

void
ys_sheet_merge (YsSheet *sheet, YsSheetRange range, YsSheetValue value, const YsCellStyle *style)
{
  const YsCellStyle *interned;

  g_return_if_fail (sheet != NULL);
  g_return_if_fail (range.row <= range.row_end && range.column <= range.column_end);
  g_return_if_fail (can_set (sheet, range.row, range.column));
  g_return_if_fail (can_set (sheet, range.row_end, range.column_end));
  g_return_if_fail (!overlaps_merge (sheet, range));

  interned = ys_sheet_intern_style (sheet, style);
  for (guint row = range.row; row <= range.row_end; row++)
    for (guint column = range.column; column <= range.column_end; column++)
      store (sheet, row, column, YS_SHEET_EMPTY, interned);
  store (sheet, range.row, range.column, value, interned);
  if (range.row == range.row_end && range.column == range.column_end)
    return; /* a merge of one cell is a cell: spreadsheets refuse it */
  g_array_append_val (sheet->merges, range);
  for (guint row = range.row; row <= range.row_end; row++)
    for (guint column = range.column; column <= range.column_end; column++)
      ensure_cell (sheet, row, column)->merge = sheet->merges->len;
}

void
ys_sheet_set_mark (YsSheet *sheet, guint row, guint column, YsSheetMark mark)
{
  g_return_if_fail (can_set (sheet, row, column));
  ensure_cell (sheet, row, column)->mark = mark;
}

void
ys_sheet_set_origin (YsSheet *sheet, guint row, guint column, gint64 id, const char *field)
{
  YsSheetCell *cell;

  g_return_if_fail (can_set (sheet, row, column));
  cell = ensure_cell (sheet, row, column);
  cell->has_origin = TRUE;
  cell->origin_id = id;
  cell->origin_field = g_intern_string (field);
}

void
ys_sheet_set_row_height (YsSheet *sheet, guint row, double points)
{
  g_return_if_fail (points > 0);
  points = MIN (points, YS_SHEET_MAX_HEIGHT);
  if (ys_sheet_is_source_row (sheet, row))
    sheet->source.height = points;
  else
    ensure_row (sheet, row)->height = points;
  g_clear_pointer (&sheet->heights, g_free);
}

void
ys_sheet_keep_with_next (YsSheet *sheet, guint row)
{
  g_return_if_fail (sheet != NULL && !ys_sheet_is_source_row (sheet, row));

  ensure_row (sheet, row)->keep = TRUE;
}

void
ys_sheet_set_row_head (YsSheet *sheet, guint row, guint head)
{
  g_return_if_fail (sheet != NULL && !ys_sheet_is_source_row (sheet, row));
  g_return_if_fail (head < row);

  ensure_row (sheet, row)->head = head + 1;
}

void
ys_sheet_set_page (YsSheet *sheet, const YsPageSetup *page)
{
  g_return_if_fail (page != NULL);
  sheet->page = *page;
}

void
ys_sheet_set_source (YsSheet *sheet,
                     guint first_row,
                     guint n_rows,
                     YsSheetFillFunc fill,
                     gpointer user_data,
                     GDestroyNotify destroy)
{
  double height = ys_sheet_height_set (sheet, first_row);

  g_return_if_fail (fill != NULL);
  g_return_if_fail (first_row <= 1048576 && n_rows <= 1048576 - first_row);
  drop_source (sheet);
  sheet->source = (YsSheetSource){ first_row, n_rows, height, fill, user_data, destroy };
  g_clear_pointer (&sheet->heights, g_free);
}
