/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One heading of a file above the list of fields that it may stand for. A field that is only guessed
 * is marked until a person chooses. */
#pragma once

#include <gtk/gtk.h>

#include "registry-reader.h"

G_BEGIN_DECLS

typedef struct
{
  const char *field;
  const char *title; /* translated */
} YsFieldChoice;

/* @field: "" for "not imported". */
typedef void (*YsHeadingFieldFunc) (const char *heading, const char *field, gpointer user_data);

/* (transfer floating): @choices: (array length=n_choices): the fields stay, the titles are copied.
 * @chosen runs when a person chooses. */
GtkWidget *ys_heading_choice_new (const YsTableColumn *column, const YsFieldChoice *choices, guint n_choices,
                                  YsHeadingFieldFunc chosen, gpointer user_data);

/* Of a box of them: an empty box; the cursor to the one of @heading. */
void       ys_heading_choices_clear (GtkBox *box);
void       ys_heading_choices_focus (GtkBox *box, const char *heading);

G_END_DECLS
