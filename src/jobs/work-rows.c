/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows as they are shown: what is stored, and what the rules make of it now. */
#include "config.h"

#include "work-private.h"

#include <glib/gi18n-lib.h>

#include "case-rules.h"
#include "finding-rules.h"

gboolean
ys_work_list_rows (YsLedger *ledger,
                   const gint64 *ids,
                   guint n_ids,
                   YsInstant now,
                   YsWorkRow *rows,
                   GError **error)
{
  g_return_val_if_fail (ledger != NULL, FALSE);
  g_return_val_if_fail (n_ids == 0 || (ids != NULL && rows != NULL), FALSE);

  for (guint i = 0; i < n_ids; i++)
    {
      if (!ys_work_store_row (ledger, ids[i], &rows[i], error))
        return FALSE;
    }
  return TRUE;
}

GArray *
ys_work_proposed_cases (YsLedger *ledger, YsInstant now, GError **error)
{
  return g_array_new (FALSE, FALSE, sizeof (gint64));
}
