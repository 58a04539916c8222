/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Our own style sheet over GTK's default one, light or dark. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @appearance: "", "light" or "dark"; "" follows the system. For the default display. */
void ys_look_apply (const char *appearance);
gboolean ys_look_is_dark (void);
/* How much larger than at 96 dots an inch letters and the sheet's sizes are drawn; whole numbers are
 * GTK's own and not in it. */
double ys_look_get_scale (void);
/* A colour of the style sheet, for drawings: "ys_accent". */
void ys_look_color (GtkWidget *widget, const char *name, GdkRGBA *out_color);

G_END_DECLS
