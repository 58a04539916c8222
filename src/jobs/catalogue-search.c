/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clauses by what a clerk types: the code, then the name by characters, pinyin or initials in
 * order, then its initials in any order, then the criterion. */
#include "config.h"

#include "catalogue-private.h"
#include "text.h"

#include <string.h>

typedef struct
{
  YsClauseMatch match;
  YsMatch fit;
  guint index; /* in the catalogue's order */
} Hit;

/* Better ones first; among equals the shorter stretch, then the catalogue's order. */
static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const Hit *one = a, *other = b;
  gsize length = one->match.end - one->match.start;
  gsize other_length = other->match.end - other->match.start;

  if (one->match.kind != other->match.kind)
    return one->match.kind < other->match.kind ? -1 : 1;
  if (one->fit != other->fit)
    return one->fit > other->fit ? -1 : 1;
  if (one->match.kind == YS_CLAUSE_BY_CRITERION && length != other_length)
    return length < other_length ? -1 : 1;
  return one->index < other->index ? -1 : 1;
}

/* A1-23 is found by a1-23, a123, 1-23, and by 23 alone; A1-03 by 3, too. */
static YsMatch
match_code (const char *code, const char *key)
{
  g_autofree char *plain = g_ascii_strdown (code, -1);
  const char *number = strrchr (plain, '-');

  if (g_str_equal (key, plain))
    return YS_MATCH_EXACT;
  if (number != NULL)
    {
      const char *figures = number + 1;
      g_autofree char *together = g_strdup_printf ("%.*s%s", (int)(number - plain), plain, figures);

      if (g_str_equal (key, figures) || g_str_equal (key, together) || g_str_equal (key, plain + 1)
          || (*figures == '0' && g_str_equal (key, figures + 1)))
        return YS_MATCH_EXACT;
    }
  return strlen (key) >= 3 && g_str_has_prefix (plain, key) ? YS_MATCH_PREFIX : YS_MATCH_NONE;
}

/* What the name, or else the short name, says to the query. */
static YsMatch
match_name (const YsPinyinQuery *query, const YsClause *clause, YsClauseMatch *match)
{
  YsMatch fit = ys_pinyin_query_match_range (query, clause->name, &match->start, &match->end);

  if (fit > YS_MATCH_LOOSE)
    {
      match->kind = YS_CLAUSE_BY_NAME;
      return fit;
    }
  match->start = match->end = 0;
  if (ys_pinyin_query_match (query, clause->short_name) > YS_MATCH_LOOSE)
    {
      match->kind = YS_CLAUSE_BY_NAME;
      return YS_MATCH_INNER;
    }
  match->kind = YS_CLAUSE_BY_LOOSE;
  return fit;
}

/* A few letters fit any long sentence: in the criterion they must stand close together. */
static gboolean
is_close (const YsClause *clause, const char *key, const YsClauseMatch *match)
{
  glong covered
      = g_utf8_strlen (clause->criterion + match->start, (gssize)(match->end - match->start));

  return covered <= 2 * g_utf8_strlen (key, -1);
}

static gboolean
judge (const YsClause *clause, const char *key, const YsPinyinQuery *query, Hit *hit)
{
  hit->match = (YsClauseMatch){ .clause = clause, .kind = YS_CLAUSE_BY_CODE };
  hit->fit = match_code (clause->code, key);
  if (hit->fit == YS_MATCH_NONE)
    hit->fit = match_name (query, clause, &hit->match);
  if (hit->fit != YS_MATCH_NONE)
    return TRUE;
  hit->match.kind = YS_CLAUSE_BY_CRITERION;
  hit->fit
      = ys_pinyin_query_match_range (query, clause->criterion, &hit->match.start, &hit->match.end);
  return hit->fit > YS_MATCH_LOOSE && is_close (clause, key, &hit->match);
}

GArray *
ys_catalogue_book_search (const YsCatalogueBook *book, const char *text, guint max)
{
  g_autofree char *key = ys_text_key (text);
  g_autoptr (YsPinyinQuery) query = ys_pinyin_query_new (key);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (YsClauseMatch));

  g_return_val_if_fail (book != NULL, matches);

  for (guint i = 0; i < book->clauses->len; i++)
    {
      Hit hit = { .index = i };

      if (judge (book->clauses->pdata[i], key, query, &hit))
        g_array_append_val (hits, hit);
    }
  g_array_sort (hits, compare_hits);
  for (guint i = 0; i < hits->len && i < max; i++)
    g_array_append_val (matches, g_array_index (hits, Hit, i).match);
  return matches;
}

static gboolean
has_key (const char *text, const char *key)
{
  g_autofree char *own = ys_text_key (text);

  return g_str_equal (own, key);
}

const YsClause *
ys_catalogue_book_find_written (const YsCatalogueBook *book, const char *text)
{
  g_autofree char *key = NULL;
  g_auto (GStrv) words = NULL;
  g_autofree char *code = NULL;
  const YsClause *clause;

  g_return_val_if_fail (book != NULL && text != NULL, NULL);

  key = ys_text_key (text);
  words = g_strsplit_set (text, " :：", 2);
  code = g_ascii_strup (words[0] != NULL ? words[0] : "", -1);
  clause = ys_catalogue_book_find (book, code);
  for (guint i = 0; clause == NULL && i < ys_catalogue_book_n_clauses (book); i++)
    {
      const YsClause *one = ys_catalogue_book_clause (book, i);
      const char *dash = strchr (one->code, '-');

      if (has_key (one->code, key) || has_key (one->name, key) || has_key (one->short_name, key)
          || (dash != NULL && strcmp (dash + 1, key) == 0))
        clause = one;
    }
  return clause;
}
