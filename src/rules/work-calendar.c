/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks of days in pages by day number: a look-up is two array reads, a year without any mark costs
 * nothing. Names are kept once each. */
#include "config.h"

#include <string.h>

#include "work-calendar-private.h"
#include "work-days-table.h"

#define PAGE_BITS 11
#define PAGE_DAYS (1 << PAGE_BITS)
#define N_PAGES (((YS_CALENDAR_LAST_DAY - YS_CALENDAR_FIRST_DAY) >> PAGE_BITS) + 1)
#define LAST_YEAR 9998

G_DEFINE_QUARK (ys - calendar - error - quark, ys_calendar_error)

/* YsDayMark + 1; 0: no mark. */
typedef struct
{
  guint8 marks[PAGE_DAYS];
  const char *names[PAGE_DAYS]; /* (nullable) */
} MarkPage;

struct _YsWorkCalendar
{
  gatomicrefcount ref_count;
  GStringChunk *names;
  MarkPage *pages[N_PAGES]; /* (nullable) */
  guint8 known[LAST_YEAR + 1];
  YsTimetable ordinary;
  YsTimetable summer;
  gboolean has_summer;
  int summer_from; /* month * 100 + day */
  int summer_to;
};

static const YsTimetable default_timetable = { { { 510, 720 }, { 840, 1050 } }, 2 };

static YsWorkCalendar *
new_empty (void)
{
  YsWorkCalendar *calendar = g_new0 (YsWorkCalendar, 1);

  g_atomic_ref_count_init (&calendar->ref_count);
  calendar->names = g_string_chunk_new (1024);
  calendar->ordinary = default_timetable;
  return calendar;
}

static void
mark_day (YsWorkCalendar *calendar, gint64 day, guint8 mark, const char *name)
{
  gint64 index = day - YS_CALENDAR_FIRST_DAY;
  MarkPage **page = &calendar->pages[index >> PAGE_BITS];

  if (*page == NULL)
    *page = g_new0 (MarkPage, 1);
  (*page)->marks[index & (PAGE_DAYS - 1)] = mark;
  (*page)->names[index & (PAGE_DAYS - 1)]
      = name ? g_string_chunk_insert_const (calendar->names, name) : NULL;
}

YsWorkCalendar *
ys_work_calendar_new (void)
{
  YsWorkCalendar *calendar = new_empty ();

  for (const YsWorkDaysRun *run = ys_work_days_runs; run->n_days > 0; run++)
    {
      gint64 first = ys_date_to_days (run->first);

      for (int i = 0; i < run->n_days; i++)
        mark_day (calendar, first + i, (guint8)(run->mark + 1), run->name);
    }
  for (const int *year = ys_work_days_years; *year != 0; year++)
    ys_work_calendar_set_known (calendar, *year);
  return calendar;
}

YsWorkCalendar *
ys_work_calendar_copy (const YsWorkCalendar *calendar)
{
  g_return_val_if_fail (calendar != NULL, NULL);

  YsWorkCalendar *copy = new_empty ();

  memcpy (copy->known, calendar->known, sizeof copy->known);
  copy->ordinary = calendar->ordinary;
  copy->summer = calendar->summer;
  copy->has_summer = calendar->has_summer;
  copy->summer_from = calendar->summer_from;
  copy->summer_to = calendar->summer_to;
  for (gint64 i = 0; i < N_PAGES; i++)
    for (gint64 k = 0; calendar->pages[i] != NULL && k < PAGE_DAYS; k++)
      if (calendar->pages[i]->marks[k] != 0)
        mark_day (copy, (i << PAGE_BITS) + k + YS_CALENDAR_FIRST_DAY, calendar->pages[i]->marks[k],
                  calendar->pages[i]->names[k]);
  return copy;
}

YsWorkCalendar *
ys_work_calendar_ref (YsWorkCalendar *calendar)
{
  g_return_val_if_fail (calendar != NULL, NULL);

  g_atomic_ref_count_inc (&calendar->ref_count);
  return calendar;
}

void
ys_work_calendar_unref (YsWorkCalendar *calendar)
{
  g_return_if_fail (calendar != NULL);

  if (!g_atomic_ref_count_dec (&calendar->ref_count))
    return;
  for (gint64 i = 0; i < N_PAGES; i++)
    g_free (calendar->pages[i]);
  g_string_chunk_free (calendar->names);
  g_free (calendar);
}

void
ys_work_calendar_set_day (YsWorkCalendar *calendar, YsDate date, YsDayMark mark, const char *name)
{
  g_return_if_fail (calendar != NULL);
  g_return_if_fail (ys_date_is_full (date) && ys_date_is_valid (date) && date.year <= LAST_YEAR);
  g_return_if_fail (mark >= YS_DAY_PLAIN && mark <= YS_DAY_WORK);

  mark_day (calendar, ys_date_to_days (date), (guint8)(mark + 1), name);
}

void
ys_work_calendar_set_known (YsWorkCalendar *calendar, int year)
{
  g_return_if_fail (calendar != NULL);
  g_return_if_fail (year >= 1 && year <= LAST_YEAR);

  calendar->known[year] = TRUE;
}

gboolean
ys_work_calendar_set_timetable (YsWorkCalendar *calendar,
                                const YsTimetable *timetable,
                                GError **error)
{
  g_return_val_if_fail (calendar != NULL, FALSE);
  g_return_val_if_fail (timetable != NULL, FALSE);

  if (!ys_timetable_check (timetable, error))
    return FALSE;
  calendar->ordinary = *timetable;
  return TRUE;
}

