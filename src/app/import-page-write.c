/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing what was judged, in a thread; what came of it; earlier batches and taking one back. */
#include "config.h"

#include "import-page-private.h"

#include <glib/gi18n-lib.h>

#include "import-batch.h"
#include "note-row.h"
#include "save-file.h"
#include "widget-help.h"

/* -- Writing ---------------------------------------------------------------------------------- */

typedef struct
{
  YsImport *import; /* borrowed: the page keeps it until the job is over */
  gboolean skip_refused;
  YsInstant now;
} Request;

/* In a thread. */
static gpointer
apply (YsLedger *ledger,
       YsProgressFunc progress,
       gpointer progress_data,
       gpointer data,
       GCancellable *cancellable,
       GError **error)
{
  const Request *request = data;
  gint64 *batch = g_new0 (gint64, 1);

  if (ys_import_apply (request->import, ledger, request->skip_refused, request->now, progress,
                       progress_data, cancellable, batch, error))
    return batch;
  g_free (batch);
  return NULL;
}

/* (transfer full): what the batch says of itself, with the rows that a person decided about */
static char *
describe_batch (YsLedger *ledger, gint64 id)
{
  g_autoptr (GPtrArray) batches = ys_import_batches (ledger, NULL);

  for (guint i = 0; batches != NULL && i < batches->len; i++)
    {
      const YsImportBatch *batch = g_ptr_array_index (batches, i);

      if (batch->id == id)
        return g_strdup_printf (_ ("%u new compounds, %u changed."), (guint)batch->n_new.value,
                                (guint)batch->n_changed.value);
    }
  return g_strdup (_ ("There was nothing to write."));
}

static void
on_applied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsImportPage) page = user_data;
  YsSession *session = YS_SESSION (source);
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *batch = ys_session_run_finish (session, result, &error);
  g_autofree char *text = NULL;

  if (ys_page_get_session (YS_PAGE (page)) == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (page->stack), TRUE);
  if (batch == NULL)
    {
      ys_session_report (session, error);
      return;
    }
  page->batch = *batch;
  text = describe_batch (ys_session_get_ledger (session), *batch);
  ys_empty_state_set (page->done, "object-select-symbolic", text,
                      _ ("Ctrl+Z takes the whole import back."), _ ("Show the registry"));
  ys_import_page_set_step (page, YS_IMPORT_DONE);
  ys_session_changed (session);
}

static void
on_write_clicked_cb (YsImportPage *page)
{
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  Request *request;

  if (page->import == NULL || ys_session_is_running (session))
    return;
  request = g_new0 (Request, 1);
  request->import = page->import;
  request->skip_refused = gtk_check_button_get_active (page->skip_refused);
  request->now = ys_session_now (session);
  /* The import is the thread's until it is done. */
  gtk_widget_set_sensitive (GTK_WIDGET (page->stack), FALSE);
  ys_session_run_async (session, _ ("Importing"), apply, request, g_free, g_free, on_applied_cb,
                        g_object_ref (page));
}

static void
on_done_clicked_cb (YsImportPage *page)
{
  YsSession *session = ys_page_get_session (YS_PAGE (page));

  ys_import_page_take (page, NULL);
  ys_session_go (session, "registry", 0, NULL);
}

/* -- Refused rows ----------------------------------------------------------------------------- */

static void
on_refused_path_cb (const char *path, gpointer user_data)
{
  YsImportPage *page = user_data;
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  /* The dialog may have been open while another file was taken. */
  if (page->import == NULL || page->judging)
    return;
  if (!ys_import_export_refused (page->import, path, ys_session_now (session), &error))
    {
      ys_session_report (session, error);
      return;
    }
  text = g_strdup_printf (_ ("The refused rows and their reasons were written to %s"), path);
  ys_session_notify (session, text, FALSE);
}

static void
on_save_refused_clicked_cb (YsImportPage *page)
{
  g_autofree char *stem = NULL;
  g_autofree char *name = NULL;
  char *dot;

  if (page->judging)
    return;
  stem = g_strdup (ys_import_file_name (page->import));
  dot = strrchr (stem, '.');
  if (dot != NULL)
    *dot = '\0';
  name = g_strdup_printf ("%s（拒绝行）.xlsx", stem);
  ys_save_file (GTK_WIDGET (page), _ ("Save the refused rows"), name, on_refused_path_cb, page);
}

/* -- Earlier batches -------------------------------------------------------------------------- */

static GtkWidget *
new_batch_row (const YsImportBatch *batch)
{
  g_autofree char *at = ys_instant_to_iso (batch->at);
  g_autofree char *title = NULL;
  g_autofree char *detail = NULL;
  GtkWidget *row;

  if (at != NULL && strlen (at) > 10)
    at[10] = ' ';
  title = g_strdup_printf ("%s  %s", at, batch->file_name);
  detail = g_strdup_printf (_ ("%d new, %d changed, %d the same"), (int)batch->n_new.value,
                            (int)batch->n_changed.value, (int)batch->n_same.value);
  row = ys_note_row_new (NULL, NULL, title, detail);
  if (batch->undone)
    ys_note_row_set_chip (YS_NOTE_ROW (row), _ ("taken back"), "grey");
  else
    ys_note_row_set_chip (YS_NOTE_ROW (row), _ ("take back"), "accent");
  ys_note_row_set_target (YS_NOTE_ROW (row), batch->undone ? 0 : batch->id, NULL);
  return row;
}

void
ys_import_page_fill_batches (YsImportPage *page)
{
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  g_autoptr (GPtrArray) batches = NULL;
  ys_list_box_clear (page->batches);
  if (session == NULL)
    return;
  batches = ys_import_batches (ys_session_get_ledger (session), NULL);
  for (guint i = 0; batches != NULL && i < batches->len; i++)
    gtk_list_box_append (page->batches, new_batch_row (g_ptr_array_index (batches, i)));
  gtk_widget_set_visible (GTK_WIDGET (page->batches_box), batches != NULL && batches->len > 0);
}

static void
on_batch_activated_cb (YsImportPage *page, GtkListBoxRow *row)
{
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  gint64 batch = ys_note_row_get_id (YS_NOTE_ROW (row));
  g_autoptr (GError) error = NULL;

  if (batch == 0 || !ys_session_is_writable (session))
    return;
  if (!ys_import_undo (ys_session_get_ledger (session), batch, &error))
    {
      ys_session_report (session, error);
      return;
    }
  ys_session_changed (session);
  ys_session_notify (session, _ ("The import was taken back"), FALSE);
}

void
ys_import_page_bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_write_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_done_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_refused_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_batch_activated_cb);
}
