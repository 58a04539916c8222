/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Percent is rounded half up for the eye only; the count beside it is exact. */
#include "config.h"

#include "share-row.h"

#include "resources.h"

struct _YsShareRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *name;
  GtkProgressBar *bar;
  GtkLabel *count;
  GtkLabel *percent;
};

G_DEFINE_FINAL_TYPE (YsShareRow, ys_share_row, GTK_TYPE_LIST_BOX_ROW)

static void
ys_share_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_SHARE_ROW);

  G_OBJECT_CLASS (ys_share_row_parent_class)->dispose (object);
}

static void
ys_share_row_class_init (YsShareRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_share_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, YS_RESOURCE ("ui/share-row.ui"));
  gtk_widget_class_bind_template_child (widget_class, YsShareRow, name);
  gtk_widget_class_bind_template_child (widget_class, YsShareRow, bar);
  gtk_widget_class_bind_template_child (widget_class, YsShareRow, count);
  gtk_widget_class_bind_template_child (widget_class, YsShareRow, percent);
}

static void
ys_share_row_init (YsShareRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ys_share_row_new (const char *name, guint count, guint total, gboolean unknown)
{
  YsShareRow *self;
  g_autofree char *number = NULL;
  g_autofree char *percent = NULL;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (total > 0 && count <= total, NULL);

  self = g_object_new (YS_TYPE_SHARE_ROW, NULL);
  number = g_strdup_printf ("%u", count);
  percent = g_strdup_printf ("%u%%", (200 * count + total) / (2 * total));
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->count, number);
  gtk_label_set_label (self->percent, percent);
  gtk_progress_bar_set_fraction (self->bar, (double)count / total);
  if (unknown)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->name), "amber");
      gtk_widget_add_css_class (GTK_WIDGET (self->bar), "amber");
    }
  return GTK_WIDGET (self);
}
