/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cells of one worksheet, 16 bytes each and only those that hold something. Looking up a cell
 * is a step from the row asked last, else two binary searches; a merge is found in log n too, so
 * that no crafted sheet makes reading quadratic. */
#include "config.h"

#include "workbook-private.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

/* Merges times the columns that they span. */
#define MAX_MERGE_PARTS 2000000

YsGrid *
ys_workbook_add_grid (YsWorkbook *workbook, const char *name)
{
  YsGrid *grid = g_new0 (YsGrid, 1);

  grid->name = g_strdup (name);
  grid->date_1904 = workbook->date_1904;
  grid->cells = g_array_new (FALSE, FALSE, sizeof (YsCell));
  grid->rows = g_array_new (FALSE, FALSE, sizeof (YsGridRow));
  grid->merges = g_array_new (FALSE, FALSE, sizeof (YsSheetRange));
  grid->merge_columns = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  g_ptr_array_add (workbook->grids, grid);
  return grid;
}

void
ys_grid_free (YsGrid *grid)
{
  g_free (grid->name);
  g_array_unref (grid->cells);
  g_array_unref (grid->rows);
  g_array_unref (grid->merges);
  g_ptr_array_unref (grid->merge_columns);
  g_free (grid->scratch);
  g_free (grid);
}

gboolean
ys_grid_check_column (guint column, gboolean empty, GError **error)
{
  /* Spreadsheets format empty cells up to their last column; more than that is no spreadsheet. */
  guint limit = empty ? YS_WORKBOOK_LAST_COLUMN : YS_WORKBOOK_MAX_COLUMNS;

  if (column < limit)
    return TRUE;
  g_set_error (error, YS_SHEET_ERROR, YS_SHEET_ERROR_TOO_LARGE,
               _ ("The table has more than %u columns. Delete the columns that are not needed and "
                  "save it again."),
               limit);
  return FALSE;
}

static gboolean
check_bounds (YsWorkbook *workbook, guint row, guint column, GError **error)
{
  if (row >= YS_WORKBOOK_MAX_ROWS)
    {
      g_set_error (error, YS_SHEET_ERROR, YS_SHEET_ERROR_TOO_LARGE,
                   _ ("The table has more than %u rows. Split it into several files."),
                   YS_WORKBOOK_MAX_ROWS);
      return FALSE;
    }
  if (workbook->n_cells >= YS_WORKBOOK_MAX_CELLS)
    {
      g_set_error (error, YS_SHEET_ERROR, YS_SHEET_ERROR_TOO_LARGE,
                   _ ("The workbook has more than %u cells. Split it into several workbooks."),
                   YS_WORKBOOK_MAX_CELLS);
      return FALSE;
    }
  return ys_grid_check_column (column, FALSE, error);
}

/* Cells of a row nearly always come in order; a late one is put into its place. */
static void
insert_cell (YsWorkbook *workbook, YsGrid *grid, guint first, YsCell cell)
{
  guint at = grid->cells->len;

  while (at > first && g_array_index (grid->cells, YsCell, at - 1).column >= cell.column)
    at--;
  if (at < grid->cells->len && g_array_index (grid->cells, YsCell, at).column == cell.column)
    {
      g_array_index (grid->cells, YsCell, at) = cell;
      return;
    }
  g_array_insert_val (grid->cells, at, cell);
  workbook->n_cells++;
}

gboolean
ys_grid_append (
    YsWorkbook *workbook, YsGrid *grid, guint row, guint column, YsCell cell, GError **error)
{
  const YsGridRow *last = NULL;

  if (!check_bounds (workbook, row, column, error))
    return FALSE;
  if (grid->rows->len > 0)
    last = &g_array_index (grid->rows, YsGridRow, grid->rows->len - 1);
  if (last != NULL && row < last->row)
    {
      ys_workbook_set_damaged (error);
      return FALSE;
    }
  cell.column = (guint16)column;
  if (last == NULL || row > last->row)
    {
      YsGridRow entry = { row, grid->cells->len };
      g_array_append_val (grid->rows, entry);
      g_array_append_val (grid->cells, cell);
      workbook->n_cells++;
    }
  else
    insert_cell (workbook, grid, last->first, cell);
  grid->n_columns = MAX (grid->n_columns, column + 1);
  return TRUE;
}

