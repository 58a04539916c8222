/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import …: verdicts, refusals that change nothing, batches taken back [CLI.md]. */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "harness.h"

#define IMPORT_MEMBERS "batch:N shape:s rows:a new:n same:n changed:n doubtful:n refused:n"

static gint64
count_of (const Run *run, const char *verdict)
{
  return json_object_get_int_member (json_node_get_object (run->json), verdict);
}

/* The three annexes of the seed, each in its shape. */
typedef struct
{
  const char *annex;
  const char *shape;
  guint n_rows; /* compounds */
} Annex;

static const Annex annexes[]
    = { { "3", "annex3", 20 }, { "4", "annex4", 21 }, { "5", "annex5", 41 } };

static void
test_annex (gconstpointer data)
{
  const Annex *annex = data;
  g_autoptr (Place) place = place_new_ledger ();
  g_autofree char *workbook = sample_path (annex->annex);
  g_autoptr (Run) done = run (place, "import", workbook, "--accept-doubtful", NULL);
  JsonObject *object = run_object (done);
  JsonArray *rows = json_object_get_array_member (object, "rows");

  assert_members (object, IMPORT_MEMBERS);
  assert_members (object, "batch:n");
  g_assert_cmpstr (json_object_get_string_member (object, "shape"), ==, annex->shape);
  g_assert_cmpuint (json_array_get_length (rows), ==, annex->n_rows);
  for (guint i = 0; i < json_array_get_length (rows); i++)
    assert_members (json_array_get_object_element (rows, i),
                    "sheet:s row:n verdict:s reason:S column:S name:s");
  g_assert_cmpint (count_of (done, "new") + count_of (done, "same") + count_of (done, "changed")
                       + count_of (done, "doubtful") + count_of (done, "refused"),
                   ==, annex->n_rows);
  g_assert_cmpint (count_of (done, "refused"), ==, 0);
}

/* The same file again: verdict same, nothing changes. */
static void
test_again (void)
{
  g_autoptr (Place) place = place_new_ledger ();
  g_autofree char *workbook = sample_path ("3");
  g_autoptr (Run) first = run (place, "import", workbook, NULL);
  g_autofree char *before = state_of (place);
  g_autoptr (Run) second = run (place, "import", workbook, NULL);
  g_autofree char *after = state_of (place);

  assert_code (first, 0);
  g_assert_cmpint (count_of (first, "new"), ==, 20);
  assert_code (second, 0);
  g_assert_cmpint (count_of (second, "same"), ==, 20);
  g_assert_true (json_object_get_null_member (run_object (second), "batch"));
  g_assert_cmpstr (before, ==, after);
}

static void
test_dry_run (void)
{
  g_autoptr (Place) place = place_new_ledger ();
  g_autofree char *before = state_of (place);
  g_autofree char *workbook = sample_path ("4");
  g_autoptr (Run) judged = run (place, "import", workbook, "--dry-run", NULL);
  g_autofree char *after = state_of (place);

  assert_code (judged, 0);
  g_assert_cmpint (count_of (judged, "new"), ==, 21);
  g_assert_true (json_object_get_null_member (run_object (judged), "batch"));
  g_assert_cmpstr (before, ==, after);
}

static void
test_undo_batch (void)
{
  g_autoptr (Place) place = place_new_ledger ();
  g_autofree char *third = sample_path ("3");
  g_autofree char *fourth = sample_path ("4");
  g_autoptr (Run) first = run (place, "import", third, NULL);
  g_autoptr (Run) before = run (place, "list", "compounds", NULL);
  g_autoptr (Run) second = run (place, "import", fourth, NULL);
  g_autofree char *batch = g_strdup_printf ("%" G_GINT64_FORMAT, count_of (second, "batch"));
  g_autoptr (Run) undone = run (place, "import", "undo", batch, NULL);
  g_autoptr (Run) after = run (place, "list", "compounds", NULL);
  g_autoptr (Run) again = run (place, "import", "undo", batch, NULL);
  g_autoptr (Run) verified = run (place, "ledger", "verify", NULL);

  assert_code (first, 0);
  assert_code (undone, 0);
  g_assert_cmpuint (json_array_get_length (run_array (before)), ==, 20);
  g_assert_cmpstr (before->out, ==, after->out);
  g_assert_cmpint (again->code, !=, 0);
  assert_code (verified, 0);
}

