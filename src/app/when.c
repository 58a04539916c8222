/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Today and yesterday are said, every other day is named. */
#include "config.h"

#include "when.h"

#include <string.h>

#include <glib/gi18n-lib.h>

static const char *const months[]
    = { NC_ ("month", "Jan"), NC_ ("month", "Feb"), NC_ ("month", "Mar"), NC_ ("month", "Apr"),
        NC_ ("month", "May"), NC_ ("month", "Jun"), NC_ ("month", "Jul"), NC_ ("month", "Aug"),
        NC_ ("month", "Sep"), NC_ ("month", "Oct"), NC_ ("month", "Nov"), NC_ ("month", "Dec") };
static const char *const weekdays[]
    = { N_ ("Monday"), N_ ("Tuesday"),  N_ ("Wednesday"), N_ ("Thursday"),
        N_ ("Friday"), N_ ("Saturday"), N_ ("Sunday") };
static const char *const short_weekdays[]
    = { NC_ ("weekday", "Mon"), NC_ ("weekday", "Tue"), NC_ ("weekday", "Wed"),
        NC_ ("weekday", "Thu"), NC_ ("weekday", "Fri"), NC_ ("weekday", "Sat"),
        NC_ ("weekday", "Sun") };

char *
ys_when_clock (YsInstant instant)
{
  g_autofree char *iso = ys_instant_to_iso (instant);

  return g_strdup (iso != NULL ? strchr (iso, 'T') + 1 : "");
}

char *
ys_when_day (YsDate day, YsDate today)
{
  const char *month;

  if (!ys_date_is_full (day))
    return g_strdup ("");
  month = g_dpgettext2 (GETTEXT_PACKAGE, "month", months[day.month - 1]);
  if (day.year == today.year)
    /* Translators: a day of this year, %1$d is the day, %2$s the month's name. */
    return g_strdup_printf (_ ("%1$d %2$s"), day.day, month);
  /* Translators: a day of another year: day, month's name, year. */
  return g_strdup_printf (_ ("%1$d %2$s %3$d"), day.day, month, day.year);
}

char *
ys_when_weekday (YsDate day)
{
  g_return_val_if_fail (ys_date_is_full (day), NULL);

  return g_strdup (_ (weekdays[ys_date_weekday (day) - 1]));
}

char *
ys_when_weekday_short (YsDate day)
{
  g_return_val_if_fail (ys_date_is_full (day), NULL);

  return g_strdup (
      g_dpgettext2 (GETTEXT_PACKAGE, "weekday", short_weekdays[ys_date_weekday (day) - 1]));
}

char *
ys_when_instant (YsInstant instant, YsDate today)
{
  YsDate day = ys_instant_to_date (instant);
  g_autofree char *clock = ys_when_clock (instant);
  g_autofree char *name = NULL;
  gint64 ago;

  if (instant == 0)
    return g_strdup ("");
  ago = ys_date_to_days (today) - ys_date_to_days (day);
  if (ago == 0)
    /* Translators: %s is a time such as 08:30. */
    return g_strdup_printf (_ ("today %s"), clock);
  if (ago == 1)
    /* Translators: %s is a time such as 08:30. */
    return g_strdup_printf (_ ("yesterday %s"), clock);
  name = ys_when_day (day, today);
  return g_strdup_printf ("%s %s", name, clock);
}

/* The date from which built-in versions hold: before anything was ever inspected. */
#define BUILT_IN_YEAR 1900

char *
ys_when_version (gint64 version, YsDate from)
{
  g_autofree char *date = ys_date_to_iso (from);

  if (from.year <= BUILT_IN_YEAR)
    return g_strdup_printf (_ ("Version %d"), (int)version);
  /* Translators: a version's number, the date from which it holds */
  return g_strdup_printf (_ ("Version %d, from %s"), (int)version, date);
}
