/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by cases-page.c (list and selection), cases-page-filter.c (what is shown) and
 * cases-page-actions.c (keys, copy, forms). */
#pragma once

#include "case-form.h"
#include "cases-page.h"
#include "slot-selection.h"
#include "work-columns.h"
#include "work-detail.h"
#include "work-list-model.h"

G_BEGIN_DECLS

#define YS_CASES_N_SHOWS 6
#define YS_CASES_N_SOURCES 3

struct _YsCasesPage
{
  YsPage parent_instance;

  GtkLabel *summary;
  GtkToggleButton *sources[YS_CASES_N_SOURCES];
  GtkToggleButton *shows[YS_CASES_N_SHOWS];
  GtkSearchEntry *search;
  GtkMenuButton *filter_button;
  GtkDropDown *level_filter;
  GtkDropDown *unit_filter;
  GtkDropDown *period_filter;
  GtkCheckButton *faults_filter;
  GtkStack *stack;      /* "list", "empty" */
  GtkStack *list_stack; /* "rows", "nothing" */
  GtkWidget *empty;     /* hidden while they are not shown: a stack measures all that is visible, */
  GtkWidget *nothing;   /* and a text that wraps is dear */
  GtkPaned *paned;
  GtkColumnView *view;
  YsWorkDetail *detail;
  GtkLabel *status_day;
  GtkLabel *status_next;
  GtkButton *status_faults;
  GtkMenuButton *add_button;
  YsCaseForm *form;

  YsWorkClock clock;
  YsColumnSet *columns;
  YsWorkListModel *list;
  YsSlotSelection *selection;
  GSimpleActionGroup *actions;
  GArray *chosen;      /* (element-type gint64) */
  guint last_position; /* of the first one chosen */
  gint64 wanted;       /* to be chosen as soon as it is in the list; 0 none */
  gint64 compound_id;  /* shown alone; 0 all */
  char *clause;        /* (nullable): what a chart counts, while it is what is searched for … */
  char *clause_levels; /* … and of which levels */
  GPtrArray *units;    /* (element-type utf8): of the filter, from its second choice on */
  guint minute_source;
  gboolean filling; /* filters or selection are being set by us */
};

/* In cases-page.c */
void ys_cases_page_select (YsCasesPage *page, gint64 id);
void ys_cases_page_step (YsCasesPage *page, int delta);

/* In cases-page-filter.c */
void ys_cases_page_apply_filter (YsCasesPage *page);
void ys_cases_page_set_show (YsCasesPage *page, YsWorkShow show);
/* "A1-08 district city": a code, then the levels that count. */
void ys_cases_page_set_clause (YsCasesPage *page, const char *text);
void ys_cases_page_follow_period (YsCasesPage *page);
void ys_cases_page_clear_filters (YsCasesPage *page);
void ys_cases_page_show_counts (YsCasesPage *page);
void ys_cases_page_show_status (YsCasesPage *page);
void ys_cases_page_bind_filter (GtkWidgetClass *widget_class);

/* In cases-page-papers.c */
void ys_cases_page_show_rates (YsCasesPage *page);
/* Of the chosen row's compound, or of every compound with something open. */
void ys_cases_page_show_notice (YsCasesPage *page, gboolean of_all);
/* Of the unit that the filter names, else of all. */
void ys_cases_page_show_overdue (YsCasesPage *page);

/* In cases-page-actions.c */
void ys_cases_page_install_actions (YsCasesPage *page);

G_END_DECLS
