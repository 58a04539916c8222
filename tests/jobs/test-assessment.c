/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets of annexes 2 and 3, surveys, titles and decisions, as a clerk enters them. */
#include "config.h"

#include "score-fixture.h"

#include "history.h"
#include "inspection-job.h"
#include "job-error.h"

#define NOW "2026-10-12T09:00"

static YsAssessmentView *
load (ScoreFixture *fixture, int annex)
{
  g_autoptr (GError) error = NULL;
  YsAssessmentView *view = ys_assessment_load (fixture->base.ledger, fixture->a,
                                               score_span ("2026-10"), annex, &error);

  g_assert_no_error (error);
  return view;
}

static const YsAssessmentLine *
line_of (const YsAssessmentView *view, const char *code)
{
  for (guint i = 0; i < view->lines->len; i++)
    {
      const YsAssessmentLine *line = view->lines->pdata[i];

      if (g_str_equal (line->clause->code, code))
        return line;
    }
  g_assert_not_reached ();
}

static gboolean
set_as (ScoreFixture *fixture,
        int annex,
        const char *who,
        const char *code,
        const char *value,
        GError **error)
{
  const YsAssessmentEdit edit = { code, value, NULL };

  return ys_assessment_set (fixture->base.ledger, fixture->a, score_span ("2026-10"), annex, who,
                            &edit, 1, error);
}

/* --- What can be typed ---------------------------------------------------------------------- */

typedef struct
{
  const char *path;
  int annex;
  const char *code;
  const char *value;
  gint64 held; /* count, or points of an item; -1: refused; -2: no line */
} TypedCase;

static const TypedCase typed_cases[] = {
  { "count", YS_ANNEX_2, "A2-05", "2", 2 },      /* annex 2, row 2: 5.00 each */
  { "count-zero", YS_ANNEX_2, "A2-05", "0", 0 }, /* looked at, nothing wrong */
  { "count-wide", YS_ANNEX_2, "A2-05", "２", 2 },
  { "count-spaces", YS_ANNEX_2, "A2-05", " 3 ", 3 },
  { "count-empty", YS_ANNEX_2, "A2-05", "", -2 },
  { "count-fraction", YS_ANNEX_2, "A2-05", "1.5", -1 },
  { "count-negative", YS_ANNEX_2, "A2-05", "-1", -1 },
  { "count-words", YS_ANNEX_2, "A2-05", "多", -1 },
  { "unspecified", YS_ANNEX_2, "A2-07", "1", -1 },      /* annex 2, row 3: no figure */
  { "unspecified-zero", YS_ANNEX_2, "A2-11", "0", -1 }, /* annex 2, row 5: no figure */
  { "survey-by-hand", YS_ANNEX_2, "A2-15", "1", -1 },
  { "unknown", YS_ANNEX_2, "A2-99", "1", -1 },
  { "other-annex", YS_ANNEX_2, "A3-02", "1", -1 },
  { "item", YS_ANNEX_3, "A3-02", "2.50", 250 }, /* at most 3.00 */
  { "item-most", YS_ANNEX_3, "A3-02", "3", 300 },
  { "item-over", YS_ANNEX_3, "A3-02", "3.01", -1 },
  { "item-negative", YS_ANNEX_3, "A3-02", "-1", -1 },
  { "item-zero", YS_ANNEX_3, "A3-02", "0", 0 },
  { "veto-yes", YS_ANNEX_3, "A3-01", "1", 1 },
  { "veto-no", YS_ANNEX_3, "A3-01", "0", 0 },
  { "veto-two", YS_ANNEX_3, "A3-01", "2", -1 },
};

static void
test_typed (ScoreFixture *fixture, gconstpointer data)
{
  const TypedCase *row = data;
  g_autoptr (YsAssessmentView) view = NULL;
  g_autoptr (GError) error = NULL;
  const YsAssessmentLine *line;

  fixture_set (&fixture->base, fixture->a, "party_branch", "yes");
  if (!set_as (fixture, row->annex, NULL, row->code, row->value, &error))
    {
      g_assert_cmpint (row->held, ==, -1);
      g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
      view = load (fixture, row->annex);
      g_assert_false (view->exists);
      return;
    }
  view = load (fixture, row->annex);
  line = line_of (view, row->code);
  g_assert_cmpint (line->is_set, ==, row->held != -2);
  if (line->is_set)
    g_assert_cmpint (row->annex == YS_ANNEX_3 && row->code[4] != '1' ? line->points : line->count,
                     ==, row->held);
}

