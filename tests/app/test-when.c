/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days and times as a clerk says them. */
#include "config.h"

#include "day-words.h"
#include "language.h"
#include "when.h"

static const struct
{
  const char *name;
  const char *instant;
  const char *today;
  const char *expected;
} rows[] = {
  { "today", "2025-10-12T08:30", "2025-10-12", "今天 08:30" },
  { "midnight", "2025-10-12T00:00", "2025-10-12", "今天 00:00" },
  { "yesterday", "2025-10-11T23:59", "2025-10-12", "昨天 23:59" },
  { "across-months", "2025-09-30T17:30", "2025-10-01", "昨天 17:30" },
  { "this-year", "2025-09-26T09:10", "2025-10-12", "9月26日 09:10" },
  { "another-year", "2024-12-31T09:10", "2025-10-12", "2024年12月31日 09:10" },
  { "tomorrow", "2025-10-13T09:10", "2025-10-12", "10月13日 09:10" },
};

static void
test_instant (gconstpointer data)
{
  const char *const *row = data;
  YsInstant instant;
  YsDate today;
  g_autofree char *said = NULL;

  g_assert_true (ys_instant_from_iso (row[1], &instant));
  g_assert_true (ys_date_from_iso (row[2], &today));
  said = ys_when_instant (instant, today);
  g_assert_cmpstr (said, ==, row[3]);
}

static void
test_unknown (void)
{
  g_autofree char *said = ys_when_instant (0, (YsDate){ 2025, 10, 12 });
  g_autofree char *day = ys_when_day ((YsDate){ 2025, 10, 0 }, (YsDate){ 2025, 10, 12 });

  g_assert_cmpstr (said, ==, "");
  g_assert_cmpstr (day, ==, "");
}

/* The built-in versions hold from 1900, which no clerk ever wrote. */
static void
test_version (void)
{
  g_autofree char *built_in = ys_when_version (1, (YsDate){ 1900, 1, 1 });
  g_autofree char *own = ys_when_version (2, (YsDate){ 2026, 10, 1 });

  g_assert_cmpstr (built_in, ==, "第1版");
  g_assert_cmpstr (own, ==, "第2版，2026-10-01 起");
}

static void
test_weekday (void)
{
  g_autofree char *sunday = ys_when_weekday ((YsDate){ 2025, 10, 12 });
  g_autofree char *monday = ys_when_weekday ((YsDate){ 2025, 10, 13 });

  g_assert_cmpstr (sunday, ==, "星期日");
  g_assert_cmpstr (monday, ==, "星期一");
}

/* By the notice of 2025: 28 Sep and 11 Oct are worked, 1 to 8 Oct are off. */
typedef struct
{
  const char *name;
  const char *now;
  const char *words;
  const char *tomorrow; /* NULL: as its weekday */
} DayCase;

static const DayCase days[] = {
  { "morning", "2025-10-10T11:20", "工作日 · 上午工作段至 12:00", "明天 10月11日 调休上班" },
  { "last-minute", "2025-10-10T12:00", "工作日 · 上午工作段至 12:00", "明天 10月11日 调休上班" },
  { "noon", "2025-10-10T12:01", "工作日 · 午休至 14:00", "明天 10月11日 调休上班" },
  { "afternoon", "2025-10-10T14:00", "工作日 · 下午工作段至 17:30", "明天 10月11日 调休上班" },
  { "evening", "2025-10-10T17:31", "工作日 · 今日工作时间已过", "明天 10月11日 调休上班" },
  { "early", "2025-10-13T07:00", "工作日 · 08:30 上班", NULL },
  { "make-up", "2025-10-11T09:00", "调休工作日 · 上午工作段至 12:00", NULL },
  { "sunday", "2025-10-12T09:00", "休息日", NULL },
  { "eve", "2025-09-30T15:00", "工作日 · 下午工作段至 17:30", "明天 10月1日 国庆节、中秋节" },
};

static void
test_day (gconstpointer data)
{
  const DayCase *row = data;
  g_autoptr (YsWorkCalendar) calendar = ys_work_calendar_new ();
  g_autofree char *words = NULL;
  g_autofree char *tomorrow = NULL;
  YsInstant now;

  g_assert_true (ys_instant_from_iso (row->now, &now));
  words = ys_day_words (calendar, now);
  tomorrow = ys_day_tomorrow (calendar, ys_instant_to_date (now));
  g_assert_cmpstr (words, ==, row->words);
  g_assert_cmpstr (tomorrow, ==, row->tomorrow);
}

int
main (int argc, char **argv)
{
  ys_language_init ("zh");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/when/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_instant);
    }
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/day/%s", days[i].name);

      g_test_add_data_func (path, &days[i], test_day);
    }
  g_test_add_func ("/app/when/unknown", test_unknown);
  g_test_add_func ("/app/when/weekday", test_weekday);
  g_test_add_func ("/app/when/version", test_version);
  return g_test_run ();
}
