/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notices as holiday-cn files: what is read, and every way in which one is refused. */
#include "config.h"

#include <string.h>

#include "work-calendar.h"

static YsHolidayFile *
read_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return ys_holiday_file_read (bytes, error);
}

static YsHolidayFile *
read_year (int year)
{
  g_autofree char *name = g_strdup_printf ("%d.json", year);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "holiday-cn", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsHolidayFile) file = NULL;
  g_autofree char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  file = read_text (text, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&file);
}

/* Each file read again and put over the built-in table changes no day. */
static void
test_built_in (void)
{
  g_autoptr (YsWorkCalendar) calendar = ys_work_calendar_new ();
  guint n = 0;

  for (int year = 2015; year <= 2026; year++)
    {
      g_autoptr (YsHolidayFile) file = read_year (year);

      g_assert_cmpint (file->year, ==, year);
      for (guint i = 0; i < file->days->len; i++, n++)
        {
          const YsHolidayDay *day = g_ptr_array_index (file->days, i);
          YsDay known = ys_work_calendar_day (calendar, day->date);

          g_assert_cmpint (known.mark, ==, day->mark);
          g_assert_cmpstr (known.name, ==, day->name);
        }
    }
  g_assert_cmpuint (n, ==, 405);
}

/* 29 to 31 December 2018 stand in the notice of 2019. */
static void
test_other_year (void)
{
  g_autoptr (YsHolidayFile) file = read_year (2019);
  const YsHolidayDay *first = g_ptr_array_index (file->days, 0);

  g_assert_cmpuint (file->days->len, ==, 31);
  g_assert_true (ys_date_equal (first->date, (YsDate){ 2018, 12, 29 }));
  g_assert_cmpint (first->mark, ==, YS_DAY_WORK);
  g_assert_cmpstr (first->name, ==, "元旦");
}

#define DAY(date, off) "{\"name\":\"春节\",\"date\":\"" date "\",\"isOffDay\":" off "}"
#define FILE_OF(days) "{\"year\":2027,\"days\":[" days "]}"

/* In any order; twice the same counts once; what is unknown is passed over. */
static void
test_lenient (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsHolidayFile) file
      = read_text ("{\"papers\":[[]],\"days\":[" DAY ("2028-01-01", "true") "," DAY (
                       "2027-02-06", "true") "," DAY ("2027-02-06",
                                                      "true") "," DAY ("2026-12-31",
                                                                       "false") "],\"year\":2027}",
                   &error);

  g_assert_no_error (error);
  g_assert_cmpuint (file->days->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const YsHolidayDay *day = g_ptr_array_index (file->days, i);

      g_assert_cmpint (day->date.year, ==, 2026 + (int)i);
    }
}

typedef struct
{
  const char *name;
  const char *text;
  YsCalendarError error;
  const char *says; /* part of the message: where the fault is */
} RefusedCase;

