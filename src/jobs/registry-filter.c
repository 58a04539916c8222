/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list shows, once per keystroke: one pass over the snapshot, nothing allocated per item.
 * A company is matched once, not once for each of its compounds. */
#include "config.h"

#include "registry-private.h"
#include "pinyin.h"

/* One item that is shown. */
typedef struct
{
  guint index;
  guint score; /* how well the search fits; higher is better */
} Hit;

typedef struct
{
  const YsRegistry *registry;
  const YsRegistryFilter *filter;
  char *const *keys; /* of the column sorted by */
} Order;

/* At equal fit the compound's own name goes before its other names, its company, its manager. */
enum
{
  FROM_MANAGER,
  FROM_COMPANY,
  FROM_OTHER_NAME,
  FROM_NAME,
  N_SOURCES
};

static guint
score (YsMatch match, guint source)
{
  return match == YS_MATCH_NONE ? 0 : (guint)match * N_SOURCES + source;
}

static gboolean
passes (const YsRegistryItem *item, const YsRegistryFilter *filter)
{
  const YsCompound *compound = item->compound;

  return (filter->with_withdrawn || !compound->withdrawn)
         && (filter->community_id == 0 || compound->community_id == filter->community_id)
         && (filter->class == 0 || compound->class == filter->class)
         && (filter->form == 0 || compound->form == filter->form)
         && (filter->company_id == 0 || compound->company_id == filter->company_id)
         && (!filter->only_incomplete || item->n_blank > 0)
         && (filter->blank_field == NULL || ys_registry_item_is_blank (item, filter->blank_field));
}

/* (transfer full): the score of each company, beside the registry's companies */
static guint *
score_companies (const YsRegistry *registry, const YsPinyinQuery *query)
{
  guint *scores = g_new (guint, registry->companies->len + 1);

  for (guint i = 0; i < registry->companies->len; i++)
    {
      const YsCompany *company = g_ptr_array_index (registry->companies, i);

      scores[i] = score (ys_pinyin_query_match (query, company->name), FROM_COMPANY);
    }
  return scores;
}

static guint
score_item (const YsRegistry *registry,
            guint index,
            const YsPinyinQuery *query,
            const guint *company_scores)
{
  const YsCompound *compound = registry->items[index].compound;
  const YsRegistryExtra *extra = &registry->extras[index];
  guint best = score (ys_pinyin_query_match (query, compound->name), FROM_NAME);

  for (guint i = 0; extra->other_names != NULL && extra->other_names[i] != NULL; i++)
    best
        = MAX (best, score (ys_pinyin_query_match (query, extra->other_names[i]), FROM_OTHER_NAME));
  if (extra->company_index != G_MAXUINT)
    best = MAX (best, company_scores[extra->company_index]);
  if (compound->manager != NULL)
    best = MAX (best, score (ys_pinyin_query_match (query, compound->manager), FROM_MANAGER));
  return best;
}

static GArray *
collect (const YsRegistry *registry, const YsRegistryFilter *filter)
{
  GArray *hits = g_array_sized_new (FALSE, FALSE, sizeof (Hit), registry->n_items);
  gboolean searches = filter->search != NULL && *filter->search != '\0';
  g_autoptr (YsPinyinQuery) query = searches ? ys_pinyin_query_new (filter->search) : NULL;
  g_autofree guint *company_scores = searches ? score_companies (registry, query) : NULL;

  for (guint i = 0; i < registry->n_items; i++)
    {
      Hit hit = { i, 0 };

      if (!passes (&registry->items[i], filter))
        continue;
      if (searches)
        hit.score = score_item (registry, i, query, company_scores);
      if (!searches || hit.score > 0)
        g_array_append_val (hits, hit);
    }
  return hits;
}

/* Initials in any order are a last resort: they are shown only where nothing fits in order. */
static void
drop_loose (GArray *hits)
{
  guint in_order = score (YS_MATCH_INNER, 0);
  guint kept = 0;

  for (guint i = 0; i < hits->len; i++)
    if (g_array_index (hits, Hit, i).score >= in_order)
      g_array_index (hits, Hit, kept++) = g_array_index (hits, Hit, i);
  if (kept > 0)
    g_array_set_size (hits, kept);
}

static int
compare_numbers (guint64 a, guint64 b)
{
  return (a > b) - (a < b);
}

