/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One change to inspections and findings. Everything that events decide is worked out anew from
 * them inside the change, so that a stored finding never says something else than its events. */
#include "config.h"

#include "finding-private.h"

#include "job-error.h"
#include "record-store.h"
#include "text.h"
#include "work-time.h"

#include <glib/gi18n-lib.h>

#define SECONDS_PER_MINUTE 60

YsInstant
ys_instant_to_minute (YsInstant instant)
{
  YsInstant seconds = instant % SECONDS_PER_MINUTE;

  return instant - (seconds < 0 ? seconds + SECONDS_PER_MINUTE : seconds);
}

char *
ys_text_or_null (const char *text)
{
  g_autofree char *clean = ys_text_clean (text);

  return *clean != '\0' ? g_steal_pointer (&clean) : NULL;
}

YsLimit
ys_clause_limit (const YsClause *clause)
{
  if (!clause->limit_amount.is_set)
    return (YsLimit){ 0, YS_LIMIT_NONE };
  return (YsLimit){ clause->limit_amount.value, (YsLimitUnit)clause->limit_unit };
}

const YsEvent *const *
ys_events_of (GPtrArray *events)
{
  return (const YsEvent *const *)events->pdata;
}

static void
free_clause (gpointer clause)
{
  ys_record_free (&ys_clause_type, clause);
}

gboolean
ys_finding_editor_begin (YsFindingEditor *editor,
                         YsLedger *ledger,
                         const char *action,
                         GError **error)
{
  editor->ledger = ledger;
  editor->change = ys_change_begin (ledger, action, error);
  if (editor->change == NULL)
    return FALSE;
  /* Read inside the change: nobody moves the calendar meanwhile. */
  editor->calendar = ys_work_time_calendar (ledger, error);
  editor->clauses = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, free_clause);
  editor->frozen = g_hash_table_new (NULL, NULL);
  return editor->calendar != NULL;
}

void
ys_finding_editor_clear (YsFindingEditor *editor)
{
  g_clear_pointer (&editor->change, ys_change_free);
  g_clear_pointer (&editor->calendar, ys_work_calendar_unref);
  g_clear_pointer (&editor->clauses, g_hash_table_unref);
  g_clear_pointer (&editor->frozen, g_hash_table_unref);
}

static gboolean
is_finalised (YsFindingEditor *editor, YsInstant at, gboolean *out_finalised, GError **error)
{
  gpointer key = GINT_TO_POINTER ((int)ys_date_to_days (ys_instant_to_date (at)));
  gpointer known = g_hash_table_lookup (editor->frozen, key);

  *out_finalised = known == GINT_TO_POINTER (2);
  if (known != NULL)
    return TRUE;
  if (!ys_period_is_finalised_at (editor->ledger, at, out_finalised, error))
    return FALSE;
  g_hash_table_insert (editor->frozen, key, GINT_TO_POINTER (*out_finalised ? 2 : 1));
  return TRUE;
}

gboolean
ys_finding_editor_check_open (YsFindingEditor *editor, YsInstant at, GError **error)
{
  gboolean finalised;
  g_autofree char *day = NULL;

  if (!is_finalised (editor, at, &finalised, error))
    return FALSE;
  if (!finalised)
    return TRUE;
  day = ys_date_to_iso (ys_instant_to_date (at));
  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN,
               /* Translators: a date */
               _ ("The period of %s is finalised: nothing in it changes. Write a day of an open "
                  "period, or record a correction."),
               day);
  return FALSE;
}

const YsClause *
ys_finding_editor_clause (YsFindingEditor *editor, gint64 id, GError **error)
{
  YsClause *clause = g_hash_table_lookup (editor->clauses, &id);

  if (clause != NULL)
    return clause;
  clause = ys_record_new (&ys_clause_type);
  if (!ys_record_store_load (editor->ledger, &ys_clause_type, id, clause, error))
    {
      free_clause (clause);
      return NULL;
    }
  g_hash_table_insert (editor->clauses, &clause->id, clause);
  return clause;
}

GPtrArray *
ys_finding_editor_events (YsFindingEditor *editor, gint64 finding_id, GError **error)
{
  return ys_record_store_list_by (editor->ledger, &ys_event_type, "finding", finding_id, "at",
                                  error);
}

gboolean
ys_finding_editor_replay (YsFindingEditor *editor,
                          YsFinding *finding,
                          GPtrArray *events,
                          GError **error)
{
  const YsClause *clause = ys_finding_editor_clause (editor, finding->clause_id, error);
  YsLimit limit;

  if (clause == NULL)
    return FALSE;
  limit = ys_clause_limit (clause);
  if (ys_finding_replay (finding, ys_events_of (events), events->len, limit, editor->calendar)
      || limit.unit == YS_LIMIT_NONE)
    return TRUE;
  g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                       _ ("The deadline would lie beyond the calendar. Check the date."));
  return FALSE;
}

