/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random months against the oracle: 10,000 through the rules, some dozens through a ledger on disk.
 * Invariants on the way: the order of entry never matters, a finding never raises a score, what is
 * paid out is what was awarded. */
#include "config.h"

#include "score-compare.h"

#define N_RANDOM 10000
#define N_MOST ORACLE_MAX_COMPOUNDS

typedef struct
{
  YsScoreParts parts[N_MOST];
  YsScore scores[N_MOST];
  YsRankRow ranks[N_MOST];
  guint n_ranks;
  gint64 open[N_MOST];
  YsAwards *awards;
} Ours;

static gboolean
is_in (YsInstant at, YsInstant from, YsInstant to)
{
  return at >= from && at < to;
}

static void
add_finding (const OracleLedger *ledger, const YsFinding *stored, Ours *ours)
{
  YsScoreParts *parts = &ours->parts[stored->compound_id - 1];
  YsFinding finding = *stored;
  YsFindingCost cost;

  if (finding.level != YS_INSPECTION_LEVEL_CITY && finding.level != YS_INSPECTION_LEVEL_DISTRICT)
    finding.points = YS_NUMBER (100 * finding.count.value);
  if (is_in (finding.found_at, ledger->start, ledger->end))
    {
      cost = ys_finding_cost (&finding, &ledger->scheme, 0, ledger->now);
      parts->finding_points += cost.base + cost.second;
      if (finding.state != YS_FINDING_WITHDRAWN && finding.rectified_at == 0
          && ys_scheme_level_counts (&ledger->scheme, finding.level))
        ours->open[finding.compound_id - 1] += finding.count.value;
    }
  else if (is_in (finding.found_at, ledger->before, ledger->start) && ledger->finalised_at != 0)
    {
      cost = ys_finding_cost (&finding, &ledger->scheme, ledger->finalised_at, ledger->now);
      if (cost.second_late && is_in (cost.second_at, ledger->start, ledger->end))
        parts->finding_points += cost.second;
    }
}

static void
add_entry (const OracleLedger *ledger, guint i, Ours *ours)
{
  const OracleEntry *entry = &ledger->entries[i];
  YsScoreParts *parts = &ours->parts[i];

  parts->has_sheet = entry->has_sheet;
  parts->sheet_deductions = 500 * entry->n_wrong;
  parts->sheet_extras = 200 * entry->n_activities;
  if (entry->has_survey)
    parts->survey_points = ys_survey_points (&ledger->scheme, entry->rate, entry->coverage);
  for (int title = YS_TITLE_DISTRICT; title <= YS_TITLE_STATE; title++)
    parts->bonus_points += entry->titles[title] * ys_title_points (&ledger->scheme, title);
}

static void
add_faults (const OracleLedger *ledger, Ours *ours)
{
  for (guint i = 0; i < ledger->cases->len; i++)
    {
      const OracleCase *one = &g_array_index (ledger->cases, OracleCase, i);

      for (int fault = 1; !one->withdrawn && fault <= YS_N_FAULTS; fault++)
        if (one->decision[fault] == YS_DECISION_CONFIRMED
            && (is_in (one->at, ledger->start, ledger->end)
                || (is_in (one->at, ledger->before, ledger->start) && ledger->finalised_at != 0
                    && one->decided_at[fault] > ledger->finalised_at
                    && is_in (one->decided_at[fault], ledger->start, ledger->end))))
          ours->parts[one->compound].n_faults++;
    }
}

static void
award_ours (const OracleLedger *ledger, Ours *ours)
{
  const YsPrize *prizes[]
      = { &ledger->prizes[0], &ledger->prizes[1], &ledger->prizes[2], &ledger->prizes[3] };
  YsPartySheet sheets[N_MOST];
  YsAwardChoice choices[2 * N_MOST];
  guint n_sheets = 0, n_choices = 0;

  for (guint i = 0; i < ledger->n_compounds; i++)
    {
      const OracleEntry *entry = &ledger->entries[i];

      if (entry->has_party_sheet)
        sheets[n_sheets++] = (YsPartySheet){ i + 1, entry->party_points, !entry->has_party };
      if (entry->choice != YS_PRIZE_UNKNOWN)
        choices[n_choices++] = (YsAwardChoice){ i + 1, FALSE, entry->choice };
      if (entry->red_choice != YS_PRIZE_UNKNOWN)
        choices[n_choices++] = (YsAwardChoice){ i + 1, TRUE, entry->red_choice };
    }
  ours->awards
      = ys_award (ours->ranks, ours->n_ranks, prizes, 4, sheets, n_sheets, choices, n_choices);
}

static void
work_out (const OracleLedger *ledger, Ours *ours)
{
  *ours = (Ours){ 0 };
  for (guint i = 0; i < ledger->findings->len; i++)
    add_finding (ledger, &g_array_index (ledger->findings, YsFinding, i), ours);
  for (guint i = 0; i < ledger->visits->len; i++)
    {
      const OracleVisit *visit = &g_array_index (ledger->visits, OracleVisit, i);

      if (!visit->withdrawn && is_in (visit->at, ledger->start, ledger->end)
          && ys_scheme_level_counts (&ledger->scheme, visit->level))
        ours->parts[visit->compound].assessed = TRUE;
    }
  add_faults (ledger, ours);
  for (guint i = 0; i < ledger->n_compounds; i++)
    {
      add_entry (ledger, i, ours);
      ours->scores[i] = ys_score (&ours->parts[i], NULL, 0, &ledger->scheme);
      if (ours->scores[i].assessed)
        ours->ranks[ours->n_ranks++] = (YsRankRow){ .compound_id = i + 1,
                                                    .score = ours->scores[i].score,
                                                    .open_places = ours->open[i],
                                                    .n_faults = ours->parts[i].n_faults,
                                                    .long_term = ours->scores[i].long_term };
    }
  ys_rank (ours->ranks, ours->n_ranks, ledger->scheme.chain);
  award_ours (ledger, ours);
}

