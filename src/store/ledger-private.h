/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an open ledger is made of. Seen in this folder only. */
#pragma once

#include "database.h"
#include "ledger-lock.h"
#include "ledger.h"

G_BEGIN_DECLS

/* At offset 68 of ledger.yardstick: "YSTK". */
#define YS_APPLICATION_ID 0x5953544b
#define YS_BUSY_TIMEOUT_MS 5000

struct _YsLedger
{
  YsDatabase *db;
  char *folder;
  char *user;
  YsLedgerMode mode;
  YsLedgerLock *lock; /* WRITE only; shared with siblings */
  YsLedgerWarnings warnings;
  int schema_version;
  gint64 data_version; /* as ys_ledger_changed_elsewhere() last saw it */
  gboolean in_change;
  gboolean needs_check; /* too large to read whole before it is shown */
};

/* Of any file: DAMAGED when it is no database, NOT_A_LEDGER when it is another program's. */
gboolean ys_ledger_check_application (YsDatabase *db, GError **error);
gboolean ys_ledger_refuse_newer (int version, GError **error);
char    *ys_ledger_folder_of (const char *path);
/* Every page of @from as the file @path, or nothing. */
gboolean ys_backup_copy (YsDatabase *from, const char *path, GError **error);

G_END_DECLS