/* A compound changed since: taking the batch back would lose that. */
static void
test_undo_batch_changed_since (void)
{
  g_autoptr (Place) place = place_new_ledger ();
  g_autofree char *workbook = sample_path ("3");
  g_autoptr (Run) done = run (place, "import", workbook, NULL);
  g_autofree char *batch = g_strdup_printf ("%" G_GINT64_FORMAT, count_of (done, "batch"));
  g_autoptr (Run) set = run (place, "set", "compound", "龙珠百合", "households=742", NULL);
  g_autofree char *before = state_of (place);
  g_autoptr (Run) undone = run (place, "import", "undo", batch, NULL);
  g_autofree char *after = state_of (place);

  assert_code (set, 0);
  assert_refused (undone, 1);
  g_assert_cmpstr (before, ==, after);
}

static const char good_and_bad[] = "社区名称,小区名称,类别,联系电话\n"
                                   "甲社区,甲园,1,13800000001\n"
                                   "甲社区,乙园,9,13800000002\n"
                                   "甲社区,丙园,3,13800000003\n";

/* Any refused row: exit 1, what and where on standard error, nothing written. */
static void
test_refused (void)
{
  g_autoptr (Place) place = place_new_ledger ();
  g_autofree char *table = place_write (place, "表.csv", good_and_bad);
  g_autofree char *before = state_of (place);
  g_autoptr (Run) refused = run (place, "import", table, NULL);
  g_autofree char *after = state_of (place);

  assert_code (refused, 1);
  g_assert_cmpint (count_of (refused, "refused"), ==, 1);
  g_assert_cmpint (count_of (refused, "new"), ==, 2);
  assert_says (refused, "row 3, column C");
  g_assert_cmpstr (before, ==, after);
}

static void
test_skip_refused (void)
{
  g_autoptr (Place) place = place_new_ledger ();
  g_autofree char *table = place_write (place, "表.csv", good_and_bad);
  g_autofree char *out = place_path (place, "refused.csv");
  g_autofree char *text = NULL;
  g_autoptr (Run) done = run (place, "import", table, "--skip-refused", "--refused-out", out, NULL);
  g_autoptr (Run) listed = run (place, "list", "compounds", NULL);

  assert_code (done, 0);
  assert_members (run_object (done), "batch:n");
  g_assert_cmpuint (json_array_get_length (run_array (listed)), ==, 2);
  g_assert_true (g_file_get_contents (out, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "乙园"));
  g_assert_null (strstr (text, "甲园"));
}

static const char unknown_headings[] = "楼盘,地方\n甲园,甲社区\n乙园,乙社区\n";

static void
test_unknown_headings (void)
{
  g_autoptr (Place) place = place_new_ledger ();
  g_autofree char *table = place_write (place, "表.csv", unknown_headings);
  g_autofree char *before = state_of (place);
  g_autoptr (Run) refused = run (place, "import", table, NULL);
  g_autofree char *after = state_of (place);

  assert_refused (refused, 1);
  g_assert_cmpstr (before, ==, after);
}

static void
test_map (void)
{
  g_autoptr (Place) place = place_new_ledger ();
  g_autofree char *table = place_write (place, "表.csv", unknown_headings);
  g_autoptr (Run) done
      = run (place, "import", table, "--map", "楼盘=name", "--map", "地方=community", NULL);
  g_autoptr (Run) listed = run (place, "list", "compounds", NULL);

  assert_code (done, 0);
  g_assert_cmpstr (json_object_get_string_member (find_named (run_array (listed), "乙园"),
                                                  "community"),
                   ==, "乙社区");
}

