/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A requested change against the ledger as it is: the records to write, the calendar afterwards,
 * and all of it in one change. */
#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "calendar-plan-private.h"
#include "change.h"
#include "inspection.h"
#include "job-error.h"
#include "platform-case.h"
#include "record-store.h"

static void
free_planned_day (gpointer data)
{
  YsPlannedDay *day = data;

  g_free (day->name);
  g_free (day);
}

static void
free_day_record (gpointer record)
{
  ys_record_free (&ys_calendar_day_type, record);
}

YsDayMark
ys_calendar_day_mark (const YsCalendarDay *day)
{
  return day->mark > 0 ? (YsDayMark)(day->mark - 1) : YS_DAY_PLAIN;
}

static YsInstant
midnight (gint64 day)
{
  return day * 86400 - YS_SHANGHAI_OFFSET_SECONDS;
}

static void
widen (YsCalendarPlan *plan, YsDate first, YsDate last)
{
  plan->from = MIN (plan->from, midnight (ys_date_to_days (first)));
  plan->to = MAX (plan->to, midnight (ys_date_to_days (last) + 1));
}

/* (nullable) */
static YsCalendarDay *
find_record (GPtrArray *stored, YsDate date)
{
  for (guint i = 0; i < stored->len; i++)
    if (ys_date_equal (((YsCalendarDay *)stored->pdata[i])->date, date))
      return stored->pdata[i];
  return NULL;
}

/* Writes a day over what stands (@stored nullable), and notes whether it turns. */
static void
put_day (YsCalendarPlan *plan,
         const YsCalendarDay *stored,
         YsDate date,
         YsDayMark mark,
         const char *name,
         const char *reason,
         const char *source)
{
  YsDay before = ys_work_calendar_day (plan->before, date);
  YsCalendarDay *record = ys_record_new (&ys_calendar_day_type);

  record->id = stored ? stored->id : 0;
  record->date = date;
  record->mark = (int)mark + 1;
  record->name = g_strdup (name);
  record->reason = g_strdup (reason);
  record->source = g_strdup (source);
  if (stored != NULL && ys_record_equal (&ys_calendar_day_type, stored, record))
    {
      free_day_record (record);
      return;
    }
  g_ptr_array_add (plan->day_records, record);
  ys_work_calendar_set_day (plan->after, date, mark, name);
  widen (plan, date, date);
  if (before.mark == mark && g_strcmp0 (before.name, name) == 0)
    return;
  YsPlannedDay *day = g_new0 (YsPlannedDay, 1);
  day->date = date;
  day->before = before.mark;
  day->after = mark;
  day->name = g_strdup (name);
  g_ptr_array_add (plan->days, day);
}

static gboolean
is_by_hand (const YsCalendarDay *stored)
{
  return stored != NULL && stored->source == NULL;
}

static gboolean
put_notice_day (YsCalendarPlan *plan, GPtrArray *stored, const YsHolidayDay *day, GError **error)
{
  const YsCalendarDay *record = find_record (stored, day->date);
  YsDay before = ys_work_calendar_day (plan->before, day->date);

  if (before.mark == day->mark && g_strcmp0 (before.name, day->name) == 0)
    plan->n_same++;
  else if (is_by_hand (record) && before.mark == day->mark)
    plan->n_same++; /* the office's own name for it stays */
  else if (is_by_hand (record) && before.mark != YS_DAY_PLAIN)
    {
      g_autofree char *date = ys_date_to_iso (day->date);

      g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                   before.mark == YS_DAY_OFF
                       ? _ ("%s was marked as a holiday by hand, and the notice makes it a make-up "
                            "day. Make it plain first if the notice is right.")
                       : _ ("%s was marked as a make-up day by hand, and the notice makes it a "
                            "holiday. Make it plain first if the notice is right."),
                   date);
      return FALSE;
    }
  else
    put_day (plan, record, day->date, day->mark, day->name, NULL, plan->source);
  return TRUE;
}

