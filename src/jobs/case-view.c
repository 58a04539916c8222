/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cases with all that a page shows of them. */
#include "config.h"

#include "case-private.h"
#include "finding-private.h"
#include "finding-rules.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "job-error.h"
#include "record-store.h"
#include "text.h"

void
ys_case_view_free (YsCaseView *view)
{
  if (view == NULL)
    return;
  ys_record_clear (&ys_case_type, &view->one);
  g_free (view->compound);
  g_free (view->code);
  g_free (view->clause);
  g_free (view->criterion);
  g_free (view->unit);
  g_clear_pointer (&view->events, g_ptr_array_unref);
  g_clear_pointer (&view->faults, g_ptr_array_unref);
  g_clear_pointer (&view->procedures, g_ptr_array_unref);
  g_clear_pointer (&view->proposals, g_ptr_array_unref);
  g_free (view);
}

gint64
ys_case_find (YsLedger *ledger, const char *number, GError **error)
{
  g_autofree char *clean = ys_text_clean (number);
  gint64 id;

  g_return_val_if_fail (ledger != NULL && number != NULL, 0);

  id = ys_record_store_find (ledger, &ys_case_type, "number", clean, error);
  if (id == 0)
    g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_NOT_FOUND,
                 _ ("There is no case “%s”. “list cases” shows the numbers."), clean);
  return MAX (id, 0);
}

GStrv
ys_case_numbers (YsLedger *ledger, const GArray *ids)
{
  g_autoptr (GStrvBuilder) numbers = g_strv_builder_new ();

  g_return_val_if_fail (ledger != NULL && ids != NULL, NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *number
          = ys_record_store_title (ledger, ys_case_type.name, g_array_index (ids, gint64, i));

      if (number != NULL)
        g_strv_builder_add (numbers, number);
    }
  return g_strv_builder_end (numbers);
}

static YsFaultProposal *
copy_proposal (const YsFaultProposal *proposal)
{
  YsFaultProposal *copy = g_memdup2 (proposal, sizeof *proposal);

  copy->evidence = g_array_copy (proposal->evidence);
  return copy;
}

/* All but the names; of @proposals (nullable) those of this case. */
static YsCaseView *
view_new (const YsCaseMonths *months, const YsCase *one, GPtrArray *proposals, YsInstant now)
{
  YsCaseView *view = g_new0 (YsCaseView, 1);

  ys_record_copy (&ys_case_type, &view->one, one);
  view->faults = ys_case_months_faults (months, one->id);
  view->procedures = ys_case_months_procedures (months, one->id);
  view->proposals = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_fault_proposal_free);
  view->overdue = ys_case_is_overdue (one, now);
  for (guint i = 0; proposals != NULL && i < proposals->len; i++)
    {
      const YsFaultProposal *proposal = g_ptr_array_index (proposals, i);

      if (proposal->case_id == one->id)
        g_ptr_array_add (view->proposals, copy_proposal (proposal));
    }
  return view;
}

static void
name_clause (YsCaseView *view, const YsClause *clause)
{
  view->code = g_strdup (clause->code);
  view->clause = g_strdup (clause->name);
  view->criterion = g_strdup (clause->criterion);
  view->unit = g_strdup (clause->unit);
}

static gboolean
name_view (YsLedger *ledger, YsCaseView *view, GError **error)
{
  YsClause clause = { 0 };
  gboolean done
      = ys_record_store_load (ledger, &ys_clause_type, view->one.clause_id, &clause, error);

  if (done)
    name_clause (view, &clause);
  ys_record_clear (&ys_clause_type, &clause);
  view->compound = ys_record_store_title (ledger, ys_compound_type.name, view->one.compound_id);
  return done;
}

YsCaseView *
ys_case_load (YsLedger *ledger, gint64 id, YsInstant now, GError **error)
{
  g_autoptr (YsCaseMonths) months = NULL;
  g_autoptr (GPtrArray) proposals = NULL;
  g_autoptr (YsCaseView) view = NULL;
  YsCase one = { 0 };
  gboolean found;

  g_return_val_if_fail (ledger != NULL, NULL);

  found = ys_record_store_load (ledger, &ys_case_type, id, &one, error);
  if (found)
    months = ys_case_months_load (ledger, one.at, one.at + 1, one.compound_id, error);
  if (months != NULL)
    {
      proposals = ys_case_months_proposals (months, now, FALSE);
      view = view_new (months, &one, proposals, now);
      view->events = ys_case_events (ledger, id, error);
    }
  ys_record_clear (&ys_case_type, &one);
  if (view == NULL || view->events == NULL || !name_view (ledger, view, error))
    return NULL;
  return g_steal_pointer (&view);
}

