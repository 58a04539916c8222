/* SPDX-License-Identifier: GPL-3.0-or-later */
/* dispatch …, list submissions, verify: seen, compared, exported, filed, reprinted [CLI.md]. */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "harness.h"

#define ROW_MEMBERS                                                                                \
  "community:s name:s class:N company:S nature:S entry_date:S services:S manager:S phone:S "       \
  "remark:S"

static char *
checksum_of (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_cmpuint (length, >, 1000);
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *)bytes, length);
}

static void
test_preview (void)
{
  Place *place = place_shared_registry ();
  g_autoptr (Run) previewed = run (place, "dispatch", "preview", "--date", "2026-10-15", NULL);
  g_autoptr (Run) listed = run (place, "list", "compounds", NULL);
  JsonObject *object = run_object (previewed);
  JsonArray *rows = json_object_get_array_member (object, "rows");
  JsonArray *blanks = json_object_get_array_member (object, "blanks");

  assert_members (object, "date:s rows:a blanks:a");
  g_assert_cmpstr (json_object_get_string_member (object, "date"), ==, "2026-10-15");
  g_assert_cmpuint (json_array_get_length (rows), ==, 41);
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);
      JsonObject *compound;

      assert_members (row, ROW_MEMBERS);
      /* Pre-filled from the registry, cell by cell. */
      compound = find_named (run_array (listed), json_object_get_string_member (row, "name"));
      g_assert_true (json_node_equal (json_object_get_member (row, "class"),
                                      json_object_get_member (compound, "class")));
      g_assert_true (json_node_equal (json_object_get_member (row, "nature"),
                                      json_object_get_member (compound, "nature")));
      g_assert_true (json_node_equal (json_object_get_member (row, "phone"),
                                      json_object_get_member (compound, "phone")));
      g_assert_true (json_node_equal (json_object_get_member (row, "entry_date"),
                                      json_object_get_member (compound, "entry_date")));
    }
  g_assert_cmpuint (json_array_get_length (blanks), >, 0);
  for (guint i = 0; i < json_array_get_length (blanks); i++)
    {
      JsonObject *blank = json_array_get_object_element (blanks, i);
      JsonObject *row;

      assert_members (blank, "name:s field:s");
      row = find_named (rows, json_object_get_string_member (blank, "name"));
      g_assert_true (
          json_object_get_null_member (row, json_object_get_string_member (blank, "field")));
    }
}

static void
test_preview_of_empty (void)
{
  g_autoptr (Place) place = place_new_ledger ();
  g_autoptr (Run) previewed = run (place, "dispatch", "preview", "--date", "2026-10-15", NULL);

  g_assert_cmpuint (json_array_get_length (
                        json_object_get_array_member (run_object (previewed), "rows")),
                    ==, 0);
}

/* A withdrawn compound is not in the table; a filled blank is none any more. */
static void
test_preview_follows (void)
{
  g_autoptr (Place) place = place_new_registry ();
  g_autoptr (Run) before = run (place, "dispatch", "preview", NULL);
  JsonObject *blank
      = json_array_get_object_element (json_object_get_array_member (run_object (before), "blanks"),
                                       0);
  guint n_blanks
      = json_array_get_length (json_object_get_array_member (run_object (before), "blanks"));
  g_autofree char *name = g_strdup (json_object_get_string_member (blank, "name"));
  g_autoptr (Run) withdrawn = run (place, "withdraw", "compound", name, "--reason", "示例", NULL);
  g_autoptr (Run) after = run (place, "dispatch", "preview", NULL);

  assert_code (withdrawn, 0);
  g_assert_cmpuint (json_array_get_length (
                        json_object_get_array_member (run_object (after), "rows")),
                    ==, 40);
  g_assert_cmpuint (json_array_get_length (
                        json_object_get_array_member (run_object (after), "blanks")),
                    <, n_blanks);
}

typedef struct
{
  const char *name;
  const char *magic;
} Export;

static const Export exports[]
    = { { "调度表.xlsx", "PK" }, { "调度表.pdf", "%PDF-" }, { "调度表.png", "\211PNG" } };