static gboolean
notice_names (const YsHolidayFile *file, YsDate date)
{
  for (guint i = 0; i < file->days->len; i++)
    if (ys_date_equal (((const YsHolidayDay *)file->days->pdata[i])->date, date))
      return TRUE;
  return FALSE;
}

/* A later notice of the same year may name a day no more. The last days of December named for New
 * Year's Day stand in the notice of the next year. */
static void
drop_unnamed_days (YsCalendarPlan *plan, GPtrArray *stored)
{
  int year = plan->file->year;

  for (YsDate date = { (gint16)year, 1, 1 }; date.year == year; date = ys_date_add_days (date, 1))
    {
      YsDay before = ys_work_calendar_day (plan->before, date);
      const YsCalendarDay *record = find_record (stored, date);
      gboolean is_next_years
          = date.month == 12 && before.name != NULL && strstr (before.name, "元旦") != NULL;

      if (before.mark != YS_DAY_PLAIN && !is_by_hand (record) && !is_next_years
          && !notice_names (plan->file, date))
        put_day (plan, record, date, YS_DAY_PLAIN, NULL, NULL, plan->source);
    }
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const YsPlannedDay *const *first = a, *const *second = b;

  return ys_date_compare ((*first)->date, (*second)->date);
}

static gboolean
build_notice (YsCalendarPlan *plan, GPtrArray *stored, GError **error)
{
  int year = plan->file->year;

  for (guint i = 0; i < plan->file->days->len; i++)
    if (!put_notice_day (plan, stored, plan->file->days->pdata[i], error))
      return FALSE;
  drop_unnamed_days (plan, stored);
  g_ptr_array_sort (plan->days, compare_days);
  if (ys_work_calendar_is_known (plan->before, year))
    return TRUE;
  plan->year_record = ys_record_new (&ys_calendar_year_type);
  plan->year_record->year = YS_NUMBER (year);
  plan->year_record->source = g_strdup (plan->source);
  ys_work_calendar_set_known (plan->after, year);
  widen (plan, (YsDate){ (gint16)year, 1, 1 }, (YsDate){ (gint16)year, 12, 31 });
  return TRUE;
}

static gboolean
build_days (YsCalendarPlan *plan, YsLedger *ledger, GError **error)
{
  g_autoptr (GPtrArray) stored = ys_record_store_list (ledger, &ys_calendar_day_type, error);

  if (stored == NULL)
    return FALSE;
  if (plan->request == YS_CALENDAR_REQUEST_NOTICE)
    return build_notice (plan, stored, error);
  put_day (plan, find_record (stored, plan->date), plan->date, plan->mark, plan->name, plan->reason,
           NULL);
  return TRUE;
}

/* The row of its kind, changed; NULL in the plan when it stands so already. */
static gboolean
build_timetable (YsCalendarPlan *plan, YsLedger *ledger, GError **error)
{
  g_autoptr (GPtrArray) stored = ys_record_store_list (ledger, &ys_timetable_type, error);
  const YsTimetableRecord *found = NULL;
  YsTimetableRecord *record;

  for (guint i = 0; stored != NULL && i < stored->len; i++)
    if (((const YsTimetableRecord *)stored->pdata[i])->kind == plan->timetable.kind)
      found = stored->pdata[i];
  if (stored == NULL)
    return FALSE;
  /* No summer timetable, and there was none. */
  if (found == NULL && plan->timetable.sessions == NULL)
    return TRUE;
  record = ys_record_new (&ys_timetable_type);
  ys_record_copy (&ys_timetable_type, record, &plan->timetable);
  record->id = found ? found->id : 0;
  if (record->sessions == NULL)
    record->sessions = g_strdup (found->sessions);
  if (found != NULL && ys_record_equal (&ys_timetable_type, found, record))
    {
      ys_record_free (&ys_timetable_type, record);
      return TRUE;
    }
  plan->timetable_record = record;
  plan->from = G_MININT64;
  plan->to = G_MAXINT64;
  return ys_calendar_apply_timetable (plan->after, record, error);
}

