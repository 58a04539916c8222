/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compounds out of worksheets as clerks make them. What was read is compared as text: one compound
 * a line, "row name {field=value …} ?doubt". */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "make-workbook.h"
#include "registry-reader.h"

typedef struct
{
  const char *name;
  const char *sheet; /* see test_table() */
  const char *merges;
  YsTableShape shape;
  const char *expected;
} TableCase;

static char *
dump (const YsRawTable *table)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < table->compounds->len; i++)
    {
      const YsRawCompound *compound = g_ptr_array_index (table->compounds, i);
      g_string_append_printf (text, "%u %s {", compound->row + 1, compound->name);
      for (guint j = 0; j < compound->values->len; j++)
        {
          const YsRawValue *value = g_ptr_array_index (compound->values, j);
          g_string_append_printf (text, "%s%s%s=%s", j > 0 ? " " : "", value->inferred ? "~" : "",
                                  value->field, value->text);
        }
      g_string_append_printf (text, "}%s%s\n", compound->doubt != NULL ? " ?" : "",
                              compound->doubt != NULL ? compound->doubt : "");
    }
  return g_string_free (text, FALSE);
}

#define HEADS "社区|小区|类别\n"

static const TableCase cases[] = {
  { "plain", HEADS "梅园社区|梅花园|1\n紫薇社区|银山小区|=3", NULL, YS_SHAPE_COLUMNS,
    "2 梅花园 {community=梅园社区 class=1}\n3 银山小区 {community=紫薇社区 class=3}\n" },
  { "town", "乡镇|社区|小区\n甲镇|一社区|甲苑\n乙镇|一社区|乙苑", NULL, YS_SHAPE_COLUMNS,
    "2 甲苑 {town=甲镇 community=一社区}\n3 乙苑 {town=乙镇 community=一社区}\n" },
  { "title-above", "山城街道小区台账||\n2026年10月\n" HEADS "梅园社区|梅花园|1", "A1:C1",
    YS_SHAPE_COLUMNS, "4 梅花园 {community=梅园社区 class=1}\n" },
  { "two-row-heads-merged",
    "序号|社区|小区|物业情况||\n|||企业名称|负责人|电话\n=1|梅园|甲苑|安和物业|王某某|=13800000001",
    "A1:A2 B1:B2 C1:C2 D1:F1", YS_SHAPE_COLUMNS,
    "3 甲苑 {community=梅园 company=安和物业 ~form=company manager=王某某 phone=13800000001}\n" },
  { "two-row-heads-text",
    "序号|社区|小区|物业情况||\n|||物业企业|负责人|电话\n1|梅园|甲苑|安和物业|王某某|13800000001",
    NULL, YS_SHAPE_COLUMNS,
    "3 甲苑 {community=梅园 company=安和物业 ~form=company manager=王某某 phone=13800000001}\n" },
  { "heads-of-others", "小区|社区|社区负责人|业委会电话\n甲苑|梅园|王某某|13800000001", NULL,
    YS_SHAPE_COLUMNS, "2 甲苑 {community=梅园}\n" },
  { "group-of-others", "小区|社区信息|\n|社区名称|负责人\n甲苑|梅园|王某某", "A1:A2 B1:C1",
    YS_SHAPE_COLUMNS, "3 甲苑 {community=梅园}\n" },
  { "vertical-merges", HEADS "梅园社区|甲苑|1\n|乙苑|\n|丙苑|", "A2:A4 C2:C3", YS_SHAPE_COLUMNS,
    "2 甲苑 {community=梅园社区 class=1}\n3 乙苑 {community=梅园社区 class=1}\n4 丙苑 "
    "{community=梅园社区}\n" },
  { "blank-without-merge-is-not-carried", HEADS "梅园社区|甲苑|1\n|乙苑|", NULL, YS_SHAPE_COLUMNS,
    "2 甲苑 {community=梅园社区 class=1}\n3 乙苑 {}\n" },
  { "notes-below",
    HEADS
    "梅园|甲苑|1\n\n填报人：王某某||审核人：\n注：1.类别分三等。\n2.每月1号报送。\n2026年10月15日",
    NULL, YS_SHAPE_COLUMNS, "2 甲苑 {community=梅园 class=1}\n" },
  { "notes-merged", HEADS "梅园|甲苑|1\n根据实际情况划分||", "A3:C3", YS_SHAPE_COLUMNS,
    "2 甲苑 {community=梅园 class=1}\n" },
  { "totals", HEADS "梅园|甲苑|1\n小计|1|\n紫薇|乙苑|2\n|合计|2", NULL, YS_SHAPE_COLUMNS,
    "2 甲苑 {community=梅园 class=1}\n4 乙苑 {community=紫薇 class=2}\n" },
  { "empty-rows-between", HEADS "梅园|甲苑|1\n||\n　| |\n紫薇|乙苑|2", NULL, YS_SHAPE_COLUMNS,
    "2 甲苑 {community=梅园 class=1}\n5 乙苑 {community=紫薇 class=2}\n" },
  { "empty-form-rows", "序号|社区名称|小区名称\n=1|梅园|甲苑\n=2||\n=3||", NULL, YS_SHAPE_COLUMNS,
    "2 甲苑 {community=梅园}\n" },
  { "full-width", "社　区|小 区|类 别\n梅园社区　|甲苑|２\n紫薇|东苑１号院|①", NULL,
    YS_SHAPE_COLUMNS,
    "2 甲苑 {community=梅园社区 class=2}\n3 东苑1号院 {community=紫薇 class=①}\n" },
  { "repeated-heads", HEADS "梅园|甲苑|1\n山城街道小区台账||\n社区|小区|类别\n紫薇|小区一号|2",
    "A3:C3", YS_SHAPE_COLUMNS,
    "2 甲苑 {community=梅园 class=1}\n5 小区一号 {community=紫薇 class=2}\n" },
  { "name-missing", HEADS "梅园||3\n梅园|甲苑|", NULL, YS_SHAPE_COLUMNS,
    "2  {community=梅园 class=3}\n3 甲苑 {community=梅园}\n" },
  { "blank-words", "小区|社区|电话|负责人|备注|有无党组织\n甲苑|梅园|/|无|无|无", NULL,
    YS_SHAPE_COLUMNS, "2 甲苑 {community=梅园 remark=无 party_branch=无}\n" },
  { "form-in-company-column", "小区|社区|物业企业\n甲苑|梅园|社区兜底\n乙苑|梅园|安和物业", NULL,
    YS_SHAPE_COLUMNS,
    "2 甲苑 {community=梅园 form=trusteeship}\n3 乙苑 {community=梅园 company=安和物业 "
    "~form=company}\n" },
  { "form-column-decides", "小区|社区|物业企业|管理方式\n甲苑|梅园|安和物业|自管小区", NULL,
    YS_SHAPE_COLUMNS, "2 甲苑 {community=梅园 company=安和物业 form=自管小区}\n" },
  { "dates", "小区|社区|入驻时间\n甲苑|梅园|@44089\n乙苑|梅园|=44089\n丙苑|梅园|2020年9月", NULL,
    YS_SHAPE_COLUMNS,
    "2 甲苑 {community=梅园 entry_date=2020-09-15}\n3 乙苑 {community=梅园 entry_date=44089}\n"
    "4 丙苑 {community=梅园 entry_date=2020年9月}\n" },
  { "groups-as-lines",
    "序号|小区|类别\n一、梅园社区（2）||\n=1|甲苑|1\n=2|乙苑|1\n二、紫薇社区||\n=3|丙苑|2",
    "A2:C2 A5:C5", YS_SHAPE_COLUMNS,
    "3 甲苑 {class=1 community=梅园社区}\n4 乙苑 {class=1 community=梅园社区}\n6 丙苑 {class=2 "
    "community=紫薇社区}\n" },
  { "one-column", "小区名称\n甲苑\n乙苑", NULL, YS_SHAPE_COLUMNS, "2 甲苑 {}\n3 乙苑 {}\n" },
  { "best-known-heading", "名称|小区名称|社区\n一期|甲苑|梅园", NULL, YS_SHAPE_COLUMNS,
    "2 甲苑 {community=梅园}\n" },
  { "no-heading", "甲|乙|丙\n1|2|3", NULL, YS_SHAPE_NONE, "" },
  { "empty", "", NULL, YS_SHAPE_NONE, "" },
  { "only-heads", HEADS, NULL, YS_SHAPE_COLUMNS, "" },
  { "no-name-column", "社区|电话\n梅园|13800000001", NULL, YS_SHAPE_COLUMNS,
    "2  {community=梅园 phone=13800000001}\n" },

  /* [004 annexes 3, 4] */
  { "annex3",
    "附件3\n提升任务一览表\n序号|镇（街）|社区名称|实施物业企业管理的住宅小区|提升任务\n"
    "=1|山城街道\n|梅园社区（2）|梅花园、龙珠百合|x\n||东、西鲁社区（1）|丰泽嘉苑|",
    "A2:E2 A4:A5 B4:B5 E4:E5", YS_SHAPE_ANNEX3, NULL },
  { "annex4-brackets",
    "镇（街）|社区名称|未实施物业管理的住宅小区\n山城街道（3个）|紫薇社区（3）|"
    "鑫盛公寓（药材宿舍）、梅园（西24.25号楼）、银山小区",
    NULL, YS_SHAPE_ANNEX4,
    "2 鑫盛公寓（药材宿舍） {community=紫薇社区 town=山城街道}\n2 梅园（西24.25号楼） "
    "{community=紫薇社区 town=山城街道}\n"
    "2 银山小区 {community=紫薇社区 town=山城街道}\n" },
  { "annex4-wrong-community-count",
    "镇（街）|社区名称|未实施物业管理的住宅小区\n山城街道（3个）|梅园社区（2）|甲苑\n|"
    "紫薇社区（1）|乙苑",
    "A2:A3", YS_SHAPE_ANNEX4,
    "2 甲苑 {community=梅园社区 town=山城街道} ?梅园社区 states 2 compounds, but 1 are listed. "
    "Compare with the paper; "
    "accept if the list is right.\n3 乙苑 {community=紫薇社区 town=山城街道}\n" },
  { "annex4-wrong-town-count",
    "镇（街）|社区名称|未实施物业管理的住宅小区\n山城街道（3个）|梅园社区（1）|甲苑\n|紫薇社区|"
    "乙苑",
    "A2:A3", YS_SHAPE_ANNEX4,
    "2 甲苑 {community=梅园社区 town=山城街道} ?山城街道 states 3 compounds, but its communities "
    "add up to 2. Compare with "
    "the paper; accept if the list is right.\n3 乙苑 {community=紫薇社区 town=山城街道} ?山城街道 "
    "states 3 compounds, but "
    "its communities add up to 2. Compare with the paper; accept if the list is right.\n" },
  { "annex4-two-towns",
    "镇（街）|社区名称|未实施物业管理的住宅小区\n甲镇（1）|梅园社区|甲苑\n乙镇（2）|紫薇社区（2）|"
    "乙苑、丙苑",
    NULL, YS_SHAPE_ANNEX4,
    "2 甲苑 {community=梅园社区 town=甲镇}\n3 乙苑 {community=紫薇社区 town=乙镇}\n3 丙苑 "
    "{community=紫薇社区 town=乙镇}\n" },
  { "annex4-list-over-two-rows",
    "社区名称|未实施物业管理的住宅小区\n梅园社区（3）|甲苑、乙苑\n|丙苑", "A2:A3", YS_SHAPE_ANNEX4,
    "2 甲苑 {community=梅园社区}\n2 乙苑 {community=梅园社区}\n3 丙苑 {community=梅园社区}\n" },
  { "annex4-none-left", "社区名称|未实施物业管理的住宅小区\n梅园社区（0）|\n紫薇社区（1）|甲苑",
    NULL, YS_SHAPE_ANNEX4, "3 甲苑 {community=紫薇社区}\n" },
  { "annex4-empty-list", "社区名称|未实施物业管理的住宅小区|工作任务\n梅园社区（1）||x", NULL,
    YS_SHAPE_ANNEX4,
    "2  {community=梅园社区} ?梅园社区 states 1 compounds, but 0 are listed. Compare with the "
    "paper; accept if the list is "
    "right.\n" },
};