/* --- Survey: 002 annex 2 -----------------------------------------------------------------------
 */

typedef struct
{
  const char *path;
  gint64 rate, coverage; /* hundredths of per cent */
  gint64 property;       /* score; -1: refused */
} SurveyCase;

static const SurveyCase survey_cases[] = {
  { "rate-7999", 7999, 8000, 10000 },    { "rate-8000", 8000, 8000, 10500 },
  { "rate-8999", 8999, 8000, 10500 },    { "rate-9000", 9000, 8000, 11000 },
  { "rate-10000", 10000, 10000, 11000 }, { "coverage-7999", 9500, 7999, 10000 },
  { "rate-10001", 10001, 9000, -1 },     { "coverage-10001", 9000, 10001, -1 },
  { "rate-negative", -1, 9000, -1 },     { "zero", 0, 0, 10000 },
};

static void
test_survey (ScoreFixture *fixture, gconstpointer data)
{
  const SurveyCase *row = data;
  YsSpan span = score_span ("2026-10");
  g_autoptr (GError) error = NULL;
  g_autoptr (YsStanding) standing = NULL;
  g_autoptr (GPtrArray) list = NULL;

  score_visit (fixture, fixture->a, YS_INSPECTION_LEVEL_CITY, NOW, "");
  if (!ys_survey_set (fixture->base.ledger, fixture->a, span, row->rate, row->coverage, &error))
    {
      g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
      g_assert_cmpint (row->property, ==, -1);
      return;
    }
  standing = score_load (fixture, "2026-10", NOW, NULL);
  g_assert_cmpint (ys_standing_find (standing, fixture->a)->score.property, ==, row->property);
  /* A second one replaces the first. */
  g_assert_true (ys_survey_set (fixture->base.ledger, fixture->a, span, 100, 100, &error));
  list = ys_survey_list (fixture->base.ledger, span, &error);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_true (ys_history_undo (fixture->base.ledger, 0, NULL, &error));
  g_clear_pointer (&list, g_ptr_array_unref);
  list = ys_survey_list (fixture->base.ledger, span, &error);
  g_assert_cmpint (((YsSurvey *)list->pdata[0])->rate.value, ==, row->rate);
}

/* --- Several assessors -------------------------------------------------------------------------
 */

/* Annex 2: one occurrence seen by two is one. */
static void
test_joined_counts (ScoreFixture *fixture, gconstpointer data)
{
  g_autoptr (YsAssessmentView) view = NULL;

  set_as (fixture, YS_ANNEX_2, "王某某", "A2-05", "2", NULL);
  set_as (fixture, YS_ANNEX_2, "李某某", "A2-05", "1", NULL);
  set_as (fixture, YS_ANNEX_2, "李某某", "A2-01", "1", NULL);
  view = load (fixture, YS_ANNEX_2);
  g_assert_cmpuint (g_strv_length (view->assessors), ==, 2);
  g_assert_true (line_of (view, "A2-05")->differs);
  g_assert_cmpint (line_of (view, "A2-05")->count, ==, 2);
  g_assert_cmpint (line_of (view, "A2-05")->points, ==, 1000);
  g_assert_false (line_of (view, "A2-01")->differs);
  g_assert_cmpint (view->deductions, ==, 1100);
}

/* Annex 3: the mean of those who set an item, half up: (1.00 + 2.00 + 2.00) / 3 = 1.67. */
static void
test_joined_points (ScoreFixture *fixture, gconstpointer data)
{
  g_autoptr (YsAssessmentView) view = NULL;

  fixture_set (&fixture->base, fixture->a, "party_branch", "yes");
  set_as (fixture, YS_ANNEX_3, "王某某", "A3-02", "1", NULL);
  set_as (fixture, YS_ANNEX_3, "李某某", "A3-02", "2", NULL);
  set_as (fixture, YS_ANNEX_3, "赵某某", "A3-02", "2", NULL);
  set_as (fixture, YS_ANNEX_3, "赵某某", "A3-03", "1.5", NULL);
  view = load (fixture, YS_ANNEX_3);
  g_assert_cmpint (line_of (view, "A3-02")->points, ==, 167);
  g_assert_cmpint (view->points, ==, 317);
  g_assert_true (view->veto);
  g_clear_pointer (&view, ys_assessment_view_free);
  set_as (fixture, YS_ANNEX_3, "王某某", "A3-01", "1", NULL);
  view = load (fixture, YS_ANNEX_3);
  g_assert_false (view->veto);
}

/* --- Edges -------------------------------------------------------------------------------------
 */

