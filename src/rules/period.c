/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spans are counted in months from the year 0, so that one division gives each kind its part. */
#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "field.h"
#include "period.h"
#include "text.h"

#define FIRST_YEAR 1900
/* The year after the last one must be a date, too. */
#define LAST_YEAR 9998

static const int months_of[] = {
  [YS_SPAN_MONTH] = 1,
  [YS_SPAN_QUARTER] = 3,
  [YS_SPAN_HALF] = 6,
  [YS_SPAN_YEAR] = 12,
};

/* Months from the year 0 to the span's first. */
static int
first_month (YsSpan span)
{
  return span.year * 12 + (span.part - 1) * months_of[span.kind];
}

static YsSpan
span_at (YsSpanKind kind, int month)
{
  return (YsSpan){ kind, month / 12, month % 12 / months_of[kind] + 1 };
}

static YsDate
first_day (int month)
{
  return (YsDate){ (gint16)(month / 12), (gint8)(month % 12 + 1), 1 };
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

gboolean
ys_span_read (const char *text, YsSpan *out_span, GError **error)
{
  YsSpan span = { YS_SPAN_YEAR, 0, 1 };
  g_autofree char *clean = ys_text_clean (text);

  g_return_val_if_fail (out_span != NULL, FALSE);

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
               _ ("“%s” is no period. Write 2026-10, 2026Q4, 2026H2 or 2026."), clean);
  return FALSE;
}

YsSpan
ys_span_of (YsSpanKind kind, YsDate day)
{
  g_return_val_if_fail (ys_date_is_full (day), ((YsSpan){ kind, FIRST_YEAR, 1 }));

  return span_at (kind, day.year * 12 + day.month - 1);
}

YsSpan
ys_span_add (YsSpan span, int n)
{
  return span_at (span.kind, first_month (span) + n * months_of[span.kind]);
}

gboolean
ys_span_equal (YsSpan a, YsSpan b)
{
  return a.kind == b.kind && a.year == b.year && a.part == b.part;
}

gboolean
ys_span_contains (YsSpan span, YsDate day)
{
  return ys_span_equal (ys_span_of (span.kind, day), span);
}

YsDate
ys_span_first (YsSpan span)
{
  return first_day (first_month (span));
}

YsDate
ys_span_last (YsSpan span)
{
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
    }
  g_assert_not_reached ();
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
    }
  g_assert_not_reached ();
}
