/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The period that the window looks at: a button in the header bar that opens months, quarters,
 * half-years or years of one year, or free days. What is chosen is the session's "period"; rooms follow its
 * notify::period. */
#pragma once

#include "session.h"

G_BEGIN_DECLS

#define YS_TYPE_PERIOD_CHOOSER (ys_period_chooser_get_type ())
G_DECLARE_FINAL_TYPE (YsPeriodChooser, ys_period_chooser, YS, PERIOD_CHOOSER, GtkWidget)

/* @session: (nullable): NULL: no ledger is open, nothing is shown. */
void ys_period_chooser_set_session (YsPeriodChooser *chooser, YsSession *session);
/* (transfer full): "Oct 2025", "2025年10月", "1 Oct – 15 Dec 2026", in the user's language. */
char *ys_period_label (YsSpan span);

G_END_DECLS
