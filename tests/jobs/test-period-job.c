/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A period is finalised, reopened and finalised again; its versions stay readable, and what changed
 * between them is told with its reason. */
#include "config.h"

#include "score-fixture.h"

#include "audit.h"
#include "job-error.h"
#include "period-job.h"
#include "platform-case.h"

#define CITY YS_INSPECTION_LEVEL_CITY
#define OCTOBER "2026-10"
#define NOW "2026-11-02T09:00"

/* (nullable) the error's code; -1 done. */
static int
finalise (ScoreFixture *fixture, const char *period, const char *reason, const char *now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsRegistry) registry = ys_registry_load (fixture->base.ledger, NULL);

  if (ys_period_finalise (fixture->base.ledger, registry, score_span (period), reason,
                          score_instant (now), &error))
    return -1;
  g_assert_true (error->domain == YS_JOB_ERROR);
  return error->code;
}

static int
reopen (ScoreFixture *fixture, const char *period, const char *reason)
{
  g_autoptr (GError) error = NULL;

  if (ys_period_reopen (fixture->base.ledger, score_span (period), reason, &error))
    return -1;
  g_assert_true (error->domain == YS_JOB_ERROR);
  return error->code;
}

/* 甲 100, 乙 99.60, 丙 99.20: no tie, nothing missing. */
static void
enter_all (ScoreFixture *fixture, const char *period)
{
  gint64 ids[] = { fixture->a, fixture->b, fixture->c };
  g_autofree char *at = g_strdup_printf ("%s-12T09:00", period);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *sheet = g_strdup_printf ("A2-01=%u", i);

      score_visit (fixture, ids[i], CITY, at, "");
      score_sheet (fixture, ids[i], period, YS_ANNEX_2, sheet);
    }
}

static char *
state_of (ScoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = ys_audit_list (fixture->base.ledger, NULL, 0, 1, &error);
  g_autoptr (GPtrArray) versions
      = ys_period_versions (fixture->base.ledger, score_span (OCTOBER), &error);
  YsPeriod *period = ys_period_load (fixture->base.ledger, score_span (OCTOBER), &error);
  char *text;

  g_assert_no_error (error);
  text = g_strdup_printf ("%" G_GINT64_FORMAT " %u %s", ((const YsAuditLine *)lines->pdata[0])->seq,
                          versions->len,
                          period == NULL      ? "untouched"
                          : period->finalised ? "final"
                                              : "open");
  if (period != NULL)
    ys_record_free (&ys_period_type, period);
  return text;
}

#define assert_unchanged(fixture, before)                                                          \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *now_ = state_of (fixture);                                                    \
                                                                                                   \
    g_assert_cmpstr (now_, ==, before);                                                            \
  }                                                                                                \
  G_STMT_END

static void
test_refused (ScoreFixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;

  score_visit (fixture, fixture->a, CITY, "2026-10-12T09:00", "");
  before = state_of (fixture);
  g_assert_cmpint (finalise (fixture, OCTOBER, NULL, NOW), ==, YS_JOB_ERROR_FORBIDDEN);
  score_sheet (fixture, fixture->a, OCTOBER, YS_ANNEX_2, "A2-01=0");
  g_free (before);
  before = state_of (fixture);
  g_assert_cmpint (finalise (fixture, OCTOBER, NULL, "2026-10-31T23:59"), ==,
                   YS_JOB_ERROR_FORBIDDEN);
  g_assert_cmpint (reopen (fixture, OCTOBER, "示例"), ==, YS_JOB_ERROR_FORBIDDEN);
  assert_unchanged (fixture, before);
  g_assert_cmpint (finalise (fixture, OCTOBER, NULL, "2026-11-01T00:00"), ==, -1);
}

static void
test_versions (ScoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  const YsPeriodVersion *version;
  g_autofree char *sha256 = NULL;

  enter_all (fixture, OCTOBER);
  g_assert_cmpint (finalise (fixture, OCTOBER, NULL, NOW), ==, -1);
  before = state_of (fixture);
  g_assert_cmpint (finalise (fixture, OCTOBER, "再来", NOW), ==, YS_JOB_ERROR_FORBIDDEN);
  g_assert_cmpint (reopen (fixture, OCTOBER, " "), ==, YS_JOB_ERROR_REFUSED);
  assert_unchanged (fixture, before);
  g_assert_cmpint (reopen (fixture, OCTOBER, "漏记"), ==, -1);
  g_assert_cmpint (reopen (fixture, OCTOBER, "漏记"), ==, YS_JOB_ERROR_FORBIDDEN);
  g_assert_cmpint (finalise (fixture, OCTOBER, " ", NOW), ==, YS_JOB_ERROR_REFUSED);
  score_sheet (fixture, fixture->a, OCTOBER, YS_ANNEX_2, "A2-01=5");
  g_assert_cmpint (finalise (fixture, OCTOBER, "补记", "2026-11-05T10:00"), ==, -1);
  g_autoptr (GPtrArray) versions
      = ys_period_versions (fixture->base.ledger, score_span (OCTOBER), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (versions->len, ==, 2);
  version = versions->pdata[0];
  g_assert_cmpint (version->version.value, ==, 2);
  g_assert_cmpint (version->at, ==, score_instant ("2026-11-05T10:00"));
  g_assert_cmpstr (version->reason, ==, "补记");
  sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, version->content, -1);
  g_assert_cmpstr (version->sha256, ==, sha256);
  version = versions->pdata[1];
  g_assert_cmpint (version->version.value, ==, 1);
  g_assert_null (version->reason);
  /* Both stay readable: 甲 was first, then last. */
  g_autoptr (YsStanding) first
      = ys_standing_load_version (fixture->base.ledger, score_span (OCTOBER), 1, &error);
  g_autoptr (YsStanding) now = score_load (fixture, OCTOBER, "2026-12-24T09:00", NULL);
  g_assert_cmpuint (ys_standing_find (first, fixture->a)->rank, ==, 1);
  g_assert_cmpuint (ys_standing_find (now, fixture->a)->rank, ==, 3);
  g_assert_cmpuint (ys_standing_version (now), ==, 2);
}

