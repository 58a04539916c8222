/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Made under another name first: a ledger that is there is whole. */
#include "config.h"

#include "stress.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#include "sample.h"

void
stress_make (const char *folder)
{
  g_autofree char *partly = g_strconcat (folder, ".part", NULL);
  g_autoptr (GError) error = NULL;

  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    return;
  stress_remove_tree (partly);
  g_print ("making %s …\n", folder);
  if (!ys_sample_create (partly, YS_SAMPLE_STRESS, 1, NULL, NULL, &error))
    g_error ("%s", error->message);
  if (g_rename (partly, folder) != 0)
    g_error ("cannot rename %s", partly);
}

char *
stress_copy (const char *folder, const char *root)
{
  char *copy = g_build_filename (root, "stress", NULL);
  g_autofree char *from_path = g_build_filename (folder, "ledger.yardstick", NULL);
  g_autofree char *to_path = g_build_filename (copy, "ledger.yardstick", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (from_path);
  g_autoptr (GFile) to = g_file_new_for_path (to_path);
  g_autoptr (GError) error = NULL;

  if (g_mkdir (copy, 0700) != 0)
    g_error ("cannot make %s", copy);
  if (!g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
  return copy;
}

void
stress_remove_tree (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        stress_remove_tree (path);
      else
        g_remove (path);
    }
  g_rmdir (folder);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  return *(const gint64 *)a < *(const gint64 *)b ? -1 : 1;
}

gint64
stress_median (gint64 *times, guint n)
{
  qsort (times, n, sizeof *times, compare_times);
  return times[n / 2];
}
