/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text for other programs: CSV that Excel opens in Chinese and never runs, rows for the clipboard.
 */
#include "config.h"

#include "text-writer.h"

#include <glib/gstdio.h>
#include <string.h>

#include "workbook.h"

typedef struct
{
  const char *name, *text, *csv;
} CsvCase;

static const CsvCase csv_cases[] = {
  { "empty", "", "" },
  { "plain", "梅园社区", "梅园社区" },
  { "comma", "保洁,保安", "\"保洁,保安\"" },
  { "quote", "称\"甲\"", "\"称\"\"甲\"\"\"" },
  { "break", "一\n二", "\"一\n二\"" },
  { "formula", "=1+1", "'=1+1" },
  { "link", "=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"" },
  { "plus", "+cmd", "'+cmd" },
  { "minus", "-cmd", "'-cmd" },
  { "at", "@SUM(A1)", "'@SUM(A1)" },
  { "tab", "\t=1", "'\t=1" },
  { "negative", "-12.5", "-12.5" },
  { "signed", "+86", "+86" },
  { "dash", "-", "'-" },
  { "phone", "13800000001", "13800000001" },
};

/* One cell written to a file; the file's bytes. */
static char *
write_csv (YsSheet *sheet)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("ys-csv-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "表.csv", NULL);
  char *content = NULL;

  ys_csv_write_file (sheet, path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return content;
}

static void
test_cell (gconstpointer data)
{
  const CsvCase *row = data;
  g_autoptr (YsSheet) sheet = ys_sheet_new ("表", 1);
  g_autofree char *expected = g_strconcat ("\xef\xbb\xbf", row->csv, "\r\n", NULL);
  g_autofree char *content = NULL;

  ys_sheet_set (sheet, 0, 0, YS_SHEET_TEXT (row->text), NULL);
  content = write_csv (sheet);
  g_assert_cmpstr (content, ==, expected);
}

static void
fill_row (YsSheetRow *cells, guint row, gpointer user_data)
{
  ys_sheet_row_set (cells, 0, YS_SHEET_COUNT (row), NULL);
  ys_sheet_row_set (cells, 2, YS_SHEET_HUNDREDTHS (-1250), NULL);
}

static void
test_table (void)
{
  g_autoptr (YsSheet) sheet = ys_sheet_new ("表", 3);
  g_autofree char *content = NULL;

  ys_sheet_merge (sheet, (YsSheetRange){ 0, 0, 0, 2 }, YS_SHEET_TEXT ("标题"), NULL);
  ys_sheet_set (sheet, 1, 0, YS_SHEET_COUNT (1234), NULL);
  ys_sheet_set (sheet, 1, 1, YS_SHEET_DATE (((YsDate){ 2020, 9, 0 })), NULL);
  ys_sheet_set_source (sheet, 2, 2, fill_row, NULL, NULL);
  content = write_csv (sheet);
  g_assert_cmpstr (content, ==,
                   "\xef\xbb\xbf标题,,\r\n\"1,234\",2020-09,\r\n2,,-12.50\r\n3,,-12.50\r\n");
}

static void
test_no_folder (void)
{
  g_autoptr (YsSheet) sheet = ys_sheet_new ("表", 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("ys-csv-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "没有", "表.csv", NULL);

  g_assert_false (ys_csv_write_file (sheet, path, &error));
  g_assert_error (error, YS_SHEET_ERROR, YS_SHEET_ERROR_FAILED);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* What is copied can be pasted back: tabs, breaks and quotes inside cells included. */
static void
test_paste (void)
{
  const char *first[] = { "梅园社区", "一\t二", "三\n四", "\"五\"", "", "=1", NULL };
  const char *second[] = { "a", "b\"c", NULL };
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (YsWorkbook) workbook = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_add (rows, first);
  g_ptr_array_add (rows, second);
  text = ys_rows_to_paste (rows);
  g_assert_cmpstr (text, ==, "梅园社区\t\"一\t二\"\t\"三\n四\"\t\"\"\"五\"\"\"\t\t=1\na\tb\"c");
  workbook = ys_workbook_read_paste (text, &error);
  g_assert_no_error (error);
  for (guint column = 0; first[column] != NULL; column++)
    g_assert_cmpstr (ys_grid_text (ys_workbook_sheet (workbook, 0), 0, column), ==, first[column]);
  for (guint column = 0; second[column] != NULL; column++)
    g_assert_cmpstr (ys_grid_text (ys_workbook_sheet (workbook, 0), 1, column), ==, second[column]);
}

static void
test_paste_nothing (void)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autofree char *text = ys_rows_to_paste (rows);

  g_assert_cmpstr (text, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (csv_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/sheet/csv/", csv_cases[i].name, NULL);

      g_test_add_data_func (path, &csv_cases[i], test_cell);
    }
  g_test_add_func ("/sheet/csv/table", test_table);
  g_test_add_func ("/sheet/csv/no-folder", test_no_folder);
  g_test_add_func ("/sheet/paste/rows", test_paste);
  g_test_add_func ("/sheet/paste/nothing", test_paste_nothing);
  return g_test_run ();
}
