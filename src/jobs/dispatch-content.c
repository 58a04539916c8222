/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The content of a submission as JSON: the office as printed, the rows, what was blank or doubtful
 * when it was filed, and the SHA-256 of the files. A filed table is read from here alone, never
 * from the registry, which has moved on. */
#include "config.h"

#include "dispatch-private.h"
#include "compound.h"
#include "field-table.h"

#include <glib/gi18n-lib.h>

#define FORMAT 1
#define MAX_TEXT 100000

#define ROW_TEXT(member)                                                                           \
  YS_TEXT_FIELD (YsDispatchRow, member, #member, YS_FIELD_NONE, .maximum = MAX_TEXT)

/* Read and written as a record, though never kept as one: its first member is the compound's id. */
static const YsField row_fields[] = {
  ROW_TEXT (town),
  ROW_TEXT (community),
  ROW_TEXT (name),
  YS_CHOICE_FIELD (YsDispatchRow, class, ys_class_choices, "class", YS_FIELD_NUMERIC_CHOICE),
  ROW_TEXT (company),
  ROW_TEXT (nature),
  YS_DATE_FIELD (YsDispatchRow, entry_date, "entry_date", YS_FIELD_NONE),
  ROW_TEXT (services),
  ROW_TEXT (manager),
  ROW_TEXT (phone),
  ROW_TEXT (remark),
};

static void
write_fields (JsonBuilder *builder, const YsField *fields, guint n_fields, gconstpointer record)
{
  for (guint i = 0; i < n_fields; i++)
    {
      json_builder_set_member_name (builder, fields[i].name);
      ys_field_to_json (&fields[i], record, builder);
    }
}

static gboolean
read_fields (
    JsonObject *object, const YsField *fields, guint n_fields, gpointer record, GError **error)
{
  for (guint i = 0; i < n_fields; i++)
    {
      JsonNode *node = json_object_get_member (object, fields[i].name);

      if (node != NULL && !ys_field_from_json (&fields[i], record, node, error))
        return FALSE;
    }
  return TRUE;
}

static void
write_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
write_id (JsonBuilder *builder, gint64 id)
{
  json_builder_set_member_name (builder, "compound_id");
  json_builder_add_int_value (builder, id);
}

static void
write_office (JsonBuilder *builder, const YsDispatch *dispatch)
{
  json_builder_set_member_name (builder, "office");
  json_builder_begin_object (builder);
  write_fields (builder, ys_office_type.fields, ys_office_type.n_fields, &dispatch->office);
  json_builder_end_object (builder);
  write_string (builder, "reporter", dispatch->reporter);
}

static void
write_rows (JsonBuilder *builder, GPtrArray *rows)
{
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    {
      const YsDispatchRow *row = g_ptr_array_index (rows, i);

      json_builder_begin_object (builder);
      write_id (builder, row->compound_id);
      write_fields (builder, row_fields, G_N_ELEMENTS (row_fields), row);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
write_remarks (JsonBuilder *builder, const YsDispatch *dispatch)
{
  json_builder_set_member_name (builder, "blanks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < dispatch->blanks->len; i++)
    {
      const YsDispatchBlank *blank = g_ptr_array_index (dispatch->blanks, i);

      json_builder_begin_object (builder);
      write_id (builder, blank->compound_id);
      write_string (builder, "field", blank->field);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "doubts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < dispatch->doubts->len; i++)
    {
      const YsDispatchDoubt *doubt = g_ptr_array_index (dispatch->doubts, i);

      json_builder_begin_object (builder);
      write_id (builder, doubt->compound_id);
      write_string (builder, "field", doubt->field);
      write_string (builder, "sentence", doubt->sentence);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
write_file (JsonBuilder *builder, const char *stem, const char *ending, GBytes *bytes)
{
  g_autofree char *name = g_strconcat (stem, ending, NULL);
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  json_builder_begin_object (builder);
  write_string (builder, "name", name);
  write_string (builder, "sha256", hash);
  json_builder_end_object (builder);
}

char *
ys_dispatch_content_write (const YsDispatch *dispatch)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "format");
  json_builder_add_int_value (builder, FORMAT);
  write_office (builder, dispatch);
  write_rows (builder, dispatch->rows);
  write_remarks (builder, dispatch);
  json_builder_set_member_name (builder, "files");
  json_builder_begin_array (builder);
  write_file (builder, dispatch->stem, YS_DISPATCH_WORKBOOK_ENDING, dispatch->workbook);
  write_file (builder, dispatch->stem, YS_DISPATCH_PDF_ENDING, dispatch->pdf);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static JsonObject *
parse (JsonParser *parser, const char *content, GError **error)
{
  JsonNode *root;

  if (!json_parser_load_from_data (parser, content != NULL ? content : "", -1, error))
    return NULL;
  root = json_parser_get_root (parser);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    return json_node_get_object (root);
  g_set_error_literal (error, JSON_PARSER_ERROR, JSON_PARSER_ERROR_INVALID_DATA, "not an object");
  return NULL;
}

/* (transfer container): the objects in an array member; none when it is missing. */
static GPtrArray *
elements (JsonObject *object, const char *name)
{
  GPtrArray *objects = g_ptr_array_new ();
  JsonNode *node = json_object_get_member (object, name);
  JsonArray *array
      = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, i)))
      g_ptr_array_add (objects, json_array_get_object_element (array, i));
  return objects;
}

static const char *
string_of (JsonObject *object, const char *name)
{
  return json_object_get_string_member_with_default (object, name, NULL);
}

static gint64
id_of (JsonObject *object)
{
  return json_object_get_int_member_with_default (object, "compound_id", 0);
}

static gboolean
read_rows (YsDispatch *dispatch, JsonObject *root, GError **error)
{
  g_autoptr (GPtrArray) list = elements (root, "rows");

  for (guint i = 0; i < list->len; i++)
    {
      JsonObject *object = g_ptr_array_index (list, i);
      YsDispatchRow *row = g_new0 (YsDispatchRow, 1);

      g_ptr_array_add (dispatch->rows, row);
      row->compound_id = id_of (object);
      if (!read_fields (object, row_fields, G_N_ELEMENTS (row_fields), row, error))
        return FALSE;
    }
  return TRUE;
}

static const YsDispatchRow *
find_row (const YsDispatch *dispatch, gint64 compound_id)
{
  for (guint i = 0; i < dispatch->rows->len; i++)
    {
      const YsDispatchRow *row = g_ptr_array_index (dispatch->rows, i);

      if (row->compound_id == compound_id)
        return row;
    }
  return NULL;
}

static void
read_remarks (YsDispatch *dispatch, JsonObject *root)
{
  g_autoptr (GPtrArray) blanks = elements (root, "blanks");
  g_autoptr (GPtrArray) doubts = elements (root, "doubts");

  for (guint i = 0; i < blanks->len; i++)
    {
      JsonObject *object = g_ptr_array_index (blanks, i);
      const YsDispatchRow *row = find_row (dispatch, id_of (object));

      for (guint column = 0; row != NULL && column < YS_DISPATCH_N_COLUMNS; column++)
        if (g_strcmp0 (ys_dispatch_column_field (column), string_of (object, "field")) == 0)
          ys_dispatch_add_blank (dispatch, row, column);
    }
  for (guint i = 0; i < doubts->len; i++)
    {
      JsonObject *object = g_ptr_array_index (doubts, i);
      const YsDispatchRow *row = find_row (dispatch, id_of (object));

      ys_dispatch_add_doubt (dispatch, id_of (object),
                             row != NULL ? row->name : dispatch->office.name,
                             g_intern_string (string_of (object, "field")),
                             g_strdup (string_of (object, "sentence")));
    }
}

gboolean
ys_dispatch_content_read (YsDispatch *dispatch, const char *content, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) reason = NULL;
  JsonObject *root = parse (parser, content, &reason);
  JsonObject *office = NULL;
  JsonNode *node = root != NULL ? json_object_get_member (root, "office") : NULL;

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    office = json_node_get_object (node);
  if (office == NULL
      || !read_fields (office, ys_office_type.fields, ys_office_type.n_fields, &dispatch->office,
                       &reason)
      || !read_rows (dispatch, root, &reason))
    {
      g_set_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_DAMAGED,
                   /* Translators: %s is a technical reason */
                   _ ("The filed table cannot be read (%s). Restore a backup of the ledger."),
                   reason != NULL ? reason->message : "no office");
      return FALSE;
    }
  dispatch->reporter = g_strdup (string_of (root, "reporter"));
  read_remarks (dispatch, root);
  return TRUE;
}

char *
ys_dispatch_content_hash (const char *content, const char *file_name)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root = parse (parser, content, NULL);
  g_autoptr (GPtrArray) files = NULL;

  if (root == NULL)
    return NULL;
  files = elements (root, "files");
  for (guint i = 0; i < files->len; i++)
    {
      JsonObject *object = g_ptr_array_index (files, i);

      if (g_strcmp0 (string_of (object, "name"), file_name) == 0)
        return g_strdup (string_of (object, "sha256"));
    }
  return NULL;
}

gboolean
ys_dispatch_content_same (const YsDispatch *a, const YsDispatch *b)
{
  static const YsRecordType row_type = { .name = "dispatch-row",
                                         .size = sizeof (YsDispatchRow),
                                         .fields = row_fields,
                                         .n_fields = G_N_ELEMENTS (row_fields) };

  if (a->rows->len != b->rows->len || !ys_record_equal (&ys_office_type, &a->office, &b->office))
    return FALSE;
  for (guint i = 0; i < a->rows->len; i++)
    {
      const YsDispatchRow *row_a = g_ptr_array_index (a->rows, i);
      const YsDispatchRow *row_b = g_ptr_array_index (b->rows, i);

      if (row_a->compound_id != row_b->compound_id || !ys_record_equal (&row_type, row_a, row_b))
        return FALSE;
    }
  return TRUE;
}
