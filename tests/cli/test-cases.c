/* SPDX-License-Identifier: GPL-3.0-or-later */
/* case … and list cases: what CLI.md fixes, what is refused, and with which exit code. Monday, 12
 * October 2026 is a working day. */
#include "config.h"

#include <string.h>

#include "harness.h"

#define CASE_MEMBERS                                                                               \
  "number:s level:s compound:s code:s at:s deadline:s replied_at:S faults:a proposed:a evidence:o"

static Place *
place_new_compound (void)
{
  Place *place = place_new_ledger ();
  g_autoptr (Run) added
      = run (place, "add", "compound", "示例花园", "--community", "梅园社区", NULL);

  assert_code (added, 0);
  return place;
}

static void
add_case (Place *place, const char *number, const char *at)
{
  g_autoptr (Run) added
      = run (place, "case", "add", "--number", number, "--level", "city", "--compound", "示例花园",
             "--code", "A1-08", "--at", at, "--place", "3号楼", NULL);

  assert_code (added, 0);
}

/* "overdue repeated" */
static void
assert_words (JsonObject *one, const char *member, const char *words)
{
  JsonArray *array = json_object_get_array_member (one, member);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            json_array_get_string_element (array, i));
  g_assert_cmpstr (text->str, ==, words);
}

static void
assert_text (JsonObject *one, const char *member, const char *text)
{
  if (text == NULL)
    g_assert_true (json_object_get_null_member (one, member));
  else
    g_assert_cmpstr (json_object_get_string_member (one, member), ==, text);
}

static void
test_add (void)
{
  g_autoptr (Place) place = place_new_compound ();
  g_autoptr (Run) added
      = run (place, "case", "add", "--number", "2026-0001", "--level", "district", "--compound",
             "示例花园", "--code", "A1-01", "--at", "2026-10-12T09:00", "--place", "3号楼",
             "--channel", "12345热线", "--note", "墙皮脱落", NULL);
  JsonObject *one = run_object (added);

  assert_code (added, 0);
  assert_members (one, CASE_MEMBERS);
  assert_text (one, "number", "2026-0001");
  assert_text (one, "level", "district");
  assert_text (one, "compound", "示例花园");
  assert_text (one, "code", "A1-01");
  assert_text (one, "at", "2026-10-12T09:00");
  /* 3工作日: 13, 14, 15 October */
  assert_text (one, "deadline", "2026-10-15T17:30");
  assert_text (one, "limit", "3d");
  assert_text (one, "replied_at", NULL);
  assert_text (one, "state", "received");
  assert_words (one, "faults", "");
}

static void
test_limit_and_deadline (void)
{
  g_autoptr (Place) place = place_new_compound ();
  g_autoptr (Run) limited
      = run (place, "case", "add", "--number", "1", "--level", "city", "--compound", "示例花园",
             "--code", "A1-01", "--at", "2026-10-12T10:00", "--limit", "4h", NULL);
  g_autoptr (Run) dated
      = run (place, "case", "add", "--number", "2", "--level", "city", "--compound", "示例花园",
             "--code", "A1-01", "--at", "2026-10-12T10:00", "--deadline", "2026-10-17T23:59", NULL);

  assert_code (limited, 0);
  /* 10:00 to 12:00, then 14:00 to 16:00 */
  assert_text (run_object (limited), "deadline", "2026-10-12T16:00");
  assert_code (dated, 0);
  assert_text (run_object (dated), "deadline", "2026-10-17T23:59");
  assert_text (run_object (dated), "limit", NULL);
}

typedef struct
{
  const char *name;
  const char *level;
  const char *compound;
  const char *code;
  const char *at;
  const char *limit;
  int exit_code;
} RefusedCase;

static const RefusedCase refused_cases[] = {
  { "level", "town", "示例花园", "A1-08", "2026-10-12T09:00", NULL, 2 },
  { "compound", "city", "没有这个小区", "A1-08", "2026-10-12T09:00", NULL, 1 },
  { "code", "city", "示例花园", "A1-99", "2026-10-12T09:00", NULL, 1 },
  { "instant", "city", "示例花园", "A1-08", "2026-13-12T09:00", NULL, 2 },
  { "limit", "city", "示例花园", "A1-08", "2026-10-12T09:00", "3x", 2 },
};

