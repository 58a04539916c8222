/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cell of a name with a small word behind it: 锦绣花园 并列. The name gives way first. Cheap: a list
 * makes hundreds. CSS name "namecell". */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YS_TYPE_NAME_CELL (ys_name_cell_get_type ())
G_DECLARE_FINAL_TYPE (YsNameCell, ys_name_cell, YS, NAME_CELL, GtkWidget)

/* (transfer floating) */
GtkWidget *ys_name_cell_new (void);
/* @word: (nullable): none; @tone: (nullable): a class for it, static */
void       ys_name_cell_set (YsNameCell *self, const char *name, const char *word, const char *tone);

G_END_DECLS