static YsRawTable *
read_table (const char *sheet, const char *merges, YsHeadingFunc mapping)
{
  g_autoptr (GBytes) bytes = test_table (sheet, merges);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsWorkbook) workbook = ys_workbook_read_bytes (bytes, "t.xlsx", NULL, &error);

  g_assert_no_error (error);
  return ys_registry_read (ys_workbook_sheet (workbook, 0), mapping, NULL);
}

static void
test_table_case (gconstpointer data)
{
  const TableCase *test = data;
  g_autoptr (YsRawTable) table = NULL;
  g_autofree char *text = NULL;

  if (test->expected == NULL) /* line breaks inside cells cannot be written in the short form */
    {
      table = read_table (
          "附件3\n提升任务一览表\n序号|镇（街）|社区名称|实施物业企业管理的住宅小区|提升任务\n"
          "=1|山城街道（3个）|梅园社区（2）|梅花园、龙珠百合|x\n||东、西鲁社区（1）|丰泽嘉苑|",
          test->merges, NULL);
      text = dump (table);
      g_assert_cmpstr (text, ==,
                       "4 梅花园 {community=梅园社区 town=山城街道 form=company}\n"
                       "4 龙珠百合 {community=梅园社区 town=山城街道 form=company}\n"
                       "5 丰泽嘉苑 {community=东、西鲁社区 town=山城街道 form=company}\n");
    }
  else
    {
      table = read_table (test->sheet, test->merges, NULL);
      text = dump (table);
      g_assert_cmpstr (text, ==, test->expected);
    }
  g_assert_cmpint (table->shape, ==, test->shape);
}

