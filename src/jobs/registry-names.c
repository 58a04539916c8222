/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compounds by name: the one that a person means, and those that may be one and the same. A name
 * as it is written goes before another name, that before a mere likeness of spelling, and
 * what is in use before what is withdrawn. */
#include "config.h"

#include "registry-private.h"
#include "job-error.h"
#include "text.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *name; /* cleaned */
  const char *key;
  const char *community_key; /* (nullable): only in this community */
} Wanted;

/* A name of Han characters alone is its own key; that spares most names the folding. */
static gboolean
is_own_key (const char *name)
{
  const guchar *p = (const guchar *)name;

  for (; *p >= 0xe4 && *p <= 0xe9; p += 3)
    if (p[1] == '\0' || p[2] == '\0')
      return FALSE;
  return *p == '\0';
}

/* (transfer full) */
static char *
key_of (const char *name)
{
  return is_own_key (name) ? g_strdup (name) : ys_text_key (name);
}

typedef gboolean (*FitsFunc) (const YsRegistryItem *item,
                              const YsRegistryExtra *extra,
                              const Wanted *wanted);

static gboolean
has_name (const YsRegistryItem *item, const YsRegistryExtra *extra, const Wanted *wanted)
{
  return g_strcmp0 (item->compound->name, wanted->name) == 0;
}

static gboolean
has_other_name (const YsRegistryItem *item, const YsRegistryExtra *extra, const Wanted *wanted)
{
  return extra->other_names != NULL
         && g_strv_contains ((const char *const *)extra->other_names, wanted->name);
}

static gboolean
key_fits (const char *name, const char *key)
{
  g_autofree char *name_key = NULL;

  if (is_own_key (name))
    return g_str_equal (name, key);
  name_key = ys_text_key (name);
  return g_str_equal (name_key, key);
}

static gboolean
has_key (const YsRegistryItem *item, const YsRegistryExtra *extra, const Wanted *wanted)
{
  if (key_fits (item->compound->name, wanted->key))
    return TRUE;
  for (guint i = 0; extra->other_names != NULL && extra->other_names[i] != NULL; i++)
    if (key_fits (extra->other_names[i], wanted->key))
      return TRUE;
  return FALSE;
}

static gboolean
in_community (const YsRegistryItem *item, const Wanted *wanted)
{
  return wanted->community_key == NULL || key_fits (item->community, wanted->community_key);
}

/* (transfer full) (element-type YsRegistryItem): the items that fit in the first way that any does
 */
static GPtrArray *
find_items (const YsRegistry *registry, const Wanted *wanted)
{
  static const FitsFunc ways[] = { has_name, has_other_name, has_key };
  GPtrArray *found = g_ptr_array_new ();

  for (guint withdrawn = 0; withdrawn <= 1; withdrawn++)
    for (guint way = 0; way < G_N_ELEMENTS (ways); way++)
      {
        for (guint i = 0; i < registry->n_items; i++)
          {
            YsRegistryItem *item = &registry->items[i];

            if ((guint)item->compound->withdrawn == withdrawn
                && ways[way](item, &registry->extras[i], wanted) && in_community (item, wanted))
              g_ptr_array_add (found, item);
          }
        if (found->len > 0)
          return found;
      }
  return found;
}

/* (transfer full) (nullable): the name of a compound that may have been meant */
static const char *
find_likely (const YsRegistry *registry, const char *name)
{
  for (guint i = 0; i < registry->n_items; i++)
    if (!registry->items[i].compound->withdrawn
        && ys_text_may_be_same (registry->items[i].compound->name, name))
      return registry->items[i].compound->name;
  return NULL;
}

static void
set_not_found (const YsRegistry *registry, const char *name, GError **error)
{
  const char *likely = find_likely (registry, name);

  if (likely != NULL)
    g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_NOT_FOUND,
                 _ ("There is no compound “%s”. Did you mean “%s”?"), name, likely);
  else
    g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_NOT_FOUND,
                 _ ("There is no compound “%s”. Look it up in the list, or add it."), name);
}

static void
set_ambiguous (const char *name, GPtrArray *found, GError **error)
{
  const YsRegistryItem *first = g_ptr_array_index (found, 0);
  const YsRegistryItem *second = g_ptr_array_index (found, 1);

  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_AMBIGUOUS,
               /* Translators: a compound's name, two communities, then community/compound */
               _ ("Several compounds are called “%s”: in %s, in %s. Write the community too: "
                  "%s/%s."),
               name, first->community, second->community, first->community, first->compound->name);
}

