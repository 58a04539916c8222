/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows into the ledger, and half-typed ones into JSON that outlives a crash. */
#include "config.h"

#include "inspection-rows-private.h"

#include "text.h"

/* -- The ledger ------------------------------------------------------------------------------- */

static gboolean
is_ready (const YsInspectionRow *row, gboolean held)
{
  return row->typed && !row->open && row->clause != NULL && !ys_inspection_row_is_wrong (row)
         && (held || !row->held);
}

/* Borrows from the row. */
static YsFindingEntry
entry_of (const YsInspectionRow *row)
{
  YsFindingEntry entry = { .code = row->clause->code };
  YsNumber count;

  if (ys_number_read_count (row->text[YS_ENTRY_COUNT], &count) && count.is_set)
    entry.count = count.value;
  if (*row->text[YS_ENTRY_PLACE] != '\0')
    entry.place = row->text[YS_ENTRY_PLACE];
  if (*row->text[YS_ENTRY_NOTE] != '\0')
    entry.note = row->text[YS_ENTRY_NOTE];
  return entry;
}

/* The row has its id now; what else the ledger made of it is read with the inspection. */
static void
mark_saved (YsInspectionRow *row, gint64 id)
{
  if (row->finding == NULL)
    row->finding = ys_record_new (&ys_finding_type);
  row->finding->id = id;
  row->typed = FALSE;
  row->held = FALSE;
}

static gboolean
save_row (YsInspectionRows *self, YsInspectionRow *row, GError **error)
{
  YsFindingEntry entry = entry_of (row);
  gint64 id;

  if (row->finding != NULL)
    {
      if (!ys_inspection_set_finding (self->ledger, row->finding->id, &entry, error))
        return FALSE;
      mark_saved (row, row->finding->id);
      return TRUE;
    }
  id = ys_inspection_add_finding (self->ledger, self->head->id, &entry, error);
  if (id <= 0)
    return FALSE;
  mark_saved (row, id);
  return TRUE;
}

/* The head with all rows that are ready: one change. */
static gboolean
save_head (YsInspectionRows *self, GPtrArray *ready, GError **error)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (YsFindingEntry));
  g_autoptr (GArray) ids = NULL;

  for (guint i = 0; i < ready->len; i++)
    {
      YsFindingEntry entry = entry_of (g_ptr_array_index (ready, i));

      g_array_append_val (entries, entry);
    }
  if (ys_inspection_add (self->ledger, self->head, (const YsFindingEntry *)(gpointer)entries->data,
                         entries->len, &ids, error)
      <= 0)
    {
      self->head->id = 0;
      return FALSE;
    }
  for (guint i = 0; i < ready->len && i < ids->len; i++)
    mark_saved (g_ptr_array_index (ready, i), g_array_index (ids, gint64, i));
  return TRUE;
}

gboolean
ys_inspection_rows_save (YsInspectionRows *self,
                         gboolean held,
                         gboolean *out_changed,
                         GError **error)
{
  g_autoptr (GPtrArray) ready = g_ptr_array_new ();

  g_return_val_if_fail (YS_IS_INSPECTION_ROWS (self), FALSE);
  g_return_val_if_fail (self->ledger != NULL && out_changed != NULL, FALSE);

  *out_changed = FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    if (is_ready (g_ptr_array_index (self->rows, i), held))
      g_ptr_array_add (ready, g_ptr_array_index (self->rows, i));
  /* Rows that are only proposed do not make an inspection, least of all a clean one. */
  if (ready->len == 0 && !held)
    return TRUE;
  if (self->head->id == 0)
    {
      *out_changed = save_head (self, ready, error);
      return *out_changed;
    }
  for (guint i = 0; i < ready->len; i++)
    {
      YsInspectionRow *row = g_ptr_array_index (ready, i);
      g_autoptr (GError) refused = NULL;

      if (save_row (self, row, &refused))
        *out_changed = TRUE;
      else
        ys_inspection_row_set_wrong (row, YS_ENTRY_CLAUSE, refused->message);
    }
  return TRUE;
}

/* -- Drafts ----------------------------------------------------------------------------------- */

static const char *const entry_names[YS_N_ENTRIES] = { "clause", "count", "place", "note" };

static void
append_row (JsonBuilder *builder, const YsInspectionRow *row)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "finding");
  json_builder_add_int_value (builder, row->finding != NULL ? row->finding->id : 0);
  json_builder_set_member_name (builder, "held");
  json_builder_add_boolean_value (builder, row->held);
  for (int entry = 0; entry < YS_N_ENTRIES; entry++)
    {
      json_builder_set_member_name (builder, entry_names[entry]);
      json_builder_add_string_value (builder, row->text[entry]);
    }
  json_builder_end_object (builder);
}

JsonNode *
ys_inspection_rows_to_json (YsInspectionRows *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  g_return_val_if_fail (YS_IS_INSPECTION_ROWS (self), NULL);

  if (ys_inspection_rows_n_typed (self) == 0)
    return NULL;
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const YsInspectionRow *row = g_ptr_array_index (self->rows, i);

      if (row->typed)
        append_row (builder, row);
    }
  json_builder_end_array (builder);
  return json_builder_get_root (builder);
}

char *
ys_inspection_rows_row_to_text (YsInspectionRows *self, guint position)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  const YsInspectionRow *row;

  g_return_val_if_fail (YS_IS_INSPECTION_ROWS (self), NULL);

  row = ys_inspection_rows_row (self, position);
  if (row == NULL)
    return NULL;
  json_builder_begin_array (builder);
  append_row (builder, row);
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static void
read_row (YsInspectionRows *self, JsonObject *object)
{
  gint64 id = json_object_get_int_member_with_default (object, "finding", 0);
  gboolean held = json_object_get_boolean_member_with_default (object, "held", FALSE);
  guint position = id != 0 ? ys_inspection_rows_find (self, id) : GTK_INVALID_LIST_POSITION;
  YsInspectionRow *row;

  if (position == GTK_INVALID_LIST_POSITION)
    position = self->rows->len;
  for (int entry = 0; entry < YS_N_ENTRIES; entry++)
    ys_inspection_rows_type (self, position, (YsEntry)entry,
                             json_object_get_string_member_with_default (object, entry_names[entry],
                                                                         ""));
  row = ys_inspection_rows_row (self, position);
  if (row == NULL)
    return;
  row->held = held;
  row->open = FALSE;
  ys_inspection_rows_judge_row (self, row);
  ys_slot_list_touch (YS_SLOT_LIST (self), position);
}

void
ys_inspection_rows_from_json (YsInspectionRows *self, JsonNode *node)
{
  JsonArray *array;

  g_return_if_fail (YS_IS_INSPECTION_ROWS (self));

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return;
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, i)))
      read_row (self, json_array_get_object_element (array, i));
}
