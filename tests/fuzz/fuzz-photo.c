/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a picture: refused with a code and a sentence, or kept within the bounds and without
 * EXIF. By the first byte: the bytes as they are; or as the EXIF of a sound picture; or as the
 * entropy-coded rest of one. */
#include "config.h"

#include <string.h>

#include "fuzz-input.h"
#include "make-picture.h"
#include "photo-image.h"
#include "photo-pixels.h"

/* (transfer full): at most what one segment holds */
static GBytes *
as_exif (const guint8 *data, gsize size)
{
  const guint8 grey = 200;
  g_autoptr (GBytes) sound = make_jpeg_plain (1, &grey, 8, 8);
  g_autoptr (GByteArray) array = g_byte_array_new ();
  g_byte_array_append (array, (const guint8 *)"Exif\0", 6);
  g_byte_array_append (array, data, (guint)MIN (size, 65000));
  g_autoptr (GBytes) exif = g_bytes_new (array->data, array->len);
  return make_picture_with_exif (sound, exif);
}

/* (transfer full): a sound head, so that the pixels' decoder is reached */
static GBytes *
as_pixels (const guint8 *data, gsize size)
{
  const guint8 levels[] = { 200, 100, 50, 128 };
  guint n_components = size % 3 == 0 ? 1 : size % 3 == 1 ? 3 : 4;
  g_autoptr (GBytes) sound = make_jpeg_plain (n_components, levels, 40, 24);
  GByteArray *array = g_byte_array_new ();
  g_byte_array_append (array, g_bytes_get_data (sound, NULL), (guint)g_bytes_get_size (sound) - 2);
  g_byte_array_append (array, data, (guint)size);
  g_byte_array_append (array, (const guint8 *)"\xff\xd9", 2);
  return g_byte_array_free_to_bytes (array);
}

static void
check_kept (const YsPhotoImage *image)
{
  g_autoptr (GError) error = NULL;
  g_assert_cmpuint (image->width, >=, 1);
  g_assert_cmpuint (image->width, <=, YS_PHOTO_MAX_SIDE);
  g_assert_cmpuint (image->height, >=, 1);
  g_assert_cmpuint (image->height, <=, YS_PHOTO_MAX_SIDE);
  g_assert_cmpint (image->taken_at, >=, 0);
  g_assert_cmpuint (strlen (image->sha256), ==, 64);
  g_assert_false (make_picture_holds (image->jpeg, "Exif", 5));
  g_autoptr (YsPhotoPixels) pixels = ys_photo_pixels_read (image->jpeg, 32, 32, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (MAX (pixels->width, pixels->height), <=, 32);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (YsPhotoImage) image = NULL;

  if (size == 0)
    return 0;
  if (data[0] == 'E')
    bytes = as_exif (data + 1, size - 1);
  else if (data[0] == 'P')
    bytes = as_pixels (data + 1, size - 1);
  else
    bytes = g_bytes_new (data, size);
  image = ys_photo_image_read (bytes, NULL, &error);
  g_assert_true ((image == NULL) == (error != NULL));
  if (image != NULL)
    check_kept (image);
  else
    {
      g_assert_true (error->domain == YS_PHOTO_ERROR);
      g_assert_cmpuint (strlen (error->message), >, 10);
    }
  return 0;
}
