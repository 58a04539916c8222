/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The registry as a list model of slots. A slot is a place in the list, not a compound: when the
 * order or the filter changes, living slots are told to show something else and only the tail is
 * added or removed, so no keystroke rebuilds the rows on screen. */
#pragma once

#include <gtk/gtk.h>

#include "registry.h"

G_BEGIN_DECLS

#define YS_TYPE_COMPOUND_SLOT (ys_compound_slot_get_type ())
G_DECLARE_FINAL_TYPE (YsCompoundSlot, ys_compound_slot, YS, COMPOUND_SLOT, GObject)

/* What stands in the slot now; valid until "changed". (nullable) only after the list shrank. */
const YsRegistryItem *ys_compound_slot_item (YsCompoundSlot *slot);

#define YS_TYPE_COMPOUND_LIST (ys_compound_list_get_type ())
G_DECLARE_FINAL_TYPE (YsCompoundList, ys_compound_list, YS, COMPOUND_LIST, GObject)

YsCompoundList *ys_compound_list_new (void);

/* Shows @registry (nullable) through @filter; both are copied or referenced. */
void ys_compound_list_show (YsCompoundList *list, YsRegistry *registry, const YsRegistryFilter *filter);

/* GTK_INVALID_LIST_POSITION when the compound is not shown. */
guint         ys_compound_list_position (YsCompoundList *list, gint64 compound_id);
/* 0 past the end. */
gint64        ys_compound_list_id (YsCompoundList *list, guint position);
/* Indexes into the registry of the rows shown, in order; borrowed until the next show. */
const guint  *ys_compound_list_indexes (YsCompoundList *list, guint *out_n);

G_END_DECLS
