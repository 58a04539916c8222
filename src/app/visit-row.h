/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One inspection in a list: when, which compound, level and kind, what was found. */
#pragma once

#include <gtk/gtk.h>

#include "inspection-job.h"

G_BEGIN_DECLS

#define YS_TYPE_VISIT_ROW (ys_visit_row_get_type ())
G_DECLARE_FINAL_TYPE (YsVisitRow, ys_visit_row, YS, VISIT_ROW, GtkListBoxRow)

/* @line: read, not kept. @name: (nullable): of the compound; NULL in a list of one compound. @now: another year than
 * its is said. */
GtkWidget *ys_visit_row_new (const YsInspectionLine *line, const char *name, YsInstant now);
gint64     ys_visit_row_get_id (YsVisitRow *row);

G_END_DECLS
