/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the window share. */
#pragma once

#include "banner.h"
#include "main-window.h"
#include "period-chooser.h"

G_BEGIN_DECLS

struct _YsMainWindow
{
  GtkApplicationWindow parent_instance;

  /* Header bar. */
  GtkButton *sidebar_button;
  GtkLabel *file_label;
  GtkLabel *office_label;
  YsPeriodChooser *period;
  GtkWidget *wall_button;
  GtkSearchEntry *search;
  GtkWidget *results; /* above the page, while one searches */
  GtkListBox *result_list;
  char *searched; /* what the results answer; NULL: nothing */

  YsBanner *banner;
  GtkStack *stack; /* "welcome", "problem", "busy", "ledger" */
  GtkRevealer *sidebar;
  GtkListBox *rooms;
  GtkListBox *rooms_below;
  GtkLabel *saved_label;
  GtkLabel *user_label;
  GtkStack *pages;

  GtkWidget *job;
  GtkLabel *job_label;
  GtkProgressBar *job_bar;
  GtkRevealer *toast;
  GtkWidget *toast_box;
  GtkLabel *toast_label;
  GtkButton *toast_undo;
  guint toast_timeout;
  guint job_timeout;

  char *folder;
  YsSession *session;
  GCancellable *checking; /* (nullable): a large ledger is read whole */
  guint check_timeout;
  gboolean selecting;
  gboolean narrow; /* the sidebar shows icons only */
};

void ys_main_window_install_actions (GtkWidgetClass *class);
/* Which actions make sense now. */
void ys_main_window_update_actions (YsMainWindow *self);

/* Search in the header bar. */
void ys_main_window_start_search (YsMainWindow *self);
void ys_main_window_bind_search (GtkWidgetClass *class);

/* The sidebar. */
void ys_main_window_bind_sidebar (GtkWidgetClass *class);
void ys_main_window_fill_sidebar (YsMainWindow *self);
void ys_main_window_set_narrow (YsMainWindow *self, gboolean narrow);
void ys_main_window_select_room (YsMainWindow *self);
void ys_main_window_update_badges (YsMainWindow *self);
void ys_main_window_update_foot (YsMainWindow *self);

/* Toast and progress. */
void ys_main_window_bind_notices (GtkWidgetClass *class);
void ys_main_window_watch_notices (YsMainWindow *self, YsSession *session);
void ys_main_window_clear_notices (YsMainWindow *self);
void ys_main_window_say (YsMainWindow *self, const char *text, gboolean undoable, gboolean failed);

/* (transfer none): makes the page when it is first asked for. */
GtkWidget *ys_main_window_show_welcome (YsMainWindow *self);

/* Closes the ledger; what is shown next is up to the caller. */
void ys_main_window_drop_ledger (YsMainWindow *self);
/* Asks for a ledger folder to open. */
void ys_main_window_ask_open (YsMainWindow *self);

G_END_DECLS
