/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets → .xlsx through libxlsxwriter, whose every answer is asked for: an ignored one is a cell
 * silently not written. The file is checked to its end before it takes the place of another. */
#include "config.h"

#include "xlsx-writer.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "file-output.h"
#include "xlsx-private.h"

#define PAPER_A4 9
#define MM_PER_INCH 25.4
/* Stands in the file when the caller knows no time: 2000-01-01, never the clock. */
#define NO_TIME 946684800

/* The library prints numbers in the process's locale; a decimal comma would damage the file. */
static char *
begin_plain_numbers (void)
{
  char *before = NULL;

  if (strcmp (localeconv ()->decimal_point, ".") != 0)
    {
      before = g_strdup (setlocale (LC_NUMERIC, NULL));
      setlocale (LC_NUMERIC, "C");
    }
  return before;
}

static void
end_plain_numbers (char *before)
{
  if (before != NULL)
    setlocale (LC_NUMERIC, before);
  g_free (before);
}

const char *
ys_xlsx_plain_text (const char *text, GString *scratch)
{
  gboolean plain = g_utf8_validate (text, -1, NULL);

  for (const char *p = text; plain && *p != '\0'; p++)
    plain = !((guchar)*p < 0x20 && *p != '\n' && *p != '\t') && *p != 0x7f
            && !(*p == '_' && p[1] == 'x') && !((guchar)*p == 0xef && (guchar)p[1] == 0xbf);
  if (plain)
    return text;

  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_string_truncate (scratch, 0);
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '_' && p[1] == 'x')
        g_string_append (scratch, "_x005F_"); /* else _x0041_ would be read as A */
      else if ((c >= 0x20 || c == '\n' || c == '\t') && c != 0x7f && c != 0xfffe && c != 0xffff)
        g_string_append_unichar (scratch, c);
    }
  return scratch->str;
}

/* One third of the footer: %p and %n are fields, & is doubled. */
static void
append_footer (GString *footer, const char *position, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append_printf (footer, "&%s&\"仿宋_GB2312,Regular\"", position);
  for (const char *p = text; *p != '\0'; p++)
    {
      if (p[0] == '%' && (p[1] == 'p' || p[1] == 'n'))
        g_string_append (footer, *++p == 'p' ? "&P" : "&N");
      else if (*p == '&')
        g_string_append (footer, "&&");
      else
        g_string_append_c (footer, *p);
    }
}

static lxw_error
set_footer (lxw_worksheet *worksheet, const YsPageSetup *page)
{
  g_autoptr (GString) footer = g_string_new (NULL);

  append_footer (footer, "L", page->footer_left);
  append_footer (footer, "C", page->footer_center);
  append_footer (footer, "R", page->footer_right);
  return footer->len > 0 ? worksheet_set_footer (worksheet, footer->str) : LXW_NO_ERROR;
}

static lxw_error
set_page (lxw_worksheet *worksheet, const YsSheet *sheet)
{
  const YsPageSetup *page = ys_sheet_page (sheet);
  const double *mm = page->margin_mm;
  guint n_rows = ys_sheet_n_rows (sheet);
  lxw_error code = LXW_NO_ERROR;

  worksheet_set_paper (worksheet, PAPER_A4);
  if (page->landscape)
    worksheet_set_landscape (worksheet);
  else
    worksheet_set_portrait (worksheet);
  worksheet_set_margins (worksheet, mm[3] / MM_PER_INCH, mm[1] / MM_PER_INCH, mm[0] / MM_PER_INCH,
                         mm[2] / MM_PER_INCH);
  worksheet_center_horizontally (worksheet);
  if (page->fit_to_width)
    worksheet_fit_to_pages (worksheet, 1, 0);
  if (n_rows > 0)
    code = worksheet_print_area (worksheet, 0, 0, n_rows - 1,
                                 (lxw_col_t)(ys_sheet_n_columns (sheet) - 1));
  if (code == LXW_NO_ERROR && page->repeat_first <= page->repeat_last && page->repeat_last < n_rows)
    {
      code = worksheet_repeat_rows (worksheet, page->repeat_first, page->repeat_last);
      if (ys_sheet_source (sheet)->n_rows > 0) /* a long list keeps its heads in view */
        worksheet_freeze_panes (worksheet, page->repeat_last + 1, 0);
    }
  return code == LXW_NO_ERROR ? set_footer (worksheet, page) : code;
}

static gboolean
fail_sheet (const YsSheet *sheet, lxw_error code, GError **error)
{
  if (code == LXW_ERROR_255_STRING_LENGTH_EXCEEDED)
    g_set_error (error, YS_SHEET_ERROR, YS_SHEET_ERROR_FAILED,
                 _ ("The footer of “%s” has more than 255 characters. Shorten the office's name."),
                 ys_sheet_name (sheet));
  else
    /* Translators: %s are a sheet's name and the reason. */
    g_set_error (error, YS_SHEET_ERROR, YS_SHEET_ERROR_FAILED,
                 _ ("The sheet “%s” could not be written: %s. Nothing was saved."),
                 ys_sheet_name (sheet), lxw_strerror (code));
  return FALSE;
}

