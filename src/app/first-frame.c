/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A frame counts when all that it should show was known before it was painted: the figures arrive
 * on the main loop, so a frame that ends after them has drawn them. */
#include "config.h"

#include "first-frame.h"

static gboolean
shows_content (YsMainWindow *window)
{
  YsSession *session = ys_main_window_get_session (window);

  if (ys_main_window_get_folder (window) == NULL)
    return TRUE;
  return session != NULL && ys_session_get_overview (session) != NULL;
}

static void
on_after_paint_cb (GdkFrameClock *clock, YsMainWindow *window)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));

  if (!shows_content (window))
    return;
  g_print ("first-frame %" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  g_signal_handlers_disconnect_by_func (clock, on_after_paint_cb, window);
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
}

static void
on_realize_cb (GtkWidget *widget)
{
  g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint",
                           G_CALLBACK (on_after_paint_cb), widget, 0);
}

void
ys_first_frame_watch (YsMainWindow *window)
{
  g_return_if_fail (YS_IS_MAIN_WINDOW (window));

  g_signal_connect (window, "realize", G_CALLBACK (on_realize_cb), NULL);
}
