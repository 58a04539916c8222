/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inspections to show: one with its findings, many as lines; and the entry that is half typed. */
#include "config.h"

#include "inspection-job.h"
#include "inspection-store.h"
#include "ledger.h"
#include "record-store.h"

void
ys_inspection_view_free (YsInspectionView *view)
{
  if (view == NULL)
    return;
  ys_record_clear (&ys_inspection_type, &view->inspection);
  g_clear_pointer (&view->book, ys_catalogue_book_unref);
  g_clear_pointer (&view->findings, g_ptr_array_unref);
  g_free (view);
}

YsInspectionView *
ys_inspection_load (YsLedger *ledger, gint64 id, GError **error)
{
  g_autoptr (YsInspectionView) view = g_new0 (YsInspectionView, 1);

  g_return_val_if_fail (ledger != NULL, NULL);

  if (!ys_record_store_load (ledger, &ys_inspection_type, id, &view->inspection, error))
    return NULL;
  view->book = ys_catalogue_load_version (ledger, view->inspection.catalogue_id, error);
  view->findings
      = ys_record_store_list_by (ledger, &ys_finding_type, "inspection", id, NULL, error);
  return view->book != NULL && view->findings != NULL ? g_steal_pointer (&view) : NULL;
}

void
ys_inspection_line_free (YsInspectionLine *line)
{
  if (line == NULL)
    return;
  ys_record_clear (&ys_inspection_type, &line->inspection);
  g_free (line);
}

static void
add_line (YsInspection *inspection, const YsInspectionSums *sums, gpointer user_data)
{
  GPtrArray *lines = user_data;
  YsInspectionLine *line = g_new0 (YsInspectionLine, 1);

  ys_record_copy (&ys_inspection_type, &line->inspection, inspection);
  line->n_findings = sums->n_findings;
  line->n_places = sums->n_places;
  line->n_open = sums->n_open;
  line->points = sums->points;
  g_ptr_array_add (lines, line);
}

GPtrArray *
ys_inspection_list (YsLedger *ledger, const YsInspectionFilter *filter, GError **error)
{
  g_autoptr (GPtrArray) lines
      = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_inspection_line_free);
  YsInspectionQuery query;

  g_return_val_if_fail (ledger != NULL && filter != NULL, NULL);

  query = (YsInspectionQuery){
    .compound_id = filter->compound_id,
    .level = filter->level,
    .from = filter->from,
    .to = filter->to,
    .with_withdrawn = filter->with_withdrawn,
    .limit = filter->limit,
  };
  if (!ys_inspection_store_each (ledger, &query, add_line, lines, error))
    return NULL;
  return g_steal_pointer (&lines);
}

/* A draft belongs to who types it. */
static char *
draft_key (YsLedger *ledger)
{
  return g_strconcat ("inspection-draft:", ys_ledger_user (ledger), NULL);
}

gboolean
ys_inspection_keep_draft (YsLedger *ledger, const char *json, GError **error)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (ledger != NULL, FALSE);

  key = draft_key (ledger);
  return ys_ledger_set_setting (ledger, key, json, error);
}

char *
ys_inspection_draft (YsLedger *ledger)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (ledger != NULL, NULL);

  key = draft_key (ledger);
  return ys_ledger_get_setting (ledger, key);
}
