/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the office's own workbooks to a filed table: annexes 3 and 4 bring the 41 compounds in,
 * annex 5 completes them, the table is filed on the 15th and a fortnight later again. What was
 * filed is opened as a workbook and compared cell by cell with rows typed from the sample. */
#include "config.h"

#include "dispatch.h"
#include "fixture.h"
#include "import.h"
#include "job-error.h"
#include "ledger-job.h"
#include "registry.h"
#include "workbook.h"

#include <string.h>

#define N_COLUMNS 11
#define N_COMPOUNDS 41
#define FIRST_ROW 3

#define TODAY ((YsDate){ 2026, 10, 10 })
#define DUE ((YsDate){ 2026, 10, 15 })
#define NEXT_DUE ((YsDate){ 2026, 11, 1 })
/* 2026-10-15T09:30 in Shanghai */
#define NOW G_GINT64_CONSTANT (1792027800)

/* Community, compound, class, company, nature, entry, services, manager, phone, remark. */
/* clang-format off */
static const char *const expected_rows[N_COMPOUNDS][N_COLUMNS - 1] = {
  { "梅园社区", "梅花园", "1", "安和物业", "外聘", "2018-06", "保洁、保安、护绿、维护秩序、设施维护", "孙某某", "13800000001", "" },
  { "梅园社区", "龙珠百合", "2", "安和物业", "外聘", "2019-12", "保洁、保安、护绿、维护秩序、设施维护", "李某某", "13800000002", "" },
  { "梅园社区", "四十中宿舍", "3", "产权单位", "自主", "2020-09-15", "保洁、门卫", "周某某", "13800000003", "" },
  { "梅园社区", "建行宿舍", "2", "产权单位", "自主", "2020-10-01", "保洁", "赵某某", "", "" },
  { "梅园社区", "福源公寓", "3", "社区兜底", "自主", "2020-10-12", "保洁", "赵某某", "13800000005", "新接管" },
  { "梅园社区", "梅园（西24.25号楼）", "3", "社区兜底", "自主", "", "保洁", "赵某某", "", "" },
  { "梅园社区", "安居小区", "2", "业主自治", "自主", "2021-03", "保洁、门卫", "", "", "业委会筹备中" },
  { "梅园社区", "医院宿舍", "3", "产权单位", "自主", "2020-11", "保洁", "李某某", "13800000008", "" },
  { "梅园社区", "书香花苑", "2", "安和物业", "外聘", "2020-10-20", "保洁、保安、维护秩序", "孙某某", "13800000009", "" },
  { "梅园社区", "福临公寓", "3", "社区兜底", "自主", "2020-09", "保洁", "钱某某", "13800000010", "" },
  { "梅园社区", "山城街道教育宿舍", "3", "产权单位", "自主", "2020-11", "保洁", "郑某某", "13800000011", "" },
  { "梅园社区", "华润纸厂宿舍", "3", "社区兜底", "自主", "", "", "", "", "" },
  { "紫薇社区", "锦绣花园", "1", "众联物业", "外聘", "2016-04", "保洁、保安、护绿、维护秩序、设施维护", "吴某某", "13800000013", "" },
  { "紫薇社区", "御景公馆", "1", "众联物业", "外聘", "2017-09-01", "保洁、保安、护绿、维护秩序、设施维护", "孙某某", "13800000014", "" },
  { "紫薇社区", "紫锦庄园", "1", "众联物业", "外聘", "2017-09-01", "保洁、保安、护绿、维护秩序、设施维护", "周某某", "13800000015", "" },
  { "紫薇社区", "宝徕花苑", "2", "润家物业", "外聘", "2015-06-30", "保洁、保安、护绿、维护秩序、设施维护", "冯某某", "13800000016", "" },
  { "紫薇社区", "樱花园", "2", "润家物业", "外聘", "2014-05", "保洁、保安、护绿、维护秩序", "陈某某", "13800000017", "" },
  { "紫薇社区", "龙珠丽都", "1", "安和物业", "外聘", "2019-05-06", "保洁、保安、护绿、维护秩序、设施维护", "褚某某", "13800000018", "" },
  { "紫薇社区", "民生国际", "1", "安和物业", "外聘", "2018-03-15", "保洁、保安、护绿、维护秩序、设施维护", "卫某某", "13800000019", "" },
  { "紫薇社区", "裕升山亭花园", "1", "润家物业", "外聘", "2016-10", "保洁、保安、护绿、维护秩序、设施维护", "蒋某某", "13800000020", "" },
  { "紫薇社区", "太清湖润景家园", "1", "润家物业", "外聘", "2019-07-01", "保洁、保安、护绿、维护秩序、设施维护", "沈某某", "13800000021", "" },
  { "紫薇社区", "银光上城", "1", "众联物业", "外聘", "2012-05", "保洁、保安、护绿、维护秩序、设施维护", "韩某某", "13800000022", "" },
  { "紫薇社区", "鑫盛公寓（药材宿舍）", "3", "社区兜底", "自主", "2020-10", "保洁", "杨某某", "13800000023", "" },
  { "紫薇社区", "银山小区", "3", "业主自治", "自主", "2020-10-08", "保洁、门卫", "朱某某", "13800000024", "" },
  { "紫薇社区", "紫薇社区", "3", "社区兜底", "自主", "", "保洁", "秦某某", "", "" },
  { "紫薇社区", "翼云公寓", "2", "众联物业", "外聘", "2020-11-10", "保洁、保安、维护秩序", "尤某某", "13800000026", "" },
  { "丰泽社区", "欧亚城", "1", "润家物业", "外聘", "2013-08", "保洁、保安、护绿、维护秩序、设施维护", "许某某", "13800000027", "" },
  { "丰泽社区", "欧情豪庭", "1", "润家物业", "外聘", "2014-11-20", "保洁、保安、护绿、维护秩序、设施维护", "何某某", "13800000028", "" },
  { "丰泽社区", "欧情南苑", "2", "润家物业", "外聘", "2014-11", "保洁、保安、护绿、维护秩序、设施维护", "吕某某", "13800000029", "" },
  { "丰泽社区", "桂花园", "2", "众联物业", "外聘", "2012-03-01", "保洁、保安、护绿、维护秩序", "施某某", "13800000030", "" },
  { "丰泽社区", "御峰园", "1", "众联物业", "外聘", "2018-12", "保洁、保安、护绿、维护秩序、设施维护", "张某某", "13800000031", "" },
  { "丰泽社区", "苹果花苑", "2", "安和物业", "外聘", "2015-04", "保洁、保安、护绿、维护秩序、设施维护", "孔某某", "13800000032", "" },
  { "丰泽社区", "枣花园", "2", "安和物业", "外聘", "2011-06", "保洁、保安、维护秩序", "曹某某", "13800000033", "" },
  { "丰泽社区", "欧情东苑", "3", "润家物业", "外聘", "2020-10-30", "保洁、维护秩序", "严某某", "13800000034", "" },
  { "丰泽社区", "柴林小区", "3", "社区兜底", "自主", "2020-11", "保洁", "华某某", "13800000035", "" },
  { "丰泽社区", "财富广场", "2", "安和物业", "外聘", "2020-10-15", "保洁、保安", "金某某", "13800000036", "" },
  { "丰泽社区", "联通佳苑", "3", "产权单位", "自主", "2020-09", "", "魏某某", "", "" },
  { "丰泽社区", "海洋公寓", "3", "", "外聘", "", "", "", "", "正在选聘" },
  { "丰泽社区", "福地公寓", "3", "业主自治", "自主", "2020-10", "保洁", "陶某某", "13800000039", "" },
  { "丰泽社区", "牡丹花园", "2", "众联物业", "外聘", "2020-11-01", "保洁、保安、维护秩序", "姜某某", "13800000040", "" },
  { "东、西鲁社区", "丰泽嘉苑", "1", "润家物业", "外聘", "2017-01", "保洁、保安、护绿、维护秩序、设施维护", "戚某某", "13800000041", "" },
};
/* clang-format on */

