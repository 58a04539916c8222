/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The registry for Excel: what is on the clipboard and in the file, cell by cell. */
#include "config.h"

#include "fixture.h"

#include "job-error.h"
#include "workbook.h"

#include <glib/gstdio.h>

static YsRegistry *
load_some (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  YsRegistry *registry;
  gint64 gone = fixture_add (fixture, "已拆小区", "梅园社区", NULL);

  fixture_add (fixture, "龙珠百合", "梅园社区", "class=1", "form=company", "company=示例安和物业",
               "nature=hired", "entry_date=2019-12-01", "services=保洁、保安", "manager=示例王某",
               "phone=13800000001", "households=1742", "area_m2=86420.50", "year_built=2012",
               "party_branch=yes", "remark==1+1", NULL);
  fixture_add (fixture, "锦绣花园", "紫薇社区", "entry_date=2020-09", NULL);
  ys_registry_withdraw (fixture->ledger, gone, "已拆迁", fixture_today, NULL);
  registry = ys_registry_load (fixture->ledger, &error);
  g_assert_no_error (error);
  return registry;
}

static const YsGrid *
reopen (const char *path, YsWorkbook **out_workbook)
{
  g_autoptr (GError) error = NULL;

  *out_workbook = ys_workbook_read_file (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ys_workbook_n_sheets (*out_workbook), ==, 1);
  return ys_workbook_sheet (*out_workbook, 0);
}

static guint
column_of (const YsGrid *grid, const char *head)
{
  for (guint i = 0; i < ys_grid_n_columns (grid); i++)
    if (g_str_equal (ys_grid_text (grid, 0, i), head))
      return i;
  return G_MAXUINT;
}

static void
assert_cell (const YsGrid *grid, guint row, const char *head, const char *text)
{
  guint column = column_of (grid, head);

  g_assert_cmpuint (column, <, ys_grid_n_columns (grid));
  g_assert_cmpstr (ys_grid_text (grid, row, column), ==, text);
}

static void
assert_rows (const YsGrid *grid)
{
  g_assert_cmpuint (ys_grid_n_rows (grid), ==, 3);
  assert_cell (grid, 1, "序号", "1");
  assert_cell (grid, 1, "社区名称", "梅园社区");
  assert_cell (grid, 1, "小区名称", "龙珠百合");
  assert_cell (grid, 1, "类别", "1");
  assert_cell (grid, 1, "管理方式", "物业企业");
  assert_cell (grid, 1, "入驻物业管理企业名称", "示例安和物业");
  assert_cell (grid, 1, "物业管理性质（自主或外聘物业公司）", "外聘");
  assert_cell (grid, 1, "服务内容", "保洁、保安");
  assert_cell (grid, 1, "户数", "1742");
  assert_cell (grid, 1, "建成年份", "2012");
  assert_cell (grid, 1, "党组织", "有");
  assert_cell (grid, 2, "序号", "2");
  assert_cell (grid, 2, "小区名称", "锦绣花园");
  assert_cell (grid, 2, "入驻物业管理企业名称", "");
}

/* Without personal data unless asked; the withdrawn one is not in it. */
static void
test_xlsx (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsRegistry) registry = load_some (fixture);
  g_autofree char *path = g_build_filename (fixture->root, "档案.xlsx", NULL);
  g_autoptr (YsWorkbook) workbook = NULL;
  const YsGrid *grid;

  ys_registry_export (registry, NULL, 0, FALSE, path, fixture_now, &error);
  g_assert_no_error (error);
  grid = reopen (path, &workbook);
  assert_rows (grid);
  g_assert_cmpuint (column_of (grid, "物业负责人"), ==, G_MAXUINT);
  g_assert_cmpuint (column_of (grid, "联系电话"), ==, G_MAXUINT);
  /* dates as dates, numbers as numbers, text never as a formula */
  g_assert_cmpint (ys_grid_kind (grid, 1, column_of (grid, "入驻时间")), ==, YS_CELL_DATE);
  assert_cell (grid, 1, "入驻时间", "2019-12-01");
  g_assert_cmpint (ys_grid_kind (grid, 1, column_of (grid, "建筑面积")), ==, YS_CELL_NUMBER);
  g_assert_cmpfloat (ys_grid_number (grid, 1, column_of (grid, "建筑面积")), ==, 86420.5);
  assert_cell (grid, 1, "备注", "=1+1");
  g_assert_cmpint (ys_grid_kind (grid, 1, column_of (grid, "备注")), ==, YS_CELL_TEXT);
}

