/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The oracle's random months written into ledgers on disk, in either order of entry, the month
 * before finalised in between: the standing, its working and its refresh. */
#include "config.h"

#include "score-compare.h"
#include "score-fixture.h"

#include "change.h"
#include "record-store.h"

#define N_LEDGERS 30
#define N_MOST ORACLE_MAX_COMPOUNDS

/* Ids of what was written, by index. */
typedef struct
{
  ScoreFixture *fixture;
  OracleLedger *ledger;
  YsChange *change;
  gint64 compounds[N_MOST];
} Writing;

static void
insert (Writing *writing, const YsRecordType *type, gpointer record)
{
  g_autoptr (GError) error = NULL;

  ys_change_insert (writing->change, type, record, &error);
  g_assert_no_error (error);
}

static void
begin (Writing *writing)
{
  writing->change = ys_change_begin (writing->fixture->base.ledger, "import", NULL);
  g_assert_nonnull (writing->change);
}

static void
commit (Writing *writing)
{
  g_autoptr (GError) error = NULL;

  ys_change_commit (writing->change, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&writing->change, ys_change_free);
}

static void
write_scheme (Writing *writing)
{
  YsScheme scheme = writing->ledger->scheme;

  insert (writing, &ys_scheme_type, &scheme);
  for (guint i = 0; i < 4; i++)
    {
      YsPrize prize = writing->ledger->prizes[i];

      prize.scheme_id = scheme.id;
      insert (writing, &ys_prize_type, &prize);
    }
}

static void
write_visit (Writing *writing, const OracleVisit *visit)
{
  YsInspection inspection = { .compound_id = writing->compounds[visit->compound],
                              .level = visit->level,
                              .kind = YS_INSPECTION_KIND_SPECIAL,
                              .at = visit->at,
                              .catalogue_id = 1,
                              .withdrawn = visit->withdrawn,
                              .withdrawn_reason = visit->withdrawn ? (char *)"示例" : NULL };

  insert (writing, &ys_inspection_type, &inspection);
  for (guint i = 0; i < visit->n_findings; i++)
    {
      YsFinding finding
          = g_array_index (writing->ledger->findings, YsFinding, visit->first_finding + i);

      finding.id = 0;
      finding.inspection_id = inspection.id;
      finding.compound_id = inspection.compound_id;
      finding.clause_id = 1 + i;
      insert (writing, &ys_finding_type, &finding);
    }
}

static void
write_faults (Writing *writing, const OracleCase *one, gint64 case_id, gboolean late)
{
  for (int kind = 1; kind <= YS_N_FAULTS; kind++)
    {
      YsCaseFault fault = { .case_id = case_id,
                            .fault = kind,
                            .decision = one->decision[kind],
                            .reason = (char *)"示例",
                            .person = (char *)"示例",
                            .at = one->decided_at[kind] };

      if (fault.decision != YS_DECISION_NONE
          && late
                 == (writing->ledger->finalised_at != 0
                     && fault.at > writing->ledger->finalised_at))
        insert (writing, &ys_case_fault_type, &fault);
    }
}

static gint64
write_case (Writing *writing, const OracleCase *one, guint number)
{
  g_autofree char *name = g_strdup_printf ("示例-%u", number);
  YsCase record = { .number = name,
                    .level = YS_INSPECTION_LEVEL_CITY,
                    .compound_id = writing->compounds[one->compound],
                    .clause_id = 1,
                    .at = one->at,
                    .state = one->withdrawn ? YS_CASE_WITHDRAWN : YS_CASE_RECEIVED };

  insert (writing, &ys_case_type, &record);
  return record.id;
}

static void
write_sheet (Writing *writing, guint i, int annex, gint64 first, gint64 second)
{
  gint64 catalogue = annex;
  YsAssessment sheet = { .compound_id = writing->compounds[i],
                         .period = (char *)"2026-10",
                         .annex = annex,
                         .catalogue_id = catalogue,
                         .assessor = (char *)"示例" };
  YsAssessmentItem items[2] = { { .count = YS_NUMBER (first) }, { 0 } };
  static const char *const codes[4][2]
      = { { "", "" }, { "", "" }, { "A2-05", "A2-14" }, { "A3-01", "A3-02" } };

  if (annex == YS_ANNEX_2)
    items[1].count = YS_NUMBER (second);
  else
    items[1].points = YS_NUMBER (second);
  insert (writing, &ys_assessment_type, &sheet);
  for (guint j = 0; j < 2; j++)
    {
      items[j].assessment_id = sheet.id;
      /* Version 1 of every annex is built in: the only one with these codes. */
      items[j].clause_id = ys_record_store_find (writing->fixture->base.ledger, &ys_clause_type,
                                                 "code", codes[annex][j], NULL);
      g_assert_cmpint (items[j].clause_id, >, 0);
      insert (writing, &ys_assessment_item_type, &items[j]);
    }
}

static void
write_bonus (Writing *writing, guint i, int title, gboolean withdrawn)
{
  YsBonus bonus = { .compound_id = writing->compounds[i],
                    .period = (char *)"2026-10",
                    .title = title,
                    .withdrawn = withdrawn,
                    .withdrawn_reason = withdrawn ? (char *)"示例" : NULL };

  insert (writing, &ys_bonus_type, &bonus);
}

static void
write_decision (Writing *writing, guint i, gboolean red, int prize)
{
  YsAwardDecision decision = { .period = (char *)"2026-10",
                               .compound_id = writing->compounds[i],
                               .red = red,
                               .prize = prize,
                               .person = (char *)"示例",
                               .reason = (char *)"示例",
                               .at = writing->ledger->now };

  if (prize != YS_PRIZE_UNKNOWN)
    insert (writing, &ys_award_decision_type, &decision);
}

