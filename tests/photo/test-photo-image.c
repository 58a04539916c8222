/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of a picture that is taken in: upright, small enough, nothing of the camera in it.
 */
#include "config.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "make-picture.h"
#include "photo-image.h"
#include "photo-pixels.h"

static YsPhotoImage *
read_picture (GBytes *original)
{
  g_autoptr (GError) error = NULL;
  YsPhotoImage *image = ys_photo_image_read (original, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (image);
  return image;
}

static YsPhotoPixels *
pixels_of (GBytes *jpeg)
{
  g_autoptr (GError) error = NULL;
  YsPhotoPixels *pixels = ys_photo_pixels_read (jpeg, 1600, 1600, NULL, &error);
  g_assert_no_error (error);
  return pixels;
}

/* r, g, b, w (white), k (black), or ? for what is none of them within a JPEG's faults. */
static char
colour_at (const YsPhotoPixels *pixels, guint x, guint y)
{
  const guint8 *pixel
      = (const guint8 *)g_bytes_get_data (pixels->bytes, NULL) + y * pixels->stride + x * 3;
  static const char names[] = { 'k', 'b', 'g', '?', 'r', '?', '?', 'w' };
  guint bits = 0;
  for (guint i = 0; i < 3; i++)
    {
      if (pixel[i] > 40 && pixel[i] < 215)
        return '?';
      bits = bits << 1 | (pixel[i] >= 215);
    }
  return names[bits];
}

/* The middles of the four quarters, row by row. */
static char *
quarters (const YsPhotoImage *image)
{
  g_autoptr (YsPhotoPixels) pixels = pixels_of (image->jpeg);
  guint w = pixels->width, h = pixels->height;
  g_assert_cmpuint (w, ==, image->width);
  g_assert_cmpuint (h, ==, image->height);
  return g_strdup_printf ("%c%c %c%c", colour_at (pixels, w / 4, h / 4),
                          colour_at (pixels, w * 3 / 4, h / 4),
                          colour_at (pixels, w / 4, h * 3 / 4),
                          colour_at (pixels, w * 3 / 4, h * 3 / 4));
}

/* EXIF's orientation says what the stored rows and columns are: 6 is a phone held upright. */
static const struct
{
  int orientation;
  guint width;
  guint height;
  const char *quarters;
} orientations[] = {
  { 0, 160, 96, "rg bw" }, { 1, 160, 96, "rg bw" }, { 2, 160, 96, "gr wb" },
  { 3, 160, 96, "wb gr" }, { 4, 160, 96, "bw rg" }, { 5, 96, 160, "rb gw" },
  { 6, 96, 160, "br wg" }, { 7, 96, 160, "wg br" }, { 8, 96, 160, "gw rb" },
  { 9, 160, 96, "rg bw" }, /* there is no 9 */
};

static void
test_orientation (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) plain = make_picture_jpeg (160, 96);
  g_autoptr (GBytes) exif = make_picture_exif (orientations[i].orientation, NULL, FALSE);
  g_autoptr (GBytes) original = make_picture_with_exif (plain, exif);
  g_autoptr (YsPhotoImage) image = read_picture (original);
  g_autofree char *seen = quarters (image);
  g_assert_cmpuint (image->width, ==, orientations[i].width);
  g_assert_cmpuint (image->height, ==, orientations[i].height);
  g_assert_cmpstr (seen, ==, orientations[i].quarters);
}

/* Stored size: never enlarged, the longer side at most 1600, no side below 1. */
static const struct
{
  int width, height;
  guint kept_width, kept_height;
} sizes[] = {
  { 1, 1, 1, 1 },           { 1600, 120, 1600, 120 }, { 1601, 80, 1600, 80 },
  { 3200, 240, 1600, 120 }, { 240, 3200, 120, 1600 }, { 1601, 1600, 1600, 1599 },
  { 5000, 1, 1600, 1 },     { 3, 2000, 2, 1600 },
};

static void
check_size (GBytes *original, guint i)
{
  g_autoptr (YsPhotoImage) image = read_picture (original);
  g_autoptr (YsPhotoPixels) pixels = pixels_of (image->jpeg);
  g_assert_cmpuint (image->width, ==, sizes[i].kept_width);
  g_assert_cmpuint (image->height, ==, sizes[i].kept_height);
  g_assert_cmpuint (pixels->width, ==, sizes[i].kept_width);
  g_assert_cmpuint (pixels->height, ==, sizes[i].kept_height);
}

