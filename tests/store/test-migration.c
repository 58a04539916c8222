/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bringing ledgers up to date: stored ones of every shipped schema, and made-up steps that work,
 * fail, or may not run. */
#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "backup-files.h"
#include "backup.h"
#include "dump.h"
#include "fixture.h"
#include "ledger-private.h"
#include "migration.h"

#define MORE_COLUMN "ALTER TABLE company ADD COLUMN \"colour\" TEXT;"
#define MORE_TABLE "CREATE TABLE later (\"id\" INTEGER PRIMARY KEY) STRICT;"
#define BROKEN "CREATE TABLE half (\"id\" INTEGER); CREATE TABLE broken ("

/* Of the ledgers in tests/store/ledgers; see make-ledger.c. */
#define NEWEST_STORED 4

/* The newest schema that the program itself has. */
static int
own_version (void)
{
  static int version;
  guint n_steps;
  if (version == 0)
    {
      const YsMigrationStep *own = ys_migration_steps (&n_steps);
      version = ys_migration_newest (own, n_steps);
    }
  return version;
}

/* The program's own steps and one or two more. */
static void
use_steps (const char *next, const char *after_next)
{
  static YsMigrationStep steps[32];
  guint n_steps;
  ys_migration_override (NULL, 0);
  const YsMigrationStep *own = ys_migration_steps (&n_steps);
  g_assert_cmpuint (n_steps + 2, <=, G_N_ELEMENTS (steps));
  memcpy (steps, own, n_steps * sizeof *own);
  steps[n_steps] = (YsMigrationStep){ own_version () + 1, next };
  steps[n_steps + 1] = (YsMigrationStep){ own_version () + 2, after_next };
  ys_migration_override (steps, after_next ? n_steps + 2 : n_steps + 1);
}

static gboolean
has_table (YsLedger *ledger, const char *name)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT count (*) FROM sqlite_schema WHERE name = '%s'", name);
  gint64 count;
  g_assert_true (ys_database_get_int64 (ledger->db, sql, &count, NULL));
  return count == 1;
}

static GPtrArray *
migration_backups (const char *folder)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) files = ys_backup_files (folder);
  for (guint i = 0; i < files->len; i++)
    {
      const YsBackupFile *file = files->pdata[i];
      if (file->kind == YS_BACKUP_MIGRATION)
        g_ptr_array_add (found, g_strdup (file->path));
    }
  return found;
}

static void
test_up_to_date (Fixture *f, gconstpointer unused)
{
  fixture_add_compound (f->ledger, f->community, "龙珠百合");
  g_autofree char *before = dump_ledger (f->ledger);
  use_steps (MORE_COLUMN, MORE_TABLE);
  fixture_reopen (f);
  g_assert_cmpint (ys_ledger_schema_version (f->ledger), ==, own_version () + 2);
  g_assert_true (has_table (f->ledger, "later"));
  g_autofree char *after = dump_ledger (f->ledger);
  g_assert_cmpstr (after, ==, before);
  /* A migrated ledger has the form of a new one. */
  fixture_assert_verifies (f->ledger);
  ys_migration_override (NULL, 0);

  g_autoptr (GPtrArray) backups = migration_backups (f->folder);
  g_assert_cmpuint (backups->len, ==, 1);
  g_autoptr (YsBackupInfo) info = ys_backup_look (backups->pdata[0], NULL);
  g_assert_true (info->readable);
  g_assert_cmpint (info->schema_version, ==, own_version ());
  g_assert_cmpint (info->n_compounds, ==, 1);
}

typedef struct
{
  const char *path, *second, *third;
} Failure;

static const Failure failures[] = {
  { "only-step", BROKEN, NULL },
  { "last-step", MORE_TABLE, BROKEN },
  { "not-unique", "UPDATE compound SET \"name_key\" = 'x', \"community\" = 1;", NULL },
};

/* Wholly as it was, and open to the old program. */
static void
test_failing (Fixture *f, gconstpointer data)
{
  const Failure *c = data;
  g_autoptr (GError) error = NULL;
  fixture_add_compound (f->ledger, f->community, "龙珠百合");
  fixture_add_compound (f->ledger, f->community, "梅花园");
  g_autofree char *before = dump_ledger (f->ledger);
  g_clear_pointer (&f->ledger, ys_ledger_free);
  use_steps (c->second, c->third);
  g_assert_null (ys_ledger_open (f->folder, YS_LEDGER_WRITE, USER, NULL, &error));
  g_assert_nonnull (error);
  ys_migration_override (NULL, 0);
  fixture_reopen (f);
  g_assert_cmpint (ys_ledger_schema_version (f->ledger), ==, own_version ());
  g_assert_false (has_table (f->ledger, "later"));
  g_assert_false (has_table (f->ledger, "half"));
  g_autofree char *after = dump_ledger (f->ledger);
  g_assert_cmpstr (after, ==, before);
  fixture_assert_verifies (f->ledger);
}

