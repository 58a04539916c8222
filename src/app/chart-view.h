/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One chart in a page. A hover tells the value, a click or Enter opens the working, arrows go from mark to
 * mark, a menu saves and copies. */
#pragma once

#include <gtk/gtk.h>

#include "chart-job.h"
#include "session.h"

G_BEGIN_DECLS

#define YS_TYPE_CHART_VIEW (ys_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (YsChartView, ys_chart_view, YS, CHART_VIEW, GtkWidget)

/* Signal "opened" (gint64 id): a compound's; a clause's in PARETO and in the heads of HEATMAP. */

/* @session: says where files went. */
void  ys_chart_view_set_session (YsChartView *view, YsSession *session);
/* @data: (nullable): a reference is taken. @compound_id: WATERFALL only, its working read before. */
void  ys_chart_view_set (YsChartView *view, YsChartData *data, YsChartKind kind, guint page, gint64 compound_id);
/* To the next (@by 1) or the previous (−1) thing that can be opened. */
void  ys_chart_view_move_focus (YsChartView *view, int by);
/* FALSE: nothing is focused. */
gboolean ys_chart_view_open_focused (YsChartView *view);
/* (transfer none) (nullable): what is drawn, for tests. */
const YsScene *ys_chart_view_get_scene (YsChartView *view);

G_END_DECLS
