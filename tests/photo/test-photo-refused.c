/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is refused, with which code, and before its pixels are decoded where they are too many. */
#include "config.h"

#include <string.h>

#include "make-picture.h"
#include "photo-image.h"
#include "photo-pixels.h"

static void
assert_refused (GBytes *original, YsPhotoError code)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (ys_photo_image_read (original, NULL, &error));
  g_assert_error (error, YS_PHOTO_ERROR, (int)code);
  g_assert_cmpuint (strlen (error->message), >, 20);
}

static const struct
{
  const char *name;
  const char *bytes;
  gsize length;
  YsPhotoError code;
} garbage[] = {
  { "nothing", "", 0, YS_PHOTO_ERROR_NOT_A_PHOTO },
  { "text", "no picture", 10, YS_PHOTO_ERROR_NOT_A_PHOTO },
  { "svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", 41, YS_PHOTO_ERROR_NOT_A_PHOTO },
  { "zip", "PK\003\004\024\0\0\0\0\0\0\0", 12, YS_PHOTO_ERROR_NOT_A_PHOTO },
  { "jpeg-three-bytes", "\xff\xd8\xff", 3, YS_PHOTO_ERROR_DAMAGED },
  { "jpeg-only-marks", "\xff\xd8\xff\xd9", 4, YS_PHOTO_ERROR_DAMAGED },
  { "jpeg-short-segment", "\xff\xd8\xff\xe0\0\1\xff\xd9", 8, YS_PHOTO_ERROR_DAMAGED },
  { "png-signature", "\x89PNG\r\n\x1a\n", 8, YS_PHOTO_ERROR_DAMAGED },
  { "gif-signature", "GIF89a", 6, YS_PHOTO_ERROR_DAMAGED },
  { "gif-no-size", "GIF89a\0\0\0\0\0\0\0;", 14, YS_PHOTO_ERROR_DAMAGED },
  { "gif-no-frame", "GIF89a\1\0\1\0\0\0\0;", 14, YS_PHOTO_ERROR_DAMAGED },
  { "gif-empty-frame", "GIF89a\1\0\1\0\0\0\0\x2c\0\0\0\0\0\0\1\0\0\2\0;", 26,
    YS_PHOTO_ERROR_DAMAGED },
  { "film", "\0\0\0\030ftypmp42\0\0\0\0", 16, YS_PHOTO_ERROR_NOT_A_PHOTO },
};

static void
test_garbage (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) original = g_bytes_new_static (garbage[i].bytes, garbage[i].length);
  assert_refused (original, garbage[i].code);
}

/* A format with a name: refused for want of a reader, or as broken where there is one. */
static const struct
{
  const char *name;
  const char *bytes;
} foreign[] = {
  { "WebP", "RIFF\010\0\0\0WEBPVP8 " },
  { "HEIC", "\0\0\0\020ftypheic\0\0\0\0" },
  { "AVIF", "\0\0\0\020ftypavif\0\0\0\0" },
};

static void
test_foreign (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) original = g_bytes_new_static (foreign[i].bytes, 16);
  g_autoptr (GError) error = NULL;
  g_assert_null (ys_photo_image_read (original, NULL, &error));
  if (g_error_matches (error, YS_PHOTO_ERROR, YS_PHOTO_ERROR_DAMAGED))
    return;
  g_assert_error (error, YS_PHOTO_ERROR, YS_PHOTO_ERROR_NO_READER);
  g_assert_nonnull (strstr (error->message, foreign[i].name));
}

/* Wherever the copying stopped; what a decoder could show of it does not count. */
static void
check_cuts (GBytes *whole)
{
  gsize length = g_bytes_get_size (whole);
  for (guint part = 1; part < 40; part++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (whole, 0, MAX (16, length * part / 40));
      assert_refused (cut, YS_PHOTO_ERROR_DAMAGED);
    }
  for (gsize less = 1; less <= 2; less++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (whole, 0, length - less);
      assert_refused (cut, YS_PHOTO_ERROR_DAMAGED);
    }
}

static void
test_cut_jpeg (void)
{
  g_autoptr (GBytes) whole = make_picture_jpeg (320, 240);
  check_cuts (whole);
}

static void
test_cut_png (void)
{
  g_autoptr (GBytes) whole = make_picture_png (320, 240, FALSE);
  check_cuts (whole);
}

/* The first frame must be whole, the second need not. */
static void
test_cut_gif (void)
{
  g_autoptr (GBytes) whole = make_gif (1, 2, 3);
  for (gsize length = 6; length < 19 + 14; length++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (whole, 0, length);
      assert_refused (cut, YS_PHOTO_ERROR_DAMAGED);
    }
  g_autoptr (GBytes) first = g_bytes_new_from_bytes (whole, 0, 19 + 15);
  g_autoptr (YsPhotoImage) image = ys_photo_image_read (first, NULL, NULL);
  g_assert_nonnull (image);
}

/* A copy that kept the size but lost its end: nothing but zeros there. */
static void
test_zero_tail (void)
{
  g_autoptr (GBytes) whole = make_picture_jpeg (320, 240);
  gsize length;
  g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (whole, &length), g_bytes_get_size (whole));
  memset (copy + length / 2, 0, length - length / 2);
  g_autoptr (GBytes) broken = g_bytes_new (copy, length);
  assert_refused (broken, YS_PHOTO_ERROR_DAMAGED);
}

