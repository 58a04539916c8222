/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each field's JSON as CLI.md fixes it, and that it is read back equal. */
#include "config.h"

#include <string.h>

#include "compound.h"
#include "import-batch.h"

static YsCompound *
make_compound (void)
{
  YsCompound *c = ys_compound_new ();
  c->name = g_strdup ("“龙珠\\百合”\n");
  c->community_id = 3;
  c->class = YS_CLASS_2;
  c->form = YS_FORM_OWNER_UNIT;
  c->nature = YS_NATURE_SELF_RUN;
  c->entry_date = (YsDate){ 2020, 9, 0 };
  c->buildings = YS_NUMBER (18);
  c->area_m2 = YS_NUMBER (8642050);
  return c;
}

typedef struct
{
  const char *field;
  const char *json;
} Case;

static const Case cases[] = {
  { "name", "\"“龙珠\\\\百合”\\u000a\"" },
  { "community", "3" },
  { "class", "2" },
  { "form", "\"owner-unit\"" },
  { "company", "null" },
  { "nature", "\"self-run\"" },
  { "entry_date", "\"2020-09\"" },
  { "buildings", "18" },
  { "households", "null" },
  { "area_m2", "\"86420.50\"" },
  { "party_branch", "null" },
  { "remark", "null" },
  { "withdrawn", "false" },
};

static JsonNode *
build (const YsField *field, gconstpointer record)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  json_builder_begin_array (builder);
  ys_field_to_json (field, record, builder);
  json_builder_end_array (builder);
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  return json_node_copy (json_array_get_element (json_node_get_array (root), 0));
}

static void
test_json (gconstpointer data)
{
  const Case *c = data;
  const YsField *field = ys_record_type_field (&ys_compound_type, c->field);
  g_autoptr (YsCompound) compound = make_compound ();
  g_autoptr (GString) text = g_string_new (NULL);

  ys_field_append_json (field, compound, text);
  g_assert_cmpstr (text->str, ==, c->json);

  g_autoptr (JsonNode) built = build (field, compound);
  g_autoptr (JsonNode) parsed = json_from_string (text->str, NULL);
  g_assert_true (json_node_equal (built, parsed));

  g_autoptr (YsCompound) back = ys_compound_new ();
  g_autoptr (GError) error = NULL;
  g_assert_true (ys_field_from_json (field, back, parsed, &error));
  g_assert_no_error (error);
  g_assert_true (ys_field_equal (field, compound, back));
}

static const Case wrong[] = {
  { "name", "5" },        { "class", "4" },         { "class", "\"4\"" },
  { "form", "\"club\"" }, { "buildings", "\"x\"" }, { "entry_date", "\"2020-13\"" },
  { "area_m2", "1.5" },   { "withdrawn", "1" },     { "community", "{\"name\":\"x\"}" },
  { "name", "[]" },
};

static void
test_wrong (gconstpointer data)
{
  const Case *c = data;
  const YsField *field = ys_record_type_field (&ys_compound_type, c->field);
  g_autoptr (YsCompound) compound = ys_compound_new ();
  g_autoptr (JsonNode) node = json_from_string (c->json, NULL);
  g_autoptr (GError) error = NULL;
  g_assert_false (ys_field_from_json (field, compound, node, &error));
  g_assert_error (error, YS_VALUE_ERROR, YS_VALUE_ERROR_BAD);
  g_assert_cmpint (ys_field_is_empty (field, compound), ==, field->type != YS_FIELD_FLAG);
}

/* Audit lines name the record that a reference means. */
static void
test_reference_object (void)
{
  g_autoptr (YsCompound) compound = ys_compound_new ();
  g_autoptr (JsonNode) node = json_from_string ("{\"id\":7,\"name\":\"梅园社区\"}", NULL);
  g_assert_true (ys_field_from_json (ys_record_type_field (&ys_compound_type, "community"),
                                     compound, node, NULL));
  g_assert_cmpint (compound->community_id, ==, 7);
}

static void
test_instant_seconds (void)
{
  const YsField *field = ys_record_type_field (&ys_import_batch_type, "at");
  YsImportBatch batch = { 0 };
  g_autoptr (JsonNode) minute = json_from_string ("\"2026-10-15T08:30\"", NULL);
  g_assert_true (ys_field_from_json (field, &batch, minute, NULL));
  YsInstant at = batch.at;
  g_autoptr (JsonNode) second = json_from_string ("\"2026-10-15T08:30:59\"", NULL);
  g_assert_true (ys_field_from_json (field, &batch, second, NULL));
  g_assert_cmpint (batch.at - at, ==, 59);
  g_autoptr (JsonNode) bad = json_from_string ("\"2026-10-15T08:30:60\"", NULL);
  g_assert_false (ys_field_from_json (field, &batch, bad, NULL));
}

/* What the chain of the log is computed over must never change by a byte. */
static void
test_append (void)
{
  g_autoptr (GString) out = g_string_new ("[");
  ys_json_append_string (out, "梅园\"\\/\n\t\x01\x1f\x7f~ ");
  ys_json_append_string (out, "");
  ys_json_append_string (out, NULL);
  g_assert_cmpstr (out->str, ==, "[\"梅园\\\"\\\\/\\u000a\\u0009\\u0001\\u001f\\u007f~ \"\"\"null");
  g_assert_cmpuint (out->len, ==, strlen (out->str));
  g_string_assign (out, "");
  const gint64 numbers[] = { 0, 7, -10, 1792000000, G_MAXINT64, G_MININT64 };
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      ys_json_append_int64 (out, numbers[i]);
      g_string_append_c (out, ' ');
    }
  g_assert_cmpstr (out->str, ==, "0 7 -10 1792000000 9223372036854775807 -9223372036854775808 ");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/records/field-json/%s", cases[i].field);
      g_test_add_data_func (path, &cases[i], test_json);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *path
          = g_strdup_printf ("/records/field-json/wrong/%u-%s", i, wrong[i].field);
      g_test_add_data_func (path, &wrong[i], test_wrong);
    }
  g_test_add_func ("/records/field-json/append", test_append);
  g_test_add_func ("/records/field-json/reference", test_reference_object);
  g_test_add_func ("/records/field-json/instant-seconds", test_instant_seconds);
  return g_test_run ();
}
