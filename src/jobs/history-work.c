/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes to inspections, findings and cases in a clerk's words. An event says more than the row
 * that it moved, a visit more than the rows that came with it. */
#include "config.h"

#include "history-private.h"

#include "event.h"
#include "inspection.h"
#include "platform-case.h"

#include <glib/gi18n-lib.h>

static gboolean
is_of (const YsAuditLine *line, const YsRecordType *type)
{
  return g_strcmp0 (line->record, type->name) == 0;
}

static const char *
label_of (const YsAuditLine *line)
{
  return line->label != NULL ? line->label : "";
}

/* (transfer full) (nullable): a text member of what the line made or left */
static char *
member_of (const char *json, const char *name)
{
  g_autoptr (JsonNode) node = json != NULL ? json_from_string (json, NULL) : NULL;
  JsonNode *member;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  member = json_object_get_member (json_node_get_object (node), name);
  if (member == NULL || !JSON_NODE_HOLDS_VALUE (member))
    return NULL;
  return json_node_get_value_type (member) == G_TYPE_STRING
             ? json_node_dup_string (member)
             : g_strdup (json_node_get_boolean (member) ? "true" : "false");
}

static const char *
event_words (const YsAuditLine *line)
{
  g_autofree char *nick = member_of (line->before == NULL ? line->after : line->before, "kind");
  int kind = nick != NULL ? ys_choice_from_text (ys_event_kind_choices, nick) : 0;

  return kind != 0 ? ys_choice_label (ys_event_kind_choices, kind) : _ ("Event");
}

static char *
record_sentence (const YsAuditLine *line,
                 const char *made,
                 const char *removed,
                 const char *changed)
{
  const char *format = line->before == NULL ? made : line->after == NULL ? removed : changed;
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  return g_strconcat (parts[0], label_of (line), parts[1], NULL);
}

char *
ys_history_work_line (const YsAuditLine *line)
{
  if (is_of (line, &ys_event_type))
    return g_strdup (event_words (line));
  if (is_of (line, &ys_inspection_type))
    {
      g_autofree char *withdrawn
          = line->before != NULL ? member_of (line->after, "withdrawn") : NULL;

      if (g_strcmp0 (withdrawn, "true") == 0)
        /* Translators: a compound */
        return g_strdup_printf (_ ("Withdrew an inspection of %s"), label_of (line));
      return record_sentence (line, _ ("Entered an inspection of %s"),
                              _ ("Removed an inspection of %s"), _ ("Changed an inspection of %s"));
    }
  if (is_of (line, &ys_finding_type))
    return record_sentence (line, _ ("Entered a finding of %s"), _ ("Removed a finding of %s"),
                            _ ("Changed a finding of %s"));
  if (is_of (line, &ys_case_type))
    /* Translators: the number of a case */
    return record_sentence (line, _ ("Entered case %s"), _ ("Removed case %s"),
                            _ ("Changed case %s"));
  if (is_of (line, &ys_case_fault_type))
    return record_sentence (line, _ ("Decided a fault of case %s"),
                            _ ("Took back the decision on a fault of case %s"),
                            _ ("Decided a fault of case %s anew"));
  if (is_of (line, &ys_case_procedure_type))
    return record_sentence (line, _ ("Recorded a legal procedure of case %s"),
                            _ ("Removed a legal procedure of case %s"),
                            _ ("Changed a legal procedure of case %s"));
  return NULL;
}

/* How much a line says about its change. */
static guint
weight (const YsAuditLine *line)
{
  g_autofree char *withdrawn = NULL;

  if (is_of (line, &ys_inspection_type))
    {
      withdrawn = line->before != NULL ? member_of (line->after, "withdrawn") : NULL;
      return line->before == NULL || line->after == NULL || withdrawn != NULL ? 6 : 4;
    }
  if (is_of (line, &ys_event_type))
    return 5;
  if (is_of (line, &ys_case_fault_type) || is_of (line, &ys_case_procedure_type))
    return 3;
  if (is_of (line, &ys_case_type))
    return 2;
  return is_of (line, &ys_finding_type) ? 1 : 0;
}

static guint
count_made (GPtrArray *lines, const YsRecordType *type)
{
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    n += is_of (lines->pdata[i], type) && ((const YsAuditLine *)lines->pdata[i])->before == NULL;
  return n;
}

static char *
visit_sentence (const YsAuditLine *line, guint n_findings)
{
  if (n_findings == 0)
    /* Translators: a compound where nothing was found */
    return g_strdup_printf (_ ("Entered a clean inspection of %s"), label_of (line));
  return g_strdup_printf (
      /* Translators: a compound, then how many findings */
      g_dngettext (GETTEXT_PACKAGE, "Entered an inspection of %s with %u finding",
                   "Entered an inspection of %s with %u findings", n_findings),
      label_of (line), n_findings);
}

/* Whose event it is: the row that was written with it. */
static const char *
owner_of (GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    if (is_of (lines->pdata[i], &ys_finding_type) || is_of (lines->pdata[i], &ys_case_type)
        || is_of (lines->pdata[i], &ys_inspection_type))
      return label_of (lines->pdata[i]);
  return "";
}

static char *
with_more (char *sentence, guint n)
{
  g_autofree char *first = sentence;

  return n <= 1 ? g_steal_pointer (&first)
                /* Translators: what was done to the first record, then how many other records */
                : g_strdup_printf (_ ("%s and %u more"), first, n - 1);
}

char *
ys_history_work_sentence (GPtrArray *lines)
{
  const YsAuditLine *main_line = lines->pdata[0];
  guint most = 0, n = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      guint own = weight (lines->pdata[i]);

      if (own == 0)
        return NULL;
      if (own > most)
        {
          main_line = lines->pdata[i];
          n = 0;
        }
      most = MAX (most, own);
      n += own == most ? 1 : 0;
    }
  if (is_of (main_line, &ys_inspection_type))
    return main_line->before == NULL && main_line->after != NULL
               ? visit_sentence (main_line, count_made (lines, &ys_finding_type))
               : with_more (ys_history_work_line (main_line), n);
  if (is_of (main_line, &ys_event_type))
    return with_more (
        /* Translators: a step such as Recheck passed, then a compound or the number of a case */
        g_strdup_printf (_ ("%s: %s"), event_words (main_line), owner_of (lines)), n);
  return with_more (ys_history_work_line (main_line), n);
}
