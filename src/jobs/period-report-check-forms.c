/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deduction details, filled annexes, the year and the standards, read back and compared. */
#include "config.h"

#include "period-report-check-private.h"

#include <string.h>

gint64
ys_report_long_term_points (const YsReportWork *work, const YsStandingRow *row)
{
  return row->parts.finding_points
         + row->parts.n_faults * ys_standing_scheme (work->standing)->scheme->fault_points.value;
}

/* 小区名称：甲小区　　考评周期：… */
static gboolean
check_name (const YsGrid *grid, const YsStandingRow *row, GError **error)
{
  guint at = ys_check_row (grid, 0, "小区名称：");
  g_autofree char *start = g_strdup_printf ("小区名称：%s　　", row->name);
  const char *line = at < ys_grid_n_rows (grid) ? ys_grid_text (grid, at, 0) : "";

  return g_str_has_prefix (line, start)
         || ys_check_differ (error, ys_grid_name (grid), line, row->name);
}

/* The @index-th compound that has a sheet. (nullable) */
static const YsStandingRow *
row_of_sheet (const YsReportWork *work, YsReportKind kind, guint index)
{
  for (guint i = 0, at = 0; i < ys_standing_n_rows (work->standing); i++)
    {
      const YsStandingRow *row = ys_standing_row (work->standing, i);

      if (ys_report_has_sheet (work, kind, row) && at++ == index)
        return row;
    }
  return NULL;
}

/* 扣分明细: its rows are numbered, their points and places make the total. */
static gboolean
check_details (const YsReportWork *work,
               const YsGrid *grid,
               const YsStandingRow *row,
               GError **error)
{
  gint64 expected = ys_report_long_term_points (work, row);
  guint head = ys_check_row (grid, 0, "序号"), total = ys_check_row (grid, head, "合计");
  guint points = ys_check_column (grid, head, "扣分"), count = ys_check_column (grid, head, "处数");
  gint64 places;

  for (guint at = head + 1; at < total && expected > 0; at++)
    if (!ys_check_number (grid, at, 0, (gint64)(at - head) * 100, error))
      return FALSE;
  if (!ys_check_read (ys_grid_text (grid, total, count), &places))
    places = -1;
  return ys_check_sum (grid, head + 1, total, count, places, error)
         && ys_check_number (grid, total, points, expected, error)
         && ys_check_sum (grid, head + 1, total, points, expected, error);
}

/* The second sheet of one compound: annex 1 filled counts findings, not faults of cases. */
static gboolean
check_long_term (const YsGrid *grid, const YsStandingRow *row, GError **error)
{
  guint head = ys_check_row (grid, 0, "大类"), total = ys_check_row (grid, head, "合计");
  guint last = ys_grid_n_columns (grid) - 1;

  return ys_check_number (grid, total, last, row->parts.finding_points, error)
         && ys_check_sum (grid, head + 1, total, last, row->parts.finding_points, error);
}

gboolean
ys_check_deductions (const YsReportWork *work, const YsGrid *grid, guint index, GError **error)
{
  gint64 only = work->options->compound_id;
  const YsStandingRow *row = only != 0 ? ys_standing_find (work->standing, only)
                                       : row_of_sheet (work, YS_REPORT_DEDUCTIONS, index);

  if (row == NULL)
    return ys_check_differ (error, ys_grid_name (grid), "扣分", "—");
  return check_name (grid, row, error)
         && (only != 0 && index > 0 ? check_long_term (grid, row, error)
                                    : check_details (work, grid, row, error));
}

gboolean
ys_check_annex (
    const YsReportWork *work, const YsGrid *grid, gboolean party, guint index, GError **error)
{
  const YsStandingRow *row
      = row_of_sheet (work, party ? YS_REPORT_ANNEX3 : YS_REPORT_ANNEX2, index);
  guint head = ys_check_row (grid, 0, party ? "项目" : "序号");
  guint total = ys_check_row (grid, head, "合计"), last = ys_grid_n_columns (grid) - 1;
  gint64 points;

  if (row == NULL)
    return ys_check_differ (error, ys_grid_name (grid), "小区名称", "—");
  points = party ? MAX (row->party_points, 0)
                 : row->parts.sheet_extras + row->parts.survey_points - row->parts.sheet_deductions;
  return check_name (grid, row, error) && ys_check_number (grid, total, last, points, error)
         && ys_check_sum (grid, head + 1, total, last, points, error);
}

