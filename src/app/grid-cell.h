/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One cell that is typed into, as in a spreadsheet. Reached by a key or a click it stands as a
 * whole: typing replaces what is there. It is edited after typing, F2 or a second click: then the
 * arrows move inside the text. Signals: "typed" while typing; "entered" and "left" with the focus. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YS_TYPE_GRID_CELL (ys_grid_cell_get_type ())
G_DECLARE_FINAL_TYPE (YsGridCell, ys_grid_cell, YS, GRID_CELL, GtkWidget)

/* (transfer floating) @column: for the owner; @align: 0 left, 1 right */
GtkWidget *ys_grid_cell_new (guint column, float align);
guint ys_grid_cell_get_column (YsGridCell *cell);
/* GTK_INVALID_LIST_POSITION: none yet */
guint ys_grid_cell_get_position (YsGridCell *cell);
void ys_grid_cell_set_position (YsGridCell *cell, guint position);
/* @n_dim: bytes at the start in a quieter colour; @placeholder: (nullable): what an empty cell
 * means; @name: for a screen reader; @wrong: (nullable): what is wrong. */
void ys_grid_cell_show (YsGridCell *cell,
                        const char *text,
                        guint n_dim,
                        const char *placeholder,
                        const char *name,
                        const char *wrong);
const char *ys_grid_cell_get_text (YsGridCell *cell);
/* A key that was pressed before the cell had the focus; within the key's own signal. */
gboolean ys_grid_cell_take_key (YsGridCell *cell, GtkEventControllerKey *keys);
/* As if it had been typed. */
void ys_grid_cell_type (YsGridCell *cell, const char *text);
/* In the place of what is selected. */
void ys_grid_cell_insert (YsGridCell *cell, const char *text);
gboolean ys_grid_cell_is_editing (YsGridCell *cell);
void ys_grid_cell_set_editing (YsGridCell *cell, gboolean editing);
/* An input method is at work: all keys are its own. */
gboolean ys_grid_cell_is_composing (YsGridCell *cell);
void ys_grid_cell_set_editable (YsGridCell *cell, gboolean editable);

G_END_DECLS
