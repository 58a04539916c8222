/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chip in a cell of a long list: looks like YsChip, but another word never asks the list for a new
 * layout, so that a jump over a million rows stays fast. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YS_TYPE_CHIP_CELL (ys_chip_cell_get_type ())
G_DECLARE_FINAL_TYPE (YsChipCell, ys_chip_cell, YS, CHIP_CELL, GtkWidget)

/* (transfer floating): @align: 0 left, 1 right */
GtkWidget *ys_chip_cell_new (float align);
/* @label: (nullable): NULL or "": no chip. @tone, @icon as ys_chip_set() takes them. */
void       ys_chip_cell_set (YsChipCell *cell, const char *label, const char *tone, const char *icon);

G_END_DECLS
