/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small helps with widgets that several pages share. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ys_widget_set_class (GtkWidget *widget, const char *name, gboolean on);
void ys_list_box_clear (GtkListBox *list);
/* @controller: a GtkShortcutController; @action: detailed name */
void ys_add_shortcut (GtkEventController *controller, const char *trigger, const char *action);

G_END_DECLS