static void
test_size (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) jpeg = make_picture_jpeg (sizes[i].width, sizes[i].height);
  g_autoptr (GBytes) png = make_picture_png (sizes[i].width, sizes[i].height, FALSE);
  check_size (jpeg, i);
  check_size (png, i);
}

static const struct
{
  const char *name;
  const char *taken; /* as the camera wrote it */
  YsInstant instant;
} times[] = {
  /* 2025-10-10T02:34:00Z */
  { "shanghai", "2025:10:10 10:34:00", G_GINT64_CONSTANT (1760063640) },
  { "leap-day", "2024:02:29 23:59:59", G_GINT64_CONSTANT (1709222399) },
  { "none", NULL, 0 },
  { "no-clock", "0000:00:00 00:00:00", 0 },
  { "blank", "    :  :     :  :  ", 0 },
  { "no-such-day", "2025:02:30 10:34:00", 0 },
  { "no-such-hour", "2025:10:10 24:00:00", 0 },
  { "with-dashes", "2025-10-10 10:34:00", 0 },
  { "short", "2025:10:10", 0 },
};

static void
test_time (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) plain = make_picture_jpeg (16, 16);
  g_autoptr (GBytes) exif = make_picture_exif (1, times[i].taken, FALSE);
  g_autoptr (GBytes) original = make_picture_with_exif (plain, exif);
  g_autoptr (YsPhotoImage) image = read_picture (original);
  g_assert_cmpint (image->taken_at, ==, times[i].instant);
}

/* Position, owner and device are in the original and nowhere in what is kept. */
static void
test_nothing_of_the_camera (void)
{
  g_autoptr (GBytes) plain = make_picture_jpeg (64, 64);
  g_autoptr (GBytes) exif = make_picture_exif (6, "2025:10:10 10:34:00", TRUE);
  g_autoptr (GBytes) original = make_picture_with_exif (plain, exif);
  g_autoptr (YsPhotoImage) image = read_picture (original);
  static const char latitude[] = { 29, 0, 0, 0, 1, 0, 0, 0, 34, 0, 0, 0 };
  static const char app1[] = { '\xff', '\xe1' };
  g_assert_true (make_picture_holds (original, "Exif", 4));
  g_assert_true (make_picture_holds (original, "Sample Owner", 12));
  g_assert_true (make_picture_holds (original, latitude, sizeof latitude));
  g_assert_false (make_picture_holds (image->jpeg, "Exif", 4));
  g_assert_false (make_picture_holds (image->jpeg, "Sample", 6));
  g_assert_false (make_picture_holds (image->jpeg, "2025", 4));
  g_assert_false (make_picture_holds (image->jpeg, latitude, sizeof latitude));
  g_assert_false (make_picture_holds (image->jpeg, app1, sizeof app1));
  g_assert_cmpint (image->taken_at, ==, G_GINT64_CONSTANT (1760063640));
}

static void
test_alpha_on_white (void)
{
  g_autoptr (GBytes) original = make_picture_png (80, 80, TRUE);
  g_autoptr (YsPhotoImage) image = read_picture (original);
  g_autofree char *seen = quarters (image);
  g_assert_cmpstr (seen, ==, "rg bw");
}

static void
test_hashes (void)
{
  g_autoptr (GBytes) original = make_picture_jpeg (200, 100);
  g_autoptr (YsPhotoImage) one = read_picture (original);
  g_autoptr (YsPhotoImage) two = read_picture (original);
  g_autofree char *of_original = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, original);
  g_autofree char *of_kept = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, one->jpeg);
  g_assert_true (g_bytes_equal (one->jpeg, two->jpeg));
  g_assert_cmpstr (one->original_sha256, ==, of_original);
  g_assert_cmpstr (one->sha256, ==, of_kept);
  g_assert_cmpstr (one->sha256, !=, one->original_sha256);
}

/* Components in, colour out. Adobe's CMYK is inverted: 255 is no ink. */
static const struct
{
  const char *name;
  guint n_components;
  guint8 levels[4];
  guint8 red, green, blue;
} plains[] = {
  { "grey", 1, { 200 }, 200, 200, 200 },
  { "black", 1, { 0 }, 0, 0, 0 },
  { "cmyk-no-ink", 4, { 255, 255, 255, 255 }, 255, 255, 255 },
  { "cmyk-cyan", 4, { 0, 255, 255, 255 }, 0, 255, 255 },
  { "cmyk-half-black", 4, { 255, 255, 255, 128 }, 128, 128, 128 },
};

