/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A kept photo as plain pixels, at the size at which it is shown. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  GBytes *bytes; /* red, green, blue: 8 bits each */
  guint   width;
  guint   height;
  gsize   stride; /* bytes of a row */
} YsPhotoPixels;

/* Fits into @width × @height, never enlarged. YS_PHOTO_ERROR. For any thread. (transfer full) */
YsPhotoPixels *ys_photo_pixels_read (GBytes *jpeg, guint width, guint height, GCancellable *cancellable,
                                     GError **error);
void           ys_photo_pixels_free (YsPhotoPixels *pixels);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsPhotoPixels, ys_photo_pixels_free)

G_END_DECLS
