/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which monitor shows what, and how the figures get there. A wall hangs on its session. */
#include "config.h"

#include "wall.h"

#include <glib/gi18n-lib.h>

#include "preferences.h"
#include "presenter-window.h"
#include "save-file.h"
#include "wall-window.h"

#define WALL_KEY "ys-wall"

/* --- Wishes ------------------------------------------------------------------------------ */

void
ys_wall_wishes_load (YsWallWishes *wishes)
{
  g_return_if_fail (wishes != NULL);

  wishes->choice = ys_preferences_get ("wall-slides");
  wishes->seconds = (guint)CLAMP (ys_preferences_get_int ("wall-seconds"), 0, 3600);
  wishes->dark = ys_preferences_get_int ("wall-dark") != 0;
  wishes->at_once = ys_preferences_get_int ("wall-at-once") != 0;
}

void
ys_wall_wishes_save (const YsWallWishes *wishes)
{
  g_return_if_fail (wishes != NULL);

  ys_preferences_set ("wall-slides", wishes->choice);
  ys_preferences_set_int ("wall-seconds", (int)wishes->seconds);
  ys_preferences_set_int ("wall-dark", wishes->dark);
  ys_preferences_set_int ("wall-at-once", wishes->at_once);
}

void
ys_wall_wishes_clear (YsWallWishes *wishes)
{
  g_clear_pointer (&wishes->choice, g_free);
}

/* --- Reading ----------------------------------------------------------------------------- */

/* What a wall shows; threads read it, nobody writes. */
typedef struct
{
  gatomicrefcount references;
  YsSpan span;
  YsTrial *trial; /* (nullable) */
} Subject;

typedef struct
{
  Subject *subject;
  YsRegistry *registry;
  YsInstant now;
  char *path; /* (nullable): the PDF */
  char *choice;
  gboolean dark;
} Request;

static Subject *
subject_new (YsSpan span, YsTrial *trial)
{
  Subject *subject = g_new0 (Subject, 1);

  g_atomic_ref_count_init (&subject->references);
  subject->span = span;
  subject->trial = trial;
  return subject;
}

static Subject *
subject_ref (Subject *subject)
{
  g_atomic_ref_count_inc (&subject->references);
  return subject;
}

static void
subject_unref (Subject *subject)
{
  if (!g_atomic_ref_count_dec (&subject->references))
    return;
  g_clear_pointer (&subject->trial, ys_trial_free);
  g_free (subject);
}

static Request *
request_new (YsSession *session, Subject *subject)
{
  g_auto (YsWallWishes) wishes = { 0 };
  Request *request = g_new0 (Request, 1);

  ys_wall_wishes_load (&wishes);
  request->subject = subject_ref (subject);
  request->registry = ys_registry_ref (ys_session_get_registry (session));
  request->now = ys_session_now (session);
  request->choice = *wishes.choice != '\0' ? g_strdup (wishes.choice) : NULL;
  request->dark = wishes.dark;
  return request;
}

static void
request_free (gpointer data)
{
  Request *request = data;

  subject_unref (request->subject);
  ys_registry_unref (request->registry);
  g_free (request->path);
  g_free (request->choice);
  g_free (request);
}

static void
free_data (gpointer data)
{
  ys_chart_data_free (data);
}

static gpointer
read_data (YsLedger *ledger,
           YsProgressFunc progress,
           gpointer progress_data,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  const Request *request = data;
  const Subject *subject = request->subject;
  g_autoptr (YsStanding) trial = NULL;
  g_autoptr (YsStanding) standing = ys_standing_load (ledger, request->registry, subject->span,
                                                      NULL, request->now, cancellable, error);

  if (standing == NULL)
    return NULL;
  if (subject->trial != NULL)
    {
      trial = ys_standing_load (ledger, request->registry, subject->span, subject->trial,
                                request->now, cancellable, error);
      if (trial == NULL)
        return NULL;
    }
  return ys_chart_data_load (ledger, request->registry, standing, trial, request->now, cancellable,
                             error);
}

/* --- The wall ---------------------------------------------------------------------------- */

typedef struct
{
  YsSession *session; /* borrowed: the wall hangs on it */
  Subject *subject;
  GtkWindow *main;  /* (nullable): weak */
  YsWallShow *show; /* NULL: being read */
  GCancellable *reading;
  gulong changed;
  int first; /* YsChartKind where it begins; -1: at the first slide */
  gint64 first_compound;
} Wall;

