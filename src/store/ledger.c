/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening and closing a ledger: lock, check, migrate. Making a new one is ledger-create.c's. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "backup.h"
#include "ledger-place.h"
#include "ledger-private.h"
#include "migration.h"

gboolean
ys_ledger_check_application (YsDatabase *db, GError **error)
{
  gint64 id;
  if (!ys_database_get_int64 (db, "PRAGMA application_id", &id, error))
    return FALSE;
  if (id == YS_APPLICATION_ID)
    return TRUE;
  g_autoptr (GFile) file = g_file_new_for_path (ys_database_path (db));
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE, NULL, NULL);
  if (info != NULL && g_file_info_get_size (info) == 0)
    g_set_error_literal (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_DAMAGED,
                         _ ("The ledger's file is empty: it is damaged. Restore a backup."));
  else
    g_set_error_literal (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NOT_A_LEDGER,
                         _ ("This file was not made by Yardstick. Choose a ledger's folder."));
  return FALSE;
}

gboolean
ys_ledger_refuse_newer (int version, GError **error)
{
  if (version <= ys_ledger_newest_schema ())
    return TRUE;
  g_set_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NEWER,
               /* Translators: two version numbers of the ledger's form */
               _ ("This ledger was written by a newer Yardstick (form %d, this program knows %d). "
                  "Update the program."),
               version, ys_ledger_newest_schema ());
  return FALSE;
}

char *
ys_ledger_folder_of (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  if (g_str_equal (name, YS_LEDGER_FILE_NAME) && !g_file_test (path, G_FILE_TEST_IS_DIR))
    return g_path_get_dirname (path);
  return g_strdup (path);
}

static char *
find_file (const char *folder, GError **error)
{
  g_autofree char *file = g_build_filename (folder, YS_LEDGER_FILE_NAME, NULL);
  if (g_file_test (file, G_FILE_TEST_IS_REGULAR))
    return g_steal_pointer (&file);
  g_set_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NOT_A_LEDGER,
               _ ("There is no ledger in “%s”. Choose another folder, or make a new ledger."),
               folder);
  return NULL;
}

/* Whether the log beside the database is missing or empty: then the file alone is the ledger. */
static gboolean
is_at_rest (const char *file)
{
  g_autofree char *wal = g_strconcat (file, "-wal", NULL);
  GStatBuf status;
  return g_stat (wal, &status) != 0 || status.st_size == 0;
}

static YsDatabase *
open_to_read (const char *file, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gint64 pages;
  g_autoptr (YsDatabase) db
      = ys_database_open (file, YS_DATABASE_READ_ONLY, YS_BUSY_TIMEOUT_MS, &failure);
  if (db != NULL && ys_database_get_int64 (db, "PRAGMA schema_version", &pages, &failure))
    return g_steal_pointer (&db);
  if (g_error_matches (failure, YS_LEDGER_ERROR, YS_LEDGER_ERROR_DAMAGED) || !is_at_rest (file))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  /* On read-only media the files of a shared reading cannot be made: but nobody writes there. */
  return ys_database_open (file, YS_DATABASE_IMMUTABLE, 0, error);
}

static gboolean
migrate (YsLedger *ledger, GError **error)
{
  guint n_steps;
  const YsMigrationStep *steps = ys_migration_steps (&n_steps);
  if (ledger->schema_version == ys_migration_newest (steps, n_steps))
    return TRUE;
  if (ledger->mode == YS_LEDGER_READ_ONLY)
    {
      g_set_error_literal (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_READ_ONLY,
                           _ ("This ledger was written by an older Yardstick. Open it once for "
                              "writing, so that it is brought up to date."));
      return FALSE;
    }
  g_autofree char *backup = ys_backup_write (ledger, YS_BACKUP_MIGRATION, NULL,
                                             g_get_real_time () / G_USEC_PER_SEC, error);
  if (backup == NULL || !ys_migration_run (ledger->db, steps, n_steps, error))
    return FALSE;
  return ys_migration_version (ledger->db, &ledger->schema_version, error);
}

/* What cannot be read within a moment. */
#define LARGE_BYTES (32 * 1024 * 1024)

