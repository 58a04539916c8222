/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random lives of findings against a slow count of our own: minute by minute over the autumn of
 * 2026, with National Day and its make-up days, states and repairs told by looking back through the
 * events. Nothing here calls the deadline engine. */
#include "config.h"

#include <string.h>

#include "finding-rules.h"

#define N_DAYS 100
#define N_MINUTES (N_DAYS * 1440)
#define MAX_EVENTS 14

static const YsDate first_day = { 2026, 9, 14 };
static guint8 worked[N_MINUTES];

/* By the notice of 2026: off from 1 to 7 October and 25 to 27 September, worked on 20 September and
 * 10 October. */
static gboolean
is_worked_day (YsDate date)
{
  int month_day = date.month * 100 + date.day;

  if (month_day == 920 || month_day == 1010)
    return TRUE;
  if ((month_day >= 1001 && month_day <= 1007) || (month_day >= 925 && month_day <= 927))
    return FALSE;
  return ys_date_weekday (date) <= 5;
}

static void
fill_worked (void)
{
  for (int minute = 0; minute < N_MINUTES; minute++)
    {
      int of_day = minute % 1440;

      worked[minute] = is_worked_day (ys_date_add_days (first_day, minute / 1440))
                       && ((of_day >= 510 && of_day < 720) || (of_day >= 840 && of_day < 1050));
    }
}

static YsInstant
to_instant (int minute)
{
  return (ys_date_to_days (first_day) * 1440 + minute) * 60 - YS_SHANGHAI_OFFSET_SECONDS;
}

static int
to_minute (YsInstant instant)
{
  return (int)((instant + YS_SHANGHAI_OFFSET_SECONDS) / 60 - ys_date_to_days (first_day) * 1440);
}

/* Whether the clock stands in this minute: replay of all that was said up to it. */
static gboolean
stands (const YsEvent *const *events, guint n, int minute)
{
  gboolean paused = FALSE, gone = FALSE;

  for (guint i = 0; i < n && to_minute (events[i]->at) <= minute; i++)
    {
      int kind = events[i]->kind;

      if (kind == YS_EVENT_PAUSED)
        paused = TRUE;
      if (kind == YS_EVENT_RESUMED || kind == YS_EVENT_PASSED)
        paused = FALSE;
      if (kind == YS_EVENT_WITHDRAWN || kind == YS_EVENT_UPHELD)
        gone = TRUE;
      if (kind == YS_EVENT_REINSTATED)
        gone = FALSE;
    }
  return paused || gone;
}

/* Worked minutes that the limit holds, and where its clock may first run. */
static int
limit_minutes (int start, YsLimit limit, int *out_from)
{
  int day = start / 1440, total = 0;

  *out_from = start;
  if (limit.unit == YS_LIMIT_HOURS)
    return (int)limit.amount * 60;
  *out_from = (day + 1) * 1440;
  for (gint64 n = 0; n < limit.amount;)
    if (is_worked_day (ys_date_add_days (first_day, ++day)))
      {
        n++;
        total += 420;
      }
  return total;
}

/* The minute at which @left worked minutes have run from @from; -1 while the clock stands for good:
 * then the deadline is what it was when it stopped. */
static int
run_clock (const YsEvent *const *events, guint n, int from, int left, gboolean with_pauses)
{
  for (int minute = from; minute < N_MINUTES; minute++)
    if (worked[minute] && !(with_pauses && stands (events, n, minute)) && --left == 0)
      return minute + 1;
  return -1;
}

static int
oracle_start (int found, const YsEvent *const *events, guint n)
{
  for (guint i = 0; i < n; i++)
    if (events[i]->kind == YS_EVENT_ISSUED)
      return MAX (found, to_minute (events[i]->at));
  return found;
}

/* Where the last step that moves the state leads; what was withdrawn and reinstated between does
 * not matter. */