static void
forget (YsCalendarPlan *plan)
{
  g_clear_pointer (&plan->before, ys_work_calendar_unref);
  g_clear_pointer (&plan->after, ys_work_calendar_unref);
  g_clear_pointer (&plan->day_records, g_ptr_array_unref);
  g_clear_pointer (&plan->days, g_ptr_array_unref);
  if (plan->year_record != NULL)
    ys_record_free (&ys_calendar_year_type, plan->year_record);
  if (plan->timetable_record != NULL)
    ys_record_free (&ys_timetable_type, plan->timetable_record);
  plan->year_record = NULL;
  plan->timetable_record = NULL;
  plan->n_same = 0;
  plan->from = G_MAXINT64;
  plan->to = G_MININT64;
  plan->day_records = g_ptr_array_new_with_free_func (free_day_record);
  plan->days = g_ptr_array_new_with_free_func (free_planned_day);
}

gboolean
ys_calendar_plan_build (YsCalendarPlan *plan, YsLedger *ledger, GError **error)
{
  forget (plan);
  plan->before = ys_work_time_calendar (ledger, error);
  if (plan->before == NULL)
    return FALSE;
  plan->after = ys_work_calendar_copy (plan->before);
  return (plan->request == YS_CALENDAR_REQUEST_TIMETABLE ? build_timetable (plan, ledger, error)
                                                         : build_days (plan, ledger, error))
         && ys_calendar_plan_find_moved (plan, ledger, error);
}

static gboolean
put (YsChange *change, const YsRecordType *type, gpointer record, GError **error)
{
  return YS_RECORD_ID (record) == 0 ? ys_change_insert (change, type, record, error)
                                    : ys_change_update (change, type, record, NULL, error);
}

static gboolean
move_finding (YsChange *change, YsLedger *ledger, const YsMovedDeadline *moved, GError **error)
{
  YsFinding *finding = ys_record_new (&ys_finding_type);
  gboolean done = ys_record_store_load (ledger, &ys_finding_type, moved->id, finding, error);

  finding->deadline = moved->after;
  finding->provisional = moved->is_provisional;
  done = done && ys_change_update (change, &ys_finding_type, finding, NULL, error);
  ys_record_free (&ys_finding_type, finding);
  return done;
}

static gboolean
move_case (YsChange *change, YsLedger *ledger, const YsMovedDeadline *moved, GError **error)
{
  YsCase *one = ys_record_new (&ys_case_type);
  gboolean done = ys_record_store_load (ledger, &ys_case_type, -moved->id, one, error);

  one->deadline = moved->after;
  one->provisional = moved->is_provisional;
  done = done && ys_change_update (change, &ys_case_type, one, NULL, error);
  ys_record_free (&ys_case_type, one);
  return done;
}

static gboolean
write_plan (YsCalendarPlan *plan, YsChange *change, YsLedger *ledger, GError **error)
{
  for (guint i = 0; i < plan->day_records->len; i++)
    if (!put (change, &ys_calendar_day_type, plan->day_records->pdata[i], error))
      return FALSE;
  if (plan->year_record != NULL && !put (change, &ys_calendar_year_type, plan->year_record, error))
    return FALSE;
  if (plan->timetable_record != NULL
      && !put (change, &ys_timetable_type, plan->timetable_record, error))
    return FALSE;
  for (guint i = 0; i < plan->moved->len; i++)
    {
      const YsMovedDeadline *moved = plan->moved->pdata[i];

      if (!(moved->id > 0 ? move_finding (change, ledger, moved, error)
                          : move_case (change, ledger, moved, error)))
        return FALSE;
    }
  return TRUE;
}

gboolean
ys_calendar_plan_apply (YsCalendarPlan *plan, YsLedger *ledger, gint64 *out_change, GError **error)
{
  g_autoptr (YsChange) change = NULL;

  g_return_val_if_fail (plan != NULL && ledger != NULL, FALSE);

  change = ys_change_begin (ledger, "calendar", error);
  return change != NULL && ys_calendar_plan_build (plan, ledger, error)
         && write_plan (plan, change, ledger, error)
         && ys_change_commit (change, out_change, error);
}
