/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Annex 5 as a workbook, looked at cell by cell, merge by merge, in width, font and print set-up.
 * Expected words are typed from seed 004, not taken from the code. */
#include "config.h"

#include "compound.h"
#include "dispatch-table.h"
#include "xlsx-parts.h"
#include "xlsx-writer.h"

#include <glib/gstdio.h>
#include <string.h>

static char *folder;

static YsOffice
make_office (const char *email, const char *phone)
{
  return (YsOffice){
    .name = (char *)"山城街道物管科",
    .level = YS_LEVEL_SUBDISTRICT,
    .email = (char *)email,
    .phone = (char *)phone,
  };
}

static YsDispatchRow *
make_row (gint64 id, const char *town, const char *community, const char *name)
{
  YsDispatchRow *row = g_new0 (YsDispatchRow, 1);

  row->compound_id = id;
  row->town = g_strdup (town);
  row->community = g_strdup (community);
  row->name = g_strdup (name);
  return row;
}

static GPtrArray *
new_rows (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)ys_dispatch_row_free);
}

/* Two filled rows (a full date, a date known to the month) and one with nothing but its name. */
static GPtrArray *
make_rows (void)
{
  GPtrArray *rows = new_rows ();
  YsDispatchRow *row = make_row (7, NULL, "梅园社区", "梅花园");

  row->class = YS_CLASS_1;
  row->company = g_strdup ("安和物业");
  row->nature = g_strdup ("外聘");
  row->entry_date = (YsDate){ 2018, 6, 15 };
  row->services = g_strdup ("保洁、保安、护绿、维护秩序、设施维护");
  row->manager = g_strdup ("孙某某");
  row->phone = g_strdup ("13800000001");
  g_ptr_array_add (rows, row);

  row = make_row (9, NULL, "东、西鲁社区", "丰泽嘉苑");
  row->class = YS_CLASS_3;
  row->company = g_strdup ("社区兜底");
  row->nature = g_strdup ("自主");
  row->entry_date = (YsDate){ 2019, 12, 0 };
  row->services = g_strdup ("=1+1");
  row->phone = g_strdup ("0632-8800001");
  row->remark = g_strdup ("2类改1类");
  g_ptr_array_add (rows, row);

  g_ptr_array_add (rows, make_row (12, NULL, "紫薇社区", "鑫盛公寓（药材宿舍）"));
  return rows;
}

