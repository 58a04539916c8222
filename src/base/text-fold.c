/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One table of what counts as the same character, so that a name's key, a number and a
 * date agree on width, spaces, dashes and brackets. */
#include "config.h"

#include "text-fold.h"

gboolean
ys_fold_is_space (gunichar c)
{
  return c == ' ' || c == 0x00A0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F
         || c == 0x205F || c == 0x1680;
}

gboolean
ys_fold_is_invisible (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT || type == G_UNICODE_LINE_SEPARATOR
         || type == G_UNICODE_PARAGRAPH_SEPARATOR;
}

static gunichar
fold_bracket (gunichar c)
{
  static const gunichar opening[]
      = { '(',    '[',    '{',    0x3008, 0x300A, 0x300C, 0x300E, 0x3010,
          0x3014, 0x3016, 0xFE59, 0xFF3B, 0xFF5B, 0xFF08, 0 };
  static const gunichar closing[]
      = { ')',    ']',    '}',    0x3009, 0x300B, 0x300D, 0x300F, 0x3011,
          0x3015, 0x3017, 0xFE5A, 0xFF3D, 0xFF5D, 0xFF09, 0 };

  for (gsize i = 0; opening[i] != 0; i++)
    {
      if (c == opening[i])
        return '(';
      if (c == closing[i])
        return ')';
    }
  return c;
}

gunichar
ys_fold_char (gunichar c)
{
  gunichar bracket = fold_bracket (c);

  if (bracket != c)
    return bracket;
  if (ys_fold_is_space (c))
    return ' ';
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212)
    return '-';
  if (c == 0x3001 || c == 0xFF64)
    return ',';
  if (c == 0x2018 || c == 0x2019)
    return '\'';
  if (c == 0x201C || c == 0x201D)
    return '"';
  if (c == 0x2022 || c == 0x2027 || c == 0x2219 || c == 0x30FB || c == 0xFF65)
    return 0x00B7;
  if (c >= 0xFF01 && c <= 0xFF5E)
    return c - 0xFF01 + '!';
  return c;
}

char *
ys_fold_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *folded = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\t' || c == '\n' || c == '\r')
        g_string_append_c (folded, ' ');
      else if (!ys_fold_is_invisible (c))
        g_string_append_unichar (folded, ys_fold_char (c));
    }
  return g_strstrip (g_string_free (folded, FALSE));
}
