/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures and sentences that several charts need. */
#pragma once

#include "slide.h"

G_BEGIN_DECLS

/* (transfer full): "90.57%", rounded half away from zero; "—" when @whole is 0. */
char  *ys_chart_share (guint64 part, guint64 whole);
/* @a − @b, at the end of the range when it would leave it. */
gint64 ys_chart_difference (gint64 a, gint64 b);
/* Gives the chart's lowest line to the notes when they need two. */
void   ys_chart_leave_room (YsSlideArea *area, const YsChartFrame *frame, const char *const *notes, guint n_pages,
                            double width, double height);
/* One sentence where a chart would be. */
void   ys_chart_say_nothing (YsScene *scene, const YsSlideArea *area, const char *sentence);

G_END_DECLS
