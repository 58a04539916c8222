/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is looked at before a period is finalised, each found and each not found; finalising,
 * reopening, finalising again, and what changed between. */
#include "config.h"

#include "score-fixture.h"

#include "case-job.h"
#include "catalogue-job.h"
#include "inspection-job.h"
#include "job-error.h"
#include "period-job.h"

#define CITY YS_INSPECTION_LEVEL_CITY
#define DISTRICT YS_INSPECTION_LEVEL_DISTRICT
#define NOW "2026-11-02T09:00"

static const char *const check_words[] = {
  [YS_CHECK_NOT_OVER] = "not-over",       [YS_CHECK_PENDING] = "pending",
  [YS_CHECK_SHEET_MISSING] = "sheet",     [YS_CHECK_FAULT_PROPOSED] = "fault",
  [YS_CHECK_NEVER_INSPECTED] = "never",   [YS_CHECK_FEWER_VISITS] = "fewer",
  [YS_CHECK_UNSPECIFIED] = "unspecified", [YS_CHECK_OBJECTION_OPEN] = "objection",
  [YS_CHECK_PROVISIONAL] = "provisional", [YS_CHECK_TWIN] = "twin",
  [YS_CHECK_SHEETS_DIFFER] = "differ",    [YS_CHECK_STRICTNESS] = "strict",
  [YS_CHECK_PAYOUT] = "payout",
};

static YsRegistry *
load_registry (ScoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  YsRegistry *registry = ys_registry_load (fixture->base.ledger, &error);

  g_assert_no_error (error);
  return registry;
}

static GPtrArray *
load_checks (ScoreFixture *fixture, const char *period, const char *now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsRegistry) registry = load_registry (fixture);
  g_autoptr (YsStanding) standing = score_load (fixture, period, now, NULL);
  GPtrArray *checks
      = ys_period_checks (fixture->base.ledger, registry, standing, score_instant (now), &error);

  g_assert_no_error (error);
  return checks;
}

/* (transfer full): "sheet! 甲苑 乙苑; unspecified": ! stops. The figures that the source leaves
 * blank are left out: they are always there. */
static char *
describe_checks (ScoreFixture *fixture, const char *period, const char *now)
{
  g_autoptr (GPtrArray) checks = load_checks (fixture, period, now);
  g_autoptr (YsRegistry) registry = load_registry (fixture);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < checks->len; i++)
    {
      const YsPeriodCheck *check = checks->pdata[i];

      g_assert_cmpstr (check->sentence, !=, "");
      g_assert_null (strstr (check->sentence, "%s"));
      if (check->kind == YS_CHECK_UNSPECIFIED)
        continue;
      g_string_append_printf (text, "%s%s%s", text->len > 0 ? "; " : "", check_words[check->kind],
                              check->stops ? "!" : "");
      for (guint c = 0; c < check->compounds->len; c++)
        {
          const char *name
              = ys_registry_find (registry, g_array_index (check->compounds, gint64, c))
                    ->compound->name;

          g_string_append_printf (text, " %s", name);
          g_assert_nonnull (strstr (check->sentence, name));
        }
    }
  return g_string_free (text, FALSE);
}

static void
assert_checks (ScoreFixture *fixture, const char *period, const char *now, const char *expected)
{
  g_autofree char *text = describe_checks (fixture, period, now);

  g_assert_cmpstr (text, ==, expected);
}

/* 甲, 乙, 丙 are visited and have a sheet where nothing was wrong but for the points that set them
 * apart: nothing is left to look at. */
static void
enter_all (ScoreFixture *fixture)
{
  gint64 ids[] = { fixture->a, fixture->b, fixture->c };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *sheet = g_strdup_printf ("A2-01=%u", i);

      score_visit (fixture, ids[i], CITY, "2026-10-12T09:00", "");
      score_sheet (fixture, ids[i], "2026-10", YS_ANNEX_2, sheet);
    }
}

static void
test_nothing (ScoreFixture *fixture, gconstpointer data)
{
  enter_all (fixture);
  assert_checks (fixture, "2026-10", NOW, "");
}

static void
test_not_over (ScoreFixture *fixture, gconstpointer data)
{
  enter_all (fixture);
  assert_checks (fixture, "2026-10", "2026-10-31T23:59", "not-over!");
  assert_checks (fixture, "2026-10", "2026-11-01T00:00", "");
}

