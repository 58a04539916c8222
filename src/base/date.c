/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calendar arithmetic on the proleptic Gregorian calendar, ISO forms, spreadsheet serials
 * and the fixed zone UTC+8. Reading what people type is in date-read.c. */
#include "config.h"

#include "date.h"

#include <string.h>

#define SECONDS_PER_DAY G_GINT64_CONSTANT (86400)
/* 1970-01-01 in the 1900 system; the 1904 system starts 1462 days later. */
#define SERIAL_OF_EPOCH 25569
#define SERIAL_1904_SHIFT 1462
/* The spreadsheets' 29 February 1900, a day that never was. */
#define SERIAL_OF_FALSE_DAY 60
#define FIRST_DAY G_GINT64_CONSTANT (-719162) /* 0001-01-01 */
#define LAST_DAY G_GINT64_CONSTANT (2932896)  /* 9999-12-31 */

gboolean
ys_date_is_known (YsDate date)
{
  return date.year != 0;
}

gboolean
ys_date_is_full (YsDate date)
{
  return date.year != 0 && date.month != 0 && date.day != 0;
}

guint
ys_date_days_in_month (int year, int month)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  g_return_val_if_fail (month >= 1 && month <= 12, 0);

  if (month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0))
    return 29;
  return days[month - 1];
}

gboolean
ys_date_is_valid (YsDate date)
{
  if (date.year == 0)
    return date.month == 0 && date.day == 0;
  if (date.year < 1 || date.year > 9999 || date.month < 0 || date.month > 12 || date.day < 0)
    return FALSE;
  if (date.month == 0)
    return date.day == 0;
  return (guint)date.day <= ys_date_days_in_month (date.year, date.month);
}

gboolean
ys_date_equal (YsDate a, YsDate b)
{
  return a.year == b.year && a.month == b.month && a.day == b.day;
}

int
ys_date_compare (YsDate a, YsDate b)
{
  if (!ys_date_is_known (a) || !ys_date_is_known (b))
    return (int)ys_date_is_known (b) - (int)ys_date_is_known (a);
  if (a.year != b.year)
    return a.year < b.year ? -1 : 1;
  if (a.month != b.month)
    return a.month < b.month ? -1 : 1;
  return (a.day > b.day) - (a.day < b.day);
}

/* Years are counted from March, so that a leap day ends its year, in eras of 400 years. */
gint64
ys_date_to_days (YsDate date)
{
  gint64 year, era, year_of_era, day_of_year;

  g_return_val_if_fail (ys_date_is_full (date) && ys_date_is_valid (date), 0);

  year = date.year - (date.month <= 2 ? 1 : 0);
  era = year / 400;
  year_of_era = year % 400;
  day_of_year = (153 * ((date.month + 9) % 12) + 2) / 5 + date.day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year
         - 719468;
}

YsDate
ys_date_from_days (gint64 days)
{
  gint64 era, day_of_era, year_of_era, day_of_year, month_index;
  YsDate date;

  if (days < FIRST_DAY || days > LAST_DAY)
    return YS_DATE_UNKNOWN;
  days += 719468;
  era = days / 146097;
  day_of_era = days % 146097;
  year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  month_index = (5 * day_of_year + 2) / 153;
  date.day = (gint8)(day_of_year - (153 * month_index + 2) / 5 + 1);
  date.month = (gint8)(month_index < 10 ? month_index + 3 : month_index - 9);
  date.year = (gint16)(year_of_era + era * 400 + (date.month <= 2 ? 1 : 0));
  return date;
}

YsDate
ys_date_add_days (YsDate date, gint64 days)
{
  /* Beyond this every result is unknown; kept away from overflow. */
  days = CLAMP (days, -2 * LAST_DAY, 2 * LAST_DAY);
  return ys_date_from_days (ys_date_to_days (date) + days);
}

int
ys_date_weekday (YsDate date)
{
  /* 1970-01-01 was a Thursday; 719163 days after a Monday keeps the sum positive. */
  gint64 days = ys_date_to_days (date) + 719162;

  return (int)(days % 7) + 1;
}

char *
ys_date_to_iso (YsDate date)
{
  if (!ys_date_is_known (date))
    return NULL;
  if (date.month == 0)
    return g_strdup_printf ("%04d", date.year);
  if (date.day == 0)
    return g_strdup_printf ("%04d-%02d", date.year, date.month);
  return g_strdup_printf ("%04d-%02d-%02d", date.year, date.month, date.day);
}

