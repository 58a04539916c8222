/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The engine against a clock that ticks minute by minute over a strip of worked minutes, painted
 * here from the notices' files and a wall calendar by GLib; and the laws that every deadline keeps.
 */
#include "config.h"

#include <string.h>

#include "deadline.h"

#define FIRST_YEAR 2015
#define LAST_YEAR 2027 /* without a notice: everything in it is provisional */
#define N_PAIRS 100000
#define DAY 1440

/* Minutes since 2015-01-01T00:00 in Shanghai. */
typedef struct
{
  guint8 *worked;
  guint8 *worked_day;
  gint64 n_days;
  gint64 n_minutes;
  YsInstant origin;
} Strip;

static void
paint_day (Strip *strip, gint64 day, gboolean is_worked)
{
  memset (strip->worked + day * DAY, 0, DAY);
  strip->worked_day[day] = is_worked;
  if (!is_worked)
    return;
  memset (strip->worked + day * DAY + 8 * 60 + 30, 1, 12 * 60 - (8 * 60 + 30));
  memset (strip->worked + day * DAY + 14 * 60, 1, 17 * 60 + 30 - 14 * 60);
}

static void
paint_notice (Strip *strip, int year)
{
  g_autofree char *name = g_strdup_printf ("%d.json", year);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "holiday-cn", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GDate) first = g_date_new_dmy (1, G_DATE_JANUARY, FIRST_YEAR);
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  for (const char *p = text; (p = strstr (p, "\"date\": \"")) != NULL;)
    {
      g_autoptr (GDate) date = g_date_new ();
      g_autofree char *iso = g_strndup (p += strlen ("\"date\": \""), 10);

      g_date_set_parse (date, iso);
      g_assert_true (g_date_valid (date));
      p = strstr (p, "\"isOffDay\": ") + strlen ("\"isOffDay\": ");
      paint_day (strip, g_date_days_between (first, date), !g_str_has_prefix (p, "true"));
    }
}

static Strip *
paint_strip (void)
{
  Strip *strip = g_new0 (Strip, 1);
  g_autoptr (GDate) first = g_date_new_dmy (1, G_DATE_JANUARY, FIRST_YEAR);
  g_autoptr (GDate) end = g_date_new_dmy (1, G_DATE_JANUARY, LAST_YEAR + 1);
  g_autoptr (GDate) date = g_date_new_dmy (1, G_DATE_JANUARY, FIRST_YEAR);

  strip->n_days = g_date_days_between (first, end);
  strip->n_minutes = strip->n_days * DAY;
  strip->worked = g_malloc0 ((gsize)strip->n_minutes);
  strip->worked_day = g_malloc0 ((gsize)strip->n_days);
  /* 16:00 of the day before in Greenwich. */
  strip->origin = G_GINT64_CONSTANT (1420041600);
  for (gint64 day = 0; day < strip->n_days; day++, g_date_add_days (date, 1))
    paint_day (strip, day, g_date_get_weekday (date) <= G_DATE_FRIDAY);
  for (int year = FIRST_YEAR; year < LAST_YEAR; year++)
    paint_notice (strip, year);
  return strip;
}

static void
free_strip (Strip *strip)
{
  g_free (strip->worked);
  g_free (strip->worked_day);
  g_free (strip);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Strip, free_strip)

static YsInstant
instant_of (const Strip *strip, gint64 minute)
{
  return strip->origin + minute * 60;
}

/* In minutes; @to 0: none. */
typedef struct
{
  gint64 from;
  gint64 to;
} Stop;

static gboolean
stands (const Stop *stops, guint n_stops, gint64 minute)
{
  for (guint i = 0; i < n_stops; i++)
    if (minute >= stops[i].from && minute < stops[i].to)
      return TRUE;
  return FALSE;
}

/* Ticks @left worked minutes; the deadline is the end of the last one. */
static gint64
tick (const Strip *strip, gint64 minute, gint64 left, const Stop *stops, guint n_stops)
{
  if (n_stops == 0)
    {
      for (; left > 0 && minute < strip->n_minutes; minute++)
        left -= strip->worked[minute];
      return left == 0 ? minute : -1;
    }
  for (; left > 0 && minute < strip->n_minutes; minute++)
    if (strip->worked[minute] && !stands (stops, n_stops, minute))
      left--;
  return left == 0 ? minute : -1;
}

