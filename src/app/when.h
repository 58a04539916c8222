/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days and times as a person says them, in Asia/Shanghai and in the user's language. */
#pragma once

#include "date.h"

G_BEGIN_DECLS

/* (transfer full): "08:30". */
char *ys_when_clock (YsInstant instant);
/* (transfer full): "15 Oct", "10月15日"; with the year when it is not @today's. */
char *ys_when_day (YsDate day, YsDate today);
/* (transfer full): "Friday", "星期五". */
char *ys_when_weekday (YsDate day);
/* (transfer full): "Fri", "周五". */
char *ys_when_weekday_short (YsDate day);
/* (transfer full): "today 08:30", "yesterday 17:02", "26 Sep 09:10". */
char *ys_when_instant (YsInstant instant, YsDate today);
/* (transfer full): "Version 2, from 2026-01-01"; the built-in first version holds from no date: "Version 1". */
char *ys_when_version (gint64 version, YsDate from);

G_END_DECLS
