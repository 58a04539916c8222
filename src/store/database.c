/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The only file that opens the engine (SQLite). Its codes become YS_LEDGER_ERROR here and nowhere
 * else; a second engine would stand beside this file. */
#include "config.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <sqlite3.h>

#include "database.h"

struct _YsDatabase
{
  sqlite3 *handle;
  char *path;
  GHashTable *statements; /* SQL -> YsStatement */
  GCancellable *cancellable;
};

struct _YsStatement
{
  YsDatabase *db;
  sqlite3_stmt *handle;
  int bind_failure; /* first code that binding gave; reported by the next step */
  gboolean in_use;
  gboolean kept;
};

/* Steps of the engine between two looks at the cancellable: some 10 µs. */
#define PROGRESS_STEPS 1000
#define COPY_TRIES 250
#define COPY_PAUSE_MS 20

static const char PRAGMAS[] = "PRAGMA foreign_keys = ON;"
                              /* A committed change survives a power failure, too. */
                              "PRAGMA synchronous = FULL;"
                              "PRAGMA temp_store = MEMORY;"
                              /* A long reader lets the WAL grow; it shrinks again after. */
                              "PRAGMA journal_size_limit = 8388608;"
                              "PRAGMA trusted_schema = OFF;";

static gboolean
is_out_of_space (sqlite3 *handle)
{
  int system_error = sqlite3_system_errno (handle);
  return system_error == ENOSPC
#ifdef EDQUOT
         || system_error == EDQUOT
#endif
      ;
}

static gboolean
is_not_permitted (sqlite3 *handle)
{
  int system_error = sqlite3_system_errno (handle);
  return system_error == EACCES || system_error == EPERM || system_error == EROFS;
}

static YsLedgerError
translate_constraint (int extended)
{
  if (extended == SQLITE_CONSTRAINT_UNIQUE || extended == SQLITE_CONSTRAINT_PRIMARYKEY)
    return YS_LEDGER_ERROR_EXISTS;
  /* Our triggers have one reason to stop a statement. */
  if (extended == SQLITE_CONSTRAINT_TRIGGER)
    return YS_LEDGER_ERROR_FROZEN;
  if (extended == SQLITE_CONSTRAINT_FOREIGNKEY)
    return YS_LEDGER_ERROR_CONFLICT;
  return YS_LEDGER_ERROR_FAILED;
}

static YsLedgerError
translate (sqlite3 *handle, int code)
{
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return YS_LEDGER_ERROR_BUSY;
    case SQLITE_FULL:
      return YS_LEDGER_ERROR_DISK_FULL;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return YS_LEDGER_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return YS_LEDGER_ERROR_DAMAGED;
    case SQLITE_CONSTRAINT:
      return translate_constraint (code);
    case SQLITE_CANTOPEN:
      if (is_not_permitted (handle))
        return YS_LEDGER_ERROR_READ_ONLY;
      G_GNUC_FALLTHROUGH;
    default:
      return is_out_of_space (handle) ? YS_LEDGER_ERROR_DISK_FULL : YS_LEDGER_ERROR_FAILED;
    }
}

static const char *
sentence_for (YsLedgerError error)
{
  switch (error)
    {
    case YS_LEDGER_ERROR_BUSY:
      return _ ("Someone else is writing to the ledger right now. Try again in a moment.");
    case YS_LEDGER_ERROR_DISK_FULL:
      return _ ("The disk is full and nothing was changed. Make room, then try again.");
    case YS_LEDGER_ERROR_READ_ONLY:
      return _ (
          "The ledger cannot be written here. Copy its folder to a disk that can be written.");
    case YS_LEDGER_ERROR_DAMAGED:
      return _ ("The ledger's file is damaged. Restore a backup.");
    case YS_LEDGER_ERROR_EXISTS:
      return _ ("There is one of this name already. Use another name, or change that one.");
    case YS_LEDGER_ERROR_FROZEN:
      return _ ("This was filed and cannot be changed. File a correction instead.");
    case YS_LEDGER_ERROR_CONFLICT:
      return _ ("Other records still refer to this one. Change them first.");
    case YS_LEDGER_ERROR_NOT_A_LEDGER:
    case YS_LEDGER_ERROR_NOT_EMPTY:
    case YS_LEDGER_ERROR_NEWER:
    case YS_LEDGER_ERROR_LOCKED:
    case YS_LEDGER_ERROR_NOT_FOUND:
    case YS_LEDGER_ERROR_FAILED:
      break;
    }
  return NULL;
}

