/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days and timetables: the built-in years against the notices' files read here by themselves, marks
 * by hand, and timetables as people write them. */
#include "config.h"

#include <string.h>

#include "work-calendar.h"

#define FIRST_YEAR 2015
#define LAST_YEAR 2026

/* date -> "off" or "work", by a scan for the two keys: not the program's own reader. */
static GHashTable *
scan_notices (void)
{
  GHashTable *days = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int year = FIRST_YEAR; year <= LAST_YEAR; year++)
    {
      g_autofree char *name = g_strdup_printf ("%d.json", year);
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "holiday-cn", name, NULL);
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      g_file_get_contents (path, &text, NULL, &error);
      g_assert_no_error (error);
      for (const char *p = text; (p = strstr (p, "\"date\": \"")) != NULL;)
        {
          char *date = g_strndup (p += strlen ("\"date\": \""), 10);

          p = strstr (p, "\"isOffDay\": ") + strlen ("\"isOffDay\": ");
          g_assert_false (g_hash_table_contains (days, date));
          g_hash_table_insert (days, date, g_str_has_prefix (p, "true") ? "off" : "work");
        }
    }
  return days;
}

static void
test_every_date (void)
{
  g_autoptr (YsWorkCalendar) calendar = ys_work_calendar_new ();
  g_autoptr (GHashTable) notices = scan_notices ();
  guint n_named = 0;

  g_assert_cmpuint (g_hash_table_size (notices), ==, 405);
  for (gint64 n = ys_date_to_days ((YsDate){ FIRST_YEAR, 1, 1 });
       n <= ys_date_to_days ((YsDate){ LAST_YEAR, 12, 31 }); n++)
    {
      YsDate date = ys_date_from_days (n);
      YsDay day = ys_work_calendar_day (calendar, date);
      g_autofree char *iso = ys_date_to_iso (date);
      const char *notice = g_hash_table_lookup (notices, iso);
      gboolean is_weekday = g_date_get_weekday (&(GDate){ .day = (guint)date.day,
                                                          .month = (guint)date.month,
                                                          .year = (guint)date.year,
                                                          .dmy = TRUE })
                            <= G_DATE_FRIDAY;

      g_assert_true (day.is_known);
      g_assert_cmpint (day.is_worked, ==, notice ? g_str_equal (notice, "work") : is_weekday);
      g_assert_cmpint (day.mark, ==,
                       !notice                        ? YS_DAY_PLAIN
                       : g_str_equal (notice, "work") ? YS_DAY_WORK
                                                      : YS_DAY_OFF);
      g_assert_cmpint (day.name != NULL, ==, notice != NULL);
      n_named += notice != NULL;
    }
  g_assert_cmpuint (n_named, ==, 405);
}

static void
test_unknown_years (void)
{
  g_autoptr (YsWorkCalendar) calendar = ys_work_calendar_new ();
  YsDay friday = ys_work_calendar_day (calendar, (YsDate){ 2027, 10, 1 });
  YsDay saturday = ys_work_calendar_day (calendar, (YsDate){ 2027, 10, 2 });

  g_assert_true (friday.is_worked);
  g_assert_false (friday.is_known);
  g_assert_false (saturday.is_worked);
  g_assert_false (ys_work_calendar_is_known (calendar, 2014));
  g_assert_false (ys_work_calendar_is_known (calendar, 2027));
  g_assert_false (ys_work_calendar_is_known (calendar, -1));
  g_assert_false (ys_work_calendar_is_known (calendar, 100000));
  ys_work_calendar_set_known (calendar, 2027);
  g_assert_true (ys_work_calendar_day (calendar, (YsDate){ 2027, 10, 1 }).is_known);
  /* A Monday and a Saturday at the two ends of the calendar. */
  g_assert_true (ys_work_calendar_day (calendar, (YsDate){ 1, 1, 1 }).is_worked);
  g_assert_true (ys_work_calendar_day (calendar, (YsDate){ 9998, 12, 31 }).is_worked);
  g_assert_false (ys_work_calendar_day (calendar, (YsDate){ 9998, 12, 26 }).is_worked);
}

