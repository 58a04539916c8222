/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures that no common encoder writes: JPEG of one block in one or four colours, a GIF of two
 * frames. Only the mean of the block (its DC value) is coded, with step 8: it is the level itself.
 */
#include "config.h"

#include <string.h>

#include "make-picture.h"

typedef struct
{
  GByteArray *array;
  guint32 bits;
  guint n_bits;
} Writer;

static void
put (Writer *writer, guint8 byte)
{
  g_byte_array_append (writer->array, &byte, 1);
}

static void
put_16 (Writer *writer, guint value)
{
  put (writer, (guint8)(value >> 8));
  put (writer, (guint8)(value & 0xff));
}

static void
put_segment (Writer *writer, guint8 marker, guint body)
{
  put (writer, 0xff);
  put (writer, marker);
  put_16 (writer, body + 2);
}

static void
put_bits (Writer *writer, guint32 value, guint n)
{
  writer->bits = (writer->bits << n) | (value & ((1u << n) - 1));
  writer->n_bits += n;
  while (writer->n_bits >= 8)
    {
      guint8 byte = (guint8)(writer->bits >> (writer->n_bits - 8));
      put (writer, byte);
      if (byte == 0xff)
        put (writer, 0);
      writer->n_bits -= 8;
    }
}

static void
put_tables (Writer *writer)
{
  put_segment (writer, 0xdb, 65);
  put (writer, 0);
  for (guint i = 0; i < 64; i++)
    put (writer, 8);
  /* Nine DC symbols of four bits, which are their own codes. */
  put_segment (writer, 0xc4, 17 + 9);
  put (writer, 0x00);
  for (guint length = 1; length <= 16; length++)
    put (writer, length == 4 ? 9 : 0);
  for (guint8 symbol = 0; symbol < 9; symbol++)
    put (writer, symbol);
  /* One AC symbol: nothing more in this block. */
  put_segment (writer, 0xc4, 17 + 1);
  put (writer, 0x10);
  for (guint length = 1; length <= 16; length++)
    put (writer, length == 1);
  put (writer, 0);
}

static void
put_frame (Writer *writer, guint n_components, guint width, guint height)
{
  put_segment (writer, 0xc0, 6 + 3 * n_components);
  put (writer, 8);
  put_16 (writer, height);
  put_16 (writer, width);
  put (writer, (guint8)n_components);
  for (guint i = 0; i < n_components; i++)
    {
      put (writer, (guint8)(i + 1));
      put (writer, 0x11);
      put (writer, 0);
    }
}

static void
put_scan (Writer *writer, guint n_components, const guint8 *levels)
{
  put_segment (writer, 0xda, 4 + 2 * n_components);
  put (writer, (guint8)n_components);
  for (guint i = 0; i < n_components; i++)
    {
      put (writer, (guint8)(i + 1));
      put (writer, 0);
    }
  put (writer, 0);
  put (writer, 63);
  put (writer, 0);
  for (guint i = 0; i < n_components; i++)
    {
      int mean = levels[i] - 128;
      guint category = (guint)g_bit_storage ((gulong)ABS (mean));
      category = mean == 0 ? 0 : category;
      put_bits (writer, category, 4);
      put_bits (writer, (guint32)(mean > 0 ? mean : mean - 1), category);
      put_bits (writer, 0, 1);
    }
  put_bits (writer, 0x7f, 7);
}

GBytes *
make_jpeg_plain (guint n_components, const guint8 *levels, guint width, guint height)
{
  static const guint8 adobe[] = { 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0 };
  Writer writer = { .array = g_byte_array_new () };
  put_16 (&writer, 0xffd8);
  if (n_components == 4)
    {
      put_segment (&writer, 0xee, sizeof adobe);
      g_byte_array_append (writer.array, adobe, sizeof adobe);
    }
  put_tables (&writer);
  put_frame (&writer, n_components, width, height);
  put_scan (&writer, n_components, levels);
  put_16 (&writer, 0xffd9);
  return g_byte_array_free_to_bytes (writer.array);
}

GBytes *
make_gif (guint8 red, guint8 green, guint8 blue)
{
  static const guint8 frame[] = { 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2 };
  static const guint8 first[] = { 0x44, 0x01, 0 }, second[] = { 0x4c, 0x01, 0 };
  const guint8 head[] = { 'G',
                          'I',
                          'F',
                          '8',
                          '9',
                          'a',
                          1,
                          0,
                          1,
                          0,
                          0x80,
                          0,
                          0,
                          red,
                          green,
                          blue,
                          (guint8)~red,
                          (guint8)~green,
                          (guint8)~blue };
  GByteArray *array = g_byte_array_new ();
  g_byte_array_append (array, head, sizeof head);
  g_byte_array_append (array, frame, sizeof frame);
  g_byte_array_append (array, first, sizeof first);
  g_byte_array_append (array, frame, sizeof frame);
  g_byte_array_append (array, second, sizeof second);
  g_byte_array_append (array, (const guint8 *)";", 1);
  return g_byte_array_free_to_bytes (array);
}
