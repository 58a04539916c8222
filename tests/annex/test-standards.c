/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The three standards as sheets, empty and filled, and the table of deductions; made of a few
 * clauses written here. The built-in annexes are printed in tests/jobs/test-report.c. */
#include "config.h"

#include "deductions.h"
#include "standards.h"

static const YsOffice office = { .name = (char *)"桑村镇建设局", .level = YS_LEVEL_TOWN };

#define TEXT(t) ((char *)(t))

static const YsClause long_term[] = {
  { .code = TEXT ("A1-01"),
    .kind = YS_CLAUSE_DEDUCTION,
    .group = TEXT ("基础设施"),
    .name = TEXT ("外立面破损"),
    .criterion = TEXT ("墙皮脱落"),
    .limit_amount = { 3, TRUE },
    .limit_unit = 2,
    .unit = TEXT ("物管科"),
    .points = { 100, TRUE } },
  { .code = TEXT ("A1-02"),
    .kind = YS_CLAUSE_DEDUCTION,
    .group = TEXT ("基础设施"),
    .name = TEXT ("小区道路破损"),
    .criterion = TEXT ("坑洼"),
    .limit_amount = { 3, TRUE },
    .limit_unit = 2,
    .unit = TEXT ("物管科"),
    .points = { 150, TRUE } },
  { .code = TEXT ("A1-03"),
    .kind = YS_CLAUSE_DEDUCTION,
    .group = TEXT ("环境秩序"),
    .name = TEXT ("清扫保洁"),
    .criterion = TEXT ("垃圾"),
    .limit_amount = { 2, TRUE },
    .limit_unit = 1,
    .unit = TEXT ("物管科"),
    .points = { 100, TRUE } },
};
static const YsClause property[] = {
  { .code = TEXT ("A2-01"),
    .kind = YS_CLAUSE_DEDUCTION,
    .group = TEXT ("1"),
    .content = TEXT ("应急预案。"),
    .name = TEXT ("未制定预案"),
    .criterion = TEXT ("未制定的扣1分；"),
    .points = { 100, TRUE } },
  { .code = TEXT ("A2-02"),
    .kind = YS_CLAUSE_DEDUCTION,
    .group = TEXT ("1"),
    .content = TEXT ("应急预案。"),
    .name = TEXT ("推诿"),
    .criterion = TEXT ("推诿的扣 分。") },
  { .code = TEXT ("A2-03"),
    .kind = YS_CLAUSE_EXTRA,
    .group = TEXT ("附加分"),
    .content = TEXT ("活动"),
    .name = TEXT ("社区活动"),
    .criterion = TEXT ("每有1例加2分。"),
    .points = { 200, TRUE } },
  { .code = TEXT ("A2-04"),
    .kind = YS_CLAUSE_SURVEY,
    .group = TEXT ("附加分"),
    .content = TEXT ("调查"),
    .name = TEXT ("业主满意率"),
    .criterion = TEXT ("加10分。"),
    .points = { 1000, TRUE } },
};
static const YsClause party[] = {
  { .code = TEXT ("A3-01"),
    .kind = YS_CLAUSE_VETO,
    .group = TEXT ("一、组织（3分）"),
    .content = TEXT ("成立党组织。"),
    .name = TEXT ("党组织"),
    .criterion = TEXT ("1.项目有党组织；没有建立党组织的，一票否决") },
  { .code = TEXT ("A3-02"),
    .kind = YS_CLAUSE_ITEM,
    .group = TEXT ("一、组织（3分）"),
    .content = TEXT ("成立党组织。"),
    .name = TEXT ("履职"),
    .criterion = TEXT ("2.履职较好；"),
    .points = { 300, TRUE } },
};

static GPtrArray *
clauses_of (const YsClause *clauses, guint n)
{
  GPtrArray *array = g_ptr_array_new ();
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (array, (gpointer)&clauses[i]);
  return array;
}

/* Rows from the heads on, cells by |, one merge a line behind. */
static char *
sheet_to_text (const YsSheet *sheet)
{
  GString *text = g_string_new (NULL);
  guint n_merges;
  const YsSheetRange *merges = ys_sheet_merges (sheet, &n_merges);
  for (guint row = 0; row < ys_sheet_n_rows (sheet); row++)
    for (guint column = 0; column < ys_sheet_n_columns (sheet); column++)
      {
        g_autofree char *cell = ys_sheet_value_to_text (ys_sheet_get (sheet, row, column));
        g_strdelimit (cell, "\n", ' ');
        g_string_append_printf (text, "%s%s", cell,
                                column + 1 < ys_sheet_n_columns (sheet) ? "|" : "\n");
      }
  for (guint i = 0; i < n_merges; i++)
    if (merges[i].row != merges[i].row_end)
      g_string_append_printf (text, "%u-%u:%u\n", merges[i].row, merges[i].row_end,
                              merges[i].column);
  return g_string_free (text, FALSE);
}

#define N(array) clauses_of (array, G_N_ELEMENTS (array))

