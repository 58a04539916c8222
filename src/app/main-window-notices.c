/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window says at its foot. A notice goes by itself after six seconds, a failure stays
 * until it is dismissed; a progress bar comes only when work lasts longer than a moment. */
#include "config.h"

#include "main-window-private.h"

#include <glib/gi18n-lib.h>

#define NOTICE_SECONDS 6
#define JOB_DELAY_MS 300

static void
hide_toast (YsMainWindow *self)
{
  g_clear_handle_id (&self->toast_timeout, g_source_remove);
  gtk_revealer_set_reveal_child (self->toast, FALSE);
  gtk_widget_set_can_target (GTK_WIDGET (self->toast), FALSE);
}

static gboolean
on_toast_timeout_cb (gpointer user_data)
{
  YsMainWindow *self = user_data;

  self->toast_timeout = 0;
  hide_toast (self);
  return G_SOURCE_REMOVE;
}

static void
on_toast_close_cb (YsMainWindow *self)
{
  hide_toast (self);
}

static void
on_toast_undo_cb (YsMainWindow *self)
{
  hide_toast (self);
  if (self->session != NULL)
    ys_session_undo (self->session);
}

void
ys_main_window_say (YsMainWindow *self, const char *text, gboolean undoable, gboolean failed)
{
  g_clear_handle_id (&self->toast_timeout, g_source_remove);
  gtk_label_set_label (self->toast_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->toast_undo), undoable);
  if (failed)
    gtk_widget_add_css_class (self->toast_box, "failed");
  else
    gtk_widget_remove_css_class (self->toast_box, "failed");
  gtk_widget_set_can_target (GTK_WIDGET (self->toast), TRUE);
  gtk_revealer_set_reveal_child (self->toast, TRUE);
  if (!failed)
    self->toast_timeout = g_timeout_add_seconds (NOTICE_SECONDS, on_toast_timeout_cb, self);
}

static void
on_session_notify_user_cb (YsMainWindow *self, const char *text, gboolean undoable, gboolean failed)
{
  ys_main_window_say (self, text, undoable, failed);
}

static gboolean
on_job_timeout_cb (gpointer user_data)
{
  YsMainWindow *self = user_data;

  self->job_timeout = 0;
  gtk_widget_set_visible (self->job, TRUE);
  return G_SOURCE_REMOVE;
}

static void
on_session_job_cb (YsMainWindow *self, const char *title, guint64 done, guint64 total)
{
  if (title == NULL)
    {
      g_clear_handle_id (&self->job_timeout, g_source_remove);
      gtk_widget_set_visible (self->job, FALSE);
      return;
    }
  gtk_label_set_label (self->job_label, title);
  if (total > 0)
    gtk_progress_bar_set_fraction (self->job_bar, MIN (1.0, (double)done / (double)total));
  else
    gtk_progress_bar_pulse (self->job_bar);
  if (self->job_timeout == 0 && !gtk_widget_get_visible (self->job))
    self->job_timeout = g_timeout_add (JOB_DELAY_MS, on_job_timeout_cb, self);
}

static void
on_job_cancel_cb (YsMainWindow *self)
{
  if (self->session != NULL)
    ys_session_cancel (self->session);
}

void
ys_main_window_watch_notices (YsMainWindow *self, YsSession *session)
{
  g_signal_connect_object (session, "notify-user", G_CALLBACK (on_session_notify_user_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "job", G_CALLBACK (on_session_job_cb), self, G_CONNECT_SWAPPED);
}

void
ys_main_window_clear_notices (YsMainWindow *self)
{
  g_clear_handle_id (&self->job_timeout, g_source_remove);
  g_clear_handle_id (&self->toast_timeout, g_source_remove);
  gtk_widget_set_visible (self->job, FALSE);
  hide_toast (self);
}

void
ys_main_window_bind_notices (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, YsMainWindow, job);
  gtk_widget_class_bind_template_child (widget_class, YsMainWindow, job_label);
  gtk_widget_class_bind_template_child (widget_class, YsMainWindow, job_bar);
  gtk_widget_class_bind_template_child (widget_class, YsMainWindow, toast);
  gtk_widget_class_bind_template_child (widget_class, YsMainWindow, toast_box);
  gtk_widget_class_bind_template_child (widget_class, YsMainWindow, toast_label);
  gtk_widget_class_bind_template_child (widget_class, YsMainWindow, toast_undo);
  gtk_widget_class_bind_template_callback (widget_class, on_toast_close_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_toast_undo_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_job_cancel_cb);
}
