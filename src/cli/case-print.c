/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cases as JSON and as tables. */
#include "config.h"

#include "case-print.h"

#include <glib/gi18n-lib.h>

#include "event.h"
#include "inspection.h"
#include "instant-read.h"

static void
add_strings (JsonBuilder *builder, GStrv strings)
{
  json_builder_begin_array (builder);
  for (guint i = 0; strings != NULL && strings[i] != NULL; i++)
    json_builder_add_string_value (builder, strings[i]);
  json_builder_end_array (builder);
}

static void
add_field (JsonBuilder *builder, const YsCase *one, const char *name)
{
  json_builder_set_member_name (builder, name);
  ys_field_to_json (ys_record_type_field (&ys_case_type, name), one, builder);
}

static void
add_limit (JsonBuilder *builder, const YsCase *one)
{
  YsLimit limit = { one->limit_amount.value, (YsLimitUnit)one->limit_unit };
  g_autofree char *text = one->limit_amount.is_set ? ys_limit_to_text (limit) : NULL;

  ys_json_text (builder, "limit", text);
}

static void
add_faults (JsonBuilder *builder, const YsCaseView *view)
{
  json_builder_set_member_name (builder, "faults");
  json_builder_begin_array (builder);
  for (guint i = 0; i < view->faults->len; i++)
    {
      const YsCaseFault *fault = g_ptr_array_index (view->faults, i);

      if (fault->decision == YS_DECISION_CONFIRMED)
        json_builder_add_string_value (builder, ys_choice_nick (ys_fault_choices, fault->fault));
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "proposed");
  json_builder_begin_array (builder);
  for (guint i = 0; i < view->proposals->len; i++)
    {
      const YsFaultProposal *proposal = g_ptr_array_index (view->proposals, i);

      json_builder_add_string_value (builder, ys_choice_nick (ys_fault_choices, proposal->fault));
    }
  json_builder_end_array (builder);
}

static GStrv
split_numbers (const char *text)
{
  return g_strsplit (text != NULL ? text : "", "、", -1);
}

/* By fault, the numbers of the reports that make it: of what is proposed and of what was confirmed.
 */
static void
add_evidence (JsonBuilder *builder, YsLedger *ledger, const YsCaseView *view)
{
  json_builder_set_member_name (builder, "evidence");
  json_builder_begin_object (builder);
  for (guint i = 0; i < view->faults->len; i++)
    {
      const YsCaseFault *fault = g_ptr_array_index (view->faults, i);
      g_auto (GStrv) numbers = split_numbers (fault->evidence);

      if (fault->decision != YS_DECISION_CONFIRMED)
        continue;
      json_builder_set_member_name (builder, ys_choice_nick (ys_fault_choices, fault->fault));
      add_strings (builder, numbers);
    }
  for (guint i = 0; i < view->proposals->len; i++)
    {
      const YsFaultProposal *proposal = g_ptr_array_index (view->proposals, i);
      g_auto (GStrv) numbers = ys_case_numbers (ledger, proposal->evidence);

      json_builder_set_member_name (builder, ys_choice_nick (ys_fault_choices, proposal->fault));
      add_strings (builder, numbers);
    }
  json_builder_end_object (builder);
}

