/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Feeds a decoder piece by piece, so that a picture which claims too many pixels, or that nobody
 * waits for any more, ends early. The kind is told by us: of the decoders that are installed only
 * those for photos are ever asked. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "photo-decode.h"
#include "photo-image.h"

#define PIECE (64 * 1024)

typedef struct
{
  guint box_width;
  guint box_height;
  gboolean may_scale;
  gboolean is_too_large;
  guint claimed_width; /* by the header, as the decoder reads it */
  guint claimed_height;
  guint n_rows; /* that the decoder delivered */
} Decoding;

void
ys_photo_fit (guint *width, guint *height, guint box_width, guint box_height)
{
  guint64 w = *width, h = *height;

  g_return_if_fail (w > 0 && h > 0 && box_width > 0 && box_height > 0);

  if (w <= box_width && h <= box_height)
    return;
  if (w * box_height > h * box_width)
    {
      *width = box_width;
      *height = (guint)MAX (1, (h * box_width + w / 2) / w);
    }
  else
    {
      *height = box_height;
      *width = (guint)MAX (1, (w * box_height + h / 2) / h);
    }
}

gboolean
ys_photo_check_sides (guint width, guint height, GError **error)
{
  if (width <= YS_PHOTO_MAX_SOURCE_SIDE && height <= YS_PHOTO_MAX_SOURCE_SIDE
      && (guint64)width * height <= YS_PHOTO_MAX_PIXELS)
    return TRUE;
  g_set_error (error, YS_PHOTO_ERROR, YS_PHOTO_ERROR_TOO_LARGE,
               /* Translators: width and height in pixels */
               _ ("This picture has %u × %u pixels, more than can be taken in. Make it smaller, "
                  "then add it again."),
               width, height);
  return FALSE;
}

static void
on_loader_size_prepared_cb (GdkPixbufLoader *loader, int width, int height, Decoding *decoding)
{
  guint w = (guint)MAX (width, 1), h = (guint)MAX (height, 1);

  decoding->claimed_width = w;
  decoding->claimed_height = h;
  if (!ys_photo_check_sides (w, h, NULL))
    {
      decoding->is_too_large = TRUE;
      /* By this a decoder knows that nobody wants the pixels. */
      gdk_pixbuf_loader_set_size (loader, 0, 0);
      return;
    }
  if (!decoding->may_scale)
    return;
  ys_photo_fit (&w, &h, decoding->box_width, decoding->box_height);
  if ((int)w != width || (int)h != height)
    gdk_pixbuf_loader_set_size (loader, (int)w, (int)h);
}

static void
on_loader_area_updated_cb (
    GdkPixbufLoader *loader, int x, int y, int width, int height, Decoding *decoding)
{
  decoding->n_rows = MAX (decoding->n_rows, (guint)MAX (y + height, 0));
}

static gboolean
refuse_cancelled (GError **error)
{
  g_set_error_literal (error, YS_PHOTO_ERROR, YS_PHOTO_ERROR_CANCELLED, _ ("Cancelled."));
  return FALSE;
}

static gboolean
feed (GdkPixbufLoader *loader,
      GBytes *bytes,
      const YsPhotoFormat *format,
      Decoding *decoding,
      GCancellable *cancellable,
      GError **error)
{
  const guint8 *data = g_bytes_get_data (bytes, NULL);
  gsize length = format->length;

  for (gsize at = 0; at < length && !decoding->is_too_large; at += PIECE)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return refuse_cancelled (error);
      if (!gdk_pixbuf_loader_write (loader, data + at, MIN (PIECE, length - at), error))
        return FALSE;
    }
  /* Cut behind its first frame, it needs an end of its own. */
  return format->kind != YS_PHOTO_GIF || decoding->is_too_large
         || gdk_pixbuf_loader_write (loader, (const guint8 *)";", 1, error);
}

/* The decoders' own words are for their writers. */
static void
translate (const Decoding *decoding, GError *failure, GError **error)
{
  if (g_error_matches (failure, YS_PHOTO_ERROR, YS_PHOTO_ERROR_CANCELLED))
    refuse_cancelled (error);
  else if (g_error_matches (failure, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_INSUFFICIENT_MEMORY))
    g_set_error_literal (error, YS_PHOTO_ERROR, YS_PHOTO_ERROR_FAILED,
                         _ ("There is not enough memory for this picture. Close other programs, or "
                            "make the picture smaller."));
  else
    ys_photo_refuse_damaged (error);
}