static int
oracle_state (const YsEvent *const *events, guint n)
{
  int state = YS_FINDING_FOUND;
  gboolean gone = FALSE;

  for (guint i = 0; i < n; i++)
    {
      switch (events[i]->kind)
        {
        case YS_EVENT_ISSUED:
          state = YS_FINDING_ISSUED;
          break;
        case YS_EVENT_REPORTED:
          state = YS_FINDING_REPORTED;
          break;
        case YS_EVENT_PASSED:
          state = YS_FINDING_CLOSED;
          break;
        case YS_EVENT_FAILED:
          state = YS_FINDING_FAILED;
          break;
        default:
          break;
        }
      gone = (gone || events[i]->kind == YS_EVENT_WITHDRAWN || events[i]->kind == YS_EVENT_UPHELD)
             && events[i]->kind != YS_EVENT_REINSTATED;
    }
  return gone ? YS_FINDING_WITHDRAWN : state;
}

/* From the recheck that passed, back to the report after the last one that failed. */
static YsInstant
oracle_rectified (const YsEvent *const *events, guint n)
{
  for (guint i = n; i > 0; i--)
    if (events[i - 1]->kind == YS_EVENT_PASSED)
      {
        for (guint k = i - 1; k > 0; k--)
          {
            if (events[k - 1]->kind == YS_EVENT_REPORTED)
              return events[k - 1]->at;
            if (events[k - 1]->kind == YS_EVENT_FAILED)
              break;
          }
        return events[i - 1]->at;
      }
  return 0;
}

static int kinds[]
    = { YS_EVENT_ISSUED,    YS_EVENT_REPORTED,  YS_EVENT_PASSED,     YS_EVENT_FAILED,
        YS_EVENT_PAUSED,    YS_EVENT_RESUMED,   YS_EVENT_OBJECTION,  YS_EVENT_UPHELD,
        YS_EVENT_OVERRULED, YS_EVENT_WITHDRAWN, YS_EVENT_REINSTATED, YS_EVENT_NOTE,
        YS_EVENT_PAUSED,    YS_EVENT_RESUMED,   YS_EVENT_REPORTED,   YS_EVENT_FAILED };

typedef struct
{
  YsFinding finding;
  YsLimit limit;
  YsEvent events[MAX_EVENTS];
  const YsEvent *order[MAX_EVENTS];
  guint n;
  int at;
} Life;

/* Tries one step; its predicted state must be what the replay then gives. */
static void
try_step (Life *life, const YsWorkCalendar *calendar)
{
  int kind = kinds[g_test_rand_int_range (0, G_N_ELEMENTS (kinds))];
  int at = life->at + (g_test_rand_int_range (0, 4) == 0 ? 0 : g_test_rand_int_range (1, 1500));
  YsFindingStep step
      = ys_finding_step_after (&life->finding, life->order, life->n, kind, to_instant (at));
  YsEvent *event = &life->events[life->n];

  if (!step.allowed)
    {
      g_assert_nonnull (step.sentence);
      return;
    }
  *event = (YsEvent){ .kind = kind, .at = to_instant (at) };
  life->order[life->n++] = event;
  life->at = at;
  g_assert_true (ys_finding_replay (&life->finding, life->order, life->n, life->limit, calendar));
  g_assert_cmpint (life->finding.state, ==, step.state);
}

static void
check_deadline (const Life *life, int found)
{
  int from, left, expected;
  int start = oracle_start (found, life->order, life->n);

  left = limit_minutes (start, life->limit, &from);
  expected = run_clock (life->order, life->n, from, left, TRUE);
  g_assert_cmpint (to_minute (life->finding.starts_at), ==, start);
  if (expected >= 0)
    {
      g_assert_cmpint (to_minute (life->finding.deadline), ==, expected);
      return;
    }
  /* It stands for good: what was left runs on without that last stop, never before the stop. */
  g_assert_true (life->finding.paused_at != 0 || life->finding.state == YS_FINDING_WITHDRAWN);
}

