/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scale of a value axis and its round ticks. Values are hundredths of a point. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double low, high;  /* the ends, hundredths; high > low */
  double step;       /* between ticks */
  double first_tick; /* lowest tick, not below low */
  guint  n_ticks;
} YsAxis;

/* Holds @least to @most and a little air; all equal: 3.00 to both sides. @max_ticks at least 2. */
void   ys_axis_fit (YsAxis *axis, gint64 least, gint64 most, guint max_ticks);
/* The same between round values, to be told in words: 74–102. */
void   ys_axis_fit_round (YsAxis *axis, gint64 least, gint64 most, guint max_ticks);
/* 0 at the low end, 1 at the high one. */
double ys_axis_position (const YsAxis *axis, double value);
double ys_axis_tick (const YsAxis *axis, guint index);
/* (transfer full): "95", "−2.5" with as many decimals as the step needs. */
char  *ys_axis_text (const YsAxis *axis, double value);

G_END_DECLS
