/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calendar against GLib's, and the forms in which clerks write dates. */
#include "config.h"

#include "date.h"

#include <string.h>

static const YsDate reference = { 2026, 11, 21 };

typedef struct
{
  const char *text;
  YsDateReading reading;
  const char *iso;    /* NULL: unknown */
  const char *reason; /* whole sentence; NULL: not compared */
} ReadCase;

#define OK YS_DATE_READ_OK
#define DOUBTFUL YS_DATE_READ_DOUBTFUL
#define BAD YS_DATE_READ_BAD

static const ReadCase read_cases[] = {
  { "", YS_DATE_READ_EMPTY, NULL, NULL },
  { " 　", YS_DATE_READ_EMPTY, NULL, NULL },
  { "2020.9.15", OK, "2020-09-15", NULL },
  { "2020-9-15", OK, "2020-09-15", NULL },
  { "2020/9/15", OK, "2020-09-15", NULL },
  { "2020-09-15", OK, "2020-09-15", NULL },
  { "2020年9月15日", OK, "2020-09-15", NULL },
  { "2020年9月15号", OK, "2020-09-15", NULL },
  { "2020年9月15", OK, "2020-09-15", NULL },
  { "2020 年 9 月 15 日", OK, "2020-09-15", NULL },
  { "２０２０．９．１５", OK, "2020-09-15", NULL },
  { "２０２０年９月１５日", OK, "2020-09-15", NULL },
  { "2020－9－15", OK, "2020-09-15", NULL },
  { "2020。9。15", OK, "2020-09-15", NULL },
  { "2020 9 15", OK, "2020-09-15", NULL },
  { "2020年9月", OK, "2020-09", NULL },
  { "2020年9月份", OK, "2020-09", NULL },
  { "2020年9月底", OK, "2020-09", NULL },
  { "2020年9月上旬", OK, "2020-09", NULL },
  { "2020.9", OK, "2020-09", NULL },
  { "2020.9月", OK, "2020-09", NULL },
  { "2020-12", OK, "2020-12", NULL },
  { "20200915", OK, "2020-09-15", NULL },
  { "202009", OK, "2020-09", NULL },
  { "2020", OK, "2020", NULL },
  { "2020年", OK, "2020", NULL },
  { "2020年底", OK, "2020", NULL },
  { "2020-02-29", OK, "2020-02-29", NULL },
  { "2020-09-15 00:00:00", OK, "2020-09-15", NULL },
  { "2020-09-15T08:30", OK, "2020-09-15", NULL },
  { "2020年9月15日（星期二）", OK, "2020-09-15", NULL },
  /* A month without a year is the last one not after the reference day. */
  { "9月底", DOUBTFUL, "2026-09",
    "The year is missing and was taken as in 2026-09. Write the year too." },
  { "11月", DOUBTFUL, "2026-11", NULL },
  { "12月", DOUBTFUL, "2025-12", NULL },
  { "11月15日", DOUBTFUL, "2026-11-15", NULL },
  { "11月21日", DOUBTFUL, "2026-11-21", NULL },
  { "11月22日", DOUBTFUL, "2025-11-22", NULL },
  { "2月29日", DOUBTFUL, "2024-02-29", NULL },
  { "9.15", DOUBTFUL, "2026-09-15", NULL },
  /* Two digits of a year. */
  { "20.9.15", DOUBTFUL, "2020-09-15",
    "The year has two digits and was read as in 2020-09-15. Write all four." },
  { "20年9月", DOUBTFUL, "2020-09", NULL },
  { "98.5.1", DOUBTFUL, "1998-05-01", NULL },
  { "26.1.1", DOUBTFUL, "2026-01-01", NULL },
  { "27.1.1", DOUBTFUL, "1927-01-01", NULL },
  { "00.5.1", DOUBTFUL, "2000-05-01", NULL },
  { "20.9", DOUBTFUL, "2020-09", NULL },
  { "200915", DOUBTFUL, "2020-09-15", NULL },
  /* What a spreadsheet makes of dates. */
  { "45231", DOUBTFUL, "2023-11-01",
    "This may be a spreadsheet's day number, read as 2023-11-01. Write it as a date." },
  { "45231.5", DOUBTFUL, "2023-11-01", NULL },
  { "2020.1", DOUBTFUL, "2020-01",
    "Read as 2020-01. If October is meant, write 10 for the month." },
  { "2020.10", OK, "2020-10", NULL },
  { "2020.01", OK, "2020-01", NULL },
  { "1820-01-01", DOUBTFUL, "1820-01-01", "The year in 1820-01-01 is unlikely. Check it." },
  { "2202-09-15", DOUBTFUL, "2202-09-15", NULL },
  { "2020年9月起", DOUBTFUL, "2020-09",
    "Only a part was read, as 2020-09. Move the other words to the remark." },
  { "2020年上半年", DOUBTFUL, "2020", NULL },
  { "2019-13-01", BAD, NULL, "There is no month 13. Write 2019-12-01, or only 2019-12." },
  { "2019-13", BAD, NULL, "There is no month 13. Write 2019-12, or only 2019." },
  { "2019年0月", BAD, NULL, "There is no month 0. Write 2019-01, or only 2019." },
  { "201913", BAD, NULL, "There is no month 13. Write 2019-12, or only 2019." },
  { "20191301", BAD, NULL, "There is no month 13. Write 2019-12-01, or only 2019-12." },
  { "2020-02-30", BAD, NULL, "2020-02 has only 29 days. Write 2020-02-29, or only 2020-02." },
  { "2021年2月29日", BAD, NULL, "2021-02 has only 28 days. Write 2021-02-28, or only 2021-02." },
  { "2021-04-31", BAD, NULL, "2021-04 has only 30 days. Write 2021-04-30, or only 2021-04." },
  { "2021-04-00", BAD, NULL, "There is no day 0. Write 2021-04-01, or only 2021-04." },
  { "2月30日", BAD, NULL, NULL },
  { "13月", BAD, NULL, NULL },
  { "0000-01-01", BAD, NULL, NULL },
  { "不详", BAD, NULL, "“不详” is no date. Write it like 2019-12-01, or only 2019-12." },
  { "约2020年", BAD, NULL, NULL },
  { "15日", BAD, NULL, NULL },
  { "2020915", BAD, NULL, NULL },
  { "20209", BAD, NULL, NULL },
  { "9/15/2020", BAD, NULL, NULL },
  { "2018.6-2021.5", BAD, NULL, NULL },
  { "2018-2021", BAD, NULL, NULL },
  { "2020-9-15-1", BAD, NULL, NULL },
  { "2020.", BAD, NULL, NULL },
  { "2020--9", BAD, NULL, NULL },
  { "2020月9年", BAD, NULL, NULL },
  { "99999", BAD, NULL, NULL },
  { "12", BAD, NULL, NULL },
  { "8:30", BAD, NULL, NULL },
};

