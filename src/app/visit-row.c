/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Without a name what was looked for takes its room. */
#include "config.h"

#include "visit-row.h"

#include <glib/gi18n-lib.h>

#include "inspection-columns.h"
#include "work-words.h"

struct _YsVisitRow
{
  GtkListBoxRow parent_instance;

  gint64 id;
};

G_DEFINE_FINAL_TYPE (YsVisitRow, ys_visit_row, GTK_TYPE_LIST_BOX_ROW)

static void
ys_visit_row_class_init (YsVisitRowClass *klass)
{
}

static void
ys_visit_row_init (YsVisitRow *row)
{
}

static void
add_label (GtkWidget *box, const char *text, const char *class, float xalign, gboolean expand)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, expand);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (box), label);
}

GtkWidget *
ys_visit_row_new (const YsInspectionLine *line, const char *name, YsInstant now)
{
  YsVisitRow *row = g_object_new (YS_TYPE_VISIT_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *when = ys_deadline_text (line->inspection.at, now);
  /* Translators: level and kind of an inspection */
  g_autofree char *what
      = g_strdup_printf (_ ("%s · %s"), ys_work_level_name (line->inspection.level),
                         ys_choice_label (ys_inspection_kind_choices, line->inspection.kind));
  /* Translators: findings and places of an inspection, as short as can be */
  g_autofree char *size = g_strdup_printf (_ ("%u in %u places"), line->n_findings, line->n_places);
  g_autofree char *points = ys_hundredths_to_text (line->points, FALSE);
  g_autofree char *spoken
      = g_strdup_printf ("%s %s %s %s", when, name != NULL ? name : "", what, size);

  row->id = line->inspection.id;
  add_label (box, when, "dim", 0, FALSE);
  if (name != NULL)
    add_label (box, name, NULL, 0, TRUE);
  add_label (box, what, name != NULL ? "dim" : NULL, 0, name == NULL);
  add_label (box, size, NULL, 1, FALSE);
  add_label (box, points, line->points > 0 ? "red" : "dim", 1, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return GTK_WIDGET (row);
}

gint64
ys_visit_row_get_id (YsVisitRow *row)
{
  g_return_val_if_fail (YS_IS_VISIT_ROW (row), 0);

  return row->id;
}
