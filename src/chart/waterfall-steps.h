/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which steps a waterfall shows, and in which order; for waterfall*.c only. */
#pragma once

#include "slide.h"

G_BEGIN_DECLS

#define YS_WATERFALL_MOST 12
#define YS_WATERFALL_PARTS 3

/* A step as it is shown: one of the data's, or the sum of the smallest of its part. */
typedef struct
{
  const char *name, *working;
  gint64 points, id;
  int part;
  guint n_joined;
} YsShownStep;

/* By part; losses by size, then the sum of the smallest, then gains. Steps of nothing are left out.
 * @shown: (out) (array length=YS_WATERFALL_MOST). Returns how many there are. */
guint ys_waterfall_choose (const YsWaterfallData *data, YsShownStep *shown);

G_END_DECLS
