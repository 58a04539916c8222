/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The prizes that were decided in a period: which, by whom, when and why, and what stood there before a
 * decision was corrected. */
#pragma once

#include "form-window.h"
#include "session.h"
#include "standing.h"

G_BEGIN_DECLS

/* (transfer none): to be placed at once: a heading and a row for each, read in a thread; hidden while there are none. */
GtkWidget    *ys_decided_list_new (YsSession *session, YsStanding *standing);
/* (transfer none): how many decisions it shows; -1: not read yet. */
int           ys_decided_list_n (GtkWidget *list);
/* The same in a window of its own. */
YsFormWindow *ys_decided_window_present (GtkWidget *over, YsSession *session, YsStanding *standing);

G_END_DECLS
