/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which side is up, and when the shutter opened. The rest, position and all, is never looked at. */
#include "config.h"

#include <string.h>

#include <libexif/exif-data.h>

#include "photo-exif.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExifData, exif_data_unref)

static int
read_orientation (ExifData *data)
{
  ExifEntry *entry = exif_content_get_entry (data->ifd[EXIF_IFD_0], EXIF_TAG_ORIENTATION);
  if (entry == NULL || entry->format != EXIF_FORMAT_SHORT || entry->size < 2)
    return 1;
  int orientation = exif_get_short (entry->data, exif_data_get_byte_order (data));
  return orientation >= 1 && orientation <= 8 ? orientation : 1;
}

static int
number_at (const char *text, guint from, guint length)
{
  int number = 0;
  for (guint i = from; i < from + length; i++)
    number = number * 10 + g_ascii_digit_value (text[i]);
  return number;
}

/* "2025:10:10 10:34:00", blanks or zeros when the camera had no clock. */
static YsInstant
parse_time (const char *text)
{
  static const char form[] = "dddd:dd:dd dd:dd:dd";
  for (guint i = 0; form[i] != '\0'; i++)
    if (form[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != form[i])
      return 0;
  YsDate day = { (gint16)number_at (text, 0, 4), (gint8)number_at (text, 5, 2),
                 (gint8)number_at (text, 8, 2) };
  int hour = number_at (text, 11, 2), minute = number_at (text, 14, 2),
      second = number_at (text, 17, 2);
  if (!ys_date_is_full (day) || !ys_date_is_valid (day) || hour > 23 || minute > 59 || second > 59)
    return 0;
  YsInstant instant = ys_date_to_days (day) * 86400 + hour * 3600 + minute * 60 + second
                      - YS_SHANGHAI_OFFSET_SECONDS;
  return MAX (instant, 0);
}

static YsInstant
read_time (ExifData *data)
{
  char text[20] = { 0 };
  ExifEntry *entry = exif_content_get_entry (data->ifd[EXIF_IFD_EXIF], EXIF_TAG_DATE_TIME_ORIGINAL);
  if (entry == NULL || entry->format != EXIF_FORMAT_ASCII || entry->size < 19)
    return 0;
  memcpy (text, entry->data, 19);
  return parse_time (text);
}

void
ys_photo_exif_read (const guint8 *exif, guint length, int *out_orientation, YsInstant *out_taken_at)
{
  *out_orientation = 1;
  *out_taken_at = 0;
  if (exif == NULL)
    return;
  g_autoptr (ExifData) data = exif_data_new_from_data (exif, length);
  if (data == NULL)
    return;
  *out_orientation = read_orientation (data);
  *out_taken_at = read_time (data);
}