gboolean
ys_work_calendar_set_summer (YsWorkCalendar *calendar,
                             int from_month,
                             int from_day,
                             int to_month,
                             int to_day,
                             const YsTimetable *timetable,
                             GError **error)
{
  g_return_val_if_fail (calendar != NULL, FALSE);

  if (timetable == NULL)
    {
      calendar->has_summer = FALSE;
      return TRUE;
    }
  if (!ys_month_day_check (from_month, from_day, error)
      || !ys_month_day_check (to_month, to_day, error) || !ys_timetable_check (timetable, error))
    return FALSE;
  calendar->summer = *timetable;
  calendar->has_summer = TRUE;
  calendar->summer_from = from_month * 100 + from_day;
  calendar->summer_to = to_month * 100 + to_day;
  return TRUE;
}

static guint8
mark_of (const YsWorkCalendar *calendar, gint64 day, const char **out_name)
{
  gint64 index = day - YS_CALENDAR_FIRST_DAY;
  const MarkPage *page = calendar->pages[index >> PAGE_BITS];

  if (out_name != NULL)
    *out_name = page ? page->names[index & (PAGE_DAYS - 1)] : NULL;
  return page ? page->marks[index & (PAGE_DAYS - 1)] : 0;
}

gboolean
ys_work_calendar_is_worked (const YsWorkCalendar *calendar, gint64 day)
{
  guint8 mark = mark_of (calendar, day, NULL);

  if (mark > YS_DAY_PLAIN + 1)
    return mark == YS_DAY_WORK + 1;
  /* 0001-01-01 was a Monday. */
  return (day - YS_CALENDAR_FIRST_DAY) % 7 < 5;
}

gint64
ys_work_calendar_nth_worked (const YsWorkCalendar *calendar, gint64 day, gint64 n)
{
  gint64 weekday = (day - YS_CALENDAR_FIRST_DAY) % 7;

  while (day <= YS_CALENDAR_LAST_DAY)
    {
      gint64 index = day - YS_CALENDAR_FIRST_DAY;
      const MarkPage *page = calendar->pages[index >> PAGE_BITS];
      gint64 end = day + PAGE_DAYS - (index & (PAGE_DAYS - 1));

      /* Without marks every week has five; the last one is left to the loop. */
      if (page == NULL)
        {
          gint64 weeks = MIN ((end - day) / 7, (n - 1) / 5);

          day += 7 * weeks;
          n -= 5 * weeks;
        }
      for (; day < MIN (end, YS_CALENDAR_LAST_DAY + 1); day++)
        {
          guint8 mark = page ? page->marks[(day - YS_CALENDAR_FIRST_DAY) & (PAGE_DAYS - 1)] : 0;
          gboolean is_worked = mark > YS_DAY_PLAIN + 1 ? mark == YS_DAY_WORK + 1 : weekday < 5;

          if (is_worked && --n == 0)
            return day;
          weekday = weekday == 6 ? 0 : weekday + 1;
        }
    }
  return YS_CALENDAR_LAST_DAY + 1;
}

static const YsTimetable *
timetable_of (const YsWorkCalendar *calendar, YsDate date)
{
  int day = date.month * 100 + date.day;
  gboolean after = day >= calendar->summer_from, before = day <= calendar->summer_to;

  if (calendar->summer_from <= calendar->summer_to ? after && before : after || before)
    return &calendar->summer;
  return &calendar->ordinary;
}

const YsTimetable *
ys_work_calendar_sessions (const YsWorkCalendar *calendar, gint64 day)
{
  if (!calendar->has_summer)
    return &calendar->ordinary;
  return timetable_of (calendar, ys_date_from_days (day));
}

gboolean
ys_work_calendar_knows (const YsWorkCalendar *calendar, gint64 first, gint64 last)
{
  while (first <= last)
    {
      YsDate date = ys_date_from_days (first);
      gint64 year_end = ys_date_to_days ((YsDate){ date.year, 12, 31 });

      for (; !calendar->known[date.year] && first <= MIN (last, year_end); first++)
        if (mark_of (calendar, first, NULL) == 0)
          return FALSE;
      first = year_end + 1;
    }
  return TRUE;
}

YsDay
ys_work_calendar_day (const YsWorkCalendar *calendar, YsDate date)
{
  YsDay day = { FALSE, FALSE, YS_DAY_PLAIN, NULL };
  gint64 number;
  guint8 mark;

  g_return_val_if_fail (calendar != NULL, day);
  g_return_val_if_fail (ys_date_is_full (date) && ys_date_is_valid (date), day);
  g_return_val_if_fail (date.year <= LAST_YEAR, day);

  number = ys_date_to_days (date);
  mark = mark_of (calendar, number, &day.name);
  day.is_worked = ys_work_calendar_is_worked (calendar, number);
  day.is_known = mark != 0 || calendar->known[date.year];
  day.mark = mark != 0 ? (YsDayMark)(mark - 1) : YS_DAY_PLAIN;
  return day;
}

gboolean
ys_work_calendar_is_known (const YsWorkCalendar *calendar, int year)
{
  g_return_val_if_fail (calendar != NULL, FALSE);

  return year >= 1 && year <= LAST_YEAR && calendar->known[year];
}

const YsTimetable *
ys_work_calendar_timetable (const YsWorkCalendar *calendar, YsDate date)
{
  g_return_val_if_fail (calendar != NULL, NULL);
  g_return_val_if_fail (ys_date_is_full (date) && ys_date_is_valid (date), NULL);

  return calendar->has_summer ? timetable_of (calendar, date) : &calendar->ordinary;
}
