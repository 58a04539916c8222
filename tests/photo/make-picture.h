/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures as phones, cameras and screens make them, made by the test that needs them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): top left red, top right green, bottom left blue, bottom right white. */
GBytes *make_picture_jpeg (int width, int height);
/* The same; @alpha: the white quarter is transparent black instead. */
GBytes *make_picture_png (int width, int height, gboolean alpha);
/* A plain one whose colour follows from @n: different bytes for each. */
GBytes *make_picture_numbered (guint n);

/* @orientation: 0 none; @taken: (nullable): "2025:10:10 10:34:00"; @position: latitude and longitude,
 * the owner's name and a thumbnail-like maker note. Returns: (transfer full): what stands in APP1 */
GBytes *make_picture_exif (int orientation, const char *taken, gboolean position);
/* @jpeg with @exif behind its first two bytes. (transfer full) */
GBytes *make_picture_with_exif (GBytes *jpeg, GBytes *exif);

/**
 * make_jpeg_plain:
 * @n_components: 1 grey, 3 YCbCr, 4 CMYK as Adobe writes it (inverted)
 * @levels: (array length=n_components): of each, 0 to 255
 *
 * One block of 8 × 8, bit by bit; the header claims @width × @height.
 */
GBytes *make_jpeg_plain (guint n_components, const guint8 *levels, guint width, guint height);
/* A GIF of one pixel of @red, green, blue, and a second frame of another colour. */
GBytes *make_gif (guint8 red, guint8 green, guint8 blue);

/* TRUE when @needle stands anywhere in @bytes. */
gboolean make_picture_holds (GBytes *bytes, const char *needle, gsize length);

G_END_DECLS
