/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A full, broken or read-only disk at every step of making, opening, changing, migrating, backing
 * up and restoring a ledger. */
#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "backup-files.h"
#include "backup.h"
#include "fault-sweep.h"
#include "fixture.h"
#include "migration.h"

#define NOW G_GINT64_CONSTANT (1792024200)

static YsLedger *
open_ledger (const char *folder, GError **error)
{
  return ys_ledger_open (folder, YS_LEDGER_WRITE, USER, NULL, error);
}

/* Opens with a working disk and verifies. */
static YsLedger *
open_and_verify (const char *folder)
{
  g_autoptr (GError) error = NULL;
  YsLedger *ledger = open_ledger (folder, &error);
  g_assert_no_error (error);
  fixture_assert_verifies (ledger);
  return ledger;
}

static void
prepare_nothing (const char *folder)
{
}

/* One community (1) with one compound (1), of which there is a backup. */
static void
prepare_ledger (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsLedger) ledger = fixture_create (folder, &error);
  g_assert_no_error (error);
  gint64 community = fixture_add_community (ledger, "梅园社区", NULL);
  fixture_add_compound (ledger, community, "龙珠百合");
}

static gboolean
act_create (const char *folder, GError **error)
{
  g_autoptr (YsLedger) ledger = fixture_create (folder, error);
  return ledger != NULL;
}

/* A failed making leaves nothing and can be tried again. */
static void
check_create (const char *folder, gboolean done)
{
  g_autoptr (YsLedger) ledger = NULL;
  if (done)
    ledger = open_and_verify (folder);
  else
    {
      g_autoptr (GError) error = NULL;
      ledger = fixture_create (folder, &error);
      g_assert_no_error (error);
    }
  g_assert_cmpint (fixture_assert_verifies (ledger), ==, 1);
}

/* Two records in one change. */
static gboolean
change_two (YsLedger *ledger, GError **error)
{
  g_autoptr (YsChange) change = ys_change_begin (ledger, "set", error);
  if (change == NULL)
    return FALSE;
  YsCommunity community = { .id = 1, .name = (char *)"梅园社区", .sort = YS_NUMBER (7) };
  YsCompound compound = {
    .id = 1,
    .name = (char *)"龙珠百合",
    .community_id = 1,
    .class = YS_CLASS_3,
  };
  return ys_change_update (change, &ys_community_type, &community, NULL, error)
         && ys_change_update (change, &ys_compound_type, &compound, NULL, error)
         && ys_change_commit (change, NULL, error);
}

static gboolean
act_change (const char *folder, GError **error)
{
  g_autoptr (YsLedger) ledger = open_ledger (folder, error);
  return ledger != NULL && change_two (ledger, error);
}

/* TRUE when the change is there; never half of it. */
static gboolean
is_changed (YsLedger *ledger)
{
  YsCommunity community = { 0 };
  g_assert_true (ys_record_store_load (ledger, &ys_community_type, 1, &community, NULL));
  gboolean changed = community.sort.is_set;
  ys_record_clear (&ys_community_type, &community);
  g_assert_cmpint (fixture_get_class (ledger, 1), ==, changed ? YS_CLASS_3 : YS_CLASS_UNKNOWN);
  return changed;
}

static void
check_change (const char *folder, gboolean done)
{
  g_autoptr (YsLedger) ledger = open_and_verify (folder);
  gboolean changed = is_changed (ledger);
  g_assert_true (changed || !done);
  g_assert_cmpint (fixture_assert_verifies (ledger), ==, changed ? 5 : 3);
}

/* The same open ledger goes on working when there is room again. */
static gboolean
act_change_again (const char *folder, GError **error)
{
  g_autoptr (YsLedger) ledger = open_ledger (folder, error);
  if (ledger == NULL)
    return FALSE;
  if (change_two (ledger, error))
    return TRUE;
  fault_vfs_disarm ();
  g_autoptr (GError) second = NULL;
  gboolean done = change_two (ledger, &second);
  g_assert_no_error (second);
  g_assert_true (done);
  g_assert_true (is_changed (ledger));
  fixture_assert_verifies (ledger);
  return FALSE;
}

static gboolean
act_submit (const char *folder, GError **error)
{
  g_autoptr (YsLedger) ledger = open_ledger (folder, error);
  g_autoptr (YsChange) change = ledger ? ys_change_begin (ledger, "submit", error) : NULL;
  if (change == NULL)
    return FALSE;
  g_autofree char *noise = g_strnfill (20000, 'x');
  g_autoptr (GBytes) bytes = g_bytes_new (noise, 20000);
  YsSubmission submission = {
    .number = (char *)"调度〔2026〕20号",
    .what = (char *)"dispatch",
    .date = { 2026, 10, 15 },
    .at = NOW,
  };
  return ys_change_insert (change, &ys_submission_type, &submission, error)
         && ys_change_insert_submission_file (change, submission.id, "a.xlsx", bytes, error)
         && ys_change_insert_submission_file (change, submission.id, "a.pdf", bytes, error)
         && ys_change_commit (change, NULL, error);
}

