/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GTK 4.8 does not say which column sorts: each column's comparison notes itself when asked, and
 * the view's own sorter asks the primary column first and turns the answer when descending. */
#include "config.h"

#include "column-set.h"

#include <glib/gi18n-lib.h>

#include "look.h"

typedef struct
{
  YsColumnSet *set;
  guint index;
} Closure;

struct _YsColumnSet
{
  GtkColumnView *view;
  const YsColumnInfo *infos;
  guint n;
  YsColumnMakeFunc make;
  YsColumnShowFunc show;
  gpointer data;
  GtkColumnViewColumn **columns;
  GtkListItemFactory **factories;
  int *widths; /* of the hidden ones, for when they come back */
  int asked;   /* column that a comparison noted; -1 none */
};

const char *
ys_column_title (const YsColumnInfo *info)
{
  g_return_val_if_fail (info != NULL, "");

  /* The msgid itself where there is no word for a column's head of its own. */
  return g_dpgettext2 (GETTEXT_PACKAGE, "column", info->title) != info->title
             ? g_dpgettext2 (GETTEXT_PACKAGE, "column", info->title)
             : _ (info->title);
}

static GtkWidget *
make_cell (gpointer data)
{
  Closure *closure = data;

  return closure->set->make (closure->index, closure->set->data);
}

static void
show_cell (GtkWidget *cell, YsSlot *slot, gpointer data)
{
  Closure *closure = data;

  closure->set->show (closure->index, cell, slot, closure->set->data);
}

/* -- Sorting ---------------------------------------------------------------------------------- */

static int
note_column (gconstpointer a, gconstpointer b, gpointer data)
{
  Closure *closure = data;

  if (closure->set->asked < 0)
    closure->set->asked = (int)closure->index;
  return a == b ? 0 : -1;
}

int
ys_column_set_sort (YsColumnSet *set, int fallback, gboolean *out_descending)
{
  g_autoptr (GObject) one = g_object_new (YS_TYPE_SLOT, NULL);
  g_autoptr (GObject) other = g_object_new (YS_TYPE_SLOT, NULL);
  GtkOrdering order;

  g_return_val_if_fail (set != NULL, fallback);

  set->asked = -1;
  order = gtk_sorter_compare (gtk_column_view_get_sorter (set->view), one, other);
  *out_descending = order == GTK_ORDERING_LARGER;
  return set->asked < 0 ? fallback : set->infos[set->asked].sort;
}

void
ys_column_set_sort_by (YsColumnSet *set, int sort, gboolean descending)
{
  g_return_if_fail (set != NULL);

  for (guint i = 0; i < set->n; i++)
    if (set->infos[i].sort == sort)
      {
        gtk_column_view_sort_by_column (set->view, set->columns[i],
                                        descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
        return;
      }
}

/* -- Columns ---------------------------------------------------------------------------------- */

static int
index_of (YsColumnSet *set, GtkColumnViewColumn *column)
{
  for (guint i = 0; i < set->n; i++)
    if (set->columns[i] == column)
      return (int)i;
  return -1;
}

static guint
position_of (YsColumnSet *set, GtkColumnViewColumn *column)
{
  GListModel *order = gtk_column_view_get_columns (set->view);

  for (guint i = 0; i < g_list_model_get_n_items (order); i++)
    {
      g_autoptr (GtkColumnViewColumn) other = g_list_model_get_item (order, i);

      if (other == column)
        return i;
    }
  return 0;
}

/* Cells that were made without a factory stay empty when it comes: they are made anew. */
static void
reinsert (YsColumnSet *set, guint index)
{
  GtkColumnViewColumn *column = set->columns[index];
  guint position = position_of (set, column);

  gtk_column_view_remove_column (set->view, column);
  gtk_column_view_column_set_factory (column, set->factories[index]);
  gtk_column_view_insert_column (set->view, position, column);
  ys_column_view_align_title (set->view, position, set->infos[index].align);
}

/* GTK 4.8 shares the room out among hidden columns too, so a hidden one is made as narrow as can
 * be; and a column that was dragged does not expand, so the widest is let go again. */
static void
show_cells (YsColumnSet *set, guint index)
{
  GtkColumnViewColumn *column = set->columns[index];
  gboolean visible = gtk_column_view_column_get_visible (column);

  /* GTK makes the cells of hidden columns, too: a third of all that nobody sees. */
  if (gtk_column_view_column_get_column_view (column) == NULL || !visible)
    gtk_column_view_column_set_factory (column, visible ? set->factories[index] : NULL);
  else if (gtk_column_view_column_get_factory (column) == NULL)
    reinsert (set, index);
}

static void
on_visible_cb (GtkColumnViewColumn *column, GParamSpec *property, YsColumnSet *set)
{
  int which = index_of (set, column);

  show_cells (set, (guint)which);
  if (gtk_column_view_column_get_visible (column))
    gtk_column_view_column_set_fixed_width (column, set->widths[which]);
  else
    {
      set->widths[which] = gtk_column_view_column_get_fixed_width (column);
      gtk_column_view_column_set_fixed_width (column, 0);
    }
  for (guint i = 0; i < set->n; i++)
    if (set->infos[i].width == 0)
      gtk_column_view_column_set_fixed_width (set->columns[i], -1);
}

static void
add_column (YsColumnSet *set, guint index, GMenu *menu)
{
  const YsColumnInfo *info = &set->infos[index];
  Closure *closure = g_new0 (Closure, 1);
  GtkColumnViewColumn *column;

  closure->set = set;
  closure->index = index;
  column = ys_slot_column_new (ys_column_title (info), info->width, make_cell, show_cell, closure,
                               g_free);
  set->columns[index] = column;
  if (info->sort >= 0)
    {
      g_autoptr (GtkSorter) sorter
          = GTK_SORTER (gtk_custom_sorter_new (note_column, closure, NULL));

      gtk_column_view_column_set_sorter (column, sorter);
    }
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_visible (column, !info->hidden);
  set->factories[index] = g_object_ref (gtk_column_view_column_get_factory (column));
  show_cells (set, index);
  set->widths[index] = ys_look_scaled (info->width);
  if (info->hidden)
    gtk_column_view_column_set_fixed_width (column, 0);
  gtk_column_view_column_set_header_menu (column, G_MENU_MODEL (menu));
  gtk_column_view_append_column (set->view, column);
  ys_column_view_align_title (set->view, index, info->align);
}

YsColumnSet *
ys_column_set_new (GtkColumnView *view,
                   const YsColumnInfo *infos,
                   guint n_infos,
                   YsColumnMakeFunc make,
                   YsColumnShowFunc show,
                   gpointer data)
{
  YsColumnSet *set;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), NULL);

  set = g_new0 (YsColumnSet, 1);
  *set = (YsColumnSet){ view, infos, n_infos, make, show, data, NULL, NULL, NULL, -1 };
  set->columns = g_new0 (GtkColumnViewColumn *, n_infos);
  set->factories = g_new0 (GtkListItemFactory *, n_infos);
  set->widths = g_new0 (int, n_infos);
  for (guint i = 0; i < n_infos; i++)
    {
      g_autoptr (GPropertyAction) action = NULL;
      g_autofree char *name = g_strconcat ("columns.", infos[i].nick, NULL);

      add_column (set, i, menu);
      if (infos[i].width == 0)
        continue;
      g_signal_connect (set->columns[i], "notify::visible", G_CALLBACK (on_visible_cb), set);
      action = g_property_action_new (infos[i].nick, set->columns[i], "visible");
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
      g_menu_append (menu, ys_column_title (&infos[i]), name);
    }
  gtk_widget_insert_action_group (GTK_WIDGET (view), "columns", G_ACTION_GROUP (group));
  return set;
}

