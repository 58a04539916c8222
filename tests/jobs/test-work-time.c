/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ledger's own calendar and the deadlines that its changes move, each worked out by hand.
 * October 2026: the 12th is a Monday, the 10th (Saturday) is worked, the 17th and 18th are a
 * weekend. */
#include "config.h"

#include "fixture.h"

#include "calendar-record.h"
#include "change.h"
#include "deadline.h"
#include "event.h"
#include "history.h"
#include "inspection.h"
#include "job-error.h"
#include "platform-case.h"
#include "record-store.h"
#include "work-time.h"

#include <string.h>

/* A1-01 of the built-in annex 1: three working days. */
#define CLAUSE 1

static YsInstant
at (const char *text)
{
  YsInstant instant;

  g_assert_true (ys_instant_from_iso (text, &instant));
  return instant;
}

static void
insert (Fixture *fixture, const YsRecordType *type, gpointer record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsChange) change = ys_change_begin (fixture->ledger, "add", &error);

  g_assert_no_error (error);
  ys_change_insert (change, type, record, &error);
  g_assert_no_error (error);
  ys_change_commit (change, NULL, &error);
  g_assert_no_error (error);
}

static gint64
add_finding (Fixture *fixture, const char *found_at, int state, const char *deadline)
{
  gint64 compound = fixture_add (fixture, found_at, "示例社区", NULL);
  YsInspection inspection = { .compound_id = compound,
                              .level = YS_INSPECTION_LEVEL_CITY,
                              .kind = YS_INSPECTION_KIND_ANNOUNCED,
                              .at = at (found_at),
                              .catalogue_id = 1 };
  YsFinding finding = { .compound_id = compound,
                        .level = YS_INSPECTION_LEVEL_CITY,
                        .clause_id = CLAUSE,
                        .count = YS_NUMBER (1),
                        .found_at = at (found_at),
                        .starts_at = at (found_at),
                        .deadline = at (deadline),
                        .provisional = deadline[3] == '7',
                        .state = state,
                        .points = YS_NUMBER (100) };

  insert (fixture, &ys_inspection_type, &inspection);
  finding.inspection_id = inspection.id;
  insert (fixture, &ys_finding_type, &finding);
  return finding.id;
}

static gint64
add_case (Fixture *fixture,
          const char *number,
          const char *dispatched,
          const char *deadline,
          gboolean fixed)
{
  YsCase one = { .number = (char *)number,
                 .level = YS_INSPECTION_LEVEL_CITY,
                 .compound_id = fixture_add (fixture, number, "示例社区", NULL),
                 .clause_id = CLAUSE,
                 .at = at (dispatched),
                 .dispatched_deadline = fixed,
                 .deadline = at (deadline),
                 .state = YS_CASE_RECEIVED };

  if (!fixed)
    {
      one.limit_amount = YS_NUMBER (3);
      one.limit_unit = YS_LIMIT_DAYS;
    }
  insert (fixture, &ys_case_type, &one);
  return one.id;
}

static void
add_event (Fixture *fixture, gint64 finding, int kind, const char *when, const char *until)
{
  YsEvent event = { .finding_id = finding,
                    .kind = kind,
                    .at = at (when),
                    .text = (char *)"示例原因",
                    .until = until ? at (until) : 0 };

  insert (fixture, &ys_event_type, &event);
}

static void
finalise (Fixture *fixture, const char *name, YsDate first, YsDate last)
{
  YsPeriod period = { .name = (char *)name,
                      .starts_on = first,
                      .ends_on = last,
                      .finalised = TRUE,
                      .finalised_at = at ("2026-10-11T09:00"),
                      .reason = (char *)"示例" };

  insert (fixture, &ys_period_type, &period);
}