/* One bit of a PNG's pixels: its own checksum tells. */
static void
test_flipped_png (void)
{
  g_autoptr (GBytes) whole = make_picture_png (64, 64, FALSE);
  gsize length;
  g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (whole, &length), g_bytes_get_size (whole));
  copy[length - 20] ^= 1;
  g_autoptr (GBytes) broken = g_bytes_new (copy, length);
  assert_refused (broken, YS_PHOTO_ERROR_DAMAGED);
}

static const struct
{
  guint width, height;
  YsPhotoError code;
} bombs[] = {
  { 60000, 60000, YS_PHOTO_ERROR_TOO_LARGE }, { 65535, 1, YS_PHOTO_ERROR_TOO_LARGE },
  { 30001, 1, YS_PHOTO_ERROR_TOO_LARGE },     { 10001, 10000, YS_PHOTO_ERROR_TOO_LARGE },
  { 0, 8, YS_PHOTO_ERROR_DAMAGED },           { 8, 0, YS_PHOTO_ERROR_DAMAGED },
};

static void
test_jpeg_bomb (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  const guint8 grey = 200;
  g_autoptr (GBytes) original = make_jpeg_plain (1, &grey, bombs[i].width, bombs[i].height);
  assert_refused (original, bombs[i].code);
}

static void
set_big_endian (guint8 *at, guint32 value)
{
  for (guint i = 0; i < 4; i++)
    at[i] = (guint8)(value >> (24 - 8 * i));
}

static void
test_png_bomb (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) whole = make_picture_png (8, 8, FALSE);
  gsize length;
  g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (whole, &length), g_bytes_get_size (whole));
  set_big_endian (copy + 16, bombs[i].width);
  set_big_endian (copy + 20, bombs[i].height);
  g_autoptr (GBytes) bomb = g_bytes_new (copy, length);
  assert_refused (bomb, bombs[i].code);
}

static void
test_gif_bomb (void)
{
  g_autoptr (GBytes) whole = make_gif (0, 0, 0);
  gsize length;
  g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (whole, &length), g_bytes_get_size (whole));
  memset (copy + 6, 0xff, 4);
  g_autoptr (GBytes) bomb = g_bytes_new (copy, length);
  assert_refused (bomb, YS_PHOTO_ERROR_TOO_LARGE);
}

static void
test_file_size (void)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (ys_photo_image_check_size (YS_PHOTO_MAX_FILE_BYTES, &error));
  g_assert_no_error (error);
  g_assert_false (ys_photo_image_check_size ((guint64)YS_PHOTO_MAX_FILE_BYTES + 1, &error));
  g_assert_error (error, YS_PHOTO_ERROR, YS_PHOTO_ERROR_TOO_LARGE);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) original = make_picture_jpeg (64, 64);
  g_autoptr (GError) error = NULL;
  g_cancellable_cancel (cancellable);
  g_assert_null (ys_photo_image_read (original, cancellable, &error));
  g_assert_error (error, YS_PHOTO_ERROR, YS_PHOTO_ERROR_CANCELLED);
}

static void
test_pixels_refused (void)
{
  g_autoptr (GBytes) text = g_bytes_new_static ("no picture", 10);
  g_autoptr (GError) error = NULL;
  g_assert_null (ys_photo_pixels_read (text, 10, 10, NULL, &error));
  g_assert_error (error, YS_PHOTO_ERROR, YS_PHOTO_ERROR_NOT_A_PHOTO);
  g_clear_error (&error);
  g_assert_null (ys_photo_image_shrink (text, 10, NULL, &error));
  g_assert_error (error, YS_PHOTO_ERROR, YS_PHOTO_ERROR_NOT_A_PHOTO);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (garbage); i++)
    {
      g_autofree char *test = g_strconcat ("/photo/refused/", garbage[i].name, NULL);
      g_test_add_data_func (test, GUINT_TO_POINTER (i), test_garbage);
    }
  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    {
      g_autofree char *test = g_strconcat ("/photo/refused/", foreign[i].name, NULL);
      g_test_add_data_func (test, GUINT_TO_POINTER (i), test_foreign);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bombs); i++)
    {
      g_autofree char *size = g_strdup_printf ("%ux%u", bombs[i].width, bombs[i].height);
      g_autofree char *jpeg = g_strconcat ("/photo/bomb/jpeg/", size, NULL);
      g_autofree char *png = g_strconcat ("/photo/bomb/png/", size, NULL);
      g_test_add_data_func (jpeg, GUINT_TO_POINTER (i), test_jpeg_bomb);
      g_test_add_data_func (png, GUINT_TO_POINTER (i), test_png_bomb);
    }
  g_test_add_func ("/photo/bomb/gif", test_gif_bomb);
  g_test_add_func ("/photo/refused/cut-jpeg", test_cut_jpeg);
  g_test_add_func ("/photo/refused/cut-png", test_cut_png);
  g_test_add_func ("/photo/refused/cut-gif", test_cut_gif);
  g_test_add_func ("/photo/refused/zero-tail", test_zero_tail);
  g_test_add_func ("/photo/refused/flipped-png", test_flipped_png);
  g_test_add_func ("/photo/refused/file-size", test_file_size);
  g_test_add_func ("/photo/refused/cancelled", test_cancelled);
  g_test_add_func ("/photo/refused/pixels", test_pixels_refused);
  return g_test_run ();
}
