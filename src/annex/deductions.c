/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Thirteen columns on A4 landscape, a total, the rule beneath, a line to sign. */
#include "config.h"

#include "deductions.h"

#include "standards-private.h"

#define TITLE "住宅小区环境卫生长效综合管理扣分明细表"
#define NOTE                                                                                                                                      \
  "注：市、区检查的问题每处按考评标准扣分，未按要求及时整改到位的双倍扣分；超时、推诿、反复、核查" \
  "不"                                                                                                                                           \
  "符、重点问题案卷每个扣2分。"
#define NOTHING "本期无扣分"

enum
{
  NUMBER,
  DAY,
  SOURCE,
  CODE,
  CLAUSE,
  PLACE,
  NOTE_TEXT,
  COUNT,
  EACH,
  DEADLINE,
  RECTIFIED,
  POINTS,
  REMARK,
  N_COLUMNS
};

static const char *const heads[N_COLUMNS]
    = { "序号", "日期",       "来源",       "代码",       "小类名称", "位置", "情况说明",
        "处数", "每处\n扣分", "整改\n期限", "整改\n到位", "扣分",     "备注" };
static const int widths[N_COLUMNS] = { 40, 92, 76, 60, 116, 98, 150, 44, 60, 68, 68, 62, 75 };

/* (transfer full): "10-14\n17:30"; "" for none */
static char *
short_instant (YsInstant at)
{
  g_autofree char *iso = at != 0 ? ys_instant_to_iso (at) : NULL;

  return iso != NULL ? g_strdup_printf ("%.5s\n%s", iso + 5, iso + 11) : g_strdup ("");
}

static void
set_text (YsSheet *sheet, guint row, guint column, const char *text, const YsCellStyle *style)
{
  ys_sheet_set (sheet, row, column,
                text != NULL && *text != '\0' ? YS_SHEET_TEXT (text) : YS_SHEET_EMPTY, style);
}

static void
set_row (YsSheet *sheet, guint row, guint number, const YsDeductionRow *line)
{
  g_autofree char *deadline = short_instant (line->deadline);
  g_autofree char *rectified = short_instant (line->rectified_at);

  ys_sheet_set (sheet, row, NUMBER, YS_SHEET_COUNT (number), &ys_table_cell);
  ys_sheet_set (sheet, row, DAY, YS_SHEET_DATE (ys_instant_to_date (line->at)), &ys_table_cell);
  set_text (sheet, row, SOURCE, line->source, &ys_table_cell);
  set_text (sheet, row, CODE, line->code, &ys_table_cell);
  set_text (sheet, row, CLAUSE, line->clause, &ys_table_text);
  set_text (sheet, row, PLACE, line->place, &ys_table_text);
  set_text (sheet, row, NOTE_TEXT, line->note, &ys_table_text);
  ys_sheet_set (sheet, row, COUNT, YS_SHEET_COUNT (line->count), &ys_table_number);
  ys_sheet_set (sheet, row, EACH, YS_SHEET_HUNDREDTHS (line->each), &ys_table_number);
  set_text (sheet, row, DEADLINE, deadline, &ys_table_cell);
  set_text (sheet, row, RECTIFIED, rectified, &ys_table_cell);
  ys_sheet_set (sheet, row, POINTS, YS_SHEET_HUNDREDTHS (line->points), &ys_table_number);
  set_text (sheet, row, REMARK, line->remark, &ys_table_text);
}

static void
set_total (YsSheet *sheet, guint row, gint64 count, gint64 points)
{
  ys_table_merge (sheet, row, 0, COUNT - 1, "合计", &ys_table_head);
  ys_sheet_set (sheet, row, COUNT, YS_SHEET_COUNT (count), &ys_table_number);
  ys_table_merge (sheet, row, COUNT + 1, POINTS - 1, NULL, &ys_table_cell);
  ys_sheet_set (sheet, row, POINTS, YS_SHEET_HUNDREDTHS (points), &ys_table_number);
  ys_sheet_set (sheet, row, REMARK, YS_SHEET_EMPTY, &ys_table_cell);
}

static void
set_bottom (YsSheet *sheet, guint row, const YsOffice *office)
{
  g_autofree char *unit = ys_office_reporting_unit (office);
  g_autofree char *line = g_strdup_printf ("填报单位：%s", unit);

  ys_table_merge (sheet, row, 0, N_COLUMNS - 1, NOTE, &ys_table_note);
  ys_table_merge (sheet, row + 1, 0, CLAUSE, line, &ys_table_line);
  ys_table_merge (sheet, row + 1, CLAUSE + 1, NOTE_TEXT, "填报人：", &ys_table_line);
  ys_table_merge (sheet, row + 1, COUNT, N_COLUMNS - 1, "审核人：", &ys_table_line);
  ys_sheet_set_row_height (sheet, row + 1, YS_TABLE_LINE_HEIGHT + 4);
}

YsSheet *
ys_deductions_build (const YsOffice *office,
                     const char *name,
                     const YsFilledHead *head,
                     GPtrArray *rows)
{
  YsSheet *sheet;
  g_autofree char *place = NULL, *title = NULL;
  YsPageSetup page = ys_table_page (TRUE, 2, 2);
  gint64 count = 0, points = 0;
  guint row = 3;

  g_return_val_if_fail (office != NULL && name != NULL, NULL);
  g_return_val_if_fail (head != NULL && rows != NULL, NULL);

  sheet = ys_sheet_new (name, N_COLUMNS);
  place = ys_standard_place (office);
  title = g_strconcat (place, TITLE, NULL);
  ys_sheet_set_page (sheet, &page);
  ys_table_set_widths (sheet, widths, N_COLUMNS);
  ys_table_set_title (sheet, 0, title);
  ys_filled_head_set (sheet, 1, head);
  ys_table_set_heads (sheet, 2, heads, N_COLUMNS);
  for (guint i = 0; i < rows->len; i++)
    {
      const YsDeductionRow *line = rows->pdata[i];

      set_row (sheet, row++, i + 1, line);
      count += line->count;
      points += line->points;
    }
  if (rows->len == 0)
    ys_table_merge (sheet, row++, 0, N_COLUMNS - 1, NOTHING, &ys_table_cell);
  set_total (sheet, row, count, points);
  set_bottom (sheet, row + 1, office);
  return sheet;
}
