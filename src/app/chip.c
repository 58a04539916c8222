/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps exactly one tone as a style class. */
#include "config.h"

#include "chip.h"

#include "look.h"
#include "resources.h"

struct _YsChip
{
  GtkWidget parent_instance;

  GtkImage *icon;
  GtkLabel *label;
  char *tone;
};

enum
{
  PROP_LABEL = 1,
  PROP_TONE,
  PROP_ICON,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (YsChip, ys_chip, GTK_TYPE_WIDGET)

static void
set_tone (YsChip *self, const char *tone)
{
  if (g_strcmp0 (self->tone, tone) == 0)
    return;
  if (self->tone != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->tone);
  g_free (self->tone);
  self->tone = g_strdup (tone);
  if (tone != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), tone);
}

static void
set_icon (YsChip *self, const char *icon)
{
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon != NULL);
  gtk_image_set_from_icon_name (self->icon, icon);
}

static void
ys_chip_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  YsChip *self = YS_CHIP (object);

  switch (id)
    {
    case PROP_LABEL:
      gtk_label_set_label (self->label, g_value_get_string (value));
      break;
    case PROP_TONE:
      set_tone (self, g_value_get_string (value));
      break;
    case PROP_ICON:
      set_icon (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ys_chip_dispose (GObject *object)
{
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_CHIP);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ys_chip_parent_class)->dispose (object);
}

static void
ys_chip_finalize (GObject *object)
{
  g_free (YS_CHIP (object)->tone);

  G_OBJECT_CLASS (ys_chip_parent_class)->finalize (object);
}

static void
ys_chip_class_init (YsChipClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = ys_chip_set_property;
  object_class->dispose = ys_chip_dispose;
  object_class->finalize = ys_chip_finalize;
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_TONE] = g_param_spec_string ("tone", NULL, NULL, NULL, flags);
  properties[PROP_ICON] = g_param_spec_string ("icon", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "chip");
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/chip.ui"));
  gtk_widget_class_bind_template_child (widget_class, YsChip, icon);
  gtk_widget_class_bind_template_child (widget_class, YsChip, label);
}

static void
ys_chip_init (YsChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ys_chip_new (const char *label, const char *tone, const char *icon)
{
  YsChip *self = g_object_new (YS_TYPE_CHIP, NULL);

  ys_chip_set (self, label, tone, icon);
  return GTK_WIDGET (self);
}

void
ys_chip_set (YsChip *self, const char *label, const char *tone, const char *icon)
{
  g_return_if_fail (YS_IS_CHIP (self));
  g_return_if_fail (label != NULL);

  gtk_label_set_label (self->label, label);
  set_tone (self, tone);
  set_icon (self, icon);
}
