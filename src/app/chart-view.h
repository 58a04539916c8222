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

/* Signal "opened" (gint64 compound_id, gint64 clause_id): the mark's; a cell has both. The compound of a step of a
 * WATERFALL is the one that it shows. Signal "resized": it may need other pages now. */

/* @session: says where files went. */
void  ys_chart_view_set_session (YsChartView *view, YsSession *session);
/* @data: (nullable): a reference is taken. @compound_id: WATERFALL only, its working read before. */
void  ys_chart_view_set (YsChartView *view, YsChartData *data, YsChartKind kind, guint page, gint64 compound_id);
/* (transfer full): a bare scene of this size, of which a page holds a small chart. */
typedef YsScene *(*YsSceneMaker) (gpointer data, double width, double height);
/* Instead of a chart of a period: what @maker lays out, @height of the scene's pixels tall; without a menu. @data:
 * (transfer full) (nullable). */
void  ys_chart_view_set_maker (YsChartView *view, const char *title, YsSceneMaker maker, gpointer data,
                               GDestroyNotify destroy, double height);
/* Pages that a chart of @data has in the view's size. */
guint ys_chart_view_n_pages (YsChartView *view, const YsChartData *data, YsChartKind kind);
/* To the next (@by 1) or the previous (−1) thing that can be opened. */
void  ys_chart_view_move_focus (YsChartView *view, int by);
/* FALSE: nothing is focused. */
gboolean ys_chart_view_open_focused (YsChartView *view);
/* (transfer full): the figures as text, a line each thing: what a screen reader reads. */
char    *ys_chart_view_describe (YsChartView *view);
/* (transfer full): what the menu of a chart offers; "chart.save", "chart.copy" are to be found where it is shown. */
GMenuModel *ys_chart_view_make_menu (void);
/* Asks for a file; @ending "png", "svg", "pdf". */
void     ys_chart_view_save (YsChartView *view, const char *ending);
/* Without asking; the file is there some moments later. */
void     ys_chart_view_write (YsChartView *view, const char *path);
/* Into the clipboard, as on the wall. */
void     ys_chart_view_copy (YsChartView *view);
/* (transfer none) (nullable): what is drawn, for tests. */
const YsScene *ys_chart_view_get_scene (YsChartView *view);

G_END_DECLS
