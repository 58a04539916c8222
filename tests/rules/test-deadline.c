/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deadlines, their working, pauses, and worked time, each row worked out by hand on the calendar of
 * the State Council's notices [002 annex 1, 处置时限]. */
#include "config.h"

#include "deadline.h"

static YsInstant
at (const char *text)
{
  YsInstant instant;

  g_assert_true (ys_instant_from_iso (text, &instant));
  return instant;
}

typedef struct
{
  const char *name;
  const char *from;
  const char *limit;
  const char *deadline;
  gboolean provisional;
  const char *spans;   /* NULL: not looked at */
  const char *skipped; /* NULL: not looked at */
} DeadlineCase;

/* 2026-10-01 (Thursday) to 07 are off, 2026-09-20 and 10-10 (Sunday, Saturday) are worked. */
static const DeadlineCase deadline_cases[] = {
  { "fills-the-session", "2026-10-15T10:00", "2h", "2026-10-15T12:00", FALSE,
    "2026-10-15T10:00/2026-10-15T12:00", "" },
  { "one-minute-later", "2026-10-15T10:01", "2h", "2026-10-15T14:01", FALSE,
    "2026-10-15T10:01/2026-10-15T12:00 2026-10-15T14:00/2026-10-15T14:01", "" },
  { "issued-at-noon", "2026-10-15T12:00", "2h", "2026-10-15T16:00", FALSE,
    "2026-10-15T14:00/2026-10-15T16:00", "" },
  { "issued-in-the-break", "2026-10-15T13:10", "2h", "2026-10-15T16:00", FALSE, NULL, NULL },
  { "issued-at-closing", "2026-10-15T17:30", "2h", "2026-10-16T10:30", FALSE,
    "2026-10-16T08:30/2026-10-16T10:30", "" },
  { "issued-at-night", "2026-10-15T23:59", "1h", "2026-10-16T09:30", FALSE, NULL, "" },
  { "issued-before-opening", "2026-10-15T06:00", "1h", "2026-10-15T09:30", FALSE, NULL, "" },
  { "issued-on-friday-evening", "2026-10-16T18:00", "3h", "2026-10-19T11:30", FALSE, NULL,
    "2026-10-17=weekend 2026-10-18=weekend" },
  { "hours-issued-on-saturday", "2026-10-17T09:00", "3h", "2026-10-19T11:30", FALSE, NULL,
    "2026-10-17=weekend 2026-10-18=weekend" },
  { "hours-over-the-holiday", "2026-09-30T16:30", "2h", "2026-10-08T09:30", FALSE, NULL,
    "2026-10-01=国庆节 2026-10-02=国庆节 2026-10-03=国庆节 2026-10-04=国庆节 "
    "2026-10-05=国庆节 2026-10-06=国庆节 2026-10-07=国庆节" },
  { "hours-issued-on-a-holiday", "2026-10-03T10:00", "1h", "2026-10-08T09:30", FALSE, NULL,
    "2026-10-03=国庆节 2026-10-04=国庆节 2026-10-05=国庆节 2026-10-06=国庆节 "
    "2026-10-07=国庆节" },
  { "hours-on-a-make-up-saturday", "2026-10-09T17:00", "2h", "2026-10-10T10:00", FALSE, NULL, "" },
  { "hours-on-a-make-up-sunday", "2026-09-20T09:00", "2h", "2026-09-20T11:00", FALSE, NULL, "" },
  { "seven-hours-are-a-day", "2026-10-15T08:30", "7h", "2026-10-15T17:30", FALSE, NULL, "" },
  { "one-day", "2026-10-15T10:00", "1d", "2026-10-16T17:30", FALSE,
    "2026-10-16T08:30/2026-10-16T12:00 2026-10-16T14:00/2026-10-16T17:30", "" },
  { "one-day-issued-before-opening", "2026-10-15T00:00", "1d", "2026-10-16T17:30", FALSE, NULL,
    "" },
  { "one-day-issued-at-night", "2026-10-15T23:59", "1d", "2026-10-16T17:30", FALSE, NULL, "" },
  { "one-day-over-the-weekend", "2026-10-16T10:00", "1d", "2026-10-19T17:30", FALSE, NULL,
    "2026-10-17=weekend 2026-10-18=weekend" },
  { "days-issued-on-saturday", "2026-10-17T10:00", "1d", "2026-10-19T17:30", FALSE, NULL,
    "2026-10-17=day of issue 2026-10-18=weekend" },
  { "three-days-over-the-holiday", "2026-09-29T09:00", "3d", "2026-10-09T17:30", FALSE, NULL,
    "2026-10-01=国庆节 2026-10-02=国庆节 2026-10-03=国庆节 2026-10-04=国庆节 "
    "2026-10-05=国庆节 2026-10-06=国庆节 2026-10-07=国庆节" },
  { "days-count-the-make-up-saturday", "2026-10-08T09:00", "2d", "2026-10-10T17:30", FALSE, NULL,
    "" },
  { "turn-of-a-known-year", "2025-12-31T09:00", "1d", "2026-01-04T17:30", FALSE, NULL,
    "2026-01-01=元旦 2026-01-02=元旦 2026-01-03=元旦" },
  /* 29 December 2018 (Saturday) is worked, and stands in the notice of 2019. */
  { "notice-found-by-date", "2018-12-28T09:00", "1d", "2018-12-29T17:30", FALSE, NULL, "" },
  { "notice-found-by-date-off", "2018-12-29T17:00", "1h", "2019-01-02T09:00", FALSE, NULL,
    "2018-12-30=元旦 2018-12-31=元旦 2019-01-01=元旦" },
  { "into-an-unknown-year", "2026-12-31T09:00", "1d", "2027-01-01T17:30", TRUE, NULL, "" },
  { "up-to-an-unknown-year", "2026-12-30T09:00", "1d", "2026-12-31T17:30", FALSE, NULL, "" },
  { "hours-into-an-unknown-year", "2026-12-31T17:00", "1h", "2027-01-01T09:00", TRUE, NULL, "" },
  { "hours-up-to-new-year", "2026-12-31T16:30", "1h", "2026-12-31T17:30", FALSE, NULL, "" },
  { "in-an-unknown-year", "2027-03-01T09:00", "1h", "2027-03-01T10:00", TRUE, NULL, "" },
  { "before-the-known-years", "2014-12-31T09:00", "1h", "2014-12-31T10:00", TRUE, NULL, "" },
  /* Whatever day the 31st was, it does not count: only known days remain. */
  { "days-out-of-an-unknown-year", "2014-12-31T09:00", "1d", "2015-01-04T17:30", FALSE, NULL,
    "2015-01-01=元旦 2015-01-02=元旦 2015-01-03=元旦" },
  { "hours-out-of-an-unknown-evening", "2014-12-31T17:30", "1h", "2015-01-04T09:30", FALSE, NULL,
    NULL },
};

