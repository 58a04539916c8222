/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decides by its first bytes what an imported file is, and refuses in one sentence what is no
 * table that we read. */
#include "config.h"

#include "workbook.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "workbook-private.h"

static const guint8 ole_magic[] = { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 };

static gboolean
starts_with (const guint8 *data, gsize size, const void *magic, gsize length)
{
  return size >= length && memcmp (data, magic, length) == 0;
}

/* Stream names of an OLE container stand in its directory as UTF-16LE. */
static gboolean
has_stream (const guint8 *data, gsize size, const char *name)
{
  gsize length = strlen (name) * 2;
  g_autofree guint8 *wide = g_malloc0 (length);

  for (gsize i = 0; name[i] != '\0'; i++)
    wide[2 * i] = (guint8)name[i];
  /* Directory entries are 128 bytes long and aligned. */
  for (gsize at = 512; at + length <= size; at += 128)
    if (memcmp (data + at, wide, length) == 0)
      return TRUE;
  return FALSE;
}

static void
refuse_ole (const guint8 *data, gsize size, GError **error)
{
  if (has_stream (data, size, "EncryptedPackage"))
    g_set_error_literal (error, YS_SHEET_ERROR, YS_SHEET_ERROR_NOT_A_TABLE,
                         _ ("This workbook is protected with a password. Open it in Excel or WPS, "
                            "take the password off and save it again."));
  else if (has_stream (data, size, "WordDocument")
           || has_stream (data, size, "PowerPoint Document"))
    g_set_error_literal (error, YS_SHEET_ERROR, YS_SHEET_ERROR_NOT_A_TABLE,
                         _ ("This is not a workbook. Choose an .xlsx or a .csv file."));
  else
    g_set_error_literal (error, YS_SHEET_ERROR, YS_SHEET_ERROR_NOT_A_TABLE,
                         _ ("This is an old .xls workbook. Open it in Excel or WPS and save it as "
                            ".xlsx."));
}

