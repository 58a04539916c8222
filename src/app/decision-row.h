/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What waits for a decision, in one line: what, where, how much, and the way there. */
#pragma once

#include <gtk/gtk.h>

#include "outlook.h"

G_BEGIN_DECLS

#define YS_TYPE_DECISION_ROW (ys_decision_row_get_type ())
G_DECLARE_FINAL_TYPE (YsDecisionRow, ys_decision_row, YS, DECISION_ROW, GtkListBoxRow)

/* @decision: borrowed as long as the row is. */
GtkWidget *ys_decision_row_new (const YsOpenDecision *decision);
const YsOpenDecision *ys_decision_row_get (YsDecisionRow *row);

G_END_DECLS
