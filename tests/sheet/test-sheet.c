/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet model: what is set is what is read, merges and sources included, and row heights that
 * always hold the wrapped text. */
#include "config.h"

#include "sheet.h"

#include <string.h>

static const YsCellStyle body = { .font = YS_FONT_BODY, .size = 24, .border = TRUE };
static const YsCellStyle wrapped
    = { .font = YS_FONT_BODY, .size = 24, .wrap = TRUE, .border = TRUE };
static const YsCellStyle title = { .font = YS_FONT_TITLE, .size = 44 };

static void
test_values (void)
{
  g_autoptr (YsSheet) sheet = ys_sheet_new ("表", 3);
  char text[] = "梅园社区";
  g_autofree char *printed = NULL;

  g_assert_cmpuint (ys_sheet_n_rows (sheet), ==, 0);
  ys_sheet_set (sheet, 2, 1, YS_SHEET_TEXT (text), &body);
  memset (text, 'x', sizeof text - 1); /* it was copied */
  ys_sheet_set (sheet, 0, 0, YS_SHEET_COUNT (1234), NULL);
  ys_sheet_set (sheet, 0, 1, YS_SHEET_TEXT (""), &body);
  g_assert_cmpuint (ys_sheet_n_rows (sheet), ==, 3);
  g_assert_cmpuint (ys_sheet_n_columns (sheet), ==, 3);
  g_assert_cmpstr (ys_sheet_get (sheet, 2, 1).text, ==, "梅园社区");
  g_assert_cmpint (ys_sheet_get (sheet, 0, 0).number, ==, 1234);
  g_assert_cmpint (ys_sheet_get (sheet, 0, 1).kind, ==, YS_VALUE_EMPTY);
  g_assert_cmpint (ys_sheet_get (sheet, 1, 2).kind, ==, YS_VALUE_EMPTY);
  g_assert_cmpint (ys_sheet_get (sheet, 99, 2).kind, ==, YS_VALUE_EMPTY);
  g_assert_true (ys_sheet_style (sheet, 2, 1)->border);
  g_assert_cmpint (ys_sheet_style (sheet, 0, 0)->size, ==, 24);

  ys_sheet_set (sheet, 2, 1, YS_SHEET_COUNT (7), &body);
  g_assert_cmpint (ys_sheet_get (sheet, 2, 1).kind, ==, YS_VALUE_COUNT);
  printed = ys_sheet_value_to_text (ys_sheet_get (sheet, 0, 0));
  g_assert_cmpstr (printed, ==, "1,234");
}

typedef struct
{
  const char *name;
  YsSheetValue value;
  const char *expected;
} PrintCase;

static const PrintCase print_cases[] = {
  { "empty", { .kind = YS_VALUE_EMPTY }, "" },
  { "text", { .kind = YS_VALUE_TEXT, .text = "=1+1" }, "=1+1" },
  { "count", { .kind = YS_VALUE_COUNT, .number = 1234567 }, "1,234,567" },
  { "hundredths", { .kind = YS_VALUE_HUNDREDTHS, .number = 8642050 }, "86420.50" },
  { "negative", { .kind = YS_VALUE_HUNDREDTHS, .number = -5 }, "-0.05" },
  { "day", { .kind = YS_VALUE_DATE, .date = { 2020, 9, 15 } }, "2020-09-15" },
  { "month", { .kind = YS_VALUE_DATE, .date = { 2020, 9, 0 } }, "2020-09" },
  { "unknown", { .kind = YS_VALUE_DATE, .date = { 0, 0, 0 } }, "" },
};

static void
test_print (gconstpointer data)
{
  const PrintCase *row = data;
  g_autofree char *text = ys_sheet_value_to_text (row->value);

  g_assert_cmpstr (text, ==, row->expected);
}

static void
test_merge (void)
{
  g_autoptr (YsSheet) sheet = ys_sheet_new ("表", 4);
  guint n;
  const YsSheetRange *merges;

  ys_sheet_merge (sheet, (YsSheetRange){ 0, 0, 0, 3 }, YS_SHEET_TEXT ("标题"), &title);
  ys_sheet_merge (sheet, (YsSheetRange){ 1, 0, 3, 0 }, YS_SHEET_COUNT (5), &body);
  ys_sheet_merge (sheet, (YsSheetRange){ 1, 1, 1, 1 }, YS_SHEET_TEXT ("一格"), &body);
  merges = ys_sheet_merges (sheet, &n);
  g_assert_cmpuint (n, ==, 2); /* a merge of one cell is a cell */
  g_assert_cmpuint (merges[1].row_end, ==, 3);
  g_assert_cmpstr (ys_sheet_get (sheet, 1, 1).text, ==, "一格");
  g_assert_cmpstr (ys_sheet_get (sheet, 0, 0).text, ==, "标题");
  g_assert_cmpint (ys_sheet_get (sheet, 0, 3).kind, ==, YS_VALUE_EMPTY);
  g_assert_cmpint (ys_sheet_style (sheet, 0, 3)->size, ==, 44);
  g_assert_cmpint (ys_sheet_get (sheet, 1, 0).number, ==, 5);
  g_assert_true (ys_sheet_style (sheet, 3, 0)->border);
  g_assert_cmpuint (ys_sheet_n_rows (sheet), ==, 4);
}

