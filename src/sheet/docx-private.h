/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the word processor's format share. Inside src/sheet only. */
#pragma once

#include "text-blocks.h"
#include "zip-writer.h"

G_BEGIN_DECLS

#define DOCX_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define DOCX_OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/"
#define DOCX_PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define DOCX_DRAWING "http://schemas.openxmlformats.org/drawingml/2006/"
#define DOCX_WORD "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

/* Relations of the document: styles, settings, fonts, footer, then the pictures. */
#define DOCX_FOOTER "rId4"
#define DOCX_FIRST_PICTURE 5

/* Every part but the document and its pictures. */
void ys_docx_add_frame (YsZipWriter *zip, const YsDocumentInfo *info, guint n_pictures);

G_END_DECLS
