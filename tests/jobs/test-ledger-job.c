/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening and remembering ledgers, the day's backup, and what a ledger says of itself. */
#include "config.h"

#include "ledger-job.h"

#include "fixture.h"

#include "job-error.h"

#include <glib/gstdio.h>

static YsLedger *
open_ledger (const char *folder, YsLedgerMode mode)
{
  g_autoptr (GError) error = NULL;
  YsLedger *ledger = ys_ledger_job_open (folder, mode, "示例", fixture_now, NULL, &error);

  g_assert_no_error (error);
  return ledger;
}

static char *
create_ledger (Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  YsOffice office = { .name = (char *)"示例镇建设局", .level = YS_LEVEL_TOWN };
  char *folder = g_build_filename (fixture->root, name, NULL);
  YsLedger *ledger = ys_ledger_job_create (folder, &office, "示例", &error);

  g_assert_no_error (error);
  ys_ledger_job_close (ledger);
  return folder;
}

/* (transfer full): the last parts of the recent folders: "乙 甲" */
static char *
recent_names (void)
{
  GString *names = g_string_new (NULL);
  g_auto (GStrv) recent = ys_ledger_job_recent ();

  for (guint i = 0; recent[i] != NULL; i++)
    {
      g_autofree char *name = g_path_get_basename (recent[i]);

      g_string_append_printf (names, "%s%s", i > 0 ? " " : "", name);
    }
  return g_string_free (names, FALSE);
}

#define assert_recent(expected)                                                                    \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *names_ = recent_names ();                                                     \
                                                                                                   \
    g_assert_cmpstr (names_, ==, expected);                                                        \
  }                                                                                                \
  G_STMT_END

/* Newest first, each once; what is gone or forgotten is left out. */
static void
test_recent (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *file = NULL;
  g_autofree char *moved = g_build_filename (fixture->root, "别处", NULL);

  assert_recent ("");
  first = create_ledger (fixture, "甲");
  second = create_ledger (fixture, "乙");
  assert_recent ("乙 甲");
  file = g_build_filename (first, YS_LEDGER_FILE_NAME, NULL);
  ys_ledger_job_close (open_ledger (file, YS_LEDGER_READ_ONLY));
  assert_recent ("甲 乙");
  g_assert_cmpint (g_rename (first, moved), ==, 0);
  assert_recent ("乙");
  g_assert_cmpint (g_rename (moved, first), ==, 0);
  ys_ledger_job_forget (second);
  assert_recent ("甲");
}

/* Given goes before the environment, that before the last one opened. */
static void
test_find (Fixture *fixture, gconstpointer data)
{
  g_autofree char *nothing = ys_ledger_job_find (NULL);
  g_autofree char *last = NULL;
  g_autofree char *environment = NULL;
  g_autofree char *given = NULL;
  g_autofree char *folder = NULL;

  g_assert_null (nothing);
  folder = create_ledger (fixture, "甲");
  last = ys_ledger_job_find (NULL);
  g_assert_cmpstr (last, ==, folder);
  g_setenv ("YARDSTICK_LEDGER", "/from/environment", TRUE);
  environment = ys_ledger_job_find ("");
  given = ys_ledger_job_find ("given");
  g_unsetenv ("YARDSTICK_LEDGER");
  g_assert_cmpstr (environment, ==, "/from/environment");
  g_assert_cmpstr (given, ==, "given");
}

/* The first opening of a day makes a backup, the second finds it there. */
static void
test_daily_backup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GPtrArray) later = NULL;
  g_autofree char *folder = create_ledger (fixture, "甲");
  YsLedger *ledger;

  ys_ledger_job_close (open_ledger (folder, YS_LEDGER_WRITE));
  backups = ys_ledger_job_backups (folder, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (backups->len, >=, 1);

  ledger = open_ledger (folder, YS_LEDGER_WRITE);
  g_assert_cmpint (ys_ledger_job_warnings (ledger) & YS_LEDGER_BACKUP_FAILED, ==, 0);
  ys_ledger_job_close (ledger);
  later = ys_ledger_job_backups (folder, &error);
  g_assert_cmpuint (later->len, ==, backups->len);
}

/* A backup that cannot be written is a warning until one succeeds; the ledger opens. */
static void
test_backup_fails (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = create_ledger (fixture, "甲");
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  g_autofree char *elsewhere = g_build_filename (fixture->root, "copy.yardstick", NULL);
  g_autofree char *written = NULL;
  YsLedger *ledger;

  /* a file where the folder should be */
  g_rmdir (backups);
  g_assert_true (g_file_set_contents (backups, "", 0, &error));
  ledger = open_ledger (folder, YS_LEDGER_WRITE);
  g_assert_cmpint (ys_ledger_job_warnings (ledger) & YS_LEDGER_BACKUP_FAILED, !=, 0);
  written = ys_ledger_job_backup (ledger, elsewhere, fixture_now, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (elsewhere, G_FILE_TEST_IS_REGULAR));
  g_assert_cmpint (ys_ledger_job_warnings (ledger) & YS_LEDGER_BACKUP_FAILED, ==, 0);
  ys_ledger_job_close (ledger);
}

