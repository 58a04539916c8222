/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a job in a thread with its own connection to the ledger, and brings its progress to the
 * main loop at most 20 times a second. */
#include "config.h"

#include "session-private.h"

#include <glib/gi18n-lib.h>

#include "job-error.h"

#define PROGRESS_INTERVAL_US (G_USEC_PER_SEC / 20)

typedef struct
{
  YsSession *session; /* borrowed: the task holds it */
  char *title;        /* NULL: the user is not told */
  YsSessionJob job;
  gpointer data;
  GDestroyNotify data_free;
  GDestroyNotify result_free;
  YsLedger *ledger;
  gint64 last_progress; /* monotonic, µs */
} Run;

typedef struct
{
  YsSession *session;
  char *title;
  guint64 done;
  guint64 total;
} Step;

static void
step_free (Step *step)
{
  g_object_unref (step->session);
  g_free (step->title);
  g_free (step);
}

static void
run_free (Run *run)
{
  if (run->data_free != NULL)
    run->data_free (run->data);
  g_free (run->title);
  g_clear_pointer (&run->ledger, ys_ledger_job_close);
  g_free (run);
}

static gboolean
on_step_cb (gpointer user_data)
{
  Step *step = user_data;

  /* A step that comes late must not show a bar that nothing takes away. */
  if (step->session->running != NULL)
    ys_session_emit_job (step->session, step->title, step->done, step->total);
  return G_SOURCE_REMOVE;
}

static void
on_progress_cb (guint64 done, guint64 total, gpointer user_data)
{
  Run *run = user_data;
  gint64 now = g_get_monotonic_time ();
  Step *step;

  if (run->title == NULL || now - run->last_progress < PROGRESS_INTERVAL_US)
    return;
  run->last_progress = now;
  step = g_new0 (Step, 1);
  step->session = g_object_ref (run->session);
  step->title = g_strdup (run->title);
  step->done = done;
  step->total = total;
  g_main_context_invoke_full (NULL, G_PRIORITY_DEFAULT, on_step_cb, step,
                              (GDestroyNotify)step_free);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Run *run = task_data;
  GError *error = NULL;
  gpointer result;

  result = run->job (run->ledger, on_progress_cb, run, run->data, cancellable, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, run->result_free);
}

static void
keep_spare (YsSession *self, Run *run)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->spares) && run->ledger != NULL; i++)
    if (self->spares[i] == NULL)
      self->spares[i] = g_steal_pointer (&run->ledger);
}

/* (transfer full): the one used last has its statements prepared. */
static YsLedger *
take_spare (YsSession *self, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->spares); i++)
    if (self->spares[i] != NULL)
      return g_steal_pointer (&self->spares[i]);
  return ys_ledger_job_open_sibling (self->ledger, error);
}

static void
on_done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  YsSession *self = YS_SESSION (object);
  GTask *outer = user_data;
  Run *run = g_task_get_task_data (G_TASK (result));
  GDestroyNotify result_free = run->result_free;
  GError *error = NULL;
  gpointer value;

  keep_spare (self, run);
  if (run->title != NULL)
    {
      g_clear_object (&self->running);
      ys_session_emit_job (self, NULL, 0, 0);
    }
  value = g_task_propagate_pointer (G_TASK (result), &error);
  if (error != NULL)
    g_task_return_error (outer, error);
  else
    g_task_return_pointer (outer, value, result_free);
  g_object_unref (outer);
}

static void
start (YsSession *self, GTask *outer, Run *run, GCancellable *cancellable)
{
  g_autoptr (GTask) inner = g_task_new (self, cancellable, on_done_cb, g_object_ref (outer));

  /* The job says itself whether it was cancelled in time or finished before. */
  g_task_set_check_cancellable (inner, FALSE);
  g_task_set_task_data (inner, run, (GDestroyNotify)run_free);
  g_task_run_in_thread (inner, run_in_thread);
}

/* @outer, @run: (transfer full) */
static void
run (YsSession *self, GTask *outer, Run *run, GCancellable *cancellable)
{
  const char *title = run->title;
  GError *error = NULL;

  if (title != NULL && self->running != NULL)
    error = g_error_new_literal (YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN,
                                 _ ("Other work is still running. Wait for it, or cancel it."));
  if (error == NULL)
    run->ledger = take_spare (self, &error);
  if (error != NULL)
    {
      run_free (run);
      g_task_return_error (outer, error);
      g_object_unref (outer);
      return;
    }
  if (title != NULL)
    {
      self->running = g_object_ref (cancellable);
      ys_session_emit_job (self, title, 0, 0);
    }
  start (self, outer, run, cancellable);
  g_object_unref (outer);
}

void
ys_session_run_async (YsSession *self,
                      const char *title,
                      YsSessionJob job,
                      gpointer data,
                      GDestroyNotify data_free,
                      GDestroyNotify result_free,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Run one = { .session = self,
              .title = g_strdup (title),
              .job = job,
              .data = data,
              .data_free = data_free,
              .result_free = result_free };

  g_return_if_fail (YS_IS_SESSION (self));
  g_return_if_fail (job != NULL);

  run (self, g_task_new (self, NULL, callback, user_data), g_memdup2 (&one, sizeof one),
       cancellable);
}

void
ys_session_read_async (YsSession *self,
                       GCancellable *cancellable,
                       YsSessionJob job,
                       gpointer data,
                       GDestroyNotify data_free,
                       GDestroyNotify result_free,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  Run one = {
    .session = self, .job = job, .data = data, .data_free = data_free, .result_free = result_free
  };

  g_return_if_fail (YS_IS_SESSION (self));
  g_return_if_fail (job != NULL);

  run (self, g_task_new (self, NULL, callback, user_data), g_memdup2 (&one, sizeof one),
       cancellable);
}

gpointer
ys_session_run_finish (YsSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
ys_session_tell_written (YsSession *self, const char *path, const GError *error)
{
  g_autofree char *text = NULL;

  g_return_if_fail (YS_IS_SESSION (self));
  g_return_if_fail (path != NULL || error != NULL);

  if (error != NULL)
    {
      ys_session_report (self, error);
      return;
    }
  text = g_strdup_printf (_ ("Written to %s"), path);
  ys_session_notify (self, text, FALSE);
}

gboolean
ys_session_is_running (YsSession *self)
{
  g_return_val_if_fail (YS_IS_SESSION (self), FALSE);

  return self->running != NULL;
}

void
ys_session_cancel (YsSession *self)
{
  g_return_if_fail (YS_IS_SESSION (self));

  if (self->running != NULL)
    g_cancellable_cancel (self->running);
}

void
ys_session_forget_sibling (YsSession *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->spares); i++)
    g_clear_pointer (&self->spares[i], ys_ledger_job_close);
}

void
ys_session_clear_jobs (YsSession *self)
{
  g_clear_object (&self->running);
  ys_session_forget_sibling (self);
}