static void
test_marks_and_origins (void)
{
  g_autoptr (YsSheet) sheet = ys_sheet_new ("表", 2);
  gint64 id = -1;
  const char *field = "x";

  ys_sheet_set (sheet, 0, 0, YS_SHEET_TEXT ("一"), &body);
  ys_sheet_set_mark (sheet, 0, 0, YS_MARK_CHANGED);
  ys_sheet_set_origin (sheet, 0, 0, 42, "phone");
  ys_sheet_set (sheet, 0, 0, YS_SHEET_TEXT ("二"), &body);
  g_assert_cmpint (ys_sheet_mark (sheet, 0, 0), ==, YS_MARK_CHANGED);
  g_assert_cmpint (ys_sheet_mark (sheet, 0, 1), ==, YS_MARK_NONE);
  g_assert_true (ys_sheet_origin (sheet, 0, 0, &id, &field));
  g_assert_cmpint (id, ==, 42);
  g_assert_cmpstr (field, ==, "phone");
  g_assert_false (ys_sheet_origin (sheet, 0, 1, &id, &field));
  g_assert_cmpint (id, ==, 0);
  g_assert_null (field);
}

static void
fill_row (YsSheetRow *cells, guint row, gpointer user_data)
{
  g_autofree char *text = g_strdup_printf ("第%u行", row);

  (*(guint *)user_data)++;
  ys_sheet_row_set (cells, 0, YS_SHEET_COUNT (row), &body);
  ys_sheet_row_set (cells, 2, YS_SHEET_TEXT (text), &wrapped);
}

static void
count_destroy (gpointer user_data)
{
  *(guint *)user_data += 1000;
}

static void
test_source (void)
{
  YsSheet *sheet = ys_sheet_new ("表", 3);
  guint calls = 0;

  ys_sheet_set (sheet, 0, 0, YS_SHEET_TEXT ("序号"), &body);
  ys_sheet_set_source (sheet, 1, 50, fill_row, &calls, count_destroy);
  ys_sheet_set (sheet, 51, 0, YS_SHEET_TEXT ("注"), &body);
  g_assert_cmpuint (ys_sheet_n_rows (sheet), ==, 52);
  g_assert_cmpstr (ys_sheet_get (sheet, 50, 2).text, ==, "第50行");
  g_assert_cmpint (ys_sheet_get (sheet, 50, 0).number, ==, 50);
  g_assert_cmpint (ys_sheet_get (sheet, 50, 1).kind, ==, YS_VALUE_EMPTY);
  g_assert_cmpuint (calls, ==, 1); /* a row is filled once while it is read */
  g_assert_true (ys_sheet_style (sheet, 1, 2)->wrap);
  g_assert_cmpstr (ys_sheet_get (sheet, 51, 0).text, ==, "注");
  g_assert_cmpfloat (ys_sheet_row_height (sheet, 1), ==, ys_sheet_row_height (sheet, 50));
  ys_sheet_set_row_height (sheet, 20, 30);
  g_assert_cmpfloat (ys_sheet_row_height (sheet, 1), ==, 30);
  ys_sheet_unref (sheet);
  g_assert_cmpuint (calls, >=, 1000);
}

typedef struct
{
  const char *name, *text;
  double width; /* characters */
  guint lines;
} LinesCase;

/* A column of w characters is 7w + 5 px of 0.75 pt; text stands 2.25 pt off each edge. 20
 * characters leave 104.25 pt: 8 Han characters of 12 pt, or 17 digits of 6 pt. */
static const LinesCase lines_cases[] = {
  { "empty", "", 10, 1 },
  { "fits-8", "物业管理企业名称", 20, 1 },
  { "wraps-9", "物业管理企业名称一", 20, 2 },
  { "digits-17", "12345678901234567", 20, 1 },
  { "digits-18", "123456789012345678", 20, 2 },
  { "break", "物业\n负责人", 20, 2 },
  { "two-breaks", "物业\n\n负责人", 20, 3 },
  /* 16 characters fill two lines, but a closing mark may not start the second */
  { "plain-16", "物业管理企业名称一二三四五六七八", 20, 2 },
  { "closing-mark", "物业管理企业名称、一二三四五六七", 20, 3 },
  { "word-kept", "小区管理小区企 abc", 20, 2 },
  { "services", "保洁、保安、护绿、维护秩序、设施维护", 20, 3 },
  { "narrow", "类别", 3, 2 },
  { "too-narrow", "类别", 0.5, 2 },
};

