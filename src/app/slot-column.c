/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cell listens to the slot that it is bound to, and to no other. */
#include "config.h"

#include "slot-column.h"

#include "look.h"

/* What a name keeps of its list where letters are larger than the screen was made for: the list
 * scrolls rather than that. */
#define LEAST_NAME 112

typedef struct
{
  YsCellMakeFunc make;
  YsCellShowFunc show;
  gpointer data;
  GDestroyNotify free_data;
  gboolean expands;
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
  GtkWidget *cell = column->make (column->data);

  g_object_set_data (G_OBJECT (list_item), "column", column);
  g_object_set_data (G_OBJECT (cell), "list-item", list_item);
  if (column->expands && ys_look_get_scale () > 1.0)
    gtk_widget_set_size_request (cell, ys_look_scaled (LEAST_NAME), -1);
  gtk_list_item_set_child (list_item, cell);
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
  column->expands = width == 0;
  g_object_set_data_full (G_OBJECT (factory), "column", column, column_free);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), column);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), column);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind_cb), column);

  view_column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (view_column, width > 0);
  gtk_column_view_column_set_expand (view_column, width == 0);
  if (width > 0)
    gtk_column_view_column_set_fixed_width (view_column, ys_look_scaled (width));
  return view_column;
}

/* (nullable): a column that was put in again has its title at the end, so the place tells nothing.
 */
static GtkWidget *
find_title (GtkColumnView *view, GtkColumnViewColumn *column)
{
  const char *wanted = gtk_column_view_column_get_title (column);
  GtkWidget *title = gtk_widget_get_first_child (GTK_WIDGET (view));

  title = title != NULL ? gtk_widget_get_first_child (title) : NULL;
  for (; title != NULL; title = gtk_widget_get_next_sibling (title))
    {
      GtkWidget *box = gtk_widget_get_first_child (title);
      GtkWidget *label = box != NULL ? gtk_widget_get_first_child (box) : NULL;

      if (GTK_IS_LABEL (label) && g_strcmp0 (gtk_label_get_label (GTK_LABEL (label)), wanted) == 0)
        return title;
    }
  return NULL;
}

/* GTK has no property for it: the titles are the children of the view's first child. */
void
ys_column_view_align_title (GtkColumnView *view, guint position, float align)
{
  g_autoptr (GtkColumnViewColumn) column = NULL;
  GtkWidget *title;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  column = g_list_model_get_item (gtk_column_view_get_columns (view), position);
  g_return_if_fail (column != NULL);
  title = find_title (view, column);
  if (title == NULL)
    return;
  gtk_widget_set_halign (gtk_widget_get_first_child (title), align > 0.75f   ? GTK_ALIGN_END
                                                             : align > 0.25f ? GTK_ALIGN_CENTER
                                                                             : GTK_ALIGN_FILL);
}

/* The list inside, which the head is no part of. */
static GtkWidget *
rows_of (GtkColumnView *view)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view));

  while (child != NULL && !GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

void
ys_column_view_scroll_to (GtkColumnView *view, guint position)
{
  GtkWidget *rows;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  /* gtk_column_view_scroll_to() came with 4.12; the inner list has the action already. */
  rows = rows_of (view);
  if (rows != NULL && position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (rows, "list.scroll-to-item", "u", position);
}

guint
ys_column_view_middle (GtkColumnView *view)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  GtkSelectionModel *model = gtk_column_view_get_model (view);
  double upper = adjustment != NULL ? gtk_adjustment_get_upper (adjustment) : 0;

  if (upper <= 0 || model == NULL)
    return 0;
  return (
      guint)((gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) / 2)
             / upper * g_list_model_get_n_items (G_LIST_MODEL (model)));
}

gboolean
ys_column_view_has_focus (GtkColumnView *view)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (view));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *rows = rows_of (view);

  return focus != NULL && rows != NULL && gtk_widget_is_ancestor (focus, rows);
}

/* GTK tells nobody which widget shows a place; the cells in it know. */
static gboolean
shows (GtkWidget *row, guint position)
{
  for (GtkWidget *cell = gtk_widget_get_first_child (row); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    {
      GtkWidget *content = gtk_widget_get_first_child (cell);
      GtkListItem *item
          = content != NULL ? g_object_get_data (G_OBJECT (content), "list-item") : NULL;

      if (item != NULL)
        return gtk_list_item_get_position (item) == position;
    }
  return FALSE;
}

gboolean
ys_column_view_focus_row (GtkColumnView *view, guint position)
{
  GtkWidget *row;

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), FALSE);

  row = rows_of (view);
  row = row != NULL ? gtk_widget_get_first_child (row) : NULL;
  while (row != NULL && !shows (row, position))
    row = gtk_widget_get_next_sibling (row);
  return row != NULL && gtk_widget_grab_focus (row);
}

GtkWidget *
ys_text_cell_new (float align)
{
  return g_object_new (GTK_TYPE_INSCRIPTION, "xalign", align, "hexpand", TRUE, "valign",
                       GTK_ALIGN_CENTER, "text-overflow", GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END,
                       NULL);
}
