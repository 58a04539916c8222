/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Import of 100,000 rows of 11 cells into an empty ledger (read, judge, apply with its audit lines)
 * against bare reading of the same workbook cell by cell, in one run. Prints each step, the ratio
 * of the medians, and the same for an import that changes nothing. */
#include "config.h"

#include <stdio.h>

#include "bench-tools.h"
#include "import.h"
#include "ledger.h"
#include "workbook.h"
#include "xlsx-writer.h"

#define N_ROWS 100000
#define N_COLUMNS 11
#define N_RUNS 3
/* Times bare reading. The aim is missed: what judging and the log take is more than reading. It
 * fails where it gets much worse than it is. */
#define AIM 1.5
#define FAIL_JUDGE 4.0
#define FAIL_WHOLE 8.0

static const char *const heads[N_COLUMNS]
    = { "序号",         "社区名称", "小区名称", "类别",       "入驻物业管理企业名称",
        "物业管理性质", "入驻时间", "服务内容", "物业负责人", "联系电话",
        "备注" };

static void
fill_row (YsSheetRow *cells, guint row, gpointer user_data)
{
  guint i = row - 1;
  g_autofree char *community = g_strdup_printf ("示例%u社区", i / 50);
  g_autofree char *name = g_strdup_printf ("示例花园%u号院（西区）", i);
  g_autofree char *company = g_strdup_printf ("示例%u物业", i % 97);
  g_autofree char *phone = g_strdup_printf ("1380000%04u", i % 10000);
  YsDate date = { (gint16)(2010 + i % 15), (gint8)(i % 12 + 1), (gint8)(i % 28 + 1) };

  ys_sheet_row_set (cells, 0, YS_SHEET_COUNT (i + 1), NULL);
  ys_sheet_row_set (cells, 1, YS_SHEET_TEXT (community), NULL);
  ys_sheet_row_set (cells, 2, YS_SHEET_TEXT (name), NULL);
  ys_sheet_row_set (cells, 3, YS_SHEET_COUNT (i % 3 + 1), NULL);
  ys_sheet_row_set (cells, 4, YS_SHEET_TEXT (company), NULL);
  ys_sheet_row_set (cells, 5, YS_SHEET_TEXT (i % 2 ? "自主" : "外聘"), NULL);
  ys_sheet_row_set (cells, 6, YS_SHEET_DATE (date), NULL);
  ys_sheet_row_set (cells, 7, YS_SHEET_TEXT ("保洁、保安、护绿、维护秩序"), NULL);
  ys_sheet_row_set (cells, 8, YS_SHEET_TEXT ("王某某"), NULL);
  ys_sheet_row_set (cells, 9, YS_SHEET_TEXT (phone), NULL);
  ys_sheet_row_set (cells, 10, YS_SHEET_TEXT ("示例"), NULL);
}

static void
make_workbook (const char *path)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_sheet_unref);
  YsSheet *sheet = ys_sheet_new ("台账", N_COLUMNS);
  const YsDocumentInfo info = { .created = 1792000000 };
  g_autoptr (GError) error = NULL;

  for (guint c = 0; c < N_COLUMNS; c++)
    ys_sheet_set (sheet, 0, c, YS_SHEET_TEXT (heads[c]), NULL);
  ys_sheet_set_source (sheet, 1, N_ROWS, fill_row, NULL, NULL);
  g_ptr_array_add (sheets, sheet);
  ys_xlsx_write_file (sheets, &info, path, NULL, &error);
  g_assert_no_error (error);
}

/* Every cell's text looked at once. */
static double
read_bare (const char *path)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (YsWorkbook) workbook = ys_workbook_read_file (path, NULL, &error);
  const YsGrid *grid;
  gsize n = 0;

  g_assert_no_error (error);
  grid = ys_workbook_sheet (workbook, 0);
  for (guint r = 0; r < ys_grid_n_rows (grid); r++)
    for (guint c = 0; c < ys_grid_n_columns (grid); c++)
      n += *ys_grid_text (grid, r, c) != '\0' ? 1 : 0;
  g_assert_cmpuint (n, ==, (N_ROWS + 1) * N_COLUMNS);
  return bench_seconds_since (start);
}

typedef struct
{
  double judge; /* read and judge */
  double apply;
  double again; /* read and judge when all is there */
} Times;

static Times
run_import (const char *path, const char *folder)
{
  const YsImportOptions options = { .today = { 2026, 10, 15 } };
  YsOffice office = { .name = (char *)"示例街道物管科", .level = YS_LEVEL_SUBDISTRICT };
  g_autoptr (GError) error = NULL;
  g_autoptr (YsLedger) ledger = ys_ledger_create (folder, &office, "示例", &error);
  YsImport *import;
  Times times;
  gint64 start;

  g_assert_no_error (error);
  start = g_get_monotonic_time ();
  import = ys_import_new (ledger, path, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  times.judge = bench_seconds_since (start);
  g_assert_cmpuint (ys_import_count (import, YS_VERDICT_NEW), ==, N_ROWS);
  start = g_get_monotonic_time ();
  ys_import_apply (import, ledger, FALSE, 1792000000, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  times.apply = bench_seconds_since (start);
  ys_import_free (import);
  start = g_get_monotonic_time ();
  import = ys_import_new (ledger, path, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  times.again = bench_seconds_since (start);
  g_assert_cmpuint (ys_import_count (import, YS_VERDICT_SAME), ==, N_ROWS);
  ys_import_free (import);
  return times;
}

static gboolean
report (const char *what, double *times, double *bare, double aim, double fail)
{
  return bench_ratio (what, bench_median (times, N_RUNS) / bench_median (bare, N_RUNS), aim, fail);
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("yardstick-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "台账.xlsx", NULL);
  gboolean fine;
  double bare[N_RUNS], judge[N_RUNS], apply[N_RUNS], again[N_RUNS], whole[N_RUNS];

  make_workbook (path);
  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autofree char *ledger = g_strdup_printf ("%s%cledger-%u", folder, G_DIR_SEPARATOR, i);
      Times times;

      bare[i] = read_bare (path);
      times = run_import (path, ledger);
      judge[i] = times.judge;
      apply[i] = times.apply;
      again[i] = times.again;
      whole[i] = times.judge + times.apply;
    }
  bench_remove_tree (folder);
  printf ("rows: %d, cells: %d\n", N_ROWS, (N_ROWS + 1) * N_COLUMNS);
  printf ("bare reading       %6.2f s\n", bench_median (bare, N_RUNS));
  printf ("read and judge     %6.2f s\n", bench_median (judge, N_RUNS));
  printf ("apply, with audit  %6.2f s\n", bench_median (apply, N_RUNS));
  printf ("whole import       %6.2f s\n", bench_median (whole, N_RUNS));
  printf ("the same again     %6.2f s\n", bench_median (again, N_RUNS));
  fflush (stdout);
  fine = report ("read and judge", judge, bare, AIM, FAIL_JUDGE);
  fine = report ("whole import", whole, bare, AIM, FAIL_WHOLE) && fine;
  fine = report ("the same again", again, bare, AIM, FAIL_JUDGE) && fine;
  return fine ? 0 : 1;
}
