/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decides what the window shows: pages are made when their room is first entered. */
#include "config.h"

#include "main-window-private.h"

#include <glib/gi18n-lib.h>

#include "look.h"
#include "preferences.h"
#include "resources.h"
#include "wall.h"
#include "welcome-page.h"
#include "when.h"

G_DEFINE_FINAL_TYPE (YsMainWindow, ys_main_window, GTK_TYPE_APPLICATION_WINDOW)

static YsPage *
current_page (YsMainWindow *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->pages);

  return child != NULL ? YS_PAGE (child) : NULL;
}

/* --- The session ------------------------------------------------------------------------ */

static void
update_office (YsMainWindow *self)
{
  const YsOffice *office = ys_session_get_office (self->session);
  g_autofree char *title = NULL;
  const char *name = office != NULL && office->name != NULL ? office->name : "";

  gtk_label_set_label (self->office_label, name);
  gtk_widget_set_visible (GTK_WIDGET (self->office_label), *name != '\0');
  /* Translators: the window's title: the office, the program. */
  title = g_strdup_printf (_ ("%s — Yardstick"), name);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
on_session_changed_cb (YsMainWindow *self)
{
  update_office (self);
  ys_main_window_update_foot (self);
  ys_main_window_update_badges (self);
  ys_main_window_update_actions (self);
}

static void
on_session_overview_cb (YsMainWindow *self)
{
  ys_main_window_update_badges (self);
}

static void
on_session_go_cb (YsMainWindow *self, const char *room, gint64 compound_id, const char *field)
{
  YsPage *page = ys_main_window_go (self, room);

  if (page != NULL && (compound_id != 0 || field != NULL))
    ys_page_go (page, compound_id, field);
}

static char *
describe_warnings (YsSession *session)
{
  YsLedgerWarnings warnings = ys_ledger_job_warnings (ys_session_get_ledger (session));
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  if ((warnings & YS_LEDGER_ON_READ_ONLY) != 0)
    g_ptr_array_add (parts,
                     _ ("This place cannot be written to: nothing that you change can be saved. "
                        "Copy the ledger's folder to the hard disk and open it there."));
  else if (!ys_session_is_writable (session))
    g_ptr_array_add (parts, _ ("Opened read-only: you can look and export, but not change."));
  if ((warnings & YS_LEDGER_ON_NETWORK) != 0)
    g_ptr_array_add (parts,
                     _ ("This ledger lies on a network drive, where two people can damage it. "
                        "Move its folder to this computer's hard disk."));
  if ((warnings & YS_LEDGER_LITTLE_SPACE) != 0)
    g_ptr_array_add (parts,
                     _ ("Less than 200 MB are free on this disk. Make room, or saving and backups "
                        "will fail."));
  if ((warnings & YS_LEDGER_BACKUP_FAILED) != 0)
    g_ptr_array_add (parts, _ ("Today's backup could not be made. Make one by hand in Settings."));
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" ", (char **)parts->pdata);
}

static void
drop_pages (YsMainWindow *self)
{
  GtkWidget *child;

  /* A window keeps what is taken out of it with the focus until its next frame, which a closed
   * window never has (GTK 4.18). */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    gtk_stack_remove (self->pages, child);
}

static void
drop_session (YsMainWindow *self)
{
  if (self->session == NULL)
    return;
  ys_wall_close (self->session);
  ys_session_stop (self->session);
  g_clear_handle_id (&self->check_timeout, g_source_remove);
  if (self->checking != NULL)
    g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  ys_main_window_clear_notices (self);
  ys_period_chooser_set_session (self->period, NULL);
  g_signal_handlers_disconnect_by_data (self->session, self);
  drop_pages (self);
  g_clear_object (&self->session);
}

