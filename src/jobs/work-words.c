/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words as ids: compounds by characters, pinyin or initials of any of their names, clauses by code
 * too, a responsible unit as the clauses that name it. */
#include "config.h"

#include "work-private.h"

#include "catalogue.h"
#include "compound.h"
#include "pinyin.h"
#include "record-store.h"
#include "text.h"

void
ys_work_words_clear (YsWorkWords *words)
{
  g_clear_pointer (&words->compounds, g_array_unref);
  g_clear_pointer (&words->clauses, g_array_unref);
  g_clear_pointer (&words->text, g_free);
  g_clear_pointer (&words->text_compounds, g_array_unref);
  g_clear_pointer (&words->text_clauses, g_array_unref);
}

static gboolean
is_given (const char *text)
{
  return text != NULL && *text != '\0';
}

static GArray *
new_ids (void)
{
  return g_array_new (FALSE, FALSE, sizeof (gint64));
}

static YsMatch
match_names (const YsPinyinQuery *query, const char *names)
{
  g_auto (GStrv) parts = ys_text_split_list (names);
  YsMatch best = YS_MATCH_NONE;

  for (guint i = 0; parts[i] != NULL; i++)
    best = MAX (best, ys_pinyin_query_match (query, parts[i]));
  return best;
}

static YsMatch
match_compound (const YsPinyinQuery *query, const YsCompound *compound)
{
  YsMatch best = ys_pinyin_query_match (query, compound->name);

  if (compound->former_names != NULL)
    best = MAX (best, match_names (query, compound->former_names));
  if (compound->other_names != NULL)
    best = MAX (best, match_names (query, compound->other_names));
  return best;
}

static gboolean
has_code (const YsClause *clause, const char *key)
{
  g_autofree char *code = ys_text_key (clause->code);

  return strstr (code, key) != NULL;
}

static YsMatch
match_clause (const YsPinyinQuery *query, const char *key, const YsClause *clause)
{
  if (has_code (clause, key))
    return YS_MATCH_PREFIX;
  return MAX (ys_pinyin_query_match (query, clause->name),
              ys_pinyin_query_match (query, clause->short_name));
}

static gboolean
find_compounds (YsWorkWords *words, const YsPinyinQuery *query, YsLedger *ledger, GError **error)
{
  g_autoptr (GPtrArray) all = ys_record_store_list (ledger, &ys_compound_type, error);

  if (all == NULL)
    return FALSE;
  words->text_compounds = new_ids ();
  for (guint i = 0; i < all->len; i++)
    {
      const YsCompound *compound = g_ptr_array_index (all, i);

      /* Initials in any order would fit half the town. */
      if (match_compound (query, compound) >= YS_MATCH_INNER)
        g_array_append_val (words->text_compounds, compound->id);
    }
  return TRUE;
}

static void
find_clauses (YsWorkWords *words, const YsPinyinQuery *query, const GPtrArray *all)
{
  g_autofree char *key = ys_text_key (words->text);

  words->text_clauses = new_ids ();
  for (guint i = 0; i < all->len; i++)
    {
      const YsClause *clause = g_ptr_array_index (all, i);

      if (match_clause (query, key, clause) >= YS_MATCH_INNER)
        g_array_append_val (words->text_clauses, clause->id);
    }
}

/* 物管科、小区物业 answer for a clause together: each of them is its unit. */
static gboolean
is_unit_of (const char *unit, const YsClause *clause)
{
  g_auto (GStrv) parts = NULL;

  if (clause->unit == NULL)
    return FALSE;
  parts = ys_text_split_list (clause->unit);
  return g_str_equal (clause->unit, unit) || g_strv_contains ((const char *const *)parts, unit);
}

/* The clauses that the filter's unit and code leave. */
static void
narrow_clauses (YsWorkWords *words, const YsWorkFilter *filter, const GPtrArray *all)
{
  words->clauses = new_ids ();
  for (guint i = 0; i < all->len; i++)
    {
      const YsClause *clause = g_ptr_array_index (all, i);

      if ((!is_given (filter->unit) || is_unit_of (filter->unit, clause))
          && (!is_given (filter->code) || g_str_equal (filter->code, clause->code)))
        g_array_append_val (words->clauses, clause->id);
    }
}

gboolean
ys_work_words_find (YsWorkWords *words,
                    YsLedger *ledger,
                    const YsWorkFilter *filter,
                    GError **error)
{
  g_autofree char *text = ys_text_clean (filter->search);
  gboolean narrows = is_given (filter->unit) || is_given (filter->code);
  g_autoptr (GPtrArray) clauses = NULL;

  if (filter->compound_id != 0)
    {
      words->compounds = new_ids ();
      g_array_append_val (words->compounds, filter->compound_id);
    }
  if (*text == '\0' && !narrows)
    return TRUE;
  clauses = ys_record_store_list (ledger, &ys_clause_type, error);
  if (clauses == NULL)
    return FALSE;
  if (narrows)
    narrow_clauses (words, filter, clauses);
  if (*text != '\0')
    {
      g_autoptr (YsPinyinQuery) query = ys_pinyin_query_new (text);

      words->text = g_steal_pointer (&text);
      find_clauses (words, query, clauses);
      return find_compounds (words, query, ledger, error);
    }
  return TRUE;
}

typedef struct
{
  gint64 id;
  char *key;
} Named;

static int
compare_named (gconstpointer a, gconstpointer b)
{
  const Named *one = a;
  const Named *other = b;
  int result = strcmp (one->key, other->key);

  return result != 0 ? result : (one->id > other->id) - (one->id < other->id);
}

static void
clear_named (gpointer data)
{
  g_free (((Named *)data)->key);
}

GArray *
ys_work_compound_order (YsLedger *ledger, GError **error)
{
  g_autoptr (GPtrArray) all = ys_record_store_list (ledger, &ys_compound_type, error);
  g_autoptr (GArray) named = g_array_new (FALSE, FALSE, sizeof (Named));
  GArray *ids;

  if (all == NULL)
    return NULL;
  g_array_set_clear_func (named, clear_named);
  for (guint i = 0; i < all->len; i++)
    {
      const YsCompound *compound = g_ptr_array_index (all, i);
      Named one = { compound->id, ys_pinyin_sort_key (compound->name) };

      g_array_append_val (named, one);
    }
  g_array_sort (named, compare_named);
  ids = new_ids ();
  for (guint i = 0; i < named->len; i++)
    g_array_append_val (ids, g_array_index (named, Named, i).id);
  return ids;
}
