/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps in the life of findings. One change for all of them: a step that one finding does not allow
 * is taken by none. */
#include "config.h"

#include "finding-private.h"

#include "job-error.h"
#include "record-store.h"

#include <glib/gi18n-lib.h>

/* What takes a finding's points away or gives them back: not once its period is finalised. */
static gboolean
moves_points (int event_kind)
{
  return event_kind == YS_EVENT_WITHDRAWN || event_kind == YS_EVENT_UPHELD
         || event_kind == YS_EVENT_REINSTATED;
}

/* "Now" may lie before what was entered for a day to come. */
static YsInstant
time_of_step (const YsStep *step, const YsFinding *finding, GPtrArray *events, YsInstant now)
{
  YsInstant at = ys_instant_to_minute (step->at != 0 ? step->at : now);

  if (step->at != 0 || (!moves_points (step->kind) && step->kind != YS_EVENT_NOTE))
    return at;
  at = MAX (at, finding->found_at);
  for (guint i = 0; i < events->len; i++)
    at = MAX (at, ((const YsEvent *)events->pdata[i])->at);
  return at;
}

static YsEvent *
make_event (YsFindingEditor *editor, const YsStep *step, YsInstant at)
{
  YsEvent *event = ys_record_new (&ys_event_type);

  event->kind = step->kind;
  event->at = at;
  event->person = ys_text_or_null (step->person);
  if (event->person == NULL)
    event->person = ys_text_or_null (ys_ledger_user (editor->ledger));
  event->text = ys_text_or_null (step->text);
  if (step->kind == YS_EVENT_EXTENDED)
    event->until = ys_instant_to_minute (step->until);
  return event;
}

static gboolean
check_step (
    const YsStep *step, const YsFinding *finding, GPtrArray *events, YsInstant at, GError **error)
{
  YsFindingStep next
      = ys_finding_step_after (finding, ys_events_of (events), events->len, step->kind, at);

  if (!next.allowed)
    {
      g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED, _ (next.sentence));
      return FALSE;
    }
  if (step->kind != YS_EVENT_EXTENDED || step->until == 0
      || ys_instant_to_minute (step->until) > finding->deadline)
    return TRUE;
  g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                       _ ("An extension gives more time. Write a deadline after the present one."));
  return FALSE;
}

static gboolean
check_inspection (YsFindingEditor *editor, const YsFinding *finding, GError **error)
{
  YsInspection *inspection = ys_record_new (&ys_inspection_type);
  gboolean fits = ys_record_store_load (editor->ledger, &ys_inspection_type, finding->inspection_id,
                                        inspection, error);

  if (fits && inspection->withdrawn)
    {
      g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                           _ ("Its whole inspection is withdrawn. Undo that withdrawal instead."));
      fits = FALSE;
    }
  ys_record_free (&ys_inspection_type, inspection);
  return fits;
}

static gboolean
take_step (
    YsFindingEditor *editor, YsFinding *finding, const YsStep *step, YsInstant now, GError **error)
{
  g_autoptr (GPtrArray) events = ys_finding_editor_events (editor, finding->id, error);
  YsInstant at;

  if (events == NULL)
    return FALSE;
  at = time_of_step (step, finding, events, now);
  return check_step (step, finding, events, at, error)
         && ys_finding_editor_check_open (editor, at, error)
         && (!moves_points (step->kind)
             || ys_finding_editor_check_open (editor, finding->found_at, error))
         && (step->kind != YS_EVENT_REINSTATED || check_inspection (editor, finding, error))
         && ys_finding_editor_add_event (editor, finding, events, make_event (editor, step, at),
                                         error);
}

gboolean
ys_finding_editor_step (
    YsFindingEditor *editor, gint64 id, const YsStep *step, YsInstant now, GError **error)
{
  YsFinding *finding = ys_record_new (&ys_finding_type);
  gboolean done = ys_record_store_load (editor->ledger, &ys_finding_type, id, finding, error);

  if (done && !take_step (editor, finding, step, now, error))
    {
      ys_finding_editor_name (editor, finding, error);
      done = FALSE;
    }
  ys_record_free (&ys_finding_type, finding);
  return done;
}

