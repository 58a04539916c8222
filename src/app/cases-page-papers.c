/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page prints: the notice of one compound or of each, the overdue list, the rates. */
#include "config.h"

#include "cases-page-private.h"

#include <glib/gi18n-lib.h>

#include "notice-job.h"
#include "rate-job.h"
#include "show-document.h"

typedef struct
{
  YsInstant from;
  YsInstant to;
  YsInstant now;
  gint64 compound_id;
  char *words; /* (nullable): the period, or the unit */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->words);
  g_free (request);
}

static Request *
request_new (YsCasesPage *page)
{
  const YsWorkFilter *filter = ys_work_list_model_get_filter (page->list);
  Request *request = g_new0 (Request, 1);

  request->from = filter->from;
  request->to = filter->to;
  request->now = ys_session_now (ys_page_get_session (YS_PAGE (page)));
  return request;
}

static void
show (YsCasesPage *page, const char *title, YsDocumentFunc func, Request *request)
{
  ys_show_document (GTK_WIDGET (page), ys_page_get_session (YS_PAGE (page)), title, func, request,
                    request_free);
}

static YsDocument *
make_rates (YsLedger *ledger, gconstpointer data, GError **error)
{
  const Request *request = data;

  return ys_rate_document_new (ledger, request->from, request->to, request->words, request->now,
                               error);
}

static YsDocument *
make_notice (YsLedger *ledger, gconstpointer data, GError **error)
{
  const Request *request = data;

  return ys_notice_of_compound (ledger, request->compound_id, request->now, error);
}

static YsDocument *
make_overdue (YsLedger *ledger, gconstpointer data, GError **error)
{
  const Request *request = data;

  return ys_notice_overdue (ledger, request->words, request->now, error);
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
  Request *request = request_new (page);

  request->words = name_period (ys_work_list_model_get_filter (page->list), request->now);
  show (page, _ ("Working out the rates"), make_rates, request);
}

/* Of the row chosen; 0: none is. */
static gint64
chosen_compound (YsCasesPage *page)
{
  const YsWorkRow *row
      = page->chosen->len > 0 ? ys_work_list_model_row (page->list, page->last_position) : NULL;

  return row != NULL && row->id != 0 ? row->compound_id : page->compound_id;
}

void
ys_cases_page_show_notice (YsCasesPage *page, gboolean of_all)
{
  Request *request = request_new (page);

  request->compound_id = of_all ? 0 : chosen_compound (page);
  show (page, _ ("Making the notice"), make_notice, request);
}

void
ys_cases_page_show_overdue (YsCasesPage *page)
{
  Request *request = request_new (page);

  request->words = g_strdup (ys_work_list_model_get_filter (page->list)->unit);
  show (page, _ ("Listing what is overdue"), make_overdue, request);
}
