/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What findings cost and when they are late, ruling by ruling [002 §4.1(1); RULINGS Findings]. The
 * week is that of Monday, 12 October 2026, all of it worked 8:30-12:00 and 14:00-17:30: three days
 * from Monday end on Thursday at 17:30. */
#include "config.h"

#include "finding-rules.h"

typedef struct
{
  const char *name;
  const char *clause;
  int level;
  const char *limit;
  int count;
  const char *events; /* "kind DDTHH:MM[>DDTHH:MM]", parted by commas; days of October 2026 */
  const char *now;
  const char *points; /* what it costs at that instant; 1.00 a place */
  gboolean overdue;
  const char *deadline;
  const char *state;
  const char *rectified; /* (nullable) */
} Ruling;

#define CITY YS_INSPECTION_LEVEL_CITY
#define DISTRICT YS_INSPECTION_LEVEL_DISTRICT

/* Found on Monday the 12th at 9:00. */
static const Ruling rulings[] = {
  { "fresh", "002 §4.1(1)", CITY, "3d", 1, "", "12T09:00", "1.00", FALSE, "15T17:30", "found",
    NULL },
  { "minute-of-deadline", "Time: the minute is in time", CITY, "3d", 1, "", "15T17:30", "1.00",
    FALSE, "15T17:30", "found", NULL },
  { "minute-after", "Findings: as soon as it passed", CITY, "3d", 1, "", "15T17:31", "2.00", TRUE,
    "15T17:30", "found", NULL },
  { "district-doubles", "002 §4.1(1)", DISTRICT, "4h", 1, "", "12T15:01", "2.00", TRUE, "12T15:00",
    "found", NULL },
  { "three-places", "Findings: CODE*3", CITY, "3d", 3, "", "12T10:00", "3.00", FALSE, "15T17:30",
    "found", NULL },
  { "three-places-late", "Findings: CODE*3", CITY, "3d", 3, "", "16T10:00", "6.00", TRUE,
    "15T17:30", "found", NULL },
  { "town-free", "Findings: levels that count", YS_INSPECTION_LEVEL_TOWN, "3d", 3, "", "20T10:00",
    "0.00", TRUE, "15T17:30", "found", NULL },
  { "joint-free", "Findings: levels that count", YS_INSPECTION_LEVEL_JOINT, "3d", 1, "", "20T10:00",
    "0.00", TRUE, "15T17:30", "found", NULL },
  { "self-free", "Findings: levels that count", YS_INSPECTION_LEVEL_SELF, "3d", 1, "", "20T10:00",
    "0.00", TRUE, "15T17:30", "found", NULL },
  { "no-limit", "annex 1: limit", CITY, "", 1, "", "30T10:00", "1.00", FALSE, NULL, "found", NULL },
  { "reported-not-rechecked", "Findings: reported but never rechecked", CITY, "3d", 1,
    "reported 13T10:00", "16T09:00", "2.00", TRUE, "15T17:30", "reported", NULL },
  { "reported-waits-in-time", "Findings: reported but never rechecked", CITY, "3d", 1,
    "reported 13T10:00", "15T17:30", "1.00", FALSE, "15T17:30", "reported", NULL },
  { "late-recheck-of-report", "Findings: repair counts from the report", CITY, "3d", 1,
    "reported 13T10:00,passed 20T09:00", "20T09:00", "1.00", FALSE, "15T17:30", "closed",
    "13T10:00" },
  { "report-at-the-minute", "Findings: repair counts from the report", CITY, "3d", 1,
    "reported 15T17:30,passed 20T09:00", "20T09:00", "1.00", FALSE, "15T17:30", "closed",
    "15T17:30" },
  { "report-late", "Findings: repair counts from the report", CITY, "3d", 1,
    "reported 15T17:31,passed 15T17:40", "20T09:00", "2.00", TRUE, "15T17:30", "closed",
    "15T17:31" },
  { "recheck-without-report", "Findings: else from the recheck", CITY, "3d", 1, "passed 14T09:00",
    "20T09:00", "1.00", FALSE, "15T17:30", "closed", "14T09:00" },
  { "late-recheck-without-report", "Findings: else from the recheck", CITY, "3d", 1,
    "passed 16T09:00", "20T09:00", "2.00", TRUE, "15T17:30", "closed", "16T09:00" },
  { "failed-then-passed-in-time", "Findings: a failed recheck does not double", CITY, "3d", 1,
    "reported 13T10:00,failed 13T16:00,reported 14T10:00,passed 20T09:00", "20T09:00", "1.00",
    FALSE, "15T17:30", "closed", "14T10:00" },
  { "failed-then-passed-without-report", "Findings: a failed recheck does not double", CITY, "3d",
    1, "reported 13T10:00,failed 13T16:00,passed 15T09:00", "20T09:00", "1.00", FALSE, "15T17:30",
    "closed", "15T09:00" },
  /* The report before the failed recheck no longer counts. */
  { "failed-then-passed-late", "Findings: the recheck that follows it", CITY, "3d", 1,
    "reported 13T10:00,failed 13T16:00,passed 16T09:00", "20T09:00", "2.00", TRUE, "15T17:30",
    "closed", "16T09:00" },
  { "failed-in-time-not-yet-late", "Findings: a failed recheck does not double", CITY, "3d", 1,
    "failed 13T16:00", "14T09:00", "1.00", FALSE, "15T17:30", "failed", NULL },
  { "failed-and-left", "Findings: without repair", CITY, "3d", 1, "failed 13T16:00", "16T09:00",
    "2.00", TRUE, "15T17:30", "failed", NULL },
  { "notice-restarts", "Time: or at the notice's if later", CITY, "3d", 1, "issued 13T10:00",
    "16T09:00", "1.00", FALSE, "16T17:30", "issued", NULL },
  { "notice-with-inspection", "Time: starts at the inspection", CITY, "3d", 1, "issued 12T09:00",
    "16T09:00", "2.00", TRUE, "15T17:30", "issued", NULL },
  { "notice-restarts-hours", "Time: or at the notice's if later", CITY, "2h", 1, "issued 12T11:00",
    "12T15:00", "1.00", FALSE, "12T15:00", "issued", NULL },
  { "paused", "Time: the clock stands", CITY, "3d", 1, "paused 13T09:30", "30T09:00", "1.00", FALSE,
    "15T17:30", "found", NULL },
  /* On Tuesday at 9:30 one hour of the three days was worked; 20 hours are left on the 19th at
     9:30. */
  { "resumed", "Time: what was left is left again", CITY, "3d", 1,
    "paused 13T09:30,resumed 19T09:30", "21T17:30", "1.00", FALSE, "21T17:30", "found", NULL },
  { "resumed-then-late", "Time: what was left is left again", CITY, "3d", 1,
    "paused 13T09:30,resumed 19T09:30", "21T17:31", "2.00", TRUE, "21T17:30", "found", NULL },
  { "repaired-while-paused", "Findings: in time while the clock stands", CITY, "3d", 1,
    "paused 13T09:30,reported 20T09:00,passed 21T09:00", "30T09:00", "1.00", FALSE, "23T17:00",
    "closed", "20T09:00" },
  { "extended", "Findings: an extension moves the deadline", CITY, "3d", 1,
    "extended 14T09:00>19T12:00", "19T12:00", "1.00", FALSE, "19T12:00", "found", NULL },
  { "extended-then-late", "Findings: an extension moves the deadline", CITY, "3d", 1,
    "extended 14T09:00>19T12:00", "19T12:01", "2.00", TRUE, "19T12:00", "found", NULL },
  { "never-back", "EXTENDED never back", CITY, "3d", 1, "extended 14T09:00>14T12:00", "15T17:30",
    "1.00", FALSE, "15T17:30", "found", NULL },
  /* At 10:00 on the 19th two hours were left until 12:00; they are left on the 20th at 10:00. */
  { "extended-then-paused", "Time: what was left is left again", CITY, "3d", 1,
    "extended 14T09:00>19T12:00,paused 19T10:00,resumed 20T10:00", "20T12:00", "1.00", FALSE,
    "20T12:00", "found", NULL },
  { "withdrawn", "Findings: withdrawn costs nothing", CITY, "3d", 3, "withdrawn 13T09:00",
    "20T09:00", "0.00", FALSE, "15T17:30", "withdrawn", NULL },
  { "withdrawn-when-late", "Findings: withdrawn costs nothing", CITY, "3d", 1, "withdrawn 19T09:00",
    "20T09:00", "0.00", FALSE, "15T17:30", "withdrawn", NULL },
  { "upheld", "objection upheld withdraws", CITY, "3d", 1, "objection 13T09:00,upheld 13T10:00",
    "20T09:00", "0.00", FALSE, "15T17:30", "withdrawn", NULL },
  { "overruled", "objection overruled changes nothing", CITY, "3d", 1,
    "objection 13T09:00,overruled 13T10:00", "16T09:00", "2.00", TRUE, "15T17:30", "found", NULL },
  { "reinstated-late", "late stays late", CITY, "3d", 1, "withdrawn 19T09:00,reinstated 20T09:00",
    "20T10:00", "2.00", TRUE, "15T17:30", "found", NULL },
  /* Nobody works on what is withdrawn: at 9:30 one hour was worked, as with a pause. */
  { "reinstated-in-time", "the clock stands while withdrawn", CITY, "3d", 1,
    "reported 12T10:00,withdrawn 13T09:30,reinstated 19T09:30", "21T17:30", "1.00", FALSE,
    "21T17:30", "reported", NULL },
  { "note-changes-nothing", "notes", CITY, "3d", 1, "note 13T09:00", "15T17:30", "1.00", FALSE,
    "15T17:30", "found", NULL },
};

