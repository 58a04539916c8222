/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The year by month: one standing at a time, so that a year needs no more memory than a month. */
#include "config.h"

#include "period-report-private.h"

#include "job-error.h"

#include <glib/gi18n-lib.h>

/* Of the year in which the period ends. */
YsStanding *
ys_report_year (YsReportWork *work, GError **error)
{
  YsSpan span = ys_standing_span (work->standing);

  if (work->year != NULL)
    return work->year;
  if (span.kind == YS_SPAN_YEAR)
    work->year = ys_standing_ref ((YsStanding *)work->standing);
  else
    work->year = ys_standing_load (work->ledger, work->registry,
                                   ys_span_of (YS_SPAN_YEAR, ys_span_last (span)), NULL, work->now,
                                   NULL, error);
  return work->year;
}

static YsAnnualLine *
line_new (const YsStandingRow *row)
{
  YsAnnualLine *line = g_new0 (YsAnnualLine, 1);

  line->name = row->name;
  line->community = row->community;
  line->year = row->score.score;
  line->rank = row->rank;
  for (guint month = 0; month < G_N_ELEMENTS (line->months); month++)
    line->months[month] = YS_SCORE_LATER;
  return line;
}

static gboolean
fill_month (YsReportWork *work, GHashTable *by_id, YsSpan span, guint month, GError **error)
{
  g_autoptr (YsStanding) standing
      = ys_standing_load (work->ledger, work->registry, span, NULL, work->now, NULL, error);

  for (guint i = 0; standing != NULL && i < ys_standing_n_rows (standing); i++)
    {
      const YsStandingRow *row = ys_standing_row (standing, i);
      YsAnnualLine *line = g_hash_table_lookup (by_id, &row->compound_id);

      if (line != NULL)
        line->months[month] = row->score.assessed ? row->score.score : YS_SCORE_NONE;
    }
  return standing != NULL;
}

static gboolean
fill_months (YsReportWork *work, GHashTable *by_id, YsSpan year, GError **error)
{
  YsSpan span = ys_span_of (YS_SPAN_MONTH, ys_span_first (year));

  for (guint month = 0; month < 12; month++, span = ys_span_add (span, 1))
    {
      if (ys_span_start (span) > work->now)
        return TRUE;
      if (!fill_month (work, by_id, span, month, error))
        return FALSE;
    }
  return TRUE;
}

YsDocument *
ys_report_make_annual (YsReportWork *work, GError **error)
{
  YsStanding *year = ys_report_year (work, error);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree char *label = NULL, *state = NULL, *stem = NULL;
  GPtrArray *sheets;
  YsPeriodHead head;

  if (year == NULL)
    return NULL;
  for (guint i = 0; i < ys_standing_n_rows (year); i++)
    {
      const YsStandingRow *row = ys_standing_row (year, i);
      YsAnnualLine *line = line_new (row);

      g_ptr_array_add (lines, line);
      g_hash_table_insert (by_id, (gpointer)&row->compound_id, line);
    }
  if (!fill_months (work, by_id, ys_standing_span (year), error))
    return NULL;
  label = ys_span_label (ys_standing_span (year));
  state = ys_standing_is_final (year)
              ? g_strdup_printf ("已定稿（第%u版）", ys_standing_version (year))
              : g_strdup ("未定稿");
  head = work->head;
  head.period = label;
  head.state = state;
  sheets = ys_report_sheets_new ();
  g_ptr_array_add (sheets, ys_annual_table_build (&head, lines));
  stem = g_strdup_printf ("%s年度考评汇总（%s）", work->place, label);
  return ys_document_new (sheets, stem, stem, work->created);
}
