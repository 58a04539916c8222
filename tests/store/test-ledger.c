/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Creating, opening, locking a ledger, and what stops it. */
#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "fixture.h"
#include "ledger-place.h"

static void
write_file (const char *folder, const char *name, const char *bytes, gssize length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_assert_true (g_file_set_contents (path, bytes, length, NULL));
}

static void
assert_open_fails (const char *path, YsLedgerMode mode, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsLedger) ledger = ys_ledger_open (path, mode, USER, NULL, &error);
  g_assert_error (error, YS_LEDGER_ERROR, code);
  g_assert_null (ledger);
}

static void
test_create (Fixture *fixture, gconstpointer unused)
{
  static const char *const parts[] = { "ledger.yardstick", "photos", "backups", "ledger.holder" };
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, parts[i], NULL);
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  g_assert_cmpint (ys_ledger_schema_version (fixture->ledger), ==, ys_ledger_newest_schema ());
  g_assert_true (ys_ledger_is_writable (fixture->ledger));
  g_assert_cmpstr (ys_ledger_user (fixture->ledger), ==, USER);
  g_auto (YsOffice) office = { 0 };
  g_assert_true (ys_record_store_load (fixture->ledger, &ys_office_type, 1, &office, NULL));
  g_assert_cmpstr (office.name, ==, "示例街道物管科");
  g_assert_cmpint (office.level, ==, YS_LEVEL_SUBDISTRICT);
  g_assert_cmpint (fixture_assert_verifies (fixture->ledger), ==, 2); /* office, community */
}

static void
test_create_refused (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsLedger) again = fixture_create (fixture->folder, &error);
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NOT_EMPTY);
  g_clear_error (&error);

  YsOffice nameless = { .level = YS_LEVEL_TOWN };
  g_autofree char *folder = g_build_filename (fixture->folder, "new", NULL);
  g_assert_null (ys_ledger_create (folder, &nameless, USER, &error));
  g_assert_error (error, YS_VALUE_ERROR, YS_VALUE_ERROR_MISSING);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

/* An interrupted making leaves a .part; the next one begins anew. */
static void
test_create_after_interruption (void)
{
  g_autofree char *folder = fixture_make_folder ();
  g_autoptr (GError) error = NULL;
  write_file (folder, "ledger.yardstick.part", "half", 4);
  g_autoptr (YsLedger) ledger = fixture_create (folder, &error);
  g_assert_no_error (error);
  g_clear_pointer (&ledger, ys_ledger_free);
  fixture_remove_folder (folder);
}

static void
test_open_both_ways (Fixture *fixture, gconstpointer unused)
{
  g_clear_pointer (&fixture->ledger, ys_ledger_free);
  g_autofree char *file = g_build_filename (fixture->folder, YS_LEDGER_FILE_NAME, NULL);
  const char *const paths[] = { fixture->folder, file };
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (YsLedger) ledger = ys_ledger_open (paths[i], YS_LEDGER_WRITE, USER, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (ys_ledger_folder (ledger), ==, fixture->folder);
    }
}

static void
test_not_a_ledger (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *folder = fixture_make_folder ();
  assert_open_fails (folder, YS_LEDGER_WRITE, YS_LEDGER_ERROR_NOT_A_LEDGER);
  assert_open_fails ("/nowhere/at/all", YS_LEDGER_READ_ONLY, YS_LEDGER_ERROR_NOT_A_LEDGER);
  fixture_meddle (folder, "CREATE TABLE other (x)"); /* another program's database */
  assert_open_fails (folder, YS_LEDGER_WRITE, YS_LEDGER_ERROR_NOT_A_LEDGER);
  fixture_remove_folder (folder);
}

static void
test_damaged (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *folder = fixture_make_folder ();
  g_autofree char *noise = g_strnfill (8192, 'x');
  write_file (folder, YS_LEDGER_FILE_NAME, noise, 8192);
  assert_open_fails (folder, YS_LEDGER_WRITE, YS_LEDGER_ERROR_DAMAGED);
  assert_open_fails (folder, YS_LEDGER_READ_ONLY, YS_LEDGER_ERROR_DAMAGED);
  write_file (folder, YS_LEDGER_FILE_NAME, "", 0);
  assert_open_fails (folder, YS_LEDGER_WRITE, YS_LEDGER_ERROR_DAMAGED);
  fixture_remove_folder (folder);
}

static void
test_newer (Fixture *fixture, gconstpointer unused)
{
  g_clear_pointer (&fixture->ledger, ys_ledger_free);
  fixture_meddle (fixture->folder, "PRAGMA user_version = 9999");
  assert_open_fails (fixture->folder, YS_LEDGER_WRITE, YS_LEDGER_ERROR_NEWER);
  assert_open_fails (fixture->folder, YS_LEDGER_READ_ONLY, YS_LEDGER_ERROR_NEWER);
}