/* (transfer full): "1 2026-10-15T17:30; -1 …?" of everything that is due; ? is provisional */
static char *
tell_deadlines (Fixture *fixture)
{
  g_autoptr (GPtrArray) findings = ys_record_store_list (fixture->ledger, &ys_finding_type, NULL);
  g_autoptr (GPtrArray) cases = ys_record_store_list (fixture->ledger, &ys_case_type, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const YsFinding *finding = findings->pdata[i];
      g_autofree char *deadline = ys_instant_to_iso (finding->deadline);

      g_string_append_printf (text, "%d %s%s; ", (int)finding->id, deadline,
                              finding->provisional ? "?" : "");
    }
  for (guint i = 0; i < cases->len; i++)
    {
      const YsCase *one = cases->pdata[i];
      g_autofree char *deadline = ys_instant_to_iso (one->deadline);

      g_string_append_printf (text, "%s %s%s; ", one->number, deadline,
                              one->provisional ? "?" : "");
    }
  return g_string_free (text, FALSE);
}

/* (transfer full): "1 15T17:30>16T17:30; …" by the old deadline; ? is provisional */
static char *
tell_moved (const YsCalendarPlan *plan)
{
  GPtrArray *moved = ys_calendar_plan_moved (plan);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < moved->len; i++)
    {
      const YsMovedDeadline *one = moved->pdata[i];
      g_autofree char *before = ys_instant_to_iso (one->before);
      g_autofree char *after = ys_instant_to_iso (one->after);
      g_autofree char *id
          = one->number ? g_strdup (one->number) : g_strdup_printf ("%d", (int)one->id);

      g_assert_cmpstr (one->code, ==, "A1-01");
      g_assert_cmpuint (strlen (one->compound), >, 0);
      g_string_append_printf (text, "%s%s %s%s>%s%s", i > 0 ? "; " : "", id, before + 5,
                              one->was_provisional ? "?" : "", after + 5,
                              one->is_provisional ? "?" : "");
    }
  return g_string_free (text, FALSE);
}

static YsCalendarPlan *
plan_day (Fixture *fixture, YsDate date, YsDayMark mark)
{
  g_autoptr (GError) error = NULL;
  YsCalendarPlan *plan
      = ys_calendar_plan_day (fixture->ledger, date, mark, NULL, "示例原因", &error);

  g_assert_no_error (error);
  return plan;
}

static void
apply (Fixture *fixture, YsCalendarPlan *plan)
{
  g_autoptr (GError) error = NULL;

  ys_calendar_plan_apply (plan, fixture->ledger, NULL, &error);
  g_assert_no_error (error);
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  ys_history_undo (fixture->ledger, 0, NULL, &error);
  g_assert_no_error (error);
}

/* 1: plain; 2: over the weekend; 3: withdrawn; 4: of a finalised month, stood from the
 * 8th to the 14th, 9:00; 5: stood from Tuesday 9:00
 * to Wednesday 9:00; 6: extended; 7: due before; A: three working days; B: dispatched with its
 * deadline. */
static void
fill_october (Fixture *fixture)
{
  add_finding (fixture, "2026-10-12T09:00", YS_FINDING_FOUND, "2026-10-15T17:30");
  add_finding (fixture, "2026-10-14T09:00", YS_FINDING_ISSUED, "2026-10-19T17:30");
  add_finding (fixture, "2026-10-14T10:00", YS_FINDING_WITHDRAWN, "2026-10-19T17:30");
  add_finding (fixture, "2026-09-30T09:00", YS_FINDING_FOUND, "2026-10-16T17:30");
  add_finding (fixture, "2026-10-12T10:00", YS_FINDING_FOUND, "2026-10-16T17:30");
  add_event (fixture, 4, YS_EVENT_PAUSED, "2026-10-08T09:00", NULL);
  add_event (fixture, 4, YS_EVENT_RESUMED, "2026-10-14T09:00", NULL);
  add_event (fixture, 5, YS_EVENT_PAUSED, "2026-10-13T09:00", NULL);
  add_event (fixture, 5, YS_EVENT_RESUMED, "2026-10-14T09:00", NULL);
  add_finding (fixture, "2026-10-12T11:00", YS_FINDING_FOUND, "2026-10-30T17:30");
  finalise (fixture, "2026-09", (YsDate){ 2026, 9, 1 }, (YsDate){ 2026, 9, 30 });
  add_event (fixture, 6, YS_EVENT_EXTENDED, "2026-10-13T09:00", "2026-10-30T17:30");
  add_finding (fixture, "2026-10-08T11:00", YS_FINDING_CLOSED, "2026-10-12T17:30");
  add_case (fixture, "A", "2026-10-14T09:00", "2026-10-19T17:30", FALSE);
  add_case (fixture, "B", "2026-10-14T09:00", "2026-10-19T12:00", TRUE);
}

