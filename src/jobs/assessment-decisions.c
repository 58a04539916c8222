/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bonuses and surveys of a period; decisions about a sheet that is missing and about one defect
 * seen twice [002 §5.2, annex 2; RULINGS Scores]. */
#include "config.h"

#include "assessment-private.h"

#include "case-rules.h"
#include "finding-job.h"
#include "finding-private.h"
#include "inspection-store.h"
#include "job-error.h"
#include "record-store.h"
#include "text.h"

#include <glib/gi18n-lib.h>

#define WHOLE 10000 /* 100.00 per cent */

/* A change in an open period. */
static YsChange *
begin (YsLedger *ledger, const char *action, const char *period, GError **error)
{
  g_autoptr (YsChange) change = ys_change_begin (ledger, action, error);

  if (change == NULL || !ys_assessment_check_open (ledger, period, error))
    return NULL;
  return g_steal_pointer (&change);
}

static gboolean
need_reason (const char *reason, char **out_clean, GError **error)
{
  *out_clean = ys_text_clean (reason != NULL ? reason : "");
  if (**out_clean != '\0')
    return TRUE;
  g_clear_pointer (out_clean, g_free);
  g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED, _ ("Give a reason."));
  return FALSE;
}

gboolean
ys_bonus_add (YsLedger *ledger, YsBonus *bonus, GError **error)
{
  g_autoptr (YsChange) change = NULL;

  g_return_val_if_fail (ledger != NULL && bonus != NULL && bonus->period != NULL, FALSE);

  change = begin (ledger, "bonus", bonus->period, error);
  bonus->id = 0;
  return change != NULL && ys_change_insert (change, &ys_bonus_type, bonus, error)
         && ys_change_commit (change, NULL, error);
}

/* The first reason stays. */
static gboolean
check_not_withdrawn (const YsBonus *bonus, GError **error)
{
  if (!bonus->withdrawn)
    return TRUE;
  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
               _ ("This title was withdrawn before: %s. Undo that to give another reason."),
               bonus->withdrawn_reason != NULL ? bonus->withdrawn_reason : "");
  return FALSE;
}

gboolean
ys_bonus_withdraw (YsLedger *ledger, gint64 id, const char *reason, GError **error)
{
  g_autofree char *clean = NULL;
  g_autoptr (YsChange) change = NULL;
  YsBonus *bonus;
  gboolean done;

  g_return_val_if_fail (ledger != NULL, FALSE);

  if (!need_reason (reason, &clean, error))
    return FALSE;
  bonus = ys_record_new (&ys_bonus_type);
  done = ys_record_store_load (ledger, &ys_bonus_type, id, bonus, error)
         && check_not_withdrawn (bonus, error)
         && (change = begin (ledger, "bonus-withdraw", bonus->period, error)) != NULL;
  if (done)
    {
      bonus->withdrawn = TRUE;
      g_free (bonus->withdrawn_reason);
      bonus->withdrawn_reason = g_steal_pointer (&clean);
      done = ys_change_update (change, &ys_bonus_type, bonus, NULL, error)
             && ys_change_commit (change, NULL, error);
    }
  ys_record_free (&ys_bonus_type, bonus);
  return done;
}

GPtrArray *
ys_bonus_list (YsLedger *ledger, YsSpan span, gint64 compound_id, GError **error)
{
  g_autofree char *period = ys_span_name (span);
  GPtrArray *list;

  g_return_val_if_fail (ledger != NULL, NULL);

  list = ys_record_store_list_of_period (ledger, &ys_bonus_type, period, error);
  for (guint i = list != NULL ? list->len : 0; compound_id != 0 && i > 0; i--)
    if (((const YsBonus *)list->pdata[i - 1])->compound_id != compound_id)
      g_ptr_array_remove_index (list, i - 1);
  return list;
}

GPtrArray *
ys_survey_list (YsLedger *ledger, YsSpan span, GError **error)
{
  g_autofree char *period = ys_span_name (span);

  g_return_val_if_fail (ledger != NULL, NULL);

  return ys_record_store_list_of_period (ledger, &ys_survey_type, period, error);
}

