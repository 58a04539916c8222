/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The folder's name large, where it lies small. */
#include "config.h"

#include "recent-row.h"

#include "look.h"
#include "resources.h"

struct _YsRecentRow
{
  GtkListBoxRow parent_instance;

  char *folder;
  GtkLabel *name;
  GtkLabel *place;
};

G_DEFINE_FINAL_TYPE (YsRecentRow, ys_recent_row, GTK_TYPE_LIST_BOX_ROW)

static void
ys_recent_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_RECENT_ROW);

  G_OBJECT_CLASS (ys_recent_row_parent_class)->dispose (object);
}

static void
ys_recent_row_finalize (GObject *object)
{
  g_free (YS_RECENT_ROW (object)->folder);

  G_OBJECT_CLASS (ys_recent_row_parent_class)->finalize (object);
}

static void
ys_recent_row_class_init (YsRecentRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_recent_row_dispose;
  G_OBJECT_CLASS (class)->finalize = ys_recent_row_finalize;
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/recent-row.ui"));
  gtk_widget_class_bind_template_child (widget_class, YsRecentRow, name);
  gtk_widget_class_bind_template_child (widget_class, YsRecentRow, place);
}

static void
ys_recent_row_init (YsRecentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ys_recent_row_new (const char *folder)
{
  YsRecentRow *self;
  g_autofree char *name = NULL;
  g_autofree char *place = NULL;

  g_return_val_if_fail (folder != NULL, NULL);

  self = g_object_new (YS_TYPE_RECENT_ROW, NULL);
  self->folder = g_strdup (folder);
  name = g_filename_display_basename (folder);
  place = g_filename_display_name (folder);
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->place, place);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

const char *
ys_recent_row_get_folder (YsRecentRow *self)
{
  g_return_val_if_fail (YS_IS_RECENT_ROW (self), NULL);

  return self->folder;
}