static gboolean
is_large (const char *file)
{
  GStatBuf status;
  return g_stat (file, &status) == 0 && status.st_size > LARGE_BYTES;
}

/* The pages of a large file are read later; a schema that cannot be read, or a file that was cut
 * off, is found at once. */
static gboolean
check_head (YsLedger *ledger, GError **error)
{
  static const char tables[] = "SELECT count (*) FROM sqlite_schema WHERE \"sql\" LIKE 'CREATE%'";
  gint64 n_tables, n_pages, page_size;
  GStatBuf status;
  const char *file = ys_database_path (ledger->db);
  if (!ys_database_get_int64 (ledger->db, tables, &n_tables, error)
      || !ys_database_get_int64 (ledger->db, "PRAGMA page_count", &n_pages, error)
      || !ys_database_get_int64 (ledger->db, "PRAGMA page_size", &page_size, error))
    return FALSE;
  if (g_stat (file, &status) == 0 && is_at_rest (file) && status.st_size < n_pages * page_size)
    {
      g_set_error_literal (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_DAMAGED,
                           _ ("The ledger's file is damaged. Restore a backup."));
      return FALSE;
    }
  ledger->needs_check = TRUE;
  return TRUE;
}

static gboolean
check (YsLedger *ledger, GError **error)
{
  if (is_large (ys_database_path (ledger->db)))
    return check_head (ledger, error);
  return ys_database_check (ledger->db, error);
}

static gboolean
prepare (YsLedger *ledger, GError **error)
{
  if (!ys_ledger_check_application (ledger->db, error)
      || !ys_migration_version (ledger->db, &ledger->schema_version, error)
      || !ys_ledger_refuse_newer (ledger->schema_version, error) || !check (ledger, error))
    return FALSE;
  /* Where the file system cannot share memory the engine keeps its older journal: slower, safe. */
  if (ledger->mode == YS_LEDGER_WRITE
      && !ys_database_run (ledger->db, "PRAGMA journal_mode = WAL", error))
    return FALSE;
  return migrate (ledger, error)
         && ys_database_get_int64 (ledger->db, "PRAGMA data_version", &ledger->data_version, error);
}

YsLedger *
ys_ledger_open (const char *path,
                YsLedgerMode mode,
                const char *user,
                YsLedgerHolder *out_holder,
                GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_autoptr (YsLedger) ledger = g_new0 (YsLedger, 1);
  ledger->folder = ys_ledger_folder_of (path);
  ledger->mode = mode;
  ys_ledger_set_user (ledger, user);
  g_autofree char *file = find_file (ledger->folder, error);
  if (file == NULL)
    return NULL;
  if (mode == YS_LEDGER_WRITE)
    {
      ledger->lock = ys_ledger_lock_take (ledger->folder, ledger->user, out_holder, error);
      if (ledger->lock == NULL)
        return NULL;
      ledger->db = ys_database_open (file, YS_DATABASE_WRITE, YS_BUSY_TIMEOUT_MS, error);
    }
  else
    ledger->db = open_to_read (file, error);
  if (ledger->db == NULL || !prepare (ledger, error))
    return NULL;
  ledger->warnings = ys_ledger_place_judge (ledger->folder);
  return g_steal_pointer (&ledger);
}

gboolean
ys_ledger_needs_check (YsLedger *ledger)
{
  g_return_val_if_fail (ledger != NULL, FALSE);
  return ledger->needs_check;
}

gboolean
ys_ledger_check (YsLedger *ledger, GError **error)
{
  g_return_val_if_fail (ledger != NULL, FALSE);
  return ys_database_check (ledger->db, error);
}

