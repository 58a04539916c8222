/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws the marks of any scene in their order; decides nothing about places. */
#include "config.h"

#include "scene-private.h"

#include <math.h>
#include <pango/pangocairo.h>

/* Device pixels. */
#define HAIRLINE 4.0
/* In units. */
#define DASH 0.32
#define DASH_GAP 0.22
#define HAIRLINE_UNITS 0.08
#define HATCH_PITCH 0.3
#define HATCH_LINE 0.1
#define FRAME_PITCH 0.6
#define FRAME_LINE 0.24
/* A row has faded in when its bars are still growing: 180 of 320 ms. */
#define FADE_SHARE (180.0 / 320.0)

typedef struct
{
  cairo_t *cr;
  const YsScene *scene;
  gboolean dark;
  double scale_x, scale_y; /* device pixels a pixel; 0: no pixels, a file of lines */
  int step;
  double progress; /* eased */
  double alpha;
} Pen;

/* On pixels an edge between two of them is a grey one. */
static double
snap (double at, double scale)
{
  return scale > 0.0 ? round (at * scale) / scale : at;
}

static YsColour
colour_of (const Pen *pen, const YsMark *mark)
{
  if (mark->role == YS_ROLE_GROUND && pen->scene->is_bare)
    return ys_palette (pen->dark)->ground;
  return ys_mark_colour (mark, pen->dark);
}

static void
set_colour (const Pen *pen, const YsMark *mark, double alpha)
{
  YsColour colour = colour_of (pen, mark);

  if (alpha >= 1.0)
    ys_colour_set (pen->cr, colour);
  else
    cairo_set_source_rgba (pen->cr, colour.red, colour.green, colour.blue, alpha);
}

static void
set_dash (const Pen *pen, const YsMark *mark)
{
  const double dashes[] = { DASH * pen->scene->unit, DASH_GAP * pen->scene->unit };

  cairo_set_line_width (pen->cr, mark->line_width);
  if (mark->fill == YS_FILL_DASHED)
    cairo_set_dash (pen->cr, dashes, 2, 0.0);
  else
    cairo_set_dash (pen->cr, NULL, 0, 0.0);
}

/* Lines at 45 degrees, placed by the whole scene, so that neighbours' hatchings meet. */
static void
hatch (const Pen *pen, const YsMark *mark, double x, double y, double width, double height)
{
  gboolean is_frame = mark->role == YS_ROLE_TRIAL;
  double pitch = (is_frame ? FRAME_PITCH : HATCH_PITCH) * pen->scene->unit;
  double line = (is_frame ? FRAME_LINE : HATCH_LINE) * pen->scene->unit;
  double top = -y, bottom = -(y + height);

  cairo_save (pen->cr);
  cairo_rectangle (pen->cr, x, y, width, height);
  cairo_clip (pen->cr);
  cairo_set_dash (pen->cr, NULL, 0, 0.0);
  cairo_set_line_width (pen->cr, line);
  for (double at = floor ((x - top) / pitch - 1.0) * pitch; at <= x + width - bottom + pitch;
       at += pitch)
    {
      cairo_move_to (pen->cr, at + top + pitch, y - pitch);
      cairo_line_to (pen->cr, at + bottom - pitch, y + height + pitch);
    }
  cairo_stroke (pen->cr);
  cairo_restore (pen->cr);
}

/* A bar grows from its left, what was lost from its right: they meet where they end. */
static void
grow (const Pen *pen, const YsMark *mark, double *x, double *width)
{
  if (mark->step != pen->step || pen->progress >= 1.0)
    return;
  if (mark->role == YS_ROLE_LOST)
    *x += *width * (1.0 - pen->progress);
  if (mark->role == YS_ROLE_LOST || mark->role == YS_ROLE_BAR || mark->role == YS_ROLE_ACCENT
      || mark->role == YS_ROLE_DEDUCTION)
    *width *= pen->progress;
}

