/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's actions, by name for menus, shortcuts and the accessibility bus. */
#include "config.h"

#include "main-window-private.h"

#include <glib/gi18n-lib.h>

#include "field-row.h"
#include "preferences.h"
#include "slides-window.h"
#include "wall.h"

static YsPage *
current_page (YsMainWindow *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->pages);

  return child != NULL ? YS_PAGE (child) : NULL;
}

static void
room_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *room = g_variant_get_string (parameter, NULL);

  if (ys_rooms_find (room) != NULL)
    ys_main_window_go (YS_MAIN_WINDOW (widget), room);
}

static gboolean
page_does (YsMainWindow *self, const char *name)
{
  return self->session != NULL && current_page (self) != NULL
         && ys_page_act (current_page (self), name);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  page_does (YS_MAIN_WINDOW (widget), "save");
}

static void
help_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (!page_does (YS_MAIN_WINDOW (widget), "help"))
    gtk_widget_activate_action (widget, "win.show-help-overlay", NULL);
}

static void
find_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsMainWindow *self = YS_MAIN_WINDOW (widget);

  if (current_page (self) == NULL || !ys_page_find (current_page (self)))
    ys_main_window_start_search (self);
}

/* The text of an entry is undone before the ledger is: what was just typed is nearer. */
static gboolean
undo_text (YsMainWindow *self, const char *action)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, YS_TYPE_FIELD_ROW) : NULL;
  g_autofree char *before = NULL;

  if (focus == NULL || !GTK_IS_EDITABLE (focus))
    return FALSE;
  /* What a field held before is the ledger's to bring back, not the entry's. */
  if (row != NULL)
    return ys_field_row_restore (YS_FIELD_ROW (row));
  before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (focus)));
  gtk_widget_activate_action (focus, action, NULL);
  return g_strcmp0 (before, gtk_editable_get_text (GTK_EDITABLE (focus))) != 0;
}

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsMainWindow *self = YS_MAIN_WINDOW (widget);

  if (self->session != NULL && !undo_text (self, "text.undo") && !page_does (self, "undo"))
    ys_session_undo (self->session);
}

static void
redo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsMainWindow *self = YS_MAIN_WINDOW (widget);

  if (self->session != NULL && !undo_text (self, "text.redo"))
    ys_session_redo (self->session);
}

static void
refresh_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsMainWindow *self = YS_MAIN_WINDOW (widget);

  if (self->session == NULL)
    return;
  ys_session_look_elsewhere (self->session);
  if (current_page (self) != NULL)
    ys_page_refresh (current_page (self));
}

static void
import_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ys_main_window_go (YS_MAIN_WINDOW (widget), "import");
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ys_main_window_ask_open (YS_MAIN_WINDOW (widget));
}

static void
open_recent_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ys_main_window_open (YS_MAIN_WINDOW (widget), g_variant_get_string (parameter, NULL),
                       YS_LEDGER_WRITE);
}

static void
new_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ys_main_window_close_ledger (YS_MAIN_WINDOW (widget));
}

/* Ctrl+N: the next one of what the page is for; where it is for none, a new ledger. */
static void
begin_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (!page_does (YS_MAIN_WINDOW (widget), "new"))
    ys_main_window_close_ledger (YS_MAIN_WINDOW (widget));
}

static gpointer
write_backup (YsLedger *ledger,
              YsProgressFunc progress,
              gpointer progress_data,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  const YsInstant *now = data;

  return ys_ledger_job_backup (ledger, NULL, *now, error);
}

static void
on_backup_done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  YsSession *session = YS_SESSION (object);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ys_session_run_finish (session, result, &error);
  g_autofree char *text = NULL;

  if (path == NULL)
    {
      ys_session_report (session, error);
      return;
    }
  /* Translators: %s is a file. */
  text = g_strdup_printf (_ ("Backed up into %s"), path);
  ys_session_notify (session, text, FALSE);
  ys_session_backed_up (session);
}

static void
backup_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsMainWindow *self = YS_MAIN_WINDOW (widget);
  YsInstant now;

  if (self->session == NULL)
    return;
  now = ys_session_now (self->session);
  ys_session_run_async (self->session, _ ("Backing up"), write_backup, g_memdup2 (&now, sizeof now),
                        g_free, g_free, on_backup_done_cb, NULL);
}

