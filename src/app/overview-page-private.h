/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by overview-page.c (figures) and overview-page-outlook.c (the last ranking and what is to
 * be decided, read a moment later). */
#pragma once

#include "banner.h"
#include "chart-view.h"
#include "chip.h"
#include "figure.h"
#include "outlook.h"
#include "overview-page.h"
#include "share-chart.h"

G_BEGIN_DECLS

struct _YsOverviewPage
{
  YsPage parent_instance;

  GtkLabel *today;
  YsChip *tomorrow;
  YsBanner *banner;
  GtkStack *stack; /* "empty", "figures" */
  YsFigure *due_today;
  YsFigure *overdue;
  YsFigure *open;
  YsFigure *to_decide;
  YsFigure *visits;
  YsFigure *compounds;
  YsFigure *complete;
  YsFigure *incomplete;
  YsFigure *days;
  YsFigure *backup;
  YsShareChart *classes;
  YsShareChart *forms;
  GtkWidget *overdue_box;
  GtkLabel *overdue_count;
  GtkListBox *overdue_list;
  GtkWidget *today_box;
  GtkLabel *today_count;
  GtkListBox *today_list;
  GtkWidget *decide_box;
  GtkLabel *decide_count;
  GtkListBox *decide_list;
  GtkWidget *rank_box;
  GtkLabel *rank_title;
  YsChip *rank_state;
  GtkButton *rank_all;
  YsChartView *rank_chart;
  GtkListBox *recent;
  GtkLabel *due;
  GtkLabel *issue;
  GtkLabel *left;
  GtkLabel *state;
  GtkLabel *complete_label;
  GtkProgressBar *complete_bar;
  GtkFlowBox *blanks;
  GtkLabel *filed;
  GtkLabel *filed_by;
  GtkLabel *backed_up;
  GtkLabel *backups;

  YsOutlook *outlook; /* (nullable): as shown */
  YsStanding *spare;  /* (nullable): the one before, to be brought up to date in a thread */
  gboolean reading, again;
  guint minutes; /* what time it is changes */
};

/* In overview-page-outlook.c */
void ys_overview_page_read_outlook (YsOverviewPage *page);
void ys_overview_page_drop_outlook (YsOverviewPage *page);
void ys_overview_page_bind_outlook (GtkWidgetClass *widget_class);

G_END_DECLS