gboolean
ys_survey_set (
    YsLedger *ledger, gint64 compound_id, YsSpan span, gint64 rate, gint64 coverage, GError **error)
{
  g_autofree char *period = ys_span_name (span);
  g_autoptr (YsChange) change = NULL;
  g_autoptr (GPtrArray) list = NULL;
  YsSurvey survey = { .compound_id = compound_id,
                      .period = period,
                      .rate = YS_NUMBER (rate),
                      .coverage = YS_NUMBER (coverage) };

  g_return_val_if_fail (ledger != NULL, FALSE);

  if (rate < 0 || rate > WHOLE || coverage < 0 || coverage > WHOLE)
    {
      g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                           _ ("Rate and coverage are percentages from 0 to 100."));
      return FALSE;
    }
  change = begin (ledger, "survey", period, error);
  list = change != NULL ? ys_survey_list (ledger, span, error) : NULL;
  if (list == NULL)
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    if (((const YsSurvey *)list->pdata[i])->compound_id == compound_id)
      survey.id = ((const YsSurvey *)list->pdata[i])->id;
  return (survey.id != 0 ? ys_change_update (change, &ys_survey_type, &survey, NULL, error)
                         : ys_change_insert (change, &ys_survey_type, &survey, error))
         && ys_change_commit (change, NULL, error);
}

GPtrArray *
ys_sheet_waivers (YsLedger *ledger, YsSpan span, GError **error)
{
  g_autofree char *period = ys_span_name (span);

  g_return_val_if_fail (ledger != NULL, NULL);

  return ys_record_store_list_of_period (ledger, &ys_sheet_waiver_type, period, error);
}

gboolean
ys_sheet_waive (YsLedger *ledger,
                gint64 compound_id,
                YsSpan span,
                const char *reason,
                YsInstant now,
                GError **error)
{
  g_autofree char *period = ys_span_name (span);
  g_autofree char *person = NULL;
  g_autofree char *clean = NULL;
  g_autoptr (YsChange) change = NULL;
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (ledger != NULL, FALSE);

  if (!need_reason (reason, &clean, error))
    return FALSE;
  person = ys_assessment_person (ledger, NULL);
  YsSheetWaiver waiver = {
    .compound_id = compound_id, .period = period, .reason = clean, .person = person, .at = now
  };
  change = begin (ledger, "sheet-waive", period, error);
  list = change != NULL ? ys_sheet_waivers (ledger, span, error) : NULL;
  if (list == NULL)
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    if (((const YsSheetWaiver *)list->pdata[i])->compound_id == compound_id)
      waiver.id = ((const YsSheetWaiver *)list->pdata[i])->id;
  return (waiver.id != 0 ? ys_change_update (change, &ys_sheet_waiver_type, &waiver, NULL, error)
                         : ys_change_insert (change, &ys_sheet_waiver_type, &waiver, error))
         && ys_change_commit (change, NULL, error);
}

/* Findings of one compound, clause and place stand beside each other. */
typedef struct
{
  gint64 id;
  gint64 inspection_id;
  gint64 compound_id;
  YsDate day;
  char *key; /* code and place */
} Candidate;

static void
candidate_clear (gpointer candidate)
{
  g_free (((Candidate *)candidate)->key);
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *one = a;
  const Candidate *other = b;
  int order;

  if (one->compound_id != other->compound_id)
    return one->compound_id < other->compound_id ? -1 : 1;
  order = ys_date_compare (one->day, other->day);
  if (order == 0)
    order = g_strcmp0 (one->key, other->key);
  return order != 0 ? order : (one->id > other->id) - (one->id < other->id);
}

static gboolean
add_candidate (const YsFindingView *view, gpointer user_data, GError **error)
{
  const YsFinding *finding = &view->finding;
  g_autofree char *place = ys_place_key (finding->place);
  Candidate candidate = { finding->id, finding->inspection_id, finding->compound_id,
                          ys_instant_to_date (finding->found_at), NULL };

  (void)error;
  if (!ys_level_counts (finding->level) || finding->state == YS_FINDING_WITHDRAWN)
    return TRUE;
  candidate.key = g_strdup_printf ("%s\n%s", view->code, place);
  g_array_append_val (user_data, candidate);
  return TRUE;
}

static gboolean
is_decided (GPtrArray *decisions, const Candidate *a, const Candidate *b)
{
  for (guint i = 0; i < decisions->len; i++)
    {
      const YsTwinDecision *decision = decisions->pdata[i];

      if ((decision->finding_id == a->id && decision->other_id == b->id)
          || (decision->finding_id == b->id && decision->other_id == a->id))
        return TRUE;
    }
  return FALSE;
}

/* Each later one of a group against the first, where another visit saw it. */
static void
add_twins (GArray *candidates, GPtrArray *decisions, GArray *twins)
{
  guint first = 0;

  for (guint i = 1; i < candidates->len; i++)
    {
      const Candidate *a = &g_array_index (candidates, Candidate, first);
      const Candidate *b = &g_array_index (candidates, Candidate, i);

      if (a->compound_id != b->compound_id || !ys_date_equal (a->day, b->day)
          || !g_str_equal (a->key, b->key))
        first = i;
      else if (a->inspection_id != b->inspection_id && !is_decided (decisions, a, b))
        {
          YsTwin twin = { a->id, b->id, a->compound_id };

          g_array_append_val (twins, twin);
        }
    }
}

