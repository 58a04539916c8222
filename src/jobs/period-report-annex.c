/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Annex 2 and annex 3 of one compound or of all that have a sheet, as all assessors say together.
 */
#include "config.h"

#include "period-report-private.h"

#include "catalogue-private.h"
#include "job-error.h"
#include "record-store.h"
#include "standards.h"

#include <glib/gi18n-lib.h>

static void
fill_lines (const YsAssessmentView *view, const YsStandingRow *row, YsClauseFill *fills)
{
  for (guint i = 0; i < view->lines->len; i++)
    {
      const YsAssessmentLine *line = view->lines->pdata[i];

      fills[i] = (YsClauseFill){ line->is_set, line->count, line->points };
      /* The survey's points come from its rate, not from the sheet. */
      if (line->clause->kind == YS_CLAUSE_SURVEY && row->parts.survey_points > 0)
        {
          fills[i].is_set = TRUE;
          fills[i].points += row->parts.survey_points;
        }
    }
}

/* NULL without error: the compound has no sheet. */
static YsSheet *
build_sheet (YsReportWork *work, const YsStandingRow *row, int annex, GError **error)
{
  g_autoptr (YsAssessmentView) view
      = ys_assessment_load (work->ledger, row->compound_id, ys_standing_span (work->standing),
                            annex, error);
  const YsFilledHead head = { row->name, work->period, work->head.date };
  g_autofree YsClauseFill *fills = NULL;
  g_autoptr (GPtrArray) clauses = NULL;

  if (view == NULL || (!view->exists && (annex != YS_ANNEX_2 || row->parts.survey_points == 0)))
    return NULL;
  fills = g_new0 (YsClauseFill, view->lines->len + 1);
  fill_lines (view, row, fills);
  clauses = ys_catalogue_book_copy (view->book);
  return ys_standard_build (work->office, ys_catalogue_book_version (view->book), clauses, &head,
                            fills);
}

gboolean
ys_report_find_sheet (YsLedger *ledger, YsSpan span, int annex, gboolean *out_found, GError **error)
{
  g_autofree char *period = ys_span_name (span);
  g_autoptr (GPtrArray) sheets = NULL;

  g_return_val_if_fail (ledger != NULL && out_found != NULL, FALSE);

  *out_found = FALSE;
  sheets = ys_record_store_list_of_period (ledger, &ys_assessment_type, period, error);
  for (guint i = 0; sheets != NULL && i < sheets->len && !*out_found; i++)
    *out_found = ((const YsAssessment *)sheets->pdata[i])->annex == annex;
  return sheets != NULL;
}

static YsDocument *
refuse (const YsReportWork *work, int annex, GError **error)
{
  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
               /* Translators: number of the annex, period */
               _ ("There is no sheet of annex %d in %s. Enter one first."), annex, work->period);
  return NULL;
}

YsDocument *
ys_report_make_annex (YsReportWork *work, int annex, GError **error)
{
  gint64 only = work->options->compound_id;
  g_autoptr (GPtrArray) sheets = ys_report_sheets_new ();
  g_autoptr (GError) problem = NULL;
  const char *of = work->place;

  for (guint i = 0; i < ys_standing_n_rows (work->standing); i++)
    {
      const YsStandingRow *row = ys_standing_row (work->standing, i);
      YsSheet *sheet;

      if (only != 0 && row->compound_id != only)
        continue;
      if (only != 0)
        of = row->name;
      sheet = build_sheet (work, row, annex, &problem);
      if (problem != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return NULL;
        }
      if (sheet != NULL)
        g_ptr_array_add (sheets, sheet);
    }
  if (sheets->len == 0)
    return refuse (work, annex, error);
  return ys_report_work_document (work, g_steal_pointer (&sheets),
                                  g_strdup_printf ("%s附件%d%s", of, annex,
                                                   annex == YS_ANNEX_2 ? "物业管理考核"
                                                                       : "党建引领评分"));
}
