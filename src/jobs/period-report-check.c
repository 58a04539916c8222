/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that was just written is opened again as anybody would open it, and what it says is held
 * against the standing: names, ranks, scores, sums, totals, counts of rows and sheets. */
#include "config.h"

#include "period-report-check-private.h"

#include "job-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define VACANT "（空缺）"

gboolean
ys_check_differ (GError **error, const char *what, const char *written, const char *expected)
{
  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN,
               /* Translators: what is compared, then what the file and the ledger say */
               _ ("The file does not say what the ledger does (%s: %s, not %s) and was taken away. "
                  "Look at the period again, then write it anew."),
               what, written, expected);
  return FALSE;
}

gboolean
ys_check_text (const YsGrid *grid, guint row, guint column, const char *expected, GError **error)
{
  const char *written = ys_grid_text_merged (grid, row, column);

  return g_strcmp0 (written, expected) == 0
         || ys_check_differ (error, ys_grid_name (grid), written, expected);
}

gboolean
ys_check_read (const char *text, gint64 *out_hundredths)
{
  gboolean is_negative = *text == '-';
  YsNumber number;

  if (!ys_number_read_hundredths (text + (is_negative ? 1 : 0), &number) || !number.is_set)
    return FALSE;
  *out_hundredths = is_negative ? -number.value : number.value;
  return TRUE;
}

gboolean
ys_check_number (const YsGrid *grid, guint row, guint column, gint64 expected, GError **error)
{
  const char *written = ys_grid_text (grid, row, column);
  g_autofree char *text = NULL;
  gint64 value;

  if (ys_check_read (written, &value) && value == expected)
    return TRUE;
  text = ys_hundredths_to_text (expected, FALSE);
  return ys_check_differ (error, ys_grid_name (grid), written, text);
}

gboolean
ys_check_count (const char *what, gint64 written, gint64 expected, GError **error)
{
  g_autofree char *first = g_strdup_printf ("%" G_GINT64_FORMAT, written);
  g_autofree char *second = g_strdup_printf ("%" G_GINT64_FORMAT, expected);

  return written == expected || ys_check_differ (error, what, first, second);
}

gboolean
ys_check_sum (
    const YsGrid *grid, guint first, guint end, guint column, gint64 expected, GError **error)
{
  g_autofree char *written = NULL, *text = NULL;
  gint64 sum = 0, value;

  for (guint row = first; row < end; row++)
    sum += ys_check_read (ys_grid_text (grid, row, column), &value) ? value : 0;
  if (sum == expected)
    return TRUE;
  written = ys_hundredths_to_text (sum, FALSE);
  text = ys_hundredths_to_text (expected, FALSE);
  return ys_check_differ (error, ys_grid_name (grid), written, text);
}

guint
ys_check_row (const YsGrid *grid, guint row, const char *text)
{
  while (row < ys_grid_n_rows (grid) && !g_str_has_prefix (ys_grid_text (grid, row, 0), text))
    row++;
  return row;
}

guint
ys_check_column (const YsGrid *grid, guint row, const char *text)
{
  guint column = 0;

  while (column < ys_grid_n_columns (grid)
         && !g_str_has_prefix (ys_grid_text (grid, row, column), text))
    column++;
  return column;
}

static gboolean
check_ranking_row (
    const YsGrid *grid, guint head, guint row, const YsRankingLine *line, GError **error)
{
  g_autofree char *change = ys_ranking_change (line->rank, line->last_rank);

  return ys_check_number (grid, row, 0, (gint64)line->rank * 100, error)
         && ys_check_text (grid, row, ys_check_column (grid, head, "小区"), line->name, error)
         && ys_check_number (grid, row, ys_check_column (grid, head, "长效得分"), line->long_term,
                             error)
         && ys_check_number (grid, row, ys_check_column (grid, head, "物业得分"), line->property,
                             error)
         && ys_check_number (grid, row, ys_check_column (grid, head, "加分"), line->bonus, error)
         && ys_check_number (grid, row, ys_check_column (grid, head, "总分"), line->score, error)
         && ys_check_text (grid, row, ys_check_column (grid, head, "升降"), change, error)
         && ys_check_text (grid, row, ys_check_column (grid, head, "奖次"), line->prize, error);
}

