/* SPDX-License-Identifier: GPL-3.0-or-later */
/* catalogue …: listed, set, compared, taken out and in [CLI.md]. */
#include "config.h"

#include <string.h>

#include "harness.h"

#define CLAUSE_MEMBERS                                                                             \
  "code:s group:s name:s criterion:s limit:S unit:S points:S unspecified:b version:n"

static JsonObject *
find_code (const Run *run, const char *code)
{
  JsonArray *array = run_array (run);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      if (g_strcmp0 (json_object_get_string_member (object, "code"), code) == 0)
        return object;
    }
  g_error ("no clause %s", code);
}

#define assert_text(object, member, expected)                                                      \
  g_assert_cmpstr (json_object_get_string_member ((object), (member)), ==, (expected))

static void
test_list (void)
{
  static const struct
  {
    const char *annex;
    guint n;
  } sizes[] = { { "annex1", 26 }, { "annex2", 15 }, { "annex3", 53 } };
  Place *place = place_shared_registry ();
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (Run) listed = run (place, "catalogue", "list", sizes[i].annex, NULL);
      g_assert_cmpuint (json_array_get_length (run_array (listed)), ==, sizes[i].n);
    }
  g_autoptr (Run) all = run (place, "catalogue", "list", NULL);
  g_assert_cmpuint (json_array_get_length (run_array (all)), ==, 94);
  for (guint i = 0; i < 94; i++)
    assert_members (json_array_get_object_element (run_array (all), i), CLAUSE_MEMBERS);
  JsonObject *clause = find_code (all, "A1-22");
  assert_text (clause, "group", "环境秩序");
  assert_text (clause, "name", "占用消防通道");
  assert_text (clause, "criterion", "消防通道被占用");
  assert_text (clause, "limit", "4h");
  assert_text (clause, "unit", "物管科、各小区物业");
  assert_text (clause, "points", "1.00");
  assert_text (find_code (all, "A1-26"), "limit", "7d");
  g_assert_true (json_object_get_null_member (find_code (all, "A2-07"), "points"));
  g_assert_true (json_object_get_boolean_member (find_code (all, "A2-07"), "unspecified"));
  g_assert_true (json_object_get_null_member (find_code (all, "A3-01"), "points"));
  g_assert_false (json_object_get_boolean_member (find_code (all, "A3-01"), "unspecified"));
}

static void
test_search (void)
{
  g_autoptr (Run) found
      = run (place_shared_registry (), "catalogue", "list", "annex1", "--search", "hlb", NULL);
  assert_text (json_array_get_object_element (run_array (found), 0), "code", "A1-23");
}

static void
test_table (void)
{
  g_autoptr (Run) told = run (place_shared_registry (), "-", "catalogue", "list", "annex2", NULL);
  assert_code (told, 0);
  g_assert_nonnull (strstr (told->out, "A2-15"));
  g_assert_nonnull (strstr (told->out, "联系会议无签到"));
}

static void
test_set (void)
{
  g_autoptr (Place) place = place_new_ledger ();
  g_autoptr (Run) set = run (place, "--now", "2026-10-12T09:00", "catalogue", "set", "A1-23",
                             "points=1.5", "limit=5d", "--reason", "区里新要求", NULL);
  assert_code (set, 0);
  JsonObject *clause = run_object (set);
  assert_members (clause, CLAUSE_MEMBERS);
  assert_text (clause, "points", "1.50");
  assert_text (clause, "limit", "5d");
  g_assert_cmpint (json_object_get_int_member (clause, "version"), ==, 2);
  g_autoptr (Run) before = run (place, "catalogue", "list", "annex1", "--date", "2026-10-11", NULL);
  assert_text (find_code (before, "A1-23"), "points", "1.00");
  g_autoptr (Run) after = run (place, "catalogue", "list", "annex1", "--date", "2026-10-12", NULL);
  assert_text (find_code (after, "A1-23"), "points", "1.50");

  g_autoptr (Run) versions = run (place, "catalogue", "versions", "annex1", NULL);
  g_assert_cmpuint (json_array_get_length (run_array (versions)), ==, 2);
  JsonObject *newest = json_array_get_object_element (run_array (versions), 0);
  assert_text (newest, "reason", "区里新要求");
  assert_text (newest, "valid_from", "2026-10-12");

  g_autoptr (Run) compared = run (place, "catalogue", "compare", "annex1", "1", "2", NULL);
  g_assert_cmpuint (json_array_get_length (run_array (compared)), ==, 2);
  JsonObject *change = json_array_get_object_element (run_array (compared), 0);
  assert_text (change, "kind", "changed");
  assert_text (change, "code", "A1-23");
  assert_text (change, "field", "points");
  assert_text (change, "before", "1.00");
  assert_text (change, "after", "1.50");
  g_autoptr (Run) verified = run (place, "ledger", "verify", NULL);
  assert_code (verified, 0);
}

/* The blanks of annex 2 are filled for all that was and will be recorded. */
static void
test_fill (void)
{
  g_autoptr (Place) place = place_new_ledger ();
  g_autoptr (Run) set
      = run (place, "--now", "2026-10-12T09:00", "catalogue", "set", "A2-07", "points=3", NULL);
  assert_code (set, 0);
  g_assert_false (json_object_get_boolean_member (run_object (set), "unspecified"));
  g_autoptr (Run) early = run (place, "catalogue", "list", "annex2", "--date", "2015-01-01", NULL);
  assert_text (find_code (early, "A2-07"), "points", "3.00");
  g_assert_true (json_object_get_null_member (find_code (early, "A2-11"), "points"));
}

