/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All findings of a filter, one after the other, and the rates of what was found and handled. */
#include "config.h"

#include "finding-private.h"
#include "finding-store.h"

typedef struct
{
  YsFindingFunc func;
  gpointer user_data;
  YsInstant now;
} Reading;

static gboolean
read_one (const YsFinding *finding,
          const char *compound,
          const YsClause *clause,
          gpointer user_data,
          GError **error)
{
  const Reading *reading = user_data;
  /* Everything is borrowed for the one call. */
  YsFindingView view = {
    .finding = *finding,
    .compound = (char *)compound,
    .code = clause->code,
    .clause = clause->name,
    .criterion = clause->criterion,
    .unit = clause->unit,
    .limit = ys_clause_limit (clause),
  };

  ys_finding_view_look (&view, reading->now);
  return reading->func (&view, reading->user_data, error);
}

gboolean
ys_finding_each (YsLedger *ledger,
                 const YsFindingFilter *filter,
                 YsInstant now,
                 YsFindingFunc func,
                 gpointer user_data,
                 GError **error)
{
  Reading reading = { func, user_data, now };
  YsFindingQuery query;

  g_return_val_if_fail (ledger != NULL && filter != NULL && func != NULL, FALSE);

  query = (YsFindingQuery){
    .from = filter->from,
    .to = filter->to,
    .compound_id = filter->compound_id,
    .state = filter->state,
    .overdue_at = filter->only_overdue ? now : 0,
    .only_paused = filter->only_paused,
  };
  return ys_finding_store_each (ledger, &query, read_one, &reading, error);
}

void
ys_rate_line_free (YsRateLine *line)
{
  if (line == NULL)
    return;
  g_free (line->name);
  g_free (line);
}

static void
add_rate (const YsRateRow *row, gpointer user_data)
{
  GPtrArray *lines = user_data;
  YsRateLine *line = g_new0 (YsRateLine, 1);

  line->name = g_strdup (row->name);
  line->n_found = row->n_found;
  line->n_by_self = row->n_by_self;
  line->n_handled = row->n_handled;
  line->n_on_time = row->n_on_time;
  line->n_due = row->n_due;
  g_ptr_array_add (lines, line);
}

static YsRateGroup
group_of (YsRateBy by)
{
  switch (by)
    {
    case YS_RATE_BY_COMPOUND:
      return YS_RATE_GROUP_COMPOUND;
    case YS_RATE_BY_UNIT:
      return YS_RATE_GROUP_UNIT;
    case YS_RATE_BY_CLAUSE:
      return YS_RATE_GROUP_CLAUSE;
    }
  g_return_val_if_reached (YS_RATE_GROUP_COMPOUND);
}

GPtrArray *
ys_finding_rates (
    YsLedger *ledger, YsInstant from, YsInstant to, YsInstant now, YsRateBy by, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_rate_line_free);

  g_return_val_if_fail (ledger != NULL, NULL);

  if (!ys_finding_store_rates (ledger, from, to, now, group_of (by), add_rate, lines, error))
    return NULL;
  return g_steal_pointer (&lines);
}
