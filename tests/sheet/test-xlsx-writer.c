/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workbooks as they are filed: reopened cell by cell, style by style; the same bytes every time; no
 * file left behind by a failure. */
#include "config.h"

#include "xlsx-writer.h"

#include <expat.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <unzip.h>

#include "workbook.h"
#include "xlsx-private.h"

static const YsDocumentInfo info
    = { .title = "调度表 <示例> & 注", .author = "山城街道办事处", .created = 1760457600 };
static const YsCellStyle title = {
  .font = YS_FONT_TITLE, .size = 44, .horizontal = YS_ALIGN_CENTER, .vertical = YS_ALIGN_CENTER
};
static const YsCellStyle cell = { .font = YS_FONT_BODY,
                                  .size = 24,
                                  .horizontal = YS_ALIGN_CENTER,
                                  .vertical = YS_ALIGN_CENTER,
                                  .wrap = TRUE,
                                  .border = TRUE };
static const YsPageSetup page = { .landscape = TRUE,
                                  .margin_mm = { 20, 15, 18, 15 },
                                  .fit_to_width = TRUE,
                                  .repeat_first = 1,
                                  .repeat_last = 2,
                                  .footer_left = "A&B 街道",
                                  .footer_center = "第 %p 页，共 %n 页" };

static GPtrArray *
one_sheet (YsSheet *sheet)
{
  GPtrArray *sheets = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_sheet_unref);

  g_ptr_array_add (sheets, sheet);
  return sheets;
}

static YsSheet *
sample_sheet (void)
{
  YsSheet *sheet = ys_sheet_new ("调度表", 5);

  ys_sheet_set_page (sheet, &page);
  ys_sheet_set_column_width (sheet, 1, 22.5);
  ys_sheet_merge (sheet, (YsSheetRange){ 0, 0, 0, 4 }, YS_SHEET_TEXT ("进展情况调度表"), &title);
  ys_sheet_merge (sheet, (YsSheetRange){ 1, 0, 2, 0 }, YS_SHEET_TEXT ("序号"), &cell);
  ys_sheet_merge (sheet, (YsSheetRange){ 1, 1, 2, 1 }, YS_SHEET_TEXT ("小区名称"), &cell);
  ys_sheet_merge (sheet, (YsSheetRange){ 1, 2, 1, 4 }, YS_SHEET_TEXT ("入驻"), &cell);
  ys_sheet_set (sheet, 2, 2, YS_SHEET_TEXT ("时间"), &cell);
  ys_sheet_set (sheet, 2, 3, YS_SHEET_TEXT ("面积"), &cell);
  ys_sheet_set (sheet, 2, 4, YS_SHEET_TEXT ("电话"), &cell);
  ys_sheet_set (sheet, 3, 0, YS_SHEET_COUNT (1234), &cell);
  ys_sheet_set (sheet, 3, 1, YS_SHEET_TEXT ("=1+1"), &cell);
  ys_sheet_set (sheet, 3, 2, YS_SHEET_DATE (((YsDate){ 2020, 9, 15 })), &cell);
  ys_sheet_set (sheet, 3, 3, YS_SHEET_HUNDREDTHS (8642050), &cell);
  ys_sheet_set (sheet, 3, 4, YS_SHEET_TEXT ("13800000001"), &cell);
  ys_sheet_set (sheet, 4, 0, YS_SHEET_COUNT (2), &cell);
  ys_sheet_set (sheet, 4, 1, YS_SHEET_TEXT ("龙珠百合\n<二期> & _x0041_\x01"), &cell);
  ys_sheet_set (sheet, 4, 2, YS_SHEET_DATE (((YsDate){ 2020, 9, 0 })), &cell);
  ys_sheet_set (sheet, 4, 3, YS_SHEET_COUNT (G_GINT64_CONSTANT (1234567890123456789)), &cell);
  ys_sheet_set (sheet, 4, 4, YS_SHEET_EMPTY, &cell);
  return sheet;
}

