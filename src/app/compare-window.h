/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two compounds side by side, each with the working of its score. */
#pragma once

#include "session.h"
#include "standing.h"

G_BEGIN_DECLS

/* (transfer none): @first, @second: compounds; they can be changed in it. */
GtkWindow *ys_compare_window_present (GtkWidget *over, YsSession *session, YsStanding *standing, gint64 first,
                                      gint64 second);

G_END_DECLS
