/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a filter means: words become ids of compounds and clauses first, so that the database looks
 * up what it has indexed; only places and case numbers are looked through. */
#include "config.h"

#include "work-list.h"
#include "work-private.h"

#include <glib/gi18n-lib.h>

#include "inspection.h"
#include "ledger.h"
#include "platform-case.h"

#define DAY_SECONDS (24 * 3600)

G_STATIC_ASSERT (YS_FINDING_CLOSED == 5);

gboolean
ys_work_list_is_quick (const YsWorkFilter *filter)
{
  g_return_val_if_fail (filter != NULL, FALSE);

  return ys_work_store_is_quick (filter->sort);
}

static YsInstant
start_of_day (YsInstant now)
{
  return ys_date_to_days (ys_instant_to_date (now)) * DAY_SECONDS - YS_SHANGHAI_OFFSET_SECONDS;
}

static void
narrow_to_show (YsWorkQuery *query, YsWorkShow show, YsInstant now)
{
  query->states = YS_WORK_STATES_ALL;
  switch (show)
    {
    case YS_WORK_ALL:
    case YS_N_WORK_SHOWS:
      break;
    case YS_WORK_OVERDUE:
      query->states = YS_WORK_STATES_OPEN;
      query->overdue_at = now;
      break;
    case YS_WORK_TODAY:
      query->states = YS_WORK_STATES_OPEN;
      query->due_from = start_of_day (now);
      query->due_to = query->due_from + DAY_SECONDS;
      break;
    case YS_WORK_TO_RECHECK:
      query->states = YS_WORK_STATES_REPORTED;
      break;
    case YS_WORK_OPEN:
      query->states = YS_WORK_STATES_OPEN;
      break;
    case YS_WORK_CLOSED:
      query->states = YS_WORK_STATES_CLOSED;
      break;
    case YS_WORK_FAULTS:
      query->without_findings = TRUE;
      break;
    }
}

/* Everything but the show, which the counts go through one after another. */
static gboolean
make_query (YsLedger *ledger,
            const YsWorkFilter *filter,
            YsWorkWords *words,
            YsWorkQuery *query,
            GError **error)
{
  *query = (YsWorkQuery){
    .without_findings = filter->source == YS_WORK_CASES,
    .without_cases = filter->source == YS_WORK_FINDINGS,
    .states = YS_WORK_STATES_ALL,
    .level = filter->level,
    .levels = filter->levels,
    .from = filter->from,
    .to = filter->to,
  };
  if (!ys_work_words_find (words, ledger, filter, error))
    return FALSE;
  query->compounds = words->compounds;
  query->clauses = words->clauses;
  query->text = words->text;
  query->text_compounds = words->text_compounds;
  query->text_clauses = words->text_clauses;
  return TRUE;
}

static GArray *
find_ids (YsLedger *ledger, const YsWorkFilter *filter, YsInstant now, guint max, GError **error)
{
  g_auto (YsWorkWords) words = { 0 };
  YsWorkQuery query;
  YsWorkOrder order = { filter->sort, filter->descending, NULL };
  g_autoptr (GArray) compounds = NULL;
  g_autoptr (GArray) proposed = NULL;

  if (!make_query (ledger, filter, &words, &query, error))
    return NULL;
  narrow_to_show (&query, filter->show, now);
  if (filter->show == YS_WORK_FAULTS)
    {
      query.cases = proposed = ys_work_proposed_cases (ledger, now, error);
      if (proposed == NULL)
        return NULL;
    }
  if (filter->sort == YS_WORK_BY_COMPOUND)
    {
      order.compounds = compounds = ys_work_compound_order (ledger, error);
      if (compounds == NULL)
        return NULL;
    }
  return ys_work_store_ids (ledger, &query, &order, max, error);
}

GArray *
ys_work_list_ids (YsLedger *ledger,
                  const YsWorkFilter *filter,
                  YsInstant now,
                  guint max,
                  GCancellable *cancellable,
                  GError **error)
{
  GArray *ids;

  g_return_val_if_fail (ledger != NULL && filter != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  ys_ledger_set_cancellable (ledger, cancellable);
  ids = find_ids (ledger, filter, now, max, error);
  ys_ledger_set_cancellable (ledger, NULL);
  return ids;
}

static guint
sum_of (const guint counts[8], guint states)
{
  guint sum = 0;

  for (guint state = 0; state < 8; state++)
    if (states & (1u << state))
      sum += counts[state];
  return sum;
}

/* One pass over the index of states tells four of them; two short ranges tell what is due. */
gboolean
ys_work_count_all (YsLedger *ledger,
                   const YsWorkFilter *filter,
                   YsInstant now,
                   guint *out_counts,
                   GArray **out_proposed,
                   GError **error)
{
  g_auto (YsWorkWords) words = { 0 };
  g_autoptr (GArray) proposed = NULL;
  YsWorkQuery query;
  guint by_state[8] = { 0 };

  if (!make_query (ledger, filter, &words, &query, error)
      || !ys_work_store_count (ledger, &query, by_state, error))
    return FALSE;
  out_counts[YS_WORK_ALL] = sum_of (by_state, YS_WORK_STATES_ALL);
  out_counts[YS_WORK_OPEN] = sum_of (by_state, YS_WORK_STATES_OPEN);
  out_counts[YS_WORK_CLOSED] = sum_of (by_state, YS_WORK_STATES_CLOSED);
  out_counts[YS_WORK_TO_RECHECK] = sum_of (by_state, YS_WORK_STATES_REPORTED);
  for (guint i = 0; i < 3; i++)
    {
      static const YsWorkShow shows[] = { YS_WORK_OVERDUE, YS_WORK_TODAY, YS_WORK_FAULTS };
      YsWorkQuery narrow = query;
      guint counts[8] = { 0 };

      narrow_to_show (&narrow, shows[i], now);
      if (shows[i] == YS_WORK_FAULTS)
        {
          narrow.cases = proposed = ys_work_proposed_cases (ledger, now, error);
          if (proposed == NULL)
            return FALSE;
        }
      if (!ys_work_store_count (ledger, &narrow, counts, error))
        return FALSE;
      out_counts[shows[i]] = sum_of (counts, YS_WORK_STATES_ALL);
    }
  if (out_proposed != NULL)
    *out_proposed = g_steal_pointer (&proposed);
  return TRUE;
}

gboolean
ys_work_list_counts (YsLedger *ledger,
                     const YsWorkFilter *filter,
                     YsInstant now,
                     guint *out_counts,
                     GCancellable *cancellable,
                     GError **error)
{
  gboolean done;

  g_return_val_if_fail (ledger != NULL && filter != NULL && out_counts != NULL, FALSE);

  for (guint i = 0; i < YS_N_WORK_SHOWS; i++)
    out_counts[i] = 0;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  ys_ledger_set_cancellable (ledger, cancellable);
  done = ys_work_count_all (ledger, filter, now, out_counts, NULL, error);
  ys_ledger_set_cancellable (ledger, NULL);
  return done;
}
