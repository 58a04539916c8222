/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a date as a clerk types it. A form with one meaning is read; one with a likely
 * meaning is read as doubtful; anything else is refused with what to write instead. */
#include "config.h"

#include "date.h"
#include "text-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_NUMBERS 3
/* Bare five-digit numbers are taken for serial days from 1957 to 2119; below, 20209 may
 * as well be a month written without a zero. */
#define FIRST_LIKELY_SERIAL 21000
#define LAST_LIKELY_SERIAL 80000
/* A compound older or a contract later than this is more likely a slip. */
#define FIRST_LIKELY_YEAR 1900
#define YEARS_AHEAD 50

typedef enum
{
  MARK_END,       /* nothing or words follow */
  MARK_SEPARATOR, /* . - / */
  MARK_YEAR,      /* 年 */
  MARK_MONTH,     /* 月 */
  MARK_DAY        /* 日, 号 */
} Mark;

typedef struct
{
  int value;
  guint n_digits;
  Mark mark;
} Number;

/* What stands in the text, before it has a meaning. */
typedef struct
{
  Number numbers[MAX_NUMBERS];
  guint n;
  const char *tail; /* words behind the last number */
} Parts;

/* -1 where the text has no such part. */
typedef struct
{
  int year, month, day;
} Fields;

static YsDateReading
finish (YsDateReading reading, char *reason, char **out_reason)
{
  if (out_reason != NULL)
    *out_reason = reason;
  else
    g_free (reason);
  return reading;
}

static YsDateReading
refuse_text (const char *text, char **out_reason)
{
  /* Translators: %s is what the user typed in a date field. */
  return finish (YS_DATE_READ_BAD,
                 g_strdup_printf (_ ("“%s” is no date. Write it like 2019-12-01, or only 2019-12."),
                                  text),
                 out_reason);
}

/* Cuts the time that spreadsheets and exports write behind a day. */
static void
cut_time (char *text)
{
  char *colon = strchr (text, ':'), *p = colon;

  if (colon == NULL || colon[strspn (colon, "0123456789:.Z")] != '\0')
    return;
  while (p > text && g_ascii_isdigit (p[-1]))
    p--;
  if (p > text && (p[-1] == ' ' || p[-1] == 'T'))
    p[-1] = '\0';
}

/* Spaces mean nothing beside a mark; between two numbers they are one. */
static char *
drop_spaces (const char *text)
{
  GString *kept = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p != ' ')
        g_string_append_c (kept, *p);
      else if (kept->len > 0 && g_ascii_isdigit (kept->str[kept->len - 1])
               && g_ascii_isdigit (p[1 + strspn (p + 1, " ")]) && p[1] != ' ')
        g_string_append_c (kept, '-');
    }
  return g_string_free (kept, FALSE);
}

static Mark
take_mark (const char **p)
{
  static const struct
  {
    const char *text;
    Mark mark;
  } marks[] = {
    { ".", MARK_SEPARATOR },  { "-", MARK_SEPARATOR }, { "/", MARK_SEPARATOR },
    { "。", MARK_SEPARATOR }, { "年", MARK_YEAR },     { "月", MARK_MONTH },
    { "日", MARK_DAY },       { "号", MARK_DAY },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (*p, marks[i].text))
      {
        *p += strlen (marks[i].text);
        return marks[i].mark;
      }
  return MARK_END;
}

/* FALSE when @text is no row of numbers and marks with words at the end only. */
static gboolean
split_parts (const char *text, Parts *parts)
{
  const char *p = text;
  Mark mark = MARK_SEPARATOR;

  memset (parts, 0, sizeof *parts);
  while (g_ascii_isdigit (*p))
    {
      Number *number = &parts->numbers[parts->n];
      gsize n_digits = strspn (p, "0123456789");

      if (parts->n == MAX_NUMBERS || mark == MARK_END || n_digits > 8)
        return FALSE;
      number->value = (int)g_ascii_strtoll (p, NULL, 10);
      number->n_digits = (guint)n_digits;
      p += n_digits;
      mark = number->mark = take_mark (&p);
      parts->n++;
    }
  parts->tail = p;
  /* "2020." is unfinished, "2020--9" a slip. */
  if (parts->n == 0 || mark == MARK_SEPARATOR || strpbrk (p, "0123456789") != NULL)
    return FALSE;
  return TRUE;
}

static gboolean
is_year_like (Number number)
{
  return number.n_digits == 4 || number.n_digits == 2;
}