/* As rows of a standing, so that both ways are compared alike. */
static YsStandingRow
row_of (const Ours *ours, guint i)
{
  YsStandingRow row = { .compound_id = i + 1,
                        .parts = ours->parts[i],
                        .score = ours->scores[i],
                        .open_places = ours->open[i] };

  for (guint j = 0; j < ours->n_ranks; j++)
    if (ours->ranks[j].compound_id == i + 1)
      {
        row.rank = ours->ranks[j].rank;
        row.tied = ours->ranks[j].tied;
        row.equal = ours->ranks[j].equal;
      }
  for (guint j = 0; j < ours->awards->rows->len; j++)
    {
      const YsAwardRow *award = &g_array_index (ours->awards->rows, YsAwardRow, j);

      if (award->compound_id != i + 1)
        continue;
      row.amount += award->amount;
      if (award->prize == YS_PRIZE_RED)
        row.red = TRUE;
      else
        row.prize = award->prize;
    }
  for (guint j = 0; j < ours->awards->pending->len; j++)
    {
      const YsAwardPending *pending = ours->awards->pending->pdata[j];

      for (guint k = 0; pending->rank != 0 && k < pending->compounds->len; k++)
        row.is_pending |= g_array_index (pending->compounds, gint64, k) == i + 1;
    }
  return row;
}

/* Each award in shares among persons: to the fen. */
static void
assert_payouts (const YsAwards *awards, guint seed)
{
  gint64 paid = 0;

  for (guint i = 0; i < awards->rows->len; i++)
    {
      const YsAwardRow *award = &g_array_index (awards->rows, YsAwardRow, i);
      gint64 shares[7], sum = 0;
      guint n = 1 + (seed + i) % 7;

      ys_award_split (award->amount, n, shares);
      for (guint j = 0; j < n; j++)
        {
          sum += shares[j];
          g_assert_cmpint (shares[0] - shares[j], >=, 0);
          g_assert_cmpint (shares[0] - shares[j], <=, 1);
        }
      g_assert_cmpint (sum, ==, award->amount);
      paid += sum;
    }
  g_assert_cmpint (paid, ==, awards->total);
}

/* Without any one of its findings no compound has less. */
static void
assert_never_raises (const OracleLedger *ledger, const Ours *with)
{
  for (guint i = 0; i < ledger->findings->len; i++)
    {
      YsFinding *finding = &g_array_index (ledger->findings, YsFinding, i);
      guint compound = (guint)finding->compound_id - 1;
      int state = finding->state;
      Ours without;

      finding->state = YS_FINDING_WITHDRAWN;
      work_out (ledger, &without);
      finding->state = state;
      g_assert_cmpint (with->scores[compound].score, <=, without.scores[compound].score);
      ys_awards_free (without.awards);
    }
}

static void
assert_order_never_matters (OracleLedger *ledger, const OracleResult *expected)
{
  Ours ours;

  compare_reverse (ledger->findings);
  compare_reverse (ledger->visits);
  compare_reverse (ledger->cases);
  work_out (ledger, &ours);
  for (guint i = 0; i < ledger->n_compounds; i++)
    {
      YsStandingRow row = row_of (&ours, i);

      compare_row (&row, &expected->rows[i]);
    }
  ys_awards_free (ours.awards);
}

static void
test_rules (gconstpointer data)
{
  guint part = GPOINTER_TO_UINT (data);
  guint n_pending = 0, n_ties = 0;

  for (guint seed = part * N_RANDOM / 10; seed < (part + 1) * N_RANDOM / 10; seed++)
    {
      OracleLedger *ledger = oracle_random (seed);
      OracleResult expected;
      Ours ours;

      if (seed % 2 == 1)
        oracle_decide (ledger, seed);
      expected = oracle_work_out (ledger);
      work_out (ledger, &ours);
      for (guint i = 0; i < ledger->n_compounds; i++)
        {
          YsStandingRow row = row_of (&ours, i);

          compare_row (&row, &expected.rows[i]);
          n_ties += row.tied ? 1 : 0;
          n_pending += row.is_pending ? 1 : 0;
        }
      g_assert_cmpint (ours.awards->total, ==, expected.total);
      g_assert_cmpint (ours.awards->pending_total, ==, expected.pending_total);
      g_assert_cmpint (ours.awards->red_id, ==, expected.red);
      assert_payouts (ours.awards, seed);
      if (seed % 10 == 0)
        assert_never_raises (ledger, &ours);
      assert_order_never_matters (ledger, &expected);
      ys_awards_free (ours.awards);
      oracle_free (ledger);
    }
  /* The random months do hold what they are made for. */
  g_assert_cmpuint (n_ties, >, 50);
  g_assert_cmpuint (n_pending, >, 50);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *name = g_strdup_printf ("/jobs/score-oracle/rules/%u", i * N_RANDOM / 10);
      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_rules);
    }
  return g_test_run ();
}
