/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells a format by its first bytes, and walks JPEG, PNG and GIF from mark to mark: decoders show
 * what is there of a file that was cut off, so its end is looked for here. */
#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "photo-format.h"
#include "photo-image.h"

typedef struct
{
  const guint8 *data;
  gsize length;
  gsize at;
} Reader;

const char *
ys_photo_kind_name (YsPhotoKind kind)
{
  switch (kind)
    {
    case YS_PHOTO_JPEG:
      return "JPEG";
    case YS_PHOTO_PNG:
      return "PNG";
    case YS_PHOTO_GIF:
      return "GIF";
    case YS_PHOTO_WEBP:
      return "WebP";
    case YS_PHOTO_HEIC:
      return "HEIC";
    case YS_PHOTO_AVIF:
      return "AVIF";
    }
  g_assert_not_reached ();
}

const char *
ys_photo_kind_mime (YsPhotoKind kind)
{
  switch (kind)
    {
    case YS_PHOTO_JPEG:
      return "image/jpeg";
    case YS_PHOTO_PNG:
      return "image/png";
    case YS_PHOTO_GIF:
      return "image/gif";
    case YS_PHOTO_WEBP:
      return "image/webp";
    case YS_PHOTO_HEIC:
      return "image/heic";
    case YS_PHOTO_AVIF:
      return "image/avif";
    }
  g_assert_not_reached ();
}

gboolean
ys_photo_refuse_damaged (GError **error)
{
  g_set_error_literal (error, YS_PHOTO_ERROR, YS_PHOTO_ERROR_DAMAGED,
                       _ ("This picture is damaged or cut off. Copy it anew from the phone or the "
                          "camera."));
  return FALSE;
}

static guint
big_endian_16 (const guint8 *at)
{
  return ((guint)at[0] << 8) | at[1];
}

static guint
big_endian_32 (const guint8 *at)
{
  return (big_endian_16 (at) << 16) | big_endian_16 (at + 2);
}

/* The next marker; whatever stands before it is passed over, as decoders do. 0 at the end. */
static guint8
next_marker (Reader *reader)
{
  while (reader->at < reader->length)
    {
      const guint8 *found = memchr (reader->data + reader->at, 0xff, reader->length - reader->at);
      if (found == NULL)
        return 0;
      reader->at = (gsize)(found - reader->data) + 1;
      while (reader->at < reader->length && reader->data[reader->at] == 0xff)
        reader->at++;
      if (reader->at < reader->length && reader->data[reader->at++] != 0)
        return reader->data[reader->at - 1];
    }
  return 0;
}

static gboolean
is_frame (guint8 marker)
{
  /* 0xc4 holds tables, 0xc8 and 0xcc are no frames. */
  return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

/* @body: what follows the length, which counts its own two bytes. */
static gboolean
read_segment (guint8 marker, const guint8 *body, guint length, YsPhotoFormat *format)
{
  if (is_frame (marker))
    {
      if (length < 6)
        return FALSE;
      format->height = big_endian_16 (body + 1);
      format->width = big_endian_16 (body + 3);
      return format->width > 0 && format->height > 0;
    }
  if (marker == 0xe1 && format->exif == NULL && length > 6 && memcmp (body, "Exif\0", 6) == 0)
    {
      format->exif = body;
      format->exif_length = length;
    }
  return TRUE;
}

/* To its end mark. What comes after it (some phones append a film) does not count. */
static gboolean
walk_jpeg (Reader *reader, YsPhotoFormat *format)
{
  gboolean has_scan = FALSE;
  guint8 marker;

  while ((marker = next_marker (reader)) != 0)
    {
      if (marker == 0xd9)
        {
          format->length = reader->at;
          return has_scan && format->width > 0;
        }
      if (marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8))
        continue;
      if (reader->length - reader->at < 2)
        return FALSE;
      guint length = big_endian_16 (reader->data + reader->at);
      if (length < 2 || length > reader->length - reader->at
          || !read_segment (marker, reader->data + reader->at + 2, length - 2, format))
        return FALSE;
      has_scan = has_scan || marker == 0xda;
      reader->at += length;
    }
  return FALSE;
}

static gboolean
walk_png (Reader *reader, YsPhotoFormat *format)
{
  reader->at = 8;
  while (reader->length - reader->at >= 12)
    {
      const guint8 *chunk = reader->data + reader->at;
      guint length = big_endian_32 (chunk);
      if (length > reader->length - reader->at - 12)
        return FALSE;
      if (reader->at == 8)
        {
          if (length != 13 || memcmp (chunk + 4, "IHDR", 4) != 0)
            return FALSE;
          format->width = big_endian_32 (chunk + 8);
          format->height = big_endian_32 (chunk + 12);
        }
      if (memcmp (chunk + 4, "IEND", 4) == 0)
        return format->width > 0 && format->height > 0;
      reader->at += (gsize)length + 12;
    }
  return FALSE;
}

