/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disk that fills up while a photo is written, at each of its steps: no row without its file,
 * nothing of the photo in the list, and it goes in once there is room. */
#include "config.h"

#include <gio/gio.h>

#include "fault-files.h"
#include "photo-fixture.h"
#include "photo-store.h"
#include "photo.h"

/* Nothing here writes more often. */
#define MOST_OPERATIONS 100

typedef struct
{
  Fixture base;
  gint64 inspection;
} Scene;

static void
set_up (Scene *scene, gconstpointer data)
{
  fixture_set_up (&scene->base, data);
  scene->inspection = photo_fixture_prepare (scene->base.ledger, scene->base.community);
}

static void
tear_down (Scene *scene, gconstpointer data)
{
  fixture_tear_down (&scene->base, data);
}

static gint64
n_photos (Scene *scene)
{
  return ys_record_store_count (scene->base.ledger, &ys_photo_type, NULL);
}

/* TRUE when nothing failed any more. Picture @nth is used nowhere else. */
static gboolean
try_once (Scene *scene, guint nth)
{
  g_autoptr (GError) error = NULL;
  gint64 before = n_photos (scene);
  fault_files_arm (nth);
  gboolean done = photo_fixture_add (scene->base.ledger, scene->inspection, nth, &error);
  gboolean failed = fault_files_disarm ();
  g_assert_true (done || failed);
  if (!done)
    g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_DISK_FULL);
  g_assert_cmpint (n_photos (scene), ==, before + (done ? 1 : 0));
  fixture_assert_verifies (scene->base.ledger);
  if (!done)
    {
      g_clear_error (&error);
      g_assert_true (photo_fixture_add (scene->base.ledger, scene->inspection, nth, &error));
      g_assert_no_error (error);
      fixture_assert_verifies (scene->base.ledger);
    }
  return !failed;
}

static void
test_full (Scene *scene, gconstpointer data)
{
  guint nth = 1;
  while (nth < MOST_OPERATIONS && !try_once (scene, nth))
    nth++;
  /* The photo's bytes are written and flushed at least. */
  g_assert_cmpuint (nth, >, 2);
  g_assert_cmpuint (nth, <, MOST_OPERATIONS);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/faults/photos/full", Scene, NULL, set_up, test_full, tear_down);
  return g_test_run ();
}
