/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entering and changing cases. Each call is one change; the deadline is worked out from the record
 * and its events, unless the platform dispatched one. */
#include "config.h"

#include "case-private.h"

#include <glib/gi18n-lib.h>

#include "job-error.h"
#include "record-store.h"
#include "text.h"
#include "work-time.h"

void
ys_case_editor_clear (YsCaseEditor *editor)
{
  g_clear_pointer (&editor->change, ys_change_free);
  g_clear_pointer (&editor->calendar, ys_work_calendar_unref);
}

gboolean
ys_case_editor_begin (YsCaseEditor *editor, YsLedger *ledger, const char *action, GError **error)
{
  editor->ledger = ledger;
  editor->change = ys_change_begin (ledger, action, error);
  if (editor->change != NULL)
    editor->calendar = ys_work_time_calendar (ledger, error);
  return editor->calendar != NULL;
}

gboolean
ys_case_check_open (YsLedger *ledger, YsInstant at, GError **error)
{
  gboolean finalised;
  g_autofree char *day = NULL;

  if (!ys_period_is_finalised_at (ledger, at, &finalised, error))
    return FALSE;
  if (!finalised)
    return TRUE;
  day = ys_date_to_iso (ys_instant_to_date (at));
  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN,
               _ ("%s lies in a period that is finalised and no longer moves. Reopen the period "
                  "with a reason first."),
               day);
  return FALSE;
}

GPtrArray *
ys_case_events (YsLedger *ledger, gint64 id, GError **error)
{
  return ys_record_store_list_by (ledger, &ys_event_type, "case", id, "at", error);
}

gboolean
ys_case_editor_replay (const YsCaseEditor *editor, YsCase *one, GError **error)
{
  g_autoptr (GPtrArray) events = NULL;

  if (one->id == 0)
    events = g_ptr_array_new ();
  else
    events = ys_case_events (editor->ledger, one->id, error);
  if (events == NULL)
    return FALSE;
  ys_case_replay (one, (const YsEvent *const *)events->pdata, events->len, editor->calendar);
  return TRUE;
}

/* (nullable): the clause of this code that holds on the day of dispatch; @book owns it. */
static const YsClause *
find_clause (
    YsLedger *ledger, const char *code, YsInstant at, YsCatalogueBook **out_book, GError **error)
{
  YsDate day = ys_instant_to_date (at);
  g_autofree char *clean = ys_text_clean (code);
  g_autofree char *upper = g_ascii_strup (clean, -1);
  const YsClause *clause;
  g_autofree char *date = NULL;

  *out_book = ys_catalogue_load (ledger, YS_ANNEX_1, day, error);
  if (*out_book == NULL)
    return NULL;
  clause = ys_catalogue_book_find (*out_book, upper);
  if (clause != NULL)
    return clause;
  date = ys_date_to_iso (day);
  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
               /* Translators: a code, then a date */
               _ ("Annex 1 has no clause “%s” on %s. Write a code such as A1-08; “catalogue list "
                  "annex1” shows them."),
               clean, date);
  return NULL;
}

static void
take_limit (YsCase *one, YsLimit limit)
{
  one->limit_amount = limit.unit != YS_LIMIT_NONE ? YS_NUMBER (limit.amount) : YS_NUMBER_UNSET;
  one->limit_unit = (int)limit.unit;
}

static YsLimit
limit_of_clause (const YsClause *clause)
{
  YsLimit limit = { clause->limit_amount.value, (YsLimitUnit)clause->limit_unit };

  if (!clause->limit_amount.is_set)
    limit.unit = YS_LIMIT_NONE;
  return limit;
}