static void
test_marks (void)
{
  g_autoptr (YsWorkCalendar) calendar = ys_work_calendar_new ();
  YsDate date = { 2027, 10, 2 }, holiday = { 2026, 10, 1 };

  ys_work_calendar_set_day (calendar, date, YS_DAY_WORK, "国庆节");
  g_autoptr (YsWorkCalendar) copy = ys_work_calendar_copy (calendar);
  YsDay day = ys_work_calendar_day (copy, date);
  g_assert_true (day.is_worked);
  g_assert_true (day.is_known);
  g_assert_cmpint (day.mark, ==, YS_DAY_WORK);
  g_assert_cmpstr (day.name, ==, "国庆节");
  g_assert_cmpstr (ys_work_calendar_day (copy, holiday).name, ==, "国庆节");
  g_assert_true (ys_work_calendar_is_known (copy, 2026));

  /* The later mark holds, in this calendar only. */
  ys_work_calendar_set_day (calendar, date, YS_DAY_OFF, NULL);
  g_assert_false (ys_work_calendar_day (calendar, date).is_worked);
  g_assert_null (ys_work_calendar_day (calendar, date).name);
  g_assert_true (ys_work_calendar_day (copy, date).is_worked);

  /* Plain beats what is built in: Thursday 1 October is a weekday again. */
  ys_work_calendar_set_day (calendar, holiday, YS_DAY_PLAIN, NULL);
  day = ys_work_calendar_day (calendar, holiday);
  g_assert_true (day.is_worked);
  g_assert_true (day.is_known);
  g_assert_cmpint (day.mark, ==, YS_DAY_PLAIN);
}