/* 乙 and 丙 share places two and three: the first prize and the second. */
static void
test_pending (ScoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  enter_all (fixture);
  score_sheet (fixture, fixture->c, "2026-10", YS_ANNEX_2, "A2-01=1");
  assert_checks (fixture, "2026-10", NOW, "pending! 乙苑 丙苑");
  g_autoptr (YsStanding) standing = score_load (fixture, "2026-10", NOW, NULL);
  YsPrizePlace place = { fixture->b, YS_PRIZE_FIRST };
  YsPrizePlace both[] = { place, { fixture->c, YS_PRIZE_SECOND } };
  g_assert_true (ys_award_decide (fixture->base.ledger, standing, both, 2, "示例", "示例",
                                  score_instant (NOW), &error));
  g_assert_no_error (error);
  assert_checks (fixture, "2026-10", NOW, "");
}

/* Missing, entered, emptied again, waived; who is not assessed needs none. */
static void
test_sheet (ScoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  score_visit (fixture, fixture->a, CITY, "2026-10-12T09:00", "A1-01");
  score_visit (fixture, fixture->b, CITY, "2026-10-12T09:00", "");
  assert_checks (fixture, "2026-10", NOW, "sheet! 乙苑 甲苑; never 丙苑");
  score_sheet (fixture, fixture->a, "2026-10", YS_ANNEX_2, "A2-01=0");
  score_sheet (fixture, fixture->b, "2026-10", YS_ANNEX_2, "A2-01=0");
  assert_checks (fixture, "2026-10", NOW, "never 丙苑");
  score_sheet (fixture, fixture->b, "2026-10", YS_ANNEX_2, "A2-01=");
  assert_checks (fixture, "2026-10", NOW, "sheet! 乙苑; never 丙苑");
  g_assert_false (ys_sheet_waive (fixture->base.ledger, fixture->b, score_span ("2026-10"), " ",
                                  score_instant (NOW), &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  g_clear_error (&error);
  /* Decided twice: the later reason stands. */
  for (int i = 0; i < 2; i++)
    ys_sheet_waive (fixture->base.ledger, fixture->b, score_span ("2026-10"),
                    i == 0 ? "当月停检" : "当月封闭施工", score_instant (NOW), &error);
  g_assert_no_error (error);
  assert_checks (fixture, "2026-10", NOW, "never 丙苑");
  g_autoptr (GPtrArray) waivers
      = ys_sheet_waivers (fixture->base.ledger, score_span ("2026-10"), &error);
  g_assert_cmpuint (waivers->len, ==, 1);
  g_assert_cmpstr (((const YsSheetWaiver *)waivers->pdata[0])->reason, ==, "当月封闭施工");
}

/* No reply in time is proposed as overdue at once. */
static void
test_fault (ScoreFixture *fixture, gconstpointer data)
{
  gint64 id;

  enter_all (fixture);
  id = score_case (fixture, fixture->a, "2026-10-20T09:00");
  assert_checks (fixture, "2026-10", NOW, "fault 甲苑");
  assert_checks (fixture, "2026-09", NOW, "never 甲苑 乙苑 丙苑");
  score_confirm (fixture, id, YS_FAULT_OVERDUE, NOW);
  assert_checks (fixture, "2026-10", NOW, "");
}

static void
test_fewer (ScoreFixture *fixture, gconstpointer data)
{
  enter_all (fixture);
  score_visit (fixture, fixture->a, DISTRICT, "2026-10-13T09:00", "");
  assert_checks (fixture, "2026-10", NOW, "");
  score_visit (fixture, fixture->b, DISTRICT, "2026-10-13T09:00", "");
  assert_checks (fixture, "2026-10", NOW, "fewer 丙苑");
}

static gboolean
says_unspecified (ScoreFixture *fixture)
{
  g_autoptr (GPtrArray) checks = load_checks (fixture, "2026-10", NOW);

  for (guint i = 0; i < checks->len; i++)
    if (((const YsPeriodCheck *)checks->pdata[i])->kind == YS_CHECK_UNSPECIFIED)
      return TRUE;
  return FALSE;
}

/* 有一例扣[ ]分: A2-07 and A2-11 have no figure until one is set. */
static void
test_unspecified (ScoreFixture *fixture, gconstpointer data)
{
  static const YsClauseEdit edits[]
      = { { "A2-07", "points", "3.00" }, { "A2-11", "points", "1.00" } };
  const YsDate today = { 2026, 11, 2 };
  g_autoptr (GError) error = NULL;

  enter_all (fixture);
  g_assert_true (says_unspecified (fixture));
  ys_catalogue_set (fixture->base.ledger, edits, 1, YS_DATE_UNKNOWN, "示例", today, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (says_unspecified (fixture));
  ys_catalogue_set (fixture->base.ledger, edits, 2, YS_DATE_UNKNOWN, "示例", today, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (says_unspecified (fixture));
}

static void
test_objection (ScoreFixture *fixture, gconstpointer data)
{
  gint64 finding;

  enter_all (fixture);
  finding = score_visit (fixture, fixture->c, CITY, "2026-10-13T09:00", "A1-01");
  assert_checks (fixture, "2026-10", NOW, "");
  score_step (fixture, finding, "objection 2026-10-13T10:00");
  assert_checks (fixture, "2026-10", NOW, "objection 丙苑");
  score_step (fixture, finding, "overruled 2026-10-14T10:00");
  assert_checks (fixture, "2026-10", NOW, "");
  score_step (fixture, finding, "objection 2026-10-14T11:00");
  assert_checks (fixture, "2026-10", NOW, "objection 丙苑");
}

/* 2031 has no notice yet. */
static void
test_provisional (ScoreFixture *fixture, gconstpointer data)
{
  score_visit (fixture, fixture->a, CITY, "2031-03-12T09:00", "A1-01");
  score_sheet (fixture, fixture->a, "2031-03", YS_ANNEX_2, "A2-01=0");
  assert_checks (fixture, "2031-03", "2031-04-01T09:00", "never 乙苑 丙苑; provisional 甲苑");
}

/* The same clause at the same place, seen twice on one day by city and district. */
static void
test_twin (ScoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 first, other;

  enter_all (fixture);
  first = score_visit (fixture, fixture->c, CITY, "2026-10-13T09:00", "A1-01");
  score_visit (fixture, fixture->c, DISTRICT, "2026-10-13T14:30", "A1-02");
  score_visit (fixture, fixture->c, DISTRICT, "2026-10-14T09:00", "A1-01");
  score_visit (fixture, fixture->b, CITY, "2026-10-13T09:00", "A1-01");
  score_visit (fixture, fixture->b, CITY, "2026-10-14T09:00", "");
  score_visit (fixture, fixture->b, CITY, "2026-10-15T09:00", "");
  assert_checks (fixture, "2026-10", NOW, "fewer 甲苑");
  other = score_visit (fixture, fixture->c, DISTRICT, "2026-10-13T15:00", "A1-01");
  assert_checks (fixture, "2026-10", NOW, "fewer 甲苑; twin 丙苑");
  ys_twin_decide (fixture->base.ledger, first, other, TRUE, "同一处", score_instant (NOW), &error);
  g_assert_no_error (error);
  assert_checks (fixture, "2026-10", NOW, "fewer 甲苑");
  g_autoptr (YsStanding) standing = score_load (fixture, "2026-10", NOW, NULL);
  /* A1-01 of the 13th and the 14th, A1-02: all overdue by November; the twin counts nothing. */
  g_assert_cmpint (ys_standing_find (standing, fixture->c)->parts.finding_points, ==, 600);
}

static void
set_as (ScoreFixture *fixture, const char *assessor, const char *code, const char *value)
{
  g_autoptr (GError) error = NULL;
  const YsAssessmentEdit edit = { code, value, NULL };

  ys_assessment_set (fixture->base.ledger, fixture->a, score_span ("2026-10"), YS_ANNEX_2, assessor,
                     &edit, 1, &error);
  g_assert_no_error (error);
}

static void
test_differ (ScoreFixture *fixture, gconstpointer data)
{
  enter_all (fixture);
  set_as (fixture, "示例丁", "A2-02", "1");
  assert_checks (fixture, "2026-10", NOW, "");
  set_as (fixture, "示例戊", "A2-02", "2");
  assert_checks (fixture, "2026-10", NOW, "differ 甲苑");
  set_as (fixture, "示例戊", "A2-02", "1");
  assert_checks (fixture, "2026-10", NOW, "");
}

static void
visit_by (ScoreFixture *fixture, const char *inspectors, const char *at, guint n_findings)
{
  g_autoptr (GError) error = NULL;
  YsFindingEntry entries[8] = { { 0 } };
  YsInspection inspection = { .compound_id = fixture->a,
                              .level = CITY,
                              .kind = YS_INSPECTION_KIND_SPECIAL,
                              .at = score_instant (at),
                              .inspectors = (char *)inspectors };

  for (guint i = 0; i < n_findings; i++)
    entries[i] = (YsFindingEntry){ .code = "A1-26", .count = 1 };
  ys_inspection_add (fixture->base.ledger, &inspection, entries, n_findings, NULL, &error);
  g_assert_no_error (error);
}

/* 示例甲 takes 5.00 a visit, two others 2.00 in five (示例乙 with whom 示例丙 went). */
static void
test_strictness (ScoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = NULL;
  const YsStrictness *one;

  visit_by (fixture, "示例甲", "2026-09-14T09:00", 5);
  visit_by (fixture, "示例甲", "2026-09-15T09:00", 4);
  visit_by (fixture, "示例甲", "2026-09-16T09:00", 6);
  score_sheet (fixture, fixture->a, "2026-09", YS_ANNEX_2, "A2-01=0");
  /* The only one who went out is not stricter than anybody. */
  assert_checks (fixture, "2026-09", NOW, "never 乙苑 丙苑");
  visit_by (fixture, "示例甲", "2026-10-12T09:00", 5);
  visit_by (fixture, "示例甲", "2026-10-13T09:00", 4);
  visit_by (fixture, "示例乙、示例丙", "2026-10-14T09:00", 1);
  visit_by (fixture, "示例乙", "2026-10-15T09:00", 3);
  score_sheet (fixture, fixture->a, "2026-10", YS_ANNEX_2, "A2-01=0");
  /* Two visits are too few to name anyone. */
  assert_checks (fixture, "2026-10", NOW, "never 乙苑 丙苑");
  visit_by (fixture, "示例甲", "2026-10-16T09:00", 6);
  assert_checks (fixture, "2026-10", NOW, "never 乙苑 丙苑; strict");
  all = ys_period_strictness (fixture->base.ledger, score_span ("2026-10"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 3);
  one = all->pdata[0];
  g_assert_cmpstr (one->inspector, ==, "示例甲");
  g_assert_cmpuint (one->n_visits, ==, 3);
  g_assert_cmpint (one->mean, ==, 500);
  g_assert_cmpuint (one->n_others, ==, 2);
  g_assert_cmpint (one->others, ==, 200);
}

static void
free_payout (gpointer payout)
{
  ys_record_free (&ys_payout_type, payout);
}

/* 甲 is first and its 3000.00 are shared out; with a sheet that takes it down to the third place,
 * 2024.00 are its award. */
static void
test_payout (ScoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) shares = g_ptr_array_new_with_free_func (free_payout);
  YsPayout *share = ys_record_new (&ys_payout_type);

  enter_all (fixture);
  g_autoptr (YsStanding) standing = score_load (fixture, "2026-10", NOW, NULL);
  share->name = g_strdup ("示例");
  g_ptr_array_add (shares, share);
  ys_payout_set (fixture->base.ledger, standing, fixture->a, YS_PRIZE_FIRST, shares, &error);
  g_assert_no_error (error);
  assert_checks (fixture, "2026-10", NOW, "");
  score_sheet (fixture, fixture->a, "2026-10", YS_ANNEX_2, "A2-01=5");
  assert_checks (fixture, "2026-10", NOW, "payout! 甲苑");
  g_autoptr (YsStanding) later = score_load (fixture, "2026-10", NOW, NULL);
  g_ptr_array_set_size (shares, 0);
  ys_payout_set (fixture->base.ledger, later, fixture->a, YS_PRIZE_FIRST, shares, &error);
  g_assert_no_error (error);
  assert_checks (fixture, "2026-10", NOW, "");
}

#define ADD(path, test)                                                                            \
  g_test_add ("/jobs/period/check/" path, ScoreFixture, NULL, score_set_up, test, score_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("nothing", test_nothing);
  ADD ("not-over", test_not_over);
  ADD ("pending", test_pending);
  ADD ("sheet", test_sheet);
  ADD ("payout", test_payout);
  ADD ("fault", test_fault);
  ADD ("fewer-visits", test_fewer);
  ADD ("unspecified", test_unspecified);
  ADD ("objection", test_objection);
  ADD ("provisional", test_provisional);
  ADD ("twin", test_twin);
  ADD ("sheets-differ", test_differ);
  ADD ("strictness", test_strictness);
  return g_test_run ();
}