static const char *
give_mapping (const char *key, gpointer user_data)
{
  if (g_str_equal (key, "楼盘"))
    return "name";
  if (g_str_equal (key, "电话"))
    return "";
  return g_str_equal (key, "说法") ? "remark" : NULL;
}

static void
test_mapping (void)
{
  g_autoptr (YsRawTable) table
      = read_table ("楼盘|电话|说法|备注\n甲苑|13800000001|a|b", NULL, give_mapping);
  g_autofree char *text = dump (table);
  const YsTableColumn *column;

  g_assert_cmpstr (text, ==, "2 甲苑 {remark=a}\n");
  column = g_ptr_array_index (table->columns, 1);
  g_assert_cmpstr (column->heading, ==, "电话");
  g_assert_null (column->field);
  column = g_ptr_array_index (table->columns, 3);
  g_assert_null (column->field);
}

static void
test_guess (void)
{
  g_autoptr (YsRawTable) table = read_table ("小区名称|所辖社区|主管物业经理|房屋总建筑面积|"
                                             "完成说明\n甲苑|梅园|王某某|12.5|x",
                                             NULL, NULL);
  const YsTableColumn *column = g_ptr_array_index (table->columns, 2);

  g_assert_cmpstr (column->field, ==, "manager");
  g_assert_true (column->guessed);
  column = g_ptr_array_index (table->columns, 0);
  g_assert_false (column->guessed);
  column = g_ptr_array_index (table->columns, 3);
  g_assert_cmpstr (column->field, ==, "area_m2");
  column = g_ptr_array_index (table->columns, 4);
  g_assert_null (column->field);
}

