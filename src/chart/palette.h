/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The colours of charts, light and dark, in one place. A part of a chart is painted, not
 * only coloured: paints differ in lightness or hatching too, so that they stay apart in
 * grey and for eyes that do not tell red from green. */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* Each channel 0 to 1, sRGB. */
typedef struct
{
  double red, green, blue;
} YsColour;

typedef struct
{
  YsColour ground, ink, ink_2, ink_3;
  YsColour rule, rule_strong;
  YsColour accent, accent_soft;
  YsColour bar_1, bar_2; /* 长效, 物业; the first two parts of any bar */
  YsColour bar_4;        /* grey that is neither bar's lightness */
  YsColour context;      /* what is shown for comparison only */
  YsColour chip;
  YsColour deduction, deduction_mark;
  YsColour pending, pending_mark, pending_soft; /* provisional, missing */
  YsColour done, done_mark;
} YsPalette;

/* In the order in which the parts of one bar take them. */
typedef enum
{
  YS_PAINT_1,      /* solid, dark */
  YS_PAINT_2,      /* solid, light */
  YS_PAINT_3,      /* hatched, falling */
  YS_PAINT_4,      /* solid, grey */
  YS_PAINT_5,      /* hatched, rising, grey */
  YS_PAINT_6,      /* solid, pale */
  YS_PAINT_UNKNOWN /* outlined: what is missing */
} YsPaint;

/* (transfer none) */
const YsPalette *ys_palette (gboolean dark);

/* The fill of @paint, beneath its hatching if it has one. */
YsColour         ys_paint_fill (const YsPalette *palette, YsPaint paint);
/* Whether words can be set on it. */
gboolean         ys_paint_is_solid (YsPaint paint);
/* Fills a rectangle. Coordinates in pixels; whole ones give sharp edges. */
void             ys_paint_rectangle (cairo_t         *cr,
                                     const YsPalette *palette,
                                     YsPaint          paint,
                                     double           x,
                                     double           y,
                                     double           width,
                                     double           height);

/* Contrast as WCAG 2 counts it, 1 to 21. */
double           ys_colour_contrast (YsColour a, YsColour b);
/* White or ink, whichever is better read on @fill. */
YsColour         ys_colour_text_on (YsColour fill);

void             ys_colour_set (cairo_t *cr, YsColour colour);

G_END_DECLS