static gboolean
check_ranking (const YsReportWork *work, const YsGrid *grid, GError **error)
{
  g_autoptr (GPtrArray) lines = ys_report_ranking_lines (work);
  guint head = ys_check_row (grid, 0, "名次");
  guint n = ys_standing_n_assessed (work->standing);
  guint others = ys_check_row (grid, head, "未参评");
  gint64 n_ranked = 0;
  YsNumber rank;

  for (guint i = 0; i < lines->len; i++)
    {
      const YsRankingLine *line = lines->pdata[i];

      if (i < n && !check_ranking_row (grid, head, head + 1 + i, line, error))
        return FALSE;
      if (i >= n && strstr (ys_grid_text (grid, others, 0), line->name) == NULL)
        return ys_check_differ (error, ys_grid_name (grid), "—", line->name);
    }
  for (guint row = head + 1; row < ys_grid_n_rows (grid); row++)
    n_ranked += ys_number_read_count (ys_grid_text (grid, row, 0), &rank) && rank.is_set ? 1 : 0;
  return ys_check_count ("名次", n_ranked, n, error);
}

static gboolean
check_place (const YsGrid *grid, guint head, guint row, const YsFundPlace *place, GError **error)
{
  guint winner = ys_check_column (grid, head, "获奖小区"),
        amount = ys_check_column (grid, head, "金额");

  return ys_check_text (grid, row, winner, place->name != NULL ? place->name : VACANT, error)
         && (place->name == NULL || place->pending
                 ? ys_check_text (grid, row, amount, "", error)
                 : ys_check_number (grid, row, amount, place->amount, error));
}

/* Every place of every class, one row each. */
static gboolean
check_awards (const YsReportWork *work, const YsGrid *grid, GError **error)
{
  g_autoptr (GPtrArray) classes = ys_report_award_classes (work);
  guint head = ys_check_row (grid, 0, "序号");
  guint total = ys_check_row (grid, head, "合计");
  guint row = head + 1;

  for (guint i = 0; i < classes->len; i++)
    {
      const YsFundClass *class = classes->pdata[i];

      for (guint k = 0; k < class->winners->len; k++, row++)
        if (!check_place (grid, head, row, class->winners->pdata[k], error))
          return FALSE;
      row += class->winners->len == 0 ? 1 : 0;
    }
  return ys_check_count ("合计", (gint64)total, (gint64)row, error)
         && ys_check_number (grid, total, ys_check_column (grid, head, "金额"),
                             ys_standing_awards (work->standing)->total, error);
}

/* A form without lines is filled in by hand. */
static gboolean
check_payout_sheet (const YsReportWork *work,
                    const YsGrid *grid,
                    const YsAwardRow *award,
                    GError **error)
{
  const char *name = ys_standing_find (work->standing, award->compound_id)->name;
  guint head = ys_check_row (grid, 0, "序号"), total = ys_check_row (grid, head, "合计");
  guint amount = ys_check_column (grid, head, "金额");
  guint compound = ys_check_column (grid, head, "小区");
  gboolean is_form = TRUE;

  for (guint row = head + 1; row < total; row++)
    {
      if (!ys_check_text (grid, row, compound, name, error))
        return FALSE;
      is_form = is_form && *ys_grid_text (grid, row, amount) == '\0';
    }
  return ys_check_number (grid, total, amount, award->amount, error)
         && (is_form || ys_check_sum (grid, head + 1, total, amount, award->amount, error));
}

