/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows stand where on which page. A row is as high as its workbook says or as its text needs,
 * never lower; rows are never split; a short merge goes to the next page whole. Linear in cells;
 * only text that may wrap is measured. */
#include "config.h"

#include <math.h>

#include "page-private.h"

#define POINTS_PER_MM (72.0 / 25.4)
#define A4_SHORT (210 * POINTS_PER_MM)
#define A4_LONG (297 * POINTS_PER_MM)
/* A merge higher than this part of the page is split rather than moved. */
#define MAX_MOVED_PART 0.4
#define MAX_HEAD_PART 0.5
/* Sign-off lines and notes up to this part of a page never stand alone under no table. */
#define MAX_TAIL_PART 0.5
#define EPSILON 1e-6

static double
needed_height (const YsPageSheet *page, YsTextKit *kit, guint row, guint column)
{
  const YsSheetRange *merge = ys_sheet_merge_at (page->sheet, row, column);
  YsSheetRange range = merge != NULL ? *merge : (YsSheetRange){ row, column, row, column };
  YsSheetValue value;
  const YsCellStyle *style;
  double width, needed;

  if (range.column != column || range.row_end != row)
    return 0;
  value = ys_sheet_get (page->sheet, range.row, column);
  style = ys_sheet_style (page->sheet, range.row, column);
  if (!style->wrap || !ys_sheet_value_is_text (value))
    return 0;
  width = page->lefts[range.column_end + 1] - page->lefts[column];
  if (value.kind == YS_VALUE_TEXT)
    needed = ys_text_kit_lines (kit, value.text, style, width);
  else
    {
      g_autofree char *text = ys_sheet_value_to_text (value);

      needed = ys_text_kit_lines (kit, text, style, width);
    }
  needed = ys_sheet_height_set (page->sheet, range.row) > 0
               ? needed * YS_SHEET_LINE_EMS * style->size / 2.0
               : ys_sheet_lines_height (style, (guint)needed);
  return needed - (page->tops[row] - page->tops[range.row]);
}

/* Rows from @first up to @end, none higher than @room. */
static void
lay_out_rows (YsPageSheet *page, YsTextKit *kit, guint first, guint end, double room)
{
  for (guint row = first; row < end; row++)
    {
      double height = ys_sheet_row_height (page->sheet, row);

      for (guint column = 0; column < page->n_columns; column++)
        height = MAX (height, needed_height (page, kit, row, column));
      page->tops[row + 1] = page->tops[row] + MIN (height, room);
    }
}

/* Scale, origin and the room for rows; narrower tables stand in the middle, as in the workbook. */
static void
lay_out_frame (YsPageSheet *page)
{
  const YsPageSetup *setup = ys_sheet_page (page->sheet);
  double left = setup->margin_mm[3] * POINTS_PER_MM;
  double right = setup->margin_mm[1] * POINTS_PER_MM;
  double room, width;

  page->width = setup->landscape ? A4_LONG : A4_SHORT;
  page->height = setup->landscape ? A4_SHORT : A4_LONG;
  page->lefts = g_new (double, page->n_columns + 1);
  page->lefts[0] = 0;
  for (guint column = 0; column < page->n_columns; column++)
    page->lefts[column + 1]
        = page->lefts[column] + ys_sheet_width_points (ys_sheet_column_width (page->sheet, column));
  width = page->lefts[page->n_columns];
  room = MAX (page->width - left - right, 1.0);
  /* A page has no room beside itself: what is too wide is scaled even if the set-up does not ask.
   */
  page->scale = MIN (1.0, room / width);
  page->origin_x = left + (room - width * page->scale) / 2;
  page->origin_y = setup->margin_mm[0] * POINTS_PER_MM;
  page->body = (page->height - page->origin_y - setup->margin_mm[2] * POINTS_PER_MM) / page->scale;
  page->body = MAX (page->body, 1.0);
}

/* Rows under repeated heads have the room that these leave. */
static void
lay_out_table (YsPageSheet *page, YsTextKit *kit)
{
  const YsPageSetup *setup = ys_sheet_page (page->sheet);
  guint end = 0;
  double heads = 0;

  page->tops = g_new0 (double, page->n_rows + 1);
  if (setup->repeat_first <= setup->repeat_last && setup->repeat_last < page->n_rows)
    {
      end = setup->repeat_last + 1;
      lay_out_rows (page, kit, 0, end, page->body);
      heads = page->tops[end] - page->tops[setup->repeat_first];
      if (heads <= page->body * MAX_HEAD_PART)
        {
          page->repeat_first = setup->repeat_first;
          page->n_repeat = end - setup->repeat_first;
        }
    }
  lay_out_rows (page, kit, end, page->n_rows, page->body - (page->n_repeat > 0 ? heads : 0));
}

static gboolean
has_border (const YsPageSheet *page, guint row)
{
  for (guint column = 0; column < page->n_columns; column++)
    if (ys_sheet_style (page->sheet, row, column)->border)
      return TRUE;
  return FALSE;
}