static XlsxParts *
write_and_open (const char *name, const YsOffice *office, GPtrArray *rows)
{
  g_autoptr (GPtrArray) sheets = ys_dispatch_table_build (office, rows, (YsDate){ 2026, 10, 15 },
                                                          "王某某", NULL, NULL, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  YsDocumentInfo info = { .title = "调度表", .created = 1791993600 };
  g_autoptr (GError) error = NULL;

  ys_xlsx_write_file (sheets, &info, path, NULL, &error);
  g_assert_no_error (error);
  return xlsx_parts_open (path);
}

static XlsxParts *
open_table (void)
{
  static XlsxParts *parts;

  if (parts == NULL)
    {
      YsOffice office = make_office ("wgk@example.cn", "0632-8800000");
      g_autoptr (GPtrArray) rows = make_rows ();

      parts = write_and_open ("table.xlsx", &office, rows);
    }
  return parts;
}

typedef enum
{
  TITLE,
  START,
  END,
  HEAD,
  CELL,
  NOTE
} Look;

static const struct
{
  const char *font;
  double size;
  gboolean bold;
  const char *horizontal;
  gboolean wrap;
  gboolean border;
} looks[] = {
  [TITLE] = { "方正小标宋简体", 22, FALSE, "center", FALSE, FALSE },
  [START] = { "仿宋_GB2312", 12, FALSE, "left", FALSE, FALSE },
  [END] = { "仿宋_GB2312", 12, FALSE, "right", FALSE, FALSE },
  [HEAD] = { "仿宋_GB2312", 12, TRUE, "center", TRUE, TRUE },
  [CELL] = { "仿宋_GB2312", 12, FALSE, "center", TRUE, TRUE },
  [NOTE] = { "仿宋_GB2312", 12, FALSE, "left", TRUE, FALSE },
};

typedef struct
{
  const char *ref;
  const char *text;
  gboolean is_number;
  Look look;
} CellCase;

/* 2018-06-15 is day 43266 of the 1900 system. */
static const CellCase cell_cases[] = {
  { "A1", "住宅小区物业管理全覆盖进展情况调度表", FALSE, TITLE },
  { "A2", "山城街道办事处", FALSE, START },
  { "G2", "填报时间：2026年10月15日", FALSE, END },
  { "A3", "序号", FALSE, HEAD },
  { "B3", "社区名称", FALSE, HEAD },
  { "C3", "小区名称", FALSE, HEAD },
  { "D3", "类别", FALSE, HEAD },
  { "E3", "入驻物业管理企业名称", FALSE, HEAD },
  { "F3", "物业管理性质\n（自主或外聘物业公司）", FALSE, HEAD },
  { "G3", "入驻时间", FALSE, HEAD },
  { "H3", "服务内容", FALSE, HEAD },
  { "I3", "物业负责人", FALSE, HEAD },
  { "J3", "联系电话", FALSE, HEAD },
  { "K3", "备注", FALSE, HEAD },
  { "A4", "1", TRUE, CELL },
  { "B4", "梅园社区", FALSE, CELL },
  { "C4", "梅花园", FALSE, CELL },
  { "D4", "1", TRUE, CELL },
  { "E4", "安和物业", FALSE, CELL },
  { "F4", "外聘", FALSE, CELL },
  { "G4", "43266", TRUE, CELL },
  { "H4", "保洁、保安、护绿、维护秩序、设施维护", FALSE, CELL },
  { "I4", "孙某某", FALSE, CELL },
  { "J4", "13800000001", FALSE, CELL },
  { "K4", "", FALSE, CELL },
  { "A5", "2", TRUE, CELL },
  { "B5", "东、西鲁社区", FALSE, CELL },
  { "C5", "丰泽嘉苑", FALSE, CELL },
  { "D5", "3", TRUE, CELL },
  { "E5", "社区兜底", FALSE, CELL },
  { "F5", "自主", FALSE, CELL },
  { "G5", "2019-12", FALSE, CELL },
  { "H5", "=1+1", FALSE, CELL },
  { "I5", "", FALSE, CELL },
  { "J5", "0632-8800001", FALSE, CELL },
  { "K5", "2类改1类", FALSE, CELL },
  { "A6", "3", TRUE, CELL },
  { "B6", "紫薇社区", FALSE, CELL },
  { "C6", "鑫盛公寓（药材宿舍）", FALSE, CELL },
  { "D6", "", FALSE, CELL },
  { "E6", "", FALSE, CELL },
  { "F6", "", FALSE, CELL },
  { "G6", "", FALSE, CELL },
  { "H6", "", FALSE, CELL },
  { "I6", "", FALSE, CELL },
  { "J6", "", FALSE, CELL },
  { "K6", "", FALSE, CELL },
  { "A7", "填报人：王某某", FALSE, START },
  { "E7", "审核人：", FALSE, START },
  { "A8",
    "注：1."
    "根据小区实际情况结合管理服务好、中、差程度划分类别。分为1、2、3三个等次。近年来，通过改造提升"
    "，"
    "基础设施得到改善，管理条件较好，已实施物业管理服务的划分为1类；基础设施一般，管理难度相对较大"
    "的为2类；"
    "基础设施较差或小区规模较小、管理难度较大的划分为3类。",
    FALSE, NOTE },
  { "A9",
    "　　2.每月1号、15号报送至区住建局（住房保障服务中心物业科）。邮箱:wgk@example.cn，"
    "联系电话：0632-8800000。",
    FALSE, NOTE },
};

static void
test_cell (gconstpointer data)
{
  const CellCase *expected = data;
  g_auto (XlsxCell) cell = { 0 };

  g_assert_true (xlsx_parts_cell (open_table (), 0, expected->ref, &cell));
  g_assert_cmpstr (cell.text, ==, expected->text);
  g_assert_cmpint (cell.is_number, ==, expected->is_number);
  g_assert_false (cell.is_formula);
  g_assert_cmpstr (cell.font, ==, looks[expected->look].font);
  g_assert_cmpfloat (cell.size, ==, looks[expected->look].size);
  g_assert_cmpint (cell.bold, ==, looks[expected->look].bold);
  g_assert_cmpstr (*cell.horizontal != '\0' ? cell.horizontal : "left", ==,
                   looks[expected->look].horizontal);
  g_assert_cmpint (cell.wrap, ==, looks[expected->look].wrap);
  g_assert_cmpint (cell.border, ==, looks[expected->look].border);
}

/* Nothing stands in the table that the cases do not name. */
static void
test_nothing_else (void)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cell_cases); i++)
    n += *cell_cases[i].text != '\0';
  g_assert_cmpuint (xlsx_parts_n_sheets (open_table ()), ==, 1);
  g_assert_cmpstr (xlsx_parts_sheet_name (open_table (), 0), ==, "调度表");
  g_assert_cmpuint (xlsx_parts_n_values (open_table (), 0), ==, n);
}