void
ys_main_window_show_session (YsMainWindow *self, YsSession *session)
{
  g_autofree char *warning = NULL;

  g_return_if_fail (YS_IS_MAIN_WINDOW (self));
  g_return_if_fail (YS_IS_SESSION (session));

  drop_session (self);
  self->session = session;
  g_free (self->folder);
  self->folder = g_strdup (ys_ledger_job_folder (ys_session_get_ledger (session)));
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "overview", G_CALLBACK (on_session_overview_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "go", G_CALLBACK (on_session_go_cb), self, G_CONNECT_SWAPPED);
  ys_main_window_watch_notices (self, session);
  ys_period_chooser_set_session (self->period, session);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->office_label), self->folder);
  warning = describe_warnings (session);
  ys_banner_show (self->banner, warning, NULL, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "ledger");
  on_session_changed_cb (self);
  ys_main_window_go (self, "overview");
}

void
ys_main_window_drop_ledger (YsMainWindow *self)
{
  drop_session (self);
  g_clear_pointer (&self->folder, g_free);
  gtk_widget_set_visible (GTK_WIDGET (self->office_label), FALSE);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Yardstick"));
  ys_banner_show (self->banner, NULL, NULL, FALSE);
  ys_main_window_update_actions (self);
}

void
ys_main_window_close_ledger (YsMainWindow *self)
{
  g_return_if_fail (YS_IS_MAIN_WINDOW (self));

  ys_main_window_drop_ledger (self);
  ys_main_window_show_welcome (self);
}

GtkWidget *
ys_main_window_show_welcome (YsMainWindow *self)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, "welcome");

  if (page == NULL)
    {
      page = ys_welcome_page_new (self);
      gtk_stack_add_named (self->stack, page, "welcome");
    }
  ys_welcome_page_refresh (YS_WELCOME_PAGE (page));
  gtk_stack_set_visible_child (self->stack, page);
  return page;
}

YsPage *
ys_main_window_go (YsMainWindow *self, const char *name)
{
  const YsRoom *room;
  GtkWidget *page;

  g_return_val_if_fail (YS_IS_MAIN_WINDOW (self), NULL);
  room = ys_rooms_find (name);
  g_return_val_if_fail (room != NULL, NULL);
  if (self->session == NULL)
    return NULL;

  if (current_page (self) != NULL)
    ys_page_flush (current_page (self));
  page = gtk_stack_get_child_by_name (self->pages, name);
  if (page == NULL)
    {
      page = GTK_WIDGET (ys_room_make_page (room));
      gtk_stack_add_named (self->pages, page, name);
      ys_page_load (YS_PAGE (page), self->session);
    }
  gtk_stack_set_visible_child (self->pages, page);
  ys_main_window_select_room (self);
  ys_main_window_update_actions (self);
  return YS_PAGE (page);
}

const char *
ys_main_window_get_room (YsMainWindow *self)
{
  g_return_val_if_fail (YS_IS_MAIN_WINDOW (self), NULL);

  return gtk_stack_get_visible_child_name (self->pages);
}

/* --- The window itself ------------------------------------------------------------------ */

static gboolean
ys_main_window_close_request (GtkWindow *window)
{
  YsMainWindow *self = YS_MAIN_WINDOW (window);
  int width;
  int height;

  if (self->session != NULL && current_page (self) != NULL)
    ys_page_flush (current_page (self));
  gtk_window_get_default_size (window, &width, &height);
  ys_preferences_set_int ("window-maximized", gtk_window_is_maximized (window) ? 1 : 0);
  if (!gtk_window_is_maximized (window))
    {
      ys_preferences_set_int ("window-width", width);
      ys_preferences_set_int ("window-height", height);
    }
  drop_session (self);
  return GTK_WINDOW_CLASS (ys_main_window_parent_class)->close_request (window);
}

static void
on_active_cb (YsMainWindow *self)
{
  /* Someone may have worked on the ledger from a terminal meanwhile. */
  if (gtk_window_is_active (GTK_WINDOW (self)) && self->session != NULL)
    ys_session_look_elsewhere (self->session);
}