static YsRawTable *
read_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("YS_SOURCE_ROOT"), folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsWorkbook) workbook = ys_workbook_read_file (path, NULL, &error);

  g_assert_no_error (error);
  return ys_registry_read (ys_workbook_sheet (workbook, 0), NULL, NULL);
}

static void
check_names (const YsRawTable *table, guint n)
{
  g_assert_cmpuint (table->compounds->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      const YsRawCompound *compound = g_ptr_array_index (table->compounds, i);
      g_assert_cmpstr (compound->name, !=, "");
      g_assert_nonnull (ys_raw_compound_value (compound, "community"));
      g_assert_null (compound->doubt);
    }
}

/* [004 annexes 3, 4, 5]: 20 + 21 compounds, and the same 41. */
static void
test_samples (void)
{
  g_autoptr (YsRawTable) annex3 = read_file ("data/sample", "附件3 提升任务一览表.xlsx");
  g_autoptr (YsRawTable) annex4 = read_file ("data/sample", "附件4 全覆盖任务一览表.xlsx");
  g_autoptr (YsRawTable) annex5 = read_file ("data/sample", "附件5 进展情况调度表.xlsx");
  const YsRawCompound *compound;

  g_assert_cmpstr (ys_table_shape_nick (annex3->shape), ==, "annex3");
  g_assert_cmpstr (ys_table_shape_nick (annex4->shape), ==, "annex4");
  g_assert_cmpstr (ys_table_shape_nick (annex5->shape), ==, "annex5");
  check_names (annex3, 20);
  check_names (annex4, 21);
  check_names (annex5, 41);
  compound = g_ptr_array_index (annex3->compounds, 19);
  g_assert_cmpstr (compound->name, ==, "丰泽嘉苑");
  g_assert_cmpstr (ys_raw_compound_value (compound, "community")->text, ==, "东、西鲁社区");
  g_assert_cmpstr (ys_raw_compound_value (compound, "town")->text, ==, "山城街道");
  g_assert_cmpstr (ys_raw_compound_value (compound, "form")->text, ==, "company");
  compound = g_ptr_array_index (annex4->compounds, 3);
  g_assert_cmpstr (compound->name, ==, "梅园（西24.25号楼）");
  g_assert_null (ys_raw_compound_value (compound, "form"));
  compound = g_ptr_array_index (annex5->compounds, 1);
  g_assert_cmpstr (ys_raw_compound_value (compound, "community")->text, ==, "梅园社区");
  g_assert_cmpstr (ys_raw_compound_value (compound, "entry_date")->text, ==, "2019年12月");
  compound = g_ptr_array_index (annex5->compounds, 8);
  g_assert_cmpint (ys_raw_compound_value (compound, "entry_date")->kind, ==, YS_CELL_DATE);
}