static void
test_refused (gconstpointer data)
{
  const RefusedCase *c = data;
  g_autoptr (Place) place = place_new_compound ();
  g_autofree char *before = state_of (place);
  g_autofree char *after = NULL;
  g_autoptr (Run) refused
      = run (place, "case", "add", "--number", "N1", "--level", c->level, "--compound", c->compound,
             "--code", c->code, "--at", c->at, "--limit", c->limit != NULL ? c->limit : "3d", NULL);

  assert_refused (refused, c->exit_code);
  after = state_of (place);
  g_assert_cmpstr (after, ==, before);
}

static void
test_number_taken (void)
{
  g_autoptr (Place) place = place_new_compound ();
  g_autoptr (Run) again = NULL;

  add_case (place, "N1", "2026-10-12T09:00");
  again = run (place, "case", "add", "--number", "N1", "--level", "city", "--compound", "示例花园",
               "--code", "A1-08", "--at", "2026-10-13T09:00", NULL);
  assert_refused (again, 1);
  assert_says (again, "N1");
}

/* [002 §4.1(2)]: proposed at once, a fault only once it is confirmed. */
static void
test_late_reply (void)
{
  g_autoptr (Place) place = place_new_compound ();
  g_autoptr (Run) reply = NULL;
  g_autoptr (Run) proposed = NULL;
  g_autoptr (Run) confirmed = NULL;
  g_autoptr (Run) none = NULL;
  JsonObject *one;

  add_case (place, "N1", "2026-10-12T09:00");
  add_case (place, "N2", "2026-11-12T09:00");
  reply = run (place, "case", "reply", "N2", "--at", "2026-11-12T11:00", NULL);
  assert_code (reply, 0);
  g_clear_pointer (&reply, run_free);
  reply = run (place, "case", "reply", "N1", "--at", "2026-10-12T11:01", "--text", "已清扫", NULL);
  assert_code (reply, 0);
  assert_text (run_object (reply), "replied_at", "2026-10-12T11:01");
  proposed = run (place, "list", "cases", "--proposed", NULL);
  g_assert_cmpuint (json_array_get_length (run_array (proposed)), ==, 1);
  one = json_array_get_object_element (run_array (proposed), 0);
  assert_text (one, "number", "N1");
  assert_words (one, "faults", "");
  assert_words (one, "proposed", "overdue");
  assert_words (json_object_get_object_member (one, "evidence"), "overdue", "N1");
  confirmed
      = run (place, "case", "fault", "N1", "--add", "overdue", "--reason", "迟复一分钟", NULL);
  assert_code (confirmed, 0);
  assert_words (run_object (confirmed), "faults", "overdue");
  assert_words (run_object (confirmed), "proposed", "");
  none = run (place, "list", "cases", "--proposed", NULL);
  g_assert_cmpuint (json_array_get_length (run_array (none)), ==, 0);
}

static void
test_fault (void)
{
  g_autoptr (Place) place = place_new_compound ();
  g_autoptr (Run) added = NULL;
  g_autoptr (Run) removed = NULL;
  g_autoptr (Run) reset = NULL;
  g_autoptr (Run) two = NULL;
  g_autoptr (Run) unknown = NULL;
  g_autoptr (Run) no_reason = NULL;

  add_case (place, "N1", "2026-10-12T09:00");
  added = run (place, "case", "fault", "N1", "--add", "passing", "--reason", "协调确认", NULL);
  assert_words (run_object (added), "faults", "passing");
  removed = run (place, "case", "fault", "N1", "--remove", "passing", "--reason", "申诉成立", NULL);
  assert_words (run_object (removed), "faults", "");
  reset = run (place, "case", "fault", "N1", "--reset", "passing", "--reason", "重新认定", NULL);
  assert_code (reset, 0);
  g_assert_cmpuint (json_array_get_length (
                        json_object_get_array_member (run_object (reset), "decisions")),
                    ==, 0);
  two = run (place, "case", "fault", "N1", "--add", "key", "--remove", "key", "--reason", "x",
             NULL);
  assert_refused (two, 2);
  unknown = run (place, "case", "fault", "N1", "--add", "late", "--reason", "x", NULL);
  assert_refused (unknown, 2);
  no_reason = run (place, "case", "fault", "N1", "--add", "key", NULL);
  assert_refused (no_reason, 2);
}