static gboolean
check_entered (const YsCaseEditor *editor, const YsCase *one, GError **error)
{
  gint64 taken;

  if (one->at <= 0)
    {
      g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                           _ ("A case needs the time at which it was dispatched. Write it as "
                              "2026-10-15T08:30."));
      return FALSE;
    }
  if (one->dispatched_deadline && one->deadline < one->at)
    {
      g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                           _ ("The deadline is before the dispatch. Write a later deadline, or "
                              "leave it out."));
      return FALSE;
    }
  taken = one->number != NULL
              ? ys_record_store_find (editor->ledger, &ys_case_type, "number", one->number, error)
              : 0;
  if (taken < 0)
    return FALSE;
  if (taken == 0 || taken == one->id)
    return TRUE;
  g_set_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_EXISTS,
               _ ("There is a case “%s” already. Change that one, or write another number."),
               one->number);
  return FALSE;
}

static void
clean_texts (YsCase *one)
{
  char **texts[] = { &one->number, &one->channel, &one->place, &one->note, &one->reply };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *clean = ys_text_clean (*texts[i]);

      g_free (*texts[i]);
      *texts[i] = *clean != '\0' ? g_steal_pointer (&clean) : NULL;
    }
}

/* The reply that came with the case. */
static gboolean
add_reply (const YsCaseEditor *editor, gint64 id, YsInstant at, const char *text, GError **error)
{
  const YsStep step = { .kind = YS_EVENT_REPORTED, .at = at, .text = text };

  return at == 0 || ys_case_editor_step (editor, id, &step, at, error);
}

/* @one is cleaned; its reply was taken out of it. */
static gboolean
insert (const YsCaseEditor *editor, YsCase *one, const char *code, YsLimit limit, GError **error)
{
  g_autoptr (YsCatalogueBook) book = NULL;
  const YsClause *clause;

  one->dispatched_deadline = one->deadline != 0;
  if (!check_entered (editor, one, error) || !ys_case_check_open (editor->ledger, one->at, error))
    return FALSE;
  clause = find_clause (editor->ledger, code, one->at, &book, error);
  if (clause == NULL)
    return FALSE;
  one->clause_id = clause->id;
  if (limit.unit == YS_LIMIT_NONE && !one->dispatched_deadline)
    limit = limit_of_clause (clause);
  take_limit (one, limit);
  return ys_case_editor_replay (editor, one, error)
         && ys_change_insert (editor->change, &ys_case_type, one, error);
}

gboolean
ys_case_editor_add (
    const YsCaseEditor *editor, YsCase *entered, const char *code, YsLimit limit, GError **error)
{
  YsCase one = { 0 };
  g_autofree char *reply = NULL;
  gboolean done;

  ys_record_copy (&ys_case_type, &one, entered);
  one.id = 0;
  clean_texts (&one);
  reply = g_steal_pointer (&one.reply);
  done = insert (editor, &one, code, limit, error)
         && add_reply (editor, one.id, entered->replied_at, reply, error);
  if (done)
    {
      entered->id = one.id;
      entered->clause_id = one.clause_id;
      entered->deadline = one.deadline;
      entered->provisional = one.provisional;
    }
  ys_record_clear (&ys_case_type, &one);
  return done;
}

gint64
ys_case_add (YsLedger *ledger, YsCase *one, const char *code, YsLimit limit, GError **error)
{
  g_auto (YsCaseEditor) editor = { 0 };

  g_return_val_if_fail (ledger != NULL && one != NULL && code != NULL, 0);

  if (!ys_case_editor_begin (&editor, ledger, "add", error)
      || !ys_case_editor_add (&editor, one, code, limit, error)
      || !ys_change_commit (editor.change, NULL, error))
    return 0;
  return one->id;
}

static gboolean
is_limit_of (const YsCase *one, YsLedger *ledger, GError **error)
{
  YsClause clause = { 0 };
  gboolean same = FALSE;

  if (ys_record_store_load (ledger, &ys_clause_type, one->clause_id, &clause, error))
    same = ys_number_equal (clause.limit_amount, one->limit_amount)
           && clause.limit_unit == one->limit_unit;
  ys_record_clear (&ys_clause_type, &clause);
  return same;
}

