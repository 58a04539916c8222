/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The day is read from the front, what is left is the time. Neither is ever guessed: a day without
 * a time is asked for, since deadlines count from the minute. */
#include "config.h"

#include "instant-read.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "text.h"

#define DAY_SECONDS 86400

typedef struct
{
  const char *word;
  int days; /* from today */
} DayWord;

static const DayWord day_words[] = {
  { "今天", 0 }, { "今日", 0 },  { "今", 0 },         { "昨天", -1 },    { "昨日", -1 },
  { "昨", -1 },  { "前天", -2 }, { "前日", -2 },      { "明天", 1 },     { "明日", 1 },
  { "后天", 2 }, { "today", 0 }, { "yesterday", -1 }, { "tomorrow", 1 },
};

/* Every width and sign that stands for the same. */
static char *
fold (const char *text)
{
  g_autofree char *clean = ys_text_clean (text);
  GString *folded = g_string_new (NULL);

  for (const char *p = clean; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0xff01 && c <= 0xff5e)
        c -= 0xfee0;
      if (c == 0x3002 || c == 0x00b7)
        c = '.';
      g_string_append_unichar (folded, g_unichar_tolower (c));
    }
  return g_string_free (folded, FALSE);
}

static GMatchInfo *
match (const char *pattern, const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL);
  GMatchInfo *info = NULL;

  g_assert (regex != NULL);
  if (g_regex_match (regex, text, 0, &info))
    return info;
  g_match_info_unref (info);
  return NULL;
}

/* -1: that part is not there */
static int
number_of (GMatchInfo *info, int group)
{
  g_autofree char *text = g_match_info_fetch (info, group);

  return text != NULL && *text != '\0' ? (int)g_ascii_strtoll (text, NULL, 10) : -1;
}

static gsize
end_of (GMatchInfo *info)
{
  int start;
  int end = 0;

  g_match_info_fetch_pos (info, 0, &start, &end);
  return (gsize)end;
}

/* The year in which the day lies nearest to today: in January, 12-30 was last year. */
static int
nearest_year (YsDate today, int month, int day)
{
  gint64 best = G_MAXINT64;
  int year = today.year;

  for (int y = today.year - 1; y <= today.year + 1; y++)
    {
      YsDate date = { (gint16)y, (gint8)month, (gint8)MIN (day, 28) };
      gint64 away = ABS (ys_date_to_days (date) - ys_date_to_days (today));

      if (away < best)
        {
          best = away;
          year = y;
        }
    }
  return year;
}

static gboolean
check_date (int year, int month, int day, YsDate today, YsDate *out_date, char **out_reason)
{
  if (month < 1 || month > 12)
    {
      *out_reason
          = g_strdup_printf (_ ("There is no month %d. Write month, day and time: 10-08 10:30."),
                             month);
      return FALSE;
    }
  if (year < 0)
    year = nearest_year (today, month, day);
  if (year < 2000 || year > 2100)
    {
      *out_reason = g_strdup_printf (_ ("The year %d is unlikely. Write year, month, day and time: "
                                        "%d-10-08 10:30."),
                                     year, today.year);
      return FALSE;
    }
  if (day < 1 || day > (int)ys_date_days_in_month (year, month))
    {
      *out_reason
          = g_strdup_printf (_ ("Month %d has no day %d. Write month, day and time: 10-08 10:30."),
                             month, day);
      return FALSE;
    }
  *out_date = (YsDate){ (gint16)year, (gint8)month, (gint8)day };
  return TRUE;
}