static void
test_lock (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_auto (YsLedgerHolder) holder = { 0 };
  g_autoptr (YsLedger) second
      = ys_ledger_open (fixture->folder, YS_LEDGER_WRITE, "other", &holder, &error);
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_LOCKED);
  g_assert_null (second);
  g_assert_cmpstr (holder.user, ==, USER);
  g_assert_cmpstr (holder.host, ==, g_get_host_name ());
  g_assert_cmpint (holder.pid, >, 0);
  g_assert_cmpint (holder.since, >, 0);
  g_assert_nonnull (strstr (error->message, USER));
  g_clear_error (&error);

  /* Everyone else may read meanwhile. */
  g_autoptr (YsLedger) reader
      = ys_ledger_open (fixture->folder, YS_LEDGER_READ_ONLY, "other", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ys_record_store_count (reader, &ys_community_type, NULL), ==, 1);

  g_clear_pointer (&fixture->ledger, ys_ledger_free);
  second = ys_ledger_open (fixture->folder, YS_LEDGER_WRITE, "other", NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (second);
}

/* The holder's file tells who; it locks nothing by itself. */
static void
test_stale_holder (Fixture *fixture, gconstpointer unused)
{
  g_clear_pointer (&fixture->ledger, ys_ledger_free);
  write_file (fixture->folder, "ledger.holder", "[holder]\nuser=gone\nhost=gone\npid=1\n", -1);
  write_file (fixture->folder, "ledger.lock", "rubbish that is no database", -1);
  fixture_reopen (fixture);
  g_assert_true (ys_ledger_is_writable (fixture->ledger));
}

