/* SPDX-License-Identifier: GPL-3.0-or-later */
/* deadline, worktime, calendar …: counted and explained, seen, imported, marked, set [CLI.md;
 * RULINGS Time]. */
#include "config.h"

#include <string.h>

#include "harness.h"

/* (transfer full): "name from/to from/to" of the members of an array of objects */
static char *
tell (JsonObject *object, const char *array, const char *first, const char *second)
{
  JsonArray *elements = json_object_get_array_member (object, array);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (elements); i++)
    {
      JsonObject *element = json_array_get_object_element (elements, i);

      g_string_append_printf (text, "%s%s/%s", i > 0 ? " " : "",
                              json_object_get_string_member (element, first) + 5,
                              json_object_get_string_member (element, second));
    }
  return g_string_free (text, FALSE);
}

typedef struct
{
  const char *name;
  const char *from;
  const char *limit;
  const char *deadline;
  gboolean provisional;
  const char *sessions;
  const char *skipped;
} DeadlineCase;

static const DeadlineCase deadline_cases[] = {
  { "fills-the-session", "2026-10-15T10:00", "2h", "2026-10-15T12:00", FALSE,
    "10-15T10:00/2026-10-15T12:00", "" },
  { "at-noon", "2026-10-15T12:00", "1h", "2026-10-15T15:00", FALSE, "10-15T14:00/2026-10-15T15:00",
    "" },
  { "days", "2026-10-16T23:00", "1d", "2026-10-19T17:30", FALSE,
    "10-19T08:30/2026-10-19T12:00 10-19T14:00/2026-10-19T17:30", "10-17/weekend 10-18/weekend" },
  { "holiday", "2026-09-30T17:00", "1h", "2026-10-08T09:00", FALSE,
    "09-30T17:00/2026-09-30T17:30 10-08T08:30/2026-10-08T09:00",
    "10-01/国庆节 10-02/国庆节 10-03/国庆节 10-04/国庆节 10-05/国庆节 10-06/国庆节 10-07/国庆节" },
  { "provisional", "2027-03-01T09:00", "1h", "2027-03-01T10:00", TRUE,
    "03-01T09:00/2027-03-01T10:00", "" },
  { "date-only", "2026-10-15", "1h", "2026-10-15T09:30", FALSE, "10-15T08:30/2026-10-15T09:30",
    "" },
};

/* In a home without any ledger: the built-in calendar counts. */
static void
test_deadline (gconstpointer data)
{
  const DeadlineCase *c = data;
  g_autoptr (Place) place = place_new ();
  g_autoptr (Run) told = run_bare (place, NULL, "deadline", "--json", "--from", c->from, "--limit",
                                   c->limit, "--explain", NULL);
  JsonObject *object = run_object (told);

  assert_code (told, 0);
  assert_members (object, "deadline:s provisional:b sessions:a skipped:a");
  g_assert_cmpstr (json_object_get_string_member (object, "deadline"), ==, c->deadline);
  g_assert_cmpint (json_object_get_boolean_member (object, "provisional"), ==, c->provisional);
  g_autofree char *sessions = tell (object, "sessions", "from", "to");
  g_autofree char *skipped = tell (object, "skipped", "date", "reason");
  g_assert_cmpstr (sessions, ==, c->sessions);
  g_assert_cmpstr (skipped, ==, c->skipped);
}

static void
test_deadline_in_words (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (Run) bare
      = run_bare (place, NULL, "deadline", "--from", "2026-09-30T17:00", "--limit", "1h", NULL);
  g_autoptr (Run) told = run_bare (place, NULL, "--lang", "zh", "deadline", "--from",
                                   "2026-10-16T09:00", "--limit", "1d", "--explain", NULL);

  assert_code (bare, 0);
  g_assert_cmpstr (bare->out, ==, "2026-10-08T09:00\n");
  assert_code (told, 0);
  g_assert_nonnull (strstr (told->out, "2026-10-17"));
  g_assert_nonnull (strstr (told->out, "周末"));
  g_assert_true (g_str_has_suffix (told->out, "\n2026-10-19T17:30\n"));
}

