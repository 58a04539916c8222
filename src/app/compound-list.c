/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the indexes that the registry's filter gave, and the registry that they belong to. */
#include "config.h"

#include "compound-list.h"

struct _YsCompoundList
{
  YsSlotList parent_instance;

  YsRegistry *registry;
  GArray *indexes; /* (element-type guint) */
};

G_DEFINE_FINAL_TYPE (YsCompoundList, ys_compound_list, YS_TYPE_SLOT_LIST)

static void
ys_compound_list_finalize (GObject *object)
{
  YsCompoundList *list = YS_COMPOUND_LIST (object);

  g_clear_pointer (&list->indexes, g_array_unref);
  g_clear_pointer (&list->registry, ys_registry_unref);

  G_OBJECT_CLASS (ys_compound_list_parent_class)->finalize (object);
}

static void
ys_compound_list_class_init (YsCompoundListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ys_compound_list_finalize;
}

static void
ys_compound_list_init (YsCompoundList *list)
{
  list->indexes = g_array_new (FALSE, FALSE, sizeof (guint));
}

YsCompoundList *
ys_compound_list_new (void)
{
  return g_object_new (YS_TYPE_COMPOUND_LIST, NULL);
}

void
ys_compound_list_show (YsCompoundList *list, YsRegistry *registry, const YsRegistryFilter *filter)
{
  g_autoptr (GArray) before = NULL;
  g_autoptr (YsRegistry) old = NULL;

  g_return_if_fail (YS_IS_COMPOUND_LIST (list));
  g_return_if_fail (filter != NULL);

  /* Both stay alive until every slot was told. */
  before = list->indexes;
  old = list->registry;
  list->registry = registry != NULL ? ys_registry_ref (registry) : NULL;
  list->indexes = registry != NULL ? ys_registry_filter (registry, filter)
                                   : g_array_new (FALSE, FALSE, sizeof (guint));
  ys_slot_list_refill (YS_SLOT_LIST (list), list->indexes->len);
}

static const YsRegistryItem *
item_at (YsCompoundList *list, guint position)
{
  if (position >= list->indexes->len)
    return NULL;
  return ys_registry_item (list->registry, g_array_index (list->indexes, guint, position));
}

const YsRegistryItem *
ys_compound_list_item (YsSlot *slot)
{
  YsSlotList *list = ys_slot_get_list (slot);

  return list != NULL ? item_at (YS_COMPOUND_LIST (list), ys_slot_get_position (slot)) : NULL;
}

guint
ys_compound_list_position (YsCompoundList *list, gint64 compound_id)
{
  g_return_val_if_fail (YS_IS_COMPOUND_LIST (list), GTK_INVALID_LIST_POSITION);

  for (guint i = 0; i < list->indexes->len; i++)
    if (item_at (list, i)->compound->id == compound_id)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

gint64
ys_compound_list_id (YsCompoundList *list, guint position)
{
  const YsRegistryItem *item;

  g_return_val_if_fail (YS_IS_COMPOUND_LIST (list), 0);

  item = item_at (list, position);
  return item != NULL ? item->compound->id : 0;
}

const guint *
ys_compound_list_indexes (YsCompoundList *list, guint *out_n)
{
  g_return_val_if_fail (YS_IS_COMPOUND_LIST (list), NULL);

  *out_n = list->indexes->len;
  return (const guint *)(gpointer)list->indexes->data;
}
