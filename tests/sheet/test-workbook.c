/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader gets out of .xlsx files. A worksheet is compared by the text of all its cells:
 * "A1=T龙珠百合": cell, kind (Text Number Date Boolean Error), text. */
#include "config.h"

#include <locale.h>

#include "make-workbook.h"
#include "workbook.h"

typedef struct
{
  const char *name;
  const char *sheet;   /* inside <worksheet> */
  const char *styles;  /* inside <styleSheet>, or NULL */
  const char *strings; /* inside <sst>, or NULL */
  const char *expected;
} ReadCase;

static char *
dump (const YsGrid *grid)
{
  static const char letters[] = "-TNDBE";
  GString *text = g_string_new (NULL);

  for (guint r = 0; r < ys_grid_n_rows (grid); r++)
    for (guint c = 0; c < ys_grid_n_columns (grid); c++)
      {
        g_autofree char *column = ys_column_name (c);
        YsCellKind kind = ys_grid_kind (grid, r, c);
        if (kind != YS_CELL_EMPTY)
          g_string_append_printf (text, "%s%s%u=%c%s", text->len > 0 ? " " : "", column, r + 1,
                                  letters[kind], ys_grid_text (grid, r, c));
      }
  return g_string_free (text, FALSE);
}

#define DATA(x) "<sheetData>" x "</sheetData>"
#define XFS(x) "<cellXfs>" x "</cellXfs>"
#define XF(id) "<xf numFmtId=\"" id "\"/>"
#define FORMAT(code)                                                                               \
  "<numFmts><numFmt numFmtId=\"164\" formatCode=\"" code "\"/></numFmts>" XFS (XF ("0") XF ("16"   \
                                                                                            "4"))

