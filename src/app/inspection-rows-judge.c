/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a row means and whether it is right. A clause that was only begun is taken where it can mean
 * nothing else; otherwise a person chooses. */
#include "config.h"

#include "inspection-rows-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "text.h"
#include "work-words.h"

#define MAX_MATCHES 3

/* (transfer none) (nullable): with @out_reason when no clause is meant for sure */
static const YsClause *
read_clause (YsInspectionRows *self, const YsInspectionRow *row, char **out_reason)
{
  g_autofree char *text = ys_text_clean (row->text[YS_ENTRY_CLAUSE]);
  g_autoptr (GArray) matches = NULL;
  const YsClauseMatch *first;

  if (row->clause != NULL)
    return row->clause;
  if (*text == '\0')
    {
      *out_reason = g_strdup (_ ("The clause is missing. Write its code, its name or its initials, "
                                 "or withdraw the row with Delete."));
      return NULL;
    }
  matches = ys_catalogue_book_search (self->book, text, MAX_MATCHES);
  if (matches->len == 0)
    {
      *out_reason = g_strdup_printf (_ ("No clause fits “%s”. Write its code, its name or its "
                                        "initials, such as A1-23 or hlb."),
                                     text);
      return NULL;
    }
  first = &g_array_index (matches, YsClauseMatch, 0);
  if (first->kind == YS_CLAUSE_BY_CODE || matches->len == 1
      || g_str_equal (first->clause->name, text) || g_str_equal (first->clause->short_name, text)
      || (first->kind == YS_CLAUSE_BY_NAME
          && g_array_index (matches, YsClauseMatch, 1).kind > YS_CLAUSE_BY_NAME))
    return first->clause;
  *out_reason
      = g_strdup_printf (_ ("“%s” fits several clauses. Choose one with ↑ ↓ and Enter."), text);
  return NULL;
}

static gboolean
is_blank (const YsInspectionRow *row)
{
  for (int i = 0; i < YS_N_ENTRIES; i++)
    if (*row->text[i] != '\0')
      return FALSE;
  return row->finding == NULL;
}

static void
judge_clause (YsInspectionRows *self, YsInspectionRow *row)
{
  g_autofree char *reason = NULL;
  g_autofree char *text = NULL;

  row->clause = read_clause (self, row, &reason);
  ys_inspection_row_set_wrong (row, YS_ENTRY_CLAUSE, reason);
  if (row->clause == NULL)
    return;
  text = ys_inspection_clause_text (row->clause);
  ys_inspection_row_set_text (row, YS_ENTRY_CLAUSE, text);
}

/* FALSE: the text was refused, with its sentence at the cell. */
static gboolean
judge_field (YsInspectionRows *self, YsInspectionRow *row, YsEntry entry, YsFinding *out_finding)
{
  static const char *const names[YS_N_ENTRIES] = { NULL, "count", "place", "note" };
  const YsField *field = ys_record_type_field (&ys_finding_type, names[entry]);
  g_autoptr (GError) error = NULL;

  /* One place unless something else is written. */
  if (entry == YS_ENTRY_COUNT && *row->text[entry] == '\0')
    out_finding->count = YS_NUMBER (1);
  else
    ys_field_read (field, out_finding, row->text[entry], ys_instant_to_date (self->now), &error);
  if (error == NULL && field->minimum > 0 && out_finding->count.value < field->minimum)
    g_set_error (&error, YS_VALUE_ERROR, YS_VALUE_ERROR_BAD,
                 _ ("At least one place is counted. Write 1 to %d."), (int)field->maximum);
  ys_inspection_row_set_wrong (row, entry, error != NULL ? error->message : NULL);
  return error == NULL;
}

static void
judge_preview (YsInspectionRows *self, YsInspectionRow *row, gint64 count)
{
  g_autoptr (GError) error = NULL;

  row->has_preview = FALSE;
  if (row->clause == NULL || self->head->at == 0 || self->head->level == 0)
    return;
  row->has_preview = ys_inspection_preview (self->ledger, self->head, row->clause, count,
                                            self->calendar, &row->preview, &error);
  if (!row->has_preview && error != NULL)
    ys_inspection_row_set_wrong (row, YS_ENTRY_CLAUSE, error->message);
}

/* "The same was found here on 10-03 (District · To be rectified)." */
static char *
describe_same (const YsFinding *same, const YsInspection *head)
{
  YsDate day = ys_instant_to_date (same->found_at);
  const char *level = ys_work_level_name (same->level);
  const char *state = ys_choice_label (ys_finding_state_choices, same->state);

  if (same->inspection_id == head->id)
    return g_strdup (_ ("The same clause at the same place stands in this inspection already."));
  /* Translators: month, day, level of the inspection, state of the finding */
  return g_strdup_printf (_ ("The same clause at the same place was found on %02d-%02d already "
                             "(%s, %s)."),
                          day.month, day.day, level, state);
}