/* [002 §4.1(4)]: in legal procedure from the 12th on, all that follows is one. */
static void
test_procedure (void)
{
  g_autoptr (Place) place = place_new_compound ();
  g_autoptr (Run) replied = NULL;
  g_autoptr (Run) repeated = NULL;
  g_autoptr (Run) procedure = NULL;
  g_autoptr (Run) none = NULL;
  g_autoptr (Run) ended = NULL;
  g_autoptr (Run) again = NULL;

  add_case (place, "N1", "2026-10-12T09:00");
  add_case (place, "N2", "2026-10-13T09:00");
  add_case (place, "N3", "2026-10-14T09:00");
  replied = run (place, "case", "reply", "N1", "N2", "N3", "--at", "2026-10-14T09:00", NULL);
  g_assert_cmpuint (json_array_get_length (run_array (replied)), ==, 3);
  repeated = run (place, "case", "show", "N3", NULL);
  assert_words (run_object (repeated), "proposed", "repeated");
  assert_words (json_object_get_object_member (run_object (repeated), "evidence"), "repeated",
                "N1 N2 N3");
  procedure = run (place, "case", "procedure", "N1", "--from", "2026-10-12T10:00", NULL);
  assert_code (procedure, 0);
  none = run (place, "case", "show", "N3", NULL);
  assert_words (run_object (none), "proposed", "");
  ended = run (place, "case", "procedure", "N1", "--from", "2026-10-12T10:00", "--to",
               "2026-10-12T17:30", NULL);
  assert_code (ended, 0);
  again = run (place, "case", "show", "N3", NULL);
  assert_words (run_object (again), "proposed", "repeated");
}

static void
test_steps (void)
{
  g_autoptr (Place) place = place_new_compound ();
  g_autoptr (Run) accepted = NULL;
  g_autoptr (Run) early = NULL;
  g_autoptr (Run) paused = NULL;
  g_autoptr (Run) resumed = NULL;
  g_autoptr (Run) extended = NULL;
  g_autoptr (Run) replied = NULL;
  g_autoptr (Run) neither = NULL;
  g_autoptr (Run) passed = NULL;
  g_autoptr (Run) shown = NULL;

  add_case (place, "N1", "2026-10-12T09:00");
  accepted = run (place, "case", "accept", "N1", "--at", "2026-10-12T09:10", NULL);
  assert_text (run_object (accepted), "state", "accepted");
  early = run (place, "case", "verify", "N1", "--passed", "--at", "2026-10-12T09:20", NULL);
  assert_refused (early, 4);
  paused = run (place, "case", "pause", "N1", "--at", "2026-10-12T10:00", "--reason", "断水", NULL);
  assert_text (run_object (paused), "paused_at", "2026-10-12T10:00");
  resumed = run (place, "case", "resume", "N1", "--at", "2026-10-12T14:00", NULL);
  assert_text (run_object (resumed), "deadline", "2026-10-12T15:00");
  extended = run (place, "case", "extend", "N1", "--until", "2026-10-13T12:00", "--reason",
                  "平台同意", "--at", "2026-10-12T14:10", NULL);
  assert_text (run_object (extended), "deadline", "2026-10-13T12:00");
  replied = run (place, "case", "reply", "N1", "--at", "2026-10-13T12:00", NULL);
  assert_text (run_object (replied), "state", "replied");
  assert_words (run_object (replied), "proposed", "");
  neither = run (place, "case", "verify", "N1", NULL);
  assert_refused (neither, 2);
  passed = run (place, "case", "verify", "N1", "--passed", "--at", "2026-10-14T09:00", NULL);
  assert_text (run_object (passed), "state", "closed");
  shown = run (place, "case", "show", "N1", NULL);
  g_assert_cmpuint (json_array_get_length (
                        json_object_get_array_member (run_object (shown), "events")),
                    ==, 6);
}