static void
wall_free (gpointer data)
{
  Wall *wall = data;

  g_cancellable_cancel (wall->reading);
  g_object_unref (wall->reading);
  /* A session that goes has let go of its handlers before. */
  if (g_signal_handler_is_connected (wall->session, wall->changed))
    g_signal_handler_disconnect (wall->session, wall->changed);
  g_clear_weak_pointer (&wall->main);
  if (wall->show != NULL)
    {
      g_signal_handlers_disconnect_by_data (wall->show, wall);
      ys_wall_show_end (wall->show);
    }
  g_clear_object (&wall->show);
  subject_unref (wall->subject);
  g_free (wall);
}

static void
on_ended_cb (Wall *wall)
{
  ys_wall_close (wall->session);
}

/* (transfer full) (nullable): one beside that of the main window. */
static GdkMonitor *
find_other_monitor (GtkWindow *main, GdkMonitor **out_own)
{
  GdkDisplay *display = gdk_display_get_default ();
  GListModel *monitors = gdk_display_get_monitors (display);
  GdkSurface *surface = main != NULL ? gtk_native_get_surface (GTK_NATIVE (main)) : NULL;

  *out_own = surface != NULL ? gdk_display_get_monitor_at_surface (display, surface) : NULL;
  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      GdkMonitor *monitor = g_list_model_get_item (monitors, i);

      if (*out_own != NULL && monitor != *out_own)
        return monitor;
      g_object_unref (monitor);
    }
  return NULL;
}

static void
follow (Wall *wall, GtkWindow *window)
{
  if (wall->main != NULL)
    gtk_window_set_application (window, gtk_window_get_application (wall->main));
}

/* Where nobody makes windows full screen. */
static void
set_size (GtkWindow *window, GdkMonitor *monitor)
{
  GdkRectangle all;

  if (monitor == NULL)
    return;
  gdk_monitor_get_geometry (monitor, &all);
  gtk_window_set_default_size (window, all.width, all.height);
}

static void
show_windows (Wall *wall)
{
  GdkMonitor *own;
  g_autoptr (GdkMonitor) other = find_other_monitor (wall->main, &own);
  GtkWindow *window = GTK_WINDOW (ys_wall_window_new (wall->show));
  GtkWindow *presenter;

  follow (wall, window);
  set_size (window, other != NULL ? other : own);
  if (other == NULL)
    {
      gtk_window_fullscreen (window);
      gtk_window_present (window);
      return;
    }
  gtk_window_fullscreen_on_monitor (window, other);
  gtk_window_present (window);
  presenter = GTK_WINDOW (ys_presenter_window_new (wall->show));
  follow (wall, presenter);
  gtk_window_maximize (presenter);
  gtk_window_present (presenter);
}

static gboolean
wants_animation (void)
{
  gboolean enabled;

  g_object_get (gtk_settings_get_default (), "gtk-enable-animations", &enabled, NULL);
  return enabled;
}

static void
begin_show (Wall *wall, YsChartData *data)
{
  g_auto (YsWallWishes) wishes = { 0 };

  ys_wall_wishes_load (&wishes);
  wall->show = ys_wall_show_new (data);
  ys_wall_show_set_choice (wall->show, wishes.choice);
  ys_wall_show_set_dark (wall->show, wishes.dark);
  ys_wall_show_set_building (wall->show, !wishes.at_once && wants_animation ());
  ys_wall_show_set_seconds (wall->show, wishes.seconds);
  if (wall->first >= 0)
    ys_wall_show_begin_at (wall->show, (YsChartKind)wall->first, wall->first_compound,
                           g_get_monotonic_time ());
  g_signal_connect_swapped (wall->show, "ended", G_CALLBACK (on_ended_cb), wall);
  show_windows (wall);
}

static void
on_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  YsSession *session = YS_SESSION (object);
  g_autoptr (GCancellable) reading = user_data;
  g_autoptr (GError) error = NULL;
  YsChartData *data = ys_session_run_finish (session, result, &error);
  Wall *wall = g_object_get_data (G_OBJECT (session), WALL_KEY);

  /* Left meanwhile, or overtaken by a later change. */
  if (wall == NULL || wall->reading != reading)
    {
      ys_chart_data_free (data);
      return;
    }
  if (data == NULL)
    {
      ys_session_report (session, error);
      if (wall->show == NULL)
        ys_wall_close (session);
    }
  else if (wall->show == NULL)
    begin_show (wall, data);
  else
    ys_wall_show_set_data (wall->show, data);
}

