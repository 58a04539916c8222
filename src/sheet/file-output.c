/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole files or none: written under another name in the target's folder, brought to the disk,
 * renamed. A reader never sees half a table, and a failure leaves what was there before. */
#include "config.h"

#include "file-output.h"
#include "replace.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#ifndef O_BINARY
#define O_BINARY 0
#endif

/* Below this much free space a write that failed for no stated reason is taken for a full disk. */
#define NEARLY_NOTHING (256 * 1024)

void
ys_output_set_errno (GError **error, const char *path, int code)
{
  g_autofree char *name = g_filename_display_name (path);

  if (g_file_error_from_errno (code) == G_FILE_ERROR_NOSPC)
    g_set_error (error, YS_SHEET_ERROR, YS_SHEET_ERROR_DISK_FULL,
                 _ ("The disk is full, so “%s” was not written. Free some space, then try again."),
                 name);
  else
    /* Translators: %s are a file's path and the system's reason. */
    g_set_error (error, YS_SHEET_ERROR, YS_SHEET_ERROR_FAILED,
                 _ ("“%s” was not written: %s. Close it in other programs or choose another "
                    "folder."),
                 name, g_strerror (code));
}

static gboolean
is_full (const char *folder)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GFileInfo) info
      = g_file_query_filesystem_info (file, G_FILE_ATTRIBUTE_FILESYSTEM_FREE, NULL, NULL);

  return info != NULL && g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE)
         && g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE)
                < NEARLY_NOTHING;
}

void
ys_output_set_unknown (GError **error, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  gboolean full = is_full (folder) || is_full (g_get_tmp_dir ());

  ys_output_set_errno (error, path, full ? ENOSPC : EIO);
}

static int
errno_of (const GError *error)
{
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    return ENOSPC;
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return ENOENT;
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ACCES))
    return EACCES;
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ROFS))
    return EROFS;
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ISDIR))
    return EISDIR;
  return EIO;
}

gboolean
ys_output_write (const char *path, const char *data, gsize length, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (ys_replace_contents (path, data, length, 0666, &local))
    return TRUE;
  ys_output_set_errno (error, path, errno_of (local));
  return FALSE;
}

char *
ys_output_temp_new (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temp = g_build_filename (folder, ".yardstick-XXXXXX", NULL);
  int fd = g_mkstemp_full (temp, O_RDWR | O_BINARY, 0666);

  if (fd < 0)
    {
      ys_output_set_errno (error, path, errno);
      return NULL;
    }
  g_close (fd, NULL);
  return g_steal_pointer (&temp);
}

/* Returns an errno, 0 when the file is on the disk. */
static int
sync_file (const char *path)
{
  int fd = g_open (path, O_RDWR | O_BINARY, 0);
  int code = 0;

  if (fd < 0)
    return errno;
  if (g_fsync (fd) != 0)
    code = errno;
  if (!g_close (fd, NULL) && code == 0)
    code = EIO;
  return code;
}

gboolean
ys_output_commit (const char *temp, const char *path, GError **error)
{
  int code = sync_file (temp);

  if (code == 0 && ys_replace_file (temp, path) != 0)
    code = errno;
  if (code == 0)
    return TRUE;
  g_unlink (temp);
  ys_output_set_errno (error, path, code);
  return FALSE;
}
