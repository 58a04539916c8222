/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain values about a ledger that the store returns, jobs pass on and pages show. */
#pragma once

#include <gio/gio.h>

#include "date.h"
#include "office.h"

G_BEGIN_DECLS

/* An open ledger; made and freed by the store, through the jobs in ledger-job.h. */
typedef struct _YsLedger YsLedger;

#define YS_LEDGER_ERROR (ys_ledger_error_quark ())
GQuark ys_ledger_error_quark (void);

typedef enum /* named for what the caller does next */
{
  YS_LEDGER_ERROR_NOT_A_LEDGER, /* choose another folder */
  YS_LEDGER_ERROR_NOT_EMPTY,    /* create: choose an empty folder */
  YS_LEDGER_ERROR_NEWER,        /* update the program */
  YS_LEDGER_ERROR_LOCKED,       /* someone writes: open read-only, or wait */
  YS_LEDGER_ERROR_DAMAGED,      /* restore a backup */
  YS_LEDGER_ERROR_READ_ONLY,    /* opened, or on media, that cannot be written */
  YS_LEDGER_ERROR_BUSY,         /* try again */
  YS_LEDGER_ERROR_CONFLICT,     /* the record changed meanwhile: read again */
  YS_LEDGER_ERROR_EXISTS,       /* such a record is there already */
  YS_LEDGER_ERROR_NOT_FOUND,    /* no such record */
  YS_LEDGER_ERROR_FROZEN,       /* filed or finalised: a rule forbids it */
  YS_LEDGER_ERROR_DISK_FULL,    /* make room */
  YS_LEDGER_ERROR_FAILED        /* the disk or system failed */
} YsLedgerError;

typedef enum
{
  YS_LEDGER_WRITE,
  YS_LEDGER_READ_ONLY
} YsLedgerMode;

/* What to warn of when a ledger opens; flags. */
typedef enum
{
  YS_LEDGER_FINE            = 0,
  YS_LEDGER_ON_NETWORK      = 1 << 0,
  YS_LEDGER_ON_READ_ONLY    = 1 << 1,
  YS_LEDGER_LITTLE_SPACE    = 1 << 2, /* less than 200 MB free */
  YS_LEDGER_BACKUP_FAILED   = 1 << 3
} YsLedgerWarnings;

/* Who writes a locked ledger. */
typedef struct
{
  char     *user;
  char     *host;
  gint64    pid;
  YsInstant since;
} YsLedgerHolder;

/* One line of the audit log. */
typedef struct
{
  gint64    seq;
  gint64    change;    /* seq of the first line of the same transaction */
  YsInstant at;
  char     *user;
  char     *action;    /* "add", "set", "withdraw", "import", "merge", "submit", "undo", "redo", … */
  char     *record;    /* record type's name */
  gint64    record_id;
  char     *label;     /* the record's name for a person, at that time */
  char     *before;    /* JSON object of the fields that changed; NULL: it was not there */
  char     *after;     /* JSON object; NULL: it is no longer there */
  gint64    undoes;    /* change that this one undoes or redoes; 0 none */
  char     *hash;      /* SHA-256, hex */
} YsAuditLine;

typedef struct
{
  gboolean   ok;
  gint64     n_lines;
  gint64     first_broken; /* seq; 0 none */
  GPtrArray *problems;     /* (element-type utf8) sentences */
} YsVerification;

typedef enum
{
  YS_BACKUP_DAILY,
  YS_BACKUP_MONTHLY,
  YS_BACKUP_MIGRATION, /* before a migration */
  YS_BACKUP_IMPORT,    /* before an import */
  YS_BACKUP_MANUAL
} YsBackupKind;

/* One file in backups/, with a look at what it holds. */
typedef struct
{
  char        *path;
  YsBackupKind kind;
  YsInstant    at;
  guint64      bytes;
  gboolean     readable;
  int          schema_version;
  char        *office;
  gint64       n_compounds;
  gint64       n_submissions;
  gint64       n_audit_lines;
  char        *last_change; /* label and user of the last audit line; (nullable) */
} YsBackupInfo;

void         ys_ledger_holder_clear (YsLedgerHolder *holder);
void         ys_audit_line_free (YsAuditLine *line);
void         ys_verification_free (YsVerification *verification);
void         ys_backup_info_free (YsBackupInfo *info);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YsLedgerHolder, ys_ledger_holder_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsAuditLine, ys_audit_line_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsVerification, ys_verification_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsBackupInfo, ys_backup_info_free)

/* Called from long work, in its own thread; @done of @total (0: unknown). */
typedef void (*YsProgressFunc) (guint64 done, guint64 total, gpointer user_data);

G_END_DECLS