/* What is unknown stands at the end, whichever way the rest is sorted: 0 neither, 1 handled. */
static gboolean
compare_presence (gboolean has_a, gboolean has_b, int *out_result)
{
  *out_result = has_a == has_b ? 0 : (has_a ? -1 : 1);
  return !has_a || !has_b;
}

static int
compare_keys (const char *a, const char *b, gboolean descending)
{
  int result;

  if (compare_presence (a != NULL, b != NULL, &result))
    return result;
  result = strcmp (a, b);
  return descending ? -result : result;
}

static int
compare_choices (int a, int b, gboolean descending)
{
  int result;

  if (compare_presence (a != 0, b != 0, &result))
    return result;
  return descending ? b - a : a - b;
}

static const char *
company_key (const Order *order, guint index)
{
  guint company = order->registry->extras[index].company_index;

  return company == G_MAXUINT ? NULL : order->keys[company];
}

static int
compare_by_column (const Order *order, guint a, guint b)
{
  const YsRegistry *registry = order->registry;
  const YsRegistryItem *item_a = &registry->items[a];
  const YsRegistryItem *item_b = &registry->items[b];
  gboolean descending = order->filter->descending;
  int sign = descending ? -1 : 1;

  switch (order->filter->sort)
    {
    case YS_SORT_OFFICIAL:
      return sign * compare_numbers (a, b);
    case YS_SORT_NAME:
      return compare_keys (order->keys[a], order->keys[b], descending);
    case YS_SORT_COMMUNITY:
      return sign
             * compare_numbers (registry->extras[a].community_index,
                                registry->extras[b].community_index);
    case YS_SORT_CLASS:
      return compare_choices (item_a->compound->class, item_b->compound->class, descending);
    case YS_SORT_FORM:
      return compare_choices (item_a->compound->form, item_b->compound->form, descending);
    case YS_SORT_COMPANY:
      return compare_keys (company_key (order, a), company_key (order, b), descending);
    case YS_SORT_MANAGER:
      return compare_keys (order->keys[a], order->keys[b], descending);
    case YS_SORT_PERCENT:
      return sign * compare_numbers (item_a->percent, item_b->percent);
    }
  return 0;
}

/* GCompareDataFunc; never 0 for two items, so that the order does not depend on the sort. */
static int
compare_hits (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Hit *hit_a = a;
  const Hit *hit_b = b;
  const Order *order = user_data;
  int result;

  if (order->filter->sort == YS_SORT_OFFICIAL && hit_a->score != hit_b->score)
    return hit_a->score > hit_b->score ? -1 : 1;
  result = compare_by_column (order, hit_a->index, hit_b->index);
  return result != 0 ? result : compare_numbers (hit_a->index, hit_b->index);
}

/* (transfer none) (nullable) */
static char *const *
keys_of_sort (const YsRegistry *registry, YsRegistrySort sort)
{
  switch (sort)
    {
    case YS_SORT_NAME:
      return ys_registry_sort_keys (registry, YS_REGISTRY_KEY_NAME);
    case YS_SORT_COMPANY:
      return ys_registry_sort_keys (registry, YS_REGISTRY_KEY_COMPANY);
    case YS_SORT_MANAGER:
      return ys_registry_sort_keys (registry, YS_REGISTRY_KEY_MANAGER);
    case YS_SORT_OFFICIAL:
    case YS_SORT_COMMUNITY:
    case YS_SORT_CLASS:
    case YS_SORT_FORM:
    case YS_SORT_PERCENT:
      break;
    }
  return NULL;
}

static gboolean
is_sorted_already (const YsRegistryFilter *filter)
{
  return filter->sort == YS_SORT_OFFICIAL && !filter->descending
         && (filter->search == NULL || *filter->search == '\0');
}

GArray *
ys_registry_filter (const YsRegistry *registry, const YsRegistryFilter *filter)
{
  g_autoptr (GArray) hits = NULL;
  GArray *indexes;

  g_return_val_if_fail (registry != NULL && filter != NULL, NULL);

  hits = collect (registry, filter);
  drop_loose (hits);
  if (!is_sorted_already (filter))
    {
      Order order = { registry, filter, keys_of_sort (registry, filter->sort) };

      g_array_sort_with_data (hits, compare_hits, &order);
    }

  indexes = g_array_sized_new (FALSE, FALSE, sizeof (guint), hits->len);
  for (guint i = 0; i < hits->len; i++)
    g_array_append_val (indexes, g_array_index (hits, Hit, i).index);
  return indexes;
}
