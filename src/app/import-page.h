/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importing compounds: choose, match columns, look at every row's verdict, then write all at once.
 * ys_session_go (…, "import", 0, "paste") reads the clipboard. */
#pragma once

#include "page.h"

G_BEGIN_DECLS

#define YS_TYPE_IMPORT_PAGE (ys_import_page_get_type ())
G_DECLARE_FINAL_TYPE (YsImportPage, ys_import_page, YS, IMPORT_PAGE, YsPage)

/* Reads and judges a file: for a drop on the window. */
void ys_import_page_open (YsImportPage *page, const char *path);

G_END_DECLS
