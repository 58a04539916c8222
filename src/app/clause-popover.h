/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of clauses under a cell: it follows the typing and never takes the focus; the grid passes
 * the keys on. Signals: "chosen" (clause) for a click; "marked" (clause, nullable) when another one is
 * marked. */
#pragma once

#include "catalogue-job.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YS_TYPE_CLAUSE_POPOVER (ys_clause_popover_get_type ())
G_DECLARE_FINAL_TYPE (YsClausePopover, ys_clause_popover, YS, CLAUSE_POPOVER, GtkPopover)

/* (transfer full): "due 10-14 17:30"; NULL: not known */
typedef char *(*YsClauseDueFunc) (const YsClause *clause, gpointer user_data);

/* (transfer floating): its parent is @parent, who unparents it. */
YsClausePopover *ys_clause_popover_new (GtkWidget *parent, YsClauseDueFunc due, gpointer user_data);
/* @at: in the parent's coordinates; an empty @query lists all clauses, none marked. */
void ys_clause_popover_show (YsClausePopover *popover, const GdkRectangle *at, YsCatalogueBook *book, const char *query);
void ys_clause_popover_hide (YsClausePopover *popover);
gboolean ys_clause_popover_is_shown (YsClausePopover *popover);
/* Marks the next (+1) or the one before (-1); FALSE when nothing is shown. */
gboolean ys_clause_popover_step (YsClausePopover *popover, int delta);
/* (transfer none) (nullable): borrowed from the book */
const YsClause *ys_clause_popover_get_marked (YsClausePopover *popover);

G_END_DECLS
