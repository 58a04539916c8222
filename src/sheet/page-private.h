/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages between layout and drawing. Nothing of Pango is kept in them, so that pages laid out in one
 * thread are drawn in another. Inside src/sheet only. */
#pragma once

#include <pango/pangocairo.h>

#include "page-renderer.h"
#include "sheet-private.h"

G_BEGIN_DECLS

/* One sheet laid out. Sheet units are points before the sheet is scaled to the page's width. */
typedef struct
{
  YsSheet *sheet;
  guint n_rows, n_columns;
  double *tops;  /* n_rows + 1, sheet units */
  double *lefts; /* n_columns + 1, sheet units */
  double scale;  /* points per sheet unit, at most 1 */
  double width, height;        /* of the page, points */
  double origin_x, origin_y;   /* of the table on the page, points */
  double body;                 /* height for rows, sheet units */
  guint repeat_first, n_repeat; /* head rows; n_repeat 0: none */
} YsPageSheet;

typedef struct
{
  guint sheet;
  guint first, end; /* rows [first, end) */
  guint repeat_first, n_repeat; /* head rows above them; n_repeat 0: none */
} YsPage;

struct _YsPages
{
  GArray *sheets; /* YsPageSheet */
  GArray *pages;  /* YsPage */
};

const YsPageSheet *ys_pages_sheet (const YsPages *pages, const YsPage *page);
const YsPage *ys_pages_page (const YsPages *pages, guint page);
/* Rows on a page, heads included; the @index-th of them, and where it begins in sheet units below
 * the table's top (@index may be the count: the bottom). */
guint ys_page_n_rows (const YsPageSheet *sheet, const YsPage *page);
guint ys_page_row (const YsPageSheet *sheet, const YsPage *page, guint index);
double ys_page_row_top (const YsPageSheet *sheet, const YsPage *page, guint index);
/* The part of @merge that stands together with the @index-th row: [out_first, out_end) on the page. */
void ys_page_merge_part (const YsPageSheet *sheet, const YsPage *page, const YsSheetRange *merge,
                         guint index, guint *out_first, guint *out_end);

/* Measures and draws text, one layout used again and again. For one thread. */
typedef struct _YsTextKit YsTextKit;
YsTextKit *ys_text_kit_new (void);
void ys_text_kit_free (YsTextKit *kit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsTextKit, ys_text_kit_free)
/* Lines that @text takes in a cell @width wide, sheet units. */
guint ys_text_kit_lines (YsTextKit *kit, const char *text, const YsCellStyle *style, double width);
/* Draws into a cell in the current colour; never beyond its edges where it has a border. */
void ys_text_kit_draw (YsTextKit *kit, cairo_t *cr, const char *text, const YsCellStyle *style,
                       double width, double height);

G_END_DECLS
