/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by field-row.c (what is shown, what is wrong, when it is given) and field-row-keys.c (typing). */
#pragma once

#include "field-row.h"
#include "suggestions.h"

G_BEGIN_DECLS

struct _YsFieldRow
{
  GtkWidget parent_instance;

  GtkLabel *name;
  GtkOverlay *overlay;
  GtkEntry *entry;
  GtkLabel *unit;
  GtkDropDown *choice;
  GtkBox *wrong;
  GtkLabel *sentence;

  char *record;
  char *field_name;
  const YsField *field;
  char *shown; /* what the record holds */
  char *tried; /* what was refused last; NULL: nothing */
  gboolean showing;
  gboolean compact;

  YsSuggestions *suggestions; /* NULL: nothing is offered here */
  YsFieldSuggestFunc suggest;
  gpointer suggest_data;
};

/* Whether it differs from what the record holds. */
gboolean ys_field_row_is_typed (YsFieldRow *self);
void     ys_field_row_put_text (YsFieldRow *self, const char *text);

/* In field-row-keys.c: the template's callbacks. */
void     ys_field_row_bind_keys (GtkWidgetClass *widget_class);

G_END_DECLS
