/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happens to cases after they were dispatched: an event each, and where the case stands then.
 * Several cases at once are one change: all or none. */
#include "config.h"

#include "case-private.h"

#include <glib/gi18n-lib.h>

#include "job-error.h"
#include "record-store.h"
#include "text.h"

static gboolean
refuse (const YsCase *one, const char *sentence, YsJobError code, GError **error)
{
  g_set_error (error, YS_JOB_ERROR, (int)code,
               /* Translators: a case's number, then a whole sentence */
               _ ("Case %s: %s"), one->number, sentence);
  return FALSE;
}

static gboolean
changes_nothing (int kind)
{
  return kind == YS_EVENT_NOTE || kind == YS_EVENT_OBJECTION || kind == YS_EVENT_OVERRULED;
}

/* Steps are told in the order in which they happened. */
static gboolean
check_order (const YsCase *one, GPtrArray *events, int kind, YsInstant at, GError **error)
{
  for (guint i = events->len; i > 0 && !changes_nothing (kind); i--)
    {
      const YsEvent *event = g_ptr_array_index (events, i - 1);

      if (changes_nothing (event->kind) || event->at / 60 <= at / 60)
        continue;
      return refuse (one,
                     _ ("A later step was entered already. Write a later time, or undo that "
                        "step first."),
                     YS_JOB_ERROR_REFUSED, error);
    }
  return TRUE;
}

/* An objection is answered once, and none is answered that was not made. */
static gboolean
check_objection (const YsCase *one, GPtrArray *events, int kind, GError **error)
{
  gboolean pending = FALSE;

  if (kind != YS_EVENT_OBJECTION && kind != YS_EVENT_UPHELD && kind != YS_EVENT_OVERRULED)
    return TRUE;
  for (guint i = 0; i < events->len; i++)
    {
      const YsEvent *event = g_ptr_array_index (events, i);

      if (event->kind == YS_EVENT_OBJECTION)
        pending = TRUE;
      else if (event->kind == YS_EVENT_UPHELD || event->kind == YS_EVENT_OVERRULED)
        pending = FALSE;
    }
  if (kind == YS_EVENT_OBJECTION && pending)
    return refuse (one, _ ("An objection waits for its answer already. Answer that one first."),
                   YS_JOB_ERROR_FORBIDDEN, error);
  if (kind != YS_EVENT_OBJECTION && !pending)
    return refuse (one, _ ("No objection waits for an answer. Enter the objection first."),
                   YS_JOB_ERROR_FORBIDDEN, error);
  return TRUE;
}

static gboolean
check_until (const YsCase *one, const YsStep *step, GError **error)
{
  if (step->kind == YS_EVENT_EXTENDED && step->until / 60 <= one->deadline / 60)
    return refuse (one,
                   _ ("The new deadline is not later than the one that holds. Write a later "
                      "one."),
                   YS_JOB_ERROR_REFUSED, error);
  return TRUE;
}

/* What was counted in a finalised period stays counted. A reply or a verification of such a case is
 * news of the day on which it happens. */
static gboolean
check_periods (
    const YsCaseEditor *editor, const YsCase *one, int kind, YsInstant at, GError **error)
{
  gboolean moves_deadline
      = kind == YS_EVENT_PAUSED || kind == YS_EVENT_RESUMED || kind == YS_EVENT_EXTENDED;
  gboolean leaves
      = kind == YS_EVENT_WITHDRAWN || kind == YS_EVENT_UPHELD || kind == YS_EVENT_REINSTATED;

  return ys_case_check_open (editor->ledger, at, error)
         && (!leaves || ys_case_check_open (editor->ledger, one->at, error))
         && (!moves_deadline || one->deadline == 0
             || ys_case_check_open (editor->ledger, one->deadline, error));
}

static gboolean
insert_event (
    const YsCaseEditor *editor, const YsCase *one, const YsStep *step, YsInstant at, GError **error)
{
  g_autofree char *text = ys_text_clean (step->text);
  g_autofree char *person
      = ys_text_clean (step->person != NULL ? step->person : ys_ledger_user (editor->ledger));
  YsEvent event = { .case_id = one->id, .kind = step->kind, .at = at };

  event.text = *text != '\0' ? text : NULL;
  event.person = *person != '\0' ? person : NULL;
  event.until = step->kind == YS_EVENT_EXTENDED ? step->until : 0;
  return ys_change_insert (editor->change, &ys_event_type, &event, error);
}