static void
read_silently (Wall *wall)
{
  g_cancellable_cancel (wall->reading);
  g_object_unref (wall->reading);
  wall->reading = g_cancellable_new ();
  ys_session_read_async (wall->session, wall->reading, read_data,
                         request_new (wall->session, wall->subject), request_free, free_data,
                         on_read_cb, g_object_ref (wall->reading));
}

void
ys_wall_open (GtkWidget *widget, YsSession *session, YsSpan span, YsTrial *trial)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  Wall *wall;

  g_return_if_fail (YS_IS_SESSION (session));

  ys_wall_close (session);
  wall = g_new0 (Wall, 1);
  wall->session = session;
  wall->first = -1;
  wall->subject = subject_new (span, trial);
  wall->reading = g_cancellable_new ();
  if (GTK_IS_WINDOW (root))
    g_set_weak_pointer (&wall->main, GTK_WINDOW (root));
  g_object_set_data_full (G_OBJECT (session), WALL_KEY, wall, wall_free);
  wall->changed = g_signal_connect_swapped (session, "changed", G_CALLBACK (read_silently), wall);
  read_silently (wall);
}

void
ys_wall_begin_at (YsSession *session, YsChartKind kind, gint64 compound_id)
{
  Wall *wall;

  g_return_if_fail (YS_IS_SESSION (session));

  wall = g_object_get_data (G_OBJECT (session), WALL_KEY);
  g_return_if_fail (wall != NULL && wall->show == NULL);
  wall->first = (int)kind;
  wall->first_compound = compound_id;
}

gboolean
ys_wall_is_open (YsSession *session)
{
  g_return_val_if_fail (YS_IS_SESSION (session), FALSE);

  return g_object_get_data (G_OBJECT (session), WALL_KEY) != NULL;
}

void
ys_wall_close (YsSession *session)
{
  g_return_if_fail (YS_IS_SESSION (session));

  g_object_set_data (G_OBJECT (session), WALL_KEY, NULL);
}

/* --- The deck as a file ------------------------------------------------------------------ */

typedef struct
{
  YsSession *session;
  Subject *subject;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_object_unref (saving->session);
  subject_unref (saving->subject);
  g_free (saving);
}

static gpointer
write_deck (YsLedger *ledger,
            YsProgressFunc progress,
            gpointer progress_data,
            gpointer data,
            GCancellable *cancellable,
            GError **error)
{
  const Request *request = data;
  g_autoptr (YsChartData) charts
      = read_data (ledger, progress, progress_data, data, cancellable, error);
  g_autoptr (GPtrArray) slides = NULL;

  if (charts == NULL)
    return NULL;
  slides = ys_deck_new (charts, request->choice, 1920, 1080);
  return ys_deck_export (charts, slides, request->path, 1920, 1080, request->dark, error)
             ? g_strdup (request->path)
             : NULL;
}

static void
on_written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  YsSession *session = YS_SESSION (object);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ys_session_run_finish (session, result, &error);

  ys_session_tell_written (session, path, error);
}

static void
on_path_cb (const char *path, gpointer user_data)
{
  Saving *saving = user_data;
  Request *request = request_new (saving->session, saving->subject);

  request->path = g_strdup (path);
  ys_session_run_async (saving->session, _ ("Writing the slides"), write_deck, request,
                        request_free, g_free, on_written_cb, NULL);
}

void
ys_wall_save (GtkWidget *widget, YsSession *session, YsSpan span, YsTrial *trial)
{
  Saving *saving;
  g_autofree char *label = ys_span_label (span);
  /* Translators: the name of a file; %s is a period. */
  g_autofree char *name = g_strdup_printf (_ ("Slides %s.pdf"), label);

  g_return_if_fail (GTK_IS_WIDGET (widget) && YS_IS_SESSION (session));

  saving = g_new0 (Saving, 1);
  saving->session = g_object_ref (session);
  saving->subject = subject_new (span, trial);
  /* The dialog may outlive this call, but not the widget. */
  g_object_set_data_full (G_OBJECT (widget), "ys-deck-saving", saving, saving_free);
  ys_save_file (widget, _ ("Save the slides"), name, on_path_cb, saving);
}
