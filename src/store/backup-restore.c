/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks into backups and restores them, never over a ledger. */
#include "config.h"

#include <errno.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "backup-files.h"
#include "backup.h"
#include "ledger-private.h"
#include "migration.h"
#include "photo-files.h"
#include "photo-store.h"

static char *
get_text (YsDatabase *db, const char *sql)
{
  g_autoptr (YsStatement) statement = ys_database_prepare (db, sql, NULL);
  gboolean row;
  if (statement == NULL || !ys_statement_step (statement, &row, NULL) || !row)
    return NULL;
  return g_strdup (ys_statement_text (statement, 0));
}

static gint64
get_count (YsDatabase *db, const char *sql)
{
  gint64 count;
  return ys_database_get_int64 (db, sql, &count, NULL) ? count : 0;
}

/* Checking every page of many large backups would keep their list waiting; restoring checks all. */
#define CHECKED_AT_ONCE (32 * 1024 * 1024)

/* A ledger as another program would look at it: it may be of an older schema, or damaged. */
static void
look_inside (YsDatabase *db, YsBackupInfo *info)
{
  if (!ys_ledger_check_application (db, NULL)
      || !ys_migration_version (db, &info->schema_version, NULL)
      || !ys_ledger_refuse_newer (info->schema_version, NULL)
      || (info->bytes <= CHECKED_AT_ONCE && !ys_database_check (db, NULL)))
    return;
  info->readable = TRUE;
  info->office = get_text (db, "SELECT \"name\" FROM office");
  info->n_compounds = get_count (db, "SELECT count (*) FROM compound WHERE \"withdrawn\" = 0");
  info->n_submissions = get_count (db, "SELECT count (*) FROM submission");
  info->n_audit_lines = get_count (db, "SELECT count (*) FROM audit");
  info->last_change = get_text (db, "SELECT coalesce (\"label\", \"record\") || ' · ' || \"user\""
                                    " FROM audit ORDER BY \"seq\" DESC LIMIT 1");
}

YsBackupInfo *
ys_backup_look (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  GStatBuf status;
  if (g_stat (path, &status) != 0)
    {
      g_set_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NOT_FOUND,
                   _ ("There is no file “%s”. Choose a backup."), path);
      return NULL;
    }
  YsBackupInfo *info = g_new0 (YsBackupInfo, 1);
  info->path = g_strdup (path);
  info->bytes = (guint64)status.st_size;
  g_autofree char *name = g_path_get_basename (path);
  if (!ys_backup_parse_name (name, &info->kind, &info->at))
    {
      info->kind = YS_BACKUP_MANUAL;
      info->at = (YsInstant)status.st_mtime;
    }
  g_autoptr (YsDatabase) db = ys_database_open (path, YS_DATABASE_IMMUTABLE, 0, NULL);
  if (db != NULL)
    look_inside (db, info);
  return info;
}

GPtrArray *
ys_backup_list (const char *folder, GError **error)
{
  g_return_val_if_fail (folder != NULL, NULL);

  g_autoptr (GPtrArray) files = ys_backup_files (folder);
  GPtrArray *infos = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_backup_info_free);
  for (guint i = 0; i < files->len; i++)
    {
      const YsBackupFile *file = files->pdata[i];
      /* One that rotation takes away meanwhile is left out. */
      YsBackupInfo *info = ys_backup_look (file->path, NULL);
      if (info != NULL)
        g_ptr_array_add (infos, info);
    }
  return infos;
}

/* A copied ledger may have its log beside it: then both together are what it holds. */
static YsDatabaseMode
mode_for (const char *file)
{
  g_autofree char *wal = g_strconcat (file, "-wal", NULL);
  return g_file_test (wal, G_FILE_TEST_EXISTS) ? YS_DATABASE_READ_ONLY : YS_DATABASE_IMMUTABLE;
}

