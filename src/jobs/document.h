/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets made ready to be looked at, printed and written: what a page previews is what the file
 * holds. Filed tables have their own way (dispatch.h). */
#pragma once

#include "page-renderer.h"
#include "text-blocks.h"

G_BEGIN_DECLS

typedef struct _YsDocument YsDocument;

/* @sheets: (transfer full) (element-type YsSheet): one at least; @title: in the file's properties;
 * @stem: file name without ending; @created: stands in the files, so that bytes repeat */
YsDocument    *ys_document_new (GPtrArray *sheets, const char *title, const char *stem, YsInstant created);
void           ys_document_free (YsDocument *document);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsDocument, ys_document_free)

const char    *ys_document_title (const YsDocument *document);
const char    *ys_document_stem (const YsDocument *document);
GPtrArray     *ys_document_sheets (const YsDocument *document);
/* Laid out when first asked for. */
const YsPages *ys_document_pages (YsDocument *document);
/* (transfer full): the running text that the sheets show: the document can be a .docx and is no workbook. */
void           ys_document_set_text (YsDocument *document, YsTextBlocks *text);
gboolean       ys_document_has_text (const YsDocument *document);
/* What ys_document_export() does instead: a report is filed when it is written. */
typedef gboolean (*YsDocumentWriter) (const char *path, gpointer user_data, GError **error);
void           ys_document_set_writer (YsDocument *document, YsDocumentWriter writer, gpointer user_data, GDestroyNotify destroy);
/* .xlsx, .pdf or .png (first page), of a running text .docx, .pdf or .png, by the ending; REFUSED for another. */
gboolean       ys_document_export (YsDocument *document, const char *path, GError **error);

G_END_DECLS
