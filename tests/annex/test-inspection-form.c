/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inspection form: printed, filled, read back from its own workbook; rows pasted from tables
 * with other heads, and without any. */
#include "config.h"

#include "inspection-form.h"

#include <string.h>

#include "xlsx-writer.h"

/* Rows of the form, as printed. */
#define ROW_WHERE 2
#define ROW_WHEN 3
#define ROW_WHO 4
#define ROW_FIRST 6

static YsClause clauses[] = {
  { .code = "A1-08",
    .group = "环境秩序",
    .name = "清扫保洁不干净",
    .criterion = "小区内有散落垃圾、淤泥、积尘、污水横溢，水面有漂浮物",
    .limit_amount = { 2, TRUE },
    .limit_unit = 1 },
  { .code = "A1-23",
    .group = "绿化管理",
    .name = "绿化管养不佳",
    .criterion
    = "绿化管养（修剪、除草）不到位，有空秃（大于1㎡）、死树枯枝、明显病虫害、垃圾、杂物",
    .limit_amount = { 3, TRUE },
    .limit_unit = 2 },
};

static YsSheet *
make_form (const char *compound)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (clauses); i++)
    g_ptr_array_add (list, &clauses[i]);
  return ys_inspection_form_build ("示例镇建设局", compound, "附件1 第1版", list);
}

/* What an inspector writes into a cell that is there. */
static void
write_into (YsSheet *sheet, guint row, guint column, const char *text)
{
  ys_sheet_set (sheet, row, column, YS_SHEET_TEXT (text), ys_sheet_style (sheet, row, column));
}

static YsRawInspection *
read_back (YsSheet *sheet)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (YsWorkbook) workbook = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (sheets, sheet);
  bytes = ys_xlsx_write_bytes (sheets, NULL, &error);
  g_assert_no_error (error);
  workbook = ys_workbook_read_bytes (bytes, "检查表.xlsx", NULL, &error);
  g_assert_no_error (error);
  return ys_inspection_form_read (ys_workbook_sheet (workbook, 0));
}

static void
assert_row (const YsRawInspection *raw,
            guint index,
            const char *clause,
            const char *count,
            const char *place,
            const char *note)
{
  const YsRawFinding *row = g_ptr_array_index (raw->rows, index);

  g_assert_cmpstr (row->clause, ==, clause);
  g_assert_cmpstr (row->count, ==, count);
  g_assert_cmpstr (row->place, ==, place);
  g_assert_cmpstr (row->note, ==, note);
}

static void
test_empty (void)
{
  g_autoptr (YsSheet) form = make_form ("龙珠百合");
  g_autoptr (YsRawInspection) raw = read_back (form);

  g_assert_true (raw->is_form);
  g_assert_cmpstr (raw->compound, ==, "龙珠百合");
  g_assert_null (raw->level);
  g_assert_null (raw->at);
  g_assert_cmpuint (raw->rows->len, ==, 0); /* nothing found is no finding */
}

static void
test_any_compound (void)
{
  g_autoptr (YsSheet) form = make_form (NULL);
  g_autoptr (YsRawInspection) raw = read_back (form);

  g_assert_true (raw->is_form);
  g_assert_null (raw->compound);
}

static void
test_filled (void)
{
  g_autoptr (YsSheet) form = make_form ("龙珠百合");
  g_autoptr (YsRawInspection) raw = NULL;

  write_into (form, ROW_WHERE, 5, "区级");
  write_into (form, ROW_WHEN, 5, "暗访");
  write_into (form, ROW_WHEN, 1, "2026-10-12 10:30");
  write_into (form, ROW_WHO, 5, "示例王某、示例李某");
  write_into (form, ROW_FIRST, 5, "2");
  write_into (form, ROW_FIRST, 6, "3、5号楼间");
  write_into (form, ROW_FIRST + 1, 7, "草高");
  /* the same clause at another place, in a blank line */
  write_into (form, ROW_FIRST + 2, 0, "A1-08");
  write_into (form, ROW_FIRST + 2, 6, "东门");
  raw = read_back (form);
  g_assert_cmpstr (raw->level, ==, "区级");
  g_assert_cmpstr (raw->kind, ==, "暗访");
  g_assert_cmpstr (raw->at, ==, "2026-10-12 10:30");
  g_assert_null (raw->notice_at);
  g_assert_cmpstr (raw->inspectors, ==, "示例王某、示例李某");
  g_assert_cmpuint (raw->rows->len, ==, 3);
  assert_row (raw, 0, "A1-08", "2", "3、5号楼间", "");
  assert_row (raw, 1, "A1-23", "", "", "草高");
  assert_row (raw, 2, "A1-08", "", "东门", "");
}

typedef struct
{
  const char *path;
  const char *paste;
  guint n;
  const char *clause, *count, *place, *note; /* of the last row */
} Paste;

static const Paste pastes[] = {
  { "heads", "条款\t处数\t位置\t情况说明\n乱堆物料\t3\t7号楼\t杂物\n", 1, "乱堆物料", "3", "7号楼",
    "杂物" },
  { "other-heads", "序号\t存在问题\t具体位置\t数量\n1\tA1-10\t南门\t２\n", 1, "A1-10", "2", "南门",
    "" },
  { "code-before-name", "代码\t小类名称\t处数\nA1-10\t写错的名字\t1\n", 1, "A1-10", "1", "", "" },
  { "name-where-no-code", "代码\t小类名称\t处数\n\t乱堆物料\t1\n", 1, "乱堆物料", "1", "", "" },
  { "no-heads", "A1-10\t2\t西门\t杂物\n", 1, "A1-10", "2", "西门", "杂物" },
  { "one-column", "A1-10\nA1-11\n", 2, "A1-11", "", "", "" },
  { "empty-lines", "条款\t处数\n\t\n乱堆物料\t1\n\t\n", 1, "乱堆物料", "1", "", "" },
  { "count-without-clause", "条款\t处数\n\t4\n", 1, "", "4", "", "" },
};

static void
test_paste (gconstpointer data)
{
  const Paste *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YsWorkbook) workbook = ys_workbook_read_paste (c->paste, &error);
  g_autoptr (YsRawInspection) raw = NULL;

  g_assert_no_error (error);
  raw = ys_inspection_form_read (ys_workbook_sheet (workbook, 0));
  g_assert_false (raw->is_form);
  g_assert_cmpuint (raw->rows->len, ==, c->n);
  assert_row (raw, c->n - 1, c->clause, c->count, c->place, c->note);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/annex/inspection-form/empty", test_empty);
  g_test_add_func ("/annex/inspection-form/any-compound", test_any_compound);
  g_test_add_func ("/annex/inspection-form/filled", test_filled);
  for (guint i = 0; i < G_N_ELEMENTS (pastes); i++)
    {
      g_autofree char *path = g_strconcat ("/annex/inspection-form/paste/", pastes[i].path, NULL);

      g_test_add_data_func (path, &pastes[i], test_paste);
    }
  return g_test_run ();
}