static void
test_read (gconstpointer data)
{
  const ReadCase *row = data;
  g_autofree char *reason = NULL, *iso = NULL;
  YsDate date = { 1, 1, 1 }, same;
  YsDateReading reading = ys_date_read (row->text, reference, &date, &reason);

  iso = ys_date_to_iso (date);
  g_assert_cmpint (reading, ==, row->reading);
  g_assert_cmpstr (iso, ==, row->iso);
  g_assert_cmpint (reason != NULL, ==, reading == DOUBTFUL || reading == BAD);
  if (row->reason != NULL)
    g_assert_cmpstr (reason, ==, row->reason);
  /* The reason is optional. */
  g_assert_cmpint (ys_date_read (row->text, reference, &same, NULL), ==, reading);
  g_assert_true (ys_date_equal (date, same));
}

static void
test_read_null (void)
{
  YsDate date = reference;

  g_assert_cmpint (ys_date_read (NULL, reference, &date, NULL), ==, YS_DATE_READ_EMPTY);
  g_assert_false (ys_date_is_known (date));
}

/* Whatever the bytes, the answer is one of four and the date is valid. */
static void
test_read_anything (void)
{
  static const char *const pieces[]
      = { "2020", "9",  "13", "0", "31", ".", "-",  "/",    "年", "月",
          "日",   "底", " ",  "T", ":",  "4", "８", "\xff", "约", "\n" };

  for (int i = 0; i < 50000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *reason = NULL;
      int n = g_test_rand_int_range (0, 9);
      YsDate date;
      YsDateReading reading;

      for (int j = 0; j < n; j++)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      reading = ys_date_read (text->str, reference, &date, &reason);
      g_assert_true (ys_date_is_valid (date));
      g_assert_cmpint (ys_date_is_known (date), ==, reading == OK || reading == DOUBTFUL);
      g_assert_cmpint (reason != NULL, ==, reading == BAD || reading == DOUBTFUL);
    }
}

