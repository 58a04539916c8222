/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The photo files of an open ledger. */
#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ledger-private.h"
#include "photo-files.h"
#include "photo-store.h"

gboolean
ys_photo_store_put (YsLedger *ledger, GBytes *bytes, const char *sha256, GError **error)
{
  g_return_val_if_fail (ledger != NULL, FALSE);
  g_return_val_if_fail (bytes != NULL && sha256 != NULL, FALSE);

  if (ledger->mode == YS_LEDGER_READ_ONLY)
    {
      g_set_error_literal (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_READ_ONLY,
                           _ ("This ledger is open for reading only. Open it for writing, then "
                              "change it."));
      return FALSE;
    }
  return ys_photo_file_write (ledger->folder, bytes, sha256, error);
}

GBytes *
ys_photo_store_read (YsLedger *ledger, const char *sha256, GError **error)
{
  g_return_val_if_fail (ledger != NULL, NULL);
  g_return_val_if_fail (sha256 != NULL, NULL);

  return ys_photo_file_read (ledger->folder, sha256, error);
}

GBytes *
ys_photo_store_read_in (const char *folder, const char *sha256, GError **error)
{
  g_return_val_if_fail (folder != NULL && sha256 != NULL, NULL);

  return ys_photo_file_read (folder, sha256, error);
}

gboolean
ys_photo_store_count (
    YsLedger *ledger, const gint64 *finding_ids, guint n_ids, guint *out_counts, GError **error)
{
  static const char sql[] = "SELECT count (*) FROM photo WHERE \"finding\" = $1";

  g_return_val_if_fail (ledger != NULL, FALSE);

  g_autoptr (YsStatement) statement = ys_database_prepare (ledger->db, sql, error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < n_ids; i++)
    {
      gboolean row;
      ys_statement_bind_int64 (statement, 1, finding_ids[i]);
      if (!ys_statement_step (statement, &row, error))
        return FALSE;
      out_counts[i] = (guint)ys_statement_int64 (statement, 0);
      ys_statement_reset (statement);
    }
  return TRUE;
}

static gboolean
is_named (GHashTable *hashes, const char *shelf, const char *name)
{
  g_autofree char *sha256 = NULL;
  if (!g_str_has_suffix (name, ".jpg"))
    return FALSE;
  sha256 = g_strndup (name, strlen (name) - strlen (".jpg"));
  return g_hash_table_contains (hashes, sha256) && strncmp (shelf, sha256, 2) == 0
         && strlen (shelf) == 2;
}

static void
look_on_shelf (const char *photos, const char *shelf, GHashTable *hashes, GPtrArray *orphans)
{
  g_autofree char *path = g_build_filename (photos, shelf, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  if (dir == NULL)
    {
      g_ptr_array_add (orphans, g_strdup (shelf));
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    if (!is_named (hashes, shelf, name))
      g_ptr_array_add (orphans, g_build_filename (shelf, name, NULL));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

GPtrArray *
ys_photo_store_orphans (YsLedger *ledger, GError **error)
{
  g_return_val_if_fail (ledger != NULL, NULL);

  g_autofree char *photos = g_build_filename (ledger->folder, YS_PHOTO_FOLDER, NULL);
  g_autoptr (GPtrArray) hashes = ys_photo_list_hashes (ledger->db, error);
  g_autoptr (GPtrArray) orphans = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GDir) dir = g_dir_open (photos, 0, NULL);
  const char *shelf;
  if (hashes == NULL)
    return NULL;
  for (guint i = 0; i < hashes->len; i++)
    g_hash_table_add (known, hashes->pdata[i]);
  while (dir != NULL && (shelf = g_dir_read_name (dir)) != NULL)
    look_on_shelf (photos, shelf, known, orphans);
  g_ptr_array_sort (orphans, compare_names);
  return g_steal_pointer (&orphans);
}