/* Gives the numbers their roles; FALSE when marks and order contradict each other. */
static gboolean
assign_fields (const Parts *parts, Fields *fields)
{
  const Number *n = parts->numbers;
  int *roles[] = { &fields->year, &fields->month, &fields->day };
  guint role;

  *fields = (Fields){ -1, -1, -1 };
  if (n[0].mark == MARK_MONTH)
    role = 1;
  else if (n[0].mark == MARK_YEAR || n[0].n_digits == 4 || parts->n == 3)
    role = 0;
  else if (parts->n == 2 && n[0].mark == MARK_SEPARATOR && n[1].mark == MARK_MONTH)
    role = 0;
  else if (parts->n == 2 && n[0].mark == MARK_SEPARATOR)
    role = n[0].n_digits == 2 && n[0].value > 12 && n[1].mark == MARK_END ? 0 : 1;
  else
    return FALSE;
  for (guint i = 0; i < parts->n; i++, role++)
    {
      if (role > 2 || (role == 0 ? !is_year_like (n[i]) : n[i].n_digits > 2))
        return FALSE;
      if (n[i].mark >= MARK_YEAR && n[i].mark - MARK_YEAR != role)
        return FALSE;
      *roles[role] = n[i].value;
    }
  return TRUE;
}

static gboolean
is_month (int value)
{
  return value >= 1 && value <= 12;
}

/* 20200915, 202009 and 200915; FALSE for a bare number of another kind. Six digits are a
 * year and a month unless only the other reading, with a two-digit year, has a month. */
static gboolean
split_compact (const Parts *parts, Fields *fields)
{
  const Number *n = &parts->numbers[0];
  Fields year_month = { n->value / 100, n->value % 100, -1 };
  Fields whole = { n->value / 10000, n->value / 100 % 100, n->value % 100 };

  if (parts->n != 1 || n->mark != MARK_END || (n->n_digits != 8 && n->n_digits != 6))
    return FALSE;
  *fields = whole;
  if (n->n_digits == 6 && year_month.year >= FIRST_LIKELY_YEAR && year_month.year < 2200
      && (is_month (year_month.month) || !is_month (whole.month)))
    *fields = year_month;
  return TRUE;
}

/* Words that add nothing to a month or a day already read. */
static gboolean
is_plain_tail (const char *tail)
{
  static const char *const words[] = { "",     "底",   "末",   "初",   "份",   "月底", "月末",
                                       "月初", "中旬", "上旬", "下旬", "年底", "年初", "年末" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (tail, words[i]) == 0)
      return TRUE;
  return g_str_has_prefix (tail, "星期") || g_str_has_prefix (tail, "(星期");
}

/* The same day or month in the nearest year, such as @fields mean without a year. */
static YsDate
last_before (Fields fields, YsDate reference)
{
  for (int year = reference.year; year > reference.year - 9; year--)
    {
      YsDate date = { (gint16)year, (gint8)fields.month, (gint8)MAX (fields.day, 0) };
      YsDate first = date;

      if (year < 1 || !ys_date_is_valid (date))
        continue;
      first.day = MAX (first.day, 1);
      if (ys_date_compare (first, reference) <= 0)
        return date;
    }
  return YS_DATE_UNKNOWN;
}

static YsDateReading
refuse_month (Fields fields, int month, char **out_reason)
{
  int near = month < 1 ? 1 : 12;
  YsDate month_only = { (gint16)fields.year, (gint8)near, 0 };
  YsDate day = { (gint16)fields.year, (gint8)near, (gint8)CLAMP (fields.day, 0, 31) };
  g_autofree char *better = NULL, *shorter = NULL;

  if (day.day == 0)
    {
      day = month_only;
      month_only.month = 0;
    }
  better = ys_date_to_iso (day);
  shorter = ys_date_to_iso (month_only);
  return finish (YS_DATE_READ_BAD,
                 /* Translators: then a date and its shorter form: 2019-12-01, 2019-12. */
                 g_strdup_printf (_ ("There is no month %d. Write %s, or only %s."), month, better,
                                  shorter),
                 out_reason);
}

static YsDateReading
refuse_day (Fields fields, char **out_reason)
{
  int n_days = (int)ys_date_days_in_month (fields.year, fields.month);
  YsDate month = { (gint16)fields.year, (gint8)fields.month, 0 };
  YsDate near = { month.year, month.month, (gint8)CLAMP (fields.day, 1, n_days) };
  g_autofree char *month_text = ys_date_to_iso (month), *near_text = ys_date_to_iso (near);

  if (fields.day == 0)
    /* Translators: then a date and its shorter form: 2021-04-01, 2021-04. */
    return finish (YS_DATE_READ_BAD,
                   g_strdup_printf (_ ("There is no day 0. Write %s, or only %s."), near_text,
                                    month_text),
                   out_reason);
  return finish (YS_DATE_READ_BAD,
                 /* Translators: month, its number of days, a day in it, the month again:
                  * 2021-02 has only 28 days. Write 2021-02-28, or only 2021-02. */
                 g_strdup_printf (_ ("%s has only %d days. Write %s, or only %s."), month_text,
                                  n_days, near_text, month_text),
                 out_reason);
}

