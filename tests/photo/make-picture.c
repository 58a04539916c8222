/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Four colours in four quarters tell every turn and mirror apart. */
#include "config.h"

#include <string.h>

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <libexif/exif-data.h>

#include "make-picture.h"

static void
fill (GdkPixbuf *pixbuf, int x, int y, int width, int height, guint32 colour)
{
  if (width < 1 || height < 1)
    return;
  g_autoptr (GdkPixbuf) part = gdk_pixbuf_new_subpixbuf (pixbuf, x, y, width, height);
  gdk_pixbuf_fill (part, colour);
}

static GBytes *
save (GdkPixbuf *pixbuf, const char *type, const char *key, const char *value)
{
  g_autoptr (GError) error = NULL;
  char *buffer;
  gsize length;
  gdk_pixbuf_save_to_buffer (pixbuf, &buffer, &length, type, &error, key, value, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (buffer, length);
}

static GdkPixbuf *
four_quarters (int width, int height, gboolean alpha)
{
  GdkPixbuf *pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, alpha, 8, width, height);
  int x = (width + 1) / 2, y = (height + 1) / 2;
  fill (pixbuf, 0, 0, x, y, 0xff0000ff);
  fill (pixbuf, x, 0, width - x, y, 0x00ff00ff);
  fill (pixbuf, 0, y, x, height - y, 0x0000ffff);
  fill (pixbuf, x, y, width - x, height - y, alpha ? 0x00000000 : 0xffffffff);
  return pixbuf;
}

GBytes *
make_picture_jpeg (int width, int height)
{
  g_autoptr (GdkPixbuf) pixbuf = four_quarters (width, height, FALSE);
  return save (pixbuf, "jpeg", "quality", "95");
}

GBytes *
make_picture_png (int width, int height, gboolean alpha)
{
  g_autoptr (GdkPixbuf) pixbuf = four_quarters (width, height, alpha);
  return save (pixbuf, "png", "compression", "1");
}

GBytes *
make_picture_numbered (guint n)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 16, 16);
  gdk_pixbuf_fill (pixbuf, (n << 8) | 0xff);
  return save (pixbuf, "png", "compression", "1");
}

static ExifEntry *
add_entry (ExifData *data, ExifIfd ifd, int tag, ExifFormat format, guint components, guint size)
{
  ExifEntry *entry = exif_entry_new ();
  entry->tag = (ExifTag)tag;
  entry->format = format;
  entry->components = components;
  entry->size = size;
  /* libexif frees it with the C library's free(). */
  entry->data = calloc (1, size);
  exif_content_add_entry (data->ifd[ifd], entry);
  exif_entry_unref (entry);
  return entry;
}

static void
add_text (ExifData *data, ExifIfd ifd, int tag, const char *text)
{
  guint size = (guint)strlen (text) + 1;
  memcpy (add_entry (data, ifd, tag, EXIF_FORMAT_ASCII, size, size)->data, text, size);
}

/* 29°34′ N, 106°34′ E. */
static void
add_position (ExifData *data)
{
  static const guint degrees[] = { 29, 106 };
  for (int i = 0; i < 2; i++)
    {
      int tag = i == 0 ? EXIF_TAG_GPS_LATITUDE : EXIF_TAG_GPS_LONGITUDE;
      ExifEntry *entry = add_entry (data, EXIF_IFD_GPS, tag, EXIF_FORMAT_RATIONAL, 3, 24);
      exif_set_rational (entry->data, EXIF_BYTE_ORDER_INTEL, (ExifRational){ degrees[i], 1 });
      exif_set_rational (entry->data + 8, EXIF_BYTE_ORDER_INTEL, (ExifRational){ 34, 1 });
      exif_set_rational (entry->data + 16, EXIF_BYTE_ORDER_INTEL, (ExifRational){ 0, 1 });
      add_text (data, EXIF_IFD_GPS, i == 0 ? EXIF_TAG_GPS_LATITUDE_REF : EXIF_TAG_GPS_LONGITUDE_REF,
                i == 0 ? "N" : "E");
    }
  add_text (data, EXIF_IFD_0, EXIF_TAG_ARTIST, "Sample Owner");
  add_text (data, EXIF_IFD_0, EXIF_TAG_MODEL, "Sample Phone");
}

GBytes *
make_picture_exif (int orientation, const char *taken, gboolean position)
{
  ExifData *data = exif_data_new ();
  unsigned char *saved = NULL;
  unsigned int length = 0;
  exif_data_set_byte_order (data, EXIF_BYTE_ORDER_INTEL);
  if (orientation != 0)
    exif_set_short (add_entry (data, EXIF_IFD_0, EXIF_TAG_ORIENTATION, EXIF_FORMAT_SHORT, 1, 2)
                        ->data,
                    EXIF_BYTE_ORDER_INTEL, (ExifShort)orientation);
  if (taken != NULL)
    add_text (data, EXIF_IFD_EXIF, EXIF_TAG_DATE_TIME_ORIGINAL, taken);
  if (position)
    add_position (data);
  exif_data_save_data (data, &saved, &length);
  exif_data_unref (data);
  GBytes *bytes = g_bytes_new (saved, length);
  free (saved);
  return bytes;
}

GBytes *
make_picture_with_exif (GBytes *jpeg, GBytes *exif)
{
  gsize n_jpeg, n_exif;
  const guint8 *picture = g_bytes_get_data (jpeg, &n_jpeg);
  const guint8 *words = g_bytes_get_data (exif, &n_exif);
  GByteArray *array = g_byte_array_new ();
  const guint8 head[] = { 0xff, 0xe1, (guint8)((n_exif + 2) >> 8), (guint8)((n_exif + 2) & 0xff) };
  g_byte_array_append (array, picture, 2);
  g_byte_array_append (array, head, sizeof head);
  g_byte_array_append (array, words, (guint)n_exif);
  g_byte_array_append (array, picture + 2, (guint)n_jpeg - 2);
  return g_byte_array_free_to_bytes (array);
}

gboolean
make_picture_holds (GBytes *bytes, const char *needle, gsize length)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  for (gsize i = 0; i + length <= size; i++)
    if (memcmp (data + i, needle, length) == 0)
      return TRUE;
  return FALSE;
}
