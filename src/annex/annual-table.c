/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The year by month [000 §5(5)]: each compound's published scores and what the year came to. A
 * month without a counting inspection is a dash, one that has not come yet is blank. */
#include "config.h"

#include "period-table-private.h"

#define TITLE "环境卫生长效管理和住宅小区物业管理年度考评汇总表"
#define NOTE "注：“—”为当月未参评，空白为尚无数据；全年得分和名次按考评方案对全年计算。"
#define NOTHING "本年没有小区参评"

enum
{
  NUMBER,
  NAME,
  COMMUNITY,
  MONTH_1,
  YEAR = MONTH_1 + 12,
  RANK,
  N_COLUMNS
};

static const int widths[N_COLUMNS]
    = { 36, 122, 93, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 72, 50 };

static void
set_score (YsSheet *sheet, guint row, guint column, gint64 score)
{
  if (score == YS_SCORE_LATER)
    ys_sheet_set (sheet, row, column, YS_SHEET_EMPTY, &ys_table_number);
  else if (score == YS_SCORE_NONE)
    ys_sheet_set (sheet, row, column, YS_SHEET_TEXT ("—"), &ys_table_cell);
  else
    ys_sheet_set (sheet, row, column, YS_SHEET_HUNDREDTHS (score), &ys_table_number);
}

static void
set_row (YsSheet *sheet, guint row, guint number, const YsAnnualLine *line)
{
  ys_sheet_set (sheet, row, NUMBER, YS_SHEET_COUNT (number), &ys_table_cell);
  ys_period_table_set_text (sheet, row, NAME, line->name, &ys_table_text);
  ys_period_table_set_text (sheet, row, COMMUNITY, line->community, &ys_table_text);
  for (guint month = 0; month < 12; month++)
    set_score (sheet, row, MONTH_1 + month, line->months[month]);
  set_score (sheet, row, YEAR, line->rank > 0 ? line->year : YS_SCORE_NONE);
  ys_sheet_set (sheet, row, RANK,
                line->rank > 0 ? YS_SHEET_COUNT (line->rank) : YS_SHEET_TEXT ("—"), &ys_table_cell);
}

static void
set_heads (YsSheet *sheet, guint row)
{
  const char *heads[N_COLUMNS]
      = { "序号", "小区", "社区", "1月",  "2月",  "3月",  "4月",        "5月", "6月",
          "7月",  "8月",  "9月",  "10月", "11月", "12月", "全年\n得分", "名次" };

  ys_table_set_heads (sheet, row, heads, N_COLUMNS);
}

YsSheet *
ys_annual_table_build (const YsPeriodHead *head, GPtrArray *rows)
{
  YsPageSetup page = ys_table_page (TRUE, 2, 2);
  g_autofree char *title = NULL;
  YsSheet *sheet;
  guint row;

  g_return_val_if_fail (head != NULL && rows != NULL, NULL);

  sheet = ys_sheet_new ("年度汇总", N_COLUMNS);
  title = ys_period_table_title (head, TITLE);
  ys_sheet_set_page (sheet, &page);
  ys_table_set_widths (sheet, widths, N_COLUMNS);
  row = ys_period_table_set_top (sheet, 0, head, title);
  set_heads (sheet, row++);
  for (guint i = 0; i < rows->len; i++)
    set_row (sheet, row++, i + 1, rows->pdata[i]);
  if (rows->len == 0)
    ys_table_merge (sheet, row++, 0, N_COLUMNS - 1, NOTHING, &ys_table_cell);
  ys_table_merge (sheet, row++, 0, N_COLUMNS - 1, NOTE, &ys_table_note);
  ys_period_table_set_bottom (sheet, row, head);
  return sheet;
}