static void
draw_rectangle (const Pen *pen, const YsMark *mark)
{
  double x = mark->x, width = mark->width, right, bottom, inset = mark->line_width / 2.0;
  double y = snap (mark->y, pen->scale_y);

  grow (pen, mark, &x, &width);
  right = snap (x + width, pen->scale_x);
  bottom = snap (mark->y + mark->height, pen->scale_y);
  x = snap (x, pen->scale_x);
  /* What is there is seen, however little it is. */
  if (pen->scale_x > 0.0 && width > 0.0)
    right = MAX (right, x + 1.0 / pen->scale_x);
  if (mark->fill == YS_FILL_HATCHED)
    {
      hatch (pen, mark, x, y, right - x, bottom - y);
      return;
    }
  if (mark->fill == YS_FILL_SOLID || mark->fill == YS_FILL_HALF)
    {
      cairo_rectangle (pen->cr, x, y, right - x, bottom - y);
      cairo_fill (pen->cr);
      return;
    }
  set_dash (pen, mark);
  cairo_rectangle (pen->cr, x + inset, y + inset, MAX (right - x - 2.0 * inset, 0.0),
                   MAX (bottom - y - 2.0 * inset, 0.0));
  cairo_stroke (pen->cr);
}

/* Level and upright lines are boxes of whole pixels; the others are stroked. */
static void
draw_line (const Pen *pen, const YsMark *mark)
{
  gboolean is_level = mark->height == 0.0, is_upright = mark->width == 0.0;
  double thick = mark->line_width, scale = is_level ? pen->scale_y : pen->scale_x;

  if (mark->fill != YS_FILL_DASHED && (is_level || is_upright))
    {
      double x1 = MIN (mark->x, mark->x + mark->width), y1 = MIN (mark->y, mark->y + mark->height);

      if (scale > 0.0)
        thick = MAX (round (thick * scale), 1.0) / scale;
      if (is_level)
        cairo_rectangle (pen->cr, x1, snap (mark->y - thick / 2.0, scale), fabs (mark->width),
                         thick);
      else
        cairo_rectangle (pen->cr, snap (mark->x - thick / 2.0, scale), y1, thick,
                         fabs (mark->height));
      cairo_fill (pen->cr);
      return;
    }
  set_dash (pen, mark);
  cairo_move_to (pen->cr, mark->x, mark->y);
  cairo_line_to (pen->cr, mark->x + mark->width, mark->y + mark->height);
  cairo_stroke (pen->cr);
}

/* Lines of context may be hundreds: stroking them would take longer than a frame. */
static gboolean
draw_hairline (const Pen *pen, const YsMark *mark)
{
  double width = mark->line_width * pen->scale_x;

  if (mark->kind != YS_MARK_POLYLINE || pen->alpha < 1.0 || width <= 0.0 || width > HAIRLINE
      || mark->line_width > HAIRLINE_UNITS * pen->scene->unit)
    return FALSE;
  return ys_hairline_draw (pen->cr, colour_of (pen, mark), mark->points, mark->n_points, width);
}