static void
sidebar_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsMainWindow *self = YS_MAIN_WINDOW (widget);
  gboolean shown = gtk_revealer_get_reveal_child (self->sidebar);

  gtk_revealer_set_reveal_child (self->sidebar, !shown);
  ys_preferences_set_int ("sidebar-hidden", shown ? 1 : 0);
}

/* F11 comes and goes. */
static void
wall_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsMainWindow *self = YS_MAIN_WINDOW (widget);

  if (self->session == NULL)
    return;
  if (ys_wall_is_open (self->session))
    ys_wall_close (self->session);
  else if (!page_does (self, "wall"))
    ys_wall_open (widget, self->session, ys_session_get_period (self->session), NULL);
}

static void
slides_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsMainWindow *self = YS_MAIN_WINDOW (widget);

  if (self->session != NULL && !page_does (self, "slides"))
    ys_slides_window_present (widget, self->session, ys_session_get_period (self->session), NULL);
}

static void
save_slides_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsMainWindow *self = YS_MAIN_WINDOW (widget);

  if (self->session != NULL && !page_does (self, "save-slides"))
    ys_wall_save (widget, self->session, ys_session_get_period (self->session), NULL);
}

static void
about_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_show_about_dialog (GTK_WINDOW (widget), "program-name", _ ("Yardstick"), "version",
                         YS_VERSION, "logo-icon-name", YS_APP_ID, "comments",
                         _ ("The ledger of a town construction office: compounds, what they lack, "
                            "and the tables that are filed."),
                         "license-type", GTK_LICENSE_GPL_3_0, NULL);
}

void
ys_main_window_update_actions (YsMainWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean open = self->session != NULL;
  gboolean writable = open && ys_session_is_writable (self->session);
  const char *needs_ledger[] = { "win.room", "win.find",   "win.refresh",    "win.sidebar",
                                 "win.wall", "win.slides", "win.save-slides" };

  for (guint i = 0; i < G_N_ELEMENTS (needs_ledger); i++)
    gtk_widget_action_set_enabled (widget, needs_ledger[i], open);
  gtk_widget_action_set_enabled (widget, "win.import", writable);
  gtk_widget_action_set_enabled (widget, "win.backup", writable);
  /* Always reachable: with nothing to undo they say so, and text has its own undo. */
  gtk_widget_action_set_enabled (widget, "win.undo", open);
  gtk_widget_action_set_enabled (widget, "win.redo", open);
  gtk_widget_set_visible (GTK_WIDGET (self->search), open);
  gtk_widget_set_visible (GTK_WIDGET (self->sidebar_button), open);
  gtk_widget_set_visible (self->wall_button, open);
}

void
ys_main_window_install_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.room", "s", room_cb);
  gtk_widget_class_install_action (class, "win.find", NULL, find_cb);
  gtk_widget_class_install_action (class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (class, "win.redo", NULL, redo_cb);
  gtk_widget_class_install_action (class, "win.refresh", NULL, refresh_cb);
  gtk_widget_class_install_action (class, "win.import", NULL, import_cb);
  gtk_widget_class_install_action (class, "win.begin", NULL, begin_cb);
  gtk_widget_class_install_action (class, "win.save", NULL, save_cb);
  gtk_widget_class_install_action (class, "win.help", NULL, help_cb);
  gtk_widget_class_install_action (class, "win.open", NULL, open_cb);
  gtk_widget_class_install_action (class, "win.open-recent", "s", open_recent_cb);
  gtk_widget_class_install_action (class, "win.new", NULL, new_cb);
  gtk_widget_class_install_action (class, "win.backup", NULL, backup_cb);
  gtk_widget_class_install_action (class, "win.sidebar", NULL, sidebar_cb);
  gtk_widget_class_install_action (class, "win.wall", NULL, wall_cb);
  gtk_widget_class_install_action (class, "win.slides", NULL, slides_cb);
  gtk_widget_class_install_action (class, "win.save-slides", NULL, save_slides_cb);
  gtk_widget_class_install_action (class, "win.about", NULL, about_cb);
}
