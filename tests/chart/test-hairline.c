/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fine lines put into pixels look as if they had been stroked, stay inside the clip, and leave
 * other targets alone. */
#include "config.h"

#include "scene-private.h"

#include <cairo-pdf.h>

#define SIDE 80

typedef struct
{
  const char *name;
  YsPoint points[3];
  guint n;
  double width;
} Case;

static const Case cases[] = {
  { "flat", { { 5.0, 20.0 }, { 75.0, 31.0 } }, 2, 1.5 },
  { "steep", { { 30.0, 5.0 }, { 41.0, 75.0 } }, 2, 2.0 },
  { "backwards", { { 75.0, 31.0 }, { 5.0, 20.0 } }, 2, 1.0 },
  { "level", { { 5.0, 20.0 }, { 75.0, 20.0 } }, 2, 3.0 },
  { "bent", { { 5.0, 70.0 }, { 40.0, 10.5 }, { 75.0, 60.0 } }, 3, 1.5 },
  { "beyond-the-edges", { { -40.0, -10.0 }, { 120.0, 95.0 } }, 2, 2.0 },
};

static cairo_surface_t *
new_surface (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
  cairo_paint (cr);
  cairo_destroy (cr);
  return surface;
}

static int
grey_at (cairo_surface_t *surface, int x, int y)
{
  cairo_surface_flush (surface);
  return cairo_image_surface_get_data (
      surface)[y * cairo_image_surface_get_stride (surface) + x * 4];
}

static void
test_like_a_stroke (gconstpointer data)
{
  const Case *c = data;
  cairo_surface_t *ours = new_surface (), *stroked = new_surface ();
  cairo_t *cr = cairo_create (ours), *pen = cairo_create (stroked);
  int ours_dark = 0, stroked_dark = 0;

  g_assert_true (ys_hairline_draw (cr, (YsColour){ 0.0, 0.0, 0.0 }, c->points, c->n, c->width));
  cairo_set_line_width (pen, c->width);
  for (guint i = 0; i < c->n; i++)
    cairo_line_to (pen, c->points[i].x, c->points[i].y);
  cairo_stroke (pen);
  for (int y = 0; y < SIDE; y++)
    for (int x = 0; x < SIDE; x++)
      {
        ours_dark += 255 - grey_at (ours, x, y);
        stroked_dark += 255 - grey_at (stroked, x, y);
      }
  /* As much ink, but for the ends. */
  g_assert_cmpint (ABS (ours_dark - stroked_dark), <=, stroked_dark / 20);
  cairo_destroy (cr);
  cairo_destroy (pen);
  cairo_surface_destroy (ours);
  cairo_surface_destroy (stroked);
}

static void
test_clip (void)
{
  const YsPoint points[] = { { 0.0, 20.5 }, { 80.0, 20.5 } };
  cairo_surface_t *surface = new_surface ();
  cairo_t *cr = cairo_create (surface);

  cairo_rectangle (cr, 30.0, 0.0, 20.0, 80.0);
  cairo_clip (cr);
  g_assert_true (ys_hairline_draw (cr, (YsColour){ 0.0, 0.0, 0.0 }, points, 2, 1.0));
  g_assert_cmpint (grey_at (surface, 29, 20), ==, 255);
  g_assert_cmpint (grey_at (surface, 30, 20), ==, 0);
  g_assert_cmpint (grey_at (surface, 49, 20), ==, 0);
  g_assert_cmpint (grey_at (surface, 50, 20), ==, 255);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_no_image (void)
{
  const YsPoint points[] = { { 0.0, 20.5 }, { 80.0, 20.5 } };
  cairo_surface_t *surface = cairo_pdf_surface_create (NULL, 100.0, 100.0);
  cairo_t *cr = cairo_create (surface);

  g_assert_false (ys_hairline_draw (cr, (YsColour){ 0.0, 0.0, 0.0 }, points, 2, 1.0));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/chart/hairline/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_like_a_stroke);
    }
  g_test_add_func ("/chart/hairline/clip", test_clip);
  g_test_add_func ("/chart/hairline/no-image", test_no_image);
  return g_test_run ();
}
