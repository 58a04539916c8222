/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by work-detail.c (what is shown) and work-detail-actions.c (what can be done). */
#pragma once

#include "chip.h"
#include "photo-pair.h"
#include "step-popover.h"
#include "timeline.h"
#include "why-popover.h"
#include "work-detail.h"
#include "work-item.h"

G_BEGIN_DECLS

struct _YsWorkDetail
{
  GtkWidget parent_instance;

  GtkStack *stack; /* "none", "one", "many" */
  GtkLabel *title;
  YsChip *chip;
  GtkMenuButton *menu_button;
  GtkScrolledWindow *scroller;
  GtkBox *faults;
  GtkLabel *number_label;
  GtkLabel *number;
  GtkButton *compound;
  GtkLabel *place;
  GtkLabel *unit;
  GtkButton *deadline;
  GtkLabel *left;
  GtkLabel *note_label;
  GtkLabel *note;
  GtkLabel *points_label;
  GtkLabel *points;
  YsPhotoPair *photos;
  YsTimeline *timeline;
  GtkWidget *bar;
  GtkButton *clock;
  GtkButton *second;
  GtkButton *first;
  GtkLabel *many;
  GtkLabel *many_hint;
  GtkButton *many_report;
  GtkButton *many_pass;
  YsWhyPopover *why;
  YsStepPopover *step;

  /* The widgets above are made after the list beside them was painted: NULL till then. */
  gboolean is_made;
  gboolean is_filled; /* photos and timeline too */
  guint later;        /* source: the next step of making and filling */

  YsSession *session;
  GArray *ids;      /* (element-type gint64) */
  YsWorkItem *item; /* (nullable): the one that is shown */
  GSimpleActionGroup *actions;
  int clock_kind;  /* YsEventKind of the buttons in the bar; 0 hidden */
  int second_kind;
  int first_kind;
};

/* In work-detail.c. Makes and fills at once what a later frame would. */
void ys_work_detail_settle (YsWorkDetail *detail);

/* In work-detail-actions.c */
void ys_work_detail_show_actions (YsWorkDetail *detail);
void ys_work_detail_install_actions (YsWorkDetail *detail);
void ys_work_detail_bind_actions (GtkWidgetClass *widget_class);

G_END_DECLS
