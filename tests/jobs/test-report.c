/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The standards as the town prints them, word for word, and a month's deductions worked out by
 * hand. */
#include "config.h"

#include <string.h>

#include "inspection-fixture.h"

#include "case-job.h"
#include "catalogue-job.h"
#include "job-error.h"
#include "report-job.h"
#include "workbook.h"

#define CITY YS_INSPECTION_LEVEL_CITY
#define DISTRICT YS_INSPECTION_LEVEL_DISTRICT
#define TOWN YS_INSPECTION_LEVEL_TOWN

static const YsSpan october_2026 = { YS_SPAN_MONTH, 2026, 10 };

static char *
cell (const YsSheet *sheet, guint row, guint column)
{
  return ys_sheet_value_to_text (ys_sheet_get (sheet, row, column));
}

/* Cells of these columns, row by row, without the breaks of lines. */
static char *
run_together (const YsSheet *sheet, guint first_row, guint n_rows, const char *columns)
{
  GString *text = g_string_new (NULL);
  for (guint row = first_row; row < first_row + n_rows; row++)
    for (const char *p = columns; *p != '\0'; p++)
      {
        g_autofree char *part = cell (sheet, row, (guint)(*p - '0'));
        for (const char *c = part; *c != '\0'; c = g_utf8_next_char (c))
          if (*c != '\n' && *c != ' ' && g_utf8_get_char (c) != 0x3000)
            g_string_append_len (text, c, g_utf8_next_char (c) - c);
      }
  return g_string_free (text, FALSE);
}

/* The annex's text from after @after to before @before, without @left_out, run together. */
static char *
annex_text (const char *after, const char *before, const char *const *left_out)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "data", "annexes-1-to-3.txt", NULL);
  g_autofree char *all = NULL;
  GString *text = g_string_new (NULL);
  g_assert_true (g_file_get_contents (path, &all, NULL, NULL));
  g_auto (GStrv) lines = g_strsplit (all, "\n", -1);
  guint i = 0;
  while (strcmp (lines[i], after) != 0)
    i++;
  for (i++; lines[i] != NULL && strcmp (lines[i], before) != 0; i++)
    if (!g_strv_contains (left_out, lines[i]))
      g_string_append (text, lines[i]);
  return g_string_free (text, FALSE);
}

static void
test_standards (Yard *yard, gconstpointer unused)
{
  static const char *const beside_1[]
      = { "住宅", "小区", "基础设施", "环境秩序", "绿化管理", "违法建设", "物管科.各小区物业.1",
          NULL };
  static const char *const none[] = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (YsDocument) document
      = ys_report_standards (yard->base.ledger, fixture_today, fixture_now, &error);
  g_assert_no_error (error);
  GPtrArray *sheets = ys_document_sheets (document);
  g_assert_cmpuint (sheets->len, ==, 3);

  const YsSheet *sheet = sheets->pdata[0];
  g_autofree char *title = cell (sheet, 1, 0);
  g_assert_true (g_str_has_suffix (title, "镇村环境卫生长效综合管理考评标准及扣分细则"));
  g_autofree char *heads = run_together (sheet, 3, 1, "01234567");
  g_assert_cmpstr (
      heads, ==, "大类名称分类小类代码小类名称立案条件（扣分依据）处置时限责任单位每处（个）扣分");
  g_autofree char *rows = run_together (sheet, 4, 26, "345");
  g_autofree char *expected = annex_text ("每处（个）扣分", "附件2：", beside_1);
  g_assert_cmpstr (rows, ==, expected);
  g_autofree char *groups = run_together (sheet, 4, 26, "1");
  g_assert_cmpstr (groups, ==, "基础设施环境秩序绿化管理违法建设");
  g_assert_cmpuint (ys_sheet_n_rows (sheet), ==, 30);

  sheet = sheets->pdata[1];
  g_autofree char *heads_2 = run_together (sheet, 2, 1, "0123");
  g_assert_cmpstr (heads_2, ==, "序号考核内容分值评分标准");
  g_autofree char *numbers = run_together (sheet, 3, 7, "0");
  g_assert_cmpstr (numbers, ==, "12345附加分");
  g_autofree char *weights = run_together (sheet, 3, 7, "2");
  g_assert_cmpstr (weights, ==, "");
  static const char *const beside_2[] = { "附加分", NULL };
  g_autofree char *rows_2 = run_together (sheet, 3, 7, "13");
  g_autofree char *notes = run_together (sheet, 10, 3, "0");
  g_autofree char *expected_2 = annex_text ("评分标准", "附件3：", beside_2);
  g_autofree char *printed = g_strconcat (rows_2, notes, NULL);
  g_assert_cmpstr (printed, ==, expected_2);

  sheet = sheets->pdata[2];
  g_autofree char *rows_3 = run_together (sheet, 3, 53, "0123");
  g_autofree char *expected_3 = annex_text ("考核打分", "", none);
  g_assert_cmpstr (rows_3, ==, expected_3);
}

