/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes backups and thins them out. A backup is copied under another name, checked, put on the
 * disk and only then gets its own name: a failed one leaves nothing. */
#include "config.h"

#include <errno.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "backup-files.h"
#include "backup.h"
#include "ledger-private.h"
#include "replace.h"

#define KEEP_DAILY 14
#define KEEP_MONTHLY 12
#define KEEP_OTHERS 10

static gboolean
refuse_file (const char *path, int reason, GError **error)
{
  g_set_error (error, YS_LEDGER_ERROR,
               reason == ENOSPC                      ? YS_LEDGER_ERROR_DISK_FULL
               : reason == EROFS || reason == EACCES ? YS_LEDGER_ERROR_READ_ONLY
                                                     : YS_LEDGER_ERROR_FAILED,
               /* Translators: a file, then the system's reason */
               _ ("“%s” cannot be written (%s). Choose another place, or make room."), path,
               g_strerror (reason));
  return FALSE;
}

/* Without a log beside it, so that the file alone is the backup. */
static gboolean
copy_into (YsDatabase *from, const char *part, GError **error)
{
  g_autoptr (YsDatabase) to = ys_database_open (part, YS_DATABASE_CREATE, 0, error);
  return to != NULL && ys_database_copy (from, to, error)
         && ys_database_run (to, "PRAGMA journal_mode = DELETE", error)
         && ys_database_check (to, error);
}

static void
remove_part (const char *part)
{
  static const char *const tails[] = { "", "-journal", "-wal", "-shm" };
  for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
    {
      g_autofree char *path = g_strconcat (part, tails[i], NULL);
      g_unlink (path);
    }
}

static gboolean
give_name (const char *part, const char *path, GError **error)
{
  return ys_replace_file (part, path) == 0 || refuse_file (path, errno, error);
}

gboolean
ys_backup_copy (YsDatabase *from, const char *path, GError **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  remove_part (part);
  gboolean done = copy_into (from, part, error) && give_name (part, path, error);
  if (!done)
    remove_part (part);
  return done;
}

static char *
choose_path (YsLedger *ledger, YsBackupKind kind, YsInstant now, GError **error)
{
  g_autofree char *folder = g_build_filename (ledger->folder, YS_BACKUP_FOLDER, NULL);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      refuse_file (folder, errno, error);
      return NULL;
    }
  for (guint nth = 1;; nth++)
    {
      g_autofree char *name = ys_backup_file_name (kind, now, nth);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

/* A ledger's own file is no place for a copy, not even of that ledger: its log stands beside it. */
static gboolean
check_target (const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return refuse_file (path, EISDIR, error);
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return refuse_file (path, ENOENT, error);
  if (!g_str_equal (name, YS_LEDGER_FILE_NAME) || !g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  g_set_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NOT_EMPTY,
               _ ("“%s” is a ledger in use. Give the backup another name."), path);
  return FALSE;
}

char *
ys_backup_write (
    YsLedger *ledger, YsBackupKind kind, const char *path, YsInstant now, GError **error)
{
  g_return_val_if_fail (ledger != NULL, NULL);
  g_return_val_if_fail (!ledger->in_change, NULL);

  g_autofree char *chosen = path ? g_strdup (path) : choose_path (ledger, kind, now, error);
  if (chosen == NULL || !check_target (chosen, error)
      || !ys_backup_copy (ledger->db, chosen, error))
    return NULL;
  return g_steal_pointer (&chosen);
}

static guint
kept (YsBackupKind kind)
{
  switch (kind)
    {
    case YS_BACKUP_DAILY:
      return KEEP_DAILY;
    case YS_BACKUP_MONTHLY:
      return KEEP_MONTHLY;
    case YS_BACKUP_MIGRATION:
    case YS_BACKUP_IMPORT:
    case YS_BACKUP_MANUAL:
      return KEEP_OTHERS;
    }
  g_assert_not_reached ();
}

static void
thin_out (const char *folder)
{
  guint seen[YS_BACKUP_MANUAL + 1] = { 0 };
  g_autoptr (GPtrArray) files = ys_backup_files (folder);
  for (guint i = 0; i < files->len; i++)
    {
      const YsBackupFile *file = files->pdata[i];
      if (++seen[file->kind] > kept (file->kind))
        g_unlink (file->path);
    }
}

/* Whether there is one of this kind on the same day, or in the same month. */
static gboolean
has_current (const char *folder, YsBackupKind kind, YsInstant now)
{
  YsDate today = ys_instant_to_date (now);
  g_autoptr (GPtrArray) files = ys_backup_files (folder);
  for (guint i = 0; i < files->len; i++)
    {
      const YsBackupFile *file = files->pdata[i];
      YsDate day = ys_instant_to_date (file->at);
      if (file->kind == kind && day.year == today.year && day.month == today.month
          && (kind == YS_BACKUP_MONTHLY || day.day == today.day))
        return TRUE;
    }
  return FALSE;
}

gboolean
ys_backup_rotate (YsLedger *ledger, YsInstant now, GError **error)
{
  g_return_val_if_fail (ledger != NULL, FALSE);

  static const YsBackupKind kinds[] = { YS_BACKUP_DAILY, YS_BACKUP_MONTHLY };
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (has_current (ledger->folder, kinds[i], now))
        continue;
      g_autofree char *path = ys_backup_write (ledger, kinds[i], NULL, now, error);
      if (path == NULL)
        return FALSE;
    }
  /* Only after new ones are safe. */
  thin_out (ledger->folder);
  return TRUE;
}
