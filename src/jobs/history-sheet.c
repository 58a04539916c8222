/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes to sheets, bonuses, surveys and missing sheets in a clerk's words: each names the
 * compound and the table, a line of a sheet its clause too. */
#include "config.h"

#include "history-private.h"

#include "assessment.h"
#include "catalogue.h"
#include "record-store.h"
#include "scheme.h"

#include <glib/gi18n-lib.h>

static const char *
image_of (const YsAuditLine *line)
{
  return line->after != NULL ? line->after : line->before;
}

/* (transfer full) (nullable): a member of what the line made, left or took away */
static JsonNode *
member_of (const YsAuditLine *line, const char *name)
{
  g_autoptr (JsonNode) node
      = image_of (line) != NULL ? json_from_string (image_of (line), NULL) : NULL;
  JsonNode *member;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  member = json_object_get_member (json_node_get_object (node), name);
  return member != NULL ? json_node_copy (member) : NULL;
}

static int
choice_of (const YsAuditLine *line, const char *name, const YsChoice *choices)
{
  g_autoptr (JsonNode) member = member_of (line, name);

  return member != NULL && JSON_NODE_HOLDS_VALUE (member)
                 && json_node_get_value_type (member) == G_TYPE_STRING
             ? ys_choice_from_text (choices, json_node_get_string (member))
             : 0;
}

/* The sheet of a line of one, as the log names it; else as it is stored. @out_name: (transfer full)
 */
static gint64
find_sheet (YsLedger *ledger, const YsAuditLine *line, char **out_name)
{
  g_autoptr (JsonNode) member = member_of (line, "assessment");
  YsAssessmentItem item = { 0 };
  gint64 id = 0;

  if (member != NULL && JSON_NODE_HOLDS_OBJECT (member))
    {
      JsonObject *sheet = json_node_get_object (member);

      id = json_object_get_int_member_with_default (sheet, "id", 0);
      *out_name = g_strdup (json_object_get_string_member_with_default (sheet, "name", NULL));
    }
  else if (ys_record_store_load (ledger, &ys_assessment_item_type, line->record_id, &item, NULL))
    id = item.assessment_id;
  ys_record_clear (&ys_assessment_item_type, &item);
  if (*out_name == NULL && id != 0)
    *out_name = ys_record_store_title (ledger, ys_assessment_type.name, id);
  return id;
}

static int
annex_of_sheet (YsLedger *ledger, gint64 id)
{
  YsAssessment sheet = { 0 };
  int annex
      = ys_record_store_load (ledger, &ys_assessment_type, id, &sheet, NULL) ? sheet.annex : 0;

  ys_record_clear (&ys_assessment_type, &sheet);
  return annex;
}

/* (transfer full): 附件2 A2-01 · 云景华庭 */
static char *
name_line (YsLedger *ledger, const YsAuditLine *line)
{
  g_autofree char *compound = NULL;
  gint64 id = find_sheet (ledger, line, &compound);
  int annex = id != 0 ? annex_of_sheet (ledger, id) : 0;
  const char *clause = line->label != NULL ? line->label : "";

  if (compound == NULL)
    return g_strdup (clause);
  return annex != 0 ? g_strdup_printf ("%s %s · %s", ys_choice_label (ys_annex_choices, annex),
                                       clause, compound)
                    : g_strdup_printf ("%s · %s", clause, compound);
}

/* (transfer full): 附件2 · 云景华庭 */
static char *
name_sheet (YsLedger *ledger, const YsAuditLine *line)
{
  int annex = choice_of (line, "annex", ys_annex_choices);

  if (annex == 0)
    annex = annex_of_sheet (ledger, line->record_id);
  return g_strdup_printf ("%s · %s",
                          annex != 0 ? ys_choice_label (ys_annex_choices, annex)
                                     : _ (ys_assessment_type.label),
                          line->label != NULL ? line->label : "");
}

/* (transfer full) (nullable): what the line is about; NULL: of another kind */
static char *
name_subject (YsLedger *ledger, const YsAuditLine *line)
{
  static const YsRecordType *const others[]
      = { &ys_bonus_type, &ys_survey_type, &ys_sheet_waiver_type };

  if (g_strcmp0 (line->record, ys_assessment_item_type.name) == 0)
    return name_line (ledger, line);
  if (g_strcmp0 (line->record, ys_assessment_type.name) == 0)
    return name_sheet (ledger, line);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_strcmp0 (line->record, others[i]->name) == 0)
      return g_strdup_printf ("%s · %s", _ (others[i]->label),
                              line->label != NULL ? line->label : "");
  return NULL;
}

char *
ys_history_sheet_line (YsLedger *ledger, const YsAuditLine *line)
{
  g_autofree char *subject = name_subject (ledger, line);

  if (subject == NULL)
    return NULL;
  if (line->before == NULL)
    /* Translators: a sheet or a line of one, with its compound: "Annex 2 A2-01 · Longzhu" */
    return g_strdup_printf (_ ("Entered %s"), subject);
  if (line->after == NULL)
    return g_strdup_printf (_ ("Removed %s"), subject);
  /* Translators: a sheet or a line of one, with its compound: "Annex 2 A2-01 · Longzhu" */
  return g_strdup_printf (_ ("Changed %s"), subject);
}

gint64
ys_history_sheet_of (YsLedger *ledger, const YsAuditLine *line)
{
  g_autofree char *name = NULL;

  return find_sheet (ledger, line, &name);
}
