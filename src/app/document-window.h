/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document looked at before it leaves the house: its pages, zoom, print and export. What is seen is
 * what is printed and written. */
#pragma once

#include "document.h"
#include "session.h"

G_BEGIN_DECLS

#define YS_TYPE_DOCUMENT_WINDOW (ys_document_window_get_type ())
G_DECLARE_FINAL_TYPE (YsDocumentWindow, ys_document_window, YS, DOCUMENT_WINDOW, GtkWindow)

/* @document: (transfer full). Over the window that holds @widget, and gone with it. */
YsDocumentWindow *ys_document_window_present (GtkWidget *widget, YsSession *session, YsDocument *document);
/* (transfer none) */
YsDocument *ys_document_window_get_document (YsDocumentWindow *self);

G_END_DECLS