static void
check_cost (const Life *life)
{
  const YsFinding *finding = &life->finding;

  for (int minute = life->at; minute < life->at + 8 * 1440; minute += 37)
    {
      YsInstant now = to_instant (minute);
      int deadline = to_minute (finding->deadline);
      gboolean repaired = finding->rectified_at != 0;
      gboolean late = minute > deadline && finding->state != YS_FINDING_WITHDRAWN
                      && finding->paused_at == 0
                      && (!repaired || to_minute (finding->rectified_at) > deadline);
      gint64 cost = finding->state == YS_FINDING_WITHDRAWN || !ys_level_counts (finding->level)
                        ? 0
                        : finding->points.value * (late ? 2 : 1);

      g_assert_cmpint (ys_finding_is_overdue (finding, now), ==, late);
      g_assert_cmpint (ys_finding_points (finding, now + 59), ==, cost);
    }
}

static void
live (const YsWorkCalendar *calendar)
{
  int found = g_test_rand_int_range (0, 30 * 1440);
  Life life = { .at = found };

  life.limit = (YsLimit){ g_test_rand_int_range (1, 8),
                          g_test_rand_int_range (0, 2) == 0 ? YS_LIMIT_HOURS : YS_LIMIT_DAYS };
  life.finding.found_at = to_instant (found);
  life.finding.level
      = g_test_rand_int_range (YS_INSPECTION_LEVEL_TOWN, YS_INSPECTION_LEVEL_SELF + 1);
  life.finding.points = YS_NUMBER (ys_finding_base_points (life.finding.level, 100, 3));
  g_assert_true (ys_finding_replay (&life.finding, NULL, 0, life.limit, calendar));
  for (int tries = 0; tries < 40 && life.n < MAX_EVENTS; tries++)
    try_step (&life, calendar);
  g_assert_cmpint (life.finding.state, ==, oracle_state (life.order, life.n));
  g_assert_cmpint (life.finding.rectified_at, ==, oracle_rectified (life.order, life.n));
  check_deadline (&life, found);
  check_cost (&life);
}

static void
test_lives (void)
{
  g_autoptr (YsWorkCalendar) calendar = ys_work_calendar_new ();

  fill_worked ();
  for (int i = 0; i < 400; i++)
    live (calendar);
}

/* An extension holds against every pause that comes after it: the time that was left is left. */
static void
test_extensions (void)
{
  g_autoptr (YsWorkCalendar) calendar = ys_work_calendar_new ();

  fill_worked ();
  for (int i = 0; i < 400; i++)
    {
      int found = g_test_rand_int_range (0, 10 * 1440);
      int until = found + g_test_rand_int_range (10 * 1440, 30 * 1440);
      int paused = g_test_rand_int_range (found, until);
      int resumed = paused + g_test_rand_int_range (0, 10 * 1440);
      YsEvent events[] = {
        { .kind = YS_EVENT_EXTENDED, .at = to_instant (found), .until = to_instant (until) },
        { .kind = YS_EVENT_PAUSED, .at = to_instant (paused) },
        { .kind = YS_EVENT_RESUMED, .at = to_instant (resumed) },
      };
      const YsEvent *order[] = { &events[0], &events[1], &events[2] };
      YsFinding finding = { .found_at = to_instant (found) };
      int left = 0, expected;

      for (int minute = paused; minute < until; minute++)
        left += worked[minute];
      expected = left > 0 ? run_clock (NULL, 0, resumed, left, FALSE) : MAX (until, resumed);
      ys_finding_replay (&finding, order, 3, (YsLimit){ 1, YS_LIMIT_HOURS }, calendar);
      g_assert_cmpint (to_minute (finding.deadline), ==, MAX (expected, MAX (until, resumed)));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/finding/oracle/lives", test_lives);
  g_test_add_func ("/rules/finding/oracle/extensions", test_extensions);
  return g_test_run ();
}