static void
test_worktime (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (Run) told = run_bare (place, NULL, "worktime", "--json", "--from", "2026-10-16T11:00",
                                   "--to", "2026-10-19T09:00", NULL);
  JsonObject *object = run_object (told);

  assert_code (told, 0);
  assert_members (object, "minutes:n sessions:a skipped:a");
  /* Friday 11:00-12:00, 14:00-17:30, Monday 8:30-9:00. */
  g_assert_cmpint (json_object_get_int_member (object, "minutes"), ==, 60 + 210 + 30);
  g_autofree char *sessions = tell (object, "sessions", "from", "to");
  g_autofree char *skipped = tell (object, "skipped", "date", "reason");
  g_assert_cmpstr (sessions, ==,
                   "10-16T11:00/2026-10-16T12:00 10-16T14:00/2026-10-16T17:30 "
                   "10-19T08:30/2026-10-19T09:00");
  g_assert_cmpstr (skipped, ==, "10-17/weekend 10-18/weekend");
}

typedef struct
{
  const char *name;
  const char *words; /* parted by | */
  int code;
  const char *says;
} Refused;

static const Refused refused[] = {
  { "no-from", "deadline|--limit|3d", 2, "--from" },
  { "no-limit", "deadline|--from|2026-10-15T10:00", 2, "--limit" },
  { "no-instant", "deadline|--from|yesterday|--limit|3d", 2, "2026-10-15T08:30" },
  { "no-unit", "deadline|--from|2026-10-15T10:00|--limit|3", 2, "3d" },
  { "zero", "deadline|--from|2026-10-15T10:00|--limit|0h", 2, "3d" },
  { "beyond", "deadline|--from|9998-12-31T17:00|--limit|1d", 1, "9998" },
  { "backwards", "worktime|--from|2026-10-15T10:00|--to|2026-10-15T09:00", 2, "earlier" },
  { "no-year", "calendar|show|MMXXVI", 2, "year" },
  { "year-1969", "calendar|show|1969", 2, "year" },
  { "no-date", "calendar|set|2026-02-30|off|--reason|示例", 2, "2026-10-15" },
  { "no-mark", "calendar|set|2026-10-15|free|--reason|示例", 2, "plain" },
  { "no-reason", "calendar|set|2026-10-15|off", 2, "--reason" },
  { "empty-reason", "calendar|set|2026-10-15|off|--reason| ", 1, "reason" },
  { "no-file", "calendar|import|no-such.json", 1, "no-such.json" },
  { "summer-alone", "calendar|timetable|--summer|06-15", 2, "--summer" },
  { "summer-day", "calendar|timetable|--summer|06-31|09-15|8:00-12:00", 2, "06-31" },
  { "summer-last-day", "calendar|timetable|--summer|06-15|09-31|8:00-12:00", 2, "09-31" },
  { "summer-sessions", "calendar|timetable|--summer|06-15|09-15|8-12", 2, "8-12" },
  { "two-at-once", "calendar|timetable|--no-summer|--ordinary|8:00-12:00", 2, "--no-summer" },
  { "overlap", "calendar|timetable|--ordinary|8:00-12:00 11:00-13:00", 2, "11:00-13:00" },
};

static void
test_refused (gconstpointer data)
{
  const Refused *c = data;
  Place *place = place_shared_registry ();
  g_autofree char *before = state_of (place);
  g_auto (GStrv) words = g_strsplit (c->words, "|", -1);
  guint n = g_strv_length (words);
  g_autoptr (Run) told
      = run (place, words[0], n > 1 ? words[1] : NULL, n > 2 ? words[2] : NULL,
             n > 3 ? words[3] : NULL, n > 4 ? words[4] : NULL, n > 5 ? words[5] : NULL, NULL);
  g_autofree char *after = state_of (place);

  assert_refused (told, c->code);
  assert_says (told, c->says);
  g_assert_cmpstr (after, ==, before);
}

