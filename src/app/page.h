/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What fills the window beside the sidebar. A page is made when its room is first shown, loads
 * once, and is refreshed after each change while it is seen (or when it is next seen).
 *
 * A subclass writes a template with parent="YsPage" and exactly one child, which fills it; its
 * dispose calls gtk_widget_dispose_template() and chains up. */
#pragma once

#include "session.h"

G_BEGIN_DECLS

#define YS_TYPE_PAGE (ys_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (YsPage, ys_page, YS, PAGE, GtkWidget)

struct _YsPageClass
{
  GtkWidgetClass parent_class;

  /* Once, before it is first seen. refresh follows. */
  void (*load) (YsPage *page, YsSession *session);
  /* The ledger changed: show it. Must not lose what is being typed. */
  void (*refresh) (YsPage *page);
  /* See ys_session_go(). */
  void (*go) (YsPage *page, gint64 compound_id, const char *field);
  /* Ctrl+F: put the cursor into the page's own search. FALSE: it has none. */
  gboolean (*find) (YsPage *page);
  /* Save what is being typed: before undo, before another room, before closing. FALSE: something
   * typed is wrong and stays marked (nothing is lost, nobody is held up). */
  gboolean (*flush) (YsPage *page);
  /* What the window is asked to do and the page may do in its own way: "new", "save", "undo", "help",
   * "wall", "slides", "save-slides". FALSE: the window does it. */
  gboolean (*act) (YsPage *page, const char *name);
};

/* A key of the room, good while the page is seen, wherever in the window the focus is; what has the focus takes it
 * first if it has a use for it. @action: detailed name, of a group at the page. */
void ys_page_add_key (YsPage *page, const char *trigger, const char *action);
/* Inside the page such a key goes before lists and dividers, which have a use of their own for it. */
void ys_page_add_first_key (YsPage *page, const char *trigger, const char *action);

void ys_page_load (YsPage *page, YsSession *session);
/* (transfer none) (nullable): NULL before load. */
YsSession *ys_page_get_session (YsPage *page);
/* Refreshes now when it is seen, else when it is next seen. */
void ys_page_refresh (YsPage *page);
void ys_page_go (YsPage *page, gint64 compound_id, const char *field);
gboolean ys_page_find (YsPage *page);
gboolean ys_page_flush (YsPage *page);
gboolean ys_page_act (YsPage *page, const char *name);

G_END_DECLS
