/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Only the middle scrolls: the buttons and what is wrong stay in sight. */
#include "config.h"

#include "form-window.h"

#include <glib/gi18n-lib.h>

#include "look.h"

struct _YsFormWindow
{
  GtkWindow parent_instance;

  GtkBox *content;
  GtkWidget *wrong;
  GtkLabel *wrong_text;
  GtkWidget *accept;
  GtkWidget *close;
  int width;
  gboolean grows; /* as high as what is in it */
};

G_DEFINE_FINAL_TYPE (YsFormWindow, ys_form_window, GTK_TYPE_WINDOW)

static guint accept_signal;

static void
ys_form_window_class_init (YsFormWindowClass *class)
{
  accept_signal = g_signal_new ("accept", YS_TYPE_FORM_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (class), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static GtkWidget *
new_wrong (YsFormWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->wrong_text = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->wrong_text, TRUE);
  gtk_label_set_wrap_mode (self->wrong_text, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->wrong_text, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->wrong_text), TRUE);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->wrong_text));
  gtk_widget_add_css_class (box, "head-wrong");
  gtk_widget_set_visible (box, FALSE);
  return box;
}

static GtkWidget *
new_foot (YsFormWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->close = gtk_button_new_with_label (_ ("Cancel"));
  self->accept = gtk_button_new ();
  gtk_widget_set_halign (self->close, GTK_ALIGN_END);
  gtk_widget_set_hexpand (self->close, TRUE);
  gtk_widget_add_css_class (self->accept, "primary");
  gtk_widget_set_valign (self->close, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->accept, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->close);
  gtk_box_append (GTK_BOX (box), self->accept);
  gtk_widget_add_css_class (box, "foot");
  g_signal_connect_swapped (self->close, "clicked", G_CALLBACK (gtk_window_destroy), self);
  g_signal_connect_swapped (self->accept, "clicked", G_CALLBACK (ys_form_window_accept), self);
  return box;
}

static void
ys_form_window_init (YsFormWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  /* The style sheet spaces it. */
  self->content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_add_css_class (GTK_WIDGET (self->content), "inset");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->content));
  gtk_widget_set_vexpand (scrolled, TRUE);
  self->wrong = new_wrong (self);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), self->wrong);
  gtk_box_append (GTK_BOX (box), new_foot (self));
  gtk_window_set_child (GTK_WINDOW (self), box);
}

YsFormWindow *
ys_form_window_new (GtkWidget *over, const char *title, const char *accept, int width, int height)
{
  YsFormWindow *self;
  GtkRoot *root;

  g_return_val_if_fail (GTK_IS_WIDGET (over), NULL);
  g_return_val_if_fail (title != NULL, NULL);

  root = gtk_widget_get_root (over);
  self = g_object_new (YS_TYPE_FORM_WINDOW, "title", title, "modal", TRUE, "destroy-with-parent",
                       TRUE, "default-width", ys_look_scaled_pane (width), "default-height",
                       ys_look_scaled_pane (height), NULL);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  if (accept != NULL)
    gtk_button_set_label (GTK_BUTTON (self->accept), accept);
  else
    gtk_button_set_label (GTK_BUTTON (self->close), _ ("Close"));
  gtk_widget_set_visible (self->accept, accept != NULL);
  self->width = ys_look_scaled_pane (width);
  self->grows = height < 0;
  return self;
}

void
ys_form_window_append (YsFormWindow *self, GtkWidget *child)
{
  g_return_if_fail (YS_IS_FORM_WINDOW (self));

  gtk_box_append (self->content, child);
}

GtkWidget *
ys_form_window_add_text (YsFormWindow *self, const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  g_return_val_if_fail (YS_IS_FORM_WINDOW (self), NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  gtk_box_append (self->content, label);
  return label;
}

GtkEntry *
ys_form_window_add_entry (YsFormWindow *self, const char *name, const char *placeholder)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *entry = gtk_entry_new ();

  g_return_val_if_fail (YS_IS_FORM_WINDOW (self), NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "small");
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), placeholder);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (ys_form_window_accept), self);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (self->content, box);
  return GTK_ENTRY (entry);
}

void
ys_form_window_set_wrong (YsFormWindow *self, const char *text)
{
  g_return_if_fail (YS_IS_FORM_WINDOW (self));

  gtk_label_set_text (self->wrong_text, text);
  gtk_widget_set_visible (self->wrong, text != NULL);
  /* Else the sentence would take its room from the fields. */
  if (self->grows)
    gtk_window_set_default_size (GTK_WINDOW (self), self->width, -1);
}

void
ys_form_window_set_can_accept (YsFormWindow *self, gboolean can)
{
  g_return_if_fail (YS_IS_FORM_WINDOW (self));

  gtk_widget_set_sensitive (self->accept, can);
}

void
ys_form_window_accept (YsFormWindow *self)
{
  g_return_if_fail (YS_IS_FORM_WINDOW (self));

  if (!gtk_widget_get_sensitive (self->accept) || !gtk_widget_get_visible (self->accept))
    return;
  ys_form_window_set_wrong (self, NULL);
  g_signal_emit (self, accept_signal, 0);
}
