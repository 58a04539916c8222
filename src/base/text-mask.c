/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hides names and phones for the projector and for exports that did not ask for them.
 * Where the form is not known, more is hidden rather than less. */
#include "config.h"

#include "text.h"
#include "text-fold.h"

#include <string.h>

static gboolean
is_phone_part (char c)
{
  return g_ascii_isdigit (c) || c == '-' || c == '+' || c == ' ' || c == '(' || c == ')';
}

/* A mobile number has 11 digits beginning with 1, perhaps behind the country's 86. */
static gboolean
is_mobile (const char *digits)
{
  gsize n = strlen (digits);

  return (n == 11 && digits[0] == '1') || (n == 13 && g_str_has_prefix (digits, "861"));
}

static void
mask_run (const char *run, gsize length, GString *masked)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  gsize seen = 0, n, hidden_from, hidden_to;

  for (gsize i = 0; i < length; i++)
    if (g_ascii_isdigit (run[i]))
      g_string_append_c (digits, run[i]);
  n = digits->len;
  hidden_from = is_mobile (digits->str) ? n - 8 : 0;
  hidden_to = is_mobile (digits->str) ? n - 4 : MAX (n, 2) - 2;
  for (gsize i = 0; i < length; i++)
    {
      gboolean is_digit = g_ascii_isdigit (run[i]);

      g_string_append_c (masked,
                         is_digit && seen >= hidden_from && seen < hidden_to ? '*' : run[i]);
      seen += is_digit ? 1 : 0;
    }
}

char *
ys_text_mask_phone (const char *phone)
{
  g_autofree char *clean = ys_text_clean (phone);
  GString *masked = g_string_new (NULL);
  const char *p = clean;

  while (*p != '\0')
    {
      gsize length = 0;

      while (p[length] != '\0' && is_phone_part (p[length]))
        length++;
      if (length > 0)
        mask_run (p, length, masked);
      else
        length = (gsize)(g_utf8_next_char (p) - p), g_string_append_len (masked, p, (gssize)length);
      p += length;
    }
  return g_string_free (masked, FALSE);
}

static void
mask_one_name (const char *name, GString *masked)
{
  gunichar first = g_utf8_get_char (name);
  gsize n_rest = (gsize)g_utf8_strlen (name, -1) - 1;

  g_string_append_unichar (masked, first);
  if (!g_unichar_iswide (first))
    g_string_append (masked, "**");
  else
    /* Three characters and more look alike, so that a rare length gives no one away. */
    for (gsize i = 0; i < MIN (n_rest, 2); i++)
      g_string_append (masked, "某");
}

char *
ys_text_mask_name (const char *name)
{
  g_auto (GStrv) parts = ys_text_split_list (name);
  GString *masked = g_string_new (NULL);

  for (gsize i = 0; parts[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (masked, "、");
      mask_one_name (parts[i], masked);
    }
  return g_string_free (masked, FALSE);
}
