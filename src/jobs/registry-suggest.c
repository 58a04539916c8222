/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was written before in a field, for whoever is typing in it: the best match first, then
 * what is used most. */
#include "config.h"

#include "registry-private.h"
#include "pinyin.h"

#include <string.h>

typedef struct
{
  char *text;
  guint n_used;
  YsMatch match;
} Value;

static void
value_free (gpointer data)
{
  Value *value = data;

  g_free (value->text);
  g_free (value);
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  const Value *one = *(Value *const *)a;
  const Value *other = *(Value *const *)b;

  if (one->match != other->match)
    return one->match > other->match ? -1 : 1;
  if (one->n_used != other->n_used)
    return one->n_used > other->n_used ? -1 : 1;
  return strcmp (one->text, other->text);
}

/* (transfer full) (nullable) */
static char *
value_of (const YsRegistryItem *item, const YsField *field)
{
  if (field->offset == G_STRUCT_OFFSET (YsCompound, community_id))
    return g_strdup (item->community);
  if (field->offset == G_STRUCT_OFFSET (YsCompound, company_id))
    return g_strdup (item->company);
  return ys_field_to_text (field, item->compound);
}

/* (transfer full) (element-type Value): each value once with how often it is used */
static GPtrArray *
count_values (const YsRegistry *registry, const YsField *field)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (value_free);
  g_autoptr (GHashTable) by_text = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < registry->n_items; i++)
    {
      g_autofree char *text = value_of (&registry->items[i], field);
      Value *value;

      if (text == NULL || *text == '\0' || registry->items[i].compound->withdrawn)
        continue;
      value = g_hash_table_lookup (by_text, text);
      if (value == NULL)
        {
          value = g_new0 (Value, 1);
          value->text = g_steal_pointer (&text);
          g_hash_table_insert (by_text, value->text, value);
          g_ptr_array_add (values, value);
        }
      value->n_used++;
    }
  return values;
}

GStrv
ys_registry_suggest (const YsRegistry *registry, const char *field, const char *text, guint max)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (YsPinyinQuery) query = NULL;
  const YsField *known;
  guint n = 0;

  g_return_val_if_fail (registry != NULL && field != NULL && text != NULL, NULL);

  known = ys_registry_field (field);
  g_return_val_if_fail (known != NULL, NULL);

  values = count_values (registry, known);
  query = ys_pinyin_query_new (text);
  for (guint i = 0; i < values->len; i++)
    {
      Value *value = g_ptr_array_index (values, i);

      value->match = ys_pinyin_query_match (query, value->text);
    }
  g_ptr_array_sort (values, compare_values);
  for (guint i = 0; i < values->len && n < max; i++)
    {
      const Value *value = g_ptr_array_index (values, i);

      if (value->match < YS_MATCH_INNER)
        break;
      g_strv_builder_add (builder, value->text);
      n++;
    }
  return g_strv_builder_end (builder);
}
