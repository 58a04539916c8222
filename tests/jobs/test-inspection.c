/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inspections entered, changed, withdrawn: what is written, what is refused, and that a refusal
 * changes nothing. */
#include "config.h"

#include "inspection-fixture.h"

#include "audit.h"
#include "calendar-record.h"
#include "history.h"
#include "job-error.h"
#include "record-store.h"

#define CITY YS_INSPECTION_LEVEL_CITY

static YsInspection *
load (Yard *yard, gint64 id)
{
  YsInspection *inspection = ys_record_new (&ys_inspection_type);

  g_assert_true (
      ys_record_store_load (yard->base.ledger, &ys_inspection_type, id, inspection, NULL));
  return inspection;
}

/* Three places of clause 1, 3 working days from Monday 9:30: Thursday 17:30. */
static void
test_add (Yard *yard, gconstpointer data)
{
  g_autoptr (GArray) ids = NULL;
  gint64 id = yard_inspect (yard, CITY, "12T09:30", &ids, "A1-01*3@ 东门 ", "a1-02", NULL);
  g_autoptr (YsInspectionView) view = ys_inspection_load (yard->base.ledger, id, NULL);
  const YsFinding *first = view->findings->pdata[0];
  const YsClause *clause = ys_catalogue_book_find_id (view->book, first->clause_id);

  g_assert_cmpuint (ids->len, ==, 2);
  g_assert_cmpuint (view->findings->len, ==, 2);
  g_assert_cmpint (view->inspection.catalogue_id, ==, 1);
  g_assert_cmpint (first->id, ==, g_array_index (ids, gint64, 0));
  g_assert_cmpstr (clause->code, ==, "A1-01");
  g_assert_cmpstr (first->place, ==, "东门");
  g_assert_null (first->note);
  g_assert_cmpint (first->count.value, ==, 3);
  g_assert_cmpint (first->points.value, ==, 300);
  g_assert_cmpint (first->state, ==, YS_FINDING_FOUND);
  assert_october (first->found_at, "12T09:30");
  assert_october (first->starts_at, "12T09:30");
}

/* Visit and findings are one change: undo takes all of it, redo gives all of it back. */
static void
test_add_is_one_change (Yard *yard, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *none = yard_dump (yard);
  g_autofree char *all = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (YsVerification) verification = NULL;

  yard_inspect (yard, CITY, "12T09:30", NULL, "A1-01", "A1-02", "A1-03", NULL);
  all = yard_dump (yard);
  ys_history_undo (yard->base.ledger, 0, NULL, &error);
  g_assert_no_error (error);
  undone = yard_dump (yard);
  g_assert_cmpstr (undone, ==, none);
  ys_history_redo (yard->base.ledger, NULL, &error);
  g_assert_no_error (error);
  redone = yard_dump (yard);
  g_assert_cmpstr (redone, ==, all);
  verification = ys_audit_verify (yard->base.ledger, &error);
  g_assert_no_error (error);
  g_assert_true (verification->ok);
}

static void
test_clean_visit (Yard *yard, gconstpointer data)
{
  gint64 id = yard_inspect (yard, CITY, "12T09:30", NULL, NULL);
  g_autoptr (YsInspectionView) view = ys_inspection_load (yard->base.ledger, id, NULL);

  g_assert_cmpuint (view->findings->len, ==, 0);
}

/* Levels beside city and district are kept and timed, and cost nothing [RULINGS Findings]. */
static void
test_levels (Yard *yard, gconstpointer data)
{
  static const gint64 points[] = { 0, 0, 100, 100, 0, 0 };

  for (int level = YS_INSPECTION_LEVEL_TOWN; level <= YS_INSPECTION_LEVEL_SELF; level++)
    {
      gint64 id = yard_find (yard, level, "A1-01", "12T09:30");
      g_autoptr (YsFindingView) view = yard_look (yard, id, "12T09:30");

      g_assert_cmpint (view->points, ==, points[level]);
      g_assert_cmpint (view->finding.deadline, >, 0);
    }
}

