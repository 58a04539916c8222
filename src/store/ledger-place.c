/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Judges the place of a ledger: locks are unsure on network drives, read-only media take no change,
 * a nearly full disk takes few. */
#include "config.h"

#include "ledger-place.h"

#ifdef G_OS_WIN32
#include <windows.h>
#endif

#define ATTRIBUTES                                                                                 \
  G_FILE_ATTRIBUTE_FILESYSTEM_TYPE "," G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE                          \
                                   "," G_FILE_ATTRIBUTE_FILESYSTEM_READONLY                        \
                                   "," G_FILE_ATTRIBUTE_FILESYSTEM_FREE

/* A share may have been given a letter, and only the system knows which. */
static gboolean
is_network_drive (const char *folder)
{
#ifdef G_OS_WIN32
  const wchar_t drive[] = { (wchar_t)folder[0], L':', L'\\', L'\0' };

  return g_ascii_isalpha (folder[0]) && folder[1] == ':' && GetDriveTypeW (drive) == DRIVE_REMOTE;
#else
  return FALSE;
#endif
}

static gboolean
is_network (const char *folder, GFileInfo *file_system)
{
  static const char *const types[] = {
    "9p",    "afs",        "ceph",        "cifs",      "davfs", "fuse.davfs", "fuse.gvfsd-fuse",
    "ncpfs", "fuse.sshfs", "fuse.rclone", "glusterfs", "nfs",   "nfs4",       "smb",
    "smb2",  "smb3",       "smbfs",       "webdav",    NULL
  };
  const char *type
      = g_file_info_get_attribute_string (file_system, G_FILE_ATTRIBUTE_FILESYSTEM_TYPE);
  if (g_file_info_get_attribute_boolean (file_system, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE))
    return TRUE;
  if (type != NULL && g_strv_contains (types, type))
    return TRUE;
  /* A Windows share by its name. */
  return g_str_has_prefix (folder, "\\\\") || g_str_has_prefix (folder, "//")
         || is_network_drive (folder);
}

YsLedgerWarnings
ys_ledger_place_judge_info (const char *folder, GFileInfo *file_system, gboolean writable)
{
  YsLedgerWarnings warnings = YS_LEDGER_FINE;
  if (is_network (folder, file_system))
    warnings |= YS_LEDGER_ON_NETWORK;
  if (!writable
      || g_file_info_get_attribute_boolean (file_system, G_FILE_ATTRIBUTE_FILESYSTEM_READONLY))
    warnings |= YS_LEDGER_ON_READ_ONLY;
  if (g_file_info_has_attribute (file_system, G_FILE_ATTRIBUTE_FILESYSTEM_FREE)
      && g_file_info_get_attribute_uint64 (file_system, G_FILE_ATTRIBUTE_FILESYSTEM_FREE)
             < YS_LEDGER_MINIMUM_FREE)
    warnings |= YS_LEDGER_LITTLE_SPACE;
  return warnings;
}

static gboolean
is_writable (GFile *folder)
{
  g_autoptr (GFileInfo) info = g_file_query_info (folder, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE,
                                                  G_FILE_QUERY_INFO_NONE, NULL, NULL);
  return info == NULL
         || g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE);
}

YsLedgerWarnings
ys_ledger_place_judge (const char *folder)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GFileInfo) info = g_file_query_filesystem_info (file, ATTRIBUTES, NULL, NULL);
  if (info == NULL)
    return YS_LEDGER_FINE;
  return ys_ledger_place_judge_info (folder, info, is_writable (file));
}