static void
test_date_is_a_date (void)
{
  g_auto (XlsxCell) cell = { 0 };

  g_assert_true (xlsx_parts_cell (open_table (), 0, "G4", &cell));
  g_assert_cmpstr (cell.number_format, ==, "yyyy-mm-dd");
}

static void
test_merges (void)
{
  g_autofree char *merges = xlsx_parts_merges (open_table (), 0);

  g_assert_cmpstr (merges, ==, "A1:K1 A2:F2 A7:D7 A8:K8 A9:K9 E7:H7 G2:K2");
}

/* Pixels at 96 dpi: together the 267 mm (1009 px) between the margins. */
static void
test_widths (void)
{
  static const int expected[] = { 40, 82, 134, 40, 102, 102, 90, 154, 86, 104, 75 };
  int sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      double width = xlsx_parts_width (open_table (), 0, i + 1);

      g_assert_cmpfloat_with_epsilon (width * 7, expected[i], 0.1);
      sum += expected[i];
    }
  g_assert_cmpint (sum, ==, 1009);
}

/* 22 pt need more than 26 pt of row; three lines of head 12 pt each; the first note is about 160
 * characters wide on a line of 62, so three lines. */
static void
test_heights (void)
{
  g_assert_cmpfloat (xlsx_parts_height (open_table (), 0, 1), >=, 28);
  g_assert_cmpfloat (xlsx_parts_height (open_table (), 0, 3), >=, 3 * 14);
  g_assert_cmpfloat (xlsx_parts_height (open_table (), 0, 4), >=, 2 * 14);
  g_assert_cmpfloat (xlsx_parts_height (open_table (), 0, 8), >=, 3 * 14);
  g_assert_cmpfloat (xlsx_parts_height (open_table (), 0, 8), <=, 5 * 18);
  g_assert_cmpfloat (xlsx_parts_height (open_table (), 0, 9), >=, 14);
}

typedef struct
{
  const char *element;
  const char *name;
  const char *value;
} PrintCase;

/* Margins in inches: 18 mm, 15 mm, 16 mm, 15 mm. */
static const PrintCase print_cases[] = {
  { "pageSetup", "paperSize", "9" },
  { "pageSetup", "orientation", "landscape" },
  { "pageSetup", "fitToHeight", "0" },
  { "pageSetUpPr", "fitToPage", "1" },
};

