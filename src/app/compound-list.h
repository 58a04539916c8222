/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The registry through a filter, as a list of slots. */
#pragma once

#include "registry.h"
#include "slot-list.h"

G_BEGIN_DECLS

#define YS_TYPE_COMPOUND_LIST (ys_compound_list_get_type ())
G_DECLARE_FINAL_TYPE (YsCompoundList, ys_compound_list, YS, COMPOUND_LIST, YsSlotList)

YsCompoundList *ys_compound_list_new (void);

/* Shows @registry (nullable) through @filter; the registry is referenced, the filter read. */
void ys_compound_list_show (YsCompoundList *list, YsRegistry *registry, const YsRegistryFilter *filter);

/* (transfer none) (nullable): what stands in a slot of such a list now. */
const YsRegistryItem *ys_compound_list_item (YsSlot *slot);
/* GTK_INVALID_LIST_POSITION when the compound is not shown. */
guint         ys_compound_list_position (YsCompoundList *list, gint64 compound_id);
/* 0 past the end. */
gint64        ys_compound_list_id (YsCompoundList *list, guint position);
/* Indexes into the registry of the rows shown, in order; borrowed until the next show. */
const guint  *ys_compound_list_indexes (YsCompoundList *list, guint *out_n);

G_END_DECLS
