/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file takes another's place, also while a third program looks at one of them. */
#include "config.h"

#include "replace.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#ifdef G_OS_WIN32
#include <windows.h>
#endif

typedef struct
{
  char *folder;
  char *from;
  char *to;
} Place;

static void
set_up (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  place->folder = g_dir_make_tmp ("yardstick-替换-XXXXXX", &error);
  g_assert_no_error (error);
  place->from = g_build_filename (place->folder, "新.txt", NULL);
  place->to = g_build_filename (place->folder, "台账.txt", NULL);
  g_assert_true (g_file_set_contents (place->from, "new", -1, NULL));
  g_assert_true (g_file_set_contents (place->to, "old", -1, NULL));
}

static void
tear_down (Place *place, gconstpointer data)
{
  g_unlink (place->from);
  g_unlink (place->to);
  g_assert_cmpint (g_rmdir (place->folder), ==, 0);
  g_free (place->folder);
  g_free (place->from);
  g_free (place->to);
}

static void
assert_text (const char *path, const char *expected)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

static void
test_file (Place *place, gconstpointer data)
{
  g_assert_cmpint (ys_replace_file (place->from, place->to), ==, 0);
  assert_text (place->to, "new");
  g_assert_false (g_file_test (place->from, G_FILE_TEST_EXISTS));
}

static void
test_missing (Place *place, gconstpointer data)
{
  g_unlink (place->from);
  g_assert_cmpint (ys_replace_file (place->from, place->to), ==, -1);
  g_assert_cmpint (errno, ==, ENOENT);
  assert_text (place->to, "old");
}

static void
test_contents (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  ys_replace_contents (place->to, "abc", 2, 0600, &error);
  g_assert_no_error (error);
  assert_text (place->to, "ab");
}

static void
test_contents_no_folder (Place *place, gconstpointer data)
{
  g_autofree char *path = g_build_filename (place->folder, "missing", "a.txt", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (ys_replace_contents (path, "abc", 3, 0600, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

#ifdef G_OS_WIN32
/* What a virus scanner does: opens the file and lets nobody else at it. */
static HANDLE
hold (const char *path)
{
  g_autofree wchar_t *name = g_utf8_to_utf16 (path, -1, NULL, NULL, NULL);
  HANDLE handle = CreateFileW (name, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);

  g_assert_true (handle != INVALID_HANDLE_VALUE);
  return handle;
}

static gpointer
let_go (gpointer handle)
{
  g_usleep (300 * 1000);
  CloseHandle (handle);
  return NULL;
}

static void
test_held_for_a_moment (Place *place, gconstpointer data)
{
  gboolean is_target = GPOINTER_TO_INT (data);
  GThread *scanner = g_thread_new ("scanner", let_go, hold (is_target ? place->to : place->from));

  g_assert_cmpint (ys_replace_file (place->from, place->to), ==, 0);
  g_thread_join (scanner);
  assert_text (place->to, "new");
}

static void
test_contents_held_for_a_moment (Place *place, gconstpointer data)
{
  GThread *scanner = g_thread_new ("scanner", let_go, hold (place->to));
  g_autoptr (GError) error = NULL;

  ys_replace_contents (place->to, "newer", 5, 0600, &error);
  g_assert_no_error (error);
  g_thread_join (scanner);
  assert_text (place->to, "newer");
}

static void
test_held_for_long (Place *place, gconstpointer data)
{
  HANDLE handle = hold (place->to);

  g_assert_cmpint (ys_replace_file (place->from, place->to), ==, -1);
  g_assert_cmpint (errno, ==, EACCES);
  CloseHandle (handle);
  assert_text (place->to, "old");
}
#endif

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ROW(name, data, function)                                                                  \
  g_test_add ("/base/replace/" name, Place, data, set_up, function, tear_down)
  ROW ("file", NULL, test_file);
  ROW ("missing", NULL, test_missing);
  ROW ("contents", NULL, test_contents);
  ROW ("contents-no-folder", NULL, test_contents_no_folder);
#ifdef G_OS_WIN32
  ROW ("source-held-for-a-moment", GINT_TO_POINTER (FALSE), test_held_for_a_moment);
  ROW ("target-held-for-a-moment", GINT_TO_POINTER (TRUE), test_held_for_a_moment);
  ROW ("contents-held-for-a-moment", NULL, test_contents_held_for_a_moment);
  ROW ("held-for-long", NULL, test_held_for_long);
#endif
#undef ROW

  return g_test_run ();
}
