/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Slots are made when GTK asks for them and looked up by position, unreferenced: about two hundred
 * live at a time, whatever the length of the list. */
#include "config.h"

#include "slot-list.h"

struct _YsSlot
{
  GObject parent_instance;

  YsSlotList *list; /* cleared when the list goes first */
  guint position;
};

typedef struct
{
  guint n;
  GHashTable *slots; /* position → YsSlot, not referenced */
} YsSlotListPrivate;

static guint changed_signal;

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (YsSlot, ys_slot, G_TYPE_OBJECT)
G_DEFINE_TYPE_WITH_CODE (YsSlotList,
                         ys_slot_list,
                         G_TYPE_OBJECT,
                         G_ADD_PRIVATE (YsSlotList)
                             G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static YsSlotListPrivate *
get_private (YsSlotList *list)
{
  return ys_slot_list_get_instance_private (list);
}

static void
ys_slot_finalize (GObject *object)
{
  YsSlot *slot = YS_SLOT (object);

  if (slot->list != NULL)
    g_hash_table_remove (get_private (slot->list)->slots, GUINT_TO_POINTER (slot->position));

  G_OBJECT_CLASS (ys_slot_parent_class)->finalize (object);
}

static void
ys_slot_class_init (YsSlotClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ys_slot_finalize;

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
ys_slot_init (YsSlot *slot)
{
}

guint
ys_slot_get_position (YsSlot *slot)
{
  g_return_val_if_fail (YS_IS_SLOT (slot), GTK_INVALID_LIST_POSITION);

  return slot->position;
}

YsSlotList *
ys_slot_get_list (YsSlot *slot)
{
  g_return_val_if_fail (YS_IS_SLOT (slot), NULL);

  return slot->list;
}

static GType
get_item_type (GListModel *model)
{
  return YS_TYPE_SLOT;
}

static guint
get_n_items (GListModel *model)
{
  return get_private (YS_SLOT_LIST (model))->n;
}

static gpointer
get_item (GListModel *model, guint position)
{
  YsSlotListPrivate *private = get_private (YS_SLOT_LIST (model));
  YsSlot *slot;

  if (position >= private->n)
    return NULL;

  slot = g_hash_table_lookup (private->slots, GUINT_TO_POINTER (position));
  if (slot != NULL)
    return g_object_ref (slot);

  slot = g_object_new (YS_TYPE_SLOT, NULL);
  slot->list = YS_SLOT_LIST (model);
  slot->position = position;
  g_hash_table_insert (private->slots, GUINT_TO_POINTER (position), slot);
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
ys_slot_list_finalize (GObject *object)
{
  YsSlotListPrivate *private = get_private (YS_SLOT_LIST (object));
  GHashTableIter iter;
  gpointer slot;

  g_hash_table_iter_init (&iter, private->slots);
  while (g_hash_table_iter_next (&iter, NULL, &slot))
    YS_SLOT (slot)->list = NULL;
  g_clear_pointer (&private->slots, g_hash_table_unref);

  G_OBJECT_CLASS (ys_slot_list_parent_class)->finalize (object);
}

static void
ys_slot_list_class_init (YsSlotListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ys_slot_list_finalize;
}

static void
ys_slot_list_init (YsSlotList *list)
{
  get_private (list)->slots = g_hash_table_new (NULL, NULL);
}

/* A handler may drop the last reference to another slot: walk over a list of our own. */
static void
tell_slots (YsSlotList *list, YsSlotDiffersFunc differs, gpointer data)
{
  g_autoptr (GPtrArray) living = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer slot;

  g_hash_table_iter_init (&iter, get_private (list)->slots);
  while (g_hash_table_iter_next (&iter, NULL, &slot))
    if (differs == NULL || differs (list, YS_SLOT (slot)->position, data))
      g_ptr_array_add (living, g_object_ref (slot));

  for (guint i = 0; i < living->len; i++)
    g_signal_emit (g_ptr_array_index (living, i), changed_signal, 0);
}

void
ys_slot_list_refill (YsSlotList *list, guint n)
{
  ys_slot_list_refill_some (list, n, NULL, NULL);
}

void
ys_slot_list_refill_some (YsSlotList *list, guint n, YsSlotDiffersFunc differs, gpointer data)
{
  YsSlotListPrivate *private;
  guint before;
  guint common;

  g_return_if_fail (YS_IS_SLOT_LIST (list));

  private = get_private (list);
  before = private->n;
  common = MIN (before, n);
  private->n = n;
  /* The tail first: GTK must not ask for places that are no more. Then the rows that stay. */
  if (before != n)
    g_list_model_items_changed (G_LIST_MODEL (list), common, before - common, n - common);
  tell_slots (list, differs, data);
}

void
ys_slot_list_touch (YsSlotList *list, guint position)
{
  YsSlot *slot;

  g_return_if_fail (YS_IS_SLOT_LIST (list));

  slot = g_hash_table_lookup (get_private (list)->slots, GUINT_TO_POINTER (position));
  if (slot == NULL)
    return;
  g_object_ref (slot);
  g_signal_emit (slot, changed_signal, 0);
  g_object_unref (slot);
}