static gboolean
set_error (sqlite3 *handle, int code, GError **error)
{
  if ((code & 0xff) == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Cancelled."));
      return FALSE;
    }
  YsLedgerError translated = translate (handle, code);
  const char *sentence = sentence_for (translated);
  if (translated == YS_LEDGER_ERROR_FROZEN && strstr (sqlite3_errmsg (handle), "period") != NULL)
    sentence = _ ("This belongs to a finalised period and no longer changes. Reopen the period "
                  "with a reason first.");
  if (sentence != NULL)
    g_set_error_literal (error, YS_LEDGER_ERROR, translated, sentence);
  else
    g_set_error (error, YS_LEDGER_ERROR, translated,
                 /* Translators: %s is the database engine's own words, in English */
                 _ ("The disk or the system failed (%s). Check the disk, then open the ledger "
                    "again."),
                 handle ? sqlite3_errmsg (handle) : sqlite3_errstr (code));
  return FALSE;
}

static gboolean
configure (YsDatabase *db, int timeout_ms, GError **error)
{
  sqlite3_extended_result_codes (db->handle, 1);
  sqlite3_busy_timeout (db->handle, timeout_ms);
  /* A misspelt "column" must fail, not become a string. */
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  return ys_database_run (db, PRAGMAS, error);
}

static int
open_handle (const char *path, YsDatabaseMode mode, sqlite3 **out_handle)
{
  const int common = SQLITE_OPEN_FULLMUTEX | SQLITE_OPEN_EXRESCODE;
  switch (mode)
    {
    case YS_DATABASE_READ_ONLY:
      return sqlite3_open_v2 (path, out_handle, SQLITE_OPEN_READONLY | common, NULL);
    case YS_DATABASE_IMMUTABLE:
      {
        g_autofree char *escaped = g_uri_escape_string (path, "/\\:", TRUE);
        g_autofree char *uri
            = g_strdup_printf ("file:%s%s?immutable=1",
                               g_path_is_absolute (path) && *path != '/' ? "/" : "", escaped);
        return sqlite3_open_v2 (uri, out_handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | common,
                                NULL);
      }
    case YS_DATABASE_WRITE:
      return sqlite3_open_v2 (path, out_handle, SQLITE_OPEN_READWRITE | common, NULL);
    case YS_DATABASE_CREATE:
      return sqlite3_open_v2 (path, out_handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | common,
                              NULL);
    }
  g_assert_not_reached ();
}

YsDatabase *
ys_database_open (const char *path, YsDatabaseMode mode, int timeout_ms, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  g_autoptr (YsDatabase) db = g_new0 (YsDatabase, 1);
  db->path = g_strdup (path);
  int code = open_handle (path, mode, &db->handle);
  if (code != SQLITE_OK)
    {
      set_error (db->handle, code, error);
      return NULL;
    }
  /* Asked to write, the engine falls back to reading in silence. */
  if (mode >= YS_DATABASE_WRITE && sqlite3_db_readonly (db->handle, "main") == 1)
    {
      set_error (db->handle, SQLITE_READONLY, error);
      return NULL;
    }
  if (!configure (db, timeout_ms, error))
    return NULL;
  return g_steal_pointer (&db);
}

static void
statement_finalize (gpointer data)
{
  YsStatement *statement = data;
  sqlite3_finalize (statement->handle);
  g_free (statement);
}

void
ys_database_close (YsDatabase *db)
{
  if (db == NULL)
    return;
  g_clear_pointer (&db->statements, g_hash_table_unref);
  g_clear_object (&db->cancellable);
  sqlite3_close_v2 (db->handle);
  g_free (db->path);
  g_free (db);
}