static char *
spans_to_text (const GArray *spans)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      g_autofree char *from = ys_instant_to_iso (g_array_index (spans, YsWorkSpan, i).from);
      g_autofree char *to = ys_instant_to_iso (g_array_index (spans, YsWorkSpan, i).to);

      g_string_append_printf (text, "%s%s/%s", i > 0 ? " " : "", from, to);
    }
  return g_string_free (text, FALSE);
}

static char *
skipped_to_text (const GArray *skipped)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < skipped->len; i++)
    {
      const YsSkippedDay *day = &g_array_index (skipped, YsSkippedDay, i);
      g_autofree char *date = ys_date_to_iso (day->date);
      g_autofree char *reason = ys_skipped_day_reason (day);

      g_string_append_printf (text, "%s%s=%s", i > 0 ? " " : "", date, reason);
    }
  return g_string_free (text, FALSE);
}

static void
test_deadline (gconstpointer data)
{
  const DeadlineCase *c = data;
  g_autoptr (YsWorkCalendar) calendar = ys_work_calendar_new ();
  g_auto (YsDeadline) due = { 0 };
  YsDeadline quick;
  YsLimit limit;

  g_assert_true (ys_limit_from_text (c->limit, &limit));
  g_assert_true (ys_deadline_compute (calendar, at (c->from), limit, NULL, 0, TRUE, &due));
  g_autofree char *deadline = ys_instant_to_iso (due.deadline);
  g_autofree char *spans = spans_to_text (due.spans);
  g_autofree char *skipped = skipped_to_text (due.skipped);

  g_assert_cmpstr (deadline, ==, c->deadline);
  g_assert_cmpint (due.provisional, ==, c->provisional);
  g_assert_false (due.is_paused);
  if (c->spans != NULL)
    g_assert_cmpstr (spans, ==, c->spans);
  if (c->skipped != NULL)
    g_assert_cmpstr (skipped, ==, c->skipped);
  g_assert_true (ys_deadline_compute (calendar, at (c->from), limit, NULL, 0, FALSE, &quick));
  g_assert_cmpint (quick.deadline, ==, due.deadline);
  g_assert_cmpint (quick.provisional, ==, due.provisional);
  g_assert_null (quick.spans);
  g_assert_null (quick.skipped);
}