/* Days: from the midnight after the issue, all the minutes of N worked days. */
static gint64
slow_deadline (const Strip *strip, gint64 from, YsLimit limit, const Stop *stops, guint n_stops)
{
  gint64 left = 0, day = from / DAY + 1;

  if (limit.unit == YS_LIMIT_HOURS)
    return tick (strip, from, limit.amount * 60, stops, n_stops);
  from = day * DAY;
  for (gint64 n = limit.amount; n > 0; day++)
    {
      if (day >= strip->n_days)
        return -1;
      n -= strip->worked_day[day];
      for (gint64 minute = day * DAY; minute < (day + 1) * DAY; minute++)
        left += strip->worked[minute];
    }
  return tick (strip, from, left, stops, n_stops);
}

static YsLimit
random_limit (GRand *rand)
{
  YsLimit limit = { 0, g_rand_boolean (rand) ? YS_LIMIT_HOURS : YS_LIMIT_DAYS };
  int kind = g_rand_int_range (rand, 0, 100);

  if (limit.unit == YS_LIMIT_DAYS)
    limit.amount = g_rand_int_range (rand, 1, kind < 90 ? 6 : kind < 99 ? 31 : 400);
  else
    limit.amount = g_rand_int_range (rand, 1, kind < 90 ? 25 : kind < 99 ? 100 : 1000);
  return limit;
}

static guint
random_stops (GRand *rand, gint64 from, Stop *stops)
{
  guint n = g_rand_int_range (rand, 0, 10) < 8 ? 0 : (guint)g_rand_int_range (rand, 1, 4);

  for (guint i = 0; i < n; i++)
    {
      stops[i].from = from + g_rand_int_range (rand, i == 0 ? -DAY : 0, 4 * DAY);
      stops[i].to = stops[i].from + g_rand_int_range (rand, 1, 5 * DAY);
      from = stops[i].to;
    }
  return n;
}

/* Half at any minute, half at a minute where something begins or ends. */
static gint64
random_start (GRand *rand, const Strip *strip)
{
  static const int edges[]
      = { 0, 509, 510, 511, 719, 720, 721, 839, 840, 841, 1049, 1050, 1051, 1439 };
  gint64 days = strip->n_days - 366;
  gint64 day = (gint64)g_rand_int_range (rand, 2, (int)days);

  if (g_rand_boolean (rand))
    return day * DAY + edges[g_rand_int_range (rand, 0, G_N_ELEMENTS (edges))];
  return day * DAY + g_rand_int_range (rand, 0, DAY);
}

static void
test_pairs (void)
{
  g_autoptr (Strip) strip = paint_strip ();
  g_autoptr (YsWorkCalendar) calendar = ys_work_calendar_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261015);
  gint64 unknown_day = strip->n_days - 365;
  guint n_paused = 0, n_provisional = 0, n_beyond = 0;

  for (int i = 0; i < N_PAIRS; i++)
    {
      gint64 from = random_start (rand, strip);
      YsLimit limit = random_limit (rand);
      Stop stops[4] = { 0 };
      YsPause pauses[4] = { 0 };
      guint n = random_stops (rand, from, stops);
      gint64 slow = slow_deadline (strip, from, limit, stops, n);
      YsDeadline due;

      for (guint k = 0; k < n; k++)
        pauses[k] = (YsPause){ instant_of (strip, stops[k].from), instant_of (strip, stops[k].to) };
      g_assert_true (
          ys_deadline_compute (calendar, instant_of (strip, from), limit, pauses, n, FALSE, &due));
      if (slow < 0)
        {
          n_beyond++;
          continue;
        }
      if (due.deadline != instant_of (strip, slow))
        g_error ("from minute %" G_GINT64_FORMAT ", limit %" G_GINT64_FORMAT
                 " of unit %d: %" G_GINT64_FORMAT " is not %" G_GINT64_FORMAT,
                 from, limit.amount, (int)limit.unit, due.deadline, instant_of (strip, slow));
      g_assert_false (due.is_paused);
      if (n == 0)
        g_assert_cmpint (due.provisional, ==, (slow - 1) / DAY >= unknown_day);
      n_paused += n > 0;
      n_provisional += due.provisional;
    }
  /* The sample holds what it should hold. */
  g_assert_cmpuint (n_paused, >, N_PAIRS / 10);
  g_assert_cmpuint (n_provisional, >, 100);
  g_assert_cmpuint (n_beyond, <, N_PAIRS / 100);
}

