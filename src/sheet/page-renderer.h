/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets → pages: layout (which rows stand where on which page, in points) and drawing with
 * Cairo and Pango. The preview, the printer, PDF and PNG all draw these pages. */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "sheet.h"
#include "xlsx-writer.h"

G_BEGIN_DECLS

typedef struct _YsPages YsPages;

/* @sheets: (element-type YsSheet): each starts on a new page; page numbers run through. */
YsPages *ys_pages_new (GPtrArray *sheets);
void     ys_pages_free (YsPages *pages);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsPages, ys_pages_free)

guint    ys_pages_count (const YsPages *pages);
/* Points (1/72 inch). */
void     ys_pages_size (const YsPages *pages, guint page, double *out_width, double *out_height);
/* Draws at the origin, one unit a point. @with_marks: the screen's marks for changed and blank cells. */
void     ys_pages_draw (const YsPages *pages, guint page, cairo_t *cr, gboolean with_marks);
/* The cell under a point of a page. */
gboolean ys_pages_cell_at (const YsPages *pages, guint page, double x, double y,
                           guint *out_sheet, guint *out_row, guint *out_column);
/* Where a cell (or the merge that holds it) stands: its page and rectangle in points. */
gboolean ys_pages_locate (const YsPages *pages, guint sheet, guint row, guint column, guint *out_page,
                          double *out_x, double *out_y, double *out_width, double *out_height);

/* Whole files; temp, fsync, rename. Same sheets and @info, same bytes. */
gboolean ys_pages_write_pdf (const YsPages *pages, const YsDocumentInfo *info, const char *path, GError **error);
GBytes  *ys_pages_to_pdf (const YsPages *pages, const YsDocumentInfo *info, GError **error);
/* One page; @scale pixels a point. */
gboolean ys_pages_write_png (const YsPages *pages, guint page, double scale, const char *path, GError **error);

G_END_DECLS
