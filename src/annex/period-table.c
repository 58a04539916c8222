/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Top and bottom of the tables of a period. */
#include "config.h"

#include "period-table-private.h"

#include "standards.h"

char *
ys_period_table_title (const YsPeriodHead *head, const char *title)
{
  g_autofree char *place = ys_standard_place (head->office);

  return g_strconcat (place, title, NULL);
}

guint
ys_period_table_set_top (YsSheet *sheet, guint row, const YsPeriodHead *head, const char *title)
{
  guint last = ys_sheet_n_columns (sheet) - 1;
  guint half = last / 2;
  g_autofree char *day
      = ys_date_is_full (head->date) ? ys_date_to_chinese (head->date) : g_strdup ("");
  g_autofree char *left = g_strdup_printf ("考评周期：%s　　%s", head->period, head->state);
  g_autofree char *right = g_strconcat ("填报时间：", day, NULL);

  ys_table_set_title (sheet, row, title);
  ys_table_merge (sheet, row + 1, 0, half, left, &ys_table_line);
  ys_table_merge (sheet, row + 1, half + 1, last, right, &ys_table_line_end);
  ys_sheet_set_row_height (sheet, row + 1, YS_TABLE_LINE_HEIGHT);
  return row + 2;
}

void
ys_period_table_set_bottom (YsSheet *sheet, guint row, const YsPeriodHead *head)
{
  guint n = ys_sheet_n_columns (sheet);
  guint second = (n + 1) / 2, third = second + (n - second + 1) / 2;
  g_autofree char *unit = ys_office_reporting_unit (head->office);
  g_autofree char *line = g_strconcat ("填报单位：", unit, NULL);

  ys_table_merge (sheet, row, 0, second - 1, line, &ys_table_line);
  ys_table_merge (sheet, row, second, third - 1, "填报人：", &ys_table_line);
  ys_table_merge (sheet, row, third, n - 1, "审核人：", &ys_table_line);
  ys_sheet_set_row_height (sheet, row, YS_TABLE_LINE_HEIGHT + 4);
}

void
ys_period_table_set_text (
    YsSheet *sheet, guint row, guint column, const char *text, const YsCellStyle *style)
{
  ys_sheet_set (sheet, row, column,
                text != NULL && *text != '\0' ? YS_SHEET_TEXT (text) : YS_SHEET_EMPTY, style);
}