static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("ys-sheet-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/* minizip takes names in the code page of the program. */
static unzFile
open_zip (const char *path)
{
#ifdef G_OS_WIN32
  g_autofree char *native = g_win32_locale_filename_from_utf8 (path);

  return native != NULL ? unzOpen64 (native) : NULL;
#else
  return unzOpen64 (path);
#endif
}

/* One part of a workbook, whole. */
static char *
read_part (const char *path, const char *part)
{
  unzFile zip = open_zip (path);
  unz_file_info64 part_info;
  char *data;

  g_assert_nonnull (zip);
  g_assert_cmpint (unzLocateFile (zip, part, 1), ==, UNZ_OK);
  g_assert_cmpint (unzGetCurrentFileInfo64 (zip, &part_info, NULL, 0, NULL, 0, NULL, 0), ==, 0);
  g_assert_cmpint (unzOpenCurrentFile (zip), ==, UNZ_OK);
  data = g_malloc0 (part_info.uncompressed_size + 1);
  g_assert_cmpint (unzReadCurrentFile (zip, data, (unsigned)part_info.uncompressed_size), ==,
                   (int)part_info.uncompressed_size);
  unzCloseCurrentFile (zip);
  unzClose (zip);
  return data;
}

/* Every part must be well-formed XML: else a program offers to repair the file. */
static void
assert_well_formed (const char *path)
{
  unzFile zip = open_zip (path);
  guint n = 0;

  g_assert_nonnull (zip);
  for (int step = unzGoToFirstFile (zip); step == UNZ_OK; step = unzGoToNextFile (zip), n++)
    {
      char name[256];
      g_autofree char *data = NULL;
      XML_Parser parser = XML_ParserCreate (NULL);

      unzGetCurrentFileInfo64 (zip, NULL, name, sizeof name, NULL, 0, NULL, 0);
      data = read_part (path, name);
      if (XML_Parse (parser, data, (int)strlen (data), 1) != XML_STATUS_OK)
        g_error ("%s is not well-formed: %s", name, XML_ErrorString (XML_GetErrorCode (parser)));
      XML_ParserFree (parser);
    }
  unzClose (zip);
  g_assert_cmpuint (n, >, 5);
}

static void
assert_has (const char *xml, const char *part)
{
  if (strstr (xml, part) == NULL)
    g_error ("“%s” is missing in %s", part, xml);
}

/* Writes, checks the XML, reads back. */
static YsWorkbook *
write_and_read (GPtrArray *sheets, const char *path)
{
  g_autoptr (GError) error = NULL;
  YsWorkbook *workbook;

  ys_xlsx_write_file (sheets, &info, path, NULL, &error);
  g_assert_no_error (error);
  assert_well_formed (path);
  workbook = ys_workbook_read_file (path, NULL, &error);
  g_assert_no_error (error);
  return workbook;
}

typedef struct
{
  guint row, column;
  YsCellKind kind;
  const char *text;
} CellCase;

static const CellCase sample_cells[] = {
  { 0, 0, YS_CELL_TEXT, "进展情况调度表" },
  { 1, 1, YS_CELL_TEXT, "小区名称" },
  { 2, 2, YS_CELL_TEXT, "时间" },
  { 3, 0, YS_CELL_NUMBER, "1234" },
  { 3, 1, YS_CELL_TEXT, "=1+1" },
  { 3, 2, YS_CELL_DATE, "2020-09-15" },
  { 3, 3, YS_CELL_NUMBER, "86420.5" },
  { 3, 4, YS_CELL_TEXT, "13800000001" },
  { 4, 0, YS_CELL_NUMBER, "2" },
  { 4, 1, YS_CELL_TEXT, "龙珠百合\n<二期> & _x0041_" },
  { 4, 2, YS_CELL_TEXT, "2020-09" },
  { 4, 3, YS_CELL_TEXT, "1,234,567,890,123,456,789" }, /* not exact as a number */
  { 4, 4, YS_CELL_EMPTY, "" },
};

static void
assert_cells (const YsGrid *grid, const CellCase *cells, gsize n_cells)
{
  for (gsize i = 0; i < n_cells; i++)
    {
      g_assert_cmpstr (ys_grid_text (grid, cells[i].row, cells[i].column), ==, cells[i].text);
      g_assert_cmpint (ys_grid_kind (grid, cells[i].row, cells[i].column), ==, cells[i].kind);
    }
}

static void
test_cells (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "调度表（2026年10月15日）.xlsx", NULL);
  g_autoptr (GPtrArray) sheets = one_sheet (sample_sheet ());
  g_autoptr (YsWorkbook) workbook = write_and_read (sheets, path);
  const YsGrid *grid = ys_workbook_sheet (workbook, 0);
  guint n;

  g_assert_cmpuint (count_files (folder), ==, 1);
  g_assert_cmpstr (ys_grid_name (grid), ==, "调度表");
  g_assert_cmpuint (ys_grid_n_rows (grid), ==, 5);
  assert_cells (grid, sample_cells, G_N_ELEMENTS (sample_cells));
  ys_grid_merges (grid, &n);
  g_assert_cmpuint (n, ==, 4);
  remove_folder (folder);
}

