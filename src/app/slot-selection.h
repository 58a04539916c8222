/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which places of a list of slots are selected. Unlike GtkMultiSelection it never asks for an item, so
 * that selecting all of a million rows is a matter of two numbers. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YS_TYPE_SLOT_SELECTION (ys_slot_selection_get_type ())
G_DECLARE_FINAL_TYPE (YsSlotSelection, ys_slot_selection, YS, SLOT_SELECTION, GObject)

/* @model: (transfer full) */
YsSlotSelection *ys_slot_selection_new (GListModel *model);

G_END_DECLS
