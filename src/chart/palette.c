/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values are those of the pages' style sheet; a change there belongs here too. */
#include "config.h"

#include "palette.h"

#include <math.h>

#define RGB(hex)                                                                                   \
  {                                                                                                \
    ((hex) >> 16 & 0xFF) / 255.0, ((hex) >> 8 & 0xFF) / 255.0, ((hex)&0xFF) / 255.0                \
  }

/* Pixels between the lines of a hatching, and their width. */
#define HATCH_PITCH 5.0
#define HATCH_LINE 1.5

static const YsPalette light = {
  .ground = RGB (0xffffff),
  .ink = RGB (0x1a2027),
  .ink_2 = RGB (0x4c5763),
  .ink_3 = RGB (0x5b6672),
  .rule = RGB (0xe1e5ea),
  .rule_strong = RGB (0xc2c9d2),
  .accent = RGB (0x1f5fa8),
  .accent_soft = RGB (0xe7f0f9),
  .bar_1 = RGB (0x1f5fa8),
  .bar_2 = RGB (0x84abd8),
  .bar_4 = RGB (0x8793a0),
  .context = RGB (0x8793a0),
  .chip = RGB (0xe9edf2),
  .deduction = RGB (0xb42318),
  .deduction_mark = RGB (0xd8564a),
  .pending = RGB (0x855300),
  .pending_mark = RGB (0xd79a1e),
  .pending_soft = RGB (0xfff2d4),
  .done = RGB (0x1a713d),
  .done_mark = RGB (0x3f9b63),
};

static const YsPalette dark = {
  .ground = RGB (0x21272e),
  .ink = RGB (0xe8ecf0),
  .ink_2 = RGB (0xb6c0ca),
  .ink_3 = RGB (0xa6b0bb),
  .rule = RGB (0x333c46),
  .rule_strong = RGB (0x4d5864),
  .accent = RGB (0x8fbcf0),
  .accent_soft = RGB (0x24384e),
  .bar_1 = RGB (0x4a88cf),
  .bar_2 = RGB (0x9cc0ea),
  .bar_4 = RGB (0x66737f),
  .context = RGB (0x7b8895),
  .chip = RGB (0x323b45),
  .deduction = RGB (0xff9d92),
  .deduction_mark = RGB (0xe0695c),
  .pending = RGB (0xf1c46b),
  .pending_mark = RGB (0xd79a1e),
  .pending_soft = RGB (0x40341a),
  .done = RGB (0x86d6a2),
  .done_mark = RGB (0x57b07b),
};

const YsPalette *
ys_palette (gboolean is_dark)
{
  return is_dark ? &dark : &light;
}

void
ys_colour_set (cairo_t *cr, YsColour colour)
{
  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
}

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (YsColour c)
{
  return 0.2126 * linear (c.red) + 0.7152 * linear (c.green) + 0.0722 * linear (c.blue);
}

double
ys_colour_contrast (YsColour a, YsColour b)
{
  double la = luminance (a), lb = luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

YsColour
ys_colour_text_on (YsColour fill)
{
  static const YsColour white = RGB (0xffffff), ink = RGB (0x10161d);

  return ys_colour_contrast (white, fill) >= ys_colour_contrast (ink, fill) ? white : ink;
}

YsColour
ys_paint_fill (const YsPalette *palette, YsPaint paint)
{
  switch (paint)
    {
    case YS_PAINT_1:
      return palette->bar_1;
    case YS_PAINT_2:
      return palette->bar_2;
    case YS_PAINT_3:
      return palette->accent_soft;
    case YS_PAINT_4:
      return palette->bar_4;
    case YS_PAINT_5:
      return palette->chip;
    case YS_PAINT_6:
      return palette->rule_strong;
    case YS_PAINT_UNKNOWN:
      return palette->pending_soft;
    }
  g_assert_not_reached ();
}

gboolean
ys_paint_is_solid (YsPaint paint)
{
  return paint != YS_PAINT_3 && paint != YS_PAINT_5;
}

/* Lines at 45 degrees, placed by the whole surface, so that neighbours' hatchings meet.
 * @rising ones go up to the right. */
static void
hatch (
    cairo_t *cr, YsColour colour, gboolean rising, double x, double y, double width, double height)
{
  double slope = rising ? -1.0 : 1.0, top = slope * y, bottom = slope * (y + height);
  double first = floor ((x - MAX (top, bottom)) / HATCH_PITCH) * HATCH_PITCH;

  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
  ys_colour_set (cr, colour);
  cairo_set_line_width (cr, HATCH_LINE);
  for (double offset = first; offset <= x + width - MIN (top, bottom); offset += HATCH_PITCH)
    {
      cairo_move_to (cr, offset + top, y);
      cairo_line_to (cr, offset + bottom, y + height);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
outline (cairo_t *cr, YsColour colour, double x, double y, double width, double height)
{
  ys_colour_set (cr, colour);
  cairo_set_line_width (cr, 1.0);
  cairo_rectangle (cr, x + 0.5, y + 0.5, MAX (width - 1.0, 0.0), MAX (height - 1.0, 0.0));
  cairo_stroke (cr);
}

void
ys_paint_rectangle (cairo_t *cr,
                    const YsPalette *palette,
                    YsPaint paint,
                    double x,
                    double y,
                    double width,
                    double height)
{
  if (width <= 0.0 || height <= 0.0)
    return;
  ys_colour_set (cr, ys_paint_fill (palette, paint));
  cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
  if (paint == YS_PAINT_3)
    hatch (cr, palette->bar_1, FALSE, x, y, width, height);
  if (paint == YS_PAINT_5)
    hatch (cr, palette->context, TRUE, x, y, width, height);
  if (paint == YS_PAINT_3 || paint == YS_PAINT_5)
    outline (cr, paint == YS_PAINT_3 ? palette->bar_1 : palette->context, x, y, width, height);
  if (paint == YS_PAINT_UNKNOWN)
    outline (cr, palette->pending_mark, x, y, width, height);
}
