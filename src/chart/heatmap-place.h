/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the rows and columns of a heat map stand, and how many of each find room. */
#pragma once

#include "heatmap-table.h"
#include "slide.h"

G_BEGIN_DECLS

#define YS_HEAT_ROWS_PER_PAGE 20
/* Units. */
#define YS_HEAT_GROUP_GAP 0.6
#define YS_HEAT_STAGGER 1.1

typedef struct
{
  YsScene     *scene;
  YsHeatTable *table;
  double       u, left, right, top;      /* pixels, as all below */
  double       rank_right, name_x, name_width;
  double      *xs, *widths;              /* of the columns */
  double       stack_bottom, rows_top, pitch;
  guint        first, n_shown;           /* rows of the data on this page */
  guint        n_joined;                 /* rows of the page that stand together in a last one */
  gboolean     staggered;                /* totals in two lines */
} YsHeatMap;

gboolean ys_heat_begins_group (const YsHeatTableColumn *columns, guint column);

/* @map: its scene is set. @whole: with every column. */
void     ys_heat_map_place (YsHeatMap *map, const YsHeatTable *whole, const YsSlideArea *area, guint page);
/* Frees all but the scene. */
void     ys_heat_map_clear (YsHeatMap *map);

G_END_DECLS
