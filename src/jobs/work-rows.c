/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows as they are shown: what is stored, and what the rules make of it now. */
#include "config.h"

#include "work-private.h"

#include "case-private.h"
#include "finding-rules.h"

static void
judge_finding (YsWorkRow *row, YsInstant now)
{
  const YsFinding finding = {
    .id = row->id,
    .level = row->level,
    .state = row->state,
    .found_at = row->found_at,
    .deadline = row->deadline,
    .rectified_at = row->rectified_at,
    .paused_at = row->paused_at,
    .points = YS_NUMBER (row->points),
  };

  row->overdue = row->state != YS_FINDING_CLOSED && ys_finding_is_overdue (&finding, now);
  row->points = ys_finding_points (&finding, now);
}

static void
judge_case (YsWorkRow *row, YsInstant now)
{
  const YsCase one = {
    .id = -row->id,
    .level = row->level,
    .state = row->state,
    .at = row->found_at,
    .deadline = row->deadline,
    .replied_at = row->rectified_at,
    .paused_at = row->paused_at,
  };

  row->overdue = row->state != YS_CASE_CLOSED && ys_case_is_overdue (&one, now);
  for (guint fault = 1; fault <= YS_N_FAULTS; fault++)
    if (row->faults & (1u << fault))
      row->points += YS_FAULT_POINTS;
}

/* What its month shows of it that nobody decided yet. */
static gboolean
find_proposed (YsLedger *ledger, YsWorkRow *row, YsInstant now, GError **error)
{
  g_autoptr (YsCaseMonths) months
      = ys_case_months_load (ledger, row->found_at, row->found_at + 1, row->compound_id, error);
  g_autoptr (GPtrArray) proposals = NULL;

  if (months == NULL)
    return FALSE;
  proposals = ys_case_months_proposals (months, now, FALSE);
  for (guint i = 0; i < proposals->len; i++)
    {
      const YsFaultProposal *proposal = g_ptr_array_index (proposals, i);

      if (proposal->case_id == -row->id)
        row->proposed |= 1u << proposal->fault;
    }
  return TRUE;
}

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
      if (rows[i].id > 0)
        judge_finding (&rows[i], now);
      else if (rows[i].id < 0)
        {
          judge_case (&rows[i], now);
          if (!find_proposed (ledger, &rows[i], now, error))
            return FALSE;
        }
    }
  return TRUE;
}

GArray *
ys_work_proposed_cases (YsLedger *ledger, YsInstant now, GError **error)
{
  g_autoptr (GPtrArray) proposals = ys_case_proposals (ledger, 0, 0, now, error);
  g_autoptr (GHashTable) known = g_hash_table_new (g_int64_hash, g_int64_equal);
  GArray *ids;

  if (proposals == NULL)
    return NULL;
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < proposals->len; i++)
    {
      YsFaultProposal *proposal = g_ptr_array_index (proposals, i);

      if (g_hash_table_add (known, &proposal->case_id))
        g_array_append_val (ids, proposal->case_id);
    }
  return ids;
}