/* Thursday the 15th is off: 1 counts 13, 14, 16; 5 has 20:30 left from the 14th 9:00: 14, 16, 19.
 */
static void
test_day_off (Fixture *fixture, gconstpointer data)
{
  fill_october (fixture);
  g_autofree char *before = tell_deadlines (fixture);
  g_autoptr (YsCalendarPlan) plan = plan_day (fixture, (YsDate){ 2026, 10, 15 }, YS_DAY_OFF);
  g_autofree char *moved = tell_moved (plan);
  g_autofree char *planned = tell_deadlines (fixture);

  g_assert_cmpstr (moved, ==,
                   "1 10-15T17:30>10-16T17:30; 5 10-16T17:30>10-19T17:30; "
                   "A 10-19T17:30>10-20T17:30; 2 10-19T17:30>10-20T17:30");
  g_assert_cmpstr (planned, ==, before);
  apply (fixture, plan);
  g_autofree char *after = tell_deadlines (fixture);
  g_assert_cmpstr (after, ==,
                   "1 2026-10-16T17:30; 2 2026-10-20T17:30; 3 2026-10-19T17:30; 4 "
                   "2026-10-16T17:30; "
                   "5 2026-10-19T17:30; 6 2026-10-30T17:30; 7 2026-10-12T17:30; "
                   "A 2026-10-20T17:30; B 2026-10-19T12:00; ");

  g_autoptr (YsWorkCalendar) calendar = ys_work_time_calendar (fixture->ledger, NULL);
  g_assert_false (ys_work_calendar_day (calendar, (YsDate){ 2026, 10, 15 }).is_worked);
  undo (fixture);
  g_autofree char *undone = tell_deadlines (fixture);
  g_assert_cmpstr (undone, ==, before);
  g_autoptr (YsWorkCalendar) restored = ys_work_time_calendar (fixture->ledger, NULL);
  g_assert_true (ys_work_calendar_day (restored, (YsDate){ 2026, 10, 15 }).is_worked);
}

/* There and back again; nothing moves when nothing turns; the mark stands over a built-in one. */
static void
test_plain (Fixture *fixture, gconstpointer data)
{
  fill_october (fixture);
  g_autofree char *before = tell_deadlines (fixture);
  g_autoptr (YsCalendarPlan) off = plan_day (fixture, (YsDate){ 2026, 10, 15 }, YS_DAY_OFF);
  apply (fixture, off);
  g_autoptr (YsCalendarPlan) again = plan_day (fixture, (YsDate){ 2026, 10, 15 }, YS_DAY_OFF);
  g_assert_false (ys_calendar_plan_changes (again));
  g_assert_cmpuint (ys_calendar_plan_moved (again)->len, ==, 0);
  g_autoptr (YsCalendarPlan) plain = plan_day (fixture, (YsDate){ 2026, 10, 15 }, YS_DAY_PLAIN);
  g_assert_cmpuint (ys_calendar_plan_moved (plain)->len, ==, 4);
  apply (fixture, plain);
  g_autofree char *after = tell_deadlines (fixture);
  g_assert_cmpstr (after, ==, before);

  g_autoptr (YsCalendarPlan) holiday = plan_day (fixture, (YsDate){ 2026, 10, 1 }, YS_DAY_PLAIN);
  apply (fixture, holiday);
  g_autoptr (YsWorkCalendar) calendar = ys_work_time_calendar (fixture->ledger, NULL);
  g_assert_true (ys_work_calendar_day (calendar, (YsDate){ 2026, 10, 1 }).is_worked);
  g_assert_false (ys_work_calendar_day (calendar, (YsDate){ 2026, 10, 2 }).is_worked);
}

typedef struct
{
  const char *name;
  YsDate date;
  const char *reason;
} RefusedDay;

