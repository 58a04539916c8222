/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sample: the same seed gives the same rows [CLI.md]. */
#include "config.h"

#include <glib/gstdio.h>

#include "harness.h"

static char *
compounds_of (Place *place, const char *name, const char *seed)
{
  g_autofree char *folder = place_path (place, name);
  g_autoptr (Run) made = run_bare (place, NULL, "sample", folder, "--size", "town", "--seed", seed,
                                   "--registry-only", NULL);
  g_autoptr (Run) listed
      = run_bare (place, NULL, "--ledger", folder, "list", "compounds", "--json", NULL);

  assert_code (made, 0);
  g_assert_cmpuint (json_array_get_length (run_array (listed)), ==, 60);
  return g_steal_pointer (&listed->out);
}

static void
test_same_seed (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *first = compounds_of (place, "a", "7");
  g_autofree char *second = compounds_of (place, "b", "7");
  g_autofree char *third = compounds_of (place, "c", "8");

  g_assert_cmpstr (first, ==, second);
  g_assert_cmpstr (first, !=, third);
}

static void
test_sound (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (Run) made = run_bare (place, NULL, "sample", place->ledger, "--size", "town", "--seed",
                                   "1", "--json", NULL);
  g_autoptr (Run) verified = run (place, "ledger", "verify", NULL);

  assert_members (run_object (made), "ledger:s size:s seed:n");
  assert_code (verified, 0);
}

static void
test_district (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (Run) made = run_bare (place, NULL, "sample", place->ledger, "--size", "district",
                                   "--seed", "1", "--registry-only", NULL);
  g_autoptr (Run) info = run (place, "ledger", "info", NULL);

  assert_code (made, 0);
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (run_object (info),
                                                                              "counts"),
                                               "compounds"),
                   ==, 2000);
}

static void
test_refuses_full_folder (void)
{
  g_autoptr (Place) place = place_new_ledger ();
  g_autofree char *before = state_of (place);
  g_autoptr (Run) refused
      = run_bare (place, NULL, "sample", place->ledger, "--size", "town", "--seed", "1", NULL);
  g_autofree char *after = state_of (place);

  assert_refused (refused, 1);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/sample/same-seed", test_same_seed);
  g_test_add_func ("/cli/sample/sound", test_sound);
  g_test_add_func ("/cli/sample/district", test_district);
  g_test_add_func ("/cli/sample/refuses-full-folder", test_refuses_full_folder);

  return g_test_run ();
}
