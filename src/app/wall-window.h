/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The wall: slides over a whole screen, moved by the keys of a presenter's remote. */
#pragma once

#include "wall-show.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YS_TYPE_WALL_WINDOW (ys_wall_window_get_type ())
G_DECLARE_FINAL_TYPE (YsWallWindow, ys_wall_window, YS, WALL_WINDOW, GtkWindow)

/* (transfer none): not shown yet. Closed, it ends the show; when the show ends, it is gone. */
YsWallWindow *ys_wall_window_new (YsWallShow *show);
/* The keys of a show, for whichever window has them; digits are gathered in @typed (0: none). FALSE: not a key
 * of the remote. */
gboolean      ys_wall_show_key (YsWallShow *show, guint keyval, guint *typed, gint64 now);

G_END_DECLS