typedef struct
{
  const char *name;
  const char *from;
  const char *limit;
  const char *pauses; /* from/to, to empty: still */
  const char *deadline;
  gboolean is_paused;
  const char *skipped;
} PauseCase;

static const PauseCase pause_cases[] = {
  /* 1:00 used, 1:00 left from 15:00 on. */
  { "hours", "2026-10-15T10:00", "2h", "2026-10-15T11:00/2026-10-15T15:00", "2026-10-15T16:00",
    FALSE, "" },
  { "still-stopped", "2026-10-15T10:00", "2h", "2026-10-15T11:00/", "2026-10-15T12:00", TRUE, "" },
  { "stopped-at-the-deadline", "2026-10-15T10:00", "2h", "2026-10-15T12:00/", "2026-10-15T12:00",
    FALSE, "" },
  { "stopped-after-the-deadline", "2026-10-15T10:00", "2h", "2026-10-15T13:00/2026-10-16T09:00",
    "2026-10-15T12:00", FALSE, "" },
  { "outside-the-sessions", "2026-10-15T11:00", "2h", "2026-10-15T12:00/2026-10-15T14:00",
    "2026-10-15T15:00", FALSE, "" },
  { "whole-days", "2026-10-14T16:30", "2h", "2026-10-14T17:30/2026-10-17T09:00", "2026-10-19T09:30",
    FALSE,
    "2026-10-15=clock stopped 2026-10-16=clock stopped 2026-10-17=weekend 2026-10-18=weekend" },
  { "before-the-start", "2026-10-15T10:00", "2h", "2026-10-14T09:00/2026-10-15T09:00",
    "2026-10-15T12:00", FALSE, "" },
  { "over-the-start", "2026-10-15T10:00", "2h", "2026-10-14T09:00/2026-10-15T11:00",
    "2026-10-15T15:00", FALSE, NULL },
  { "two", "2026-10-15T08:30", "3h",
    "2026-10-15T09:00/2026-10-15T09:30 2026-10-15T10:00/2026-10-15T14:00", "2026-10-15T16:00",
    FALSE, "" },
  /* Due Wednesday 17:30. Stopped Tuesday 10:00: 5:30 and 7:00 are left, counted from Thursday
   * 10:00: 5:30 on Thursday, the rest until Friday 17:30. */
  { "days", "2026-10-19T09:00", "2d", "2026-10-20T10:00/2026-10-22T10:00", "2026-10-23T17:30",
    FALSE, "2026-10-21=clock stopped" },
  { "days-within-a-day", "2026-10-19T09:00", "1d", "2026-10-20T10:00/2026-10-20T11:00",
    "2026-10-21T09:30", FALSE, "" },
  /* The issue day does not count, so nothing is lost on it. */
  { "days-on-the-issue-day", "2026-10-19T09:00", "1d", "2026-10-19T10:00/2026-10-19T16:00",
    "2026-10-20T17:30", FALSE, "" },
  { "days-still-stopped", "2026-10-19T09:00", "1d", "2026-10-19T10:00/", "2026-10-20T17:30", TRUE,
    "" },
};

