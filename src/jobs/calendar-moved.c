/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which deadlines a changed calendar moves: each that runs through the changed days is worked out
 * anew from its start, its limit, its pauses and extensions. */
#include "config.h"

#include "calendar-plan-private.h"
#include "catalogue.h"
#include "compound.h"
#include "deadline-store.h"
#include "finding-rules.h"
#include "ledger.h"
#include "platform-case.h"
#include "record-store.h"

/* Deadlines between two looks at who watches. */
#define ROWS_A_STEP 1000

typedef struct
{
  YsProgressFunc progress;
  gpointer data;
  GCancellable *cancellable;
} Watch;

/* Of this thread: a plan has no maker that could be told of it before it is made. */
static GPrivate watch_key = G_PRIVATE_INIT (g_free);

void
ys_calendar_plan_watch (YsLedger *ledger,
                        YsProgressFunc progress,
                        gpointer data,
                        GCancellable *cancellable)
{
  Watch watch = { progress, data, cancellable };

  g_return_if_fail (ledger != NULL);

  ys_ledger_set_cancellable (ledger, cancellable);
  g_private_replace (&watch_key, progress != NULL || cancellable != NULL
                                     ? g_memdup2 (&watch, sizeof watch)
                                     : NULL);
}

static gboolean
goes_on (guint done, guint total, GError **error)
{
  const Watch *watch = g_private_get (&watch_key);

  if (watch == NULL || done % ROWS_A_STEP != 0)
    return TRUE;
  if (watch->progress != NULL)
    watch->progress (done, total, watch->data);
  return !g_cancellable_set_error_if_cancelled (watch->cancellable, error);
}

static void
free_moved (gpointer data)
{
  YsMovedDeadline *moved = data;

  g_free (moved->number);
  g_free (moved->compound);
  g_free (moved->code);
  g_free (moved);
}

/* (transfer full) (element-type YsPeriod) */
static GPtrArray *
list_finalised (YsLedger *ledger, GError **error)
{
  g_autoptr (GPtrArray) periods = ys_record_store_list (ledger, &ys_period_type, error);

  for (guint i = periods ? periods->len : 0; i > 0; i--)
    if (!((const YsPeriod *)periods->pdata[i - 1])->finalised)
      g_ptr_array_remove_index (periods, i - 1);
  return g_steal_pointer (&periods);
}

static gboolean
is_finalised (GPtrArray *finalised, YsInstant at)
{
  YsDate day = ys_instant_to_date (at);

  for (guint i = 0; i < finalised->len; i++)
    {
      const YsPeriod *period = finalised->pdata[i];

      if (ys_date_compare (period->starts_on, day) <= 0
          && ys_date_compare (day, period->ends_on) <= 0)
        return TRUE;
    }
  return FALSE;
}

static void
extend (const YsEvent *const *events, guint n_events, YsDeadline *due)
{
  for (guint i = 0; i < n_events; i++)
    if (events[i]->kind == YS_EVENT_EXTENDED && events[i]->until > due->deadline)
      {
        due->deadline = events[i]->until;
        /* A person's date is certain. */
        due->provisional = FALSE;
      }
}

/* FALSE with @error: the disk; *@out_due->deadline 0: it has none. */
static gboolean
work_out (YsLedger *ledger,
          const YsWorkCalendar *calendar,
          const YsDeadlineRow *row,
          YsDeadline *out_due,
          GError **error)
{
  YsLimit limit = { row->limit_amount, (YsLimitUnit)row->limit_unit };
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GArray) pauses = NULL;

  if (!row->has_events)
    {
      ys_deadline_compute (calendar, row->starts_at, limit, NULL, 0, FALSE, out_due);
      return TRUE;
    }
  events = ys_record_store_list_by (ledger, &ys_event_type, row->id > 0 ? "finding" : "case",
                                    ABS (row->id), "at", error);
  if (events == NULL)
    return FALSE;
  pauses = ys_events_pauses ((const YsEvent *const *)(gpointer)events->pdata, events->len);
  if (ys_deadline_compute (calendar, row->starts_at, limit, (const YsPause *)(gpointer)pauses->data,
                           pauses->len, FALSE, out_due))
    extend ((const YsEvent *const *)(gpointer)events->pdata, events->len, out_due);
  return TRUE;
}

