/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Leads to the registry, filtered by what is missing. */
#include "config.h"

#include "blank-link.h"

#include <glib/gi18n-lib.h>

#include "look.h"
#include "resources.h"

struct _YsBlankLink
{
  GtkFlowBoxChild parent_instance;

  YsSession *session; /* borrowed: its page holds it */
  const YsField *field;
  GtkLabel *name;
  GtkButton *link;
};

G_DEFINE_FINAL_TYPE (YsBlankLink, ys_blank_link, GTK_TYPE_FLOW_BOX_CHILD)

static void
on_link_clicked_cb (YsBlankLink *self)
{
  ys_session_go (self->session, "registry", 0, self->field->name);
}

static void
ys_blank_link_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_BLANK_LINK);

  G_OBJECT_CLASS (ys_blank_link_parent_class)->dispose (object);
}

static void
ys_blank_link_class_init (YsBlankLinkClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_blank_link_dispose;
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/blank-link.ui"));
  gtk_widget_class_bind_template_child (widget_class, YsBlankLink, name);
  gtk_widget_class_bind_template_child (widget_class, YsBlankLink, link);
  gtk_widget_class_bind_template_callback (widget_class, on_link_clicked_cb);
}

static void
ys_blank_link_init (YsBlankLink *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ys_blank_link_new (YsSession *session, const YsField *field, guint count)
{
  YsBlankLink *self;
  g_autofree char *text = NULL;
  g_autofree char *spoken = NULL;

  g_return_val_if_fail (YS_IS_SESSION (session), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  self = g_object_new (YS_TYPE_BLANK_LINK, NULL);
  self->session = session;
  self->field = field;
  /* Translators: in how many compounds a field is missing. */
  text = g_strdup_printf (_ ("missing %u"), count);
  /* Translators: read aloud: a field and in how many compounds it is missing. */
  spoken = g_strdup_printf (_ ("%s: missing %u"), _ (field->label), count);
  gtk_label_set_label (self->name, _ (field->label));
  gtk_button_set_label (self->link, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->link), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
  return GTK_WIDGET (self);
}
