/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Made under another name first: a ledger that is there is whole. */
#include "config.h"

#include "stress.h"

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
