/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See fixture.h. Meddling opens the engine itself: it stands for any other program. */
#include "config.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "fixture.h"

char *
fixture_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("yardstick-XXXXXX", &error);
  g_assert_no_error (error);
  return folder;
}

void
fixture_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        fixture_remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

YsLedger *
fixture_create (const char *folder, GError **error)
{
  YsOffice office = { .name = (char *)"示例街道物管科", .level = YS_LEVEL_SUBDISTRICT };
  return ys_ledger_create (folder, &office, USER, error);
}

void
fixture_set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *parent = fixture_make_folder ();
  fixture->folder = g_build_filename (parent, "台账", NULL);
  fixture->ledger = fixture_create (fixture->folder, &error);
  g_assert_no_error (error);
  g_assert_nonnull (fixture->ledger);
  fixture->community = fixture_add_community (fixture->ledger, "梅园社区", NULL);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *parent = g_path_get_dirname (fixture->folder);
  g_clear_pointer (&fixture->ledger, ys_ledger_free);
  fixture_remove_folder (parent);
  g_free (fixture->folder);
}

void
fixture_reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_clear_pointer (&fixture->ledger, ys_ledger_free);
  fixture->ledger = ys_ledger_open (fixture->folder, YS_LEDGER_WRITE, USER, NULL, &error);
  g_assert_no_error (error);
}

gint64
fixture_add_community (YsLedger *ledger, const char *name, const char *town)
{
  g_autoptr (GError) error = NULL;
  YsCommunity community = { .name = (char *)name, .town = (char *)town };
  g_autoptr (YsChange) change = ys_change_begin (ledger, "add", &error);
  g_assert_no_error (error);
  g_assert_true (ys_change_insert (change, &ys_community_type, &community, &error));
  g_assert_true (ys_change_commit (change, NULL, &error));
  return community.id;
}

gint64
fixture_add_compound (YsLedger *ledger, gint64 community, const char *name)
{
  g_autoptr (GError) error = NULL;
  YsCompound compound = { .name = (char *)name, .community_id = community };
  g_autoptr (YsChange) change = ys_change_begin (ledger, "add", &error);
  g_assert_no_error (error);
  g_assert_true (ys_change_insert (change, &ys_compound_type, &compound, &error));
  g_assert_no_error (error);
  g_assert_true (ys_change_commit (change, NULL, &error));
  return compound.id;
}

gint64
fixture_set_class (YsLedger *ledger, gint64 id, int class)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsCompound) compound = ys_compound_new ();
  gint64 seq;
  g_assert_true (ys_record_store_load (ledger, &ys_compound_type, id, compound, &error));
  compound->class = class;
  g_autoptr (YsChange) change = ys_change_begin (ledger, "set", &error);
  g_assert_no_error (error);
  g_assert_true (ys_change_update (change, &ys_compound_type, compound, NULL, &error));
  g_assert_true (ys_change_commit (change, &seq, &error));
  return seq;
}

int
fixture_get_class (YsLedger *ledger, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsCompound) compound = ys_compound_new ();
  g_assert_true (ys_record_store_load (ledger, &ys_compound_type, id, compound, &error));
  g_assert_no_error (error);
  return compound->class;
}

gint64
fixture_submit (YsLedger *ledger, const char *number, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  YsSubmission submission = {
    .number = (char *)number,
    .what = (char *)"dispatch",
    .date = { 2026, 10, 15 },
    .due = { 2026, 10, 15 },
    .rows = YS_NUMBER (1),
    .content = (char *)"[]",
    .file_name = (char *)"a.xlsx",
    .sha256 = sha256,
    .user = (char *)USER,
    .at = 1792022400,
  };
  g_autoptr (YsChange) change = ys_change_begin (ledger, "submit", &error);
  g_assert_no_error (error);
  g_assert_true (ys_change_insert (change, &ys_submission_type, &submission, &error));
  g_assert_no_error (error);
  g_assert_true (ys_change_insert_submission_file (change, submission.id, "a.xlsx", bytes, &error));
  g_assert_true (ys_change_commit (change, NULL, &error));
  g_assert_no_error (error);
  return submission.id;
}

void
fixture_meddle (const char *folder, const char *sql)
{
  g_autofree char *path = g_build_filename (folder, YS_LEDGER_FILE_NAME, NULL);
  sqlite3 *db;
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

gint64
fixture_assert_verifies (YsLedger *ledger)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsVerification) verification = ys_audit_verify (ledger, &error);
  g_assert_no_error (error);
  if (verification->problems->len > 0)
    g_test_message ("%s", (char *)verification->problems->pdata[0]);
  g_assert_cmpuint (verification->problems->len, ==, 0);
  g_assert_true (verification->ok);
  g_assert_cmpint (verification->first_broken, ==, 0);
  return verification->n_lines;
}

void
fixture_assert_problem (YsLedger *ledger, const char *part, gint64 first_broken)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsVerification) verification = ys_audit_verify (ledger, &error);
  g_assert_no_error (error);
  g_assert_false (verification->ok);
  g_assert_cmpint (verification->first_broken, ==, first_broken);
  for (guint i = 0; i < verification->problems->len; i++)
    if (strstr (verification->problems->pdata[i], part) != NULL)
      return;
  g_test_message ("no problem with “%s”, but “%s”", part, (char *)verification->problems->pdata[0]);
  g_test_fail ();
}