static void
add_decisions (JsonBuilder *builder, const YsCaseView *view)
{
  json_builder_set_member_name (builder, "decisions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < view->faults->len; i++)
    {
      const YsCaseFault *fault = g_ptr_array_index (view->faults, i);
      g_auto (GStrv) numbers = split_numbers (fault->evidence);

      json_builder_begin_object (builder);
      ys_json_text (builder, "fault", ys_choice_nick (ys_fault_choices, fault->fault));
      ys_json_text (builder, "decision", ys_choice_nick (ys_decision_choices, fault->decision));
      ys_json_text (builder, "reason", fault->reason);
      ys_json_text (builder, "person", fault->person);
      ys_json_instant (builder, "at", fault->at);
      json_builder_set_member_name (builder, "evidence");
      add_strings (builder, numbers);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_procedures (JsonBuilder *builder, const YsCaseView *view)
{
  json_builder_set_member_name (builder, "procedures");
  json_builder_begin_array (builder);
  for (guint i = 0; i < view->procedures->len; i++)
    {
      const YsCaseProcedure *procedure = g_ptr_array_index (view->procedures, i);

      json_builder_begin_object (builder);
      ys_json_instant (builder, "from", procedure->starts_at);
      ys_json_instant (builder, "to", procedure->ends_at);
      ys_json_text (builder, "reason", procedure->reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_events (JsonBuilder *builder, const YsCaseView *view)
{
  json_builder_set_member_name (builder, "events");
  json_builder_begin_array (builder);
  for (guint i = 0; view->events != NULL && i < view->events->len; i++)
    {
      const YsEvent *event = g_ptr_array_index (view->events, i);

      json_builder_begin_object (builder);
      ys_json_text (builder, "kind", ys_choice_nick (ys_event_kind_choices, event->kind));
      ys_json_instant (builder, "at", event->at);
      ys_json_text (builder, "person", event->person);
      ys_json_text (builder, "text", event->text);
      ys_json_instant (builder, "until", event->until);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

void
ys_cli_add_case (JsonBuilder *builder, YsLedger *ledger, const YsCaseView *view, gboolean all)
{
  const YsCase *one = &view->one;

  json_builder_begin_object (builder);
  ys_json_int (builder, "id", one->id);
  add_field (builder, one, "number");
  add_field (builder, one, "level");
  add_field (builder, one, "channel");
  ys_json_text (builder, "compound", view->compound);
  ys_json_text (builder, "code", view->code);
  ys_json_text (builder, "clause", view->clause);
  ys_json_text (builder, "unit", view->unit);
  add_field (builder, one, "place");
  add_field (builder, one, "note");
  ys_json_instant (builder, "at", one->at);
  add_limit (builder, one);
  ys_json_instant (builder, "deadline", one->deadline);
  ys_json_flag (builder, "provisional", one->provisional);
  ys_json_flag (builder, "dispatched_deadline", one->dispatched_deadline);
  add_field (builder, one, "state");
  ys_json_flag (builder, "overdue", view->overdue);
  ys_json_instant (builder, "paused_at", one->paused_at);
  ys_json_instant (builder, "replied_at", one->replied_at);
  add_field (builder, one, "reply");
  ys_json_instant (builder, "verified_at", one->verified_at);
  ys_json_instant (builder, "closed_at", one->closed_at);
  add_faults (builder, view);
  add_evidence (builder, ledger, view);
  if (all)
    {
      add_decisions (builder, view);
      add_procedures (builder, view);
      add_events (builder, view);
    }
  json_builder_end_object (builder);
}

/* (transfer full): 超时、反复 */
static char *
join_faults (const YsCaseView *view)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < view->faults->len; i++)
    {
      const YsCaseFault *fault = g_ptr_array_index (view->faults, i);

      if (fault->decision == YS_DECISION_CONFIRMED)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "、" : "",
                                ys_choice_label (ys_fault_choices, fault->fault));
    }
  return g_string_free (text, FALSE);
}

static char *
join_proposals (const YsCaseView *view)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < view->proposals->len; i++)
    {
      const YsFaultProposal *proposal = g_ptr_array_index (view->proposals, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "、" : "",
                              ys_choice_label (ys_fault_choices, proposal->fault));
    }
  return g_string_free (text, FALSE);
}

void
ys_cli_print_cases (const GPtrArray *views)
{
  g_autoptr (YsTable) table = ys_table_new ((const YsHead[]){ { _ ("Number") },
                                                              { _ ("Level") },
                                                              { _ ("Compound") },
                                                              { _ ("Clause") },
                                                              { _ ("Place") },
                                                              { _ ("Dispatched at") },
                                                              { _ ("Deadline") },
                                                              { _ ("Replied at") },
                                                              { _ ("State") },
                                                              { _ ("Faults") },
                                                              { _ ("Proposed") },
                                                              { NULL } });

  for (guint i = 0; i < views->len; i++)
    {
      const YsCaseView *view = g_ptr_array_index (views, i);
      g_autofree char *clause = g_strdup_printf ("%s %s", view->code, view->clause);
      g_autofree char *at = ys_instant_to_typed (view->one.at);
      g_autofree char *deadline = ys_instant_to_typed (view->one.deadline);
      g_autofree char *replied_at = ys_instant_to_typed (view->one.replied_at);
      g_autofree char *faults = join_faults (view);
      g_autofree char *proposed = join_proposals (view);

      ys_table_add (table, view->one.number, ys_choice_label (ys_level_choices, view->one.level),
                    view->compound, clause, view->one.place, at, deadline, replied_at,
                    ys_choice_label (ys_case_state_choices, view->one.state), faults, proposed);
    }
  ys_table_print (table);
}

gboolean
ys_cli_print_changed_cases (
    YsCli *cli, const gint64 *ids, guint n_ids, const char *sentence, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GString) numbers = g_string_new (NULL);

  if (n_ids != 1)
    json_builder_begin_array (builder);
  for (guint i = 0; i < n_ids; i++)
    {
      g_autoptr (YsCaseView) view = ys_case_load (cli->open, ids[i], cli->now, error);

      if (view == NULL)
        return FALSE;
      ys_cli_add_case (builder, cli->open, view, TRUE);
      g_string_append_printf (numbers, "%s%s", i > 0 ? "、" : "", view->one.number);
    }
  if (n_ids != 1)
    json_builder_end_array (builder);
  if (cli->json)
    ys_print_json (builder);
  else
    ys_print_line ("%s %s", sentence, numbers->str);
  return TRUE;
}
