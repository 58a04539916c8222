/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Annex 4 as it is printed: number, class, money. Filled: one row a place with who has it; a place
 * that nobody decided yet is 待定 and has no amount. */
#include "config.h"

#include "period-table-private.h"

#define TITLE "环境卫生长效管理和住宅小区物业管理以奖代补资金表"
#define NOTE "备注：须物业制表奖励到个人，领取表由镇审核后发放，领取人为小区负责人。"

enum
{
  NUMBER,
  CLASS,
  FUND,
  N_PRINTED,
  WINNER = N_PRINTED,
  AMOUNT,
  REMARK,
  N_FILLED
};

static const char *const heads[N_FILLED]
    = { "序号", "档次", "以奖代补资金\n（元）", "获奖小区", "金额\n（元）", "备注" };
static const int printed_widths[N_PRINTED] = { 160, 480, 369 };
static const int filled_widths[N_FILLED] = { 70, 230, 159, 270, 140, 140 };

/* Whole yuan without decimals, as the annex prints them. (transfer full) */
static char *
fund_text (const YsFundClass *class)
{
  g_autofree char *yuan = class->amount % 100 == 0 ? ys_count_to_text (class->amount / 100, FALSE)
                                                   : ys_hundredths_to_text (class->amount, FALSE);

  return g_strconcat (yuan, class->red ? "/个" : "/名", NULL);
}

static void
merge_down (YsSheet *sheet, guint column, guint first, guint last, YsSheetValue value)
{
  if (first == last)
    ys_sheet_set (sheet, first, column, value, &ys_table_cell);
  else
    ys_sheet_merge (sheet, (YsSheetRange){ first, column, last, column }, value, &ys_table_cell);
}

static const YsFundPlace *
place_at (const YsFundClass *class, guint index)
{
  static const YsFundPlace vacant;

  return class->winners != NULL && index < class->winners->len ? class->winners->pdata[index]
                                                               : &vacant;
}

/* The places of one tied group are one cell. The number of rows that were set. */
static guint
set_pending (YsSheet *sheet, guint row, const YsFundClass *class, guint index)
{
  const YsFundPlace *place = place_at (class, index);
  guint n = 1;

  while (index + n < class->winners->len && place_at (class, index + n)->pending
         && g_strcmp0 (place_at (class, index + n)->name, place->name) == 0)
    n++;
  merge_down (sheet, WINNER, row, row + n - 1, YS_SHEET_TEXT (place->name));
  for (guint i = 0; i < n; i++)
    {
      ys_sheet_set (sheet, row + i, AMOUNT, YS_SHEET_EMPTY, &ys_table_number);
      ys_sheet_set (sheet, row + i, REMARK, YS_SHEET_TEXT ("待定"), &ys_table_cell);
    }
  return n;
}

static guint
set_place (YsSheet *sheet, guint row, const YsFundClass *class, guint index)
{
  const YsFundPlace *place = place_at (class, index);

  if (place->pending)
    return set_pending (sheet, row, class, index);
  ys_period_table_set_text (sheet, row, WINNER, place->name != NULL ? place->name : "（空缺）",
                            &ys_table_cell);
  ys_sheet_set (sheet, row, AMOUNT,
                place->name != NULL ? YS_SHEET_HUNDREDTHS (place->amount) : YS_SHEET_EMPTY,
                &ys_table_number);
  ys_sheet_set (sheet, row, REMARK, YS_SHEET_EMPTY, &ys_table_cell);
  return 1;
}

/* The row that follows the class's rows. */
static guint
set_class (YsSheet *sheet, guint row, guint number, const YsFundClass *class, gboolean filled)
{
  guint n = filled && class->winners != NULL ? MAX (class->winners->len, 1) : 1;
  g_autofree char *name
      = g_strdup_printf ("%s（%u%s）", class->name, class->places, class->red ? "个" : "名");
  g_autofree char *fund = fund_text (class);

  merge_down (sheet, NUMBER, row, row + n - 1, YS_SHEET_COUNT (number));
  merge_down (sheet, CLASS, row, row + n - 1, YS_SHEET_TEXT (name));
  merge_down (sheet, FUND, row, row + n - 1, YS_SHEET_TEXT (fund));
  for (guint i = 0; filled && i < n;)
    i += set_place (sheet, row + i, class, i);
  return row + n;
}

static void
set_total (YsSheet *sheet, guint row, GPtrArray *classes)
{
  gboolean pending = FALSE;
  gint64 total = 0;

  for (guint i = 0; i < classes->len; i++)
    {
      const YsFundClass *class = classes->pdata[i];

      for (guint k = 0; class->winners != NULL && k < class->winners->len; k++)
        {
          const YsFundPlace *place = class->winners->pdata[k];

          pending = pending || place->pending;
          total += place->name != NULL && !place->pending ? place->amount : 0;
        }
    }
  ys_table_merge (sheet, row, 0, WINNER, pending ? "合计（不含待定）" : "合计", &ys_table_head);
  ys_sheet_set (sheet, row, AMOUNT, YS_SHEET_HUNDREDTHS (total), &ys_table_number);
  ys_sheet_set (sheet, row, REMARK, YS_SHEET_EMPTY, &ys_table_cell);
}

YsSheet *
ys_award_table_build (const YsPeriodHead *head, GPtrArray *classes, gboolean filled)
{
  guint n_columns = filled ? N_FILLED : N_PRINTED;
  YsSheet *sheet;
  YsPageSetup page;
  g_autofree char *title = NULL;
  guint row = 1;

  g_return_val_if_fail (head != NULL && classes != NULL, NULL);

  sheet = ys_sheet_new ("以奖代补资金表", n_columns);
  title = ys_period_table_title (head, TITLE);
  ys_table_set_widths (sheet, filled ? filled_widths : printed_widths, n_columns);
  ys_table_merge (sheet, 0, 0, n_columns - 1, "附件4：", &ys_table_line);
  ys_sheet_set_row_height (sheet, 0, YS_TABLE_LINE_HEIGHT);
  if (filled)
    row = ys_period_table_set_top (sheet, row, head, title);
  else
    ys_table_set_title (sheet, row++, title);
  page = ys_table_page (TRUE, row, row);
  ys_sheet_set_page (sheet, &page);
  ys_table_set_heads (sheet, row++, heads, n_columns);
  for (guint i = 0; i < classes->len; i++)
    row = set_class (sheet, row, i + 1, classes->pdata[i], filled);
  if (filled)
    set_total (sheet, row++, classes);
  ys_table_merge (sheet, row++, 0, n_columns - 1, NOTE, &ys_table_note);
  if (filled)
    ys_period_table_set_bottom (sheet, row, head);
  return sheet;
}
