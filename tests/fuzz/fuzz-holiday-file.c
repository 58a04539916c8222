/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a notice of holidays: refused with a sentence, or days by date, each once, of which
 * a calendar counts. */
#include "config.h"

#include "deadline.h"
#include "fuzz-input.h"

static void
check_day (const YsHolidayFile *file, guint i, YsWorkCalendar *calendar)
{
  const YsHolidayDay *day = g_ptr_array_index (file->days, i);

  g_assert_true (ys_date_is_full (day->date) && ys_date_is_valid (day->date));
  g_assert_cmpint (ABS (day->date.year - file->year), <=, 1);
  g_assert_true (day->mark == YS_DAY_OFF || day->mark == YS_DAY_WORK);
  g_assert_true (*day->name != '\0' && g_utf8_validate (day->name, -1, NULL));
  if (i > 0)
    g_assert_cmpint (ys_date_compare (((const YsHolidayDay *)g_ptr_array_index (file->days, i - 1))
                                          ->date,
                                      day->date),
                     <, 0);
  if (day->date.year <= 9998)
    ys_work_calendar_set_day (calendar, day->date, day->mark, day->name);
}

/* From the first named day on: the deadline is worked, and its working adds up. */
static void
check_deadline (const YsHolidayFile *file, const YsWorkCalendar *calendar)
{
  YsInstant from = ys_date_to_days (((const YsHolidayDay *)file->days->pdata[0])->date) * 86400;
  g_auto (YsDeadline) due = { 0 };
  gint64 minutes = 0;

  if (!ys_deadline_compute (calendar, from, (YsLimit){ 40, YS_LIMIT_HOURS }, NULL, 0, TRUE, &due))
    return;
  for (guint i = 0; i < due.spans->len; i++)
    minutes += (g_array_index (due.spans, YsWorkSpan, i).to
                - g_array_index (due.spans, YsWorkSpan, i).from)
               / 60;
  g_assert_cmpint (minutes, ==, 2400);
  g_assert_true (ys_work_calendar_day (calendar, ys_instant_to_date (due.deadline)).is_worked);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsHolidayFile) file = ys_holiday_file_read (bytes, &error);
  g_autoptr (YsWorkCalendar) calendar = NULL;

  if (file == NULL)
    {
      g_assert_true (error != NULL && error->domain == YS_CALENDAR_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (file->days->len, >, 0);
  calendar = ys_work_calendar_new ();
  for (guint i = 0; i < file->days->len; i++)
    check_day (file, i, calendar);
  if (file->year <= 9997)
    check_deadline (file, calendar);
  return 0;
}
