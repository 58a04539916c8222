/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of the ranking and the same as text for Excel. */
#pragma once

#include "column-set.h"
#include "standing-list.h"

G_BEGIN_DECLS

/* @list: lives as long. */
YsColumnSet *ys_ranking_columns_new (GtkColumnView *view, YsStandingList *list);
/* Weights into the heads. */
void         ys_ranking_columns_update (YsColumnSet *set, const YsScheme *scheme);
/* Shows or hides one of the columns of a trial, which makes hundreds of cells; FALSE: all are right. */
gboolean     ys_ranking_columns_step (YsColumnSet *set, gboolean trial);
/* (transfer full): all rows in the order shown, parted by tabs. */
char        *ys_ranking_columns_copy (YsStandingList *list);

G_END_DECLS
