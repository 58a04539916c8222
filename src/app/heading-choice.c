/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plain box: the choice it stands for is the owner's, which makes the boxes anew after each. */
#include "config.h"

#include "heading-choice.h"

#include <glib/gi18n-lib.h>

#include "look.h"
#include "workbook.h"

typedef struct
{
  char *heading;
  GPtrArray *fields; /* (element-type utf8): static */
  YsHeadingFieldFunc chosen;
  gpointer user_data;
} Closure;

static void
closure_free (gpointer data, GClosure *closure)
{
  Closure *one = data;

  g_free (one->heading);
  g_ptr_array_unref (one->fields);
  g_free (one);
}

static void
on_selected_cb (GtkDropDown *drop_down, GParamSpec *property, gpointer data)
{
  Closure *closure = data;
  guint selected = gtk_drop_down_get_selected (drop_down);

  if (selected > closure->fields->len)
    return;
  closure->chosen (closure->heading,
                   selected > 0 ? g_ptr_array_index (closure->fields, selected - 1) : "",
                   closure->user_data);
}

static GtkWidget *
new_label (const YsTableColumn *column)
{
  g_autofree char *letter = ys_column_name (column->column);
  g_autofree char *title = g_markup_printf_escaped ("<b>%s</b>   %s", letter, column->heading);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), title);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 14);
  gtk_widget_set_tooltip_text (label, column->heading);
  gtk_widget_add_css_class (label, "hint");
  return label;
}

GtkWidget *
ys_heading_choice_new (const YsTableColumn *column,
                       const YsFieldChoice *choices,
                       guint n_choices,
                       YsHeadingFieldFunc chosen,
                       gpointer user_data)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  Closure *closure;
  GtkWidget *drop_down;
  guint selected = 0;

  g_return_val_if_fail (column != NULL && choices != NULL && chosen != NULL, NULL);

  closure = g_new0 (Closure, 1);
  closure->heading = g_strdup (column->heading);
  closure->fields = g_ptr_array_new ();
  closure->chosen = chosen;
  closure->user_data = user_data;
  gtk_string_list_append (words, _ ("not imported"));
  for (guint i = 0; i < n_choices; i++)
    {
      gboolean mine = g_strcmp0 (column->field, choices[i].field) == 0;
      g_autofree char *word
          = g_strdup_printf (mine && column->guessed ? _ ("%s?") : "%s", choices[i].title);

      gtk_string_list_append (words, word);
      g_ptr_array_add (closure->fields, (gpointer)choices[i].field);
      if (mine)
        selected = i + 1;
    }
  drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&words)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), selected);
  gtk_widget_set_size_request (drop_down, ys_look_scaled (132), -1);
  if (column->guessed)
    gtk_widget_add_css_class (drop_down, "guessed");
  g_object_set_data (G_OBJECT (drop_down), "heading", closure->heading);
  g_signal_connect_data (drop_down, "notify::selected", G_CALLBACK (on_selected_cb), closure,
                         closure_free, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  column->heading, -1);
  gtk_box_append (GTK_BOX (box), new_label (column));
  gtk_box_append (GTK_BOX (box), drop_down);
  return box;
}

void
ys_heading_choices_clear (GtkBox *box)
{
  GtkWidget *child;

  g_return_if_fail (GTK_IS_BOX (box));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

void
ys_heading_choices_focus (GtkBox *box, const char *heading)
{
  g_return_if_fail (GTK_IS_BOX (box));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (box)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *drop_down = gtk_widget_get_last_child (child);

      if (g_strcmp0 (g_object_get_data (G_OBJECT (drop_down), "heading"), heading) == 0)
        gtk_widget_grab_focus (drop_down);
    }
}