static int
on_progress_cb (void *data)
{
  return g_cancellable_is_cancelled (data);
}

void
ys_database_set_cancellable (YsDatabase *db, GCancellable *cancellable)
{
  g_set_object (&db->cancellable, cancellable);
  sqlite3_progress_handler (db->handle, PROGRESS_STEPS, cancellable != NULL ? on_progress_cb : NULL,
                            cancellable);
}

const char *
ys_database_path (YsDatabase *db)
{
  return db->path;
}

gboolean
ys_database_run (YsDatabase *db, const char *sql, GError **error)
{
  int code = sqlite3_exec (db->handle, sql, NULL, NULL, NULL);
  return code == SQLITE_OK || set_error (db->handle, code, error);
}

gboolean
ys_database_get_int64 (YsDatabase *db, const char *sql, gint64 *out_value, GError **error)
{
  g_autoptr (YsStatement) statement = ys_database_prepare (db, sql, error);
  gboolean row;
  *out_value = 0;
  if (statement == NULL || !ys_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    *out_value = ys_statement_int64 (statement, 0);
  return TRUE;
}

void
ys_database_rollback (YsDatabase *db)
{
  /* After a full disk the engine may have rolled back by itself. */
  if (sqlite3_get_autocommit (db->handle) == 0)
    sqlite3_exec (db->handle, "ROLLBACK", NULL, NULL, NULL);
}

gint64
ys_database_last_id (YsDatabase *db)
{
  return sqlite3_last_insert_rowid (db->handle);
}

gboolean
ys_database_copy (YsDatabase *from, YsDatabase *to, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to->handle, "main", from->handle, "main");
  if (backup == NULL)
    return set_error (to->handle, sqlite3_errcode (to->handle), error);
  /* All pages in one step: the copy is one state of the ledger, whoever else is writing. */
  int code = sqlite3_backup_step (backup, -1);
  for (guint i = 0; i < COPY_TRIES && (code == SQLITE_BUSY || code == SQLITE_LOCKED); i++)
    {
      sqlite3_sleep (COPY_PAUSE_MS);
      code = sqlite3_backup_step (backup, -1);
    }
  int finish = sqlite3_backup_finish (backup);
  if (code == SQLITE_DONE)
    code = finish;
  return code == SQLITE_OK || set_error (to->handle, code, error);
}

gboolean
ys_database_check (YsDatabase *db, GError **error)
{
  g_autoptr (YsStatement) statement = ys_database_prepare (db, "PRAGMA quick_check(1)", error);
  gboolean row;
  if (statement == NULL || !ys_statement_step (statement, &row, error))
    return FALSE;
  const char *verdict = row ? ys_statement_text (statement, 0) : NULL;
  if (g_strcmp0 (verdict, "ok") == 0)
    return TRUE;
  return set_error (db->handle, SQLITE_CORRUPT, error);
}

/* $1 is a name to SQLite, numbered by first appearance: out of order, values would be swapped. */
static void
assert_parameters (sqlite3_stmt *handle)
{
  for (int i = 1; i <= sqlite3_bind_parameter_count (handle); i++)
    {
      char expected[16];
      g_snprintf (expected, sizeof expected, "$%d", i);
      g_assert_cmpstr (sqlite3_bind_parameter_name (handle, i), ==, expected);
    }
}

static YsStatement *
make_statement (YsDatabase *db, const char *sql, gboolean kept, GError **error)
{
  sqlite3_stmt *handle = NULL;
  int code = sqlite3_prepare_v3 (db->handle, sql, -1, kept ? SQLITE_PREPARE_PERSISTENT : 0, &handle,
                                 NULL);
  if (code != SQLITE_OK)
    {
      set_error (db->handle, code, error);
      return NULL;
    }
  assert_parameters (handle);
  YsStatement *statement = g_new0 (YsStatement, 1);
  statement->db = db;
  statement->handle = handle;
  statement->kept = kept;
  statement->in_use = TRUE;
  return statement;
}

