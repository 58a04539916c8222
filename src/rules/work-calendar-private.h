/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to src/rules: a calendar asked by day number (days since 1970-01-01), in constant time and
 * without memory, for counting. */
#pragma once

#include "work-calendar.h"

G_BEGIN_DECLS

#define YS_CALENDAR_FIRST_DAY G_GINT64_CONSTANT (-719162) /* 0001-01-01 */
#define YS_CALENDAR_LAST_DAY G_GINT64_CONSTANT (2932531)  /* 9998-12-31 */
#define YS_MINUTES_PER_DAY 1440

/* @day within the two above. */
gboolean           ys_work_calendar_is_worked (const YsWorkCalendar *calendar, gint64 day);
/* The @n-th worked day from @day on, @n at least 1; beyond the last day when there is none. */
gint64             ys_work_calendar_nth_worked (const YsWorkCalendar *calendar, gint64 day, gint64 n);
/* Which timetable holds on @day, worked or not. */
const YsTimetable *ys_work_calendar_sessions (const YsWorkCalendar *calendar, gint64 day);
/* Every day from @first to @last is certain. */
gboolean           ys_work_calendar_knows (const YsWorkCalendar *calendar, gint64 first, gint64 last);

/* CONFLICT with a sentence when a timetable or a day of the year cannot be. */
gboolean ys_timetable_check (const YsTimetable *timetable, GError **error);
gboolean ys_month_day_check (int month, int day, GError **error);

G_END_DECLS
