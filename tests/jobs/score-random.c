/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random months with few distinct values, so that ties, boundaries and the last minute are common.
 */
#include "config.h"

#include "score-oracle.h"

#define DAY 86400
#define OCTOBER 1790784000 /* 2026-10-01T00:00 in Asia/Shanghai */

static gint64
below (GRand *random, gint32 n)
{
  return g_rand_int_range (random, 0, n);
}

static gboolean
chance (GRand *random, gint32 percent)
{
  return below (random, 100) < percent;
}

static const char *const levels[]
    = { "district city", "district city", "city", "town district city" };
static const char *const chains[]
    = { "open faults long_term", "open faults long_term", "", "long_term", "faults open" };

static void
random_scheme (GRand *random, OracleLedger *ledger)
{
  static const gint64 weights[] = { 6000, 6000, 7000, 10000, 3333, 0 };
  gint64 weight = weights[below (random, G_N_ELEMENTS (weights))];

  ledger->scheme = (YsScheme){
    .version = YS_NUMBER (2),
    .valid_from = { 1950, 1, 1 },
    .reason = (char *)"示例",
    .levels = (char *)levels[below (random, G_N_ELEMENTS (levels))],
    .long_weight = YS_NUMBER (weight),
    .property_weight = YS_NUMBER (10000 - weight),
    .long_base = YS_NUMBER (10000),
    .property_base = YS_NUMBER (10000),
    .long_floor = chance (random, 80) ? YS_NUMBER (0) : YS_NUMBER_UNSET,
    .property_floor = chance (random, 80) ? YS_NUMBER (0) : YS_NUMBER_UNSET,
    .property_cap = chance (random, 80) ? YS_NUMBER_UNSET : YS_NUMBER (11000),
    .score_cap = chance (random, 80) ? YS_NUMBER_UNSET : YS_NUMBER (10000),
    .overdue_factor = YS_NUMBER (chance (random, 70) ? 2 : 1 + below (random, 3)),
    .fault_points = YS_NUMBER (200),
    .title_district = YS_NUMBER (300),
    .title_city = YS_NUMBER (500),
    .title_province = YS_NUMBER (700),
    .title_state = YS_NUMBER (1000),
    .survey_coverage = YS_NUMBER (8000),
    .survey_rate_1 = YS_NUMBER (8000),
    .survey_points_1 = YS_NUMBER (500),
    .survey_rate_2 = YS_NUMBER (9000),
    .survey_points_2 = YS_NUMBER (1000),
    .longer = YS_LONGER_ANEW,
    .rounding = YS_ROUNDING_AWAY + (int)below (random, 3),
    .chain = (char *)chains[below (random, G_N_ELEMENTS (chains))],
  };
  for (int i = 0; i < 4; i++)
    ledger->prizes[i] = (YsPrize){ .position = YS_NUMBER (i + 1),
                                   .prize = YS_PRIZE_FIRST + i,
                                   .name = (char *)"示例",
                                   .places = YS_NUMBER (below (random, i == 3 ? 3 : 4)),
                                   .amount = YS_NUMBER (100000 + 100 * below (random, 3000)) };
}

static YsInstant
random_instant (GRand *random, YsInstant from, YsInstant to)
{
  return from + below (random, (gint32)((to - from) / 60)) * 60;
}

static void
random_end (GRand *random, YsFinding *finding)
{
  YsInstant turn = finding->deadline != 0 ? finding->deadline : finding->found_at;

  if (chance (random, 55))
    {
      /* In time, at the last second, a second too late, much too late. */
      static const int after[] = { -3600, 0, 59, 60, 86400 };

      finding->state = YS_FINDING_CLOSED;
      finding->rectified_at
          = MAX (finding->found_at, turn + after[below (random, G_N_ELEMENTS (after))]);
      finding->rechecked_at = finding->rectified_at + 60 * below (random, 3000);
    }
  else if (chance (random, 15))
    finding->paused_at = MAX (finding->found_at, turn - 60);
  else if (chance (random, 30))
    {
      finding->state = YS_FINDING_REPORTED;
      finding->reported_at = finding->found_at + 60;
    }
}

static void
random_finding (GRand *random, OracleLedger *ledger, const OracleVisit *visit)
{
  YsFinding finding = { .id = (gint64)ledger->findings->len + 1,
                        .compound_id = visit->compound + 1,
                        .level = visit->level,
                        .count = YS_NUMBER (1 + (chance (random, 30) ? below (random, 4) : 0)),
                        .found_at = visit->at,
                        .starts_at = visit->at,
                        .state = YS_FINDING_FOUND };

  if (visit->level == YS_INSPECTION_LEVEL_CITY || visit->level == YS_INSPECTION_LEVEL_DISTRICT)
    finding.points = YS_NUMBER ((chance (random, 10) ? 2533 : 100) * finding.count.value);
  else
    finding.points = YS_NUMBER (0);
  if (!chance (random, 5))
    finding.deadline = visit->at + 60 * below (random, 20 * 1440);
  random_end (random, &finding);
  if (visit->withdrawn || chance (random, 8))
    finding.state = YS_FINDING_WITHDRAWN;
  g_array_append_val (ledger->findings, finding);
}

