/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ledger …: what it prints, what it refuses, and that tampering is found [CLI.md]. */
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "harness.h"
#include "ledger-job.h"

static void
test_init (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (Run) made
      = run (place, "ledger", "init", place->ledger, "--office", "桑村镇建设局", NULL);
  g_autofree char *file = g_build_filename (place->ledger, "ledger.yardstick", NULL);
  g_autoptr (Run) info = run (place, "ledger", "info", NULL);

  g_assert_cmpstr (json_object_get_string_member (run_object (made), "ledger"), ==, place->ledger);
  g_assert_true (g_file_test (file, G_FILE_TEST_IS_REGULAR));
  /* The name says the level. */
  g_assert_cmpstr (json_object_get_string_member (run_object (info), "level"), ==, "town");
}

typedef struct
{
  const char *level;
} Level;

static const Level levels[] = { { "town" }, { "subdistrict" }, { "district" } };

static void
test_init_level (gconstpointer data)
{
  const Level *level = data;
  g_autoptr (Place) place = place_new ();
  g_autoptr (Run) made = run (place, "ledger", "init", place->ledger, "--office", "示例科",
                              "--level", level->level, NULL);
  g_autoptr (Run) info = run (place, "ledger", "info", NULL);

  assert_code (made, 0);
  g_assert_cmpstr (json_object_get_string_member (run_object (info), "level"), ==, level->level);
}

static void
test_init_refuses_full_folder (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *kept = NULL;
  g_autoptr (Run) made = NULL;
  g_autoptr (GDir) dir = NULL;

  g_mkdir (place->ledger, 0700);
  kept = place_write (place, "台账/letter.txt", "mine");
  made = run (place, "ledger", "init", place->ledger, "--office", "甲", NULL);
  assert_refused (made, 1);
  dir = g_dir_open (place->ledger, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "letter.txt");
  g_assert_null (g_dir_read_name (dir));
}

static void
test_init_refuses_ledger (void)
{
  g_autoptr (Place) place = place_new_ledger ();
  g_autofree char *before = state_of (place);
  g_autoptr (Run) again = run (place, "ledger", "init", place->ledger, "--office", "乙", NULL);
  g_autofree char *after = state_of (place);

  assert_refused (again, 1);
  g_assert_cmpstr (before, ==, after);
}

static void
test_info (void)
{
  Place *place = place_shared_registry ();
  g_autoptr (Run) info = run (place, "ledger", "info", "--now", "2026-10-13T09:00", NULL);
  JsonObject *object = run_object (info);
  JsonObject *counts;

  assert_members (object,
                  "office:s level:s schema_version:n counts:o last_backup:S next_dispatch:s");
  g_assert_cmpstr (json_object_get_string_member (object, "office"), ==, "山城街道物管科");
  g_assert_cmpint (json_object_get_int_member (object, "schema_version"), >=, 1);
  /* Due on the 1st and the 15th [004 annex 5, note 2]. */
  g_assert_cmpstr (json_object_get_string_member (object, "next_dispatch"), ==, "2026-10-15");
  counts = json_object_get_object_member (object, "counts");
  assert_members (counts, "compounds:n communities:n companies:n contacts:n batches:n "
                          "submissions:n audit_lines:n");
  /* 20 of annex 3 and 21 of annex 4 [004]. */
  g_assert_cmpint (json_object_get_int_member (counts, "compounds"), ==, 41);
  g_assert_cmpint (json_object_get_int_member (counts, "communities"), ==, 4);
  g_assert_cmpint (json_object_get_int_member (counts, "submissions"), ==, 0);
}

typedef struct
{
  const char *now;
  const char *due;
} Due;

static const Due dues[] = {
  { "2026-10-01T00:00", "2026-10-01" }, { "2026-10-02T00:00", "2026-10-15" },
  { "2026-10-15T23:59", "2026-10-15" }, { "2026-10-16T00:00", "2026-11-01" },
  { "2026-12-16", "2027-01-01" },
};

static void
test_next_dispatch (gconstpointer data)
{
  const Due *due = data;
  g_autoptr (Place) place = place_new_ledger ();
  g_autofree char *variable = g_strdup_printf ("YARDSTICK_NOW=%s", due->now);
  g_autoptr (Run) given = run (place, "ledger", "info", "--now", due->now, NULL);
  g_autoptr (Run) named
      = run_bare (place, variable, "--ledger", place->ledger, "ledger", "info", "--json", NULL);

  g_assert_cmpstr (json_object_get_string_member (run_object (given), "next_dispatch"), ==,
                   due->due);
  g_assert_cmpstr (json_object_get_string_member (run_object (named), "next_dispatch"), ==,
                   due->due);
}

/* --now moves the rules, never the audit log's clock [RULINGS]. */
static void
test_now_is_not_the_logs (void)
{
  g_autoptr (Place) place = place_new_ledger ();
  g_autoptr (Run) added = run (place, "add", "compound", "甲园", "--community", "甲社区", "--now",
                               "2001-02-03T04:05", NULL);
  g_autoptr (Run) log = run (place, "log", NULL);

  assert_code (added, 0);
  g_assert_null (strstr (log->out, "2001-02-03"));
}

