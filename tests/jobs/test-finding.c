/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps of findings as they are stored: states, refusals, undo, many at once, rates; and at
 * random, that what is stored is what the events say. */
#include "config.h"

#include "inspection-fixture.h"

#include "audit.h"
#include "case-job.h"
#include "finding-rules.h"
#include "history.h"
#include "job-error.h"
#include "record-store.h"

#define CITY YS_INSPECTION_LEVEL_CITY

/* From the visit to the closed finding, with its timeline. */
static void
test_life (Yard *yard, gconstpointer data)
{
  gint64 id = yard_find (yard, CITY, "A1-01*2@东门", "12T09:00");
  g_autoptr (YsFindingView) view = NULL;

  yard_take (yard, id, "issued 12T10:00");
  yard_take (yard, id, "reported 12T11:00");
  yard_take (yard, id, "failed 12T11:30");
  yard_take (yard, id, "reported 12T15:00");
  yard_take (yard, id, "passed 30T15:00");
  view = yard_look (yard, id, "30T15:00");
  g_assert_cmpstr (view->compound, ==, "龙珠百合");
  g_assert_cmpstr (view->code, ==, "A1-01");
  g_assert_cmpint (view->finding.state, ==, YS_FINDING_CLOSED);
  g_assert_cmpuint (view->events->len, ==, 5);
  assert_october (view->finding.starts_at, "12T10:00");
  assert_october (view->finding.reported_at, "12T15:00");
  assert_october (view->finding.rechecked_at, "30T15:00");
  assert_october (view->finding.rectified_at, "12T15:00");
  g_assert_cmpint (view->points, ==, 200);
  g_assert_false (view->overdue);
}