static YsInstant
at (const char *text)
{
  g_autofree char *iso = g_strconcat ("2026-10-", text, NULL);
  YsInstant instant = 0;

  g_assert_true (ys_instant_from_iso (iso, &instant));
  return instant;
}

static int
kind_of (const char *nick)
{
  int kind = ys_choice_from_text (ys_event_kind_choices, nick);

  g_assert_cmpint (kind, !=, 0);
  return kind;
}

/* (element-type YsEvent) */
static GPtrArray *
read_events (const char *text)
{
  GPtrArray *events = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  for (guint i = 0; parts[i] != NULL && *parts[i] != '\0'; i++)
    {
      g_auto (GStrv) words = g_strsplit_set (parts[i], " >", -1);
      YsEvent *event = g_new0 (YsEvent, 1);

      event->kind = kind_of (words[0]);
      event->at = at (words[1]);
      event->until = words[2] != NULL ? at (words[2]) : 0;
      g_ptr_array_add (events, event);
    }
  return events;
}

static const YsEvent *const *
events_of (GPtrArray *events)
{
  return (const YsEvent *const *)events->pdata;
}

static void
assert_instant (YsInstant instant, const char *expected)
{
  g_autofree char *text = ys_instant_to_iso (instant);
  g_autofree char *wanted = expected != NULL ? g_strconcat ("2026-10-", expected, NULL) : NULL;

  g_assert_cmpstr (text, ==, wanted);
}

