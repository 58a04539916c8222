/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hidden until it has something to say. */
#include "config.h"

#include "banner.h"

#include "look.h"
#include "resources.h"

struct _YsBanner
{
  GtkWidget parent_instance;

  GtkImage *icon;
  GtkLabel *text;
  GtkButton *action;
};

static guint clicked_signal;

G_DEFINE_FINAL_TYPE (YsBanner, ys_banner, GTK_TYPE_WIDGET)

static void
on_clicked_cb (YsBanner *self)
{
  g_signal_emit (self, clicked_signal, 0);
}

static void
ys_banner_dispose (GObject *object)
{
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_BANNER);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ys_banner_parent_class)->dispose (object);
}

static void
ys_banner_class_init (YsBannerClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_banner_dispose;
  clicked_signal = g_signal_new ("clicked", YS_TYPE_BANNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "banner");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/banner.ui"));
  gtk_widget_class_bind_template_child (widget_class, YsBanner, icon);
  gtk_widget_class_bind_template_child (widget_class, YsBanner, text);
  gtk_widget_class_bind_template_child (widget_class, YsBanner, action);
  gtk_widget_class_bind_template_callback (widget_class, on_clicked_cb);
}

static void
ys_banner_init (YsBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ys_banner_show (YsBanner *self, const char *text, const char *action, gboolean failed)
{
  g_return_if_fail (YS_IS_BANNER (self));

  gtk_label_set_label (self->text, text != NULL ? text : "");
  gtk_button_set_label (self->action, action != NULL ? action : "");
  gtk_widget_set_visible (GTK_WIDGET (self->action), action != NULL);
  if (failed)
    gtk_widget_add_css_class (GTK_WIDGET (self), "red");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "red");
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
}