static guint
little_endian_16 (const guint8 *at)
{
  return at[0] | ((guint)at[1] << 8);
}

/* Pieces of up to 255 bytes, each behind its length, to an empty one. */
static gboolean
skip_pieces (Reader *reader)
{
  while (reader->at < reader->length)
    {
      guint8 length = reader->data[reader->at++];
      if (length == 0)
        return TRUE;
      if (length > reader->length - reader->at)
        return FALSE;
      reader->at += length;
    }
  return FALSE;
}

/* The colours of a table, by the flags before it. */
static gsize
gif_table (guint8 flags)
{
  return (flags & 0x80) != 0 ? (gsize)3 << ((flags & 7) + 1) : 0;
}

static gboolean
walk_gif_frame (Reader *reader)
{
  const guint8 *frame = reader->data + reader->at;
  if (reader->length - reader->at < 11 || little_endian_16 (frame + 5) == 0
      || little_endian_16 (frame + 7) == 0)
    return FALSE;
  reader->at += 11 + gif_table (frame[9]);
  return skip_pieces (reader);
}

/* Later frames are neither shown nor decoded. */
static gboolean
walk_gif (Reader *reader, YsPhotoFormat *format)
{
  if (reader->length < 13)
    return FALSE;
  format->width = little_endian_16 (reader->data + 6);
  format->height = little_endian_16 (reader->data + 8);
  reader->at = 13 + gif_table (reader->data[10]);
  while (reader->at < reader->length && reader->data[reader->at] == 0x21)
    {
      reader->at += 2;
      if (!skip_pieces (reader))
        return FALSE;
    }
  if (reader->at >= reader->length || reader->data[reader->at] != 0x2c || !walk_gif_frame (reader))
    return FALSE;
  format->length = reader->at;
  return format->width > 0 && format->height > 0;
}

static gboolean
has_brand (const guint8 *brand, const char *const *brands)
{
  for (guint i = 0; brands[i] != NULL; i++)
    if (memcmp (brand, brands[i], 4) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
tell_kind (const guint8 *data, gsize length, YsPhotoKind *out_kind)
{
  static const char *const heic[]
      = { "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", NULL };
  static const char *const avif[] = { "avif", "avis", NULL };

  if (length >= 3 && memcmp (data, "\xff\xd8\xff", 3) == 0)
    *out_kind = YS_PHOTO_JPEG;
  else if (length >= 8 && memcmp (data, "\x89PNG\r\n\x1a\n", 8) == 0)
    *out_kind = YS_PHOTO_PNG;
  else if (length >= 6 && (memcmp (data, "GIF87a", 6) == 0 || memcmp (data, "GIF89a", 6) == 0))
    *out_kind = YS_PHOTO_GIF;
  else if (length >= 12 && memcmp (data, "RIFF", 4) == 0 && memcmp (data + 8, "WEBP", 4) == 0)
    *out_kind = YS_PHOTO_WEBP;
  else if (length >= 12 && memcmp (data + 4, "ftyp", 4) == 0 && has_brand (data + 8, avif))
    *out_kind = YS_PHOTO_AVIF;
  else if (length >= 12 && memcmp (data + 4, "ftyp", 4) == 0 && has_brand (data + 8, heic))
    *out_kind = YS_PHOTO_HEIC;
  else
    return FALSE;
  return TRUE;
}

static gboolean
walk (Reader *reader, YsPhotoFormat *format)
{
  switch (format->kind)
    {
    case YS_PHOTO_JPEG:
      return walk_jpeg (reader, format);
    case YS_PHOTO_PNG:
      return walk_png (reader, format);
    case YS_PHOTO_GIF:
      return walk_gif (reader, format);
    case YS_PHOTO_WEBP:
    case YS_PHOTO_HEIC:
    case YS_PHOTO_AVIF:
      return TRUE;
    }
  g_assert_not_reached ();
}

gboolean
ys_photo_format_read (GBytes *bytes, YsPhotoFormat *out_format, GError **error)
{
  Reader reader = { 0 };
  YsPhotoFormat format = { 0 };

  g_return_val_if_fail (bytes != NULL && out_format != NULL, FALSE);

  reader.data = g_bytes_get_data (bytes, &reader.length);
  format.length = reader.length;
  if (!tell_kind (reader.data, reader.length, &format.kind))
    {
      g_set_error_literal (error, YS_PHOTO_ERROR, YS_PHOTO_ERROR_NOT_A_PHOTO,
                           _ ("This is no picture that can be read. Choose a JPEG or PNG file."));
      return FALSE;
    }
  if (!walk (&reader, &format))
    return ys_photo_refuse_damaged (error);
  *out_format = format;
  return TRUE;
}
