/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing the pages of an official table with the system's own dialog. */
#pragma once

#include <gtk/gtk.h>

#include "page-renderer.h"

G_BEGIN_DECLS

/* @pages must live until this returns (the dialog is modal); @name: of the print job. FALSE with
 * @error when the printer failed; TRUE also when the user thought better of it. */
gboolean ys_print_pages (GtkWidget *widget, const YsPages *pages, const char *name, GError **error);

G_END_DECLS
