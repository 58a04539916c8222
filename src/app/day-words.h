/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What kind of day it is by the ledger's work calendar, in a few words. */
#pragma once

#include "work-calendar.h"

G_BEGIN_DECLS

/* (transfer full): "working day · morning session until 12:00", "rest day", "National Day". */
char *ys_day_words (const YsWorkCalendar *calendar, YsInstant now);
/* (transfer full) (nullable): "tomorrow 11 Oct: make-up day"; NULL when tomorrow is as its weekday.
 */
char *ys_day_tomorrow (const YsWorkCalendar *calendar, YsDate today);

G_END_DECLS
