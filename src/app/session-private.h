/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the two halves of a session share. */
#pragma once

#include "session.h"
#include "standing.h"

G_BEGIN_DECLS

/* A list reads its order, its counts and its rows at once. */
#define YS_SESSION_N_SPARES 3

struct _YsSession
{
  GObject parent_instance;

  YsLedger *ledger;
  YsInstant fixed_now;
  YsInstant last_saved;
  YsSpan period; /* looked at */
  YsOffice *office;
  YsRegistry *registry;
  gint64 registry_last; /* ys_registry_last_change() before it was read */
  YsWorkCalendar *calendar; /* NULL: to be read when it is asked for */
  YsOverview *overview;
  gboolean overview_runs;
  gboolean overview_stale;
  YsStanding *ended; /* (nullable): of the month that waits, to be brought up to date in a thread */
  guint n_ties;
  gboolean ties_run;
  gboolean ties_stale;
  GCancellable *ties_cancellable;

  YsLedger *spares[YS_SESSION_N_SPARES]; /* siblings between two jobs; NULL while a job has one */
  GCancellable *running; /* of the job that the user sees; NULL none */
};

/* In session-ties.c: counts them anew. */
void ys_session_start_ties (YsSession *self);
/* Emits "overview". */
void ys_session_emit_overview (YsSession *self);

void ys_session_free_office (YsOffice *office);
/* The next job opens its own connection anew (its user changed). */
void ys_session_forget_sibling (YsSession *self);
void ys_session_clear_jobs (YsSession *self);
void ys_session_emit_job (YsSession *self, const char *title, guint64 done, guint64 total);

G_END_DECLS