static void
test_lines (gconstpointer data)
{
  const LinesCase *row = data;
  g_autoptr (YsSheet) sheet = ys_sheet_new ("表", 1);
  double expected = 12 * (1.35 * row->lines + 0.5);

  ys_sheet_set_column_width (sheet, 0, row->width);
  ys_sheet_set (sheet, 0, 0, YS_SHEET_TEXT (row->text), &wrapped);
  g_assert_cmpfloat (ys_sheet_row_height (sheet, 0), >=, expected - 1e-6);
  g_assert_cmpfloat (ys_sheet_row_height (sheet, 0), <, expected + 0.75); /* up to whole pixels */
}

static void
test_heights (void)
{
  g_autoptr (YsSheet) sheet = ys_sheet_new ("表", 2);
  static const char long_text[]
      = "近年来，通过改造提升，基础设施得到改善，管理条件较好，已实施物业管理"
        "服务的划分为1类";
  double sum;

  ys_sheet_set_column_width (sheet, 0, 10);
  ys_sheet_set_column_width (sheet, 1, 10);
  ys_sheet_set (sheet, 0, 0, YS_SHEET_TEXT (long_text), &body);
  ys_sheet_set (sheet, 1, 0, YS_SHEET_TEXT (long_text), &wrapped);
  ys_sheet_merge (sheet, (YsSheetRange){ 2, 0, 2, 1 }, YS_SHEET_TEXT (long_text), &wrapped);
  ys_sheet_merge (sheet, (YsSheetRange){ 3, 0, 5, 0 }, YS_SHEET_TEXT (long_text), &wrapped);
  ys_sheet_set (sheet, 3, 1, YS_SHEET_TEXT ("一"), &wrapped);
  ys_sheet_set (sheet, 4, 1, YS_SHEET_TEXT ("二"), &wrapped);
  ys_sheet_set_row_height (sheet, 6, 33.3);

  g_assert_cmpfloat (ys_sheet_row_height (sheet, 0), ==, 22.5); /* one line: no wrap */
  g_assert_cmpfloat (ys_sheet_row_height (sheet, 2), >, 5 * 12 * 1.35);
  g_assert_cmpfloat (ys_sheet_row_height (sheet, 1), >, 1.8 * ys_sheet_row_height (sheet, 2));
  /* the merge's last row takes what the others leave over */
  g_assert_cmpfloat (ys_sheet_row_height (sheet, 3), ==, 22.5);
  g_assert_cmpfloat (ys_sheet_row_height (sheet, 4), ==, 22.5);
  sum = ys_sheet_row_height (sheet, 3) + ys_sheet_row_height (sheet, 4)
        + ys_sheet_row_height (sheet, 5);
  g_assert_cmpfloat (sum, >=, ys_sheet_row_height (sheet, 1) - 0.75);
  g_assert_cmpfloat (sum, <, ys_sheet_row_height (sheet, 1) + 0.75);
  g_assert_cmpfloat (ys_sheet_row_height (sheet, 6), ==, 33.3);
  g_assert_cmpfloat (ys_sheet_row_height (sheet, 7), ==, 15);

  ys_sheet_set_column_width (sheet, 0, 100); /* heights follow */
  g_assert_cmpfloat (ys_sheet_row_height (sheet, 1), ==, 22.5);
}

static void
test_limit (void)
{
  g_autoptr (YsSheet) sheet = ys_sheet_new ("表", 1);
  g_autofree char *text = g_strnfill (5000, 'a');

  ys_sheet_set (sheet, 0, 0, YS_SHEET_TEXT (text), &wrapped);
  g_assert_cmpfloat (ys_sheet_row_height (sheet, 0), ==, 409.5); /* a spreadsheet's limit */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/model/values", test_values);
  g_test_add_func ("/sheet/model/merge", test_merge);
  g_test_add_func ("/sheet/model/marks-and-origins", test_marks_and_origins);
  g_test_add_func ("/sheet/model/source", test_source);
  for (gsize i = 0; i < G_N_ELEMENTS (print_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/sheet/print/", print_cases[i].name, NULL);

      g_test_add_data_func (path, &print_cases[i], test_print);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (lines_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/sheet/lines/", lines_cases[i].name, NULL);

      g_test_add_data_func (path, &lines_cases[i], test_lines);
    }
  g_test_add_func ("/sheet/heights/rows", test_heights);
  g_test_add_func ("/sheet/heights/limit", test_limit);
  return g_test_run ();
}
