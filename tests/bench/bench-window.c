/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the start of the program to the first frame that shows the ledger's figures, on the three
 * standard ledgers, against a bare GTK window; taken in turns, so that all see the same machine.
 * Arguments: yardstick, yardstickctl, bare-window. Needs a display. */
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#define ROUNDS 11

typedef struct
{
  const char *name;
  char *argv[8]; /* NULL-terminated */
  gint64 times[ROUNDS];
} Program;

static int
compare_times (gconstpointer a, gconstpointer b)
{
  return *(const gint64 *)a < *(const gint64 *)b ? -1 : 1;
}

static double
median_ms (Program *program)
{
  qsort (program->times, ROUNDS, sizeof (gint64), compare_times);
  return (double)program->times[ROUNDS / 2] / 1000;
}

/* Microseconds from the spawn to the frame: the clock is the same in both processes. */
static gint64
start_once (const Program *program)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *output = NULL;
  const char *mark;
  gint64 start = g_get_monotonic_time ();

  process = g_subprocess_newv ((const char *const *)program->argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                               &error);
  if (process == NULL
      || !g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error))
    g_error ("%s: %s", program->name, error->message);
  mark = strstr (output, "first-frame ");
  if (mark == NULL)
    g_error ("%s showed no frame", program->name);
  return g_ascii_strtoll (mark + strlen ("first-frame "), NULL, 10) - start;
}

static char *
make_sample (const char *control, const char *root, const char *size)
{
  g_autofree char *folder = g_build_filename (root, size, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process
      = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                          &error, control, "sample", folder, "--size", size, "--seed", "1", "--registry-only", NULL);

  if (process == NULL || !g_subprocess_wait_check (process, NULL, &error))
    g_error ("%s", error->message);
  return g_steal_pointer (&folder);
}

static void
remove_tree (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_tree (path);
      else
        g_remove (path);
    }
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  static const char *const sizes[] = { "town", "district", "stress" };
  Program programs[G_N_ELEMENTS (sizes) + 1] = { { .name = "bare GTK window" } };
  g_autofree char *root = g_dir_make_tmp ("yardstick-bench-XXXXXX", NULL);
  double bare;

  if (argc < 4 || root == NULL)
    g_error ("bench-window YARDSTICK YARDSTICKCTL BARE-WINDOW");
  g_setenv ("XDG_CONFIG_HOME", root, TRUE);
  g_setenv ("XDG_DATA_HOME", root, TRUE);
  programs[0].argv[0] = argv[3];
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    programs[i + 1] = (Program){ .name = sizes[i],
                                 .argv = { argv[1], (char *)"--until-first-frame", (char *)"--lang",
                                           (char *)"zh", (char *)"--ledger",
                                           make_sample (argv[2], root, sizes[i]) } };

  /* The first start of each warms the disk's cache and makes the day's backup. */
  for (guint round = 0; round <= ROUNDS; round++)
    for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
      {
        gint64 time = start_once (&programs[i]);

        if (round == 0)
          g_print ("%-16s first start %7.1f ms\n", programs[i].name, (double)time / 1000);
        else
          programs[i].times[round - 1] = time;
      }
  bare = median_ms (&programs[0]);
  g_print ("%-16s median of %d %7.1f ms\n", programs[0].name, ROUNDS, bare);
  for (guint i = 1; i < G_N_ELEMENTS (programs); i++)
    {
      double time = median_ms (&programs[i]);

      g_print ("%-16s median of %d %7.1f ms, ratio %.2f (aim at most 1.25)\n", programs[i].name,
               ROUNDS, time, time / bare);
    }
  for (guint i = 1; i < G_N_ELEMENTS (programs); i++)
    g_free (programs[i].argv[5]);
  remove_tree (root);
  return 0;
}
