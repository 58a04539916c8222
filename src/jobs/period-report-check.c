/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workbook that was just written is opened again as anybody would open it, and what it says is
 * held against the standing: names, ranks, scores, totals, counts of rows. */
#include "config.h"

#include "period-report-private.h"

#include "job-error.h"
#include "workbook.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
differ (GError **error, const char *what, const char *written, const char *expected)
{
  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN,
               /* Translators: what is compared, then what the file and the ledger say */
               _ ("The file does not say what the ledger does (%s: %s, not %s) and was taken away. "
                  "Look at the period again, then write it anew."),
               what, written, expected);
  return FALSE;
}

static gboolean
check_text (const YsGrid *grid, guint row, guint column, const char *expected, GError **error)
{
  const char *written = ys_grid_text (grid, row, column);

  return g_strcmp0 (written, expected) == 0
         || differ (error, ys_grid_name (grid), written, expected);
}

static gboolean
check_number (const YsGrid *grid, guint row, guint column, gint64 expected, GError **error)
{
  const char *written = ys_grid_text (grid, row, column);
  gboolean is_negative = *written == '-';
  g_autofree char *text = NULL;
  YsNumber number;

  if (ys_number_read_hundredths (written + (is_negative ? 1 : 0), &number) && number.is_set
      && (is_negative ? -number.value : number.value) == expected)
    return TRUE;
  text = ys_hundredths_to_text (expected, FALSE);
  return differ (error, ys_grid_name (grid), written, text);
}

static gboolean
check_count (const char *what, gint64 written, gint64 expected, GError **error)
{
  g_autofree char *first = g_strdup_printf ("%" G_GINT64_FORMAT, written);
  g_autofree char *second = g_strdup_printf ("%" G_GINT64_FORMAT, expected);

  return written == expected || differ (error, what, first, second);
}

/* The row whose first cell begins with @text, from @row on; n_rows when none does. */
static guint
find_row (const YsGrid *grid, guint row, const char *text)
{
  while (row < ys_grid_n_rows (grid) && !g_str_has_prefix (ys_grid_text (grid, row, 0), text))
    row++;
  return row;
}

/* The column whose head begins with @text. */
static guint
find_column (const YsGrid *grid, guint row, const char *text)
{
  guint column = 0;

  while (column < ys_grid_n_columns (grid)
         && !g_str_has_prefix (ys_grid_text (grid, row, column), text))
    column++;
  return column;
}

static gboolean
check_ranking_row (
    const YsGrid *grid, guint head, guint row, const YsStandingRow *one, GError **error)
{
  return check_number (grid, row, 0, (gint64)one->rank * 100, error)
         && check_text (grid, row, find_column (grid, head, "小区"), one->name, error)
         && check_number (grid, row, find_column (grid, head, "长效得分"), one->score.long_term,
                          error)
         && check_number (grid, row, find_column (grid, head, "物业得分"), one->score.property,
                          error)
         && check_number (grid, row, find_column (grid, head, "加分"), one->score.bonus, error)
         && check_number (grid, row, find_column (grid, head, "总分"), one->score.score, error);
}

static gboolean
check_ranking (const YsReportWork *work, const YsGrid *grid, GError **error)
{
  guint head = find_row (grid, 0, "名次");
  guint n = ys_standing_n_assessed (work->standing);
  gint64 n_ranked = 0;
  YsNumber rank;

  for (guint i = 0; i < n; i++)
    if (!check_ranking_row (grid, head, head + 1 + i, ys_standing_row (work->standing, i), error))
      return FALSE;
  for (guint row = head + 1; row < ys_grid_n_rows (grid); row++)
    n_ranked += ys_number_read_count (ys_grid_text (grid, row, 0), &rank) && rank.is_set ? 1 : 0;
  return check_count ("名次", n_ranked, n, error);
}

static gboolean
check_awards (const YsReportWork *work, const YsGrid *grid, GError **error)
{
  const YsAwards *awards = ys_standing_awards (work->standing);
  guint head = find_row (grid, 0, "序号");
  guint total = find_row (grid, head, "合计");
  guint amount = find_column (grid, head, "金额");
  gint64 n_paid = 0;
  YsNumber number;

  for (guint row = head + 1; row < total; row++)
    n_paid += ys_number_read_hundredths (ys_grid_text (grid, row, amount), &number) && number.is_set
                  ? 1
                  : 0;
  return check_number (grid, total, amount, awards->total, error)
         && check_count ("获奖小区", n_paid, awards->rows->len, error);
}

static gboolean
check_payout (const YsReportWork *work, const YsGrid *grid, guint index, GError **error)
{
  const YsAwards *awards = ys_standing_awards (work->standing);
  gint64 only = work->options->compound_id;
  guint head = find_row (grid, 0, "序号");
  guint total = find_row (grid, head, "合计");
  guint amount = find_column (grid, head, "金额");
  guint at = 0;

  for (guint i = 0; i < awards->rows->len; i++)
    {
      const YsAwardRow *award = &g_array_index (awards->rows, YsAwardRow, i);

      if (only != 0 && award->compound_id != only)
        continue;
      if (at++ == index)
        return check_number (grid, total, amount, award->amount, error);
    }
  return check_count ("领取表", index + 1, at, error);
}

