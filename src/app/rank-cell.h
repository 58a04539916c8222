/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A rank in a list; ranks that are shared are joined by a bracket at their left. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  YS_TIE_NONE = 0,
  YS_TIE_ABOVE = 1 << 0, /* the row above shares it */
  YS_TIE_BELOW = 1 << 1
} YsTie;

#define YS_TYPE_RANK_CELL (ys_rank_cell_get_type ())
G_DECLARE_FINAL_TYPE (YsRankCell, ys_rank_cell, YS, RANK_CELL, GtkWidget)

GtkWidget *ys_rank_cell_new (void);
void       ys_rank_cell_set (YsRankCell *cell, const char *rank, YsTie tie);

G_END_DECLS
