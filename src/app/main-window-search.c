/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search in the header bar: the best eight compounds by characters, pinyin or initials; Enter
 * opens the first, arrows choose another. */
#include "config.h"

#include "main-window-private.h"

#include <glib/gi18n-lib.h>

#include "search-row.h"

#define MAX_RESULTS 8

static void
clear_results (YsMainWindow *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->result_list, 0)) != NULL)
    gtk_list_box_remove (self->result_list, GTK_WIDGET (row));
}

static void
fill_results (YsMainWindow *self, const char *text)
{
  YsRegistry *registry = ys_session_get_registry (self->session);
  const YsRegistryFilter filter = { .search = text };
  g_autoptr (GArray) found = NULL;

  clear_results (self);
  if (registry == NULL)
    return;
  found = ys_registry_filter (registry, &filter);
  for (guint i = 0; i < MIN (found->len, MAX_RESULTS); i++)
    {
      const YsRegistryItem *item = ys_registry_item (registry, g_array_index (found, guint, i));

      gtk_list_box_append (self->result_list, ys_search_row_new (item));
    }
  gtk_list_box_select_row (self->result_list, gtk_list_box_get_row_at_index (self->result_list, 0));
}

static void
open_row (YsMainWindow *self, GtkListBoxRow *row)
{
  gint64 id;

  if (row == NULL || self->session == NULL)
    return;
  id = ys_search_row_get_id (YS_SEARCH_ROW (row));
  gtk_widget_set_visible (self->results, FALSE);
  g_clear_pointer (&self->searched, g_free);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  ys_session_go (self->session, "registry", id, NULL);
}

static void
on_search_changed_cb (YsMainWindow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  if (self->session == NULL || *text == '\0')
    {
      g_clear_pointer (&self->searched, g_free);
      gtk_widget_set_visible (self->results, FALSE);
      return;
    }
  if (g_strcmp0 (text, self->searched) != 0)
    {
      fill_results (self, text);
      g_free (self->searched);
      self->searched = g_strdup (text);
    }
  gtk_widget_set_visible (self->results, TRUE);
}

static void
on_search_activate_cb (YsMainWindow *self)
{
  /* Enter may come before the delayed search: what is open must fit what was typed. */
  on_search_changed_cb (self);
  open_row (self, gtk_list_box_get_selected_row (self->result_list));
}

static void
on_search_stop_cb (YsMainWindow *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_set_visible (self->results, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (self->pages), GTK_DIR_TAB_FORWARD);
}

static void
on_result_activated_cb (YsMainWindow *self, GtkListBoxRow *row)
{
  open_row (self, row);
}

static gboolean
on_search_key_cb (YsMainWindow *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->result_list);
  int step = keyval == GDK_KEY_Down ? 1 : keyval == GDK_KEY_Up ? -1 : 0;

  if (step == 0 || row == NULL || !gtk_widget_get_visible (self->results))
    return FALSE;
  row = gtk_list_box_get_row_at_index (self->result_list,
                                       MAX (0, gtk_list_box_row_get_index (row) + step));
  if (row != NULL)
    gtk_list_box_select_row (self->result_list, row);
  return TRUE;
}

/* Whoever goes elsewhere no longer searches. */
static void
on_search_leave_cb (YsMainWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->search)))
    gtk_widget_set_visible (self->results, FALSE);
}

void
ys_main_window_start_search (YsMainWindow *self)
{
  /* The registry may have changed since. */
  g_clear_pointer (&self->searched, g_free);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

void
ys_main_window_bind_search (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, YsMainWindow, search);
  gtk_widget_class_bind_template_child (widget_class, YsMainWindow, results);
  gtk_widget_class_bind_template_child (widget_class, YsMainWindow, result_list);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_result_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_leave_cb);
}
