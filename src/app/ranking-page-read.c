/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page shows is read in a thread, all of it at once. */
#include "config.h"

#include "ranking-page-private.h"

#include <glib/gi18n-lib.h>

#include "calendar-record.h"
#include "standing-read.h"

typedef struct
{
  YsSpan span;
  guint version;
  YsInstant now;
  YsRegistry *registry;
  GStrv trial;       /* (nullable) */
  YsStanding *spare; /* (nullable) */
} Request;

typedef struct
{
  YsStanding *standing;
  YsStanding *trial;   /* (nullable) */
  GError *trial_error; /* (nullable): why the trial cannot be worked out */
  YsPeriod *period;    /* (nullable) */
  guint n_versions;
  guint n_decisions;
} Reading;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_strfreev (request->trial);
  g_clear_pointer (&request->spare, ys_standing_unref);
  ys_registry_unref (request->registry);
  g_free (request);
}

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->standing, ys_standing_unref);
  g_clear_pointer (&reading->trial, ys_standing_unref);
  g_clear_error (&reading->trial_error);
  if (reading->period != NULL)
    ys_record_free (&ys_period_type, reading->period);
  g_free (reading);
}

static YsStanding *
read_trial (YsLedger *ledger, const Request *request, GCancellable *cancellable, GError **error)
{
  g_autoptr (YsTrial) trial = ys_trial_new ();

  for (guint i = 0; request->trial[i] != NULL; i++)
    if (!ys_trial_add (trial, request->trial[i], error))
      return NULL;
  return ys_standing_load (ledger, request->registry, request->span, trial, request->now,
                           cancellable, error);
}

static gboolean
read_period (YsLedger *ledger, const Request *request, Reading *reading, GError **error)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (GPtrArray) versions = ys_period_versions (ledger, request->span, error);

  g_autoptr (GPtrArray) decisions = NULL;

  if (versions == NULL)
    return FALSE;
  decisions = ys_award_decisions (ledger, request->span, error);
  if (decisions == NULL)
    return FALSE;
  reading->n_versions = versions->len;
  reading->n_decisions = decisions->len;
  reading->period = ys_period_load (ledger, request->span, &failed);
  if (failed == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

/* In a thread. */
static gpointer
read_all (YsLedger *ledger,
          YsProgressFunc progress,
          gpointer progress_data,
          gpointer data,
          GCancellable *cancellable,
          GError **error)
{
  Request *request = data;
  Reading *reading = g_new0 (Reading, 1);

  reading->standing
      = request->version != 0
            ? ys_standing_load_version (ledger, request->span, request->version, error)
            : ys_standing_read (ledger, request->registry, request->span,
                                g_steal_pointer (&request->spare), request->now, cancellable,
                                error);
  if (reading->standing == NULL || !read_period (ledger, request, reading, error))
    {
      reading_free (reading);
      return NULL;
    }
  if (request->trial != NULL)
    reading->trial = read_trial (ledger, request, cancellable, &reading->trial_error);
  return reading;
}

static void
take (YsRankingPage *page, Reading *reading)
{
  g_clear_pointer (&page->spare, ys_standing_unref);
  page->spare = page->standing;
  page->standing = g_steal_pointer (&reading->standing);
  g_clear_pointer (&page->trial, ys_standing_unref);
  page->trial = g_steal_pointer (&reading->trial);
  if (page->period != NULL)
    ys_record_free (&ys_period_type, page->period);
  page->period = g_steal_pointer (&reading->period);
  page->n_versions = reading->n_versions;
  page->n_decisions = reading->n_decisions;
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsRankingPage) page = user_data;
  g_autoptr (GError) error = NULL;
  Reading *reading = ys_session_run_finish (YS_SESSION (source), result, &error);

  page->reading = FALSE;
  if (page->list == NULL || ys_page_get_session (YS_PAGE (page)) == NULL)
    {
      g_clear_pointer (&reading, reading_free);
      return;
    }
  if (page->again)
    {
      g_clear_pointer (&reading, reading_free);
      ys_ranking_page_read (page);
      return;
    }
  if (reading == NULL)
    {
      ys_session_report (YS_SESSION (source), error);
      return;
    }
  take (page, reading);
  ys_ranking_page_fill (page);
  ys_ranking_page_show_trial (page,
                              reading->trial_error != NULL ? reading->trial_error->message : NULL);
  reading_free (reading);
}

/* (transfer full) (nullable) */
static GStrv
trial_texts (YsRankingPage *page)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (page->suppositions->len == 0)
    return NULL;
  for (guint i = 0; i < page->suppositions->len; i++)
    g_strv_builder_add (builder, ((YsSupposition *)page->suppositions->pdata[i])->text);
  return g_strv_builder_end (builder);
}

void
ys_ranking_page_read (YsRankingPage *page)
{
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  YsRegistry *registry = ys_session_get_registry (session);
  Request *request;

  page->again = page->reading;
  if (page->reading || registry == NULL)
    return;
  page->reading = TRUE;
  request = g_new0 (Request, 1);
  request->span = ys_session_get_period (session);
  request->version = page->version;
  request->now = ys_session_now (session);
  request->registry = ys_registry_ref (registry);
  request->trial = trial_texts (page);
  if (page->version == 0)
    request->spare = g_steal_pointer (&page->spare);
  if (page->standing == NULL)
    gtk_stack_set_visible_child_name (page->stack, "loading");
  ys_session_read_async (session, NULL, read_all, request, request_free, reading_free, on_read_cb,
                         g_object_ref (page));
}