void
ys_grid_add_merge (YsGrid *grid, YsSheetRange range)
{
  g_array_append_val (grid->merges, range);
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const YsMergePart *x = a;
  const YsMergePart *y = b;

  return (x->row > y->row) - (x->row < y->row);
}

/* Merges by column, cut to the cells that hold something: a title merged over all 16,384 columns
 * costs no more than the table is wide. */
gboolean
ys_grid_finish (YsGrid *grid, GError **error)
{
  guint64 n_parts = 0;

  for (guint i = 0; i < grid->merges->len; i++)
    {
      const YsSheetRange *range = &g_array_index (grid->merges, YsSheetRange, i);
      YsMergePart part = { range->row, range->row_end, i };

      for (guint c = range->column; c <= range->column_end && c < grid->n_columns; c++)
        {
          while (grid->merge_columns->len <= c)
            g_ptr_array_add (grid->merge_columns, g_array_new (FALSE, FALSE, sizeof (YsMergePart)));
          g_array_append_val (g_ptr_array_index (grid->merge_columns, c), part);
          n_parts++;
        }
      if (n_parts > MAX_MERGE_PARTS)
        {
          g_set_error (error, YS_SHEET_ERROR, YS_SHEET_ERROR_TOO_LARGE,
                       _ ("The worksheet “%s” has too many merged cells. Take the merges off and "
                          "save it again."),
                       grid->name);
          return FALSE;
        }
    }
  for (guint c = 0; c < grid->merge_columns->len; c++)
    g_array_sort (g_ptr_array_index (grid->merge_columns, c), compare_parts);
  return TRUE;
}

/* The row's entry, or the first one behind it; the number of entries when there is none. */
static guint
seek_row (const YsGrid *grid, guint row)
{
  const YsGridRow *rows = (const YsGridRow *)(gconstpointer)grid->rows->data;
  guint low = 0, high = grid->rows->len;

  if (grid->cursor < high && rows[grid->cursor].row <= row)
    {
      low = grid->cursor;
      if (rows[low].row == row)
        return low;
      if (low + 1 < high && rows[low + 1].row >= row)
        high = low + 1;
    }
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (rows[middle].row < row)
        low = middle + 1;
      else
        high = middle;
    }
  if (low < grid->rows->len)
    ((YsGrid *)grid)->cursor = low;
  return low;
}

static const YsCell *
find_cell (const YsGrid *grid, guint row, guint column)
{
  guint entry = seek_row (grid, row);
  const YsGridRow *rows = (const YsGridRow *)(gconstpointer)grid->rows->data;
  const YsCell *cells = (const YsCell *)(gconstpointer)grid->cells->data;
  guint low, high;

  if (entry >= grid->rows->len || rows[entry].row != row)
    return NULL;
  low = rows[entry].first;
  high = entry + 1 < grid->rows->len ? rows[entry + 1].first : grid->cells->len;
  /* Rows are mostly full: the cell is where its column says. */
  if (column < high - low && cells[low + column].column == column)
    return &cells[low + column];
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (cells[middle].column < column)
        low = middle + 1;
      else
        high = middle;
    }
  high = entry + 1 < grid->rows->len ? rows[entry + 1].first : grid->cells->len;
  return low < high && cells[low].column == column ? &cells[low] : NULL;
}

/* Plain decimal digits with the 15 significant ones that spreadsheets show. */
static char *
number_to_text (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (buffer, sizeof buffer, "%.15g", number);
  if (strchr (buffer, 'e') == NULL)
    return g_strdup (buffer);
  {
    char wide[512];
    g_ascii_formatd (wide, sizeof wide, fabs (number) >= 1 ? "%.0f" : "%.20f", number);
    if (fabs (number) < 1)
      {
        gsize n = strlen (wide);
        while (n > 0 && wide[n - 1] == '0')
          wide[--n] = '\0';
        if (n > 0 && wide[n - 1] == '.')
          wide[--n] = '\0';
      }
    return g_strdup (g_str_equal (wide, "-0") ? "0" : wide);
  }
}

static char *
date_to_text (const YsGrid *grid, const YsCell *cell)
{
  YsDate date = ys_date_from_serial (cell->number, grid->date_1904);

  if (cell->precision != YS_PRECISION_DAY)
    date.day = 0;
  if (cell->precision == YS_PRECISION_YEAR)
    date.month = 0;
  return ys_date_to_iso (date);
}

