/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheet names: made legal before the library sees them, because its older versions overflow on bad
 * ones and quote too little in print ranges. A town's name must never stop an export. */
#include "config.h"

#include <string.h>

#include "xlsx-private.h"

#define MAX_UNITS 31 /* UTF-16 */

static guint
units_of (gunichar c)
{
  return c > 0xffff ? 2 : 1;
}

static void
cut (GString *name, guint units)
{
  guint used = 0;

  for (const char *p = name->str; *p != '\0'; p = g_utf8_next_char (p))
    {
      used += units_of (g_utf8_get_char (p));
      if (used > units)
        {
          g_string_truncate (name, (gsize)(p - name->str));
          return;
        }
    }
}

/* Letters, digits, _ and . alone stand unquoted in print ranges, where A1, R1C1 or 2020 would be
 * read as something else. */
static gboolean
needs_prefix (const char *name)
{
  gboolean digits = FALSE;

  for (const char *p = name; *p != '\0'; p++)
    {
      if (!g_ascii_isalnum (*p) && *p != '_' && *p != '.')
        return FALSE;
      digits |= g_ascii_isdigit (*p);
    }
  return digits || strlen (name) <= 3 || g_ascii_strcasecmp (name, "true") == 0
         || g_ascii_strcasecmp (name, "false") == 0 || g_ascii_strcasecmp (name, "history") == 0;
}

static GString *
legal (const char *wanted)
{
  g_autofree char *valid = g_utf8_make_valid (wanted, -1);
  GString *name = g_string_new (NULL);

  for (const char *p = g_strstrip (valid); *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x20 || c == 0x7f || c == 0xfffe || c == 0xffff)
        continue;
      if (c < 0x80 && strchr ("[]:*?/\\'", (int)c) != NULL)
        c = c == '\'' ? 0x2019 : '_';
      g_string_append_unichar (name, c);
    }
  if (needs_prefix (name->str))
    g_string_prepend (name, "表");
  cut (name, MAX_UNITS);
  return name;
}

char *
ys_xlsx_sheet_name (const char *name, GHashTable *taken)
{
  g_autoptr (GString) base = legal (name);

  for (guint number = 1;; number++)
    {
      g_autoptr (GString) candidate = g_string_new (base->str);
      g_autofree char *key = NULL;

      if (number > 1)
        {
          g_autofree char *suffix = g_strdup_printf ("（%u）", number);

          cut (candidate, MAX_UNITS - (guint)g_utf8_strlen (suffix, -1));
          g_string_append (candidate, suffix);
        }
      key = g_utf8_casefold (candidate->str, -1);
      if (g_hash_table_add (taken, g_steal_pointer (&key)))
        return g_strdup (candidate->str);
    }
}
