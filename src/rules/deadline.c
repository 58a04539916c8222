/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A clock that runs through sessions. Everything is counted in whole minutes of Shanghai's wall
 * clock since 1970 ("minute" below); a limit in days becomes the minutes of its days first, so that
 * what a pause leaves is worked time in both units. Cost: a few nanoseconds for each day passed. */
#include "config.h"

#include "deadline.h"
#include "work-calendar-private.h"

#define LONGEST_LIMIT 999

/* The clock: it stands at @at and has @left minutes to run. */
typedef struct
{
  const YsWorkCalendar *calendar;
  gint64 at;
  gint64 left;
  gboolean provisional;
  GArray *spans; /* (nullable) */
} Clock;

static gint64
floor_div (gint64 a, gint64 b)
{
  return a / b - (a % b < 0 ? 1 : 0);
}

static gint64
to_minute (YsInstant instant)
{
  instant = CLAMP (instant, G_MININT64 / 2, G_MAXINT64 / 2);
  return floor_div (instant + YS_SHANGHAI_OFFSET_SECONDS, 60);
}

static YsInstant
to_instant (gint64 minute)
{
  return minute * 60 - YS_SHANGHAI_OFFSET_SECONDS;
}

static gint64
day_of (gint64 minute)
{
  return floor_div (minute, YS_MINUTES_PER_DAY);
}

/* Instants outside the calendar's years have no working days around them. */
static gboolean
is_in_range (YsInstant instant)
{
  return instant >= to_instant (YS_CALENDAR_FIRST_DAY * YS_MINUTES_PER_DAY)
         && instant < to_instant ((YS_CALENDAR_LAST_DAY + 1) * YS_MINUTES_PER_DAY);
}

static void
count_span (GArray *spans, gint64 from, gint64 to)
{
  YsWorkSpan span = { to_instant (from), to_instant (to) };

  if (spans != NULL)
    g_array_append_val (spans, span);
}

/* Minute of the end of the last session of @day. */
static gint64
end_of_day (const YsWorkCalendar *calendar, gint64 day)
{
  const YsTimetable *timetable = ys_work_calendar_sessions (calendar, day);

  return day * YS_MINUTES_PER_DAY + timetable->sessions[timetable->n_sessions - 1].to;
}

/* Runs through the sessions of the day it stands in, not past @until; TRUE when its time is up. */
static gboolean
run_through_day (Clock *clock, gint64 day, gint64 until)
{
  const YsTimetable *timetable = ys_work_calendar_sessions (clock->calendar, day);
  gint64 midnight = day * YS_MINUTES_PER_DAY;

  for (guint i = 0; i < timetable->n_sessions; i++)
    {
      gint64 from = MAX (clock->at, midnight + timetable->sessions[i].from);
      gint64 to = MIN (until, midnight + timetable->sessions[i].to);

      if (from >= to)
        continue;
      to = MIN (to, from + clock->left);
      count_span (clock->spans, from, to);
      clock->left -= to - from;
      clock->at = to;
      if (clock->left == 0)
        return TRUE;
    }
  return FALSE;
}

/* Runs until its time is up (TRUE, and stands at the deadline) or @until is reached (FALSE). */
static gboolean
run_until (Clock *clock, gint64 until)
{
  gint64 last = MIN (day_of (until - 1), YS_CALENDAR_LAST_DAY);
  gint64 first = day_of (clock->at);
  gboolean is_up = FALSE;

  if (clock->at >= until)
    return FALSE;
  /* After hours it does not matter any more whether the day was worked. */
  if (clock->at >= end_of_day (clock->calendar, first))
    first++;
  for (gint64 day = first; day <= last; day++)
    if (ys_work_calendar_is_worked (clock->calendar, day)
        && (is_up = run_through_day (clock, day, until)))
      {
        last = day;
        break;
      }
  if (!clock->provisional)
    clock->provisional = !ys_work_calendar_knows (clock->calendar, first, last);
  if (!is_up)
    clock->at = until;
  return is_up;
}

static gint64
minutes_between (const YsWorkCalendar *calendar, gint64 from, gint64 to, GArray *spans)
{
  Clock clock = { calendar, from, G_MAXINT64 / 2, TRUE, spans };

  run_until (&clock, to);
  return G_MAXINT64 / 2 - clock.left;
}

