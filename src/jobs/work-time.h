/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ledger's own work calendar, and its changes: a notice imported, a day marked by hand, a timetable
 * set. A change is planned first, with the deadlines that it moves, then applied as planned anew. */
#pragma once

#include "ledger-types.h"
#include "work-calendar.h"

G_BEGIN_DECLS

/* (transfer full): the built-in notices under what the office imported, marked and set. @ledger
 * (nullable): built in only. Cheap enough to be read anew for every job. */
YsWorkCalendar *ys_work_time_calendar (YsLedger *ledger, GError **error);

/* One day that the change turns. */
typedef struct
{
  YsDate    date;
  YsDayMark before;
  YsDayMark after;
  char     *name; /* (nullable): of the mark afterwards */
} YsPlannedDay;

/* One finding or case whose deadline, or its being provisional, changes. */
typedef struct
{
  gint64    id;       /* of a finding; of a case its negative */
  char     *number;   /* (nullable): the case's */
  char     *compound;
  char     *code;     /* of the clause */
  YsInstant before;
  YsInstant after;
  gboolean  was_provisional;
  gboolean  is_provisional;
} YsMovedDeadline;

typedef struct _YsCalendarPlan YsCalendarPlan;

void            ys_calendar_plan_free (YsCalendarPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsCalendarPlan, ys_calendar_plan_free)

/* A holiday-cn file of one year. What it no longer names of that year is plain again; REFUSED where a
 * day was marked the other way by hand. @file_name is kept as its source. */
YsCalendarPlan *ys_calendar_plan_notice (YsLedger *ledger, GBytes *bytes, const char *file_name, GError **error);
/* The same from a file on disk. */
YsCalendarPlan *ys_calendar_plan_notice_file (YsLedger *ledger, const char *path, GError **error);
/* PLAIN takes a mark away, also a built-in one. @name (nullable); @reason is required. */
YsCalendarPlan *ys_calendar_plan_day (YsLedger *ledger, YsDate date, YsDayMark mark, const char *name,
                                      const char *reason, GError **error);
/* "8:30-12:00 14:00-17:30" */
YsCalendarPlan *ys_calendar_plan_ordinary (YsLedger *ledger, const char *sessions, GError **error);
/* A day of every year: "06-15", "6-15", "6月15日". */
gboolean        ys_month_day_read (const char *text, int *out_month, int *out_day, GError **error);
/* From day to day of every year, as "06-15" or "6-15"; @sessions NULL: no summer timetable. */
YsCalendarPlan *ys_calendar_plan_summer (YsLedger *ledger, const char *first_day, const char *last_day,
                                         const char *sessions, GError **error);

/* What this thread plans or applies from now on tells how many deadlines it has looked at and ends with
 * G_IO_ERROR_CANCELLED when it is cancelled; all NULL: no longer. @progress, @cancellable: (nullable) */
void            ys_calendar_plan_watch (YsLedger *ledger, YsProgressFunc progress, gpointer data,
                                        GCancellable *cancellable);

/* The year of a notice; 0 of any other change. */
int             ys_calendar_plan_year (const YsCalendarPlan *plan);
/* Days of a notice that stand already. */
guint           ys_calendar_plan_n_same (const YsCalendarPlan *plan);
/* FALSE: the ledger stands so already. */
gboolean        ys_calendar_plan_changes (const YsCalendarPlan *plan);
GPtrArray      *ys_calendar_plan_days (const YsCalendarPlan *plan);  /* (element-type YsPlannedDay): by date */
/* (element-type YsMovedDeadline): by the old deadline. Never of a finalised period, of what is
 * withdrawn, or of a deadline that was dispatched as such. */
GPtrArray      *ys_calendar_plan_moved (const YsCalendarPlan *plan);

/* One change with the deadlines that it moves by then; @plan then says what was done. @out_change:
 * (out) (optional): its number, 0 when nothing changed. */
gboolean        ys_calendar_plan_apply (YsCalendarPlan *plan, YsLedger *ledger, gint64 *out_change, GError **error);

/* The two timetables as texts. */
typedef struct
{
  char *sessions;  /* ordinary */
  char *first_day; /* (nullable): of the summer timetable, "06-15"; NULL: none */
  char *last_day;
  char *summer_sessions;
} YsTimetables;

gboolean        ys_work_time_timetables (YsLedger *ledger, YsTimetables *out_timetables, GError **error);
void            ys_timetables_clear (YsTimetables *timetables);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YsTimetables, ys_timetables_clear)

G_END_DECLS
