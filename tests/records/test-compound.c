/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The compound's table: what it requires, what is personal, what annex 5 prints. */
#include "config.h"

#include <string.h>

#include "community.h"
#include "company.h"
#include "compound.h"
#include "contact.h"
#include "import-batch.h"
#include "office.h"
#include "submission.h"

static char *
fields_with (const YsRecordType *type, YsFieldFlags flag)
{
  g_autoptr (GString) names = g_string_new (NULL);
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].flags & flag)
      g_string_append_printf (names, "%s%s", names->len ? " " : "", type->fields[i].name);
  return g_strdup (names->str);
}

static void
test_flags (void)
{
  g_autofree char *required = fields_with (&ys_compound_type, YS_FIELD_REQUIRED);
  g_autofree char *personal = fields_with (&ys_compound_type, YS_FIELD_PERSONAL);
  g_autofree char *dispatch = fields_with (&ys_compound_type, YS_FIELD_DISPATCH);
  g_autofree char *wanted = fields_with (&ys_compound_type, YS_FIELD_WANTED);
  g_assert_cmpstr (required, ==, "name community");
  g_assert_cmpstr (personal, ==, "manager phone");
  /* The columns of annex 5 without the number [004 annex 5]. */
  g_assert_cmpstr (dispatch, ==,
                   "name community class company nature entry_date services manager phone remark");
  g_assert_cmpstr (wanted, ==, "class form company nature entry_date services manager phone");
}

/* Names of tables and columns go into SQL and JSON: plain, and each only once. */
static void
test_tables (void)
{
  const YsRecordType *const types[]
      = { &ys_office_type,  &ys_community_type,    &ys_company_type,   &ys_compound_type,
          &ys_contact_type, &ys_import_batch_type, &ys_submission_type };
  for (guint t = 0; t < G_N_ELEMENTS (types); t++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
      g_assert_nonnull (ys_record_type_field (types[t], types[t]->title_field));
      for (guint i = 0; i < types[t]->n_fields; i++)
        {
          const YsField *field = &types[t]->fields[i];
          g_assert_cmpuint (strspn (field->name, "abcdefghijklmnopqrstuvwxyz0123456789_"), ==,
                            strlen (field->name));
          g_assert_true (g_hash_table_add (seen, (gpointer)field->name));
          g_assert_nonnull (field->label);
          g_assert_cmpint (field->choices != NULL, ==, field->type == YS_FIELD_CHOICE);
          g_assert_cmpint (field->target != NULL, ==, field->type == YS_FIELD_REFERENCE);
          g_assert_cmpuint (field->offset, <, types[t]->size);
        }
    }
}

/* A heading that could mean two fields would fill the wrong one. */
static void
test_headings_differ (void)
{
  g_autoptr (GHashTable) owner = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < ys_compound_type.n_fields; i++)
    {
      const YsField *field = &ys_compound_type.fields[i];
      g_assert_cmpint (field->aliases != NULL, ==, (field->flags & YS_FIELD_IMPORT) != 0);
      g_auto (GStrv) aliases = g_strsplit (field->aliases ? field->aliases : "", "|", -1);
      for (guint k = 0; aliases[k] != NULL; k++)
        g_assert_true (g_hash_table_insert (owner, g_strdup (aliases[k]), (gpointer)field->name));
    }
}

/* So would a word that means two choices. */
static void
test_spellings_differ (void)
{
  const YsChoice *const tables[] = { ys_class_choices, ys_form_choices, ys_nature_choices,
                                     ys_stage_choices, ys_answer_choices };
  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    for (int i = 0; tables[t][i].nick != NULL; i++)
      {
        g_autofree char *words
            = g_strdup_printf ("%s|%s|%s|%s", tables[t][i].nick, tables[t][i].label,
                               tables[t][i].official, tables[t][i].aliases);
        g_auto (GStrv) parts = g_strsplit (words, "|", -1);
        for (guint k = 0; parts[k] != NULL; k++)
          g_assert_cmpint (ys_choice_from_text (tables[t], parts[k]), ==, i + 1);
        g_assert_cmpstr (ys_choice_nick (tables[t], i + 1), ==, tables[t][i].nick);
      }
  g_assert_null (ys_choice_nick (ys_class_choices, 4));
  g_assert_null (ys_choice_label (ys_class_choices, -1));
  g_assert_cmpint (ys_choice_from_text (ys_class_choices, NULL), ==, 0);
}

static void
test_member_name (void)
{
  g_assert_true (ys_record_type_field (&ys_compound_type, "community_id")
                 == ys_record_type_field (&ys_compound_type, "community"));
  g_assert_null (ys_record_type_field (&ys_compound_type, "community_i"));
  g_assert_null (ys_record_type_field (&ys_compound_type, "name_id"));
  g_assert_null (ys_record_type_field (&ys_compound_type, ""));
}

static void
test_shown (void)
{
  g_autoptr (YsCompound) c = ys_compound_new ();
  c->nature = YS_NATURE_HIRED;
  c->year_built = YS_NUMBER (2012);
  c->households = YS_NUMBER (1234);
  c->area_m2 = YS_NUMBER (8642050);
  c->entry_date = (YsDate){ 2020, 9, 15 };
  const struct
  {
    const char *field, *display, *official;
  } rows[] = {
    { "nature", "Hired", "外聘" },
    { "year_built", "2012", "2012" },
    { "households", "1,234", "1234" },
    { "area_m2", "86,420.50", "86420.50" },
    { "entry_date", "2020-09-15", "2020年9月15日" },
    { "class", "", "" },
    { "remark", "", "" },
    { "withdrawn", "No", "否" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const YsField *field = ys_record_type_field (&ys_compound_type, rows[i].field);
      g_autofree char *display = ys_field_to_display (field, c);
      g_autofree char *official = ys_field_to_official (field, c);
      g_assert_cmpstr (display, ==, rows[i].display);
      g_assert_cmpstr (official, ==, rows[i].official);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/records/compound/flags", test_flags);
  g_test_add_func ("/records/compound/tables", test_tables);
  g_test_add_func ("/records/compound/headings-differ", test_headings_differ);
  g_test_add_func ("/records/compound/spellings-differ", test_spellings_differ);
  g_test_add_func ("/records/compound/member-name", test_member_name);
  g_test_add_func ("/records/compound/shown", test_shown);
  return g_test_run ();
}
