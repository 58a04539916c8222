/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the halves of a calendar's change share. */
#pragma once

#include "calendar-record.h"
#include "work-time.h"

G_BEGIN_DECLS

typedef enum
{
  YS_CALENDAR_REQUEST_NOTICE,
  YS_CALENDAR_REQUEST_DAY,
  YS_CALENDAR_REQUEST_TIMETABLE
} YsCalendarRequest;

struct _YsCalendarPlan
{
  /* What was asked for. */
  YsCalendarRequest request;
  YsHolidayFile *file; /* NOTICE */
  char *source;
  YsDate date; /* DAY */
  YsDayMark mark;
  char *name;
  char *reason;
  YsTimetableRecord timetable; /* TIMETABLE: as it shall be; id 0 */

  /* What that means for the ledger as it is. Records with id 0 are new. */
  YsWorkCalendar *before;
  YsWorkCalendar *after;
  GPtrArray *day_records; /* (element-type YsCalendarDay) */
  YsCalendarYear *year_record; /* (nullable) */
  YsTimetableRecord *timetable_record; /* (nullable) */
  GPtrArray *days;
  guint n_same;
  YsInstant from; /* deadlines that run through [from, to) may move */
  YsInstant to;
  GPtrArray *moved;
};

YsDayMark ys_calendar_day_mark (const YsCalendarDay *day);
gboolean  ys_calendar_apply_timetable (YsWorkCalendar *calendar, const YsTimetableRecord *record, GError **error);

/* Works out the second half of @plan. */
gboolean  ys_calendar_plan_build (YsCalendarPlan *plan, YsLedger *ledger, GError **error);
/* … and of that its moved deadlines. */
gboolean  ys_calendar_plan_find_moved (YsCalendarPlan *plan, YsLedger *ledger, GError **error);

G_END_DECLS