static const RefusedDay refused_days[] = {
  { "no-reason", { 2026, 10, 15 }, " " },    { "null-reason", { 2026, 10, 15 }, NULL },
  { "month-only", { 2026, 10, 0 }, "示例" }, { "no-such-day", { 2026, 2, 29 }, "示例" },
  { "too-early", { 1969, 12, 31 }, "示例" }, { "too-late", { 9999, 1, 1 }, "示例" },
};

static void
test_refused_day (Fixture *fixture, gconstpointer data)
{
  const RefusedDay *c = data;
  g_autoptr (GError) error = NULL;

  g_assert_null (
      ys_calendar_plan_day (fixture->ledger, c->date, YS_DAY_OFF, NULL, c->reason, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
}

#define DAY(date, off) "{\"name\":\"元旦\",\"date\":\"" date "\",\"isOffDay\":" off "}"
#define NOTICE(days) "{\"year\":2027,\"days\":[" days "]}"

static YsCalendarPlan *
plan_notice (Fixture *fixture, const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return ys_calendar_plan_notice (fixture->ledger, bytes, "2027.json", error);
}

/* 31 December 2026 is a Thursday. Without a notice 1 January is worked; with it: 31, 4, 5. The
 * second only becomes certain. */
static void
test_notice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  add_finding (fixture, "2026-12-30T09:00", YS_FINDING_FOUND, "2027-01-04T17:30");
  add_finding (fixture, "2027-03-01T09:00", YS_FINDING_FOUND, "2027-03-04T17:30");
  g_autofree char *before = tell_deadlines (fixture);
  g_assert_cmpstr (before, ==, "1 2027-01-04T17:30?; 2 2027-03-04T17:30?; ");
  g_autoptr (YsCalendarPlan) plan
      = plan_notice (fixture, NOTICE (DAY ("2027-01-01", "true") "," DAY ("2027-01-09", "false")),
                     &error);
  g_assert_no_error (error);
  g_autofree char *moved = tell_moved (plan);
  g_assert_cmpstr (moved, ==, "1 01-04T17:30?>01-05T17:30; 2 03-04T17:30?>03-04T17:30");
  g_assert_cmpint (ys_calendar_plan_year (plan), ==, 2027);
  g_assert_cmpuint (ys_calendar_plan_days (plan)->len, ==, 2);
  apply (fixture, plan);
  g_autoptr (YsWorkCalendar) calendar = ys_work_time_calendar (fixture->ledger, NULL);
  g_assert_true (ys_work_calendar_is_known (calendar, 2027));
  g_assert_true (ys_work_calendar_day (calendar, (YsDate){ 2027, 1, 9 }).is_worked);

  /* The same file again: nothing. A corrected one: what it no longer names is plain. */
  g_autoptr (YsCalendarPlan) same
      = plan_notice (fixture, NOTICE (DAY ("2027-01-01", "true") "," DAY ("2027-01-09", "false")),
                     &error);
  g_assert_no_error (error);
  g_assert_false (ys_calendar_plan_changes (same));
  g_assert_cmpuint (ys_calendar_plan_n_same (same), ==, 2);
  g_autoptr (YsCalendarPlan) corrected
      = plan_notice (fixture, NOTICE (DAY ("2027-01-01", "true")), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ys_calendar_plan_days (corrected)->len, ==, 1);
  apply (fixture, corrected);
  g_autoptr (YsWorkCalendar) later = ys_work_time_calendar (fixture->ledger, NULL);
  g_assert_false (ys_work_calendar_day (later, (YsDate){ 2027, 1, 9 }).is_worked);

  undo (fixture);
  undo (fixture);
  g_autofree char *undone = tell_deadlines (fixture);
  g_assert_cmpstr (undone, ==, before);
  g_autoptr (YsWorkCalendar) restored = ys_work_time_calendar (fixture->ledger, NULL);
  g_assert_false (ys_work_calendar_is_known (restored, 2027));
}

/* The built-in years say what their files say; 2018's does not clear what stands in 2019's. */
static void
test_built_in_notice (Fixture *fixture, gconstpointer data)
{
  for (int year = 2015; year <= 2026; year++)
    {
      g_autofree char *name = g_strdup_printf ("%d.json", year);
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "holiday-cn", name, NULL);
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_autoptr (YsCalendarPlan) plan = plan_notice (fixture, text, &error);
      g_assert_no_error (error);
      g_assert_false (ys_calendar_plan_changes (plan));
    }
}

