/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a workbook just written back to its end. The library collects each part in a temporary file
 * and does not ask whether it could be written; on a full disk it would hand over a damaged table.
 */
#include "config.h"

#include <string.h>
#include <unzip.h>

#include "xlsx-private.h"

#define CHUNK (64 * 1024)
#define ROW_TAG "<row "
#define ROW_TAG_LENGTH 5
#define MEDIA_PREFIX "xl/media/"
#define JPEG_END '\xd9' /* last byte of the end mark */
#define WORKSHEET_PREFIX "xl/worksheets/sheet"

static guint
count_rows (const char *data, gsize length)
{
  guint n = 0;

  for (const char *p = data; p != NULL && (gsize)(p - data) + ROW_TAG_LENGTH <= length;)
    {
      p = memchr (p, '<', length - (gsize)(p - data));
      if (p == NULL)
        break;
      if ((gsize)(p - data) + ROW_TAG_LENGTH <= length && memcmp (p, ROW_TAG, ROW_TAG_LENGTH) == 0)
        n++;
      p++;
    }
  return n;
}

/* Reads the part; the rows in it, and whether it ends with @end and its checksum holds. */
static gboolean
read_part (unzFile zip, char *buffer, char end, guint *out_rows)
{
  gsize kept = 0; /* bytes of a tag cut by the chunk's end */
  char last = 0;
  int got;

  *out_rows = 0;
  if (unzOpenCurrentFile (zip) != UNZ_OK)
    return FALSE;
  while ((got = unzReadCurrentFile (zip, buffer + kept, CHUNK)) > 0)
    {
      gsize length = kept + (gsize)got;

      *out_rows += count_rows (buffer, length);
      last = buffer[length - 1];
      kept = MIN (length, ROW_TAG_LENGTH - 1);
      memmove (buffer, buffer + length - kept, kept);
    }
  if (unzCloseCurrentFile (zip) != UNZ_OK)
    return FALSE;
  while (last == '\n' && kept > 0)
    last = buffer[--kept];
  return got == 0 && last == end;
}

static gboolean
check_part (unzFile zip, char *buffer, const GArray *rows_written, guint *n_sheets)
{
  char name[256];
  guint rows;

  if (unzGetCurrentFileInfo64 (zip, NULL, name, sizeof name, NULL, 0, NULL, 0) != UNZ_OK
      || !read_part (zip, buffer, g_str_has_prefix (name, MEDIA_PREFIX) ? JPEG_END : '>', &rows))
    return FALSE;
  if (g_str_has_prefix (name, WORKSHEET_PREFIX))
    {
      guint64 number = g_ascii_strtoull (name + strlen (WORKSHEET_PREFIX), NULL, 10);

      if (number < 1 || number > rows_written->len
          || rows != g_array_index (rows_written, guint, number - 1))
        return FALSE;
      (*n_sheets)++;
    }
  return TRUE;
}

gboolean
ys_xlsx_check_file (const char *path, const GArray *rows_written)
{
  g_autofree char *buffer = g_malloc (CHUNK + ROW_TAG_LENGTH);
  unzFile zip = unzOpen64 (path);
  guint n_sheets = 0;
  gboolean good = TRUE;
  int step;

  if (zip == NULL)
    return FALSE;
  for (step = unzGoToFirstFile (zip); good && step == UNZ_OK; step = unzGoToNextFile (zip))
    good = check_part (zip, buffer, rows_written, &n_sheets);
  unzClose (zip);
  return good && step == UNZ_END_OF_LIST_OF_FILE && n_sheets == rows_written->len;
}