static void
random_visits (GRand *random, OracleLedger *ledger)
{
  guint n = (guint)below (random, 14);

  for (guint i = 0; i < n; i++)
    {
      OracleVisit visit
          = { .compound = (guint)below (random, (gint32)ledger->n_compounds),
              .level = chance (random, 75) ? YS_INSPECTION_LEVEL_DISTRICT + (int)below (random, 2)
                                           : 1 + (int)below (random, 5),
              .at = random_instant (random, ledger->before, ledger->end + DAY),
              .withdrawn = chance (random, 8),
              .first_finding = ledger->findings->len,
              .n_findings = chance (random, 40) ? 0 : (guint)below (random, 4) };

      if (chance (random, 60))
        visit.at = random_instant (random, ledger->start, ledger->start + 10 * DAY);
      for (guint j = 0; j < visit.n_findings; j++)
        random_finding (random, ledger, &visit);
      g_array_append_val (ledger->visits, visit);
    }
}

static void
random_cases (GRand *random, OracleLedger *ledger)
{
  guint n = (guint)below (random, 6);

  for (guint i = 0; i < n; i++)
    {
      OracleCase one = { .compound = (guint)below (random, (gint32)ledger->n_compounds),
                         .at = random_instant (random, ledger->before, ledger->end),
                         .withdrawn = chance (random, 10) };

      for (int fault = 1; fault <= YS_N_FAULTS; fault++)
        if (chance (random, 30))
          {
            one.decision[fault]
                = chance (random, 75) ? YS_DECISION_CONFIRMED : YS_DECISION_REJECTED;
            one.decided_at[fault] = random_instant (random, one.at, one.at + 30 * DAY);
          }
      g_array_append_val (ledger->cases, one);
    }
}

static void
random_entry (GRand *random, OracleEntry *entry)
{
  static const gint64 rates[] = { 0, 7999, 8000, 8999, 9000, 10000 };

  entry->has_sheet = chance (random, 50);
  entry->n_wrong = entry->has_sheet ? below (random, chance (random, 10) ? 30 : 3) : 0;
  entry->n_activities = entry->has_sheet ? below (random, 3) : 0;
  entry->has_survey = chance (random, 30);
  entry->rate = rates[below (random, G_N_ELEMENTS (rates))];
  entry->coverage = rates[below (random, G_N_ELEMENTS (rates))];
  entry->has_party_sheet = chance (random, 40);
  entry->has_party = chance (random, 80);
  entry->party_points = 50 * below (random, 4);
  if (chance (random, 20))
    entry->titles[1 + below (random, 4)] = 1 + (guint)below (random, 2);
  entry->withdrawn_titles = chance (random, 10) ? 1 : 0;
}

/* The minutes where something turns are worth more than others. */
static YsInstant
random_turn (GRand *random, const OracleLedger *ledger, YsInstant from, YsInstant to)
{
  for (guint i = 0; i < ledger->findings->len; i++)
    {
      const YsFinding *finding = &g_array_index (ledger->findings, YsFinding, i);
      YsInstant turn = finding->deadline + 59 + below (random, 2);

      if (turn >= from && turn < to && chance (random, 30))
        return turn;
    }
  return random_instant (random, from, to);
}

OracleLedger *
oracle_random (guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  OracleLedger *ledger = g_new0 (OracleLedger, 1);

  ledger->start = OCTOBER;
  ledger->before = OCTOBER - 30 * DAY;
  ledger->end = OCTOBER + 31 * DAY;
  ledger->visits = g_array_new (FALSE, TRUE, sizeof (OracleVisit));
  ledger->findings = g_array_new (FALSE, TRUE, sizeof (YsFinding));
  ledger->cases = g_array_new (FALSE, TRUE, sizeof (OracleCase));
  ledger->n_compounds = 1 + (guint)below (random, ORACLE_MAX_COMPOUNDS);
  random_scheme (random, ledger);
  random_visits (random, ledger);
  random_cases (random, ledger);
  for (guint i = 0; i < ledger->n_compounds; i++)
    random_entry (random, &ledger->entries[i]);
  ledger->finalised_at = chance (random, 60)
                             ? random_turn (random, ledger, ledger->start, ledger->start + 10 * DAY)
                             : 0;
  ledger->now = random_turn (random, ledger, MAX (ledger->start, ledger->finalised_at),
                             ledger->end + 20 * DAY);
  return ledger;
}

void
oracle_free (OracleLedger *ledger)
{
  g_array_unref (ledger->visits);
  g_array_unref (ledger->findings);
  g_array_unref (ledger->cases);
  g_free (ledger);
}

void
oracle_decide (OracleLedger *ledger, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  OracleResult result = oracle_work_out (ledger);

  for (guint i = 0; i < ledger->n_compounds; i++)
    {
      OracleEntry *entry = &ledger->entries[i];
      const OracleRow *row = &result.rows[i];

      /* Two of three: any of the five words may stand there. */
      if (row->pending || chance (random, 10))
        entry->choice
            = chance (random, 90) ? YS_PRIZE_FIRST + (int)below (random, 5) : YS_PRIZE_UNKNOWN;
      if (row->red_pending || chance (random, 10))
        entry->red_choice = chance (random, 50) ? YS_PRIZE_RED : YS_PRIZE_NONE;
    }
}
