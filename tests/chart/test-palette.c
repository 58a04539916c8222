/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Colours that can be read and paints that stay apart, in light and in dark. */
#include "config.h"

#include "palette.h"

#include <string.h>

static double
contrast_of_text (const YsPalette *palette, YsColour text)
{
  return ys_colour_contrast (text, palette->ground);
}

/* WALL.md and TOKENS.md: text at least 4.5:1 on its ground. */
static void
test_text_contrast (gconstpointer data)
{
  const YsPalette *palette = ys_palette (GPOINTER_TO_INT (data));
  const YsColour texts[] = { palette->ink,       palette->ink_2,   palette->ink_3, palette->accent,
                             palette->deduction, palette->pending, palette->done };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpfloat (contrast_of_text (palette, texts[i]), >=, 4.5);
  for (int paint = YS_PAINT_1; paint <= YS_PAINT_UNKNOWN; paint++)
    {
      YsColour fill = ys_paint_fill (palette, (YsPaint)paint);

      if (ys_paint_is_solid ((YsPaint)paint))
        g_assert_cmpfloat (ys_colour_contrast (ys_colour_text_on (fill), fill), >=, 4.5);
    }
}

#define SIDE 40

typedef struct
{
  double mean;      /* lightness, 0 to 255 */
  gboolean falling; /* the same along lines down to the right; also true of a solid */
  gboolean rising;
} Look;

static double
grey_at (const guchar *pixels, int stride, int x, int y)
{
  guint32 pixel;

  memcpy (&pixel, pixels + y * stride + x * 4, 4);
  return 0.2126 * (pixel >> 16 & 0xFF) + 0.7152 * (pixel >> 8 & 0xFF) + 0.0722 * (pixel & 0xFF);
}

/* How the paint looks in grey, away from its outline. */
static Look
look_at (const YsPalette *palette, YsPaint paint)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);
  const guchar *pixels;
  int stride = cairo_image_surface_get_stride (surface), n = 0;
  Look look = { 0.0, TRUE, TRUE };

  ys_paint_rectangle (cr, palette, paint, 0.0, 0.0, SIDE, SIDE);
  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  for (int y = 5; y < SIDE - 5; y++)
    for (int x = 5; x < SIDE - 5; x++, n++)
      {
        double grey = grey_at (pixels, stride, x, y);

        look.mean += grey;
        look.falling &= ABS (grey - grey_at (pixels, stride, x + 1, y + 1)) < 8.0;
        look.rising &= ABS (grey - grey_at (pixels, stride, x + 1, y - 1)) < 8.0;
      }
  look.mean /= n;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return look;
}

/* Any two paints differ in grey: by hatching, its direction or a visible step of lightness.
 * The paint for what is missing is outlined in amber and may be as light as another. */
static void
test_paints_differ (gconstpointer data)
{
  const YsPalette *palette = ys_palette (GPOINTER_TO_INT (data));
  Look looks[YS_PAINT_UNKNOWN];

  for (int i = 0; i < YS_PAINT_UNKNOWN; i++)
    {
      looks[i] = look_at (palette, (YsPaint)i);
      g_assert_cmpint (looks[i].falling && looks[i].rising, ==, ys_paint_is_solid ((YsPaint)i));
      for (int j = 0; j < i; j++)
        {
          g_test_message ("paints %d and %d: %.0f, %.0f", j + 1, i + 1, looks[j].mean,
                          looks[i].mean);
          if (looks[i].falling == looks[j].falling && looks[i].rising == looks[j].rising)
            g_assert_cmpfloat (ABS (looks[i].mean - looks[j].mean), >=, 12.0);
        }
    }
}

static void
test_contrast (void)
{
  YsColour black = { 0, 0, 0 }, white = { 1, 1, 1 },
           grey = { 0x77 / 255.0, 0x77 / 255.0, 0x77 / 255.0 };

  g_assert_cmpfloat_with_epsilon (ys_colour_contrast (black, white), 21.0, 0.001);
  g_assert_cmpfloat_with_epsilon (ys_colour_contrast (white, white), 1.0, 0.001);
  /* #777 on white is the known case just below 4.5. */
  g_assert_cmpfloat_with_epsilon (ys_colour_contrast (grey, white), 4.48, 0.01);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/palette/contrast", test_contrast);
  g_test_add_data_func ("/chart/palette/text/light", GINT_TO_POINTER (FALSE), test_text_contrast);
  g_test_add_data_func ("/chart/palette/text/dark", GINT_TO_POINTER (TRUE), test_text_contrast);
  g_test_add_data_func ("/chart/palette/paints/light", GINT_TO_POINTER (FALSE), test_paints_differ);
  g_test_add_data_func ("/chart/palette/paints/dark", GINT_TO_POINTER (TRUE), test_paints_differ);
  return g_test_run ();
}
