/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One scale for all rows: full marks end at the same place, whatever the score. */
#include "config.h"

#include "composition-cell.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "look.h"

/* Points beyond full marks that still show. */
#define HEADROOM 6.0
#define BAR_HEIGHT 10.0f
#define GAP 2.0f

struct _YsCompositionCell
{
  GtkWidget parent_instance;

  gboolean is_set;
  double full_long, full_property; /* weighted points of full marks */
  double got_long, got_property;
  double bonus;
};

G_DEFINE_FINAL_TYPE (YsCompositionCell, ys_composition_cell, GTK_TYPE_WIDGET)

static float
append (GtkWidget *widget,
        GtkSnapshot *snapshot,
        const char *colour_name,
        float x,
        double points,
        float scale)
{
  float y = ((float)gtk_widget_get_height (widget) - BAR_HEIGHT) / 2;
  float width = (float)MAX (0.0, points) * scale;
  GdkRGBA colour;

  ys_look_color (widget, colour_name, &colour);
  if (width > 0)
    gtk_snapshot_append_color (snapshot, &colour,
                               &GRAPHENE_RECT_INIT (x, floorf (y), width, BAR_HEIGHT));
  return x + width;
}

static void
ys_composition_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  YsCompositionCell *self = YS_COMPOSITION_CELL (widget);
  double full = self->full_long + self->full_property;
  float scale = ((float)gtk_widget_get_width (widget) - GAP) / (float)(full + HEADROOM);
  float mark = (float)full * scale + GAP;
  double over = MAX (0.0, self->got_property - self->full_property) + self->bonus;
  GdkRGBA colour;
  float x;

  if (!self->is_set || full <= 0)
    return;
  x = append (widget, snapshot, "ys_bar_1", 0, MIN (self->got_long, self->full_long), scale);
  append (widget, snapshot, "ys_red_mark", x, self->full_long - self->got_long, scale);
  x = (float)self->full_long * scale + GAP;
  x = append (widget, snapshot, "ys_bar_2", x, MIN (self->got_property, self->full_property),
              scale);
  append (widget, snapshot, "ys_red_mark", x, self->full_property - self->got_property, scale);
  append (widget, snapshot, "ys_green_mark", mark, MIN (over, HEADROOM), scale);
  ys_look_color (widget, "ys_text", &colour);
  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT (floorf (mark),
                                                  floorf (((float)gtk_widget_get_height (widget)
                                                           - BAR_HEIGHT)
                                                          / 2)
                                                      - 2,
                                                  1, BAR_HEIGHT + 4));
}

static void
ys_composition_cell_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 40 : 16;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 160 : 16;
}

static void
ys_composition_cell_class_init (YsCompositionCellClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  widget_class->snapshot = ys_composition_cell_snapshot;
  widget_class->measure = ys_composition_cell_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "composition");
}

static void
ys_composition_cell_init (YsCompositionCell *self)
{
}

GtkWidget *
ys_composition_cell_new (void)
{
  return g_object_new (YS_TYPE_COMPOSITION_CELL, "hexpand", TRUE, NULL);
}

char *
ys_weight_text (gint64 weight)
{
  if (weight % 100 == 0)
    return g_strdup_printf ("%d%%", (int)(weight / 100));
  return g_strdup_printf ("%d.%02d%%", (int)(weight / 100), (int)(weight % 100));
}

char *
ys_composition_text (const YsStandingRow *row, const YsScheme *scheme)
{
  g_autofree char *long_term = ys_hundredths_to_text (row->score.long_term, FALSE);
  g_autofree char *property = ys_hundredths_to_text (row->score.property, FALSE);
  g_autofree char *bonus = ys_hundredths_to_text (row->score.bonus, FALSE);
  g_autofree char *score = ys_hundredths_to_text (row->score.score, FALSE);
  g_autofree char *long_weight = ys_weight_text (scheme->long_weight.value);
  g_autofree char *property_weight = ys_weight_text (scheme->property_weight.value);

  /* Translators: points × weight of both parts, bonus, sum. */
  return g_strdup_printf (_ ("long-term %s × %s + property %s × %s + bonus %s = %s"), long_term,
                          long_weight, property, property_weight, bonus, score);
}

void
ys_composition_cell_set (YsCompositionCell *self, const YsStandingRow *row, const YsScheme *scheme)
{
  g_autofree char *text = NULL;

  g_return_if_fail (YS_IS_COMPOSITION_CELL (self));

  self->is_set = row != NULL && row->score.assessed;
  if (self->is_set)
    {
      double long_weight = (double)scheme->long_weight.value / 10000;
      double property_weight = (double)scheme->property_weight.value / 10000;

      self->full_long = (double)scheme->long_base.value / 100 * long_weight;
      self->full_property = (double)scheme->property_base.value / 100 * property_weight;
      self->got_long = (double)row->score.long_term / 100 * long_weight;
      self->got_property = (double)row->score.property / 100 * property_weight;
      self->bonus = (double)row->score.bonus / 100;
      text = ys_composition_text (row, scheme);
    }
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text != NULL ? text : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