/* Files that are no table, each refused in one line that changes nothing. */
typedef struct
{
  const char *name;
  const char *text;
  gssize length;
} NoTable;

static const NoTable no_tables[] = {
  { "empty.csv", "", 0 },
  { "truncated.xlsx", "PK\003\004\024\000\000\000\010\000", 10 },
  { "old.xls", "\320\317\021\340\241\261\032\341aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 40 },
  { "picture.png", "\211PNG\r\n\032\n\000\000\000\rIHDR\000\000\000\001\000\000\000\001", 24 },
  { "page.xlsx", "<html><body>没有表</body></html>", -1 },
};

static void
test_no_table (gconstpointer data)
{
  const NoTable *file = data;
  g_autoptr (Place) place = place_new_ledger ();
  g_autofree char *path = place_path (place, file->name);
  g_autofree char *before = state_of (place);
  g_autoptr (Run) refused = NULL;
  g_autofree char *after = NULL;

  g_assert_true (g_file_set_contents (path, file->text, file->length, NULL));
  refused = run (place, "import", path, NULL);
  assert_refused (refused, 1);
  after = state_of (place);
  g_assert_cmpstr (before, ==, after);
}

static void
test_batches (void)
{
  g_autoptr (Place) place = place_new_registry ();
  g_autoptr (Run) listed = run (place, "list", "batches", NULL);
  JsonArray *array = run_array (listed);

  g_assert_cmpuint (json_array_get_length (array), ==, 3);
  for (guint i = 0; i < json_array_get_length (array); i++)
    assert_members (json_array_get_object_element (array, i),
                    "id:n at:s file_name:s shape:s n_new:n undone:b");
  /* Newest first. */
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (array, 0),
                                                  "shape"),
                   ==, "annex5");
}

static void
test_table_for_people (void)
{
  g_autoptr (Place) place = place_new_ledger ();
  g_autofree char *workbook = sample_path ("4");
  g_autoptr (Run) judged = run (place, "-", "import", workbook, "--dry-run", NULL);

  assert_code (judged, 0);
  g_assert_nonnull (strstr (judged->out, "鑫盛公寓（药材宿舍）"));
  g_assert_nonnull (strstr (judged->out, "21 new"));
}

#ifndef G_OS_WIN32
/* What would never end is not read. */
static void
test_device (void)
{
  g_autoptr (Place) place = place_new_ledger ();
  g_autoptr (Run) refused = run (place, "import", "/dev/zero", NULL);

  assert_refused (refused, 1);
  assert_says (refused, "This is a device");
}
#endif

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (annexes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/cli/import/%s", annexes[i].shape);

      g_test_add_data_func (path, &annexes[i], test_annex);
    }
  g_test_add_func ("/cli/import/again", test_again);
  g_test_add_func ("/cli/import/dry-run", test_dry_run);
  g_test_add_func ("/cli/import/undo", test_undo_batch);
  g_test_add_func ("/cli/import/undo/changed-since", test_undo_batch_changed_since);
  g_test_add_func ("/cli/import/refused", test_refused);
  g_test_add_func ("/cli/import/skip-refused", test_skip_refused);
  g_test_add_func ("/cli/import/unknown-headings", test_unknown_headings);
  g_test_add_func ("/cli/import/map", test_map);
  for (guint i = 0; i < G_N_ELEMENTS (no_tables); i++)
    {
      g_autofree char *path = g_strdup_printf ("/cli/import/no-table/%s", no_tables[i].name);

      g_test_add_data_func (path, &no_tables[i], test_no_table);
    }
#ifndef G_OS_WIN32
  g_test_add_func ("/cli/import/device", test_device);
#endif
  g_test_add_func ("/cli/import/batches", test_batches);
  g_test_add_func ("/cli/import/table-for-people", test_table_for_people);

  return g_test_run ();
}