/* A limit in days runs from the midnight after the issue through all minutes of its days. Without a
 * pause and its working the end is all that is asked: *@out_end then is it, else 0. */
static gboolean
start_clock (Clock *clock, YsLimit limit, gboolean is_plain, gint64 *out_end)
{
  gint64 next = day_of (clock->at) + 1, day, end;

  *out_end = 0;
  if (limit.unit == YS_LIMIT_HOURS)
    {
      clock->left = limit.amount * 60;
      return TRUE;
    }
  day = ys_work_calendar_nth_worked (clock->calendar, next, limit.amount);
  if (day > YS_CALENDAR_LAST_DAY)
    return FALSE;
  end = end_of_day (clock->calendar, day);
  clock->provisional = !ys_work_calendar_knows (clock->calendar, next, day);
  if (is_plain)
    *out_end = end;
  else
    clock->left = minutes_between (clock->calendar, next * YS_MINUTES_PER_DAY, end, NULL);
  clock->at = next * YS_MINUTES_PER_DAY;
  return TRUE;
}

/* Lets the clock run beside the pauses; the last one may still stand. */
static gboolean
run_with_pauses (Clock *clock, const YsPause *pauses, guint n_pauses, gboolean *out_is_paused)
{
  const gint64 end = (YS_CALENDAR_LAST_DAY + 1) * YS_MINUTES_PER_DAY;

  for (guint i = 0; i < n_pauses; i++)
    {
      gint64 to = pauses[i].to != 0 ? to_minute (pauses[i].to) : 0;

      if (pauses[i].to != 0 && to <= clock->at)
        continue;
      if (run_until (clock, MIN (to_minute (pauses[i].from), end)))
        return TRUE;
      if (pauses[i].to == 0)
        {
          *out_is_paused = TRUE;
          break;
        }
      clock->at = MAX (clock->at, to);
    }
  return run_until (clock, end);
}

static gboolean
add_skipped (GArray *skipped, const YsWorkCalendar *calendar, gint64 number, YsSkipReason reason)
{
  YsSkippedDay skip = { ys_date_from_days (number), reason, NULL };
  YsDay day = ys_work_calendar_day (calendar, skip.date);

  if (reason == YS_SKIP_WEEKEND && day.mark == YS_DAY_OFF)
    skip.reason = YS_SKIP_HOLIDAY;
  if (day.mark == YS_DAY_OFF)
    skip.name = day.name;
  g_array_append_val (skipped, skip);
  return TRUE;
}

/* The days from @first to @last without a span. A worked one is listed only with @with_paused, and
 * never the first: nothing was left of it. */
static GArray *
list_skipped (const YsWorkCalendar *calendar,
              gint64 first,
              gint64 last,
              const GArray *spans,
              YsSkipReason first_reason,
              gboolean with_paused)
{
  GArray *skipped = g_array_new (FALSE, FALSE, sizeof (YsSkippedDay));
  guint next = 0;

  for (gint64 day = first; day <= last; day++)
    {
      gboolean has_span = FALSE;

      for (; next < spans->len; next++, has_span = TRUE)
        if (day_of (to_minute (g_array_index (spans, YsWorkSpan, next).from)) != day)
          break;
      if (has_span)
        continue;
      if (!ys_work_calendar_is_worked (calendar, day))
        add_skipped (skipped, calendar, day, day == first ? first_reason : YS_SKIP_WEEKEND);
      else if (with_paused && day != first)
        add_skipped (skipped, calendar, day, YS_SKIP_PAUSED);
    }
  return skipped;
}

void
ys_deadline_clear (YsDeadline *deadline)
{
  g_clear_pointer (&deadline->spans, g_array_unref);
  g_clear_pointer (&deadline->skipped, g_array_unref);
  g_clear_pointer (&deadline->extension, g_free);
}