static void
test_pause (gconstpointer data)
{
  const PauseCase *c = data;
  g_autoptr (YsWorkCalendar) calendar = ys_work_calendar_new ();
  g_auto (GStrv) parts = g_strsplit (c->pauses, " ", -1);
  g_auto (YsDeadline) due = { 0 };
  YsPause pauses[4];
  YsLimit limit;
  guint n = 0;

  for (; parts[n] != NULL; n++)
    {
      g_auto (GStrv) ends = g_strsplit (parts[n], "/", 2);

      pauses[n] = (YsPause){ at (ends[0]), *ends[1] != '\0' ? at (ends[1]) : 0 };
    }
  g_assert_true (ys_limit_from_text (c->limit, &limit));
  g_assert_true (ys_deadline_compute (calendar, at (c->from), limit, pauses, n, TRUE, &due));
  g_autofree char *deadline = ys_instant_to_iso (due.deadline);
  g_autofree char *skipped = skipped_to_text (due.skipped);

  g_assert_cmpstr (deadline, ==, c->deadline);
  g_assert_cmpint (due.is_paused, ==, c->is_paused);
  if (c->skipped != NULL)
    g_assert_cmpstr (skipped, ==, c->skipped);
}

/* No limit, no start, or beyond the calendar: no deadline, and nothing to free. */
static void
test_none (void)
{
  g_autoptr (YsWorkCalendar) calendar = ys_work_calendar_new ();
  YsDeadline due;

#define FAILS(from, ...)                                                                           \
  g_assert_false (                                                                                 \
      ys_deadline_compute (calendar, from, (YsLimit){ __VA_ARGS__ }, NULL, 0, TRUE, &due));        \
  g_assert_cmpint (due.deadline, ==, 0);                                                           \
  g_assert_null (due.spans);                                                                       \
  g_assert_null (due.skipped)
  FAILS (at ("2026-10-15T10:00"), 0, YS_LIMIT_NONE);
  FAILS (at ("2026-10-15T10:00"), 0, YS_LIMIT_DAYS);
  FAILS (at ("2026-10-15T10:00"), -1, YS_LIMIT_HOURS);
  FAILS (at ("2026-10-15T10:00"), 1000, YS_LIMIT_HOURS);
  FAILS (0, 1, YS_LIMIT_HOURS);
  FAILS (G_MAXINT64, 1, YS_LIMIT_HOURS);
  FAILS (G_MININT64, 1, YS_LIMIT_DAYS);
  FAILS (at ("9998-12-31T17:00"), 1, YS_LIMIT_HOURS);
  FAILS (at ("9998-12-31T09:00"), 1, YS_LIMIT_DAYS);
  FAILS (at ("9999-01-01T09:00"), 1, YS_LIMIT_DAYS);
  FAILS (at ("9995-10-01T09:00"), 999, YS_LIMIT_DAYS);
#undef FAILS
}

/* 9998-12-31 is a Thursday: the last deadline of all. */
static void
test_last (void)
{
  g_autoptr (YsWorkCalendar) calendar = ys_work_calendar_new ();
  YsDeadline due;

  g_assert_true (ys_deadline_compute (calendar, at ("9998-12-31T16:30"),
                                      (YsLimit){ 1, YS_LIMIT_HOURS }, NULL, 0, FALSE, &due));
  g_assert_cmpint (due.deadline, ==, at ("9998-12-31T17:30"));
  g_assert_true (due.provisional);
}

/* Seconds are dropped: the minute of the deadline is in time. */
static void
test_seconds (void)
{
  g_autoptr (YsWorkCalendar) calendar = ys_work_calendar_new ();
  YsDeadline due;

  g_assert_true (ys_deadline_compute (calendar, at ("2026-10-15T10:00") + 59,
                                      (YsLimit){ 2, YS_LIMIT_HOURS }, NULL, 0, FALSE, &due));
  g_assert_cmpint (due.deadline, ==, at ("2026-10-15T12:00"));
  g_assert_cmpint (ys_work_between (calendar, at ("2026-10-15T10:00") + 59,
                                    at ("2026-10-15T11:00") + 30),
                   ==, 60);
}