static gboolean
check_payout (const YsReportWork *work, const YsGrid *grid, guint index, GError **error)
{
  const YsAwards *awards = ys_standing_awards (work->standing);
  gint64 only = work->options->compound_id;
  guint at = 0;

  for (guint i = 0; i < awards->rows->len; i++)
    {
      const YsAwardRow *award = &g_array_index (awards->rows, YsAwardRow, i);

      if ((only == 0 || award->compound_id == only) && at++ == index)
        return check_payout_sheet (work, grid, award, error);
    }
  return ys_check_count ("领取表", index + 1, at, error);
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
      return ys_check_deductions (work, grid, index, error);
    case YS_REPORT_ANNEX2:
      return ys_check_annex (work, grid, FALSE, index, error);
    case YS_REPORT_ANNEX3:
      return ys_check_annex (work, grid, TRUE, index, error);
    case YS_REPORT_ANNUAL:
      return ys_check_annual (work, grid, error);
    case YS_REPORT_STANDARDS:
    case YS_REPORT_BULLETIN:
    case YS_N_REPORTS:
      break;
    }
  return TRUE;
}

/* Compounds, or awards, that have a sheet of their own in a table of all. */
static guint
count_sheets (const YsReportWork *work, YsReportKind kind)
{
  const YsAwards *awards = ys_standing_awards (work->standing);
  gint64 only = work->options->compound_id;
  guint n = 0;

  if (kind == YS_REPORT_DEDUCTIONS && only != 0)
    return 2; /* its details, and annex 1 filled */
  if (kind == YS_REPORT_PAYOUT)
    for (guint i = 0; i < awards->rows->len; i++)
      n += only == 0 || g_array_index (awards->rows, YsAwardRow, i).compound_id == only ? 1 : 0;
  else
    for (guint i = 0; i < ys_standing_n_rows (work->standing); i++)
      n += ys_report_has_sheet (work, kind, ys_standing_row (work->standing, i)) ? 1 : 0;
  return n;
}

gboolean
ys_report_has_sheet (const YsReportWork *work, YsReportKind kind, const YsStandingRow *row)
{
  gint64 only = work->options->compound_id;

  if (only != 0 && row->compound_id != only)
    return FALSE;
  switch ((int)kind)
    {
    case YS_REPORT_ANNEX2:
      return row->parts.has_sheet || row->parts.survey_points > 0;
    case YS_REPORT_ANNEX3:
      return row->party_points >= 0;
    case YS_REPORT_DEDUCTIONS:
      return ys_report_long_term_points (work, row) > 0;
    default:
      return FALSE;
    }
}

static gboolean
is_of_compounds (YsReportKind kind)
{
  return kind == YS_REPORT_DEDUCTIONS || kind == YS_REPORT_ANNEX2 || kind == YS_REPORT_ANNEX3
         || kind == YS_REPORT_PAYOUT;
}

static gboolean
check_workbook (
    YsReportWork *work, YsReportKind kind, const YsWorkbook *workbook, guint first, GError **error)
{
  guint n = ys_workbook_n_sheets (workbook);

  if (kind == YS_REPORT_STANDARDS)
    return ys_check_standards (work, workbook, error);
  for (guint i = 0; i < n; i++)
    if (!check_sheet (work, kind, ys_workbook_sheet (workbook, i), first + i, error))
      return FALSE;
  return ys_check_count ("工作表", n,
                         is_of_compounds (kind)
                             ? MIN (count_sheets (work, kind) - first, YS_REPORT_MAX_SHEETS)
                             : 1,
                         error);
}

gboolean
ys_report_check (
    YsReportWork *work, YsReportKind kind, const char *path, guint first, GError **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  g_autoptr (YsWorkbook) workbook = NULL;
  g_autoptr (GPtrArray) blocks = NULL;

  if (g_str_has_suffix (lower, ".docx"))
    {
      blocks = ys_docx_read_file (path, error);
      return blocks != NULL && ys_check_bulletin (work, blocks, error);
    }
  if (!g_str_has_suffix (lower, ".xlsx"))
    return TRUE; /* drawn from the same sheets; nothing reads it back */
  workbook = ys_workbook_read_file (path, NULL, error);
  return workbook != NULL && check_workbook (work, kind, workbook, first, error);
}
