/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The decision about a tie whose places carry different prizes: who gets what, who decided, why. */
#pragma once

#include "form-window.h"
#include "session.h"
#include "standing.h"

G_BEGIN_DECLS

/* About the first pending group; nothing when there is none. */
YsFormWindow *ys_award_window_present (GtkWidget *over, YsSession *session, YsStanding *standing);

/* (transfer full): "一等奖 1 席、二等奖 1 席": what the places of a group are. */
char         *ys_award_places_text (const YsStanding *standing, const YsAwardPending *pending);
/* (transfer full): "龙珠百合、樱花园" */
char         *ys_award_names_text (const YsStanding *standing, const GArray *compounds);

G_END_DECLS
