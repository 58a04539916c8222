/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session is named by the hour at which it ends, since an office may have any timetable. */
#include "config.h"

#include "day-words.h"

#include <glib/gi18n-lib.h>

#include "when.h"

#define MINUTES_PER_DAY 1440
#define NOON_ENDS (13 * 60)
#define EVENING_BEGINS (18 * 60)

static char *
clock_of (int minute)
{
  return g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);
}

static int
minute_of (YsInstant now)
{
  gint64 minutes = (now + YS_SHANGHAI_OFFSET_SECONDS) / 60;

  return (int)(((minutes % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY);
}

static char *
inside_words (const YsDaySession *session)
{
  g_autofree char *to = clock_of (session->to);

  if (session->to <= NOON_ENDS)
    /* Translators: a time of day */
    return g_strdup_printf (_ ("morning session until %s"), to);
  if (session->from >= EVENING_BEGINS)
    /* Translators: a time of day */
    return g_strdup_printf (_ ("evening session until %s"), to);
  /* Translators: a time of day */
  return g_strdup_printf (_ ("afternoon session until %s"), to);
}

/* (transfer full): where in the timetable @minute lies; a session's last minute is in it. */
static char *
session_words (const YsTimetable *timetable, int minute)
{
  for (guint i = 0; i < timetable->n_sessions; i++)
    {
      const YsDaySession *session = &timetable->sessions[i];
      g_autofree char *from = clock_of (session->from);

      if (minute < session->from)
        /* Translators: a time of day */
        return g_strdup_printf (i == 0 ? _ ("work begins at %s") : _ ("break until %s"), from);
      if (minute <= session->to)
        return inside_words (session);
    }
  return g_strdup (_ ("after working hours"));
}

char *
ys_day_words (const YsWorkCalendar *calendar, YsInstant now)
{
  YsDate today;
  YsDay day;
  g_autofree char *session = NULL;

  g_return_val_if_fail (calendar != NULL, NULL);

  today = ys_instant_to_date (now);
  day = ys_work_calendar_day (calendar, today);
  if (!day.is_worked)
    return g_strdup (day.mark == YS_DAY_OFF && day.name != NULL ? day.name : _ ("rest day"));
  session = session_words (ys_work_calendar_timetable (calendar, today), minute_of (now));
  return g_strdup_printf ("%s · %s",
                          day.mark == YS_DAY_WORK ? _ ("make-up working day") : _ ("working day"),
                          session);
}

char *
ys_day_tomorrow (const YsWorkCalendar *calendar, YsDate today)
{
  YsDate tomorrow;
  YsDay day;
  g_autofree char *date = NULL;

  g_return_val_if_fail (calendar != NULL, NULL);

  tomorrow = ys_date_from_days (ys_date_to_days (today) + 1);
  day = ys_work_calendar_day (calendar, tomorrow);
  if (day.mark == YS_DAY_PLAIN)
    return NULL;
  date = ys_when_day (tomorrow, today);
  if (day.mark == YS_DAY_WORK)
    /* Translators: tomorrow's date: a weekend day that is worked */
    return g_strdup_printf (_ ("Tomorrow %s: make-up day"), date);
  /* Translators: tomorrow's date, the name of a holiday */
  return g_strdup_printf (_ ("Tomorrow %s: %s"), date,
                          day.name != NULL ? day.name : _ ("rest day"));
}