/* Statements differ in length or near their ends; most begin alike and are long. */
static guint
sql_hash (gconstpointer key)
{
  const char *sql = key;
  gsize length = strlen (sql);
  guint hash = (guint)length;
  for (gsize i = length > 24 ? length - 24 : 0; i < length; i++)
    hash = hash * 33 + (guchar)sql[i];
  return hash;
}

YsStatement *
ys_database_prepare (YsDatabase *db, const char *sql, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  if (db->statements == NULL)
    db->statements = g_hash_table_new_full (sql_hash, g_str_equal, g_free, statement_finalize);
  YsStatement *statement = g_hash_table_lookup (db->statements, sql);
  if (statement == NULL)
    {
      statement = make_statement (db, sql, TRUE, error);
      if (statement != NULL)
        g_hash_table_insert (db->statements, g_strdup (sql), statement);
      return statement;
    }
  if (statement->in_use)
    return make_statement (db, sql, FALSE, error);
  statement->in_use = TRUE;
  return statement;
}

void
ys_statement_free (YsStatement *statement)
{
  if (statement == NULL)
    return;
  if (!statement->kept)
    {
      statement_finalize (statement);
      return;
    }
  ys_statement_reset (statement);
  sqlite3_clear_bindings (statement->handle);
  statement->in_use = FALSE;
}

YsStatement *
ys_database_prepare_once (YsDatabase *db, const char *sql, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  return make_statement (db, sql, FALSE, error);
}

static void
note_binding (YsStatement *statement, int code)
{
  if (code != SQLITE_OK && statement->bind_failure == SQLITE_OK)
    statement->bind_failure = code;
}

void
ys_statement_bind_int64 (YsStatement *statement, int index, gint64 value)
{
  note_binding (statement, sqlite3_bind_int64 (statement->handle, index, value));
}

void
ys_statement_bind_text (YsStatement *statement, int index, const char *text)
{
  note_binding (statement, sqlite3_bind_text (statement->handle, index, text, -1, SQLITE_STATIC));
}

void
ys_statement_bind_bytes (YsStatement *statement, int index, GBytes *bytes)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);
  /* A NULL pointer would store NULL instead of no bytes. */
  note_binding (statement, sqlite3_bind_blob64 (statement->handle, index, data ? data : "", size,
                                                SQLITE_STATIC));
}

void
ys_statement_bind_null (YsStatement *statement, int index)
{
  note_binding (statement, sqlite3_bind_null (statement->handle, index));
}

gboolean
ys_statement_step (YsStatement *statement, gboolean *out_row, GError **error)
{
  *out_row = FALSE;
  int code = statement->bind_failure;
  if (code == SQLITE_OK)
    code = sqlite3_step (statement->handle);
  if (code == SQLITE_ROW)
    *out_row = TRUE;
  if (code == SQLITE_ROW || code == SQLITE_DONE)
    return TRUE;
  return set_error (statement->db->handle, code, error);
}

gboolean
ys_statement_run (YsStatement *statement, GError **error)
{
  gboolean row;
  if (!ys_statement_step (statement, &row, error))
    return FALSE;
  /* An unfinished statement would pin its snapshot. */
  ys_statement_reset (statement);
  return TRUE;
}

void
ys_statement_reset (YsStatement *statement)
{
  sqlite3_reset (statement->handle);
  statement->bind_failure = SQLITE_OK;
}

gboolean
ys_statement_is_null (YsStatement *statement, int column)
{
  return sqlite3_column_type (statement->handle, column) == SQLITE_NULL;
}

gint64
ys_statement_int64 (YsStatement *statement, int column)
{
  return sqlite3_column_int64 (statement->handle, column);
}

const char *
ys_statement_text (YsStatement *statement, int column)
{
  return (const char *)sqlite3_column_text (statement->handle, column);
}

GBytes *
ys_statement_bytes (YsStatement *statement, int column)
{
  const void *data = sqlite3_column_blob (statement->handle, column);
  int size = sqlite3_column_bytes (statement->handle, column);
  return g_bytes_new (data, (gsize)size);
}
