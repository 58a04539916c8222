/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ranking as an official table: looked at and printed, or written to a file that is read back.
 */
#include "config.h"

#include "ranking-page-private.h"

#include <glib/gi18n-lib.h>

#include "period-report.h"
#include "reports-write.h"
#include "save-file.h"
#include "show-document.h"

typedef struct
{
  YsStanding *standing;
  YsRegistry *registry;
  YsInstant now;
  char *path; /* (nullable) */
} Paper;

static void
paper_free (gpointer data)
{
  Paper *paper = data;

  ys_standing_unref (paper->standing);
  ys_registry_unref (paper->registry);
  g_free (paper->path);
  g_free (paper);
}

static Paper *
paper_new (YsRankingPage *page, const char *path)
{
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  Paper *paper = g_new0 (Paper, 1);

  paper->standing = ys_standing_ref (page->standing);
  paper->registry = ys_registry_ref (ys_session_get_registry (session));
  paper->now = ys_session_now (session);
  paper->path = g_strdup (path);
  return paper;
}

/* In a thread. */
static YsDocument *
make_document (YsLedger *ledger, gconstpointer data, GError **error)
{
  const Paper *paper = data;
  const YsReportOptions options = { 0 };

  return ys_report_document (ledger, paper->registry, paper->standing, YS_REPORT_RANKING, &options,
                             paper->now, error);
}

void
ys_ranking_page_print (YsRankingPage *page)
{
  /* What holds is filed when it is exported from there; an earlier version is only looked at. */
  if (page->standing != NULL && page->version == 0)
    ys_reports_show (GTK_WIDGET (page), ys_page_get_session (YS_PAGE (page)), YS_REPORT_RANKING,
                     FALSE);
  else if (page->standing != NULL)
    ys_show_document (GTK_WIDGET (page), ys_page_get_session (YS_PAGE (page)),
                      _ ("Making the ranking table"), make_document, paper_new (page, NULL),
                      paper_free);
}

/* In a thread. Its result is the path. */
static gpointer
write_table (YsLedger *ledger,
             YsProgressFunc progress,
             gpointer progress_data,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  const Paper *paper = data;
  const YsReportOptions options = { 0 };

  return ys_report_export (ledger, paper->registry, paper->standing, YS_REPORT_RANKING, &options,
                           paper->path, paper->now, NULL, error)
             ? g_strdup (paper->path)
             : NULL;
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  YsSession *session = YS_SESSION (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ys_session_run_finish (session, result, &error);

  if (path != NULL)
    ys_session_changed (session);
  ys_session_tell_written (session, path, error);
}

static void
on_path_chosen_cb (const char *path, gpointer user_data)
{
  YsRankingPage *page = user_data;

  if (page->standing != NULL)
    ys_session_run_async (ys_page_get_session (YS_PAGE (page)), _ ("Writing the ranking table"),
                          write_table, paper_new (page, path), paper_free, g_free, on_written_cb,
                          NULL);
}

void
ys_ranking_page_export (YsRankingPage *page)
{
  g_autofree char *span = NULL;
  g_autofree char *name = NULL;

  if (page->standing == NULL)
    return;
  span = ys_span_label (ys_standing_span (page->standing));
  name = g_strdup_printf ("%s%s.xlsx", span, ys_report_label (YS_REPORT_RANKING));
  ys_save_file (GTK_WIDGET (page), _ ("Export the ranking table"), name, on_path_chosen_cb, page);
}