static const ReadCase read_cases[] = {
  { "empty", DATA (""), NULL, NULL, "" },
  { "no-data", "", NULL, NULL, "" },
  { "inline-string", DATA ("<row><c t=\"inlineStr\"><is><t>龙珠百合</t></is></c></row>"), NULL,
    NULL, "A1=T龙珠百合" },
  { "inline-rich-without-phonetic",
    DATA ("<row><c "
          "t=\"inlineStr\"><is><r><t>龙珠</t></r><r><t>百合</t></r><rPh><t>lz</t></rPh></is></c></"
          "row>"),
    NULL, NULL, "A1=T龙珠百合" },
  { "shared-string", DATA ("<row><c t=\"s\"><v>1</v></c><c t=\"s\"><v>0</v></c></row>"), NULL,
    "<si><t>梅花园</t></si><si><t>紫锦庄园</t></si>", "A1=T紫锦庄园 B1=T梅花园" },
  { "shared-rich-without-phonetic", DATA ("<row><c t=\"s\"><v>0</v></c></row>"), NULL,
    "<si><r><t>东、</t></r><r><t>西鲁</t></r><rPh sb=\"0\" eb=\"1\"><t>dong</t></rPh></si>",
    "A1=T东、西鲁" },
  { "shared-empty", DATA ("<row><c t=\"s\"><v>0</v></c></row>"), NULL, "<si/>", "" },
  { "spaces-kept",
    DATA ("<row><c t=\"inlineStr\"><is><t xml:space=\"preserve\"> a </t></is></c></row>"), NULL,
    NULL, "A1=T a " },
  { "escape", DATA ("<row><c t=\"inlineStr\"><is><t>a_x000A_b_x005F_x000D_</t></is></c></row>"),
    NULL, NULL, "A1=Ta\nb_x000D_" },
  { "markup", DATA ("<row><c t=\"inlineStr\"><is><t>&lt;1&amp;2&#x5C0F;</t></is></c></row>"), NULL,
    NULL, "A1=T<1&2小" },
  { "sparse",
    DATA ("<row r=\"3\"><c r=\"B3\"><v>1</v></c><c r=\"AA3\"><v>2</v></c></row><row r=\"7\"><c "
          "r=\"A7\"><v>3"
          "</v></c></row>"),
    NULL, NULL, "B3=N1 AA3=N2 A7=N3" },
  { "mixed-references",
    DATA ("<row r=\"2\"><c r=\"C2\"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"),
    NULL, NULL, "C2=N1 D2=N2 A3=N3" },
  { "cells-out-of-order",
    DATA ("<row r=\"1\"><c r=\"C1\"><v>3</v></c><c r=\"A1\"><v>1</v></c><c r=\"C1\"><v>4</v></c>"
          "</row>"),
    NULL, NULL, "A1=N1 C1=N4" },
  { "styled-blank", DATA ("<row><c s=\"1\"/><c s=\"1\"><v></v></c></row>"), NULL, NULL, "" },
  { "prefixed-names", "<x:sheetData><x:row><x:c><x:v>5</x:v></x:c></x:row></x:sheetData>", NULL,
    NULL, NULL },
  { "phone-number", DATA ("<row><c><v>13800000001</v></c><c><v>1.3800000002E10</v></c></row>"),
    NULL, NULL, "A1=N13800000001 B1=N13800000002" },
  { "decimals",
    DATA ("<row><c><v>86420.5</v></c><c><v>0.30000000000000004</v></c><c><v>-0.5</v></c></row>"),
    NULL, NULL, "A1=N86420.5 B1=N0.3 C1=N-0.5" },
  { "small-and-large", DATA ("<row><c><v>1E-7</v></c><c><v>1E+18</v></c></row>"), NULL, NULL,
    "A1=N0.0000001 B1=N1000000000000000000" },
  { "no-number", DATA ("<row><c><v>nan</v></c><c><v>0x10</v></c><c><v>1e999</v></c></row>"), NULL,
    NULL, "A1=Tnan B1=T0x10 C1=T1e999" },
  { "formula-with-value",
    DATA ("<row><c t=\"str\"><f>A2&amp;B2</f><v>丰泽</v></c><c><f>1+1</f><v>2</v></c></row>"), NULL,
    NULL, "A1=T丰泽 B1=N2" },
  { "formula-without-value", DATA ("<row><c><f>1+1</f></c></row>"), NULL, NULL, "" },
  { "boolean", DATA ("<row><c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c></row>"), NULL, NULL,
    "A1=BTRUE B1=BFALSE" },
  { "error", DATA ("<row><c t=\"e\"><v>#REF!</v></c></row>"), NULL, NULL, "A1=E#REF!" },
  { "iso-date",
    DATA ("<row><c t=\"d\"><v>2020-09-15T00:00:00</v></c><c t=\"d\"><v>soon</v></c></row>"), NULL,
    NULL, "A1=D2020-09-15 B1=Tsoon" },
  { "date-14", DATA ("<row><c s=\"1\"><v>44089</v></c><c s=\"0\"><v>44089</v></c></row>"), NULL,
    NULL, "A1=D2020-09-15 B1=N44089" },
  { "date-month-builtin", DATA ("<row><c s=\"1\"><v>44075</v></c></row>"), XFS (XF ("0") XF ("57")),
    NULL, "A1=D2020-09" },
  { "date-chinese", DATA ("<row><c s=\"1\"><v>44089</v></c></row>"),
    FORMAT ("yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"), NULL, "A1=D2020-09-15" },
  { "date-chinese-month", DATA ("<row><c s=\"1\"><v>44075</v></c></row>"),
    FORMAT ("[$-804]yyyy&quot;年&quot;m&quot;月&quot;"), NULL, "A1=D2020-09" },
  { "date-year", DATA ("<row><c s=\"1\"><v>44075</v></c></row>"), FORMAT ("yyyy\\年"), NULL,
    "A1=D2020" },
  { "text-style-is-no-date", DATA ("<row><c s=\"1\"><v>44075</v></c></row>"),
    FORMAT ("0&quot;days&quot;"), NULL, "A1=N44075" },
  { "time-is-no-date", DATA ("<row><c s=\"1\"><v>0.5</v></c></row>"), FORMAT ("h:mm"), NULL,
    "A1=N0.5" },
  { "date-out-of-range", DATA ("<row><c s=\"1\"><v>-1</v></c><c s=\"1\"><v>2958466</v></c></row>"),
    NULL, NULL, "A1=N-1 B1=N2958466" },
  { "style-out-of-range", DATA ("<row><c s=\"9\"><v>44089</v></c></row>"), NULL, NULL,
    "A1=N44089" },
};

