/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by registry-page.c (list, filters, selection) and registry-page-actions.c. */
#pragma once

#include "compound-detail.h"
#include "compound-list.h"
#include "registry-columns.h"
#include "registry-page.h"

G_BEGIN_DECLS

struct _YsRegistryPage
{
  YsPage parent_instance;

  GtkLabel         *summary;
  GtkBox           *twins_banner;
  GtkLabel         *twins_label;
  GtkStack         *stack;
  GtkPaned         *paned;
  GtkSearchEntry   *search;
  GtkDropDown      *community_filter;
  GtkDropDown      *class_filter;
  GtkDropDown      *form_filter;
  GtkDropDown      *company_filter;
  GtkCheckButton   *incomplete_filter;
  GtkCheckButton   *withdrawn_filter;
  GtkStack         *list_stack;
  GtkColumnView    *view;
  GtkLabel         *status;
  GtkButton *wrong;
  GtkLabel *wrong_label;
  YsCompoundDetail *detail;
  GtkMenuButton    *add_button;
  GtkPopover       *add_popover;
  GtkPopover       *more_popover;
  GtkEntry         *add_name;
  GtkEntry         *add_community;
  GtkLabel         *add_error;

  YsRegistryColumns  *columns;
  YsCompoundList     *list;
  GtkMultiSelection  *selection;
  GSimpleActionGroup *actions;
  GArray             *chosen;        /* (element-type gint64): ids of the selected compounds */
  char               *blank_field;   /* (nullable): show only those that lack it */
  gint64              twins[2];      /* pair offered for a merge; 0 none */
  gint64              community_ids[256];
  gint64              company_ids[256];
  YsRegistry         *twins_of;      /* (nullable): snapshot being searched for twins in a thread */
  guint best_source; /* pending choice of the best match */
  gboolean            filling;       /* filters or selection are being set by us */
};

/* Reads the filters and shows what fits; keeps the selection by compound. */
void ys_registry_page_show_rows (YsRegistryPage *page);
/* Selects one compound, clearing filters that hide it, and scrolls to it. */
void ys_registry_page_select (YsRegistryPage *page, gint64 compound_id);

/* In registry-page-actions.c */
void ys_registry_page_install_actions (YsRegistryPage *page);
void ys_registry_page_bind_callbacks (GtkWidgetClass *widget_class);

/* In registry-page-twins.c: looks for likely twins in a thread, then shows the banner or not. */
void ys_registry_page_offer_twins (YsRegistryPage *page);
void ys_registry_page_bind_twins (GtkWidgetClass *widget_class);

G_END_DECLS
