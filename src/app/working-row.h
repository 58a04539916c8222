/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of a score's working; opened it tells the clause, the deadline, the rule, shows the photos, and
 * leads to the finding or case. */
#pragma once

#include "session.h"
#include "standing.h"

G_BEGIN_DECLS

#define YS_TYPE_WORKING_ROW (ys_working_row_get_type ())
G_DECLARE_FINAL_TYPE (YsWorkingRow, ys_working_row, YS, WORKING_ROW, GtkWidget)

/* Signal "suppose" (text): as ys_trial_add() takes it. */

/* @line: borrowed: lives as long. @may_suppose: offers to leave the finding out in a trial. */
GtkWidget *ys_working_row_new (YsSession *session, gint64 compound_id, const YsWorkingLine *line, gboolean may_suppose);
void       ys_working_row_set_open (YsWorkingRow *row, gboolean open);

/* (transfer full): "−2.00", "+3.00", "0.00". */
char      *ys_signed_points (gint64 points);

G_END_DECLS