static void
write_entry (Writing *writing, guint i)
{
  const OracleEntry *entry = &writing->ledger->entries[i];

  if (entry->has_sheet)
    write_sheet (writing, i, YS_ANNEX_2, entry->n_wrong, entry->n_activities);
  if (entry->has_party_sheet)
    write_sheet (writing, i, YS_ANNEX_3, entry->has_party ? 1 : 0, entry->party_points);
  if (entry->has_survey)
    {
      YsSurvey survey = { .compound_id = writing->compounds[i],
                          .period = (char *)"2026-10",
                          .rate = YS_NUMBER (entry->rate),
                          .coverage = YS_NUMBER (entry->coverage) };

      insert (writing, &ys_survey_type, &survey);
    }
  for (int title = YS_TITLE_DISTRICT; title <= YS_TITLE_STATE; title++)
    for (guint j = 0; j < entry->titles[title]; j++)
      write_bonus (writing, i, title, FALSE);
  for (guint j = 0; j < entry->withdrawn_titles; j++)
    write_bonus (writing, i, YS_TITLE_STATE, TRUE);
  write_decision (writing, i, FALSE, entry->choice);
  write_decision (writing, i, TRUE, entry->red_choice);
}

static char *
iso (YsInstant at)
{
  return ys_instant_to_iso (at);
}

/* Everything of the month before is there when it is frozen; later decisions follow. */
static void
write_ledger (Writing *writing)
{
  OracleLedger *ledger = writing->ledger;
  g_autofree gint64 *cases = g_new0 (gint64, ledger->cases->len + 1);

  begin (writing);
  write_scheme (writing);
  for (guint i = 0; i < ledger->visits->len; i++)
    write_visit (writing, &g_array_index (ledger->visits, OracleVisit, i));
  for (guint i = 0; i < ledger->cases->len; i++)
    {
      const OracleCase *one = &g_array_index (ledger->cases, OracleCase, i);

      cases[i] = write_case (writing, one, i);
      write_faults (writing, one, cases[i], FALSE);
    }
  for (guint i = 0; i < ledger->n_compounds; i++)
    write_entry (writing, i);
  commit (writing);
  if (ledger->finalised_at != 0)
    {
      g_autofree char *at = iso (ledger->finalised_at);

      score_finalise (writing->fixture, "2026-09", at);
      begin (writing);
      for (guint i = 0; i < ledger->cases->len; i++)
        write_faults (writing, &g_array_index (ledger->cases, OracleCase, i), cases[i], TRUE);
      commit (writing);
    }
}

static void
assert_standing (const Writing *writing, const YsStanding *standing, const OracleResult *expected)
{
  const YsAwards *awards = ys_standing_awards (standing);

  for (guint i = 0; i < writing->ledger->n_compounds; i++)
    {
      const YsStandingRow *row = ys_standing_find (standing, writing->compounds[i]);
      g_autofree char *working = score_explain (writing->fixture, standing, writing->compounds[i]);

      g_assert_nonnull (row);
      compare_row (row, &expected->rows[i]);
    }
  g_assert_cmpint (awards->total, ==, expected->total);
  g_assert_cmpint (awards->pending_total, ==, expected->pending_total);
  g_assert_cmpint (awards->red_id, ==,
                   expected->red != 0 ? writing->compounds[expected->red - 1] : 0);
}

/* Its minute: the clock of a command has no seconds. */
static void
test_ledger (gconstpointer data)
{
  guint seed = GPOINTER_TO_UINT (data);
  ScoreFixture fixture = { 0 };
  Writing writing = { .fixture = &fixture, .ledger = oracle_random (seed) };
  OracleResult expected;

  fixture_set_up (&fixture.base, NULL);
  writing.ledger->now -= writing.ledger->now % 60;
  writing.ledger->finalised_at -= writing.ledger->finalised_at % 60;
  if (seed % 3 != 0)
    oracle_decide (writing.ledger, seed);
  if (seed % 2 == 1)
    {
      /* Another order of entry. */
      compare_reverse (writing.ledger->visits);
      compare_reverse (writing.ledger->cases);
    }
  expected = oracle_work_out (writing.ledger);
  for (guint i = 0; i < writing.ledger->n_compounds; i++)
    {
      g_autofree char *name = g_strdup_printf ("示例%u苑", i);

      writing.compounds[i]
          = fixture_add (&fixture.base, name, "示例社区", "party_branch=yes", NULL);
    }
  g_autofree char *now = iso (writing.ledger->now);
  g_autoptr (YsStanding) early = score_load (&fixture, "2026-10", "2026-10-01T00:00", NULL);
  write_ledger (&writing);
  g_autoptr (YsStanding) standing = score_load (&fixture, "2026-10", now, NULL);
  assert_standing (&writing, standing, &expected);
  /* Brought up to date it is the same as loaded anew. */
  g_autoptr (YsRegistry) registry = ys_registry_load (fixture.base.ledger, NULL);
  g_assert_true (
      ys_standing_refresh (early, fixture.base.ledger, registry, writing.ledger->now, NULL));
  score_assert_same (early, standing);
  oracle_free (writing.ledger);
  fixture_tear_down (&fixture.base, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < N_LEDGERS; i++)
    {
      g_autofree char *name = g_strdup_printf ("/jobs/score-ledger/%u", 20000 + i);
      g_test_add_data_func (name, GUINT_TO_POINTER (20000 + i), test_ledger);
    }
  return g_test_run ();
}