/* Seconds of the entry's clock are dropped. */
static void
test_minutes (Yard *yard, gconstpointer data)
{
  YsInspection inspection = { .compound_id = yard->compound,
                              .level = CITY,
                              .kind = YS_INSPECTION_KIND_SPECIAL,
                              .at = october ("12T09:30") + 59 };
  gint64 id = ys_inspection_add (yard->base.ledger, &inspection, NULL, 0, NULL, NULL);
  YsInspection *stored = load (yard, id);

  assert_october (stored->at, "12T09:30");
  g_assert_cmpint (stored->at % 60, ==, 0);
  ys_record_free (&ys_inspection_type, stored);
}

typedef struct
{
  const char *name;
  const char *code;
  gint64 count;
  int level;
  int kind;
  const char *at;
  const char *notice;
  const char *told;
} Refused;

static const Refused refused[] = {
  { "unknown-clause", "A1-99", 1, 3, 1, "12T09:30", NULL, "A1-99" },
  { "clause-of-annex-2", "A2-01", 1, 3, 1, "12T09:30", NULL, "A2-01" },
  { "no-clause", "", 1, 3, 1, "12T09:30", NULL, "A1-01" },
  { "count-below-1", "A1-01", -1, 3, 1, "12T09:30", NULL, "Places" },
  { "count-too-large", "A1-01", 1000, 3, 1, "12T09:30", NULL, "Places" },
  { "no-level", "A1-01", 1, 0, 1, "12T09:30", NULL, "Level" },
  { "no-kind", "A1-01", 1, 3, 0, "12T09:30", NULL, "Kind" },
  { "no-time", "A1-01", 1, 3, 1, NULL, NULL, "Inspected at" },
  { "notice-before", "A1-01", 1, 3, 1, "12T09:30", "12T09:29", "notice" },
};

static void
test_refused (gconstpointer data)
{
  const Refused *row = data;
  Yard yard = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  YsInspection inspection = { .level = row->level, .kind = row->kind };
  YsFindingEntry entries[] = { { .code = "A1-02" }, { .code = row->code, .count = row->count } };

  yard_set_up (&yard, NULL);
  inspection.compound_id = yard.compound;
  inspection.at = row->at != NULL ? october (row->at) : 0;
  inspection.notice_at = row->notice != NULL ? october (row->notice) : 0;
  before = yard_dump (&yard);
  g_assert_cmpint (ys_inspection_add (yard.base.ledger, &inspection, entries, 2, NULL, &error), ==,
                   0);
  g_assert_nonnull (error);
  g_assert_cmpint (ys_job_error_exit_code (error), ==, 1);
  g_assert_nonnull (strstr (error->message, row->told));
  after = yard_dump (&yard);
  g_assert_cmpstr (after, ==, before);
  yard_tear_down (&yard, NULL);
}

static void
test_withdrawn_compound (Yard *yard, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  YsInspection inspection = { .compound_id = yard->compound,
                              .level = CITY,
                              .kind = YS_INSPECTION_KIND_SPECIAL,
                              .at = october ("12T09:30") };

  g_assert_true (
      ys_registry_withdraw (yard->base.ledger, yard->compound, "示例", fixture_today, NULL));
  g_assert_cmpint (ys_inspection_add (yard->base.ledger, &inspection, NULL, 0, NULL, &error), ==,
                   0);
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
}

/* A clause whose points the source leaves open is refused until somebody fills them. */
static void
test_unspecified (void)
{
  g_autoptr (GError) error = NULL;
  YsClause clause
      = { .code = (char *)"A1-27", .name = (char *)"示例", .kind = YS_CLAUSE_DEDUCTION };
  YsInspection inspection = { .level = CITY, .at = october ("12T09:30") };
  g_autoptr (YsWorkCalendar) calendar = ys_work_calendar_new ();
  YsFindingPreview preview;

  g_assert_false (
      ys_inspection_preview (NULL, &inspection, &clause, 1, calendar, &preview, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "A1-27"));
}

