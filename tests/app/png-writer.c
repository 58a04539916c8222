/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PNG as in ISO/IEC 15948: signature, IHDR, one IDAT, IEND. */
#include "config.h"

#include "png-writer.h"

#include <gio/gio.h>

#define COLOUR_WITH_ALPHA 6

static guint32
checksum (const guchar *bytes, gsize length)
{
  static guint32 table[256];
  guint32 sum = 0xffffffffu;

  if (table[1] == 0)
    for (guint i = 0; i < 256; i++)
      {
        table[i] = i;
        for (int bit = 0; bit < 8; bit++)
          table[i] = (table[i] & 1) != 0 ? 0xedb88320u ^ (table[i] >> 1) : table[i] >> 1;
      }
  for (gsize i = 0; i < length; i++)
    sum = table[(sum ^ bytes[i]) & 0xff] ^ (sum >> 8);
  return ~sum;
}

static void
append_number (GByteArray *out, guint32 number)
{
  guint32 big = GUINT32_TO_BE (number);

  g_byte_array_append (out, (const guchar *)&big, sizeof big);
}

static void
append_chunk (GByteArray *out, const char *type, const guchar *data, gsize length)
{
  guint start;

  append_number (out, (guint32)length);
  start = out->len;
  g_byte_array_append (out, (const guchar *)type, 4);
  if (length > 0)
    g_byte_array_append (out, data, (guint)length);
  append_number (out, checksum (out->data + start, 4 + length));
}

static guchar
undo_alpha (guint32 value, guint32 alpha)
{
  return (guchar)(alpha == 0 ? 0 : MIN (255, (value * 255 + alpha / 2) / alpha));
}

/* (transfer full): each row behind a zero, "no filter". */
static guchar *
rows_of (const guint32 *pixels, int width, int height, gsize *out_length)
{
  gsize length = (gsize)height * (1 + 4 * (gsize)width);
  guchar *rows = g_malloc (length);
  guchar *p = rows;

  for (int y = 0; y < height; y++)
    {
      *p++ = 0;
      for (int x = 0; x < width; x++, p += 4)
        {
          guint32 pixel = *pixels++;
          guint32 alpha = pixel >> 24;

          p[0] = (guchar)(pixel >> 16);
          p[1] = (guchar)(pixel >> 8);
          p[2] = (guchar)pixel;
          p[3] = (guchar)alpha;
          if (alpha < 255)
            for (int i = 0; i < 3; i++)
              p[i] = undo_alpha (p[i], alpha);
        }
    }
  *out_length = length;
  return rows;
}

static void
append_pixels (GByteArray *out, const guint32 *pixels, int width, int height)
{
  g_autoptr (GConverter) deflate
      = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 1));
  g_autoptr (GError) error = NULL;
  gsize length;
  g_autofree guchar *rows = rows_of (pixels, width, height, &length);
  gsize room = length + length / 100 + 1024;
  g_autofree guchar *packed = g_malloc (room);
  gsize n_read;
  gsize n_written;

  g_assert_cmpint (g_converter_convert (deflate, rows, length, packed, room,
                                        G_CONVERTER_INPUT_AT_END, &n_read, &n_written, &error),
                   ==, G_CONVERTER_FINISHED);
  g_assert_no_error (error);
  append_chunk (out, "IDAT", packed, n_written);
}

void
png_write (const char *path, const guint32 *pixels, int width, int height)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autoptr (GByteArray) head = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  const guchar shape[] = { 8, COLOUR_WITH_ALPHA, 0, 0, 0 };

  append_number (head, (guint32)width);
  append_number (head, (guint32)height);
  g_byte_array_append (head, shape, sizeof shape);
  g_byte_array_append (out, (const guchar *)"\x89PNG\r\n\x1a\n", 8);
  append_chunk (out, "IHDR", head->data, head->len);
  append_pixels (out, pixels, width, height);
  append_chunk (out, "IEND", NULL, 0);
  g_file_set_contents_full (path, (const char *)out->data, out->len, G_FILE_SET_CONTENTS_NONE, 0644,
                            &error);
  g_assert_no_error (error);
}