static void
test_verify_sound (void)
{
  Place *place = place_shared_registry ();
  g_autoptr (Run) verified = run (place, "ledger", "verify", NULL);
  g_autoptr (Run) told = run (place, "-", "ledger", "verify", NULL);
  g_autoptr (Run) log = run (place, "log", NULL);
  JsonObject *object = run_object (verified);

  assert_members (object, "ok:b audit_lines:n first_broken:N problems:a");
  g_assert_true (json_object_get_boolean_member (object, "ok"));
  g_assert_true (json_object_get_null_member (object, "first_broken"));
  g_assert_cmpint (json_array_get_length (json_object_get_array_member (object, "problems")), ==,
                   0);
  g_assert_cmpint (json_object_get_int_member (object, "audit_lines"), ==,
                   json_array_get_length (run_array (log)));
  assert_code (told, 0);
}

/* What someone with the file and an SQLite tool could do; the triggers go first. */
typedef struct
{
  const char *name;
  const char *sql;
  gint64 first_broken; /* 0: any */
} Tampering;

static const Tampering tamperings[] = {
  { "who", "UPDATE audit SET user = '别人' WHERE seq = 3", 3 },
  { "when", "UPDATE audit SET at = at - 86400 WHERE seq = 4", 4 },
  { "what", "UPDATE audit SET after = replace (after, '\"name\"', '\"nome\"') WHERE seq = 5", 5 },
  { "hash", "UPDATE audit SET hash = lower (hex (randomblob (32))) WHERE seq = 6", 0 },
  { "line-removed", "DELETE FROM audit WHERE seq = 4", 0 },
  { "first-line", "UPDATE audit SET action = 'set' WHERE seq = 1", 1 },
};