static void
check_submit (const char *folder, gboolean done)
{
  g_autoptr (YsLedger) ledger = open_and_verify (folder);
  gint64 filed = ys_record_store_count (ledger, &ys_submission_type, NULL);
  g_auto (GStrv) names = ys_submission_store_file_names (ledger, 1, NULL);
  g_assert_cmpint (filed, <=, 1);
  g_assert_true (filed == 1 || !done);
  g_assert_cmpuint (g_strv_length (names), ==, filed * 2);
}

/* Those of this program, and one of a newer one. */
static YsMigrationStep steps[16];
static guint n_steps;

static gboolean
act_migrate (const char *folder, GError **error)
{
  const YsMigrationStep *own = ys_migration_steps (&n_steps);
  g_assert_cmpuint (n_steps, <, G_N_ELEMENTS (steps));
  memcpy (steps, own, n_steps * sizeof *own);
  steps[n_steps] = (YsMigrationStep){ own[n_steps - 1].version + 1,
                                      "ALTER TABLE company ADD COLUMN \"colour\" TEXT;"
                                      "CREATE TABLE later (\"id\" INTEGER PRIMARY KEY) STRICT;"
                                      "INSERT INTO later (\"id\") VALUES (1), (2), (3);" };
  n_steps++;
  ys_migration_override (steps, n_steps);
  g_autoptr (YsLedger) ledger = open_ledger (folder, error);
  ys_migration_override (NULL, 0);
  return ledger != NULL;
}

static void
check_migrate (const char *folder, gboolean done)
{
  /* Wholly old, or wholly new: then only the newer program opens it. */
  g_autoptr (GError) error = NULL;
  g_autoptr (YsLedger) old = open_ledger (folder, &error);
  if (old == NULL)
    g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NEWER);
  else
    g_assert_false (done);
  /* Each form is verified by the steps that made it. */
  if (old == NULL)
    {
      ys_migration_override (steps, n_steps);
      old = open_ledger (folder, NULL);
    }
  g_assert_nonnull (old);
  g_assert_cmpint (fixture_assert_verifies (old), ==, 3);
  ys_migration_override (NULL, 0);
}

static gboolean
act_backup (const char *folder, GError **error)
{
  g_autoptr (YsLedger) ledger = open_ledger (folder, error);
  return ledger != NULL && ys_backup_rotate (ledger, NOW, error);
}

/* Every file that is there is whole; no passing file stays. */
static void
check_backup (const char *folder, gboolean done)
{
  g_autoptr (YsLedger) ledger = open_and_verify (folder);
  g_autoptr (GPtrArray) backups = ys_backup_list (folder, NULL);
  for (guint i = 0; i < backups->len; i++)
    {
      const YsBackupInfo *info = backups->pdata[i];
      g_assert_true (info->readable);
      g_assert_cmpint (info->n_audit_lines, ==, 3);
    }
  if (done)
    g_assert_cmpuint (backups->len, ==, 2);
  g_autofree char *path = g_build_filename (folder, "backups", NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n_files = 0;
  while (g_dir_read_name (dir) != NULL)
    n_files++;
  g_assert_cmpuint (n_files, ==, backups->len);
}

static void
prepare_backup (const char *folder)
{
  prepare_ledger (folder);
  g_autoptr (YsLedger) ledger = open_ledger (folder, NULL);
  g_autofree char *to = g_strconcat (folder, ".yardstick", NULL);
  g_autofree char *path = ys_backup_write (ledger, YS_BACKUP_MANUAL, to, NOW, NULL);
  g_assert_nonnull (path);
}

static gboolean
act_restore (const char *folder, GError **error)
{
  g_autofree char *file = g_strconcat (folder, ".yardstick", NULL);
  g_autofree char *to = g_strconcat (folder, "-restored", NULL);
  return ys_backup_restore (file, to, error);
}

static void
check_restore (const char *folder, gboolean done)
{
  g_autofree char *to = g_strconcat (folder, "-restored", NULL);
  g_autofree char *file = g_build_filename (to, YS_LEDGER_FILE_NAME, NULL);
  if (!done)
    {
      g_assert_false (g_file_test (file, G_FILE_TEST_EXISTS));
      g_assert_true (act_restore (folder, NULL));
    }
  g_autoptr (YsLedger) ledger = open_and_verify (to);
  g_assert_cmpint (fixture_assert_verifies (ledger), ==, 3);
}

/* The daily check tries every sixth write of a change, every eighth of a filing, and fewer of the
 * rest, from another first one for each fault; the long run tries all. */
static const FaultCase cases[] = {
  { "create", prepare_nothing, act_create, check_create, .stride = 18 },
  { "change", prepare_ledger, act_change, check_change, .stride = 6 },
  { "change-again", prepare_ledger, act_change_again, check_change, .stride = 6 },
  { "submit", prepare_ledger, act_submit, check_submit, .stride = 8 },
  { "migrate", prepare_ledger, act_migrate, check_migrate, .stride = 18 },
  { "backup", prepare_ledger, act_backup, check_backup, .stride = 16 },
  { "restore", prepare_backup, act_restore, check_restore, .stride = 12 },
};

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_install ();
  fault_sweep_add_tests (cases, G_N_ELEMENTS (cases));
  return g_test_run ();
}
