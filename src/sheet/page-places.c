/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a point of a page to its cell and from a cell to its place. */
#include "config.h"

#include "page-private.h"

guint
ys_pages_count (const YsPages *pages)
{
  return pages->pages->len;
}

const YsPage *
ys_pages_page (const YsPages *pages, guint page)
{
  return &g_array_index (pages->pages, YsPage, page);
}

const YsPageSheet *
ys_pages_sheet (const YsPages *pages, const YsPage *page)
{
  return &g_array_index (pages->sheets, YsPageSheet, page->sheet);
}

void
ys_pages_size (const YsPages *pages, guint page, double *out_width, double *out_height)
{
  const YsPageSheet *sheet;

  g_return_if_fail (page < pages->pages->len);
  sheet = ys_pages_sheet (pages, ys_pages_page (pages, page));
  if (out_width != NULL)
    *out_width = sheet->width;
  if (out_height != NULL)
    *out_height = sheet->height;
}

guint
ys_page_n_rows (const YsPageSheet *sheet, const YsPage *page)
{
  (void)sheet;
  return page->n_repeat + page->end - page->first;
}

guint
ys_page_row (const YsPageSheet *sheet, const YsPage *page, guint index)
{
  guint heads = page->n_repeat;

  (void)sheet;
  return index < heads ? page->repeat_first + index : page->first + index - heads;
}

double
ys_page_row_top (const YsPageSheet *sheet, const YsPage *page, guint index)
{
  guint heads = page->n_repeat;
  double above;

  if (index < heads)
    return sheet->tops[page->repeat_first + index] - sheet->tops[page->repeat_first];
  above = sheet->tops[page->repeat_first + heads] - sheet->tops[page->repeat_first];
  return above + sheet->tops[page->first + index - heads] - sheet->tops[page->first];
}

void
ys_page_merge_part (const YsPageSheet *sheet,
                    const YsPage *page,
                    const YsSheetRange *merge,
                    guint index,
                    guint *out_first,
                    guint *out_end)
{
  guint row = ys_page_row (sheet, page, index);
  guint n_rows = ys_page_n_rows (sheet, page);
  guint first = index, end = index + 1;

  for (; first > 0 && row > merge->row && ys_page_row (sheet, page, first - 1) == row - 1; first--)
    row--;
  row = ys_page_row (sheet, page, index);
  for (; end < n_rows && row < merge->row_end && ys_page_row (sheet, page, end) == row + 1; end++)
    row++;
  *out_first = first;
  *out_end = end;
}

gboolean
ys_pages_cell_at (const YsPages *pages,
                  guint page_index,
                  double x,
                  double y,
                  guint *out_sheet,
                  guint *out_row,
                  guint *out_column)
{
  const YsPage *page;
  const YsPageSheet *sheet;
  const YsSheetRange *merge;
  guint index = 0, row, column = 0, n_rows;

  g_return_val_if_fail (page_index < pages->pages->len, FALSE);
  page = ys_pages_page (pages, page_index);
  sheet = ys_pages_sheet (pages, page);
  n_rows = ys_page_n_rows (sheet, page);
  x = (x - sheet->origin_x) / sheet->scale;
  y = (y - sheet->origin_y) / sheet->scale;
  if (x < 0 || y < 0)
    return FALSE;
  while (column < sheet->n_columns && x >= sheet->lefts[column + 1])
    column++;
  while (index < n_rows && y >= ys_page_row_top (sheet, page, index + 1))
    index++;
  if (column == sheet->n_columns || index == n_rows)
    return FALSE;
  row = ys_page_row (sheet, page, index);
  merge = ys_sheet_merge_at (sheet->sheet, row, column);
  *out_sheet = page->sheet;
  *out_row = merge != NULL ? merge->row : row;
  *out_column = merge != NULL ? merge->column : column;
  return TRUE;
}

/* The page whose own rows (not its repeated heads) hold @row of sheet @sheet. */
static gboolean
find_page (const YsPages *pages, guint sheet, guint row, guint *out_page)
{
  for (guint i = 0; i < pages->pages->len; i++)
    {
      const YsPage *page = ys_pages_page (pages, i);

      if (page->sheet == sheet && row >= page->first && row < page->end)
        {
          *out_page = i;
          return TRUE;
        }
    }
  return FALSE;
}

gboolean
ys_pages_locate (const YsPages *pages,
                 guint sheet_index,
                 guint row,
                 guint column,
                 guint *out_page,
                 double *out_x,
                 double *out_y,
                 double *out_width,
                 double *out_height)
{
  const YsPageSheet *sheet;
  const YsSheetRange *merge;
  const YsPage *page;
  guint last_column, index, end;
  double top;

  g_return_val_if_fail (sheet_index < pages->sheets->len, FALSE);
  sheet = &g_array_index (pages->sheets, YsPageSheet, sheet_index);
  if (column >= sheet->n_columns)
    return FALSE;
  merge = ys_sheet_merge_at (sheet->sheet, row, column);
  last_column = merge != NULL ? merge->column_end : column;
  if (merge != NULL)
    {
      row = merge->row;
      column = merge->column;
    }
  if (!find_page (pages, sheet_index, row, out_page))
    return FALSE;
  page = ys_pages_page (pages, *out_page);
  index = row - page->first + page->n_repeat;
  end = index + 1;
  if (merge != NULL)
    ys_page_merge_part (sheet, page, merge, index, &index, &end);
  top = ys_page_row_top (sheet, page, index);
  *out_x = sheet->origin_x + sheet->lefts[column] * sheet->scale;
  *out_y = sheet->origin_y + top * sheet->scale;
  *out_width = (sheet->lefts[last_column + 1] - sheet->lefts[column]) * sheet->scale;
  *out_height = (ys_page_row_top (sheet, page, end) - top) * sheet->scale;
  return TRUE;
}
