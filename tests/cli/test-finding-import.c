/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import --as findings: judged, written whole or not at all, the same the second time, taken back
 * [CLI.md]. */
#include "config.h"

#include <string.h>

#include "harness.h"

#define NOW "2026-10-12T09:00"
#define HEADS "小区,级别,方式,检查时间,条款,处数,位置,情况说明\n"
#define VISIT "示例花园,市级,暗访,2026-10-12 08:30,"
#define GOOD HEADS VISIT "A1-08,2,3号楼,楼道有垃圾\n" VISIT "A1-01,,东门,\n"
#define UNKNOWN "海洋公寓,市级,暗访,2026-10-12 08:30,A1-08,,,\n"

static Place *
place_new_compound (void)
{
  Place *place = place_new_ledger ();
  g_autoptr (Run) added
      = run (place, "add", "compound", "示例花园", "--community", "梅园社区", NULL);

  assert_code (added, 0);
  return place;
}

/* Also of a refused import, whose document tells why. */
static JsonObject *
document_of (const Run *import)
{
  g_assert_nonnull (import->json);
  return json_node_get_object (import->json);
}

/* "new same changed doubtful refused" as numbers. */
static void
assert_counts (const Run *import, const char *expected)
{
  static const char *const verdicts[] = { "new", "same", "changed", "doubtful", "refused" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    g_string_append_printf (text, "%s%d", i > 0 ? " " : "",
                            (int)json_object_get_int_member (document_of (import), verdicts[i]));
  g_assert_cmpstr (text->str, ==, expected);
}

static JsonObject *
row_at (const Run *import, guint i)
{
  return json_array_get_object_element (json_object_get_array_member (document_of (import), "rows"),
                                        i);
}

static guint
count_findings (Place *place)
{
  g_autoptr (Run) listed = run (place, "--now", NOW, "list", "findings", NULL);

  assert_code (listed, 0);
  return json_array_get_length (run_array (listed));
}

#define IMPORT(place, ...) run (place, "--now", NOW, "import", __VA_ARGS__, NULL)

static void
test_import (void)
{
  g_autoptr (Place) place = place_new_compound ();
  g_autofree char *path = place_write (place, "findings.csv", GOOD);
  g_autofree char *before = state_of (place);
  g_autofree char *after = NULL;
  g_autoptr (Run) rehearsed = IMPORT (place, path, "--as", "findings", "--dry-run");
  g_autoptr (Run) written = NULL;
  g_autoptr (Run) again = NULL;
  g_autoptr (Run) undone = NULL;

  assert_code (rehearsed, 0);
  assert_members (run_object (rehearsed),
                  "batch:N shape:s rows:a new:n same:n changed:n doubtful:n refused:n");
  assert_members (row_at (rehearsed, 0),
                  "sheet:s row:n verdict:s reason:S column:S name:s compound:s clause:s");
  g_assert_cmpstr (json_object_get_string_member (run_object (rehearsed), "shape"), ==, "findings");
  assert_counts (rehearsed, "2 0 0 0 0");
  after = state_of (place);
  g_assert_cmpstr (before, ==, after);

  written = IMPORT (place, path, "--as", "findings");
  assert_code (written, 0);
  g_assert_cmpint (json_object_get_int_member (run_object (written), "batch"), ==, 1);
  g_assert_cmpuint (count_findings (place), ==, 2);
  g_free (before);
  before = state_of (place);
  again = IMPORT (place, path, "--as", "findings");
  assert_code (again, 0);
  assert_counts (again, "0 2 0 0 0");
  g_free (after);
  after = state_of (place);
  g_assert_cmpstr (before, ==, after);
  undone = IMPORT (place, "undo", "1");
  assert_code (undone, 0);
  g_assert_cmpuint (count_findings (place), ==, 0);
}

static void
test_refused (void)
{
  g_autoptr (Place) place = place_new_compound ();
  g_autofree char *path = place_write (place, "findings.csv", GOOD UNKNOWN);
  g_autofree char *wrong = place_write (place, "wrong.csv", "甲,乙\n1,2\n");
  g_autofree char *out = place_path (place, "refused.csv");
  g_autofree char *before = state_of (place);
  g_autofree char *after = NULL;
  g_autofree char *csv = NULL;
  g_autoptr (Run) tried = IMPORT (place, path, "--as", "findings", "--dry-run");
  g_autoptr (Run) refused = IMPORT (place, path, "--as", "findings", "--refused-out", out);
  g_autoptr (Run) no_table = IMPORT (place, wrong, "--as", "findings");
  g_autoptr (Run) no_file = IMPORT (place, "/no/such.csv", "--as", "findings");
  g_autoptr (Run) skipped = NULL;

  assert_code (tried, 1);
  assert_code (refused, 1);
  assert_says (refused, "海洋公寓");
  assert_counts (refused, "2 0 0 0 1");
  g_assert_cmpstr (json_object_get_string_member (row_at (refused, 2), "column"), ==, "A");
  g_assert_cmpint (json_object_get_int_member (row_at (refused, 2), "row"), ==, 4);
  g_assert_true (g_file_get_contents (out, &csv, NULL, NULL));
  g_assert_nonnull (strstr (csv, "海洋公寓"));
  assert_refused (no_table, 1);
  assert_code (no_file, 1);
  after = state_of (place);
  g_assert_cmpstr (before, ==, after);
  skipped = IMPORT (place, path, "--as", "findings", "--skip-refused");
  assert_code (skipped, 0);
  g_assert_cmpuint (count_findings (place), ==, 2);
}

static void
test_doubtful (void)
{
  g_autoptr (Place) place = place_new_compound ();
  g_autofree char *path
      = place_write (place, "findings.csv",
                     "小区,层级,方式,日子,条款\n示例花园,市级,暗访,2026-10-12,A1-08\n");
  g_autoptr (Run) unknown = IMPORT (place, path, "--as", "findings");
  g_autoptr (Run) left = IMPORT (place, path, "--as", "findings", "--map", "日子=at");
  g_autoptr (Run) field = IMPORT (place, path, "--as", "findings", "--map", "日子=colour");
  g_autoptr (Run) taken
      = IMPORT (place, path, "--as", "findings", "--map", "日子=at", "--accept-doubtful");
  g_autoptr (Run) plain = run (place, "-", "--ledger", place->ledger, "--now", NOW, "import", path,
                               "--as", "findings", "--dry-run", NULL);

  assert_code (unknown, 1);
  assert_code (left, 0);
  assert_counts (left, "0 0 0 1 0");
  assert_refused (field, 1);
  assert_says (field, "inspectors");
  assert_code (taken, 0);
  g_assert_cmpuint (count_findings (place), ==, 1);
  assert_code (plain, 0);
  g_assert_nonnull (strstr (plain->out, "A1-08"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/finding-import/import", test_import);
  g_test_add_func ("/cli/finding-import/refused", test_refused);
  g_test_add_func ("/cli/finding-import/doubtful", test_doubtful);
  return g_test_run ();
}