static void
test_ruling (gconstpointer data)
{
  const Ruling *ruling = data;
  g_autoptr (GPtrArray) events = read_events (ruling->events);
  g_autoptr (YsWorkCalendar) calendar = ys_work_calendar_new ();
  g_autofree char *points = NULL;
  YsLimit limit = { 0, YS_LIMIT_NONE };
  YsFinding finding = { .level = ruling->level, .found_at = at ("12T09:00") };

  g_test_message ("%s", ruling->clause);
  ys_limit_from_text (ruling->limit, &limit);
  finding.points = YS_NUMBER (ys_finding_base_points (ruling->level, 100, ruling->count));
  g_assert_cmpint (ys_finding_replay (&finding, events_of (events), events->len, limit, calendar),
                   ==, ruling->deadline != NULL);
  assert_instant (finding.deadline, ruling->deadline);
  assert_instant (finding.rectified_at, ruling->rectified);
  g_assert_cmpstr (ys_choice_nick (ys_finding_state_choices, finding.state), ==, ruling->state);
  g_assert_cmpint (ys_finding_is_overdue (&finding, at (ruling->now)), ==, ruling->overdue);
  points = ys_hundredths_to_text (ys_finding_points (&finding, at (ruling->now)), FALSE);
  g_assert_cmpstr (points, ==, ruling->points);
  g_assert_cmpint (ys_finding_is_doubled (&finding, at (ruling->now)), ==,
                   ruling->overdue && ys_level_counts (ruling->level));
  g_assert_false (finding.provisional);
}