static void
set_up (Fixture *fixture, gconstpointer data)
{
  YsOffice office = {
    .name = (char *)"山城街道物管科",
    .level = YS_LEVEL_SUBDISTRICT,
    .email = (char *)"wgk@example.cn",
    .phone = (char *)"0632-8800000",
  };
  g_autoptr (GError) error = NULL;

  fixture_set_up (fixture, data);
  ys_ledger_job_set_office (fixture->ledger, &office, &error);
  g_assert_no_error (error);
  ys_ledger_job_set_user (fixture->ledger, "王某某");
}

static char *
sample (const char *folder, const char *name)
{
  return g_build_filename (g_getenv ("YS_SOURCE_ROOT"), folder, name, NULL);
}

/* Reads and writes the whole file; every row must be new, changed or same as stated, none doubtful
 * or refused. */
static void
import (Fixture *fixture,
        const char *path,
        const char *shape,
        guint n_new,
        guint n_changed,
        guint n_same)
{
  YsImportOptions options = { .today = TODAY };
  g_autoptr (GError) error = NULL;
  g_autoptr (YsImport) reading
      = ys_import_new (fixture->ledger, path, &options, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < ys_import_n_rows (reading); i++)
    if (ys_import_row (reading, i)->reason != NULL)
      g_test_message ("%s: %s", ys_import_row (reading, i)->name,
                      ys_import_row (reading, i)->reason);
  g_assert_cmpstr (ys_import_shape (reading), ==, shape);
  g_assert_cmpuint (ys_import_count (reading, YS_VERDICT_NEW), ==, n_new);
  g_assert_cmpuint (ys_import_count (reading, YS_VERDICT_CHANGED), ==, n_changed);
  g_assert_cmpuint (ys_import_count (reading, YS_VERDICT_SAME), ==, n_same);
  g_assert_cmpuint (ys_import_n_rows (reading), ==, n_new + n_changed + n_same);
  ys_import_apply (reading, fixture->ledger, FALSE, NOW, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
import_sample (Fixture *fixture,
               const char *folder,
               const char *name,
               const char *shape,
               guint n_new,
               guint n_changed)
{
  g_autofree char *path = sample (folder, name);

  import (fixture, path, shape, n_new, n_changed, 0);
}

static YsSubmission *
submit (Fixture *fixture, YsDate date)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsDispatch) dispatch = ys_dispatch_new (fixture->ledger, date, &error);
  YsSubmission *submission;

  g_assert_no_error (error);
  submission = ys_dispatch_submit (fixture->ledger, dispatch, NOW, &error);
  g_assert_no_error (error);
  return submission;
}

