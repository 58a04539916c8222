/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing up the dispatch table, its blanks and doubts, comparing and exporting it. */
#include "config.h"

#include "dispatch-fixture.h"
#include "job-error.h"
#include "ledger-job.h"

#include <string.h>

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YsDispatch) dispatch = dispatch_fixture_draw_up (fixture, TODAY);
  g_autofree char *rows = dispatch_fixture_rows_to_text (dispatch);
  g_autofree char *blanks = dispatch_fixture_blanks_to_text (dispatch);
  g_autofree char *doubts = dispatch_fixture_doubts_to_text (dispatch);
  g_autofree char *diff = dispatch_fixture_diff_to_text (dispatch);

  g_assert_cmpstr (rows, ==, MEIHUAYUAN SISHIZHONG HAIYANG);
  g_assert_cmpstr (blanks, ==,
                   "海洋公寓.class 海洋公寓.company 海洋公寓.entry_date 海洋公寓.services "
                   "海洋公寓.manager 海洋公寓.phone");
  g_assert_cmpstr (doubts, ==, "海洋公寓.company");
  g_assert_cmpstr (diff, ==, "none: + -");
  g_assert_true (ys_date_equal (ys_dispatch_date (dispatch), TODAY));
  g_assert_true (ys_date_equal (ys_dispatch_due (dispatch), DUE));
}

static void
test_withdrawn_left_out (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YsDispatch) dispatch = NULL;
  g_autofree char *rows = NULL;

  dispatch_fixture_withdraw (fixture, "四十中宿舍");
  dispatch = dispatch_fixture_draw_up (fixture, TODAY);
  rows = dispatch_fixture_rows_to_text (dispatch);
  g_assert_cmpstr (rows, ==, MEIHUAYUAN HAIYANG);
}

static void
test_phone_of_two_managers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YsDispatch) dispatch = NULL;
  g_autofree char *doubts = NULL;

  dispatch_fixture_set (fixture, "四十中宿舍", "phone", "13800000001");
  dispatch = dispatch_fixture_draw_up (fixture, TODAY);
  doubts = dispatch_fixture_doubts_to_text (dispatch);
  g_assert_cmpstr (doubts, ==, "四十中宿舍.phone 海洋公寓.company");
}

/* Note 2 would be printed without address. */
static void
test_office_without_address (Fixture *fixture, gconstpointer data)
{
  YsOffice office = { .name = (char *)"山城街道物管科", .level = YS_LEVEL_SUBDISTRICT };
  g_autoptr (YsDispatch) dispatch = NULL;
  g_autofree char *doubts = NULL;
  g_autoptr (GError) error = NULL;

  ys_ledger_job_set_office (fixture->ledger, &office, &error);
  g_assert_no_error (error);
  dispatch = dispatch_fixture_draw_up (fixture, TODAY);
  doubts = dispatch_fixture_doubts_to_text (dispatch);
  g_assert_cmpstr (doubts, ==, "山城街道物管科.email 山城街道物管科.phone 海洋公寓.company");
}

typedef struct
{
  YsDate date;
  const char *number;
  const char *stem;
} NumberCase;

/* The 1st and the 15th of every month are the issues 1 to 24 of the year [004 annex 5, note 2]. */
static const NumberCase number_cases[] = {
  { { 2026, 10, 2 },
    "调度〔2026〕20号",
    "山城街道办事处住宅小区物业管理全覆盖进展情况调度表（2026年10月2日）" },
  { { 2026, 10, 15 },
    "调度〔2026〕20号",
    "山城街道办事处住宅小区物业管理全覆盖进展情况调度表（2026年10月15日）" },
  { { 2026, 10, 16 },
    "调度〔2026〕21号",
    "山城街道办事处住宅小区物业管理全覆盖进展情况调度表（2026年10月16日）" },
  { { 2026, 1, 1 },
    "调度〔2026〕1号",
    "山城街道办事处住宅小区物业管理全覆盖进展情况调度表（2026年1月1日）" },
  { { 2026, 12, 15 },
    "调度〔2026〕24号",
    "山城街道办事处住宅小区物业管理全覆盖进展情况调度表（2026年12月15日）" },
  { { 2026, 12, 16 },
    "调度〔2027〕1号",
    "山城街道办事处住宅小区物业管理全覆盖进展情况调度表（2026年12月16日）" },
};

