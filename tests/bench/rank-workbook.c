/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Written with the library itself: our sheets hold no formulas. Formulas are stored with the value
 * 0, so that right figures can only come from a recalculation. */
#include "config.h"

#include <string.h>
#include <xlsxwriter.h>

#include "rank-workbook.h"
#include "sample.h"

static const char ROWS[]
    = "SELECT f.compound, CASE WHEN f.level IN ('city', 'district') THEN f.points ELSE k.points * "
      "f.count END,"
      " f.deadline + 60 <= ?1 AND f.paused_at IS NULL"
      " AND (f.rectified_at IS NULL OR f.rectified_at >= f.deadline + 60) FROM finding AS f"
      " JOIN clause AS k ON k.id = f.clause WHERE f.found_at >= ?2 AND f.found_at < ?3"
      " AND f.state <> 'withdrawn'";

/* A compound, B points, C 1 where it is doubled. The count of rows. */
static guint
write_rows (lxw_worksheet *sheet, sqlite3 *db, YsSpan span)
{
  sqlite3_stmt *statement;
  guint row = 0;

  if (sqlite3_prepare_v2 (db, ROWS, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  sqlite3_bind_int64 (statement, 1, YS_SAMPLE_NOW);
  sqlite3_bind_int64 (statement, 2, ys_span_start (span));
  sqlite3_bind_int64 (statement, 3, ys_span_end (span));
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      for (int column = 0; column < 3; column++)
        worksheet_write_number (sheet, row, (lxw_col_t)column,
                                (double)sqlite3_column_int64 (statement, column), NULL);
      row++;
    }
  sqlite3_finalize (statement);
  return row;
}

/* A compound, B its points, C its rank among all. */
static void
write_sums (lxw_worksheet *sheet, const YsStanding *standing, guint n_rows)
{
  guint n = ys_standing_n_rows (standing);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *points
          = g_strdup_printf ("=SUMIFS(rows!B$1:B$%u,rows!A$1:A$%u,A%u)"
                             "+SUMIFS(rows!B$1:B$%u,rows!A$1:A$%u,A%u,rows!C$1:C$%u,1)",
                             n_rows, n_rows, i + 1, n_rows, n_rows, i + 1, n_rows);
      g_autofree char *rank = g_strdup_printf ("=RANK(B%u,B$1:B$%u,1)", i + 1, n);

      worksheet_write_number (sheet, i, 0, (double)ys_standing_row (standing, i)->compound_id,
                              NULL);
      worksheet_write_formula_num (sheet, i, 1, points, NULL, 0);
      worksheet_write_formula_num (sheet, i, 2, rank, NULL, 0);
    }
}

void
rank_workbook_write (const char *path, sqlite3 *db, const YsStanding *standing, YsSpan span)
{
  lxw_workbook *workbook = workbook_new (path);
  lxw_worksheet *sums = workbook_add_worksheet (workbook, "sums");
  lxw_worksheet *rows = workbook_add_worksheet (workbook, "rows");

  if (db != NULL)
    write_sums (sums, standing, write_rows (rows, db, span));
  else
    worksheet_write_number (sums, 0, 0, 1, NULL);
  if (workbook_close (workbook) != LXW_NO_ERROR)
    g_error ("cannot write %s", path);
}

/* Points alone make this rank: few are better. */
static guint
rank_by_points (const YsStanding *standing, gint64 points)
{
  guint rank = 1;

  for (guint i = 0; i < ys_standing_n_rows (standing); i++)
    if (ys_standing_row (standing, i)->parts.finding_points < points)
      rank++;
  return rank;
}

gboolean
rank_workbook_check (const char *folder, const YsStanding *standing)
{
  g_autofree char *path = g_build_filename (folder, "rank.csv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return FALSE;
  lines = g_strsplit (text, "\n", -1);
  if (g_strv_length (lines) < ys_standing_n_rows (standing))
    return FALSE;
  for (guint i = 0; i < ys_standing_n_rows (standing); i++)
    {
      const YsStandingRow *row = ys_standing_row (standing, i);
      g_autofree char *wanted
          = g_strdup_printf ("%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT ",%u", row->compound_id,
                             row->parts.finding_points,
                             rank_by_points (standing, row->parts.finding_points));

      g_strchomp (lines[i]);
      if (!g_str_equal (lines[i], wanted))
        return FALSE;
    }
  return TRUE;
}