/* (transfer full): paths of workbook and PDF */
static GStrv
reprint (Fixture *fixture, const YsSubmission *submission, const char *folder)
{
  g_autofree char *path = g_build_filename (fixture->root, folder, NULL);
  g_autoptr (GError) error = NULL;
  GStrv paths = ys_dispatch_reprint (fixture->ledger, submission->id, path, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (paths), ==, 2);
  return paths;
}

static void
check_text (const YsGrid *grid, guint row, guint column, const char *expected)
{
  g_autofree char *name = ys_column_name (column);

  if (g_strcmp0 (ys_grid_text (grid, row, column), expected) != 0)
    g_test_message ("in the cell %s%u:", name, row + 1);
  g_assert_cmpstr (ys_grid_text (grid, row, column), ==, expected);
}

static void
check_row (const YsGrid *grid, guint index)
{
  guint row = FIRST_ROW + index;
  g_autofree char *number = g_strdup_printf ("%u", index + 1);

  check_text (grid, row, 0, number);
  g_assert_cmpint (ys_grid_kind (grid, row, 0), ==, YS_CELL_NUMBER);
  for (guint column = 1; column < N_COLUMNS; column++)
    check_text (grid, row, column, expected_rows[index][column - 1]);
  g_assert_cmpint (ys_grid_kind (grid, row, 3), ==, YS_CELL_NUMBER);
  if (*expected_rows[index][8] != '\0')
    g_assert_cmpint (ys_grid_kind (grid, row, 9), ==, YS_CELL_TEXT);
}

static void
check_heads (const YsGrid *grid)
{
  static const char *const heads[] = { "序号",
                                       "社区名称",
                                       "小区名称",
                                       "类别",
                                       "入驻物业管理企业名称",
                                       "物业管理性质\n（自主或外聘物业公司）",
                                       "入驻时间",
                                       "服务内容",
                                       "物业负责人",
                                       "联系电话",
                                       "备注" };

  check_text (grid, 0, 0, "住宅小区物业管理全覆盖进展情况调度表");
  check_text (grid, 1, 0, "山城街道办事处");
  check_text (grid, 1, 6, "填报时间：2026年10月15日");
  for (guint i = 0; i < N_COLUMNS; i++)
    check_text (grid, 2, i, heads[i]);
}

