/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who takes which part of an award, with room to sign. Accounts and identity numbers have columns
 * only where they are asked for. */
#include "config.h"

#include "period-table-private.h"

#define TITLE "以奖代补资金领取表"
#define NOTE "备注：须物业制表奖励到个人，领取表由镇审核后发放，领取人为小区负责人。"
#define N_BLANK 8
#define SIGN_HEIGHT 30 /* points: a hand's line */

enum
{
  NUMBER,
  COMPOUND,
  NAME,
  AMOUNT,
  PLAIN_SIGN,
  N_PLAIN,
  ACCOUNT = PLAIN_SIGN,
  IDENTITY,
  PERSONAL_SIGN,
  N_PERSONAL
};

static const char *const plain_heads[N_PLAIN] = { "序号", "小区", "姓名", "金额\n（元）", "签字" };
static const char *const personal_heads[N_PERSONAL]
    = { "序号", "小区", "姓名", "金额\n（元）", "账号", "身份证号", "签字" };
static const int plain_widths[N_PLAIN] = { 80, 320, 210, 170, 229 };
static const int personal_widths[N_PERSONAL] = { 56, 196, 120, 110, 220, 190, 117 };

/* @line: (nullable): a row to fill in by hand */
static void
set_row (YsSheet *sheet, guint row, const YsPayoutSheet *payout, const YsPayoutLine *line)
{
  ys_sheet_set (sheet, row, NUMBER, YS_SHEET_EMPTY, &ys_table_cell);
  ys_period_table_set_text (sheet, row, COMPOUND, payout->compound, &ys_table_text);
  ys_period_table_set_text (sheet, row, NAME, line != NULL ? line->name : NULL, &ys_table_cell);
  ys_sheet_set (sheet, row, AMOUNT,
                line != NULL ? YS_SHEET_HUNDREDTHS (line->amount) : YS_SHEET_EMPTY,
                &ys_table_number);
  if (payout->with_personal)
    {
      ys_period_table_set_text (sheet, row, ACCOUNT, line != NULL ? line->account : NULL,
                                &ys_table_cell);
      ys_period_table_set_text (sheet, row, IDENTITY, line != NULL ? line->identity : NULL,
                                &ys_table_cell);
    }
  ys_sheet_set (sheet, row, ys_sheet_n_columns (sheet) - 1, YS_SHEET_EMPTY, &ys_table_cell);
  ys_sheet_set_row_height (sheet, row, SIGN_HEIGHT);
}

/* The row after the last. */
static guint
set_rows (YsSheet *sheet, guint row, const YsPayoutSheet *payout, gint64 *out_sum)
{
  guint n = payout->lines->len > 0 ? payout->lines->len : N_BLANK;

  for (guint i = 0; i < n; i++, row++)
    {
      const YsPayoutLine *line = i < payout->lines->len ? payout->lines->pdata[i] : NULL;

      set_row (sheet, row, payout, line);
      ys_sheet_set (sheet, row, NUMBER, YS_SHEET_COUNT (i + 1), &ys_table_cell);
      *out_sum += line != NULL ? line->amount : 0;
    }
  return row;
}

/* A form's total is the award that its lines must make. */
static void
set_total (YsSheet *sheet, guint row, const YsPayoutSheet *payout, gint64 sum)
{
  guint last = ys_sheet_n_columns (sheet) - 1;

  ys_table_merge (sheet, row, 0, NAME, "合计", &ys_table_head);
  ys_sheet_set (sheet, row, AMOUNT,
                YS_SHEET_HUNDREDTHS (payout->lines->len > 0 ? sum : payout->award),
                &ys_table_number);
  ys_table_merge (sheet, row, AMOUNT + 1, last, NULL, &ys_table_cell);
  ys_sheet_set_row_height (sheet, row, SIGN_HEIGHT);
}

static void
set_award_line (YsSheet *sheet, guint row, const YsPayoutSheet *payout)
{
  g_autofree char *amount = ys_hundredths_to_text (payout->award, FALSE);
  g_autofree char *line = g_strdup_printf ("小区：%s　　奖次：%s　　奖补资金：%s 元",
                                           payout->compound, payout->prize, amount);

  ys_table_merge (sheet, row, 0, ys_sheet_n_columns (sheet) - 1, line, &ys_table_line);
  ys_sheet_set_row_height (sheet, row, YS_TABLE_LINE_HEIGHT);
}

YsSheet *
ys_payout_table_build (const YsPeriodHead *head, const char *name, const YsPayoutSheet *payout)
{
  guint n_columns = payout->with_personal ? N_PERSONAL : N_PLAIN;
  YsPageSetup page = ys_table_page (TRUE, 3, 3);
  g_autofree char *title = NULL;
  YsSheet *sheet;
  gint64 sum = 0;
  guint row;

  g_return_val_if_fail (head != NULL && name != NULL, NULL);

  sheet = ys_sheet_new (name, n_columns);
  title = ys_period_table_title (head, TITLE);
  ys_sheet_set_page (sheet, &page);
  ys_table_set_widths (sheet, payout->with_personal ? personal_widths : plain_widths, n_columns);
  row = ys_period_table_set_top (sheet, 0, head, title);
  set_award_line (sheet, row++, payout);
  ys_table_set_heads (sheet, row++, payout->with_personal ? personal_heads : plain_heads,
                      n_columns);
  row = set_rows (sheet, row, payout, &sum);
  set_total (sheet, row++, payout, sum);
  ys_table_merge (sheet, row++, 0, n_columns - 1, NOTE, &ys_table_note);
  ys_table_merge (sheet, row, 0, NAME, "领取人（小区负责人）：", &ys_table_line);
  ys_table_merge (sheet, row, AMOUNT, n_columns - 1, "审核人：　　　　　　　　制表人：",
                  &ys_table_line);
  ys_sheet_set_row_height (sheet, row, SIGN_HEIGHT);
  return sheet;
}
