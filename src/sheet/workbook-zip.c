/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts of a zip file, read in pieces from memory. What the directory states is checked before a
 * part is opened and what really comes out is counted again: a zip bomb that lies stops as early.
 */
#include "config.h"

#include "workbook-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <minizip/unzip.h>

/* The ratio says nothing about small parts. */
#define FREE_OF_RATIO (10u * 1024 * 1024)
#define MAX_ENTRIES 20000
#define FLAG_ENCRYPTED 1u

struct _YsZip
{
  GBytes *bytes;
  unzFile file;
  guint64 position; /* of minizip's stream over @bytes */
  guint64 total;    /* unpacked so far, all parts */
  guint64 unpacked; /* of the open part */
  guint64 packed;
};

static voidpf ZCALLBACK
on_open_cb (voidpf opaque, const void *name, int mode)
{
  ((YsZip *)opaque)->position = 0;
  return opaque;
}

static uLong ZCALLBACK
on_read_cb (voidpf opaque, voidpf stream, void *buffer, uLong size)
{
  YsZip *zip = opaque;
  gsize length;
  const guint8 *data = g_bytes_get_data (zip->bytes, &length);
  guint64 n;

  if (zip->position >= length)
    return 0;
  n = MIN ((guint64)size, length - zip->position);
  memcpy (buffer, data + zip->position, (gsize)n);
  zip->position += n;
  return (uLong)n;
}

static uLong ZCALLBACK
on_write_cb (voidpf opaque, voidpf stream, const void *buffer, uLong size)
{
  return 0;
}

static ZPOS64_T ZCALLBACK
on_tell_cb (voidpf opaque, voidpf stream)
{
  return ((YsZip *)opaque)->position;
}

/* minizip's own type asks for this return. */
static long ZCALLBACK
on_seek_cb (voidpf opaque, voidpf stream, ZPOS64_T offset, int origin)
{
  YsZip *zip = opaque;
  guint64 length = g_bytes_get_size (zip->bytes);
  guint64 base = origin == ZLIB_FILEFUNC_SEEK_CUR   ? zip->position
                 : origin == ZLIB_FILEFUNC_SEEK_END ? length
                                                    : 0;

  if (offset > length || base + offset > length)
    return -1;
  zip->position = base + offset;
  return 0;
}

static int ZCALLBACK
on_close_cb (voidpf opaque, voidpf stream)
{
  return 0;
}

static void
set_too_large (GError **error)
{
  g_set_error_literal (error, YS_SHEET_ERROR, YS_SHEET_ERROR_TOO_LARGE,
                       _ ("Unpacked, the workbook is far larger than any table. Copy the rows that "
                          "you need into a "
                          "new workbook and import that."));
}

YsZip *
ys_zip_open (GBytes *bytes, GError **error)
{
  g_autoptr (YsZip) zip = g_new0 (YsZip, 1);
  unz_global_info64 info;
  zlib_filefunc64_def functions = {
    .zopen64_file = on_open_cb,
    .zread_file = on_read_cb,
    .zwrite_file = on_write_cb,
    .ztell64_file = on_tell_cb,
    .zseek64_file = on_seek_cb,
    .zclose_file = on_close_cb,
    .zerror_file = on_close_cb,
    .opaque = zip,
  };

  zip->bytes = g_bytes_ref (bytes);
  zip->file = unzOpen2_64 ("", &functions);
  if (zip->file == NULL || unzGetGlobalInfo64 (zip->file, &info) != UNZ_OK)
    {
      ys_workbook_set_damaged (error);
      return NULL;
    }
  if (info.number_entry > MAX_ENTRIES)
    {
      set_too_large (error);
      return NULL;
    }
  return g_steal_pointer (&zip);
}

void
ys_zip_free (YsZip *zip)
{
  if (zip->file != NULL)
    unzClose (zip->file);
  g_bytes_unref (zip->bytes);
  g_free (zip);
}

gboolean
ys_zip_has (YsZip *zip, const char *part)
{
  /* 2: case does not matter, as in the packaging convention. */
  return unzLocateFile (zip->file, part, 2) == UNZ_OK;
}

static gboolean
check_sizes (const YsZip *zip, guint64 unpacked, guint64 packed, GError **error)
{
  if (unpacked > YS_WORKBOOK_MAX_PART_BYTES || zip->total > YS_WORKBOOK_MAX_TOTAL_BYTES
      || unpacked > YS_WORKBOOK_MAX_TOTAL_BYTES - zip->total
      || (unpacked > FREE_OF_RATIO && unpacked / YS_WORKBOOK_MAX_RATIO > packed))
    {
      set_too_large (error);
      return FALSE;
    }
  return TRUE;
}

gboolean
ys_zip_open_part (YsZip *zip, const char *part, GError **error)
{
  unz_file_info64 info;

  if (!ys_zip_has (zip, part)
      || unzGetCurrentFileInfo64 (zip->file, &info, NULL, 0, NULL, 0, NULL, 0) != UNZ_OK)
    {
      ys_workbook_set_damaged (error);
      return FALSE;
    }
  if (info.flag & FLAG_ENCRYPTED)
    {
      g_set_error_literal (error, YS_SHEET_ERROR, YS_SHEET_ERROR_NOT_A_TABLE,
                           _ ("This workbook is protected with a password. Open it in Excel or "
                              "WPS, "
                              "take the password off and save it again."));
      return FALSE;
    }
  /* A part cannot be packed in more bytes than the file has. */
  zip->packed = MIN (info.compressed_size, g_bytes_get_size (zip->bytes));
  zip->unpacked = 0;
  if (!check_sizes (zip, info.uncompressed_size, zip->packed, error))
    return FALSE;
  if (unzOpenCurrentFile (zip->file) != UNZ_OK)
    {
      ys_workbook_set_damaged (error);
      return FALSE;
    }
  return TRUE;
}

int
ys_zip_read (YsZip *zip, void *buffer, guint size, GError **error)
{
  int n = unzReadCurrentFile (zip->file, buffer, size);

  if (n < 0)
    {
      ys_workbook_set_damaged (error);
      return -1;
    }
  zip->unpacked += (guint)n;
  if (!check_sizes (zip, zip->unpacked, zip->packed, error))
    return -1;
  return n;
}

gboolean
ys_zip_close_part (YsZip *zip, GError **error)
{
  zip->total += zip->unpacked;
  zip->unpacked = 0;
  if (unzCloseCurrentFile (zip->file) == UNZ_OK)
    return TRUE;
  ys_workbook_set_damaged (error);
  return FALSE;
}
