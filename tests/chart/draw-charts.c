/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the sample charts as pictures, for the eye: draw-charts FOLDER [WIDTH HEIGHT [bare] [dark]
 * [N] [KIND]]. */
#include "config.h"

#include "sample-charts.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  const char *folder;
  double width, height;
  gboolean bare, dark;
  guint n;
  int kind;
} Options;

static int
write_one (const Options *options, const char *name, YsScene *scene)
{
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (options->folder, file, NULL);
  g_autoptr (GError) error = NULL;
  const YsScene *scenes[] = { scene };
  gboolean ok = ys_scene_write (scenes, 1, path, options->dark, &error);

  if (!ok)
    g_printerr ("%s\n", error->message);
  ys_scene_free (scene);
  return ok ? 0 : 1;
}

static int
write_all (const Options *o)
{
  g_autoptr (Sample) sample = sample_new (o->n, (SampleKind)o->kind);
  YsChartFrame frame = sample_frame (o->bare);
  int failed = 0;

  failed += write_one (o, "trend",
                       ys_trend_layout (&sample->trend, &frame, o->width, o->height, NULL));
  failed += write_one (o, "multiples",
                       ys_multiples_layout (&sample->trend, &frame, o->width, o->height, NULL));
  failed += write_one (o, "communities",
                       ys_multiples_layout (&sample->grouped, &frame, o->width, o->height, NULL));
  failed += write_one (o, "heatmap",
                       ys_heatmap_layout (&sample->heat, &frame, o->width, o->height, NULL));
  failed += write_one (o, "pareto",
                       ys_pareto_layout (&sample->pareto, &frame, o->width, o->height, NULL));
  failed
      += write_one (o, "timeliness",
                    ys_timeliness_layout (&sample->timeliness, &frame, o->width, o->height, NULL));
  return failed;
}

int
main (int argc, char **argv)
{
  Options options = { argc > 1 ? argv[1] : ".", 1920.0, 1080.0, FALSE, FALSE, 20, SAMPLE_ORDINARY };
  int numbers = 0;

  for (int i = 2; i < argc; i++)
    {
      double number = g_ascii_strtod (argv[i], NULL);

      if (strcmp (argv[i], "bare") == 0)
        options.bare = TRUE;
      else if (strcmp (argv[i], "dark") == 0)
        options.dark = TRUE;
      else if (numbers == 0)
        options.width = number;
      else if (numbers == 1)
        options.height = number;
      else if (numbers == 2)
        options.n = (guint)number;
      else
        options.kind = CLAMP ((int)number, 0, SAMPLE_N_KINDS - 1);
      numbers += g_ascii_isdigit (argv[i][0]) ? 1 : 0;
    }
  g_mkdir_with_parents (options.folder, 0755);
  return write_all (&options) > 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
