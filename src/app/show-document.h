/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making a document in a thread and showing it when it is there. */
#pragma once

#include "document.h"
#include "session.h"

G_BEGIN_DECLS

/* Runs in a thread. (transfer full) (nullable): NULL with @error set */
typedef YsDocument *(*YsDocumentFunc) (YsLedger *ledger, gconstpointer data, GError **error);

/**
 * ys_show_document:
 * @widget: over whose window it is shown; when that is gone meanwhile, nothing is
 * @title: what runs, for the progress bar
 * @data: (transfer full): freed with @data_free
 *
 * Says what went wrong. Does nothing while other long work runs.
 */
void ys_show_document (GtkWidget *widget, YsSession *session, const char *title, YsDocumentFunc func,
                       gpointer data, GDestroyNotify data_free);

G_END_DECLS
