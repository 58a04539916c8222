/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ledgers for the tests of jobs: made in the machine's temporary folder, removed whole. */
#include "config.h"

#include "fixture.h"

#include "record-store.h"

#include <gio/gio.h>

const YsDate fixture_today = { 2026, 10, 12 };
/* 2026-10-12T09:00 in Asia/Shanghai */
const YsInstant fixture_now = 1791766800;

static void
remove_tree (GFile *file)
{
  g_autoptr (GFileEnumerator) children
      = g_file_enumerate_children (file, G_FILE_ATTRIBUTE_STANDARD_NAME,
                                   G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);

  while (children != NULL)
    {
      GFile *child = NULL;

      if (!g_file_enumerator_iterate (children, NULL, &child, NULL, NULL) || child == NULL)
        break;
      remove_tree (child);
    }
  g_file_delete (file, NULL, NULL);
}

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  YsOffice office = { .name = (char *)"示例街道物管科", .level = YS_LEVEL_SUBDISTRICT };

  fixture->root = g_dir_make_tmp ("yardstick-jobs-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->folder = g_build_filename (fixture->root, "台账", NULL);
  fixture->ledger = ys_ledger_create (fixture->folder, &office, "示例", &error);
  g_assert_no_error (error);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) root = g_file_new_for_path (fixture->root);

  g_clear_pointer (&fixture->ledger, ys_ledger_free);
  remove_tree (root);
  g_clear_pointer (&fixture->folder, g_free);
  g_clear_pointer (&fixture->root, g_free);
}

gint64
fixture_add (Fixture *fixture, const char *name, const char *community, ...)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (YsEdit));
  const char *pair;
  va_list pairs;
  gint64 id;

  va_start (pairs, community);
  while ((pair = va_arg (pairs, const char *)) != NULL)
    {
      GStrv parts = g_strsplit (pair, "=", 2);
      YsEdit edit = { parts[0], parts[1] };

      g_ptr_array_add (owned, parts);
      g_array_append_val (edits, edit);
    }
  va_end (pairs);
  id = ys_registry_add (fixture->ledger, name, community, (const YsEdit *)(gpointer)edits->data,
                        edits->len, fixture_today, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

void
fixture_set (Fixture *fixture, gint64 id, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;
  YsEdit edit = { field, text };

  ys_registry_set (fixture->ledger, &id, 1, &edit, 1, fixture_today, &error);
  g_assert_no_error (error);
}

YsCompound *
fixture_load (Fixture *fixture, gint64 id)
{
  g_autoptr (GError) error = NULL;
  YsCompound *compound = ys_compound_new ();

  ys_record_store_load (fixture->ledger, &ys_compound_type, id, compound, &error);
  g_assert_no_error (error);
  return compound;
}

static void
dump_type (Fixture *fixture, const YsRecordType *type, GString *out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = ys_record_store_list (fixture->ledger, type, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    {
      gpointer record = g_ptr_array_index (records, i);

      g_string_append_printf (out, "%s %" G_GINT64_FORMAT, type->name, YS_RECORD_ID (record));
      for (guint j = 0; j < type->n_fields; j++)
        {
          g_autofree char *text = ys_field_to_text (&type->fields[j], record);

          if (text != NULL)
            g_string_append_printf (out, " %s=%s", type->fields[j].name, text);
        }
      g_string_append_c (out, '\n');
    }
}

char *
fixture_dump (Fixture *fixture)
{
  GString *out = g_string_new (NULL);

  dump_type (fixture, &ys_community_type, out);
  dump_type (fixture, &ys_company_type, out);
  dump_type (fixture, &ys_compound_type, out);
  dump_type (fixture, &ys_contact_type, out);
  return g_string_free (out, FALSE);
}