/* A finalised quarter stands on its months: they are not reopened under it. */
static void
test_longer (ScoreFixture *fixture, gconstpointer data)
{
  gint64 ids[] = { fixture->a, fixture->b, fixture->c };

  enter_all (fixture, OCTOBER);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *sheet = g_strdup_printf ("A2-01=%u", i);

      score_sheet (fixture, ids[i], "2026Q4", YS_ANNEX_2, sheet);
    }
  g_assert_cmpint (finalise (fixture, OCTOBER, NULL, NOW), ==, -1);
  g_assert_cmpint (finalise (fixture, "2026Q4", NULL, "2027-01-01T09:00"), ==, -1);
  g_assert_cmpint (reopen (fixture, OCTOBER, "示例"), ==, YS_JOB_ERROR_FORBIDDEN);
  g_assert_cmpint (reopen (fixture, "2026Q4", "示例"), ==, -1);
  g_assert_cmpint (reopen (fixture, OCTOBER, "示例"), ==, -1);
}

/* (transfer full): "甲苑 score 99.60 98.00 [A2-01 … -1.00 → -5.00]; …" */
static char *
describe_diff (ScoreFixture *fixture, guint from, guint to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsRegistry) registry = ys_registry_load (fixture->base.ledger, NULL);
  g_autoptr (GPtrArray) differences
      = ys_period_diff (fixture->base.ledger, registry, score_span (OCTOBER), from, to,
                        score_instant ("2026-11-06T09:00"), &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < differences->len; i++)
    {
      const YsPeriodDifference *one = differences->pdata[i];

      g_string_append_printf (text, "%s%s %s %s>%s", i > 0 ? "; " : "", one->name, one->what,
                              one->before, one->after);
      if (one->because != NULL && *one->because != '\0')
        g_string_append_printf (text, " [%s]", one->because);
    }
  return g_string_free (text, FALSE);
}

static void
assert_diff (ScoreFixture *fixture, guint from, guint to, const char *expected)
{
  g_autofree char *text = describe_diff (fixture, from, to);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_diff_never (ScoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsRegistry) registry = ys_registry_load (fixture->base.ledger, NULL);

  g_assert_null (ys_period_diff (fixture->base.ledger, registry, score_span (OCTOBER), 0, 0,
                                 score_instant (NOW), &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_NOT_FOUND);
}

/* A bonus for 丙 (+3.00), one finding of 乙 withdrawn (overdue, 2.00), two faults on one case of
 * 甲. */
static void
test_diff (ScoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  YsBonus bonus = { .compound_id = fixture->c, .period = (char *)OCTOBER, .title = 1 };
  gint64 finding, one;

  enter_all (fixture, OCTOBER);
  finding = score_visit (fixture, fixture->b, CITY, "2026-10-13T09:00", "A1-08");
  one = score_case (fixture, fixture->a, "2026-10-13T09:00");
  score_confirm (fixture, one, YS_FAULT_OVERDUE, "2026-10-20T09:00");
  g_assert_cmpint (finalise (fixture, OCTOBER, NULL, NOW), ==, -1);
  assert_diff (fixture, 0, 0, "");
  g_assert_cmpint (reopen (fixture, OCTOBER, "示例"), ==, -1);
  assert_diff (fixture, 0, 0, "");
  ys_bonus_add (fixture->base.ledger, &bonus, &error);
  g_assert_no_error (error);
  score_step (fixture, finding, "withdrawn 2026-11-03T09:00");
  score_confirm (fixture, one, YS_FAULT_VERIFICATION, "2026-11-03T09:00");
  /* 甲 98.80 − 1.20 = 97.60; 乙 98.40 + 1.20 = 99.60; 丙 99.20 + 3.00 = 102.20. Three compounds and
   * six prizes: the first two have the first. */
#define EXPECTED                                                                                                  \
  "丙苑 score 99.20>102.20 [district 区级示范项目 0.00 → 3.00]; 丙苑 bonus 0.00>3.00; "               \
  "乙苑 score 98.40>99.60 [A1-08 清扫保洁不干净 -2.00 → 0.00]; 乙苑 long_term 98.00>100.00; 乙苑 " \
  "rank 3>2; 乙苑 prize Second prize>First prize; "                                                             \
  "甲苑 score 98.80>97.60 [A1-01 核查不符 0.00 → -2.00]; 甲苑 long_term 98.00>96.00; 甲苑 rank "      \
  "2>3; 甲苑 prize First prize>Second prize"
  assert_diff (fixture, 0, 0, EXPECTED);
  g_assert_cmpint (finalise (fixture, OCTOBER, "补记", "2026-11-05T09:00"), ==, -1);
  assert_diff (fixture, 0, 0, EXPECTED);
  assert_diff (fixture, 1, 2, EXPECTED);
  assert_diff (fixture, 2, 2, "");
}

#define ADD(path, test)                                                                            \
  g_test_add ("/jobs/period/" path, ScoreFixture, NULL, score_set_up, test, score_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("refused", test_refused);
  ADD ("versions", test_versions);
  ADD ("longer", test_longer);
  ADD ("diff/never", test_diff_never);
  ADD ("diff/two-versions", test_diff);
  return g_test_run ();
}