static void
draw_points (const Pen *pen, const YsMark *mark)
{
  if (draw_hairline (pen, mark))
    return;
  for (guint i = 0; i < mark->n_points; i++)
    cairo_line_to (pen->cr, mark->points[i].x, mark->points[i].y);
  if (mark->kind == YS_MARK_POLYGON)
    cairo_close_path (pen->cr);
  if (mark->kind == YS_MARK_POLYGON && mark->fill == YS_FILL_SOLID)
    {
      cairo_fill (pen->cr);
      return;
    }
  set_dash (pen, mark);
  cairo_set_line_join (pen->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (pen->cr);
  cairo_set_line_join (pen->cr, CAIRO_LINE_JOIN_MITER);
}

static void
draw_disc (const Pen *pen, const YsMark *mark)
{
  double radius = mark->width / 2.0, x = mark->x + radius, y = mark->y + radius;

  if (mark->fill == YS_FILL_SOLID || mark->fill == YS_FILL_HATCHED)
    {
      cairo_arc (pen->cr, x, y, radius, 0.0, 2.0 * G_PI);
      cairo_fill (pen->cr);
      return;
    }
  if (mark->fill == YS_FILL_HALF)
    {
      cairo_arc (pen->cr, x, y, radius, G_PI_2, 3.0 * G_PI_2);
      cairo_close_path (pen->cr);
      cairo_fill (pen->cr);
    }
  set_dash (pen, mark);
  cairo_new_sub_path (pen->cr);
  cairo_arc (pen->cr, x, y, MAX (radius - mark->line_width / 2.0, 0.0), 0.0, 2.0 * G_PI);
  cairo_stroke (pen->cr);
}

static void
draw_words (const Pen *pen, const YsPlaced *placed)
{
  const YsMark *mark = &placed->mark;
  double x = mark->x, y = mark->y + mark->height / 2.0 + YS_BASELINE_EMS * mark->size;

  for (guint i = 0; i < placed->line->n_runs; i++)
    {
      const YsRun *run = &placed->line->runs[i];

      cairo_move_to (pen->cr, x, snap (y, pen->scale_y));
      pango_cairo_show_glyph_string (pen->cr, run->font, run->glyphs);
      x += (double)pango_glyph_string_get_width (run->glyphs) / PANGO_SCALE;
    }
  cairo_new_path (pen->cr);
}

static void
draw_mark (const Pen *pen, const YsPlaced *placed)
{
  const YsMark *mark = &placed->mark;

  set_colour (pen, mark, mark->step == pen->step && !placed->at_once ? pen->alpha : 1.0);
  switch (mark->kind)
    {
    case YS_MARK_RECTANGLE:
      draw_rectangle (pen, mark);
      break;
    case YS_MARK_LINE:
      draw_line (pen, mark);
      break;
    case YS_MARK_POLYLINE:
    case YS_MARK_POLYGON:
      draw_points (pen, mark);
      break;
    case YS_MARK_DISC:
      draw_disc (pen, mark);
      break;
    case YS_MARK_WORDS:
      draw_words (pen, placed);
      break;
    }
}

/* Pixels of the surface per unit of the context; 0 for a file of lines or a turned page. */
static void
find_scale (Pen *pen)
{
  cairo_surface_t *surface = cairo_get_target (pen->cr);
  cairo_matrix_t matrix;
  double device_x, device_y;

  cairo_get_matrix (pen->cr, &matrix);
  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_IMAGE || matrix.xy != 0.0
      || matrix.yx != 0.0)
    return;
  cairo_surface_get_device_scale (surface, &device_x, &device_y);
  pen->scale_x = fabs (matrix.xx * device_x);
  pen->scale_y = fabs (matrix.yy * device_y);
}

static void
draw (Pen *pen)
{
  const YsScene *scene = pen->scene;

  find_scale (pen);
  cairo_save (pen->cr);
  if (!scene->is_bare)
    {
      ys_colour_set (pen->cr, ys_role_colour (YS_ROLE_GROUND, pen->dark));
      cairo_rectangle (pen->cr, 0.0, 0.0, scene->width, scene->height);
      cairo_fill (pen->cr);
    }
  for (guint i = 0; i < scene->placed->len; i++)
    {
      const YsPlaced *placed = g_ptr_array_index (scene->placed, i);

      if (placed->mark.step <= pen->step
          && (placed->mark.until == 0 || pen->step < placed->mark.until))
        draw_mark (pen, placed);
    }
  cairo_restore (pen->cr);
}

void
ys_scene_draw (const YsScene *scene, cairo_t *cr, gboolean dark)
{
  Pen pen = { .cr = cr, .scene = scene, .dark = dark, .step = G_MAXINT, .progress = 1, .alpha = 1 };

  draw (&pen);
}

void
ys_scene_draw_step (const YsScene *scene, cairo_t *cr, gboolean dark, int step, double progress)
{
  double left = 1.0 - CLAMP (progress, 0.0, 1.0),
         faded = MAX (1.0 - (1.0 - left) / FADE_SHARE, 0.0);
  Pen pen = { .cr = cr,
              .scene = scene,
              .dark = dark,
              .step = step,
              .progress = 1.0 - left * left * left,
              .alpha = 1.0 - faded * faded * faded };

  draw (&pen);
}