static gboolean
step_loaded (
    const YsCaseEditor *editor, YsCase *one, const YsStep *step, YsInstant at, GError **error)
{
  g_autoptr (GPtrArray) events = ys_case_events (editor->ledger, one->id, error);
  YsCaseStep allowed;

  if (events == NULL)
    return FALSE;
  allowed = ys_case_step (one, step->kind, at);
  if (!allowed.allowed)
    return refuse (one, g_dgettext (GETTEXT_PACKAGE, allowed.sentence),
                   at / 60 < one->at / 60 ? YS_JOB_ERROR_REFUSED : YS_JOB_ERROR_FORBIDDEN, error);
  return check_order (one, events, step->kind, at, error)
         && check_objection (one, events, step->kind, error) && check_until (one, step, error)
         && check_periods (editor, one, step->kind, at, error)
         && insert_event (editor, one, step, at, error)
         && ys_case_editor_replay (editor, one, error)
         && ys_change_update (editor->change, &ys_case_type, one, NULL, error);
}

gboolean
ys_case_editor_step (
    const YsCaseEditor *editor, gint64 id, const YsStep *step, YsInstant now, GError **error)
{
  YsCase one = { 0 };
  gboolean done = ys_record_store_load (editor->ledger, &ys_case_type, id, &one, error)
                  && step_loaded (editor, &one, step, step->at != 0 ? step->at : now, error);

  ys_record_clear (&ys_case_type, &one);
  return done;
}

const char *
ys_case_step_action (int kind)
{
  if (kind == YS_EVENT_WITHDRAWN || kind == YS_EVENT_UPHELD)
    return "withdraw";
  return kind == YS_EVENT_REINSTATED ? "reinstate" : "set";
}

gboolean
ys_case_take_step (YsLedger *ledger,
                   const gint64 *ids,
                   guint n_ids,
                   const YsStep *step,
                   YsInstant now,
                   GError **error)
{
  g_auto (YsCaseEditor) editor = { 0 };

  g_return_val_if_fail (ledger != NULL && step != NULL, FALSE);
  g_return_val_if_fail (ids != NULL && n_ids > 0, FALSE);

  if (!ys_case_editor_begin (&editor, ledger, ys_case_step_action (step->kind), error))
    return FALSE;
  for (guint i = 0; i < n_ids; i++)
    if (!ys_case_editor_step (&editor, ids[i], step, now, error))
      return FALSE;
  return ys_change_commit (editor.change, NULL, error);
}

/* The procedure of @id that began at @from; its record stays clear when there is none. */
static gboolean
load_procedure (
    YsLedger *ledger, gint64 id, YsInstant from, YsCaseProcedure *procedure, GError **error)
{
  g_autoptr (GPtrArray) all
      = ys_record_store_list_by (ledger, &ys_case_procedure_type, "case", id, NULL, error);

  if (all == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    {
      const YsCaseProcedure *one = g_ptr_array_index (all, i);

      if (one->starts_at / 60 != from / 60)
        continue;
      ys_record_copy (&ys_case_procedure_type, procedure, one);
      procedure->id = one->id;
    }
  return TRUE;
}

static gboolean
save_procedure (const YsCaseEditor *editor,
                const YsCase *one,
                YsCaseProcedure *procedure,
                YsInstant to,
                const char *reason,
                GError **error)
{
  g_autofree char *clean = ys_text_clean (reason);

  procedure->ends_at = to;
  if (*clean != '\0')
    {
      g_free (procedure->reason);
      procedure->reason = g_steal_pointer (&clean);
    }
  if (procedure->starts_at / 60 < one->at / 60)
    return refuse (one,
                   _ ("The procedure begins before the case was dispatched. Write a later "
                      "beginning."),
                   YS_JOB_ERROR_REFUSED, error);
  if (one->state == YS_CASE_WITHDRAWN)
    return refuse (one, _ ("It is withdrawn. Reinstate it first."), YS_JOB_ERROR_FORBIDDEN, error);
  if (!ys_case_check_open (editor->ledger, procedure->starts_at, error))
    return FALSE;
  return procedure->id != 0
             ? ys_change_update (editor->change, &ys_case_procedure_type, procedure, NULL, error)
             : ys_change_insert (editor->change, &ys_case_procedure_type, procedure, error);
}

gboolean
ys_case_set_procedure (
    YsLedger *ledger, gint64 id, YsInstant from, YsInstant to, const char *reason, GError **error)
{
  g_auto (YsCaseEditor) editor = { 0 };
  YsCase one = { 0 };
  YsCaseProcedure procedure = { 0 };
  gboolean done;

  g_return_val_if_fail (ledger != NULL && id > 0 && from > 0, FALSE);

  if (!ys_case_editor_begin (&editor, ledger, "set", error))
    return FALSE;
  done = ys_record_store_load (ledger, &ys_case_type, id, &one, error)
         && load_procedure (ledger, id, from, &procedure, error);
  procedure.case_id = id;
  procedure.starts_at = from;
  done = done && save_procedure (&editor, &one, &procedure, to, reason, error)
         && ys_change_commit (editor.change, NULL, error);
  ys_record_clear (&ys_case_procedure_type, &procedure);
  ys_record_clear (&ys_case_type, &one);
  return done;
}
