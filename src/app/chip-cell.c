/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cell takes whatever width its column has and places the pill in it by itself; only the pill's
 * place and colours follow the word. */
#include "config.h"

#include "chip-cell.h"

#include "look.h"
#include "widget-help.h"

#define ICON_PIXELS 12
#define ICON_GAP 4
/* Padding and border of "chip" in the style sheet. */
#define PILL_SIDES 20
#define PILL_HEIGHT 22

struct _YsChipCell
{
  GtkWidget parent_instance;

  GtkWidget *pill; /* a box: CSS name "chip" */
  GtkWidget *icon;
  GtkWidget *label;
  float align;
  char *text;
  char *tone;
  gboolean has_icon;
};

G_DEFINE_FINAL_TYPE (YsChipCell, ys_chip_cell, GTK_TYPE_WIDGET)

/* The few words of state are measured once, in the font that the style sheet gives them. */
static int
measure_text (YsChipCell *self, const char *text)
{
  static GHashTable *widths;
  g_autoptr (PangoLayout) layout = NULL;
  gpointer known;
  int width;

  if (widths == NULL)
    widths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  known = g_hash_table_lookup (widths, text);
  if (known != NULL)
    return GPOINTER_TO_INT (known);
  layout = gtk_widget_create_pango_layout (self->label, text);
  pango_layout_get_pixel_size (layout, &width, NULL);
  g_hash_table_insert (widths, g_strdup (text), GINT_TO_POINTER (width));
  return width;
}

static void
ys_chip_cell_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? ys_look_scaled (PILL_HEIGHT) : 0;
}

static void
ys_chip_cell_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  YsChipCell *self = YS_CHIP_CELL (widget);
  int wanted = (self->text != NULL ? measure_text (self, self->text) : 0)
               + ys_look_scaled (PILL_SIDES + (self->has_icon ? ICON_PIXELS + ICON_GAP : 0));
  int given = MIN (wanted, width);
  int least;
  int pill_height = MIN (ys_look_scaled (PILL_HEIGHT), height);
  GtkAllocation place = { 0, (height - pill_height) / 2, given, pill_height };

  if (self->text == NULL)
    return;
  gtk_widget_measure (self->pill, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  place.width = MAX (given, least);
  place.x = self->align > 0.5f ? MAX (0, width - place.width) : 0;
  gtk_widget_size_allocate (self->pill, &place, -1);
}

static void
ys_chip_cell_dispose (GObject *object)
{
  g_clear_pointer (&YS_CHIP_CELL (object)->pill, gtk_widget_unparent);

  G_OBJECT_CLASS (ys_chip_cell_parent_class)->dispose (object);
}

static void
ys_chip_cell_finalize (GObject *object)
{
  g_free (YS_CHIP_CELL (object)->text);
  g_free (YS_CHIP_CELL (object)->tone);

  G_OBJECT_CLASS (ys_chip_cell_parent_class)->finalize (object);
}

static void
ys_chip_cell_class_init (YsChipCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_chip_cell_dispose;
  G_OBJECT_CLASS (klass)->finalize = ys_chip_cell_finalize;
  widget_class->measure = ys_chip_cell_measure;
  widget_class->size_allocate = ys_chip_cell_allocate;
  gtk_widget_class_set_css_name (widget_class, "chipcell");
}

static void
ys_chip_cell_init (YsChipCell *self)
{
  self->pill = g_object_new (GTK_TYPE_BOX, "css-name", "chip", NULL);
  self->icon = gtk_image_new ();
  gtk_widget_set_visible (self->icon, FALSE);
  self->label = g_object_new (GTK_TYPE_INSCRIPTION, "hexpand", TRUE, "min-chars", 1u, "nat-chars",
                              1u, "text-overflow", GTK_INSCRIPTION_OVERFLOW_CLIP, "valign",
                              GTK_ALIGN_CENTER, NULL);
  gtk_box_append (GTK_BOX (self->pill), self->icon);
  gtk_box_append (GTK_BOX (self->pill), self->label);
  gtk_widget_set_parent (self->pill, GTK_WIDGET (self));
  gtk_widget_set_child_visible (self->pill, FALSE);
}

GtkWidget *
ys_chip_cell_new (float align)
{
  YsChipCell *self
      = g_object_new (YS_TYPE_CHIP_CELL, "hexpand", TRUE, "valign", GTK_ALIGN_CENTER, NULL);

  self->align = align;
  return GTK_WIDGET (self);
}

static void
set_tone (YsChipCell *self, const char *tone)
{
  if (g_strcmp0 (self->tone, tone) == 0)
    return;
  if (self->tone != NULL)
    gtk_widget_remove_css_class (self->pill, self->tone);
  g_free (self->tone);
  self->tone = g_strdup (tone);
  if (tone != NULL)
    gtk_widget_add_css_class (self->pill, tone);
}

static void
set_icon (YsChipCell *self, const char *icon)
{
  if (icon != NULL)
    gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon);
  if (self->has_icon != (icon != NULL))
    gtk_widget_set_visible (self->icon, icon != NULL);
  self->has_icon = icon != NULL;
}

void
ys_chip_cell_set (YsChipCell *self, const char *label, const char *tone, const char *icon)
{
  g_return_if_fail (YS_IS_CHIP_CELL (self));

  if (label != NULL && *label == '\0')
    label = NULL;
  set_tone (self, tone);
  set_icon (self, icon);
  if (g_strcmp0 (self->text, label) == 0)
    return;
  g_free (self->text);
  self->text = g_strdup (label);
  gtk_inscription_set_text (GTK_INSCRIPTION (self->label), label);
  gtk_widget_set_child_visible (self->pill, label != NULL);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