static void
test_export (gconstpointer data)
{
  const Export *export = data;
  Place *place = place_shared_registry ();
  g_autofree char *before = state_of (place);
  g_autofree char *path = place_path (place, export->name);
  g_autoptr (Run) written
      = run (place, "dispatch", "export", "--date", "2026-10-15", "-o", path, NULL);
  g_autofree char *after = state_of (place);
  g_autofree char *bytes = NULL;

  g_assert_cmpstr (json_object_get_string_member (run_object (written), "file"), ==, path);
  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, export->magic));
  g_assert_cmpstr (before, ==, after);
}

static void
test_export_refused (void)
{
  Place *place = place_shared_registry ();
  g_autofree char *wrong = place_path (place, "调度表.doc");
  g_autofree char *nowhere = place_path (place, "no/such/folder/调度表.xlsx");
  g_autoptr (Run) ending
      = run (place, "dispatch", "export", "--date", "2026-10-15", "-o", wrong, NULL);
  g_autoptr (Run) folder
      = run (place, "dispatch", "export", "--date", "2026-10-15", "-o", nowhere, NULL);

  assert_refused (ending, 1);
  g_assert_false (g_file_test (wrong, G_FILE_TEST_EXISTS));
  g_assert_cmpint (folder->code, !=, 0);
  assert_refused (folder, folder->code);
}

static void
test_submit (void)
{
  g_autoptr (Place) place = place_new_registry ();
  g_autofree char *folder = place_path (place, "报送");
  g_autoptr (Run) filed = run (place, "dispatch", "submit", "--date", "2026-10-15", "-o", folder,
                               "--user", "示例丁", NULL);
  g_autoptr (Run) listed = run (place, "list", "submissions", NULL);
  JsonObject *object = run_object (filed);
  JsonObject *line = json_array_get_object_element (run_array (listed), 0);
  JsonArray *files = json_object_get_array_member (object, "files");
  gboolean found = FALSE;

  assert_members (object, "number:s date:s rows:n sha256:s files:a");
  g_assert_cmpint (json_object_get_int_member (object, "rows"), ==, 41);
  g_assert_cmpstr (json_object_get_string_member (object, "date"), ==, "2026-10-15");
  /* A workbook and a PDF; the SHA-256 is the workbook's. */
  g_assert_cmpuint (json_array_get_length (files), >=, 2);
  for (guint i = 0; i < json_array_get_length (files); i++)
    {
      g_autofree char *sha256 = checksum_of (json_array_get_string_element (files, i));

      found |= g_str_equal (sha256, json_object_get_string_member (object, "sha256"));
    }
  g_assert_true (found);
  assert_members (line, "number:s what:s date:s rows:n sha256:s user:s at:s");
  g_assert_cmpstr (json_object_get_string_member (line, "user"), ==, "示例丁");
  g_assert_cmpstr (json_object_get_string_member (line, "number"), ==,
                   json_object_get_string_member (object, "number"));
}

/* Unchanged, the same due date cannot be filed twice: a rule forbids it. */
static void
test_submit_twice (void)
{
  g_autoptr (Place) place = place_new_registry ();
  g_autoptr (Run) first = run (place, "dispatch", "submit", "--date", "2026-10-15", NULL);
  g_autofree char *before = state_of (place);
  g_autoptr (Run) second = run (place, "dispatch", "submit", "--date", "2026-10-15", NULL);
  g_autofree char *after = state_of (place);

  assert_code (first, 0);
  assert_refused (second, 4);
  g_assert_cmpstr (before, ==, after);
}

/* Changed, it becomes a correction that names what it corrects. */
static void
test_correction (void)
{
  g_autoptr (Place) place = place_new_registry ();
  g_autoptr (Run) first = run (place, "dispatch", "submit", "--date", "2026-10-15", NULL);
  g_autoptr (Run) set = run (place, "set", "compound", "龙珠百合", "remark=示例更正", NULL);
  g_autoptr (Run) second = run (place, "dispatch", "submit", "--date", "2026-10-15", NULL);
  g_autoptr (Run) listed = run (place, "list", "submissions", NULL);
  JsonObject *newest = json_array_get_object_element (run_array (listed), 0);

  assert_code (set, 0);
  assert_code (second, 0);
  g_assert_cmpuint (json_array_get_length (run_array (listed)), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (newest, "corrects"), ==,
                   json_object_get_string_member (run_object (first), "number"));
}

