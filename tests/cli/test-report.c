/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report …: which files are written where [CLI.md]. */
#include "config.h"

#include <string.h>

#include "harness.h"

static guint
n_files (const Run *run)
{
  JsonArray *files = json_object_get_array_member (run_object (run), "files");
  for (guint i = 0; i < json_array_get_length (files); i++)
    {
      g_autofree char *bytes = NULL;
      gsize length;
      g_assert_true (
          g_file_get_contents (json_array_get_string_element (files, i), &bytes, &length, NULL));
      g_assert_cmpuint (length, >, 100);
    }
  return json_array_get_length (files);
}

static void
test_standards (void)
{
  Place *place = place_shared_registry ();
  static const char *const names[] = { "标准.xlsx", "标准.pdf", "一个文件夹" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = place_path (place, names[i]);
      g_autoptr (Run) written
          = run (place, "report", "standards", "--period", "2026-10", "-o", path, NULL);
      assert_code (written, 0);
      g_assert_cmpuint (n_files (written), ==, 1);
    }
}

static void
test_deductions (void)
{
  g_autoptr (Place) place = place_new_registry ();
  g_autofree char *folder = place_path (place, "扣分");
  g_autofree char *file = place_path (place, "扣分.xlsx");
  g_autoptr (Run) listed = run (place, "list", "compounds", NULL);
  const char *name
      = json_object_get_string_member (json_array_get_object_element (run_array (listed), 0),
                                       "name");
  g_autoptr (Run) none
      = run (place, "report", "deductions", "--period", "2026-10", "-o", file, NULL);
  assert_refused (none, 1);
  g_autoptr (Run) one = run (place, "report", "deductions", "--period", "2026-10", "-o", folder,
                             "--compound", name, NULL);
  assert_code (one, 0);
  g_assert_cmpuint (n_files (one), ==, 1);
  g_autoptr (Run) full = run (place, "report", "all", "--period", "2026-10", "-o", folder, NULL);
  assert_refused (full, 1); /* a folder with something in it is left alone */
}

static void
test_refused (void)
{
  Place *place = place_shared_registry ();
  g_autofree char *path = place_path (place, "x.xlsx");
  g_autoptr (Run) name = run (place, "report", "poem", "-o", path, NULL);
  assert_refused (name, 2);
  g_autoptr (Run) period
      = run (place, "report", "standards", "--period", "2026-13", "-o", path, NULL);
  assert_refused (period, 2);
  g_autoptr (Run) output = run (place, "report", "standards", "--period", "2026-10", NULL);
  assert_refused (output, 2);
  g_autoptr (Run) all = run (place, "report", "all", "--period", "2026-10", "-o", path, NULL);
  assert_refused (all, 2);
  g_autoptr (Run) compound = run (place, "report", "deductions", "--period", "2026-10", "-o", path,
                                  "--compound", "没有的小区", NULL);
  assert_refused (compound, 1);
  g_autoptr (Run) early = run (place, "report", "standards", "--period", "2014", "-o", path, NULL);
  assert_refused (early, 1);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/report/standards", test_standards);
  g_test_add_func ("/cli/report/deductions", test_deductions);
  g_test_add_func ("/cli/report/refused", test_refused);
  return g_test_run ();
}
