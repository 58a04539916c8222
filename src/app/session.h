/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One open ledger as the window sees it: the ledger, the registry's snapshot, the clock, and the
 * three things that a page asks of the window: to say something, to go somewhere, to show that
 * long work runs. Lives on the main loop only. */
#pragma once

#include <gtk/gtk.h>

#include "ledger-job.h"
#include "overview.h"
#include "period.h"
#include "registry.h"
#include "work-calendar.h"

G_BEGIN_DECLS

#define YS_TYPE_SESSION (ys_session_get_type ())
G_DECLARE_FINAL_TYPE (YsSession, ys_session, YS, SESSION, GObject)

/* Signals:
 *   "changed"                                      the ledger changed: read again
 *   "overview"                                     a fresh ys_session_overview() is there
 *   "notify-user" (text, undoable, is_error)       say it at the foot of the window
 *   "go" (room, compound id, field (nullable))     show that room
 *   "job" (title (nullable), done, total)          long work began, went on, ended (NULL)
 *
 * Property "period" (string, readable): the name of the period that the window looks at; notify::period
 * when another one is chosen. Read it with ys_session_get_period(). */

/* @ledger: (transfer full); @fixed_now: 0 for the clock, else what "now" is (tests, pictures). */
YsSession *ys_session_new (YsLedger *ledger, YsInstant fixed_now);

/* (transfer none): for reading and for short edits on the main loop. */
YsLedger *ys_session_get_ledger (YsSession *session);
gboolean ys_session_is_writable (YsSession *session);
YsInstant ys_session_now (YsSession *session);
YsDate ys_session_today (YsSession *session);
/* The period that scores and ranks are shown for: until another is chosen this month, or while it has no visit
 * that counts the last one that has. */
YsSpan ys_session_get_period (YsSession *session);
void ys_session_set_period (YsSession *session, YsSpan period);
const char *ys_session_get_user (YsSession *session);
void ys_session_set_user (YsSession *session, const char *user);
/* (transfer none) */
const YsOffice *ys_session_get_office (YsSession *session);
/* (transfer none): the snapshot of now; keep a reference to hold it over a change. Never NULL
 * unless the ledger cannot be read, which the user was then told. */
YsRegistry *ys_session_get_registry (YsSession *session);
/* (transfer none) (nullable): the ledger's work calendar as of now; take a
 * reference to hold it over a change. NULL only when it cannot be read, which the user was then told. */
YsWorkCalendar *ys_session_get_calendar (YsSession *session);
/* (transfer none) (nullable): the first page's figures, worked out in a thread after each change;
 * NULL until the first is there. */
const YsOverview *ys_session_get_overview (YsSession *session);

/* Ties over a prize that wait for a decision in the last month that ended and is not final; counted in a thread
 * after the overview, which is emitted again when it changed. */
guint ys_session_get_n_ties (YsSession *session);

/* Call after every job that changed the ledger: reads the snapshot anew, emits "changed". */
void ys_session_changed (YsSession *session);
/* Call after a backup: only the overview's figures are read anew. */
void ys_session_backed_up (YsSession *session);
/* When the last change of this window was saved; 0 none yet. */
YsInstant ys_session_last_saved (YsSession *session);
/* Whether another program changed the ledger; then emits "changed". */
void ys_session_look_elsewhere (YsSession *session);

gboolean ys_session_can_undo (YsSession *session);
gboolean ys_session_can_redo (YsSession *session);
/* They say what they did, or why not. */
void ys_session_undo (YsSession *session);
void ys_session_redo (YsSession *session);

/* A sentence at the foot of the window; @undoable offers Undo beside it. */
void ys_session_notify (YsSession *session, const char *text, gboolean undoable);
/* What went wrong and what to do. (transfer none) @error */
void ys_session_report (YsSession *session, const GError *error);
/* @room: "overview", "registry", "import", "reports", "settings" …; @compound_id 0: none;
 * @field (nullable): with a compound: put the cursor there; without: show those that lack it, or what
 * the room says of it. */
void ys_session_go (YsSession *session, const char *room, gint64 compound_id, const char *field);

/**
 * YsSessionJob:
 * @ledger: this thread's own connection to the same ledger
 * @progress: call it now and then with @progress_data
 *
 * Long work; runs in a thread, touches no widget.
 *
 * Returns: (transfer full) (nullable): its result; NULL with @error set
 */
typedef gpointer (*YsSessionJob) (YsLedger *ledger,
                                  YsProgressFunc progress,
                                  gpointer progress_data,
                                  gpointer data,
                                  GCancellable *cancellable,
                                  GError **error);

/**
 * ys_session_run_async:
 * @title: what runs, for the progress bar ("Reading …")
 * @data: (transfer full): freed with @data_free in any case
 * @result_free: (nullable): frees a result that nobody fetched
 *
 * The window shows a progress bar with Cancel when it lasts. Afterwards call
 * ys_session_run_finish(), and ys_session_changed() when it changed the ledger.
 */
void ys_session_run_async (YsSession *session,
                           const char *title,
                           YsSessionJob job,
                           gpointer data,
                           GDestroyNotify data_free,
                           GDestroyNotify result_free,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
/* Silent reading that may be overtaken: no progress bar, ended by @cancellable (nullable). The
 * same ys_session_run_finish(). */
void ys_session_read_async (YsSession *session,
                            GCancellable *cancellable,
                            YsSessionJob job,
                            gpointer data,
                            GDestroyNotify data_free,
                            GDestroyNotify result_free,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
/* (transfer full) (nullable) */
gpointer ys_session_run_finish (YsSession *session, GAsyncResult *result, GError **error);
/* After writing a file: where it is, or why it is not. @error: NULL when it was written. */
void ys_session_tell_written (YsSession *session, const char *path, const GError *error);
gboolean ys_session_is_running (YsSession *session);
void ys_session_cancel (YsSession *session);
/* The window lets it go: what runs is cancelled, nothing more is counted. */
void ys_session_stop (YsSession *session);

G_END_DECLS
