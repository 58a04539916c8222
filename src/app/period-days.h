/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A period of free days as it is chosen: two days, typed, and those that the ledger has. */
#pragma once

#include "session.h"

G_BEGIN_DECLS

#define YS_TYPE_PERIOD_DAYS (ys_period_days_get_type ())
G_DECLARE_FINAL_TYPE (YsPeriodDays, ys_period_days, YS, PERIOD_DAYS, GtkWidget)

/* Signal "chosen": the session's period is the one that was chosen. */

/* Shows the session's period, day by day, and reads the ledger's free periods. */
void ys_period_days_show (YsPeriodDays *days, YsSession *session);

G_END_DECLS
