/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A large figure: what it counts, the number and its unit, and a word beneath. With "room" it is
 * a link. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YS_TYPE_FIGURE (ys_figure_get_type ())
G_DECLARE_FINAL_TYPE (YsFigure, ys_figure, YS, FIGURE, GtkWidget)

/* Properties "what", "value", "unit", "note"; signal "clicked".
 * @tone: (nullable): "red", "amber", "green". */
void ys_figure_set (
    YsFigure *figure, const char *value, const char *unit, const char *note, const char *tone);

G_END_DECLS
