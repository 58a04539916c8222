/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The snapshot of all compounds: joined with community and company, put into the official order
 * and numbered. Once loaded it never changes, so any thread may read it. */
#include "config.h"

#include "registry-private.h"
#include "audit.h"
#include "completeness.h"
#include "pinyin.h"
#include "record-store.h"
#include "text.h"

static guint
n_keys (const YsRegistry *registry, YsRegistryKey which)
{
  return which == YS_REGISTRY_KEY_COMPANY ? registry->companies->len : registry->n_items;
}

static void
free_keys (YsRegistry *registry, YsRegistryKey which)
{
  char **texts = registry->keys[which].texts;

  if (texts == NULL)
    return;
  for (guint i = 0; i < n_keys (registry, which); i++)
    g_free (texts[i]);
  g_free (texts);
}

static void
registry_free (YsRegistry *registry)
{
  for (guint i = 0; i < registry->n_items; i++)
    g_strfreev (registry->extras[i].other_names);
  for (guint i = 0; i < YS_N_REGISTRY_KEYS; i++)
    free_keys (registry, i);
  g_free (registry->items);
  g_free (registry->extras);
  g_clear_pointer (&registry->index_by_id, g_hash_table_unref);
  g_clear_pointer (&registry->compounds, g_ptr_array_unref);
  g_clear_pointer (&registry->communities, g_ptr_array_unref);
  g_clear_pointer (&registry->companies, g_ptr_array_unref);
  g_free (registry);
}

YsRegistry *
ys_registry_ref (YsRegistry *registry)
{
  g_return_val_if_fail (registry != NULL, NULL);

  g_atomic_ref_count_inc (&registry->ref_count);
  return registry;
}

void
ys_registry_unref (YsRegistry *registry)
{
  g_return_if_fail (registry != NULL);

  if (g_atomic_ref_count_dec (&registry->ref_count))
    registry_free (registry);
}

/* Communities with a sort come first, the others follow as they were entered. */
static int
compare_communities_in_town (const YsCommunity *a, const YsCommunity *b)
{
  if (a->sort.is_set != b->sort.is_set)
    return a->sort.is_set ? -1 : 1;
  if (a->sort.is_set && a->sort.value != b->sort.value)
    return a->sort.value < b->sort.value ? -1 : 1;
  return (a->id > b->id) - (a->id < b->id);
}

/* GCompareDataFunc: @user_data maps a town to the place of its first community plus one. */
static int
compare_communities (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const YsCommunity *community_a = *(const YsCommunity *const *)a;
  const YsCommunity *community_b = *(const YsCommunity *const *)b;
  GHashTable *town_places = user_data;
  guint town_a = GPOINTER_TO_UINT (
      g_hash_table_lookup (town_places, community_a->town != NULL ? community_a->town : ""));
  guint town_b = GPOINTER_TO_UINT (
      g_hash_table_lookup (town_places, community_b->town != NULL ? community_b->town : ""));

  if (town_a != town_b)
    return town_a < town_b ? -1 : 1;
  return compare_communities_in_town (community_a, community_b);
}

static int
compare_communities_apart (gconstpointer a, gconstpointer b)
{
  return compare_communities_in_town (*(const YsCommunity *const *)a,
                                      *(const YsCommunity *const *)b);
}

/* A town stands where its first community stands: the table of a town is printed in one piece
 * [004 annexes 3 and 4]. */
static void
sort_communities (GPtrArray *communities)
{
  g_autoptr (GHashTable) town_places = g_hash_table_new (g_str_hash, g_str_equal);

  g_ptr_array_sort (communities, compare_communities_apart);
  for (guint i = 0; i < communities->len; i++)
    {
      const YsCommunity *community = g_ptr_array_index (communities, i);
      char *town = community->town != NULL ? community->town : "";

      if (!g_hash_table_contains (town_places, town))
        g_hash_table_insert (town_places, town, GUINT_TO_POINTER (i + 1));
    }
  g_ptr_array_sort_with_data (communities, compare_communities, town_places);
}

/* (transfer full): record id → index + 1 */
static GHashTable *
index_records (GPtrArray *records)
{
  GHashTable *index = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < records->len; i++)
    g_hash_table_insert (index, &YS_RECORD_ID (g_ptr_array_index (records, i)),
                         GUINT_TO_POINTER (i + 1));
  return index;
}

static guint
lookup_index (GHashTable *index, gint64 id)
{
  gpointer place = g_hash_table_lookup (index, &id);

  return place == NULL ? G_MAXUINT : GPOINTER_TO_UINT (place) - 1;
}

typedef struct
{
  YsCompound *compound;
  guint community_index;
} Entry;

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *entry_a = a;
  const Entry *entry_b = b;

  if (entry_a->community_index != entry_b->community_index)
    return entry_a->community_index < entry_b->community_index ? -1 : 1;
  return (entry_a->compound->id > entry_b->compound->id)
         - (entry_a->compound->id < entry_b->compound->id);
}

static GStrv
split_names (const YsCompound *compound)
{
  g_autofree char *joined = NULL;

  if (compound->former_names == NULL && compound->other_names == NULL)
    return NULL;
  joined = g_strconcat (compound->former_names != NULL ? compound->former_names : "", "、",
                        compound->other_names != NULL ? compound->other_names : "", NULL);
  return ys_text_split_list (joined);
}

