/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole figure is one button, so that its words are read out together. */
#include "config.h"

#include "figure.h"

#include "look.h"
#include "resources.h"

struct _YsFigure
{
  GtkWidget parent_instance;

  GtkButton *button;
  GtkLabel *what;
  GtkLabel *value;
  GtkLabel *unit;
  GtkLabel *note;
  char *tone;
};

static guint clicked_signal;

G_DEFINE_FINAL_TYPE (YsFigure, ys_figure, GTK_TYPE_WIDGET)

enum
{
  PROP_WHAT = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
on_clicked_cb (YsFigure *self)
{
  g_signal_emit (self, clicked_signal, 0);
}

static void
ys_figure_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  YsFigure *self = YS_FIGURE (object);

  switch (id)
    {
    case PROP_WHAT:
      gtk_label_set_label (self->what, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ys_figure_dispose (GObject *object)
{
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_FIGURE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ys_figure_parent_class)->dispose (object);
}

static void
ys_figure_finalize (GObject *object)
{
  g_free (YS_FIGURE (object)->tone);

  G_OBJECT_CLASS (ys_figure_parent_class)->finalize (object);
}

static void
ys_figure_class_init (YsFigureClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->set_property = ys_figure_set_property;
  object_class->dispose = ys_figure_dispose;
  object_class->finalize = ys_figure_finalize;
  properties[PROP_WHAT]
      = g_param_spec_string ("what", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  clicked_signal = g_signal_new ("clicked", YS_TYPE_FIGURE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "figure");
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/figure.ui"));
  gtk_widget_class_bind_template_child (widget_class, YsFigure, button);
  gtk_widget_class_bind_template_child (widget_class, YsFigure, what);
  gtk_widget_class_bind_template_child (widget_class, YsFigure, value);
  gtk_widget_class_bind_template_child (widget_class, YsFigure, unit);
  gtk_widget_class_bind_template_child (widget_class, YsFigure, note);
  gtk_widget_class_bind_template_callback (widget_class, on_clicked_cb);
}

static void
ys_figure_init (YsFigure *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ys_figure_set (
    YsFigure *self, const char *value, const char *unit, const char *note, const char *tone)
{
  g_autofree char *spoken = NULL;

  g_return_if_fail (YS_IS_FIGURE (self));

  gtk_label_set_label (self->value, value);
  gtk_label_set_label (self->unit, unit);
  gtk_label_set_label (self->note, note);
  if (self->tone != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->tone);
  g_free (self->tone);
  self->tone = g_strdup (tone);
  if (tone != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), tone);
  spoken = g_strdup_printf ("%s %s %s", gtk_label_get_label (self->what), value, unit);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}