static void
test_show (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (Run) known = run_bare (place, NULL, "calendar", "show", "2026", "--json", NULL);
  g_autoptr (Run) unknown = run_bare (place, NULL, "calendar", "show", "2027", "--json", NULL);
  JsonObject *object = run_object (known);
  JsonObject *first
      = json_array_get_object_element (json_object_get_array_member (object, "days"), 0);

  assert_members (object, "year:n known:b days:a working_days:n sessions:s summer:O");
  g_assert_true (json_object_get_boolean_member (object, "known"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "days")), ==, 39);
  assert_members (first, "date:s mark:s name:s");
  g_assert_cmpstr (json_object_get_string_member (first, "date"), ==, "2026-01-01");
  g_assert_cmpstr (json_object_get_string_member (first, "mark"), ==, "off");
  g_assert_cmpstr (json_object_get_string_member (first, "name"), ==, "元旦");
  g_assert_cmpstr (json_object_get_string_member (object, "sessions"), ==,
                   "8:30-12:00 14:00-17:30");
  object = run_object (unknown);
  g_assert_false (json_object_get_boolean_member (object, "known"));
  g_assert_cmpint (json_object_get_int_member (object, "working_days"), ==, 261);
}

/* Marked, counted, and plain again. */
static void
test_set (void)
{
  g_autoptr (Place) place = place_new_registry ();
  g_autoptr (Run) tried
      = run (place, "calendar", "set", "2026-10-15", "off", "--reason", "示例", "--dry-run", NULL);
  g_autoptr (Run) not_yet
      = run (place, "deadline", "--from", "2026-10-14T09:00", "--limit", "1d", NULL);
  g_autoptr (Run) set = run (place, "calendar", "set", "2026-10-15", "off", "--reason", "停电",
                             "--name", "停电日", NULL);
  g_autoptr (Run) then
      = run (place, "deadline", "--from", "2026-10-14T09:00", "--limit", "1d", NULL);
  g_autoptr (Run) plain
      = run (place, "calendar", "set", "2026-10-15", "plain", "--reason", "示例", NULL);
  g_autoptr (Run) again
      = run (place, "deadline", "--from", "2026-10-14T09:00", "--limit", "1d", NULL);

  assert_members (run_object (tried), "days:a same:n moved:a dry_run:b change:N");
  g_assert_true (json_object_get_null_member (run_object (tried), "change"));
  g_assert_cmpstr (json_object_get_string_member (run_object (not_yet), "deadline"), ==,
                   "2026-10-15T17:30");
  assert_members (run_object (set), "days:a same:n moved:a dry_run:b change:n");
  g_autofree char *skipped = tell (run_object (then), "skipped", "date", "reason");
  g_assert_cmpstr (skipped, ==, "10-15/停电日");
  g_assert_cmpstr (json_object_get_string_member (run_object (then), "deadline"), ==,
                   "2026-10-16T17:30");
  assert_code (plain, 0);
  g_assert_cmpstr (json_object_get_string_member (run_object (again), "deadline"), ==,
                   "2026-10-15T17:30");
}

#define DAY(date, off) "{\"name\":\"元旦\",\"date\":\"" date "\",\"isOffDay\":" off "}"

