/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A style sheet made for 96 dots an inch, on screens that have more. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (transfer full): @sheet with every length in pixels times @scale. */
char *ys_look_scale_sheet (const char *sheet, double scale);
/* The same for widths and heights in a window's description; large ones, those of panes and
 * windows, times @pane_scale. */
char *ys_look_scale_template (const char *description, double scale, double pane_scale);
void ys_look_load_scaled (GtkCssProvider *provider, const char *resource, double scale);

G_END_DECLS