static YsDatabase *
open_backup (const char *file, GError **error)
{
  int version;
  if (!g_file_test (file, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NOT_FOUND,
                   _ ("There is no file “%s”. Choose a backup."), file);
      return NULL;
    }
  g_autoptr (YsDatabase) db = ys_database_open (file, mode_for (file), YS_BUSY_TIMEOUT_MS, error);
  if (db == NULL || !ys_ledger_check_application (db, error)
      || !ys_migration_version (db, &version, error) || !ys_ledger_refuse_newer (version, error)
      || !ys_database_check (db, error))
    return NULL;
  return g_steal_pointer (&db);
}

static gboolean
refuse_ledger (const char *folder, GError **error)
{
  /* Logs left without their ledger would be played into the restored one. */
  static const char *const names[]
      = { YS_LEDGER_FILE_NAME, YS_LEDGER_FILE_NAME "-wal", YS_LEDGER_FILE_NAME "-journal" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        continue;
      g_set_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NOT_EMPTY,
                   _ ("There is a ledger in “%s” already. Restore into a new folder."), folder);
      return FALSE;
    }
  return TRUE;
}

static gboolean
make_folder (const char *parent, const char *name, GError **error)
{
  g_autofree char *path = name ? g_build_filename (parent, name, NULL) : g_strdup (parent);
  if (g_mkdir_with_parents (path, 0700) == 0)
    return TRUE;
  int reason = errno;
  g_set_error (error, YS_LEDGER_ERROR,
               reason == ENOSPC                      ? YS_LEDGER_ERROR_DISK_FULL
               : reason == EROFS || reason == EACCES ? YS_LEDGER_ERROR_READ_ONLY
                                                     : YS_LEDGER_ERROR_FAILED,
               _ ("The folder “%s” cannot be made (%s). Choose another place."), path,
               g_strerror (reason));
  return FALSE;
}

/* A failed restore leaves no empty ledger; a folder that holds anything stays. */
static void
clean_up (const char *folder)
{
  static const char *const names[] = { YS_PHOTO_FOLDER, YS_BACKUP_FOLDER };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_rmdir (path);
    }
}

/* A backup holds the database alone. Its photos are in the ledger whose backups/ it lies in, or
 * beside it when it is a ledger's own file. (transfer full) (nullable) */
static char *
find_photos (const char *file)
{
  g_autofree char *folder = g_path_get_dirname (file);
  g_autofree char *name = g_path_get_basename (folder);
  g_autofree char *owner
      = g_str_equal (name, YS_BACKUP_FOLDER) ? g_path_get_dirname (folder) : g_strdup (folder);
  g_autofree char *photos = g_build_filename (owner, YS_PHOTO_FOLDER, NULL);
  return g_file_test (photos, G_FILE_TEST_IS_DIR) ? g_steal_pointer (&owner) : NULL;
}

/* The database last: a folder without it is no ledger yet. */
static gboolean
restore_into (YsDatabase *db, const char *file, const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, YS_LEDGER_FILE_NAME, NULL);
  g_autofree char *photos = find_photos (file);
  return make_folder (folder, NULL, error) && make_folder (folder, YS_PHOTO_FOLDER, error)
         && make_folder (folder, YS_BACKUP_FOLDER, error)
         && (photos == NULL || ys_photo_copy (db, photos, folder, error))
         && ys_backup_copy (db, path, error);
}

gboolean
ys_backup_restore (const char *file, const char *to_folder, GError **error)
{
  g_return_val_if_fail (file != NULL, FALSE);
  g_return_val_if_fail (to_folder != NULL, FALSE);

  if (!refuse_ledger (to_folder, error))
    return FALSE;
  g_autoptr (YsDatabase) db = open_backup (file, error);
  if (db == NULL)
    return FALSE;
  gboolean made_folder = !g_file_test (to_folder, G_FILE_TEST_EXISTS);
  if (restore_into (db, file, to_folder, error))
    return TRUE;
  if (made_folder)
    ys_photo_discard (to_folder);
  clean_up (to_folder);
  if (made_folder)
    g_rmdir (to_folder);
  return FALSE;
}
