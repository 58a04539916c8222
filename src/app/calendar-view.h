/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The work calendar: a month with its holidays and make-up days, a day marked by hand, a notice taken
 * in, the sessions set. Nothing is written before the deadlines that move were shown. */
#pragma once

#include "session.h"

G_BEGIN_DECLS

#define YS_TYPE_CALENDAR_VIEW (ys_calendar_view_get_type ())
G_DECLARE_FINAL_TYPE (YsCalendarView, ys_calendar_view, YS, CALENDAR_VIEW, GtkWidget)

/* Also after a change: the month that is shown and what is being typed stay. */
void ys_calendar_view_show (YsCalendarView *view, YsSession *session);
/* Shows the month of @date and chooses the day. */
void ys_calendar_view_choose (YsCalendarView *view, YsDate date);
/* Plans the notice in a file; its moved deadlines are shown when they are known. */
void ys_calendar_view_open (YsCalendarView *view, const char *path);

G_END_DECLS
