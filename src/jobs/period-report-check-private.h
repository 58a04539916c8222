/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the comparisons of a written file with the ledger share. */
#pragma once

#include "period-report-private.h"

#include "workbook.h"

G_BEGIN_DECLS

/* FALSE, with what is compared and what file and ledger say. */
gboolean
ys_check_differ (GError **error, const char *what, const char *written, const char *expected);
gboolean
ys_check_text (const YsGrid *grid, guint row, guint column, const char *expected, GError **error);
/* Hundredths, as numbers. */
gboolean
ys_check_number (const YsGrid *grid, guint row, guint column, gint64 expected, GError **error);
gboolean ys_check_count (const char *what, gint64 written, gint64 expected, GError **error);
/* The numbers of @column in rows [@first, @end) together. */
gboolean ys_check_sum (
    const YsGrid *grid, guint first, guint end, guint column, gint64 expected, GError **error);
/* Hundredths; FALSE where @text is none. */
gboolean ys_check_read (const char *text, gint64 *out_hundredths);
/* The row whose first cell begins with @text, from @row on; n_rows when none does. */
guint ys_check_row (const YsGrid *grid, guint row, const char *text);
/* The column whose head begins with @text; n_columns when none does. */
guint ys_check_column (const YsGrid *grid, guint row, const char *text);

gint64 ys_report_long_term_points (const YsReportWork *work, const YsStandingRow *row);

gboolean
ys_check_deductions (const YsReportWork *work, const YsGrid *grid, guint index, GError **error);
/* @party: annex 3, else annex 2 */
gboolean ys_check_annex (
    const YsReportWork *work, const YsGrid *grid, gboolean party, guint index, GError **error);
gboolean ys_check_annual (YsReportWork *work, const YsGrid *grid, GError **error);
gboolean ys_check_standards (YsReportWork *work, const YsWorkbook *workbook, GError **error);
gboolean ys_check_bulletin (YsReportWork *work, const YsTextBlocks *blocks, GError **error);

G_END_DECLS
