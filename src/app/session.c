/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decides what is read again after a change and where: the registry's snapshot at once, on the
 * main loop, since pages show it; the overview's figures in a thread, a moment later. */
#include "config.h"

#include "session.h"
#include "session-private.h"

#include <glib/gi18n-lib.h>

#include "history.h"
#include "period-job.h"
#include "work-time.h"

enum
{
  SIGNAL_CHANGED,
  SIGNAL_OVERVIEW,
  SIGNAL_NOTIFY_USER,
  SIGNAL_GO,
  SIGNAL_JOB,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

enum
{
  PROP_PERIOD = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (YsSession, ys_session, G_TYPE_OBJECT)

static gpointer
work_out_overview (YsLedger *ledger,
                   YsProgressFunc progress,
                   gpointer progress_data,
                   gpointer data,
                   GCancellable *cancellable,
                   GError **error)
{
  const YsInstant *now = data;

  return ys_overview_new (ledger, *now, error);
}

static void start_overview (YsSession *self);

void
ys_session_emit_overview (YsSession *self)
{
  g_signal_emit (self, signals[SIGNAL_OVERVIEW], 0);
}

static void
on_overview_ready_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  YsSession *self = YS_SESSION (object);
  g_autoptr (GError) error = NULL;
  YsOverview *overview = ys_session_run_finish (self, result, &error);

  self->overview_runs = FALSE;
  if (overview == NULL)
    {
      ys_session_report (self, error);
      return;
    }
  g_clear_pointer (&self->overview, ys_overview_free);
  self->overview = overview;
  ys_session_emit_overview (self);
  if (self->overview_stale)
    start_overview (self);
  else
    ys_session_start_ties (self);
}

static void
start_overview (YsSession *self)
{
  YsInstant now = ys_session_now (self);

  if (self->overview_runs)
    {
      self->overview_stale = TRUE;
      return;
    }
  self->overview_runs = TRUE;
  self->overview_stale = FALSE;
  ys_session_run_async (self, NULL, work_out_overview, g_memdup2 (&now, sizeof now), g_free,
                        (GDestroyNotify)ys_overview_free, on_overview_ready_cb, NULL);
}

static void
read_office (YsSession *self)
{
  g_autoptr (GError) error = NULL;
  YsOffice *office = ys_ledger_job_office (self->ledger, &error);

  if (office == NULL)
    {
      ys_session_report (self, error);
      return;
    }
  g_clear_pointer (&self->office, ys_session_free_office);
  self->office = office;
}

static void
read_registry (YsSession *self)
{
  g_autoptr (GError) error = NULL;
  gint64 last = ys_registry_last_change (self->ledger);
  YsRegistry *registry;

  /* A step of a finding leaves two thousand compounds as they are. */
  if (self->registry != NULL && last >= 0 && last == self->registry_last)
    return;
  registry = ys_registry_load (self->ledger, &error);
  if (registry == NULL)
    {
      ys_session_report (self, error);
      return;
    }
  g_clear_pointer (&self->registry, ys_registry_unref);
  self->registry = registry;
  self->registry_last = last;
}

void
ys_session_free_office (YsOffice *office)
{
  ys_office_free (office);
}

static void
ys_session_finalize (GObject *object)
{
  YsSession *self = YS_SESSION (object);

  ys_session_clear_jobs (self);
  g_clear_object (&self->ties_cancellable);
  g_clear_pointer (&self->ended, ys_standing_unref);
  g_clear_pointer (&self->overview, ys_overview_free);
  g_clear_pointer (&self->registry, ys_registry_unref);
  g_clear_pointer (&self->calendar, ys_work_calendar_unref);
  g_clear_pointer (&self->office, ys_session_free_office);
  g_clear_pointer (&self->ledger, ys_ledger_job_close);

  G_OBJECT_CLASS (ys_session_parent_class)->finalize (object);
}

static void
ys_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  YsSession *self = YS_SESSION (object);

