/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A few photos of the newest findings: drawn, small, so that a gallery has something to show. */
#include "config.h"

#include "sample-private.h"

#include <cairo.h>

#include "photo-job.h"

#define WIDTH 320
#define HEIGHT 240

static cairo_status_t
on_write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* A wall and a floor; before: something lies there. */
static void
draw (cairo_t *cr, YsSampleRandom *random, gboolean is_after)
{
  double shade = 0.55 + ys_sample_below (random, 30) / 100.0;
  guint n = is_after ? 0 : 4 + ys_sample_below (random, 5);

  cairo_set_source_rgb (cr, shade, shade * 0.97, shade * 0.9);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, shade * 0.7, shade * 0.7, shade * 0.68);
  cairo_rectangle (cr, 0, HEIGHT * 0.6, WIDTH, HEIGHT * 0.4);
  cairo_fill (cr);
  for (guint i = 0; i < n; i++)
    {
      double x = ys_sample_below (random, WIDTH - 60);
      double size = 16 + ys_sample_below (random, 40);

      cairo_set_source_rgb (cr, 0.3 + ys_sample_below (random, 40) / 100.0, 0.3, 0.25);
      cairo_rectangle (cr, x, HEIGHT * 0.8 - size, size * 1.3, size);
      cairo_fill (cr);
    }
}

/* (transfer full) */
static GBytes *
make_picture (YsSampleRandom *random, gboolean is_after)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  GByteArray *bytes = g_byte_array_new ();

  draw (cr, random, is_after);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, on_write_cb, bytes);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static gboolean
add_photo (YsSampleWork *work, gint64 finding_id, gboolean is_after, GError **error)
{
  g_autoptr (GBytes) bytes = make_picture (&work->random, is_after);
  g_autofree char *name
      = g_strdup_printf ("示例%s-%u.png", is_after ? "整改后" : "整改前", (guint)finding_id);
  const YsPhotoPlace place
      = { .finding_id = finding_id, .role = is_after ? YS_PHOTO_AFTER : YS_PHOTO_BEFORE };
  const YsPhotoSource source = { .bytes = bytes, .name = name };
  g_autoptr (GPtrArray) verdicts
      = ys_photo_job_add (work->ledger, &place, &source, 1, YS_SAMPLE_NOW, NULL, NULL, NULL, error);

  return verdicts != NULL;
}

gboolean
ys_sample_fill_photos (YsSampleWork *work, GError **error)
{
  for (guint i = 0; i < work->shown->len; i++)
    {
      const YsSampleShown *shown = &g_array_index (work->shown, YsSampleShown, i);

      if (!add_photo (work, shown->finding_id, FALSE, error)
          || (shown->is_repaired && !add_photo (work, shown->finding_id, TRUE, error)))
        return FALSE;
    }
  return TRUE;
}