static void
test_print (gconstpointer data)
{
  const PrintCase *expected = data;
  const char *value = xlsx_parts_attribute (open_table (), 0, expected->element, expected->name);

  g_assert_cmpstr (value, ==, expected->value);
}

static void
test_margins (void)
{
  static const struct
  {
    const char *side;
    double mm;
  } margins[] = { { "top", 18 }, { "right", 15 }, { "bottom", 16 }, { "left", 15 } };

  for (guint i = 0; i < G_N_ELEMENTS (margins); i++)
    {
      const char *text = xlsx_parts_attribute (open_table (), 0, "pageMargins", margins[i].side);

      g_assert_nonnull (text);
      g_assert_cmpfloat_with_epsilon (g_ascii_strtod (text, NULL) * 25.4, margins[i].mm, 0.1);
    }
}

static void
test_head_repeated_and_page_numbers (void)
{
  g_assert_cmpstr (xlsx_parts_defined_name (open_table (), 0, "_xlnm.Print_Titles"), ==,
                   "'调度表'!$3:$3");
  g_assert_cmpstr (xlsx_parts_footer (open_table (), 0), ==,
                   "&C&\"仿宋_GB2312,Regular\"第 &P 页，共 &N 页");
}

/* Where the office has no mail and phone, a line to write on by hand. */
static void
test_note_without_address (void)
{
  YsOffice office = make_office (NULL, NULL);
  g_autoptr (GPtrArray) rows = make_rows ();
  g_autoptr (XlsxParts) parts = write_and_open ("blank.xlsx", &office, rows);
  g_auto (XlsxCell) cell = { 0 };

  g_assert_true (xlsx_parts_cell (parts, 0, "A9", &cell));
  g_assert_cmpstr (cell.text, ==,
                   "　　2.每月1号、15号报送至区住建局（住房保障服务中心物业科）。"
                   "邮箱:________________，联系电话：________________。");
}

static void
test_note_with_recipient (void)
{
  YsOffice office = make_office ("a@example.cn", "0632-8800000");
  g_autoptr (GPtrArray) rows = make_rows ();
  g_autoptr (XlsxParts) parts = NULL;
  g_auto (XlsxCell) cell = { 0 };

  office.recipient = (char *)"区物业服务中心";
  parts = write_and_open ("recipient.xlsx", &office, rows);
  g_assert_true (xlsx_parts_cell (parts, 0, "A9", &cell));
  g_assert_cmpstr (cell.text, ==,
                   "　　2.每月1号、15号报送至区物业服务中心。邮箱:a@example.cn，"
                   "联系电话：0632-8800000。");
}

static void
test_no_rows (void)
{
  YsOffice office = make_office (NULL, NULL);
  g_autoptr (GPtrArray) rows = new_rows ();
  g_autoptr (XlsxParts) parts = write_and_open ("empty.xlsx", &office, rows);
  g_autofree char *merges = xlsx_parts_merges (parts, 0);

  g_assert_cmpuint (xlsx_parts_n_sheets (parts), ==, 1);
  g_assert_cmpstr (merges, ==, "A1:K1 A2:F2 A4:D4 A5:K5 A6:K6 E4:H4 G2:K2");
}

typedef struct
{
  const char *name;
  int level;
  const char *towns; /* of the rows, parted by blanks; - for none */
  const char *sheets;
  const char *units;
  const char *numbers; /* last number of each sheet */
} TownCase;