static void
judge_same (YsInspectionRows *self, YsInspectionRow *row)
{
  g_autoptr (GPtrArray) found = NULL;

  g_clear_pointer (&row->same, g_free);
  row->same_inspection = 0;
  if (row->clause == NULL || self->head->compound_id == 0 || self->head->at == 0)
    return;
  found = ys_inspection_find_same (self->ledger, self->head->compound_id, row->clause->code,
                                   row->text[YS_ENTRY_PLACE], self->head->at,
                                   row->finding != NULL ? row->finding->id : 0, NULL);
  if (found == NULL || found->len == 0)
    return;
  row->same_inspection = ((const YsFinding *)g_ptr_array_index (found, 0))->inspection_id;
  row->same = describe_same (g_ptr_array_index (found, 0), self->head);
}

void
ys_inspection_rows_judge_row (YsInspectionRows *self, YsInspectionRow *row)
{
  YsFinding *read = ys_record_new (&ys_finding_type);

  if (self->book != NULL)
    judge_clause (self, row);
  for (int entry = YS_ENTRY_COUNT; entry < YS_N_ENTRIES; entry++)
    judge_field (self, row, (YsEntry)entry, read);
  if (self->book != NULL && row->typed)
    judge_preview (self, row, read->count.value);
  judge_same (self, row);
  ys_record_free (&ys_finding_type, read);
}

void
ys_inspection_rows_judge (YsInspectionRows *self)
{
  g_return_if_fail (YS_IS_INSPECTION_ROWS (self));

  for (guint i = 0; i < self->rows->len; i++)
    {
      YsInspectionRow *row = g_ptr_array_index (self->rows, i);

      if (row->typed && !row->open)
        ys_inspection_rows_judge_row (self, row);
      else if (!row->typed)
        judge_same (self, row);
      ys_slot_list_touch (YS_SLOT_LIST (self), i);
    }
}

void
ys_inspection_rows_preview (YsInspectionRows *self, guint position, const YsClause *clause)
{
  YsInspectionRow *row;

  g_return_if_fail (YS_IS_INSPECTION_ROWS (self));

  row = ys_inspection_rows_row (self, position);
  if (row == NULL || row->clause != NULL)
    return;
  row->hint = clause;
  row->has_preview = clause != NULL && self->head->at != 0 && self->head->level != 0
                     && ys_inspection_preview (self->ledger, self->head, clause, 1, self->calendar,
                                               &row->preview, NULL);
  ys_slot_list_touch (YS_SLOT_LIST (self), position);
}

void
ys_inspection_rows_take_clause (YsInspectionRows *self, guint position, const YsClause *clause)
{
  g_autofree char *text = NULL;
  YsInspectionRow *row;

  g_return_if_fail (YS_IS_INSPECTION_ROWS (self));
  g_return_if_fail (clause != NULL);

  text = ys_inspection_clause_text (clause);
  ys_inspection_rows_type (self, position, YS_ENTRY_CLAUSE, text);
  row = ys_inspection_rows_row (self, position);
  row->clause = clause;
  row->hint = NULL;
  ys_inspection_row_set_wrong (row, YS_ENTRY_CLAUSE, NULL);
  ys_slot_list_touch (YS_SLOT_LIST (self), position);
}

gboolean
ys_inspection_rows_leave (YsInspectionRows *self, guint position, YsEntry entry)
{
  YsInspectionRow *row;

  g_return_val_if_fail (YS_IS_INSPECTION_ROWS (self), FALSE);

  row = ys_inspection_rows_row (self, position);
  if (row == NULL)
    return FALSE;
  row->hint = NULL;
  row->open = FALSE;
  if (is_blank (row))
    {
      ys_inspection_rows_drop (self, position);
      return FALSE;
    }
  if (!row->typed || self->book == NULL)
    return FALSE;
  ys_inspection_rows_judge_row (self, row);
  ys_slot_list_touch (YS_SLOT_LIST (self), position);
  return !ys_inspection_row_is_wrong (row) && !row->held;
}

gboolean
ys_inspection_rows_restore (YsInspectionRows *self, guint position, YsEntry entry)
{
  YsInspectionRow *row;

  g_return_val_if_fail (YS_IS_INSPECTION_ROWS (self), FALSE);

  row = ys_inspection_rows_row (self, position);
  if (row == NULL || !row->typed)
    return FALSE;
  if (row->finding != NULL)
    ys_inspection_rows_fill (self, row);
  else
    ys_inspection_rows_type (self, position, entry, "");
  ys_slot_list_touch (YS_SLOT_LIST (self), position);
  return TRUE;
}
