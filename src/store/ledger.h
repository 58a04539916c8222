/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ledger on disk: a folder with ledger.yardstick (SQLite, WAL, foreign keys on), photos/,
 * backups/. Who opens it for writing holds its lock until it is freed, and is named in
 * ledger.holder; everyone else may read. */
#pragma once

#include "ledger-types.h"

G_BEGIN_DECLS

#define YS_LEDGER_FILE_NAME "ledger.yardstick"

/**
 * ys_ledger_create:
 * @folder: is made if it is missing; refused (NOT_EMPTY) if it holds anything
 * @office: name and level are required
 * @user: who creates it
 *
 * Returns: (transfer full): the new ledger, open for writing
 */
YsLedger *ys_ledger_create (const char *folder, const YsOffice *office, const char *user, GError **error);

/**
 * ys_ledger_open:
 * @path: the folder, or the ledger.yardstick in it
 * @out_holder: (out) (optional): filled on LOCKED
 *
 * Locks (WRITE), checks (quick_check, DAMAGED; of a large file only its head and schema, see
 * ys_ledger_needs_check()), refuses a newer schema (NEWER), backs up and
 * migrates an older one in one transaction. READ_ONLY neither locks nor migrates.
 */
YsLedger *ys_ledger_open (const char *path, YsLedgerMode mode, const char *user,
                          YsLedgerHolder *out_holder, GError **error);

/* Whether the file was too large to be read whole at opening: then check it soon, in a thread. */
gboolean  ys_ledger_needs_check (YsLedger *ledger);
/* Reads all pages: DAMAGED with the first fault. */
gboolean  ys_ledger_check (YsLedger *ledger, GError **error);

/* A second connection of the same process, for one other thread: same lock, same user. */
YsLedger *ys_ledger_open_sibling (YsLedger *ledger, GError **error);
void      ys_ledger_free (YsLedger *ledger);
/* The user closes it; a thread that still reads keeps its lock until it ends. */
void      ys_ledger_leave (YsLedger *ledger);
/* Waits at most @seconds for the lock of a ledger that is being left by this process; FALSE: in vain. */
gboolean  ys_ledger_wait_left (const char *path, guint seconds);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsLedger, ys_ledger_free)

const char      *ys_ledger_folder (YsLedger *ledger);
const char      *ys_ledger_user (YsLedger *ledger);
void             ys_ledger_set_user (YsLedger *ledger, const char *user);
gboolean         ys_ledger_is_writable (YsLedger *ledger);
int              ys_ledger_schema_version (YsLedger *ledger);
/* The newest schema this program knows. */
int              ys_ledger_newest_schema (void);
YsLedgerWarnings ys_ledger_warnings (YsLedger *ledger);
/* What reads through this connection until the next call ends with G_IO_ERROR_CANCELLED soon after
 * @cancellable (nullable: none) is cancelled, from any thread. */
void             ys_ledger_set_cancellable (YsLedger *ledger, GCancellable *cancellable);
/* Memory for pages of this connection in KiB, for one that writes much; 0: as it is by itself. */
void             ys_ledger_set_cache (YsLedger *ledger, guint kib);
/* Whether another connection committed since the last call (PRAGMA data_version). */
gboolean         ys_ledger_changed_elsewhere (YsLedger *ledger);

/* Small values of the ledger that are no records: remembered headings, choices of a page. Not audited. */
char    *ys_ledger_get_setting (YsLedger *ledger, const char *key);
gboolean ys_ledger_set_setting (YsLedger *ledger, const char *key, const char *value, GError **error);

G_END_DECLS
