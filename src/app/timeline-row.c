/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rail and its dot are drawn by the style sheet; a spoken name says the whole line. */
#include "config.h"

#include "timeline-row.h"

#include "look.h"
#include "resources.h"
#include "widget-help.h"

struct _YsTimelineRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *rail;
  GtkLabel *when;
  GtkLabel *what;
  GtkLabel *note;

  YsTimelineKind kind;
};

G_DEFINE_FINAL_TYPE (YsTimelineRow, ys_timeline_row, GTK_TYPE_LIST_BOX_ROW)

static void
ys_timeline_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_TIMELINE_ROW);

  G_OBJECT_CLASS (ys_timeline_row_parent_class)->dispose (object);
}

static void
ys_timeline_row_class_init (YsTimelineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_timeline_row_dispose;
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/timeline-row.ui"));
  gtk_widget_class_bind_template_child (widget_class, YsTimelineRow, rail);
  gtk_widget_class_bind_template_child (widget_class, YsTimelineRow, when);
  gtk_widget_class_bind_template_child (widget_class, YsTimelineRow, what);
  gtk_widget_class_bind_template_child (widget_class, YsTimelineRow, note);
}

static void
ys_timeline_row_init (YsTimelineRow *row)
{
  gtk_widget_init_template (GTK_WIDGET (row));
}

GtkWidget *
ys_timeline_row_new (YsTimelineKind kind, const char *when, const char *what, const char *note)
{
  static const char *const classes[] = { "done", "now", "deadline", "missed" };
  YsTimelineRow *row = g_object_new (YS_TYPE_TIMELINE_ROW, NULL);
  gboolean is_deadline = kind == YS_TIMELINE_DEADLINE || kind == YS_TIMELINE_MISSED;
  g_autofree char *spoken = g_strdup_printf ("%s %s %s", when, what, note != NULL ? note : "");

  row->kind = kind;
  gtk_widget_add_css_class (GTK_WIDGET (row), classes[kind]);
  gtk_label_set_label (row->when, when);
  gtk_label_set_label (row->what, what);
  gtk_label_set_label (row->note, note != NULL ? note : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (row->note), note);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), is_deadline);
  ys_widget_set_class (GTK_WIDGET (row->what), "strong", kind == YS_TIMELINE_NOW);
  ys_widget_set_class (GTK_WIDGET (row->what), "accent", kind == YS_TIMELINE_DEADLINE);
  ys_widget_set_class (GTK_WIDGET (row->what), "red", kind == YS_TIMELINE_MISSED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return GTK_WIDGET (row);
}

void
ys_timeline_row_set_ends (YsTimelineRow *row, gboolean first, gboolean last)
{
  g_return_if_fail (YS_IS_TIMELINE_ROW (row));

  ys_widget_set_class (row->rail, "first", first);
  ys_widget_set_class (row->rail, "last", last);
}
