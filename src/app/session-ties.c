/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The standing of the month that waits is worked out once, then brought up to date: a thread has it
 * meanwhile, the main loop only its number of ties. */
#include "config.h"

#include "session-private.h"

#include "period-job.h"
#include "standing-read.h"

typedef struct
{
  YsInstant now;
  YsRegistry *registry;
  YsStanding *spare; /* (nullable) */
} Request;

typedef struct
{
  YsStanding *standing; /* (nullable): no month waits */
  guint n;
} Ties;

static void
request_free (gpointer data)
{
  Request *request = data;

  ys_registry_unref (request->registry);
  g_clear_pointer (&request->spare, ys_standing_unref);
  g_free (request);
}

static void
ties_free (gpointer data)
{
  Ties *ties = data;

  g_clear_pointer (&ties->standing, ys_standing_unref);
  g_free (ties);
}

/* In a thread. */
static gpointer
count_ties (YsLedger *ledger,
            YsProgressFunc progress,
            gpointer progress_data,
            gpointer data,
            GCancellable *cancellable,
            GError **error)
{
  Request *request = data;
  g_autoptr (GError) failed = NULL;
  Ties *ties = g_new0 (Ties, 1);
  YsSpan month;

  if (ys_period_to_finalise (ledger, ys_instant_to_date (request->now), &month, &failed))
    ties->standing
        = ys_standing_read (ledger, request->registry, month, g_steal_pointer (&request->spare),
                            request->now, cancellable, &failed);
  if (failed != NULL)
    {
      ties_free (ties);
      g_propagate_error (error, g_steal_pointer (&failed));
      return NULL;
    }
  ties->n = ties->standing != NULL ? ys_standing_awards (ties->standing)->pending->len : 0;
  return ties;
}

static void
on_counted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  YsSession *self = YS_SESSION (object);
  g_autoptr (GError) error = NULL;
  Ties *ties = ys_session_run_finish (self, result, &error);
  guint before = self->n_ties;

  self->ties_run = FALSE;
  /* Nobody asked: the room says what is wrong when it is opened. */
  if (ties != NULL)
    {
      self->ended = g_steal_pointer (&ties->standing);
      self->n_ties = ties->n;
      ties_free (ties);
    }
  if (self->n_ties != before)
    ys_session_emit_overview (self);
  if (self->ties_stale)
    ys_session_start_ties (self);
}

void
ys_session_start_ties (YsSession *self)
{
  Request *request;

  self->ties_stale = self->ties_run;
  if (self->ties_run || self->registry == NULL
      || g_cancellable_is_cancelled (self->ties_cancellable))
    return;
  self->ties_run = TRUE;
  request = g_new0 (Request, 1);
  request->now = ys_session_now (self);
  request->registry = ys_registry_ref (self->registry);
  request->spare = g_steal_pointer (&self->ended);
  ys_session_read_async (self, self->ties_cancellable, count_ties, request, request_free, ties_free,
                         on_counted_cb, NULL);
}

void
ys_session_stop (YsSession *self)
{
  g_return_if_fail (YS_IS_SESSION (self));

  ys_session_cancel (self);
  g_cancellable_cancel (self->ties_cancellable);
  ys_ledger_job_leave (self->ledger);
}

guint
ys_session_get_n_ties (YsSession *self)
{
  g_return_val_if_fail (YS_IS_SESSION (self), 0);

  return self->n_ties;
}
