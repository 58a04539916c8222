/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GTK 4.8 does not say which column sorts: each column's comparison notes itself when asked, and
 * the view's own sorter asks the primary column first and turns the answer when descending. */
#include "config.h"

#include "registry-columns.h"

#include <glib/gi18n-lib.h>

#include "compound-list.h"
#include "look.h"
#include "slot-column.h"
#include "widget-help.h"

/* The name is never narrower than this. */
#define NAME_CHARS 14

typedef enum
{
  COLUMN_NUMBER,
  COLUMN_NAME,
  COLUMN_COMMUNITY,
  COLUMN_CLASS,
  COLUMN_FORM,
  COLUMN_COMPANY,
  COLUMN_MANAGER,
  COLUMN_PHONE,
  COLUMN_PERCENT,
  N_COLUMNS
} Column;

typedef struct
{
  const char *nick;  /* kept in the ledger's settings */
  const char *title; /* N_() */
  const char *field; /* whose blank is shown as missing; NULL: not a field */
  YsRegistrySort sort;
  float align;
  int width; /* 0: what the others leave */
  gboolean hidden;
} ColumnInfo;

static const ColumnInfo column_infos[N_COLUMNS] = {
  [COLUMN_NUMBER] = { "number", N_ ("No."), NULL, YS_SORT_OFFICIAL, 1, 50, FALSE },
  [COLUMN_NAME] = { "name", N_ ("Compound"), NULL, YS_SORT_NAME, 0, 0, FALSE },
  [COLUMN_COMMUNITY] = { "community", N_ ("Community"), NULL, YS_SORT_COMMUNITY, 0, 88, FALSE },
  [COLUMN_CLASS] = { "class", N_ ("Class"), "class", YS_SORT_CLASS, 1, 56, FALSE },
  [COLUMN_FORM] = { "form", N_ ("Management"), "form", YS_SORT_FORM, 0, 84, FALSE },
  [COLUMN_COMPANY]
  = { "company", N_ ("Property company"), "company", YS_SORT_COMPANY, 0, 100, FALSE },
  [COLUMN_MANAGER] = { "manager", N_ ("Manager"), "manager", YS_SORT_MANAGER, 0, 80, FALSE },
  [COLUMN_PHONE] = { "phone", N_ ("Phone"), "phone", YS_SORT_OFFICIAL, 0, 112, TRUE },
  [COLUMN_PERCENT] = { "percent", N_ ("Completeness"), NULL, YS_SORT_PERCENT, 1, 102, FALSE },
};

struct _YsRegistryColumns
{
  GtkColumnView *view;
  GtkColumnViewColumn *columns[N_COLUMNS];
  YsPinyinQuery *query;  /* (nullable) */
  int widths[N_COLUMNS]; /* of the hidden ones, for when they come back */
  int asked;             /* Column that a comparison noted; -1 none */
};

typedef struct
{
  YsRegistryColumns *columns;
  Column column;
} ColumnClosure;

/* -- Cells ------------------------------------------------------------------------------------ */

static void
show_match (GtkInscription *label, YsRegistryColumns *columns, const char *name)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  gsize start = 0;
  gsize end = 0;

  if (columns->query != NULL
      && ys_pinyin_query_match_range (columns->query, name, &start, &end) >= YS_MATCH_INNER
      && end > start)
    {
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      bold->start_index = (guint)start;
      bold->end_index = (guint)end;
      attributes = pango_attr_list_new ();
      pango_attr_list_insert (attributes, bold);
    }
  gtk_inscription_set_attributes (label, attributes);
}

/* (transfer full): the text of a cell; NULL when there is nothing. */
static char *
cell_text (Column column, const YsRegistryItem *item)
{
  const YsCompound *compound = item->compound;

  switch (column)
    {
    case COLUMN_NUMBER:
      return item->number > 0 ? g_strdup_printf ("%u", item->number) : NULL;
    case COLUMN_NAME:
      return g_strdup (compound->name);
    case COLUMN_COMMUNITY:
      return g_strdup (item->community);
    case COLUMN_CLASS:
      return g_strdup (ys_choice_nick (ys_class_choices, compound->class));
    case COLUMN_FORM:
      return compound->form != YS_FORM_UNKNOWN
                 ? g_strdup (ys_choice_label (ys_form_choices, compound->form))
                 : NULL;
    case COLUMN_COMPANY:
      return g_strdup (item->company);
    case COLUMN_MANAGER:
      return g_strdup (compound->manager);
    case COLUMN_PHONE:
      return g_strdup (compound->phone);
    case COLUMN_PERCENT:
      return item->n_blank == 0 ? g_strdup (_ ("complete"))
                                : g_strdup_printf ("%u%%", item->percent);
    case N_COLUMNS:
      break;
    }
  g_assert_not_reached ();
}

