/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Matching walks a name once with the set of query positions reached so far, one bit each,
 * so that every reading of every character is tried without search trees or memory. What
 * a query may do: its positions are at most 63, its name's atoms at most 128; the rest of
 * a longer name is not looked at. */
#include "config.h"

#include "pinyin.h"
#include "pinyin-table.h"
#include "text.h"
#include "text-fold.h"

#include <string.h>

#define MAX_QUERY 63
#define MAX_ATOMS 128

struct _YsPinyinQuery
{
  gunichar chars[MAX_QUERY + 1];
  char letters[MAX_QUERY + 2];     /* a to z, or NUL where chars has something else */
  guint32 initials[MAX_QUERY + 1]; /* the letter as a bit, or 0 */
  guint32 all_initials;            /* of the letters together */
  guint length;
  gboolean too_long;
  gboolean has_punctuation; /* then that of names counts too */
};

/* One character of a name that can be matched. */
typedef struct
{
  gunichar c;          /* folded */
  guint32 initials;    /* bit 0 for a */
  guint32 list;        /* of its readings, in the pool */
  guint32 offset, end; /* bytes in the name */
} Atom;

static gboolean
is_letter (gunichar c)
{
  return c >= 'a' && c <= 'z';
}

static gboolean
is_punctuation (gunichar c)
{
  return c < 0x80 ? !g_ascii_isalnum ((char)c) : g_unichar_ispunct (c);
}

/* A toned or accented Latin letter as it is typed: ǚ is v, é is e. */
static gunichar
without_tone (gunichar c)
{
  gunichar base, accent;

  while (c > 0x7F && c < 0x250 && c != 0xFC && g_unichar_decompose (c, &base, &accent)
         && accent != 0)
    c = base;
  return c == 0xFC ? 'v' : c;
}

/* The apostrophe of xi'an parts syllables only. */
static gboolean
is_syllable_mark (const YsPinyinQuery *query, gunichar c)
{
  return c == '\'' && query->length > 0 && query->letters[query->length - 1] != '\0';
}

YsPinyinQuery *
ys_pinyin_query_new (const char *text)
{
  YsPinyinQuery *query = g_new0 (YsPinyinQuery, 1);
  g_autofree char *key = ys_text_key (text);

  for (const char *p = key; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = without_tone (g_utf8_get_char (p));

      if (is_syllable_mark (query, c))
        continue;
      if (query->length == MAX_QUERY)
        {
          query->too_long = TRUE;
          break;
        }
      query->chars[query->length] = c;
      query->letters[query->length] = is_letter (c) ? (char)c : '\0';
      query->initials[query->length] = is_letter (c) ? 1u << (c - 'a') : 0;
      query->all_initials |= query->initials[query->length];
      query->has_punctuation |= is_punctuation (c);
      query->length++;
    }
  return query;
}

void
ys_pinyin_query_free (YsPinyinQuery *query)
{
  g_free (query);
}

/* As g_utf8_get_char(), with Han characters decoded in place. */
static inline gunichar
next_char (const char **p)
{
  const guchar *s = (const guchar *)*p;
  gunichar c;

  if ((s[0] & 0xF0) == 0xE0)
    {
      *p += 3;
      return (s[0] & 0x0Fu) << 12 | (s[1] & 0x3Fu) << 6 | (s[2] & 0x3Fu);
    }
  c = g_utf8_get_char (*p);
  *p = g_utf8_next_char (*p);
  return c;
}

/* The name as atoms: spaces and what cannot be seen dropped, width and case folded. */
static guint
split_atoms (const YsPinyinQuery *query, const char *name, Atom *atoms)
{
  guint n = 0;

  for (const char *p = name, *begin; *p != '\0' && n < MAX_ATOMS;)
    {
      Atom *atom = &atoms[n];

      begin = p;
      atom->c = next_char (&p);
      if (atom->c - YS_PINYIN_UNIFIED >= YS_PINYIN_N_UNIFIED)
        {
          atom->c = g_unichar_tolower (ys_fold_char (atom->c));
          if (atom->c == ' ' || ys_fold_is_invisible (atom->c)
              || (!query->has_punctuation && is_punctuation (atom->c)))
            continue;
        }
      atom->list = ys_pinyin_list (atom->c);
      atom->initials = ys_pinyin_initials[atom->list];
      atom->offset = (guint32)(begin - name);
      atom->end = (guint32)(p - name);
      n++;
    }
  return n;
}