static void
test_set_and_withdraw (void)
{
  g_autoptr (Place) place = place_new_compound ();
  g_autoptr (Run) changed = NULL;
  g_autoptr (Run) withdrawn = NULL;
  g_autoptr (Run) reinstated = NULL;
  g_autoptr (Run) undone = NULL;
  g_autoptr (Run) shown = NULL;

  add_case (place, "N1", "2026-10-12T09:00");
  changed = run (place, "case", "set", "N1", "--code", "A1-01", "--number", "N9", NULL);
  assert_text (run_object (changed), "deadline", "2026-10-15T17:30");
  withdrawn = run (place, "case", "withdraw", "N9", "--at", "2026-10-12T10:00", "--reason",
                   "重复派单", NULL);
  assert_text (run_object (withdrawn), "state", "withdrawn");
  reinstated = run (place, "case", "reinstate", "N9", "--at", "2026-10-12T10:10", "--reason",
                    "误撤", NULL);
  assert_text (run_object (reinstated), "state", "received");
  undone = run (place, "undo", NULL);
  assert_code (undone, 0);
  shown = run (place, "case", "show", "N9", NULL);
  assert_text (run_object (shown), "state", "withdrawn");
}

static void
test_list (void)
{
  g_autoptr (Place) place = place_new_compound ();
  g_autoptr (Run) october = NULL;
  g_autoptr (Run) year = NULL;
  g_autoptr (Run) wrong = NULL;
  g_autoptr (Run) unknown = NULL;
  g_autoptr (Run) table = NULL;

  add_case (place, "N2", "2026-10-12T09:00");
  add_case (place, "N1", "2026-11-12T09:00");
  october = run (place, "list", "cases", "--period", "2026-10", NULL);
  g_assert_cmpuint (json_array_get_length (run_array (october)), ==, 1);
  assert_members (json_array_get_object_element (run_array (october), 0), CASE_MEMBERS);
  year = run (place, "list", "cases", "--period", "2026", NULL);
  g_assert_cmpuint (json_array_get_length (run_array (year)), ==, 2);
  assert_text (json_array_get_object_element (run_array (year), 0), "number", "N1");
  wrong = run (place, "list", "cases", "--period", "2026-13", NULL);
  g_assert_cmpint (wrong->code, !=, 0);
  unknown = run (place, "case", "show", "N3", NULL);
  assert_refused (unknown, 1);
  table = run (place, "-", "list", "cases", NULL);
  assert_code (table, 0);
  g_assert_nonnull (strstr (table->out, "2026-10-12 11:00"));
}

#define HEADS "案卷号,级别,小区名称,小类名称,位置,派遣时间,回复时间\n"
#define N1 "N1,市级,示例花园,清扫保洁不干净,3号楼,2026-10-12 09:00:00,\n"
#define N1_REPLIED "N1,市级,示例花园,清扫保洁不干净,3号楼,2026-10-12 09:00:00,2026-10-12 11:01:00\n"

static void
assert_counts (const Run *import, const char *verdict, gint64 n)
{
  g_assert_cmpint (json_object_get_int_member (run_object (import), verdict), ==, n);
}

