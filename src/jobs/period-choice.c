/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which month is looked at, and which one waits to be finalised: both are months with a visit that
 * counts, since one without has nothing to show. */
#include "config.h"

#include "period-job.h"

#include "finding-job.h"
#include "inspection-store.h"

/* Further back nobody finalises any more. */
#define MOST_MONTHS 24

/* The month of the last visit before the end of @month that counts, by today's scheme; FALSE
 * without an error: there is none. */
static gboolean
last_visited (YsLedger *ledger, YsSpan month, YsSpan *out_month, GError **error)
{
  g_autoptr (YsSchemeBook) book = ys_scheme_load (ledger, month, error);
  gboolean counts[YS_N_INSPECTION_LEVELS] = { FALSE };
  YsInstant at;

  if (book == NULL)
    return FALSE;
  for (int level = 1; level < YS_N_INSPECTION_LEVELS; level++)
    counts[level] = ys_scheme_level_counts (book->scheme, level);
  if (!ys_inspection_store_last_visit (ledger, counts, ys_span_end (month), &at, error) || at == 0)
    return FALSE;
  *out_month = ys_span_of (YS_SPAN_MONTH, ys_instant_to_date (at));
  return TRUE;
}

YsSpan
ys_period_to_show (YsLedger *ledger, YsDate today, GError **error)
{
  YsSpan month = ys_span_of (YS_SPAN_MONTH, today);

  g_return_val_if_fail (ledger != NULL, month);

  last_visited (ledger, month, &month, error);
  return month;
}

gboolean
ys_period_to_finalise (YsLedger *ledger, YsDate today, YsSpan *out_month, GError **error)
{
  YsSpan month = ys_span_of (YS_SPAN_MONTH, today);

  g_return_val_if_fail (ledger != NULL && out_month != NULL, FALSE);

  for (guint i = 0; i < MOST_MONTHS; i++)
    {
      gboolean finalised;

      if (!last_visited (ledger, ys_span_add (month, -1), &month, error)
          || !ys_period_is_finalised_at (ledger, ys_span_start (month), &finalised, error))
        return FALSE;
      if (!finalised)
        {
          *out_month = month;
          return TRUE;
        }
    }
  return FALSE;
}