static void
test_read_only (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_clear_pointer (&fixture->ledger, ys_ledger_free);
  g_autoptr (YsLedger) reader
      = ys_ledger_open (fixture->folder, YS_LEDGER_READ_ONLY, USER, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (ys_ledger_is_writable (reader));
  g_assert_null (ys_change_begin (reader, "set", &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (ys_ledger_set_setting (reader, "a", "b", &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_READ_ONLY);
  fixture_assert_verifies (reader);
}

static void
test_sibling (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsLedger) sibling = ys_ledger_open_sibling (fixture->ledger, &error);
  g_assert_no_error (error);
  g_assert_false (ys_ledger_changed_elsewhere (sibling));
  fixture_add_compound (fixture->ledger, fixture->community, "龙珠百合");
  g_assert_true (ys_ledger_changed_elsewhere (sibling));
  g_assert_false (ys_ledger_changed_elsewhere (sibling));
  g_assert_false (ys_ledger_changed_elsewhere (fixture->ledger));
  fixture_add_compound (sibling, fixture->community, "梅花园");
  g_assert_true (ys_ledger_changed_elsewhere (fixture->ledger));
  g_assert_cmpint (ys_record_store_count (fixture->ledger, &ys_compound_type, NULL), ==, 2);

  /* The lock lasts as long as one of them is open. */
  g_clear_pointer (&fixture->ledger, ys_ledger_free);
  assert_open_fails (fixture->folder, YS_LEDGER_WRITE, YS_LEDGER_ERROR_LOCKED);
  g_clear_pointer (&sibling, ys_ledger_free);
  fixture_reopen (fixture);
}

static gpointer
free_soon (gpointer data)
{
  g_usleep (G_USEC_PER_SEC / 20);
  ys_ledger_free (data);
  return NULL;
}

/* A window that was closed while a thread still read: who opens the ledger again waits for it. */
static void
test_leave (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsLedger) sibling = ys_ledger_open_sibling (fixture->ledger, &error);
  g_autofree char *file = g_build_filename (fixture->folder, YS_LEDGER_FILE_NAME, NULL);
  GThread *reader;

  g_assert_no_error (error);
  /* Nobody leaves: nothing to wait for, and it stays locked. */
  g_assert_true (ys_ledger_wait_left (fixture->folder, 60));
  ys_ledger_leave (fixture->ledger);
  g_clear_pointer (&fixture->ledger, ys_ledger_free);
  g_assert_false (ys_ledger_wait_left (fixture->folder, 0));
  assert_open_fails (fixture->folder, YS_LEDGER_WRITE, YS_LEDGER_ERROR_LOCKED);

  reader = g_thread_new ("reader", free_soon, g_steal_pointer (&sibling));
  g_assert_true (ys_ledger_wait_left (file, 60));
  fixture_reopen (fixture);
  g_thread_join (reader);
}

static void
test_settings (Fixture *fixture, gconstpointer unused)
{
  gint64 lines = fixture_assert_verifies (fixture->ledger);
  g_assert_null (ys_ledger_get_setting (fixture->ledger, "heading.物业"));
  g_assert_true (ys_ledger_set_setting (fixture->ledger, "heading.物业", "company", NULL));
  g_assert_true (ys_ledger_set_setting (fixture->ledger, "heading.物业", "manager", NULL));
  fixture_reopen (fixture);
  g_autofree char *value = ys_ledger_get_setting (fixture->ledger, "heading.物业");
  g_assert_cmpstr (value, ==, "manager");
  g_assert_true (ys_ledger_set_setting (fixture->ledger, "heading.物业", NULL, NULL));
  g_assert_null (ys_ledger_get_setting (fixture->ledger, "heading.物业"));
  g_assert_cmpint (fixture_assert_verifies (fixture->ledger), ==, lines); /* not audited */
}

typedef struct
{
  const char *path;
  const char *folder;
  const char *type;
  gboolean remote, read_only, writable;
  guint64 free;
  YsLedgerWarnings expected;
} Place;

#define MB (G_GUINT64_CONSTANT (1024) * 1024)

static const Place places[] = {
  { "local", "/home/a", "ext4", FALSE, FALSE, TRUE, 500 * MB, YS_LEDGER_FINE },
  { "remote", "/home/a", "ext4", TRUE, FALSE, TRUE, 500 * MB, YS_LEDGER_ON_NETWORK },
  { "nfs", "/home/a", "nfs4", FALSE, FALSE, TRUE, 500 * MB, YS_LEDGER_ON_NETWORK },
  { "samba", "/home/a", "cifs", FALSE, FALSE, TRUE, 500 * MB, YS_LEDGER_ON_NETWORK },
  { "share", "\\\\server\\share", "", FALSE, FALSE, TRUE, 500 * MB, YS_LEDGER_ON_NETWORK },
  { "disc", "/media/cd", "iso9660", FALSE, TRUE, TRUE, 500 * MB, YS_LEDGER_ON_READ_ONLY },
  { "folder", "/home/a", "ext4", FALSE, FALSE, FALSE, 500 * MB, YS_LEDGER_ON_READ_ONLY },
  { "full", "/home/a", "ext4", FALSE, FALSE, TRUE, 200 * MB - 1, YS_LEDGER_LITTLE_SPACE },
  { "just-enough", "/home/a", "ext4", FALSE, FALSE, TRUE, 200 * MB, YS_LEDGER_FINE },
};

static void
test_place (gconstpointer data)
{
  const Place *place = data;
  g_autoptr (GFileInfo) info = g_file_info_new ();
  g_file_info_set_attribute_string (info, G_FILE_ATTRIBUTE_FILESYSTEM_TYPE, place->type);
  g_file_info_set_attribute_boolean (info, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE, place->remote);
  g_file_info_set_attribute_boolean (info, G_FILE_ATTRIBUTE_FILESYSTEM_READONLY, place->read_only);
  g_file_info_set_attribute_uint64 (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE, place->free);
  g_assert_cmpint (ys_ledger_place_judge_info (place->folder, info, place->writable), ==,
                   place->expected);
}

/* A file that takes long to read is shown first: damage inside it is found by the check that
 * follows, a file that was cut off at once. */
static void
test_large (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strnfill (34 * 1024 * 1024, 'x');
  g_autofree char *path = g_build_filename (fixture->folder, YS_LEDGER_FILE_NAME, NULL);
  g_autofree char *bytes = NULL;
  gsize length;
  g_assert_true (ys_ledger_set_setting (fixture->ledger, "large", text, &error));
  g_assert_false (ys_ledger_needs_check (fixture->ledger));
  g_clear_pointer (&fixture->ledger, ys_ledger_free);
  fixture->ledger = ys_ledger_open (fixture->folder, YS_LEDGER_WRITE, USER, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (ys_ledger_needs_check (fixture->ledger));
  g_assert_true (ys_ledger_check (fixture->ledger, &error));
  g_clear_pointer (&fixture->ledger, ys_ledger_free);

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  memset (bytes + length / 2 / 4096 * 4096, 0xff, 4096);
  g_assert_true (g_file_set_contents (path, bytes, (gssize)length, NULL));
  fixture->ledger = ys_ledger_open (fixture->folder, YS_LEDGER_WRITE, USER, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (ys_ledger_check (fixture->ledger, &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_DAMAGED);
  g_clear_pointer (&fixture->ledger, ys_ledger_free);

  g_assert_true (g_file_set_contents (path, bytes, (gssize)length - 4096, NULL));
  assert_open_fails (fixture->folder, YS_LEDGER_WRITE, YS_LEDGER_ERROR_DAMAGED);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/store/ledger/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("create", test_create);
  ADD ("create-refused", test_create_refused);
  g_test_add_func ("/store/ledger/create-after-interruption", test_create_after_interruption);
  ADD ("open-both-ways", test_open_both_ways);
  ADD ("not-a-ledger", test_not_a_ledger);
  ADD ("damaged", test_damaged);
  ADD ("large", test_large);
  ADD ("newer", test_newer);
  ADD ("lock", test_lock);
  ADD ("stale-holder", test_stale_holder);
  ADD ("read-only", test_read_only);
  ADD ("sibling", test_sibling);
  ADD ("leave", test_leave);
  ADD ("settings", test_settings);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/ledger/place/%s", places[i].path);
      g_test_add_data_func (path, &places[i], test_place);
    }
  return g_test_run ();
}
