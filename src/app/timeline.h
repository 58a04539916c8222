/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 经过: what happened to a finding or a case, what is waited for now, and its deadline. */
#pragma once

#include <gtk/gtk.h>

#include "work-item.h"

G_BEGIN_DECLS

#define YS_TYPE_TIMELINE (ys_timeline_get_type ())
G_DECLARE_FINAL_TYPE (YsTimeline, ys_timeline, YS, TIMELINE, GtkWidget)

/* Signal "why": the deadline was activated. */

/* @item: (nullable): NULL empties it. */
void       ys_timeline_show (YsTimeline *timeline, const YsWorkItem *item, const YsWorkCalendar *calendar, YsInstant now);
/* (transfer none) (nullable): the row of the deadline, to point at. */
GtkWidget *ys_timeline_get_deadline (YsTimeline *timeline);

G_END_DECLS
