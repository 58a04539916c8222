/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by ranking-page.c (list and selection), ranking-page-read.c (what is shown and where it comes
 * from), ranking-page-trial.c (what-if) and ranking-page-actions.c (keys and windows). */
#pragma once

#include "charts-pane.h"
#include "chip.h"
#include "empty-state.h"
#include "period-job.h"
#include "ranking-columns.h"
#include "ranking-page.h"
#include "standing-detail.h"

G_BEGIN_DECLS

struct _YsRankingPage
{
  YsPage parent_instance;

  GtkLabel *summary;
  YsChip *state;
  GtkButton *compare_button;
  GtkToggleButton *trial_button;
  GtkButton *versions_button;
  GtkButton *decided_button;
  GtkButton *finalise_button;
  GtkWidget *pending;
  GtkLabel *pending_text;
  GtkPopover *rules;
  GtkLabel *rules_text;
  GtkButton *decide_button;
  GtkWidget *old;          /* an earlier version is looked at */
  GtkLabel *old_text;
  GtkWidget *trial_bar;
  GtkDropDown *trial_field;
  GtkEntry *trial_value;
  GtkBox *trial_chips;
  GtkLabel *trial_wrong;
  GtkStack *stack;         /* "list", "empty", "loading" */
  GtkPaned *paned;
  GtkColumnView *view;
  YsStandingDetail *detail;
  GtkLabel *count;
  GtkButton *not_assessed;
  GtkLabel *rule;
  GtkToggleButton *as_table;
  GtkToggleButton *as_charts;
  GtkStack *shapes;        /* "table", "charts" */
  YsChartsPane *charts;
  GtkWidget *legend;       /* of the table's bars */

  YsStandingList *list;
  YsColumnSet *columns;
  GtkSingleSelection *selection;
  GSimpleActionGroup *actions;
  YsStanding *standing;    /* (nullable): as shown */
  YsStanding *spare;       /* (nullable): the one before, to be brought up to date in a thread */
  YsStanding *trial;       /* (nullable) */
  GPtrArray *suppositions; /* (element-type YsSupposition) */
  GPtrArray *trial_fields; /* (element-type utf8): of trial_field, as ys_trial_add() takes them */
  YsPeriod *period;        /* (nullable): NULL: never touched */
  guint n_versions;
  guint n_decisions;
  guint version;           /* an earlier one that is looked at; 0: what holds */
  gint64 chosen;           /* compound; 0 none */
  gboolean reading, again, filling;
  guint columns_source;    /* columns come and go */
  gboolean scroll;         /* to the chosen one, when the list has grown */
};

typedef struct
{
  char *text;  /* as ys_trial_add() takes it */
  char *label; /* as a person reads it */
} YsSupposition;

/* In ranking-page.c */
void ys_ranking_page_fill (YsRankingPage *page);
void ys_ranking_page_choose (YsRankingPage *page, gint64 compound_id);
void ys_ranking_page_show_detail (YsRankingPage *page);

/* In ranking-page-read.c */
void ys_ranking_page_read (YsRankingPage *page);

/* In ranking-page-trial.c */
void ys_ranking_page_bind_trial (GtkWidgetClass *widget_class);
void ys_ranking_page_fill_trial_fields (YsRankingPage *page);
void ys_ranking_page_suppose (YsRankingPage *page, const char *text);
/* (nullable): NULL: nothing is wrong. */
void ys_ranking_page_show_trial (YsRankingPage *page, const char *wrong);
void ys_ranking_page_end_trial (YsRankingPage *page);
/* (transfer full) (nullable): what is supposed now; NULL: nothing. */
YsTrial *ys_ranking_page_trial (YsRankingPage *page);
/* What the window is asked to do; the wall shows the trial, too. */
gboolean ys_ranking_page_act (YsPage *page, const char *name);

/* In ranking-page-charts.c */
void ys_ranking_page_bind_charts (GtkWidgetClass *widget_class);
void ys_ranking_page_toggle_charts (YsRankingPage *page);
gboolean ys_ranking_page_shows_charts (YsRankingPage *page);
void ys_ranking_page_fill_charts (YsRankingPage *page);
/* Table or charts, and which chart, as they were left. */
void ys_ranking_page_restore_charts (YsRankingPage *page);
void ys_ranking_page_remember_charts (YsRankingPage *page);

/* In ranking-page-papers.c */
void ys_ranking_page_print (YsRankingPage *page);
void ys_ranking_page_export (YsRankingPage *page);

/* In ranking-page-actions.c */
void ys_ranking_page_install_actions (YsRankingPage *page);
void ys_ranking_page_pay (YsRankingPage *page, gint64 compound_id, int prize);
void ys_ranking_page_set_enabled (YsRankingPage *page, const char *action, gboolean enabled);

G_END_DECLS
