/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Photo files by their names, of any folder. A name is checked before a path is made of it: a row
 * that another program wrote must not lead out of the folder. */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "audit-replay.h"
#include "ledger-private.h"
#include "photo-files.h"
#include "photo-store.h"
#include "replace.h"

#define SHA256_DIGITS 64

static gboolean
is_sha256 (const char *text)
{
  return text != NULL && strlen (text) == SHA256_DIGITS
         && strspn (text, "0123456789abcdef") == SHA256_DIGITS;
}

char *
ys_photo_path (const char *folder, const char *sha256)
{
  if (!is_sha256 (sha256))
    return NULL;
  g_autofree char *name = g_strconcat (sha256, ".jpg", NULL);
  const char shelf[] = { sha256[0], sha256[1], '\0' };
  return g_build_filename (folder, YS_PHOTO_FOLDER, shelf, name, NULL);
}

static gboolean
refuse_altered (const char *sha256, GError **error)
{
  g_set_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_DAMAGED,
               /* Translators: the name of a file */
               _ ("The photo file “%s” was altered. Copy it back from another copy of the ledger's "
                  "folder “photos”."),
               sha256);
  return FALSE;
}

GBytes *
ys_photo_file_read (const char *folder, const char *sha256, GError **error)
{
  g_autofree char *path = ys_photo_path (folder, sha256);
  g_autoptr (GError) failure = NULL;
  char *content;
  gsize length;

  if (path == NULL || !g_file_get_contents (path, &content, &length, &failure))
    {
      g_set_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NOT_FOUND,
                   /* Translators: the name of a file */
                   _ ("The photo file “%s” is missing. Copy it back from another copy of the "
                      "ledger's folder “photos”."),
                   sha256);
      return NULL;
    }
  g_autoptr (GBytes) bytes = g_bytes_new_take (content, length);
  g_autofree char *found = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (g_str_equal (found, sha256))
    return g_steal_pointer (&bytes);
  refuse_altered (sha256, error);
  return NULL;
}

static gboolean
refuse_write (const char *path, YsLedgerError code, const char *reason, GError **error)
{
  g_set_error (error, YS_LEDGER_ERROR, code,
               /* Translators: a file, then the system's reason */
               _ ("“%s” cannot be written (%s). Choose another place, or make room."), path,
               reason);
  return FALSE;
}

static YsLedgerError
code_of (const GError *error)
{
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    return YS_LEDGER_ERROR_DISK_FULL;
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ROFS)
      || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ACCES)
      || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_PERM))
    return YS_LEDGER_ERROR_READ_ONLY;
  return YS_LEDGER_ERROR_FAILED;
}

/* The name of a new folder must reach the disk too. Systems that cannot open a folder need not. */
static void
sync_folder (const char *path)
{
  int fd = g_open (path, O_RDONLY, 0);
  if (fd < 0)
    return;
  g_fsync (fd);
  g_close (fd, NULL);
}

static gboolean
make_shelf (const char *shelf, GError **error)
{
  if (g_file_test (shelf, G_FILE_TEST_IS_DIR))
    return TRUE;
  if (g_mkdir_with_parents (shelf, 0700) != 0)
    {
      int reason = errno;
      return refuse_write (shelf,
                           reason == ENOSPC                      ? YS_LEDGER_ERROR_DISK_FULL
                           : reason == EROFS || reason == EACCES ? YS_LEDGER_ERROR_READ_ONLY
                                                                 : YS_LEDGER_ERROR_FAILED,
                           g_strerror (reason), error);
    }
  g_autofree char *photos = g_path_get_dirname (shelf);
  sync_folder (photos);
  return TRUE;
}

gboolean
ys_photo_file_write (const char *folder, GBytes *bytes, const char *sha256, GError **error)
{
  g_autofree char *path = ys_photo_path (folder, sha256);
  g_autoptr (GBytes) there = ys_photo_file_read (folder, sha256, NULL);
  g_autoptr (GError) failure = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_assert (path != NULL);
  if (there != NULL)
    return TRUE;
  g_autofree char *shelf = g_path_get_dirname (path);
  if (!make_shelf (shelf, error))
    return FALSE;
  /* Under another name, flushed, renamed, the folder flushed: whole or not at all. */
  if (ys_replace_contents (path, data, length, 0600, &failure))
    return TRUE;
  return refuse_write (path, code_of (failure), failure->message, error);
}

static gboolean
has_photos (YsDatabase *db, gboolean *out_has, GError **error)
{
  gint64 n_tables;
  if (!ys_database_get_int64 (db, "SELECT count (*) FROM sqlite_schema WHERE \"name\" = 'photo'",
                              &n_tables, error))
    return FALSE;
  *out_has = n_tables > 0;
  return TRUE;
}

GPtrArray *
ys_photo_list_hashes (YsDatabase *db, GError **error)
{
  static const char sql[] = "SELECT DISTINCT \"sha256\" FROM photo ORDER BY \"sha256\"";
  g_autoptr (GPtrArray) hashes = g_ptr_array_new_with_free_func (g_free);
  gboolean row;
  if (!has_photos (db, &row, error))
    return NULL;
  if (!row)
    return g_steal_pointer (&hashes);
  g_autoptr (YsStatement) statement = ys_database_prepare (db, sql, error);
  if (statement == NULL || !ys_statement_step (statement, &row, error))
    return NULL;
  while (row)
    {
      g_ptr_array_add (hashes, g_strdup (ys_statement_text (statement, 0)));
      if (!ys_statement_step (statement, &row, error))
        return NULL;
    }
  return g_steal_pointer (&hashes);
}

void
ys_photo_verify (YsLedger *ledger, GPtrArray *hashes, YsVerification *verification)
{
  for (guint i = 0; i < hashes->len; i++)
    {
      g_autoptr (GError) problem = NULL;
      g_autoptr (GBytes) bytes = ys_photo_file_read (ledger->folder, hashes->pdata[i], &problem);
      if (bytes == NULL)
        ys_verification_add (verification, g_strdup (problem->message));
    }
}

gboolean
ys_photo_copy (YsDatabase *db, const char *from_folder, const char *to_folder, GError **error)
{
  g_autoptr (GPtrArray) hashes = ys_photo_list_hashes (db, error);
  if (hashes == NULL)
    return FALSE;
  for (guint i = 0; i < hashes->len; i++)
    {
      /* One that is missing or altered is left out: verifying the ledger names it. */
      g_autoptr (GBytes) bytes = ys_photo_file_read (from_folder, hashes->pdata[i], NULL);
      if (bytes != NULL && !ys_photo_file_write (to_folder, bytes, hashes->pdata[i], error))
        return FALSE;
    }
  return TRUE;
}

static void
discard_shelf (const char *shelf)
{
  g_autoptr (GDir) dir = g_dir_open (shelf, 0, NULL);
  const char *name;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (shelf, name, NULL);
      g_unlink (path);
    }
  g_rmdir (shelf);
}

void
ys_photo_discard (const char *folder)
{
  g_autofree char *photos = g_build_filename (folder, YS_PHOTO_FOLDER, NULL);
  g_autoptr (GDir) dir = g_dir_open (photos, 0, NULL);
  const char *name;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *shelf = g_build_filename (photos, name, NULL);
      discard_shelf (shelf);
    }
}
