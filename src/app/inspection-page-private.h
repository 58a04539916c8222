/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by inspection-page.c (which inspection is shown), -head.c, -grid.c and -keys.c (cells), -lists.c
 * (what else there is), -actions.c, -form.c and -draft.c. */
#pragma once

#include "clause-popover.h"
#include "field-row.h"
#include "inspection-columns.h"
#include "inspection-page.h"
#include "inspection-rows.h"
#include "photo-strip.h"

G_BEGIN_DECLS

struct _YsInspectionPage
{
  YsPage parent_instance;

  GtkLabel *summary;
  GtkMenuButton *month_button;
  GtkPopover *month_popover;
  GtkListBox *month_list;
  GtkMenuButton *plan_button;
  GtkPopover *plan_popover;
  GtkLabel *plan_badge;
  GtkListBox *plan_list;
  GtkButton *copy_button;
  GtkButton *notice_button;
  GtkButton *new_button;
  GtkStack *stack;

  GtkMenuButton *form_button;
  GSimpleActionGroup *actions;
  GtkWidget *form_question; /* a form of another compound than the one chosen */
  GtkLabel *form_sentence;
  GtkButton *form_as_written;
  GtkButton *form_as_chosen;
  YsInspectionPaste *form; /* (nullable): waits for the answer */

  GtkWidget *head_wrong;
  GtkLabel *head_sentence;
  YsFieldRow *compound;
  YsFieldRow *level;
  YsFieldRow *kind;
  YsFieldRow *at;
  YsFieldRow *notice_at;
  YsFieldRow *inspectors;

  GtkWidget *entry_box;
  GtkScrolledWindow *scroller;
  GtkColumnView *view;
  YsPhotoStrip *photos;
  GtkLabel *totals;
  GtkLabel *counts;
  GtkButton *wrong;
  GtkLabel *wrong_label;

  YsInspectionRows *rows;
  YsInspectionColumns *columns;
  YsClausePopover *clauses;
  GtkPopover *hint; /* under a cell: what is wrong with it, or what was found before */
  GtkLabel *hint_label;
  GtkWidget *hint_link;
  GtkPopover *whole; /* a clause in full */
  GtkLabel *whole_label;
  guint position; /* of the cell that has the cursor */
  YsEntry entry;
  guint least_source;
  guint focus_source;

  YsInspection *head;  /* as the ledger has it, or as typed and right; id 0: not saved */
  YsWorkCalendar *calendar;
  YsCatalogueBook *book;
  YsDate book_day;     /* the day for which @book holds; of a saved one: unknown */
  GPtrArray *month;    /* (nullable) (element-type YsInspectionLine) */
  gboolean lists_run;
  gboolean lists_stale;
  gint64 photos_of; /* the inspection whose photos are shown */
  gboolean has_photos;
  gint64 n_new_asked;  /* Ctrl+N was pressed on a head without rows */
  guint keep_source;
  char *kept; /* (nullable): the draft as it was last written */
  gboolean restored;
  char *dropped; /* (nullable): a typed row that Delete took away, for Ctrl+Z */
};

/* In inspection-page.c */
/* Saves what is ready; @held: also what is only proposed. */
void ys_inspection_page_save (YsInspectionPage *page, gboolean held);
/* FALSE: something is not saved yet, which the user was told. */
gboolean ys_inspection_page_can_leave (YsInspectionPage *page);
/* A new one; @compound_id 0: to be typed. Without asking. */
void ys_inspection_page_begin (YsInspectionPage *page, gint64 compound_id);
void ys_inspection_page_open (YsInspectionPage *page, gint64 id);
/* Title, sums, sensitivity. */
void ys_inspection_page_show_state (YsInspectionPage *page);
/* The rows are judged by the head as it is now. */
void ys_inspection_page_set_context (YsInspectionPage *page);

