/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Ctrl+V brings: one value into its cell. */
#include "config.h"

#include "inspection-page-private.h"

#include <string.h>

void
ys_inspection_page_paste_text (YsInspectionPage *page, const char *text)
{
  YsGridCell *cell = ys_inspection_page_cell (page);

  if (cell != NULL && strpbrk (text, "\t\n\r") == NULL)
    ys_grid_cell_insert (cell, text);
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
  return TRUE;
}
