/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The months of a sample's last year scored: sheets, surveys and titles of who was visited, ties
 * decided, months finalised by the jobs that the office uses. A month is finalised on the 12th of
 * the month after the next, when the faults of its cases are decided; the last full month waits for
 * a person. */
#include "config.h"

#include "sample-private.h"

#include "period-job.h"
#include "record-store.h"

#define FINALISED_DAY 12
#define ASSESSOR "示例考核组"
#define MOST_PLACES 200
/* Built in, as annex 1 is. */
#define ANNEX_2_CATALOGUE 2
#define ANNEX_3_CATALOGUE 3

typedef struct
{
  YsLedger *ledger;
  YsSampleRandom random;
  YsRegistry *registry;
  GPtrArray *clauses; /* (element-type YsClause): all */
  YsSpan month;
  char *period;
  YsStanding *standing;
  YsChange *change;
} Scores;

/* 8:30 on the day when @month is finalised. */
static YsInstant
finalised_at (YsSpan month)
{
  return ys_span_start (ys_span_add (month, 2))
         + ((gint64)(FINALISED_DAY - 1) * 24 * 60 + 8 * 60 + 30) * 60;
}

static gboolean
add_item (Scores *scores,
          gint64 sheet,
          const YsClause *clause,
          gint64 count,
          gint64 points,
          GError **error)
{
  YsAssessmentItem item = { .assessment_id = sheet, .clause_id = clause->id };

  if (clause->kind == YS_CLAUSE_ITEM)
    item.points = YS_NUMBER (points);
  else
    item.count = YS_NUMBER (count);
  return ys_change_insert (scores->change, &ys_assessment_item_type, &item, error);
}

static gboolean
begin_sheet (Scores *scores, gint64 compound_id, int annex, gint64 *out_id, GError **error)
{
  YsAssessment sheet
      = { .compound_id = compound_id,
          .period = scores->period,
          .annex = annex,
          .catalogue_id = annex == YS_ANNEX_2 ? ANNEX_2_CATALOGUE : ANNEX_3_CATALOGUE,
          .assessor = (char *)ASSESSOR };
  gboolean done = ys_change_insert (scores->change, &ys_assessment_type, &sheet, error);

  *out_id = sheet.id;
  return done;
}

/* Little is wrong with most, activities with some; where nothing is, the first clause says so. */
static gboolean
add_annex_2 (Scores *scores, gint64 compound_id, GError **error)
{
  gint64 sheet;
  guint n = 0;

  if (!begin_sheet (scores, compound_id, YS_ANNEX_2, &sheet, error))
    return FALSE;
  for (guint i = 0; i < scores->clauses->len; i++)
    {
      const YsClause *clause = scores->clauses->pdata[i];
      gboolean extra = clause->kind == YS_CLAUSE_EXTRA;

      if (clause->catalogue_id != ANNEX_2_CATALOGUE || !clause->points.is_set
          || (!extra && clause->kind != YS_CLAUSE_DEDUCTION)
          || !ys_sample_percent (&scores->random, extra                        ? 30
                                                  : clause->points.value > 200 ? 5
                                                                               : 14))
        continue;
      n++;
      if (!add_item (scores, sheet, clause, 1 + ys_sample_below (&scores->random, 2), 0, error))
        return FALSE;
    }
  for (guint i = 0; n == 0 && i < scores->clauses->len; i++)
    {
      const YsClause *clause = scores->clauses->pdata[i];

      if (clause->catalogue_id != ANNEX_2_CATALOGUE || clause->kind != YS_CLAUSE_DEDUCTION)
        continue;
      return add_item (scores, sheet, clause, 0, 0, error);
    }
  return TRUE;
}