static GdkPixbufLoader *
make_loader (YsPhotoKind kind, GError **error)
{
  GdkPixbufLoader *loader = gdk_pixbuf_loader_new_with_mime_type (ys_photo_kind_mime (kind), NULL);
  if (loader == NULL)
    g_set_error (error, YS_PHOTO_ERROR, YS_PHOTO_ERROR_NO_READER,
                 /* Translators: a format such as HEIC */
                 _ ("This computer cannot read %s pictures. Save it as JPEG, then add it again."),
                 ys_photo_kind_name (kind));
  return loader;
}

static GdkPixbuf *
run (GdkPixbufLoader *loader,
     GBytes *bytes,
     const YsPhotoFormat *format,
     Decoding *decoding,
     GCancellable *cancellable,
     GError **error)
{
  g_autoptr (GError) failure = NULL;
  gboolean fed = feed (loader, bytes, format, decoding, cancellable, &failure);
  /* A loader must be closed even when it failed; then it may say so once more. */
  gboolean closed = gdk_pixbuf_loader_close (loader, fed ? &failure : NULL);
  if (decoding->is_too_large)
    return NULL;
  GdkPixbuf *pixbuf = fed && closed ? gdk_pixbuf_loader_get_pixbuf (loader) : NULL;
  if (pixbuf == NULL)
    {
      translate (decoding, failure, error);
      return NULL;
    }
  return g_object_ref (pixbuf);
}

static GdkPixbuf *
scale_into (GdkPixbuf *pixbuf, guint box_width, guint box_height)
{
  guint width = (guint)gdk_pixbuf_get_width (pixbuf);
  guint height = (guint)gdk_pixbuf_get_height (pixbuf);

  if (width <= box_width && height <= box_height)
    return g_object_ref (pixbuf);
  ys_photo_fit (&width, &height, box_width, box_height);
  return gdk_pixbuf_scale_simple (pixbuf, (int)width, (int)height, GDK_INTERP_BILINEAR);
}

static GdkPixbuf *
decode_with (GdkPixbufLoader *loader,
             GBytes *bytes,
             const YsPhotoFormat *format,
             Decoding *decoding,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GdkPixbuf) pixbuf = run (loader, bytes, format, decoding, cancellable, error);
  if (decoding->is_too_large)
    {
      ys_photo_check_sides (decoding->claimed_width, decoding->claimed_height, error);
      return NULL;
    }
  if (pixbuf == NULL)
    return NULL;
  if (format->kind == YS_PHOTO_PNG && decoding->n_rows < format->height)
    {
      ys_photo_refuse_damaged (error);
      return NULL;
    }
  GdkPixbuf *scaled = scale_into (pixbuf, decoding->box_width, decoding->box_height);
  if (scaled == NULL)
    {
      g_autoptr (GError) failure
          = g_error_new_literal (GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_INSUFFICIENT_MEMORY, "");
      translate (decoding, failure, error);
    }
  return scaled;
}

GdkPixbuf *
ys_photo_decode (GBytes *bytes,
                 const YsPhotoFormat *format,
                 guint width,
                 guint height,
                 GCancellable *cancellable,
                 GError **error)
{
  /* A JPEG is decoded at a half, a quarter or an eighth of its size: much less work. */
  Decoding decoding
      = { .box_width = width, .box_height = height, .may_scale = format->kind == YS_PHOTO_JPEG };

  if (format->width > 0 && !ys_photo_check_sides (format->width, format->height, error))
    return NULL;
  g_autoptr (GdkPixbufLoader) loader = make_loader (format->kind, error);
  if (loader == NULL)
    return NULL;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_loader_size_prepared_cb), &decoding);
  g_signal_connect (loader, "area-updated", G_CALLBACK (on_loader_area_updated_cb), &decoding);
  return decode_with (loader, bytes, format, &decoding, cancellable, error);
}

GdkPixbuf *
ys_photo_flatten (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);

  if (!gdk_pixbuf_get_has_alpha (pixbuf))
    return g_object_ref (pixbuf);
  GdkPixbuf *flat = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  if (flat == NULL)
    return NULL;
  gdk_pixbuf_fill (flat, 0xffffffff);
  gdk_pixbuf_composite (pixbuf, flat, 0, 0, width, height, 0, 0, 1, 1, GDK_INTERP_NEAREST, 255);
  return flat;
}
