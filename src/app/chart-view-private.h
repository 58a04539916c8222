/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by chart-view.c (marks, keys, drawing) and chart-view-file.c (pictures of it). */
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

/* In chart-view-file.c */
void ys_chart_view_install_files (GtkWidgetClass *widget_class);

G_END_DECLS
