/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window must know of the system's desktop beyond GTK. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* First thing in main(), before any word is said. */
void ys_desktop_prepare (void);
/* Whether the desktop asks for dark programs where GTK does not say so. */
gboolean ys_desktop_is_dark (void);
/* What is left of the desktop's scale when GTK has enlarged by a whole number: 1.5 at 150 %, 1 at
 * 200 %, 1.25 at 250 %. */
double ys_desktop_scale_rest (void);

G_END_DECLS
