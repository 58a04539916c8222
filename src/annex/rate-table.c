/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ten columns on A4 landscape and a total. A rate of nothing is a dash, not a zero. */
#include "config.h"

#include "rate-table.h"

#include "table-style.h"

#define TITLE "问题发现、处置情况统计表"
#define NOTE                                                                                                                                      \
  "注：发现率为镇级、联合、自查发现数占发现总数；整改率为已整改数占发现总数；按期率为按期整改数占" \
  "到期"                                                                                                                                        \
  "（含已整改）数。"
#define NOTHING "本期没有问题和案卷"

enum
{
  NUMBER,
  NAME,
  FOUND,
  BY_SELF,
  FOUND_RATE,
  HANDLED,
  HANDLED_RATE,
  DUE,
  ON_TIME,
  ON_TIME_RATE,
  N_COLUMNS
};

static const int widths[N_COLUMNS] = { 44, 245, 90, 90, 90, 90, 90, 90, 90, 90 };

gint64
ys_rate_percent (guint part, guint whole)
{
  return whole > 0 ? ((gint64)part * 10000 + whole / 2) / whole : 0;
}

static void
set_rate (YsSheet *sheet, guint row, guint column, guint part, guint whole)
{
  if (whole == 0)
    ys_sheet_set (sheet, row, column, YS_SHEET_TEXT ("—"), &ys_table_number);
  else
    ys_sheet_set (sheet, row, column, YS_SHEET_HUNDREDTHS (ys_rate_percent (part, whole)),
                  &ys_table_number);
}

static void
set_figures (YsSheet *sheet, guint row, const YsRateTableRow *line)
{
  ys_sheet_set (sheet, row, FOUND, YS_SHEET_COUNT (line->n_found), &ys_table_number);
  ys_sheet_set (sheet, row, BY_SELF, YS_SHEET_COUNT (line->n_by_self), &ys_table_number);
  set_rate (sheet, row, FOUND_RATE, line->n_by_self, line->n_found);
  ys_sheet_set (sheet, row, HANDLED, YS_SHEET_COUNT (line->n_handled), &ys_table_number);
  set_rate (sheet, row, HANDLED_RATE, line->n_handled, line->n_found);
  ys_sheet_set (sheet, row, DUE, YS_SHEET_COUNT (line->n_due), &ys_table_number);
  ys_sheet_set (sheet, row, ON_TIME, YS_SHEET_COUNT (line->n_on_time), &ys_table_number);
  set_rate (sheet, row, ON_TIME_RATE, line->n_on_time, line->n_due);
}

static void
add_up (YsRateTableRow *total, const YsRateTableRow *line)
{
  total->n_found += line->n_found;
  total->n_by_self += line->n_by_self;
  total->n_handled += line->n_handled;
  total->n_on_time += line->n_on_time;
  total->n_due += line->n_due;
}

YsSheet *
ys_rate_table_build (
    const char *office, const char *name, const char *what, const char *period, GPtrArray *rows)
{
  const char *heads[N_COLUMNS]
      = { "序号",          what,   "发现\n（件）", "其中自行\n发现", "发现率\n（%）", "已整改",
          "整改率\n（%）", "到期", "按期整改",     "按期率\n（%）" };
  YsPageSetup page = ys_table_page (TRUE, 2, 2);
  YsRateTableRow total = { 0 };
  g_autofree char *line = NULL;
  YsSheet *sheet;
  guint row = 3;

  g_return_val_if_fail (name != NULL && rows != NULL, NULL);

  sheet = ys_sheet_new (name, N_COLUMNS);
  line = g_strdup_printf ("填报单位：%s    统计时间：%s", office != NULL ? office : "", period);
  ys_sheet_set_page (sheet, &page);
  ys_table_set_widths (sheet, widths, N_COLUMNS);
  ys_table_set_title (sheet, 0, TITLE);
  ys_table_merge (sheet, 1, 0, N_COLUMNS - 1, line, &ys_table_line);
  ys_table_set_heads (sheet, 2, heads, N_COLUMNS);
  for (guint i = 0; i < rows->len; i++, row++)
    {
      const YsRateTableRow *one = g_ptr_array_index (rows, i);

      ys_sheet_set (sheet, row, NUMBER, YS_SHEET_COUNT (i + 1), &ys_table_cell);
      ys_sheet_set (sheet, row, NAME, YS_SHEET_TEXT (one->name), &ys_table_text);
      set_figures (sheet, row, one);
      add_up (&total, one);
    }
  if (rows->len == 0)
    ys_table_merge (sheet, row++, 0, N_COLUMNS - 1, NOTHING, &ys_table_cell);
  ys_table_merge (sheet, row, NUMBER, NAME, "合计", &ys_table_head);
  set_figures (sheet, row, &total);
  ys_table_merge (sheet, row + 1, 0, N_COLUMNS - 1, NOTE, &ys_table_note);
  return sheet;
}