static void
assert_sheet (int annex,
              GPtrArray *clauses,
              const YsFilledHead *head,
              const YsClauseFill *fills,
              const char *expected)
{
  YsCatalogue catalogue = { .title = (char *)"附件", .annex = annex };
  if (annex == YS_ANNEX_2)
    catalogue.notes = (char *)"①一\n二";
  g_autoptr (YsSheet) sheet = ys_standard_build (&office, &catalogue, clauses, head, fills);
  g_autofree char *text = sheet_to_text (sheet);
  g_assert_cmpstr (text, ==, expected);
  g_assert_true (ys_sheet_page (sheet)->landscape);
  g_assert_cmpuint (ys_sheet_page (sheet)->repeat_first, ==, ys_sheet_page (sheet)->repeat_last);
  g_ptr_array_unref (clauses);
}

static const YsFilledHead head = { "龙珠百合", "2026年10月", { 2026, 11, 2 } };

static void
test_long_term (void)
{
  assert_sheet (YS_ANNEX_1, N (long_term), NULL, NULL,
                "附件1：|||||||\n"
                "桑村镇镇村环境卫生长效综合管理考评标准及扣分细则|||||||\n"
                "（住宅小区）|||||||\n"
                "大类 名称|分类|小类 代码|小类名称|立案条件（扣分依据）|处置 "
                "时限|责任单位|每处（个） "
                "扣分\n"
                "住宅 小区|基础设施|A1-01|外立面破损|墙皮脱落|3工作日|物管科|1\n"
                "||A1-02|小区道路破损|坑洼|3工作日||1.50\n"
                "|环境秩序|A1-03|清扫保洁|垃圾|2工作时|物管科|1\n"
                "4-6:0\n4-5:1\n4-5:6\n");
}

static void
test_long_term_filled (void)
{
  static const YsClauseFill fills[] = { { TRUE, 2, 400 }, { 0 }, { TRUE, 1, 100 } };
  assert_sheet (YS_ANNEX_1, N (long_term), &head, fills,
                "附件1：|||||||||\n"
                "桑村镇镇村环境卫生长效综合管理考评标准及扣分细则|||||||||\n"
                "（住宅小区）|||||||||\n"
                "小区名称：龙珠百合　　考评周期：2026年10月|||||填报时间：2026年11月2日||||\n"
                "大类 名称|分类|小类 代码|小类名称|立案条件（扣分依据）|处置 "
                "时限|责任单位|每处（个） "
                "扣分|处数|扣分\n"
                "住宅 小区|基础设施|A1-01|外立面破损|墙皮脱落|3工作日|物管科|1|2|4.00\n"
                "||A1-02|小区道路破损|坑洼|3工作日||1.50||\n"
                "|环境秩序|A1-03|清扫保洁|垃圾|2工作时|物管科|1|1|1.00\n"
                "合计|||||||||5.00\n"
                "5-7:0\n5-6:1\n5-6:6\n");
}

/* The source's gap stays a gap; the column 分值 is blank. */
static void
test_property (void)
{
  assert_sheet (YS_ANNEX_2, N (property), NULL, NULL,
                "附件2：|||\n"
                "桑村镇物业管理工作考核细则|||\n"
                "序号|考核内容|分值|评分标准\n"
                "1|应急预案。||未制定的扣1分；推诿的扣　　分。\n"
                "附加分|活动||每有1例加2分。\n"
                "|调查||加10分。\n"
                "①一|||\n"
                "二|||\n"
                "4-5:0\n");
}

static void
test_property_filled (void)
{
  YsClause filled[G_N_ELEMENTS (property)];
  static const YsClauseFill fills[]
      = { { TRUE, 2, 200 }, { TRUE, 1, 250 }, { TRUE, 2, 400 }, { TRUE, 1, 0 } };
  for (guint i = 0; i < G_N_ELEMENTS (property); i++)
    filled[i] = property[i];
  filled[1].points = YS_NUMBER (250);
  assert_sheet (YS_ANNEX_2, N (filled), &head, fills,
                "附件2：|||||\n"
                "桑村镇物业管理工作考核细则|||||\n"
                "小区名称：龙珠百合　　考评周期：2026年10月|||填报时间：2026年11月2日||\n"
                "序号|考核内容|分值|评分标准|考核情况|扣（加）分\n"
                "1|应急预案。||未制定的扣1分；推诿的扣2.50分。|"
                "未制定预案2次扣2.00分；推诿1次扣2.50分|-4.50\n"
                "附加分|活动||每有1例加2分。|社区活动2次加4.00分|4.00\n"
                "|调查||加10分。|无|0.00\n"
                "合计|||||-0.50\n"
                "①一|||||\n"
                "二|||||\n"
                "5-6:0\n");
}

static void
test_party (void)
{
  assert_sheet (YS_ANNEX_3, N (party), NULL, NULL,
                "附件3：||||\n"
                "党建引领物业管理服务工作市级示范点评分标准||||\n"
                "项目|标准|内容|评价 分值|考核 打分\n"
                "一、组织（3分）|成立党组织。|1.项目有党组织；|没有建立党组织的，一票否决|\n"
                "||2.履职较好；|3分|\n"
                "3-4:0\n3-4:1\n");
}

