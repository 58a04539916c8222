/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Found, handled and on-time rates of the period that the filter names, looked at as they will be
 * printed and written. */
#include "config.h"

#include "cases-page-private.h"

#include <glib/gi18n-lib.h>

#include "document-window.h"
#include "rate-job.h"

typedef struct
{
  YsInstant from;
  YsInstant to;
  YsInstant now;
  char *period;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->period);
  g_free (request);
}

/* In a thread. */
static gpointer
work_out_rates (YsLedger *ledger,
                YsProgressFunc progress,
                gpointer progress_data,
                gpointer data,
                GCancellable *cancellable,
                GError **error)
{
  const Request *request = data;

  return ys_rate_document_new (ledger, request->from, request->to, request->period, request->now,
                               error);
}

static void
on_rates_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsCasesPage) page = user_data;
  YsSession *session = YS_SESSION (source);
  g_autoptr (GError) error = NULL;
  YsDocument *document = ys_session_run_finish (session, result, &error);

  if (document == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        ys_session_report (session, error);
    }
  else if (gtk_widget_get_root (GTK_WIDGET (page)) == NULL)
    ys_document_free (document);
  else
    ys_document_window_present (GTK_WIDGET (page), session, document);
}

/* (transfer full): as an official table names it. */
static char *
name_period (const YsWorkFilter *filter, YsInstant now)
{
  g_autofree char *first = ys_date_to_chinese (ys_instant_to_date (filter->from));
  g_autofree char *last
      = ys_date_to_chinese (ys_instant_to_date (MIN (now, filter->to > 0 ? filter->to - 1 : now)));

  return filter->from != 0 ? g_strdup_printf ("%s至%s", first, last)
                           : g_strdup_printf ("截至%s", last);
}

void
ys_cases_page_show_rates (YsCasesPage *page)
{
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  const YsWorkFilter *filter = ys_work_list_model_get_filter (page->list);
  Request *request;

  if (ys_session_is_running (session))
    return;
  request = g_new0 (Request, 1);
  request->from = filter->from;
  request->to = filter->to;
  request->now = ys_session_now (session);
  request->period = name_period (filter, request->now);
  ys_session_run_async (session, _ ("Working out the rates"), work_out_rates, request, request_free,
                        (GDestroyNotify)ys_document_free, on_rates_cb, g_object_ref (page));
}
