/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adds up what the ledger holds of a period. Findings stream past the rule that prices them, so
 * that the price has one place; a reopened period does not charge what a later one charged
 * meanwhile. */
#include "config.h"

#include "standing-data.h"

#include "award-record.h"
#include "record-store.h"

YsScoreQuery
ys_standing_query (const YsStanding *standing, gint64 compound_id)
{
  return (YsScoreQuery){
    .from = ys_span_start (standing->span),
    .to = ys_span_end (standing->span),
    .compound_id = compound_id,
    .levels = standing->book->scheme->levels,
  };
}

/* When the period of this kind that holds @at was finalised; 0: it is open. Free days may lie in
 * several: what one of them charged itself is not charged again, so the last finalising counts. */
static YsInstant
closed_at (const YsStanding *standing, YsInstant at)
{
  gboolean overlap = standing->span.kind == YS_SPAN_CUSTOM;
  YsInstant latest = 0;

  for (guint i = standing->closed->len; i > 0; i--)
    {
      const YsClosedSpan *closed = &g_array_index (standing->closed, YsClosedSpan, i - 1);

      if (at >= closed->start && at < closed->end)
        latest = MAX (latest, closed->finalised_at);
      if (at >= closed->start && !overlap)
        break;
    }
  return latest;
}

gboolean
ys_standing_is_charged (const YsStanding *standing, const char *key)
{
  return standing->charged != NULL && g_hash_table_contains (standing->charged, key);
}

gboolean
ys_standing_see_finding (const YsStanding *standing,
                         const YsScoreFinding *row,
                         YsFinding *out_finding)
{
  *out_finding = row->finding;
  if (!standing->counts[row->finding.level] || row->finding.state == YS_FINDING_WITHDRAWN)
    return FALSE;
  if (row->finding.level != YS_INSPECTION_LEVEL_CITY
      && row->finding.level != YS_INSPECTION_LEVEL_DISTRICT)
    out_finding->points = YS_NUMBER (row->clause_points * row->finding.count.value);
  /* As it was known when the period was finalised. */
  if (standing->as_of != 0 && out_finding->rechecked_at > standing->as_of)
    out_finding->rectified_at = 0;
  if (standing->rectified != NULL && g_hash_table_contains (standing->rectified, &row->finding.id))
    out_finding->rectified_at = row->finding.found_at;
  return standing->dropped == NULL || !g_hash_table_contains (standing->dropped, &row->finding.id);
}

YsFindingCost
ys_standing_cost (const YsStanding *standing, const YsFinding *finding, gboolean late)
{
  YsInstant finalised_at = late ? closed_at (standing, finding->found_at) : 0;
  YsFindingCost cost
      = ys_finding_cost (finding, standing->book->scheme, finalised_at, standing->now);

  if (late)
    {
      cost.base = 0;
      if (finalised_at == 0 || !cost.second_late)
        cost.second = 0;
    }
  else if (cost.second != 0 && standing->charged != NULL)
    {
      g_autofree char *key = g_strdup_printf ("second %" G_GINT64_FORMAT, finding->id);

      if (ys_standing_is_charged (standing, key))
        cost.second = 0;
    }
  return cost;
}

gboolean
ys_standing_counts_fault (const YsStanding *standing, const YsScoreFault *fault, gboolean late)
{
  if (standing->as_of != 0 && fault->decided_at > standing->as_of)
    return FALSE;
  if (late)
    {
      YsInstant finalised_at = closed_at (standing, fault->at);

      return finalised_at != 0 && fault->decided_at > finalised_at;
    }
  if (standing->charged != NULL)
    {
      g_autofree char *key = g_strdup_printf ("fault %" G_GINT64_FORMAT " %s", fault->case_id,
                                              ys_choice_official (ys_fault_choices, fault->fault));

      return !ys_standing_is_charged (standing, key);
    }
  return TRUE;
}

typedef struct
{
  YsStanding *standing;
  gboolean late;
} Gathering;

static void
add_finding (const YsScoreFinding *row, gpointer user_data)
{
  const Gathering *gathering = user_data;
  YsStandingRow *sums = ys_standing_row_of (gathering->standing, row->finding.compound_id);
  YsFinding finding;
  YsFindingCost cost;

  if (sums == NULL || !ys_standing_see_finding (gathering->standing, row, &finding))
    return;
  cost = ys_standing_cost (gathering->standing, &finding, gathering->late);
  sums->parts.finding_points += cost.base + cost.second;
  if (gathering->late)
    return;
  sums->n_places += (guint)finding.count.value;
  if (finding.rectified_at == 0)
    sums->open_places += finding.count.value;
}

static void
add_visits (gint64 compound_id, guint n_visits, gpointer user_data)
{
  const Gathering *gathering = user_data;
  YsStandingRow *sums = ys_standing_row_of (gathering->standing, compound_id);

  if (sums == NULL)
    return;
  sums->n_visits += n_visits;
  sums->parts.assessed = TRUE;
}