typedef struct
{
  const char *name;
  const char *events;
  const char *step;  /* as one of the events */
  const char *state; /* afterwards; NULL: refused */
  const char *says;  /* (nullable): of the refusal */
} Step;

static const Step steps[] = {
  { "issue", "", "issued 12T09:00", "issued", NULL },
  { "issue-twice", "issued 12T10:00", "issued 13T09:00", NULL, "extension" },
  { "issue-after-report", "reported 12T10:00", "issued 13T09:00", NULL, "too late" },
  { "issue-while-paused", "paused 12T10:00", "issued 13T09:00", NULL, "Resume" },
  { "report", "", "reported 12T09:00", "reported", NULL },
  { "report-before-inspection", "", "reported 12T08:59", NULL, "inspection" },
  { "report-twice", "reported 12T10:00", "reported 13T09:00", NULL, "Recheck" },
  { "report-after-failure", "failed 12T10:00", "reported 13T09:00", "reported", NULL },
  { "report-before-notice", "issued 13T10:00", "reported 13T09:00", NULL, "later step" },
  { "same-minute", "reported 12T10:00", "passed 12T10:00", "closed", NULL },
  { "pass-before-report", "reported 12T10:00", "passed 12T09:59", NULL, "later step" },
  { "pass-unreported", "", "passed 13T10:00", "closed", NULL },
  { "fail-unreported", "", "failed 13T10:00", "failed", NULL },
  { "report-closed", "passed 13T10:00", "reported 13T11:00", NULL, "closed" },
  { "pause", "", "paused 15T17:29", "found", NULL },
  { "pause-at-deadline", "", "paused 15T17:30", NULL, "deadline" },
  { "pause-twice", "paused 13T09:00", "paused 14T09:00", NULL, "already" },
  { "resume", "paused 13T09:00", "resumed 14T09:00", "found", NULL },
  { "resume-running", "", "resumed 14T09:00", NULL, "runs" },
  { "extend-at-deadline", "", "extended 15T17:30>20T17:30", "found", NULL },
  { "extend-late", "", "extended 15T17:31>20T17:30", NULL, "deadline" },
  { "extend-paused", "paused 13T09:00", "extended 14T09:00>20T17:30", NULL, "Resume" },
  { "object", "", "objection 13T09:00", "found", NULL },
  { "object-closed", "passed 13T09:00", "objection 13T09:00", "closed", NULL },
  { "object-twice", "objection 13T09:00", "objection 14T09:00", NULL, "answer" },
  { "object-again", "objection 13T09:00,overruled 13T10:00", "objection 14T09:00", "found", NULL },
  { "uphold", "objection 13T09:00", "upheld 14T09:00", "withdrawn", NULL },
  { "uphold-nothing", "", "upheld 14T09:00", NULL, "no objection" },
  { "overrule-nothing", "", "overruled 14T09:00", NULL, "no objection" },
  { "withdraw", "reported 12T10:00", "withdrawn 14T09:00", "withdrawn", NULL },
  { "withdraw-closed", "passed 12T10:00", "withdrawn 14T09:00", "withdrawn", NULL },
  { "withdraw-twice", "withdrawn 12T10:00", "withdrawn 14T09:00", NULL, "already" },
  { "recheck-withdrawn", "withdrawn 12T10:00", "passed 14T09:00", NULL, "Reinstate" },
  { "reinstate", "failed 12T10:00,withdrawn 12T10:00", "reinstated 14T09:00", "failed", NULL },
  { "reinstate-issued", "issued 12T09:00,withdrawn 12T10:00", "reinstated 14T09:00", "issued",
    NULL },
  { "reinstate-nothing", "", "reinstated 14T09:00", NULL, "not withdrawn" },
  { "note", "passed 13T10:00", "note 12T09:00", "closed", NULL },
  { "note-before-inspection", "", "note 12T08:59", NULL, "inspection" },
  { "accept", "", "accepted 13T10:00", NULL, "case" },
};