static void
test_styles (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.xlsx", NULL);
  g_autoptr (GPtrArray) sheets = one_sheet (sample_sheet ());
  g_autoptr (YsWorkbook) workbook = write_and_read (sheets, path);
  g_autofree char *styles = read_part (path, "xl/styles.xml");
  g_autofree char *sheet = read_part (path, "xl/worksheets/sheet1.xml");
  g_autofree char *book = read_part (path, "xl/workbook.xml");
  g_autofree char *core = read_part (path, "docProps/core.xml");

  assert_has (styles, "<sz val=\"22\"/>");
  assert_has (styles, "<name val=\"方正小标宋简体\"/>");
  assert_has (styles, "<sz val=\"12\"/>");
  assert_has (styles, "<name val=\"仿宋_GB2312\"/>");
  assert_has (styles, "<left style=\"thin\">");
  assert_has (styles, "<alignment horizontal=\"center\" vertical=\"center\" wrapText=\"1\"/>");
  assert_has (styles, "formatCode=\"yyyy-mm-dd\"");
  assert_has (styles, "numFmtId=\"3\""); /* #,##0 */
  assert_has (styles, "numFmtId=\"2\""); /* 0.00 */
  assert_has (sheet, "<pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\"");
  assert_has (sheet, "<pageSetUpPr fitToPage=\"1\"/>");
  assert_has (sheet, "<printOptions horizontalCentered=\"1\"/>");
  assert_has (sheet, "customHeight=\"1\"");
  assert_has (sheet, "&amp;C&amp;\"仿宋_GB2312,Regular\"第 &amp;P 页，共 &amp;N 页</oddFooter>");
  assert_has (sheet, "&amp;L&amp;\"仿宋_GB2312,Regular\"A&amp;&amp;B 街道&amp;C");
  assert_has (sheet, "<mergeCell ref=\"C2:E2\"/>");
  assert_has (book, "调度表'!$A$1:$E$5");
  assert_has (book, "调度表'!$2:$3");
  assert_has (core, "2025-10-14T16:00:00Z");
  assert_has (core, "调度表 &lt;示例&gt; &amp; 注");
  g_assert_null (strstr (sheet, "<f>"));
  remove_folder (folder);
}

static GBytes *
sample_bytes (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sheets = one_sheet (sample_sheet ());
  GBytes *bytes = ys_xlsx_write_bytes (sheets, &info, &error);

  g_assert_no_error (error);
  return bytes;
}

/* A filed table is reprinted byte for byte, on any machine. */
static void
test_same_bytes (void)
{
  g_autoptr (GBytes) first = sample_bytes ();
  g_autoptr (GBytes) second = NULL;
  g_autoptr (GBytes) third = NULL;
  g_autofree char *zone = g_strdup (g_getenv ("TZ"));

  g_usleep (1100 * 1000); /* document properties count in seconds */
  second = sample_bytes ();
  g_assert_true (g_bytes_equal (first, second));
  g_setenv ("TZ", "Asia/Tokyo", TRUE);
  setlocale (LC_ALL, "C");
  third = sample_bytes ();
  g_assert_true (g_bytes_equal (first, third));
  setlocale (LC_ALL, "");
  if (zone != NULL)
    g_setenv ("TZ", zone, TRUE);
}

static void
fill_list (YsSheetRow *cells, guint row, gpointer user_data)
{
  g_autofree char *text = g_strdup_printf ("小区%u", row);

  ys_sheet_row_set (cells, 0, YS_SHEET_COUNT (row), &cell);
  ys_sheet_row_set (cells, 1, YS_SHEET_TEXT (text), &cell);
  ys_sheet_row_set (cells, 2, YS_SHEET_TEXT (row % 2 ? "保洁、保安" : ""), &cell);
}

static YsSheet *
list_sheet (void)
{
  YsSheet *list = ys_sheet_new ("名单", 3);

  ys_sheet_set_page (list, &page);
  ys_sheet_merge (list, (YsSheetRange){ 0, 0, 0, 2 }, YS_SHEET_TEXT ("名单"), &title);
  ys_sheet_merge (list, (YsSheetRange){ 1, 0, 2, 0 }, YS_SHEET_COUNT (77), &cell);
  ys_sheet_merge (list, (YsSheetRange){ 1, 1, 1, 2 }, YS_SHEET_TEXT ("小区"), &cell);
  ys_sheet_set (list, 2, 1, YS_SHEET_TEXT ("名称"), &cell);
  ys_sheet_set (list, 2, 2, YS_SHEET_TEXT ("服务"), &cell);
  ys_sheet_set_source (list, 3, 5000, fill_list, NULL, NULL);
  ys_sheet_merge (list, (YsSheetRange){ 5003, 0, 5004, 2 }, YS_SHEET_COUNT (5), &cell);
  return list;
}

