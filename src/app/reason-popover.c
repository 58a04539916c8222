/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lives as long as it is open: closing it forgets what was typed. */
#include "config.h"

#include "reason-popover.h"

#include <glib/gi18n-lib.h>

#include "look.h"

typedef struct
{
  GtkPopover *popover;
  GtkEntry *entry;
  GtkLabel *wrong;
  YsReasonFunc func;
  gpointer user_data;
  GDestroyNotify free_data;
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;

  if (question->free_data != NULL)
    question->free_data (question->user_data);
  g_free (question);
}

static void
on_taken_cb (GtkWidget *widget, Question *question)
{
  g_autofree char *reason = g_strdup (gtk_editable_get_text (GTK_EDITABLE (question->entry)));
  /* What is done may take the anchor away, and the popover with it. */
  g_autoptr (GtkPopover) popover = g_object_ref (question->popover);
  g_autoptr (GtkLabel) wrong = g_object_ref (question->wrong);
  g_autofree char *sentence = question->func (reason, question->user_data);

  if (sentence == NULL)
    {
      gtk_popover_popdown (popover);
      return;
    }
  gtk_label_set_label (wrong, sentence);
  gtk_widget_set_visible (GTK_WIDGET (wrong), TRUE);
}

static gboolean
unparent (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

static void
on_closed_cb (GtkPopover *popover)
{
  g_signal_handlers_disconnect_by_func (popover, on_closed_cb, NULL);
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent, g_object_ref (popover), g_object_unref);
}

static void
on_anchor_gone_cb (GtkPopover *popover)
{
  if (gtk_widget_get_parent (GTK_WIDGET (popover)) != NULL)
    gtk_widget_unparent (GTK_WIDGET (popover));
}

static GtkWidget *
make_content (Question *question, const char *text, const char *action)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button = gtk_button_new_with_label (action);

  question->entry = GTK_ENTRY (gtk_entry_new ());
  question->wrong = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_size_request (GTK_WIDGET (question->entry), ys_look_scaled (280), -1);
  gtk_entry_set_placeholder_text (question->entry, _ ("Reason"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (question->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Reason"), -1);
  gtk_label_set_wrap (question->wrong, TRUE);
  gtk_label_set_max_width_chars (question->wrong, 32);
  gtk_label_set_xalign (question->wrong, 0);
  gtk_widget_add_css_class (GTK_WIDGET (question->wrong), "red");
  gtk_widget_set_visible (GTK_WIDGET (question->wrong), FALSE);
  gtk_widget_add_css_class (button, "primary");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (question->entry));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (question->wrong));
  gtk_box_append (GTK_BOX (box), button);
  g_signal_connect (button, "clicked", G_CALLBACK (on_taken_cb), question);
  g_signal_connect_data (question->entry, "activate", G_CALLBACK (on_taken_cb), question,
                         question_free, 0);
  return box;
}

void
ys_reason_popover_ask (GtkWidget *anchor,
                       const char *text,
                       const char *action,
                       YsReasonFunc func,
                       gpointer user_data,
                       GDestroyNotify free_data)
{
  Question *question;

  g_return_if_fail (GTK_IS_WIDGET (anchor));
  g_return_if_fail (func != NULL);

  question = g_new0 (Question, 1);
  question->func = func;
  question->user_data = user_data;
  question->free_data = free_data;
  question->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_child (question->popover, make_content (question, text, action));
  gtk_widget_add_css_class (GTK_WIDGET (question->popover), "step");
  gtk_widget_set_parent (GTK_WIDGET (question->popover), anchor);
  g_signal_connect (question->popover, "closed", G_CALLBACK (on_closed_cb), NULL);
  g_signal_connect_object (anchor, "destroy", G_CALLBACK (on_anchor_gone_cb), question->popover,
                           G_CONNECT_SWAPPED);
  gtk_popover_popup (question->popover);
  gtk_widget_grab_focus (GTK_WIDGET (question->entry));
}
