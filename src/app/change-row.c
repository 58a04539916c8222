/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A change of one compound leads to it. */
#include "config.h"

#include "change-row.h"

#include "look.h"
#include "resources.h"
#include "when.h"

struct _YsChangeRow
{
  GtkListBoxRow parent_instance;

  gint64 compound_id;
  GtkLabel *when;
  GtkLabel *what;
  GtkLabel *who;
};

G_DEFINE_FINAL_TYPE (YsChangeRow, ys_change_row, GTK_TYPE_LIST_BOX_ROW)

static void
ys_change_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_CHANGE_ROW);

  G_OBJECT_CLASS (ys_change_row_parent_class)->dispose (object);
}

static void
ys_change_row_class_init (YsChangeRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_change_row_dispose;
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/change-row.ui"));
  gtk_widget_class_bind_template_child (widget_class, YsChangeRow, when);
  gtk_widget_class_bind_template_child (widget_class, YsChangeRow, what);
  gtk_widget_class_bind_template_child (widget_class, YsChangeRow, who);
}

static void
ys_change_row_init (YsChangeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ys_change_row_new (YsSession *session, const YsOverviewChange *change)
{
  YsChangeRow *self;
  g_autofree char *when = NULL;

  g_return_val_if_fail (YS_IS_SESSION (session), NULL);
  g_return_val_if_fail (change != NULL, NULL);

  self = g_object_new (YS_TYPE_CHANGE_ROW, NULL);
  when = ys_when_instant (change->line->at, ys_session_today (session));
  self->compound_id = change->compound_id;
  gtk_label_set_label (self->when, when);
  gtk_label_set_label (self->what, change->sentence);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->what), change->sentence);
  gtk_label_set_label (self->who, change->line->user);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), self->compound_id != 0);
  return GTK_WIDGET (self);
}

gint64
ys_change_row_get_compound (YsChangeRow *self)
{
  g_return_val_if_fail (YS_IS_CHANGE_ROW (self), 0);

  return self->compound_id;
}
