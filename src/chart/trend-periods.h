/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The time axis of a trend: where a period stands, and its name under the plot. */
#pragma once

#include "chart.h"

G_BEGIN_DECLS

/* Pixels between @left and @right; the only period stands at @right. */
double   ys_trend_x (const YsTrendData *data, guint period, double left, double right);
/* (transfer full): "欧情豪庭 98.60，第 3 名" for a hover. */
char    *ys_trend_tip (const YsTrendData *data, const YsTrendLine *line);
/* Whether labels name a year, which then stands in a second row. */
gboolean ys_trend_has_years (const YsTrendData *data);
/* Pixels that its name takes in the first row. */
double   ys_trend_period_width (YsScene *scene, const YsTrendData *data, guint period);
/* @y: the middle of the first row; the second is 1.3 units below. As many as do not touch, the last one always. */
void     ys_trend_add_periods (YsScene *scene, const YsTrendData *data, double left, double right, double y);

G_END_DECLS