static YsDateReading
doubt (YsDate date, const char *format_reason, YsDate *out_date, char **out_reason)
{
  g_autofree char *iso = ys_date_to_iso (date);
  const char *mark = strstr (format_reason, "%s");

  g_assert (mark != NULL);
  *out_date = date;
  return finish (YS_DATE_READ_DOUBTFUL,
                 g_strdup_printf ("%.*s%s%s", (int)(mark - format_reason), format_reason, iso,
                                  mark + 2),
                 out_reason);
}

/* Without a year: month 1 to 12 and a day that some year has. */
static YsDateReading
read_without_year (
    const char *text, Fields fields, YsDate reference, YsDate *out_date, char **out_reason)
{
  YsDate date = YS_DATE_UNKNOWN;

  if (is_month (fields.month) && fields.day != 0 && fields.day <= 31 && ys_date_is_full (reference))
    date = last_before (fields, reference);
  if (!ys_date_is_known (date))
    return refuse_text (text, out_reason);
  return doubt (date, _ ("The year is missing and was taken as in %s. Write the year too."),
                out_date, out_reason);
}

static YsDateReading
read_fields (const char *text,
             const Parts *parts,
             Fields fields,
             YsDate reference,
             YsDate *out_date,
             char **out_reason)
{
  guint n_digits = parts->numbers[0].n_digits;
  gboolean short_year = fields.year < 100 && (n_digits == 2 || n_digits == 6);
  YsDate date;

  if (fields.year == 0 && !short_year)
    return refuse_text (text, out_reason);
  if (short_year)
    fields.year += 2000 + fields.year > MAX (reference.year, 2000) ? 1900 : 2000;
  if (fields.month == 0 || fields.month > 12)
    return refuse_month (fields, fields.month, out_reason);
  date = (YsDate){ (gint16)fields.year, (gint8)MAX (fields.month, 0),
                   (gint8)CLAMP (fields.day, 0, 99) };
  if (fields.day == 0 || !ys_date_is_valid (date))
    return refuse_day (fields, out_reason);
  if (short_year)
    return doubt (date, _ ("The year has two digits and was read as in %s. Write all four."),
                  out_date, out_reason);
  if (fields.year < FIRST_LIKELY_YEAR
      || (reference.year > 0 && fields.year > reference.year + YEARS_AHEAD))
    return doubt (date, _ ("The year in %s is unlikely. Check it."), out_date, out_reason);
  if (!is_plain_tail (parts->tail))
    return doubt (date, _ ("Only a part was read, as %s. Move the other words to the remark."),
                  out_date, out_reason);
  *out_date = date;
  return YS_DATE_READ_OK;
}

/* 45231 or 45231.5: the number beneath a date cell. */
static gboolean
read_serial (const char *text, YsDate *out_date)
{
  gsize n = strspn (text, "0123456789");
  gint64 serial = g_ascii_strtoll (text, NULL, 10);

  if (n != 5 || serial < FIRST_LIKELY_SERIAL || serial > LAST_LIKELY_SERIAL)
    return FALSE;
  if (text[n] == '.')
    n += 1 + strspn (text + n + 1, "0123456789");
  if (text[n] != '\0')
    return FALSE;
  *out_date = ys_date_from_serial ((double)serial, FALSE);
  return TRUE;
}

/* A cell that holds the number 2020.10 loses its last zero. */
static gboolean
may_have_lost_zero (const char *text)
{
  return strlen (text) == 6 && strspn (text, "0123456789") == 4 && strcmp (text + 4, ".1") == 0;
}

YsDateReading
ys_date_read (const char *text, YsDate reference, YsDate *out_date, char **out_reason)
{
  g_autofree char *folded = ys_fold_text (text), *packed = NULL;
  Parts parts;
  Fields fields;
  YsDate serial_day;
  YsDateReading reading;

  g_return_val_if_fail (out_date != NULL, YS_DATE_READ_BAD);

  *out_date = YS_DATE_UNKNOWN;
  if (out_reason != NULL)
    *out_reason = NULL;
  if (*folded == '\0')
    return YS_DATE_READ_EMPTY;
  cut_time (folded);
  packed = drop_spaces (folded);
  if (read_serial (packed, &serial_day))
    return doubt (serial_day,
                  _ ("This may be a spreadsheet's day number, read as %s. Write it as a date."),
                  out_date, out_reason);
  if (!split_parts (packed, &parts)
      || (!split_compact (&parts, &fields) && !assign_fields (&parts, &fields)))
    return refuse_text (folded, out_reason);
  if (fields.year < 0)
    return read_without_year (folded, fields, reference, out_date, out_reason);
  reading = read_fields (folded, &parts, fields, reference, out_date, out_reason);
  if (reading == YS_DATE_READ_OK && may_have_lost_zero (packed))
    return doubt (*out_date, _ ("Read as %s. If October is meant, write 10 for the month."),
                  out_date, out_reason);
  return reading;
}
