/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finalising a period and reopening it: what stands in the way and what will happen is shown first. */
#pragma once

#include "form-window.h"
#include "session.h"
#include "standing.h"

G_BEGIN_DECLS

/* @was_final: it was finalised before: a reason is asked for. */
YsFormWindow *ys_finalise_window_present (GtkWidget *over, YsSession *session, YsStanding *standing, gboolean was_final);
YsFormWindow *ys_reopen_window_present (GtkWidget *over, YsSession *session, YsStanding *standing);
/* Whether the checks are there (for tests). */
gboolean      ys_finalise_window_is_ready (YsFormWindow *window);

G_END_DECLS
