/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See bench-tools.h. */
#include "config.h"

#include "bench-tools.h"

#include <glib/gstdio.h>
#include <stdlib.h>

void
bench_remove_tree (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        bench_remove_tree (path);
      else
        g_remove (path);
    }
  g_rmdir (folder);
}

double
bench_seconds_since (gint64 start)
{
  return (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

double
bench_median (double *values, guint n)
{
  qsort (values, n, sizeof *values, compare_doubles);
  return values[n / 2];
}

gboolean
bench_ratio (const char *what, double ratio, double aim, double fail)
{
  g_print ("%s: ratio %.2f (aim %.2f%s)\n", what, ratio, aim,
           ratio > fail  ? ", failed"
           : ratio > aim ? ", missed"
                         : "");
  return ratio <= fail;
}
