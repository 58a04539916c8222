/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a change of the calendar asks for, checked before the ledger is looked at. */
#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "calendar-plan-private.h"
#include "job-error.h"
#include "text.h"

#define FIRST_YEAR 1970
#define LAST_YEAR 9998
#define MAX_REASON 300
#define MAX_NAME 60

void
ys_calendar_plan_free (YsCalendarPlan *plan)
{
  if (plan == NULL)
    return;
  ys_holiday_file_free (plan->file);
  g_free (plan->source);
  g_free (plan->name);
  g_free (plan->reason);
  ys_record_clear (&ys_timetable_type, &plan->timetable);
  g_clear_pointer (&plan->before, ys_work_calendar_unref);
  g_clear_pointer (&plan->after, ys_work_calendar_unref);
  g_clear_pointer (&plan->day_records, g_ptr_array_unref);
  if (plan->year_record != NULL)
    ys_record_free (&ys_calendar_year_type, plan->year_record);
  if (plan->timetable_record != NULL)
    ys_record_free (&ys_timetable_type, plan->timetable_record);
  g_clear_pointer (&plan->days, g_ptr_array_unref);
  g_clear_pointer (&plan->moved, g_ptr_array_unref);
  g_free (plan);
}

static YsCalendarPlan *
built (YsCalendarPlan *plan, YsLedger *ledger, GError **error)
{
  if (ys_calendar_plan_build (plan, ledger, error))
    return plan;
  ys_calendar_plan_free (plan);
  return NULL;
}

YsCalendarPlan *
ys_calendar_plan_notice (YsLedger *ledger, GBytes *bytes, const char *file_name, GError **error)
{
  YsCalendarPlan *plan;
  YsHolidayFile *file;

  g_return_val_if_fail (ledger != NULL && bytes != NULL && file_name != NULL, NULL);

  file = ys_holiday_file_read (bytes, error);
  if (file == NULL)
    return NULL;
  plan = g_new0 (YsCalendarPlan, 1);
  plan->request = YS_CALENDAR_REQUEST_NOTICE;
  plan->file = file;
  plan->source = ys_text_clean (file_name);
  return built (plan, ledger, error);
}

YsCalendarPlan *
ys_calendar_plan_notice_file (YsLedger *ledger, const char *path, GError **error)
{
  /* One byte more than a notice may have: the reader then refuses it, without the rest. */
  const gsize most = 1024 * 1024 + 1;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;
  g_autofree char *data = NULL;
  gsize n = 0;

  g_return_val_if_fail (ledger != NULL && path != NULL, NULL);

  file = g_file_new_for_path (path);
  stream = g_file_read (file, NULL, error);
  if (stream == NULL)
    return NULL;
  data = g_malloc (most);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), data, most, &n, NULL, error))
    return NULL;
  bytes = g_bytes_new_take (g_steal_pointer (&data), n);
  name = g_path_get_basename (path);
  return ys_calendar_plan_notice (ledger, bytes, name, error);
}

static gboolean
check_day (YsDate date, const char *name, const char *reason, GError **error)
{
  if (!ys_date_is_full (date) || !ys_date_is_valid (date) || date.year < FIRST_YEAR
      || date.year > LAST_YEAR)
    g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                 _ ("The calendar has the days of %d to %d. Write a date like 2026-10-01."),
                 FIRST_YEAR, LAST_YEAR);
  else if (*reason == '\0')
    g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                         _ ("A day is marked by hand with a reason. Write why."));
  else if (g_utf8_strlen (reason, -1) > MAX_REASON)
    g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                 _ ("The reason is longer than %d characters. Shorten it."), MAX_REASON);
  else if (name != NULL && g_utf8_strlen (name, -1) > MAX_NAME)
    g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                 _ ("The name is longer than %d characters. Shorten it."), MAX_NAME);
  else
    return TRUE;
  return FALSE;
}

YsCalendarPlan *
ys_calendar_plan_day (YsLedger *ledger,
                      YsDate date,
                      YsDayMark mark,
                      const char *name,
                      const char *reason,
                      GError **error)
{
  g_autofree char *clean_name = ys_text_clean (name);
  g_autofree char *clean_reason = ys_text_clean (reason);
  YsCalendarPlan *plan;

  g_return_val_if_fail (ledger != NULL, NULL);

  if (!check_day (date, clean_name, clean_reason, error))
    return NULL;
  plan = g_new0 (YsCalendarPlan, 1);
  plan->request = YS_CALENDAR_REQUEST_DAY;
  plan->date = date;
  plan->mark = mark;
  plan->name = *clean_name != '\0' ? g_steal_pointer (&clean_name) : NULL;
  plan->reason = g_steal_pointer (&clean_reason);
  return built (plan, ledger, error);
}