static void
test_summer (void)
{
  g_autoptr (YsWorkCalendar) calendar = ys_work_calendar_new ();
  g_autoptr (GError) error = NULL;
  YsTimetable winter;
  const struct
  {
    YsDate date;
    gboolean is_other;
  } rows[] = {
    { { 2026, 12, 14 }, FALSE }, { { 2026, 12, 15 }, TRUE }, { { 2026, 12, 31 }, TRUE },
    { { 2027, 1, 1 }, TRUE },    { { 2027, 2, 28 }, TRUE },  { { 2027, 3, 1 }, FALSE },
    { { 2028, 2, 29 }, TRUE },   { { 2027, 7, 1 }, FALSE },
  };

  g_assert_cmpuint (ys_timetable_minutes (
                        ys_work_calendar_timetable (calendar, (YsDate){ 2026, 7, 1 })),
                    ==, 420);
  g_assert_true (ys_timetable_from_text ("9:00-16:00", &winter, &error));
  /* Over new year, and its last day only exists in leap years. */
  g_assert_true (ys_work_calendar_set_summer (calendar, 12, 15, 2, 29, &winter, &error));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (ys_work_calendar_timetable (calendar, rows[i].date)->n_sessions, ==,
                     rows[i].is_other ? 1 : 2);
  g_assert_true (ys_work_calendar_set_summer (calendar, 0, 0, 0, 0, NULL, &error));
  g_assert_cmpint (ys_work_calendar_timetable (calendar, (YsDate){ 2027, 1, 1 })->n_sessions, ==,
                   2);

  g_assert_false (ys_work_calendar_set_summer (calendar, 6, 31, 9, 1, &winter, &error));
  g_assert_error (error, YS_CALENDAR_ERROR, YS_CALENDAR_ERROR_BAD);
  g_clear_error (&error);
  g_assert_false (ys_work_calendar_set_summer (calendar, 6, 15, 13, 1, &winter, &error));
  g_assert_error (error, YS_CALENDAR_ERROR, YS_CALENDAR_ERROR_BAD);
  g_clear_error (&error);
  winter.sessions[0].to = winter.sessions[0].from;
  g_assert_false (ys_work_calendar_set_summer (calendar, 6, 15, 9, 1, &winter, &error));
  g_assert_error (error, YS_CALENDAR_ERROR, YS_CALENDAR_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_false (ys_work_calendar_set_timetable (calendar, &winter, &error));
  g_assert_error (error, YS_CALENDAR_ERROR, YS_CALENDAR_ERROR_CONFLICT);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *written; /* NULL: refused */
  YsCalendarError error;
} TimetableCase;

static const TimetableCase timetable_cases[] = {
  { "default", "8:30-12:00 14:00-17:30", "8:30-12:00 14:00-17:30", 0 },
  { "comma", "8:30-12:00,14:00-17:30", "8:30-12:00 14:00-17:30", 0 },
  { "chinese", "8：30—12：00、14：00至17：30", "8:30-12:00 14:00-17:30", 0 },
  { "full-width", "０８：３０－１２：００，１４：００～１７：３０", "8:30-12:00 14:00-17:30", 0 },
  { "spaces", "  08:30 - 12:00   14:00 -17:30 ", "8:30-12:00 14:00-17:30", 0 },
  { "one", "9:00-17:00", "9:00-17:00", 0 },
  { "four", "1:00-2:00 3:00-4:00 5:00-6:00 7:00-8:00", "1:00-2:00 3:00-4:00 5:00-6:00 7:00-8:00",
    0 },
  { "five", "1:00-2:00 3:00-4:00 5:00-6:00 7:00-8:00 9:00-10:00", NULL, YS_CALENDAR_ERROR_BAD },
  { "meeting", "8:30-12:00 12:00-17:30", "8:30-12:00 12:00-17:30", 0 },
  { "whole-day", "0:00-24:00", "0:00-24:00", 0 },
  { "overlap", "8:30-12:00 11:59-17:30", NULL, YS_CALENDAR_ERROR_CONFLICT },
  { "wrong-order", "14:00-17:30 8:30-12:00", NULL, YS_CALENDAR_ERROR_CONFLICT },
  { "backwards", "12:00-8:30", NULL, YS_CALENDAR_ERROR_CONFLICT },
  { "no-time", "8:30-8:30", NULL, YS_CALENDAR_ERROR_CONFLICT },
  { "no-minute", "8-12", NULL, YS_CALENDAR_ERROR_BAD },
  { "minute-60", "8:60-12:00", NULL, YS_CALENDAR_ERROR_BAD },
  { "hour-25", "8:00-25:00", NULL, YS_CALENDAR_ERROR_BAD },
  { "after-midnight", "8:00-24:01", NULL, YS_CALENDAR_ERROR_BAD },
  { "three-digits", "8:300-12:00", NULL, YS_CALENDAR_ERROR_BAD },
  { "words", "morning", NULL, YS_CALENDAR_ERROR_BAD },
  { "half", "8:30-", NULL, YS_CALENDAR_ERROR_BAD },
  { "empty", "", NULL, YS_CALENDAR_ERROR_BAD },
  { "null", NULL, NULL, YS_CALENDAR_ERROR_BAD },
};

static void
test_timetable (gconstpointer data)
{
  const TimetableCase *c = data;
  g_autoptr (GError) error = NULL;
  YsTimetable timetable;

  if (!ys_timetable_from_text (c->text, &timetable, &error))
    {
      g_assert_null (c->written);
      g_assert_error (error, YS_CALENDAR_ERROR, (int)c->error);
      return;
    }
  g_autofree char *written = ys_timetable_to_text (&timetable);
  g_assert_cmpstr (written, ==, c->written);
}

static void
test_minutes (void)
{
  YsTimetable timetable;

  g_assert_true (ys_timetable_from_text ("8:30-12:00 14:00-17:30", &timetable, NULL));
  g_assert_cmpuint (ys_timetable_minutes (&timetable), ==, 420);
  g_assert_true (ys_timetable_from_text ("0:00-24:00", &timetable, NULL));
  g_assert_cmpuint (ys_timetable_minutes (&timetable), ==, 1440);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/work-calendar/every-date", test_every_date);
  g_test_add_func ("/rules/work-calendar/unknown-years", test_unknown_years);
  g_test_add_func ("/rules/work-calendar/marks", test_marks);
  g_test_add_func ("/rules/work-calendar/summer", test_summer);
  g_test_add_func ("/rules/work-calendar/minutes", test_minutes);
  for (guint i = 0; i < G_N_ELEMENTS (timetable_cases); i++)
    {
      g_autofree char *path
          = g_strconcat ("/rules/work-calendar/timetable/", timetable_cases[i].name, NULL);

      g_test_add_data_func (path, &timetable_cases[i], test_timetable);
    }
  return g_test_run ();
}
