/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays out the list of what is overdue: one block for each responsible unit, its name merged down
 * the block, a line with how many there are. */
#include "config.h"

#include "rectification-notice.h"

#include "table-style.h"

#define TITLE "超期未整改问题催办单"
#define SHEET_NAME "催办单"

enum
{
  ROW_TITLE,
  ROW_OFFICE,
  ROW_HEADS,
  ROW_FIRST
};

enum
{
  NUMBER,
  UNIT,
  COMPOUND,
  SOURCE,
  CLAUSE,
  PLACE,
  DEADLINE,
  LATE_BY,
  REMARK,
  N_COLUMNS
};

static const char *const heads[N_COLUMNS] = { "序号",         "责任单位", "小区名称",
                                              "来源或案卷号", "问题",     "位置",
                                              "整改期限",     "已超期",   "备注" };
static const int pixels[N_COLUMNS] = { 44, 124, 130, 138, 132, 130, 142, 92, 77 };

static char *
deadline_words (YsInstant instant)
{
  g_autofree char *iso = ys_instant_to_iso (instant);

  return iso != NULL ? g_strdelimit (g_steal_pointer (&iso), "T", ' ') : g_strdup ("");
}

static void
set_row (YsSheet *sheet, guint at, guint number, const YsOverdueRow *row)
{
  g_autofree char *deadline = deadline_words (row->deadline);
  const char *const texts[N_COLUMNS] = {
    [COMPOUND] = row->compound, [SOURCE] = row->source, [CLAUSE] = row->clause,
    [PLACE] = row->place,       [DEADLINE] = deadline,  [LATE_BY] = row->late_by,
  };

  ys_sheet_set (sheet, at, NUMBER, YS_SHEET_COUNT (number), &ys_table_cell);
  for (guint column = COMPOUND; column < N_COLUMNS; column++)
    ys_table_merge (sheet, at, column, column, texts[column],
                    column == PLACE ? &ys_table_text : &ys_table_cell);
}

static const char *
unit_of (GPtrArray *rows, guint index)
{
  const YsOverdueRow *row = g_ptr_array_index (rows, index);

  return row->unit != NULL ? row->unit : "";
}

/* The unit's name once for its block. */
static void
set_units (YsSheet *sheet, GPtrArray *rows)
{
  for (guint first = 0; first < rows->len;)
    {
      guint end = first + 1;
      const char *unit = unit_of (rows, first);
      YsSheetRange range;

      while (end < rows->len && g_str_equal (unit_of (rows, end), unit))
        end++;
      range = (YsSheetRange){ ROW_FIRST + first, UNIT, ROW_FIRST + end - 1, UNIT };
      if (end - first == 1)
        ys_table_merge (sheet, range.row, UNIT, UNIT, unit, &ys_table_cell);
      else
        ys_sheet_merge (sheet, range, *unit != '\0' ? YS_SHEET_TEXT (unit) : YS_SHEET_EMPTY,
                        &ys_table_cell);
      first = end;
    }
}

YsSheet *
ys_overdue_list_build (const char *office, GPtrArray *rows, YsInstant now)
{
  YsSheet *sheet;
  YsPageSetup page = ys_table_page (TRUE, ROW_HEADS, ROW_HEADS);
  g_autofree char *instant = NULL;
  g_autofree char *until = NULL;
  g_autofree char *total = NULL;

  g_return_val_if_fail (office != NULL && rows != NULL, NULL);

  instant = deadline_words (now);
  until = g_strconcat ("截至：", instant, NULL);
  total = g_strdup_printf ("合计 %u 项，请于收到后立即整改并反馈。", rows->len);
  sheet = ys_sheet_new (SHEET_NAME, N_COLUMNS);
  ys_sheet_set_page (sheet, &page);
  ys_table_set_widths (sheet, pixels, N_COLUMNS);
  ys_table_set_title (sheet, ROW_TITLE, TITLE);
  ys_table_merge (sheet, ROW_OFFICE, 0, CLAUSE, office, &ys_table_line);
  ys_table_merge (sheet, ROW_OFFICE, PLACE, REMARK, until, &ys_table_line_end);
  ys_sheet_set_row_height (sheet, ROW_OFFICE, YS_TABLE_LINE_HEIGHT);
  ys_table_set_heads (sheet, ROW_HEADS, heads, N_COLUMNS);
  for (guint i = 0; i < rows->len; i++)
    set_row (sheet, ROW_FIRST + i, i + 1, g_ptr_array_index (rows, i));
  set_units (sheet, rows);
  ys_table_merge (sheet, ROW_FIRST + rows->len, 0, REMARK, total, &ys_table_line);
  return sheet;
}
