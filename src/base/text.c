/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is kept of typed text, and under which key two spellings are one name. Every
 * function takes any bytes: what is not UTF-8 is made so first. */
#include "config.h"

#include "text.h"
#include "text-fold.h"

#include <string.h>

#define MAX_FILENAME_BYTES 200

static gboolean
is_ascii_graph (gunichar c)
{
  return c > ' ' && c < 0x7F;
}

/* A line break inside a Chinese cell is only wrapping; between Latin words or numbers it
 * stood for a space. */
static gboolean
break_is_space (const GString *before, const char *after)
{
  gunichar next;

  if (before->len == 0 || !is_ascii_graph ((guchar)before->str[before->len - 1]))
    return FALSE;
  next = ys_fold_char (g_utf8_get_char (after));
  return is_ascii_graph (next);
}

/* First step of cleaning: each character for itself. Punctuation keeps its width. */
static char *
clean_characters (const char *valid)
{
  GString *text = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gunichar half = ys_fold_char (c);

      if (c == '\n' || c == '\t' || c == '\r')
        {
          if (break_is_space (text, g_utf8_next_char (p)))
            g_string_append_c (text, ' ');
        }
      else if (ys_fold_is_space (c))
        g_string_append_c (text, ' ');
      else if (!ys_fold_is_invisible (c))
        g_string_append_unichar (text, half < 0x80 && g_ascii_isalnum ((char)half) ? half : c);
    }
  return g_string_free (text, FALSE);
}

/* ． － ／ ： between digits, ＋ before one and ％ after one belong to the number. */
static gunichar
fold_inside_number (gunichar before, gunichar c, gunichar after)
{
  gunichar half = ys_fold_char (c);
  gboolean left = g_unichar_isdigit (before), right = g_unichar_isdigit (after);

  if ((half == '.' || half == '-' || half == '/' || half == ':') && c != 0x2014 && left && right)
    return half;
  if ((half == '+' && right) || (half == '%' && left))
    return half;
  return c;
}

/* Bytes of the character at @p if cleaning leaves it alone and so does normalization: printable
 * ASCII, common ideographs, 、（）; else 0. A single space inside is left alone too. */