/* Every written form of a day reads back as that day. */
static void
test_read_back (void)
{
  static const char *const forms[]
      = { "%d.%d.%d", "%d-%d-%d", "%d/%d/%d", "%d年%d月%d日", "%04d%02d%02d", "%04d-%02d-%02d" };
  YsDate first = { 1990, 1, 1 };

  for (gint64 day = ys_date_to_days (first); day <= ys_date_to_days (reference); day += 7)
    {
      YsDate expected = ys_date_from_days (day);
      const char *form = forms[day / 7 % G_N_ELEMENTS (forms)];
      g_autofree char *text = NULL;
      YsDate date;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      text = g_strdup_printf (form, expected.year, expected.month, expected.day);
#pragma GCC diagnostic pop
      g_assert_cmpint (ys_date_read (text, reference, &date, NULL), ==, OK);
      g_assert_true (ys_date_equal (date, expected));
    }
}

/* All days from 1 to 9999 against GLib's own calendar. */
static void
test_days (void)
{
  GDate other;
  YsDate first = { 1, 1, 1 }, last = { 9999, 12, 31 };
  gint64 from = ys_date_to_days (first), to = ys_date_to_days (last);

  g_assert_cmpint (from, ==, -719162);
  g_assert_cmpint (to, ==, 2932896);
  g_date_clear (&other, 1);
  for (gint64 day = from; day <= to; day++)
    {
      YsDate date = ys_date_from_days (day);

      g_date_set_julian (&other, (guint32)(day - from + 1));
      if (date.year != g_date_get_year (&other) || date.month != (int)g_date_get_month (&other)
          || date.day != g_date_get_day (&other) || ys_date_to_days (date) != day
          || ys_date_weekday (date) != (int)g_date_get_weekday (&other))
        g_error ("day %" G_GINT64_FORMAT " is wrong", day);
    }
  g_assert_false (ys_date_is_known (ys_date_from_days (from - 1)));
  g_assert_false (ys_date_is_known (ys_date_from_days (to + 1)));
  g_assert_false (ys_date_is_known (ys_date_add_days (first, -1)));
  g_assert_false (ys_date_is_known (ys_date_add_days (last, G_MAXINT64)));
}

static void
test_iso_round_trip (void)
{
  for (int i = 0; i < 20000; i++)
    {
      YsDate date = ys_date_from_days (g_test_rand_int_range (-719162, 2932897)), back;
      g_autofree char *iso = NULL;

      if (i % 3 > 0)
        date.day = 0;
      if (i % 3 > 1)
        date.month = 0;
      iso = ys_date_to_iso (date);
      g_assert_true (ys_date_from_iso (iso, &back));
      g_assert_true (ys_date_equal (date, back));
    }
}

static void
test_iso_refused (void)
{
  static const char *const bad[]
      = { "",         "2020-9-15",  "2020-09-15 ", " 2020",    "2020-00",          "2020-09-00",
          "2020-13",  "2021-02-29", "0000",        "20200915", "2020-09-15T00:00", "2020-",
          "２０２０", "-020" };
  YsDate date = reference;

  g_assert_false (ys_date_from_iso (NULL, &date));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      date = reference;
      g_assert_false (ys_date_from_iso (bad[i], &date));
      g_assert_false (ys_date_is_known (date));
    }
}

static void
test_chinese (void)
{
  YsDate month = { 2020, 9, 0 }, year = { 2020, 0, 0 };
  g_autofree char *a = ys_date_to_chinese (reference), *b = ys_date_to_chinese (month);
  g_autofree char *c = ys_date_to_chinese (year), *d = ys_date_to_chinese (YS_DATE_UNKNOWN);
  g_autofree char *none = ys_date_to_iso (YS_DATE_UNKNOWN);

  g_assert_cmpstr (a, ==, "2026年11月21日");
  g_assert_cmpstr (b, ==, "2020年9月");
  g_assert_cmpstr (c, ==, "2020年");
  g_assert_cmpstr (d, ==, "");
  g_assert_null (none);
}

/* Unknown last, a month before its days. */
static void
test_compare (void)
{
  static const char *const sorted[]
      = { "2019", "2019-12-31", "2020", "2020-01", "2020-01-01", "2020-09", "2020-09-15", NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (sorted); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (sorted); j++)
      {
        YsDate a, b;

        ys_date_from_iso (sorted[i], &a);
        ys_date_from_iso (sorted[j], &b);
        g_assert_cmpint (ys_date_compare (a, b), ==, (i > j) - (i < j));
        g_assert_cmpint (ys_date_equal (a, b), ==, i == j);
      }
}