  if (id == PROP_PERIOD)
    g_value_take_string (value, ys_span_name (self->period));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static guint
add_signal (const char *name, guint n_params, const GType params[])
{
  GType types[3] = { G_TYPE_NONE, G_TYPE_NONE, G_TYPE_NONE };

  for (guint i = 0; i < n_params; i++)
    types[i] = params[i];
  return g_signal_newv (name, YS_TYPE_SESSION, G_SIGNAL_RUN_LAST, NULL, NULL, NULL, NULL,
                        G_TYPE_NONE, n_params, types);
}

static void
ys_session_class_init (YsSessionClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->finalize = ys_session_finalize;
  object_class->get_property = ys_session_get_property;
  properties[PROP_PERIOD]
      = g_param_spec_string ("period", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_CHANGED] = add_signal ("changed", 0, NULL);
  signals[SIGNAL_OVERVIEW] = add_signal ("overview", 0, NULL);
  signals[SIGNAL_NOTIFY_USER]
      = add_signal ("notify-user", 3, (GType[]){ G_TYPE_STRING, G_TYPE_BOOLEAN, G_TYPE_BOOLEAN });
  signals[SIGNAL_GO]
      = add_signal ("go", 3, (GType[]){ G_TYPE_STRING, G_TYPE_INT64, G_TYPE_STRING });
  signals[SIGNAL_JOB]
      = add_signal ("job", 3, (GType[]){ G_TYPE_STRING, G_TYPE_UINT64, G_TYPE_UINT64 });
}

static void
ys_session_init (YsSession *self)
{
  self->ties_cancellable = g_cancellable_new ();
}

YsSession *
ys_session_new (YsLedger *ledger, YsInstant fixed_now)
{
  YsSession *self;

  g_return_val_if_fail (ledger != NULL, NULL);

  self = g_object_new (YS_TYPE_SESSION, NULL);
  self->ledger = ledger;
  self->fixed_now = fixed_now;
  /* In its first days a month has nothing to show; what fails here is told where it is read. */
  self->period = ys_period_to_show (ledger, ys_session_today (self), NULL);
  return self;
}

YsLedger *
ys_session_get_ledger (YsSession *self)
{
  g_return_val_if_fail (YS_IS_SESSION (self), NULL);

  return self->ledger;
}

gboolean
ys_session_is_writable (YsSession *self)
{
  g_return_val_if_fail (YS_IS_SESSION (self), FALSE);

  return ys_ledger_job_is_writable (self->ledger);
}

YsInstant
ys_session_now (YsSession *self)
{
  g_return_val_if_fail (YS_IS_SESSION (self), 0);

  return self->fixed_now != 0 ? self->fixed_now : g_get_real_time () / G_USEC_PER_SEC;
}

YsDate
ys_session_today (YsSession *self)
{
  return ys_instant_to_date (ys_session_now (self));
}

YsSpan
ys_session_get_period (YsSession *self)
{
  g_return_val_if_fail (YS_IS_SESSION (self), ys_span_of (YS_SPAN_YEAR, (YsDate){ 2000, 1, 1 }));

  return self->period;
}

void
ys_session_set_period (YsSession *self, YsSpan period)
{
  g_return_if_fail (YS_IS_SESSION (self));

  if (ys_span_equal (self->period, period))
    return;
  self->period = period;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PERIOD]);
}

const char *
ys_session_get_user (YsSession *self)
{
  g_return_val_if_fail (YS_IS_SESSION (self), NULL);

  return ys_ledger_job_user (self->ledger);
}