static void
test_set_refused (void)
{
  g_autoptr (Place) place = place_new_ledger ();
  static const struct
  {
    const char *code, *edit, *from;
    int exit;
  } rows[] = {
    { "A1-99", "points=1", "2026-10-12", 1 },   { "X", "points=1", "2026-10-12", 1 },
    { "A1-01", "points=one", "2026-10-12", 1 }, { "A1-01", "colour=1", "2026-10-12", 1 },
    { "A1-01", "points", "2026-10-12", 2 },     { "A1-01", "points=2", "tomorrow", 2 },
    { "A1-01", "points=2", "2014-12-31", 1 },   { "A1-01", "points=2", "2025-01-01", 4 },
  };
  g_autoptr (Run) set
      = run (place, "catalogue", "set", "A1-02", "points=2", "--from", "2026-01-01", NULL);
  assert_code (set, 0);
  g_autofree char *before = state_of (place);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Run) refused = run (place, "catalogue", "set", rows[i].code, rows[i].edit,
                                     "--from", rows[i].from, NULL);
      assert_refused (refused, rows[i].exit);
    }
  g_autofree char *after = state_of (place);
  g_assert_cmpstr (after, ==, before);
}

static void
test_workbook (void)
{
  g_autoptr (Place) place = place_new_ledger ();
  g_autofree char *book = place_path (place, "附件2.xlsx");
  g_autoptr (Run) exported = run (place, "catalogue", "export", "annex2", "-o", book, NULL);
  assert_code (exported, 0);
  g_autoptr (Run) same = run (place, "catalogue", "import", book, NULL);
  assert_code (same, 0);
  JsonObject *object = run_object (same);
  g_assert_cmpint (json_object_get_int_member (object, "version"), ==, 1);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "changes")), ==,
                    0);

  g_autofree char *table = place_write (place, "改.tsv",
                                        "代码\t分类\t名称\t简称\t评分标准\t扣分\n"
                                        "A2-01\t1\t未制定应急预案\t应急预案\t每缺一项\t2\n");
  g_autofree char *state = state_of (place);
  g_autoptr (Run) tried = run (place, "catalogue", "import", table, "--dry-run", NULL);
  assert_code (tried, 0);
  g_assert_true (json_object_get_null_member (run_object (tried), "version"));
  g_autofree char *untouched = state_of (place);
  g_assert_cmpstr (untouched, ==, state);
  g_autoptr (Run) written
      = run (place, "catalogue", "import", table, "--from", "2026-07-01", "--reason", "修订", NULL);
  assert_code (written, 0);
  g_autoptr (Run) listed = run (place, "catalogue", "list", "annex2", "--date", "2026-07-01", NULL);
  g_assert_cmpuint (json_array_get_length (run_array (listed)), ==, 1);
}

static void
test_workbook_refused (void)
{
  g_autoptr (Place) place = place_new_ledger ();
  g_autofree char *table = place_write (place, "坏.tsv",
                                        "代码\t分类\t名称\t简称\t评分标准\t扣分\n"
                                        "A2-01\t1\t未制定应急预案\t应急预案\t每缺一项\t两分\n");
  g_autofree char *before = state_of (place);
  g_autoptr (Run) refused = run (place, "catalogue", "import", table, NULL);
  assert_code (refused, 1);
  JsonArray *problems
      = json_object_get_array_member (json_node_get_object (refused->json), "problems");
  JsonObject *problem = json_array_get_object_element (problems, 0);
  g_assert_cmpint (json_object_get_int_member (problem, "row"), ==, 2);
  assert_text (problem, "column", "F");
  assert_says (refused, "F");
  g_autoptr (Run) missing = run (place, "catalogue", "import", "/nowhere/x.xlsx", NULL);
  g_assert_cmpint (missing->code, !=, 0);
  g_autofree char *after = state_of (place);
  g_assert_cmpstr (after, ==, before);
}

static void
test_usage (void)
{
  Place *place = place_shared_registry ();
  g_autoptr (Run) annex = run (place, "catalogue", "list", "annex4", NULL);
  assert_refused (annex, 2);
  g_autoptr (Run) version = run (place, "catalogue", "compare", "annex1", "1", "7", NULL);
  assert_refused (version, 1);
  g_autoptr (Run) output = run (place, "catalogue", "export", "annex1", NULL);
  assert_refused (output, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/catalogue/list", test_list);
  g_test_add_func ("/cli/catalogue/search", test_search);
  g_test_add_func ("/cli/catalogue/table", test_table);
  g_test_add_func ("/cli/catalogue/set", test_set);
  g_test_add_func ("/cli/catalogue/fill", test_fill);
  g_test_add_func ("/cli/catalogue/set-refused", test_set_refused);
  g_test_add_func ("/cli/catalogue/workbook", test_workbook);
  g_test_add_func ("/cli/catalogue/workbook-refused", test_workbook_refused);
  g_test_add_func ("/cli/catalogue/usage", test_usage);
  return g_test_run ();
}
