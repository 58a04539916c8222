/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cell listens to the slot that it is bound to, and to no other. */
#include "config.h"

#include "slot-column.h"

typedef struct
{
  YsCellMakeFunc make;
  YsCellShowFunc show;
  gpointer data;
  GDestroyNotify free_data;
} Column;

static void
column_free (gpointer data)
{
  Column *column = data;

  if (column->free_data != NULL)
    column->free_data (column->data);
  g_free (column);
}

static void
on_slot_changed_cb (YsSlot *slot, GtkListItem *list_item)
{
  Column *column = g_object_get_data (G_OBJECT (list_item), "column");

  column->show (gtk_list_item_get_child (list_item), slot, column->data);
}

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, Column *column)
{
  g_object_set_data (G_OBJECT (list_item), "column", column);
  gtk_list_item_set_child (list_item, column->make (column->data));
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, Column *column)
{
  YsSlot *slot = gtk_list_item_get_item (list_item);

  g_signal_connect (slot, "changed", G_CALLBACK (on_slot_changed_cb), list_item);
  on_slot_changed_cb (slot, list_item);
}

static void
on_unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, Column *column)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), on_slot_changed_cb,
                                        list_item);
}

GtkColumnViewColumn *
ys_slot_column_new (const char *title,
                    int width,
                    YsCellMakeFunc make,
                    YsCellShowFunc show,
                    gpointer data,
                    GDestroyNotify free_data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *view_column;
  Column *column = g_new0 (Column, 1);

  column->make = make;
  column->show = show;
  column->data = data;
  column->free_data = free_data;
  g_object_set_data_full (G_OBJECT (factory), "column", column, column_free);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), column);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), column);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind_cb), column);

  view_column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (view_column, width > 0);
  gtk_column_view_column_set_expand (view_column, width == 0);
  if (width > 0)
    gtk_column_view_column_set_fixed_width (view_column, width);
  return view_column;
}

/* GTK has no property for it: the titles are the children of the view's first child. */
void
ys_column_view_align_title (GtkColumnView *view, guint position, float align)
{
  GtkWidget *title;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  title = gtk_widget_get_first_child (GTK_WIDGET (view));
  title = title != NULL ? gtk_widget_get_first_child (title) : NULL;
  for (; title != NULL && position > 0; position--)
    title = gtk_widget_get_next_sibling (title);
  if (title == NULL || gtk_widget_get_first_child (title) == NULL)
    return;
  gtk_widget_set_halign (gtk_widget_get_first_child (title), align > 0.75f   ? GTK_ALIGN_END
                                                             : align > 0.25f ? GTK_ALIGN_CENTER
                                                                             : GTK_ALIGN_FILL);
}

GtkWidget *
ys_text_cell_new (float align)
{
  return g_object_new (GTK_TYPE_INSCRIPTION, "xalign", align, "hexpand", TRUE, "valign",
                       GTK_ALIGN_CENTER, "text-overflow", GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END,
                       NULL);
}
