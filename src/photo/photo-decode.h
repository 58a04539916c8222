/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One picture decoded whole, near a wanted size. Seen in this folder only. */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "photo-format.h"

G_BEGIN_DECLS

/* (transfer full): fits into @width × @height, neither enlarged nor turned. NO_READER, DAMAGED,
 * TOO_LARGE, CANCELLED, FAILED. */
GdkPixbuf *ys_photo_decode (GBytes *bytes, const YsPhotoFormat *format, guint width, guint height,
                            GCancellable *cancellable, GError **error);
/* (transfer full): without its transparency, on white. */
GdkPixbuf *ys_photo_flatten (GdkPixbuf *pixbuf);
/* TOO_LARGE */
gboolean   ys_photo_check_sides (guint width, guint height, GError **error);
/* The size that fits @width × @height into a box, never enlarged; no side below 1. */
void       ys_photo_fit (guint *width, guint *height, guint box_width, guint box_height);

G_END_DECLS
