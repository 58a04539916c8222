/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of backups, and the list of them in a ledger's folder. */
#include "config.h"

#include <string.h>

#include "backup-files.h"
#include "backup.h"

static const char *const words[] = { "daily", "monthly", "migration", "import", "manual" };

char *
ys_backup_file_name (YsBackupKind kind, YsInstant at, guint nth)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at + YS_SHANGHAI_OFFSET_SECONDS);
  g_autofree char *stamp = g_date_time_format (utc, "%Y%m%d-%H%M%S");
  if (nth > 1)
    return g_strdup_printf ("%s-%s-%u" YS_BACKUP_SUFFIX, stamp, words[kind], nth);
  return g_strdup_printf ("%s-%s" YS_BACKUP_SUFFIX, stamp, words[kind]);
}

/* "daily", or "daily-2". */
static gboolean
parse_kind (const char *text, YsBackupKind *out_kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);
      if (strncmp (text, words[i], length) != 0)
        continue;
      const char *rest = text + length;
      *out_kind = (YsBackupKind)i;
      return *rest == '\0'
             || (*rest == '-' && rest[1] != '\0'
                 && strspn (rest + 1, "0123456789") == strlen (rest + 1));
    }
  return FALSE;
}

static int
number_at (const char *text, guint from, guint length)
{
  int number = 0;
  for (guint i = from; i < from + length; i++)
    number = number * 10 + g_ascii_digit_value (text[i]);
  return number;
}

static gboolean
parse_stamp (const char *text, YsInstant *out_at)
{
  static const char form[] = "dddddddd-dddddd-";
  for (guint i = 0; form[i] != '\0'; i++)
    if (form[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != form[i])
      return FALSE;
  YsDate day = { (gint16)number_at (text, 0, 4), (gint8)number_at (text, 4, 2),
                 (gint8)number_at (text, 6, 2) };
  int hour = number_at (text, 9, 2), minute = number_at (text, 11, 2),
      second = number_at (text, 13, 2);
  if (!ys_date_is_full (day) || !ys_date_is_valid (day) || hour > 23 || minute > 59 || second > 59)
    return FALSE;
  *out_at = ys_date_to_days (day) * 86400 + hour * 3600 + minute * 60 + second
            - YS_SHANGHAI_OFFSET_SECONDS;
  return TRUE;
}

gboolean
ys_backup_parse_name (const char *name, YsBackupKind *out_kind, YsInstant *out_at)
{
  g_return_val_if_fail (name != NULL, FALSE);

  if (!g_str_has_suffix (name, YS_BACKUP_SUFFIX) || !parse_stamp (name, out_at))
    return FALSE;
  gsize start = strlen ("20261015-083000-");
  g_autofree char *word
      = g_strndup (name + start, strlen (name) - start - strlen (YS_BACKUP_SUFFIX));
  return parse_kind (word, out_kind);
}

static void
backup_file_free (gpointer data)
{
  YsBackupFile *file = data;
  g_free (file->path);
  g_free (file->name);
  g_free (file);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const YsBackupFile *one = *(YsBackupFile *const *)a;
  const YsBackupFile *other = *(YsBackupFile *const *)b;
  if (one->at != other->at)
    return one->at > other->at ? -1 : 1;
  return -strcmp (one->name, other->name);
}

GPtrArray *
ys_backup_files (const char *ledger_folder)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (backup_file_free);
  g_autofree char *folder = g_build_filename (ledger_folder, YS_BACKUP_FOLDER, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      YsBackupKind kind;
      YsInstant at;
      if (!ys_backup_parse_name (name, &kind, &at))
        continue;
      YsBackupFile *file = g_new0 (YsBackupFile, 1);
      file->path = g_build_filename (folder, name, NULL);
      file->name = g_strdup (name);
      file->kind = kind;
      file->at = at;
      g_ptr_array_add (files, file);
    }
  g_ptr_array_sort (files, compare_newest_first);
  return files;
}

YsInstant
ys_backup_last (const char *folder)
{
  g_return_val_if_fail (folder != NULL, 0);

  g_autoptr (GPtrArray) files = ys_backup_files (folder);
  return files->len > 0 ? ((YsBackupFile *)files->pdata[0])->at : 0;
}
