/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one place that knows that the sign of an id tells a finding from a case. */
#include "config.h"

#include "work-item.h"

#include <glib/gi18n-lib.h>

#include "finding-rules.h"
#include "work-words.h"

static void
take_finding (YsWorkItem *item, YsFindingView *view)
{
  const YsFinding *finding = &view->finding;

  item->finding = view;
  item->state = finding->state;
  item->level = finding->level;
  item->compound_id = finding->compound_id;
  item->compound = view->compound;
  item->code = view->code;
  item->clause = view->clause;
  item->criterion = view->criterion;
  item->unit = view->unit;
  item->place = finding->place;
  item->note = finding->note;
  item->count = finding->count.is_set ? finding->count.value : 1;
  item->found_at = finding->found_at;
  item->starts_at = finding->starts_at;
  item->limit = view->limit;
  item->deadline = finding->deadline;
  item->provisional = finding->provisional;
  item->paused_at = finding->paused_at;
  item->overdue = view->overdue;
  item->doubled = view->doubled;
  item->points = view->points;
  item->events = view->events;
}

static gint64
confirmed_points (const YsCaseView *view)
{
  gint64 points = 0;

  for (guint i = 0; view->faults != NULL && i < view->faults->len; i++)
    {
      const YsCaseFault *fault = g_ptr_array_index (view->faults, i);

      if (fault->decision == YS_DECISION_CONFIRMED)
        points += YS_FAULT_POINTS;
    }
  return points;
}

static void
take_case (YsWorkItem *item, YsCaseView *view)
{
  const YsCase *one = &view->one;

  item->one = view;
  item->is_case = TRUE;
  item->state = one->state;
  item->level = one->level;
  item->number = one->number;
  item->channel = one->channel;
  item->compound_id = one->compound_id;
  item->compound = view->compound;
  item->code = view->code;
  item->clause = view->clause;
  item->criterion = view->criterion;
  item->unit = view->unit;
  item->place = one->place;
  item->note = one->note;
  item->count = 1;
  item->found_at = one->at;
  item->starts_at = one->at;
  if (one->limit_amount.is_set)
    item->limit = (YsLimit){ one->limit_amount.value, (YsLimitUnit)one->limit_unit };
  item->dispatched_deadline = one->dispatched_deadline;
  item->deadline = one->deadline;
  item->provisional = one->provisional;
  item->paused_at = one->paused_at;
  item->overdue = view->overdue;
  item->points = confirmed_points (view);
  item->events = view->events;
}

YsWorkItem *
ys_work_item_load (YsLedger *ledger, gint64 id, YsInstant now, GError **error)
{
  YsWorkItem *item;

  g_return_val_if_fail (ledger != NULL && id != 0, NULL);

  item = g_new0 (YsWorkItem, 1);
  item->id = id;
  if (id > 0)
    {
      YsFindingView *view = ys_finding_load (ledger, id, now, error);

      if (view != NULL)
        take_finding (item, view);
    }
  else
    {
      YsCaseView *view = ys_case_load (ledger, -id, now, error);

      if (view != NULL)
        take_case (item, view);
    }
  if (item->finding == NULL && item->one == NULL)
    g_clear_pointer (&item, ys_work_item_free);
  return item;
}

void
ys_work_item_free (YsWorkItem *item)
{
  if (item == NULL)
    return;
  ys_finding_view_free (item->finding);
  ys_case_view_free (item->one);
  g_free (item);
}

gboolean
ys_work_item_is_open (const YsWorkItem *item)
{
  g_return_val_if_fail (item != NULL, FALSE);

  return ys_work_is_open (item->is_case, item->state);
}

gboolean
ys_work_item_runs (const YsWorkItem *item, YsInstant now)
{
  g_return_val_if_fail (item != NULL, FALSE);

  return ys_work_runs (item->is_case, item->state,
                       item->one != NULL ? item->one->one.replied_at : 0, item->deadline, now);
}

gboolean
ys_work_item_allows (const YsWorkItem *item,
                     int event_kind,
                     YsInstant at,
                     const char **out_sentence)
{
  g_return_val_if_fail (item != NULL, FALSE);

  if (item->is_case)
    {
      YsCaseStep step = ys_case_step (&item->one->one, event_kind, at);

      if (out_sentence != NULL)
        *out_sentence = step.sentence != NULL ? _ (step.sentence) : NULL;
      return step.allowed;
    }
  else
    {
      YsFindingStep step = ys_finding_step (&item->finding->finding, event_kind, at);

      if (out_sentence != NULL)
        *out_sentence = step.sentence != NULL ? _ (step.sentence) : NULL;
      return step.allowed;
    }
}

gboolean
ys_work_explain (YsLedger *ledger,
                 gint64 id,
                 const YsWorkCalendar *calendar,
                 YsDeadline *out_deadline,
                 GError **error)
{
  if (id > 0)
    return ys_finding_explain (ledger, id, calendar, out_deadline, error);
  return ys_case_explain (ledger, -id, calendar, out_deadline, error);
}
