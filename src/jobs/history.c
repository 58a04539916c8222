/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Audit lines in a clerk's words: fields by label, references by the name they have now, and one
 * sentence for what a change did. Undo and redo act on whole changes. */
#include "config.h"

#include "history-private.h"
#include "history.h"
#include "assessment.h"
#include "audit.h"
#include "award-record.h"
#include "calendar-record.h"
#include "compound.h"
#include "import-batch.h"
#include "job-error.h"
#include "ledger.h"
#include "record-store.h"
#include "score-store.h"
#include "submission.h"

#include <glib/gi18n-lib.h>

GPtrArray *
ys_history_list (YsLedger *ledger, gint64 compound_id, guint limit, GError **error)
{
  g_return_val_if_fail (ledger != NULL, NULL);

  return ys_audit_list (ledger, compound_id != 0 ? ys_compound_type.name : NULL, compound_id, limit,
                        error);
}

GPtrArray *
ys_history_list_record (YsLedger *ledger, const char *record, gint64 id, GError **error)
{
  g_return_val_if_fail (ledger != NULL && record != NULL, NULL);

  return ys_audit_list (ledger, record, id, 0, error);
}

void
ys_history_field_free (YsHistoryField *field)
{
  if (field == NULL)
    return;
  g_free (field->field);
  g_free (field->before);
  g_free (field->after);
  g_free (field);
}

/* (transfer full) (nullable) */
static JsonObject *
parse_object (const char *json)
{
  g_autoptr (JsonNode) node = NULL;

  if (json == NULL)
    return NULL;
  node = json_from_string (json, NULL);
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_dup_object (node) : NULL;
}

/* (transfer full): the name of the record that the reference means; its number when it is gone */
static char *
reference_name (YsLedger *ledger, const YsField *field, gint64 id)
{
  char *name;

  if (id == 0)
    return g_strdup ("");
  name = ys_record_store_title (ledger, field->target, id);
  return name != NULL ? name : g_strdup_printf ("#%" G_GINT64_FORMAT, id);
}

/* (transfer full): the field's value in @object for the eye; "" when it is not there */
static char *
member_words (YsLedger *ledger, const YsRecordType *type, const YsField *field, JsonObject *object)
{
  gpointer record;
  char *words = NULL;

  if (object == NULL || !json_object_has_member (object, field->name))
    return g_strdup ("");
  record = ys_record_new (type);
  if (ys_field_from_json (field, record, json_object_get_member (object, field->name), NULL))
    words = field->type == YS_FIELD_REFERENCE
                ? reference_name (ledger, field, ys_field_get_int64 (field, record))
                : ys_field_to_display (field, record);
  ys_record_free (type, record);
  return words != NULL ? words : g_strdup ("");
}

/* Bytes and checksums say nothing to a person. */
static gboolean
is_for_machines (const YsRecordType *type, const YsField *field)
{
  return ((type == &ys_submission_type || type == &ys_period_version_type)
          && g_str_equal (field->name, "content"))
         || g_str_equal (field->name, "sha256");
}

static gboolean
has_member (JsonObject *object, const char *name)
{
  return object != NULL && json_object_has_member (object, name);
}

typedef struct
{
  const YsRecordType *type;
  JsonObject *before;
  JsonObject *after;
} Words;