static void
test_read (gconstpointer data)
{
  const ReadCase *test = data;
  g_autofree char *styles
      = test->styles != NULL ? g_strdup_printf ("<styleSheet>%s</styleSheet>", test->styles) : NULL;
  g_autofree char *strings
      = test->strings != NULL ? g_strdup_printf ("<sst>%s</sst>", test->strings) : NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (YsWorkbook) workbook = NULL;
  g_autofree char *text = NULL;

  if (test->expected == NULL) /* a package whose names all carry a prefix */
    bytes = test_zip_finish (
        test_package ("<x:worksheet "
                      "xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/"
                      "main\"><x:sheetData><x:row>"
                      "<x:c><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>",
                      NULL, NULL, NULL));
  else
    bytes = test_workbook (test->sheet, styles, strings);
  workbook = ys_workbook_read_bytes (bytes, "t.xlsx", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ys_workbook_n_sheets (workbook), ==, 1);
  text = dump (ys_workbook_sheet (workbook, 0));
  g_assert_cmpstr (text, ==, test->expected != NULL ? test->expected : "A1=N5");
}

static void
test_merges (void)
{
  g_autoptr (GBytes) bytes
      = test_table ("标题\n社区|小区|a\n梅园|甲\n|乙\n紫薇|丙", "A1:XFD1 A3:A4 C2:C5");
  g_autoptr (YsWorkbook) workbook = ys_workbook_read_bytes (bytes, "t.xlsx", NULL, NULL);
  const YsGrid *grid = ys_workbook_sheet (workbook, 0);
  const YsSheetRange *ranges;
  guint n;

  ranges = ys_grid_merges (grid, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (ranges[0].column_end, ==, 16383);
  g_assert_cmpuint (ranges[1].row, ==, 2);
  g_assert_cmpuint (ranges[1].row_end, ==, 3);
  g_assert_cmpstr (ys_grid_text (grid, 3, 0), ==, "");
  g_assert_cmpstr (ys_grid_text_merged (grid, 3, 0), ==, "梅园");
  g_assert_cmpstr (ys_grid_text_merged (grid, 4, 0), ==, "紫薇");
  g_assert_cmpstr (ys_grid_text_merged (grid, 0, 2), ==, "标题");
  g_assert_cmpstr (ys_grid_text_merged (grid, 4, 2), ==, "a");
  g_assert_cmpstr (ys_grid_text_merged (grid, 1, 1), ==, "小区");
  g_assert_null (ys_grid_merge_at (grid, 2, 1));
  g_assert_true (ys_grid_merge_at (grid, 2, 0) == &ranges[1]);
}

static void
test_sheets (void)
{
  static const char workbook_xml[]
      = "<workbook xmlns:r=\"r\"><workbookPr date1904=\"1\"/><sheets><sheet name=\"台账\" "
        "r:id=\"rId1\"/>"
        "<sheet name=\"旧\" state=\"veryHidden\" r:id=\"rId2\"/></sheets></workbook>";
  TestZip *zip = test_package ("<worksheet><sheetData><row><c "
                               "s=\"1\"><v>42627</v></c></row></sheetData></worksheet>",
                               NULL, NULL, workbook_xml);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (YsWorkbook) workbook = NULL;
  g_autoptr (GError) error = NULL;

  test_zip_add (zip, "xl/worksheets/sheet2.xml", "<worksheet><sheetData/></worksheet>", -1);
  bytes = test_zip_finish (zip);
  workbook = ys_workbook_read_bytes (bytes, "t.xlsx", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ys_workbook_n_sheets (workbook), ==, 2);
  g_assert_cmpstr (ys_grid_name (ys_workbook_sheet (workbook, 0)), ==, "台账");
  g_assert_false (ys_grid_is_hidden (ys_workbook_sheet (workbook, 0)));
  g_assert_true (ys_grid_is_hidden (ys_workbook_find_sheet (workbook, "旧")));
  g_assert_null (ys_workbook_find_sheet (workbook, "台帐"));
  /* 42627 days after 1904-01-01. */
  g_assert_cmpstr (ys_grid_text (ys_workbook_sheet (workbook, 0), 0, 0), ==, "2020-09-15");
}

static void
test_walk (void)
{
  g_autoptr (GBytes) bytes
      = test_workbook (DATA ("<row r=\"5\"><c><v>1</v></c></row><row r=\"1048576\"><c "
                             "r=\"C1048576\"><v>2</v></c></row>"),
                       NULL, NULL);
  g_autoptr (YsWorkbook) workbook = ys_workbook_read_bytes (bytes, "t.xlsx", NULL, NULL);
  const YsGrid *grid = ys_workbook_sheet (workbook, 0);

  g_assert_cmpuint (ys_grid_n_rows (grid), ==, 1048576);
  g_assert_cmpuint (ys_grid_n_columns (grid), ==, 3);
  g_assert_cmpuint (ys_grid_next_row (grid, 0), ==, 4);
  g_assert_cmpuint (ys_grid_next_row (grid, 4), ==, 4);
  g_assert_cmpuint (ys_grid_next_row (grid, 5), ==, 1048575);
  g_assert_cmpuint (ys_grid_next_row (grid, 1048576), ==, 1048576);
  g_assert_cmpfloat (ys_grid_number (grid, 1048575, 2), ==, 2);
  g_assert_cmpfloat (ys_grid_number (grid, 0, 0), ==, 0);
  g_assert_cmpint (ys_grid_kind (grid, 4, 7), ==, YS_CELL_EMPTY);
}

static void
test_column_names (void)
{
  static const struct
  {
    guint column;
    const char *name;
  } cases[] = { { 0, "A" },
                { 25, "Z" },
                { 26, "AA" },
                { 701, "ZZ" },
                { 702, "AAA" },
                { 16383, "XFD" },
                { G_MAXUINT, "MWLQKWV" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = ys_column_name (cases[i].column);
      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = test_table ("a|b", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ys_workbook_read_bytes (bytes, "t.xlsx", cancellable, &error));
  g_assert_error (error, YS_SHEET_ERROR, YS_SHEET_ERROR_CANCELLED);
}

/* Sample workbooks of another producer, as they lie in the tree. */
static void
test_foreign_file (void)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "data", "annex4-libreoffice.xlsx", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsWorkbook) workbook = ys_workbook_read_file (path, NULL, &error);
  gboolean found = FALSE;
  const YsGrid *grid;

  g_assert_no_error (error);
  g_assert_cmpuint (ys_workbook_n_sheets (workbook), >=, 1);
  grid = ys_workbook_sheet (workbook, 0);
  for (guint r = 0; r < ys_grid_n_rows (grid); r++)
    for (guint c = 0; c < ys_grid_n_columns (grid); c++)
      found |= g_str_equal (ys_grid_text (grid, r, c), "紫薇社区（4）");
  g_assert_true (found);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (read_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/sheet/workbook/read/%s", read_cases[i].name);
      g_test_add_data_func (path, &read_cases[i], test_read);
    }
  g_test_add_func ("/sheet/workbook/merges", test_merges);
  g_test_add_func ("/sheet/workbook/sheets", test_sheets);
  g_test_add_func ("/sheet/workbook/walk", test_walk);
  g_test_add_func ("/sheet/workbook/column-names", test_column_names);
  g_test_add_func ("/sheet/workbook/cancelled", test_cancelled);
  g_test_add_func ("/sheet/workbook/foreign-file", test_foreign_file);
  return g_test_run ();
}
