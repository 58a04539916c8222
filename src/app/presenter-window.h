/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the speaker sees while the wall shows a slide: this one, the next, the notes, the time, the list. */
#pragma once

#include "wall-show.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YS_TYPE_PRESENTER_WINDOW (ys_presenter_window_get_type ())
G_DECLARE_FINAL_TYPE (YsPresenterWindow, ys_presenter_window, YS, PRESENTER_WINDOW, GtkWindow)

/* (transfer none): not shown yet. Closed, it ends the show; when the show ends, it is gone. */
YsPresenterWindow *ys_presenter_window_new (YsWallShow *show);

G_END_DECLS