/* What the page shows in grey is what is saved. */
static void
test_preview (Yard *yard, gconstpointer data)
{
  g_autoptr (YsWorkCalendar) calendar = ys_work_calendar_new ();
  g_autoptr (YsCatalogueBook) book
      = ys_catalogue_load (yard->base.ledger, YS_ANNEX_1, fixture_today, NULL);
  YsInspection inspection = { .level = CITY, .at = october ("12T09:30") };

  for (guint i = 0; i < ys_catalogue_book_n_clauses (book); i++)
    {
      const YsClause *clause = ys_catalogue_book_clause (book, i);
      YsFindingPreview preview;
      g_autofree char *entry = g_strconcat (clause->code, "*2", NULL);
      gint64 id = yard_find (yard, CITY, entry, "12T09:30");
      g_autoptr (YsFindingView) view = yard_look (yard, id, "12T09:30");

      g_assert_true (
          ys_inspection_preview (NULL, &inspection, clause, 2, calendar, &preview, NULL));
      g_assert_cmpint (preview.deadline, ==, view->finding.deadline);
      g_assert_cmpint (preview.points, ==, 200);
      g_assert_cmpint (view->points, ==, 200);
    }
}

/* A notice given later than the visit starts the clock, and each finding has it in its timeline. */
static void
test_notice_at_entry (Yard *yard, gconstpointer data)
{
  g_autoptr (GArray) ids = NULL;
  YsFindingEntry entry = { .code = "A1-01" };
  YsInspection inspection = { .compound_id = yard->compound,
                              .level = CITY,
                              .kind = YS_INSPECTION_KIND_SPECIAL,
                              .at = october ("12T09:30"),
                              .notice_at = october ("13T10:00") };
  g_autoptr (YsFindingView) view = NULL;

  g_assert_cmpint (ys_inspection_add (yard->base.ledger, &inspection, &entry, 1, &ids, NULL), >, 0);
  view = yard_look (yard, g_array_index (ids, gint64, 0), "13T10:00");
  g_assert_cmpint (view->finding.state, ==, YS_FINDING_ISSUED);
  assert_october (view->finding.starts_at, "13T10:00");
  g_assert_cmpuint (view->events->len, ==, 1);
}