/* One in thirty has a branch on record and no organisation to show: the veto. */
static gboolean
add_annex_3 (Scores *scores, gint64 compound_id, GError **error)
{
  gboolean veto = ys_sample_below (&scores->random, 30) == 0;
  gint64 sheet;

  if (!begin_sheet (scores, compound_id, YS_ANNEX_3, &sheet, error))
    return FALSE;
  for (guint i = 0; i < scores->clauses->len; i++)
    {
      const YsClause *clause = scores->clauses->pdata[i];
      gint64 points = clause->points.value;

      if (clause->catalogue_id != ANNEX_3_CATALOGUE)
        continue;
      /* Half a point less now and then. */
      if (points >= 100 && ys_sample_percent (&scores->random, 25))
        points -= 50;
      if (!add_item (scores, sheet, clause, veto ? 0 : 1, points, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_survey (Scores *scores, gint64 compound_id, GError **error)
{
  YsSurvey survey = { .compound_id = compound_id,
                      .period = scores->period,
                      .rate = YS_NUMBER (7000 + ys_sample_below (&scores->random, 3000)),
                      .coverage = YS_NUMBER (7500 + ys_sample_below (&scores->random, 2500)) };

  return ys_change_insert (scores->change, &ys_survey_type, &survey, error);
}

static gboolean
add_bonus (Scores *scores, gint64 compound_id, GError **error)
{
  YsBonus bonus
      = { .compound_id = compound_id,
          .period = scores->period,
          .title = ys_sample_percent (&scores->random, 70) ? YS_TITLE_DISTRICT : YS_TITLE_CITY,
          .project = (char *)"示例项目" };

  return ys_change_insert (scores->change, &ys_bonus_type, &bonus, error);
}

/* Annex 3 is filled each quarter, a survey once a year for some. */
static gboolean
add_entries (Scores *scores, const YsStandingRow *row, GError **error)
{
  gboolean party = row->has_party_branch && scores->month.part % 3 == 0;
  gboolean survey = ys_sample_percent (&scores->random, 8);
  gboolean bonus = ys_sample_percent (&scores->random, 3);

  return add_annex_2 (scores, row->compound_id, error)
         && (!party || add_annex_3 (scores, row->compound_id, error))
         && (!survey || add_survey (scores, row->compound_id, error))
         && (!bonus || add_bonus (scores, row->compound_id, error));
}

static gboolean
load_standing (Scores *scores, YsInstant now, GError **error)
{
  g_clear_pointer (&scores->standing, ys_standing_unref);
  scores->standing
      = ys_standing_load (scores->ledger, scores->registry, scores->month, NULL, now, NULL, error);
  return scores->standing != NULL;
}

/* Whoever was visited, in the registry's order: ranks do not matter yet. */
static gboolean
fill_month (Scores *scores, YsInstant now, GError **error)
{
  gboolean done = load_standing (scores, now, error);

  if (!done)
    return FALSE;
  scores->change = ys_change_begin (scores->ledger, "sample", error);
  done = scores->change != NULL;
  for (guint i = 0; done && i < ys_registry_n_items (scores->registry); i++)
    {
      const YsStandingRow *row
          = ys_standing_find (scores->standing,
                              ys_registry_item (scores->registry, i)->compound->id);

      if (row != NULL && row->score.assessed)
        done = add_entries (scores, row, error);
    }
  done = done && ys_change_commit (scores->change, NULL, error);
  g_clear_pointer (&scores->change, ys_change_free);
  return done;
}

/* By lot: the places of a tie go round from a compound on. */
static gboolean
decide_group (Scores *scores, const YsAwardPending *group, YsInstant now, GError **error)
{
  YsPrizePlace places[MOST_PLACES];
  guint n = MIN (group->compounds->len, MOST_PLACES);
  guint first = ys_sample_below (&scores->random, n);

  for (guint i = 0; i < n; i++)
    places[i] = (YsPrizePlace){ g_array_index (group->compounds, gint64, (first + i) % n),
                                g_array_index (group->prizes, int, i) };
  return ys_award_decide (scores->ledger, scores->standing, places, n, "示例领导小组",
                          "示例：会议抽签决定", now, error);
}

static gboolean
decide_month (Scores *scores, YsInstant now, GError **error)
{
  const YsAwards *awards;

  if (!load_standing (scores, now, error))
    return FALSE;
  awards = ys_standing_awards (scores->standing);
  for (guint i = 0; i < awards->pending->len; i++)
    if (!decide_group (scores, awards->pending->pdata[i], now, error))
      return FALSE;
  return TRUE;
}

static gboolean
make_month (Scores *scores, GError **error)
{
  YsInstant now = finalised_at (scores->month);
  g_autofree char *period = ys_span_name (scores->month);

  scores->period = period;
  if (!fill_month (scores, MIN (now, YS_SAMPLE_NOW), error))
    return FALSE;
  if (now > YS_SAMPLE_NOW || ys_standing_n_assessed (scores->standing) == 0)
    return TRUE;
  return decide_month (scores, now, error)
         && ys_period_finalise (scores->ledger, scores->registry, scores->month, NULL, now, error);
}

gboolean
ys_sample_fill_scores (YsLedger *ledger, guint32 seed, GError **error)
{
  Scores scores = { .ledger = ledger, .random = ys_sample_random (seed ^ 0x27d4eb2du) };
  YsSpan current = ys_span_of (YS_SPAN_MONTH, ys_instant_to_date (YS_SAMPLE_NOW));
  gboolean done;

  scores.registry = ys_registry_load (ledger, error);
  scores.clauses
      = scores.registry != NULL ? ys_record_store_list (ledger, &ys_clause_type, error) : NULL;
  done = scores.clauses != NULL;
  for (int back = 11; done && back >= 1; back--)
    {
      scores.month = ys_span_add (current, -back);
      done = make_month (&scores, error);
    }
  g_clear_pointer (&scores.standing, ys_standing_unref);
  g_clear_pointer (&scores.clauses, g_ptr_array_unref);
  g_clear_pointer (&scores.registry, ys_registry_unref);
  return done;
}
