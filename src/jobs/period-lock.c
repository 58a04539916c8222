/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was finalised no longer moves: whoever is about to change something asks here first. */
#include "config.h"

#include "finding-job.h"

#include "calendar-record.h"
#include "record-store.h"

gboolean
ys_period_is_finalised_at (YsLedger *ledger, YsInstant at, gboolean *out_finalised, GError **error)
{
  g_autoptr (GPtrArray) periods = NULL;
  YsDate day;

  g_return_val_if_fail (ledger != NULL && out_finalised != NULL, FALSE);

  *out_finalised = FALSE;
  periods = ys_record_store_list (ledger, &ys_period_type, error);
  if (periods == NULL)
    return FALSE;
  day = ys_instant_to_date (at);
  for (guint i = 0; i < periods->len; i++)
    {
      const YsPeriod *period = g_ptr_array_index (periods, i);

      if (period->finalised && ys_date_compare (period->starts_on, day) <= 0
          && ys_date_compare (day, period->ends_on) <= 0)
        *out_finalised = TRUE;
    }
  return TRUE;
}