/* (transfer full): "community/compound" parted; NULL when @name has no such stroke */
static char *
split_community (const char *name, const char **out_rest)
{
  const char *stroke = strchr (name, '/');

  if (stroke == NULL || stroke == name || stroke[1] == '\0')
    return NULL;
  *out_rest = stroke + 1;
  return g_strndup (name, (gsize)(stroke - name));
}

static GPtrArray *
find_in_community (const YsRegistry *registry, const char *name)
{
  const char *rest = NULL;
  g_autofree char *community = split_community (name, &rest);
  g_autofree char *clean = NULL;
  g_autofree char *key = NULL;
  g_autofree char *community_key = NULL;
  Wanted wanted;

  if (community == NULL)
    return g_ptr_array_new ();
  clean = ys_text_clean (rest);
  key = ys_text_key (rest);
  community_key = ys_text_key (community);
  wanted = (Wanted){ clean, key, community_key };
  return find_items (registry, &wanted);
}

gint64
ys_registry_find_by_name (const YsRegistry *registry, const char *name, GError **error)
{
  g_autofree char *clean = ys_text_clean (name);
  g_autofree char *key = ys_text_key (name);
  g_autoptr (GPtrArray) found = NULL;
  Wanted wanted = { clean, key, NULL };

  g_return_val_if_fail (registry != NULL && name != NULL, 0);

  found = *key != '\0' ? find_items (registry, &wanted) : g_ptr_array_new ();
  if (found->len == 0)
    {
      g_ptr_array_unref (found);
      found = find_in_community (registry, clean);
    }
  if (found->len == 0)
    set_not_found (registry, clean, error);
  else if (found->len > 1)
    set_ambiguous (clean, found, error);
  return found->len == 1 ? ((YsRegistryItem *)g_ptr_array_index (found, 0))->compound->id : 0;
}

/* Twins: the same key in any of their names anywhere, or likeness within one community. */

typedef struct
{
  GArray *pairs;
  GHashTable *seen; /* "a b" */
} Twins;

static void
add_pair (Twins *twins, gint64 a, gint64 b)
{
  gint64 pair[2] = { MIN (a, b), MAX (a, b) };
  char *text;

  if (a == b)
    return;
  text = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, pair[0], pair[1]);
  if (g_hash_table_add (twins->seen, text))
    g_array_append_val (twins->pairs, pair);
}

static void
add_name (Twins *twins, GHashTable *first_by_key, const char *name, const YsCompound *compound)
{
  g_autofree char *key = key_of (name);
  const YsCompound *first = g_hash_table_lookup (first_by_key, key);

  if (first != NULL)
    add_pair (twins, first->id, compound->id);
  else
    g_hash_table_insert (first_by_key, g_steal_pointer (&key), (gpointer)compound);
}

static void
add_equal_names (Twins *twins, const YsRegistry *registry)
{
  g_autoptr (GHashTable) first_by_key
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < registry->n_items; i++)
    {
      const YsCompound *compound = registry->items[i].compound;
      char **names = registry->extras[i].other_names;

      if (compound->withdrawn)
        continue;
      add_name (twins, first_by_key, compound->name, compound);
      for (guint j = 0; names != NULL && names[j] != NULL; j++)
        add_name (twins, first_by_key, names[j], compound);
    }
}

/* Of two Han names that are alike one holds the other's first character: a quick no for most. */
static gboolean
may_be_like (const char *a, const char *b)
{
  const char *shorter = strlen (a) <= strlen (b) ? a : b;
  const char *longer = shorter == a ? b : a;
  const char first[4] = { shorter[0], shorter[1], shorter[2], '\0' };

  return !is_own_key (shorter) || strstr (longer, first) != NULL;
}

/* Items of one community stand together in the official order. */
static void
add_like_names (Twins *twins, const YsRegistry *registry)
{
  for (guint i = 0; i < registry->n_items; i++)
    for (guint j = i + 1; j < registry->n_items; j++)
      {
        const YsCompound *a = registry->items[i].compound;
        const YsCompound *b = registry->items[j].compound;

        if (a->community_id != b->community_id)
          break;
        if (!a->withdrawn && !b->withdrawn && may_be_like (a->name, b->name)
            && ys_text_may_be_same (a->name, b->name))
          add_pair (twins, a->id, b->id);
      }
}

GArray *
ys_registry_find_twins (const YsRegistry *registry)
{
  Twins twins;

  g_return_val_if_fail (registry != NULL, NULL);

  twins.pairs = g_array_new (FALSE, FALSE, sizeof (gint64[2]));
  twins.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_equal_names (&twins, registry);
  add_like_names (&twins, registry);
  g_hash_table_unref (twins.seen);
  return twins.pairs;
}
