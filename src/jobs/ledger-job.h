/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Creating, opening, checking and saving ledgers, and which were opened last. */
#pragma once

#include "ledger-types.h"

G_BEGIN_DECLS

YsLedger *ys_ledger_job_create (const char *folder, const YsOffice *office, const char *user, GError **error);
/* Opens, remembers it as the last one, makes the daily backup when @now is another day (a failed
 * backup is a warning, see ys_ledger_job_warnings()). */
YsLedger *ys_ledger_job_open (const char *path, YsLedgerMode mode, const char *user, YsInstant now,
                              YsLedgerHolder *out_holder, GError **error);
/* For a job in a thread. */
YsLedger *ys_ledger_job_open_sibling (YsLedger *ledger, GError **error);
void      ys_ledger_job_close (YsLedger *ledger);
/* The user closes it; a job that still reads keeps its lock until it ends. */
void      ys_ledger_job_leave (YsLedger *ledger);
/* Blocks at most @seconds for the lock of a ledger that this process is leaving; FALSE: in vain. */
gboolean  ys_ledger_job_wait_left (const char *path, guint seconds);

/* (transfer full): the recent ledgers' folders, newest first; missing ones left out. */
GStrv     ys_ledger_job_recent (void);
void      ys_ledger_job_forget (const char *folder);
/* (transfer full): the folder a command means: @given, else $YARDSTICK_LEDGER, else the last opened; or NULL. */
char     *ys_ledger_job_find (const char *given);

typedef struct
{
  YsOffice  office;
  int       schema_version;
  gint64    n_communities;
  gint64    n_companies;
  gint64    n_compounds;   /* not withdrawn */
  gint64    n_withdrawn;
  gint64    n_contacts;
  gint64    n_batches;
  gint64    n_submissions;
  gint64    n_audit_lines;
  YsInstant last_backup;
  YsDate    next_dispatch;
} YsLedgerSummary;

void      ys_ledger_summary_clear (YsLedgerSummary *summary);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YsLedgerSummary, ys_ledger_summary_clear)
gboolean  ys_ledger_job_summary (YsLedger *ledger, YsDate today, YsLedgerSummary *out_summary, GError **error);

/* Whether a large ledger was opened without reading all of it, and without its daily backup. */
gboolean  ys_ledger_job_needs_check (YsLedger *ledger);
/* Reads all of it (DAMAGED), then writes the daily backup of @main's ledger, whose warnings tell
 * when that fails. @ledger: this thread's own connection. */
gboolean  ys_ledger_job_check (YsLedger *ledger, YsLedger *main, YsInstant now, GCancellable *cancellable, GError **error);

/* (transfer full) */
YsOffice *ys_ledger_job_office (YsLedger *ledger, GError **error);
gboolean  ys_ledger_job_set_office (YsLedger *ledger, const YsOffice *office, GError **error);
const char *ys_ledger_job_folder (YsLedger *ledger);
const char *ys_ledger_job_user (YsLedger *ledger);
void      ys_ledger_job_set_user (YsLedger *ledger, const char *user);
gboolean  ys_ledger_job_is_writable (YsLedger *ledger);
YsLedgerWarnings ys_ledger_job_warnings (YsLedger *ledger);
/* Whether someone else's commit became visible since the last call. */
gboolean  ys_ledger_job_changed_elsewhere (YsLedger *ledger);

YsVerification *ys_ledger_job_verify (YsLedger *ledger, GError **error);
char      *ys_ledger_job_backup (YsLedger *ledger, const char *path, YsInstant now, GError **error);
GPtrArray *ys_ledger_job_backups (const char *folder, GError **error);
gboolean   ys_ledger_job_restore (const char *file, const char *to_folder, GError **error);

/* Choices of pages, remembered with the ledger. */
char      *ys_ledger_job_get_setting (YsLedger *ledger, const char *key);
gboolean   ys_ledger_job_set_setting (YsLedger *ledger, const char *key, const char *value, GError **error);

G_END_DECLS
