/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bracket runs from the middle of the first row to the middle of the last. */
#include "config.h"

#include "rank-cell.h"

#include "look.h"

#define BRACKET_X 2.0f
#define BRACKET_WIDTH 8.0f
#define STROKE 2.0f

struct _YsRankCell
{
  GtkWidget parent_instance;

  GtkWidget *text;
  YsTie tie;
};

G_DEFINE_FINAL_TYPE (YsRankCell, ys_rank_cell, GTK_TYPE_WIDGET)

static void
ys_rank_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  YsRankCell *self = YS_RANK_CELL (widget);
  float height = (float)gtk_widget_get_height (widget);
  float middle = height / 2;
  float top = (self->tie & YS_TIE_ABOVE) != 0 ? -1 : middle - 6;
  float bottom = (self->tie & YS_TIE_BELOW) != 0 ? height + 1 : middle + 6;
  GdkRGBA colour;

  GTK_WIDGET_CLASS (ys_rank_cell_parent_class)->snapshot (widget, snapshot);
  if (self->tie == YS_TIE_NONE)
    return;
  ys_look_color (widget, "ys_amber_mark", &colour);
  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT (BRACKET_X, top, STROKE, bottom - top));
  if ((self->tie & YS_TIE_ABOVE) == 0)
    gtk_snapshot_append_color (snapshot, &colour,
                               &GRAPHENE_RECT_INIT (BRACKET_X, top, BRACKET_WIDTH, STROKE));
  if ((self->tie & YS_TIE_BELOW) == 0)
    gtk_snapshot_append_color (snapshot, &colour,
                               &GRAPHENE_RECT_INIT (BRACKET_X, bottom - STROKE, BRACKET_WIDTH,
                                                    STROKE));
}

static void
ys_rank_cell_dispose (GObject *object)
{
  g_clear_pointer (&YS_RANK_CELL (object)->text, gtk_widget_unparent);

  G_OBJECT_CLASS (ys_rank_cell_parent_class)->dispose (object);
}

static void
ys_rank_cell_class_init (YsRankCellClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_rank_cell_dispose;
  widget_class->snapshot = ys_rank_cell_snapshot;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "rankcell");
}

static void
ys_rank_cell_init (YsRankCell *self)
{
  self->text = g_object_new (GTK_TYPE_INSCRIPTION, "xalign", 1.0f, "hexpand", TRUE, "valign",
                             GTK_ALIGN_CENTER, NULL);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
}

GtkWidget *
ys_rank_cell_new (void)
{
  return g_object_new (YS_TYPE_RANK_CELL, "hexpand", TRUE, NULL);
}

void
ys_rank_cell_set (YsRankCell *self, const char *rank, YsTie tie)
{
  g_return_if_fail (YS_IS_RANK_CELL (self));

  gtk_inscription_set_text (GTK_INSCRIPTION (self->text), rank);
  self->tie = tie;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
