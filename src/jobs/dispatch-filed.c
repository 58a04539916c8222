/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The filed bytes of a dispatch table: read back only after their SHA-256 was checked, and written
 * out whole or not at all. */
#include "config.h"

#include "dispatch-private.h"
#include "record-store.h"
#include "replace.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* (transfer full) */
static GBytes *
load_file (YsLedger *ledger, const YsSubmission *submission, const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = ys_submission_store_file (ledger, submission->id, name, error);
  g_autofree char *hash = NULL;
  g_autofree char *filed = NULL;

  if (bytes == NULL)
    return NULL;
  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  filed = ys_dispatch_content_hash (submission->content, name);
  if (g_strcmp0 (hash, filed) == 0
      && (g_strcmp0 (name, submission->file_name) != 0
          || g_strcmp0 (hash, submission->sha256) == 0))
    return g_steal_pointer (&bytes);
  g_set_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_DAMAGED,
               /* Translators: file name, then number of the submission */
               _ ("%s is no longer what was filed as %s. Restore a backup of the ledger."), name,
               submission->number);
  return NULL;
}

gboolean
ys_dispatch_load_files (YsDispatch *dispatch, YsLedger *ledger, GError **error)
{
  g_autofree char *workbook = g_strconcat (dispatch->stem, YS_DISPATCH_WORKBOOK_ENDING, NULL);
  g_autofree char *pdf = g_strconcat (dispatch->stem, YS_DISPATCH_PDF_ENDING, NULL);

  dispatch->workbook = load_file (ledger, dispatch->filed, workbook, error);
  if (dispatch->workbook == NULL)
    return FALSE;
  dispatch->pdf = load_file (ledger, dispatch->filed, pdf, error);
  return dispatch->pdf != NULL;
}

gboolean
ys_dispatch_write_bytes (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *shown = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gboolean full;

  if (ys_replace_contents (path, data, size, 0666, &reason))
    return TRUE;
  full = g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_NOSPC);
  shown = g_filename_display_name (path);
  g_set_error (error, YS_SHEET_ERROR, full ? YS_SHEET_ERROR_DISK_FULL : YS_SHEET_ERROR_FAILED,
               /* Translators: a path, then the system's reason */
               _ ("%s could not be written (%s). Choose another folder."), shown, reason->message);
  return FALSE;
}

static gint
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const YsSubmission *first = *(YsSubmission *const *)a;
  const YsSubmission *second = *(YsSubmission *const *)b;

  return first->id < second->id ? 1 : first->id > second->id ? -1 : 0;
}

GPtrArray *
ys_dispatch_submissions (YsLedger *ledger, GError **error)
{
  GPtrArray *list;

  g_return_val_if_fail (ledger != NULL, NULL);

  list = ys_record_store_list (ledger, &ys_submission_type, error);
  if (list != NULL)
    g_ptr_array_sort (list, compare_newest_first);
  return list;
}

/* Files that stood there before are not taken away again. */
static void
remove_written (char **paths, guint n_written)
{
  for (guint i = 0; i < n_written; i++)
    g_unlink (paths[i]);
}

GStrv
ys_dispatch_reprint (YsLedger *ledger, gint64 submission_id, const char *folder, GError **error)
{
  g_autoptr (YsDispatch) filed = NULL;
  g_auto (GStrv) paths = NULL;
  GBytes *files[2];

  g_return_val_if_fail (ledger != NULL && folder != NULL, NULL);

  filed = ys_dispatch_new_filed (ledger, submission_id, error);
  if (filed == NULL)
    return NULL;
  if (g_mkdir_with_parents (folder, 0777) != 0)
    {
      g_autofree char *shown = g_filename_display_name (folder);

      g_set_error (error, YS_SHEET_ERROR, YS_SHEET_ERROR_FAILED,
                   /* Translators: a path */
                   _ ("The folder %s could not be made. Choose another one."), shown);
      return NULL;
    }
  files[0] = filed->workbook;
  files[1] = filed->pdf;
  paths = g_new0 (char *, G_N_ELEMENTS (files) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *name
          = g_strconcat (filed->stem, i == 0 ? YS_DISPATCH_WORKBOOK_ENDING : YS_DISPATCH_PDF_ENDING,
                         NULL);

      paths[i] = g_build_filename (folder, name, NULL);
      if (!ys_dispatch_write_bytes (paths[i], files[i], error))
        {
          remove_written (paths, i);
          return NULL;
        }
    }
  return g_steal_pointer (&paths);
}

static gboolean
holds_file (const YsSubmission *submission, const char *ending, const char *sha256)
{
  gsize stem = strlen (submission->file_name) - strlen (YS_DISPATCH_WORKBOOK_ENDING);
  g_autofree char *name = g_strdup_printf ("%.*s%s", (int)stem, submission->file_name, ending);
  g_autofree char *filed = ys_dispatch_content_hash (submission->content, name);

  return g_strcmp0 (filed, sha256) == 0;
}

gboolean
ys_dispatch_find_by_hash (YsLedger *ledger,
                          const char *sha256,
                          YsSubmission **out_submission,
                          GError **error)
{
  g_autoptr (GPtrArray) submissions = NULL;

  g_return_val_if_fail (ledger != NULL && sha256 != NULL && out_submission != NULL, FALSE);

  *out_submission = NULL;
  submissions = ys_dispatch_submissions (ledger, error);
  if (submissions == NULL)
    return FALSE;
  for (guint i = 0; i < submissions->len && *out_submission == NULL; i++)
    {
      const YsSubmission *submission = submissions->pdata[i];

      if (!g_str_has_suffix (submission->file_name, YS_DISPATCH_WORKBOOK_ENDING)
          || !(holds_file (submission, YS_DISPATCH_WORKBOOK_ENDING, sha256)
               || holds_file (submission, YS_DISPATCH_PDF_ENDING, sha256)))
        continue;
      *out_submission = ys_record_new (&ys_submission_type);
      ys_record_copy (&ys_submission_type, *out_submission, submission);
    }
  return TRUE;
}