static void
test_no_branch (ScoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (set_as (fixture, YS_ANNEX_3, NULL, "A3-01", "1", &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
}

/* One wrong line: the good one before it is not written either. */
static void
test_all_or_nothing (ScoreFixture *fixture, gconstpointer data)
{
  const YsAssessmentEdit edits[] = { { "A2-05", "2", NULL }, { "A2-07", "1", NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (YsAssessmentView) view = NULL;

  g_assert_false (ys_assessment_set (fixture->base.ledger, fixture->a, score_span ("2026-10"),
                                     YS_ANNEX_2, NULL, edits, 2, &error));
  view = load (fixture, YS_ANNEX_2);
  g_assert_false (view->exists);
  g_assert_cmpint (view->deductions, ==, 0);
}

/* The same clause twice in one change: the later one holds, once. */
static void
test_twice (ScoreFixture *fixture, gconstpointer data)
{
  const YsAssessmentEdit edits[] = { { "A2-05", "2", "第一次" }, { "A2-05", "1", "更正" } };
  g_autoptr (GError) error = NULL;
  g_autoptr (YsAssessmentView) view = NULL;
  const YsAssessmentLine *line;

  ys_assessment_set (fixture->base.ledger, fixture->a, score_span ("2026-10"), YS_ANNEX_2, NULL,
                     edits, 2, &error);
  g_assert_no_error (error);
  view = load (fixture, YS_ANNEX_2);
  line = line_of (view, "A2-05");
  g_assert_cmpuint (line->entries->len, ==, 1);
  g_assert_cmpint (line->count, ==, 1);
  g_assert_cmpstr (((YsAssessmentEntry *)line->entries->pdata[0])->evidence, ==, "更正");
}

static void
test_undo (ScoreFixture *fixture, gconstpointer data)
{
  const YsAssessmentEdit edit = { "A2-05", "3", "巡查日志" };
  g_autoptr (GError) error = NULL;
  g_autoptr (YsAssessmentView) view = NULL;

  set_as (fixture, YS_ANNEX_2, NULL, "A2-05", "1", NULL);
  ys_assessment_set (fixture->base.ledger, fixture->a, score_span ("2026-10"), YS_ANNEX_2, NULL,
                     &edit, 1, &error);
  g_assert_no_error (error);
  g_assert_true (ys_history_undo (fixture->base.ledger, 0, NULL, &error));
  view = load (fixture, YS_ANNEX_2);
  g_assert_cmpint (line_of (view, "A2-05")->count, ==, 1);
  g_assert_true (ys_history_undo (fixture->base.ledger, 0, NULL, &error));
  g_clear_pointer (&view, ys_assessment_view_free);
  view = load (fixture, YS_ANNEX_2);
  g_assert_false (view->exists);
  g_assert_true (ys_history_redo (fixture->base.ledger, NULL, &error));
  g_clear_pointer (&view, ys_assessment_view_free);
  view = load (fixture, YS_ANNEX_2);
  g_assert_cmpint (view->deductions, ==, 500);
}

static void
test_titles (ScoreFixture *fixture, gconstpointer data)
{
  YsBonus bonus = { .compound_id = fixture->a,
                    .period = (char *)"2026-10",
                    .title = YS_TITLE_CITY,
                    .certificate = (char *)"示例1号" };
  g_autoptr (GError) error = NULL;
  g_autoptr (YsStanding) standing = NULL;
  YsLedger *ledger = fixture->base.ledger;

  score_visit (fixture, fixture->a, YS_INSPECTION_LEVEL_CITY, NOW, "");
  g_assert_true (ys_bonus_add (ledger, &bonus, &error)); /* 5.00 [002 §5.2] */
  standing = score_load (fixture, "2026-10", NOW, NULL);
  g_assert_cmpint (ys_standing_find (standing, fixture->a)->score.score, ==, 10500);
  g_assert_false (ys_bonus_withdraw (ledger, bonus.id, " ", &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (ys_bonus_withdraw (ledger, bonus.id, "已升为省级", &error));
  g_clear_pointer (&standing, ys_standing_unref);
  standing = score_load (fixture, "2026-10", NOW, NULL);
  g_assert_cmpint (ys_standing_find (standing, fixture->a)->score.score, ==, 10000);
  /* The first reason stays. */
  g_assert_false (ys_bonus_withdraw (ledger, bonus.id, "另一个原因", &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (ys_history_undo (ledger, 0, NULL, &error));
  g_clear_pointer (&standing, ys_standing_unref);
  standing = score_load (fixture, "2026-10", NOW, NULL);
  g_assert_cmpint (ys_standing_find (standing, fixture->a)->score.score, ==, 10500);
}

/* Nothing of a finalised period moves. */
static void
test_finalised (ScoreFixture *fixture, gconstpointer data)
{
  YsLedger *ledger = fixture->base.ledger;
  YsSpan span = score_span ("2026-10");
  YsBonus bonus
      = { .compound_id = fixture->a, .period = (char *)"2026-10", .title = YS_TITLE_CITY };
  YsBonus held = bonus;
  g_autoptr (GError) error = NULL;

  ys_bonus_add (ledger, &held, &error);
  g_assert_no_error (error);
  score_finalise (fixture, "2026-10", "2026-11-02T09:00");
#define FORBIDDEN(call)                                                                            \
  g_assert_false (call);                                                                           \
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN);                                    \
  g_clear_error (&error)
  FORBIDDEN (set_as (fixture, YS_ANNEX_2, NULL, "A2-05", "1", &error));
  FORBIDDEN (ys_survey_set (ledger, fixture->a, span, 9000, 9000, &error));
  FORBIDDEN (ys_bonus_add (ledger, &bonus, &error));
  FORBIDDEN (ys_bonus_withdraw (ledger, held.id, "示例原因", &error));
  FORBIDDEN (ys_sheet_waive (ledger, fixture->a, span, "示例原因", score_instant (NOW), &error));
  /* The next month is open. */
  g_assert_true (ys_survey_set (ledger, fixture->a, score_span ("2026-11"), 9000, 9000, &error));
}

static void
test_waive (ScoreFixture *fixture, gconstpointer data)
{
  YsLedger *ledger = fixture->base.ledger;
  YsSpan span = score_span ("2026-10");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = NULL;

  g_assert_false (ys_sheet_waive (ledger, fixture->a, span, "", score_instant (NOW), &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (
      ys_sheet_waive (ledger, fixture->a, span, "新接管小区", score_instant (NOW), &error));
  list = ys_sheet_waivers (ledger, span, &error);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpstr (((YsSheetWaiver *)list->pdata[0])->reason, ==, "新接管小区");
  g_assert_true (ys_history_undo (ledger, 0, NULL, &error));
  g_clear_pointer (&list, g_ptr_array_unref);
  list = ys_sheet_waivers (ledger, span, &error);
  g_assert_cmpuint (list->len, ==, 0);
}

/* --- One defect in two inspections of a day ----------------------------------------------------
 */

static void
test_twins (ScoreFixture *fixture, gconstpointer data)
{
  YsLedger *ledger = fixture->base.ledger;
  YsSpan span = score_span ("2026-10");
  gboolean once = GPOINTER_TO_INT (data);
  gint64 first
      = score_visit (fixture, fixture->a, YS_INSPECTION_LEVEL_CITY, "2026-10-09T09:00", "A1-01");
  gint64 second = score_visit (fixture, fixture->a, YS_INSPECTION_LEVEL_DISTRICT,
                               "2026-10-09T15:00", "A1-01");
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) twins = NULL;
  g_autoptr (YsStanding) standing = NULL;

  /* Another day, and a level that does not count: no twins. */
  score_visit (fixture, fixture->a, YS_INSPECTION_LEVEL_TOWN, "2026-10-09T16:00", "A1-01");
  score_visit (fixture, fixture->a, YS_INSPECTION_LEVEL_CITY, "2026-10-10T09:00", "A1-02");
  twins = ys_twin_list (ledger, span, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (twins->len, ==, 1);
  g_assert_cmpint (g_array_index (twins, YsTwin, 0).finding_id, ==, first);
  g_assert_cmpint (g_array_index (twins, YsTwin, 0).other_id, ==, second);
  g_assert_false (ys_twin_decide (ledger, first, second, once, "", score_instant (NOW), &error));
  g_clear_error (&error);
  ys_twin_decide (ledger, first, second, once, "同一处", score_instant (NOW), &error);
  g_assert_no_error (error);
  g_clear_pointer (&twins, g_array_unref);
  twins = ys_twin_list (ledger, span, &error);
  g_assert_cmpuint (twins->len, ==, 0);
  standing = score_load (fixture, "2026-10", "2026-10-10T09:00", NULL);
  g_assert_cmpuint (ys_standing_find (standing, fixture->a)->n_places, ==, once ? 2 : 3);
  g_assert_true (ys_history_undo (ledger, 0, NULL, &error));
  g_clear_pointer (&twins, g_array_unref);
  twins = ys_twin_list (ledger, span, &error);
  g_assert_cmpuint (twins->len, ==, 1);
}

/* The sums that the standing takes are the sheets', one by one. */
static void
test_sums (ScoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) sums = NULL;
  const YsAssessmentSum *sum;

  set_as (fixture, YS_ANNEX_2, "王某某", "A2-05", "2", NULL);
  set_as (fixture, YS_ANNEX_2, "李某某", "A2-05", "1", NULL);
  score_sheet (fixture, fixture->b, "2026-10", YS_ANNEX_2, "A2-01=1");
  score_sheet (fixture, fixture->b, "2026-11", YS_ANNEX_2, "A2-01=4");
  sums = ys_assessment_sums (fixture->base.ledger, score_span ("2026-10"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sums->len, ==, 2);
  sum = &g_array_index (sums, YsAssessmentSum, 0);
  g_assert_cmpint (sum->compound_id, ==, fixture->a);
  g_assert_cmpint (sum->deductions, ==, 1000);
  g_assert_true (sum->differs);
  sum = &g_array_index (sums, YsAssessmentSum, 1);
  g_assert_cmpint (sum->deductions, ==, 100);
  g_assert_false (sum->differs);
}

#define ADD(path, data, test)                                                                      \
  g_test_add ("/jobs/assessment/" path, ScoreFixture, data, score_set_up, test, score_tear_down)

/* The newest change as the first page tells it; @compound: whom it names. */
static void
assert_told (ScoreFixture *fixture, const char *expected, gint64 compound)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) newest = ys_history_list (fixture->base.ledger, 0, 1, &error);
  g_autofree char *told = NULL;

  g_assert_no_error (error);
  told = ys_history_change_sentence (fixture->base.ledger, newest->pdata[0]);
  g_assert_cmpstr (told, ==, expected);
  g_assert_cmpint (ys_history_compound (fixture->base.ledger, newest->pdata[0]), ==, compound);
}

/* A line of a sheet is told with its table and compound. */
static void
test_told (ScoreFixture *fixture, gconstpointer data)
{
  score_sheet (fixture, fixture->a, "2026-10", YS_ANNEX_2, "A2-01=1");
  assert_told (fixture, "Entered Annex 2 · 甲苑", fixture->a);
  score_sheet (fixture, fixture->a, "2026-10", YS_ANNEX_2, "A2-02=1");
  assert_told (fixture, "Entered Annex 2 A2-02 · 甲苑", fixture->a);
  score_sheet (fixture, fixture->a, "2026-10", YS_ANNEX_2, "A2-01=2 A2-02=2");
  assert_told (fixture, "Changed Annex 2 A2-01 · 甲苑 and 1 more", fixture->a);
  score_sheet (fixture, fixture->a, "2026-10", YS_ANNEX_2, "A2-02=");
  assert_told (fixture, "Removed Annex 2 A2-02 · 甲苑", 0);
  g_assert_true (ys_history_undo (fixture->base.ledger, 0, NULL, NULL));
  assert_told (fixture, "Undid: Removed Annex 2 A2-02 · 甲苑", fixture->a);
}

static void
add_case (const char *group,
          const char *path,
          gconstpointer row,
          void (*test) (ScoreFixture *, gconstpointer))
{
  g_autofree char *full = g_strdup_printf ("/jobs/assessment/%s/%s", group, path);

  g_test_add (full, ScoreFixture, row, score_set_up, test, score_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (typed_cases); i++)
    add_case ("typed", typed_cases[i].path, &typed_cases[i], test_typed);
  for (guint i = 0; i < G_N_ELEMENTS (survey_cases); i++)
    add_case ("survey", survey_cases[i].path, &survey_cases[i], test_survey);
  ADD ("joined/counts", NULL, test_joined_counts);
  ADD ("joined/points", NULL, test_joined_points);
  ADD ("no-branch", NULL, test_no_branch);
  ADD ("all-or-nothing", NULL, test_all_or_nothing);
  ADD ("twice", NULL, test_twice);
  ADD ("undo", NULL, test_undo);
  ADD ("titles", NULL, test_titles);
  ADD ("finalised", NULL, test_finalised);
  ADD ("waive", NULL, test_waive);
  ADD ("twins/once", GINT_TO_POINTER (TRUE), test_twins);
  ADD ("twins/both", GINT_TO_POINTER (FALSE), test_twins);
  ADD ("sums", NULL, test_sums);
  ADD ("told", NULL, test_told);
  return g_test_run ();
}
