/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Annex 1: eight columns, the whole of 住宅小区 as one cell, each group as one, the unit and the
 * points as one cell as far as neighbours of a group agree. Filled: two more columns and a total.
 */
#include "config.h"

#include "standards-private.h"

enum
{
  LARGE,
  GROUP,
  CODE,
  NAME,
  CRITERION,
  LIMIT,
  UNIT,
  POINTS,
  N_STANDARD,
  COUNT = N_STANDARD,
  TAKEN,
  N_FILLED
};

/* Line breaks as the annex has them. */
static const char *const heads[N_FILLED] = {
  "大类\n名称", "分类",     "小类\n代码",       "小类名称", "立案条件（扣分依据）",
  "处置\n时限", "责任单位", "每处（个）\n扣分", "处数",     "扣分",
};

static const int standard_widths[N_STANDARD] = { 52, 80, 60, 156, 407, 72, 92, 90 };
static const int filled_widths[N_FILLED] = { 52, 80, 60, 124, 319, 72, 92, 90, 50, 70 };

/* Neighbours of one group with the same unit. */
static guint
run_of_units (const YsStandard *standard, guint index, guint group_end)
{
  return MIN (ys_standard_run (standard, index, G_STRUCT_OFFSET (YsClause, unit)), group_end);
}

static guint
run_of_points (const YsStandard *standard, guint index, guint group_end)
{
  YsNumber points = ys_standard_clause (standard, index)->points;
  guint end = index + 1;

  while (end < group_end && ys_number_equal (ys_standard_clause (standard, end)->points, points))
    end++;
  return end;
}

/* The annex prints whole points without decimals: 1. */
static YsSheetValue
points_value (YsNumber points)
{
  if (!points.is_set)
    return YS_SHEET_EMPTY;
  return points.value % 100 == 0 ? YS_SHEET_COUNT (points.value / 100)
                                 : YS_SHEET_HUNDREDTHS (points.value);
}

static void
set_group (YsSheet *sheet, const YsStandard *standard, guint first_row, guint index, guint end)
{
  const YsClause *first = ys_standard_clause (standard, index);
  guint next;

  ys_standard_merge_down (sheet, GROUP, first_row + index, first_row + end - 1,
                          YS_SHEET_TEXT (first->group), &ys_table_cell);
  for (guint i = index; i < end; i = next)
    {
      const char *unit = ys_standard_clause (standard, i)->unit;

      next = run_of_units (standard, i, end);
      ys_standard_merge_down (sheet, UNIT, first_row + i, first_row + next - 1,
                              unit != NULL ? YS_SHEET_TEXT (unit) : YS_SHEET_EMPTY, &ys_table_cell);
    }
  for (guint i = index; i < end; i = next)
    {
      next = run_of_points (standard, i, end);
      ys_standard_merge_down (sheet, POINTS, first_row + i, first_row + next - 1,
                              points_value (ys_standard_clause (standard, i)->points),
                              &ys_table_cell);
    }
}

static void
set_row (YsSheet *sheet, guint row, const YsClause *clause)
{
  g_autofree char *limit
      = clause->limit_unit != 0
            ? g_strdup_printf ("%" G_GINT64_FORMAT "%s", clause->limit_amount.value,
                               ys_choice_official (ys_limit_unit_choices, clause->limit_unit))
            : NULL;

  ys_sheet_set (sheet, row, CODE, YS_SHEET_TEXT (clause->code), &ys_table_cell);
  ys_sheet_set (sheet, row, NAME, YS_SHEET_TEXT (clause->name), &ys_table_cell);
  ys_sheet_set (sheet, row, CRITERION, YS_SHEET_TEXT (clause->criterion), &ys_table_text);
  ys_sheet_set (sheet, row, LIMIT, limit != NULL ? YS_SHEET_TEXT (limit) : YS_SHEET_EMPTY,
                &ys_table_cell);
}

/* @fill: (nullable): cells to fill in by hand */
static void
set_fill (YsSheet *sheet, guint row, const YsClauseFill *fill)
{
  gboolean is_set = fill != NULL && fill->is_set;

  ys_sheet_set (sheet, row, COUNT, is_set ? YS_SHEET_COUNT (fill->count) : YS_SHEET_EMPTY,
                &ys_table_number);
  ys_sheet_set (sheet, row, TAKEN, is_set ? YS_SHEET_HUNDREDTHS (fill->points) : YS_SHEET_EMPTY,
                &ys_table_number);
}

static void
set_fills (YsSheet *sheet, const YsStandard *standard, guint first_row)
{
  gint64 total = 0;

  for (guint i = 0; i < standard->clauses->len; i++)
    {
      const YsClauseFill *fill = standard->fills != NULL ? &standard->fills[i] : NULL;

      set_fill (sheet, first_row + i, fill);
      total += fill != NULL && fill->is_set ? fill->points : 0;
    }
  if (standard->fills != NULL)
    ys_standard_set_total (sheet, first_row + standard->clauses->len, "合计", total);
}

YsSheet *
ys_standard_build_long_term (const YsStandard *standard)
{
  guint n_columns = standard->head != NULL ? N_FILLED : N_STANDARD;
  YsSheet *sheet = ys_sheet_new (standard->catalogue->title, n_columns);
  guint head_row = ys_standard_set_top (sheet, standard, "（住宅小区）");
  YsPageSetup page = ys_table_page (TRUE, head_row, head_row);
  guint first = head_row + 1, n = standard->clauses->len, end;

  ys_sheet_set_page (sheet, &page);
  ys_table_set_widths (sheet, standard->head != NULL ? filled_widths : standard_widths, n_columns);
  ys_table_set_heads (sheet, head_row, heads, n_columns);
  if (n == 0)
    return sheet;
  ys_standard_merge_down (sheet, LARGE, first, first + n - 1, YS_SHEET_TEXT ("住宅\n小区"),
                          &ys_table_cell);
  for (guint i = 0; i < n; i++)
    set_row (sheet, first + i, ys_standard_clause (standard, i));
  for (guint i = 0; i < n; i = end)
    {
      end = ys_standard_run (standard, i, G_STRUCT_OFFSET (YsClause, group));
      set_group (sheet, standard, first, i, end);
    }
  if (standard->head != NULL)
    set_fills (sheet, standard, first);
  return sheet;
}