static const RefusedCase refused_cases[] = {
  { "empty", "", YS_CALENDAR_ERROR_BAD, "empty" },
  { "spaces", "   ", YS_CALENDAR_ERROR_BAD, "JSON object" },
  { "words", "\n\nholidays", YS_CALENDAR_ERROR_BAD, "line 3" },
  { "cut-off", "{\"year\":2027,\"days\":[", YS_CALENDAR_ERROR_BAD, "JSON" },
  { "no-utf-8", "{\"year\":2027,\"days\":\"\xc3\xff\"}", YS_CALENDAR_ERROR_BAD, "UTF-8" },
  { "list", "[1,2]", YS_CALENDAR_ERROR_BAD, "object" },
  { "no-year", "{\"days\":[" DAY ("2027-02-06", "true") "]}", YS_CALENDAR_ERROR_BAD, "year" },
  { "year-in-quotes", "{\"year\":\"2027\",\"days\":[]}", YS_CALENDAR_ERROR_BAD, "year" },
  { "year-1969", "{\"year\":1969,\"days\":[]}", YS_CALENDAR_ERROR_BAD, "year" },
  { "year-9999", "{\"year\":9999,\"days\":[]}", YS_CALENDAR_ERROR_BAD, "year" },
  { "no-days", "{\"year\":2027}", YS_CALENDAR_ERROR_BAD, "days" },
  { "days-no-list", "{\"year\":2027,\"days\":{}}", YS_CALENDAR_ERROR_BAD, "days" },
  /* The project keeps such a file for a year before its notice: the year is not known by it. */
  { "days-empty", FILE_OF (""), YS_CALENDAR_ERROR_BAD, "0 days" },
  { "day-no-object", FILE_OF ("3"), YS_CALENDAR_ERROR_BAD, "Day 1" },
  { "day-null", FILE_OF (DAY ("2027-02-06", "true") ",null"), YS_CALENDAR_ERROR_BAD, "Day 2" },
  { "no-date", FILE_OF ("{\"name\":\"春节\",\"isOffDay\":true}"), YS_CALENDAR_ERROR_BAD, "Day 1" },
  { "date-of-a-month", FILE_OF (DAY ("2027-02", "true")), YS_CALENDAR_ERROR_BAD, "Day 1" },
  { "date-that-is-none", FILE_OF (DAY ("2027-02-29", "true")), YS_CALENDAR_ERROR_BAD, "Day 1" },
  { "date-of-another-year", FILE_OF (DAY ("2029-01-01", "true")), YS_CALENDAR_ERROR_BAD,
    "2029-01-01" },
  { "no-is-off-day", FILE_OF ("{\"name\":\"春节\",\"date\":\"2027-02-06\"}"), YS_CALENDAR_ERROR_BAD,
    "isOffDay" },
  { "is-off-day-in-quotes", FILE_OF (DAY ("2027-02-06", "\"true\"")), YS_CALENDAR_ERROR_BAD,
    "isOffDay" },
  { "no-name", FILE_OF ("{\"date\":\"2027-02-06\",\"isOffDay\":true}"), YS_CALENDAR_ERROR_BAD,
    "name" },
  { "off-and-work", FILE_OF (DAY ("2027-02-06", "true") "," DAY ("2027-02-06", "false")),
    YS_CALENDAR_ERROR_CONFLICT, "2027-02-06" },
};

static void
test_refused (gconstpointer data)
{
  const RefusedCase *c = data;
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text (c->text, &error));
  g_assert_error (error, YS_CALENDAR_ERROR, (int)c->error);
  g_assert_nonnull (strstr (error->message, c->says));
}

/* A parser that calls itself would overrun its stack. */
static void
test_deep (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strnfill (500000, '[');

  g_assert_null (read_text (text, &error));
  g_assert_error (error, YS_CALENDAR_ERROR, YS_CALENDAR_ERROR_BAD);
}

static void
test_large (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strnfill (1024 * 1024 + 1, ' ');
  g_autoptr (GString) many = g_string_new ("{\"year\":2027,\"days\":[");

  g_assert_null (read_text (text, &error));
  g_assert_error (error, YS_CALENDAR_ERROR, YS_CALENDAR_ERROR_BAD);
  g_clear_error (&error);
  for (int i = 0; i < 401; i++)
    g_string_append_printf (many, "%s" DAY ("2027-02-06", "true"), i > 0 ? "," : "");
  g_string_append (many, "]}");
  g_assert_null (read_text (many->str, &error));
  g_assert_error (error, YS_CALENDAR_ERROR, YS_CALENDAR_ERROR_BAD);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/holiday-file/built-in", test_built_in);
  g_test_add_func ("/rules/holiday-file/other-year", test_other_year);
  g_test_add_func ("/rules/holiday-file/lenient", test_lenient);
  for (guint i = 0; i < G_N_ELEMENTS (refused_cases); i++)
    {
      g_autofree char *path
          = g_strconcat ("/rules/holiday-file/refused/", refused_cases[i].name, NULL);

      g_test_add_data_func (path, &refused_cases[i], test_refused);
    }
  g_test_add_func ("/rules/holiday-file/deep", test_deep);
  g_test_add_func ("/rules/holiday-file/large", test_large);
  return g_test_run ();
}
