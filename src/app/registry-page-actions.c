/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the registry page does beside showing: add, import, export, copy, paste. */
#include "config.h"

#include "registry-page-private.h"

#include <glib/gi18n-lib.h>

#include "save-file.h"
#include "widget-help.h"

/* -- New compound ----------------------------------------------------------------------------- */

static void
on_add_show_cb (YsRegistryPage *page)
{
  YsRegistry *registry = ys_session_get_registry (ys_page_get_session (YS_PAGE (page)));
  gint64 chosen = page->chosen->len > 0 ? g_array_index (page->chosen, gint64, 0) : 0;
  const YsRegistryItem *item = registry != NULL ? ys_registry_find (registry, chosen) : NULL;

  /* The last values are offered again: most often the next one stands in the same community. */
  if (item != NULL && item->community != NULL
      && *gtk_editable_get_text (GTK_EDITABLE (page->add_community)) == '\0')
    gtk_editable_set_text (GTK_EDITABLE (page->add_community), item->community);
  gtk_editable_set_text (GTK_EDITABLE (page->add_name), "");
  gtk_widget_set_visible (GTK_WIDGET (page->add_error), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (page->add_name));
}

static void
on_add_clicked_cb (YsRegistryPage *page)
{
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  g_autoptr (GError) error = NULL;
  gint64 id;

  id = ys_registry_add (ys_session_get_ledger (session),
                        gtk_editable_get_text (GTK_EDITABLE (page->add_name)),
                        gtk_editable_get_text (GTK_EDITABLE (page->add_community)), NULL, 0,
                        ys_session_today (session), &error);
  if (id <= 0)
    {
      gtk_label_set_text (page->add_error, error->message);
      gtk_widget_set_visible (GTK_WIDGET (page->add_error), TRUE);
      return;
    }
  gtk_popover_popdown (page->add_popover);
  ys_session_changed (session);
  ys_registry_page_select (page, id);
  ys_compound_detail_focus (page->detail, "class");
}

/* -- Export ----------------------------------------------------------------------------------- */

static void
on_export_chosen_cb (const char *path, gpointer user_data)
{
  YsRegistryPage *page = user_data;
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  GAction *personal = g_action_map_lookup_action (G_ACTION_MAP (page->actions), "with-personal");
  g_autoptr (GVariant) state = g_action_get_state (personal);
  g_autoptr (GError) error = NULL;
  const guint *indexes;
  guint n;

  indexes = ys_compound_list_indexes (page->list, &n);
  if (ys_registry_export (ys_session_get_registry (session), indexes, n,
                          g_variant_get_boolean (state), path, ys_session_now (session), &error))
    {
      g_autofree char *text = g_strdup_printf (_ ("%u rows were written to %s"), n, path);

      ys_session_notify (session, text, FALSE);
    }
  else
    {
      ys_session_report (session, error);
    }
}

static void
on_export_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YsRegistryPage *page = user_data;
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  const YsOffice *office = ys_session_get_office (session);
  g_autofree char *date = ys_date_to_iso (ys_session_today (session));
  g_autofree char *name = g_strdup_printf ("%s小区档案 %s.%s", office->name, date,
                                           g_variant_get_string (parameter, NULL));

  ys_save_file (GTK_WIDGET (page), _ ("Export the list"), name, on_export_chosen_cb, page);
}

/* -- Values to correct ------------------------------------------------------------------------ */

static void
on_wrong_changed_cb (YsRegistryPage *page)
{
  g_autofree char *text = ys_compound_detail_describe_wrong (page->detail);

  gtk_label_set_text (page->wrong_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (page->wrong), text != NULL);
}

static void
on_wrong_clicked_cb (YsRegistryPage *page)
{
  const char *field = NULL;
  gint64 id = ys_compound_detail_next_wrong (page->detail, &field);

  if (id == 0)
    return;
  ys_registry_page_select (page, id);
  ys_compound_detail_focus (page->detail, field);
}

/* -- Copy, paste, import ----------------------------------------------------------------------- */

static void
on_copy_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YsRegistryPage *page = user_data;
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *text = NULL;
  g_autofree char *said = NULL;
  const guint *indexes;
  guint n;

  indexes = ys_compound_list_indexes (page->list, &n);
  for (guint i = 0; i < n; i++)
    if (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (page->selection), i))
      g_array_append_val (chosen, indexes[i]);
  text = ys_registry_copy (ys_session_get_registry (session), (const guint *)(gpointer)chosen->data,
                           chosen->len);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (page)), text);
  said = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row copied; paste it into Excel",
                                       "%u rows copied; paste them into Excel", chosen->len),
                          chosen->len);
  ys_session_notify (session, said, FALSE);
}

/* The import page reads the clipboard itself: pasted rows are judged before they are written. */
static void
on_paste_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ys_session_go (ys_page_get_session (YS_PAGE (user_data)), "import", 0, "paste");
}

static void
on_import_clicked_cb (YsRegistryPage *page)
{
  ys_session_go (ys_page_get_session (YS_PAGE (page)), "import", 0, NULL);
}

static void
on_import_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  on_import_clicked_cb (user_data);
}

static void
on_next_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YsRegistryPage *page = user_data;

  g_signal_emit_by_name (page->detail, "step", 1);
  ys_compound_detail_focus (page->detail, NULL);
}

static void
on_edit_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ys_compound_detail_focus (YS_REGISTRY_PAGE (user_data)->detail, NULL);
}

static void
on_blank_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ys_compound_detail_focus_next_blank (YS_REGISTRY_PAGE (user_data)->detail);
}

void
ys_registry_page_install_actions (YsRegistryPage *page)
{
  static const GActionEntry entries[] = {
    { "import", on_import_activate_cb, NULL, NULL, NULL, { 0 } },
    { "export", on_export_activate_cb, "s", NULL, NULL, { 0 } },
    { "with-personal", NULL, NULL, "false", NULL, { 0 } },
    { "copy", on_copy_activate_cb, NULL, NULL, NULL, { 0 } },
    { "paste", on_paste_activate_cb, NULL, NULL, NULL, { 0 } },
    { "next", on_next_activate_cb, NULL, NULL, NULL, { 0 } },
    { "edit", on_edit_activate_cb, NULL, NULL, NULL, { 0 } },
    { "next-blank", on_blank_activate_cb, NULL, NULL, NULL, { 0 } },
  };
  GtkEventController *on_list = gtk_shortcut_controller_new ();

  page->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (page->actions), entries, G_N_ELEMENTS (entries),
                                   page);
  gtk_widget_insert_action_group (GTK_WIDGET (page), "registry", G_ACTION_GROUP (page->actions));

  /* Only on the list: in an entry these keys mean the entry's own text. */
  ys_add_shortcut (on_list, "<Control>c", "registry.copy");
  ys_add_shortcut (on_list, "<Control>v", "registry.paste");
  ys_add_shortcut (on_list, "F2", "registry.edit");
  gtk_widget_add_controller (GTK_WIDGET (page->view), on_list);
  ys_page_add_first_key (YS_PAGE (page), "<Control>Down", "registry.next");
  ys_page_add_first_key (YS_PAGE (page), "F8", "registry.next-blank");
}

void
ys_registry_page_bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_add_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_import_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_wrong_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_wrong_clicked_cb);
}
