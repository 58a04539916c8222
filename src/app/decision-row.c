/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole row is the link: its last word only says so. */
#include "config.h"

#include "decision-row.h"

#include "look.h"
#include "resources.h"

struct _YsDecisionRow
{
  GtkListBoxRow parent_instance;

  const YsOpenDecision *decision;
  GtkLabel *what;
  GtkLabel *where;
  GtkLabel *much;
};

G_DEFINE_FINAL_TYPE (YsDecisionRow, ys_decision_row, GTK_TYPE_LIST_BOX_ROW)

static void
ys_decision_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_DECISION_ROW);

  G_OBJECT_CLASS (ys_decision_row_parent_class)->dispose (object);
}

static void
ys_decision_row_class_init (YsDecisionRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_decision_row_dispose;
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/decision-row.ui"));
  gtk_widget_class_bind_template_child (widget_class, YsDecisionRow, what);
  gtk_widget_class_bind_template_child (widget_class, YsDecisionRow, where);
  gtk_widget_class_bind_template_child (widget_class, YsDecisionRow, much);
}

static void
ys_decision_row_init (YsDecisionRow *row)
{
  gtk_widget_init_template (GTK_WIDGET (row));
}

GtkWidget *
ys_decision_row_new (const YsOpenDecision *decision)
{
  YsDecisionRow *row;

  g_return_val_if_fail (decision != NULL, NULL);

  row = g_object_new (YS_TYPE_DECISION_ROW, NULL);
  row->decision = decision;
  gtk_label_set_label (row->what, decision->what);
  gtk_label_set_label (row->where, decision->where);
  gtk_label_set_label (row->much, decision->much);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row->where), decision->where);
  return GTK_WIDGET (row);
}

const YsOpenDecision *
ys_decision_row_get (YsDecisionRow *row)
{
  g_return_val_if_fail (YS_IS_DECISION_ROW (row), NULL);

  return row->decision;
}
