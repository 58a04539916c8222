/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Photo files: kept once, read with their hash, missed and told by verification, restored. */
#include "config.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "backup.h"
#include "fixture.h"
#include "inspection.h"
#include "photo-store.h"
#include "photo.h"

#define NOW G_GINT64_CONSTANT (1792024200)

static gint64
add_inspection (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  YsInspection inspection = { .compound_id = fixture_add_compound (f->ledger, f->community, "甲"),
                              .level = YS_INSPECTION_LEVEL_DISTRICT,
                              .kind = YS_INSPECTION_KIND_ANNOUNCED,
                              .at = NOW,
                              .catalogue_id = 1 };
  g_autoptr (YsChange) change = ys_change_begin (f->ledger, "add", &error);
  g_assert_no_error (error);
  g_assert_true (ys_change_insert (change, &ys_inspection_type, &inspection, &error));
  g_assert_true (ys_change_commit (change, NULL, &error));
  return inspection.id;
}

/* The store asks no picture of the bytes: any will do. (transfer full) */
static char *
put (YsLedger *ledger, const char *content)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));
  char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_assert_true (ys_photo_store_put (ledger, bytes, sha256, &error));
  g_assert_no_error (error);
  return sha256;
}

static void
add_row (Fixture *f, gint64 inspection, char *sha256)
{
  g_autoptr (GError) error = NULL;
  YsPhoto photo = { .inspection_id = inspection,
                    .role = YS_PHOTO_BEFORE,
                    .sha256 = sha256,
                    .original_sha256 = sha256,
                    .added_at = NOW,
                    .width = YS_NUMBER (1),
                    .height = YS_NUMBER (1),
                    .bytes = YS_NUMBER (1) };
  g_autoptr (YsChange) change = ys_change_begin (f->ledger, "add", &error);
  g_assert_no_error (error);
  g_assert_true (ys_change_insert (change, &ys_photo_type, &photo, &error));
  g_assert_true (ys_change_commit (change, NULL, &error));
}

static char *
path_of (const char *folder, const char *sha256)
{
  g_autofree char *shelf = g_strndup (sha256, 2);
  g_autofree char *name = g_strconcat (sha256, ".jpg", NULL);
  return g_build_filename (folder, "photos", shelf, name, NULL);
}

static char *
orphans_of (YsLedger *ledger)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) orphans = ys_photo_store_orphans (ledger, &error);
  g_assert_no_error (error);
  g_ptr_array_add (orphans, NULL);
  return g_strjoinv (" ", (char **)orphans->pdata);
}

static void
assert_content (YsLedger *ledger, const char *sha256, const char *content)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ys_photo_store_read (ledger, sha256, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), content,
                   strlen (content));
}

static void
assert_unreadable (YsLedger *ledger, const char *sha256, YsLedgerError code)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (ys_photo_store_read (ledger, sha256, &error));
  g_assert_error (error, YS_LEDGER_ERROR, (int)code);
}

static void
write_file (const char *path, const char *content)
{
  g_autoptr (GError) error = NULL;
  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
}

static void
test_kept_once (Fixture *f, gconstpointer unused)
{
  g_autofree char *sha256 = put (f->ledger, "one");
  g_autofree char *again = put (f->ledger, "one");
  g_autofree char *other = put (f->ledger, "other");
  g_autofree char *path = path_of (f->folder, sha256);
  g_assert_cmpstr (sha256, ==, again);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  assert_content (f->ledger, sha256, "one");
  assert_content (f->ledger, other, "other");
  g_autofree char *orphans = orphans_of (f->ledger);
  g_assert_cmpuint (strlen (orphans), ==, 2 * strlen ("ab/.jpg") + 2 * 64 + 1);
}

/* Of a name that leads elsewhere nothing is read. */
static void
test_unreadable (Fixture *f, gconstpointer unused)
{
  g_autofree char *sha256 = put (f->ledger, "one");
  g_autofree char *path = path_of (f->folder, sha256);
  g_autofree char *large = g_ascii_strup (sha256, -1);
  write_file (path, "two");
  assert_unreadable (f->ledger, sha256, YS_LEDGER_ERROR_DAMAGED);
  g_assert_cmpint (g_unlink (path), ==, 0);
  assert_unreadable (f->ledger, sha256, YS_LEDGER_ERROR_NOT_FOUND);
  assert_unreadable (f->ledger, "", YS_LEDGER_ERROR_NOT_FOUND);
  assert_unreadable (f->ledger, "../ledger.yardstick", YS_LEDGER_ERROR_NOT_FOUND);
  assert_unreadable (f->ledger, large, YS_LEDGER_ERROR_NOT_FOUND);
}

/* Adding the same photo again mends the file. */
static void
test_mended (Fixture *f, gconstpointer unused)
{
  g_autofree char *sha256 = put (f->ledger, "one");
  g_autofree char *path = path_of (f->folder, sha256);
  write_file (path, "two");
  g_autofree char *again = put (f->ledger, "one");
  assert_content (f->ledger, again, "one");
}