/* What was marked by hand is never turned round by a file; made plain it follows the notice. */
static void
test_notice_against_hand (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsCalendarPlan) hand = plan_day (fixture, (YsDate){ 2027, 1, 9 }, YS_DAY_OFF);
  apply (fixture, hand);

  g_assert_null (plan_notice (fixture, NOTICE (DAY ("2027-01-09", "false")), &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "2027-01-09"));
  g_clear_error (&error);
  g_autoptr (YsCalendarPlan) agrees
      = plan_notice (fixture, NOTICE (DAY ("2027-01-09", "true")), &error);
  g_assert_no_error (error);
  g_autoptr (YsCalendarPlan) plain = plan_day (fixture, (YsDate){ 2027, 1, 9 }, YS_DAY_PLAIN);
  apply (fixture, plain);
  g_autoptr (YsCalendarPlan) follows
      = plan_notice (fixture, NOTICE (DAY ("2027-01-09", "false")), &error);
  g_assert_no_error (error);
  apply (fixture, follows);
  g_autoptr (YsWorkCalendar) calendar = ys_work_time_calendar (fixture->ledger, NULL);
  g_assert_true (ys_work_calendar_day (calendar, (YsDate){ 2027, 1, 9 }).is_worked);
}

/* Until 17:00 in October: days end half an hour earlier; what is finalised stays. */
static void
note_total_cb (guint64 done, guint64 total, gpointer user_data)
{
  *(guint64 *)user_data = total;
}

/* Every deadline of October runs through the days of a new timetable; a plan that is given up changes nothing.
 */