/* In the summer timetable an afternoon from 15:00 to 18:00; from one day to the next it changes. */
static void
test_summer (void)
{
  g_autoptr (YsWorkCalendar) calendar = ys_work_calendar_new ();
  g_autoptr (GError) error = NULL;
  YsTimetable summer;
  YsDeadline due;

  g_assert_true (ys_timetable_from_text ("8:00-12:00 15:00-18:00", &summer, &error));
  g_assert_true (ys_work_calendar_set_summer (calendar, 6, 15, 9, 15, &summer, &error));
  g_assert_no_error (error);
  /* Friday 2026-06-12, Monday 2026-06-15. */
  g_assert_true (ys_deadline_compute (calendar, at ("2026-06-12T17:00"),
                                      (YsLimit){ 5, YS_LIMIT_HOURS }, NULL, 0, FALSE, &due));
  g_assert_cmpint (due.deadline, ==, at ("2026-06-15T15:30"));
  g_assert_true (ys_deadline_compute (calendar, at ("2026-06-12T17:00"),
                                      (YsLimit){ 1, YS_LIMIT_DAYS }, NULL, 0, FALSE, &due));
  g_assert_cmpint (due.deadline, ==, at ("2026-06-15T18:00"));
  g_assert_true (ys_deadline_compute (calendar, at ("2026-09-15T17:00"),
                                      (YsLimit){ 2, YS_LIMIT_HOURS }, NULL, 0, FALSE, &due));
  g_assert_cmpint (due.deadline, ==, at ("2026-09-16T09:30"));
}

/* Sessions that meet at noon are one stretch of time, and 12:00 belongs to both. */
static void
test_meeting_sessions (void)
{
  g_autoptr (YsWorkCalendar) calendar = ys_work_calendar_new ();
  g_autoptr (GError) error = NULL;
  YsTimetable timetable;
  YsDeadline due;

  g_assert_true (ys_timetable_from_text ("8:30-12:00 12:00-17:30", &timetable, &error));
  g_assert_true (ys_work_calendar_set_timetable (calendar, &timetable, &error));
  g_assert_true (ys_deadline_compute (calendar, at ("2026-10-15T10:00"),
                                      (YsLimit){ 2, YS_LIMIT_HOURS }, NULL, 0, FALSE, &due));
  g_assert_cmpint (due.deadline, ==, at ("2026-10-15T12:00"));
  g_assert_true (ys_deadline_compute (calendar, at ("2026-10-15T12:00"),
                                      (YsLimit){ 2, YS_LIMIT_HOURS }, NULL, 0, FALSE, &due));
  g_assert_cmpint (due.deadline, ==, at ("2026-10-15T14:00"));
}

typedef struct
{
  const char *name;
  const char *from;
  const char *to;
  gint64 minutes;
  const char *skipped;
} BetweenCase;

static const BetweenCase between_cases[] = {
  { "morning", "2026-10-15T08:30", "2026-10-15T12:00", 210, "" },
  { "over-noon", "2026-10-15T11:00", "2026-10-15T15:00", 120, "" },
  { "nothing", "2026-10-15T12:00", "2026-10-15T14:00", 0, "" },
  { "same-instant", "2026-10-15T09:00", "2026-10-15T09:00", 0, "" },
  { "night", "2026-10-15T17:30", "2026-10-16T08:30", 0, "" },
  { "weekend", "2026-10-17T00:00", "2026-10-19T00:00", 0, "2026-10-17=weekend 2026-10-18=weekend" },
  { "a-week", "2026-10-19T08:30", "2026-10-25T23:59", 5 * 420,
    "2026-10-24=weekend 2026-10-25=weekend" },
  { "holiday", "2026-09-30T17:00", "2026-10-08T09:00", 60,
    "2026-10-01=国庆节 2026-10-02=国庆节 2026-10-03=国庆节 2026-10-04=国庆节 "
    "2026-10-05=国庆节 2026-10-06=国庆节 2026-10-07=国庆节" },
};

