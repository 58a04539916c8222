/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One worksheet part into a grid: sparse rows and cells by their r="…" or by order, every cell
 * type, merges. Formulas count only by the value that the spreadsheet program stored. */
#include "config.h"

#include "workbook-private.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

/* Serial days of 9999-12-31: what is beyond is no date, whatever its format. */
#define MAX_SERIAL 2958466.0

typedef struct
{
  YsWorkbook *workbook;
  YsGrid *grid;
  GPtrArray *strings;
  const YsWorkbookStyles *styles;
  gboolean in_row;
  gboolean in_cell;
  guint row;         /* of the open row */
  guint next_row;    /* for a row without r */
  guint column;      /* of the open cell */
  guint next_column; /* for a cell without r */
  guint style;
  char type; /* n s S(str) i b e d */
  gboolean has_value;
  guint phonetic;
} SheetParser;

/* "AB12"; a row number that differs from the open row's is damage. */
static gboolean
parse_reference (const char *text, guint *out_row, guint *out_column)
{
  guint column = 0, row = 0;

  for (; g_ascii_isalpha (*text); text++)
    if (column < 1000000) /* beyond any bound already */
      column = column * 26 + (guint)(g_ascii_toupper (*text) - 'A' + 1);
  if (column == 0 || !ys_xml_parse_uint (text, G_MAXINT, &row) || row == 0)
    return FALSE;
  *out_column = column - 1;
  *out_row = row - 1;
  return TRUE;
}

static char
cell_type (const char *type)
{
  if (type == NULL || g_str_equal (type, "n"))
    return 'n';
  if (g_str_equal (type, "str"))
    return 'S';
  if (g_str_equal (type, "inlineStr"))
    return 'i';
  return type[0] != '\0' && type[1] == '\0' && strchr ("sbed", type[0]) != NULL ? type[0] : 'n';
}

static void
start_row (YsXml *xml, SheetParser *parser, const char **attributes)
{
  const char *r = ys_xml_attribute (attributes, "r", FALSE);
  guint number;

  if (parser->in_row || (r != NULL && (!ys_xml_parse_uint (r, G_MAXINT, &number) || number == 0)))
    {
      ys_xml_fail_damaged (xml);
      return;
    }
  parser->row = r != NULL ? number - 1 : parser->next_row;
  parser->next_row = parser->row + 1;
  parser->next_column = 0;
  parser->in_row = TRUE;
}

static void
start_cell (YsXml *xml, SheetParser *parser, const char **attributes)
{
  const char *r = ys_xml_attribute (attributes, "r", FALSE);
  guint row = parser->row;
  GError *error = NULL;

  parser->column = parser->next_column;
  if (!parser->in_row || parser->in_cell
      || (r != NULL && (!parse_reference (r, &row, &parser->column) || row != parser->row)))
    {
      ys_xml_fail_damaged (xml);
      return;
    }
  if (!ys_grid_check_column (parser->column, TRUE, &error))
    {
      ys_xml_fail (xml, error);
      return;
    }
  parser->next_column = parser->column + 1;
  parser->type = cell_type (ys_xml_attribute (attributes, "t", FALSE));
  if (!ys_xml_parse_uint (ys_xml_attribute (attributes, "s", FALSE), G_MAXINT, &parser->style))
    parser->style = 0;
  parser->in_cell = TRUE;
  parser->has_value = FALSE;
  parser->phonetic = 0;
  g_string_truncate (xml->text, 0);
}

static void
start_merge (YsXml *xml, SheetParser *parser, const char **attributes)
{
  const char *ref = ys_xml_attribute (attributes, "ref", FALSE);
  const char *colon = ref != NULL ? strchr (ref, ':') : NULL;
  g_autofree char *first = NULL;
  YsSheetRange range;

  if (colon == NULL) /* a merge of one cell merges nothing */
    return;
  first = g_strndup (ref, (gsize)(colon - ref));
  if (!parse_reference (first, &range.row, &range.column)
      || !parse_reference (colon + 1, &range.row_end, &range.column_end)
      || range.row_end < range.row || range.column_end < range.column)
    ys_xml_fail_damaged (xml);
  else if (parser->grid->merges->len >= YS_WORKBOOK_MAX_MERGES)
    ys_xml_fail (xml, g_error_new (YS_SHEET_ERROR, YS_SHEET_ERROR_TOO_LARGE,
                                   _ ("The worksheet “%s” has too many merged cells. Take the "
                                      "merges off and save it again."),
                                   parser->grid->name));
  else
    ys_grid_add_merge (parser->grid, range);
}

static void
on_sheet_start_cb (YsXml *xml, const char *name, const char **attributes, gpointer data)
{
  SheetParser *parser = data;

  if (g_str_equal (name, "c"))
    start_cell (xml, parser, attributes);
  else if (g_str_equal (name, "v"))
    {
      if (parser->in_cell)
        {
          g_string_truncate (xml->text, 0);
          xml->collect = parser->has_value = TRUE;
        }
    }
  else if (g_str_equal (name, "t"))
    {
      if (parser->in_cell && parser->type == 'i' && parser->phonetic == 0)
        xml->collect = parser->has_value = TRUE;
    }
  else if (g_str_equal (name, "row"))
    start_row (xml, parser, attributes);
  else if (g_str_equal (name, "rPh"))
    parser->phonetic++;
  else if (g_str_equal (name, "mergeCell"))
    start_merge (xml, parser, attributes);
}