gboolean
ys_deadline_compute (const YsWorkCalendar *calendar,
                     YsInstant from,
                     YsLimit limit,
                     const YsPause *pauses,
                     guint n_pauses,
                     gboolean with_working,
                     YsDeadline *out_deadline)
{
  g_return_val_if_fail (calendar != NULL, FALSE);
  g_return_val_if_fail (out_deadline != NULL, FALSE);
  g_return_val_if_fail (pauses != NULL || n_pauses == 0, FALSE);

  g_autoptr (GArray) spans = NULL;
  Clock clock = { calendar, to_minute (from), 0, FALSE };
  gint64 issue_day = day_of (clock.at), end;

  *out_deadline = (YsDeadline){ 0 };
  if (from == 0 || !is_in_range (from) || limit.unit == YS_LIMIT_NONE || limit.amount < 1
      || limit.amount > LONGEST_LIMIT
      || !start_clock (&clock, limit, n_pauses == 0 && !with_working, &end))
    return FALSE;
  if (with_working)
    clock.spans = spans = g_array_new (FALSE, FALSE, sizeof (YsWorkSpan));
  if (end != 0)
    clock.at = end;
  else if (!run_with_pauses (&clock, pauses, n_pauses, &out_deadline->is_paused))
    {
      *out_deadline = (YsDeadline){ 0 };
      return FALSE;
    }
  out_deadline->deadline = to_instant (clock.at);
  out_deadline->provisional = clock.provisional;
  if (with_working)
    {
      out_deadline->skipped
          = list_skipped (calendar, issue_day, day_of (clock.at - 1), spans,
                          limit.unit == YS_LIMIT_DAYS ? YS_SKIP_ISSUE_DAY : YS_SKIP_WEEKEND,
                          n_pauses > 0);
      out_deadline->spans = g_steal_pointer (&spans);
    }
  return TRUE;
}

/* Backwards: the latest minute that has @minutes of worked time behind it, up to @at. */
static YsInstant
subtract (const YsWorkCalendar *calendar, gint64 at, gint64 minutes)
{
  for (gint64 day = day_of (at); day >= YS_CALENDAR_FIRST_DAY; day--)
    {
      if (!ys_work_calendar_is_worked (calendar, day))
        continue;

      const YsTimetable *timetable = ys_work_calendar_sessions (calendar, day);
      gint64 midnight = day * YS_MINUTES_PER_DAY;

      for (guint i = timetable->n_sessions; i-- > 0;)
        {
          gint64 from = midnight + timetable->sessions[i].from;
          gint64 to = MIN (at, midnight + timetable->sessions[i].to);

          if (from >= to)
            continue;
          if (minutes <= to - from)
            return to_instant (to - minutes);
          minutes -= to - from;
        }
    }
  return 0;
}

YsInstant
ys_work_add (const YsWorkCalendar *calendar, YsInstant instant, gint64 minutes)
{
  g_return_val_if_fail (calendar != NULL, 0);

  if (instant == 0 || !is_in_range (instant))
    return 0;

  Clock clock = { calendar, to_minute (instant), MIN (minutes, G_MAXINT64 / 2), TRUE };

  if (minutes == 0)
    return to_instant (clock.at);
  if (minutes < 0)
    return subtract (calendar, clock.at, -MAX (minutes, -G_MAXINT64));
  if (!run_until (&clock, (YS_CALENDAR_LAST_DAY + 1) * YS_MINUTES_PER_DAY))
    return 0;
  return to_instant (clock.at);
}

gint64
ys_work_between (const YsWorkCalendar *calendar, YsInstant from, YsInstant to)
{
  g_return_val_if_fail (calendar != NULL, 0);

  if (!is_in_range (from) || !is_in_range (to))
    return 0;
  if (to < from)
    return -minutes_between (calendar, to_minute (to), to_minute (from), NULL);
  return minutes_between (calendar, to_minute (from), to_minute (to), NULL);
}

gint64
ys_work_between_explained (const YsWorkCalendar *calendar,
                           YsInstant from,
                           YsInstant to,
                           GArray **out_spans,
                           GArray **out_skipped)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (YsWorkSpan));
  gint64 minutes = 0;

  g_return_val_if_fail (calendar != NULL, 0);
  g_return_val_if_fail (from <= to, 0);

  gboolean is_counted = is_in_range (from) && is_in_range (to);
  gint64 first = is_counted ? day_of (to_minute (from)) : 0;
  gint64 last = is_counted ? day_of (MAX (to_minute (to) - 1, to_minute (from))) : -1;

  if (is_counted)
    minutes = minutes_between (calendar, to_minute (from), to_minute (to), spans);
  if (out_skipped != NULL)
    *out_skipped = list_skipped (calendar, first, last, spans, YS_SKIP_WEEKEND, FALSE);
  if (out_spans != NULL)
    *out_spans = g_steal_pointer (&spans);
  return minutes;
}
