/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See period-fixture.h. */
#include "config.h"

#include "period-fixture.h"

#include "inspection-job.h"

#define N_COMPOUNDS 3
#define N_LINES 3
/* 2 × 3000.00 + 2024.00 */
#define TOTAL 802400
#define HOUR 3600

void
period_fixture_prepare (YsLedger *ledger, gint64 community)
{
  fixture_add_compound (ledger, community, "安居小区");
  fixture_add_compound (ledger, community, "梅花园");
}

static YsSpan
span_of (gint64 number)
{
  return ys_span_add (ys_span_of (YS_SPAN_MONTH, (YsDate){ 2020, 1, 1 }), (int)number - 1);
}

/* Nine o'clock after the month. */
static YsInstant
after (gint64 number)
{
  return ys_span_end (span_of (number)) + 9 * HOUR;
}

gboolean
period_fixture_visit (YsLedger *ledger, gint64 number, GError **error)
{
  for (gint64 compound = 1; compound <= N_COMPOUNDS; compound++)
    {
      YsInspection inspection = { .compound_id = compound,
                                  .level = YS_INSPECTION_LEVEL_CITY,
                                  .kind = YS_INSPECTION_KIND_SPECIAL,
                                  .at = ys_span_start (span_of (number)) + 9 * HOUR };

      if (ys_inspection_add (ledger, &inspection, NULL, 0, NULL, error) == 0)
        return FALSE;
    }
  return TRUE;
}

gboolean
period_fixture_sheet (YsLedger *ledger, gint64 number, gint64 compound, GError **error)
{
  static const YsAssessmentEdit edits[N_LINES]
      = { { "A2-01", "1", "示例" }, { "A2-02", "1", NULL }, { "A2-03", "0", NULL } };

  return ys_assessment_set (ledger, compound, span_of (number), YS_ANNEX_2, "示例", edits, N_LINES,
                            error);
}

static YsStanding *
load (YsLedger *ledger, gint64 number, YsRegistry **out_registry, GError **error)
{
  g_autoptr (YsRegistry) registry = ys_registry_load (ledger, error);
  YsStanding *standing = registry != NULL ? ys_standing_load (ledger, registry, span_of (number),
                                                              NULL, after (number), NULL, error)
                                          : NULL;

  if (out_registry != NULL && standing != NULL)
    *out_registry = g_steal_pointer (&registry);
  return standing;
}

gboolean
period_fixture_decide (YsLedger *ledger, gint64 number, GError **error)
{
  static const YsPrizePlace places[N_COMPOUNDS]
      = { { 1, YS_PRIZE_FIRST }, { 2, YS_PRIZE_FIRST }, { 3, YS_PRIZE_SECOND } };
  g_autoptr (YsStanding) standing = load (ledger, number, NULL, error);

  return standing != NULL
         && (ys_standing_awards (standing)->pending->len == 0
             || ys_award_decide (ledger, standing, places, N_COMPOUNDS, "示例", "示例",
                                 after (number), error));
}

gboolean
period_fixture_finalise (YsLedger *ledger, gint64 number, GError **error)
{
  g_autoptr (YsRegistry) registry = ys_registry_load (ledger, error);

  return registry != NULL
         && ys_period_finalise (ledger, registry, span_of (number), NULL, after (number), error);
}

static void
check_finalised (YsLedger *ledger, gint64 number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsStanding) standing = load (ledger, number, NULL, &error);
  g_autoptr (GPtrArray) lines = NULL;

  g_assert_no_error (error);
  g_assert_true (ys_standing_is_final (standing));
  g_assert_cmpuint (ys_standing_n_assessed (standing), ==, N_COMPOUNDS);
  g_assert_cmpint (ys_standing_awards (standing)->total, ==, TOTAL);
  lines = ys_standing_explain (standing, ledger, N_COMPOUNDS, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, 2); /* A2-01 and A2-02 */
}

gint64
period_fixture_check (YsLedger *ledger)
{
  gint64 n = ys_record_store_count (ledger, &ys_period_version_type, NULL);
  gint64 sheets = ys_record_store_count (ledger, &ys_assessment_type, NULL);
  gint64 decisions = ys_record_store_count (ledger, &ys_award_decision_type, NULL);

  g_assert_cmpint (n, ==, ys_record_store_count (ledger, &ys_period_type, NULL));
  g_assert_cmpint (ys_record_store_count (ledger, &ys_assessment_item_type, NULL), ==,
                   N_LINES * sheets);
  g_assert_cmpint (decisions % N_COMPOUNDS, ==, 0);
  for (gint64 number = 1; number <= n; number++)
    check_finalised (ledger, number);
  fixture_assert_verifies (ledger);
  return n;
}