/* A submission cannot be undone. */
static void
test_submit_stays (void)
{
  g_autoptr (Place) place = place_new_registry ();
  g_autoptr (Run) filed = run (place, "dispatch", "submit", "--date", "2026-10-15", NULL);
  g_autoptr (Run) log = run (place, "log", "--limit", "1", NULL);
  gint64 seq
      = json_object_get_int_member (json_array_get_object_element (run_array (log), 0), "seq");
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, seq);
  g_autofree char *before = state_of (place);
  g_autoptr (Run) undone = run (place, "undo", text, NULL);
  g_autofree char *after = state_of (place);

  assert_code (filed, 0);
  assert_refused (undone, 4);
  g_assert_cmpstr (before, ==, after);
}

static void
test_diff (void)
{
  g_autoptr (Place) place = place_new_registry ();
  g_autoptr (Run) none = run (place, "dispatch", "diff", "--date", "2026-10-15", NULL);
  g_autoptr (Run) filed = run (place, "dispatch", "submit", "--date", "2026-10-15", NULL);
  g_autoptr (Run) set = run (place, "set", "compound", "龙珠百合", "phone=13800000099", NULL);
  g_autoptr (Run) added
      = run (place, "add", "compound", "示例新苑", "--community", "梅园社区", NULL);
  g_autoptr (Run) gone = run (place, "withdraw", "compound", "梅花园", "--reason", "示例", NULL);
  g_autoptr (Run) diff = run (place, "dispatch", "diff", "--date", "2026-11-01", NULL);
  JsonObject *object;
  JsonObject *changed;

  g_assert_true (json_object_get_null_member (run_object (none), "against"));
  assert_code (set, 0);
  assert_code (added, 0);
  assert_code (gone, 0);
  object = run_object (diff);
  assert_members (object, "against:s added:a removed:a changed:a");
  g_assert_cmpstr (json_object_get_string_member (object, "against"), ==,
                   json_object_get_string_member (run_object (filed), "number"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "added")), ==, 1);
  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (object, "added"),
                                                  0),
                   ==, "示例新苑");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "removed")), ==,
                    1);
  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (object, "removed"),
                                                  0),
                   ==, "梅花园");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "changed")), ==,
                    1);
  changed = json_array_get_object_element (json_object_get_array_member (object, "changed"), 0);
  assert_members (changed, "name:s field:s before:S after:s");
  g_assert_cmpstr (json_object_get_string_member (changed, "name"), ==, "龙珠百合");
  g_assert_cmpstr (json_object_get_string_member (changed, "field"), ==, "phone");
  g_assert_cmpstr (json_object_get_string_member (changed, "after"), ==, "13800000099");
}

/* Reprinted later byte for byte, whatever the registry says by then. */
static void
test_reprint (void)
{
  g_autoptr (Place) place = place_new_registry ();
  g_autofree char *first = place_path (place, "first");
  g_autofree char *second = place_path (place, "second");
  g_autoptr (Run) filed
      = run (place, "dispatch", "submit", "--date", "2026-10-15", "-o", first, NULL);
  g_autoptr (Run) set = run (place, "set", "compound", "龙珠百合", "remark=后来改的", NULL);
  const char *number = json_object_get_string_member (run_object (filed), "number");
  g_autoptr (Run) printed = run (place, "dispatch", "reprint", number, "-o", second, NULL);
  JsonArray *before = json_object_get_array_member (run_object (filed), "files");
  JsonArray *after;

  assert_code (set, 0);
  after = json_object_get_array_member (run_object (printed), "files");
  g_assert_cmpuint (json_array_get_length (before), ==, json_array_get_length (after));
  for (guint i = 0; i < json_array_get_length (before); i++)
    {
      g_autofree char *a = checksum_of (json_array_get_string_element (before, i));
      g_autofree char *b = checksum_of (json_array_get_string_element (after, i));

      g_assert_cmpstr (a, ==, b);
    }
}

