/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of an official table on the screen, drawn by the same renderer that prints them. Lives in
 * a viewport and draws only the pages in sight. */
#pragma once

#include <gtk/gtk.h>

#include "page-renderer.h"

G_BEGIN_DECLS

#define YS_TYPE_PAPER_VIEW (ys_paper_view_get_type ())
G_DECLARE_FINAL_TYPE (YsPaperView, ys_paper_view, YS, PAPER_VIEW, GtkWidget)

/* Signal "cell-activated" (guint sheet, guint row, guint column): a click on a cell. */

/* @pages (nullable) is borrowed: set NULL before it goes. */
void     ys_paper_view_set_pages (YsPaperView *view, const YsPages *pages);
/* Percent: 100 is one point to 4/3 pixels; kept between 25 and 300. */
void     ys_paper_view_set_zoom (YsPaperView *view, guint percent);
guint    ys_paper_view_get_zoom (YsPaperView *view);
/* The largest zoom at which a page is not wider than @width pixels. */
guint    ys_paper_view_fit_zoom (YsPaperView *view, int width);
/* Scrolls to a cell and rings it. */
void     ys_paper_view_show_cell (YsPaperView *view, guint sheet, guint row, guint column);

G_END_DECLS
