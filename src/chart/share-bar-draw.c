/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws the rectangles that the layout gives; decides nothing about places. */
#include "config.h"

#include "share-bar.h"
#include "number.h"

#include <math.h>
#include <pango/pangocairo.h>

typedef struct
{
  PangoLayout *regular, *bold;
  const YsPalette *palette;
  YsShareMetrics metrics;
} Pen;

static PangoLayout *
new_layout (PangoContext *context, const PangoFontDescription *font, PangoWeight weight)
{
  PangoFontDescription *weighted = pango_font_description_copy (font);
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoLayout *layout = pango_layout_new (context);

  pango_font_description_set_weight (weighted, weight);
  pango_layout_set_font_description (layout, weighted);
  pango_font_description_free (weighted);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

/* Rows grow with the font: 13 px text stands in 22 px. */
static void
pen_init (Pen *pen,
          PangoContext *context,
          const PangoFontDescription *font,
          const YsPalette *palette)
{
  int height;

  pen->regular = new_layout (context, font, PANGO_WEIGHT_NORMAL);
  pen->bold = new_layout (context, font, PANGO_WEIGHT_BOLD);
  pen->palette = palette;
  pen->metrics = YS_SHARE_METRICS_DEFAULT;
  pango_layout_set_text (pen->regular, "国", -1);
  pango_layout_get_pixel_size (pen->regular, NULL, &height);
  pen->metrics.line_height = MAX (pen->metrics.line_height, height + 2.0);
  pen->metrics.bar_height = MAX (pen->metrics.bar_height, height + 4.0);
}

static void
pen_clear (Pen *pen)
{
  g_clear_object (&pen->regular);
  g_clear_object (&pen->bold);
}

static double
measure_with_pen (const char *text, gboolean bold, gpointer user_data)
{
  Pen *pen = user_data;
  PangoLayout *layout = bold ? pen->bold : pen->regular;
  int width;

  pango_layout_set_width (layout, -1);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static void
draw_text (
    cairo_t *cr, PangoLayout *layout, const char *text, const YsShareRect *rect, YsColour colour)
{
  int height;

  if (rect->width <= 0.0)
    return;
  pango_layout_set_width (layout, (int)ceil (rect->width) * PANGO_SCALE);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, NULL, &height);
  ys_colour_set (cr, colour);
  cairo_move_to (cr, rect->x, rect->y + floor ((rect->height - height) / 2.0));
  pango_cairo_show_layout (cr, layout);
}

static void
draw_part (cairo_t *cr, const Pen *pen, const YsSharePart *part, const YsShareBox *box)
{
  const YsPalette *palette = pen->palette;
  const YsShareRect *bar = &box->bar, *swatch = &box->swatch;
  gboolean inside = swatch->width <= 0.0;
  YsColour on_fill = ys_colour_text_on (ys_paint_fill (palette, part->paint));
  g_autofree char *count = ys_count_to_text (part->count, TRUE);

  ys_paint_rectangle (cr, palette, part->paint, bar->x, bar->y, bar->width, bar->height);
  ys_paint_rectangle (cr, palette, part->paint, swatch->x, swatch->y, swatch->width,
                      swatch->height);
  draw_text (cr, pen->regular, part->name, &box->name, inside ? on_fill : palette->ink_2);
  draw_text (cr, pen->bold, count, &box->count, inside ? on_fill : palette->ink);
}

double
ys_share_bar_place (const YsSharePart *parts,
                    guint n_parts,
                    double width,
                    PangoContext *context,
                    const PangoFontDescription *font,
                    YsShareBox *boxes)
{
  double height;
  Pen pen;

  pen_init (&pen, context, font, NULL);
  height = ys_share_bar_layout (parts, n_parts, width, &pen.metrics, measure_with_pen, &pen, boxes);
  pen_clear (&pen);
  return height;
}

double
ys_share_bar_height (const YsSharePart *parts,
                     guint n_parts,
                     double width,
                     PangoContext *context,
                     const PangoFontDescription *font)
{
  g_autofree YsShareBox *boxes = g_new0 (YsShareBox, n_parts + 1);

  return ys_share_bar_place (parts, n_parts, width, context, font, boxes);
}

void
ys_share_bar_draw (cairo_t *cr,
                   const YsSharePart *parts,
                   guint n_parts,
                   double width,
                   const YsPalette *palette,
                   PangoContext *context,
                   const PangoFontDescription *font)
{
  g_autofree YsShareBox *boxes = g_new0 (YsShareBox, n_parts + 1);
  gboolean any = FALSE;
  Pen pen;

  pen_init (&pen, context, font, palette);
  ys_share_bar_layout (parts, n_parts, width, &pen.metrics, measure_with_pen, &pen, boxes);
  for (guint i = 0; i < n_parts; i++)
    any |= boxes[i].bar.width > 0.0;
  /* Nothing counted yet: the empty track says so. */
  if (!any)
    {
      ys_colour_set (cr, palette->chip);
      cairo_rectangle (cr, 0.0, 0.0, width, pen.metrics.bar_height);
      cairo_fill (cr);
    }
  for (guint i = 0; i < n_parts; i++)
    draw_part (cr, &pen, &parts[i], &boxes[i]);
  pen_clear (&pen);
}