static const CellCase list_cells[] = {
  { 0, 0, YS_CELL_TEXT, "名单" },          { 1, 0, YS_CELL_NUMBER, "77" },
  { 1, 1, YS_CELL_TEXT, "小区" },          { 2, 1, YS_CELL_TEXT, "名称" },
  { 2, 2, YS_CELL_TEXT, "服务" },          { 3, 0, YS_CELL_NUMBER, "3" },
  { 3, 1, YS_CELL_TEXT, "小区3" },         { 5002, 1, YS_CELL_TEXT, "小区5002" },
  { 5001, 2, YS_CELL_TEXT, "保洁、保安" }, { 5002, 2, YS_CELL_EMPTY, "" },
  { 5003, 0, YS_CELL_NUMBER, "5" },
};

/* A source with merged heads above and merged notes below: constant memory must lose none. */
static void
test_source (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.xlsx", NULL);
  g_autoptr (GPtrArray) sheets = one_sheet (sample_sheet ());
  g_autoptr (YsWorkbook) workbook = NULL;
  guint n;

  g_ptr_array_add (sheets, list_sheet ());
  workbook = write_and_read (sheets, path);
  assert_cells (ys_workbook_sheet (workbook, 0), sample_cells, G_N_ELEMENTS (sample_cells));
  assert_cells (ys_workbook_sheet (workbook, 1), list_cells, G_N_ELEMENTS (list_cells));
  ys_grid_merges (ys_workbook_sheet (workbook, 1), &n);
  g_assert_cmpuint (n, ==, 4);
  remove_folder (folder);
}

typedef struct
{
  const char *name;
  const char *first, *first_expected;
  const char *second, *second_expected;
} NameCase;

static const NameCase name_cases[] = {
  { "plain", "山城街道", "山城街道", "桑村镇", "桑村镇" },
  { "same", "山城街道", "山城街道", "山城街道", "山城街道（2）" },
  { "same-case", "Sheet list", "Sheet list", "SHEET LIST", "SHEET LIST（2）" },
  { "forbidden", "a[b]c:d*e?f/g\\h", "a_b_c_d_e_f_g_h", "'x'", "’x’" },
  { "cell-like", "A1", "表A1", "2020", "表2020" },
  { "empty", " ", "表", "", "表（2）" },
  { "long", "镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇",
    "镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇",
    "镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇",
    "镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇镇（2）" },
};

static void
test_names (gconstpointer data)
{
  const NameCase *row = data;
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.xlsx", NULL);
  g_autoptr (GPtrArray) sheets = one_sheet (ys_sheet_new (row->first, 1));
  g_autoptr (YsWorkbook) workbook = NULL;

  g_ptr_array_add (sheets, ys_sheet_new (row->second, 1));
  for (guint i = 0; i < sheets->len; i++)
    {
      ys_sheet_set_page (sheets->pdata[i], &page);
      for (guint at = 0; at < 4; at++)
        ys_sheet_set (sheets->pdata[i], at, 0, YS_SHEET_COUNT (1), &cell);
    }
  workbook = write_and_read (sheets, path);
  g_assert_cmpstr (ys_grid_name (ys_workbook_sheet (workbook, 0)), ==, row->first_expected);
  g_assert_cmpstr (ys_grid_name (ys_workbook_sheet (workbook, 1)), ==, row->second_expected);
  remove_folder (folder);
}

/* Writing to @path must fail with FAILED and leave @folder with @n_left entries. */
static char *
assert_fails (GPtrArray *sheets, const char *path, const char *folder, guint n_left)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (ys_xlsx_write_file (sheets, &info, path, NULL, &error));
  g_assert_error (error, YS_SHEET_ERROR, YS_SHEET_ERROR_FAILED);
  g_assert_cmpuint (count_files (folder), ==, n_left);
  return g_strdup (error->message);
}

static void
test_no_folder (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "gone", "a.xlsx", NULL);
  g_autoptr (GPtrArray) sheets = one_sheet (sample_sheet ());
  g_autofree char *message = assert_fails (sheets, path, folder, 0);

  assert_has (message, "a.xlsx");
  remove_folder (folder);
}

static void
test_target_is_folder (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.xlsx", NULL);
  g_autofree char *inner = g_build_filename (path, "inner", NULL);
  g_autoptr (GPtrArray) sheets = one_sheet (sample_sheet ());
  g_autofree char *message = NULL;

  g_assert_cmpint (g_mkdir_with_parents (inner, 0755), ==, 0);
  message = assert_fails (sheets, path, folder, 1);
  assert_has (message, "a.xlsx");
  g_rmdir (inner);
  g_rmdir (path);
  g_rmdir (folder);
}