/* Without a backup there is no migration. */
static void
test_no_backup (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_clear_pointer (&f->ledger, ys_ledger_free);
  g_autofree char *backups = g_build_filename (f->folder, "backups", NULL);
  g_assert_cmpint (g_rmdir (backups), ==, 0);
  g_assert_true (g_file_set_contents (backups, "in the way", -1, NULL));
  use_steps (MORE_TABLE, NULL);
  g_assert_null (ys_ledger_open (f->folder, YS_LEDGER_WRITE, USER, NULL, &error));
  g_assert_nonnull (error);
  ys_migration_override (NULL, 0);
  fixture_reopen (f);
  g_assert_cmpint (ys_ledger_schema_version (f->ledger), ==, own_version ());
}

static void
test_read_only (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_clear_pointer (&f->ledger, ys_ledger_free);
  use_steps (MORE_TABLE, NULL);
  g_assert_null (ys_ledger_open (f->folder, YS_LEDGER_READ_ONLY, USER, NULL, &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_READ_ONLY);
  ys_migration_override (NULL, 0);
}

/* The program of yesterday meets the ledger of tomorrow. */
static void
test_newer (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  use_steps (MORE_TABLE, NULL);
  fixture_reopen (f);
  g_clear_pointer (&f->ledger, ys_ledger_free);
  ys_migration_override (NULL, 0);
  g_assert_null (ys_ledger_open (f->folder, YS_LEDGER_WRITE, USER, NULL, &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NEWER);
  g_autofree char *forms
      = g_strdup_printf ("form %d, this program knows %d", own_version () + 1, own_version ());
  g_assert_nonnull (strstr (error->message, forms));
}

/* A stored ledger of each shipped schema: its rows must come through unchanged. */
static void
test_stored (gconstpointer data)
{
  int schema = GPOINTER_TO_INT (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("schema-%d", schema);
  g_autofree char *folder = fixture_make_folder ();
  g_autofree char *to = g_build_filename (folder, "台账", NULL);
  g_autofree char *file
      = g_strconcat (g_getenv ("G_TEST_SRCDIR"), "/store/ledgers/", name, ".yardstick", NULL);
  g_autofree char *text
      = g_strconcat (g_getenv ("G_TEST_SRCDIR"), "/store/ledgers/", name, ".txt", NULL);
  g_autofree char *expected = NULL;
  g_assert_true (g_file_get_contents (text, &expected, NULL, &error));
  g_autoptr (YsBackupInfo) info = ys_backup_look (file, &error);
  g_assert_no_error (error);
  g_assert_cmpint (info->schema_version, ==, schema);
  g_assert_true (ys_backup_restore (file, to, &error));
  g_assert_no_error (error);
  g_autoptr (YsLedger) ledger = ys_ledger_open (to, YS_LEDGER_WRITE, USER, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ys_ledger_schema_version (ledger), ==, ys_ledger_newest_schema ());
  g_autofree char *rows = dump_ledger (ledger);
  g_assert_cmpstr (rows, ==, expected);
  fixture_assert_verifies (ledger);
  g_clear_pointer (&ledger, ys_ledger_free);
  fixture_remove_folder (folder);
}

/* The window's own thread looks for its resources while another opens the ledger: the steps must be
 * found in every such moment. A process has only one. */
static gpointer
look_for_resources (gpointer stopped)
{
  while (!g_atomic_int_get ((int *)stopped))
    g_resources_get_info ("/nowhere", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL);
  return NULL;
}

static void
test_other_thread (void)
{
  GThread *thread;
  int stopped = 0;
  guint n;

  if (!g_test_subprocess ())
    {
      for (guint i = 0; i < 50; i++)
        {
          g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
          g_test_trap_assert_passed ();
        }
      return;
    }
  thread = g_thread_new ("resources", look_for_resources, &stopped);
  g_usleep (2000);
  g_assert_nonnull (ys_migration_steps (&n)[n - 1].sql);
  g_atomic_int_set (&stopped, 1);
  g_thread_join (thread);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/store/migration/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (int schema = 1; schema <= NEWEST_STORED; schema++)
    {
      g_autofree char *path = g_strdup_printf ("/store/migration/stored/schema-%d", schema);
      g_test_add_data_func (path, GINT_TO_POINTER (schema), test_stored);
    }
  ADD ("up-to-date", test_up_to_date);
  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/migration/failing/%s", failures[i].path);
      g_test_add (path, Fixture, &failures[i], fixture_set_up, test_failing, fixture_tear_down);
    }
  ADD ("no-backup", test_no_backup);
  ADD ("read-only", test_read_only);
  ADD ("newer", test_newer);
  g_test_add_func ("/store/migration/other-thread", test_other_thread);
  return g_test_run ();
}
