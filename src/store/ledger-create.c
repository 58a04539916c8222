/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a new ledger. It is built under another name and gets its own only when it is whole:
 * whatever stops the making, no half ledger is left to open. */
#include "config.h"

#include <errno.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "change.h"
#include "ledger-private.h"
#include "migration.h"
#include "replace.h"

#define PART_NAME YS_LEDGER_FILE_NAME ".part"

/* Leftovers of an interrupted making, and the lock's own files. */
static const char *const own_files[] = { PART_NAME,       PART_NAME "-journal",
                                         "ledger.lock",   "ledger.lock-journal",
                                         "ledger.holder", NULL };

static gboolean
check_empty (const char *folder, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &failure);
  if (dir == NULL)
    {
      g_set_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_FAILED,
                   _ ("The folder “%s” cannot be read. Choose another one."), folder);
      return FALSE;
    }
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    if (!g_strv_contains (own_files, name))
      {
        g_set_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NOT_EMPTY,
                     _ ("The folder “%s” is not empty. Choose an empty folder, or a new name."),
                     folder);
        return FALSE;
      }
  return TRUE;
}

static gboolean
make_folder (const char *folder, gboolean *out_made, GError **error)
{
  *out_made = !g_file_test (folder, G_FILE_TEST_EXISTS);
  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  int reason = errno;
  g_set_error (error, YS_LEDGER_ERROR,
               reason == ENOSPC                      ? YS_LEDGER_ERROR_DISK_FULL
               : reason == EACCES || reason == EROFS ? YS_LEDGER_ERROR_READ_ONLY
                                                     : YS_LEDGER_ERROR_FAILED,
               /* Translators: a folder, then the system's reason */
               _ ("The folder “%s” cannot be made (%s). Choose another place."), folder,
               g_strerror (reason));
  return FALSE;
}

static void
remove_part (const char *folder)
{
  g_autofree char *part = g_build_filename (folder, PART_NAME, NULL);
  g_autofree char *journal = g_strconcat (part, "-journal", NULL);
  g_unlink (part);
  g_unlink (journal);
}

static gboolean
insert_office (YsLedger *ledger, const YsOffice *office, GError **error)
{
  g_autoptr (YsChange) change = ys_change_begin (ledger, "create", error);
  if (change == NULL)
    return FALSE;
  g_auto (YsOffice) copy = { 0 };
  ys_record_copy (&ys_office_type, &copy, office);
  copy.id = 1;
  return ys_change_insert (change, &ys_office_type, &copy, error)
         && ys_change_commit (change, NULL, error);
}

/* Schema and office, in the file of the passing name. */
static gboolean
fill (YsLedger *ledger, const YsOffice *office, GError **error)
{
  guint n_steps;
  const YsMigrationStep *steps = ys_migration_steps (&n_steps);
  g_autofree char *part = g_build_filename (ledger->folder, PART_NAME, NULL);
  g_autofree char *mark = g_strdup_printf ("PRAGMA application_id = %d", YS_APPLICATION_ID);

  remove_part (ledger->folder);
  ledger->db = ys_database_open (part, YS_DATABASE_CREATE, YS_BUSY_TIMEOUT_MS, error);
  gboolean filled = ledger->db != NULL && ys_database_run (ledger->db, mark, error)
                    && ys_migration_run (ledger->db, steps, n_steps, error)
                    && insert_office (ledger, office, error);
  g_clear_pointer (&ledger->db, ys_database_close);
  return filled;
}

static gboolean
make_folders (const char *folder, GError **error)
{
  static const char *const names[] = { "photos", "backups" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gboolean made;
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      if (!make_folder (path, &made, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
give_name (const char *folder, GError **error)
{
  g_autofree char *part = g_build_filename (folder, PART_NAME, NULL);
  g_autofree char *file = g_build_filename (folder, YS_LEDGER_FILE_NAME, NULL);
  if (ys_replace_file (part, file) == 0)
    return TRUE;
  int reason = errno;
  g_set_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_FAILED,
               /* Translators: the system's reason */
               _ ("The new ledger cannot be saved (%s). Choose another place."),
               g_strerror (reason));
  return FALSE;
}

/* What this call made goes again, so that it can be tried anew. */
static void
clean_up (const char *folder, gboolean made_folder)
{
  static const char *const files[] = { PART_NAME,
                                       PART_NAME "-journal",
                                       YS_LEDGER_FILE_NAME,
                                       YS_LEDGER_FILE_NAME "-journal",
                                       YS_LEDGER_FILE_NAME "-wal",
                                       YS_LEDGER_FILE_NAME "-shm",
                                       "ledger.holder",
                                       "ledger.lock" };
  static const char *const folders[] = { "photos", "backups" };
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i], NULL);
      g_unlink (path);
    }
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_build_filename (folder, folders[i], NULL);
      g_rmdir (path);
    }
  if (made_folder)
    g_rmdir (folder);
}

/* With the lock held; @ledger has no database yet. */
static gboolean
build (YsLedger *ledger, const YsOffice *office, GError **error)
{
  return fill (ledger, office, error) && make_folders (ledger->folder, error)
         && give_name (ledger->folder, error);
}

YsLedger *
ys_ledger_create (const char *folder, const YsOffice *office, const char *user, GError **error)
{
  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (office != NULL, NULL);

  gboolean made_folder;
  if (!ys_record_validate (&ys_office_type, office, error)
      || !make_folder (folder, &made_folder, error) || !check_empty (folder, error))
    return NULL;

  YsLedger *ledger = g_new0 (YsLedger, 1);
  ledger->folder = g_strdup (folder);
  ledger->mode = YS_LEDGER_WRITE;
  ys_ledger_set_user (ledger, user);
  ledger->lock = ys_ledger_lock_take (folder, ledger->user, NULL, error);
  /* Asked again under the lock: another process may have been faster. */
  gboolean ours = ledger->lock != NULL && check_empty (folder, error);
  gboolean built = ours && build (ledger, office, error);
  ys_ledger_free (ledger);
  ledger = built ? ys_ledger_open (folder, YS_LEDGER_WRITE, user, NULL, error) : NULL;
  if (ours && ledger == NULL)
    clean_up (folder, made_folder);
  return ledger;
}