/* Worked time between two instants is the sum of the strip. */
static void
test_between (void)
{
  g_autoptr (Strip) strip = paint_strip ();
  g_autoptr (YsWorkCalendar) calendar = ys_work_calendar_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (int i = 0; i < 20000; i++)
    {
      gint64 from = random_start (rand, strip), to = from + g_rand_int_range (rand, 0, 10 * DAY);
      gint64 slow = 0;

      for (gint64 minute = from; minute < to; minute++)
        slow += strip->worked[minute];
      g_assert_cmpint (ys_work_between (calendar, instant_of (strip, from), instant_of (strip, to)),
                       ==, slow);
      g_assert_cmpint (ys_work_between (calendar, instant_of (strip, to), instant_of (strip, from)),
                       ==, -slow);
    }
}

static gboolean
is_in_session (const YsWorkCalendar *calendar, YsInstant instant)
{
  YsDate date = ys_instant_to_date (instant);
  const YsTimetable *timetable = ys_work_calendar_timetable (calendar, date);
  gint64 minute = (instant + YS_SHANGHAI_OFFSET_SECONDS) / 60 % DAY;

  if (!ys_work_calendar_day (calendar, date).is_worked)
    return FALSE;
  for (guint i = 0; i < timetable->n_sessions; i++)
    if (minute >= timetable->sessions[i].from && minute <= timetable->sessions[i].to)
      return TRUE;
  return FALSE;
}

/* Sessions that part at lunch, that meet at noon, and that change with the summer. */
static YsWorkCalendar *
new_calendar (int kind)
{
  YsWorkCalendar *calendar = ys_work_calendar_new ();
  YsTimetable timetable, summer;

  g_assert_true (
      ys_timetable_from_text (kind == 1 ? "8:30-12:00 12:00-17:30" : "8:30-12:00 14:00-17:30",
                              &timetable, NULL));
  g_assert_true (ys_work_calendar_set_timetable (calendar, &timetable, NULL));
  g_assert_true (ys_timetable_from_text ("8:00-12:00 15:00-18:00", &summer, NULL));
  if (kind == 2)
    g_assert_true (ys_work_calendar_set_summer (calendar, 6, 15, 9, 15, &summer, NULL));
  return calendar;
}

/* Adding counts what was added, subtracting it comes back to the same place in worked time, and
 * both land inside a session. */
static void
test_there_and_back (gconstpointer data)
{
  g_autoptr (Strip) strip = paint_strip ();
  g_autoptr (YsWorkCalendar) calendar = new_calendar (GPOINTER_TO_INT (data));
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (int i = 0; i < 20000; i++)
    {
      YsInstant from = instant_of (strip, random_start (rand, strip));
      gint64 minutes = g_rand_int_range (rand, 1, i % 10 == 0 ? 30000 : 1000);
      YsInstant there = ys_work_add (calendar, from, minutes);
      YsInstant back = ys_work_add (calendar, there, -minutes);
      YsInstant before = ys_work_add (calendar, from, -minutes);

      g_assert_true (is_in_session (calendar, there));
      g_assert_true (is_in_session (calendar, back));
      g_assert_true (is_in_session (calendar, before));
      g_assert_cmpint (ys_work_between (calendar, from, there), ==, minutes);
      g_assert_cmpint (ys_work_between (calendar, from, back), ==, 0);
      g_assert_cmpint (ys_work_between (calendar, before, from), ==, minutes);
      if (is_in_session (calendar, from) && ys_work_between (calendar, from, from + 60) == 1)
        g_assert_cmpint (back, ==, from);
    }
}

