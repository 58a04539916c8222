/* SPDX-License-Identifier: GPL-3.0-or-later */
/* minizip over a growing array of bytes: it writes an entry and goes back to state its size. */
#include "config.h"

#include "zip-writer.h"

#include <minizip/zip.h>
#include <string.h>

#define YEAR_OF_ALL 1980 /* of every entry: the first that a zip file knows */

struct _YsZipWriter
{
  GByteArray *bytes;
  guint64 position;
  zipFile file;
  gboolean failed;
};

static voidpf ZCALLBACK
on_open_cb (voidpf opaque, const void *name, int mode)
{
  return opaque;
}

static uLong ZCALLBACK
on_read_cb (voidpf opaque, voidpf stream, void *buffer, uLong size)
{
  return 0;
}

static uLong ZCALLBACK
on_write_cb (voidpf opaque, voidpf stream, const void *buffer, uLong size)
{
  YsZipWriter *writer = opaque;
  guint64 end = writer->position + size;

  if (end > G_MAXUINT / 2)
    return 0;
  if (end > writer->bytes->len)
    g_byte_array_set_size (writer->bytes, (guint)end);
  memcpy (writer->bytes->data + writer->position, buffer, size);
  writer->position = end;
  return size;
}

static ZPOS64_T ZCALLBACK
on_tell_cb (voidpf opaque, voidpf stream)
{
  return ((YsZipWriter *)opaque)->position;
}

/* minizip's own type asks for this return. */
static long ZCALLBACK
on_seek_cb (voidpf opaque, voidpf stream, ZPOS64_T offset, int origin)
{
  YsZipWriter *writer = opaque;
  guint64 base = origin == ZLIB_FILEFUNC_SEEK_CUR   ? writer->position
                 : origin == ZLIB_FILEFUNC_SEEK_END ? writer->bytes->len
                                                    : 0;

  if (base + offset > writer->bytes->len)
    return -1;
  writer->position = base + offset;
  return 0;
}

static int ZCALLBACK
on_close_cb (voidpf opaque, voidpf stream)
{
  return 0;
}

YsZipWriter *
ys_zip_writer_new (void)
{
  YsZipWriter *writer = g_new0 (YsZipWriter, 1);
  zlib_filefunc64_def functions = {
    .zopen64_file = on_open_cb,
    .zread_file = on_read_cb,
    .zwrite_file = on_write_cb,
    .ztell64_file = on_tell_cb,
    .zseek64_file = on_seek_cb,
    .zclose_file = on_close_cb,
    .zerror_file = on_close_cb,
    .opaque = writer,
  };

  writer->bytes = g_byte_array_new ();
  writer->file = zipOpen2_64 ("", APPEND_STATUS_CREATE, NULL, &functions);
  writer->failed = writer->file == NULL;
  return writer;
}

void
ys_zip_writer_add (YsZipWriter *writer, const char *name, gconstpointer data, gsize size)
{
  const zip_fileinfo info = { .tmz_date = { .tm_mday = 1, .tm_mon = 0, .tm_year = YEAR_OF_ALL } };

  g_return_if_fail (writer != NULL && name != NULL);

  if (writer->failed)
    return;
  writer->failed = size > G_MAXINT
                   || zipOpenNewFileInZip64 (writer->file, name, &info, NULL, 0, NULL, 0, NULL,
                                             Z_DEFLATED, Z_DEFAULT_COMPRESSION, 0)
                          != ZIP_OK;
  if (writer->failed)
    return;
  writer->failed = zipWriteInFileInZip (writer->file, data, (unsigned int)size) != ZIP_OK;
  writer->failed = zipCloseFileInZip (writer->file) != ZIP_OK || writer->failed;
}

GBytes *
ys_zip_writer_end (YsZipWriter *writer)
{
  GBytes *bytes = NULL;

  g_return_val_if_fail (writer != NULL, NULL);

  if (writer->file != NULL && zipClose (writer->file, NULL) != ZIP_OK)
    writer->failed = TRUE;
  if (!writer->failed)
    bytes = g_byte_array_free_to_bytes (g_steal_pointer (&writer->bytes));
  g_clear_pointer (&writer->bytes, g_byte_array_unref);
  g_free (writer);
  return bytes;
}
