/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list model of slots. A slot is a place in a list, not a record: when the order or the filter
 * changes, living slots are told to show something else and only the tail is added or removed, so
 * no keystroke rebuilds the rows on screen. A subclass knows what stands at each place. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YS_TYPE_SLOT_LIST (ys_slot_list_get_type ())
G_DECLARE_DERIVABLE_TYPE (YsSlotList, ys_slot_list, YS, SLOT_LIST, GObject)

struct _YsSlotListClass
{
  GObjectClass parent_class;

  /* The signal "grown": a list that grew step by step shows all. */
  void (*grown) (YsSlotList *list);
};

/* Signal "changed": something else stands here now. */
#define YS_TYPE_SLOT (ys_slot_get_type ())
G_DECLARE_FINAL_TYPE (YsSlot, ys_slot, YS, SLOT, GObject)

guint       ys_slot_get_position (YsSlot *slot);
/* (transfer none) (nullable): NULL when the list went first. */
YsSlotList *ys_slot_get_list (YsSlot *slot);

/* For subclasses: there are @n places now and each may show something else. */
void        ys_slot_list_refill (YsSlotList *list, guint n);
/* The same, telling only the slots of the places that @differs names. */
typedef gboolean (*YsSlotDiffersFunc) (YsSlotList *list, guint position, gpointer data);
void        ys_slot_list_refill_some (YsSlotList *list, guint n, YsSlotDiffersFunc differs, gpointer data);
/* The same, but a list that was short grows step by step, between frames: GTK makes the widgets of two
 * hundred rows at once, whatever fits the window. @data is needed until this returns. */
void        ys_slot_list_grow (YsSlotList *list, guint n, YsSlotDiffersFunc differs, gpointer data);
gboolean    ys_slot_list_is_growing (YsSlotList *list);
/* The place in the middle of what is seen: from now on many slots are told step by step, the nearest
 * first; the others show what stood there for some frames more. */
void        ys_slot_list_set_near (YsSlotList *list, guint position);
/* One place shows something else. */
void        ys_slot_list_touch (YsSlotList *list, guint position);

G_END_DECLS
