/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hash tables over compounds, communities and companies, by the keys of their names. */
#include "config.h"

#include "import-index.h"

#include <string.h>

#include "audit.h"
#include "record-store.h"
#include "text.h"

/* A real community has some dozens of compounds. In a larger one likeness is not looked for: it
 * would take time with the square of the rows, and every name would be like another. */
#define MAX_LIKE 400

typedef struct
{
  const YsCompound *compound;
  char *key;
  char *alias; /* (nullable) */
} Entry;

typedef struct _Place Place;
struct _Place
{
  const YsCommunity *community;
  Place *next;
};

struct _YsImportIndex
{
  GPtrArray *compounds;
  GPtrArray *communities;
  GPtrArray *companies;
  GHashTable *compound_by_id;
  GHashTable *community_by_id;
  GHashTable *company_by_id;
  GHashTable *names;        /* key → YsImportName chain */
  GHashTable *places;       /* community key → Place chain */
  GHashTable *company_keys; /* key → YsCompany */
  GHashTable *entries;      /* community id → GPtrArray of Entry, those in use */
  gint64 seq;
};

static void
name_chain_free (gpointer data)
{
  for (YsImportName *name = data, *next; name != NULL; name = next)
    {
      next = name->next;
      g_free (name->name);
      g_free (name);
    }
}

static void
place_chain_free (gpointer data)
{
  for (Place *place = data, *next; place != NULL; place = next)
    {
      next = place->next;
      g_free (place);
    }
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->key);
  g_free (entry->alias);
  g_free (entry);
}

char *
ys_import_community_key (const char *name)
{
  static const char *const endings[]
      = { "社区居民委员会", "社区居委会", "居民委员会", "居委会", "社区" };
  char *key = ys_text_key (name);

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (key, endings[i]) && strlen (key) > strlen (endings[i]))
      {
        key[strlen (key) - strlen (endings[i])] = '\0';
        break;
      }
  return key;
}

char *
ys_import_alias (const char *key)
{
  const char *open = strchr (key, '(');

  if (open == NULL || open == key || !g_str_has_suffix (key, ")"))
    return NULL;
  return g_strndup (open + 1, strlen (open) - 2);
}

static void
add_name (YsImportIndex *index, const YsCompound *compound, const char *text, gboolean is_other)
{
  g_autofree char *key = ys_text_key (text);
  YsImportName *first = g_hash_table_lookup (index->names, key);
  YsImportName *name = g_new (YsImportName, 1);

  *name = (YsImportName){ compound, g_strdup (text), is_other, NULL };
  if (first == NULL)
    {
      g_hash_table_insert (index->names, g_steal_pointer (&key), name);
      return;
    }
  name->next = first->next;
  first->next = name;
}

static void
add_other_names (YsImportIndex *index, const YsCompound *compound, const char *list)
{
  g_auto (GStrv) names = NULL;

  if (list == NULL)
    return;
  names = ys_text_split_list (list);
  for (guint i = 0; names[i] != NULL; i++)
    add_name (index, compound, names[i], TRUE);
}

static void
add_entry (YsImportIndex *index, const YsCompound *compound)
{
  GPtrArray *entries = g_hash_table_lookup (index->entries, &compound->community_id);
  Entry *entry;

  if (entries == NULL)
    {
      entries = g_ptr_array_new_with_free_func (entry_free);
      g_hash_table_insert (index->entries, (gpointer)&compound->community_id, entries);
    }
  if (entries->len > MAX_LIKE)
    return;
  entry = g_new0 (Entry, 1);
  entry->compound = compound;
  entry->key = ys_text_key (compound->name);
  entry->alias = ys_import_alias (entry->key);
  g_ptr_array_add (entries, entry);
}

static void
add_compound (YsImportIndex *index, YsCompound *compound)
{
  g_hash_table_insert (index->compound_by_id, &compound->id, compound);
  add_name (index, compound, compound->name, FALSE);
  add_other_names (index, compound, compound->former_names);
  add_other_names (index, compound, compound->other_names);
  if (!compound->withdrawn)
    add_entry (index, compound);
}