static const TownCase town_cases[] = {
  { "one-office-without-towns", YS_LEVEL_SUBDISTRICT, "- - -", "调度表", "山城街道办事处", "3" },
  { "one-office-its-town-named", YS_LEVEL_SUBDISTRICT, "山城街道 - 山城街道", "调度表",
    "山城街道办事处", "3" },
  { "district-two-towns", YS_LEVEL_DISTRICT, "山城街道 山城街道 桑村镇", "山城街道 桑村镇",
    "山城街道办事处 桑村镇人民政府", "2 1" },
  { "district-one-town", YS_LEVEL_DISTRICT, "桑村镇 桑村镇", "调度表", "桑村镇人民政府", "2" },
  { "town-apart-rows-joined", YS_LEVEL_DISTRICT, "桑村镇 山城街道 桑村镇", "桑村镇 山城街道",
    "桑村镇人民政府 山城街道办事处", "2 1" },
  { "other-kind-of-name", YS_LEVEL_DISTRICT, "山亭经济开发区管委会 桑村镇",
    "山亭经济开发区管委会 桑村镇", "山亭经济开发区管委会 桑村镇人民政府", "1 1" },
};

static void
test_towns (gconstpointer data)
{
  const TownCase *expected = data;
  YsOffice office = make_office (NULL, NULL);
  g_autoptr (GPtrArray) rows = new_rows ();
  g_autoptr (GPtrArray) sheets = NULL;
  g_auto (GStrv) towns = g_strsplit (expected->towns, " ", -1);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) units = g_string_new (NULL);
  g_autoptr (GString) numbers = g_string_new (NULL);

  office.level = expected->level;
  for (guint i = 0; towns[i] != NULL; i++)
    g_ptr_array_add (rows, make_row (i + 1, strcmp (towns[i], "-") == 0 ? NULL : towns[i], "社区",
                                     "小区"));
  sheets = ys_dispatch_table_build (&office, rows, (YsDate){ 2026, 10, 1 }, NULL, NULL, NULL, NULL);
  for (guint i = 0; i < sheets->len; i++)
    {
      YsSheet *sheet = g_ptr_array_index (sheets, i);
      guint last = ys_sheet_n_rows (sheet) - 4; /* before sign-off line and two notes */

      g_string_append_printf (names, "%s%s", i > 0 ? " " : "", ys_sheet_name (sheet));
      g_string_append_printf (units, "%s%s", i > 0 ? " " : "", ys_sheet_get (sheet, 1, 0).text);
      g_string_append_printf (numbers, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "",
                              ys_sheet_get (sheet, last, 0).number);
    }
  g_assert_cmpstr (names->str, ==, expected->sheets);
  g_assert_cmpstr (units->str, ==, expected->units);
  g_assert_cmpstr (numbers->str, ==, expected->numbers);
}

/* Marks and origins are for the screen: cells know their compound and field. */
static YsSheetMark
mark_phone (const YsDispatchRow *row, YsDispatchColumn column, gpointer user_data)
{
  g_assert_cmpstr (user_data, ==, "data");
  if (column == YS_DISPATCH_PHONE)
    return row->phone == NULL ? YS_MARK_BLANK : YS_MARK_CHANGED;
  return YS_MARK_NONE;
}

static void
test_marks_and_origins (void)
{
  YsOffice office = make_office (NULL, NULL);
  g_autoptr (GPtrArray) rows = make_rows ();
  char data[] = "data";
  g_autoptr (GPtrArray) sheets = ys_dispatch_table_build (&office, rows, (YsDate){ 2026, 10, 15 },
                                                          NULL, NULL, mark_phone, data);
  YsSheet *sheet = g_ptr_array_index (sheets, 0);
  gint64 id;
  const char *field;

  g_assert_cmpint (ys_sheet_mark (sheet, 3, 9), ==, YS_MARK_CHANGED);
  g_assert_cmpint (ys_sheet_mark (sheet, 5, 9), ==, YS_MARK_BLANK);
  g_assert_cmpint (ys_sheet_mark (sheet, 3, 8), ==, YS_MARK_NONE);
  g_assert_true (ys_sheet_origin (sheet, 4, 9, &id, &field));
  g_assert_cmpint (id, ==, 9);
  g_assert_cmpstr (field, ==, "phone");
  g_assert_false (ys_sheet_origin (sheet, 4, 0, &id, &field));
  g_assert_false (ys_sheet_origin (sheet, 2, 9, &id, &field));
}

