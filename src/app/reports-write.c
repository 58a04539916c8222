/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each request reads the registry and the standing anew through its own connection: what is written
 * is what the ledger says at that moment. */
#include "config.h"

#include "reports-write.h"

#include <glib/gi18n-lib.h>

#include "document-window.h"

typedef struct
{
  YsSession *session; /* (nullable): of a writer */
  GtkWidget *widget;  /* (nullable): of a preview */
  YsReportKind kind;
  YsSpan span;
  YsInstant now;
  YsReportOptions options;
  char *path; /* (nullable) */
} Request;

static Request *
request_new (YsSession *session, YsReportKind kind, gboolean with_personal, const char *path)
{
  Request *request = g_new0 (Request, 1);

  request->kind = kind;
  request->span = ys_session_get_period (session);
  request->now = ys_session_now (session);
  request->options.with_personal = with_personal;
  request->path = g_strdup (path);
  return request;
}

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_object (&request->session);
  g_clear_object (&request->widget);
  g_free (request->path);
  g_free (request);
}

typedef struct
{
  YsRegistry *registry;
  YsStanding *standing;
} Look;

static void
look_clear (Look *look)
{
  g_clear_pointer (&look->standing, ys_standing_unref);
  g_clear_pointer (&look->registry, ys_registry_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Look, look_clear)

static gboolean
look_read (
    Look *look, YsLedger *ledger, const Request *request, GCancellable *cancellable, GError **error)
{
  look->registry = ys_registry_load (ledger, error);
  if (look->registry == NULL)
    return FALSE;
  look->standing = ys_standing_load (ledger, look->registry, request->span, NULL, request->now,
                                     cancellable, error);
  return look->standing != NULL;
}

/* In a thread. */
static gpointer
make_document (YsLedger *ledger,
               YsProgressFunc progress,
               gpointer progress_data,
               gpointer data,
               GCancellable *cancellable,
               GError **error)
{
  const Request *request = data;
  g_auto (Look) look = { 0 };

  if (!look_read (&look, ledger, request, cancellable, error))
    return NULL;
  return ys_report_document (ledger, look.registry, look.standing, request->kind, &request->options,
                             request->now, error);
}

/* What the preview's buttons write; on the main loop. */
static gboolean
write_previewed (const char *path, gpointer user_data, GError **error)
{
  const Request *request = user_data;
  YsLedger *ledger = ys_session_get_ledger (request->session);
  g_auto (Look) look = { 0 };

  if (!look_read (&look, ledger, request, NULL, error)
      || !ys_report_export (ledger, look.registry, look.standing, request->kind, &request->options,
                            path, request->now, NULL, error))
    return FALSE;
  ys_session_changed (request->session);
  return TRUE;
}

static void
tell_failure (YsSession *session, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ys_session_report (session, error);
}

static void
on_document_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Request *writer = user_data;
  g_autoptr (GtkWidget) widget = g_steal_pointer (&writer->widget);
  YsSession *session = YS_SESSION (source);
  g_autoptr (GError) error = NULL;
  YsDocument *document = ys_session_run_finish (session, result, &error);

  if (document == NULL)
    {
      tell_failure (session, error);
      request_free (writer);
      return;
    }
  writer->session = g_object_ref (session);
  ys_document_set_writer (document, write_previewed, writer, request_free);
  if (gtk_widget_get_root (widget) == NULL)
    ys_document_free (document);
  else
    ys_document_window_present (widget, session, document);
}

void
ys_reports_show (GtkWidget *widget, YsSession *session, YsReportKind kind, gboolean with_personal)
{
  Request *writer;

  g_return_if_fail (GTK_IS_WIDGET (widget) && YS_IS_SESSION (session));

  if (ys_session_is_running (session))
    return;
  writer = request_new (session, kind, with_personal, NULL);
  writer->widget = g_object_ref (widget);
  ys_session_run_async (session, ys_report_label (kind), make_document,
                        request_new (session, kind, with_personal, NULL), request_free,
                        (GDestroyNotify)ys_document_free, on_document_cb, writer);
}

/* In a thread. The paths that were written, a line each. */
static gpointer
write_one (YsLedger *ledger,
           YsProgressFunc progress,
           gpointer progress_data,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  const Request *request = data;
  g_autoptr (GPtrArray) written = g_ptr_array_new_with_free_func (g_free);
  g_auto (Look) look = { 0 };

  if (!look_read (&look, ledger, request, cancellable, error)
      || !ys_report_export (ledger, look.registry, look.standing, request->kind, &request->options,
                            request->path, request->now, written, error))
    return NULL;
  g_ptr_array_add (written, NULL);
  return g_strjoinv ("\n", (char **)written->pdata);
}

/* In a thread. */
static gpointer
write_folder (YsLedger *ledger,
              YsProgressFunc progress,
              gpointer progress_data,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  const Request *request = data;
  g_auto (Look) look = { 0 };

  if (!look_read (&look, ledger, request, cancellable, error)
      || !ys_report_export_all (ledger, look.registry, look.standing, &request->options,
                                request->path, request->now, progress, progress_data, cancellable,
                                error))
    return NULL;
  return g_strdup (request->path);
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  YsSession *session = YS_SESSION (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ys_session_run_finish (session, result, &error);
  g_autofree char *text = NULL;

  if (path == NULL)
    {
      tell_failure (session, error);
      return;
    }
  ys_session_changed (session);
  /* Translators: a path */
  text = g_strdup_printf (_ ("Written and filed: %s"), path);
  ys_session_notify (session, text, FALSE);
}

void
ys_reports_write (YsSession *session, YsReportKind kind, gboolean with_personal, const char *path)
{
  g_return_if_fail (YS_IS_SESSION (session) && path != NULL);

  if (!ys_session_is_running (session))
    ys_session_run_async (session, ys_report_label (kind), write_one,
                          request_new (session, kind, with_personal, path), request_free, g_free,
                          on_written_cb, NULL);
}

void
ys_reports_write_all (YsSession *session, gboolean with_personal, const char *folder)
{
  g_return_if_fail (YS_IS_SESSION (session) && folder != NULL);

  if (!ys_session_is_running (session))
    ys_session_run_async (session, _ ("Writing the folder of the period"), write_folder,
                          request_new (session, YS_REPORT_RANKING, with_personal, folder),
                          request_free, g_free, on_written_cb, NULL);
}
