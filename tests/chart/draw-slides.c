/* SPDX-License-Identifier: GPL-3.0-or-later */
/* draw-slides FOLDER: every slide from invented figures as pictures, to be looked at; the ranking
 * also as a wall without colours and as eyes see it that lack green. */
#include "config.h"

#include "chart-sample.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

static const char *folder;

static void
write_slide (YsScene *scene, const char *name, gboolean dark)
{
  const YsScene *scenes[] = { scene };
  g_autofree char *file = g_strconcat (name, ".png", NULL),
                  *path = g_build_filename (folder, file, NULL);
  g_autoptr (GError) error = NULL;

  if (!ys_scene_write (scenes, 1, path, dark, &error))
    g_error ("%s", error->message);
  g_print ("%s\n", path);
}

static void
take_slide (YsScene *scene, const char *name, gboolean dark)
{
  write_slide (scene, name, dark);
  ys_scene_free (scene);
}

static double
to_linear (double c)
{
  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static guint32
to_byte (double c)
{
  double clamped = CLAMP (c, 0.0, 1.0);

  return (guint32)(255.0
                       * (clamped <= 0.0031308 ? 12.92 * clamped
                                               : 1.055 * pow (clamped, 1 / 2.4) - 0.055)
                   + 0.5);
}

/* Machado, Oliveira and Fernandes 2009, deuteranopia; and luminance. */
static guint32
seen (guint32 pixel, gboolean grey)
{
  static const double green_blind[3][3] = { { 0.367322, 0.860646, -0.227968 },
                                            { 0.280085, 0.672501, 0.047413 },
                                            { -0.011820, 0.042940, 0.968881 } };
  static const double luminance[3] = { 0.2126, 0.7152, 0.0722 };
  double in[3] = { to_linear ((pixel >> 16 & 0xFF) / 255.0),
                   to_linear ((pixel >> 8 & 0xFF) / 255.0), to_linear ((pixel & 0xFF) / 255.0) };
  guint32 out = 0;

  for (int i = 0; i < 3; i++)
    {
      const double *row = grey ? luminance : green_blind[i];

      out = out << 8 | to_byte (row[0] * in[0] + row[1] * in[1] + row[2] * in[2]);
    }
  return out;
}

static void
write_seen (const YsScene *scene, const char *name, gboolean grey)
{
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)ys_scene_width (scene),
                                    (int)ys_scene_height (scene));
  cairo_t *cr = cairo_create (surface);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  guchar *pixels;

  ys_scene_draw (scene, cr, FALSE);
  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      {
        guchar *at = pixels + y * cairo_image_surface_get_stride (surface) + x * 4;
        guint32 pixel;

        memcpy (&pixel, at, 4);
        pixel = seen (pixel, grey);
        memcpy (at, &pixel, 4);
      }
  cairo_surface_mark_dirty (surface);
  if (cairo_surface_write_to_png (surface, path) != CAIRO_STATUS_SUCCESS)
    g_error ("%s was not written", path);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
write_step (const YsScene *scene, const char *name, int step, double progress)
{
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)ys_scene_width (scene),
                                    (int)ys_scene_height (scene));
  cairo_t *cr = cairo_create (surface);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  ys_scene_draw_step (scene, cr, FALSE, step, progress);
  if (cairo_surface_write_to_png (surface, path) != CAIRO_STATUS_SUCCESS)
    g_error ("%s was not written", path);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