static void
test_step (gconstpointer data)
{
  const Step *row = data;
  g_autoptr (GPtrArray) events = read_events (row->events);
  g_autoptr (GPtrArray) next = read_events (row->step);
  g_autoptr (YsWorkCalendar) calendar = ys_work_calendar_new ();
  const YsEvent *event = next->pdata[0];
  YsFinding finding = { .level = CITY, .found_at = at ("12T09:00") };
  YsFindingStep step;

  ys_finding_replay (&finding, events_of (events), events->len, (YsLimit){ 3, YS_LIMIT_DAYS },
                     calendar);
  step = ys_finding_step_after (&finding, events_of (events), events->len, event->kind, event->at);
  g_assert_cmpint (step.allowed, ==, row->state != NULL);
  g_assert_cmpstr (ys_choice_nick (ys_finding_state_choices, step.state), ==, row->state);
  if (row->says != NULL)
    g_assert_nonnull (strstr (step.sentence, row->says));
}

/* A year whose notice nobody knows yet: the deadline says so; an extension is a date that somebody
 * chose. */
static void
test_provisional (void)
{
  g_autoptr (YsWorkCalendar) calendar = ys_work_calendar_new ();
  YsFinding finding = { .level = CITY };
  YsEvent extension = { .kind = YS_EVENT_EXTENDED };
  const YsEvent *events[] = { &extension };

  g_assert_true (ys_instant_from_iso ("2031-03-03T09:00", &finding.found_at));
  g_assert_true (ys_instant_from_iso ("2031-03-04T09:00", &extension.at));
  g_assert_true (ys_instant_from_iso ("2031-03-20T09:00", &extension.until));
  g_assert_true (ys_finding_replay (&finding, NULL, 0, (YsLimit){ 3, YS_LIMIT_DAYS }, calendar));
  g_assert_true (finding.provisional);
  g_assert_true (ys_finding_replay (&finding, events, 1, (YsLimit){ 3, YS_LIMIT_DAYS }, calendar));
  g_assert_false (finding.provisional);
  g_assert_cmpint (finding.deadline, ==, extension.until);
}

static void
test_pauses (void)
{
  g_autoptr (GPtrArray) events
      = read_events ("paused 13T09:00,withdrawn 13T10:00,resumed 13T11:00,reinstated 13T12:00,"
                     "note 13T12:30,paused 13T15:00");
  g_autoptr (GArray) pauses = ys_events_pauses (events_of (events), events->len);
  const YsPause *pause = (const YsPause *)(gpointer)pauses->data;

  g_assert_cmpuint (pauses->len, ==, 2);
  assert_instant (pause[0].from, "13T09:00");
  assert_instant (pause[0].to, "13T12:00");
  assert_instant (pause[1].from, "13T15:00");
  g_assert_cmpint (pause[1].to, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rulings); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/finding/ruling/", rulings[i].name, NULL);

      g_test_add_data_func (path, &rulings[i], test_ruling);
    }
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/finding/step/", steps[i].name, NULL);

      g_test_add_data_func (path, &steps[i], test_step);
    }
  g_test_add_func ("/rules/finding/provisional", test_provisional);
  g_test_add_func ("/rules/finding/pauses", test_pauses);
  return g_test_run ();
}