/* Exports of web systems are often a web page or an XML table named .xls. */
static gboolean
is_markup (const guint8 *data, gsize size)
{
  static const char *const heads[] = { "<html", "<!doctype", "<?xml", "<table", "<head", "<meta" };
  gsize i = starts_with (data, size, "\xEF\xBB\xBF", 3) ? 3 : 0;

  while (i < size && g_ascii_isspace ((char)data[i]))
    i++;
  for (gsize j = 0; j < G_N_ELEMENTS (heads); j++)
    {
      gsize length = strlen (heads[j]);
      if (size - i >= length && g_ascii_strncasecmp ((const char *)data + i, heads[j], length) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_old_biff (const guint8 *data, gsize size)
{
  return size >= 4 && data[0] == 0x09 && data[1] <= 0x08 && (data[1] & 1) == 0
         && (data[2] == 0x04 || data[2] == 0x06 || data[2] == 0x08) && data[3] == 0;
}

static gboolean
is_known_binary (const guint8 *data, gsize size)
{
  return starts_with (data, size, "%PDF", 4) || starts_with (data, size, "\x89PNG", 4)
         || starts_with (data, size, "\xFF\xD8\xFF", 3) || starts_with (data, size, "Rar!", 4)
         || starts_with (data, size, "7z\xBC\xAF", 4) || starts_with (data, size, "{\\rtf", 5)
         || starts_with (data, size, "GIF8", 4) || starts_with (data, size, "\x1F\x8B", 2);
}

/* TRUE with @error set where the bytes cannot be a table. */
static gboolean
refuse (const guint8 *data, gsize size, GError **error)
{
  if (size == 0)
    g_set_error_literal (error, YS_SHEET_ERROR, YS_SHEET_ERROR_NOT_A_TABLE,
                         _ ("The file is empty. Choose another one."));
  else if (size > YS_WORKBOOK_MAX_FILE_BYTES)
    g_set_error (error, YS_SHEET_ERROR, YS_SHEET_ERROR_TOO_LARGE,
                 _ ("The file is larger than %u MB. Split it into several workbooks."),
                 YS_WORKBOOK_MAX_FILE_BYTES / (1024 * 1024));
  else if (starts_with (data, size, ole_magic, sizeof ole_magic))
    refuse_ole (data, size, error);
  else if (is_old_biff (data, size))
    g_set_error_literal (error, YS_SHEET_ERROR, YS_SHEET_ERROR_NOT_A_TABLE,
                         _ ("This is an old .xls workbook. Open it in Excel or WPS and save it as "
                            ".xlsx."));
  else if (is_markup (data, size))
    g_set_error_literal (error, YS_SHEET_ERROR, YS_SHEET_ERROR_NOT_A_TABLE,
                         _ ("This is a web page or XML that only looks like a workbook. Open it in "
                            "Excel or "
                            "WPS and save it as .xlsx."));
  else if (is_known_binary (data, size))
    g_set_error_literal (error, YS_SHEET_ERROR, YS_SHEET_ERROR_NOT_A_TABLE,
                         _ ("This is not a workbook. Choose an .xlsx or a .csv file."));
  else
    return FALSE;
  return TRUE;
}

static char *
name_without_ending (const char *name)
{
  const char *dot = strrchr (name, '.');

  return dot != NULL && dot != name ? g_strndup (name, (gsize)(dot - name)) : g_strdup (name);
}

YsWorkbook *
ys_workbook_read_bytes (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error)
{
  gsize size;
  const guint8 *data;
  g_autofree char *text = NULL;
  g_autofree char *sheet_name = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (refuse (data, size, error))
    return NULL;
  if (starts_with (data, size, "PK\003\004", 4) || starts_with (data, size, "PK\005\006", 4))
    return ys_workbook_read_xlsx (bytes, cancellable, error);

  text = ys_text_decode (bytes, &size, error);
  if (text == NULL)
    return NULL;
  sheet_name = name_without_ending (name);
  return ys_workbook_read_delimited (text, size, sheet_name, 0, cancellable, error);
}

static void
translate_io_error (GError *io, GError **error)
{
  if (g_error_matches (io, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_set_error_literal (error, YS_SHEET_ERROR, YS_SHEET_ERROR_CANCELLED, _ ("Cancelled."));
  else if (g_error_matches (io, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error_literal (error, YS_SHEET_ERROR, YS_SHEET_ERROR_NOT_A_TABLE,
                         _ ("There is no such file. Choose another one."));
  else if (g_error_matches (io, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    g_set_error_literal (error, YS_SHEET_ERROR, YS_SHEET_ERROR_NOT_A_TABLE,
                         _ ("This is a folder. Choose an .xlsx or a .csv file."));
  else if (g_error_matches (io, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE))
    g_set_error_literal (error, YS_SHEET_ERROR, YS_SHEET_ERROR_NOT_A_TABLE,
                         _ ("This is a device, not a file. Choose an .xlsx or a .csv file."));
  else
    g_set_error (error, YS_SHEET_ERROR, YS_SHEET_ERROR_FAILED,
                 _ ("The file cannot be read: %s. Copy it to this computer's disk and try again."),
                 io->message);
}

/* At most one byte more than the bound: enough to see that it is exceeded, whatever the file
 * system says about the size. */
static GBytes *
load (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GByteArray) all = g_byte_array_new ();
  gsize piece = 1024 * 1024;
  g_autofree guint8 *buffer = NULL;
  GFileType type;

  type = g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable);
  /* GIO on Windows cannot tell what "/" and "C:\" are. */
  if (type == G_FILE_TYPE_UNKNOWN && g_file_test (path, G_FILE_TEST_IS_DIR))
    type = G_FILE_TYPE_DIRECTORY;
  /* A pipe or a device would be waited for without an end; Windows says of a folder only that it
   * may not be opened. */
  if (type == G_FILE_TYPE_SPECIAL || type == G_FILE_TYPE_DIRECTORY)
    {
      g_set_error_literal (error, G_IO_ERROR,
                           type == G_FILE_TYPE_SPECIAL ? G_IO_ERROR_NOT_REGULAR_FILE
                                                       : G_IO_ERROR_IS_DIRECTORY,
                           "");
      return NULL;
    }
  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;
  buffer = g_malloc (piece);
  while (all->len <= YS_WORKBOOK_MAX_FILE_BYTES)
    {
      gssize n = g_input_stream_read (G_INPUT_STREAM (stream), buffer, piece, cancellable, error);
      if (n < 0)
        return NULL;
      if (n == 0)
        break;
      g_byte_array_append (all, buffer, (guint)n);
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

YsWorkbook *
ys_workbook_read_file (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) io = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  bytes = load (path, cancellable, &io);
  if (bytes == NULL)
    {
      translate_io_error (io, error);
      return NULL;
    }
  name = g_filename_display_basename (path);
  return ys_workbook_read_bytes (bytes, name, cancellable, error);
}

YsWorkbook *
ys_workbook_read_paste (const char *text, GError **error)
{
  gsize length;

  g_return_val_if_fail (text != NULL, NULL);

  length = strlen (text);
  if (length > YS_WORKBOOK_MAX_FILE_BYTES)
    {
      g_set_error (error, YS_SHEET_ERROR, YS_SHEET_ERROR_TOO_LARGE,
                   _ ("The pasted text is larger than %u MB. Paste fewer rows."),
                   YS_WORKBOOK_MAX_FILE_BYTES / (1024 * 1024));
      return NULL;
    }
  if (!g_utf8_validate_len (text, length, NULL))
    {
      g_set_error_literal (error, YS_SHEET_ERROR, YS_SHEET_ERROR_ENCODING,
                           _ ("The pasted text is not readable. Copy the cells again."));
      return NULL;
    }
  return ys_workbook_read_delimited (text, length, _ ("Pasted cells"), '\t', NULL, error);
}

YsWorkbook *
ys_workbook_new (void)
{
  YsWorkbook *workbook = g_new0 (YsWorkbook, 1);

  workbook->grids = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_grid_free);
  workbook->texts = g_string_chunk_new (64 * 1024);
  return workbook;
}

void
ys_workbook_free (YsWorkbook *workbook)
{
  if (workbook == NULL)
    return;
  g_ptr_array_unref (workbook->grids);
  g_string_chunk_free (workbook->texts);
  g_free (workbook);
}

const char *
ys_workbook_keep (YsWorkbook *workbook, const char *text, gsize length, GError **error)
{
  if (length == 0)
    return "";
  if (length > YS_WORKBOOK_MAX_TEXT_BYTES - workbook->text_bytes)
    {
      g_set_error_literal (error, YS_SHEET_ERROR, YS_SHEET_ERROR_TOO_LARGE,
                           _ ("The workbook holds too much text. Split it into several "
                              "workbooks."));
      return NULL;
    }
  workbook->text_bytes
      += length + 1 <= YS_WORKBOOK_MAX_TEXT_BYTES - workbook->text_bytes ? length + 1 : length;
  return g_string_chunk_insert_len (workbook->texts, text, (gssize)length);
}

void
ys_workbook_set_damaged (GError **error)
{
  g_set_error_literal (error, YS_SHEET_ERROR, YS_SHEET_ERROR_DAMAGED,
                       _ ("The file is damaged or incomplete. Copy it again from where it came, or "
                          "open it in "
                          "Excel or WPS and save it as a new .xlsx."));
}

guint
ys_workbook_n_sheets (const YsWorkbook *workbook)
{
  g_return_val_if_fail (workbook != NULL, 0);

  return workbook->grids->len;
}

const YsGrid *
ys_workbook_sheet (const YsWorkbook *workbook, guint index)
{
  g_return_val_if_fail (workbook != NULL, NULL);
  g_return_val_if_fail (index < workbook->grids->len, NULL);

  return g_ptr_array_index (workbook->grids, index);
}

const YsGrid *
ys_workbook_find_sheet (const YsWorkbook *workbook, const char *name)
{
  g_return_val_if_fail (workbook != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < workbook->grids->len; i++)
    {
      const YsGrid *grid = g_ptr_array_index (workbook->grids, i);
      if (g_str_equal (grid->name, name))
        return grid;
    }
  return NULL;
}
