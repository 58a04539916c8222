/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Ctrl+V brings: rows of a spreadsheet go behind the others, one value into its
 * cell, a picture to the row's photos. */
#include "config.h"

#include "inspection-page-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

static void
paste_row (YsInspectionPage *page, const YsPastedFinding *pasted)
{
  guint position = ys_inspection_rows_n_used (page->rows);

  ys_inspection_page_add_pasted (page, pasted);
  ys_inspection_rows_confirm (page->rows, position);
}

static void
paste_rows (YsInspectionPage *page, const YsInspectionPaste *paste)
{
  g_autofree char *text = NULL;

  for (guint i = 0; i < paste->rows->len; i++)
    paste_row (page, g_ptr_array_index (paste->rows, i));
  ys_inspection_page_save (page, FALSE);
  ys_inspection_page_show_state (page);
  ys_inspection_page_touch_draft (page);
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row was pasted.",
                                       "%u rows were pasted.", paste->rows->len),
                          paste->rows->len);
  ys_session_notify (ys_page_get_session (YS_PAGE (page)), text, FALSE);
}

/* A whole form is an inspection of its own: it goes the way of a file. */
static void
paste_grid (YsInspectionPage *page, const YsGrid *grid)
{
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  YsLedger *ledger = ys_session_get_ledger (session);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsInspectionPaste) paste
      = ys_inspection_read_paste (ledger, grid, page->book, ys_session_now (session), &error);

  if (paste == NULL)
    ys_session_report (session, error);
  else if (paste->is_form)
    ys_inspection_page_take_form (page, g_steal_pointer (&paste));
  else
    paste_rows (page, paste);
}

void
ys_inspection_page_paste_text (YsInspectionPage *page, const char *text)
{
  YsGridCell *cell = ys_inspection_page_cell (page);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsWorkbook) workbook = NULL;

  /* One value is for one cell. */
  if (strpbrk (text, "\t\n\r") == NULL)
    {
      if (cell != NULL)
        ys_grid_cell_insert (cell, text);
      return;
    }
  workbook = ys_workbook_read_paste (text, &error);
  if (workbook == NULL || ys_workbook_n_sheets (workbook) == 0)
    {
      if (error != NULL)
        ys_session_report (ys_page_get_session (YS_PAGE (page)), error);
      return;
    }
  paste_grid (page, ys_workbook_sheet (workbook, 0));
}

static void
on_text_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsInspectionPage) page = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);

  if (text != NULL && page->clauses != NULL && page->book != NULL)
    ys_inspection_page_paste_text (page, text);
}

gboolean
ys_inspection_page_paste (YsInspectionPage *page)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (page));
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  if (!ys_session_is_writable (ys_page_get_session (YS_PAGE (page))))
    return TRUE;
  if (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING))
    gdk_clipboard_read_text_async (clipboard, NULL, on_text_read_cb, g_object_ref (page));
  else if (ys_photo_strip_can_paste (page->photos))
    ys_photo_strip_paste (page->photos);
  return TRUE;
}
