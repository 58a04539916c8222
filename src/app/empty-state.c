/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts that have no words are not shown. */
#include "config.h"

#include "empty-state.h"

#include "look.h"
#include "resources.h"

struct _YsEmptyState
{
  GtkWidget parent_instance;

  GtkImage *icon;
  GtkLabel *text;
  GtkLabel *detail;
  GtkButton *action;
};

enum
{
  PROP_ICON = 1,
  PROP_TEXT,
  PROP_DETAIL,
  PROP_ACTION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint clicked_signal;

G_DEFINE_FINAL_TYPE (YsEmptyState, ys_empty_state, GTK_TYPE_WIDGET)

static void
on_clicked_cb (YsEmptyState *self)
{
  g_signal_emit (self, clicked_signal, 0);
}

static void
set_words (GtkWidget *widget, const char *words)
{
  gtk_widget_set_visible (widget, words != NULL && *words != '\0');
  if (GTK_IS_BUTTON (widget))
    gtk_button_set_label (GTK_BUTTON (widget), words != NULL ? words : "");
  else
    gtk_label_set_label (GTK_LABEL (widget), words != NULL ? words : "");
}

static void
ys_empty_state_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  YsEmptyState *self = YS_EMPTY_STATE (object);

  switch (id)
    {
    case PROP_ICON:
      gtk_image_set_from_icon_name (self->icon, g_value_get_string (value));
      break;
    case PROP_TEXT:
      set_words (GTK_WIDGET (self->text), g_value_get_string (value));
      break;
    case PROP_DETAIL:
      set_words (GTK_WIDGET (self->detail), g_value_get_string (value));
      break;
    case PROP_ACTION:
      set_words (GTK_WIDGET (self->action), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ys_empty_state_dispose (GObject *object)
{
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_EMPTY_STATE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ys_empty_state_parent_class)->dispose (object);
}

static void
ys_empty_state_class_init (YsEmptyStateClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = ys_empty_state_set_property;
  object_class->dispose = ys_empty_state_dispose;
  properties[PROP_ICON] = g_param_spec_string ("icon", NULL, NULL, NULL, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  properties[PROP_ACTION] = g_param_spec_string ("action", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  clicked_signal = g_signal_new ("clicked", YS_TYPE_EMPTY_STATE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "emptystate");
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/empty-state.ui"));
  gtk_widget_class_bind_template_child (widget_class, YsEmptyState, icon);
  gtk_widget_class_bind_template_child (widget_class, YsEmptyState, text);
  gtk_widget_class_bind_template_child (widget_class, YsEmptyState, detail);
  gtk_widget_class_bind_template_child (widget_class, YsEmptyState, action);
  gtk_widget_class_bind_template_callback (widget_class, on_clicked_cb);
}

static void
ys_empty_state_init (YsEmptyState *self)
{
  GtkLayoutManager *layout;

  gtk_widget_init_template (GTK_WIDGET (self));
  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
}

void
ys_empty_state_set (
    YsEmptyState *self, const char *icon, const char *text, const char *detail, const char *action)
{
  g_return_if_fail (YS_IS_EMPTY_STATE (self));

  gtk_image_set_from_icon_name (self->icon, icon);
  set_words (GTK_WIDGET (self->text), text);
  set_words (GTK_WIDGET (self->detail), detail);
  set_words (GTK_WIDGET (self->action), action);
}
