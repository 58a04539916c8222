/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 领取表: who is paid out of an award, to the fen. */
#pragma once

#include "form-window.h"
#include "session.h"
#include "standing.h"

G_BEGIN_DECLS

/* Of one compound's prize (YsPrizeKind). */
YsFormWindow *ys_payout_window_present (GtkWidget *over, YsSession *session, YsStanding *standing, gint64 compound_id,
                                        int prize);

G_END_DECLS