static void
test_plain (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) original = make_jpeg_plain (plains[i].n_components, plains[i].levels, 8, 8);
  g_autoptr (YsPhotoImage) image = read_picture (original);
  g_autoptr (YsPhotoPixels) pixels = pixels_of (image->jpeg);
  const guint8 *first = g_bytes_get_data (pixels->bytes, NULL);
  g_assert_cmpuint (image->width, ==, 8);
  g_assert_cmpint (ABS (first[0] - plains[i].red), <=, 3);
  g_assert_cmpint (ABS (first[1] - plains[i].green), <=, 3);
  g_assert_cmpint (ABS (first[2] - plains[i].blue), <=, 3);
}

static void
test_first_frame (void)
{
  g_autoptr (GBytes) original = make_gif (0, 0, 255);
  g_autoptr (YsPhotoImage) image = read_picture (original);
  g_autoptr (YsPhotoPixels) pixels = pixels_of (image->jpeg);
  g_assert_cmpuint (image->width, ==, 1);
  g_assert_cmpint (colour_at (pixels, 0, 0), ==, 'b');
}

/* Some phones append a film to the photo. */
static void
test_film_behind (void)
{
  g_autoptr (GBytes) jpeg = make_picture_jpeg (32, 32);
  GByteArray *array = g_byte_array_new ();
  gsize length;
  const guint8 *data = g_bytes_get_data (jpeg, &length);
  g_byte_array_append (array, data, (guint)length);
  g_byte_array_append (array, (const guint8 *)"\0\0\0\030ftypmp42", 12);
  g_autoptr (GBytes) original = g_byte_array_free_to_bytes (array);
  g_autoptr (YsPhotoImage) image = read_picture (original);
  g_autoptr (YsPhotoImage) without = read_picture (jpeg);
  g_assert_cmpstr (image->sha256, ==, without->sha256);
  g_assert_cmpstr (image->original_sha256, !=, without->original_sha256);
}

static void
test_shrink (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) original = make_picture_jpeg (800, 400);
  g_autoptr (YsPhotoImage) image = read_picture (original);
  g_autoptr (GBytes) same = ys_photo_image_shrink (image->jpeg, 800, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (same == image->jpeg);
  g_autoptr (GBytes) small = ys_photo_image_shrink (image->jpeg, 120, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (YsPhotoPixels) pixels = pixels_of (small);
  g_assert_cmpuint (pixels->width, ==, 120);
  g_assert_cmpuint (pixels->height, ==, 60);
}

static void
test_fits_box (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) original = make_picture_jpeg (800, 400);
  g_autoptr (YsPhotoPixels) pixels = ys_photo_pixels_read (original, 240, 60, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pixels->width, ==, 120);
  g_assert_cmpuint (pixels->height, ==, 60);
}

#define ADD_CASES(table, function, name)                                                           \
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)                                                 \
    {                                                                                              \
      g_autofree char *test = name;                                                                \
      g_test_add_data_func (test, GUINT_TO_POINTER (i), function);                                 \
    }

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD_CASES (orientations, test_orientation,
             g_strdup_printf ("/photo/orientation/%d", orientations[i].orientation))
  ADD_CASES (sizes, test_size,
             g_strdup_printf ("/photo/size/%dx%d", sizes[i].width, sizes[i].height))
  ADD_CASES (times, test_time, g_strconcat ("/photo/taken/", times[i].name, NULL))
  ADD_CASES (plains, test_plain, g_strconcat ("/photo/colours/", plains[i].name, NULL))
  g_test_add_func ("/photo/nothing-of-the-camera", test_nothing_of_the_camera);
  g_test_add_func ("/photo/alpha-on-white", test_alpha_on_white);
  g_test_add_func ("/photo/hashes", test_hashes);
  g_test_add_func ("/photo/first-frame", test_first_frame);
  g_test_add_func ("/photo/film-behind", test_film_behind);
  g_test_add_func ("/photo/shrink", test_shrink);
  g_test_add_func ("/photo/fits-box", test_fits_box);
  return g_test_run ();
}