static void
test_number (Fixture *fixture, gconstpointer data)
{
  const NumberCase *expected = data;
  g_autoptr (YsDispatch) dispatch = dispatch_fixture_draw_up (fixture, expected->date);
  g_autofree char *number = ys_dispatch_next_number (dispatch);

  g_assert_cmpstr (number, ==, expected->number);
  g_assert_cmpstr (ys_dispatch_file_name_stem (dispatch), ==, expected->stem);
}

static void
test_diff (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YsDispatch) unchanged = NULL;
  g_autoptr (YsDispatch) changed = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  dispatch_fixture_file (fixture, DUE);
  unchanged = dispatch_fixture_draw_up (fixture, NEXT_DUE);
  before = dispatch_fixture_diff_to_text (unchanged);
  g_assert_cmpstr (before, ==, "调度〔2026〕20号: + -");

  dispatch_fixture_set (fixture, "梅花园", "class", "2");
  dispatch_fixture_set (fixture, "梅花园", "phone", "");
  dispatch_fixture_set (fixture, "海洋公寓", "company", "润家物业");
  dispatch_fixture_withdraw (fixture, "四十中宿舍");
  fixture_add (fixture, "财富广场", "丰泽社区", "class=2", NULL);
  changed = dispatch_fixture_draw_up (fixture, NEXT_DUE);
  after = dispatch_fixture_diff_to_text (changed);
  g_assert_cmpstr (after, ==,
                   "调度〔2026〕20号: +财富广场 -四十中宿舍 梅花园.class 1→2 "
                   "梅花园.phone 13800000001→ 海洋公寓.company →润家物业");
}

/* The last submission counts, a correction of the same due date as well; later ones do not. */
static void
test_diff_against_the_last (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YsDispatch) same = NULL;
  g_autoptr (YsDispatch) next = NULL;
  g_autoptr (YsDispatch) earlier = NULL;

  dispatch_fixture_file (fixture, DUE);
  dispatch_fixture_set (fixture, "梅花园", "class", "2");
  same = dispatch_fixture_draw_up (fixture, DUE);
  g_assert_cmpstr (ys_dispatch_against (same), ==, "调度〔2026〕20号");
  g_assert_cmpuint (ys_dispatch_changes (same)->len, ==, 1);
  dispatch_fixture_file (fixture, DUE);
  next = dispatch_fixture_draw_up (fixture, NEXT_DUE);
  g_assert_cmpstr (ys_dispatch_against (next), ==, "调度〔2026〕20号-更1");
  g_assert_cmpuint (ys_dispatch_changes (next)->len, ==, 0);
  earlier = dispatch_fixture_draw_up (fixture, (YsDate){ 2026, 10, 1 });
  g_assert_null (ys_dispatch_against (earlier));
}

static void
test_marks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YsDispatch) dispatch = NULL;
  YsSheet *sheet;

  dispatch_fixture_file (fixture, DUE);
  dispatch_fixture_set (fixture, "梅花园", "class", "2");
  dispatch_fixture_set (fixture, "梅花园", "phone", "");
  dispatch = dispatch_fixture_draw_up (fixture, NEXT_DUE);
  sheet = g_ptr_array_index (ys_dispatch_sheets (dispatch), 0);
  g_assert_cmpint (ys_sheet_mark (sheet, 3, YS_DISPATCH_CLASS), ==, YS_MARK_CHANGED);
  g_assert_cmpint (ys_sheet_mark (sheet, 3, YS_DISPATCH_PHONE), ==, YS_MARK_BLANK);
  g_assert_cmpint (ys_sheet_mark (sheet, 3, YS_DISPATCH_NAME), ==, YS_MARK_NONE);
  g_assert_cmpint (ys_sheet_mark (sheet, 5, YS_DISPATCH_PHONE), ==, YS_MARK_BLANK);
}

