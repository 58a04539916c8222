/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows as they are shown: what is stored, and what the rules make of it now. */
#include "config.h"

#include "work-private.h"

#include "case-private.h"
#include "finding-rules.h"

#define DAY_SECONDS (24 * 3600)
#define MONTHS_AT_ONCE 3

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

/* When the first case was dispatched; 0: there is none. */
static gboolean
find_first (YsLedger *ledger, YsInstant now, YsInstant *out_first, GError **error)
{
  const YsWorkFilter filter = { .source = YS_WORK_CASES, .sort = YS_WORK_BY_FOUND };
  g_autoptr (GArray) ids = ys_work_list_ids (ledger, &filter, now, 1, NULL, error);
  YsWorkRow row = { 0 };

  *out_first = 0;
  if (ids == NULL)
    return FALSE;
  if (ids->len > 0 && !ys_work_store_row (ledger, g_array_index (ids, gint64, 0), &row, error))
    return FALSE;
  *out_first = row.found_at;
  ys_work_row_clear (&row);
  return TRUE;
}

static void
add_cases (GPtrArray *proposals, GArray *ids)
{
  gint64 last = 0;

  /* By case: several faults of one stand together. */
  for (guint i = 0; i < proposals->len; i++)
    {
      const YsFaultProposal *proposal = g_ptr_array_index (proposals, i);

      if (proposal->case_id != last)
        g_array_append_val (ids, proposal->case_id);
      last = proposal->case_id;
    }
}

/* A quarter at a time: the cases of ten years need not be in memory at once. */
GArray *
ys_work_proposed_cases (YsLedger *ledger, YsInstant now, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  YsInstant from;
  YsDate month;

  if (!find_first (ledger, now, &from, error))
    return NULL;
  month = ys_instant_to_date (from);
  while (from != 0 && from <= now)
    {
      g_autoptr (GPtrArray) proposals = NULL;
      int months = month.year * 12 + month.month - 1 + MONTHS_AT_ONCE;
      YsInstant to;

      month = (YsDate){ (gint16)(months / 12), (gint8)(months % 12 + 1), 1 };
      to = ys_date_to_days (month) * DAY_SECONDS - YS_SHANGHAI_OFFSET_SECONDS;
      proposals = ys_case_proposals (ledger, from, to, now, error);
      if (proposals == NULL)
        return NULL;
      add_cases (proposals, ids);
      from = to;
    }
  return g_steal_pointer (&ids);
}