static void
add_fault (const YsScoreFault *fault, gpointer user_data)
{
  const Gathering *gathering = user_data;
  YsStandingRow *sums = ys_standing_row_of (gathering->standing, fault->compound_id);

  if (sums != NULL && ys_standing_counts_fault (gathering->standing, fault, gathering->late))
    sums->parts.n_faults++;
}

static void
forget (YsStandingRow *row)
{
  row->parts.finding_points = 0;
  row->parts.n_faults = 0;
  row->parts.assessed = FALSE;
  row->n_places = 0;
  row->open_places = 0;
  row->n_visits = 0;
}

gboolean
ys_standing_gather (YsStanding *standing, YsLedger *ledger, gint64 compound_id, GError **error)
{
  YsScoreQuery query = ys_standing_query (standing, compound_id);
  Gathering gathering = { standing, FALSE };

  if (compound_id != 0)
    forget (ys_standing_row_of (standing, compound_id));
  for (guint i = 0; compound_id == 0 && i < standing->rows->len; i++)
    forget (&g_array_index (standing->rows, YsStandingRow, i));
  if (!ys_score_store_findings (ledger, &query, add_finding, &gathering, error)
      || !ys_score_store_visits (ledger, &query, add_visits, &gathering, error)
      || !ys_score_store_faults (ledger, &query, add_fault, &gathering, error))
    return FALSE;
  if (standing->closed->len == 0)
    return TRUE;
  query.late = gathering.late = TRUE;
  return ys_score_store_findings (ledger, &query, add_finding, &gathering, error)
         && ys_score_store_faults (ledger, &query, add_fault, &gathering, error);
}

static gboolean
gather_sheets (YsStanding *standing, YsLedger *ledger, GError **error)
{
  g_autoptr (GArray) sums = ys_assessment_sums (ledger, standing->span, error);

  for (guint i = 0; sums != NULL && i < sums->len; i++)
    {
      const YsAssessmentSum *sum = &g_array_index (sums, YsAssessmentSum, i);
      YsStandingRow *row = ys_standing_row_of (standing, sum->compound_id);

      /* A sheet whose lines were all taken off says nothing. */
      if (row == NULL || sum->n_set == 0)
        continue;
      if (sum->annex == YS_ANNEX_2)
        {
          row->parts.has_sheet = TRUE;
          row->parts.sheet_deductions = sum->deductions;
          row->parts.sheet_extras = sum->extras;
        }
      else if (sum->annex == YS_ANNEX_3)
        {
          row->party_points = sum->points;
          row->veto = sum->veto;
        }
    }
  return sums != NULL;
}

static gboolean
gather_bonuses (YsStanding *standing, YsLedger *ledger, GError **error)
{
  g_autoptr (GPtrArray) list = ys_bonus_list (ledger, standing->span, 0, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const YsBonus *bonus = list->pdata[i];
      YsStandingRow *row = ys_standing_row_of (standing, bonus->compound_id);

      if (row != NULL && !bonus->withdrawn)
        row->parts.bonus_points += ys_title_points (standing->book->scheme, bonus->title);
    }
  return list != NULL;
}

static gboolean
gather_surveys (YsStanding *standing, YsLedger *ledger, GError **error)
{
  g_autoptr (GPtrArray) list = ys_survey_list (ledger, standing->span, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const YsSurvey *survey = list->pdata[i];
      YsStandingRow *row = ys_standing_row_of (standing, survey->compound_id);

      if (row != NULL)
        row->parts.survey_points += ys_survey_points (standing->book->scheme, survey->rate.value,
                                                      survey->coverage.value);
    }
  return list != NULL;
}

static gboolean
gather_choices (YsStanding *standing, YsLedger *ledger, GError **error)
{
  g_autofree char *period = ys_span_name (standing->span);
  g_autoptr (GPtrArray) list
      = ys_record_store_list_of_period (ledger, &ys_award_decision_type, period, error);

  g_array_set_size (standing->choices, 0);
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const YsAwardDecision *decision = list->pdata[i];
      YsAwardChoice choice = { decision->compound_id, decision->red, decision->prize };

      g_array_append_val (standing->choices, choice);
    }
  return list != NULL;
}

gboolean
ys_standing_gather_entries (YsStanding *standing, YsLedger *ledger, GError **error)
{
  for (guint i = 0; i < standing->rows->len; i++)
    {
      YsStandingRow *row = &g_array_index (standing->rows, YsStandingRow, i);

      row->parts.has_sheet = FALSE;
      row->parts.sheet_deductions = row->parts.sheet_extras = 0;
      row->parts.survey_points = row->parts.bonus_points = 0;
      row->party_points = -1;
      row->veto = FALSE;
    }
  return gather_sheets (standing, ledger, error) && gather_bonuses (standing, ledger, error)
         && gather_surveys (standing, ledger, error) && gather_choices (standing, ledger, error);
}
