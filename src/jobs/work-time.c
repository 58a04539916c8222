/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The built-in calendar with a ledger's years, days and timetables over it. */
#include "config.h"

#include "work-time.h"
#include "calendar-record.h"
#include "calendar-plan-private.h"
#include "record-store.h"

#define ORDINARY "8:30-12:00 14:00-17:30"

static gboolean
add_years (YsWorkCalendar *calendar, YsLedger *ledger, GError **error)
{
  g_autoptr (GPtrArray) years = ys_record_store_list (ledger, &ys_calendar_year_type, error);

  for (guint i = 0; years != NULL && i < years->len; i++)
    ys_work_calendar_set_known (calendar,
                                (int)((const YsCalendarYear *)years->pdata[i])->year.value);
  return years != NULL;
}

static gboolean
add_days (YsWorkCalendar *calendar, YsLedger *ledger, GError **error)
{
  g_autoptr (GPtrArray) days = ys_record_store_list (ledger, &ys_calendar_day_type, error);

  for (guint i = 0; days != NULL && i < days->len; i++)
    {
      const YsCalendarDay *day = days->pdata[i];

      ys_work_calendar_set_day (calendar, day->date, ys_calendar_day_mark (day), day->name);
    }
  return days != NULL;
}

gboolean
ys_calendar_apply_timetable (YsWorkCalendar *calendar,
                             const YsTimetableRecord *record,
                             GError **error)
{
  YsTimetable timetable;
  int from_month = 0, from_day = 0, to_month = 0, to_day = 0;

  if (record->kind == YS_TIMETABLE_SUMMER && record->first_day == NULL)
    return ys_work_calendar_set_summer (calendar, 0, 0, 0, 0, NULL, error);
  if (!ys_timetable_from_text (record->sessions, &timetable, error))
    return FALSE;
  if (record->kind != YS_TIMETABLE_SUMMER)
    return ys_work_calendar_set_timetable (calendar, &timetable, error);
  return ys_month_day_read (record->first_day, &from_month, &from_day, error)
         && ys_month_day_read (record->last_day, &to_month, &to_day, error)
         && ys_work_calendar_set_summer (calendar, from_month, from_day, to_month, to_day,
                                         &timetable, error);
}

static gboolean
add_timetables (YsWorkCalendar *calendar, YsLedger *ledger, GError **error)
{
  g_autoptr (GPtrArray) records = ys_record_store_list (ledger, &ys_timetable_type, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    if (!ys_calendar_apply_timetable (calendar, records->pdata[i], error))
      return FALSE;
  return records != NULL;
}

YsWorkCalendar *
ys_work_time_calendar (YsLedger *ledger, GError **error)
{
  g_autoptr (YsWorkCalendar) calendar = ys_work_calendar_new ();

  if (ledger != NULL
      && (!add_years (calendar, ledger, error) || !add_days (calendar, ledger, error)
          || !add_timetables (calendar, ledger, error)))
    return NULL;
  return g_steal_pointer (&calendar);
}

void
ys_timetables_clear (YsTimetables *timetables)
{
  g_clear_pointer (&timetables->sessions, g_free);
  g_clear_pointer (&timetables->first_day, g_free);
  g_clear_pointer (&timetables->last_day, g_free);
  g_clear_pointer (&timetables->summer_sessions, g_free);
}

gboolean
ys_work_time_timetables (YsLedger *ledger, YsTimetables *out_timetables, GError **error)
{
  g_autoptr (GPtrArray) records = NULL;

  g_return_val_if_fail (out_timetables != NULL, FALSE);

  *out_timetables = (YsTimetables){ 0 };
  if (ledger != NULL)
    {
      records = ys_record_store_list (ledger, &ys_timetable_type, error);
      if (records == NULL)
        return FALSE;
    }
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const YsTimetableRecord *record = records->pdata[i];

      if (record->kind == YS_TIMETABLE_ORDINARY)
        out_timetables->sessions = g_strdup (record->sessions);
      else if (record->first_day != NULL)
        {
          out_timetables->first_day = g_strdup (record->first_day);
          out_timetables->last_day = g_strdup (record->last_day);
          out_timetables->summer_sessions = g_strdup (record->sessions);
        }
    }
  if (out_timetables->sessions == NULL)
    out_timetables->sessions = g_strdup (ORDINARY);
  return TRUE;
}
