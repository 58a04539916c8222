/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The badge is part of the row's accessible name. */
#include "config.h"

#include "room-row.h"

#include <glib/gi18n-lib.h>

#include "look.h"
#include "resources.h"
#include "widget-help.h"

struct _YsRoomRow
{
  GtkListBoxRow parent_instance;

  const YsRoom *room;
  GtkImage *icon;
  GtkLabel *label;
  GtkLabel *badge;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (YsRoomRow, ys_room_row, GTK_TYPE_LIST_BOX_ROW)

static void
ys_room_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_ROOM_ROW);

  G_OBJECT_CLASS (ys_room_row_parent_class)->dispose (object);
}

static void
ys_room_row_class_init (YsRoomRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_room_row_dispose;
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/room-row.ui"));
  gtk_widget_class_bind_template_child (widget_class, YsRoomRow, icon);
  gtk_widget_class_bind_template_child (widget_class, YsRoomRow, label);
  gtk_widget_class_bind_template_child (widget_class, YsRoomRow, badge);
}

static void
ys_room_row_init (YsRoomRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ys_room_row_new (const YsRoom *room)
{
  YsRoomRow *self;

  g_return_val_if_fail (room != NULL, NULL);

  self = g_object_new (YS_TYPE_ROOM_ROW, NULL);
  self->room = room;
  gtk_image_set_from_icon_name (self->icon, room->icon);
  gtk_label_set_label (self->label, _ (room->label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (room->label), -1);
  return GTK_WIDGET (self);
}

const YsRoom *
ys_room_row_get_room (YsRoomRow *self)
{
  g_return_val_if_fail (YS_IS_ROOM_ROW (self), NULL);

  return self->room;
}

void
ys_room_row_update (YsRoomRow *self, YsSession *session)
{
  g_autofree char *text = NULL;
  g_autofree char *spoken = NULL;
  guint count;

  g_return_if_fail (YS_IS_ROOM_ROW (self));

  count = self->room->count != NULL && session != NULL ? self->room->count (session) : 0;
  /* The name of the room needs its place; the whole figure is in the tooltip. */
  text = count > 999 ? g_strdup ("999+") : g_strdup_printf ("%u", count);
  gtk_label_set_label (self->badge, text);
  gtk_widget_set_visible (GTK_WIDGET (self->badge), count > 0);
  ys_widget_set_class (GTK_WIDGET (self->badge), "red", self->room->is_urgent);
  if (count == 0)
    spoken = g_strdup (_ (self->room->label));
  else
    /* Translators: read aloud: a room, and how many things wait there. */
    spoken = g_strdup_printf (_ ("%s, %u to do"), _ (self->room->label), count);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), count > 0 || self->narrow ? spoken : NULL);
}

void
ys_room_row_set_narrow (YsRoomRow *self, gboolean narrow)
{
  GtkWidget *box;

  g_return_if_fail (YS_IS_ROOM_ROW (self));

  self->narrow = narrow;
  box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (box),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (GTK_BOX (box), narrow ? 1 : 10);
  gtk_widget_set_visible (GTK_WIDGET (self->label), !narrow);
  gtk_widget_set_halign (GTK_WIDGET (self->badge), narrow ? GTK_ALIGN_CENTER : GTK_ALIGN_FILL);
}