/* Only what still waits for a notice gets one. */
static void
test_issue (Yard *yard, gconstpointer data)
{
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = yard_inspect (yard, CITY, "12T09:30", &ids, "A1-01", "A1-02", NULL);
  g_autoptr (YsFindingView) waiting = NULL;
  g_autoptr (YsFindingView) reported = NULL;

  yard_take (yard, g_array_index (ids, gint64, 1), "reported 12T10:00");
  g_assert_true (ys_inspection_issue (yard->base.ledger, id, october ("13T09:00"), NULL, NULL));
  waiting = yard_look (yard, g_array_index (ids, gint64, 0), "13T09:00");
  reported = yard_look (yard, g_array_index (ids, gint64, 1), "13T09:00");
  assert_october (waiting->finding.starts_at, "13T09:00");
  g_assert_cmpint (waiting->finding.state, ==, YS_FINDING_ISSUED);
  assert_october (reported->finding.starts_at, "12T09:30");
  g_assert_cmpint (reported->finding.state, ==, YS_FINDING_REPORTED);
  g_assert_false (ys_inspection_issue (yard->base.ledger, id, october ("14T09:00"), NULL, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
}

static void
test_issue_nothing (Yard *yard, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = yard_inspect (yard, CITY, "12T09:30", NULL, NULL);

  g_assert_false (ys_inspection_issue (yard->base.ledger, id, october ("13T09:00"), NULL, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
}

typedef void (*Change) (Yard *yard, YsInspection *inspection);

static gboolean
set (Yard *yard, gint64 id, Change change, GError **error)
{
  YsInspection *inspection = load (yard, id);
  gboolean done;

  change (yard, inspection);
  done = ys_inspection_set (yard->base.ledger, inspection, error);
  ys_record_free (&ys_inspection_type, inspection);
  return done;
}

static void
make_town (Yard *yard, YsInspection *inspection)
{
  inspection->level = YS_INSPECTION_LEVEL_TOWN;
}

static void
move_to_tuesday (Yard *yard, YsInspection *inspection)
{
  inspection->at = october ("13T09:30");
}

static void
move_notice (Yard *yard, YsInspection *inspection)
{
  inspection->notice_at = october ("14T09:00");
}

static void
drop_notice (Yard *yard, YsInspection *inspection)
{
  inspection->notice_at = 0;
}

/* The head decides: level and points, instant and deadline, notice and clock. */
static void
test_set (Yard *yard, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;
  gint64 id = yard_inspect (yard, CITY, "12T09:30", &ids, "A1-01*2", NULL);
  gint64 finding = g_array_index (ids, gint64, 0);
  g_autoptr (YsFindingView) first = yard_look (yard, finding, "12T09:30");
  g_autofree char *before = yard_dump (yard);
  g_autofree char *after = NULL;

  set (yard, id, make_town, &error);
  g_assert_no_error (error);
  {
    g_autoptr (YsFindingView) view = yard_look (yard, finding, "12T09:30");

    g_assert_cmpint (view->points, ==, 0);
    g_assert_cmpint (view->finding.level, ==, YS_INSPECTION_LEVEL_TOWN);
  }
  set (yard, id, move_to_tuesday, &error);
  g_assert_no_error (error);
  {
    g_autoptr (YsFindingView) view = yard_look (yard, finding, "13T09:30");

    assert_october (view->finding.found_at, "13T09:30");
    g_assert_cmpint (view->finding.deadline, >, first->finding.deadline);
  }
  set (yard, id, move_notice, &error);
  g_assert_no_error (error);
  {
    g_autoptr (YsFindingView) view = yard_look (yard, finding, "14T09:30");

    assert_october (view->finding.starts_at, "14T09:00");
    g_assert_cmpuint (view->events->len, ==, 1);
  }
  set (yard, id, drop_notice, &error);
  g_assert_no_error (error);
  {
    g_autoptr (YsFindingView) view = yard_look (yard, finding, "14T09:30");

    assert_october (view->finding.starts_at, "13T09:30");
    g_assert_cmpuint (view->events->len, ==, 0);
  }
  for (guint i = 0; i < 4; i++)
    ys_history_undo (yard->base.ledger, 0, NULL, &error);
  g_assert_no_error (error);
  after = yard_dump (yard);
  g_assert_cmpstr (after, ==, before);
}

/* A step that was taken on Monday does not follow an inspection on Tuesday. */
static void
test_set_after_steps (Yard *yard, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;
  gint64 id = yard_inspect (yard, CITY, "12T09:30", &ids, "A1-01", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  yard_take (yard, g_array_index (ids, gint64, 0), "reported 12T10:00");
  before = yard_dump (yard);
  g_assert_false (set (yard, id, move_to_tuesday, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "A1-01"));
  after = yard_dump (yard);
  g_assert_cmpstr (after, ==, before);
}

static void
test_withdraw (Yard *yard, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;
  gint64 id = yard_inspect (yard, CITY, "30T09:30", &ids, "A1-01", "A1-02", NULL);
  g_autofree char *before = yard_dump (yard);
  g_autofree char *after = NULL;
  YsStep step = { .kind = YS_EVENT_REINSTATED, .text = "示例" };

  g_assert_false (ys_inspection_withdraw (yard->base.ledger, id, "  ", fixture_now, &error));
  g_assert_cmpint (ys_job_error_exit_code (error), ==, 1);
  g_clear_error (&error);
  /* Entered for the 30th by mistake, withdrawn on the 12th. */
  ys_inspection_withdraw (yard->base.ledger, id, "录入错误", fixture_now, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (YsFindingView) view = yard_look (yard, g_array_index (ids, gint64, i), "31T09:30");

      g_assert_cmpint (view->finding.state, ==, YS_FINDING_WITHDRAWN);
      g_assert_cmpint (view->points, ==, 0);
    }
  g_assert_false (ys_inspection_withdraw (yard->base.ledger, id, "再次", fixture_now, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (ys_finding_take_step (yard->base.ledger, (const gint64 *)(gpointer)ids->data, 1,
                                        &step, fixture_now, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  g_clear_error (&error);
  ys_history_undo (yard->base.ledger, 0, NULL, &error);
  g_assert_no_error (error);
  after = yard_dump (yard);
  g_assert_cmpstr (after, ==, before);
}

static void
test_set_finding (Yard *yard, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = yard_find (yard, CITY, "A1-01*2@东门", "12T09:30");
  YsFindingEntry entry = { .code = "A1-02", .count = 5, .note = "示例" };
  g_autoptr (YsFindingView) view = NULL;

  ys_inspection_set_finding (yard->base.ledger, id, &entry, &error);
  g_assert_no_error (error);
  view = yard_look (yard, id, "12T09:30");
  g_assert_cmpstr (view->code, ==, "A1-02");
  g_assert_null (view->finding.place);
  g_assert_cmpstr (view->finding.note, ==, "示例");
  g_assert_cmpint (view->points, ==, 500);
}

static void
test_add_finding (Yard *yard, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  YsFindingEntry entry = { .code = "A1-02" };
  gint64 id = yard_inspect (yard, CITY, "12T09:30", NULL, "A1-01", NULL);
  g_autoptr (YsInspectionView) view = NULL;

  g_assert_cmpint (ys_inspection_add_finding (yard->base.ledger, id, &entry, &error), >, 0);
  g_assert_no_error (error);
  view = ys_inspection_load (yard->base.ledger, id, &error);
  g_assert_cmpuint (view->findings->len, ==, 2);
}

/* Frozen means frozen: nothing enters, changes or leaves a finalised period. */
static void
test_finalised (Yard *yard, gconstpointer data)
{
  YsFindingEntry entry = { .code = "A1-02" };
  g_autoptr (GArray) ids = NULL;
  gint64 id = yard_inspect (yard, CITY, "12T09:30", &ids, "A1-01", NULL);
  YsInspection late = { .compound_id = yard->compound,
                        .level = CITY,
                        .kind = YS_INSPECTION_KIND_SPECIAL,
                        .at = october ("31T23:59") };
  g_autofree char *before = yard_dump (yard);
  g_autofree char *after = NULL;
  GError *errors[6] = { NULL };

  yard_finalise (yard, "2026-10", (YsDate){ 2026, 10, 1 }, (YsDate){ 2026, 10, 31 });
  ys_inspection_add (yard->base.ledger, &late, NULL, 0, NULL, &errors[0]);
  ys_inspection_add_finding (yard->base.ledger, id, &entry, &errors[1]);
  ys_inspection_set_finding (yard->base.ledger, g_array_index (ids, gint64, 0), &entry, &errors[2]);
  ys_inspection_withdraw (yard->base.ledger, id, "示例", fixture_now, &errors[3]);
  ys_inspection_issue (yard->base.ledger, id, october ("13T09:00"), NULL, &errors[4]);
  set (yard, id, make_town, &errors[5]);
  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      g_assert_error (errors[i], YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN);
      g_assert_cmpint (ys_job_error_exit_code (errors[i]), ==, 4);
      g_clear_error (&errors[i]);
    }
  after = yard_dump (yard);
  g_assert_cmpstr (after, ==, before);
  late.at = october ("31T23:59") + 60;
  g_assert_cmpint (ys_inspection_add (yard->base.ledger, &late, NULL, 0, NULL, NULL), >, 0);
}

static void
test_list (Yard *yard, gconstpointer data)
{
  g_autoptr (GArray) ids = NULL;
  YsInspectionFilter filter = { 0 };
  g_autoptr (GPtrArray) lines = NULL;
  const YsInspectionLine *line;
  gint64 gone;

  yard_inspect (yard, CITY, "12T09:30", &ids, "A1-01*3", "A1-02", "A1-03", NULL);
  yard_inspect (yard, YS_INSPECTION_LEVEL_TOWN, "13T09:30", NULL, "A1-02", NULL);
  gone = yard_inspect (yard, CITY, "14T09:30", NULL, "A1-02", NULL);
  yard_take (yard, g_array_index (ids, gint64, 1), "passed 12T10:00");
  yard_take (yard, g_array_index (ids, gint64, 2), "withdrawn 12T10:00");
  g_assert_true (ys_inspection_withdraw (yard->base.ledger, gone, "示例", fixture_now, NULL));
  lines = ys_inspection_list (yard->base.ledger, &filter, NULL);
  g_assert_cmpuint (lines->len, ==, 2);
  line = lines->pdata[0];
  g_assert_cmpint (line->inspection.level, ==, YS_INSPECTION_LEVEL_TOWN);
  g_assert_cmpint (line->points, ==, 0);
  line = lines->pdata[1];
  g_assert_cmpuint (line->n_findings, ==, 2);
  g_assert_cmpuint (line->n_places, ==, 4);
  g_assert_cmpuint (line->n_open, ==, 1);
  g_assert_cmpint (line->points, ==, 400);
}

typedef struct
{
  const char *name;
  YsInspectionFilter filter;
  guint n;
} Filter;

static void
test_list_filters (Yard *yard, gconstpointer data)
{
  gint64 other = fixture_add (&yard->base, "梅花园", "梅园社区", NULL);
  const Filter filters[] = {
    { "all", { 0 }, 3 },
    { "compound", { .compound_id = other }, 0 },
    { "level", { .level = CITY }, 2 },
    { "from", { .from = october ("13T09:30") }, 2 },
    { "to-exclusive", { .to = october ("13T09:30") }, 1 },
    { "limit", { .limit = 1 }, 1 },
    { "withdrawn", { .with_withdrawn = TRUE }, 3 },
  };

  yard_inspect (yard, CITY, "12T09:30", NULL, NULL);
  yard_inspect (yard, CITY, "13T09:30", NULL, "A1-01", NULL);
  yard_inspect (yard, YS_INSPECTION_LEVEL_SELF, "14T09:30", NULL, "A1-01", "A1-02", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autoptr (GPtrArray) lines
          = ys_inspection_list (yard->base.ledger, &filters[i].filter, NULL);

      g_test_message ("%s", filters[i].name);
      g_assert_cmpuint (lines->len, ==, filters[i].n);
    }
}

/* The same clause at the same place within the month; width, space and case do not tell places
 * apart [RULINGS Cases]. */
static void
test_find_same (Yard *yard, gconstpointer data)
{
  gint64 first = yard_find (yard, CITY, "A1-01@3号楼 B门", "12T09:30");
  g_autoptr (GPtrArray) same = NULL;
  g_autoptr (GPtrArray) itself = NULL;
  g_autoptr (GPtrArray) elsewhere = NULL;
  g_autoptr (GPtrArray) next_month = NULL;

  yard_find (yard, CITY, "A1-02@3号楼B门", "12T09:30");
  same = ys_inspection_find_same (yard->base.ledger, yard->compound, "A1-01", "３号楼b门",
                                  october ("31T23:59"), 0, NULL);
  g_assert_cmpuint (same->len, ==, 1);
  itself = ys_inspection_find_same (yard->base.ledger, yard->compound, "A1-01", "3号楼B门",
                                    october ("31T23:59"), first, NULL);
  g_assert_cmpuint (itself->len, ==, 0);
  elsewhere = ys_inspection_find_same (yard->base.ledger, yard->compound, "A1-01", NULL,
                                       october ("12T09:30"), 0, NULL);
  g_assert_cmpuint (elsewhere->len, ==, 0);
  next_month = ys_inspection_find_same (yard->base.ledger, yard->compound, "A1-01", "3号楼B门",
                                        october ("31T23:59") + 60, 0, NULL);
  g_assert_cmpuint (next_month->len, ==, 0);
}

/* City once a quarter, district twice a month, joint once a half-year, town each working day. */
static void
test_plan (Yard *yard, gconstpointer data)
{
  gint64 other = fixture_add (&yard->base, "梅花园", "梅园社区", NULL);
  g_autoptr (YsWorkCalendar) calendar = ys_work_calendar_new ();
  g_autoptr (YsRegistry) registry = ys_registry_load (yard->base.ledger, NULL);
  g_autoptr (GPtrArray) lines = NULL;
  static const guint done[] = { 1, 1, 0, 0, 2 };
  /* 8, 9, 10 (a make-up Saturday), 12, 13, 14 October 2026 are worked. */
  static const guint due[] = { 2, 2, 2, 2, 6 };

  yard_inspect (yard, CITY, "12T09:30", NULL, NULL);
  yard_inspect (yard, YS_INSPECTION_LEVEL_DISTRICT, "12T09:30", NULL, NULL);
  yard_inspect (yard, YS_INSPECTION_LEVEL_TOWN, "12T09:30", NULL, NULL);
  yard_inspect (yard, YS_INSPECTION_LEVEL_TOWN, "12T15:30", NULL, NULL);
  yard_inspect (yard, YS_INSPECTION_LEVEL_TOWN, "14T09:30", NULL, NULL);
  yard_inspect (yard, YS_INSPECTION_LEVEL_TOWN, "17T09:30", NULL, NULL);
  lines
      = ys_inspection_plan (yard->base.ledger, registry, calendar, (YsDate){ 2026, 10, 14 }, NULL);
  g_assert_cmpuint (lines->len, ==, YS_N_CADENCES);
  for (guint i = 0; i < lines->len; i++)
    {
      const YsCadenceLine *line = lines->pdata[i];

      g_assert_cmpuint (line->n_done, ==, done[i]);
      g_assert_cmpuint (line->n_due, ==, due[i]);
      if (line->cadence == YS_CADENCE_CITY)
        {
          g_assert_cmpuint (line->missing->len, ==, 1);
          g_assert_cmpint (g_array_index (line->missing, gint64, 0), ==, other);
        }
    }
}

static void
test_draft (Yard *yard, gconstpointer data)
{
  g_autofree char *none = ys_inspection_draft (yard->base.ledger);
  g_autofree char *mine = NULL;
  g_autofree char *another = NULL;
  g_autofree char *forgotten = NULL;

  g_assert_null (none);
  g_assert_true (ys_inspection_keep_draft (yard->base.ledger, "{\"code\":\"A1\"}", NULL));
  mine = ys_inspection_draft (yard->base.ledger);
  g_assert_cmpstr (mine, ==, "{\"code\":\"A1\"}");
  ys_ledger_set_user (yard->base.ledger, "示例李某");
  another = ys_inspection_draft (yard->base.ledger);
  g_assert_null (another);
  ys_ledger_set_user (yard->base.ledger, "示例");
  g_assert_true (ys_inspection_keep_draft (yard->base.ledger, NULL, NULL));
  forgotten = ys_inspection_draft (yard->base.ledger);
  g_assert_null (forgotten);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*run) (Yard *yard, gconstpointer data);
  } tests[] = {
    { "/jobs/inspection/add", test_add },
    { "/jobs/inspection/add-is-one-change", test_add_is_one_change },
    { "/jobs/inspection/clean-visit", test_clean_visit },
    { "/jobs/inspection/levels", test_levels },
    { "/jobs/inspection/minutes", test_minutes },
    { "/jobs/inspection/withdrawn-compound", test_withdrawn_compound },
    { "/jobs/inspection/preview", test_preview },
    { "/jobs/inspection/notice-at-entry", test_notice_at_entry },
    { "/jobs/inspection/issue", test_issue },
    { "/jobs/inspection/issue-nothing", test_issue_nothing },
    { "/jobs/inspection/set", test_set },
    { "/jobs/inspection/set-after-steps", test_set_after_steps },
    { "/jobs/inspection/withdraw", test_withdraw },
    { "/jobs/inspection/set-finding", test_set_finding },
    { "/jobs/inspection/add-finding", test_add_finding },
    { "/jobs/inspection/finalised", test_finalised },
    { "/jobs/inspection/list", test_list },
    { "/jobs/inspection/list-filters", test_list_filters },
    { "/jobs/inspection/find-same", test_find_same },
    { "/jobs/inspection/plan", test_plan },
    { "/jobs/inspection/draft", test_draft },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Yard, NULL, yard_set_up, tests[i].run, yard_tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strconcat ("/jobs/inspection/refused/", refused[i].name, NULL);

      g_test_add_data_func (path, &refused[i], test_refused);
    }
  g_test_add_func ("/jobs/inspection/unspecified", test_unspecified);
  return g_test_run ();
}