static gsize
plain_length (const guint8 *p)
{
  if (*p > 0x20 && *p < 0x7F)
    return 1;
  if (*p == ' ')
    return p[1] > 0x20 ? 1 : 0;
  if (*p >= 0xE4 && *p <= 0xE9)
    /* U+4E00 to U+9FFF; a byte that does not continue the character is for the long way. */
    return (*p > 0xE4 || p[1] >= 0xB8) && (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80 ? 3 : 0;
  if (strncmp ((const char *)p, "、", 3) == 0 || strncmp ((const char *)p, "（", 3) == 0
      || strncmp ((const char *)p, "）", 3) == 0)
    return 3;
  return 0;
}

/* Most cells of a large table are clean already: they are told by their bytes alone. */
static gboolean
is_plain (const char *text)
{
  const guint8 *p = (const guint8 *)text;

  if (*p == ' ')
    return FALSE;
  while (*p != '\0')
    {
      gsize length = plain_length (p);
      if (length == 0)
        return FALSE;
      p += length;
    }
  return TRUE;
}

static char *
plain_key (const char *text)
{
  char *key = g_malloc (strlen (text) + 1), *to = key;
  const guint8 *p = (const guint8 *)text;

  while (*p != '\0')
    {
      gsize length = plain_length (p);

      if (length == 1 && *p != ' ')
        *to++ = g_ascii_tolower ((char)ys_fold_char (*p));
      else if (length == 3 && *p >= 0xE4 && *p <= 0xE9)
        {
          memcpy (to, p, 3);
          to += 3;
        }
      else if (length == 3) /* 、（） */
        *to++ = (char)ys_fold_char (g_utf8_get_char ((const char *)p));
      p += length;
    }
  *to = '\0';
  return key;
}

char *
ys_text_clean (const char *text)
{
  if (text != NULL && is_plain (text))
    return g_strdup (text);

  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *mapped = clean_characters (valid);
  g_autoptr (GString) folded = g_string_new (NULL);
  gunichar before = 0;

  for (const char *p = mapped; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (folded, fold_inside_number (before, c,
                                                           g_utf8_get_char (g_utf8_next_char (p))));
      before = c;
    }
  return g_strstrip (g_utf8_normalize (folded->str, -1, G_NORMALIZE_DEFAULT_COMPOSE));
}

char *
ys_text_key (const char *text)
{
  if (text != NULL && is_plain (text))
    return plain_key (text);

  g_autofree char *clean = ys_text_clean (text);
  g_autoptr (GString) key = g_string_new (NULL);

  for (const char *p = clean; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = ys_fold_char (g_utf8_get_char (p));

      if (c != ' ')
        g_string_append_unichar (key, g_unichar_tolower (c));
    }
  return g_utf8_normalize (key->str, -1, G_NORMALIZE_DEFAULT_COMPOSE);
}

/* The bracket that closes the one at @open, of whatever style; NULL when there is none. */
static const char *
find_closing (const char *open)
{
  int depth = 0;

  for (const char *p = open; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = ys_fold_char (g_utf8_get_char (p));

      if (c == '(')
        depth++;
      else if (c == ')' && --depth == 0)
        return p;
    }
  return NULL;
}

/* 、 always parts; a comma or semicolon does not when it stands inside a figure (24，25号楼). */
static gboolean
is_list_mark (const char *start, const char *p)
{
  gunichar c = g_utf8_get_char (p);

  if (c == 0x3001 || c == 0xFF64)
    return TRUE;
  if (c != ',' && c != 0xFF0C && c != ';' && c != 0xFF1B)
    return FALSE;
  return p == start || !g_unichar_isdigit (g_utf8_get_char (g_utf8_prev_char (p)))
         || !g_unichar_isdigit (g_utf8_get_char (g_utf8_next_char (p)));
}

static void
add_part (GStrvBuilder *parts, const char *start, const char *end)
{
  g_autofree char *raw = g_strndup (start, (gsize)(end - start));
  g_autofree char *clean = ys_text_clean (raw);

  if (*clean != '\0')
    g_strv_builder_add (parts, clean);
}

GStrv
ys_text_split_list (const char *text)
{
  g_autofree char *clean = ys_text_clean (text);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  const char *start = clean, *p = clean;

  while (*p != '\0')
    {
      const char *closing = NULL;

      if (ys_fold_char (g_utf8_get_char (p)) == '(')
        closing = find_closing (p);
      if (closing != NULL)
        p = closing;
      else if (is_list_mark (start, p))
        {
          add_part (parts, start, p);
          start = g_utf8_next_char (p);
        }
      p = g_utf8_next_char (p);
    }
  add_part (parts, start, p);
  return g_strv_builder_end (parts);
}

/* "（20个）" or "(20)" at @open, up to the end: 20. Anything else: -1. */
static int
read_count_bracket (const char *open)
{
  g_autofree char *inside = ys_fold_text (g_utf8_next_char (open));
  char *digits = inside, *end;
  gsize n = strspn (digits, "0123456789");

  if (n == 0 || n > 6)
    return -1;
  end = digits + n;
  while (*end == ' ')
    end++;
  if (g_str_has_prefix (end, "个"))
    end += strlen ("个");
  while (*end == ' ')
    end++;
  return strcmp (end, ")") == 0 ? atoi (digits) : -1;
}

void
ys_text_split_count (const char *text, char **out_name, int *out_count)
{
  g_autofree char *clean = ys_text_clean (text);
  const char *open = NULL;

  g_return_if_fail (out_name != NULL && out_count != NULL);

  for (const char *p = clean; *p != '\0'; p = g_utf8_next_char (p))
    if (ys_fold_char (g_utf8_get_char (p)) == '(')
      open = p;
  *out_count = open != NULL && open != clean ? read_count_bracket (open) : -1;
  if (*out_count >= 0)
    *out_name = g_strchomp (g_strndup (clean, (gsize)(open - clean)));
  else
    *out_name = g_steal_pointer (&clean);
}

/* A key 鑫盛公寓(药材宿舍) in its two names; @out_alias NULL when it has no such end. */
static void
split_alias (const char *key, char **out_main, char **out_alias)
{
  const char *open = strchr (key, '(');

  *out_alias = NULL;
  if (open == NULL || open == key || !g_str_has_suffix (key, ")"))
    {
      *out_main = g_strdup (key);
      return;
    }
  *out_main = g_strndup (key, (gsize)(open - key));
  *out_alias = g_strndup (open + 1, strlen (open) - 2);
}

/* A single character is in too many names to mean anything. */
static gboolean
contains (const char *whole, const char *part)
{
  return g_utf8_strlen (part, -1) >= 2 && strstr (whole, part) != NULL;
}

gboolean
ys_text_may_be_same (const char *name_a, const char *name_b)
{
  g_autofree char *a = ys_text_key (name_a), *b = ys_text_key (name_b);
  g_autofree char *main_a = NULL, *alias_a = NULL, *main_b = NULL, *alias_b = NULL;

  if (strcmp (a, b) == 0 || *a == '\0' || *b == '\0')
    return FALSE;
  if (contains (a, b) || contains (b, a))
    return TRUE;
  split_alias (a, &main_a, &alias_a);
  split_alias (b, &main_b, &alias_b);
  return g_strcmp0 (alias_a, main_b) == 0 || g_strcmp0 (alias_b, main_a) == 0;
}

gboolean
ys_text_is_phone (const char *text)
{
  g_autofree char *folded = ys_fold_text (text);
  const char *p = folded;
  guint n_digits = 0;

  if (*p == '+')
    p++;
  for (; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        n_digits++;
      else if (*p != '-' || n_digits == 0 || !g_ascii_isdigit (p[1]))
        return FALSE;
    }
  return n_digits >= 5 && n_digits <= 20;
}

static gboolean
is_reserved_on_windows (const char *name)
{
  static const char *const devices[] = { "con", "prn", "aux", "nul", "com", "lpt", NULL };
  gsize stem = strcspn (name, ".");

  for (gsize i = 0; devices[i] != NULL; i++)
    {
      gsize need = i < 4 ? 3 : 4;

      if (stem == need && g_ascii_strncasecmp (name, devices[i], 3) == 0
          && (need == 3 || (name[3] >= '1' && name[3] <= '9')))
        return TRUE;
    }
  return FALSE;
}

/* Cuts the stem, never the extension: file systems count bytes, and Han take three. */
static char *
shorten_filename (const char *name)
{
  const char *dot = strrchr (name, '.');
  gsize n_extension = dot != NULL && strlen (dot) <= 10 ? strlen (dot) : 0;
  const char *end = name + (MAX_FILENAME_BYTES - n_extension);

  if (strlen (name) <= MAX_FILENAME_BYTES)
    return g_strdup (name);
  while ((*end & 0xC0) == 0x80)
    end--;
  return g_strdup_printf ("%.*s%s", (int)(end - name), name, n_extension > 0 ? dot : "");
}

char *
ys_text_to_filename (const char *text)
{
  g_autofree char *clean = ys_text_clean (text);
  g_autofree char *safe = NULL;
  gsize n;

  g_strdelimit (clean, "<>:\"/\\|?*", '_');
  n = strlen (clean);
  /* Windows drops these at the end, and two names would become one. */
  while (n > 0 && (clean[n - 1] == '.' || clean[n - 1] == ' '))
    clean[--n] = '\0';
  if (n == 0 || is_reserved_on_windows (clean))
    safe = g_strconcat ("_", clean, NULL);
  else
    safe = g_strdup (clean);
  return shorten_filename (safe);
}

guint
ys_text_columns (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  guint columns = 0;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        columns += g_unichar_iswide (c) ? 2 : 1;
    }
  return columns;
}