static void
check_foot (const YsGrid *grid)
{
  check_text (grid, FIRST_ROW + N_COMPOUNDS, 0, "填报人：王某某");
  check_text (grid, FIRST_ROW + N_COMPOUNDS, 4, "审核人：");
  check_text (
      grid, FIRST_ROW + N_COMPOUNDS + 1, 0,
      "注：1.根据小区实际情况结合管理服务好、中、差程度划分类别。分为1、2、3三个等次。近年来，"
      "通过改造提升，基础设施得到改善，管理条件较好，已实施物业管理服务的划分为1类；基础设施一般，"
      "管理难度相对较大的为2类；基础设施较差或小区规模较小、管理难度较大的划分为3类。");
  check_text (grid, FIRST_ROW + N_COMPOUNDS + 2, 0,
              "　　2.每月1号、15号报送至区住建局（住房保障服务中心物业科）。邮箱:wgk@example.cn，"
              "联系电话：0632-8800000。");
  g_assert_cmpuint (ys_grid_n_rows (grid), ==, FIRST_ROW + N_COMPOUNDS + 3);
}

static void
check_merges (const YsGrid *grid)
{
  const YsSheetRange expected[] = {
    { 0, 0, 0, 10 },  { 1, 0, 1, 5 },    { 1, 6, 1, 10 },   { 44, 0, 44, 3 },
    { 44, 4, 44, 7 }, { 45, 0, 45, 10 }, { 46, 0, 46, 10 },
  };
  guint n;
  const YsSheetRange *merges = ys_grid_merges (grid, &n);

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      guint found = 0;

      for (guint k = 0; k < n; k++)
        found += memcmp (&merges[k], &expected[i], sizeof expected[i]) == 0;
      g_assert_cmpuint (found, ==, 1);
    }
}

static void
check_workbook (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsWorkbook) workbook = ys_workbook_read_file (path, NULL, &error);
  const YsGrid *grid;

  g_assert_no_error (error);
  g_assert_cmpuint (ys_workbook_n_sheets (workbook), ==, 1);
  grid = ys_workbook_sheet (workbook, 0);
  g_assert_cmpuint (ys_grid_n_columns (grid), ==, N_COLUMNS);
  check_heads (grid);
  for (guint i = 0; i < N_COMPOUNDS; i++)
    check_row (grid, i);
  check_foot (grid);
  check_merges (grid);
}

static void
bring_in (Fixture *fixture)
{
  import_sample (fixture, "data/sample", "附件3 提升任务一览表.xlsx", "annex3", 20, 0);
  import_sample (fixture, "data/sample", "附件4 全覆盖任务一览表.xlsx", "annex4", 21, 0);
  import_sample (fixture, "data/sample", "附件5 进展情况调度表.xlsx", "annex5", 0, N_COMPOUNDS);
}

static void
set_phone (Fixture *fixture, const char *name, const char *phone)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsRegistry) registry = ys_registry_load (fixture->ledger, &error);
  gint64 id;

  g_assert_no_error (error);
  id = ys_registry_find_by_name (registry, name, &error);
  g_assert_no_error (error);
  fixture_set (fixture, id, "phone", phone);
}

static void
check_same_files (char **a, char **b)
{
  for (guint i = 0; a[i] != NULL; i++)
    {
      g_autofree char *data_a = NULL;
      g_autofree char *data_b = NULL;
      gsize length_a, length_b;

      g_assert_true (g_file_get_contents (a[i], &data_a, &length_a, NULL));
      g_assert_true (g_file_get_contents (b[i], &data_b, &length_b, NULL));
      g_assert_cmpmem (data_a, length_a, data_b, length_b);
    }
}

static void
test_file (Fixture *fixture, gconstpointer data)
{
  YsSubmission *submission;
  g_auto (GStrv) paths = NULL;

  bring_in (fixture);
  submission = submit (fixture, DUE);
  g_assert_cmpstr (submission->number, ==, "调度〔2026〕20号");
  g_assert_cmpint (submission->rows.value, ==, N_COMPOUNDS);
  paths = reprint (fixture, submission, "first");
  check_workbook (paths[0]);
  ys_record_free (&ys_submission_type, submission);
}

/* One cell changes within the fortnight: that cell is the difference, and the first table is
 * reprinted byte for byte. */