/* Another clause, and with it its limit where the case had that of its clause. */
static gboolean
change_clause (
    const YsCaseEditor *editor, YsCase *one, const YsCase *stored, const char *code, GError **error)
{
  g_autoptr (YsCatalogueBook) book = NULL;
  g_autoptr (GError) failure = NULL;
  const YsClause *clause = find_clause (editor->ledger, code, one->at, &book, error);
  YsClause before = { 0 };
  gboolean same_code;

  if (clause == NULL)
    return FALSE;
  same_code
      = ys_record_store_load (editor->ledger, &ys_clause_type, stored->clause_id, &before, NULL)
        && g_str_equal (before.code, clause->code);
  ys_record_clear (&ys_clause_type, &before);
  /* What was recorded keeps its version. */
  if (same_code)
    return TRUE;
  if (ys_number_equal (one->limit_amount, stored->limit_amount)
      && one->limit_unit == stored->limit_unit && is_limit_of (stored, editor->ledger, &failure))
    take_limit (one, limit_of_clause (clause));
  one->clause_id = clause->id;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* What happened already must not lie before the dispatch. */
static gboolean
check_events (const YsCaseEditor *editor, const YsCase *one, GError **error)
{
  g_autoptr (GPtrArray) events = ys_case_events (editor->ledger, one->id, error);
  g_autofree char *first = NULL;

  if (events == NULL)
    return FALSE;
  if (events->len == 0 || ((YsEvent *)g_ptr_array_index (events, 0))->at / 60 >= one->at / 60)
    return TRUE;
  first = ys_instant_to_iso (((YsEvent *)g_ptr_array_index (events, 0))->at);
  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
               _ ("The first step of this case was at %s. Write an earlier time of dispatch."),
               first);
  return FALSE;
}

/* From @entered only what a person enters; the rest stays. */
static void
copy_entered (YsCase *one, const YsCase *entered)
{
  static const char *const names[]
      = { "number",  "level", "channel",      "compound",   "place",
          "note",    "at",    "limit_amount", "limit_unit", "dispatched_deadline",
          "deadline" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    ys_field_copy (ys_record_type_field (&ys_case_type, names[i]), one, entered);
}

static gboolean
set_loaded (const YsCaseEditor *editor,
            YsCase *one,
            const YsCase *stored,
            const YsCase *entered,
            const char *code,
            GError **error)
{
  copy_entered (one, entered);
  clean_texts (one);
  if (!ys_case_check_open (editor->ledger, stored->at, error)
      || !ys_case_check_open (editor->ledger, one->at, error) || !check_entered (editor, one, error)
      || !check_events (editor, one, error)
      || (code != NULL && !change_clause (editor, one, stored, code, error)))
    return FALSE;
  if (!one->dispatched_deadline)
    one->deadline = 0;
  return ys_case_editor_replay (editor, one, error)
         && ys_change_update (editor->change, &ys_case_type, one, NULL, error);
}

gboolean
ys_case_editor_set (const YsCaseEditor *editor,
                    const YsCase *entered,
                    const char *code,
                    GError **error)
{
  YsCase stored = { 0 }, one = { 0 };
  gboolean done;

  done = ys_record_store_load (editor->ledger, &ys_case_type, entered->id, &stored, error);
  if (done)
    {
      ys_record_copy (&ys_case_type, &one, &stored);
      done = set_loaded (editor, &one, &stored, entered, code, error);
    }
  ys_record_clear (&ys_case_type, &one);
  ys_record_clear (&ys_case_type, &stored);
  return done;
}

gboolean
ys_case_set (YsLedger *ledger, const YsCase *one, const char *code, GError **error)
{
  g_auto (YsCaseEditor) editor = { 0 };

  g_return_val_if_fail (ledger != NULL && one != NULL && one->id > 0, FALSE);

  return ys_case_editor_begin (&editor, ledger, "set", error)
         && ys_case_editor_set (&editor, one, code, error)
         && ys_change_commit (editor.change, NULL, error);
}
