/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes a picture in: looked at, decoded, turned upright, laid on white, written anew. What is
 * written holds pixels only, so that position, owner and thumbnails of the original cannot be in
 * it.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "photo-decode.h"
#include "photo-exif.h"
#include "photo-image.h"
#include "photo-pixels.h"

/* About 300 KB at full size; at 90 twice that, for no writing that could be read better. */
#define QUALITY "85"

G_DEFINE_QUARK (ys - photo - error - quark, ys_photo_error)

gboolean
ys_photo_image_check_size (guint64 bytes, GError **error)
{
  if (bytes <= YS_PHOTO_MAX_FILE_BYTES)
    return TRUE;
  g_set_error (error, YS_PHOTO_ERROR, YS_PHOTO_ERROR_TOO_LARGE,
               /* Translators: megabytes, twice */
               _ ("This file has %u MB; a picture may have %u MB. Make it smaller, then add it "
                  "again."),
               (guint)(bytes / (1024 * 1024)), YS_PHOTO_MAX_FILE_BYTES / (1024 * 1024));
  return FALSE;
}

static GdkPixbuf *
turn (GdkPixbuf *pixbuf, int orientation)
{
  static const struct
  {
    GdkPixbufRotation rotation;
    gboolean mirror; /* afterwards, left and right */
  } turns[] = {
    { GDK_PIXBUF_ROTATE_NONE, FALSE },
    { GDK_PIXBUF_ROTATE_NONE, TRUE },
    { GDK_PIXBUF_ROTATE_UPSIDEDOWN, FALSE },
    { GDK_PIXBUF_ROTATE_UPSIDEDOWN, TRUE },
    { GDK_PIXBUF_ROTATE_CLOCKWISE, TRUE },
    { GDK_PIXBUF_ROTATE_CLOCKWISE, FALSE },
    { GDK_PIXBUF_ROTATE_COUNTERCLOCKWISE, TRUE },
    { GDK_PIXBUF_ROTATE_COUNTERCLOCKWISE, FALSE },
  };
  g_autoptr (GdkPixbuf) rotated = NULL;

  g_assert (orientation >= 1 && orientation <= 8);
  if (orientation == 1)
    return g_object_ref (pixbuf);
  rotated = gdk_pixbuf_rotate_simple (pixbuf, turns[orientation - 1].rotation);
  if (rotated == NULL || !turns[orientation - 1].mirror)
    return g_steal_pointer (&rotated);
  return gdk_pixbuf_flip (rotated, TRUE);
}

static gboolean
refuse_memory (GError **error)
{
  g_set_error_literal (error, YS_PHOTO_ERROR, YS_PHOTO_ERROR_FAILED,
                       _ ("There is not enough memory for this picture. Close other programs, or "
                          "make the picture smaller."));
  return FALSE;
}

static GBytes *
encode (GdkPixbuf *pixbuf, GError **error)
{
  static char *keys[] = { (char *)"quality", NULL };
  static char *values[] = { (char *)QUALITY, NULL };
  char *buffer;
  gsize length;

  if (gdk_pixbuf_save_to_bufferv (pixbuf, &buffer, &length, "jpeg", keys, values, NULL))
    return g_bytes_new_take (buffer, length);
  refuse_memory (error);
  return NULL;
}

/* Upright, on white, at most the size that is kept. */
static GdkPixbuf *
prepare (GBytes *original,
         const YsPhotoFormat *format,
         int orientation,
         GCancellable *cancellable,
         GError **error)
{
  g_autoptr (GdkPixbuf) decoded = ys_photo_decode (original, format, YS_PHOTO_MAX_SIDE,
                                                   YS_PHOTO_MAX_SIDE, cancellable, error);
  if (decoded == NULL)
    return NULL;
  g_autoptr (GdkPixbuf) flat = ys_photo_flatten (decoded);
  GdkPixbuf *upright = flat ? turn (flat, orientation) : NULL;
  if (upright == NULL)
    refuse_memory (error);
  return upright;
}

YsPhotoImage *
ys_photo_image_read (GBytes *original, GCancellable *cancellable, GError **error)
{
  YsPhotoFormat format;
  int orientation;
  YsInstant taken_at;

  g_return_val_if_fail (original != NULL, NULL);

  if (!ys_photo_image_check_size (g_bytes_get_size (original), error)
      || !ys_photo_format_read (original, &format, error))
    return NULL;
  ys_photo_exif_read (format.exif, format.exif_length, &orientation, &taken_at);
  g_autoptr (GdkPixbuf) pixbuf = prepare (original, &format, orientation, cancellable, error);
  g_autoptr (GBytes) jpeg = pixbuf ? encode (pixbuf, error) : NULL;
  if (jpeg == NULL)
    return NULL;
  YsPhotoImage *image = g_new0 (YsPhotoImage, 1);
  image->width = (guint)gdk_pixbuf_get_width (pixbuf);
  image->height = (guint)gdk_pixbuf_get_height (pixbuf);
  image->taken_at = taken_at;
  image->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, jpeg);
  image->original_sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, original);
  image->jpeg = g_steal_pointer (&jpeg);
  return image;
}

void
ys_photo_image_free (YsPhotoImage *image)
{
  if (image == NULL)
    return;
  g_bytes_unref (image->jpeg);
  g_free (image->sha256);
  g_free (image->original_sha256);
  g_free (image);
}

static GdkPixbuf *
decode_kept (GBytes *jpeg, guint width, guint height, GCancellable *cancellable, GError **error)
{
  YsPhotoFormat format;

  if (!ys_photo_format_read (jpeg, &format, error))
    return NULL;
  g_autoptr (GdkPixbuf) decoded
      = ys_photo_decode (jpeg, &format, width, height, cancellable, error);
  GdkPixbuf *flat = decoded ? ys_photo_flatten (decoded) : NULL;
  if (decoded != NULL && flat == NULL)
    refuse_memory (error);
  return flat;
}

GBytes *
ys_photo_image_shrink (GBytes *jpeg, guint side, GCancellable *cancellable, GError **error)
{
  YsPhotoFormat format;

  g_return_val_if_fail (jpeg != NULL && side > 0, NULL);

  if (!ys_photo_format_read (jpeg, &format, error))
    return NULL;
  if (format.width > 0 && format.width <= side && format.height <= side)
    return g_bytes_ref (jpeg);
  g_autoptr (GdkPixbuf) pixbuf = decode_kept (jpeg, side, side, cancellable, error);
  return pixbuf ? encode (pixbuf, error) : NULL;
}

YsPhotoPixels *
ys_photo_pixels_read (
    GBytes *jpeg, guint width, guint height, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (jpeg != NULL && width > 0 && height > 0, NULL);

  g_autoptr (GdkPixbuf) pixbuf = decode_kept (jpeg, width, height, cancellable, error);
  if (pixbuf == NULL)
    return NULL;
  YsPhotoPixels *pixels = g_new0 (YsPhotoPixels, 1);
  pixels->width = (guint)gdk_pixbuf_get_width (pixbuf);
  pixels->height = (guint)gdk_pixbuf_get_height (pixbuf);
  pixels->stride = (gsize)gdk_pixbuf_get_rowstride (pixbuf);
  pixels->bytes = gdk_pixbuf_read_pixel_bytes (pixbuf);
  return pixels;
}

void
ys_photo_pixels_free (YsPhotoPixels *pixels)
{
  if (pixels == NULL)
    return;
  g_bytes_unref (pixels->bytes);
  g_free (pixels);
}
