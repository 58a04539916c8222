/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A change in a list, in one line: when, what, who. */
#pragma once

#include "session.h"

G_BEGIN_DECLS

#define YS_TYPE_CHANGE_ROW (ys_change_row_get_type ())
G_DECLARE_FINAL_TYPE (YsChangeRow, ys_change_row, YS, CHANGE_ROW, GtkListBoxRow)

GtkWidget *ys_change_row_new (YsSession *session, const YsOverviewChange *change);
/* The compound that was changed; 0 none. */
gint64 ys_change_row_get_compound (YsChangeRow *row);

G_END_DECLS
