/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spans are counted in months from the year 0, so that one division gives each kind its part. Free
 * days keep their two dates, and only if no other kind has exactly these days. */
#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "field.h"
#include "period.h"
#include "text.h"

#define FIRST_YEAR 1900
/* The year after the last one must be a date, too. */
#define LAST_YEAR 9998

#define DAYS_MARK ".."

static const int months_of[] = {
  [YS_SPAN_MONTH] = 1,
  [YS_SPAN_QUARTER] = 3,
  [YS_SPAN_HALF] = 6,
  [YS_SPAN_YEAR] = 12,
};

/* Of free days; every other kind has its own. */
#define N_KINDS ((int)G_N_ELEMENTS (months_of))

/* Months from the year 0 to the span's first. */
static int
first_month (YsSpan span)
{
  return span.year * 12 + (span.part - 1) * months_of[span.kind];
}

static YsSpan
span_at (YsSpanKind kind, int month)
{
  return (YsSpan){ .kind = kind, .year = month / 12, .part = month % 12 / months_of[kind] + 1 };
}

static YsDate
first_day (int month)
{
  return (YsDate){ (gint16)(month / 12), (gint8)(month % 12 + 1), 1 };
}

/* One span, one name: 2026-10-01 to 2026-10-31 is the month. */
static YsSpan
span_of_days (YsDate first, YsDate last)
{
  for (int kind = 0; kind < N_KINDS; kind++)
    {
      YsSpan span = ys_span_of ((YsSpanKind)kind, first);

      if (ys_date_equal (ys_span_first (span), first) && ys_date_equal (ys_span_last (span), last))
        return span;
    }
  return (YsSpan){ .kind = YS_SPAN_CUSTOM, .year = first.year, .first = first, .last = last };
}

static gboolean
is_in_years (YsDate day)
{
  return ys_date_is_full (day) && day.year >= FIRST_YEAR && day.year <= LAST_YEAR;
}

gboolean
ys_span_from_days (YsDate first, YsDate last, YsSpan *out_span, GError **error)
{
  g_return_val_if_fail (out_span != NULL, FALSE);

  if (!is_in_years (first) || !is_in_years (last))
    g_set_error_literal (error, YS_VALUE_ERROR, YS_VALUE_ERROR_BAD,
                         _ ("A free period has a first and a last day. Write both: "
                            "2026-10-01..2026-12-15."));
  else if (ys_date_compare (last, first) < 0)
    g_set_error_literal (error, YS_VALUE_ERROR, YS_VALUE_ERROR_BAD,
                         _ ("The last day lies before the first. Write the earlier day first."));
  else if (ys_date_to_days (last) - ys_date_to_days (first) >= YS_SPAN_MOST_DAYS)
    g_set_error (error, YS_VALUE_ERROR, YS_VALUE_ERROR_BAD,
                 _ ("A free period has at most %d days, two years. Choose an earlier last day."),
                 YS_SPAN_MOST_DAYS);
  else
    {
      *out_span = span_of_days (first, last);
      return TRUE;
    }
  return FALSE;
}

/* @text is @length digits and the end. */
static gboolean
read_digits (const char *text, guint length, int *out)
{
  *out = 0;
  for (guint i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *out = *out * 10 + g_ascii_digit_value (text[i]);
    }
  return text[length] == '\0';
}

static gboolean
read_part (const char *text, YsSpan *span)
{
  span->part = 1;
  if (*text == '\0')
    span->kind = YS_SPAN_YEAR;
  else if (*text == '-')
    span->kind = YS_SPAN_MONTH;
  else if (g_ascii_toupper (*text) == 'Q')
    span->kind = YS_SPAN_QUARTER;
  else if (g_ascii_toupper (*text) == 'H')
    span->kind = YS_SPAN_HALF;
  else
    return FALSE;
  if (*text != '\0' && !read_digits (text + 1, *text == '-' ? 2 : 1, &span->part))
    return FALSE;
  return span->part >= 1 && span->part <= 12 / months_of[span->kind];
}

/* 2026-10-01..2026-12-15, both days whole. */
static gboolean
read_days (const char *text, const char *mark, YsSpan *out_span, GError **error)
{
  g_autofree char *from = g_strndup (text, (gsize)(mark - text));
  const char *to = mark + strlen (DAYS_MARK);
  YsDate first, last;

  if (ys_date_from_iso (from, &first) && ys_date_is_full (first) && ys_date_from_iso (to, &last)
      && ys_date_is_full (last))
    return ys_span_from_days (first, last, out_span, error);
  g_set_error (error, YS_VALUE_ERROR, YS_VALUE_ERROR_BAD,
               _ ("“%s” are no two days of the calendar. Write 2026-10-01..2026-12-15."), text);
  return FALSE;
}

gboolean
ys_span_read (const char *text, YsSpan *out_span, GError **error)
{
  YsSpan span = { .kind = YS_SPAN_YEAR, .part = 1 };
  g_autofree char *clean = ys_text_clean (text);
  const char *mark = strstr (clean, DAYS_MARK);

  g_return_val_if_fail (out_span != NULL, FALSE);

  if (mark != NULL)
    return read_days (clean, mark, out_span, error);
  if (strlen (clean) >= 4)
    {
      g_autofree char *year = g_strndup (clean, 4);

      if (read_digits (year, 4, &span.year) && span.year >= FIRST_YEAR && span.year <= LAST_YEAR
          && read_part (clean + 4, &span))
        {
          *out_span = span;
          return TRUE;
        }
    }
  g_set_error (error, YS_VALUE_ERROR, YS_VALUE_ERROR_BAD,
               _ ("“%s” is no period. Write 2026-10, 2026Q4, 2026H2, 2026 or "
                  "2026-10-01..2026-12-15."),
               clean);
  return FALSE;
}