char *
ys_date_to_chinese (YsDate date)
{
  if (!ys_date_is_known (date))
    return g_strdup ("");
  if (date.month == 0)
    return g_strdup_printf ("%d年", date.year);
  if (date.day == 0)
    return g_strdup_printf ("%d年%d月", date.year, date.month);
  return g_strdup_printf ("%d年%d月%d日", date.year, date.month, date.day);
}

/* Exactly @n digits at *@p. */
static gboolean
take_digits (const char **p, gsize n, int *out_value)
{
  int value = 0;

  for (gsize i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit ((*p)[i]))
        return FALSE;
      value = value * 10 + ((*p)[i] - '0');
    }
  *p += n;
  *out_value = value;
  return TRUE;
}

static gboolean
take_iso_date (const char **p, YsDate *out_date)
{
  int year = 0, month = 0, day = 0;

  if (!take_digits (p, 4, &year) || year == 0)
    return FALSE;
  if (**p == '-')
    {
      *p += 1;
      if (!take_digits (p, 2, &month) || month == 0)
        return FALSE;
      if (**p == '-')
        {
          *p += 1;
          if (!take_digits (p, 2, &day) || day == 0)
            return FALSE;
        }
    }
  *out_date = (YsDate){ (gint16)year, (gint8)month, (gint8)day };
  return ys_date_is_valid (*out_date);
}

gboolean
ys_date_from_iso (const char *text, YsDate *out_date)
{
  const char *p = text;

  g_return_val_if_fail (out_date != NULL, FALSE);

  if (p != NULL && take_iso_date (&p, out_date) && *p == '\0')
    return TRUE;
  *out_date = YS_DATE_UNKNOWN;
  return FALSE;
}

YsDate
ys_date_from_serial (double serial, gboolean date_1904)
{
  gint64 day;

  /* The comparison is also false for what is not a number. */
  if (!(serial >= (date_1904 ? 0.0 : 1.0) && serial < 2958466.0))
    return YS_DATE_UNKNOWN;
  day = (gint64)serial + (date_1904 ? SERIAL_1904_SHIFT : 0);
  if (!date_1904 && day == SERIAL_OF_FALSE_DAY)
    return YS_DATE_UNKNOWN;
  if (day < SERIAL_OF_FALSE_DAY)
    day++;
  return ys_date_from_days (day - SERIAL_OF_EPOCH);
}

gint64
ys_date_to_serial (YsDate date)
{
  gint64 serial = ys_date_to_days (date) + SERIAL_OF_EPOCH;

  return serial <= SERIAL_OF_FALSE_DAY ? serial - 1 : serial;
}

static gint64
floor_div (gint64 a, gint64 b)
{
  return a / b - (a % b < 0 ? 1 : 0);
}

YsDate
ys_instant_to_date (YsInstant instant)
{
  if (instant == 0)
    return YS_DATE_UNKNOWN;
  instant = CLAMP (instant, G_MININT64 / 2, G_MAXINT64 / 2);
  return ys_date_from_days (floor_div (instant + YS_SHANGHAI_OFFSET_SECONDS, SECONDS_PER_DAY));
}

char *
ys_instant_to_iso (YsInstant instant)
{
  YsDate date = ys_instant_to_date (instant);
  gint64 local, second;

  if (!ys_date_is_known (date))
    return NULL;
  local = instant + YS_SHANGHAI_OFFSET_SECONDS;
  second = local - floor_div (local, SECONDS_PER_DAY) * SECONDS_PER_DAY;
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d", date.year, date.month, date.day,
                          (int)(second / 3600), (int)(second / 60 % 60));
}

gboolean
ys_instant_from_iso (const char *text, YsInstant *out_instant)
{
  const char *p = text;
  YsDate date;
  int hour = 0, minute = 0;

  g_return_val_if_fail (out_instant != NULL, FALSE);

  *out_instant = 0;
  if (p == NULL || !take_iso_date (&p, &date) || !ys_date_is_full (date))
    return FALSE;
  if (*p == 'T')
    {
      p++;
      if (!take_digits (&p, 2, &hour) || *p++ != ':' || !take_digits (&p, 2, &minute))
        return FALSE;
    }
  if (*p != '\0' || hour > 23 || minute > 59)
    return FALSE;
  *out_instant = ys_date_to_days (date) * SECONDS_PER_DAY + hour * 3600 + minute * 60
                 - YS_SHANGHAI_OFFSET_SECONDS;
  return TRUE;
}