/* What is written opens again and says the same. */
static void
test_standards_written (Yard *yard, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsDocument) document
      = ys_report_standards (yard->base.ledger, fixture_today, fixture_now, &error);
  g_autofree char *path = g_build_filename (yard->base.root, "标准.xlsx", NULL);
  g_autofree char *pdf = g_build_filename (yard->base.root, "标准.pdf", NULL);
  g_assert_true (ys_document_export (document, path, &error));
  g_assert_true (ys_document_export (document, pdf, &error));
  g_autoptr (YsWorkbook) workbook = ys_workbook_read_file (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ys_workbook_n_sheets (workbook), ==, 3);
  const YsGrid *grid = ys_workbook_sheet (workbook, 0);
  g_assert_cmpstr (ys_grid_text (grid, 5, 3), ==, "小区道路破损");
  /* One cell over the group. */
  g_assert_cmpstr (ys_grid_text_merged (grid, 10, 1), ==, "基础设施");
  g_assert_cmpstr (ys_grid_text_merged (grid, 29, 0), ==, "住宅\n小区");
}

static YsDeductions *
gather (Yard *yard, gint64 compound, const char *now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsRegistry) registry = ys_registry_load (yard->base.ledger, &error);
  YsDeductions *deductions = ys_deductions_new (yard->base.ledger, registry, october_2026, compound,
                                                october (now), &error);
  g_assert_no_error (error);
  return deductions;
}

/* Monday the 12th: two places of A1-22 (4 working hours) at 9:00, repaired never: doubled, 4.00.
 * Wednesday the 14th: A1-01 (3 working days), due Monday the 19th: still 1.00 on Friday the 16th.
 * A town's finding costs nothing. A city case confirmed overdue: 2.00. In all 7.00. */
static void
enter_month (Yard *yard)
{
  g_autoptr (GError) error = NULL;
  yard_inspect (yard, DISTRICT, "12T09:00", NULL, "A1-22*2@西侧", NULL);
  yard_inspect (yard, CITY, "14T09:00", NULL, "A1-01", NULL);
  yard_inspect (yard, TOWN, "14T10:00", NULL, "A1-08*5", NULL);
  YsCase one = { .number = (char *)"示例0001",
                 .level = CITY,
                 .compound_id = yard->compound,
                 .at = october ("12T09:00") };
  gint64 id = ys_case_add (yard->base.ledger, &one, "A1-04", (YsLimit){ 0 }, &error);
  g_assert_no_error (error);
  g_assert_true (ys_case_decide_fault (yard->base.ledger, id, YS_FAULT_OVERDUE,
                                       YS_DECISION_CONFIRMED, "逾期未回复", october ("16T17:00"),
                                       &error));
  g_assert_no_error (error);
}

static void
test_deductions (Yard *yard, gconstpointer unused)
{
  enter_month (yard);
  g_autoptr (YsDeductions) deductions = gather (yard, 0, "16T17:00");
  g_assert_cmpuint (ys_deductions_n_compounds (deductions), ==, 1);
  g_assert_cmpint (ys_deductions_points (deductions, 0), ==, 700);
  g_autoptr (YsDocument) document = ys_deductions_document (deductions, 0);
  GPtrArray *sheets = ys_document_sheets (document);
  const YsSheet *sheet = sheets->pdata[0];
  static const char *const rows[] = {
    "区级明查A1-22占用消防通道西侧21.004.00逾期双倍",
    "市级明查A1-01外立面破损11.001.00",
    "市级案卷A1-04井盖缺损12.002.00超时",
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *row = run_together (sheet, 3 + i, 1, "234578;<");
      g_assert_cmpstr (row, ==, rows[i]);
    }
  g_autofree char *total = run_together (sheet, 6, 1, "07;");
  g_assert_cmpstr (total, ==, "合计47.00");

  /* Annex 1 filled: findings only. */
  sheet = sheets->pdata[1];
  g_autofree char *first = run_together (sheet, 5, 1, "289");
  g_assert_cmpstr (first, ==, "A1-0111.00");
  g_autofree char *passage = run_together (sheet, 5 + 21, 1, "289");
  g_assert_cmpstr (passage, ==, "A1-2224.00");
  g_autofree char *blank = run_together (sheet, 5 + 7, 1, "289");
  g_assert_cmpstr (blank, ==, "A1-08");
  g_autofree char *sum = run_together (sheet, 5 + 26, 1, "09");
  g_assert_cmpstr (sum, ==, "合计5.00");
}