YsSpan
ys_span_of (YsSpanKind kind, YsDate day)
{
  g_return_val_if_fail (ys_date_is_full (day) && kind != YS_SPAN_CUSTOM,
                        span_at (YS_SPAN_YEAR, FIRST_YEAR * 12));

  return span_at (kind, day.year * 12 + day.month - 1);
}

/* Whole months from the first day to the day after the last, when both are the same day of a month
 * that every month has; else 0. */
static int
months_between (YsDate first, YsDate last)
{
  YsDate next = ys_date_add_days (last, 1);

  if (first.day != next.day || first.day > 28)
    return 0;
  return (next.year - first.year) * 12 + next.month - first.month;
}

static YsDate
add_months (YsDate day, int n)
{
  YsDate first = first_day (day.year * 12 + day.month - 1 + n);

  first.day = day.day;
  return first;
}

static YsSpan
add_custom (YsSpan span, int n)
{
  int months = months_between (span.first, span.last);
  gint64 days = ys_date_to_days (span.last) - ys_date_to_days (span.first) + 1;

  if (months > 0)
    return span_of_days (add_months (span.first, n * months),
                         ys_date_add_days (add_months (ys_date_add_days (span.last, 1), n * months),
                                           -1));
  return span_of_days (ys_date_add_days (span.first, n * days),
                       ys_date_add_days (span.last, n * days));
}

YsSpan
ys_span_add (YsSpan span, int n)
{
  if (span.kind == YS_SPAN_CUSTOM)
    return add_custom (span, n);
  return span_at (span.kind, first_month (span) + n * months_of[span.kind]);
}

gboolean
ys_span_equal (YsSpan a, YsSpan b)
{
  return a.kind == b.kind && a.year == b.year && a.part == b.part
         && ys_date_equal (a.first, b.first) && ys_date_equal (a.last, b.last);
}

int
ys_span_compare (YsSpan a, YsSpan b)
{
  int order = ys_date_compare (ys_span_first (a), ys_span_first (b));

  return order != 0 ? order : ys_date_compare (ys_span_last (a), ys_span_last (b));
}

gboolean
ys_span_contains (YsSpan span, YsDate day)
{
  return ys_date_compare (ys_span_first (span), day) <= 0
         && ys_date_compare (day, ys_span_last (span)) <= 0;
}

guint
ys_span_whole_months (YsSpan span)
{
  if (span.kind != YS_SPAN_CUSTOM)
    return (guint)months_of[span.kind];
  return span.first.day == 1 ? (guint)months_between (span.first, span.last) : 0;
}

YsDate
ys_span_first (YsSpan span)
{
  return span.kind == YS_SPAN_CUSTOM ? span.first : first_day (first_month (span));
}

YsDate
ys_span_last (YsSpan span)
{
  if (span.kind == YS_SPAN_CUSTOM)
    return span.last;
  return ys_date_add_days (first_day (first_month (span) + months_of[span.kind]), -1);
}

static YsInstant
midnight (YsDate day)
{
  return ys_date_to_days (day) * 86400 - YS_SHANGHAI_OFFSET_SECONDS;
}

YsInstant
ys_span_start (YsSpan span)
{
  return midnight (ys_span_first (span));
}

YsInstant
ys_span_end (YsSpan span)
{
  return midnight (ys_date_add_days (ys_span_last (span), 1));
}

static char *
name_days (YsSpan span)
{
  g_autofree char *first = ys_date_to_iso (span.first);
  g_autofree char *last = ys_date_to_iso (span.last);

  return g_strconcat (first, DAYS_MARK, last, NULL);
}

char *
ys_span_name (YsSpan span)
{
  switch (span.kind)
    {
    case YS_SPAN_MONTH:
      return g_strdup_printf ("%04d-%02d", span.year, span.part);
    case YS_SPAN_QUARTER:
      return g_strdup_printf ("%04dQ%d", span.year, span.part);
    case YS_SPAN_HALF:
      return g_strdup_printf ("%04dH%d", span.year, span.part);
    case YS_SPAN_YEAR:
      return g_strdup_printf ("%04d", span.year);
    case YS_SPAN_CUSTOM:
      return name_days (span);
    }
  g_assert_not_reached ();
}

/* 2026年10月1日至12月15日, 2025年12月1日至2026年2月15日, 2026年10月5日至20日, 2026年10月5日 */
static char *
label_days (YsSpan span)
{
  g_autofree char *first = ys_date_to_chinese (span.first);
  YsDate last = span.last;

  if (ys_date_equal (span.first, last))
    return g_steal_pointer (&first);
  if (last.year != span.first.year)
    return g_strdup_printf ("%s至%d年%d月%d日", first, last.year, last.month, last.day);
  if (last.month != span.first.month)
    return g_strdup_printf ("%s至%d月%d日", first, last.month, last.day);
  return g_strdup_printf ("%s至%d日", first, last.day);
}

char *
ys_span_label (YsSpan span)
{
  static const char *const quarters[] = { "一", "二", "三", "四" };

  switch (span.kind)
    {
    case YS_SPAN_MONTH:
      return g_strdup_printf ("%d年%d月", span.year, span.part);
    case YS_SPAN_QUARTER:
      return g_strdup_printf ("%d年第%s季度", span.year, quarters[span.part - 1]);
    case YS_SPAN_HALF:
      return g_strdup_printf ("%d年%s半年", span.year, span.part == 1 ? "上" : "下");
    case YS_SPAN_YEAR:
      return g_strdup_printf ("%d年", span.year);
    case YS_SPAN_CUSTOM:
      return label_days (span);
    }
  g_assert_not_reached ();
}
