/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads and writes whole numbers and hundredths without ever passing through a float.
 * What cannot be read exactly is refused, never rounded. */
#include "config.h"

#include "number.h"
#include "text-fold.h"

#include <string.h>

/* Far above any count, area or sum of money, far below overflow when scaled. */
#define MAX_DIGITS 13

/* 万, the one large unit that stands behind figures in office tables: 8.6万平方米. */
#define WAN "万"

gboolean
ys_number_equal (YsNumber a, YsNumber b)
{
  return a.is_set == b.is_set && (!a.is_set || a.value == b.value);
}

gint64
ys_divide_rounded (gint64 numerator, gint64 denominator)
{
  gint64 quotient, rest;

  g_return_val_if_fail (denominator > 0, 0);

  quotient = numerator / denominator;
  rest = numerator % denominator;
  if (rest < 0)
    return -rest >= denominator + rest ? quotient - 1 : quotient;
  return rest >= denominator - rest ? quotient + 1 : quotient;
}

/* Copies the digits of the whole part at *@p without their thousands separators to
 * @digits. A separator must be followed by exactly three digits. */
static gboolean
take_whole_part (const char **p, GString *digits)
{
  const char *s = *p;
  gsize head = strspn (s, "0123456789");

  if (head == 0)
    return FALSE;
  g_string_append_len (digits, s, (gssize)head);
  s += head;
  if (*s == ',' && head > 3)
    return FALSE;
  while (*s == ',')
    {
      if (strspn (s + 1, "0123456789") != 3)
        return FALSE;
      g_string_append_len (digits, s + 1, 3);
      s += 4;
    }
  *p = s;
  return TRUE;
}

/* Whether @unit may stand behind a number: nothing, or a word without figures. Other
 * multipliers than 万 would change the value unseen, so they are refused. */
static gboolean
is_plain_unit (const char *unit)
{
  static const char *const multipliers[] = { "十", "百", "千", "亿", "万", NULL };
  gunichar first = g_utf8_get_char (unit);

  if (*unit == '\0' || g_ascii_strcasecmp (unit, "m2") == 0 || g_ascii_strcasecmp (unit, "m²") == 0)
    return TRUE;
  for (gsize i = 0; multipliers[i] != NULL; i++)
    if (g_str_has_prefix (unit, multipliers[i]))
      return FALSE;
  /* 85x is a slip of the finger, 85户 a figure with its unit. */
  if (g_ascii_isalpha (*unit)
      || (!g_unichar_isalpha (first) && g_unichar_type (first) != G_UNICODE_OTHER_SYMBOL))
    return FALSE;
  for (const char *p = unit; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isdigit (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

static const char *
skip_spaces (const char *p)
{
  while (*p == ' ')
    p++;
  return p;
}

/* Moves @places decimals from @fraction to @whole; the rest must be zeros. */
static gboolean
scale (GString *whole, const char *fraction, gsize n_fraction, guint places)
{
  for (gsize i = 0; i < places; i++)
    g_string_append_c (whole, i < n_fraction ? fraction[i] : '0');
  for (gsize i = places; i < n_fraction; i++)
    if (fraction[i] != '0')
      return FALSE;
  return TRUE;
}

/* Reads @text times 10^@places. */
static gboolean
read_scaled (const char *text, guint places, YsNumber *out)
{
  g_autofree char *folded = ys_fold_text (text);
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *p = folded, *fraction;
  gsize n_fraction = 0;

  *out = YS_NUMBER_UNSET;
  if (*p == '\0')
    return TRUE;
  if (!take_whole_part (&p, digits))
    return FALSE;
  fraction = p + 1;
  if (*p == '.')
    {
      n_fraction = strspn (fraction, "0123456789");
      if (n_fraction == 0)
        return FALSE;
      p = fraction + n_fraction;
    }
  p = skip_spaces (p);
  if (g_str_has_prefix (p, WAN))
    {
      p = skip_spaces (p + strlen (WAN));
      places += 4;
    }
  if (!is_plain_unit (p) || !scale (digits, fraction, n_fraction, places))
    return FALSE;
  p = digits->str + strspn (digits->str, "0");
  if (strlen (p) > MAX_DIGITS + 2)
    return FALSE;
  *out = YS_NUMBER (g_ascii_strtoll (p, NULL, 10));
  return TRUE;
}

gboolean
ys_number_read_count (const char *text, YsNumber *out_number)
{
  g_return_val_if_fail (out_number != NULL, FALSE);

  return read_scaled (text, 0, out_number);
}

gboolean
ys_number_read_hundredths (const char *text, YsNumber *out_hundredths)
{
  g_return_val_if_fail (out_hundredths != NULL, FALSE);

  return read_scaled (text, 2, out_hundredths);
}

/* Works on the unsigned magnitude, so that G_MININT64 has one too. */
static GString *
whole_to_string (guint64 magnitude, gboolean negative, gboolean grouped)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, magnitude);
  gsize n = strlen (digits);
  GString *text = g_string_new (negative ? "-" : "");

  for (gsize i = 0; i < n; i++)
    {
      if (grouped && i > 0 && (n - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, digits[i]);
    }
  return text;
}

static guint64
magnitude_of (gint64 value)
{
  return value < 0 ? -(guint64)value : (guint64)value;
}

char *
ys_hundredths_to_text (gint64 hundredths, gboolean grouped)
{
  guint64 magnitude = magnitude_of (hundredths);
  GString *text = whole_to_string (magnitude / 100, hundredths < 0, grouped);

  g_string_append_printf (text, ".%02u", (guint)(magnitude % 100));
  return g_string_free (text, FALSE);
}

char *
ys_count_to_text (gint64 count, gboolean grouped)
{
  return g_string_free (whole_to_string (magnitude_of (count), count < 0, grouped), FALSE);
}