static void
words_clear (Words *words)
{
  g_clear_pointer (&words->before, json_object_unref);
  g_clear_pointer (&words->after, json_object_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static Words
parse_line (const YsAuditLine *line)
{
  return (Words){ ys_record_store_type (line->record), parse_object (line->before),
                  parse_object (line->after) };
}

static gboolean
is_told (const Words *words, const YsField *field)
{
  return !is_for_machines (words->type, field)
         && (has_member (words->before, field->name) || has_member (words->after, field->name));
}

GPtrArray *
ys_history_fields (YsLedger *ledger, const YsAuditLine *line)
{
  GPtrArray *fields = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_history_field_free);
  g_auto (Words) words = { 0 };

  g_return_val_if_fail (ledger != NULL && line != NULL, fields);

  words = parse_line (line);
  for (guint i = 0; words.type != NULL && i < words.type->n_fields; i++)
    {
      const YsField *field = &words.type->fields[i];
      YsHistoryField *told;

      if (!is_told (&words, field))
        continue;
      told = g_new0 (YsHistoryField, 1);
      told->field = g_strdup (_ (field->label));
      told->before = member_words (ledger, words.type, field, words.before);
      told->after = member_words (ledger, words.type, field, words.after);
      /* A new record is told by what it holds, not by all that it lacks. */
      if (g_str_equal (told->before, told->after))
        ys_history_field_free (told);
      else
        g_ptr_array_add (fields, told);
    }
  return fields;
}

static char *
changed_sentence (const YsAuditLine *line, const char *label)
{
  g_auto (Words) words = parse_line (line);
  const YsField *only = NULL;
  guint n = 0;

  for (guint i = 0; words.type != NULL && i < words.type->n_fields; i++)
    if (is_told (&words, &words.type->fields[i]))
      {
        only = &words.type->fields[i];
        n++;
      }
  if (n == 1)
    /* Translators: a field such as Class, then a record's name */
    return g_strdup_printf (_ ("Changed %s of %s"), _ (only->label), label);
  /* Translators: how many fields, then a record's name */
  return g_strdup_printf (_ ("Changed %u fields of %s"), n, label);
}

static gboolean
is_withdrawal (const YsAuditLine *line)
{
  g_autoptr (JsonObject) after = parse_object (line->after);

  return has_member (after, "withdrawn");
}

/* (transfer full): what the line itself did */
static char *
line_sentence (YsLedger *ledger, const YsAuditLine *line)
{
  const char *label = line->label != NULL ? line->label : "";
  char *work = ys_history_work_line (line);

  if (work == NULL)
    work = ys_history_sheet_line (ledger, line);
  if (work != NULL)
    return work;
  if (g_strcmp0 (line->action, "withdraw") == 0
      || (g_strcmp0 (line->action, "merge") == 0 && is_withdrawal (line)))
    return g_strdup_printf (_ ("Withdrew %s"), label);
  if (g_strcmp0 (line->action, "reinstate") == 0)
    return g_strdup_printf (_ ("Reinstated %s"), label);
  if (g_strcmp0 (line->action, "merge") == 0 && g_strcmp0 (line->record, "compound") == 0)
    return g_strdup_printf (_ ("Merged another record into %s"), label);
  if (g_strcmp0 (line->record, ys_import_batch_type.name) == 0 && line->before == NULL)
    return g_strdup_printf (_ ("Imported %s"), label);
  if (g_strcmp0 (line->record, ys_submission_type.name) == 0 && line->before == NULL)
    return g_strdup_printf (_ ("Submitted %s"), label);
  if (g_strcmp0 (line->record, ys_period_type.name) == 0)
    return g_strdup_printf (g_strcmp0 (line->action, "reopen") == 0 ? _ ("Reopened %s")
                                                                    : _ ("Finalised %s"),
                            label);
  if (g_strcmp0 (line->record, "submission_file") == 0)
    return g_strdup_printf (_ ("Filed %s"), label);
  if (line->before == NULL)
    return g_strdup_printf (_ ("Added %s"), label);
  if (line->after == NULL)
    return g_strdup_printf (_ ("Removed %s"), label);
  return changed_sentence (line, label);
}

/* How much a line says about its change: a file or a table filed before a compound, a compound
 * before the community that was made for it, a sheet before its lines. */
static guint
line_weight (const YsAuditLine *line)
{
  if (g_strcmp0 (line->record, ys_import_batch_type.name) == 0
      || g_strcmp0 (line->record, ys_submission_type.name) == 0
      || g_strcmp0 (line->record, ys_period_type.name) == 0)
    return 3;
  if (g_strcmp0 (line->record, ys_compound_type.name) == 0
      || g_strcmp0 (line->record, ys_assessment_type.name) == 0)
    return 2;
  return 1;
}

static gboolean
is_told_as_one (const YsAuditLine *line)
{
  return line_weight (line) == 3 || g_strcmp0 (line->action, "merge") == 0;
}

/* (transfer full): the change as a whole; @lines oldest first, at least one */
static char *
lines_sentence (YsLedger *ledger, GPtrArray *lines)
{
  const YsAuditLine *main_line = g_ptr_array_index (lines, 0);
  g_autofree char *sentence = ys_history_work_sentence (lines);
  guint n_more = 0;

  if (sentence != NULL)
    return g_steal_pointer (&sentence);
  for (guint i = 1; i < lines->len; i++)
    if (line_weight (g_ptr_array_index (lines, i)) > line_weight (main_line))
      main_line = g_ptr_array_index (lines, i);
  sentence = line_sentence (ledger, main_line);
  for (guint i = 0; i < lines->len; i++)
    if (line_weight (g_ptr_array_index (lines, i)) == line_weight (main_line))
      n_more++;
  if (n_more <= 1 || is_told_as_one (main_line))
    return g_steal_pointer (&sentence);
  /* Translators: what was done to the first record, then how many other records */
  return g_strdup_printf (_ ("%s and %u more"), sentence, n_more - 1);
}

static gboolean
turns_back (const YsAuditLine *line)
{
  return line->undoes != 0
         && (g_strcmp0 (line->action, "undo") == 0 || g_strcmp0 (line->action, "redo") == 0);
}

/* (transfer full) (nullable): the lines of what was first done, past all undoing and redoing */
static GPtrArray *
original_lines (YsLedger *ledger, gint64 change)
{
  GPtrArray *lines = ys_audit_list_change (ledger, change, NULL);

  while (lines != NULL && lines->len > 0 && turns_back (g_ptr_array_index (lines, 0)))
    {
      gint64 undoes = ((const YsAuditLine *)g_ptr_array_index (lines, 0))->undoes;

      g_ptr_array_unref (lines);
      lines = ys_audit_list_change (ledger, undoes, NULL);
    }
  return lines;
}

/* (transfer full): the sentence of a whole change; of @line alone where the change is not found */
static char *
change_sentence (YsLedger *ledger, const YsAuditLine *line)
{
  g_autoptr (GPtrArray) lines = original_lines (ledger, line->change);
  g_autofree char *done = NULL;

  if (lines == NULL || lines->len == 0)
    return line_sentence (ledger, line);
  done = lines_sentence (ledger, lines);
  if (!turns_back (line))
    return g_steal_pointer (&done);
  if (g_str_equal (line->action, "redo"))
    /* Translators: what was done again, as a sentence */
    return g_strdup_printf (_ ("Redid: %s"), done);
  /* Translators: what was taken back, as a sentence */
  return g_strdup_printf (_ ("Undid: %s"), done);
}

char *
ys_history_sentence (YsLedger *ledger, const YsAuditLine *line)
{
  g_return_val_if_fail (ledger != NULL && line != NULL, NULL);

  /* The first line of a change speaks for all of it: that is what undo takes back. */
  return line->seq == line->change ? change_sentence (ledger, line) : line_sentence (ledger, line);
}

/* More lines are those of a file: its own line says it. */
#define MOST_LINES_TOLD 500

char *
ys_history_change_sentence (YsLedger *ledger, const YsAuditLine *line)
{
  g_return_val_if_fail (ledger != NULL && line != NULL, NULL);

  return ys_audit_is_longer (ledger, line->change, MOST_LINES_TOLD, NULL)
             ? line_sentence (ledger, line)
             : change_sentence (ledger, line);
}

gint64
ys_history_compound (YsLedger *ledger, const YsAuditLine *line)
{
  static const char *const known[]
      = { "finding", "inspection", "platform_case", "assessment", "case_fault", NULL };
  gint64 id;

  g_return_val_if_fail (ledger != NULL && line != NULL, 0);

  if (line->after == NULL)
    return 0;
  if (g_strcmp0 (line->record, ys_compound_type.name) == 0)
    return line->record_id;
  if (g_strcmp0 (line->record, ys_assessment_item_type.name) == 0)
    return ys_score_store_compound_of (ledger, ys_assessment_type.name,
                                       ys_history_sheet_of (ledger, line), NULL);
  if (line->record == NULL || !g_strv_contains (known, line->record))
    return 0;
  id = ys_score_store_compound_of (ledger, line->record, line->record_id, NULL);
  return MAX (id, 0);
}

gint64
ys_history_undoable (YsLedger *ledger)
{
  g_return_val_if_fail (ledger != NULL, 0);

  return MAX (0, ys_audit_undoable (ledger, ys_ledger_user (ledger), NULL));
}

gint64
ys_history_redoable (YsLedger *ledger)
{
  g_return_val_if_fail (ledger != NULL, 0);

  return MAX (0, ys_audit_redoable (ledger, ys_ledger_user (ledger), NULL));
}

/* What a finalised period counts stays. */
static gboolean
may_turn_back (YsLedger *ledger, gint64 seq, GError **error)
{
  g_autoptr (GPtrArray) lines = NULL;
  gint64 change = 0;

  if (!ys_audit_change_of (ledger, seq, &change, error))
    return FALSE;
  lines = ys_audit_list_change (ledger, change, error);
  return lines != NULL && ys_history_check_open (ledger, lines, error);
}

static gboolean
turn_back (YsLedger *ledger, gint64 seq, const char *action, char **out_sentence, GError **error)
{
  g_autoptr (GPtrArray) lines = NULL;
  gint64 change = 0;

  if (!may_turn_back (ledger, seq, error) || !ys_audit_undo (ledger, seq, action, &change, error))
    return FALSE;
  if (out_sentence == NULL)
    return TRUE;
  lines = ys_audit_list_change (ledger, change, NULL);
  *out_sentence = lines != NULL && lines->len > 0
                      ? change_sentence (ledger, g_ptr_array_index (lines, 0))
                      : g_strdup ("");
  return TRUE;
}

/* Fewer lines are turned back within a frame or two. */
#define MOST_LINES_AT_ONCE 40

gboolean
ys_history_undo_is_long (YsLedger *ledger)
{
  g_return_val_if_fail (ledger != NULL, FALSE);

  return ys_audit_is_longer (ledger, ys_history_undoable (ledger), MOST_LINES_AT_ONCE, NULL);
}

gboolean
ys_history_redo_is_long (YsLedger *ledger)
{
  g_return_val_if_fail (ledger != NULL, FALSE);

  return ys_audit_is_longer (ledger, ys_history_redoable (ledger), MOST_LINES_AT_ONCE, NULL);
}

gboolean
ys_history_undo (YsLedger *ledger, gint64 seq, char **out_sentence, GError **error)
{
  g_return_val_if_fail (ledger != NULL, FALSE);

  if (seq == 0)
    seq = ys_audit_undoable (ledger, ys_ledger_user (ledger), error);
  if (seq == 0)
    g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_NOT_FOUND,
                         _ ("You have no change left to undo. Name the change by its number."));
  return seq > 0 && turn_back (ledger, seq, "undo", out_sentence, error);
}

gboolean
ys_history_redo (YsLedger *ledger, char **out_sentence, GError **error)
{
  gint64 seq;

  g_return_val_if_fail (ledger != NULL, FALSE);

  seq = ys_audit_redoable (ledger, ys_ledger_user (ledger), error);
  if (seq == 0)
    g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_NOT_FOUND,
                         _ ("Nothing was undone that could be done again. Make the change anew."));
  return seq > 0 && turn_back (ledger, seq, "redo", out_sentence, error);
}
