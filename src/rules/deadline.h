/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When something is due, in working time, and why [002 annex 1, 处置时限]. Minutes are the smallest
 * unit: seconds of an instant are dropped. A limit that fills a session ends at that session's end;
 * the minute of the deadline is in time. N working days: the day of issue never counts, the deadline
 * is the end of the last session of the N-th working day after it. */
#pragma once

#include "work-calendar.h"

G_BEGIN_DECLS

typedef enum /* the order of ys_limit_unit_choices */
{
  YS_LIMIT_NONE,
  YS_LIMIT_HOURS, /* working hours */
  YS_LIMIT_DAYS   /* working days */
} YsLimitUnit;

typedef struct
{
  gint64      amount; /* 1 to 999 */
  YsLimitUnit unit;
} YsLimit;

/* "3d", "4h", "3工作日", "2 工作时", full width too. FALSE: no limit. */
gboolean ys_limit_from_text (const char *text, YsLimit *out_limit);
/* (transfer full): "3d", "4h"; NULL for none. */
char    *ys_limit_to_text (YsLimit limit);
/* (transfer full): 3工作日, 2工作时, as the annex prints it; "" for none. */
char    *ys_limit_to_official (YsLimit limit);

/* Worked time that was counted, within one session. */
typedef struct
{
  YsInstant from;
  YsInstant to;
} YsWorkSpan;

typedef enum
{
  YS_SKIP_WEEKEND,
  YS_SKIP_HOLIDAY,
  YS_SKIP_ISSUE_DAY, /* of a limit in days, when the issue day is no working day */
  YS_SKIP_PAUSED
} YsSkipReason;

typedef struct
{
  YsDate       date;
  YsSkipReason reason;
  const char  *name;    /* (nullable): the holiday's; borrowed from the calendar */
} YsSkippedDay;

/* (transfer full): one translated word or the holiday's name: "weekend", 国庆节 */
char    *ys_skipped_day_reason (const YsSkippedDay *day);

/* The clock stands from @from until @to; @to 0: it still stands. */
typedef struct
{
  YsInstant from;
  YsInstant to;
} YsPause;

typedef struct
{
  YsInstant   deadline;
  gboolean    provisional; /* it ran through a day of a year whose notice is not known */
  gboolean    is_paused;   /* the clock stands: @deadline is what it was when it stopped */
  GArray     *spans;       /* (element-type YsWorkSpan) (nullable): every session counted, in order */
  GArray     *skipped;     /* (element-type YsSkippedDay) (nullable): days after the issue that do not count,
                            * and the issue day only if it is no working day */
  YsInstant   by_limit;    /* of an extended one: where the limit alone led, and the spans lead; 0: unknown */
  char       *extension;   /* (nullable): it was extended, for this reason; "" when none was given */
} YsDeadline;

void ys_deadline_clear (YsDeadline *deadline);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YsDeadline, ys_deadline_clear)

/**
 * ys_deadline_compute:
 * @from: when the clock starts
 * @pauses: (array length=n_pauses) (nullable): in order, not overlapping. On resuming, the working
 *   time that was left when the clock stopped is left again
 * @with_working: fill spans and skipped
 *
 * Returns: FALSE when @limit is none or the deadline would lie beyond the year 9998
 */
gboolean ys_deadline_compute (const YsWorkCalendar *calendar, YsInstant from, YsLimit limit,
                              const YsPause *pauses, guint n_pauses, gboolean with_working,
                              YsDeadline *out_deadline);

/* @minutes of worked time after (before, when negative) @instant. Adding, then subtracting, gives the
 * same place in worked time. */
YsInstant ys_work_add (const YsWorkCalendar *calendar, YsInstant instant, gint64 minutes);
/* Worked minutes between; negative when @to is before @from. */
gint64    ys_work_between (const YsWorkCalendar *calendar, YsInstant from, YsInstant to);
/* The same with its working; arrays (transfer full) (optional). @to not before @from. */
gint64    ys_work_between_explained (const YsWorkCalendar *calendar, YsInstant from, YsInstant to,
                                     GArray **out_spans, GArray **out_skipped);

/* (transfer full): worked time as people read it: "3:10", "1 day 4:10", translated; @day_minutes from
 * ys_timetable_minutes() of the ordinary timetable. */
char     *ys_work_minutes_to_display (gint64 minutes, guint day_minutes);

G_END_DECLS
