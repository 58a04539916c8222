/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adds up what the ledger holds of a period. Findings stream past the rule that prices them, so
 * that the price has one place; what another period froze is not charged again. */
#include "config.h"

#include "standing-data.h"

#include "award-record.h"
#include "finding-rules.h"
#include "record-store.h"

/* What happened in closed periods falls here only where one of them was open again meanwhile. */
static YsInstant
late_since (const YsStanding *standing)
{
  YsInstant start = ys_span_start (standing->span);

  for (guint i = standing->closed->len; i > 0 && standing->moved_from != 0; i--)
    {
      const YsClosedSpan *closed = &g_array_index (standing->closed, YsClosedSpan, i - 1);

      if (closed->end != start || closed->start < standing->moved_from)
        break;
      start = closed->start;
    }
  return start;
}

YsScoreQuery
ys_standing_query (const YsStanding *standing, gint64 compound_id)
{
  return (YsScoreQuery){
    .from = ys_span_start (standing->span),
    .to = ys_span_end (standing->span),
    .late_since = late_since (standing),
    .compound_id = compound_id,
    .levels = standing->book->scheme->levels,
  };
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

/* Free days may lie in several periods, each of which charges its own; what fell behind one fell
 * behind periods that were final then. */
static gboolean
is_charged_second (const YsStanding *standing, gint64 finding_id, gboolean late)
{
  gboolean overlap = !late && standing->span.kind == YS_SPAN_CUSTOM;
  char key[32];

  if (g_hash_table_size (standing->charged) == 0 || (overlap && !standing->reopened))
    return FALSE;
  g_snprintf (key, sizeof key, "second %" G_GINT64_FORMAT, finding_id);
  if (ys_standing_is_charged (standing, key))
    return TRUE;
  if (overlap)
    return FALSE;
  g_snprintf (key, sizeof key, "own %" G_GINT64_FORMAT, finding_id);
  return ys_standing_is_charged (standing, key);
}

/* What was not frozen elsewhere and falls here; a scheme that charged nothing for being overdue has
 * the last word on what was overdue by then. */
static gboolean
charges_late (const YsStanding *standing, const YsFinding *finding, YsInstant second_at)
{
  const YsClosedSpan *own = ys_standing_closed_at (standing, finding->found_at);

  return own != NULL && ys_standing_falls_here (standing, own, second_at)
         && !is_charged_second (standing, finding->id, TRUE)
         && (second_at > own->finalised_at || !own->is_read || own->doubles);
}

YsFindingCost
ys_standing_cost (const YsStanding *standing, const YsFinding *finding, gboolean late)
{
  YsFindingCost cost = ys_finding_cost (finding, standing->book->scheme, 0, standing->now);

  if (late)
    cost.base = 0;
  if (cost.second != 0
      && (late ? !charges_late (standing, finding, cost.second_at)
               : is_charged_second (standing, finding->id, FALSE)))
    cost.second = 0;
  return cost;
}

gboolean
ys_standing_counts_fault (const YsStanding *standing, const YsScoreFault *fault, gboolean late)
{
  gboolean overlap = !late && standing->span.kind == YS_SPAN_CUSTOM;
  g_autofree char *key = NULL;

  if (standing->as_of != 0 && fault->decided_at > standing->as_of)
    return FALSE;
  if (late)
    {
      const YsClosedSpan *own = ys_standing_closed_at (standing, fault->at);

      if (own == NULL || !ys_standing_falls_here (standing, own, fault->decided_at))
        return FALSE;
    }
  if (g_hash_table_size (standing->charged) == 0 || (overlap && !standing->reopened))
    return TRUE;
  key = g_strdup_printf ("%sfault %" G_GINT64_FORMAT " %s", overlap ? "late " : "", fault->case_id,
                         ys_choice_official (ys_fault_choices, fault->fault));
  return !ys_standing_is_charged (standing, key);
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

/* What may fall here out of closed periods; what they charged is read before any of it counts. */
typedef struct
{
  const YsStanding *standing;
  GArray *findings; /* of YsScoreFinding */
  GArray *faults;   /* of YsScoreFault */
  YsInstant first;  /* found or dispatched; G_MAXINT64: none */
} Late;

static void
keep_finding (const YsScoreFinding *row, gpointer user_data)
{
  Late *late = user_data;
  YsFinding finding;

  if (!ys_standing_see_finding (late->standing, row, &finding)
      || !ys_finding_is_overdue (&finding, late->standing->now)
      || ys_standing_closed_at (late->standing, finding.found_at) == NULL)
    return;
  g_array_append_val (late->findings, *row);
  late->first = MIN (late->first, finding.found_at);
}

static void
keep_fault (const YsScoreFault *fault, gpointer user_data)
{
  Late *late = user_data;

  if (ys_standing_closed_at (late->standing, fault->at) == NULL)
    return;
  g_array_append_val (late->faults, *fault);
  late->first = MIN (late->first, fault->at);
}

static gboolean
gather_late (YsStanding *standing, YsLedger *ledger, gint64 compound_id, GError **error)
{
  YsScoreQuery query = ys_standing_query (standing, compound_id);
  Gathering gathering = { standing, TRUE };
  g_autoptr (GArray) findings = g_array_new (FALSE, FALSE, sizeof (YsScoreFinding));
  g_autoptr (GArray) faults = g_array_new (FALSE, FALSE, sizeof (YsScoreFault));
  Late late = { standing, findings, faults, G_MAXINT64 };

  query.late = TRUE;
  if (!ys_score_store_findings (ledger, &query, keep_finding, &late, error)
      || !ys_score_store_faults (ledger, &query, keep_fault, &late, error)
      || !ys_standing_read_frozen (standing, ledger, late.first, error))
    return FALSE;
  for (guint i = 0; i < findings->len; i++)
    add_finding (&g_array_index (findings, YsScoreFinding, i), &gathering);
  for (guint i = 0; i < faults->len; i++)
    add_fault (&g_array_index (faults, YsScoreFault, i), &gathering);
  return TRUE;
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
  /* Before anything is counted: a reopened period does not charge what another one froze. */
  return ys_standing_read_frozen (standing, ledger, G_MAXINT64, error)
         && ys_score_store_findings (ledger, &query, add_finding, &gathering, error)
         && ys_score_store_visits (ledger, &query, add_visits, &gathering, error)
         && ys_score_store_faults (ledger, &query, add_fault, &gathering, error)
         && (standing->closed->len == 0 || gather_late (standing, ledger, compound_id, error));
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