/* id -> record, for names. */
static GHashTable *
index_records (GPtrArray *records)
{
  GHashTable *index = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < records->len; i++)
    g_hash_table_insert (index, records->pdata[i], records->pdata[i]);
  return index;
}

static gboolean
name_case (YsLedger *ledger, YsMovedDeadline *moved, GError **error)
{
  YsCase *one = ys_record_new (&ys_case_type);
  gboolean done = ys_record_store_load (ledger, &ys_case_type, -moved->id, one, error);

  moved->number = done ? g_strdup (one->number) : NULL;
  ys_record_free (&ys_case_type, one);
  return done;
}

/* @rows: one for each of plan->moved. */
static gboolean
name_moved (YsCalendarPlan *plan, YsLedger *ledger, const GArray *rows, GError **error)
{
  g_autoptr (GPtrArray) compounds = ys_record_store_list (ledger, &ys_compound_type, error);
  g_autoptr (GPtrArray) clauses
      = compounds ? ys_record_store_list (ledger, &ys_clause_type, error) : NULL;

  if (clauses == NULL)
    return FALSE;
  g_autoptr (GHashTable) compound_of = index_records (compounds);
  g_autoptr (GHashTable) clause_of = index_records (clauses);
  for (guint i = 0; i < rows->len; i++)
    {
      const YsDeadlineRow *row = &g_array_index (rows, YsDeadlineRow, i);
      const YsCompound *compound = g_hash_table_lookup (compound_of, &row->compound_id);
      const YsClause *clause = g_hash_table_lookup (clause_of, &row->clause_id);
      YsMovedDeadline *moved = plan->moved->pdata[i];

      moved->compound = g_strdup (compound ? compound->name : "");
      moved->code = g_strdup (clause ? clause->code : "");
      if (moved->id < 0 && !name_case (ledger, moved, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
judge_row (YsCalendarPlan *plan,
           YsLedger *ledger,
           const YsDeadlineRow *row,
           GArray *moved_rows,
           GError **error)
{
  YsDeadline due = { 0 };

  if (!work_out (ledger, plan->after, row, &due, error))
    return FALSE;
  if (due.deadline == 0 || (due.deadline == row->deadline && due.provisional == row->provisional))
    return TRUE;
  YsMovedDeadline *moved = g_new0 (YsMovedDeadline, 1);
  moved->id = row->id;
  moved->before = row->deadline;
  moved->after = due.deadline;
  moved->was_provisional = row->provisional;
  moved->is_provisional = due.provisional;
  g_ptr_array_add (plan->moved, moved);
  g_array_append_val (moved_rows, *row);
  return TRUE;
}

static int
compare_moved (gconstpointer a, gconstpointer b)
{
  const YsMovedDeadline *const *first = a, *const *second = b;

  if ((*first)->before != (*second)->before)
    return (*first)->before < (*second)->before ? -1 : 1;
  return ((*first)->id > (*second)->id) - ((*first)->id < (*second)->id);
}

gboolean
ys_calendar_plan_find_moved (YsCalendarPlan *plan, YsLedger *ledger, GError **error)
{
  g_autoptr (GPtrArray) finalised = NULL;
  g_autoptr (GArray) moved_rows = g_array_new (FALSE, FALSE, sizeof (YsDeadlineRow));
  g_autoptr (GArray) rows = NULL;

  g_clear_pointer (&plan->moved, g_ptr_array_unref);
  plan->moved = g_ptr_array_new_with_free_func (free_moved);
  if (plan->from >= plan->to)
    return TRUE;
  finalised = list_finalised (ledger, error);
  rows = finalised ? ys_deadline_store_list (ledger, plan->from, plan->to, error) : NULL;
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const YsDeadlineRow *row = &g_array_index (rows, YsDeadlineRow, i);

      if (!goes_on (i, rows->len, error))
        return FALSE;
      if (!is_finalised (finalised, row->at) && !judge_row (plan, ledger, row, moved_rows, error))
        return FALSE;
    }
  if (plan->moved->len > 0 && !name_moved (plan, ledger, moved_rows, error))
    return FALSE;
  g_ptr_array_sort (plan->moved, compare_moved);
  return TRUE;
}