/* The positions that one reading reaches from @from: its initial, also zh ch sh, its whole,
 * or as much of it as the query still has. */
static guint64
step_reading (const YsPinyinQuery *query, guint from, const char *syllable)
{
  const char *typed = query->letters + from;
  guint64 reached = 0;
  guint n = 0;

  /* lü is typed lv or lu. */
  while (syllable[n] != '\0'
         && (typed[n] == syllable[n] || (syllable[n] == 'v' && typed[n] == 'u')))
    n++;
  if (n == 0)
    return 0;
  reached = G_GUINT64_CONSTANT (1) << (from + 1);
  if (n >= 2 && syllable[1] == 'h')
    reached |= G_GUINT64_CONSTANT (1) << (from + 2);
  if (syllable[n] == '\0' || from + n == query->length)
    reached |= G_GUINT64_CONSTANT (1) << (from + n);
  return reached;
}

static inline gboolean
may_begin (const YsPinyinQuery *query, guint position, const Atom *atom)
{
  return query->chars[position] == atom->c || (query->initials[position] & atom->initials) != 0;
}

static guint64
step (const YsPinyinQuery *query, guint from, const Atom *atom)
{
  const guint16 *reading = ys_pinyin_pool + atom->list;
  guint64 reached = 0;

  if (query->chars[from] == atom->c)
    reached = G_GUINT64_CONSTANT (1) << (from + 1);
  if ((query->initials[from] & atom->initials) == 0)
    return reached;
  for (;; reading++)
    {
      reached |= step_reading (query, from, ys_pinyin_plain[*reading & ~YS_PINYIN_LAST]);
      if (*reading & YS_PINYIN_LAST)
        return reached;
    }
}

/* Number of atoms after which the query is used up, starting at @start; 0 if never. With
 * @gaps atoms may be passed over. @out_whole: also used up exactly at the last atom. */
static guint
walk (const YsPinyinQuery *query,
      const Atom *atoms,
      guint n_atoms,
      guint start,
      gboolean gaps,
      gboolean *out_whole)
{
  const guint64 done = G_GUINT64_CONSTANT (1) << query->length;
  guint64 positions = 1;
  guint end = 0;

  *out_whole = FALSE;
  for (guint i = start; i < n_atoms && positions != 0; i++)
    {
      guint64 next = gaps ? positions : 0;

      for (guint from = 0; positions >> from != 0; from++)
        if (positions >> from & 1)
          next |= step (query, from, &atoms[i]);
      if (next & done)
        {
          *out_whole = i + 1 == n_atoms;
          if (end == 0)
            end = i + 1;
          if (gaps)
            return end;
        }
      positions = next & ~done;
    }
  return end;
}

/* Gives @position of the query an atom of its own, moving earlier ones if need be: polyphones
 * make a plain first choice wrong. */