static void
show_text (ColumnClosure *closure, GtkInscription *label, const YsRegistryItem *item)
{
  const ColumnInfo *info = &column_infos[closure->column];
  g_autofree char *text = cell_text (closure->column, item);
  gboolean missing = FALSE;

  if (text == NULL && info->field != NULL)
    missing = ys_registry_item_is_blank (item, info->field);

  gtk_inscription_set_text (label, text != NULL ? text : missing ? _ ("missing") : "—");
  ys_widget_set_class (GTK_WIDGET (label), "missing", missing);
  ys_widget_set_class (GTK_WIDGET (label), "dim", text == NULL && !missing);
  ys_widget_set_class (GTK_WIDGET (label), "withdrawn", item->compound->withdrawn);
  if (closure->column == COLUMN_NAME)
    show_match (label, closure->columns, item->compound->name);
}

static void
show_percent (GtkWidget *box, const YsRegistryItem *item)
{
  GtkWidget *bar = gtk_widget_get_first_child (box);
  GtkWidget *label = gtk_widget_get_last_child (box);
  g_autofree char *text = cell_text (COLUMN_PERCENT, item);

  gtk_widget_set_visible (bar, item->n_blank > 0);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), item->percent / 100.0);
  gtk_inscription_set_text (GTK_INSCRIPTION (label), text);
  ys_widget_set_class (label, "dim", item->n_blank == 0);
}

static void
show_cell (GtkWidget *cell, YsSlot *slot, gpointer data)
{
  ColumnClosure *closure = data;
  const YsRegistryItem *item = ys_compound_list_item (slot);

  if (item == NULL)
    return;
  if (closure->column == COLUMN_PERCENT)
    show_percent (cell, item);
  else
    show_text (closure, GTK_INSCRIPTION (cell), item);
}

static GtkWidget *
make_cell (gpointer data)
{
  ColumnClosure *closure = data;
  GtkWidget *box;
  GtkWidget *bar;

  if (closure->column != COLUMN_PERCENT)
    {
      box = ys_text_cell_new (column_infos[closure->column].align);
      if (closure->column == COLUMN_NAME)
        gtk_inscription_set_min_chars (GTK_INSCRIPTION (box), NAME_CHARS);
      return box;
    }

  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  bar = gtk_progress_bar_new ();
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (bar, "completeness");
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), ys_text_cell_new (1));
  return box;
}

/* -- Sorting ---------------------------------------------------------------------------------- */

static int
note_column (gconstpointer a, gconstpointer b, gpointer user_data)
{
  ColumnClosure *closure = user_data;

  if (closure->columns->asked < 0)
    closure->columns->asked = (int)closure->column;
  return a == b ? 0 : -1;
}

YsRegistrySort
ys_registry_columns_sort (YsRegistryColumns *columns, gboolean *out_descending)
{
  g_autoptr (GObject) one = g_object_new (YS_TYPE_SLOT, NULL);
  g_autoptr (GObject) other = g_object_new (YS_TYPE_SLOT, NULL);
  GtkOrdering order;

  g_return_val_if_fail (columns != NULL, YS_SORT_OFFICIAL);

  columns->asked = -1;
  order = gtk_sorter_compare (gtk_column_view_get_sorter (columns->view), one, other);
  *out_descending = order == GTK_ORDERING_LARGER;
  return columns->asked < 0 ? YS_SORT_OFFICIAL : column_infos[columns->asked].sort;
}

/* -- Columns ---------------------------------------------------------------------------------- */

static int
column_of (YsRegistryColumns *columns, GtkColumnViewColumn *column)
{
  for (int i = 0; i < N_COLUMNS; i++)
    if (columns->columns[i] == column)
      return i;
  return -1;
}

/* GTK 4.8 shares the room out among hidden columns too, so a hidden one is made as narrow as can
 * be; and a column that was dragged does not expand, so the name is let go again. */
static void
on_visible_cb (GtkColumnViewColumn *column, GParamSpec *property, YsRegistryColumns *columns)
{
  int which = column_of (columns, column);

  if (gtk_column_view_column_get_visible (column))
    gtk_column_view_column_set_fixed_width (column, columns->widths[which]);
  else
    {
      columns->widths[which] = gtk_column_view_column_get_fixed_width (column);
      gtk_column_view_column_set_fixed_width (column, 0);
    }
  gtk_column_view_column_set_fixed_width (columns->columns[COLUMN_NAME], -1);
}

