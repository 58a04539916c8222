/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Limits, skipped days and worked time in words. */
#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "deadline.h"
#include "text.h"

#define LONGEST_LIMIT 999

gboolean
ys_limit_from_text (const char *text, YsLimit *out_limit)
{
  static const struct
  {
    const char *word;
    YsLimitUnit unit;
  } units[] = {
    { "d", YS_LIMIT_DAYS },         { "工作日", YS_LIMIT_DAYS },
    { "个工作日", YS_LIMIT_DAYS },  { "h", YS_LIMIT_HOURS },
    { "工作时", YS_LIMIT_HOURS },   { "个工作时", YS_LIMIT_HOURS },
    { "工作小时", YS_LIMIT_HOURS }, { "个工作小时", YS_LIMIT_HOURS },
  };
  g_autofree char *key = ys_text_key (text);
  const char *p = key;
  gint64 amount = 0;

  g_return_val_if_fail (out_limit != NULL, FALSE);

  *out_limit = (YsLimit){ 0, YS_LIMIT_NONE };
  for (; g_ascii_isdigit (*p) && amount <= LONGEST_LIMIT; p++)
    amount = amount * 10 + (*p - '0');
  if (amount < 1 || amount > LONGEST_LIMIT)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (p, units[i].word) == 0)
      {
        *out_limit = (YsLimit){ amount, units[i].unit };
        return TRUE;
      }
  return FALSE;
}

static char *
limit_with_words (YsLimit limit, const char *hours, const char *days)
{
  switch (limit.unit)
    {
    case YS_LIMIT_HOURS:
      return g_strdup_printf ("%" G_GINT64_FORMAT "%s", limit.amount, hours);
    case YS_LIMIT_DAYS:
      return g_strdup_printf ("%" G_GINT64_FORMAT "%s", limit.amount, days);
    case YS_LIMIT_NONE:
      break;
    }
  return NULL;
}

char *
ys_limit_to_text (YsLimit limit)
{
  return limit_with_words (limit, "h", "d");
}

char *
ys_limit_to_official (YsLimit limit)
{
  char *text = limit_with_words (limit, "工作时", "工作日");

  return text ? text : g_strdup ("");
}

char *
ys_skipped_day_reason (const YsSkippedDay *day)
{
  g_return_val_if_fail (day != NULL, NULL);

  switch (day->reason)
    {
    case YS_SKIP_WEEKEND:
      /* Translators: why a day does not count towards a deadline */
      return g_strdup (_ ("weekend"));
    case YS_SKIP_HOLIDAY:
      /* Translators: why a day does not count towards a deadline */
      return g_strdup (day->name != NULL && *day->name != '\0' ? day->name : _ ("holiday"));
    case YS_SKIP_ISSUE_DAY:
      /* Translators: why a day does not count towards a deadline */
      return g_strdup (_ ("day of issue"));
    case YS_SKIP_PAUSED:
      /* Translators: why a day does not count towards a deadline */
      return g_strdup (_ ("clock stopped"));
    }
  g_return_val_if_reached (NULL);
}

char *
ys_work_minutes_to_display (gint64 minutes, guint day_minutes)
{
  const char *sign = minutes < 0 ? "−" : "";
  guint64 total = minutes < 0 ? -(guint64)minutes : (guint64)minutes;
  guint64 days = day_minutes > 0 ? total / day_minutes : 0;
  guint64 rest = day_minutes > 0 ? total % day_minutes : total;
  int n = (int)MIN (days, G_MAXINT);

  if (days == 0)
    return g_strdup_printf ("%s%d:%02d", sign, (int)MIN (rest / 60, G_MAXINT), (int)(rest % 60));
  if (rest == 0)
    /* Translators: worked time that is left; the first part is a minus sign or nothing */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s%d day", "%s%d days", (gulong)n), sign,
                            n);
  /* Translators: worked time that is left, "1 day 4:10"; the first part is a minus sign or nothing
   */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s%d day %d:%02d", "%s%d days %d:%02d",
                                       (gulong)n),
                          sign, n, (int)(rest / 60), (int)(rest % 60));
}