static gboolean
place (const YsPinyinQuery *query,
       const Atom *atoms,
       guint n_atoms,
       guint position,
       gint8 *owner,
       guint64 *tried)
{
  for (guint i = 0; i < n_atoms; i++)
    {
      if ((tried[i / 64] >> i % 64 & 1) || !may_begin (query, position, &atoms[i]))
        continue;
      tried[i / 64] |= G_GUINT64_CONSTANT (1) << i % 64;
      if (owner[i] < 0 || place (query, atoms, n_atoms, (guint)owner[i], owner, tried))
        {
          owner[i] = (gint8)position;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
matches_in_any_order (const YsPinyinQuery *query, const Atom *atoms, guint n_atoms)
{
  gint8 owner[MAX_ATOMS];
  guint32 initials = 0;

  for (guint i = 0; i < n_atoms; i++)
    initials |= atoms[i].initials | (is_letter (atoms[i].c) ? 1u << (atoms[i].c - 'a') : 0);
  if (query->length > n_atoms || (query->all_initials & ~initials) != 0)
    return FALSE;
  memset (owner, -1, sizeof owner);
  for (guint position = 0; position < query->length; position++)
    {
      guint64 tried[MAX_ATOMS / 64] = { 0 };

      if (!place (query, atoms, n_atoms, position, owner, tried))
        return FALSE;
    }
  return TRUE;
}

/* The latest start that still ends there covers no more than the query needs. */
static guint
latest_start (const YsPinyinQuery *query, const Atom *atoms, guint start, guint end)
{
  gboolean whole;

  while (walk (query, atoms, end, start + 1, TRUE, &whole) == end)
    start++;
  return start;
}

/* In order, from the start or later, without gaps if possible. What does not match with gaps
 * cannot match without them: most names are turned away by one walk. */
static YsMatch
match_in_order (
    const YsPinyinQuery *query, const Atom *atoms, guint n_atoms, guint *out_first, guint *out_end)
{
  gboolean whole;
  guint first = 0, end_with_gaps;

  while (first < n_atoms && !may_begin (query, 0, &atoms[first]))
    first++;
  end_with_gaps = walk (query, atoms, n_atoms, first, TRUE, &whole);
  if (end_with_gaps == 0)
    return YS_MATCH_NONE;
  for (guint start = first; start < n_atoms; start++)
    {
      guint end = walk (query, atoms, n_atoms, start, FALSE, &whole);

      if (end == 0)
        continue;
      *out_first = start;
      *out_end = whole ? n_atoms : end;
      if (start > 0)
        return YS_MATCH_INNER;
      return whole ? YS_MATCH_EXACT : YS_MATCH_PREFIX;
    }
  *out_first = latest_start (query, atoms, first, end_with_gaps);
  *out_end = end_with_gaps;
  return YS_MATCH_INNER;
}

YsMatch
ys_pinyin_query_match_range (const YsPinyinQuery *query,
                             const char *name,
                             gsize *out_start,
                             gsize *out_end)
{
  Atom atoms[MAX_ATOMS];
  guint n_atoms, first = 0, end = 0;
  YsMatch match;

  g_return_val_if_fail (query != NULL, YS_MATCH_NONE);
  g_return_val_if_fail (name != NULL, YS_MATCH_NONE);
  g_return_val_if_fail (out_start != NULL && out_end != NULL, YS_MATCH_NONE);

  *out_start = *out_end = 0;
  if (query->length == 0)
    return YS_MATCH_PREFIX;
  if (query->too_long)
    return YS_MATCH_NONE;
  n_atoms = split_atoms (query, name, atoms);
  match = match_in_order (query, atoms, n_atoms, &first, &end);
  if (match != YS_MATCH_NONE)
    {
      *out_start = atoms[first].offset;
      *out_end = atoms[end - 1].end;
    }
  else if (matches_in_any_order (query, atoms, n_atoms))
    match = YS_MATCH_LOOSE;
  return match;
}

YsMatch
ys_pinyin_query_match (const YsPinyinQuery *query, const char *name)
{
  gsize start, end;

  return ys_pinyin_query_match_range (query, name, &start, &end);
}

static const char *
first_reading (gunichar c, gboolean toned)
{
  guint syllable = ys_pinyin_pool[ys_pinyin_list (c)] & ~YS_PINYIN_LAST;

  return toned ? ys_pinyin_toned[syllable] : ys_pinyin_plain[syllable];
}

char *
ys_pinyin_to_display (const char *name)
{
  g_autofree char *clean = ys_text_clean (name);
  GString *display = g_string_new (NULL);
  gboolean after_syllable = FALSE, after_word = FALSE;

  for (const char *p = clean; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *syllable = first_reading (c, TRUE);
      gboolean is_word = g_unichar_isalnum (c);

      if (after_syllable ? is_word : (after_word && *syllable != '\0'))
        g_string_append_c (display, ' ');
      if (*syllable != '\0')
        g_string_append (display, syllable);
      else
        g_string_append_unichar (display, c);
      after_syllable = *syllable != '\0';
      after_word = is_word;
    }
  return g_string_free (display, FALSE);
}

char *
ys_pinyin_sort_key (const char *name)
{
  g_autofree char *key = ys_text_key (name);
  GString *sort_key = g_string_new (NULL);

  /* The space ends a syllable, so that xi an comes before xian; \1 sorts before it, so
   * that a name comes before those that it begins. */
  for (const char *p = key; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *syllable = first_reading (c, FALSE);

      if (*syllable != '\0')
        g_string_append (sort_key, syllable);
      else
        g_string_append_unichar (sort_key, c);
      g_string_append_c (sort_key, ' ');
    }
  g_string_append_c (sort_key, '\1');
  g_string_append (sort_key, key);
  return g_string_free (sort_key, FALSE);
}