/* Moves @text past the day; stays at its start (and today is meant) when there is none. */
static gboolean
read_day (const char **text, YsDate today, YsDate *out_date, gboolean *out_given, char **out_reason)
{
  static const char *const patterns[] = {
    "^(\\d{4})(\\d{2})(\\d{2})(?=\\s|t|$)\\s*t?",
    "^(?:(\\d{4})\\s*[-./年]\\s*)?(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*[日号]?\\s*",
    "^(?:(\\d{4})\\s*[-./年]\\s*)?(\\d{1,2})\\s*[-./"
    "]\\s*(\\d{1,2})(?=\\s|t|$|[^\\d.:])[日号]?\\s*t?\\s*",
  };

  *out_date = today;
  *out_given = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (day_words); i++)
    if (g_str_has_prefix (*text, day_words[i].word))
      {
        *out_date = ys_date_add_days (today, day_words[i].days);
        *text += strlen (day_words[i].word);
        return TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (GMatchInfo) info = match (patterns[i], *text);

      if (info == NULL)
        continue;
      *text += end_of (info);
      return check_date (number_of (info, 1), number_of (info, 2), number_of (info, 3), today,
                         out_date, out_reason);
    }
  *out_given = FALSE;
  return TRUE;
}

/* Moves @text past 上午, 下午: 12 when the hours after noon are meant. */
static void
read_half (const char **text, int *out_hours)
{
  static const struct
  {
    const char *word;
    int hours;
  } halves[] = { { "上午", 0 },  { "早上", 0 },  { "早晨", 0 }, { "凌晨", 0 }, { "中午", 12 },
                 { "下午", 12 }, { "晚上", 12 }, { "am", 0 },   { "pm", 12 } };

  while (**text == ' ')
    (*text)++;
  *out_hours = 0;
  for (guint i = 0; i < G_N_ELEMENTS (halves); i++)
    if (g_str_has_prefix (*text, halves[i].word))
      {
        *text += strlen (halves[i].word);
        *out_hours = halves[i].hours;
        return;
      }
}

/* Minutes since midnight; -1: no time, -2: a time that no clock shows */
static int
read_time (const char *text)
{
  static const char *const patterns[]
      = { "^\\s*(\\d{1,2})\\s*(?::|点|时)\\s*(?:(\\d{1,2})\\s*分?(?::\\d{2})?|(半))?\\s*$",
          "^\\s*(\\d{1,2})(\\d{2})\\s*$" };
  int half;

  read_half (&text, &half);
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (GMatchInfo) info = match (patterns[i], text);
      int hour;
      int minute;

      if (info == NULL)
        continue;
      hour = number_of (info, 1);
      minute
          = i == 0 && g_match_info_get_match_count (info) > 3 ? 30 : MAX (number_of (info, 2), 0);
      if (hour > 0 && hour < half)
        hour += 12;
      return hour > 23 || minute > 59 ? -2 : hour * 60 + minute;
    }
  return -1;
}

gboolean
ys_instant_read (const char *text, YsInstant now, YsInstant *out_instant, char **out_reason)
{
  g_autofree char *folded = fold (text);
  g_autofree char *reason = NULL;
  const char *rest = folded;
  YsDate date;
  gboolean has_day;
  int minutes;

  g_return_val_if_fail (out_instant != NULL, FALSE);

  *out_instant = 0;
  if (read_day (&rest, ys_instant_to_date (now), &date, &has_day, &reason))
    {
      while (*rest == ' ' || *rest == 't' || *rest == ',')
        rest++;
      minutes = read_time (rest);
      if (minutes >= 0)
        {
          *out_instant
              = ys_date_to_days (date) * DAY_SECONDS + minutes * 60 - YS_SHANGHAI_OFFSET_SECONDS;
          return TRUE;
        }
      if (minutes == -2)
        reason = g_strdup_printf (_ ("There is no time %s. Write hours and minutes: 10:30."), rest);
      else if (has_day && *rest == '\0')
        reason = g_strdup (_ ("The time of day is missing. Write it after the day: 10-08 10:30."));
      else
        reason = g_strdup_printf (_ ("“%s” is no day and time. Write 10-08 10:30, or today 10:30."),
                                  text != NULL ? text : "");
    }
  if (out_reason != NULL)
    *out_reason = g_steal_pointer (&reason);
  return FALSE;
}

char *
ys_instant_to_typed (YsInstant instant)
{
  char *typed = ys_instant_to_iso (instant);

  if (typed == NULL)
    return g_strdup ("");
  typed[strlen ("2025-10-10")] = ' ';
  return typed;
}