static void
test_import (void)
{
  g_autoptr (Place) place = place_new_compound ();
  g_autofree char *first = place_write (place, "first.csv", HEADS N1);
  g_autofree char *later
      = place_write (place, "later.csv",
                     HEADS N1_REPLIED "N2,区级,示例花园,A1-01,,2026-10-13 10:00,\n");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (Run) rehearsed = run (place, "import", first, "--as", "cases", "--dry-run", NULL);
  g_autoptr (Run) written = run (place, "import", first, "--as", "cases", NULL);
  g_autoptr (Run) again = run (place, "import", first, "--as", "cases", NULL);
  g_autoptr (Run) changed = NULL;
  g_autoptr (Run) shown = NULL;
  g_autoptr (Run) undone = NULL;

  assert_code (rehearsed, 0);
  assert_members (run_object (rehearsed),
                  "batch:N shape:s rows:a new:n same:n changed:n doubtful:n refused:n");
  assert_members (json_array_get_object_element (json_object_get_array_member (run_object (
                                                                                   rehearsed),
                                                                               "rows"),
                                                 0),
                  "sheet:s row:n verdict:s reason:S column:S name:s");
  assert_counts (written, "new", 1);
  assert_counts (again, "same", 1);
  before = state_of (place);
  changed = run (place, "import", later, "--as", "cases", NULL);
  assert_counts (changed, "changed", 1);
  assert_counts (changed, "new", 1);
  shown = run (place, "case", "show", "N1", NULL);
  assert_text (run_object (shown), "replied_at", "2026-10-12T11:01");
  assert_words (run_object (shown), "proposed", "overdue");
  undone = run (place, "import", "undo", "2", NULL);
  assert_code (undone, 0);
  g_clear_pointer (&shown, run_free);
  shown = run (place, "case", "show", "N1", NULL);
  assert_text (run_object (shown), "replied_at", NULL);
  after = state_of (place);
  g_assert_cmpstr (before, !=, after); /* the log has the undo */
}

static void
test_import_refused (void)
{
  g_autoptr (Place) place = place_new_compound ();
  g_autofree char *path
      = place_write (place, "cases.csv", HEADS N1 "N2,市级,海洋公寓,A1-08,,2026-10-12 09:00,\n");
  g_autofree char *wrong = place_write (place, "wrong.csv", "甲,乙\n1,2\n");
  g_autofree char *out = place_path (place, "refused.csv");
  g_autofree char *before = state_of (place);
  g_autofree char *after = NULL;
  g_autofree char *csv = NULL;
  g_autoptr (Run) refused
      = run (place, "import", path, "--as", "cases", "--refused-out", out, NULL);
  g_autoptr (Run) no_table = run (place, "import", wrong, "--as", "cases", NULL);
  g_autoptr (Run) level = run (place, "import", path, "--as", "cases", "--level", "town", NULL);
  g_autoptr (Run) skipped = NULL;

  assert_code (refused, 1);
  assert_says (refused, "海洋公寓");
  g_assert_true (g_file_get_contents (out, &csv, NULL, NULL));
  g_assert_nonnull (strstr (csv, "海洋公寓"));
  assert_code (no_table, 1);
  assert_code (level, 2);
  after = state_of (place);
  g_assert_cmpstr (before, ==, after);
  skipped = run (place, "import", path, "--as", "cases", "--skip-refused", NULL);
  assert_code (skipped, 0);
  assert_counts (skipped, "new", 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/cases/add", test_add);
  g_test_add_func ("/cli/cases/limit-and-deadline", test_limit_and_deadline);
  for (guint i = 0; i < G_N_ELEMENTS (refused_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/cases/refused/", refused_cases[i].name, NULL);

      g_test_add_data_func (path, &refused_cases[i], test_refused);
    }
  g_test_add_func ("/cli/cases/number-taken", test_number_taken);
  g_test_add_func ("/cli/cases/late-reply", test_late_reply);
  g_test_add_func ("/cli/cases/fault", test_fault);
  g_test_add_func ("/cli/cases/procedure", test_procedure);
  g_test_add_func ("/cli/cases/steps", test_steps);
  g_test_add_func ("/cli/cases/set-and-withdraw", test_set_and_withdraw);
  g_test_add_func ("/cli/cases/list", test_list);
  g_test_add_func ("/cli/cases/import", test_import);
  g_test_add_func ("/cli/cases/import-refused", test_import_refused);
  return g_test_run ();
}