static void
test_fortnight_later (Fixture *fixture, gconstpointer data)
{
  YsSubmission *first, *second;
  g_auto (GStrv) before = NULL;
  g_auto (GStrv) after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (YsDispatch) dispatch = NULL;
  const YsDispatchChange *change;

  bring_in (fixture);
  first = submit (fixture, DUE);
  before = reprint (fixture, first, "before");
  set_phone (fixture, "建行宿舍", "13800000004");

  dispatch = ys_dispatch_new (fixture->ledger, NEXT_DUE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ys_dispatch_against (dispatch), ==, "调度〔2026〕20号");
  g_assert_cmpuint (ys_dispatch_added (dispatch)->len, ==, 0);
  g_assert_cmpuint (ys_dispatch_removed (dispatch)->len, ==, 0);
  g_assert_cmpuint (ys_dispatch_changes (dispatch)->len, ==, 1);
  change = g_ptr_array_index (ys_dispatch_changes (dispatch), 0);
  g_assert_cmpstr (change->name, ==, "建行宿舍");
  g_assert_cmpstr (change->field, ==, "phone");
  g_assert_cmpstr (change->before, ==, "");
  g_assert_cmpstr (change->after, ==, "13800000004");

  second = submit (fixture, NEXT_DUE);
  g_assert_cmpstr (second->number, ==, "调度〔2026〕21号");
  g_assert_cmpint (second->corrects_id, ==, 0);
  after = reprint (fixture, first, "after");
  check_same_files (before, after);
  ys_record_free (&ys_submission_type, first);
  ys_record_free (&ys_submission_type, second);
}

/* What is blank in the sample is what the office is warned of. */
static void
test_blanks (Fixture *fixture, gconstpointer data)
{
  static const char *const fields[] = { "company", "entry_date", "services", "manager", "phone" };
  static const guint expected[] = { 1, 4, 3, 3, 7 };
  guint found[G_N_ELEMENTS (fields)] = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (YsDispatch) dispatch = NULL;
  GPtrArray *blanks;

  bring_in (fixture);
  dispatch = ys_dispatch_new (fixture->ledger, DUE, &error);
  g_assert_no_error (error);
  blanks = ys_dispatch_blanks (dispatch);
  for (guint i = 0; i < blanks->len; i++)
    for (guint k = 0; k < G_N_ELEMENTS (fields); k++)
      found[k]
          += g_str_equal (((YsDispatchBlank *)g_ptr_array_index (blanks, i))->field, fields[k]);
  g_assert_cmpuint (blanks->len, ==, 18);
  g_assert_cmpmem (found, sizeof found, expected, sizeof expected);
}

/* The filed workbook is a table that the import knows: all rows are the same. */
static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  YsSubmission *submission;
  g_auto (GStrv) paths = NULL;

  bring_in (fixture);
  submission = submit (fixture, DUE);
  paths = reprint (fixture, submission, "out");
  import (fixture, paths[0], "annex5", 0, 0, N_COMPOUNDS);
  ys_record_free (&ys_submission_type, submission);
}

/* The same annexes saved by another program. */
static void
test_saved_by_libreoffice (Fixture *fixture, gconstpointer data)
{
  YsSubmission *submission;
  g_auto (GStrv) paths = NULL;

  import_sample (fixture, "data/sample", "附件3 提升任务一览表.xlsx", "annex3", 20, 0);
  import_sample (fixture, "tests/data", "annex4-libreoffice.xlsx", "annex4", 21, 0);
  import_sample (fixture, "tests/data", "annex5-libreoffice.xlsx", "annex5", 0, N_COMPOUNDS);
  submission = submit (fixture, DUE);
  paths = reprint (fixture, submission, "out");
  check_workbook (paths[0]);
  ys_record_free (&ys_submission_type, submission);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/jobs/journey/file", Fixture, NULL, set_up, test_file, fixture_tear_down);
  g_test_add ("/jobs/journey/fortnight-later", Fixture, NULL, set_up, test_fortnight_later,
              fixture_tear_down);
  g_test_add ("/jobs/journey/blanks", Fixture, NULL, set_up, test_blanks, fixture_tear_down);
  g_test_add ("/jobs/journey/round-trip", Fixture, NULL, set_up, test_round_trip,
              fixture_tear_down);
  g_test_add ("/jobs/journey/saved-by-libreoffice", Fixture, NULL, set_up,
              test_saved_by_libreoffice, fixture_tear_down);
  return g_test_run ();
}