static void
test_fields (void)
{
  static const char *const names[]
      = { NULL,         "community", "name",    "class", "company", "nature",
          "entry_date", "services",  "manager", "phone", "remark" };

  g_assert_cmpint (YS_DISPATCH_N_COLUMNS, ==, 11);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (ys_dispatch_column_field (i), ==, names[i]);
}

static void
test_file_name (void)
{
  YsOffice office = make_office (NULL, NULL);
  g_autofree char *name = ys_dispatch_file_name (&office, (YsDate){ 2026, 10, 15 });

  g_assert_cmpstr (name, ==,
                   "山城街道办事处住宅小区物业管理全覆盖进展情况调度表（2026年10月15日）");
}

static void
test_same_bytes (void)
{
  g_autofree char *first = g_build_filename (folder, "table.xlsx", NULL);
  g_autofree char *second = g_build_filename (folder, "again.xlsx", NULL);
  g_autofree char *bytes_a = NULL;
  g_autofree char *bytes_b = NULL;
  gsize length_a, length_b;
  YsOffice office = make_office ("wgk@example.cn", "0632-8800000");
  g_autoptr (GPtrArray) rows = make_rows ();

  open_table ();
  xlsx_parts_free (write_and_open ("again.xlsx", &office, rows));
  g_assert_true (g_file_get_contents (first, &bytes_a, &length_a, NULL));
  g_assert_true (g_file_get_contents (second, &bytes_b, &length_b, NULL));
  g_assert_cmpmem (bytes_a, length_a, bytes_b, length_b);
}

static void
add_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cell_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/annex/dispatch-table/cell/", cell_cases[i].ref, NULL);

      g_test_add_data_func (path, &cell_cases[i], test_cell);
    }
  for (guint i = 0; i < G_N_ELEMENTS (print_cases); i++)
    {
      g_autofree char *path
          = g_strconcat ("/annex/dispatch-table/print/", print_cases[i].name, NULL);

      g_test_add_data_func (path, &print_cases[i], test_print);
    }
  for (guint i = 0; i < G_N_ELEMENTS (town_cases); i++)
    {
      g_autofree char *path
          = g_strconcat ("/annex/dispatch-table/towns/", town_cases[i].name, NULL);

      g_test_add_data_func (path, &town_cases[i], test_towns);
    }
}

static void
remove_folder (void)
{
  static const char *const names[]
      = { "table.xlsx", "again.xlsx", "blank.xlsx", "recipient.xlsx", "empty.xlsx" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("yardstick-annex-XXXXXX", NULL);
  g_assert_nonnull (folder);
  add_cases ();
  g_test_add_func ("/annex/dispatch-table/nothing-else", test_nothing_else);
  g_test_add_func ("/annex/dispatch-table/date-is-a-date", test_date_is_a_date);
  g_test_add_func ("/annex/dispatch-table/merges", test_merges);
  g_test_add_func ("/annex/dispatch-table/widths", test_widths);
  g_test_add_func ("/annex/dispatch-table/heights", test_heights);
  g_test_add_func ("/annex/dispatch-table/margins", test_margins);
  g_test_add_func ("/annex/dispatch-table/head-repeated-and-page-numbers",
                   test_head_repeated_and_page_numbers);
  g_test_add_func ("/annex/dispatch-table/note-without-address", test_note_without_address);
  g_test_add_func ("/annex/dispatch-table/note-with-recipient", test_note_with_recipient);
  g_test_add_func ("/annex/dispatch-table/no-rows", test_no_rows);
  g_test_add_func ("/annex/dispatch-table/marks-and-origins", test_marks_and_origins);
  g_test_add_func ("/annex/dispatch-table/fields", test_fields);
  g_test_add_func ("/annex/dispatch-table/file-name", test_file_name);
  g_test_add_func ("/annex/dispatch-table/same-bytes", test_same_bytes);
  result = g_test_run ();
  remove_folder ();
  return result;
}