static void
test_reprint_unknown (void)
{
  Place *place = place_shared_registry ();
  g_autofree char *folder = place_path (place, "folder");
  g_autoptr (Run) refused
      = run (place, "dispatch", "reprint", "调度〔1999〕1号", "-o", folder, NULL);

  assert_refused (refused, 1);
  assert_says (refused, "调度〔1999〕1号");
}

/* Whether a file is what was filed. */
static void
test_verify_file (void)
{
  g_autoptr (Place) place = place_new_registry ();
  g_autofree char *folder = place_path (place, "报送");
  g_autoptr (Run) filed
      = run (place, "dispatch", "submit", "--date", "2026-10-15", "-o", folder, NULL);
  JsonArray *files = json_object_get_array_member (run_object (filed), "files");
  const char *path = json_array_get_string_element (files, 0);
  g_autoptr (Run) same = run (place, "verify", path, NULL);
  g_autofree char *bytes = NULL;
  gsize length = 0;
  g_autoptr (Run) other = NULL;

  assert_members (run_object (same), "filed:b number:s what:s date:s user:s sha256:s");
  g_assert_true (json_object_get_boolean_member (run_object (same), "filed"));
  for (guint i = 1; i < json_array_get_length (files); i++)
    {
      g_autoptr (Run) every = run (place, "verify", json_array_get_string_element (files, i), NULL);

      g_assert_true (json_object_get_boolean_member (run_object (every), "filed"));
    }
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  bytes[length / 2] ^= 1;
  g_assert_true (g_file_set_contents (path, bytes, (gssize)length, NULL));
  other = run (place, "verify", path, NULL);
  assert_code (other, 1);
  assert_members (json_node_get_object (other->json),
                  "filed:b number:S what:S date:S user:S sha256:s");
  g_assert_false (json_object_get_boolean_member (json_node_get_object (other->json), "filed"));
}

static void
test_tables_for_people (void)
{
  g_autoptr (Place) place = place_new_registry ();
  g_autoptr (Run) preview = run (place, "-", "dispatch", "preview", "--date", "2026-10-15", NULL);
  g_autoptr (Run) filed = run (place, "-", "dispatch", "submit", "--date", "2026-10-15", NULL);
  g_autoptr (Run) diff = run (place, "-", "dispatch", "diff", "--date", "2026-11-01", NULL);
  g_autoptr (Run) listed = run (place, "-", "list", "submissions", NULL);

  assert_code (preview, 0);
  g_assert_nonnull (strstr (preview->out, "龙珠百合"));
  g_assert_nonnull (strstr (preview->out, "2026-10-15"));
  assert_code (filed, 0);
  assert_code (diff, 0);
  assert_code (listed, 0);
  g_assert_nonnull (strstr (listed->out, "2026-10-15"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/dispatch/preview", test_preview);
  g_test_add_func ("/cli/dispatch/preview/empty", test_preview_of_empty);
  g_test_add_func ("/cli/dispatch/preview/follows", test_preview_follows);
  for (guint i = 0; i < G_N_ELEMENTS (exports); i++)
    {
      g_autofree char *path
          = g_strdup_printf ("/cli/dispatch/export/%s", strrchr (exports[i].name, '.') + 1);

      g_test_add_data_func (path, &exports[i], test_export);
    }
  g_test_add_func ("/cli/dispatch/export/refused", test_export_refused);
  g_test_add_func ("/cli/dispatch/submit", test_submit);
  g_test_add_func ("/cli/dispatch/submit/twice", test_submit_twice);
  g_test_add_func ("/cli/dispatch/submit/correction", test_correction);
  g_test_add_func ("/cli/dispatch/submit/stays", test_submit_stays);
  g_test_add_func ("/cli/dispatch/diff", test_diff);
  g_test_add_func ("/cli/dispatch/reprint", test_reprint);
  g_test_add_func ("/cli/dispatch/reprint/unknown", test_reprint_unknown);
  g_test_add_func ("/cli/verify", test_verify_file);
  g_test_add_func ("/cli/dispatch/tables-for-people", test_tables_for_people);

  return g_test_run ();
}