/* One undo takes the event away and puts the finding back. */
static void
test_undo (Yard *yard, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = yard_find (yard, CITY, "A1-01", "12T09:00");
  g_autofree char *before = yard_dump (yard);
  g_autofree char *after = NULL;
  g_autofree char *said = NULL;

  yard_take (yard, id, "passed 12T10:00");
  ys_history_undo (yard->base.ledger, 0, &said, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (said, ==, "Undid: Recheck passed: 龙珠百合");
  after = yard_dump (yard);
  g_assert_cmpstr (after, ==, before);
}

/* Thousands at once are one change; one that refuses keeps all as they were. */
static void
test_bulk (Yard *yard, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree YsFindingEntry *entries = g_new0 (YsFindingEntry, 2000);
  YsStep step = { .kind = YS_EVENT_REPORTED, .at = october ("12T10:00") };
  YsInspection inspection = { .compound_id = yard->compound,
                              .level = CITY,
                              .kind = YS_INSPECTION_KIND_SPECIAL,
                              .at = october ("12T09:00") };
  g_autoptr (GArray) made = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  for (guint i = 0; i < 2000; i++)
    entries[i].code = "A1-01";
  ys_inspection_add (yard->base.ledger, &inspection, entries, 2000, &made, &error);
  g_assert_no_error (error);
  ys_finding_take_step (yard->base.ledger, (const gint64 *)(gpointer)made->data, made->len, &step,
                        fixture_now, &error);
  g_assert_no_error (error);
  lines = ys_audit_list (yard->base.ledger, NULL, 0, 4000, &error);
  for (guint i = 1; i < lines->len; i++)
    g_assert_cmpint (((YsAuditLine *)lines->pdata[i])->change, ==,
                     ((YsAuditLine *)lines->pdata[0])->change);
  yard_take (yard, g_array_index (made, gint64, 1999), "passed 12T11:00");
  before = yard_dump (yard);
  step.kind = YS_EVENT_FAILED;
  step.at = october ("12T12:00");
  g_assert_false (ys_finding_take_step (yard->base.ledger, (const gint64 *)(gpointer)made->data,
                                        made->len, &step, fixture_now, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "2000"));
  after = yard_dump (yard);
  g_assert_cmpstr (after, ==, before);
}

typedef struct
{
  const char *name;
  const char *before;
  const char *step;
  const char *told;
} Refused;

static const Refused refused[] = {
  { "before-inspection", NULL, "reported 12T08:59", "inspection" },
  { "out-of-order", "failed 12T10:00", "reported 12T09:59", "later step" },
  { "closed", "passed 12T10:00", "failed 12T10:30", "closed" },
  { "extended-backwards", NULL, "extended 12T10:00>12T10:30", "more time" },
  { "extended-nowhere", NULL, "extended 12T10:00", "new deadline" },
  { "resumed-running", NULL, "resumed 12T10:00", "runs" },
  { "upheld-nothing", NULL, "upheld 12T10:00", "objection" },
  { "accepted", NULL, "accepted 12T10:00", "case" },
};

static void
test_refused (gconstpointer data)
{
  const Refused *row = data;
  Yard yard = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 id;

  yard_set_up (&yard, NULL);
  id = yard_find (&yard, CITY, "A1-01", "12T09:00");
  if (row->before != NULL)
    yard_take (&yard, id, row->before);
  before = yard_dump (&yard);
  g_assert_false (yard_step (&yard, id, row->step, &error));
  g_assert_cmpint (ys_job_error_exit_code (error), ==, 1);
  g_assert_nonnull (strstr (error->message, row->told));
  g_assert_nonnull (strstr (error->message, "A1-01"));
  after = yard_dump (&yard);
  g_assert_cmpstr (after, ==, before);
  yard_tear_down (&yard, NULL);
}

static const int reasoned[] = { YS_EVENT_PAUSED, YS_EVENT_OBJECTION, YS_EVENT_WITHDRAWN };

static void
test_needs_reason (Yard *yard, gconstpointer data)
{
  gint64 id = yard_find (yard, CITY, "A1-01", "12T09:00");

  for (guint i = 0; i < G_N_ELEMENTS (reasoned); i++)
    {
      g_autoptr (GError) error = NULL;
      YsStep step = { .kind = reasoned[i], .at = october ("12T10:00"), .text = " 　" };

      g_assert_false (ys_finding_take_step (yard->base.ledger, &id, 1, &step, fixture_now, &error));
      g_assert_error (error, YS_VALUE_ERROR, YS_VALUE_ERROR_MISSING);
    }
}

/* Without a time it is now; who did it is the user unless somebody is named. */
static void
test_now (Yard *yard, gconstpointer data)
{
  gint64 id = yard_find (yard, CITY, "A1-01", "12T08:30");
  YsStep step = { .kind = YS_EVENT_REPORTED };
  g_autoptr (YsFindingView) view = NULL;
  const YsEvent *event;

  g_assert_true (ys_finding_take_step (yard->base.ledger, &id, 1, &step, fixture_now + 59, NULL));
  step = (YsStep){ .kind = YS_EVENT_PASSED, .person = "示例王某" };
  g_assert_true (ys_finding_take_step (yard->base.ledger, &id, 1, &step, fixture_now, NULL));
  view = yard_look (yard, id, "12T09:00");
  event = view->events->pdata[0];
  assert_october (event->at, "12T09:00");
  g_assert_cmpint (event->at % 60, ==, 0);
  g_assert_cmpstr (event->person, ==, "示例");
  event = view->events->pdata[1];
  g_assert_cmpstr (event->person, ==, "示例王某");
}

/* What happened in a finalised period stays; the finding of one goes on in the next, but keeps its
 * points [RULINGS Findings]. */
static void
test_finalised (Yard *yard, gconstpointer data)
{
  gint64 id = yard_find (yard, CITY, "A1-01", "30T09:00");
  static const char *const forbidden[] = { "reported 30T10:00", "withdrawn 31T10:00" };
  YsStep later = { .kind = YS_EVENT_REPORTED, .text = "示例" };
  g_autoptr (GError) error = NULL;

  g_assert_true (ys_instant_from_iso ("2026-11-02T09:00", &later.at));
  yard_finalise (yard, "2026-10", (YsDate){ 2026, 10, 1 }, (YsDate){ 2026, 10, 31 });
  for (guint i = 0; i < G_N_ELEMENTS (forbidden); i++)
    {
      g_autoptr (GError) refusal = NULL;

      g_assert_false (yard_step (yard, id, forbidden[i], &refusal));
      g_assert_error (refusal, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN);
    }
  ys_finding_take_step (yard->base.ledger, &id, 1, &later, fixture_now, &error);
  g_assert_no_error (error);
  /* The report of November can be undone, the finding of October cannot. */
  ys_history_undo (yard->base.ledger, 0, NULL, &error);
  g_assert_no_error (error);
  later.kind = YS_EVENT_WITHDRAWN;
  g_assert_false (ys_finding_take_step (yard->base.ledger, &id, 1, &later, fixture_now, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN);
}

static void
test_undo_finalised (Yard *yard, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  gint64 inspected;

  yard_find (yard, CITY, "A1-01", "30T09:00");
  lines = ys_audit_list (yard->base.ledger, NULL, 0, 1, &error);
  inspected = ((const YsAuditLine *)lines->pdata[0])->seq;
  yard_finalise (yard, "2026-10", (YsDate){ 2026, 10, 1 }, (YsDate){ 2026, 10, 31 });
  g_assert_false (ys_history_undo (yard->base.ledger, inspected, NULL, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN);
}

static gboolean
note_id (const YsFindingView *view, gpointer user_data, GError **error)
{
  g_string_append_printf (user_data, "%s%s", ((GString *)user_data)->len > 0 ? " " : "",
                          view->code);
  return TRUE;
}

static void
assert_each (Yard *yard, const YsFindingFilter *filter, const char *now, const char *codes)
{
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_true (ys_finding_each (yard->base.ledger, filter, october (now), note_id, found, NULL));
  g_assert_cmpstr (found->str, ==, codes);
}

/* Oldest first, narrowed; late is judged to the minute. */
static void
test_each (Yard *yard, gconstpointer data)
{
  gint64 late = yard_find (yard, CITY, "A1-01", "12T09:00");
  gint64 paused = yard_find (yard, CITY, "A1-02", "13T09:00");
  gint64 gone = yard_find (yard, CITY, "A1-03", "12T08:59");
  g_autoptr (YsFindingView) view = yard_look (yard, late, "12T09:00");
  g_autofree char *deadline = ys_instant_to_iso (view->finding.deadline);
  g_autofree char *minute_after = ys_instant_to_iso (view->finding.deadline + 60);

  yard_take (yard, paused, "paused 13T09:10");
  yard_take (yard, gone, "withdrawn 13T09:10");
  assert_each (yard, &(YsFindingFilter){ 0 }, "12T09:00", "A1-03 A1-01 A1-02");
  assert_each (yard, &(YsFindingFilter){ .from = october ("12T09:00") }, "12T09:00", "A1-01 A1-02");
  assert_each (yard, &(YsFindingFilter){ .to = october ("13T09:00") }, "12T09:00", "A1-03 A1-01");
  assert_each (yard, &(YsFindingFilter){ .compound_id = 99 }, "12T09:00", "");
  assert_each (yard, &(YsFindingFilter){ .compound_id = yard->compound, .state = YS_FINDING_FOUND },
               "12T09:00", "A1-01 A1-02");
  assert_each (yard, &(YsFindingFilter){ .only_paused = TRUE }, "12T09:00", "A1-02");
  assert_each (yard, &(YsFindingFilter){ .only_overdue = TRUE }, deadline + 8, "");
  assert_each (yard, &(YsFindingFilter){ .only_overdue = TRUE }, minute_after + 8, "A1-01");
  yard_take (yard, late, "passed 31T09:00");
  assert_each (yard, &(YsFindingFilter){ .only_overdue = TRUE }, "31T09:00", "A1-01");
}

/* One finding by the town, closed on time; one by the city, closed late; one by the city, due; one
 * withdrawn: found 3, by itself 1, handled 2, on time 1 of 3. */
static void
test_rates (Yard *yard, gconstpointer data)
{
  gint64 town = yard_find (yard, YS_INSPECTION_LEVEL_TOWN, "A1-01", "12T09:00");
  gint64 late = yard_find (yard, CITY, "A1-01", "12T09:00");
  gint64 gone = yard_find (yard, CITY, "A1-01", "12T09:00");
  g_autoptr (GPtrArray) lines = NULL;

  yard_find (yard, CITY, "A1-01", "12T09:00");
  yard_take (yard, town, "passed 12T09:10");
  yard_take (yard, late, "passed 31T09:10");
  yard_take (yard, gone, "withdrawn 13T09:10");
  for (YsRateBy by = YS_RATE_BY_COMPOUND; by <= YS_RATE_BY_CLAUSE; by++)
    {
      const YsRateLine *line;

      g_clear_pointer (&lines, g_ptr_array_unref);
      lines = ys_finding_rates (yard->base.ledger, october ("01T00:00"), 0, october ("31T10:00"),
                                by, NULL);
      g_assert_cmpuint (lines->len, ==, 1);
      line = lines->pdata[0];
      g_assert_cmpuint (line->n_found, ==, 3);
      g_assert_cmpuint (line->n_by_self, ==, 1);
      g_assert_cmpuint (line->n_handled, ==, 2);
      g_assert_cmpuint (line->n_on_time, ==, 1);
      g_assert_cmpuint (line->n_due, ==, 3);
      if (by == YS_RATE_BY_COMPOUND)
        g_assert_cmpstr (line->name, ==, "龙珠百合");
      if (by == YS_RATE_BY_CLAUSE)
        g_assert_true (g_str_has_prefix (line->name, "A1-01 "));
    }
}

static void
test_explain (Yard *yard, gconstpointer data)
{
  gint64 id = yard_find (yard, CITY, "A1-01", "12T09:00");
  g_autoptr (YsWorkCalendar) calendar = ys_work_calendar_new ();
  g_autoptr (YsFindingView) view = NULL;
  g_auto (YsDeadline) deadline = { 0 };

  yard_take (yard, id, "paused 12T09:30");
  yard_take (yard, id, "resumed 14T09:30");
  view = yard_look (yard, id, "14T10:00");
  g_assert_true (ys_finding_explain (yard->base.ledger, id, calendar, &deadline, NULL));
  g_assert_cmpint (deadline.deadline, ==, view->finding.deadline);
  g_assert_cmpuint (deadline.spans->len, >, 0);
}

/* Three working days from Monday the 12th end on Thursday the 15th; the extension leads further,
 * and the working still leads to what the limit gave. An earlier, shorter one is not named. */
static void
test_explain_extended (Yard *yard, gconstpointer data)
{
  gint64 id = yard_find (yard, CITY, "A1-05", "12T09:00");
  g_autoptr (YsWorkCalendar) calendar = ys_work_calendar_new ();
  g_auto (YsDeadline) deadline = { 0 };
  YsStep step = { .kind = YS_EVENT_EXTENDED, .text = "材料未到" };
  const YsWorkSpan *last;
  YsInstant thursday = 0;

  g_assert_true (ys_instant_from_iso ("2026-10-15T17:30", &thursday));
  g_assert_true (ys_instant_from_iso ("2026-10-13T10:00", &step.at));
  g_assert_true (ys_instant_from_iso ("2026-10-20T12:00", &step.until));
  g_assert_true (ys_finding_take_step (yard->base.ledger, &id, 1, &step, step.at, NULL));
  g_assert_true (ys_finding_explain (yard->base.ledger, id, calendar, &deadline, NULL));
  g_assert_cmpint (deadline.deadline, ==, step.until);
  g_assert_cmpint (deadline.by_limit, ==, thursday);
  g_assert_cmpstr (deadline.extension, ==, "材料未到");
  last = &g_array_index (deadline.spans, YsWorkSpan, deadline.spans->len - 1);
  g_assert_cmpint (last->to, ==, thursday);
}

/* A sentence for what the newest change did. */
static void
assert_said (Yard *yard, const char *expected)
{
  g_autoptr (GPtrArray) newest = ys_history_list (yard->base.ledger, 0, 1, NULL);
  g_autoptr (GPtrArray) lines
      = ys_audit_list_change (yard->base.ledger, ((const YsAuditLine *)newest->pdata[0])->change,
                              NULL);
  g_autofree char *said = ys_history_sentence (yard->base.ledger, lines->pdata[0]);

  g_assert_cmpstr (said, ==, expected);
}

static void
test_sentences (Yard *yard, gconstpointer data)
{
  g_autoptr (GArray) ids = NULL;
  YsFindingEntry entry = { .code = "A1-03" };
  YsStep step = { .kind = YS_EVENT_REPORTED, .at = october ("12T10:00") };
  gint64 id;

  yard_inspect (yard, CITY, "12T09:00", NULL, NULL);
  assert_said (yard, "Entered a clean inspection of 龙珠百合");
  yard_find (yard, CITY, "A1-01", "12T09:00");
  assert_said (yard, "Entered an inspection of 龙珠百合 with 1 finding");
  id = yard_inspect (yard, CITY, "12T09:00", &ids, "A1-01", "A1-02", NULL);
  assert_said (yard, "Entered an inspection of 龙珠百合 with 2 findings");
  g_assert_cmpint (ys_inspection_add_finding (yard->base.ledger, id, &entry, NULL), >, 0);
  assert_said (yard, "Entered a finding of 龙珠百合");
  g_assert_true (
      ys_inspection_set_finding (yard->base.ledger, g_array_index (ids, gint64, 0), &entry, NULL));
  assert_said (yard, "Changed a finding of 龙珠百合");
  g_assert_true (ys_finding_take_step (yard->base.ledger, (const gint64 *)(gpointer)ids->data, 2,
                                       &step, fixture_now, NULL));
  assert_said (yard, "Reported as rectified: 龙珠百合 and 1 more");
  g_assert_true (ys_inspection_issue (yard->base.ledger, id, october ("12T11:00"), NULL, NULL));
  assert_said (yard, "Notice given: 龙珠百合");
  g_assert_true (ys_inspection_withdraw (yard->base.ledger, id, "示例", fixture_now, NULL));
  assert_said (yard, "Withdrew an inspection of 龙珠百合");
}

/* Random steps at random times, refused or not: what is stored is what the events say, and undo
 * back to the start gives the first rows. */
static void
check_replay (Yard *yard, gint64 id)
{
  g_autoptr (YsFindingView) view = yard_look (yard, id, "12T09:00");
  g_autoptr (YsWorkCalendar) calendar = ys_work_calendar_new ();
  YsFinding *replayed = ys_record_new (&ys_finding_type);

  ys_record_copy (&ys_finding_type, replayed, &view->finding);
  replayed->state = 0;
  replayed->deadline = replayed->starts_at = replayed->paused_at = replayed->rectified_at = 1;
  g_assert_true (ys_finding_replay (replayed, (const YsEvent *const *)view->events->pdata,
                                    view->events->len, view->limit, calendar));
  g_assert_true (ys_record_equal (&ys_finding_type, replayed, &view->finding));
  ys_record_free (&ys_finding_type, replayed);
}

static void
test_random (Yard *yard, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autoptr (YsVerification) verification = NULL;
  YsInstant at = october ("12T09:00");
  guint n_taken = 0;

  yard_inspect (yard, CITY, "12T09:00", &ids, "A1-01", "A1-02*3", "A1-03", NULL);
  first = yard_dump (yard);
  for (guint i = 0; i < 300; i++)
    {
      gint64 id = g_array_index (ids, gint64, (guint)g_test_rand_int_range (0, 3));
      YsStep step = { .kind = g_test_rand_int_range (YS_EVENT_ISSUED, YS_EVENT_NOTE + 1),
                      .text = "示例",
                      .at = at - g_test_rand_int_range (0, 120) * 60 };

      step.until = step.at + g_test_rand_int_range (1, 10000) * 60;
      if (ys_finding_take_step (yard->base.ledger, &id, 1, &step, fixture_now, NULL))
        n_taken++;
      check_replay (yard, id);
      at += g_test_rand_int_range (0, 60) * 60;
    }
  g_assert_cmpuint (n_taken, >, 10);
  for (guint i = 0; i < n_taken; i++)
    {
      ys_history_undo (yard->base.ledger, 0, NULL, &error);
      g_assert_no_error (error);
    }
  last = yard_dump (yard);
  g_assert_cmpstr (last, ==, first);
  verification = ys_audit_verify (yard->base.ledger, &error);
  g_assert_no_error (error);
  g_assert_true (verification->ok);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*run) (Yard *yard, gconstpointer data);
  } tests[] = {
    { "/jobs/finding/life", test_life },
    { "/jobs/finding/undo", test_undo },
    { "/jobs/finding/bulk", test_bulk },
    { "/jobs/finding/needs-reason", test_needs_reason },
    { "/jobs/finding/now", test_now },
    { "/jobs/finding/finalised", test_finalised },
    { "/jobs/finding/undo-finalised", test_undo_finalised },
    { "/jobs/finding/each", test_each },
    { "/jobs/finding/rates", test_rates },
    { "/jobs/finding/explain", test_explain },
    { "/jobs/finding/explain-extended", test_explain_extended },
    { "/jobs/finding/sentences", test_sentences },
    { "/jobs/finding/random", test_random },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Yard, NULL, yard_set_up, tests[i].run, yard_tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strconcat ("/jobs/finding/refused/", refused[i].name, NULL);

      g_test_add_data_func (path, &refused[i], test_refused);
    }
  return g_test_run ();
}
