/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns over a list of slots. */
#pragma once

#include "slot-list.h"

G_BEGIN_DECLS

/* (transfer floating): an empty cell. */
typedef GtkWidget *(*YsCellMakeFunc) (gpointer data);
/* Fills a cell: when its row comes into sight and whenever its slot shows something else. */
typedef void (*YsCellShowFunc) (GtkWidget *cell, YsSlot *slot, gpointer data);

/* (transfer full): @data is freed with the column's factory. @width 0: takes the rest. */
GtkColumnViewColumn *ys_slot_column_new (const char *title,
                                         int width,
                                         YsCellMakeFunc make,
                                         YsCellShowFunc show,
                                         gpointer data,
                                         GDestroyNotify free_data);

/* The title of the column at @position stands over its cells: 0 left, 1 right. */
void ys_column_view_align_title (GtkColumnView *view, guint position, float align);

/* Brings the row at @position into sight; GTK_INVALID_LIST_POSITION: nothing. */
void ys_column_view_scroll_to (GtkColumnView *view, guint position);
/* About the place in the middle of what is seen. */
guint ys_column_view_middle (GtkColumnView *view);
/* Whether a row (not the head) has the keyboard; gives it to the row at @position, if that is in sight or
 * near it. The columns were made by ys_slot_column_new(). */
gboolean ys_column_view_has_focus (GtkColumnView *view);
gboolean ys_column_view_focus_row (GtkColumnView *view, guint position);

/* (transfer floating): a cell of text, cut off with … where it is too long. */
GtkWidget *ys_text_cell_new (float align);

G_END_DECLS