static void
test_with_personal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsRegistry) registry = load_some (fixture);
  g_autofree char *path = g_build_filename (fixture->root, "档案.XLSX", NULL);
  g_autoptr (YsWorkbook) workbook = NULL;
  const YsGrid *grid;

  ys_registry_export (registry, NULL, 0, TRUE, path, fixture_now, &error);
  g_assert_no_error (error);
  grid = reopen (path, &workbook);
  assert_rows (grid);
  assert_cell (grid, 1, "物业负责人", "示例王某");
  assert_cell (grid, 1, "联系电话", "13800000001");
}

static void
test_csv (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsRegistry) registry = load_some (fixture);
  g_autofree char *path = g_build_filename (fixture->root, "档案.csv", NULL);
  g_autoptr (YsWorkbook) workbook = NULL;
  const YsGrid *grid;

  ys_registry_export (registry, NULL, 0, FALSE, path, fixture_now, &error);
  g_assert_no_error (error);
  grid = reopen (path, &workbook);
  assert_rows (grid);
  assert_cell (grid, 1, "建筑面积", "86420.50");
}

/* Only the rows chosen, in their order. */
static void
test_selection (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsRegistry) registry = load_some (fixture);
  g_autofree char *path = g_build_filename (fixture->root, "选.xlsx", NULL);
  g_autoptr (YsWorkbook) workbook = NULL;
  const guint chosen[] = { 2, 1 };
  const YsGrid *grid;

  ys_registry_export (registry, chosen, 2, FALSE, path, fixture_now, &error);
  g_assert_no_error (error);
  grid = reopen (path, &workbook);
  g_assert_cmpuint (ys_grid_n_rows (grid), ==, 3);
  assert_cell (grid, 1, "小区名称", "锦绣花园");
  assert_cell (grid, 2, "小区名称", "龙珠百合");
}

/* The clipboard reads back as the same table, with names and phones. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsRegistry) registry = load_some (fixture);
  const guint chosen[] = { 1, 2 };
  g_autofree char *text = ys_registry_copy (registry, chosen, 2);
  g_autoptr (YsWorkbook) workbook = ys_workbook_read_paste (text, &error);
  const YsGrid *grid;

  g_assert_no_error (error);
  grid = ys_workbook_sheet (workbook, 0);
  assert_rows (grid);
  assert_cell (grid, 1, "联系电话", "13800000001");
  assert_cell (grid, 1, "建筑面积", "86420.50");
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsRegistry) registry = load_some (fixture);
  g_autofree char *path = g_build_filename (fixture->root, "档案.doc", NULL);

  g_assert_false (ys_registry_export (registry, NULL, 0, FALSE, path, fixture_now, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* A failed export leaves no file. */
static void
test_cannot_write (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsRegistry) registry = load_some (fixture);
  g_autofree char *path = g_build_filename (fixture->root, "没有", "档案.xlsx", NULL);

  g_assert_false (ys_registry_export (registry, NULL, 0, FALSE, path, fixture_now, &error));
  g_assert_nonnull (error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/jobs/registry-export/" name, Fixture, NULL, fixture_set_up, function,              \
              fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("xlsx", test_xlsx);
  ADD ("with-personal", test_with_personal);
  ADD ("csv", test_csv);
  ADD ("selection", test_selection);
  ADD ("copy", test_copy);
  ADD ("refused", test_refused);
  ADD ("cannot-write", test_cannot_write);
  return g_test_run ();
}