static void
restore_size (YsMainWindow *self)
{
  double scale = ys_look_get_scale ();
  int width = ys_preferences_get_int ("window-width");
  int height = ys_preferences_get_int ("window-height");

  if (width < 800)
    width = (int)(1366 * scale);
  if (height < 500)
    height = (int)(728 * scale);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  /* Where letters are enlarged, the first window may be too large for the screen. */
  if (ys_preferences_get_int ("window-maximized") != 0
      || (scale > 1.0 && !ys_look_fits (width, height)))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
ys_main_window_dispose (GObject *object)
{
  YsMainWindow *self = YS_MAIN_WINDOW (object);

  if (self->pages != NULL)
    drop_session (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_MAIN_WINDOW);

  G_OBJECT_CLASS (ys_main_window_parent_class)->dispose (object);
}

static void
ys_main_window_finalize (GObject *object)
{
  YsMainWindow *self = YS_MAIN_WINDOW (object);

  g_free (self->folder);
  g_free (self->searched);

  G_OBJECT_CLASS (ys_main_window_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, YsMainWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, YsMainWindow, file_label);
  gtk_widget_class_bind_template_child (widget_class, YsMainWindow, wall_button);
  gtk_widget_class_bind_template_child (widget_class, YsMainWindow, office_label);
  gtk_widget_class_bind_template_child (widget_class, YsMainWindow, period);
  gtk_widget_class_bind_template_child (widget_class, YsMainWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, YsMainWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, YsMainWindow, pages);
  gtk_widget_class_bind_template_callback (widget_class, on_active_cb);
}

static void
ys_main_window_class_init (YsMainWindowClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = ys_main_window_dispose;
  object_class->finalize = ys_main_window_finalize;
  GTK_WINDOW_CLASS (class)->close_request = ys_main_window_close_request;

  g_type_ensure (YS_TYPE_BANNER);
  g_type_ensure (YS_TYPE_PERIOD_CHOOSER);
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/main-window.ui"));
  bind_children (widget_class);
  ys_main_window_bind_sidebar (widget_class);
  ys_main_window_bind_search (widget_class);
  ys_main_window_bind_notices (widget_class);
  ys_main_window_install_actions (widget_class);
}

/* With larger letters a room may need more than a small screen has. The window would grow past the
 * screen; its room scrolls instead. */
static void
let_room_scroll (YsMainWindow *self)
{
  GtkBox *box = GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->pages)));
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_object_ref (self->pages);
  gtk_box_remove (box, GTK_WIDGET (self->pages));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->pages));
  g_object_unref (self->pages);
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (scroller), FALSE);
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_box_append (box, scroller);
}

static void
ys_main_window_init (YsMainWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  if (ys_look_get_scale () > 1.0 || ys_look_is_narrow ())
    let_room_scroll (self);
  ys_main_window_fill_sidebar (self);
  restore_size (self);
}

YsMainWindow *
ys_main_window_new (YsApplication *application)
{
  YsMainWindow *self = g_object_new (YS_TYPE_MAIN_WINDOW, "application", application, NULL);

  /* The welcome is made when it is asked for: most starts never show it. */
  ys_main_window_drop_ledger (self);
  return self;
}

char *
ys_main_window_folder_of (const char *path)
{
  g_autofree char *absolute = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  absolute = g_canonicalize_filename (path, NULL);
  name = g_path_get_basename (absolute);
  return g_str_equal (name, "ledger.yardstick") ? g_path_get_dirname (absolute)
                                                : g_steal_pointer (&absolute);
}

const char *
ys_main_window_get_folder (YsMainWindow *self)
{
  g_return_val_if_fail (YS_IS_MAIN_WINDOW (self), NULL);

  return self->folder;
}

YsSession *
ys_main_window_get_session (YsMainWindow *self)
{
  g_return_val_if_fail (YS_IS_MAIN_WINDOW (self), NULL);

  return self->session;
}
