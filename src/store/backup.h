/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backups of a ledger's database, made page by page through SQLite's backup API while it is in
 * use; kept in backups/ (14 daily, 12 monthly; manual ones and those before a migration or an
 * import are kept, the last 10 of each). */
#pragma once

#include "ledger.h"

G_BEGIN_DECLS

/* Writes @path (temp, fsync, rename); NULL: a new file in backups/. (transfer full) (nullable) path. */
char      *ys_backup_write (YsLedger *ledger, YsBackupKind kind, const char *path, YsInstant now, GError **error);
/* Makes today's daily (and this month's first) backup if it is missing, and rotates. */
gboolean   ys_backup_rotate (YsLedger *ledger, YsInstant now, GError **error);
/* (element-type YsBackupInfo): newest first; looks into each. */
GPtrArray *ys_backup_list (const char *folder, GError **error);
YsBackupInfo *ys_backup_look (const char *path, GError **error);
/* When the newest readable one was made; 0 none. From names only: cheap. */
YsInstant  ys_backup_last (const char *folder);
/* Restores into a folder that holds no ledger (NOT_EMPTY): never over one. Photos are copied from the
 * ledger that the backup lies in (LEDGER/backups/FILE), or lies beside; those that are not there are
 * missing until their folder is copied, as verifying says. */
gboolean   ys_backup_restore (const char *file, const char *to_folder, GError **error);

G_END_DECLS
