/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backups by their file names: 20261015-083000-daily.yardstick. Seen in this folder only. */
#pragma once

#include "ledger-types.h"

G_BEGIN_DECLS

#define YS_BACKUP_FOLDER "backups"
#define YS_BACKUP_SUFFIX ".yardstick"

/* (transfer full): without a folder; @nth tells several of the same second apart. */
char    *ys_backup_file_name (YsBackupKind kind, YsInstant at, guint nth);
/* FALSE for a file that is no backup of ours. */
gboolean ys_backup_parse_name (const char *name, YsBackupKind *out_kind, YsInstant *out_at);

typedef struct
{
  char *path;
  char *name;
  YsBackupKind kind;
  YsInstant at;
} YsBackupFile;

/* (transfer full) (element-type YsBackupFile): newest first; empty without a folder. */
GPtrArray *ys_backup_files (const char *ledger_folder);

G_END_DECLS
