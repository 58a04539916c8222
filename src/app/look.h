/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Our own style sheet over GTK's default one, light or dark. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @appearance: "", "light" or "dark"; "" follows the system. For the default display. */
void ys_look_apply (const char *appearance);
gboolean ys_look_is_dark (void);
/* How much larger than at 96 dots an inch letters and the sheet's sizes are drawn; whole numbers
 * are GTK's own and not in it. */
double ys_look_get_scale (void);
/* A width or height in pixels at 96 dots an inch; 0 and -1 ("none") stay. */
int ys_look_scaled (int pixels);
/* The same for a pane or a window: grows no further than what fits 1366 × 768 fits the screen. */
int ys_look_scaled_pane (int pixels);
/* Whether a monitor holds it. Pixels as they are drawn. */
gboolean ys_look_fits (int width, int height);
/* Whether no monitor holds a room beside the whole sidebar, with the letters as large as they are. */
gboolean ys_look_is_narrow (void);
/* The way back, for what is remembered: a width remembered and shown again stays the same. */
int ys_look_unscaled (int pixels);
/* As gtk_widget_class_set_template_from_resource(), with its widths and heights scaled;
 * large ones are those of panes. */
void ys_look_set_template (GtkWidgetClass *widget_class, const char *resource);
/* A colour of the style sheet, for drawings: "ys_accent". */
void ys_look_color (GtkWidget *widget, const char *name, GdkRGBA *out_color);

G_END_DECLS