YsLedger *
ys_ledger_open_sibling (YsLedger *ledger, GError **error)
{
  g_return_val_if_fail (ledger != NULL, NULL);

  const char *file = ys_database_path (ledger->db);
  g_autoptr (YsLedger) sibling = g_new0 (YsLedger, 1);
  sibling->folder = g_strdup (ledger->folder);
  sibling->user = g_strdup (ledger->user);
  sibling->mode = ledger->mode;
  sibling->warnings = ledger->warnings;
  sibling->schema_version = ledger->schema_version;
  if (ledger->lock != NULL)
    sibling->lock = ys_ledger_lock_ref (ledger->lock);
  sibling->db = ledger->mode == YS_LEDGER_WRITE
                    ? ys_database_open (file, YS_DATABASE_WRITE, YS_BUSY_TIMEOUT_MS, error)
                    : open_to_read (file, error);
  if (sibling->db == NULL
      || !ys_database_get_int64 (sibling->db, "PRAGMA data_version", &sibling->data_version, error))
    return NULL;
  return g_steal_pointer (&sibling);
}

void
ys_ledger_free (YsLedger *ledger)
{
  if (ledger == NULL)
    return;
  /* The database first: closing it may still write. */
  g_clear_pointer (&ledger->db, ys_database_close);
  g_clear_pointer (&ledger->lock, ys_ledger_lock_unref);
  g_free (ledger->folder);
  g_free (ledger->user);
  g_free (ledger);
}

void
ys_ledger_leave (YsLedger *ledger)
{
  g_return_if_fail (ledger != NULL);
  if (ledger->lock != NULL)
    ys_ledger_lock_leave (ledger->lock);
}

gboolean
ys_ledger_wait_left (const char *path, guint seconds)
{
  g_return_val_if_fail (path != NULL, FALSE);

  g_autofree char *folder = ys_ledger_folder_of (path);
  return ys_ledger_lock_wait (folder, seconds);
}

const char *
ys_ledger_folder (YsLedger *ledger)
{
  g_return_val_if_fail (ledger != NULL, NULL);
  return ledger->folder;
}

const char *
ys_ledger_user (YsLedger *ledger)
{
  g_return_val_if_fail (ledger != NULL, NULL);
  return ledger->user;
}

void
ys_ledger_set_user (YsLedger *ledger, const char *user)
{
  g_return_if_fail (ledger != NULL);

  /* Every change carries a user: without a name, the one of the system's account. */
  char *copy = g_strdup (user != NULL && *user != '\0' ? user : g_get_user_name ());
  g_free (ledger->user);
  ledger->user = copy;
  if (ledger->lock != NULL)
    ys_ledger_lock_rename (ledger->lock, copy);
}

gboolean
ys_ledger_is_writable (YsLedger *ledger)
{
  g_return_val_if_fail (ledger != NULL, FALSE);
  return ledger->mode == YS_LEDGER_WRITE;
}

int
ys_ledger_schema_version (YsLedger *ledger)
{
  g_return_val_if_fail (ledger != NULL, 0);
  return ledger->schema_version;
}

int
ys_ledger_newest_schema (void)
{
  guint n_steps;
  const YsMigrationStep *steps = ys_migration_steps (&n_steps);
  return ys_migration_newest (steps, n_steps);
}

YsLedgerWarnings
ys_ledger_warnings (YsLedger *ledger)
{
  g_return_val_if_fail (ledger != NULL, YS_LEDGER_FINE);
  return ledger->warnings;
}

void
ys_ledger_set_cancellable (YsLedger *ledger, GCancellable *cancellable)
{
  g_return_if_fail (ledger != NULL);

  ys_database_set_cancellable (ledger->db, cancellable);
}

void
ys_ledger_set_cache (YsLedger *ledger, guint kib)
{
  g_return_if_fail (ledger != NULL);

  g_autofree char *sql = g_strdup_printf ("PRAGMA cache_size = -%u", kib != 0 ? kib : 2000);
  /* A wish: without it everything is right, only slower. */
  ys_database_run (ledger->db, sql, NULL);
}

gboolean
ys_ledger_changed_elsewhere (YsLedger *ledger)
{
  g_return_val_if_fail (ledger != NULL, FALSE);

  gint64 version;
  /* An unreadable ledger will say so at the next real read. */
  if (!ys_database_get_int64 (ledger->db, "PRAGMA data_version", &version, NULL))
    return FALSE;
  gboolean changed = version != ledger->data_version;
  ledger->data_version = version;
  return changed;
}
