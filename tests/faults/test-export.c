/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A failed export leaves no file, and of an older file all that it held; one that is told as done
 * is whole to the last byte. */
#include "config.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "dispatch.h"
#include "fault-files.h"
#include "fixture.h"

#define NOW G_GINT64_CONSTANT (1792024200)
#define DUE ((YsDate){ 2026, 10, 15 })
#define OLDER "older"
/* Nothing exported here writes more often. */
#define MOST_OPERATIONS 5000

typedef struct
{
  const char *file;
  gboolean is_list; /* the registry's list instead of the dispatch table */
  guint stride;     /* only each of so many operations; all in the long run */
} Export;

static const Export exports[] = {
  { "table.xlsx", FALSE, 11 }, { "table.pdf", FALSE, 1 }, { "table.png", FALSE, 1 },
  { "list.xlsx", TRUE, 11 },   { "list.csv", TRUE, 1 },
};

typedef struct
{
  const Export *what;
  char *folder;
  char *path;
  YsDispatch *dispatch;
  YsRegistry *registry;
} Scene;

static gboolean
run_export (const Scene *scene, const char *path, GError **error)
{
  if (scene->what->is_list)
    return ys_registry_export (scene->registry, NULL, 0, TRUE, path, NOW, error);
  return ys_dispatch_export (scene->dispatch, path, error);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;
  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
assert_holds (const char *path, const char *data, gsize length)
{
  g_autofree char *now = NULL;
  gsize n;
  g_assert_true (g_file_get_contents (path, &now, &n, NULL));
  g_assert_cmpmem (now, n, data, length);
}

/* TRUE when nothing failed any more. */
static gboolean
try_once (const Scene *scene, guint nth, gboolean over_older, const char *whole, gsize length)
{
  g_autoptr (GError) error = NULL;
  if (over_older)
    g_assert_true (g_file_set_contents (scene->path, OLDER, -1, NULL));
  fault_files_arm (nth);
  gboolean done = run_export (scene, scene->path, &error);
  gboolean failed = fault_files_disarm ();
  if (done)
    assert_holds (scene->path, whole, length);
  else
    {
      g_assert_error (error, YS_SHEET_ERROR, YS_SHEET_ERROR_DISK_FULL);
      if (over_older)
        assert_holds (scene->path, OLDER, strlen (OLDER));
    }
  g_assert_true (done || failed);
  g_assert_cmpuint (count_files (scene->folder), ==, done || over_older ? 1 : 0);
  g_unlink (scene->path);
  return !failed;
}

static void
sweep (const Scene *scene, gboolean over_older)
{
  g_autofree char *whole = NULL;
  gsize length;
  guint stride = g_getenv ("YS_FAULT_ROUNDS") != NULL ? 1 : scene->what->stride;
  g_assert_true (run_export (scene, scene->path, NULL));
  g_assert_true (g_file_get_contents (scene->path, &whole, &length, NULL));
  g_unlink (scene->path);
  /* The disk is full from the start, at least. */
  g_assert_false (try_once (scene, 1, over_older, whole, length));
  for (guint nth = 2; nth < MOST_OPERATIONS; nth += stride)
    if (try_once (scene, nth, over_older, whole, length))
      return;
  g_assert_not_reached ();
}

/* The folder went while the file dialog was open: the stick was pulled out. */
static void
check_no_folder (const Scene *scene)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *gone = g_build_filename (scene->folder, "gone", NULL);
  g_autofree char *path = g_build_filename (gone, scene->what->file, NULL);
  g_assert_false (run_export (scene, path, &error));
  g_assert_error (error, YS_SHEET_ERROR, YS_SHEET_ERROR_FAILED);
  g_assert_cmpuint (count_files (scene->folder), ==, 0);
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = fixture_make_folder ();
  const Export *what = data;
  g_autofree char *path = g_build_filename (folder, what->file, NULL);
  fixture_add_compound (fixture->ledger, fixture->community, "龙珠百合");
  g_autoptr (YsDispatch) dispatch = ys_dispatch_new (fixture->ledger, DUE, &error);
  g_assert_no_error (error);
  g_autoptr (YsRegistry) registry = ys_registry_load (fixture->ledger, &error);
  g_assert_no_error (error);
  Scene scene = { what, folder, path, dispatch, registry };
  check_no_folder (&scene);
  sweep (&scene, FALSE);
  sweep (&scene, TRUE);
  fixture_remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (exports); i++)
    {
      g_autofree char *path = g_strdup_printf ("/faults/export/%s", exports[i].file);
      g_test_add (path, Fixture, &exports[i], fixture_set_up, test_export, fixture_tear_down);
    }
  return g_test_run ();
}
