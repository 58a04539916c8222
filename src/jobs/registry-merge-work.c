/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was recorded of a compound that is merged goes to the one that is kept: inspections with
 * their findings, cases, sheets, bonuses and surveys of open periods. What a finalised period
 * counted stays where it was counted. */
#include "config.h"

#include "registry-private.h"

#include "assessment.h"
#include "calendar-record.h"
#include "catalogue.h"
#include "inspection.h"
#include "job-error.h"
#include "platform-case.h"
#include "record-store.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  YsRegistryEditor *editor;
  GPtrArray *periods; /* of YsPeriod */
  gint64 keep, drop;
} Moving;

static gboolean
is_finalised_at (const Moving *moving, YsInstant at)
{
  YsDate day = ys_instant_to_date (at);

  for (guint i = 0; i < moving->periods->len; i++)
    {
      const YsPeriod *period = moving->periods->pdata[i];

      if (period->finalised && ys_date_compare (period->starts_on, day) <= 0
          && ys_date_compare (day, period->ends_on) <= 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_finalised (const Moving *moving, const char *name)
{
  for (guint i = 0; i < moving->periods->len; i++)
    {
      const YsPeriod *period = moving->periods->pdata[i];

      if (period->finalised && g_str_equal (period->name, name))
        return TRUE;
    }
  return FALSE;
}

static GPtrArray *
list_of (const Moving *moving, const YsRecordType *type, gint64 compound_id, GError **error)
{
  return ys_record_store_list_by (moving->editor->ledger, type, "compound", compound_id, NULL,
                                  error);
}

static gboolean
move_findings (const Moving *moving, gint64 inspection_id, GError **error)
{
  g_autoptr (GPtrArray) findings
      = ys_record_store_list_by (moving->editor->ledger, &ys_finding_type, "inspection",
                                 inspection_id, NULL, error);

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      YsFinding *finding = findings->pdata[i];

      finding->compound_id = moving->keep;
      if (!ys_change_update (moving->editor->change, &ys_finding_type, finding, NULL, error))
        return FALSE;
    }
  return findings != NULL;
}

static gboolean
move_inspections (const Moving *moving, GError **error)
{
  g_autoptr (GPtrArray) inspections = list_of (moving, &ys_inspection_type, moving->drop, error);

  for (guint i = 0; inspections != NULL && i < inspections->len; i++)
    {
      YsInspection *inspection = inspections->pdata[i];

      if (is_finalised_at (moving, inspection->at))
        continue;
      inspection->compound_id = moving->keep;
      if (!ys_change_update (moving->editor->change, &ys_inspection_type, inspection, NULL, error)
          || !move_findings (moving, inspection->id, error))
        return FALSE;
    }
  return inspections != NULL;
}

static gboolean
move_cases (const Moving *moving, GError **error)
{
  g_autoptr (GPtrArray) cases = list_of (moving, &ys_case_type, moving->drop, error);

  for (guint i = 0; cases != NULL && i < cases->len; i++)
    {
      YsCase *one = cases->pdata[i];

      if (is_finalised_at (moving, one->at))
        continue;
      one->compound_id = moving->keep;
      if (!ys_change_update (moving->editor->change, &ys_case_type, one, NULL, error))
        return FALSE;
    }
  return cases != NULL;
}

static gboolean
move_bonuses (const Moving *moving, GError **error)
{
  g_autoptr (GPtrArray) bonuses = list_of (moving, &ys_bonus_type, moving->drop, error);

  for (guint i = 0; bonuses != NULL && i < bonuses->len; i++)
    {
      YsBonus *bonus = bonuses->pdata[i];

      if (is_finalised (moving, bonus->period))
        continue;
      bonus->compound_id = moving->keep;
      if (!ys_change_update (moving->editor->change, &ys_bonus_type, bonus, NULL, error))
        return FALSE;
    }
  return bonuses != NULL;
}

/* Which of two is right nobody but the office knows. */
static gboolean
refuse_both (const char *what, const char *period, GError **error)
{
  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
               /* Translators: annex 2 sheet or satisfaction survey; a period */
               _ ("Both have their own %s for %s. Make them agree: take one away, then merge."),
               what, period);
  return FALSE;
}

static gboolean
move_surveys (const Moving *moving, GError **error)
{
  g_autoptr (GPtrArray) surveys = list_of (moving, &ys_survey_type, moving->drop, error);
  g_autoptr (GPtrArray) kept
      = surveys != NULL ? list_of (moving, &ys_survey_type, moving->keep, error) : NULL;

  for (guint i = 0; kept != NULL && i < surveys->len; i++)
    {
      YsSurvey *survey = surveys->pdata[i];

      if (is_finalised (moving, survey->period))
        continue;
      for (guint j = 0; j < kept->len; j++)
        if (g_str_equal (((const YsSurvey *)kept->pdata[j])->period, survey->period))
          return refuse_both (_ ("satisfaction survey"), survey->period, error);
      survey->compound_id = moving->keep;
      if (!ys_change_update (moving->editor->change, &ys_survey_type, survey, NULL, error))
        return FALSE;
    }
  return kept != NULL;
}

static gboolean
is_same_sheet (const YsAssessment *one, const YsAssessment *other)
{
  return one->annex == other->annex && g_str_equal (one->period, other->period)
         && g_str_equal (one->assessor, other->assessor);
}

static gboolean
move_sheets (const Moving *moving, GError **error)
{
  g_autoptr (GPtrArray) sheets = list_of (moving, &ys_assessment_type, moving->drop, error);
  g_autoptr (GPtrArray) kept
      = sheets != NULL ? list_of (moving, &ys_assessment_type, moving->keep, error) : NULL;

  for (guint i = 0; kept != NULL && i < sheets->len; i++)
    {
      YsAssessment *sheet = sheets->pdata[i];

      if (is_finalised (moving, sheet->period))
        continue;
      for (guint j = 0; j < kept->len; j++)
        if (is_same_sheet (kept->pdata[j], sheet))
          return refuse_both (ys_choice_label (ys_annex_choices, sheet->annex), sheet->period,
                              error);
      sheet->compound_id = moving->keep;
      if (!ys_change_update (moving->editor->change, &ys_assessment_type, sheet, NULL, error))
        return FALSE;
    }
  return kept != NULL;
}

gboolean
ys_registry_move_work (YsRegistryEditor *editor, gint64 keep_id, gint64 drop_id, GError **error)
{
  g_autoptr (GPtrArray) periods = ys_record_store_list (editor->ledger, &ys_period_type, error);
  const Moving moving = { editor, periods, keep_id, drop_id };

  return periods != NULL && move_inspections (&moving, error) && move_cases (&moving, error)
         && move_bonuses (&moving, error) && move_surveys (&moving, error)
         && move_sheets (&moving, error);
}