/* In inspection-page-head.c */
void ys_inspection_page_bind_head (GtkWidgetClass *widget_class);
void ys_inspection_page_init_head (YsInspectionPage *page);
void ys_inspection_page_show_head (YsInspectionPage *page);
void ys_inspection_page_reset_head (YsInspectionPage *page);
/* What a form states is put in; what cannot be read is marked. The rest stays. */
void ys_inspection_page_put_head (YsInspectionPage *page, const YsInspectionPaste *form);
/* 0: no compound is meant for sure */
gint64 ys_inspection_page_find_compound (YsInspectionPage *page, const char *text);
/* Leaves what is being typed. */
gboolean ys_inspection_page_flush_head (YsInspectionPage *page);
/* Whether the head could be saved; the fields that are missing are marked when @mark. */
gboolean ys_inspection_page_head_is_ready (YsInspectionPage *page, gboolean mark);

/* In inspection-page-grid.c */
void ys_inspection_page_init_grid (YsInspectionPage *page);
void ys_inspection_page_clear_grid (YsInspectionPage *page);
void ys_inspection_page_focus_cell (YsInspectionPage *page, guint position, YsEntry entry);
/* (transfer none) (nullable): the cell that has the cursor */
YsGridCell *ys_inspection_page_cell (YsInspectionPage *page);
/* The focus is on its way to a cell: it goes there now; the cell, or NULL. */
YsGridCell *ys_inspection_page_hurry_focus (YsInspectionPage *page);
/* Judges what is typed in the cell with the cursor, which keeps it. */
void ys_inspection_page_flush_cell (YsInspectionPage *page);
void ys_inspection_page_withdraw_row (YsInspectionPage *page, guint position);

/* The clauses that fit @query under the cell with the cursor. */
void ys_inspection_page_list_clauses (YsInspectionPage *page, const char *query);
void ys_inspection_page_take_clause (YsInspectionPage *page, const YsClause *clause);
/* The clause under the cursor, or the one that is marked, in full. */
gboolean ys_inspection_page_show_whole (YsInspectionPage *page);
void ys_inspection_page_hide_whole (YsInspectionPage *page);
/* Opens the inspection that has the same clause at the same place. */
void ys_inspection_page_follow_hint (YsInspectionPage *page);

/* In inspection-page-keys.c */
void ys_inspection_page_init_keys (YsInspectionPage *page);

/* In inspection-page-lists.c */
void ys_inspection_page_bind_lists (GtkWidgetClass *widget_class);
void ys_inspection_page_read_lists (YsInspectionPage *page);

/* In inspection-page-actions.c */
void ys_inspection_page_bind_actions (GtkWidgetClass *widget_class);
void ys_inspection_page_install_actions (YsInspectionPage *page);
/* See YsPageClass. */
gboolean ys_inspection_page_act (YsInspectionPage *page, const char *name);
/* What is on the clipboard goes into the grid: rows, one cell's text, or photos. */
gboolean ys_inspection_page_paste (YsInspectionPage *page);
void ys_inspection_page_paste_text (YsInspectionPage *page, const char *text);

/* In inspection-page-form.c */
void ys_inspection_page_bind_form (GtkWidgetClass *widget_class);
void ys_inspection_page_init_form (YsInspectionPage *page);
/* A filled form: its head, its rows in grey. Asks when another compound was chosen. @form: (transfer
 * full) */
void ys_inspection_page_take_form (YsInspectionPage *page, YsInspectionPaste *form);
void ys_inspection_page_add_pasted (YsInspectionPage *page, const YsPastedFinding *pasted);
void ys_inspection_page_read_form (YsInspectionPage *page, const char *path);
/* FALSE: what was dropped is no spreadsheet. */
gboolean ys_inspection_page_take_drop (YsInspectionPage *page, const GValue *value);
/* The form that waits for an answer is put away. */
void ys_inspection_page_drop_form (YsInspectionPage *page);

/* In inspection-page-photos.c */
void ys_inspection_page_bind_photos (GtkWidgetClass *widget_class);
void ys_inspection_page_init_photos (YsInspectionPage *page);
/* Those of the inspection that is shown, counted by its rows. */
void ys_inspection_page_show_photos (YsInspectionPage *page);
/* New photos go to the row with the cursor. */
void ys_inspection_page_aim_photos (YsInspectionPage *page);

/* In inspection-page-draft.c */
/* Something changed: it is kept within a second. */
void ys_inspection_page_touch_draft (YsInspectionPage *page);
void ys_inspection_page_keep_draft (YsInspectionPage *page);
void ys_inspection_page_restore_draft (YsInspectionPage *page);

G_END_DECLS
