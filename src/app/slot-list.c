/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Slots are made when GTK asks for them and looked up by position, unreferenced: about two hundred
 * live at a time, whatever the length of the list. */
#include "config.h"

#include "slot-list.h"

/* Rows at once while a list grows to what GTK keeps alive; few enough for a frame. */
#define FIRST_STEP 6
#define STEP 6
#define ALIVE 224
/* Slots told at once, where their list says which are seen: a tall window's; then fewer. */
#define TOLD_FIRST 40
#define TOLD 16

struct _YsSlot
{
  GObject parent_instance;

  YsSlotList *list; /* cleared when the list goes first */
  guint position;
};

typedef struct
{
  guint n;
  GHashTable *slots;  /* position → YsSlot, not referenced */
  guint target;       /* what it grows to */
  guint growing;      /* source */
  guint near;         /* G_MAXUINT: all slots are told at once */
  GHashTable *untold; /* positions of slots that show something else and do not know yet */
  guint telling;      /* source */
} YsSlotListPrivate;

static guint changed_signal;
static guint grown_signal;

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

  g_clear_handle_id (&private->growing, g_source_remove);
  g_clear_handle_id (&private->telling, g_source_remove);
  g_clear_pointer (&private->untold, g_hash_table_unref);
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

  grown_signal
      = g_signal_new ("grown", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                      G_STRUCT_OFFSET (YsSlotListClass, grown), NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ys_slot_list_init (YsSlotList *list)
{
  YsSlotListPrivate *private = get_private (list);

  private->slots = g_hash_table_new (NULL, NULL);
  private->untold = g_hash_table_new (NULL, NULL);
  private->near = G_MAXUINT;
}

static int
compare_distances (gconstpointer a, gconstpointer b, gpointer data)
{
  guint near = GPOINTER_TO_UINT (data);
  guint one = (*(YsSlot *const *)a)->position;
  guint other = (*(YsSlot *const *)b)->position;
  guint first = one > near ? one - near : near - one;
  guint second = other > near ? other - near : near - other;

  return (first > second) - (first < second);
}

/* A handler may drop the last reference to another slot: walk over a list of our own. */
static void
tell_untold (YsSlotList *list, guint most)
{
  YsSlotListPrivate *private = get_private (list);
  g_autoptr (GPtrArray) living = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer position;

  g_hash_table_iter_init (&iter, private->untold);
  while (g_hash_table_iter_next (&iter, &position, NULL))
    {
      gpointer slot = g_hash_table_lookup (private->slots, position);

      if (slot != NULL)
        g_ptr_array_add (living, g_object_ref (slot));
      else
        g_hash_table_iter_remove (&iter);
    }
  if (living->len > most)
    g_ptr_array_sort_with_data (living, compare_distances, GUINT_TO_POINTER (private->near));
  for (guint i = 0; i < MIN (living->len, most); i++)
    {
      YsSlot *slot = living->pdata[i];

      g_hash_table_remove (private->untold, GUINT_TO_POINTER (slot->position));
      g_signal_emit (slot, changed_signal, 0);
    }
}

static gboolean
on_tell_cb (gpointer user_data)
{
  YsSlotListPrivate *private = get_private (user_data);

  tell_untold (user_data, TOLD);
  if (g_hash_table_size (private->untold) > 0)
    return G_SOURCE_CONTINUE;
  private->telling = 0;
  return G_SOURCE_REMOVE;
}

static void
tell_slots (YsSlotList *list, YsSlotDiffersFunc differs, gpointer data)
{
  YsSlotListPrivate *private = get_private (list);
  GHashTableIter iter;
  gpointer slot;

  g_hash_table_iter_init (&iter, private->slots);
  while (g_hash_table_iter_next (&iter, NULL, &slot))
    if (differs == NULL || differs (list, YS_SLOT (slot)->position, data))
      g_hash_table_add (private->untold, GUINT_TO_POINTER (YS_SLOT (slot)->position));
  tell_untold (list, private->near == G_MAXUINT ? G_MAXUINT : TOLD_FIRST);
  if (g_hash_table_size (private->untold) > 0 && private->telling == 0)
  /* After the frame. */
  private->telling = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, on_tell_cb, list, NULL);
}

void
ys_slot_list_set_near (YsSlotList *list, guint position)
{
  g_return_if_fail (YS_IS_SLOT_LIST (list));

  get_private (list)->near = MIN (position, G_MAXUINT - 1);
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

/* What stood there stands there still. */
static gboolean
never (YsSlotList *list, guint position, gpointer data)
{
  return FALSE;
}

static gboolean
on_grow_cb (gpointer user_data)
{
  YsSlotList *list = user_data;
  YsSlotListPrivate *private = get_private (list);
  guint n = private->n + STEP;

  if (n < ALIVE && n < private->target)
    {
      ys_slot_list_refill_some (list, n, never, NULL);
      return G_SOURCE_CONTINUE;
    }
  private->growing = 0;
  ys_slot_list_refill_some (list, private->target, never, NULL);
  g_signal_emit (list, grown_signal, 0);
  return G_SOURCE_REMOVE;
}

void
ys_slot_list_grow (YsSlotList *list, guint n, YsSlotDiffersFunc differs, gpointer data)
{
  YsSlotListPrivate *private;
  guint first;

  g_return_if_fail (YS_IS_SLOT_LIST (list));

  private = get_private (list);
  private->target = n;
  first = MAX (private->n, (guint)FIRST_STEP);
  g_clear_handle_id (&private->growing, g_source_remove);
  if (first >= ALIVE || first >= n)
    first = n;
  else
  /* After the frame. */
  private->growing = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, on_grow_cb, list, NULL);
  ys_slot_list_refill_some (list, first, differs, data);
}

gboolean
ys_slot_list_is_growing (YsSlotList *list)
{
  g_return_val_if_fail (YS_IS_SLOT_LIST (list), FALSE);

  return get_private (list)->growing != 0;
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
