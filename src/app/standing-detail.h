/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How one compound's score came about: rank and score, the parts with their weights, every line that took
 * or gave points; what it is awarded. */
#pragma once

#include "session.h"
#include "standing.h"

G_BEGIN_DECLS

#define YS_TYPE_STANDING_DETAIL (ys_standing_detail_get_type ())
G_DECLARE_FINAL_TYPE (YsStandingDetail, ys_standing_detail, YS, STANDING_DETAIL, GtkWidget)

/* Signals:
 *   "suppose" (text)          as ys_trial_add() takes it
 *   "pay" (compound, prize)   the payout list is asked for
 *   "shown"                   the lines are there */

GtkWidget *ys_standing_detail_new (void);
/* @standing, @trial: (nullable), referenced. The lines are read in a thread; @compound_id 0: nothing. */
void       ys_standing_detail_show (YsStandingDetail *detail, YsSession *session, YsStanding *standing,
                                    YsStanding *trial, gint64 compound_id);
/* A figure for tests and for the page: how many lines are shown. */
guint      ys_standing_detail_n_lines (YsStandingDetail *detail);
/* Opens the first line (Enter in the list). */
void       ys_standing_detail_focus (YsStandingDetail *detail);

G_END_DECLS