static void
add_community (YsImportIndex *index, YsCommunity *community)
{
  char *key = ys_import_community_key (community->name);
  Place *first = g_hash_table_lookup (index->places, key);
  Place *place = g_new (Place, 1);

  *place = (Place){ community, NULL };
  g_hash_table_insert (index->community_by_id, &community->id, community);
  if (first == NULL)
    {
      g_hash_table_insert (index->places, key, place);
      return;
    }
  g_free (key);
  place->next = first->next;
  first->next = place;
}

static void
add_company_key (YsImportIndex *index, YsCompany *company, const char *name)
{
  char *key = ys_text_key (name);

  if (g_hash_table_contains (index->company_keys, key))
    g_free (key);
  else
    g_hash_table_insert (index->company_keys, key, company);
}

static void
add_company (YsImportIndex *index, YsCompany *company)
{
  g_auto (GStrv) names = NULL;

  g_hash_table_insert (index->company_by_id, &company->id, company);
  add_company_key (index, company, company->name);
  if (company->other_names == NULL)
    return;
  names = ys_text_split_list (company->other_names);
  for (guint i = 0; names[i] != NULL; i++)
    add_company_key (index, company, names[i]);
}

static void
fill (YsImportIndex *index)
{
  for (guint i = 0; i < index->communities->len; i++)
    add_community (index, g_ptr_array_index (index->communities, i));
  for (guint i = 0; i < index->companies->len; i++)
    add_company (index, g_ptr_array_index (index->companies, i));
  for (guint i = 0; i < index->compounds->len; i++)
    add_compound (index, g_ptr_array_index (index->compounds, i));
}

gboolean
ys_import_newest_seq (YsLedger *ledger, gint64 *out_seq, GError **error)
{
  g_autoptr (GPtrArray) lines = ys_audit_list (ledger, NULL, 0, 1, error);

  if (lines == NULL)
    return FALSE;
  *out_seq = lines->len > 0 ? ((const YsAuditLine *)g_ptr_array_index (lines, 0))->seq : 0;
  return TRUE;
}

YsImportIndex *
ys_import_index_new (YsLedger *ledger, GError **error)
{
  g_autoptr (YsImportIndex) index = g_new0 (YsImportIndex, 1);

  index->compound_by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  index->community_by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  index->company_by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  index->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, name_chain_free);
  index->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, place_chain_free);
  index->company_keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  index->entries = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                          (GDestroyNotify)g_ptr_array_unref);
  /* First, so that a change made meanwhile is seen as one. */
  if (!ys_import_newest_seq (ledger, &index->seq, error)
      || (index->communities = ys_record_store_list (ledger, &ys_community_type, error)) == NULL
      || (index->companies = ys_record_store_list (ledger, &ys_company_type, error)) == NULL
      || (index->compounds = ys_record_store_list (ledger, &ys_compound_type, error)) == NULL)
    return NULL;
  fill (index);
  return g_steal_pointer (&index);
}

void
ys_import_index_free (YsImportIndex *index)
{
  if (index == NULL)
    return;
  g_hash_table_unref (index->compound_by_id);
  g_hash_table_unref (index->community_by_id);
  g_hash_table_unref (index->company_by_id);
  g_hash_table_unref (index->names);
  g_hash_table_unref (index->places);
  g_hash_table_unref (index->company_keys);
  g_hash_table_unref (index->entries);
  g_clear_pointer (&index->compounds, g_ptr_array_unref);
  g_clear_pointer (&index->communities, g_ptr_array_unref);
  g_clear_pointer (&index->companies, g_ptr_array_unref);
  g_free (index);
}

gint64
ys_import_index_seq (const YsImportIndex *index)
{
  return index->seq;
}

const YsCompound *
ys_import_index_compound (const YsImportIndex *index, gint64 id)
{
  return g_hash_table_lookup (index->compound_by_id, &id);
}

const YsImportName *
ys_import_index_names (const YsImportIndex *index, const char *key)
{
  return g_hash_table_lookup (index->names, key);
}