GtkColumnViewColumn *
ys_column_set_get_column (YsColumnSet *set, guint index)
{
  g_return_val_if_fail (set != NULL && index < set->n, NULL);

  return set->columns[index];
}

void
ys_column_set_free (YsColumnSet *set)
{
  if (set == NULL)
    return;
  for (guint i = 0; i < set->n; i++)
    {
      g_signal_handlers_disconnect_by_data (set->columns[i], set);
      g_clear_object (&set->columns[i]);
      g_clear_object (&set->factories[i]);
    }
  g_free (set->columns);
  g_free (set->factories);
  g_free (set->widths);
  g_free (set);
}

/* -- Memory ----------------------------------------------------------------------------------- */

char *
ys_column_set_to_text (YsColumnSet *set)
{
  GString *text = g_string_new (NULL);
  GListModel *order;

  g_return_val_if_fail (set != NULL, NULL);

  order = gtk_column_view_get_columns (set->view);
  for (guint i = 0; i < g_list_model_get_n_items (order); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (order, i);
      gboolean visible = gtk_column_view_column_get_visible (column);
      int which = index_of (set, column);

      if (which >= 0)
        g_string_append_printf (text, "%s%s%s:%d", text->len > 0 ? " " : "", visible ? "" : "-",
                                set->infos[which].nick,
                                ys_look_unscaled (
                                    visible ? gtk_column_view_column_get_fixed_width (column)
                                            : set->widths[which]));
    }
  return g_string_free (text, FALSE);
}

static void
recall_column (
    YsColumnSet *set, guint index, gboolean hidden, const char *width_text, guint position)
{
  GtkColumnViewColumn *column = set->columns[index];
  gint64 width;

  gtk_column_view_column_set_visible (column, !hidden || set->infos[index].width == 0);
  if (g_ascii_string_to_signed (width_text, 10, -1, 2000, &width, NULL))
    {
      set->widths[index] = ys_look_scaled ((int)width);
      if (gtk_column_view_column_get_visible (column))
        gtk_column_view_column_set_fixed_width (column, set->widths[index]);
    }
  gtk_column_view_insert_column (set->view, position, column);
}

void
ys_column_set_from_text (YsColumnSet *set, const char *text)
{
  g_auto (GStrv) words = NULL;
  guint position = 0;

  g_return_if_fail (set != NULL);

  words = g_strsplit (text != NULL ? text : "", " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean hidden = words[i][0] == '-';
      g_auto (GStrv) parts = g_strsplit (words[i] + (hidden ? 1 : 0), ":", 2);

      for (guint c = 0; parts[0] != NULL && parts[1] != NULL && c < set->n; c++)
        if (g_str_equal (set->infos[c].nick, parts[0]))
          recall_column (set, c, hidden, parts[1], position++);
    }
}