gboolean
ys_finding_take_step (YsLedger *ledger,
                      const gint64 *ids,
                      guint n_ids,
                      const YsStep *step,
                      YsInstant now,
                      GError **error)
{
  g_auto (YsFindingEditor) editor = { 0 };

  g_return_val_if_fail (ledger != NULL && step != NULL, FALSE);
  g_return_val_if_fail (ids != NULL || n_ids == 0, FALSE);

  if (!ys_finding_editor_begin (&editor, ledger, "step", error))
    return FALSE;
  for (guint i = 0; i < n_ids; i++)
    if (!ys_finding_editor_step (&editor, ids[i], step, now, error))
      return FALSE;
  return ys_change_commit (editor.change, NULL, error);
}

void
ys_finding_view_clear (YsFindingView *view)
{
  ys_record_clear (&ys_finding_type, &view->finding);
  g_clear_pointer (&view->compound, g_free);
  g_clear_pointer (&view->code, g_free);
  g_clear_pointer (&view->clause, g_free);
  g_clear_pointer (&view->criterion, g_free);
  g_clear_pointer (&view->unit, g_free);
  g_clear_pointer (&view->events, g_ptr_array_unref);
}

void
ys_finding_view_free (YsFindingView *view)
{
  if (view == NULL)
    return;
  ys_finding_view_clear (view);
  g_free (view);
}

static void
set_clause (YsFindingView *view, const YsClause *clause)
{
  view->code = g_strdup (clause->code);
  view->clause = g_strdup (clause->name);
  view->criterion = g_strdup (clause->criterion);
  view->unit = g_strdup (clause->unit);
  view->limit = ys_clause_limit (clause);
}

void
ys_finding_view_look (YsFindingView *view, YsInstant now)
{
  view->points = ys_finding_points (&view->finding, now);
  view->doubled = ys_finding_is_doubled (&view->finding, now);
  view->overdue = ys_finding_is_overdue (&view->finding, now);
}

static gboolean
load_clause (YsLedger *ledger, YsFindingView *view, GError **error)
{
  YsClause *clause = ys_record_new (&ys_clause_type);
  gboolean done
      = ys_record_store_load (ledger, &ys_clause_type, view->finding.clause_id, clause, error);

  if (done)
    set_clause (view, clause);
  ys_record_free (&ys_clause_type, clause);
  return done;
}

YsFindingView *
ys_finding_load (YsLedger *ledger, gint64 id, YsInstant now, GError **error)
{
  g_autoptr (YsFindingView) view = g_new0 (YsFindingView, 1);

  g_return_val_if_fail (ledger != NULL, NULL);

  if (!ys_record_store_load (ledger, &ys_finding_type, id, &view->finding, error)
      || !load_clause (ledger, view, error))
    return NULL;
  view->compound = ys_record_store_title (ledger, "compound", view->finding.compound_id);
  view->events = ys_record_store_list_by (ledger, &ys_event_type, "finding", id, "at", error);
  if (view->events == NULL)
    return NULL;
  ys_finding_view_look (view, now);
  return g_steal_pointer (&view);
}

void
ys_deadline_name_extension (YsDeadline *deadline, GPtrArray *events, YsInstant stored)
{
  const YsEvent *furthest = NULL;

  for (guint i = 0; i < events->len; i++)
    {
      const YsEvent *event = g_ptr_array_index (events, i);

      if (event->kind == YS_EVENT_EXTENDED && (furthest == NULL || event->until >= furthest->until))
        furthest = event;
    }
  if (furthest == NULL || stored <= deadline->deadline)
    return;
  deadline->by_limit = deadline->deadline;
  deadline->deadline = stored;
  deadline->extension = g_strdup (furthest->text != NULL ? furthest->text : "");
}

gboolean
ys_finding_explain (YsLedger *ledger,
                    gint64 id,
                    const YsWorkCalendar *calendar,
                    YsDeadline *out_deadline,
                    GError **error)
{
  g_autoptr (YsFindingView) view = NULL;
  g_autoptr (GArray) pauses = NULL;

  g_return_val_if_fail (ledger != NULL && calendar != NULL && out_deadline != NULL, FALSE);

  *out_deadline = (YsDeadline){ 0 };
  view = ys_finding_load (ledger, id, 0, error);
  if (view == NULL)
    return FALSE;
  pauses = ys_events_pauses (ys_events_of (view->events), view->events->len);
  if (!ys_deadline_compute (calendar, view->finding.starts_at, view->limit,
                            (const YsPause *)(gpointer)pauses->data, pauses->len, TRUE,
                            out_deadline))
    {
      g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                           _ ("Its clause has no time limit: no clock runs. Add a note instead."));
      return FALSE;
    }
  ys_deadline_name_extension (out_deadline, view->events, view->finding.deadline);
  return TRUE;
}
