/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The session's thread makes the document; the window shows it. */
#include "config.h"

#include "show-document.h"

#include "document-window.h"

typedef struct
{
  YsDocumentFunc func;
  gpointer data;
  GDestroyNotify data_free;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  if (request->data_free != NULL)
    request->data_free (request->data);
  g_free (request);
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

  return request->func (ledger, request->data, error);
}

static void
on_document_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  YsSession *session = YS_SESSION (source);
  g_autoptr (GError) error = NULL;
  YsDocument *document = ys_session_run_finish (session, result, &error);

  if (document == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        ys_session_report (session, error);
    }
  else if (gtk_widget_get_root (widget) == NULL)
    ys_document_free (document);
  else
    ys_document_window_present (widget, session, document);
}

void
ys_show_document (GtkWidget *widget,
                  YsSession *session,
                  const char *title,
                  YsDocumentFunc func,
                  gpointer data,
                  GDestroyNotify data_free)
{
  Request *request;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (YS_IS_SESSION (session));
  g_return_if_fail (func != NULL);

  request = g_new0 (Request, 1);
  *request = (Request){ func, data, data_free };
  if (ys_session_is_running (session))
    {
      request_free (request);
      return;
    }
  ys_session_run_async (session, title, make_document, request, request_free,
                        (GDestroyNotify)ys_document_free, on_document_cb, g_object_ref (widget));
}
