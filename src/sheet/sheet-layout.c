/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Row heights without a font: text is counted in half ems, which the office's Chinese fonts keep
 * exactly, so a workbook's rows are high enough on machines we never see. Wrapped and merged cells
 * included: no spreadsheet program grows a row for a merged cell by itself. */
#include "config.h"

#include "sheet-private.h"

#include <math.h>
#include <string.h>

/* Marks that no line starts with, and marks that none ends with. */
static gboolean
is_closer (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  if (type == G_UNICODE_CLOSE_PUNCTUATION || type == G_UNICODE_FINAL_PUNCTUATION)
    return TRUE;
  if (type == G_UNICODE_OTHER_PUNCTUATION)
    return c >= 0x80 || strchr ("/#@&*", (int)c) == NULL;
  return FALSE;
}

static gboolean
is_opener (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_OPEN_PUNCTUATION || type == G_UNICODE_INITIAL_PUNCTUATION;
}

static gboolean
is_wide (gunichar c)
{
  return c >= 0x80 && g_unichar_iswide_cjk (c);
}

static gboolean
may_break (gunichar before, gunichar after)
{
  if (before == 0 || after == ' ' || is_closer (after) || is_opener (before))
    return FALSE;
  return before == ' ' || is_wide (before) || is_wide (after);
}

typedef struct
{
  double columns;
  double used;  /* of the current line */
  double piece; /* what must stay together, not yet placed */
  guint lines;
} Wrap;

static void
place_piece (Wrap *wrap)
{
  if (wrap->piece > 0 && wrap->used > 0 && wrap->used + wrap->piece > wrap->columns)
    {
      wrap->lines++;
      wrap->used = 0;
    }
  /* A word longer than the line is broken anywhere. */
  while (wrap->used + wrap->piece > wrap->columns)
    {
      wrap->lines++;
      wrap->piece -= floor (wrap->columns);
    }
  wrap->used += wrap->piece;
  wrap->piece = 0;
}

guint
ys_sheet_wrap_lines (const char *text, double columns)
{
  Wrap wrap = { MAX (columns, 2.0), 0, 0, 1 };
  gunichar before = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (may_break (before, c) || c == '\n')
        place_piece (&wrap);
      before = c;
      if (c == '\n')
        {
          wrap.lines++;
          wrap.used = 0;
          before = 0;
        }
      else if (!g_unichar_iszerowidth (c) && c != '\r')
        wrap.piece += is_wide (c) ? 2 : 1;
    }
  place_piece (&wrap);
  return wrap.lines;
}

double
ys_sheet_width_points (double characters)
{
  return (floor (characters * 7 + 0.5) + 5) * 0.75;
}

double
ys_sheet_lines_height (const YsCellStyle *style, guint lines)
{
  double em = style->size / 2.0;

  return em * (YS_SHEET_LINE_EMS * lines + YS_SHEET_ROW_AIR_EMS);
}

/* What a cell needs when it is @width points wide. */
static double
text_height (YsSheetValue value, const YsCellStyle *style, double width)
{
  double em = style->size / 2.0;
  guint lines = 1;

  if (style->wrap && ys_sheet_value_is_text (value))
    {
      g_autofree char *text = ys_sheet_value_to_text (value);

      lines = ys_sheet_wrap_lines (text, (width - 2 * YS_SHEET_PADDING) * 2 / em);
    }
  return ys_sheet_lines_height (style, lines);
}

static double
range_width (const YsSheet *sheet, guint first, guint last)
{
  double width = 0;

  for (guint column = first; column <= last; column++)
    width += ys_sheet_width_points (ys_sheet_column_width (sheet, column));
  return width;
}

/* What @column asks of @row; a merge asks in its last row for what the rows above leave over. */
static double
cell_height (const YsSheet *sheet, const double *heights, guint row, guint column)
{
  const YsSheetCell *cell = ys_sheet_cell (sheet, row, column);
  const YsSheetRange *merge = ys_sheet_merge_at (sheet, row, column);
  YsSheetRange range = merge != NULL ? *merge : (YsSheetRange){ row, column, row, column };
  double needed;

  if (cell == NULL || cell->style == NULL || range.column != column)
    return 0;
  if (row < range.row_end)
    return YS_SHEET_DEFAULT_HEIGHT;
  needed = text_height (ys_sheet_get (sheet, range.row, column), cell->style,
                        range_width (sheet, range.column, range.column_end));
  for (guint above = range.row; above < row; above++)
    needed -= heights[above];
  return MAX (needed, YS_SHEET_DEFAULT_HEIGHT);
}

/* Spreadsheets keep heights in whole pixels. */
static double
to_pixels (double points)
{
  return MIN (ceil (points / 0.75 - 1e-6) * 0.75, YS_SHEET_MAX_HEIGHT);
}

double *
ys_sheet_compute_heights (const YsSheet *sheet, guint n_rows)
{
  double *heights = g_new (double, MAX (n_rows, 1));

  for (guint row = 0; row < n_rows; row++)
    {
      double height = ys_sheet_height_set (sheet, row);

      if (height <= 0)
        {
          for (guint column = 0; column < ys_sheet_n_columns (sheet); column++)
            height = MAX (height, cell_height (sheet, heights, row, column));
          height = height > 0 ? to_pixels (height) : YS_SHEET_DEFAULT_HEIGHT;
        }
      heights[row] = height;
    }
  return heights;
}