static void
test_import (void)
{
  g_autoptr (Place) place = place_new_registry ();
  g_autofree char *good
      = place_write (place, "2027.json",
                     "{\"year\":2027,\"days\":[" DAY ("2027-01-01", "true") "," DAY ("2027-01-09",
                                                                                     "false") "]}");
  g_autofree char *bad
      = place_write (place, "bad.json",
                     "{\"year\":2027,\"days\":[" DAY ("2027-01-01", "true") "," DAY ("2027-01-01",
                                                                                     "false") "]}");
  g_autofree char *before = state_of (place);
  g_autoptr (Run) conflict = run (place, "calendar", "import", bad, NULL);
  g_autoptr (Run) tried = run (place, "calendar", "import", good, "--dry-run", NULL);
  g_autofree char *after = state_of (place);

  assert_refused (conflict, 1);
  assert_says (conflict, "2027-01-01");
  assert_code (tried, 0);
  g_assert_cmpstr (after, ==, before);
  g_autofree char *days = tell (run_object (tried), "days", "date", "after");
  g_assert_cmpstr (days, ==, "01-01/off 01-09/work");

  g_autoptr (Run) done = run (place, "calendar", "import", good, NULL);
  g_autoptr (Run) due
      = run (place, "deadline", "--from", "2026-12-31T09:00", "--limit", "1d", NULL);
  g_autoptr (Run) same = run (place, "calendar", "import", good, NULL);
  g_autoptr (Run) undone = run (place, "undo", NULL);
  g_autoptr (Run) due_again
      = run (place, "deadline", "--from", "2026-12-31T09:00", "--limit", "1d", NULL);

  g_assert_cmpint (json_object_get_int_member (run_object (done), "year"), ==, 2027);
  g_assert_cmpstr (json_object_get_string_member (run_object (due), "deadline"), ==,
                   "2027-01-04T17:30");
  g_assert_false (json_object_get_boolean_member (run_object (due), "provisional"));
  g_assert_cmpint (json_object_get_int_member (run_object (same), "same"), ==, 2);
  g_assert_true (json_object_get_null_member (run_object (same), "change"));
  assert_code (undone, 0);
  g_assert_cmpstr (json_object_get_string_member (run_object (due_again), "deadline"), ==,
                   "2027-01-01T17:30");
  g_assert_true (json_object_get_boolean_member (run_object (due_again), "provisional"));
}

static void
test_timetable (void)
{
  g_autoptr (Place) place = place_new_registry ();
  g_autoptr (Run) set = run (place, "calendar", "timetable", "--summer", "06-15", "09-15",
                             "8:00-12:00", "15:00-18:00", NULL);
  g_autoptr (Run) shown = run (place, "calendar", "timetable", NULL);
  g_autoptr (Run) due
      = run (place, "deadline", "--from", "2026-07-01T11:00", "--limit", "2h", NULL);
  g_autoptr (Run) none = run (place, "calendar", "timetable", "--no-summer", NULL);
  g_autoptr (Run) ordinary
      = run (place, "calendar", "timetable", "--ordinary", "9:00-12:00，13:00-17:00", NULL);
  g_autoptr (Run) later
      = run (place, "deadline", "--from", "2026-07-01T11:00", "--limit", "2h", NULL);
  JsonObject *summer;

  assert_code (set, 0);
  assert_members (run_object (shown), "sessions:s summer:o");
  summer = json_object_get_object_member (run_object (shown), "summer");
  assert_members (summer, "from:s to:s sessions:s");
  g_assert_cmpstr (json_object_get_string_member (summer, "sessions"), ==,
                   "8:00-12:00 15:00-18:00");
  g_assert_cmpstr (json_object_get_string_member (run_object (due), "deadline"), ==,
                   "2026-07-01T16:00");
  assert_code (none, 0);
  assert_code (ordinary, 0);
  g_assert_cmpstr (json_object_get_string_member (run_object (later), "deadline"), ==,
                   "2026-07-01T14:00");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (deadline_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/deadline/", deadline_cases[i].name, NULL);

      g_test_add_data_func (path, &deadline_cases[i], test_deadline);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/calendar/refused/", refused[i].name, NULL);

      g_test_add_data_func (path, &refused[i], test_refused);
    }
  g_test_add_func ("/cli/deadline/words", test_deadline_in_words);
  g_test_add_func ("/cli/worktime", test_worktime);
  g_test_add_func ("/cli/calendar/show", test_show);
  g_test_add_func ("/cli/calendar/set", test_set);
  g_test_add_func ("/cli/calendar/import", test_import);
  g_test_add_func ("/cli/calendar/timetable", test_timetable);
  return g_test_run ();
}
