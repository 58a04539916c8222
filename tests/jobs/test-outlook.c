/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What waits for a decision and which ranking the first page shows, counted by hand. */
#include "config.h"

#include "score-fixture.h"

#include "case-job.h"
#include "outlook.h"
#include "overview.h"

#define DISTRICT YS_INSPECTION_LEVEL_DISTRICT
#define TOWN YS_INSPECTION_LEVEL_TOWN

#define MANY 205

static YsOutlook *
look (ScoreFixture *fixture, const char *now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsOverview) overview = NULL;
  g_autofree char *name = NULL;
  YsSpan span;
  YsOutlook *outlook;

  g_assert_true (ys_outlook_span (fixture->base.ledger, score_instant (now), &span, &error));
  g_assert_no_error (error);
  name = ys_span_name (span);
  overview = ys_overview_new (fixture->base.ledger, score_instant (now), &error);
  g_assert_no_error (error);
  outlook = ys_outlook_new (fixture->base.ledger, score_load (fixture, name, now, NULL),
                            overview->proposed, score_instant (now), &error);
  g_assert_no_error (error);
  return outlook;
}

/* "what | where | much > room target; …" */
static void
assert_decisions (const YsOutlook *outlook, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < outlook->decisions->len; i++)
    {
      const YsOpenDecision *one = outlook->decisions->pdata[i];

      g_string_append_printf (text, "%s%s | %s | %s > %s %s", i > 0 ? "; " : "", one->what,
                              one->where, one->much, one->room,
                              one->target != NULL ? one->target : "");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_span (const YsOutlook *outlook, const char *expected)
{
  g_autofree char *name = ys_span_name (outlook->span);

  g_assert_cmpstr (name, ==, expected);
}

static void
test_nothing (ScoreFixture *fixture, gconstpointer data)
{
  g_autoptr (YsOutlook) outlook = look (fixture, "2026-10-12T09:00");

  assert_span (outlook, "2026-09");
  g_assert_cmpuint (ys_standing_n_assessed (outlook->standing), ==, 0);
  assert_decisions (outlook, "");
}

/* A town's visit counts for no score: the month before stays. */
static void
test_span (ScoreFixture *fixture, gconstpointer data)
{
  g_autoptr (YsOutlook) before = NULL;
  g_autoptr (YsOutlook) after = NULL;

  score_visit (fixture, fixture->a, DISTRICT, "2026-09-12T09:00", "A1-01");
  score_visit (fixture, fixture->a, TOWN, "2026-10-08T09:00", "A1-01");
  before = look (fixture, "2026-10-12T09:00");
  assert_span (before, "2026-09");
  g_assert_cmpuint (ys_standing_n_assessed (before->standing), ==, 1);
  score_visit (fixture, fixture->a, DISTRICT, "2026-10-09T09:00", "");
  after = look (fixture, "2026-10-12T09:00");
  assert_span (after, "2026-10");
}

/* Three clean compounds share rank 1; the places beneath carry different prizes. */
static void
test_tie (ScoreFixture *fixture, gconstpointer data)
{
  g_autoptr (YsOutlook) outlook = NULL;
  const YsOpenDecision *tie;
  const YsAwardPending *group;
  g_autofree char *yuan = NULL;

  score_visit (fixture, fixture->a, DISTRICT, "2026-10-09T09:00", "");
  score_visit (fixture, fixture->b, DISTRICT, "2026-10-09T10:00", "");
  score_visit (fixture, fixture->c, DISTRICT, "2026-10-09T11:00", "");
  outlook = look (fixture, "2026-10-12T09:00");
  g_assert_cmpuint (outlook->decisions->len, ==, 1);
  g_assert_cmpuint (outlook->n_scoring, ==, 1);
  g_assert_cmpuint (outlook->n_cases, ==, 0);
  tie = outlook->decisions->pdata[0];
  group = ys_standing_awards (outlook->standing)->pending->pdata[0];
  yuan = g_strdup_printf ("%" G_GINT64_FORMAT ".00 yuan open", group->amount / 100);
  g_assert_cmpint (tie->kind, ==, YS_OPEN_TIE);
  g_assert_true (g_str_has_prefix (tie->what, "Tie at rank 1 over "));
  g_assert_cmpstr (tie->where, ==, "2026年10月 甲苑, 乙苑 and 1 more");
  g_assert_cmpstr (tie->much, ==, yuan);
  g_assert_cmpstr (tie->room, ==, "ranking");
}

/* Two overdue cases are one line; one confirmed is decided. */
static void
test_faults (ScoreFixture *fixture, gconstpointer data)
{
  gint64 first = score_case (fixture, fixture->a, "2026-10-02T09:00");
  g_autoptr (YsOutlook) both = NULL;
  g_autoptr (YsOutlook) one = NULL;
  const YsOpenDecision *fault;

  score_case (fixture, fixture->b, "2026-10-02T09:00");
  both = look (fixture, "2026-10-12T09:00");
  g_assert_cmpuint (both->decisions->len, ==, 1);
  g_assert_cmpuint (both->n_cases, ==, 2);
  fault = both->decisions->pdata[0];
  g_assert_cmpstr (fault->what, ==, "Overdue: deduction to confirm");
  g_assert_nonnull (strstr (fault->where, "甲苑"));
  g_assert_nonnull (strstr (fault->where, "乙苑"));
  g_assert_cmpstr (fault->much, ==, "2.00 points each");
  g_assert_cmpstr (fault->room, ==, "cases");
  g_assert_cmpstr (fault->target, ==, "faults");

  score_confirm (fixture, first, YS_FAULT_OVERDUE, "2026-10-12T08:00");
  one = look (fixture, "2026-10-12T09:00");
  fault = one->decisions->pdata[0];
  g_assert_cmpuint (one->n_cases, ==, 1);
  g_assert_null (strstr (fault->where, "甲苑"));
  g_assert_cmpstr (fault->much, ==, "2.00 points");
}

/* However many: all are counted, two are named. */
static void
test_many_faults (ScoreFixture *fixture, gconstpointer data)
{
  g_autoptr (YsOutlook) outlook = NULL;
  const YsOpenDecision *fault;

  for (int i = 0; i < MANY; i++)
    score_case (fixture, fixture->a, "2026-10-02T09:00");
  outlook = look (fixture, "2026-10-12T09:00");
  g_assert_cmpuint (outlook->decisions->len, >=, 1);
  fault = outlook->decisions->pdata[0];
  g_assert_cmpstr (fault->what, ==, "Overdue: deduction to confirm");
  g_assert_cmpuint (fault->n, ==, MANY);
  g_assert_true (g_str_has_suffix (fault->where, "and 203 more"));
}

static void
test_objection (ScoreFixture *fixture, gconstpointer data)
{
  gint64 finding = score_visit (fixture, fixture->a, DISTRICT, "2026-10-09T09:00", "A1-01");
  g_autofree char *expected = NULL;
  g_autoptr (YsOutlook) open = NULL;
  g_autoptr (YsOutlook) answered = NULL;

  score_step (fixture, finding, "objection 2026-10-10T10:00");
  open = look (fixture, "2026-10-12T09:00");
  expected = g_strdup_printf ("Objections without an answer | 甲苑 | 1 finding > cases id:%d",
                              (int)finding);
  assert_decisions (open, expected);
  score_step (fixture, finding, "overruled 2026-10-11T10:00");
  answered = look (fixture, "2026-10-12T09:00");
  assert_decisions (answered, "");
}

static void
test_layout (ScoreFixture *fixture, gconstpointer data)
{
  g_autoptr (YsOutlook) outlook = NULL;
  g_autoptr (YsScene) scene = NULL;
  guint n_dots = 0;

  score_visit (fixture, fixture->a, DISTRICT, "2026-10-09T09:00", "");
  score_visit (fixture, fixture->b, DISTRICT, "2026-10-09T10:00", "A1-01");
  outlook = look (fixture, "2026-10-12T09:00");
  scene = ys_outlook_layout (outlook, 384, ys_outlook_height (outlook), NULL);
  for (guint i = 0; i < ys_scene_n_marks (scene); i++)
    n_dots += ys_scene_mark (scene, i)->kind == YS_MARK_DISC;
  g_assert_cmpuint (n_dots, ==, 2);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/jobs/outlook/" name, ScoreFixture, NULL, score_set_up, function, score_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("nothing", test_nothing);
  ADD ("span", test_span);
  ADD ("tie", test_tie);
  ADD ("faults", test_faults);
  ADD ("many-faults", test_many_faults);
  ADD ("objection", test_objection);
  ADD ("layout", test_layout);
  return g_test_run ();
}