gboolean
ys_month_day_read (const char *text, int *out_month, int *out_day, GError **error)
{
  g_autofree char *key = ys_text_key (text);
  g_auto (GStrv) parts = NULL;
  gint64 month, day;

  for (char *end = g_strrstr (key, "日"); end != NULL; end = NULL)
    *end = '\0';
  g_auto (GStrv) halves = g_strsplit (key, "月", 2);
  g_autofree char *plain = g_strjoinv ("-", halves);
  g_strdelimit (plain, "/.", '-');
  parts = g_strsplit (plain, "-", -1);
  if (g_strv_length (parts) == 2 && g_ascii_string_to_signed (parts[0], 10, 1, 12, &month, NULL)
      && g_ascii_string_to_signed (parts[1], 10, 1, ys_date_days_in_month (2000, (int)month), &day,
                                   NULL))
    {
      *out_month = (int)month;
      *out_day = (int)day;
      return TRUE;
    }
  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
               _ ("“%s” is no day of the year. Write month and day like 06-15."), text ? text : "");
  return FALSE;
}

static YsCalendarPlan *
plan_timetable (YsLedger *ledger,
                YsTimetableKind kind,
                char *first_day,
                char *last_day,
                char *sessions,
                GError **error)
{
  YsCalendarPlan *plan = g_new0 (YsCalendarPlan, 1);

  plan->request = YS_CALENDAR_REQUEST_TIMETABLE;
  plan->timetable = (YsTimetableRecord){
    .kind = kind, .sessions = sessions, .first_day = first_day, .last_day = last_day
  };
  return built (plan, ledger, error);
}

YsCalendarPlan *
ys_calendar_plan_ordinary (YsLedger *ledger, const char *sessions, GError **error)
{
  YsTimetable timetable;

  g_return_val_if_fail (ledger != NULL, NULL);

  if (!ys_timetable_from_text (sessions, &timetable, error))
    return NULL;
  return plan_timetable (ledger, YS_TIMETABLE_ORDINARY, NULL, NULL,
                         ys_timetable_to_text (&timetable), error);
}

YsCalendarPlan *
ys_calendar_plan_summer (YsLedger *ledger,
                         const char *first_day,
                         const char *last_day,
                         const char *sessions,
                         GError **error)
{
  int from_month, from_day, to_month, to_day;
  YsTimetable timetable;

  g_return_val_if_fail (ledger != NULL, NULL);

  /* Its row stays without its days: nothing is deleted. */
  if (sessions == NULL)
    return plan_timetable (ledger, YS_TIMETABLE_SUMMER, NULL, NULL, NULL, error);
  if (!ys_month_day_read (first_day, &from_month, &from_day, error)
      || !ys_month_day_read (last_day, &to_month, &to_day, error)
      || !ys_timetable_from_text (sessions, &timetable, error))
    return NULL;
  return plan_timetable (ledger, YS_TIMETABLE_SUMMER,
                         g_strdup_printf ("%02d-%02d", from_month, from_day),
                         g_strdup_printf ("%02d-%02d", to_month, to_day),
                         ys_timetable_to_text (&timetable), error);
}

int
ys_calendar_plan_year (const YsCalendarPlan *plan)
{
  g_return_val_if_fail (plan != NULL, 0);

  return plan->file != NULL ? plan->file->year : 0;
}

guint
ys_calendar_plan_n_same (const YsCalendarPlan *plan)
{
  g_return_val_if_fail (plan != NULL, 0);

  return plan->n_same;
}

gboolean
ys_calendar_plan_changes (const YsCalendarPlan *plan)
{
  g_return_val_if_fail (plan != NULL, FALSE);

  return plan->day_records->len > 0 || plan->year_record != NULL || plan->timetable_record != NULL;
}

GPtrArray *
ys_calendar_plan_days (const YsCalendarPlan *plan)
{
  g_return_val_if_fail (plan != NULL, NULL);

  return plan->days;
}

GPtrArray *
ys_calendar_plan_moved (const YsCalendarPlan *plan)
{
  g_return_val_if_fail (plan != NULL, NULL);

  return plan->moved;
}