GArray *
ys_twin_list (YsLedger *ledger, YsSpan span, GError **error)
{
  const YsFindingFilter filter = { .from = ys_span_start (span), .to = ys_span_end (span) };
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (GPtrArray) decisions = NULL;
  GArray *twins;

  g_return_val_if_fail (ledger != NULL, NULL);

  g_array_set_clear_func (candidates, candidate_clear);
  decisions = ys_record_store_list (ledger, &ys_twin_decision_type, error);
  /* Their codes and places do not depend on the hour: any instant will do. */
  if (decisions == NULL
      || !ys_finding_each (ledger, &filter, filter.to, add_candidate, candidates, error))
    return NULL;
  g_array_sort (candidates, compare_candidates);
  twins = g_array_new (FALSE, FALSE, sizeof (YsTwin));
  add_twins (candidates, decisions, twins);
  return twins;
}

/* What ys_twin_list() tells of: one compound, clause, place and day, two inspections that count. */
static gboolean
check_twins (const YsFindingView *one, const YsFindingView *other, GError **error)
{
  const YsFinding *a = &one->finding, *b = &other->finding;
  g_autofree char *place = ys_place_key (a->place);
  g_autofree char *other_place = ys_place_key (b->place);

  if (a->inspection_id != b->inspection_id && a->compound_id == b->compound_id
      && ys_level_counts (a->level) && ys_level_counts (b->level)
      && a->state != YS_FINDING_WITHDRAWN && b->state != YS_FINDING_WITHDRAWN
      && ys_date_equal (ys_instant_to_date (a->found_at), ys_instant_to_date (b->found_at))
      && g_str_equal (one->code, other->code) && g_str_equal (place, other_place))
    return TRUE;
  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
               /* Translators: numbers of two findings */
               _ ("Findings %d and %d cannot be one defect: that takes one compound, clause, place "
                  "and day, and two inspections that count. Choose two that are listed."),
               (int)a->id, (int)b->id);
  return FALSE;
}

static gboolean
check_undecided (YsLedger *ledger, gint64 finding_id, gint64 other_id, GError **error)
{
  const Candidate a = { .id = finding_id }, b = { .id = other_id };
  g_autoptr (GPtrArray) decisions = ys_record_store_list (ledger, &ys_twin_decision_type, error);

  if (decisions == NULL)
    return FALSE;
  if (!is_decided (decisions, &a, &b))
    return TRUE;
  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN,
               /* Translators: numbers of two findings */
               _ ("It was decided already whether findings %d and %d are one defect. Undo that "
                  "decision first."),
               (int)finding_id, (int)other_id);
  return FALSE;
}

/* A finalised period stays as it counted them, be it once or twice. */
static gboolean
check_decidable (YsFindingEditor *editor, gint64 finding_id, gint64 other_id, GError **error)
{
  g_autoptr (YsFindingView) one = ys_finding_load (editor->ledger, finding_id, 0, error);
  g_autoptr (YsFindingView) other
      = one != NULL ? ys_finding_load (editor->ledger, other_id, 0, error) : NULL;

  return other != NULL && check_undecided (editor->ledger, finding_id, other_id, error)
         && check_twins (one, other, error)
         && ys_finding_editor_check_open (editor, one->finding.found_at, error);
}

gboolean
ys_twin_decide (YsLedger *ledger,
                gint64 finding_id,
                gint64 other_id,
                gboolean once,
                const char *reason,
                YsInstant now,
                GError **error)
{
  g_autofree char *clean = NULL;
  g_autofree char *person = NULL;
  g_auto (YsFindingEditor) editor = { 0 };
  const YsStep step = { .kind = YS_EVENT_WITHDRAWN, .at = now, .text = reason };

  g_return_val_if_fail (ledger != NULL && finding_id != other_id, FALSE);

  if (!need_reason (reason, &clean, error))
    return FALSE;
  person = ys_assessment_person (ledger, NULL);
  YsTwinDecision decision = { .finding_id = finding_id,
                              .other_id = other_id,
                              .once = once,
                              .reason = clean,
                              .person = person,
                              .at = now };
  return ys_finding_editor_begin (&editor, ledger, "same-defect", error)
         && check_decidable (&editor, finding_id, other_id, error)
         && ys_change_insert (editor.change, &ys_twin_decision_type, &decision, error)
         && (!once || ys_finding_editor_step (&editor, other_id, &step, now, error))
         && ys_change_commit (editor.change, NULL, error);
}
