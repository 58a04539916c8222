/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole in its parts: one horizontal bar, each part labelled with its name and count
 * inside the bar where that fits, else in rows beneath it. Scale, layout and drawing are
 * separate steps; only drawing needs a surface. */
#pragma once

#include "palette.h"

#include <cairo.h>
#include <glib.h>
#include <pango/pango.h>

G_BEGIN_DECLS

typedef struct
{
  const char *name;  /* as shown; "" shows the count alone */
  guint       count;
  YsPaint     paint;
} YsSharePart;

typedef struct
{
  double x, y, width, height; /* pixels */
} YsShareRect;

/* Where one part goes. Rectangles of width 0 are not there. */
typedef struct
{
  YsShareRect bar;    /* none for a count of 0 */
  YsShareRect swatch; /* the paint again beside a label beneath the bar */
  YsShareRect name;   /* a longer name ends in … inside this width */
  YsShareRect count;
} YsShareBox;

typedef struct
{
  double bar_height;
  double line_height;
} YsShareMetrics;

/* 13 px text: a bar of 24 and rows of 22 pixels. */
#define YS_SHARE_METRICS_DEFAULT ((YsShareMetrics){ 24.0, 22.0 })

/* Width of @text in pixels; @bold for counts. */
typedef double (*YsMeasureFunc) (const char *text, gboolean bold, gpointer user_data);

/**
 * ys_share_bar_scale:
 * @widths: (out) (array length=n_parts): pixels of each part; 0 for a count of 0
 *
 * Whole pixels that add up to @width less a gap of one pixel between parts, in proportion,
 * but no part that counts is narrower than 3. All 0 when nothing counts.
 */
void   ys_share_bar_scale (const YsSharePart *parts, guint n_parts, double width, double *widths);

/**
 * ys_share_bar_layout:
 * @boxes: (out) (array length=n_parts)
 *
 * Labels never overlap and never leave @width.
 *
 * Returns: the height that the bar and its labels need
 */
double ys_share_bar_layout (const YsSharePart    *parts,
                            guint                 n_parts,
                            double                width,
                            const YsShareMetrics *metrics,
                            YsMeasureFunc         measure,
                            gpointer              user_data,
                            YsShareBox           *boxes);

/* The same measured and drawn with @context and @font. */
double ys_share_bar_height (const YsSharePart          *parts,
                            guint                       n_parts,
                            double                      width,
                            PangoContext               *context,
                            const PangoFontDescription *font);
/* @boxes: (out) (array length=n_parts): for ys_share_bar_part_at(). Returns the height. */
double ys_share_bar_place (const YsSharePart          *parts,
                           guint                       n_parts,
                           double                      width,
                           PangoContext               *context,
                           const PangoFontDescription *font,
                           YsShareBox                 *boxes);
void   ys_share_bar_draw (cairo_t                    *cr,
                          const YsSharePart          *parts,
                          guint                       n_parts,
                          double                      width,
                          const YsPalette            *palette,
                          PangoContext               *context,
                          const PangoFontDescription *font);

/* The part whose bar or label is at that place; -1 when there is none. */
int    ys_share_bar_part_at (const YsShareBox *boxes, guint n_boxes, double x, double y);

/* (transfer full): "物业企业 20 (49%), …": for tooltips and screen readers. Percentages are
 * whole, rounded half away from zero. */
char  *ys_share_bar_to_text (const YsSharePart *parts, guint n_parts);

G_END_DECLS