static void
add_column (YsRegistryColumns *columns, Column column, GMenu *menu)
{
  const ColumnInfo *info = &column_infos[column];
  ColumnClosure *closure = g_new0 (ColumnClosure, 1);
  g_autoptr (GtkSorter) sorter = NULL;

  closure->columns = columns;
  closure->column = column;
  columns->columns[column]
      = ys_slot_column_new (_ (info->title), info->width, make_cell, show_cell, closure, g_free);
  if (column == COLUMN_NUMBER || info->sort != YS_SORT_OFFICIAL)
    {
      sorter = GTK_SORTER (gtk_custom_sorter_new (note_column, closure, NULL));
      gtk_column_view_column_set_sorter (columns->columns[column], sorter);
    }
  gtk_column_view_column_set_resizable (columns->columns[column], TRUE);
  gtk_column_view_column_set_visible (columns->columns[column], !info->hidden);
  columns->widths[column] = ys_look_scaled (info->width);
  if (info->hidden)
    gtk_column_view_column_set_fixed_width (columns->columns[column], 0);
  gtk_column_view_column_set_header_menu (columns->columns[column], G_MENU_MODEL (menu));
  gtk_column_view_append_column (columns->view, columns->columns[column]);
  ys_column_view_align_title (columns->view, (guint)column, info->align);
}

YsRegistryColumns *
ys_registry_columns_new (GtkColumnView *view)
{
  YsRegistryColumns *columns;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), NULL);

  columns = g_new0 (YsRegistryColumns, 1);
  columns->view = view;
  columns->asked = -1;
  for (int i = 0; i < N_COLUMNS; i++)
    {
      g_autoptr (GPropertyAction) action = NULL;
      g_autofree char *name = g_strconcat ("columns.", column_infos[i].nick, NULL);

      add_column (columns, (Column)i, menu);
      if (i == COLUMN_NAME)
        continue;
      g_signal_connect (columns->columns[i], "notify::visible", G_CALLBACK (on_visible_cb),
                        columns);
      action = g_property_action_new (column_infos[i].nick, columns->columns[i], "visible");
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
      g_menu_append (menu, _ (column_infos[i].title), name);
    }
  gtk_widget_insert_action_group (GTK_WIDGET (view), "columns", G_ACTION_GROUP (group));
  return columns;
}

void
ys_registry_columns_free (YsRegistryColumns *columns)
{
  if (columns == NULL)
    return;
  for (int i = 0; i < N_COLUMNS; i++)
    {
      g_signal_handlers_disconnect_by_data (columns->columns[i], columns);
      g_clear_object (&columns->columns[i]);
    }
  g_clear_pointer (&columns->query, ys_pinyin_query_free);
  g_free (columns);
}

void
ys_registry_columns_set_search (YsRegistryColumns *columns, const char *search)
{
  g_return_if_fail (columns != NULL);

  g_clear_pointer (&columns->query, ys_pinyin_query_free);
  if (search != NULL && *search != '\0')
    columns->query = ys_pinyin_query_new (search);
}

/* -- Memory ----------------------------------------------------------------------------------- */

char *
ys_registry_columns_to_text (YsRegistryColumns *columns)
{
  GString *text = g_string_new (NULL);
  GListModel *order;

  g_return_val_if_fail (columns != NULL, NULL);

  order = gtk_column_view_get_columns (columns->view);
  for (guint i = 0; i < g_list_model_get_n_items (order); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (order, i);
      int which = column_of (columns, column);

      if (which >= 0)
        g_string_append_printf (text, "%s%s%s:%d", text->len > 0 ? " " : "",
                                gtk_column_view_column_get_visible (column) ? "" : "-",
                                column_infos[which].nick,
                                ys_look_unscaled (
                                    gtk_column_view_column_get_visible (column)
                                        ? gtk_column_view_column_get_fixed_width (column)
                                        : columns->widths[which]));
    }
  return g_string_free (text, FALSE);
}

void
ys_registry_columns_from_text (YsRegistryColumns *columns, const char *text)
{
  g_auto (GStrv) words = NULL;
  guint position = 0;

  g_return_if_fail (columns != NULL);

  words = g_strsplit (text != NULL ? text : "", " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean hidden = words[i][0] == '-';
      g_auto (GStrv) parts = g_strsplit (words[i] + (hidden ? 1 : 0), ":", 2);
      gint64 width;

      for (int c = 0; parts[0] != NULL && parts[1] != NULL && c < N_COLUMNS; c++)
        {
          if (!g_str_equal (column_infos[c].nick, parts[0]))
            continue;
          gtk_column_view_column_set_visible (columns->columns[c], !hidden || c == COLUMN_NAME);
          if (g_ascii_string_to_signed (parts[1], 10, -1, 2000, &width, NULL))
            {
              columns->widths[c] = ys_look_scaled ((int)width);
              if (gtk_column_view_column_get_visible (columns->columns[c]))
                gtk_column_view_column_set_fixed_width (columns->columns[c], columns->widths[c]);
            }
          gtk_column_view_insert_column (columns->view, position++, columns->columns[c]);
        }
    }
}
