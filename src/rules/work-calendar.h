/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which days are worked and in which sessions, always in Asia/Shanghai. A day that the State
 * Council's notice names is what the notice says (make-up days beat weekends, holidays beat
 * weekdays), every other is Monday to Friday. Built in: the notices of 2015 to 2026. A value: made
 * once, changed by its maker only, then read from any thread. */
#pragma once

#include "date.h"

G_BEGIN_DECLS

#define YS_CALENDAR_ERROR (ys_calendar_error_quark ())
GQuark ys_calendar_error_quark (void);

typedef enum
{
  YS_CALENDAR_ERROR_BAD,     /* cannot be read: say where and what to write */
  YS_CALENDAR_ERROR_CONFLICT /* off and work on one date, or sessions that overlap */
} YsCalendarError;

typedef enum /* the order of ys_day_mark_choices */
{
  YS_DAY_PLAIN, /* as its weekday */
  YS_DAY_OFF,   /* a holiday, also on a weekday */
  YS_DAY_WORK   /* worked, also on a weekend (调休) */
} YsDayMark;

/* One session of a day, in minutes since midnight: 510 to 720 is 8:30-12:00. */
typedef struct
{
  gint16 from;
  gint16 to; /* exclusive as time, inclusive as a deadline */
} YsDaySession;

#define YS_MAX_SESSIONS 4

/* 1 to YS_MAX_SESSIONS sessions in order; they may meet (12:00 and 12:00), never overlap. */
typedef struct
{
  YsDaySession sessions[YS_MAX_SESSIONS];
  guint     n_sessions;
} YsTimetable;

typedef struct _YsWorkCalendar YsWorkCalendar;

/* (transfer full): the built-in years, 8:30-12:00 and 14:00-17:30, no summer timetable. */
YsWorkCalendar *ys_work_calendar_new (void);
YsWorkCalendar *ys_work_calendar_copy (const YsWorkCalendar *calendar);
YsWorkCalendar *ys_work_calendar_ref (YsWorkCalendar *calendar);
void            ys_work_calendar_unref (YsWorkCalendar *calendar);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsWorkCalendar, ys_work_calendar_unref)

/* @name: (nullable): 国庆节; why. A later mark of the same date replaces the earlier one. */
void            ys_work_calendar_set_day (YsWorkCalendar *calendar, YsDate date, YsDayMark mark, const char *name);
/* The notice of @year is known: its unmarked days are certain. */
void            ys_work_calendar_set_known (YsWorkCalendar *calendar, int year);
/* CONFLICT when a session ends before it begins or overlaps the one before. */
gboolean        ys_work_calendar_set_timetable (YsWorkCalendar *calendar, const YsTimetable *timetable, GError **error);
/* From month and day to month and day, both worked so, every year; it may run over new year.
 * @timetable NULL: none. */
gboolean        ys_work_calendar_set_summer (YsWorkCalendar *calendar, int from_month, int from_day,
                                             int to_month, int to_day, const YsTimetable *timetable, GError **error);

typedef struct
{
  gboolean    is_worked;
  gboolean    is_known;   /* the notice of its year is known, or the date itself is marked */
  YsDayMark   mark;
  const char *name;       /* (nullable): of the mark; borrowed from the calendar */
} YsDay;

YsDay              ys_work_calendar_day (const YsWorkCalendar *calendar, YsDate date);
gboolean           ys_work_calendar_is_known (const YsWorkCalendar *calendar, int year);
/* The sessions of a day if it is worked; which timetable holds on @date. */
const YsTimetable *ys_work_calendar_timetable (const YsWorkCalendar *calendar, YsDate date);
/* Of the ordinary timetable: 420 for 8:30-12:00 and 14:00-17:30. "1 day" of a remainder. */
guint              ys_timetable_minutes (const YsTimetable *timetable);

/* "8:30-12:00 14:00-17:30", comma or space or 、 between; full width too. BAD, CONFLICT. */
gboolean ys_timetable_from_text (const char *text, YsTimetable *out_timetable, GError **error);
/* (transfer full): "8:30-12:00 14:00-17:30" */
char    *ys_timetable_to_text (const YsTimetable *timetable);

/* One date of a notice. */
typedef struct
{
  YsDate    date;
  YsDayMark mark; /* OFF or WORK */
  char     *name;
} YsHolidayDay;

/* A holiday-cn file: its year and its days, some of which may lie in another year. */
typedef struct
{
  int        year;
  GPtrArray *days; /* (element-type YsHolidayDay): by date, each once */
} YsHolidayFile;

void           ys_holiday_file_free (YsHolidayFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsHolidayFile, ys_holiday_file_free)
/* BAD with the place of the fault; CONFLICT when a date is both off and worked. At most 1 MB, 400 days. */
YsHolidayFile *ys_holiday_file_read (GBytes *bytes, GError **error);

G_END_DECLS
