/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the start of the program to the first frame that shows the ledger's figures, on the three
 * standard ledgers, against a bare GTK window; taken in turns, so that all see the same machine.
 * Fails beyond the bounds below.
 * Arguments: yardstick, yardstickctl, bare-window, and another bound than FAIL. Needs a display. */
#include "config.h"

#include <gio/gio.h>

#include "bench-tools.h"

#define ROUNDS 11
/* Of a bare window's time; beyond FAIL it is no noise. */
#define AIM 1.25
#define FAIL 1.5

typedef struct
{
  const char *name;
  char *argv[8];        /* NULL-terminated */
  double times[ROUNDS]; /* microseconds */
} Program;

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
                          &error, control, "sample", folder, "--size", size, "--seed", "1",
                          "--registry-only", NULL);

  if (process == NULL || !g_subprocess_wait_check (process, NULL, &error))
    g_error ("%s", error->message);
  return g_steal_pointer (&folder);
}

int
main (int argc, char **argv)
{
  static const char *const sizes[] = { "town", "district", "stress" };
  Program programs[G_N_ELEMENTS (sizes) + 1] = { { .name = "bare GTK window" } };
  g_autofree char *root = g_dir_make_tmp ("yardstick-bench-XXXXXX", NULL);
  gboolean fine = TRUE;
  double fail = FAIL;
  double bare;
#ifdef G_OS_WIN32
  /* Paths in Chinese are lost on the way through the code page. */
  g_auto (GStrv) arguments = argv = g_win32_get_command_line ();
#endif

  if (argc < 4 || root == NULL)
    g_error ("bench-window YARDSTICK YARDSTICKCTL BARE-WINDOW [BOUND]");
  if (argc > 4)
    fail = g_ascii_strtod (argv[4], NULL);
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
          programs[i].times[round - 1] = (double)time;
      }
  bare = bench_median (programs[0].times, ROUNDS);
  g_print ("%-16s median of %d %7.1f ms\n", programs[0].name, ROUNDS, bare / 1000);
  for (guint i = 1; i < G_N_ELEMENTS (programs); i++)
    {
      double time = bench_median (programs[i].times, ROUNDS);

      g_print ("%-16s median of %d %7.1f ms\n", programs[i].name, ROUNDS, time / 1000);
      fine = bench_ratio (programs[i].name, time / bare, AIM, fail) && fine;
    }
  for (guint i = 1; i < G_N_ELEMENTS (programs); i++)
    g_free (programs[i].argv[5]);
  bench_remove_tree (root);
  return fine ? 0 : 1;
}