/* Whether @part stands in @whole without cutting a number in two: 小区1 is not in 小区10. */
static gboolean
holds (const char *whole, const char *part)
{
  const char *at = strstr (whole, part);
  gsize length = strlen (part);

  if (at == NULL || length < 6) /* one character is in too many names to mean anything */
    return FALSE;
  if (g_ascii_isdigit (part[length - 1]) && g_ascii_isdigit (at[length]))
    return FALSE;
  return !(at > whole && g_ascii_isdigit (at[-1]) && g_ascii_isdigit (part[0]));
}

static gboolean
is_like (const Entry *entry, const char *key, const char *alias)
{
  if (g_str_equal (entry->key, key))
    return FALSE;
  return holds (entry->key, key) || holds (key, entry->key) || g_strcmp0 (entry->alias, key) == 0
         || g_strcmp0 (alias, entry->key) == 0;
}

static const YsCompound *
find_like (const GPtrArray *entries, const char *key, const char *alias)
{
  if (entries->len > MAX_LIKE)
    return NULL;
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (entries, i);
      if (is_like (entry, key, alias))
        return entry->compound;
    }
  return NULL;
}

const YsCompound *
ys_import_index_like (const YsImportIndex *index, gint64 community_id, const char *key)
{
  g_autofree char *alias = ys_import_alias (key);
  const GPtrArray *entries = g_hash_table_lookup (index->entries, &community_id);

  if (community_id != 0)
    return entries != NULL ? find_like (entries, key, alias) : NULL;
  return index->compounds->len <= MAX_LIKE ? ys_import_index_like_any (index, key) : NULL;
}

const YsCompound *
ys_import_index_like_any (const YsImportIndex *index, const char *key)
{
  g_autofree char *alias = ys_import_alias (key);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, index->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const YsCompound *like = find_like (value, key, alias);
      if (like != NULL)
        return like;
    }
  return NULL;
}

gint64
ys_import_index_find_community (const YsImportIndex *index, const char *name, const char *town)
{
  g_autofree char *key = ys_import_community_key (name);
  g_autofree char *town_key = town != NULL ? ys_text_key (town) : NULL;
  const YsCommunity *without_town = NULL;
  gint64 found = 0;

  for (const Place *place = g_hash_table_lookup (index->places, key); place != NULL;
       place = place->next)
    {
      const YsCommunity *community = place->community;
      g_autofree char *here = NULL;

      if (town == NULL)
        {
          if (found != 0)
            return -1;
          found = community->id;
          continue;
        }
      if (community->town == NULL)
        {
          without_town = community;
          continue;
        }
      here = ys_text_key (community->town);
      if (g_str_equal (here, town_key))
        return community->id;
    }
  return found == 0 && without_town != NULL ? without_town->id : found;
}

const YsCommunity *
ys_import_index_community (const YsImportIndex *index, gint64 id)
{
  return g_hash_table_lookup (index->community_by_id, &id);
}

gint64
ys_import_index_find_company (const YsImportIndex *index, const char *name)
{
  g_autofree char *key = ys_text_key (name);
  const YsCompany *company = g_hash_table_lookup (index->company_keys, key);

  return company != NULL ? company->id : 0;
}

const YsCompany *
ys_import_index_company (const YsImportIndex *index, gint64 id)
{
  return g_hash_table_lookup (index->company_by_id, &id);
}

void
ys_import_index_add_community (YsImportIndex *index, const YsCommunity *community)
{
  YsCommunity *copy = ys_record_new (&ys_community_type);

  ys_record_copy (&ys_community_type, copy, community);
  g_ptr_array_add (index->communities, copy);
  add_community (index, copy);
}

void
ys_import_index_add_company (YsImportIndex *index, const YsCompany *company)
{
  YsCompany *copy = ys_record_new (&ys_company_type);

  ys_record_copy (&ys_company_type, copy, company);
  g_ptr_array_add (index->companies, copy);
  add_company (index, copy);
}