/* A later start is never due earlier, a longer limit never sooner. */
static void
test_monotone (gconstpointer data)
{
  g_autoptr (Strip) strip = paint_strip ();
  g_autoptr (YsWorkCalendar) calendar = new_calendar (GPOINTER_TO_INT (data));
  g_autoptr (GRand) rand = g_rand_new_with_seed (13);

  for (int i = 0; i < 20000; i++)
    {
      YsInstant from = instant_of (strip, random_start (rand, strip));
      YsInstant later = from + 60 * g_rand_int_range (rand, 1, 3 * DAY);
      YsLimit limit = random_limit (rand), longer = { limit.amount + 1, limit.unit };
      YsDeadline due, due_later, due_longer;

      g_assert_true (ys_deadline_compute (calendar, from, limit, NULL, 0, FALSE, &due));
      g_assert_true (ys_deadline_compute (calendar, later, limit, NULL, 0, FALSE, &due_later));
      if (longer.amount > 999)
        continue;
      g_assert_true (ys_deadline_compute (calendar, from, longer, NULL, 0, FALSE, &due_longer));
      g_assert_cmpint (due.deadline, <=, due_later.deadline);
      g_assert_cmpint (due.deadline, <, due_longer.deadline);
      g_assert_cmpint (due.deadline, >, from);
      g_assert_true (is_in_session (calendar, due.deadline));
    }
}

/* The working proves its result: its spans add up to the limit, touch no skipped day, and every day
 * from the issue on is in one of the two lists unless it is worked and over. */
static void
test_working (gconstpointer data)
{
  g_autoptr (Strip) strip = paint_strip ();
  g_autoptr (YsWorkCalendar) calendar = new_calendar (GPOINTER_TO_INT (data));
  g_autoptr (GRand) rand = g_rand_new_with_seed (17);

  for (int i = 0; i < 3000; i++)
    {
      YsInstant from = instant_of (strip, random_start (rand, strip)), before = from;
      YsLimit limit = { g_rand_int_range (rand, 1, 60), YS_LIMIT_HOURS };
      g_auto (YsDeadline) due = { 0 };
      gint64 minutes = 0;

      g_assert_true (ys_deadline_compute (calendar, from, limit, NULL, 0, TRUE, &due));
      for (guint k = 0; k < due.spans->len; k++)
        {
          YsWorkSpan span = g_array_index (due.spans, YsWorkSpan, k);

          g_assert_cmpint (span.from, >=, before);
          g_assert_cmpint (span.from, <, span.to);
          g_assert_cmpint (ys_work_between (calendar, span.from, span.to), ==,
                           (span.to - span.from) / 60);
          minutes += (span.to - span.from) / 60;
          before = span.to;
        }
      g_assert_cmpint (minutes, ==, limit.amount * 60);
      g_assert_cmpint (before, ==, due.deadline);
      for (guint k = 0; k < due.skipped->len; k++)
        g_assert_false (
            ys_work_calendar_day (calendar, g_array_index (due.skipped, YsSkippedDay, k).date)
                .is_worked);
    }
}

/* The zone of the machine plays no part. */
static void
test_zone (void)
{
  static const char *const zones[] = { "America/Lima", "Asia/Shanghai", "Pacific/Kiritimati", "" };
  g_autofree char *kept = g_strdup (g_getenv ("TZ"));
  g_autoptr (YsWorkCalendar) calendar = ys_work_calendar_new ();

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      YsDeadline due;
      YsInstant from;

      g_setenv ("TZ", zones[i], TRUE);
      g_assert_true (ys_instant_from_iso ("2026-09-30T16:30", &from));
      g_assert_true (ys_deadline_compute (calendar, from, (YsLimit){ 2, YS_LIMIT_HOURS }, NULL, 0,
                                          FALSE, &due));
      g_assert_cmpint (due.deadline, ==, G_GINT64_CONSTANT (1791423000));
    }
  if (kept != NULL)
    g_setenv ("TZ", kept, TRUE);
  else
    g_unsetenv ("TZ");
}

int
main (int argc, char *argv[])
{
  static const char *const kinds[] = { "ordinary", "meeting", "summer" };

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/deadline-oracle/pairs", test_pairs);
  g_test_add_func ("/rules/deadline-oracle/between", test_between);
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *back
          = g_strconcat ("/rules/deadline-oracle/there-and-back/", kinds[i], NULL);
      g_autofree char *monotone = g_strconcat ("/rules/deadline-oracle/monotone/", kinds[i], NULL);
      g_autofree char *working = g_strconcat ("/rules/deadline-oracle/working/", kinds[i], NULL);

      g_test_add_data_func (back, GINT_TO_POINTER (i), test_there_and_back);
      g_test_add_data_func (monotone, GINT_TO_POINTER (i), test_monotone);
      g_test_add_data_func (working, GINT_TO_POINTER (i), test_working);
    }
  g_test_add_func ("/rules/deadline-oracle/zone", test_zone);
  return g_test_run ();
}