void
ys_session_set_user (YsSession *self, const char *user)
{
  g_return_if_fail (YS_IS_SESSION (self));
  g_return_if_fail (user != NULL && *user != '\0');

  ys_ledger_job_set_user (self->ledger, user);
  ys_session_forget_sibling (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

const YsOffice *
ys_session_get_office (YsSession *self)
{
  g_return_val_if_fail (YS_IS_SESSION (self), NULL);

  if (self->office == NULL)
    read_office (self);
  return self->office;
}

YsRegistry *
ys_session_get_registry (YsSession *self)
{
  g_return_val_if_fail (YS_IS_SESSION (self), NULL);

  if (self->registry == NULL)
    read_registry (self);
  return self->registry;
}

YsWorkCalendar *
ys_session_get_calendar (YsSession *self)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (YS_IS_SESSION (self), NULL);

  if (self->calendar == NULL)
    self->calendar = ys_work_time_calendar (self->ledger, &error);
  if (self->calendar == NULL)
    ys_session_report (self, error);
  return self->calendar;
}

const YsOverview *
ys_session_get_overview (YsSession *self)
{
  g_return_val_if_fail (YS_IS_SESSION (self), NULL);

  if (self->overview == NULL && !self->overview_runs)
    start_overview (self);
  return self->overview;
}

static void
read_again (YsSession *self)
{
  read_office (self);
  read_registry (self);
  g_clear_pointer (&self->calendar, ys_work_calendar_unref);
  start_overview (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
ys_session_changed (YsSession *self)
{
  g_return_if_fail (YS_IS_SESSION (self));

  self->last_saved = ys_session_now (self);
  read_again (self);
}

void
ys_session_backed_up (YsSession *self)
{
  g_return_if_fail (YS_IS_SESSION (self));

  start_overview (self);
}

YsInstant
ys_session_last_saved (YsSession *self)
{
  g_return_val_if_fail (YS_IS_SESSION (self), 0);

  return self->last_saved;
}

void
ys_session_look_elsewhere (YsSession *self)
{
  g_return_if_fail (YS_IS_SESSION (self));

  if (ys_ledger_job_changed_elsewhere (self->ledger))
    read_again (self);
}

gboolean
ys_session_can_undo (YsSession *self)
{
  g_return_val_if_fail (YS_IS_SESSION (self), FALSE);

  return ys_session_is_writable (self) && ys_history_undoable (self->ledger) > 0;
}

gboolean
ys_session_can_redo (YsSession *self)
{
  g_return_val_if_fail (YS_IS_SESSION (self), FALSE);

  return ys_session_is_writable (self) && ys_history_redoable (self->ledger) > 0;
}

/* In a thread. */
static gpointer
turn_back (YsLedger *ledger,
           YsProgressFunc progress,
           gpointer progress_data,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  gboolean redo = GPOINTER_TO_INT (data);
  char *sentence = NULL;

  if (redo ? ys_history_redo (ledger, &sentence, error)
           : ys_history_undo (ledger, 0, &sentence, error))
    return sentence;
  return NULL;
}

/* @sentence: (transfer full) (nullable) */
static void
say_turned_back (YsSession *self, char *sentence, gboolean redo, const GError *error)
{
  g_autofree char *said = sentence;

  if (said == NULL)
    {
      ys_session_report (self, error);
      return;
    }
  ys_session_changed (self);
  ys_session_notify (self, said, redo);
}

static void
on_turned_back_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  char *sentence = ys_session_run_finish (YS_SESSION (source), result, &error);

  say_turned_back (YS_SESSION (source), sentence, GPOINTER_TO_INT (user_data), error);
}

/* What touched many records is turned back in a thread, the rest at once. */
static void
start_turning_back (YsSession *self, gboolean redo)
{
  gboolean is_long
      = redo ? ys_history_redo_is_long (self->ledger) : ys_history_undo_is_long (self->ledger);
  g_autoptr (GError) error = NULL;
  char *sentence;

  if (is_long)
    {
      ys_session_run_async (self, redo ? _ ("Redoing") : _ ("Undoing"), turn_back,
                            GINT_TO_POINTER (redo), NULL, g_free, on_turned_back_cb,
                            GINT_TO_POINTER (redo));
      return;
    }
  sentence = turn_back (self->ledger, NULL, NULL, GINT_TO_POINTER (redo), NULL, &error);
  say_turned_back (self, sentence, redo, error);
}

void
ys_session_undo (YsSession *self)
{
  g_return_if_fail (YS_IS_SESSION (self));

  if (ys_session_can_undo (self))
    start_turning_back (self, FALSE);
  else
    ys_session_notify (self, _ ("There is nothing to undo."), FALSE);
}

void
ys_session_redo (YsSession *self)
{
  g_return_if_fail (YS_IS_SESSION (self));

  if (ys_session_can_redo (self))
    start_turning_back (self, TRUE);
  else
    ys_session_notify (self, _ ("There is nothing to redo."), FALSE);
}

void
ys_session_notify (YsSession *self, const char *text, gboolean undoable)
{
  g_return_if_fail (YS_IS_SESSION (self));
  g_return_if_fail (text != NULL);

  g_signal_emit (self, signals[SIGNAL_NOTIFY_USER], 0, text, undoable, FALSE);
}

void
ys_session_report (YsSession *self, const GError *error)
{
  g_return_if_fail (YS_IS_SESSION (self));
  g_return_if_fail (error != NULL);

  g_signal_emit (self, signals[SIGNAL_NOTIFY_USER], 0, error->message, FALSE, TRUE);
}

void
ys_session_go (YsSession *self, const char *room, gint64 compound_id, const char *field)
{
  g_return_if_fail (YS_IS_SESSION (self));
  g_return_if_fail (room != NULL);

  g_signal_emit (self, signals[SIGNAL_GO], 0, room, compound_id, field);
}

void
ys_session_emit_job (YsSession *self, const char *title, guint64 done, guint64 total)
{
  g_signal_emit (self, signals[SIGNAL_JOB], 0, title, done, total);
}
