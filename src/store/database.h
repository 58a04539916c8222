/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one door to the database engine: connections and statements, with the engine's codes turned
 * into YS_LEDGER_ERROR once. Seen in this folder only. */
#pragma once

#include "ledger-types.h"

G_BEGIN_DECLS

typedef struct _YsDatabase  YsDatabase;
typedef struct _YsStatement YsStatement;

typedef enum
{
  YS_DATABASE_READ_ONLY, /* of a file that others may write */
  YS_DATABASE_IMMUTABLE, /* of a file that nobody writes: read-only media, backups */
  YS_DATABASE_WRITE,     /* an existing file */
  YS_DATABASE_CREATE     /* makes the file */
} YsDatabaseMode;

/* Foreign keys on, double-quoted strings off, everything synchronous. Waits @timeout_ms for others. */
YsDatabase *ys_database_open (const char *path, YsDatabaseMode mode, int timeout_ms, GError **error);
void        ys_database_close (YsDatabase *db);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsDatabase, ys_database_close)

const char *ys_database_path (YsDatabase *db);
/* Once @cancellable (nullable: none) is cancelled, what runs on this connection ends with
 * G_IO_ERROR_CANCELLED. */
void        ys_database_set_cancellable (YsDatabase *db, GCancellable *cancellable);
/* One or several statements without values. */
gboolean    ys_database_run (YsDatabase *db, const char *sql, GError **error);
/* The first column of the first row; 0 without a row. */
gboolean    ys_database_get_int64 (YsDatabase *db, const char *sql, gint64 *out_value, GError **error);
/* Rolls back what is open; safe when nothing is. */
void        ys_database_rollback (YsDatabase *db);
gint64      ys_database_last_id (YsDatabase *db);
/* Every page of @from into @to, as one state. */
gboolean    ys_database_copy (YsDatabase *from, YsDatabase *to, GError **error);
/* The engine's own check of its pages; DAMAGED with the first fault. */
gboolean    ys_database_check (YsDatabase *db, GError **error);

/* Values are $1, $2, … in order of appearance (asserted). Statements are kept with the connection:
 * freeing one resets it for the next use. */
YsStatement *ys_database_prepare (YsDatabase *db, const char *sql, GError **error);
void         ys_statement_free (YsStatement *statement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsStatement, ys_statement_free)

/* The same, not kept: for a statement that is put together anew each time. */
YsStatement *ys_database_prepare_once (YsDatabase *db, const char *sql, GError **error);

/* @text and @bytes are borrowed until the statement is freed, reset or bound anew. A value that
 * cannot be bound fails the next step. */
void     ys_statement_bind_int64 (YsStatement *statement, int index, gint64 value);
void     ys_statement_bind_text (YsStatement *statement, int index, const char *text);
void     ys_statement_bind_bytes (YsStatement *statement, int index, GBytes *bytes);
void     ys_statement_bind_null (YsStatement *statement, int index);
gboolean ys_statement_step (YsStatement *statement, gboolean *out_row, GError **error);
/* Steps where no row is expected. */
gboolean ys_statement_run (YsStatement *statement, GError **error);
void     ys_statement_reset (YsStatement *statement);

/* Columns of the current row, from 0. Text is borrowed until the next step. */
gboolean    ys_statement_is_null (YsStatement *statement, int column);
gint64      ys_statement_int64 (YsStatement *statement, int column);
const char *ys_statement_text (YsStatement *statement, int column);
GBytes     *ys_statement_bytes (YsStatement *statement, int column);

G_END_DECLS