static void
alter (Place *place, const char *sql)
{
  g_autofree char *file = g_build_filename (place->ledger, "ledger.yardstick", NULL);
  g_autofree char *all
      = g_strconcat ("DROP TRIGGER audit_frozen_update; DROP TRIGGER audit_frozen_delete;", sql,
                     NULL);
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open_v2 (file, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  if (sqlite3_exec (db, all, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s", message);
  g_assert_cmpint (sqlite3_changes (db), ==, 1);
  sqlite3_close (db);
}

static void
test_verify_tampered (gconstpointer data)
{
  const Tampering *tampering = data;
  g_autoptr (Place) place = place_new_registry ();
  g_autoptr (Run) verified = NULL;
  JsonObject *object;

  alter (place, tampering->sql);
  verified = run (place, "ledger", "verify", NULL);
  assert_code (verified, 3);
  g_assert_nonnull (verified->json);
  object = json_node_get_object (verified->json);
  assert_members (object, "ok:b audit_lines:n first_broken:n problems:a");
  g_assert_false (json_object_get_boolean_member (object, "ok"));
  if (tampering->first_broken != 0)
    g_assert_cmpint (json_object_get_int_member (object, "first_broken"), ==,
                     tampering->first_broken);
  else
    g_assert_cmpint (json_object_get_int_member (object, "first_broken"), >, 1);
  g_assert_cmpint (json_array_get_length (json_object_get_array_member (object, "problems")), >=,
                   1);
  assert_says (verified, "audit line");
}

/* The log is whole, but a row is not what it says: noticed as well. */
static void
test_verify_row_changed (void)
{
  g_autoptr (Place) place = place_new_registry ();
  g_autoptr (Run) verified = NULL;

  alter (place, "UPDATE compound SET phone = '13900000000' WHERE id = 1");
  verified = run (place, "ledger", "verify", NULL);
  assert_code (verified, 3);
  g_assert_nonnull (verified->json);
  g_assert_false (json_object_get_boolean_member (json_node_get_object (verified->json), "ok"));
}

static void
test_damaged_file (void)
{
  g_autoptr (Place) place = place_new_ledger ();
  g_autofree char *file = place_write (place, "台账/ledger.yardstick",
                                       "this is no database, and long enough to be looked at");
  g_autoptr (Run) info = run (place, "ledger", "info", NULL);
  g_autoptr (Run) set = run (place, "add", "compound", "甲", "--community", "乙", NULL);

  assert_refused (info, 3);
  assert_refused (set, 3);
}

static void
test_backup_and_restore (void)
{
  g_autoptr (Place) place = place_new_registry ();
  g_autofree char *file = place_path (place, "备份.yardstick");
  g_autofree char *other = place_path (place, "restored");
  g_autofree char *before = state_of (place);
  g_autoptr (Run) saved = run (place, "ledger", "backup", "-o", file, NULL);
  g_autoptr (Run) restored = run (place, "ledger", "restore", file, "--to", other, NULL);
  g_autofree char *after = NULL;

  g_assert_cmpstr (json_object_get_string_member (run_object (saved), "file"), ==, file);
  assert_code (restored, 0);
  g_free (place->ledger);
  place->ledger = g_strdup (other);
  after = state_of (place);
  g_assert_cmpstr (before, ==, after);
}

static void
test_backup_by_itself (void)
{
  g_autoptr (Place) place = place_new_ledger ();
  g_autoptr (Run) saved = run (place, "ledger", "backup", NULL);
  g_autoptr (Run) info = run (place, "ledger", "info", NULL);
  const char *path = json_object_get_string_member (run_object (saved), "file");

  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  g_assert_true (g_str_has_prefix (path, place->ledger));
  assert_members (run_object (info), "last_backup:s");
}

/* A copy put over an open ledger's file would lose what its log holds. */
static void
test_backup_never_over (void)
{
  g_autoptr (Place) place = place_new_registry ();
  g_autofree char *file = g_build_filename (place->ledger, "ledger.yardstick", NULL);
  g_autofree char *before = state_of (place);
  g_autoptr (Run) over = run (place, "ledger", "backup", "-o", file, NULL);
  g_autoptr (Run) folder = run (place, "ledger", "backup", "-o", place->ledger, NULL);
  g_autofree char *nowhere = place_path (place, "missing/b.yardstick");
  g_autoptr (Run) lost = run (place, "ledger", "backup", "-o", nowhere, NULL);
  g_autofree char *after = state_of (place);

  assert_refused (over, 1);
  assert_says (over, "is a ledger in use");
  assert_refused (folder, 5);
  assert_refused (lost, 5);
  assert_says (lost, "missing/b.yardstick");
  g_assert_cmpstr (before, ==, after);
}

static void
test_restore_never_over (void)
{
  g_autoptr (Place) place = place_new_registry ();
  g_autofree char *file = place_path (place, "backup.yardstick");
  g_autofree char *before = state_of (place);
  g_autoptr (Run) saved = run (place, "ledger", "backup", "-o", file, NULL);
  g_autoptr (Run) restored = run (place, "ledger", "restore", file, "--to", place->ledger, NULL);
  g_autofree char *after = state_of (place);

  assert_code (saved, 0);
  assert_refused (restored, 1);
  g_assert_cmpstr (before, ==, after);
}

static void
test_restore_no_backup (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *file
      = place_write (place, "letter.txt", "Dear office, this is a letter and no backup.");
  g_autofree char *other = place_path (place, "restored");
  g_autoptr (Run) restored = run (place, "ledger", "restore", file, "--to", other, NULL);
  g_autofree char *made = g_build_filename (other, "ledger.yardstick", NULL);

  g_assert_cmpint (restored->code, !=, 0);
  assert_refused (restored, restored->code);
  g_assert_false (g_file_test (made, G_FILE_TEST_EXISTS));
}

/* While someone writes, everyone may read, and a writer is told who holds it. */
static void
test_locked (void)
{
  g_autoptr (Place) place = place_new_ledger ();
  g_autoptr (GError) error = NULL;
  YsLedger *ledger = ys_ledger_job_open (place->ledger, YS_LEDGER_WRITE, "示例乙", 1, NULL, &error);
  g_autoptr (Run) read = run (place, "list", "compounds", NULL);
  g_autoptr (Run) written = run (place, "add", "compound", "甲园", "--community", "甲社区", NULL);

  g_assert_no_error (error);
  assert_code (read, 0);
  assert_refused (written, 3);
  assert_says (written, "示例乙");
  ys_ledger_job_close (ledger);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/ledger/init", test_init);
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_autofree char *path = g_strdup_printf ("/cli/ledger/init/%s", levels[i].level);

      g_test_add_data_func (path, &levels[i], test_init_level);
    }
  g_test_add_func ("/cli/ledger/init/refuses-full-folder", test_init_refuses_full_folder);
  g_test_add_func ("/cli/ledger/init/refuses-ledger", test_init_refuses_ledger);
  g_test_add_func ("/cli/ledger/info", test_info);
  for (guint i = 0; i < G_N_ELEMENTS (dues); i++)
    {
      g_autofree char *path = g_strdup_printf ("/cli/ledger/next-dispatch/%s", dues[i].now);

      g_test_add_data_func (path, &dues[i], test_next_dispatch);
    }
  g_test_add_func ("/cli/ledger/now-is-not-the-logs", test_now_is_not_the_logs);
  g_test_add_func ("/cli/ledger/verify/sound", test_verify_sound);
  for (guint i = 0; i < G_N_ELEMENTS (tamperings); i++)
    {
      g_autofree char *path
          = g_strdup_printf ("/cli/ledger/verify/tampered/%s", tamperings[i].name);

      g_test_add_data_func (path, &tamperings[i], test_verify_tampered);
    }
  g_test_add_func ("/cli/ledger/verify/row-changed", test_verify_row_changed);
  g_test_add_func ("/cli/ledger/damaged-file", test_damaged_file);
  g_test_add_func ("/cli/ledger/backup-and-restore", test_backup_and_restore);
  g_test_add_func ("/cli/ledger/backup-by-itself", test_backup_by_itself);
  g_test_add_func ("/cli/ledger/backup-never-over", test_backup_never_over);
  g_test_add_func ("/cli/ledger/restore-never-over", test_restore_never_over);
  g_test_add_func ("/cli/ledger/restore-no-backup", test_restore_no_backup);
  g_test_add_func ("/cli/ledger/locked", test_locked);

  return g_test_run ();
}