static void
test_between (gconstpointer data)
{
  const BetweenCase *c = data;
  g_autoptr (YsWorkCalendar) calendar = ys_work_calendar_new ();
  g_autoptr (GArray) spans = NULL;
  g_autoptr (GArray) skipped = NULL;
  gint64 sum = 0;

  g_assert_cmpint (ys_work_between (calendar, at (c->from), at (c->to)), ==, c->minutes);
  g_assert_cmpint (ys_work_between (calendar, at (c->to), at (c->from)), ==, -c->minutes);
  g_assert_cmpint (ys_work_between_explained (calendar, at (c->from), at (c->to), &spans, &skipped),
                   ==, c->minutes);
  for (guint i = 0; i < spans->len; i++)
    sum += (g_array_index (spans, YsWorkSpan, i).to - g_array_index (spans, YsWorkSpan, i).from)
           / 60;
  g_assert_cmpint (sum, ==, c->minutes);
  g_autofree char *text = skipped_to_text (skipped);
  g_assert_cmpstr (text, ==, c->skipped);
}

typedef struct
{
  const char *name;
  const char *from;
  gint64 minutes;
  const char *result;
} AddCase;

static const AddCase add_cases[] = {
  { "nothing", "2026-10-17T13:00", 0, "2026-10-17T13:00" },
  { "forward-to-the-end", "2026-10-15T10:00", 120, "2026-10-15T12:00" },
  { "back-to-the-beginning", "2026-10-15T16:00", -120, "2026-10-15T14:00" },
  { "back-over-noon", "2026-10-15T16:00", -121, "2026-10-15T11:59" },
  { "back-from-noon", "2026-10-15T12:00", -210, "2026-10-15T08:30" },
  { "back-over-night", "2026-10-15T08:30", -1, "2026-10-14T17:29" },
  { "back-over-the-holiday", "2026-10-08T09:30", -120, "2026-09-30T16:30" },
  { "forward-from-a-holiday", "2026-10-05T10:00", 60, "2026-10-08T09:30" },
  { "back-from-a-holiday", "2026-10-05T10:00", -60, "2026-09-30T16:30" },
};

static void
test_add (gconstpointer data)
{
  const AddCase *c = data;
  g_autoptr (YsWorkCalendar) calendar = ys_work_calendar_new ();
  g_autofree char *result = ys_instant_to_iso (ys_work_add (calendar, at (c->from), c->minutes));

  g_assert_cmpstr (result, ==, c->result);
}

/* Beyond the calendar there is no instant, however many minutes. */
static void
test_add_too_far (void)
{
  g_autoptr (YsWorkCalendar) calendar = ys_work_calendar_new ();

  g_assert_cmpint (ys_work_add (calendar, at ("2026-10-15T10:00"), G_MAXINT64), ==, 0);
  g_assert_cmpint (ys_work_add (calendar, at ("2026-10-15T10:00"), G_MININT64), ==, 0);
  g_assert_cmpint (ys_work_add (calendar, 0, 60), ==, 0);
}

typedef struct
{
  const char *name;
  const char *text;
  gint64 amount; /* 0: refused */
  YsLimitUnit unit;
} LimitCase;

static const LimitCase limit_cases[] = {
  { "days", "3d", 3, YS_LIMIT_DAYS },
  { "hours", "4h", 4, YS_LIMIT_HOURS },
  { "capital", "4H", 4, YS_LIMIT_HOURS },
  { "official-days", "3工作日", 3, YS_LIMIT_DAYS },
  { "official-hours", "2 工作时", 2, YS_LIMIT_HOURS },
  { "spoken-days", "3个工作日", 3, YS_LIMIT_DAYS },
  { "full-width", "１２ 工作时", 12, YS_LIMIT_HOURS },
  { "longest", "999d", 999, YS_LIMIT_DAYS },
  { "too-long", "1000d", 0, YS_LIMIT_NONE },
  { "much-too-long", "99999999999999999999d", 0, YS_LIMIT_NONE },
  { "zero", "0h", 0, YS_LIMIT_NONE },
  { "negative", "-1h", 0, YS_LIMIT_NONE },
  { "fraction", "1.5h", 0, YS_LIMIT_NONE },
  { "no-unit", "3", 0, YS_LIMIT_NONE },
  { "no-number", "d", 0, YS_LIMIT_NONE },
  { "other-unit", "3w", 0, YS_LIMIT_NONE },
  { "empty", "", 0, YS_LIMIT_NONE },
  { "null", NULL, 0, YS_LIMIT_NONE },
};

