/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One sentence of fact and consequence across the page, its action at the right. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YS_TYPE_BANNER (ys_banner_get_type ())
G_DECLARE_FINAL_TYPE (YsBanner, ys_banner, YS, BANNER, GtkWidget)

/* @text: (nullable): NULL hides the banner; @action: (nullable): the button's label; signal
 * "clicked" when it is pressed. @failed: red instead of amber. */
void ys_banner_show (YsBanner *banner, const char *text, const char *action, gboolean failed);

G_END_DECLS