/* FALSE where the text is no number. */
static gboolean
parse_number (const char *text, double *out_number)
{
  char *end;

  /* Only what XML Schema calls a double; never hexadecimal, "nan" or "inf". */
  if (text[strspn (text, "0123456789+-.eE \t\r\n")] != '\0')
    return FALSE;
  *out_number = g_ascii_strtod (text, &end);
  if (end == text || !isfinite (*out_number))
    return FALSE;
  while (g_ascii_isspace (*end))
    end++;
  return *end == '\0';
}

static gboolean
number_cell (const SheetParser *parser, const char *text, YsCell *cell)
{
  double number;

  if (!parse_number (text, &number))
    return FALSE;
  cell->number = number;
  cell->kind = YS_CELL_NUMBER;
  cell->precision = (guint8)ys_workbook_styles_precision (parser->styles, parser->style);
  if (cell->precision != YS_PRECISION_NONE && number >= 0 && number < MAX_SERIAL
      && ys_date_is_full (ys_date_from_serial (number, parser->grid->date_1904)))
    cell->kind = YS_CELL_DATE;
  return TRUE;
}

/* t="d": an ISO day, with or without a time of day. */
static gboolean
iso_cell (const SheetParser *parser, const char *text, YsCell *cell)
{
  g_autofree char *day = g_strndup (text, strcspn (text, "T "));
  YsDate date;

  if (!ys_date_from_iso (day, &date) || !ys_date_is_full (date))
    return FALSE;
  cell->number = parser->grid->date_1904
                     ? (double)(ys_date_to_days (date) - ys_date_to_days ((YsDate){ 1904, 1, 1 }))
                     : (double)ys_date_to_serial (date);
  cell->kind = YS_CELL_DATE;
  cell->precision = YS_PRECISION_DAY;
  return ys_date_is_full (ys_date_from_serial (cell->number, parser->grid->date_1904));
}

static gboolean
text_cell (SheetParser *parser, YsCellKind kind, const GString *text, YsCell *cell, GError **error)
{
  cell->kind = (guint8)kind;
  cell->text = ys_workbook_keep (parser->workbook, text->str, text->len, error);
  return cell->text != NULL;
}

/* The cell's value; kind EMPTY when it holds nothing. */
static gboolean
make_cell (SheetParser *parser, GString *text, YsCell *cell, GError **error)
{
  guint index;

  switch (parser->type)
    {
    case 's':
      g_strstrip (text->str);
      if (!ys_xml_parse_uint (text->str, G_MAXINT, &index) || index >= parser->strings->len)
        {
          ys_workbook_set_damaged (error);
          return FALSE;
        }
      cell->text = g_ptr_array_index (parser->strings, index);
      cell->kind = *cell->text != '\0' ? YS_CELL_TEXT : YS_CELL_EMPTY;
      return TRUE;
    case 'b':
      cell->kind = YS_CELL_BOOLEAN;
      cell->text = ys_xml_parse_flag (text->str) ? "TRUE" : "FALSE";
      return TRUE;
    case 'e':
      return text_cell (parser, YS_CELL_ERROR, text, cell, error);
    case 'n':
      if (number_cell (parser, text->str, cell))
        return TRUE;
      return text_cell (parser, YS_CELL_TEXT, text, cell, error);
    case 'd':
      if (iso_cell (parser, text->str, cell))
        return TRUE;
      return text_cell (parser, YS_CELL_TEXT, text, cell, error);
    default:
      ys_xml_unescape (text);
      if (text->len == 0)
        return TRUE;
      return text_cell (parser, YS_CELL_TEXT, text, cell, error);
    }
}

static void
end_cell (YsXml *xml, SheetParser *parser)
{
  YsCell cell = { .kind = YS_CELL_EMPTY };
  GError *error = NULL;

  parser->in_cell = FALSE;
  if (!parser->has_value || (xml->text->len == 0 && parser->type != 's'))
    return;
  if (!make_cell (parser, xml->text, &cell, &error)
      || (cell.kind != YS_CELL_EMPTY
          && !ys_grid_append (parser->workbook, parser->grid, parser->row, parser->column, cell,
                              &error)))
    ys_xml_fail (xml, error);
}

static void
on_sheet_end_cb (YsXml *xml, const char *name, gpointer data)
{
  SheetParser *parser = data;

  if (g_str_equal (name, "c"))
    end_cell (xml, parser);
  else if (g_str_equal (name, "v") || g_str_equal (name, "t"))
    xml->collect = FALSE;
  else if (g_str_equal (name, "row"))
    parser->in_row = FALSE;
  else if (g_str_equal (name, "rPh") && parser->phonetic > 0)
    parser->phonetic--;
}

gboolean
ys_workbook_sheet_read (YsWorkbook *workbook,
                        YsGrid *grid,
                        GPtrArray *strings,
                        const YsWorkbookStyles *styles,
                        YsZip *zip,
                        const char *part,
                        GCancellable *cancellable,
                        GError **error)
{
  SheetParser parser = { .workbook = workbook, .grid = grid, .strings = strings, .styles = styles };

  return ys_xml_read_part (zip, part, on_sheet_start_cb, on_sheet_end_cb, &parser, cancellable,
                           error)
         && ys_grid_finish (grid, error);
}