gboolean
ys_case_explain (YsLedger *ledger,
                 gint64 id,
                 const YsWorkCalendar *calendar,
                 YsDeadline *out_deadline,
                 GError **error)
{
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GArray) pauses = NULL;
  YsCase one = { 0 };
  gboolean done;

  g_return_val_if_fail (ledger != NULL && calendar != NULL && out_deadline != NULL, FALSE);

  *out_deadline = (YsDeadline){ 0 };
  done = ys_record_store_load (ledger, &ys_case_type, id, &one, error)
         && (events = ys_case_events (ledger, id, error)) != NULL;
  if (done && !one.dispatched_deadline && one.limit_amount.is_set)
    {
      YsLimit limit = { one.limit_amount.value, (YsLimitUnit)one.limit_unit };

      pauses = ys_events_pauses ((const YsEvent *const *)events->pdata, events->len);
      ys_deadline_compute (calendar, one.at, limit, (const YsPause *)(gpointer)pauses->data,
                           pauses->len, TRUE, out_deadline);
    }
  if (done)
    {
      ys_deadline_name_extension (out_deadline, events, one.deadline);
      /* As dispatched or extended, whatever the clause gave. */
      out_deadline->deadline = one.deadline;
      out_deadline->provisional = one.provisional;
      out_deadline->is_paused = one.paused_at != 0;
    }
  ys_record_clear (&ys_case_type, &one);
  return done;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const YsCaseView *one = *(const YsCaseView *const *)a;
  const YsCaseView *other = *(const YsCaseView *const *)b;

  return strcmp (one->one.number, other->one.number);
}

/* (transfer full): id → record; owns its keys with @records */
static GHashTable *
index_by_id (GPtrArray *records)
{
  GHashTable *index = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < records->len; i++)
    {
      gpointer record = g_ptr_array_index (records, i);
      g_hash_table_insert (index, &YS_RECORD_ID (record), record);
    }
  return index;
}

static gboolean
name_views (YsLedger *ledger, GPtrArray *views, GError **error)
{
  g_autoptr (GPtrArray) compounds = ys_record_store_list (ledger, &ys_compound_type, error);
  g_autoptr (GPtrArray) clauses
      = compounds != NULL ? ys_record_store_list (ledger, &ys_clause_type, error) : NULL;
  g_autoptr (GHashTable) compounds_by_id = NULL;
  g_autoptr (GHashTable) clauses_by_id = NULL;

  if (clauses == NULL)
    return FALSE;
  compounds_by_id = index_by_id (compounds);
  clauses_by_id = index_by_id (clauses);
  for (guint i = 0; i < views->len; i++)
    {
      YsCaseView *view = g_ptr_array_index (views, i);
      const YsCompound *compound = g_hash_table_lookup (compounds_by_id, &view->one.compound_id);
      const YsClause *clause = g_hash_table_lookup (clauses_by_id, &view->one.clause_id);

      view->compound = compound != NULL ? g_strdup (compound->name) : NULL;
      if (clause != NULL)
        name_clause (view, clause);
    }
  return TRUE;
}

static void
free_view (gpointer view)
{
  ys_case_view_free (view);
}

/* (transfer full): case id → its proposals; all borrowed from @proposals */
static GHashTable *
group_proposals (GPtrArray *proposals)
{
  GHashTable *groups = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                              (GDestroyNotify)g_ptr_array_unref);

  for (guint i = 0; i < proposals->len; i++)
    {
      YsFaultProposal *proposal = g_ptr_array_index (proposals, i);
      GPtrArray *group = g_hash_table_lookup (groups, &proposal->case_id);

      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (groups, &proposal->case_id, group);
        }
      g_ptr_array_add (group, proposal);
    }
  return groups;
}

static void
add_views (GPtrArray *views,
           const YsCaseMonths *months,
           YsInstant from,
           YsInstant to,
           gboolean only_proposed,
           YsInstant now)
{
  g_autoptr (GPtrArray) proposals = ys_case_months_proposals (months, now, FALSE);
  g_autoptr (GHashTable) groups = group_proposals (proposals);
  GPtrArray *cases = ys_case_months_cases (months);

  for (guint i = 0; i < cases->len; i++)
    {
      const YsCase *one = g_ptr_array_index (cases, i);
      GPtrArray *group = g_hash_table_lookup (groups, &one->id);

      if ((from != 0 && one->at < from) || (to != 0 && one->at >= to)
          || (only_proposed && group == NULL))
        continue;
      g_ptr_array_add (views, view_new (months, one, group, now));
    }
}

GPtrArray *
ys_case_list (YsLedger *ledger,
              YsInstant from,
              YsInstant to,
              gboolean only_proposed,
              YsInstant now,
              GError **error)
{
  g_autoptr (YsCaseMonths) months = NULL;
  g_autoptr (GPtrArray) views = NULL;

  g_return_val_if_fail (ledger != NULL, NULL);

  months = ys_case_months_load (ledger, from, to, 0, error);
  if (months == NULL)
    return NULL;
  views = g_ptr_array_new_with_free_func (free_view);
  add_views (views, months, from, to, only_proposed, now);
  g_ptr_array_sort (views, compare_numbers);
  return name_views (ledger, views, error) ? g_steal_pointer (&views) : NULL;
}
