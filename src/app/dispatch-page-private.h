/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by dispatch-page.c (what is shown) and dispatch-page-actions.c (export, print, submit). */
#pragma once

#include "chip.h"
#include "dispatch.h"
#include "dispatch-page.h"
#include "paper-view.h"

G_BEGIN_DECLS

struct _YsDispatchPage
{
  YsPage parent_instance;

  GtkLabel          *summary;
  GtkMenuButton     *export_button;
  GtkButton         *print_button;
  GtkMenuButton     *submit_button;
  GtkPopover        *submit_popover;
  GtkLabel          *submit_text;
  GtkButton         *submit_now;
  GtkListBox        *issues;
  GtkStack          *stack;
  GtkLabel          *legend;
  GtkLabel          *zoom;
  GtkScrolledWindow *desk;
  YsPaperView       *paper;
  GtkBox            *side;
  GtkBox            *blanks_box;
  GtkBox            *doubts_box;
  GtkBox            *changes_box;
  YsChip            *blanks_count;
  YsChip            *doubts_count;
  YsChip            *changes_count;
  GtkListBox        *blanks;
  GtkListBox        *doubts;
  GtkListBox        *changes;
  GtkLabel          *fate;
  GtkLabel          *status;

  gboolean reading; /* a thread fills the table */
  gboolean again;   /* and what it reads is out of date already */
  YsDispatch         *dispatch; /* shown; (nullable) */
  gint64              shown;    /* submission shown; 0: the table as it stands */
  GSimpleActionGroup *actions;
  guint               next_blank;
  guint               fit_source;
  gboolean            filling;
  gboolean side_in_full;
  gboolean            zoom_chosen; /* by the user: no longer fitted to the width */
};

/* Reads the list of submissions and the shown table anew. */
void ys_dispatch_page_read (YsDispatchPage *page);

/* Scrolls to the cell that shows a compound's field and rings it. */
void ys_dispatch_page_show_cell_of (YsDispatchPage *page, gint64 compound_id, const char *field);

/* In dispatch-page-side.c; the field of the row that shows the rest. */
#define YS_DISPATCH_MORE "more"
void ys_dispatch_page_show_side (YsDispatchPage *page);

/* In dispatch-page-actions.c */
void ys_dispatch_page_install_actions (YsDispatchPage *page);
void ys_dispatch_page_bind_callbacks (GtkWidgetClass *widget_class);

G_END_DECLS