static void
fill_item (YsRegistry *registry, guint i, const Entry *entry, guint company_index, guint *number)
{
  YsRegistryItem *item = &registry->items[i];
  YsRegistryExtra *extra = &registry->extras[i];

  item->compound = entry->compound;
  item->community = "";
  if (entry->community_index != G_MAXUINT)
    {
      const YsCommunity *community
          = g_ptr_array_index (registry->communities, entry->community_index);

      item->community = community->name;
      item->town = community->town;
    }
  if (company_index != G_MAXUINT)
    item->company = ((YsCompany *)g_ptr_array_index (registry->companies, company_index))->name;
  item->number = entry->compound->withdrawn ? 0 : ++*number;
  item->percent = ys_completeness_percent (entry->compound);
  item->n_blank = ys_completeness_n_blank (entry->compound);

  extra->other_names = split_names (entry->compound);
  extra->community_index = entry->community_index;
  extra->company_index = company_index;
}

static void
fill_items (YsRegistry *registry)
{
  g_autoptr (GHashTable) communities = index_records (registry->communities);
  g_autoptr (GHashTable) companies = index_records (registry->companies);
  g_autofree Entry *entries = g_new (Entry, registry->compounds->len);
  guint number = 0;

  registry->n_items = registry->compounds->len;
  registry->items = g_new0 (YsRegistryItem, registry->n_items);
  registry->extras = g_new0 (YsRegistryExtra, registry->n_items);
  registry->index_by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < registry->n_items; i++)
    {
      YsCompound *compound = g_ptr_array_index (registry->compounds, i);

      entries[i] = (Entry){ compound, lookup_index (communities, compound->community_id) };
    }
  if (registry->n_items > 0)
    qsort (entries, registry->n_items, sizeof (Entry), compare_entries);
  for (guint i = 0; i < registry->n_items; i++)
    {
      fill_item (registry, i, &entries[i],
                 lookup_index (companies, entries[i].compound->company_id), &number);
      g_hash_table_insert (registry->index_by_id, &entries[i].compound->id,
                           GUINT_TO_POINTER (i + 1));
    }
}

gint64
ys_registry_last_change (YsLedger *ledger)
{
  static const char *const records[] = { "compound", "community", "company" };
  gint64 last = 0;

  g_return_val_if_fail (ledger != NULL, -1);

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      gint64 seq = ys_audit_last_of (ledger, records[i], NULL);

      if (seq < 0)
        return -1;
      last = MAX (last, seq);
    }
  return last;
}

YsRegistry *
ys_registry_load (YsLedger *ledger, GError **error)
{
  g_autoptr (YsRegistry) registry = NULL;

  g_return_val_if_fail (ledger != NULL, NULL);

  registry = g_new0 (YsRegistry, 1);
  g_atomic_ref_count_init (&registry->ref_count);
  /* Compounds first: a community or company made between the reads is then there as well, while
   * the other way round a new compound would miss its own. */
  registry->compounds = ys_record_store_list (ledger, &ys_compound_type, error);
  if (registry->compounds != NULL)
    registry->communities = ys_record_store_list (ledger, &ys_community_type, error);
  if (registry->communities != NULL)
    registry->companies = ys_record_store_list (ledger, &ys_company_type, error);
  if (registry->companies == NULL)
    return NULL;

  sort_communities (registry->communities);
  fill_items (registry);
  return g_steal_pointer (&registry);
}

guint
ys_registry_n_items (const YsRegistry *registry)
{
  g_return_val_if_fail (registry != NULL, 0);

  return registry->n_items;
}

const YsRegistryItem *
ys_registry_item (const YsRegistry *registry, guint index)
{
  g_return_val_if_fail (registry != NULL && index < registry->n_items, NULL);

  return &registry->items[index];
}

const YsRegistryItem *
ys_registry_find (const YsRegistry *registry, gint64 compound_id)
{
  guint index;

  g_return_val_if_fail (registry != NULL, NULL);

  index = lookup_index (registry->index_by_id, compound_id);
  return index == G_MAXUINT ? NULL : &registry->items[index];
}

GPtrArray *
ys_registry_communities (const YsRegistry *registry)
{
  g_return_val_if_fail (registry != NULL, NULL);

  return registry->communities;
}

GPtrArray *
ys_registry_companies (const YsRegistry *registry)
{
  g_return_val_if_fail (registry != NULL, NULL);

  return registry->companies;
}

static const char *
text_of_key (const YsRegistry *registry, YsRegistryKey which, guint index)
{
  switch (which)
    {
    case YS_REGISTRY_KEY_NAME:
      return registry->items[index].compound->name;
    case YS_REGISTRY_KEY_MANAGER:
      return registry->items[index].compound->manager;
    case YS_REGISTRY_KEY_COMPANY:
      return ((YsCompany *)g_ptr_array_index (registry->companies, index))->name;
    case YS_N_REGISTRY_KEYS:
      break;
    }
  g_assert_not_reached ();
}

char *const *
ys_registry_sort_keys (const YsRegistry *registry, YsRegistryKey which)
{
  /* The only members made after loading; the snapshot stays the same to whoever looks. */
  YsRegistryKeys *keys = (YsRegistryKeys *)&registry->keys[which];

  if (g_once_init_enter (&keys->made))
    {
      guint n = n_keys (registry, which);

      keys->texts = g_new0 (char *, n + 1);
      for (guint i = 0; i < n; i++)
        {
          const char *text = text_of_key (registry, which, i);

          keys->texts[i] = text != NULL ? ys_pinyin_sort_key (text) : NULL;
        }
      g_once_init_leave (&keys->made, 1);
    }
  return keys->texts;
}

gboolean
ys_registry_item_is_blank (const YsRegistryItem *item, const char *field)
{
  const YsField *known;

  g_return_val_if_fail (item != NULL, FALSE);
  g_return_val_if_fail (field != NULL, FALSE);

  known = ys_record_type_field (&ys_compound_type, field);
  return known != NULL && ys_completeness_is_blank (item->compound, known);
}
