/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Annex 2: one row for each 考核内容 with its parts of the standard joined again; the column 分值
 * is blank in the source and stays so. A figure that the source leaves blank stays blank until the
 * catalogue specifies it. Filled: what occurred, and the points of the row. */
#include "config.h"

#include "standards-private.h"

#include <string.h>

enum
{
  NUMBER,
  CONTENT,
  WEIGHT,
  CRITERION,
  N_STANDARD,
  OCCURRED = N_STANDARD,
  POINTS,
  N_FILLED
};

static const char *const heads[N_FILLED]
    = { "序号", "考核内容", "分值", "评分标准", "考核情况", "扣（加）分" };
static const int standard_widths[N_STANDARD] = { 64, 330, 66, 549 };
static const int filled_widths[N_FILLED] = { 64, 240, 56, 359, 200, 90 };

/* Where the source has a gap between 扣 and 分. */
#define GAP "扣 分"

/* (transfer full): @clause's part of the standard, its gap filled where points are specified since.
 */
static char *
part_text (const YsClause *clause)
{
  const char *gap = strstr (clause->criterion, GAP);
  g_autofree char *points = NULL;

  if (gap == NULL)
    return g_strdup (clause->criterion);
  if (!clause->points.is_set)
    return g_strdup_printf ("%.*s扣　　分%s", (int)(gap - clause->criterion), clause->criterion,
                            gap + strlen (GAP));
  points = clause->points.value % 100 == 0 ? ys_count_to_text (clause->points.value / 100, FALSE)
                                           : ys_hundredths_to_text (clause->points.value, FALSE);
  return g_strdup_printf ("%.*s扣%s分%s", (int)(gap - clause->criterion), clause->criterion, points,
                          gap + strlen (GAP));
}

static char *
join_parts (const YsStandard *standard, guint index, guint end)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (; index < end; index++)
    {
      g_autofree char *part = part_text (ys_standard_clause (standard, index));

      g_string_append (text, part);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* 扣2.00 or 加4.00 */
static void
append_occurrence (GString *text, const YsClause *clause, const YsClauseFill *fill)
{
  g_autofree char *points = ys_hundredths_to_text (fill->points, FALSE);

  g_string_append_printf (text, "%s%s", text->len > 0 ? "；" : "", clause->name);
  if (clause->kind != YS_CLAUSE_SURVEY)
    g_string_append_printf (text, "%" G_GINT64_FORMAT "次", fill->count);
  g_string_append_printf (text, "%s%s分", clause->kind == YS_CLAUSE_DEDUCTION ? "扣" : "加",
                          points);
}

/* A row's occurrences in words and the sum that they make; the sum of the row. */
static gint64
set_fill (YsSheet *sheet, const YsStandard *standard, guint row, guint index, guint end)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean is_set = FALSE;
  gint64 sum = 0;

  for (; standard->fills != NULL && index < end; index++)
    {
      const YsClause *clause = ys_standard_clause (standard, index);
      const YsClauseFill *fill = &standard->fills[index];

      is_set = is_set || fill->is_set;
      if (!fill->is_set || fill->points == 0)
        continue;
      append_occurrence (text, clause, fill);
      sum += clause->kind == YS_CLAUSE_DEDUCTION ? -fill->points : fill->points;
    }
  if (is_set && text->len == 0)
    g_string_append (text, "无");
  ys_sheet_set (sheet, row, OCCURRED, text->len > 0 ? YS_SHEET_TEXT (text->str) : YS_SHEET_EMPTY,
                &ys_table_text);
  ys_sheet_set (sheet, row, POINTS, is_set ? YS_SHEET_HUNDREDTHS (sum) : YS_SHEET_EMPTY,
                &ys_table_number);
  return sum;
}

/* Rows 1 to 5 by number; 附加分 is one cell over its rows. */
static void
set_numbers (YsSheet *sheet, const YsStandard *standard, const guint *rows)
{
  guint end;

  for (guint i = 0; i < standard->clauses->len; i = end)
    {
      const char *group = ys_standard_clause (standard, i)->group;
      char *rest;
      gint64 number = g_ascii_strtoll (group, &rest, 10);

      end = ys_standard_run (standard, i, G_STRUCT_OFFSET (YsClause, group));
      ys_standard_merge_down (sheet, NUMBER, rows[i], rows[end - 1],
                              *rest == '\0' && number > 0 ? YS_SHEET_COUNT (number)
                                                          : YS_SHEET_TEXT (group),
                              &ys_table_cell);
    }
}

/* The row that each clause prints in; the row after the last. */
static guint
set_rows (YsSheet *sheet, const YsStandard *standard, guint row, guint *rows, gint64 *out_total)
{
  guint end;

  for (guint i = 0; i < standard->clauses->len; i = end, row++)
    {
      const YsClause *clause = ys_standard_clause (standard, i);
      g_autofree char *criterion = NULL;

      end = MIN (ys_standard_run (standard, i, G_STRUCT_OFFSET (YsClause, content)),
                 ys_standard_run (standard, i, G_STRUCT_OFFSET (YsClause, group)));
      criterion = join_parts (standard, i, end);
      ys_sheet_set (sheet, row, CONTENT,
                    clause->content != NULL ? YS_SHEET_TEXT (clause->content) : YS_SHEET_EMPTY,
                    &ys_table_text);
      ys_sheet_set (sheet, row, WEIGHT, YS_SHEET_EMPTY, &ys_table_cell);
      ys_sheet_set (sheet, row, CRITERION, YS_SHEET_TEXT (criterion), &ys_table_text);
      if (standard->head != NULL)
        *out_total += set_fill (sheet, standard, row, i, end);
      for (guint k = i; k < end; k++)
        rows[k] = row;
    }
  return row;
}

static void
set_notes (YsSheet *sheet, const YsStandard *standard, guint row)
{
  g_auto (GStrv) notes = NULL;

  if (standard->catalogue->notes == NULL)
    return;
  notes = g_strsplit (standard->catalogue->notes, "\n", -1);
  for (guint i = 0; notes[i] != NULL; i++)
    ys_table_merge (sheet, row + i, 0, ys_sheet_n_columns (sheet) - 1, notes[i], &ys_table_note);
}

YsSheet *
ys_standard_build_property (const YsStandard *standard)
{
  guint n_columns = standard->head != NULL ? N_FILLED : N_STANDARD;
  YsSheet *sheet = ys_sheet_new (standard->catalogue->title, n_columns);
  guint head_row = ys_standard_set_top (sheet, standard, NULL);
  YsPageSetup page = ys_table_page (TRUE, head_row, head_row);
  g_autofree guint *rows = g_new0 (guint, standard->clauses->len + 1);
  gint64 total = 0;
  guint row;

  ys_sheet_set_page (sheet, &page);
  ys_table_set_widths (sheet, standard->head != NULL ? filled_widths : standard_widths, n_columns);
  ys_table_set_heads (sheet, head_row, heads, n_columns);
  row = set_rows (sheet, standard, head_row + 1, rows, &total);
  set_numbers (sheet, standard, rows);
  if (standard->fills != NULL)
    ys_standard_set_total (sheet, row++, "合计", total);
  set_notes (sheet, standard, row);
  return sheet;
}