draw_rankings (const YsChartSample *sample)
{
  g_autoptr (YsChartSample) many = ys_chart_sample_new_many (300), odd = ys_chart_sample_new_odd ();
  g_autoptr (YsChartSample) equal = ys_chart_sample_new_equal (6),
                            one = ys_chart_sample_new_many (1);
  YsRankingData data = ys_chart_sample_ranking (sample), many_data = ys_chart_sample_ranking (many);
  YsRankingData odd_data = ys_chart_sample_ranking (odd),
                equal_data = ys_chart_sample_ranking (equal);
  YsRankingData one_data = ys_chart_sample_ranking (one);
  YsChartFrame frame = ys_chart_sample_frame (0), second = ys_chart_sample_frame (1), bare = frame;
  g_autoptr (YsScene) scene = ys_ranking_layout (&data, &frame, 1920, 1080, NULL);

  bare.bare = TRUE;
  write_slide (scene, "2-ranking", FALSE);
  write_slide (scene, "2b-ranking-dark", TRUE);
  write_step (scene, "2c-ranking-building.png", ys_scene_stop (scene), 1.0);
  write_step (scene, "2d-ranking-growing.png", ys_scene_stop (scene) - 3, 0.3);
  write_seen (scene, "14-deuteranopia.png", FALSE);
  write_seen (scene, "14b-grey.png", TRUE);
  take_slide (ys_ranking_layout (&many_data, &second, 1920, 1080, NULL), "11-ranking-300", FALSE);
  take_slide (ys_ranking_layout (&many_data, &second, 1440, 1080, NULL), "11b-ranking-300-4x3",
              FALSE);
  take_slide (ys_ranking_layout (&data, &frame, 1440, 1080, NULL), "12-ranking-4x3", FALSE);
  take_slide (ys_ranking_layout (&data, &frame, 3840, 1080, NULL), "12b-ranking-32x9", FALSE);
  take_slide (ys_ranking_layout (&one_data, &frame, 1920, 1080, NULL), "13-one", FALSE);
  take_slide (ys_ranking_layout (&equal_data, &frame, 1920, 1080, NULL), "13b-equal", FALSE);
  take_slide (ys_ranking_layout (&odd_data, &frame, 1920, 1080, NULL), "13c-odd", FALSE);
  take_slide (ys_ranking_layout (&odd_data, &frame, 1440, 1080, NULL), "13d-odd-4x3-dark", TRUE);
  take_slide (ys_ranking_layout (&data, &bare, 900, 500, NULL), "20-ranking-in-page", FALSE);
}

int
main (int argc, char **argv)
{
  g_autoptr (YsChartSample) sample = ys_chart_sample_new ();
  YsRankingData data = ys_chart_sample_ranking (sample), trial = ys_chart_sample_trial (sample);
  YsCoverData cover = ys_chart_sample_cover (sample);
  YsWaterfallData last = ys_chart_sample_waterfall (FALSE),
                  first = ys_chart_sample_waterfall (TRUE);
  YsAwardData awards = ys_chart_sample_awards ();
  YsChartFrame frame = ys_chart_sample_frame (0);

  if (argc != 2 || g_mkdir_with_parents (argv[1], 0777) != 0)
    {
      g_printerr ("usage: draw-slides FOLDER\n");
      return 2;
    }
  folder = argv[1];
  take_slide (ys_cover_layout (&cover, &frame, 1920, 1080, NULL), "1-cover", FALSE);
  take_slide (ys_cover_layout (&cover, &frame, 1440, 1080, NULL), "1b-cover-4x3-dark", TRUE);
  draw_rankings (sample);
  take_slide (ys_waterfall_layout (&last, &frame, 1920, 1080, NULL), "3-waterfall", FALSE);
  take_slide (ys_waterfall_layout (&first, &frame, 1920, 1080, NULL), "3b-waterfall-first", FALSE);
  take_slide (ys_waterfall_layout (&last, &frame, 1440, 1080, NULL), "3c-waterfall-4x3-dark", TRUE);
  take_slide (ys_award_layout (&awards, &frame, 1920, 1080, NULL), "8-awards", FALSE);
  take_slide (ys_trial_layout (&trial, &frame, 1920, 1080, NULL), "10-trial", FALSE);
  take_slide (ys_trial_layout (&trial, &frame, 1440, 1080, NULL), "10b-trial-4x3-dark", TRUE);
  take_slide (ys_composition_layout (&data, &frame, 1920, 1080, NULL), "15-parts", FALSE);
  take_slide (ys_change_layout (&data, &frame, 1920, 1080, NULL), "16-change", FALSE);
  return 0;
}
