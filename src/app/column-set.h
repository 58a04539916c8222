/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a list of slots: which one sorts, which are hidden, how wide and in what order they
 * are, and that as one line of text to remember. What a cell shows is the owner's. */
#pragma once

#include "slot-column.h"

G_BEGIN_DECLS

typedef struct
{
  const char *nick;  /* kept in the ledger's settings */
  const char *title; /* N_(), or NC_ ("column", …) */
  int         sort;  /* what sorts by it; -1: its head does not sort */
  float       align;
  int         width; /* 0: what the others leave; one column, never hidden */
  gboolean    hidden;
} YsColumnInfo;

/* Translated. */
const char  *ys_column_title (const YsColumnInfo *info);

typedef struct _YsColumnSet YsColumnSet;

/* (transfer floating): an empty cell of the @column-th column; fills one. */
typedef GtkWidget *(*YsColumnMakeFunc) (guint column, gpointer data);
typedef void (*YsColumnShowFunc) (guint column, GtkWidget *cell, YsSlot *slot, gpointer data);

/* Adds the columns to @view. @infos: (array length=n_infos): static */
YsColumnSet *ys_column_set_new (GtkColumnView *view,
                                const YsColumnInfo *infos,
                                guint n_infos,
                                YsColumnMakeFunc make,
                                YsColumnShowFunc show,
                                gpointer data);
void         ys_column_set_free (YsColumnSet *set);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsColumnSet, ys_column_set_free)

/* The sort of the head that was clicked; @fallback when none was. */
int          ys_column_set_sort (YsColumnSet *set, int fallback, gboolean *out_descending);
/* Shows the arrow at the column that sorts by @sort. */
void         ys_column_set_sort_by (YsColumnSet *set, int sort, gboolean descending);

/* (transfer none): the column of this place in the infos, wherever it was moved. */
GtkColumnViewColumn *ys_column_set_get_column (YsColumnSet *set, guint index);

/* (transfer full): order, widths and hidden columns as one line of text, and back. */
char        *ys_column_set_to_text (YsColumnSet *set);
void         ys_column_set_from_text (YsColumnSet *set, const char *text);

G_END_DECLS
