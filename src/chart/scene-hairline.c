/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hundreds of fine lines straight into the pixels of an image: each column of a flat line, each row
 * of a steep one, covers a short stretch whose share of every pixel is exact. Stroking the same
 * takes ten times as long. */
#include "config.h"

#include "scene-private.h"

#include <math.h>

/* 256ths of a pixel, in 65536ths. */
#define FIXED (256.0 * 65536.0)

typedef struct
{
  guint32 *pixels;
  gsize stride;                 /* pixels */
  int left, top, right, bottom; /* what may be painted */
  guint32 colour;
} Canvas;

/* @share of 256; two channels at a time. */
static inline void
blend (guint32 *pixel, guint32 colour, guint share)
{
  guint32 rest = 256 - share, old = *pixel;
  guint32 even = ((colour & 0xFF00FF) * share + (old & 0xFF00FF) * rest) >> 8 & 0xFF00FF;
  guint32 odd = ((colour >> 8 & 0xFF00FF) * share + (old >> 8 & 0xFF00FF) * rest) & 0xFF00FF00;

  *pixel = even | odd;
}

/* @low to @high of column @x, or of row @x when @steep, in 256ths of a pixel; @part: the share of
 * the column. */
static void
draw_stretch (const Canvas *canvas, int x, int low, int high, guint part, gboolean steep)
{
  int least = (steep ? canvas->left : canvas->top) * 256,
      most = (steep ? canvas->right : canvas->bottom) * 256;
  gsize step = steep ? 1 : canvas->stride, column = steep ? canvas->stride : 1;
  guint32 *pixel;

  low = MAX (low, least);
  high = MIN (high, most);
  if (low >= high || x < (steep ? canvas->top : canvas->left)
      || x >= (steep ? canvas->bottom : canvas->right))
    return;
  pixel = canvas->pixels + (gsize)(low >> 8) * step + (gsize)x * column;
  for (int y = low & ~0xFF; y < high; y += 256, pixel += step)
    blend (pixel, canvas->colour, (guint)(MIN (high, y + 256) - MAX (low, y)) * part >> 8);
}

/* From @from to @to within the column of @x. */
static void
draw_column (const Canvas *canvas,
             int x,
             YsPoint start,
             double slope,
             double reach,
             double from,
             double to,
             gboolean steep)
{
  double middle = start.y + ((from + to) / 2.0 - start.x) * slope;

  draw_stretch (canvas, x, (int)((middle - reach) * 256.0), (int)((middle + reach) * 256.0),
                (guint)((to - from) * 256.0), steep);
}

/* @steep: x and y are exchanged. */
static void
draw_segment (const Canvas *canvas, YsPoint a, YsPoint b, double half, gboolean steep)
{
  YsPoint left = a.x <= b.x ? a : b, right = a.x <= b.x ? b : a;
  double slope, reach;
  int first, last;
  gint64 low;

  if (right.x - left.x < 1e-9)
    return;
  slope = (right.y - left.y) / (right.x - left.x);
  reach = half * sqrt (1.0 + slope * slope);
  first = (int)floor (left.x);
  last = (int)ceil (right.x) - 1;
  /* The first column and the last are covered in part; between them whole numbers do. */
  draw_column (canvas, first, left, slope, reach, left.x, MIN (right.x, first + 1.0), steep);
  if (last > first)
    draw_column (canvas, last, left, slope, reach, last, right.x, steep);
  low = (gint64)((left.y + (first + 1.5 - left.x) * slope - reach) * FIXED);
  for (int x = first + 1; x < last; x++, low += (gint64)(slope * FIXED))
    draw_stretch (canvas, x, (int)(low >> 16), (int)(low >> 16) + (int)(reach * 512.0), 256, steep);
}

static guint32
channel (double value)
{
  return (guint32)(value * 255.0 + 0.5);
}

static gboolean
open_canvas (cairo_t *cr, YsColour colour, Canvas *canvas)
{
  cairo_surface_t *surface = cairo_get_target (cr);
  cairo_rectangle_list_t *clip;
  cairo_format_t format;
  double x_1, y_1, x_2, y_2, offset_x, offset_y, scale_x, scale_y;
  gboolean is_plain;

  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_IMAGE
      || cairo_get_group_target (cr) != surface)
    return FALSE;
  format = cairo_image_surface_get_format (surface);
  clip = cairo_copy_clip_rectangle_list (cr);
  is_plain = clip->status == CAIRO_STATUS_SUCCESS && clip->num_rectangles == 1;
  if (is_plain)
    {
      x_1 = clip->rectangles[0].x;
      y_1 = clip->rectangles[0].y;
      x_2 = x_1 + clip->rectangles[0].width;
      y_2 = y_1 + clip->rectangles[0].height;
      cairo_user_to_device (cr, &x_1, &y_1);
      cairo_user_to_device (cr, &x_2, &y_2);
    }
  cairo_rectangle_list_destroy (clip);
  if (!is_plain || (format != CAIRO_FORMAT_RGB24 && format != CAIRO_FORMAT_ARGB32))
    return FALSE;
  cairo_surface_get_device_offset (surface, &offset_x, &offset_y);
  cairo_surface_get_device_scale (surface, &scale_x, &scale_y);
  cairo_surface_flush (surface);
  *canvas = (Canvas){ .pixels = (guint32 *)(gpointer)cairo_image_surface_get_data (surface),
                      .stride = (gsize)cairo_image_surface_get_stride (surface) / 4,
                      .left = MAX ((int)round (x_1 * scale_x + offset_x), 0),
                      .top = MAX ((int)round (y_1 * scale_y + offset_y), 0),
                      .colour = 0xFF000000u | channel (colour.red) << 16
                                | channel (colour.green) << 8 | channel (colour.blue) };
  canvas->right
      = MIN ((int)round (x_2 * scale_x + offset_x), cairo_image_surface_get_width (surface));
  canvas->bottom
      = MIN ((int)round (y_2 * scale_y + offset_y), cairo_image_surface_get_height (surface));
  return canvas->pixels != NULL;
}

gboolean
ys_hairline_draw (cairo_t *cr, YsColour colour, const YsPoint *points, guint n, double line_width)
{
  cairo_surface_t *surface = cairo_get_target (cr);
  double offset_x, offset_y, scale_x, scale_y;
  g_autofree YsPoint *placed = NULL;
  Canvas canvas;

  if (!open_canvas (cr, colour, &canvas))
    return FALSE;
  cairo_surface_get_device_offset (surface, &offset_x, &offset_y);
  cairo_surface_get_device_scale (surface, &scale_x, &scale_y);
  placed = g_new (YsPoint, n);
  for (guint i = 0; i < n; i++)
    {
      placed[i] = points[i];
      cairo_user_to_device (cr, &placed[i].x, &placed[i].y);
      placed[i].x = placed[i].x * scale_x + offset_x;
      placed[i].y = placed[i].y * scale_y + offset_y;
    }
  for (guint i = 1; i < n; i++)
    {
      YsPoint a = placed[i - 1], b = placed[i];

      if (fabs (b.x - a.x) >= fabs (b.y - a.y))
        draw_segment (&canvas, a, b, line_width / 2.0, FALSE);
      else
        draw_segment (&canvas, (YsPoint){ a.y, a.x }, (YsPoint){ b.y, b.x }, line_width / 2.0,
                      TRUE);
    }
  cairo_surface_mark_dirty (surface);
  return TRUE;
}