/* @row: (nullable): the month's */
static gboolean
check_month_cell (
    const YsGrid *grid, guint at, guint column, const YsStandingRow *row, GError **error)
{
  if (row == NULL)
    return ys_check_text (grid, at, column, "", error);
  return row->score.assessed ? ys_check_number (grid, at, column, row->score.score, error)
                             : ys_check_text (grid, at, column, "—", error);
}

/* One month at a time; one that has not begun is blank. */
static gboolean
check_month (
    YsReportWork *work, const YsGrid *grid, guint head, YsSpan span, guint month, GError **error)
{
  g_autofree char *name = g_strdup_printf ("%u月", month + 1);
  guint column = ys_check_column (grid, head, name);
  gboolean is_later = ys_span_start (span) > work->now;
  g_autoptr (YsStanding) standing = NULL;

  if (!is_later)
    {
      standing
          = ys_standing_load (work->ledger, work->registry, span, NULL, work->now, NULL, error);
      if (standing == NULL)
        return FALSE;
    }
  for (guint i = 0; i < ys_standing_n_rows (work->year); i++)
    {
      gint64 id = ys_standing_row (work->year, i)->compound_id;
      const YsStandingRow *row = standing != NULL ? ys_standing_find (standing, id) : NULL;

      if (!check_month_cell (grid, head + 1 + i, column, row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_year_row (const YsGrid *grid, guint head, guint i, const YsStandingRow *row, GError **error)
{
  guint at = head + 1 + i, score = ys_check_column (grid, head, "全年");
  guint rank = ys_check_column (grid, head, "名次");

  if (!ys_check_number (grid, at, 0, (gint64)(i + 1) * 100, error)
      || !ys_check_text (grid, at, 1, row->name, error))
    return FALSE;
  if (row->rank == 0)
    return ys_check_text (grid, at, score, "—", error)
           && ys_check_text (grid, at, rank, "—", error);
  return ys_check_number (grid, at, score, row->score.score, error)
         && ys_check_number (grid, at, rank, (gint64)row->rank * 100, error);
}

gboolean
ys_check_annual (YsReportWork *work, const YsGrid *grid, GError **error)
{
  const YsStanding *year = ys_report_year (work, error);
  guint head = ys_check_row (grid, 0, "序号");
  YsSpan span;

  if (year == NULL)
    return FALSE;
  for (guint i = 0; i < ys_standing_n_rows (year); i++)
    if (!check_year_row (grid, head, i, ys_standing_row (year, i), error))
      return FALSE;
  span = ys_span_of (YS_SPAN_MONTH, ys_span_first (ys_standing_span (year)));
  for (guint month = 0; month < 12; month++, span = ys_span_add (span, 1))
    if (!check_month (work, grid, head, span, month, error))
      return FALSE;
  return ys_check_count ("全年得分", (gint64)ys_check_row (grid, head, "注：") - head - 1,
                         MAX (ys_standing_n_rows (year), 1), error);
}

static gboolean
check_cell (const YsGrid *grid, const YsSheet *sheet, guint row, guint column, GError **error)
{
  YsSheetValue value = ys_sheet_get (sheet, row, column);

  switch (value.kind)
    {
    case YS_VALUE_EMPTY:
      return g_str_equal (ys_grid_text (grid, row, column), "")
             || ys_check_differ (error, ys_grid_name (grid), ys_grid_text (grid, row, column), "—");
    case YS_VALUE_COUNT:
      return ys_check_number (grid, row, column, value.number * 100, error);
    case YS_VALUE_HUNDREDTHS:
      return ys_check_number (grid, row, column, value.number, error);
    case YS_VALUE_TEXT:
      return ys_check_text (grid, row, column, value.text, error);
    case YS_VALUE_DATE:
      break;
    }
  return TRUE;
}

/* The clauses, read from the ledger once more, cell by cell. */
gboolean
ys_check_standards (YsReportWork *work, const YsWorkbook *workbook, GError **error)
{
  g_autoptr (YsDocument) document = ys_report_make (work, YS_REPORT_STANDARDS, error);
  GPtrArray *sheets = document != NULL ? ys_document_sheets (document) : NULL;

  if (sheets == NULL
      || !ys_check_count ("工作表", ys_workbook_n_sheets (workbook), sheets->len, error))
    return FALSE;
  for (guint i = 0; i < sheets->len; i++)
    {
      const YsSheet *sheet = sheets->pdata[i];
      const YsGrid *grid = ys_workbook_sheet (workbook, i);

      for (guint row = 0; row < ys_sheet_n_rows (sheet); row++)
        for (guint column = 0; column < ys_sheet_n_columns (sheet); column++)
          if (!check_cell (grid, sheet, row, column, error))
            return FALSE;
    }
  return TRUE;
}