static void
test_watch (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint64 total = 0;

  fill_october (fixture);
  ys_calendar_plan_watch (fixture->ledger, note_total_cb, &total, cancellable);
  g_autoptr (YsCalendarPlan) plan
      = ys_calendar_plan_ordinary (fixture->ledger, "9:00-12:00 13:00-18:00", &error);
  g_assert_no_error (error);
  g_assert_nonnull (plan);
  g_assert_cmpuint (total, >=, ys_calendar_plan_moved (plan)->len);
  g_assert_cmpuint (total, >, 0);
  g_cancellable_cancel (cancellable);
  g_assert_null (ys_calendar_plan_ordinary (fixture->ledger, "9:00-12:00 13:00-18:00", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  ys_calendar_plan_watch (fixture->ledger, NULL, NULL, NULL);
  g_autoptr (YsCalendarPlan) unwatched
      = ys_calendar_plan_ordinary (fixture->ledger, "9:00-12:00 13:00-18:00", &error);
  g_assert_no_error (error);
  g_assert_true (ys_calendar_plan_changes (unwatched));
}

static void
test_timetables (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_auto (YsTimetables) timetables = { 0 };

  fill_october (fixture);
  g_autofree char *before = tell_deadlines (fixture);
  g_autoptr (YsCalendarPlan) summer = ys_calendar_plan_summer (fixture->ledger, "10-1", "10月31日",
                                                               "8:00-12:00，13:00-17:00", &error);
  g_assert_no_error (error);
  apply (fixture, summer);
  g_autofree char *after = tell_deadlines (fixture);
  /* 5 had 8:00 of the 13th, 14th and 15th less the hour from 8:00 left at the 13th, 9:00. */
  g_assert_cmpstr (after, ==,
                   "1 2026-10-15T17:00; 2 2026-10-19T17:00; 3 2026-10-19T17:30; 4 "
                   "2026-10-16T17:30; "
                   "5 2026-10-16T17:00; 6 2026-10-30T17:30; 7 2026-10-12T17:00; "
                   "A 2026-10-19T17:00; B 2026-10-19T12:00; ");
  g_assert_true (ys_work_time_timetables (fixture->ledger, &timetables, &error));
  g_assert_cmpstr (timetables.sessions, ==, "8:30-12:00 14:00-17:30");
  g_assert_cmpstr (timetables.first_day, ==, "10-01");
  g_assert_cmpstr (timetables.last_day, ==, "10-31");
  g_assert_cmpstr (timetables.summer_sessions, ==, "8:00-12:00 13:00-17:00");

  g_autoptr (YsCalendarPlan) none
      = ys_calendar_plan_summer (fixture->ledger, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  apply (fixture, none);
  g_autoptr (YsCalendarPlan) ordinary
      = ys_calendar_plan_ordinary (fixture->ledger, "9:00-12:00 13:00-18:00", &error);
  g_assert_no_error (error);
  apply (fixture, ordinary);
  g_autoptr (YsCalendarPlan) again
      = ys_calendar_plan_ordinary (fixture->ledger, "9:00-12:00 13:00-18:00", &error);
  g_assert_false (ys_calendar_plan_changes (again));
  ys_timetables_clear (&timetables);
  g_assert_true (ys_work_time_timetables (fixture->ledger, &timetables, &error));
  g_assert_cmpstr (timetables.sessions, ==, "9:00-12:00 13:00-18:00");
  g_assert_null (timetables.first_day);
  undo (fixture);
  undo (fixture);
  undo (fixture);
  g_autofree char *undone = tell_deadlines (fixture);
  g_assert_cmpstr (undone, ==, before);
}

typedef struct
{
  const char *name;
  const char *first;
  const char *last;
  const char *sessions;
} RefusedSummer;

static const RefusedSummer refused_summers[] = {
  { "no-day", NULL, "09-15", "8:00-12:00" },
  { "day-32", "06-32", "09-15", "8:00-12:00" },
  { "month-13", "06-15", "13-01", "8:00-12:00" },
  { "june-31", "06-31", "09-15", "8:00-12:00" },
  { "three", "2026-06-15", "09-15", "8:00-12:00" },
  { "sessions", "06-15", "09-15", "8-12" },
  { "overlap", "06-15", "09-15", "8:00-12:00 11:00-13:00" },
};

static void
test_refused_summer (Fixture *fixture, gconstpointer data)
{
  const RefusedSummer *c = data;
  g_autoptr (GError) error = NULL;

  g_assert_null (ys_calendar_plan_summer (fixture->ledger, c->first, c->last, c->sessions, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (ys_job_error_exit_code (error), ==, 1);
}

/* Without a ledger there is the built-in calendar. */
static void
test_no_ledger (void)
{
  g_autoptr (YsWorkCalendar) calendar = ys_work_time_calendar (NULL, NULL);
  g_auto (YsTimetables) timetables = { 0 };

  g_assert_true (ys_work_calendar_is_known (calendar, 2026));
  g_assert_true (ys_work_time_timetables (NULL, &timetables, NULL));
  g_assert_cmpstr (timetables.sessions, ==, "8:30-12:00 14:00-17:30");
}

#define ADD(path, data, function)                                                                  \
  g_test_add ("/jobs/work-time/" path, Fixture, data, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("day-off", NULL, test_day_off);
  ADD ("plain", NULL, test_plain);
  ADD ("notice", NULL, test_notice);
  ADD ("built-in-notice", NULL, test_built_in_notice);
  ADD ("notice-against-hand", NULL, test_notice_against_hand);
  ADD ("watch", NULL, test_watch);
  ADD ("timetables", NULL, test_timetables);
  for (guint i = 0; i < G_N_ELEMENTS (refused_days); i++)
    {
      g_autofree char *path = g_strconcat ("/jobs/work-time/day/", refused_days[i].name, NULL);

      g_test_add (path, Fixture, &refused_days[i], fixture_set_up, test_refused_day,
                  fixture_tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refused_summers); i++)
    {
      g_autofree char *path
          = g_strconcat ("/jobs/work-time/summer/", refused_summers[i].name, NULL);

      g_test_add (path, Fixture, &refused_summers[i], fixture_set_up, test_refused_summer,
                  fixture_tear_down);
    }
  g_test_add_func ("/jobs/work-time/no-ledger", test_no_ledger);
  return g_test_run ();
}
