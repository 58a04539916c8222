/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One slide of a show, as large as it fits; drawn as vectors at the screen's pixels. */
#pragma once

#include <gtk/gtk.h>

#include "wall-show.h"

G_BEGIN_DECLS

#define YS_TYPE_SLIDE_VIEW (ys_slide_view_get_type ())
G_DECLARE_FINAL_TYPE (YsSlideView, ys_slide_view, YS, SLIDE_VIEW, GtkWidget)

/* @show: (nullable). @ahead: 0 the slide that is shown, built as far as it is; 1 the next one, whole. @is_wall: the
 * show takes this widget's size. */
void ys_slide_view_set_show (YsSlideView *view, YsWallShow *show, guint ahead, gboolean is_wall);

G_END_DECLS
