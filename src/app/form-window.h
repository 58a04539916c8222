/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question over the window: what it is about, what is wrong with the answer, Cancel and one button
 * that does it. Esc closes. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YS_TYPE_FORM_WINDOW (ys_form_window_get_type ())
G_DECLARE_FINAL_TYPE (YsFormWindow, ys_form_window, YS, FORM_WINDOW, GtkWindow)

/* Signal "accept": the button was pressed; close it with gtk_window_destroy() when all is well. */

/* Over the window that holds @over, gone with it. @accept: (nullable): NULL: there is only Close. */
YsFormWindow *ys_form_window_new (GtkWidget *over, const char *title, const char *accept, int width, int height);
void          ys_form_window_append (YsFormWindow *window, GtkWidget *child);
/* (transfer none): a paragraph; @class (nullable). */
GtkWidget    *ys_form_window_add_text (YsFormWindow *window, const char *text, const char *class);
/* (transfer none): an entry under its name. */
GtkEntry     *ys_form_window_add_entry (YsFormWindow *window, const char *name, const char *placeholder);
/* (nullable): NULL: nothing is wrong. */
void          ys_form_window_set_wrong (YsFormWindow *window, const char *text);
void          ys_form_window_set_can_accept (YsFormWindow *window, gboolean can);
/* As if the button was pressed (Enter in an entry). */
void          ys_form_window_accept (YsFormWindow *window);

G_END_DECLS
