/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which slides the wall shows and in which order, and how it goes on; kept as soon as it is changed. */
#pragma once

#include "session.h"
#include "standing.h"

G_BEGIN_DECLS

#define YS_TYPE_SLIDES_WINDOW (ys_slides_window_get_type ())
G_DECLARE_FINAL_TYPE (YsSlidesWindow, ys_slides_window, YS, SLIDES_WINDOW, GtkWindow)

/* (transfer none): over the window that holds @widget (nullable: over none). @span: what its buttons show and save;
 * @trial: (transfer full) (nullable): beside it. */
YsSlidesWindow *ys_slides_window_present (GtkWidget *widget, YsSession *session, YsSpan span, YsTrial *trial);
/* (transfer full) (nullable): what is tried beside the real figures. */
YsTrial        *ys_slides_window_trial (YsSlidesWindow *window);

G_END_DECLS