/* The row after the table's last: sign-off lines and notes begin there. */
static guint
find_tail (const YsPageSheet *page)
{
  guint tail = page->n_rows;

  while (tail > 0 && !has_border (page, tail - 1))
    tail--;
  return tail > 0 ? tail : page->n_rows; /* a table without rules has no tail */
}

/* Where the page that began at @first ends, when @row no longer fits: before a short merge that
 * @row would cut. */
static guint
break_before (const YsPageSheet *page, guint first, guint row)
{
  guint at = row;
  gboolean moved = TRUE;

  while (moved)
    {
      moved = FALSE;
      for (guint column = 0; column < page->n_columns; column++)
        {
          const YsSheetRange *merge = ys_sheet_merge_at (page->sheet, at, column);

          if (merge != NULL && merge->row < at)
            {
              at = merge->row;
              moved = TRUE;
            }
        }
    }
  if (at <= first || page->tops[row] - page->tops[at] > page->body * MAX_MOVED_PART)
    return row;
  return at;
}

/* Rows that are to stand with the next go along, unless nothing would be left. */
static guint
keep_back (const YsPageSheet *page, guint first, guint row)
{
  guint at = row;

  while (at > first && ys_sheet_is_kept (page->sheet, at - 1))
    at--;
  return at > first ? at : row;
}

/* The end of a page on which @row no longer fits; the table's last row goes along with its notes.
 */
static guint
end_page (const YsPageSheet *page, guint first, guint row, guint tail)
{
  double tail_height = page->tops[page->n_rows] - page->tops[tail];

  if (row >= tail && tail > first + 1 && tail_height <= page->body * MAX_TAIL_PART)
    row = tail - 1;
  return keep_back (page, first, break_before (page, first, row));
}

/* What stands above the rows of a page that begins with @first. */
static void
set_repeat (const YsPageSheet *sheet, YsPage *page, guint tail)
{
  guint end = sheet->repeat_first + sheet->n_repeat;

  page->n_repeat = 0;
  page->repeat_first = sheet->repeat_first;
  if (sheet->n_repeat > 0 && page->first < tail && page->first >= end)
    page->n_repeat = sheet->n_repeat;
  else if (sheet->n_repeat == 0 && page->first < sheet->n_rows
           && ys_sheet_row_head (sheet->sheet, page->first, &page->repeat_first)
           && sheet->tops[page->repeat_first + 1] - sheet->tops[page->repeat_first]
                  <= sheet->body * MAX_HEAD_PART)
    page->n_repeat = 1;
}

static void
break_pages (YsPages *pages, guint index)
{
  const YsPageSheet *sheet = &g_array_index (pages->sheets, YsPageSheet, index);
  guint tail = find_tail (sheet);
  YsPage page = { .sheet = index };

  do
    {
      double room;

      set_repeat (sheet, &page, tail);
      room = sheet->body + EPSILON
             - (sheet->tops[page.repeat_first + page.n_repeat] - sheet->tops[page.repeat_first]);
      for (page.end = page.first; page.end < sheet->n_rows; page.end++)
        if (sheet->tops[page.end + 1] - sheet->tops[page.first] > room && page.end > page.first)
          {
            page.end = end_page (sheet, page.first, page.end, tail);
            break;
          }
      g_array_append_val (pages->pages, page);
      page.first = page.end;
    }
  while (page.first < sheet->n_rows);
}

static void
page_sheet_clear (YsPageSheet *page)
{
  ys_sheet_unref (page->sheet);
  g_free (page->tops);
  g_free (page->lefts);
}

YsPages *
ys_pages_new (GPtrArray *sheets)
{
  g_autoptr (YsTextKit) kit = NULL;
  YsPages *pages;

  g_return_val_if_fail (sheets != NULL, NULL);

  kit = ys_text_kit_new ();
  pages = g_new0 (YsPages, 1);
  pages->sheets = g_array_new (FALSE, FALSE, sizeof (YsPageSheet));
  pages->pages = g_array_new (FALSE, FALSE, sizeof (YsPage));
  g_array_set_clear_func (pages->sheets, (GDestroyNotify)page_sheet_clear);
  for (guint i = 0; i < sheets->len; i++)
    {
      YsPageSheet page = { .sheet = ys_sheet_ref (g_ptr_array_index (sheets, i)) };

      page.n_rows = ys_sheet_n_rows (page.sheet);
      page.n_columns = ys_sheet_n_columns (page.sheet);
      lay_out_frame (&page);
      lay_out_table (&page, kit);
      g_array_append_val (pages->sheets, page);
      break_pages (pages, i);
    }
  return pages;
}

void
ys_pages_free (YsPages *pages)
{
  g_return_if_fail (pages != NULL);
  g_array_unref (pages->sheets);
  g_array_unref (pages->pages);
  g_free (pages);
}
