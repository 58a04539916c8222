/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of the reports, and what all of them are made from. */
#include "config.h"

#include "period-report-private.h"

#include "job-error.h"
#include "ledger-job.h"
#include "report-job.h"
#include "standards.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  const char *label;
} reports[YS_N_REPORTS] = {
  [YS_REPORT_STANDARDS] = { "standards", N_ ("Standards (annexes 1 to 3)") },
  [YS_REPORT_DEDUCTIONS] = { "deductions", N_ ("Deduction details") },
  [YS_REPORT_ANNEX2] = { "annex2", N_ ("Annex 2, filled") },
  [YS_REPORT_ANNEX3] = { "annex3", N_ ("Annex 3, filled") },
  [YS_REPORT_RANKING] = { "ranking", N_ ("Ranking table") },
  [YS_REPORT_AWARDS] = { "awards", N_ ("Award fund (annex 4)") },
  [YS_REPORT_PAYOUT] = { "payout", N_ ("Payout list") },
  [YS_REPORT_ANNUAL] = { "annual", N_ ("Year by month") },
  [YS_REPORT_BULLETIN] = { "bulletin", N_ ("Bulletin") },
};

const char *
ys_report_name (YsReportKind kind)
{
  g_return_val_if_fail (kind < YS_N_REPORTS, NULL);

  return reports[kind].name;
}

int
ys_report_from_name (const char *name)
{
  for (guint i = 0; name != NULL && i < YS_N_REPORTS; i++)
    if (g_str_equal (reports[i].name, name))
      return (int)i;
  return -1;
}

const char *
ys_report_label (YsReportKind kind)
{
  g_return_val_if_fail (kind < YS_N_REPORTS, NULL);

  return _ (reports[kind].label);
}

static gboolean
has_award (const YsStanding *standing, gint64 compound_id)
{
  const YsAwards *awards = ys_standing_awards (standing);

  for (guint i = 0; i < awards->rows->len; i++)
    if (g_array_index (awards->rows, YsAwardRow, i).compound_id == compound_id)
      return TRUE;
  return FALSE;
}

gboolean
ys_report_is_about (const YsStanding *standing, YsReportKind kind, gint64 compound_id)
{
  const YsStandingRow *row;

  g_return_val_if_fail (standing != NULL, FALSE);

  row = ys_standing_find (standing, compound_id);
  if (row == NULL)
    return FALSE;
  switch ((int)kind)
    {
    case YS_REPORT_DEDUCTIONS:
      return row->score.assessed || row->parts.finding_points > 0 || row->parts.n_faults > 0;
    case YS_REPORT_ANNEX2:
      return row->parts.has_sheet;
    case YS_REPORT_ANNEX3:
      return row->party_points >= 0;
    case YS_REPORT_PAYOUT:
      return has_award (standing, compound_id);
    default:
      return TRUE;
    }
}

/* What is final is dated when it was made final: the same file whenever it is written. */
static void
set_dates (YsReportWork *work)
{
  const YsStanding *standing = work->standing;
  YsInstant at = ys_standing_is_final (standing) ? ys_standing_as_of (standing) : work->now;
  g_autofree char *day = NULL;
  g_autofree char *midnight = NULL;

  work->head.date = ys_instant_to_date (at);
  day = ys_date_to_iso (work->head.date);
  midnight = g_strconcat (day, "T00:00", NULL);
  if (ys_standing_is_final (standing) || !ys_instant_from_iso (midnight, &work->created))
    work->created = at;
}

gboolean
ys_report_work_init (YsReportWork *work,
                     YsLedger *ledger,
                     const YsRegistry *registry,
                     const YsStanding *standing,
                     const YsReportOptions *options,
                     YsInstant now,
                     GError **error)
{
  static const YsReportOptions plain;

  *work = (YsReportWork){ .ledger = ledger,
                          .registry = registry,
                          .standing = standing,
                          .options = options != NULL ? options : &plain,
                          .now = now };
  if (ys_standing_is_trial (standing))
    {
      g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                           _ ("A trial is never filed. Leave the trial, then write the table."));
      return FALSE;
    }
  work->office = ys_ledger_job_office (ledger, error);
  if (work->office == NULL)
    return FALSE;
  work->place = ys_standard_place (work->office);
  work->period = ys_span_label (ys_standing_span (standing));
  work->state = ys_standing_is_final (standing)
                    ? g_strdup_printf ("已定稿（第%u版）", ys_standing_version (standing))
                    : g_strdup ("未定稿");
  work->head.office = work->office;
  work->head.period = work->period;
  work->head.state = work->state;
  set_dates (work);
  return TRUE;
}

void
ys_report_work_clear (YsReportWork *work)
{
  if (work->office != NULL)
    ys_record_free (&ys_office_type, work->office);
  g_free (work->place);
  g_free (work->period);
  g_free (work->state);
  g_clear_pointer (&work->charts, ys_chart_data_free);
  g_clear_pointer (&work->year, ys_standing_unref);
}

YsChartData *
ys_report_work_charts (YsReportWork *work, GError **error)
{
  if (work->charts == NULL)
    work->charts = ys_chart_data_load (work->ledger, work->registry,
                                       ys_standing_ref ((YsStanding *)work->standing), NULL,
                                       work->now, NULL, error);
  return work->charts;
}

GPtrArray *
ys_report_sheets_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)(void *)ys_sheet_unref);
}

YsDocument *
ys_report_work_document (const YsReportWork *work, GPtrArray *sheets, char *stem)
{
  g_autofree char *whole = g_strdup_printf ("%s（%s）", stem, work->period);

  g_free (stem);
  return ys_document_new (sheets, whole, whole, work->created);
}

/* As they hold at the end of the period, or today while it runs. */
static YsDocument *
make_standards (YsReportWork *work, GError **error)
{
  YsDate last = ys_span_last (ys_standing_span (work->standing));
  YsDate today = ys_instant_to_date (work->now);

  return ys_report_standards (work->ledger, ys_date_compare (last, today) < 0 ? last : today,
                              work->created, error);
}

YsDocument *
ys_report_make (YsReportWork *work, YsReportKind kind, GError **error)
{
  YsTextBlocks *blocks;

  switch (kind)
    {
    case YS_REPORT_STANDARDS:
      return make_standards (work, error);
    case YS_REPORT_DEDUCTIONS:
      return ys_report_make_deductions (work, error);
    case YS_REPORT_ANNEX2:
      return ys_report_make_annex (work, YS_ANNEX_2, error);
    case YS_REPORT_ANNEX3:
      return ys_report_make_annex (work, YS_ANNEX_3, error);
    case YS_REPORT_RANKING:
      return ys_report_make_ranking (work, error);
    case YS_REPORT_AWARDS:
      return ys_report_make_awards (work, error);
    case YS_REPORT_PAYOUT:
      return ys_report_make_payout (work, error);
    case YS_REPORT_ANNUAL:
      return ys_report_make_annual (work, error);
    case YS_REPORT_BULLETIN:
      blocks = ys_report_make_bulletin (work, error);
      return blocks != NULL ? ys_report_bulletin_document (work, blocks) : NULL;
    case YS_N_REPORTS:
      break;
    }
  g_return_val_if_reached (NULL);
}
