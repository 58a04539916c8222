/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Periods of free days from a terminal: 2026-09-16..2026-10-15 wherever a period is written
 * [CLI.md]. */
#include "config.h"

#include <string.h>

#include "harness.h"

#define FREE "2026-09-16..2026-10-15"

/* 16 September to 15 October: read, scored, charted, written and finalised by its name. */
static void
test_free_days (void)
{
  g_autoptr (Place) place = place_new_registry ();
  g_autofree char *folder = place_path (place, "自定义周期");
  g_autofree char *file = place_path (place, "排名.xlsx");
  g_autofree char *chart = place_path (place, "排名.svg");
  g_autoptr (Run) listed = run (place, "list", "compounds", NULL);
  const char *name
      = json_object_get_string_member (json_array_get_object_element (run_array (listed), 0),
                                       "name");
  g_autoptr (Run) visit
      = run (place, "inspect", "add", "--compound", name, "--level", "city", "--kind", "announced",
             "--at", "2026-10-15T17:00", "--finding", "A1-01", NULL);
  assert_code (visit, 0);
  g_autoptr (Run) ranked = run (place, "--now", "2026-10-16T09:00", "rank", "--period", FREE, NULL);
  assert_code (ranked, 0);
  g_assert_cmpstr (json_object_get_string_member (run_object (ranked), "period"), ==, FREE);
  g_assert_cmpuint (json_array_get_length (
                        json_object_get_array_member (run_object (ranked), "rows")),
                    ==, 1);
  /* The day after is not in it; 1 to 31 October is the month. */
  g_autoptr (Run) next = run (place, "rank", "--period", "2026-10-16..2026-11-15", NULL);
  g_assert_cmpuint (json_array_get_length (
                        json_object_get_array_member (run_object (next), "rows")),
                    ==, 0);
  g_autoptr (Run) month = run (place, "rank", "--period", "2026-10-01..2026-10-31", NULL);
  g_assert_cmpstr (json_object_get_string_member (run_object (month), "period"), ==, "2026-10");
  g_autoptr (Run) drawn = run (place, "chart", "ranking", "--period", FREE, "-o", chart, NULL);
  assert_code (drawn, 0);
  g_autoptr (Run) written = run (place, "report", "ranking", "--period", FREE, "-o", file, NULL);
  assert_code (written, 0);
  g_autoptr (Run) known = run (place, "verify", file, NULL);
  assert_code (known, 0);
  g_assert_true (g_str_has_prefix (json_object_get_string_member (run_object (known), "number"),
                                   "考评〔2026〕0916至1015号-1-"));
  g_autoptr (Run) all = run (place, "report", "all", "--period", FREE, "-o", folder, NULL);
  assert_code (all, 0);
}

/* Its checks stop it, then nothing does; afterwards its days are closed and no others. */
static void
test_free_days_final (void)
{
  g_autoptr (Place) place = place_new_registry ();
  g_autoptr (Run) listed = run (place, "list", "compounds", NULL);
  const char *name
      = json_object_get_string_member (json_array_get_object_element (run_array (listed), 0),
                                       "name");
  g_autoptr (Run) visit = run (place, "inspect", "add", "--compound", name, "--level", "city",
                               "--kind", "announced", "--at", "2026-10-15T10:00", NULL);
  assert_code (visit, 0);
  g_autoptr (Run) early
      = run (place, "--now", "2026-10-15T18:00", "period", "finalise", FREE, NULL);
  assert_refused (early, 4);
  g_autoptr (Run) bare = run (place, "--now", "2026-10-16T09:00", "period", "finalise", FREE, NULL);
  assert_refused (bare, 4);
  g_autoptr (Run) sheet = run (place, "sheet", "set", "--compound", name, "--period", FREE,
                               "annex2", "A2-01=0", NULL);
  assert_code (sheet, 0);
  g_autoptr (Run) done = run (place, "--now", "2026-10-16T09:00", "period", "finalise", FREE, NULL);
  assert_code (done, 0);
  g_assert_cmpstr (json_object_get_string_member (run_object (done), "period"), ==, FREE);
  g_assert_cmpstr (json_object_get_string_member (run_object (done), "state"), ==, "final");
  g_autoptr (Run) inside = run (place, "inspect", "add", "--compound", name, "--level", "city",
                                "--kind", "announced", "--at", "2026-09-16T00:00", NULL);
  assert_refused (inside, 4);
  g_autoptr (Run) outside = run (place, "inspect", "add", "--compound", name, "--level", "city",
                                 "--kind", "announced", "--at", "2026-10-16T00:00", NULL);
  assert_code (outside, 0);
  g_autoptr (Run) again = run (place, "period", "reopen", FREE, "--reason", "示例", NULL);
  assert_code (again, 0);
}

static const struct
{
  const char *period, *says;
} refused[] = {
  { "2026-10-15..2026-09-16", "before the first" }, { "2026-02-01..2026-02-30", "calendar" },
  { "2026-10..2026-11", "2026-10-01..2026-12-15" }, { "2020-01-01..2026-12-31", "731" },
  { "October", "2026-10-01..2026-12-15" },
};

/* Usage, before any ledger is looked for. */
static void
test_refused (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (Place) place = place_new ();
  g_autoptr (Run) ranked = run (place, "rank", "--period", refused[i].period, NULL);
  g_autoptr (Run) closed = run (place, "period", "finalise", refused[i].period, NULL);

  assert_refused (ranked, 2);
  assert_says (ranked, refused[i].says);
  assert_refused (closed, 2);
  assert_says (closed, refused[i].says);
}

/* The fifth form stands in the help. */
static void
test_help (void)
{
  static const char *const commands[] = { "rank", "award", "score", "chart", "report" };
  g_autoptr (Place) place = place_new ();

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autoptr (Run) help = run_bare (place, NULL, commands[i], "--help", NULL);

      assert_code (help, 0);
      g_assert_nonnull (strstr (help->out, "2026-10-01..2026-12-15"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/free-days/used", test_free_days);
  g_test_add_func ("/cli/free-days/final", test_free_days_final);
  g_test_add_func ("/cli/free-days/help", test_help);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strdup_printf ("/cli/free-days/refused/%s", refused[i].period);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_refused);
    }
  return g_test_run ();
}