static GBytes *
read_file (const char *path)
{
  char *data;
  gsize length;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, length);
}

static GBytes *
export_file (Fixture *fixture, const YsDispatch *dispatch, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->root, name, NULL);
  g_autoptr (GError) error = NULL;

  ys_dispatch_export (dispatch, path, &error);
  g_assert_no_error (error);
  return read_file (path);
}

typedef struct
{
  const char *name;
  const char *magic;
} ExportCase;

static const ExportCase export_cases[] = {
  { "table.xlsx", "PK\003\004" },
  { "table.pdf", "%PDF-" },
  { "TABLE.PNG", "\211PNG" },
};

/* The same table gives the same bytes, and each is a file of its kind. */
static void
test_export (Fixture *fixture, gconstpointer data)
{
  const ExportCase *expected = data;
  g_autoptr (YsDispatch) first = dispatch_fixture_draw_up (fixture, DUE);
  g_autoptr (YsDispatch) second = dispatch_fixture_draw_up (fixture, DUE);
  g_autoptr (GBytes) a = export_file (fixture, first, expected->name);
  g_autoptr (GBytes) b = export_file (fixture, second, expected->name);

  g_assert_true (g_bytes_equal (a, b));
  g_assert_cmpuint (g_bytes_get_size (a), >, 2000);
  g_assert_cmpmem (g_bytes_get_data (a, NULL), strlen (expected->magic), expected->magic,
                   strlen (expected->magic));
}

static void
test_export_unknown_ending (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YsDispatch) dispatch = dispatch_fixture_draw_up (fixture, DUE);
  g_autofree char *path = g_build_filename (fixture->root, "table.docx", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (ys_dispatch_export (dispatch, path, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_export_to_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YsDispatch) dispatch = dispatch_fixture_draw_up (fixture, DUE);
  g_autofree char *path = g_build_filename (fixture->root, "none", "table.xlsx", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (ys_dispatch_export (dispatch, path, &error));
  g_assert_nonnull (error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

#define TEST(name, set_up_, data, function)                                                        \
  g_test_add ("/jobs/dispatch/" name, Fixture, data, set_up_, function, fixture_tear_down)

static void
add_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (number_cases); i++)
    {
      g_autofree char *iso = ys_date_to_iso (number_cases[i].date);
      g_autofree char *path = g_strconcat ("/jobs/dispatch/number/", iso, NULL);

      g_test_add (path, Fixture, &number_cases[i], dispatch_fixture_set_up_empty, test_number,
                  fixture_tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (export_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/jobs/dispatch/export/", export_cases[i].name, NULL);

      g_test_add (path, Fixture, &export_cases[i], dispatch_fixture_set_up, test_export,
                  fixture_tear_down);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_cases ();
  TEST ("rows", dispatch_fixture_set_up, NULL, test_rows);
  TEST ("withdrawn-left-out", dispatch_fixture_set_up, NULL, test_withdrawn_left_out);
  TEST ("phone-of-two-managers", dispatch_fixture_set_up, NULL, test_phone_of_two_managers);
  TEST ("office-without-address", dispatch_fixture_set_up, NULL, test_office_without_address);
  TEST ("diff", dispatch_fixture_set_up, NULL, test_diff);
  TEST ("diff-against-the-last", dispatch_fixture_set_up, NULL, test_diff_against_the_last);
  TEST ("marks", dispatch_fixture_set_up, NULL, test_marks);
  TEST ("export-unknown-ending", dispatch_fixture_set_up, NULL, test_export_unknown_ending);
  TEST ("export-to-no-folder", dispatch_fixture_set_up, NULL, test_export_to_no_folder);
  return g_test_run ();
}