static gint64
long_term_points (const YsReportWork *work, const YsStandingRow *row)
{
  return row->parts.finding_points
         + row->parts.n_faults * ys_standing_scheme (work->standing)->scheme->fault_points.value;
}

/* 扣分明细 of the @index-th compound that has any, or of the one that was asked for. */
static gboolean
check_deductions (const YsReportWork *work, const YsGrid *grid, guint index, GError **error)
{
  gint64 only = work->options->compound_id;
  guint head = find_row (grid, 0, "序号");
  guint total = find_row (grid, head, "合计");
  guint points = head < ys_grid_n_rows (grid) ? find_column (grid, head, "扣分") : 0;
  guint at = 0;

  if (only != 0)
    return index > 0
           || check_number (grid, total, points,
                            long_term_points (work, ys_standing_find (work->standing, only)),
                            error);
  for (guint i = 0; i < ys_standing_n_rows (work->standing); i++)
    {
      const YsStandingRow *row = ys_standing_row (work->standing, i);

      if (long_term_points (work, row) > 0 && at++ == index)
        return check_number (grid, total, points, long_term_points (work, row), error);
    }
  return check_count ("扣分明细", index + 1, at, error);
}

/* The standing's row that a filled annex names. (nullable) */
static const YsStandingRow *
find_named (const YsReportWork *work, const YsGrid *grid)
{
  guint at = find_row (grid, 0, "小区名称：");
  const char *line = ys_grid_text (grid, at, 0);

  for (guint i = 0; i < ys_standing_n_rows (work->standing); i++)
    {
      const YsStandingRow *row = ys_standing_row (work->standing, i);
      g_autofree char *start = g_strdup_printf ("小区名称：%s　　", row->name);

      if (g_str_has_prefix (line, start)
          && (work->options->compound_id == 0 || work->options->compound_id == row->compound_id))
        return row;
    }
  return NULL;
}

static gboolean
check_annex (const YsReportWork *work, const YsGrid *grid, gboolean party, GError **error)
{
  const YsStandingRow *row = find_named (work, grid);
  guint total = find_row (grid, 0, "合计");
  guint last = ys_grid_n_columns (grid) - 1;
  gint64 points;

  if (row == NULL)
    return differ (error, ys_grid_name (grid), "小区名称", "—");
  points = party ? MAX (row->party_points, 0)
                 : row->parts.sheet_extras + row->parts.survey_points - row->parts.sheet_deductions;
  return check_number (grid, total, last, points, error);
}

static gboolean
check_annual (YsReportWork *work, const YsGrid *grid, GError **error)
{
  const YsStanding *year = ys_report_year (work, error);
  guint head = find_row (grid, 0, "序号");
  guint score = find_column (grid, head, "全年"), rank = find_column (grid, head, "名次");

  if (year == NULL)
    return FALSE;
  for (guint i = 0; i < ys_standing_n_assessed (year); i++)
    {
      const YsStandingRow *row = ys_standing_row (year, i);

      if (!check_text (grid, head + 1 + i, 1, row->name, error)
          || !check_number (grid, head + 1 + i, score, row->score.score, error)
          || !check_number (grid, head + 1 + i, rank, (gint64)row->rank * 100, error))
        return FALSE;
    }
  return check_count ("全年得分", (gint64)find_row (grid, head, "注：") - head - 1,
                      MAX (ys_standing_n_rows (year), 1), error);
}

static gboolean
check_sheet (YsReportWork *work, YsReportKind kind, const YsGrid *grid, guint index, GError **error)
{
  switch (kind)
    {
    case YS_REPORT_RANKING:
      return check_ranking (work, grid, error);
    case YS_REPORT_AWARDS:
      return check_awards (work, grid, error);
    case YS_REPORT_PAYOUT:
      return check_payout (work, grid, index, error);
    case YS_REPORT_DEDUCTIONS:
      return check_deductions (work, grid, index, error);
    case YS_REPORT_ANNEX2:
      return check_annex (work, grid, FALSE, error);
    case YS_REPORT_ANNEX3:
      return check_annex (work, grid, TRUE, error);
    case YS_REPORT_ANNUAL:
      return check_annual (work, grid, error);
    case YS_REPORT_STANDARDS:
    case YS_REPORT_BULLETIN:
    case YS_N_REPORTS:
      break;
    }
  return TRUE;
}

gboolean
ys_report_check (YsReportWork *work, YsReportKind kind, const char *path, GError **error)
{
  g_autoptr (YsWorkbook) workbook = ys_workbook_read_file (path, NULL, error);

  if (workbook == NULL)
    return FALSE;
  for (guint i = 0; i < ys_workbook_n_sheets (workbook); i++)
    if (!check_sheet (work, kind, ys_workbook_sheet (workbook, i), i, error))
      return FALSE;
  return TRUE;
}
