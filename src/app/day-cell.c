/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Never colour alone: a day off says 休, a worked weekend 班. */
#include "config.h"

#include "day-cell.h"

#include <glib/gi18n-lib.h>

#include "calendar-record.h"
#include "look.h"
#include "resources.h"
#include "widget-help.h"

struct _YsDayCell
{
  GtkButton parent_instance;

  GtkLabel *number;
  GtkLabel *mark;
  GtkLabel *name;

  YsDate date;
};

G_DEFINE_FINAL_TYPE (YsDayCell, ys_day_cell, GTK_TYPE_BUTTON)

static const char *
mark_of (YsDay day)
{
  switch (day.mark)
    {
    case YS_DAY_OFF:
      /* Translators: one sign on a day of the calendar: a holiday */
      return C_ ("calendar", "off");
    case YS_DAY_WORK:
      /* Translators: one sign on a day of the calendar: a make-up day, worked */
      return C_ ("calendar", "work");
    case YS_DAY_PLAIN:
      break;
    }
  return "";
}

static void
describe (YsDayCell *cell, YsDay day)
{
  g_autofree char *date = ys_date_to_iso (cell->date);
  g_autofree char *text
      = g_strdup_printf ("%s %s %s", date,
                         day.mark != YS_DAY_PLAIN
                             ? ys_choice_label (ys_day_mark_choices, (int)day.mark + 1)
                         : day.is_worked ? _ ("Working day")
                                         : _ ("Weekend"),
                         day.name != NULL ? day.name : "");

  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

void
ys_day_cell_show (YsDayCell *cell, YsDate date, YsDay day, gboolean in_month, gboolean is_today)
{
  g_autofree char *number = g_strdup_printf ("%d", date.day);
  GtkWidget *widget = GTK_WIDGET (cell);

  g_return_if_fail (YS_IS_DAY_CELL (cell));

  cell->date = date;
  gtk_label_set_text (cell->number, number);
  gtk_label_set_text (cell->mark, mark_of (day));
  gtk_label_set_text (cell->name, day.name != NULL ? day.name : "");
  ys_widget_set_class (widget, "off", day.mark == YS_DAY_OFF);
  ys_widget_set_class (widget, "work", day.mark == YS_DAY_WORK);
  ys_widget_set_class (widget, "rest", !day.is_worked);
  ys_widget_set_class (widget, "other", !in_month);
  ys_widget_set_class (widget, "today", is_today);
  describe (cell, day);
}

void
ys_day_cell_set_chosen (YsDayCell *cell, gboolean chosen)
{
  g_return_if_fail (YS_IS_DAY_CELL (cell));

  ys_widget_set_class (GTK_WIDGET (cell), "chosen", chosen);
  gtk_accessible_update_state (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_STATE_SELECTED, chosen, -1);
}

YsDate
ys_day_cell_get_date (YsDayCell *cell)
{
  g_return_val_if_fail (YS_IS_DAY_CELL (cell), YS_DATE_UNKNOWN);

  return cell->date;
}

GtkWidget *
ys_day_cell_new (void)
{
  return g_object_new (YS_TYPE_DAY_CELL, NULL);
}

static void
ys_day_cell_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_DAY_CELL);
  G_OBJECT_CLASS (ys_day_cell_parent_class)->dispose (object);
}

static void
ys_day_cell_class_init (YsDayCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_day_cell_dispose;
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/day-cell.ui"));
  gtk_widget_class_bind_template_child (widget_class, YsDayCell, number);
  gtk_widget_class_bind_template_child (widget_class, YsDayCell, mark);
  gtk_widget_class_bind_template_child (widget_class, YsDayCell, name);
}

static void
ys_day_cell_init (YsDayCell *cell)
{
  gtk_widget_init_template (GTK_WIDGET (cell));
}
