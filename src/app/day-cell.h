/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One day of the month view: its number, 休 or 班, and the holiday's name. */
#pragma once

#include <gtk/gtk.h>

#include "work-calendar.h"

G_BEGIN_DECLS

#define YS_TYPE_DAY_CELL (ys_day_cell_get_type ())
G_DECLARE_FINAL_TYPE (YsDayCell, ys_day_cell, YS, DAY_CELL, GtkButton)

GtkWidget *ys_day_cell_new (void);
/* @in_month: of the month that is shown, not the end of its neighbour. */
void       ys_day_cell_show (YsDayCell *cell, YsDate date, YsDay day, gboolean in_month, gboolean is_today);
void       ys_day_cell_set_chosen (YsDayCell *cell, gboolean chosen);
YsDate     ys_day_cell_get_date (YsDayCell *cell);

G_END_DECLS
