/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws what the chart layer lays out, in the colours of the window's look; as tall as its labels
 * need in the width that it gets. */
#include "config.h"

#include "share-chart.h"

#include "look.h"

struct _YsShareChart
{
  GtkWidget parent_instance;

  GArray *parts; /* YsSharePart */
};

G_DEFINE_FINAL_TYPE (YsShareChart, ys_share_chart, GTK_TYPE_WIDGET)

#define LEAST_WIDTH 200

static const YsSharePart *
parts_of (YsShareChart *self)
{
  return (const YsSharePart *)(gconstpointer)self->parts->data;
}

static PangoFontDescription *
font_of (GtkWidget *widget)
{
  PangoFontDescription *font = pango_font_description_copy (
      pango_context_get_font_description (gtk_widget_get_pango_context (widget)));

  pango_font_description_set_absolute_size (font, 13 * PANGO_SCALE);
  return font;
}

static GtkSizeRequestMode
ys_share_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ys_share_chart_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  YsShareChart *self = YS_SHARE_CHART (widget);
  double scale = ys_look_get_scale ();
  PangoFontDescription *font;
  int size = LEAST_WIDTH;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      font = font_of (widget);
      size = self->parts->len == 0
                 ? 0
                 : (int)(ys_share_bar_height (parts_of (self), self->parts->len,
                                              MAX (for_size, LEAST_WIDTH) / scale,
                                              gtk_widget_get_pango_context (widget), font)
                             * scale
                         + 0.999);
      pango_font_description_free (font);
    }
  *minimum = *natural = size;
}

static void
ys_share_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  YsShareChart *self = YS_SHARE_CHART (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  double scale = ys_look_get_scale ();
  PangoFontDescription *font;
  cairo_t *cr;

  if (self->parts->len == 0 || width == 0)
    return;
  font = font_of (widget);
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  cairo_scale (cr, scale, scale);
  ys_share_bar_draw (cr, parts_of (self), self->parts->len, width / scale,
                     ys_palette (ys_look_is_dark ()), gtk_widget_get_pango_context (widget), font);
  cairo_destroy (cr);
  pango_font_description_free (font);
}

static void
ys_share_chart_finalize (GObject *object)
{
  g_array_unref (YS_SHARE_CHART (object)->parts);

  G_OBJECT_CLASS (ys_share_chart_parent_class)->finalize (object);
}

static void
ys_share_chart_class_init (YsShareChartClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = ys_share_chart_finalize;
  widget_class->get_request_mode = ys_share_chart_get_request_mode;
  widget_class->measure = ys_share_chart_measure;
  widget_class->snapshot = ys_share_chart_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "sharechart");
}

static void
ys_share_chart_init (YsShareChart *self)
{
  self->parts = g_array_new (FALSE, TRUE, sizeof (YsSharePart));
}

void
ys_share_chart_set (YsShareChart *self, const char *title, const YsSharePart *parts, guint n_parts)
{
  g_autofree char *text = NULL;
  g_autofree char *spoken = NULL;

  g_return_if_fail (YS_IS_SHARE_CHART (self));
  g_return_if_fail (title != NULL);

  g_array_set_size (self->parts, 0);
  g_array_append_vals (self->parts, parts, n_parts);
  text = ys_share_bar_to_text (parts, n_parts);
  spoken = g_strdup_printf ("%s: %s", title, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