static void
test_limit (gconstpointer data)
{
  const LimitCase *c = data;
  YsLimit limit;

  g_assert_cmpint (ys_limit_from_text (c->text, &limit), ==, c->amount != 0);
  g_assert_cmpint (limit.amount, ==, c->amount);
  g_assert_cmpint (limit.unit, ==, c->unit);
  if (c->amount == 0)
    return;
  g_autofree char *text = ys_limit_to_text (limit);
  g_autofree char *official = ys_limit_to_official (limit);
  YsLimit again;
  g_assert_true (ys_limit_from_text (text, &again));
  g_assert_cmpint (again.amount, ==, limit.amount);
  g_assert_cmpint (again.unit, ==, limit.unit);
  g_assert_true (ys_limit_from_text (official, &again));
  g_assert_cmpint (again.amount, ==, limit.amount);
  g_assert_cmpint (again.unit, ==, limit.unit);
}

static void
test_limit_words (void)
{
  g_autofree char *days = ys_limit_to_official ((YsLimit){ 3, YS_LIMIT_DAYS });
  g_autofree char *hours = ys_limit_to_official ((YsLimit){ 2, YS_LIMIT_HOURS });
  g_autofree char *none = ys_limit_to_official ((YsLimit){ 0, YS_LIMIT_NONE });

  g_assert_cmpstr (days, ==, "3工作日");
  g_assert_cmpstr (hours, ==, "2工作时");
  g_assert_cmpstr (none, ==, "");
  g_assert_null (ys_limit_to_text ((YsLimit){ 0, YS_LIMIT_NONE }));
}

typedef struct
{
  const char *name;
  gint64 minutes;
  guint day_minutes;
  const char *text;
} DisplayCase;

static const DisplayCase display_cases[] = {
  { "nothing", 0, 420, "0:00" },  { "minutes", 9, 420, "0:09" },
  { "hours", 190, 420, "3:10" },  { "below-a-day", 419, 420, "6:59" },
  { "a-day", 420, 420, "1 day" }, { "a-day-and-more", 670, 420, "1 day 4:10" },
  { "days", 840, 420, "2 days" }, { "days-and-more", 841, 420, "2 days 0:01" },
  { "late", -190, 420, "−3:10" }, { "days-late", -670, 420, "−1 day 4:10" },
};

static void
test_display (gconstpointer data)
{
  const DisplayCase *c = data;
  g_autofree char *text = ys_work_minutes_to_display (c->minutes, c->day_minutes);

  g_assert_cmpstr (text, ==, c->text);
}

#define ADD_CASES(cases, path, function)                                                           \
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)                                                 \
    {                                                                                              \
      g_autofree char *full = g_strconcat ("/rules/deadline/" path "/", cases[i].name, NULL);      \
      g_test_add_data_func (full, &cases[i], function);                                            \
    }

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_CASES (deadline_cases, "compute", test_deadline)
  ADD_CASES (pause_cases, "pause", test_pause)
  ADD_CASES (between_cases, "between", test_between)
  ADD_CASES (add_cases, "add", test_add)
  ADD_CASES (limit_cases, "limit", test_limit)
  ADD_CASES (display_cases, "display", test_display)
  g_test_add_func ("/rules/deadline/none", test_none);
  g_test_add_func ("/rules/deadline/last", test_last);
  g_test_add_func ("/rules/deadline/seconds", test_seconds);
  g_test_add_func ("/rules/deadline/summer", test_summer);
  g_test_add_func ("/rules/deadline/meeting-sessions", test_meeting_sessions);
  g_test_add_func ("/rules/deadline/add-too-far", test_add_too_far);
  g_test_add_func ("/rules/deadline/limit-words", test_limit_words);
  return g_test_run ();
}