static void
test_valid (void)
{
  static const struct
  {
    YsDate date;
    gboolean valid;
  } rows[] = {
    { { 0, 0, 0 }, TRUE },      { { 2020, 0, 0 }, TRUE },   { { 2020, 2, 29 }, TRUE },
    { { 2100, 2, 29 }, FALSE }, { { 2000, 2, 29 }, TRUE },  { { 2020, 0, 1 }, FALSE },
    { { 0, 5, 0 }, FALSE },     { { 2020, 13, 0 }, FALSE }, { { 10000, 1, 1 }, FALSE },
    { { -1, 0, 0 }, FALSE },    { { 2020, 4, 31 }, FALSE }, { { 2020, 1, -1 }, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (ys_date_is_valid (rows[i].date), ==, rows[i].valid);
}

static const struct
{
  double serial;
  gboolean date_1904;
  const char *iso;
} serials[] = {
  { 1, FALSE, "1900-01-01" },
  { 59, FALSE, "1900-02-28" },
  { 60, FALSE, NULL },
  { 61, FALSE, "1900-03-01" },
  { 45231, FALSE, "2023-11-01" },
  { 45231.999, FALSE, "2023-11-01" },
  { 25569, FALSE, "1970-01-01" },
  { 2958465, FALSE, "9999-12-31" },
  { 2958466, FALSE, NULL },
  { 0, FALSE, NULL },
  { -1, FALSE, NULL },
  { 0, TRUE, "1904-01-01" },
  { 43769, TRUE, "2023-11-01" },
  { 2957003, TRUE, "9999-12-31" },
  { 2957004, TRUE, NULL },
};

static void
test_serial (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (serials); i++)
    {
      YsDate date = ys_date_from_serial (serials[i].serial, serials[i].date_1904);
      g_autofree char *iso = ys_date_to_iso (date);

      g_assert_cmpstr (iso, ==, serials[i].iso);
    }
  g_assert_false (ys_date_is_known (ys_date_from_serial (g_strtod ("nan", NULL), FALSE)));
  for (gint64 serial = 1; serial <= 2958465; serial += serial < 100 ? 1 : 37)
    if (serial != 60)
      g_assert_cmpint (ys_date_to_serial (ys_date_from_serial ((double)serial, FALSE)), ==, serial);
}

/* The machine's zone is America/Lima in the tests: only Shanghai may show. */
static void
test_instant (void)
{
  static const struct
  {
    const char *text;
    gint64 instant;
    const char *iso;
  } rows[] = {
    { "2026-10-15T08:30", 1792024200, "2026-10-15T08:30" },
    { "2026-10-15", 1791993600, "2026-10-15T00:00" },
    { "1970-01-01T08:01", 60, "1970-01-01T08:01" },
    { "1969-12-31T23:59", -28860, "1969-12-31T23:59" },
    { "9999-12-31T23:59", G_GINT64_CONSTANT (253402271940), "9999-12-31T23:59" },
  };
  static const char *const bad[] = { "",
                                     "2026-10",
                                     "2026-10-15T",
                                     "2026-10-15T24:00",
                                     "2026-10-15T08:60",
                                     "2026-10-15 08:30",
                                     "2026-10-15T8:30",
                                     "2026-10-15T08:30:00",
                                     "2026-02-30T08:30" };
  gint64 instant = 1;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *iso = NULL;

      g_assert_true (ys_instant_from_iso (rows[i].text, &instant));
      g_assert_cmpint (instant, ==, rows[i].instant);
      iso = ys_instant_to_iso (instant);
      g_assert_cmpstr (iso, ==, rows[i].iso);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_false (ys_instant_from_iso (bad[i], &instant));
      g_assert_cmpint (instant, ==, 0);
    }
  g_assert_null (ys_instant_to_iso (0));
  g_assert_null (ys_instant_to_iso (G_MAXINT64));
  g_assert_null (ys_instant_to_iso (G_MININT64));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (read_cases); i++)
    {
      g_autofree char *name = g_uri_escape_string (read_cases[i].text, NULL, TRUE);
      g_autofree char *path = g_strdup_printf ("/base/date/read/%u-%s", (guint)i, name);

      g_test_add_data_func (path, &read_cases[i], test_read);
    }
  g_test_add_func ("/base/date/read-null", test_read_null);
  g_test_add_func ("/base/date/read-anything", test_read_anything);
  g_test_add_func ("/base/date/read-back", test_read_back);
  g_test_add_func ("/base/date/days", test_days);
  g_test_add_func ("/base/date/iso/round-trip", test_iso_round_trip);
  g_test_add_func ("/base/date/iso/refused", test_iso_refused);
  g_test_add_func ("/base/date/chinese", test_chinese);
  g_test_add_func ("/base/date/compare", test_compare);
  g_test_add_func ("/base/date/valid", test_valid);
  g_test_add_func ("/base/date/serial", test_serial);
  g_test_add_func ("/base/date/instant", test_instant);
  return g_test_run ();
}