static gboolean
check_event (
    YsFindingEditor *editor, YsFinding *scratch, GPtrArray *events, guint n, GError **error)
{
  const YsEvent *event = events->pdata[n];
  const YsClause *clause = ys_finding_editor_clause (editor, scratch->clause_id, error);
  g_autofree char *when = NULL;
  YsFindingStep step;

  if (clause == NULL)
    return FALSE;
  ys_finding_replay (scratch, ys_events_of (events), n, ys_clause_limit (clause), editor->calendar);
  step = ys_finding_step_after (scratch, ys_events_of (events), n, event->kind, event->at);
  if (step.allowed)
    return TRUE;
  when = ys_instant_to_iso (event->at);
  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
               /* Translators: a step such as Recheck passed, its time, then why it does not fit */
               _ ("“%s” of %s would no longer fit: %s"),
               ys_choice_label (ys_event_kind_choices, event->kind), when, _ (step.sentence));
  return FALSE;
}

gboolean
ys_finding_editor_check_events (YsFindingEditor *editor,
                                const YsFinding *finding,
                                GPtrArray *events,
                                GError **error)
{
  YsFinding *scratch = ys_record_new (&ys_finding_type);
  gboolean fits = TRUE;

  ys_record_copy (&ys_finding_type, scratch, finding);
  for (guint i = 0; fits && i < events->len; i++)
    fits = check_event (editor, scratch, events, i, error);
  ys_record_free (&ys_finding_type, scratch);
  return fits;
}

/* By time; of one minute, in the order of entry. */
static int
compare_events (gconstpointer a, gconstpointer b)
{
  const YsEvent *one = *(const YsEvent *const *)a;
  const YsEvent *other = *(const YsEvent *const *)b;

  if (one->at != other->at)
    return one->at < other->at ? -1 : 1;
  return one->id < other->id ? -1 : one->id > other->id;
}

/* The deadline of a finding whose period is finalised no longer follows the calendar: it stands,
 * and only a step that moves the clock gives more time. @events: without the step. */
static gboolean
keep_deadline (YsFindingEditor *editor,
               const YsFinding *stored,
               GPtrArray *events,
               YsFinding *finding,
               GError **error)
{
  YsFinding *scratch;
  gboolean finalised, done;

  if (!is_finalised (editor, finding->found_at, &finalised, error))
    return FALSE;
  if (!finalised)
    return TRUE;
  scratch = ys_record_new (&ys_finding_type);
  ys_record_copy (&ys_finding_type, scratch, stored);
  done = ys_finding_editor_replay (editor, scratch, events, error);
  if (done && (scratch->deadline == finding->deadline || finding->deadline < stored->deadline))
    {
      finding->deadline = stored->deadline;
      finding->provisional = stored->provisional;
    }
  ys_record_free (&ys_finding_type, scratch);
  return done;
}

static gboolean
replay_with (
    YsFindingEditor *editor, YsFinding *finding, GPtrArray *events, YsEvent *event, GError **error)
{
  YsFinding *stored = ys_record_new (&ys_finding_type);
  gboolean done;
  guint index = 0;

  ys_record_copy (&ys_finding_type, stored, finding);
  done = ys_finding_editor_replay (editor, finding, events, error);
  g_ptr_array_find (events, event, &index);
  g_ptr_array_steal_index (events, index);
  done = done && keep_deadline (editor, stored, events, finding, error);
  g_ptr_array_insert (events, (int)index, event);
  ys_record_free (&ys_finding_type, stored);
  return done;
}

gboolean
ys_finding_editor_add_event (
    YsFindingEditor *editor, YsFinding *finding, GPtrArray *events, YsEvent *event, GError **error)
{
  event->finding_id = finding->id;
  g_ptr_array_add (events, event);
  if (!ys_change_insert (editor->change, &ys_event_type, event, error))
    return FALSE;
  g_ptr_array_sort (events, compare_events);
  return replay_with (editor, finding, events, event, error)
         && ys_change_update (editor->change, &ys_finding_type, finding, NULL, error);
}

void
ys_finding_editor_name (YsFindingEditor *editor, const YsFinding *finding, GError **error)
{
  const YsClause *clause = ys_finding_editor_clause (editor, finding->clause_id, NULL);
  g_autofree char *compound
      = ys_record_store_title (editor->ledger, "compound", finding->compound_id);
  g_autofree char *number = ys_count_to_text (finding->id, FALSE);

  /* Translators: number of a finding, its compound, its clause; a message follows */
  g_prefix_error (error, _ ("Finding %s (%s, %s): "), number, compound != NULL ? compound : "",
                  clause != NULL ? clause->code : "");
}
