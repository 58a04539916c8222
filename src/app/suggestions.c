/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A popover that neither hides by itself nor takes the focus: typing goes on beneath it. */
#include "config.h"

#include "suggestions.h"

#include <glib/gi18n-lib.h>

#include "widget-help.h"

struct _YsSuggestions
{
  GtkPopover parent_instance;

  GtkListBox *list;
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (YsSuggestions, ys_suggestions, GTK_TYPE_POPOVER)

static const char *
word_of (GtkListBoxRow *row)
{
  return gtk_label_get_text (GTK_LABEL (gtk_list_box_row_get_child (row)));
}

static void
on_row_activated_cb (YsSuggestions *self, GtkListBoxRow *row)
{
  g_autofree char *word = g_strdup (word_of (row));

  g_signal_emit (self, chosen_signal, 0, word);
}

static void
ys_suggestions_class_init (YsSuggestionsClass *klass)
{
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ys_suggestions_init (YsSuggestions *self)
{
  GtkPopover *popover = GTK_POPOVER (self);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_set_can_focus (GTK_WIDGET (self->list), FALSE);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_SINGLE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Written before"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated_cb), self);
  gtk_popover_set_child (popover, GTK_WIDGET (self->list));
  gtk_popover_set_autohide (popover, FALSE);
  gtk_popover_set_has_arrow (popover, FALSE);
  gtk_popover_set_position (popover, GTK_POS_BOTTOM);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "suggestions");
}

YsSuggestions *
ys_suggestions_new (GtkEntry *entry)
{
  YsSuggestions *self;

  g_return_val_if_fail (GTK_IS_ENTRY (entry), NULL);

  self = g_object_new (YS_TYPE_SUGGESTIONS, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self), GTK_WIDGET (entry));
  return self;
}

void
ys_suggestions_show (YsSuggestions *self, const char *const *words, gboolean choose_first)
{
  g_return_if_fail (YS_IS_SUGGESTIONS (self));

  if (words == NULL || words[0] == NULL)
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }
  /* A popover that is already up keeps its size. */
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  ys_list_box_clear (self->list);
  for (guint i = 0; words[i] != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (words[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
      gtk_list_box_append (self->list, label);
    }
  if (choose_first)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_popover_popup (GTK_POPOVER (self));
}

gboolean
ys_suggestions_step (YsSuggestions *self, int delta)
{
  GtkListBoxRow *row;
  int index;

  g_return_val_if_fail (YS_IS_SUGGESTIONS (self), FALSE);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return FALSE;
  row = gtk_list_box_get_selected_row (self->list);
  index = row != NULL ? gtk_list_box_row_get_index (row) + delta : delta > 0 ? 0 : -1;
  /* Above the first one lies what was typed. */
  if (index < 0)
    gtk_list_box_unselect_all (self->list);
  else if (gtk_list_box_get_row_at_index (self->list, index) != NULL)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, index));
  return TRUE;
}

const char *
ys_suggestions_get_chosen (YsSuggestions *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (YS_IS_SUGGESTIONS (self), NULL);

  row = gtk_widget_get_visible (GTK_WIDGET (self)) ? gtk_list_box_get_selected_row (self->list)
                                                   : NULL;
  return row != NULL ? word_of (row) : NULL;
}
