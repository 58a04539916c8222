/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The charts of a period in its room: a chooser, one chart, its pages, a menu. The data are read in a thread, and
 * only while the pane is seen. */
#pragma once

#include "chart-job.h"
#include "chart-view.h"
#include "session.h"

G_BEGIN_DECLS

#define YS_TYPE_CHARTS_PANE (ys_charts_pane_get_type ())
G_DECLARE_FINAL_TYPE (YsChartsPane, ys_charts_pane, YS, CHARTS_PANE, GtkWidget)

/* Signal "opened" (gint64 compound_id): show its working. Clauses and what is overdue are shown in their own room by
 * the pane itself. */

/* After every reading of the period. @standing, @trial: (nullable), referenced while their charts are shown. */
void        ys_charts_pane_set (YsChartsPane *pane, YsSession *session, YsStanding *standing, YsStanding *trial);
/* The compound whose waterfall is shown; 0: the first. */
void        ys_charts_pane_choose (YsChartsPane *pane, gint64 compound_id);
/* A chart without data is kept in mind until it has some. */
void        ys_charts_pane_set_kind (YsChartsPane *pane, YsChartKind kind);
YsChartKind ys_charts_pane_get_kind (YsChartsPane *pane);
/* Turns @by pages, or, in a waterfall, to the compound so many ranks on. FALSE: there is none. */
gboolean    ys_charts_pane_turn (YsChartsPane *pane, int by);
/* (transfer none): for tests. */
YsChartView *ys_charts_pane_get_view (YsChartsPane *pane);
/* Whether what is shown is what was set. */
gboolean    ys_charts_pane_is_ready (YsChartsPane *pane);

G_END_DECLS