/* A clause that the version of the month's end has no more keeps a row. */
static void
test_old_clause (Yard *yard, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  enter_month (yard);
  g_autoptr (YsWorkbook) workbook
      = ys_workbook_read_paste ("代码\t分类\t名称\t简称\t立案条件\t扣分\n"
                                "A1-01\t基础设施\t外立面\t外立面\t破损\t3\n",
                                &error);
  g_autoptr (YsCatalogueImport) import
      = ys_catalogue_import_new (yard->base.ledger, ys_workbook_sheet (workbook, 0),
                                 (YsDate){ 2026, 10, 20 }, &error);
  g_assert_true (ys_catalogue_import_apply (yard->base.ledger, import, (YsDate){ 2026, 10, 20 },
                                            "精简", NULL, NULL, &error));
  g_assert_no_error (error);
  g_autoptr (YsDeductions) deductions = gather (yard, yard->compound, "16T17:00");
  g_autoptr (YsDocument) document = ys_deductions_document (deductions, 0);
  const YsSheet *sheet = ys_document_sheets (document)->pdata[1];
  g_autofree char *kept = run_together (sheet, 5, 1, "2389");
  g_autofree char *old = run_together (sheet, 6, 1, "12389");
  g_autofree char *sum = run_together (sheet, 7, 1, "09");
  g_assert_cmpstr (kept, ==, "A1-01外立面11.00");
  g_assert_cmpstr (old, ==, "原细则A1-22占用消防通道24.00");
  g_assert_cmpstr (sum, ==, "合计5.00");
}

static void
test_nothing (Yard *yard, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsDeductions) all = gather (yard, 0, "16T17:00");
  g_assert_cmpuint (ys_deductions_n_compounds (all), ==, 0);
  g_assert_null (ys_deductions_document_all (all, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  /* Asked for by name, it says that there is none. */
  g_autoptr (YsDeductions) one = gather (yard, yard->compound, "16T17:00");
  g_assert_cmpuint (ys_deductions_n_compounds (one), ==, 1);
  g_autoptr (YsDocument) document = ys_deductions_document (one, 0);
  g_autofree char *said = cell (ys_document_sheets (document)->pdata[0], 3, 0);
  g_assert_cmpstr (said, ==, "本期无扣分");
}

static void
test_all (Yard *yard, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  gint64 other = fixture_add (&yard->base, "[甲]/乙:很长很长很长很长很长很长很长很长的小区名称",
                              "梅园社区", NULL);
  gint64 first = yard->compound;
  enter_month (yard);
  yard->compound = other;
  yard_inspect (yard, CITY, "14T09:00", NULL, "A1-03", NULL);
  yard->compound = first;
  g_autoptr (YsDeductions) deductions = gather (yard, 0, "16T17:00");
  g_assert_cmpuint (ys_deductions_n_compounds (deductions), ==, 2);
  g_autoptr (YsDocument) document = ys_deductions_document_all (deductions, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ys_document_sheets (document)->len, ==, 2);
  g_autofree char *path = g_build_filename (yard->base.root, "全部.xlsx", NULL);
  g_assert_true (ys_document_export (document, path, &error));
  g_assert_no_error (error);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/jobs/report/" name, Yard, NULL, yard_set_up, func, yard_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("standards", test_standards);
  ADD ("standards-written", test_standards_written);
  ADD ("deductions", test_deductions);
  ADD ("old-clause", test_old_clause);
  ADD ("nothing", test_nothing);
  ADD ("all", test_all);
  return g_test_run ();
}
