/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Slots are made when GTK asks for them and kept by weak pointers: about two hundred live at a
 * time, whatever the length of the list. */
#include "config.h"

#include "compound-list.h"

struct _YsCompoundSlot
{
  GObject parent_instance;

  YsCompoundList *list; /* cleared when the list goes first */
  guint position;
};

struct _YsCompoundList
{
  GObject parent_instance;

  YsRegistry *registry;
  GArray *indexes;   /* (element-type guint) */
  GHashTable *slots; /* position → YsCompoundSlot, not referenced */
};

enum
{
  SLOT_CHANGED,
  N_SLOT_SIGNALS
};

static guint slot_signals[N_SLOT_SIGNALS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (YsCompoundSlot, ys_compound_slot, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (YsCompoundList,
                               ys_compound_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
ys_compound_slot_finalize (GObject *object)
{
  YsCompoundSlot *slot = YS_COMPOUND_SLOT (object);

  if (slot->list != NULL)
    g_hash_table_remove (slot->list->slots, GUINT_TO_POINTER (slot->position));

  G_OBJECT_CLASS (ys_compound_slot_parent_class)->finalize (object);
}

static void
ys_compound_slot_class_init (YsCompoundSlotClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ys_compound_slot_finalize;

  slot_signals[SLOT_CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 0);
}

static void
ys_compound_slot_init (YsCompoundSlot *slot)
{
}

static GType
get_item_type (GListModel *model)
{
  return YS_TYPE_COMPOUND_SLOT;
}

static guint
get_n_items (GListModel *model)
{
  return YS_COMPOUND_LIST (model)->indexes->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  YsCompoundList *list = YS_COMPOUND_LIST (model);
  YsCompoundSlot *slot;

  if (position >= list->indexes->len)
    return NULL;

  slot = g_hash_table_lookup (list->slots, GUINT_TO_POINTER (position));
  if (slot != NULL)
    return g_object_ref (slot);

  slot = g_object_new (YS_TYPE_COMPOUND_SLOT, NULL);
  slot->list = list;
  slot->position = position;
  g_hash_table_insert (list->slots, GUINT_TO_POINTER (position), slot);
  return slot;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
ys_compound_list_finalize (GObject *object)
{
  YsCompoundList *list = YS_COMPOUND_LIST (object);
  GHashTableIter iter;
  gpointer slot;

  g_hash_table_iter_init (&iter, list->slots);
  while (g_hash_table_iter_next (&iter, NULL, &slot))
    YS_COMPOUND_SLOT (slot)->list = NULL;

  g_clear_pointer (&list->slots, g_hash_table_unref);
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
  list->slots = g_hash_table_new (NULL, NULL);
}

YsCompoundList *
ys_compound_list_new (void)
{
  return g_object_new (YS_TYPE_COMPOUND_LIST, NULL);
}

const YsRegistryItem *
ys_compound_slot_item (YsCompoundSlot *slot)
{
  g_return_val_if_fail (YS_IS_COMPOUND_SLOT (slot), NULL);

  if (slot->list == NULL || slot->position >= slot->list->indexes->len)
    return NULL;
  return ys_registry_item (slot->list->registry,
                           g_array_index (slot->list->indexes, guint, slot->position));
}

/* A handler may drop the last reference to another slot: walk over a list of our own. */
static void
tell_slots (YsCompoundList *list)
{
  g_autoptr (GPtrArray) living = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer slot;

  g_hash_table_iter_init (&iter, list->slots);
  while (g_hash_table_iter_next (&iter, NULL, &slot))
    g_ptr_array_add (living, g_object_ref (slot));

  for (guint i = 0; i < living->len; i++)
    g_signal_emit (g_ptr_array_index (living, i), slot_signals[SLOT_CHANGED], 0);
}

void
ys_compound_list_show (YsCompoundList *list, YsRegistry *registry, const YsRegistryFilter *filter)
{
  g_autoptr (GArray) before = NULL;
  YsRegistry *old;
  guint common;

  g_return_if_fail (YS_IS_COMPOUND_LIST (list));
  g_return_if_fail (filter != NULL);

  before = list->indexes;
  old = list->registry;
  list->registry = registry != NULL ? ys_registry_ref (registry) : NULL;
  list->indexes = registry != NULL ? ys_registry_filter (registry, filter)
                                   : g_array_new (FALSE, FALSE, sizeof (guint));

  /* The tail first: GTK must not ask for places that are no more. Then the rows that stay. */
  common = MIN (before->len, list->indexes->len);
  if (before->len != list->indexes->len)
    g_list_model_items_changed (G_LIST_MODEL (list), common, before->len - common,
                                list->indexes->len - common);
  tell_slots (list);
  g_clear_pointer (&old, ys_registry_unref);
}

guint
ys_compound_list_position (YsCompoundList *list, gint64 compound_id)
{
  g_return_val_if_fail (YS_IS_COMPOUND_LIST (list), GTK_INVALID_LIST_POSITION);

  for (guint i = 0; i < list->indexes->len; i++)
    if (ys_compound_list_id (list, i) == compound_id)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

gint64
ys_compound_list_id (YsCompoundList *list, guint position)
{
  g_return_val_if_fail (YS_IS_COMPOUND_LIST (list), 0);

  if (position >= list->indexes->len)
    return 0;
  return ys_registry_item (list->registry, g_array_index (list->indexes, guint, position))
      ->compound->id;
}

const guint *
ys_compound_list_indexes (YsCompoundList *list, guint *out_n)
{
  g_return_val_if_fail (YS_IS_COMPOUND_LIST (list), NULL);

  *out_n = list->indexes->len;
  return (const guint *)(gpointer)list->indexes->data;
}
