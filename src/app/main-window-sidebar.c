/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sidebar: which room is shown, what waits in each, who works and whether all is saved. It
 * follows whatever changed the room. Where the screen is small it is a strip of icons. */
#include "config.h"

#include "main-window-private.h"

#include <glib/gi18n-lib.h>

#include "look.h"
#include "preferences.h"
#include "room-row.h"
#include "when.h"
#include "widget-help.h"

static void
for_each_row (YsMainWindow *self, void (*func) (YsMainWindow *, GtkListBox *, YsRoomRow *))
{
  GtkListBox *lists[] = { self->rooms, self->rooms_below };
  GtkListBoxRow *row;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      for (int j = 0; (row = gtk_list_box_get_row_at_index (lists[i], j)) != NULL; j++)
        func (self, lists[i], YS_ROOM_ROW (row));
    }
}

static void
select_row (YsMainWindow *self, GtkListBox *list, YsRoomRow *row)
{
  if (g_strcmp0 (ys_room_row_get_room (row)->name, ys_main_window_get_room (self)) == 0)
    gtk_list_box_select_row (list, GTK_LIST_BOX_ROW (row));
}

static void
update_badge (YsMainWindow *self, GtkListBox *list, YsRoomRow *row)
{
  ys_room_row_update (row, self->session);
}

void
ys_main_window_update_badges (YsMainWindow *self)
{
  for_each_row (self, update_badge);
}

void
ys_main_window_select_room (YsMainWindow *self)
{
  self->selecting = TRUE;
  gtk_list_box_unselect_all (self->rooms);
  gtk_list_box_unselect_all (self->rooms_below);
  for_each_row (self, select_row);
  self->selecting = FALSE;
}

static void
on_room_selected_cb (YsMainWindow *self, GtkListBoxRow *row)
{
  if (row != NULL && !self->selecting)
    ys_main_window_go (self, ys_room_row_get_room (YS_ROOM_ROW (row))->name);
}

void
ys_main_window_update_foot (YsMainWindow *self)
{
  YsInstant saved = ys_session_last_saved (self->session);
  g_autofree char *clock = ys_when_clock (saved);
  g_autofree char *text = NULL;
  g_autofree char *user = NULL;
  g_autofree char *spoken = NULL;
  gboolean writable = ys_session_is_writable (self->session);

  if (!writable)
    text = g_strdup (_ ("Read-only"));
  else if (saved == 0)
    text = g_strdup (_ ("✓ All saved"));
  else
    /* Translators: %s is a time such as 08:30. */
    text = g_strdup_printf (_ ("✓ Saved %s"), clock);
  ys_widget_set_class (GTK_WIDGET (self->saved_label), "amber", !writable);
  ys_widget_set_class (GTK_WIDGET (self->saved_label), "green", writable);
  /* Translators: who makes the changes; %s is a name. */
  user = g_strdup_printf (_ ("By: %s"), ys_session_get_user (self->session));
  gtk_label_set_label (self->user_label, user);
  /* There is room for the tick alone. */
  spoken = g_strdup_printf ("%s\n%s", text, user);
  gtk_widget_set_tooltip_text (gtk_widget_get_parent (GTK_WIDGET (self->saved_label)),
                               self->narrow ? spoken : NULL);
  if (self->narrow && writable)
    *g_utf8_next_char (text) = '\0';
  gtk_label_set_label (self->saved_label, text);
}

static void
narrow_row (YsMainWindow *self, GtkListBox *list, YsRoomRow *row)
{
  ys_room_row_set_narrow (row, self->narrow);
}

void
ys_main_window_set_narrow (YsMainWindow *self, gboolean narrow)
{
  self->narrow = narrow;
  for_each_row (self, narrow_row);
  ys_main_window_update_badges (self);
  ys_widget_set_class (gtk_revealer_get_child (self->sidebar), "narrow", narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->user_label), !narrow);
  gtk_label_set_xalign (self->saved_label, narrow ? 0.5 : 0);
  if (self->session != NULL)
    ys_main_window_update_foot (self);
}

void
ys_main_window_fill_sidebar (YsMainWindow *self)
{
  for (guint i = 0; i < ys_rooms_n (); i++)
    {
      const YsRoom *room = ys_rooms_get (i);

      if (room->icon == NULL)
        continue;
      gtk_list_box_append (g_str_equal (room->name, "settings") ? self->rooms_below : self->rooms,
                           ys_room_row_new (room));
    }
  ys_main_window_set_narrow (self, ys_look_is_narrow ());
  gtk_revealer_set_reveal_child (self->sidebar, ys_preferences_get_int ("sidebar-hidden") == 0);
}

void
ys_main_window_bind_sidebar (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, YsMainWindow, sidebar);
  gtk_widget_class_bind_template_child (class, YsMainWindow, rooms);
  gtk_widget_class_bind_template_child (class, YsMainWindow, rooms_below);
  gtk_widget_class_bind_template_child (class, YsMainWindow, saved_label);
  gtk_widget_class_bind_template_child (class, YsMainWindow, user_label);
  gtk_widget_class_bind_template_callback (class, on_room_selected_cb);
}
