/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A clause in a list of matches: code, name and criterion with what was typed marked in them, time
 * limit and what would be due when. */
#pragma once

#include "catalogue-job.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YS_TYPE_CLAUSE_ROW (ys_clause_row_get_type ())
G_DECLARE_FINAL_TYPE (YsClauseRow, ys_clause_row, YS, CLAUSE_ROW, GtkWidget)

/* @query: as typed; @limit, @due: (nullable): in words */
GtkWidget *ys_clause_row_new (const YsClauseMatch *match, const char *query, const char *limit, const char *due);
/* (transfer none): borrowed from the book */
const YsClause *ys_clause_row_get_clause (YsClauseRow *row);
YsClauseMatchKind ys_clause_row_get_kind (YsClauseRow *row);

G_END_DECLS