static void
test_summary (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_auto (YsLedgerSummary) summary = { 0 };
  gint64 gone = fixture_add (fixture, "梅花园", "梅园社区", NULL);

  fixture_add (fixture, "龙珠百合", "梅园社区", "company=示例安和物业", NULL);
  fixture_add (fixture, "锦绣花园", "紫薇社区", NULL);
  g_assert_true (ys_registry_withdraw (fixture->ledger, gone, "已拆迁", fixture_today, NULL));
  ys_ledger_job_summary (fixture->ledger, fixture_today, &summary, &error);
  g_assert_no_error (error);

  g_assert_cmpstr (summary.office.name, ==, "示例街道物管科");
  g_assert_cmpint (summary.office.level, ==, YS_LEVEL_SUBDISTRICT);
  g_assert_cmpint (summary.schema_version, >=, 1);
  g_assert_cmpint (summary.n_communities, ==, 2);
  g_assert_cmpint (summary.n_companies, ==, 1);
  g_assert_cmpint (summary.n_compounds, ==, 2);
  g_assert_cmpint (summary.n_withdrawn, ==, 1);
  g_assert_cmpint (summary.n_contacts, ==, 0);
  g_assert_cmpint (summary.n_batches, ==, 0);
  g_assert_cmpint (summary.n_submissions, ==, 0);
  /* office; two and three of the adds, two of the last, one withdrawal */
  g_assert_cmpint (summary.n_audit_lines, ==, 1 + 2 + 2 + 2 + 1);
  g_assert_cmpint (ys_date_compare (summary.next_dispatch, (YsDate){ 2026, 10, 15 }), ==, 0);
}

static void
test_office (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  YsOffice *office = ys_ledger_job_office (fixture->ledger, &error);
  YsOffice *stored;

  g_assert_no_error (error);
  g_free (office->email);
  office->email = g_strdup ("wuyeke@example.org");
  g_assert_true (ys_ledger_job_set_office (fixture->ledger, office, &error));
  stored = ys_ledger_job_office (fixture->ledger, &error);
  g_assert_true (ys_record_equal (&ys_office_type, stored, office));
  g_assert_cmpint (stored->id, ==, office->id);

  g_clear_pointer (&office->name, g_free);
  g_assert_false (ys_ledger_job_set_office (fixture->ledger, office, &error));
  g_assert_error (error, YS_VALUE_ERROR, YS_VALUE_ERROR_MISSING);
  ys_record_free (&ys_office_type, office);
  ys_record_free (&ys_office_type, stored);
}

static void
test_settings (Fixture *fixture, gconstpointer data)
{
  g_autofree char *nothing = ys_ledger_job_get_setting (fixture->ledger, "columns");
  g_autofree char *kept = NULL;

  g_assert_null (nothing);
  g_assert_true (ys_ledger_job_set_setting (fixture->ledger, "columns", "name,class", NULL));
  kept = ys_ledger_job_get_setting (fixture->ledger, "columns");
  g_assert_cmpstr (kept, ==, "name,class");
}

static void
test_restore (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = NULL;
  g_autofree char *to = g_build_filename (fixture->root, "恢复", NULL);
  g_auto (YsLedgerSummary) summary = { 0 };
  YsLedger *ledger;

  fixture_add (fixture, "龙珠百合", "梅园社区", NULL);
  file = ys_ledger_job_backup (fixture->ledger, NULL, fixture_now, &error);
  g_assert_no_error (error);
  fixture_add (fixture, "锦绣花园", "紫薇社区", NULL);

  ys_ledger_job_restore (file, to, &error);
  g_assert_no_error (error);
  ledger = open_ledger (to, YS_LEDGER_READ_ONLY);
  g_assert_true (ys_ledger_job_summary (ledger, fixture_today, &summary, NULL));
  g_assert_cmpint (summary.n_compounds, ==, 1);
  ys_ledger_job_close (ledger);

  g_assert_false (ys_ledger_job_restore (file, fixture->folder, &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NOT_EMPTY);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/jobs/ledger-job/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_unsetenv ("YARDSTICK_LEDGER");
  /* Each test has its own list of recent ledgers. */
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("recent", test_recent);
  ADD ("find", test_find);
  ADD ("daily-backup", test_daily_backup);
  ADD ("backup-fails", test_backup_fails);
  ADD ("summary", test_summary);
  ADD ("office", test_office);
  ADD ("settings", test_settings);
  ADD ("restore", test_restore);
  return g_test_run ();
}
