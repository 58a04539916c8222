/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Annex 3: parts and standards as cells over their rows, the veto's words where the other items
 * have their points, a last column for the score. */
#include "config.h"

#include "standards-private.h"

#include <string.h>

enum
{
  PART,
  STANDARD,
  CONTENT,
  POINTS,
  SCORE,
  N_COLUMNS
};

#define VETOED "合计（没有建立党组织，一票否决）"

static const char *const heads[N_COLUMNS] = { "项目", "标准", "内容", "评价\n分值", "考核\n打分" };
static const int widths[N_COLUMNS] = { 124, 290, 401, 114, 80 };

/* 1.项目有党组织；没有建立党组织的，一票否决: the source prints the second half under 评价分值. */
static void
set_veto (YsSheet *sheet, guint row, const YsClause *clause)
{
  const char *stop = strstr (clause->criterion, "；");
  gsize length = stop != NULL ? (gsize)(stop - clause->criterion) + strlen ("；")
                              : strlen (clause->criterion);
  g_autofree char *item = g_strndup (clause->criterion, length);
  const char *words = clause->criterion + length;

  ys_sheet_set (sheet, row, CONTENT, YS_SHEET_TEXT (item), &ys_table_text);
  ys_sheet_set (sheet, row, POINTS, YS_SHEET_TEXT (*words != '\0' ? words : "一票否决"),
                &ys_table_cell);
}

static void
set_item (YsSheet *sheet, guint row, const YsClause *clause)
{
  g_autofree char *number = !clause->points.is_set ? g_strdup ("")
                            : clause->points.value % 100 == 0
                                ? ys_count_to_text (clause->points.value / 100, FALSE)
                                : ys_hundredths_to_text (clause->points.value, FALSE);
  g_autofree char *points = g_strconcat (number, *number != '\0' ? "分" : "", NULL);

  ys_sheet_set (sheet, row, CONTENT, YS_SHEET_TEXT (clause->criterion), &ys_table_text);
  ys_sheet_set (sheet, row, POINTS, *points != '\0' ? YS_SHEET_TEXT (points) : YS_SHEET_EMPTY,
                &ys_table_cell);
}

/* A party organisation is there or not; an item has its points. @fill: (nullable) */
static YsSheetValue
score_value (const YsClause *clause, const YsClauseFill *fill)
{
  if (fill == NULL || !fill->is_set)
    return YS_SHEET_EMPTY;
  if (clause->kind == YS_CLAUSE_VETO)
    return YS_SHEET_TEXT (fill->count > 0 ? "有" : "无");
  return YS_SHEET_HUNDREDTHS (fill->points);
}

static gint64
set_row (YsSheet *sheet, const YsStandard *standard, guint row, guint index)
{
  const YsClause *clause = ys_standard_clause (standard, index);
  const YsClauseFill *fill = standard->fills != NULL ? &standard->fills[index] : NULL;

  if (clause->kind == YS_CLAUSE_VETO)
    set_veto (sheet, row, clause);
  else
    set_item (sheet, row, clause);
  ys_sheet_set (sheet, row, SCORE, score_value (clause, fill), &ys_table_cell);
  return fill != NULL && fill->is_set && clause->kind != YS_CLAUSE_VETO ? fill->points : 0;
}

/* A party organisation that is not there, or of which nobody said that it is. */
static gboolean
is_vetoed (const YsStandard *standard)
{
  for (guint i = 0; i < standard->clauses->len; i++)
    if (ys_standard_clause (standard, i)->kind == YS_CLAUSE_VETO
        && (!standard->fills[i].is_set || standard->fills[i].count == 0))
      return TRUE;
  return FALSE;
}

static void
merge_parts (YsSheet *sheet, const YsStandard *standard, guint first_row)
{
  guint end;

  for (guint i = 0; i < standard->clauses->len; i = end)
    {
      const char *group = ys_standard_clause (standard, i)->group;

      end = ys_standard_run (standard, i, G_STRUCT_OFFSET (YsClause, group));
      ys_standard_merge_down (sheet, PART, first_row + i, first_row + end - 1,
                              YS_SHEET_TEXT (group), &ys_table_cell);
    }
  for (guint i = 0; i < standard->clauses->len; i = end)
    {
      const char *content = ys_standard_clause (standard, i)->content;

      end = MIN (ys_standard_run (standard, i, G_STRUCT_OFFSET (YsClause, content)),
                 ys_standard_run (standard, i, G_STRUCT_OFFSET (YsClause, group)));
      ys_standard_merge_down (sheet, STANDARD, first_row + i, first_row + end - 1,
                              content != NULL ? YS_SHEET_TEXT (content) : YS_SHEET_EMPTY,
                              &ys_table_text);
    }
}

YsSheet *
ys_standard_build_party (const YsStandard *standard)
{
  YsSheet *sheet = ys_sheet_new (standard->catalogue->title, N_COLUMNS);
  guint head_row = ys_standard_set_top (sheet, standard, NULL);
  YsPageSetup page = ys_table_page (TRUE, head_row, head_row);
  gint64 total = 0;

  ys_sheet_set_page (sheet, &page);
  ys_table_set_widths (sheet, widths, N_COLUMNS);
  ys_table_set_heads (sheet, head_row, heads, N_COLUMNS);
  for (guint i = 0; i < standard->clauses->len; i++)
    total += set_row (sheet, standard, head_row + 1 + i, i);
  merge_parts (sheet, standard, head_row + 1);
  if (standard->fills != NULL)
    ys_standard_set_total (sheet, head_row + 1 + standard->clauses->len,
                           is_vetoed (standard) ? VETOED : "合计", total);
  return sheet;
}