const char *
ys_grid_name (const YsGrid *grid)
{
  g_return_val_if_fail (grid != NULL, "");

  return grid->name;
}

gboolean
ys_grid_is_hidden (const YsGrid *grid)
{
  g_return_val_if_fail (grid != NULL, FALSE);

  return grid->hidden;
}

guint
ys_grid_n_rows (const YsGrid *grid)
{
  g_return_val_if_fail (grid != NULL, 0);

  return grid->rows->len > 0 ? g_array_index (grid->rows, YsGridRow, grid->rows->len - 1).row + 1
                             : 0;
}

guint
ys_grid_n_columns (const YsGrid *grid)
{
  g_return_val_if_fail (grid != NULL, 0);

  return grid->n_columns;
}

guint
ys_grid_next_row (const YsGrid *grid, guint row)
{
  guint entry;

  g_return_val_if_fail (grid != NULL, 0);

  entry = seek_row (grid, row);
  return entry < grid->rows->len ? g_array_index (grid->rows, YsGridRow, entry).row
                                 : ys_grid_n_rows (grid);
}

YsCellKind
ys_grid_kind (const YsGrid *grid, guint row, guint column)
{
  const YsCell *cell;

  g_return_val_if_fail (grid != NULL, YS_CELL_EMPTY);

  cell = find_cell (grid, row, column);
  return cell != NULL ? (YsCellKind)cell->kind : YS_CELL_EMPTY;
}

const char *
ys_grid_text (const YsGrid *grid, guint row, guint column)
{
  const YsCell *cell;
  char *text;

  g_return_val_if_fail (grid != NULL, "");

  cell = find_cell (grid, row, column);
  if (cell == NULL)
    return "";
  if (cell->kind != YS_CELL_NUMBER && cell->kind != YS_CELL_DATE)
    return cell->text;
  text = cell->kind == YS_CELL_DATE ? date_to_text (grid, cell) : number_to_text (cell->number);
  g_free (grid->scratch);
  ((YsGrid *)grid)->scratch = text;
  return text != NULL ? text : "";
}

double
ys_grid_number (const YsGrid *grid, guint row, guint column)
{
  const YsCell *cell;

  g_return_val_if_fail (grid != NULL, 0);

  cell = find_cell (grid, row, column);
  return cell != NULL && (cell->kind == YS_CELL_NUMBER || cell->kind == YS_CELL_DATE) ? cell->number
                                                                                      : 0;
}

const YsSheetRange *
ys_grid_merges (const YsGrid *grid, guint *out_n)
{
  g_return_val_if_fail (grid != NULL, NULL);
  g_return_val_if_fail (out_n != NULL, NULL);

  *out_n = grid->merges->len;
  return (const YsSheetRange *)(gconstpointer)grid->merges->data;
}

const YsSheetRange *
ys_grid_merge_at (const YsGrid *grid, guint row, guint column)
{
  const GArray *parts;
  guint low = 0, high;

  g_return_val_if_fail (grid != NULL, NULL);

  if (column >= grid->merge_columns->len)
    return NULL;
  parts = g_ptr_array_index (grid->merge_columns, column);
  high = parts->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (g_array_index (parts, YsMergePart, middle).row <= row)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == 0 || g_array_index (parts, YsMergePart, low - 1).row_end < row)
    return NULL;
  return &g_array_index (grid->merges, YsSheetRange,
                         g_array_index (parts, YsMergePart, low - 1).merge);
}

const char *
ys_grid_text_merged (const YsGrid *grid, guint row, guint column)
{
  const YsSheetRange *range = ys_grid_merge_at (grid, row, column);

  return range != NULL ? ys_grid_text (grid, range->row, range->column)
                       : ys_grid_text (grid, row, column);
}

char *
ys_column_name (guint column)
{
  char buffer[16];
  gsize at = sizeof buffer - 1;

  buffer[at] = '\0';
  for (guint64 n = (guint64)column + 1; n > 0; n = (n - 1) / 26)
    buffer[--at] = (char)('A' + (n - 1) % 26);
  return g_strdup (buffer + at);
}