static void
test_party_filled (void)
{
  static const YsClauseFill fills[] = { { TRUE, 1, 0 }, { TRUE, 0, 250 } };
  assert_sheet (YS_ANNEX_3, N (party), &head, fills,
                "附件3：||||\n"
                "党建引领物业管理服务工作市级示范点评分标准||||\n"
                "小区名称：龙珠百合　　考评周期：2026年10月|||填报时间：2026年11月2日|\n"
                "项目|标准|内容|评价 分值|考核 打分\n"
                "一、组织（3分）|成立党组织。|1.项目有党组织；|没有建立党组织的，一票否决|有\n"
                "||2.履职较好；|3分|2.50\n"
                "合计||||2.50\n"
                "4-5:0\n4-5:1\n");
}

static void
test_place (void)
{
  static const struct
  {
    YsOffice office;
    const char *place;
  } rows[] = {
    { { .name = (char *)"桑村镇建设局", .level = YS_LEVEL_TOWN }, "桑村镇" },
    { { .name = (char *)"山城街道物管科", .level = YS_LEVEL_SUBDISTRICT }, "山城街道" },
    { { .name = (char *)"示例区住建局", .level = YS_LEVEL_DISTRICT }, "示例区住建局" },
    { { .name = (char *)"甲", .level = YS_LEVEL_TOWN, .reporting_unit = (char *)"乙镇人民政府" },
      "乙镇" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *place = ys_standard_place (&rows[i].office);
      g_assert_cmpstr (place, ==, rows[i].place);
    }
  g_autofree char *title = ys_standard_title (&office, YS_ANNEX_1);
  g_assert_cmpstr (title, ==, "桑村镇镇村环境卫生长效综合管理考评标准及扣分细则（住宅小区）");
}

static void
test_deductions (void)
{
  YsInstant at, deadline;
  g_assert_true (ys_instant_from_iso ("2026-10-08T10:30", &at));
  g_assert_true (ys_instant_from_iso ("2026-10-13T17:30", &deadline));
  const YsDeductionRow rows[] = {
    { .at = at,
      .source = "区级暗访",
      .code = "A1-22",
      .clause = "占用消防通道",
      .place = "西侧",
      .count = 2,
      .each = 100,
      .deadline = deadline,
      .points = 400,
      .remark = "逾期双倍" },
    { .at = at,
      .source = "市级案卷",
      .code = "A1-04",
      .clause = "井盖缺损",
      .count = 1,
      .each = 200,
      .points = 200,
      .rectified_at = deadline,
      .remark = "超时" },
  };
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_ptr_array_add (lines, (gpointer)&rows[i]);
  g_autoptr (YsSheet) sheet = ys_deductions_build (&office, "扣分明细", &head, lines);
  g_autofree char *text = sheet_to_text (sheet);
  g_assert_cmpstr (
      text, ==,
      "桑村镇住宅小区环境卫生长效综合管理扣分明细表||||||||||||\n"
      "小区名称：龙珠百合　　考评周期：2026年10月|||||||填报时间：2026年11月2日|||||\n"
      "序号|日期|来源|代码|小类名称|位置|情况说明|处数|每处 扣分|整改 期限|整改 到位|扣分|备注\n"
      "1|2026-10-08|区级暗访|A1-22|占用消防通道|西侧||2|1.00|10-13 17:30||4.00|逾期双倍\n"
      "2|2026-10-08|市级案卷|A1-04|井盖缺损|||1|2.00||10-13 17:30|2.00|超时\n"
      "合计|||||||3||||6.00|\n"
      "注：市、区检查的问题每处按考评标准扣分，未按要求及时整改到位的双倍扣分；超时、推诿、反复、核"
      "查不符、重点问题案卷每个扣2分。||||||||||||\n"
      "填报单位：桑村镇人民政府|||||填报人：||审核人：|||||\n");
}

static void
test_no_deductions (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (YsSheet) sheet = ys_deductions_build (&office, "扣分明细", &head, none);
  g_autofree char *said = ys_sheet_value_to_text (ys_sheet_get (sheet, 3, 0));
  g_autofree char *total = ys_sheet_value_to_text (ys_sheet_get (sheet, 4, 11));
  g_assert_cmpstr (said, ==, "本期无扣分");
  g_assert_cmpstr (total, ==, "0.00");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/annex/standards/annex-1/empty", test_long_term);
  g_test_add_func ("/annex/standards/annex-1/filled", test_long_term_filled);
  g_test_add_func ("/annex/standards/annex-2/empty", test_property);
  g_test_add_func ("/annex/standards/annex-2/filled", test_property_filled);
  g_test_add_func ("/annex/standards/annex-3/empty", test_party);
  g_test_add_func ("/annex/standards/annex-3/filled", test_party_filled);
  g_test_add_func ("/annex/standards/place", test_place);
  g_test_add_func ("/annex/deductions/rows", test_deductions);
  g_test_add_func ("/annex/deductions/none", test_no_deductions);
  return g_test_run ();
}
