/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by chart-view.c (drawing, pointer, menu), chart-view-focus.c (what has the focus, keys) and
 * chart-view-file.c (pictures of it). */
#pragma once

#include "chart-view.h"

G_BEGIN_DECLS

/* What a click opens. */
typedef struct
{
  gint64 id; /* compound, step */
  gint64 clause_id;
} YsThing;

struct _YsChartView
{
  GtkWidget parent_instance;

  YsSession *session;
  YsChartData *data;
  YsChartKind kind;
  guint page;
  gint64 compound_id;

  YsSceneMaker maker; /* (nullable): a small chart */
  gpointer made_of;
  GDestroyNotify made_of_free;
  char *made_title;
  double made_height;

  YsScene *scene;
  YsThing focused;
  GtkWidget *menu;
  guint describing;
  int width, height; /* as allocated */
  gboolean is_resized;
};

gboolean    ys_thing_is_nothing (const YsThing *thing);
const char *ys_mark_tip (const YsMark *mark); /* (nullable) */

/* (nullable): laid out when it is first asked for. */
YsScene *ys_chart_view_scene (YsChartView *self);
/* Pixels of the widget for one of the scene. */
double   ys_chart_view_scale (void);
void     ys_chart_view_open (YsChartView *self, const YsThing *thing);

/* In chart-view-focus.c */
gboolean      ys_chart_view_is_thing (const YsMark *mark);
const YsMark *ys_chart_view_mark_at (YsChartView *self, double x, double y);
GdkRectangle  ys_chart_view_box (const YsMark *mark);
/* Around all marks of a thing; FALSE: there is none. */
gboolean      ys_chart_view_find_box (YsChartView *self, const YsThing *thing, GdkRectangle *out_box);
void          ys_chart_view_focus (YsChartView *self, const YsMark *mark);
/* @tip: (nullable): of what has the focus. */
void          ys_chart_view_tell_reader (YsChartView *self, const char *tip);
gboolean      ys_chart_view_key (YsChartView *self, guint keyval, guint keycode, GdkModifierType state);

/* In chart-view-file.c */
void ys_chart_view_install_files (GtkWidgetClass *widget_class);

G_END_DECLS