static void
test_too_long_text (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.xlsx", NULL);
  g_autofree char *text = g_strnfill (32768, 'a');
  YsSheet *sheet = sample_sheet ();
  g_autoptr (GPtrArray) sheets = one_sheet (sheet);
  g_autofree char *message = NULL;

  ys_sheet_set (sheet, 9, 1, YS_SHEET_TEXT (text), &cell);
  message = assert_fails (sheets, path, folder, 0);
  assert_has (message, "B10");
  assert_has (message, "“调度表”");
  remove_folder (folder);
}

static void
test_long_footer (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.xlsx", NULL);
  g_autofree char *text = g_strnfill (300, 'a');
  YsSheet *sheet = sample_sheet ();
  g_autoptr (GPtrArray) sheets = one_sheet (sheet);
  g_autofree char *message = NULL;
  YsPageSetup long_page = page;

  long_page.footer_right = text;
  ys_sheet_set_page (sheet, &long_page);
  message = assert_fails (sheets, path, folder, 0);
  assert_has (message, "255");
  remove_folder (folder);
}

/* The old file stays as it was; a good write then takes its place. */
static void
test_cancelled (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.xlsx", NULL);
  g_autoptr (GPtrArray) sheets = one_sheet (list_sheet ());
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (path, "old", 3, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (ys_xlsx_write_file (sheets, &info, path, cancellable, &error));
  g_assert_error (error, YS_SHEET_ERROR, YS_SHEET_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (folder), ==, 1);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "old");
  g_clear_error (&error);
  g_assert_true (ys_xlsx_write_file (sheets, &info, path, NULL, &error));
  assert_well_formed (path);
  g_assert_cmpuint (count_files (folder), ==, 1);
  remove_folder (folder);
}

/* What a full disk leaves: parts cut short, rows lost, a torn end. */
static void
test_check (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.xlsx", NULL);
  g_autoptr (GPtrArray) sheets = one_sheet (list_sheet ());
  g_autoptr (YsWorkbook) workbook = write_and_read (sheets, path);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *content = NULL;
  guint n_rows = 5005;
  gsize length;

  g_array_append_val (rows, n_rows);
  g_assert_true (ys_xlsx_check_file (path, rows));
  g_array_index (rows, guint, 0)++;
  g_assert_false (ys_xlsx_check_file (path, rows));
  g_array_index (rows, guint, 0)--;
  g_array_append_val (rows, n_rows); /* a sheet more than the file has */
  g_assert_false (ys_xlsx_check_file (path, rows));
  g_array_set_size (rows, 1);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_true (g_file_set_contents (path, content, (gssize)length - 100, NULL));
  g_assert_false (ys_xlsx_check_file (path, rows));
  content[length / 2] ^= 0x55;
  g_assert_true (g_file_set_contents (path, content, (gssize)length, NULL));
  g_assert_false (ys_xlsx_check_file (path, rows));
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_false (ys_xlsx_check_file (path, rows));
  remove_folder (folder);
}

static void
test_empty_sheet (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.xlsx", NULL);
  g_autoptr (GPtrArray) sheets = one_sheet (ys_sheet_new ("空表", 3));
  g_autoptr (YsWorkbook) workbook = write_and_read (sheets, path);

  g_assert_cmpuint (ys_grid_n_rows (ys_workbook_sheet (workbook, 0)), ==, 0);
  remove_folder (folder);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/xlsx/cells", test_cells);
  g_test_add_func ("/sheet/xlsx/styles", test_styles);
  g_test_add_func ("/sheet/xlsx/same-bytes", test_same_bytes);
  g_test_add_func ("/sheet/xlsx/source", test_source);
  g_test_add_func ("/sheet/xlsx/empty-sheet", test_empty_sheet);
  g_test_add_func ("/sheet/xlsx/check", test_check);
  for (gsize i = 0; i < G_N_ELEMENTS (name_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/sheet/xlsx/name/", name_cases[i].name, NULL);

      g_test_add_data_func (path, &name_cases[i], test_names);
    }
  g_test_add_func ("/sheet/xlsx/fails/no-folder", test_no_folder);
  g_test_add_func ("/sheet/xlsx/fails/target-is-folder", test_target_is_folder);
  g_test_add_func ("/sheet/xlsx/fails/too-long-text", test_too_long_text);
  g_test_add_func ("/sheet/xlsx/fails/long-footer", test_long_footer);
  g_test_add_func ("/sheet/xlsx/fails/cancelled", test_cancelled);
  return g_test_run ();
}
