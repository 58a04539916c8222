/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person decides about a fault. Proposals are worked out whenever they are asked for; only
 * decisions are kept, each with its reason and the reports that make it. */
#include "config.h"

#include "case-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "calendar-record.h"
#include "job-error.h"
#include "record-store.h"
#include "text.h"

/* Of the field "evidence". */
#define MOST_EVIDENCE 2000

static gboolean
forbid (const YsCase *one, const char *sentence, GError **error)
{
  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN,
               /* Translators: a case's number, then a whole sentence */
               _ ("Case %s: %s"), one->number, sentence);
  return FALSE;
}

/* (nullable): the numbers of the reports that make the fault, where it is proposed. */
static char *
tell_evidence (const YsCaseMonths *months, gint64 id, int fault, YsInstant now)
{
  g_autoptr (GPtrArray) proposals = ys_case_months_proposals (months, now, TRUE);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < proposals->len; i++)
    {
      const YsFaultProposal *proposal = g_ptr_array_index (proposals, i);

      for (guint e = 0;
           proposal->case_id == id && proposal->fault == fault && e < proposal->evidence->len; e++)
        {
          const YsCase *report
              = ys_case_months_case (months, g_array_index (proposal->evidence, gint64, e));

          if (g_utf8_strlen (text->str, -1) + g_utf8_strlen (report->number, -1) < MOST_EVIDENCE)
            g_string_append_printf (text, "%s%s", text->len > 0 ? "、" : "", report->number);
        }
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* @fault stays clear when nothing was decided. */
static gboolean
load_decision (YsLedger *ledger, gint64 id, int kind, YsCaseFault *fault, GError **error)
{
  g_autoptr (GPtrArray) all
      = ys_record_store_list_by (ledger, &ys_case_fault_type, "case", id, NULL, error);

  if (all == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    if (((const YsCaseFault *)g_ptr_array_index (all, i))->fault == kind)
      ys_record_copy (&ys_case_fault_type, fault, g_ptr_array_index (all, i));
  return TRUE;
}

static gboolean
holds (const YsPeriod *period, YsInstant at)
{
  YsDate day = ys_instant_to_date (at);

  return period->finalised && ys_date_compare (period->starts_on, day) <= 0
         && ys_date_compare (day, period->ends_on) <= 0;
}

/* (nullable): the finalised period that counted what was decided at @decided_at on a case of @at:
 * its own, or the one into which it fell. */
static const YsPeriod *
counted_by (GPtrArray *periods, YsInstant at, YsInstant decided_at)
{
  for (guint i = 0; i < periods->len; i++)
    {
      const YsPeriod *period = g_ptr_array_index (periods, i);

      if ((holds (period, at) && decided_at <= period->finalised_at) || holds (period, decided_at))
        return period;
    }
  return NULL;
}

/* What was counted stays, whatever is decided later: reopening is the way. */
static gboolean
check_not_counted (
    YsLedger *ledger, const YsCase *one, int fault, YsInstant decided_at, GError **error)
{
  g_autoptr (GPtrArray) periods = ys_record_store_list (ledger, &ys_period_type, error);
  g_autofree char *sentence = NULL;
  const YsPeriod *period;

  if (periods == NULL)
    return FALSE;
  period = counted_by (periods, one->at, decided_at);
  if (period == NULL)
    return TRUE;
  sentence = g_strdup_printf (
      /* Translators: a fault, a period as 2026-10, the same period */
      _ ("“%s” was counted in %s, which is finalised: what it cost there stays. Reopen %s with a "
         "reason first."),
      ys_choice_label (ys_fault_choices, fault), period->name, period->name);
  return forbid (one, sentence, error);
}

/* A fault of a finalised period falls into the open one in which it is confirmed: not before the
 * other was finalised, nor into one that is finalised too [RULINGS Findings]. */
static gboolean
check_falls_open (YsLedger *ledger, const YsCase *one, YsInstant now, GError **error)
{
  g_autoptr (GPtrArray) periods = ys_record_store_list (ledger, &ys_period_type, error);
  gboolean finalised = FALSE, before = FALSE;

  if (periods == NULL)
    return FALSE;
  for (guint i = 0; i < periods->len; i++)
    {
      const YsPeriod *period = g_ptr_array_index (periods, i);

      finalised |= holds (period, one->at);
      before |= holds (period, one->at) && now <= period->finalised_at;
    }
  return !finalised || ys_case_check_open (ledger, before ? one->at : now, error);
}

/* A rejection cost nothing, so that nothing that is frozen moves with it. */
static gboolean
check_periods (YsLedger *ledger,
               const YsCase *one,
               const YsCaseFault *stored,
               int decision,
               YsInstant now,
               GError **error)
{
  if (stored->id != 0 && stored->decision == YS_DECISION_CONFIRMED
      && !check_not_counted (ledger, one, stored->fault, stored->at, error))
    return FALSE;
  return decision != YS_DECISION_CONFIRMED || check_falls_open (ledger, one, now, error);
}

/* A copy of a decision, rejected because the key problem takes its place. */
static gboolean
replace_repeated (const YsCaseEditor *editor,
                  const YsCaseFault *repeated,
                  const YsCase *by,
                  YsInstant now,
                  GError **error)
{
  YsCaseFault fault = { 0 };
  gboolean done;

  ys_record_copy (&ys_case_fault_type, &fault, repeated);
  fault.decision = YS_DECISION_REJECTED;
  fault.at = now;
  g_free (fault.reason);
  /* Translators: a case's number */
  fault.reason = g_strdup_printf (_ ("The key problem of case %s takes its place"), by->number);
  done = check_not_counted (editor->ledger, by, repeated->fault, repeated->at, error)
         && ys_change_update (editor->change, &ys_case_fault_type, &fault, NULL, error);
  ys_record_clear (&ys_case_fault_type, &fault);
  return done;
}

static gboolean
meet_other (const YsCaseEditor *editor,
            const YsCase *one,
            int fault,
            const YsCaseFault *other,
            const YsCase *other_case,
            YsInstant now,
            GError **error)
{
  g_autofree char *sentence = NULL;

  if (fault == YS_FAULT_KEY && other->fault == YS_FAULT_REPEATED)
    return replace_repeated (editor, other, one, now, error);
  sentence = g_strdup_printf (
      /* Translators: a fault, then a case's number */
      _ ("“%s” was confirmed for this problem and month already, on case %s. Take that back "
         "first: a problem costs once a month."),
      ys_choice_label (ys_fault_choices, other->fault), other_case->number);
  return forbid (one, sentence, error);
}

/* "One deduction per problem and month" [RULINGS Cases]. */
static gboolean
meet_others (const YsCaseEditor *editor,
             const YsCaseMonths *months,
             const YsCase *one,
             int fault,
             YsInstant now,
             GError **error)
{
  GPtrArray *decisions = ys_case_months_decisions (months);
  g_autofree char *problem = ys_case_months_problem (months, one);

  if (fault != YS_FAULT_REPEATED && fault != YS_FAULT_KEY)
    return TRUE;
  for (guint i = 0; i < decisions->len; i++)
    {
      const YsCaseFault *other = g_ptr_array_index (decisions, i);
      const YsCase *other_case = ys_case_months_case (months, other->case_id);
      g_autofree char *other_problem = ys_case_months_problem (months, other_case);

      if (other->decision != YS_DECISION_CONFIRMED
          || (other->case_id == one->id && other->fault == fault)
          || (other->fault != YS_FAULT_REPEATED && other->fault != YS_FAULT_KEY)
          || other_case->state == YS_CASE_WITHDRAWN || !g_str_equal (problem, other_problem))
        continue;
      if (!meet_other (editor, one, fault, other, other_case, now, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_decision (const YsCaseEditor *editor,
               const YsCase *one,
               YsCaseFault *fault,
               int decision,
               const char *reason,
               YsInstant now,
               GError **error)
{
  g_autoptr (YsCaseMonths) months
      = ys_case_months_load (editor->ledger, one->at, one->at + 1, one->compound_id, error);

  if (months == NULL
      || (decision == YS_DECISION_CONFIRMED
          && !meet_others (editor, months, one, fault->fault, now, error)))
    return FALSE;
  fault->decision = decision;
  fault->at = now;
  g_free (fault->reason);
  fault->reason = g_strdup (reason);
  g_free (fault->person);
  fault->person = g_strdup (ys_ledger_user (editor->ledger));
  g_free (fault->evidence);
  fault->evidence = tell_evidence (months, one->id, fault->fault, now);
  return fault->id != 0 ? ys_change_update (editor->change, &ys_case_fault_type, fault, NULL, error)
                        : ys_change_insert (editor->change, &ys_case_fault_type, fault, error);
}

/* The reason stays in the case's timeline. */
static gboolean
take_back (const YsCaseEditor *editor,
           const YsCase *one,
           const YsCaseFault *fault,
           const char *reason,
           YsInstant now,
           GError **error)
{
  g_autofree char *text
      /* Translators: a fault, then the reason */
      = g_strdup_printf (_ ("Decision on “%s” taken back: %s"),
                         ys_choice_label (ys_fault_choices, fault->fault), reason);
  YsEvent note = { .case_id = one->id, .kind = YS_EVENT_NOTE, .at = now };

  if (fault->id == 0)
    return forbid (one, _ ("Nothing was decided on this fault. Nothing needs to be done."), error);
  note.text = text;
  note.person = (char *)ys_ledger_user (editor->ledger);
  return ys_change_remove (editor->change, &ys_case_fault_type, fault->id, error)
         && ys_change_insert (editor->change, &ys_event_type, &note, error);
}

static gboolean
decide_loaded (const YsCaseEditor *editor,
               const YsCase *one,
               YsCaseFault *fault,
               int decision,
               const char *reason,
               YsInstant now,
               GError **error)
{
  if (*reason == '\0')
    {
      g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                   _ ("Case %s: a decision on a fault needs a reason. Write why."), one->number);
      return FALSE;
    }
  if (one->state == YS_CASE_WITHDRAWN && decision == YS_DECISION_CONFIRMED)
    return forbid (one, _ ("It is withdrawn. Reinstate it first."), error);
  if (!check_periods (editor->ledger, one, fault, decision, now, error))
    return FALSE;
  return decision == YS_DECISION_NONE
             ? take_back (editor, one, fault, reason, now, error)
             : save_decision (editor, one, fault, decision, reason, now, error);
}

gboolean
ys_case_decide_fault (YsLedger *ledger,
                      gint64 id,
                      int fault,
                      int decision,
                      const char *reason,
                      YsInstant now,
                      GError **error)
{
  g_auto (YsCaseEditor) editor = { 0 };
  YsCase one = { 0 };
  YsCaseFault stored = { 0 };
  g_autofree char *clean = ys_text_clean (reason);
  gboolean done;

  g_return_val_if_fail (ledger != NULL && id > 0, FALSE);
  g_return_val_if_fail (fault > YS_FAULT_UNKNOWN && fault <= YS_N_FAULTS, FALSE);

  if (!ys_case_editor_begin (&editor, ledger, "set", error))
    return FALSE;
  done = ys_record_store_load (ledger, &ys_case_type, id, &one, error)
         && load_decision (ledger, id, fault, &stored, error);
  stored.case_id = id;
  stored.fault = fault;
  done = done && decide_loaded (&editor, &one, &stored, decision, clean, now, error)
         && ys_change_commit (editor.change, NULL, error);
  ys_record_clear (&ys_case_fault_type, &stored);
  ys_record_clear (&ys_case_type, &one);
  return done;
}
