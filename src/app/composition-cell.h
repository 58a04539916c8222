/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a score is made of, as one bar: the weighted parts, what was lost of each, bonuses beyond the
 * mark of full points. */
#pragma once

#include <gtk/gtk.h>

#include "standing.h"

G_BEGIN_DECLS

#define YS_TYPE_COMPOSITION_CELL (ys_composition_cell_get_type ())
G_DECLARE_FINAL_TYPE (YsCompositionCell, ys_composition_cell, YS, COMPOSITION_CELL, GtkWidget)

GtkWidget *ys_composition_cell_new (void);
/* @row: (nullable): nothing */
void       ys_composition_cell_set (YsCompositionCell *cell, const YsStandingRow *row, const YsScheme *scheme);

/* (transfer full): "长效 98.00 × 60% = 58.80，…": the working of a score in a line. */
char      *ys_composition_text (const YsStandingRow *row, const YsScheme *scheme);
/* (transfer full): "60%", "62.5%" of a weight in hundredths. */
char      *ys_weight_text (gint64 weight);

G_END_DECLS