static gboolean
add_sheet (YsXlsxBook *book, YsSheet *sheet, GHashTable *taken, GError **error)
{
  g_autofree char *name = ys_xlsx_sheet_name (ys_sheet_name (sheet), taken);
  lxw_error code = workbook_validate_sheet_name (book->workbook, name);
  lxw_worksheet *worksheet;

  if (code != LXW_NO_ERROR)
    return fail_sheet (sheet, code, error);
  worksheet = workbook_add_worksheet (book->workbook, name);
  if (worksheet == NULL)
    return fail_sheet (sheet, LXW_ERROR_CREATING_TMPFILE, error);
  code = set_page (worksheet, sheet);
  if (code != LXW_NO_ERROR)
    return fail_sheet (sheet, code, error);
  return ys_xlsx_write_cells (book, worksheet, sheet, error)
         && ys_xlsx_write_images (worksheet, sheet, error);
}

static lxw_error
set_properties (lxw_workbook *workbook, const YsDocumentInfo *info)
{
  lxw_doc_properties properties = { 0 };

  properties.title = info != NULL ? (char *)info->title : NULL;
  properties.author = info != NULL ? (char *)info->author : NULL;
  properties.created = (time_t)(info != NULL && info->created != 0 ? info->created : NO_TIME);
  return workbook_set_properties (workbook, &properties);
}

static gboolean
fill_book (YsXlsxBook *book, GPtrArray *sheets, const YsDocumentInfo *info, GError **error)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lxw_error code = set_properties (book->workbook, info);

  if (code != LXW_NO_ERROR)
    return fail_sheet (g_ptr_array_index (sheets, 0), code, error);
  for (guint i = 0; i < sheets->len; i++)
    if (!add_sheet (book, g_ptr_array_index (sheets, i), taken, error))
      return FALSE;
  return TRUE;
}

static gboolean
has_source (GPtrArray *sheets)
{
  for (guint i = 0; i < sheets->len; i++)
    if (ys_sheet_source (g_ptr_array_index (sheets, i))->n_rows > 0)
      return TRUE;
  return FALSE;
}

/* @native: the temporary file's name as C libraries take it. */
static gboolean
write_native (GPtrArray *sheets,
              const YsDocumentInfo *info,
              const char *native,
              const char *path,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GHashTable) formats = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GArray) rows_written = g_array_new (FALSE, FALSE, sizeof (guint));
  lxw_workbook_options options = { .constant_memory = has_source (sheets) };
  YsXlsxBook book = { workbook_new_opt (native, &options), options.constant_memory, formats,
                      rows_written, cancellable };
  lxw_error code;

  if (book.workbook == NULL)
    {
      ys_output_set_unknown (error, path);
      return FALSE;
    }
  if (!fill_book (&book, sheets, info, error))
    {
      lxw_workbook_free (book.workbook);
      return FALSE;
    }
  errno = 0;
  code = workbook_close (book.workbook);
  if (code == LXW_NO_ERROR && ys_xlsx_check_file (native, rows_written))
    return TRUE;
  if (errno == ENOSPC)
    ys_output_set_errno (error, path, errno);
  else
    ys_output_set_unknown (error, path);
  return FALSE;
}

static char *
native_name (const char *temp)
{
#ifdef G_OS_WIN32
  return g_win32_locale_filename_from_utf8 (temp);
#else
  return g_strdup (temp);
#endif
}

/* @temp exists and is empty. */
static gboolean
write_temp (GPtrArray *sheets,
            const YsDocumentInfo *info,
            const char *temp,
            const char *path,
            GCancellable *cancellable,
            GError **error)
{
  g_autofree char *native = native_name (temp);
  char *before;
  gboolean written;

  if (native == NULL)
    {
      ys_output_set_errno (error, path, EINVAL);
      return FALSE;
    }
  before = begin_plain_numbers ();
  written = write_native (sheets, info, native, path, cancellable, error);
  end_plain_numbers (before);
  return written;
}

gboolean
ys_xlsx_write_file (GPtrArray *sheets,
                    const YsDocumentInfo *info,
                    const char *path,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autofree char *temp = NULL;

  g_return_val_if_fail (sheets != NULL && sheets->len > 0, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  temp = ys_output_temp_new (path, error);
  if (temp == NULL)
    return FALSE;
  if (!write_temp (sheets, info, temp, path, cancellable, error))
    {
      g_unlink (temp);
      return FALSE;
    }
  return ys_output_commit (temp, path, error);
}

GBytes *
ys_xlsx_write_bytes (GPtrArray *sheets, const YsDocumentInfo *info, GError **error)
{
  g_autofree char *target = NULL;
  g_autofree char *temp = NULL;
  char *data = NULL;
  gsize length = 0;
  gboolean written;

  g_return_val_if_fail (sheets != NULL && sheets->len > 0, NULL);

  target = g_build_filename (g_get_tmp_dir (), "yardstick.xlsx", NULL);
  temp = ys_output_temp_new (target, error);
  if (temp == NULL)
    return NULL;
  written = write_temp (sheets, info, temp, target, NULL, error)
            && g_file_get_contents (temp, &data, &length, error);
  g_unlink (temp);
  return written ? g_bytes_new_take (data, length) : NULL;
}
