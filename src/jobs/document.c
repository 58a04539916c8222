/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets with the title and the time that stand in their files. */
#include "config.h"

#include "document.h"
#include "job-error.h"
#include "text.h"

#include <glib/gi18n-lib.h>

#define PNG_SCALE 2.0

struct _YsDocument
{
  GPtrArray *sheets;
  YsPages *pages; /* (nullable): laid out when first asked for */
  char *title;
  char *stem;
  YsInstant created;
  YsTextBlocks *text;      /* (nullable) */
  YsDocumentWriter writer; /* (nullable) */
  gpointer writer_data;
  GDestroyNotify writer_destroy; /* (nullable) */
};

YsDocument *
ys_document_new (GPtrArray *sheets, const char *title, const char *stem, YsInstant created)
{
  YsDocument *document;

  g_return_val_if_fail (sheets != NULL && sheets->len > 0, NULL);
  g_return_val_if_fail (title != NULL && stem != NULL, NULL);

  document = g_new0 (YsDocument, 1);
  document->sheets = sheets;
  document->title = g_strdup (title);
  document->stem = ys_text_to_filename (stem);
  document->created = created;
  return document;
}

void
ys_document_free (YsDocument *document)
{
  if (document == NULL)
    return;
  g_clear_pointer (&document->pages, ys_pages_free);
  g_ptr_array_unref (document->sheets);
  g_clear_pointer (&document->text, g_ptr_array_unref);
  if (document->writer_destroy != NULL)
    document->writer_destroy (document->writer_data);
  g_free (document->title);
  g_free (document->stem);
  g_free (document);
}

const char *
ys_document_title (const YsDocument *document)
{
  g_return_val_if_fail (document != NULL, NULL);

  return document->title;
}

const char *
ys_document_stem (const YsDocument *document)
{
  g_return_val_if_fail (document != NULL, NULL);

  return document->stem;
}

GPtrArray *
ys_document_sheets (const YsDocument *document)
{
  g_return_val_if_fail (document != NULL, NULL);

  return document->sheets;
}

const YsPages *
ys_document_pages (YsDocument *document)
{
  g_return_val_if_fail (document != NULL, NULL);

  if (document->pages == NULL)
    document->pages = ys_pages_new (document->sheets);
  return document->pages;
}

void
ys_document_set_text (YsDocument *document, YsTextBlocks *text)
{
  g_return_if_fail (document != NULL && text != NULL && document->text == NULL);

  document->text = text;
}

gboolean
ys_document_has_text (const YsDocument *document)
{
  g_return_val_if_fail (document != NULL, FALSE);

  return document->text != NULL;
}

void
ys_document_set_writer (YsDocument *document,
                        YsDocumentWriter writer,
                        gpointer user_data,
                        GDestroyNotify destroy)
{
  g_return_if_fail (document != NULL && writer != NULL && document->writer == NULL);

  document->writer = writer;
  document->writer_data = user_data;
  document->writer_destroy = destroy;
}

gboolean
ys_document_export (YsDocument *document, const char *path, GError **error)
{
  g_autofree char *lower = NULL;
  YsDocumentInfo info;

  g_return_val_if_fail (document != NULL && path != NULL, FALSE);

  if (document->writer != NULL)
    return document->writer (path, document->writer_data, error);
  lower = g_ascii_strdown (path, -1);
  info = (YsDocumentInfo){ .title = document->title, .created = document->created };
  if (document->text != NULL && g_str_has_suffix (lower, ".docx"))
    return ys_docx_write_file (document->text, &info, path, error);
  if (document->text == NULL && g_str_has_suffix (lower, ".xlsx"))
    return ys_xlsx_write_file (document->sheets, &info, path, NULL, error);
  if (g_str_has_suffix (lower, ".pdf"))
    return ys_pages_write_pdf (ys_document_pages (document), &info, path, error);
  if (g_str_has_suffix (lower, ".png"))
    return ys_pages_write_png (ys_document_pages (document), 0, PNG_SCALE, path, error);
  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
               document->text != NULL
                   ? _ ("%s has no ending that says what to write. End it in .docx, .pdf or .png.")
                   : _ ("%s has no ending that says what to write. End it in .xlsx, .pdf or .png."),
               path);
  return FALSE;
}
