/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bitset of places. When places come or go behind the common part the bits move with them; when
 * other records stand in the same places their owner selects anew. */
#include "config.h"

#include "slot-selection.h"

struct _YsSlotSelection
{
  GObject parent_instance;

  GListModel *model;
  GtkBitset *selected;
};

static void list_model_init (GListModelInterface *iface);
static void selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YsSlotSelection,
                               ys_slot_selection,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                          selection_model_init))

static GType
get_item_type (GListModel *list)
{
  return g_list_model_get_item_type (YS_SLOT_SELECTION (list)->model);
}

static guint
get_n_items (GListModel *list)
{
  return g_list_model_get_n_items (YS_SLOT_SELECTION (list)->model);
}

static gpointer
get_item (GListModel *list, guint position)
{
  return g_list_model_get_item (YS_SLOT_SELECTION (list)->model, position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  return gtk_bitset_contains (YS_SLOT_SELECTION (model)->selected, position);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n)
{
  return gtk_bitset_ref (YS_SLOT_SELECTION (model)->selected);
}

static gboolean
set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  YsSlotSelection *self = YS_SLOT_SELECTION (model);
  g_autoptr (GtkBitset) changed = gtk_bitset_copy (self->selected);
  guint first;
  guint last;

  /* What differs within the mask. */
  gtk_bitset_difference (changed, selected);
  gtk_bitset_intersect (changed, mask);
  if (gtk_bitset_is_empty (changed))
    return TRUE;
  gtk_bitset_difference (self->selected, changed);
  first = gtk_bitset_get_minimum (changed);
  last = gtk_bitset_get_maximum (changed);
  gtk_selection_model_selection_changed (model, first, last - first + 1);
  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->set_selection = set_selection;
}

static void
on_items_changed_cb (
    GListModel *model, guint position, guint removed, guint added, YsSlotSelection *self)
{
  gtk_bitset_splice (self->selected, position, removed, added);
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
ys_slot_selection_finalize (GObject *object)
{
  YsSlotSelection *self = YS_SLOT_SELECTION (object);

  g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  g_clear_pointer (&self->selected, gtk_bitset_unref);

  G_OBJECT_CLASS (ys_slot_selection_parent_class)->finalize (object);
}

static void
ys_slot_selection_class_init (YsSlotSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ys_slot_selection_finalize;
}

static void
ys_slot_selection_init (YsSlotSelection *self)
{
  self->selected = gtk_bitset_new_empty ();
}

YsSlotSelection *
ys_slot_selection_new (GListModel *model)
{
  YsSlotSelection *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (model), NULL);

  self = g_object_new (YS_TYPE_SLOT_SELECTION, NULL);
  self->model = model;
  g_signal_connect (model, "items-changed", G_CALLBACK (on_items_changed_cb), self);
  return self;
}