static void
test_foreign (void)
{
  g_autoptr (YsRawTable) annex4 = read_file ("tests/data", "annex4-libreoffice.xlsx");
  g_autoptr (YsRawTable) annex5 = read_file ("tests/data", "annex5-libreoffice.xlsx");

  g_assert_cmpint (annex4->shape, ==, YS_SHAPE_ANNEX4);
  g_assert_cmpint (annex5->shape, ==, YS_SHAPE_ANNEX5);
  check_names (annex4, 21);
  check_names (annex5, 41);
}

static void
test_nicks (void)
{
  g_assert_null (ys_table_shape_nick (YS_SHAPE_NONE));
  g_assert_cmpstr (ys_table_shape_nick (YS_SHAPE_COLUMNS), ==, "columns");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/annex/registry-reader/%s", cases[i].name);
      g_test_add_data_func (path, &cases[i], test_table_case);
    }
  g_test_add_func ("/annex/registry-reader/mapping", test_mapping);
  g_test_add_func ("/annex/registry-reader/guess", test_guess);
  g_test_add_func ("/annex/registry-reader/samples", test_samples);
  g_test_add_func ("/annex/registry-reader/foreign", test_foreign);
  g_test_add_func ("/annex/registry-reader/nicks", test_nicks);
  return g_test_run ();
}