static void
test_read_only (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sha256 = put (f->ledger, "one");
  g_autoptr (YsLedger) reader = ys_ledger_open (f->folder, YS_LEDGER_READ_ONLY, USER, NULL, &error);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("one", 3);
  g_assert_no_error (error);
  assert_content (reader, sha256, "one");
  g_assert_false (ys_photo_store_put (reader, bytes, sha256, &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_READ_ONLY);
}

/* A row without its file is a problem, a file without a row is none. */
static void
test_verify (Fixture *f, gconstpointer unused)
{
  gint64 inspection = add_inspection (f);
  g_autofree char *sha256 = put (f->ledger, "one");
  g_autofree char *path = path_of (f->folder, sha256);
  add_row (f, inspection, sha256);
  add_row (f, inspection, sha256);
  fixture_assert_verifies (f->ledger);
  g_autofree char *none = orphans_of (f->ledger);
  g_assert_cmpstr (none, ==, "");

  g_autofree char *stray = put (f->ledger, "stray");
  g_autofree char *part = g_strconcat (path, ".AB12CD", NULL);
  write_file (part, "on");
  fixture_assert_verifies (f->ledger);
  g_autofree char *two = orphans_of (f->ledger);
  g_assert_nonnull (strstr (two, stray));
  g_assert_nonnull (strstr (two, ".jpg.AB12CD"));

  write_file (path, "two");
  fixture_assert_problem (f->ledger, "was altered", 0);
  fixture_assert_problem (f->ledger, sha256, 0);
  g_assert_cmpint (g_unlink (path), ==, 0);
  fixture_assert_problem (f->ledger, "is missing", 0);
  g_autofree char *mended = put (f->ledger, "one");
  fixture_assert_verifies (f->ledger);
}

typedef struct
{
  char *folder;
  YsLedger *ledger;
} Restored;

static Restored
restore (Fixture *f, const char *file, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *parent = g_path_get_dirname (f->folder);
  Restored restored = { .folder = g_build_filename (parent, name, NULL) };
  g_assert_true (ys_backup_restore (file, restored.folder, &error));
  g_assert_no_error (error);
  restored.ledger = ys_ledger_open (restored.folder, YS_LEDGER_WRITE, USER, NULL, &error);
  g_assert_no_error (error);
  return restored;
}

static void
restored_clear (Restored *restored)
{
  ys_ledger_free (restored->ledger);
  g_free (restored->folder);
}

/* From the ledger's own backups/ the photos come along; strays do not. From elsewhere they are told
 * to be missing until the folder is copied. */
static void
test_restore (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  gint64 inspection = add_inspection (f);
  g_autofree char *sha256 = put (f->ledger, "one");
  g_autofree char *stray = put (f->ledger, "stray");
  add_row (f, inspection, sha256);
  g_autofree char *backup = ys_backup_write (f->ledger, YS_BACKUP_MANUAL, NULL, NOW, &error);
  g_assert_no_error (error);

  Restored here = restore (f, backup, "here");
  assert_content (here.ledger, sha256, "one");
  fixture_assert_verifies (here.ledger);
  assert_unreadable (here.ledger, stray, YS_LEDGER_ERROR_NOT_FOUND);
  restored_clear (&here);

  g_autofree char *parent = g_path_get_dirname (f->folder);
  g_autofree char *stick = g_build_filename (parent, "copy.yardstick", NULL);
  g_autofree char *written = ys_backup_write (f->ledger, YS_BACKUP_MANUAL, stick, NOW, &error);
  g_assert_no_error (error);
  Restored elsewhere = restore (f, written, "elsewhere");
  fixture_assert_problem (elsewhere.ledger, sha256, 0);
  g_autofree char *put_back = put (elsewhere.ledger, "one");
  fixture_assert_verifies (elsewhere.ledger);
  restored_clear (&elsewhere);
}

/* A restore that fails leaves no folder, photos or not. */
static void
test_restore_failed (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  gint64 inspection = add_inspection (f);
  g_autofree char *sha256 = put (f->ledger, "one");
  add_row (f, inspection, sha256);
  g_autofree char *backup = ys_backup_write (f->ledger, YS_BACKUP_MANUAL, NULL, NOW, &error);
  g_autofree char *parent = g_path_get_dirname (f->folder);
  g_autofree char *to = g_build_filename (parent, "to", NULL);
  g_autofree char *shelf = g_strndup (sha256, 2);
  g_autofree char *photos = g_build_filename (to, "photos", NULL);
  g_autofree char *in_the_way = g_build_filename (photos, shelf, NULL);
  /* The folder is there already: what is in it stays. */
  g_assert_cmpint (g_mkdir_with_parents (photos, 0700), ==, 0);
  write_file (in_the_way, "a file where a folder must be");
  g_assert_false (ys_backup_restore (backup, to, &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_FAILED);
  g_assert_true (g_file_test (in_the_way, G_FILE_TEST_IS_REGULAR));
  g_autofree char *database = g_build_filename (to, YS_LEDGER_FILE_NAME, NULL);
  g_assert_false (g_file_test (database, G_FILE_TEST_EXISTS));
}

#define ADD(path, function)                                                                        \
  g_test_add ("/store/photo/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("kept-once", test_kept_once);
  ADD ("unreadable", test_unreadable);
  ADD ("mended", test_mended);
  ADD ("read-only", test_read_only);
  ADD ("verify", test_verify);
  ADD ("restore", test_restore);
  ADD ("restore-failed", test_restore_failed);
  return g_test_run ();
}
