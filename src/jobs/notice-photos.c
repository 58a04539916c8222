/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Photos small enough for paper: 600 pixels on a third of A4 are finer than a printer needs, and a
 * notice with thirty of them stays small enough to be sent. */
#include "config.h"

#include "notice-private.h"
#include "number.h"
#include "photo-job.h"
#include "photo.h"

#define PRINT_SIDE 600

void
ys_notice_photo_free (YsNoticePhoto *photo)
{
  if (photo == NULL)
    return;
  g_bytes_unref (photo->jpeg);
  cairo_surface_destroy (photo->surface);
  g_free ((char *)photo->caption);
  g_free (photo);
}

/* (transfer full) */
static cairo_surface_t *
make_surface (const YsPhotoPixels *pixels)
{
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)pixels->width, (int)pixels->height);
  const guint8 *from = g_bytes_get_data (pixels->bytes, NULL);
  guint8 *to = cairo_image_surface_get_data (surface);
  gsize stride = (gsize)cairo_image_surface_get_stride (surface);

  for (guint y = 0; y < pixels->height && to != NULL; y++)
    for (guint x = 0; x < pixels->width; x++)
      {
        const guint8 *rgb = from + y * pixels->stride + x * 3;

        *(guint32 *)(void *)(to + y * stride + x * 4)
            = (guint32)rgb[0] << 16 | (guint32)rgb[1] << 8 | rgb[2];
      }
  cairo_surface_mark_dirty (surface);
  return surface;
}

static YsNoticePhoto *
make_photo (GBytes *jpeg, const YsPhoto *photo, guint number)
{
  g_autoptr (YsPhotoPixels) pixels
      = ys_photo_pixels_read (jpeg, PRINT_SIDE, PRINT_SIDE, NULL, NULL);
  YsNoticePhoto *made;

  if (pixels == NULL)
    return NULL;
  made = g_new0 (YsNoticePhoto, 1);
  made->jpeg = g_bytes_ref (jpeg);
  made->surface = make_surface (pixels);
  made->caption = g_strdup_printf ("第%u行 %s", number,
                                   ys_choice_official (ys_photo_role_choices, photo->role));
  return made;
}

gboolean
ys_notice_add_photos (
    YsLedger *ledger, gint64 finding_id, guint number, GPtrArray *photos, GError **error)
{
  const YsPhotoPlace place = { .finding_id = finding_id };
  g_autoptr (GPtrArray) list = ys_photo_job_list (ledger, &place, error);

  if (list == NULL)
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    {
      const YsPhoto *photo = g_ptr_array_index (list, i);
      g_autoptr (GBytes) jpeg = ys_photo_job_bytes (ledger, photo->id, PRINT_SIDE, NULL);
      YsNoticePhoto *made = jpeg != NULL ? make_photo (jpeg, photo, number) : NULL;

      if (made != NULL)
        g_ptr_array_add (photos, made);
    }
  return TRUE;
}
