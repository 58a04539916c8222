/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the room shows is read in a thread, all of it at once; a later reading overtakes it. */
#include "config.h"

#include "score-page-private.h"

#include "standing-read.h"

typedef struct
{
  YsSpan span;
  YsInstant now;
  YsRegistry *registry;
  YsStanding *spare; /* (nullable) */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  ys_registry_unref (request->registry);
  g_clear_pointer (&request->spare, ys_standing_unref);
  g_free (request);
}

void
ys_score_reading_free (YsScoreReading *reading)
{
  g_clear_pointer (&reading->rows, g_ptr_array_unref);
  g_clear_pointer (&reading->standing, ys_standing_unref);
  g_clear_pointer (&reading->sums_2, g_hash_table_unref);
  g_clear_pointer (&reading->sums_3, g_hash_table_unref);
  g_clear_pointer (&reading->waived, g_hash_table_unref);
  g_clear_pointer (&reading->sums, g_array_unref);
  g_clear_pointer (&reading->waivers, g_ptr_array_unref);
  g_clear_pointer (&reading->bonuses, g_ptr_array_unref);
  g_clear_pointer (&reading->surveys, g_ptr_array_unref);
  g_clear_pointer (&reading->twins, g_array_unref);
  g_clear_pointer (&reading->strictness, g_ptr_array_unref);
  g_free (reading);
}

/* The standing stands by rank, in no order that can be looked up. */
static GPtrArray *
rows_in_order (const YsStanding *standing, const YsRegistry *registry)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < ys_standing_n_rows (standing); i++)
    {
      const YsStandingRow *row = ys_standing_row (standing, i);

      g_hash_table_insert (by_id, (gpointer)&row->compound_id, (gpointer)row);
    }
  for (guint i = 0; i < ys_registry_n_items (registry); i++)
    {
      gpointer row = g_hash_table_lookup (by_id, &ys_registry_item (registry, i)->compound->id);

      if (row != NULL)
        g_ptr_array_add (rows, row);
    }
  return rows;
}

/* Two thousand rows look up two thousand sheets. */
static void
index_records (YsScoreReading *reading)
{
  reading->sums_2 = g_hash_table_new (g_int64_hash, g_int64_equal);
  reading->sums_3 = g_hash_table_new (g_int64_hash, g_int64_equal);
  reading->waived = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < reading->sums->len; i++)
    {
      YsAssessmentSum *sum = &g_array_index (reading->sums, YsAssessmentSum, i);

      if (sum->n_set > 0)
        g_hash_table_insert (sum->annex == YS_ANNEX_2 ? reading->sums_2 : reading->sums_3,
                             &sum->compound_id, sum);
    }
  for (guint i = 0; i < reading->waivers->len; i++)
    g_hash_table_add (reading->waived, &((YsSheetWaiver *)reading->waivers->pdata[i])->compound_id);
}

static gboolean
read_records (YsLedger *ledger, YsScoreReading *reading, GError **error)
{
  YsSpan span = reading->span;

  return (reading->sums = ys_assessment_sums (ledger, span, error)) != NULL
         && (reading->waivers = ys_sheet_waivers (ledger, span, error)) != NULL
         && (reading->bonuses = ys_bonus_list (ledger, span, 0, error)) != NULL
         && (reading->surveys = ys_survey_list (ledger, span, error)) != NULL
         && (reading->twins = ys_twin_list (ledger, span, error)) != NULL
         && (reading->strictness = ys_period_strictness (ledger, span, error)) != NULL;
}

/* In a thread. */
static gpointer
read_period (YsLedger *ledger,
             YsProgressFunc progress,
             gpointer progress_data,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  Request *request = data;
  YsScoreReading *reading = g_new0 (YsScoreReading, 1);

  reading->span = request->span;
  reading->standing
      = ys_standing_read (ledger, request->registry, request->span,
                          g_steal_pointer (&request->spare), request->now, cancellable, error);
  if (reading->standing == NULL || !read_records (ledger, reading, error))
    {
      ys_score_reading_free (reading);
      return NULL;
    }
  index_records (reading);
  reading->rows = rows_in_order (reading->standing, request->registry);
  return reading;
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsScorePage) self = user_data;
  g_autoptr (GError) error = NULL;
  YsScoreReading *reading = ys_session_run_finish (YS_SESSION (source), result, &error);

  if (reading == NULL)
    {
      /* Overtaken by a later reading, or the page is gone. */
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->stack != NULL)
        ys_session_report (YS_SESSION (source), error);
      return;
    }
  if (self->stack == NULL
      || !ys_span_equal (reading->span, ys_session_get_period (YS_SESSION (source))))
    {
      ys_score_reading_free (reading);
      return;
    }
  ys_score_page_take (self, reading);
}

void
ys_score_page_read (YsScorePage *self)
{
  YsSession *session = ys_page_get_session (YS_PAGE (self));
  Request *request;

  if (ys_session_get_registry (session) == NULL)
    return;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  request = g_new0 (Request, 1);
  request->span = ys_session_get_period (session);
  request->now = ys_session_now (session);
  request->registry = ys_registry_ref (ys_session_get_registry (session));
  request->spare = g_steal_pointer (&self->spare);
  ys_session_read_async (session, self->cancellable, read_period, request, request_free,
                         (GDestroyNotify)(void *)ys_score_reading_free, on_read_cb,
                         g_object_ref (self));
}
