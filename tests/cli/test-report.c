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

/* A file that was written is known; one byte more and it is not. */
static void
test_verify (void)
{
  g_autoptr (Place) place = place_new_registry ();
  g_autofree char *path = place_path (place, "排名.xlsx");
  g_autofree char *bytes = NULL;
  g_autofree char *longer = NULL;
  gsize length;
  g_autoptr (Run) written
      = run (place, "report", "ranking", "--period", "2026-10", "-o", path, NULL);
  assert_code (written, 0);
  g_autoptr (Run) same = run (place, "verify", path, NULL);
  assert_code (same, 0);
  JsonObject *filed = run_object (same);
  g_assert_true (json_object_get_boolean_member (filed, "filed"));
  g_assert_cmpstr (json_object_get_string_member (filed, "what"), ==, "ranking");
  g_assert_true (
      g_str_has_prefix (json_object_get_string_member (filed, "number"), "考评〔2026〕10号-"));
  g_assert_cmpuint (strlen (json_object_get_string_member (filed, "sha256")), ==, 64);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  longer = g_malloc0 (length + 1);
  memcpy (longer, bytes, length);
  g_assert_true (g_file_set_contents (path, longer, (gssize)length + 1, NULL));
  g_autoptr (Run) other = run (place, "verify", path, NULL);
  assert_code (other, 1);
  g_assert_false (json_object_get_boolean_member (json_node_get_object (other->json), "filed"));
}

static void
test_all (void)
{
  g_autoptr (Place) place = place_new_registry ();
  g_autofree char *folder = place_path (place, "整套");
  g_autofree char *manifest = g_build_filename (folder, "manifest.json", NULL);
  g_autoptr (Run) written = run (place, "report", "all", "--period", "2026-10", "-o", folder, NULL);
  assert_code (written, 0);
  g_assert_cmpuint (n_files (written), >=, 10);
  g_autoptr (Run) known = run (place, "verify", manifest, NULL);
  assert_code (known, 0);
}

static void
test_payout (void)
{
  g_autoptr (Place) place = place_new_registry ();
  g_autoptr (Run) listed = run (place, "list", "compounds", NULL);
  const char *name
      = json_object_get_string_member (json_array_get_object_element (run_array (listed), 0),
                                       "name");
  g_autoptr (Run) none = run (place, "payout", "set", "--period", "2026-10", "--compound", name,
                              "--prize", "first", "王某某", NULL);
  assert_refused (none, 1); /* it has no award */
  g_autoptr (Run) amount = run (place, "payout", "set", "--period", "2026-10", "--compound", name,
                                "--prize", "first", "王某某=很多", NULL);
  assert_refused (amount, 2);
  g_autoptr (Run) list = run (place, "payout", "list", "--period", "2026-10", NULL);
  assert_code (list, 0);
  g_assert_cmpuint (json_array_get_length (run_array (list)), ==, 0);
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
  g_test_add_func ("/cli/report/verify", test_verify);
  g_test_add_func ("/cli/report/all", test_all);
  g_test_add_func ("/cli/report/payout", test_payout);
  g_test_add_func ("/cli/report/refused", test_refused);
  return g_test_run ();
}
