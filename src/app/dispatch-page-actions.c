/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Export, print and submit. What was filed is written from the bytes that were filed. */
#include "config.h"

#include "dispatch-page-private.h"

#include <glib/gi18n-lib.h>

#include "print-pages.h"
#include "save-file.h"
#include "widget-help.h"

/* -- Export ----------------------------------------------------------------------------------- */

static void
on_file_chosen_cb (const char *path, gpointer user_data)
{
  YsDispatchPage *page = user_data;
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  g_autoptr (GError) error = NULL;

  ys_dispatch_export (page->dispatch, path, &error);
  ys_session_tell_written (session, path, error);
}

static void
on_folder_chosen_cb (const char *path, gpointer user_data)
{
  YsDispatchPage *page = user_data;
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) files = NULL;

  files = ys_dispatch_reprint (ys_session_get_ledger (session), page->shown, path, &error);
  if (files == NULL)
    {
      ys_session_report (session, error);
      return;
    }
  text = g_strdup_printf (_ ("The filed files, byte for byte, were written to %s"), path);
  ys_session_notify (session, text, FALSE);
}

static void
on_export_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YsDispatchPage *page = user_data;
  g_autofree char *name = NULL;

  if (page->dispatch == NULL)
    return;
  if (page->shown != 0)
    {
      ys_choose_folder (GTK_WIDGET (page), _ ("Where to write the filed workbook and PDF"),
                        on_folder_chosen_cb, page);
      return;
    }
  name = g_strdup_printf ("%s.%s", ys_dispatch_file_name_stem (page->dispatch),
                          g_variant_get_string (parameter, NULL));
  ys_save_file (GTK_WIDGET (page), _ ("Export the dispatch table"), name, on_file_chosen_cb, page);
}

/* -- Print ------------------------------------------------------------------------------------ */

static void
on_print_clicked_cb (YsDispatchPage *page)
{
  g_autoptr (GError) error = NULL;

  if (page->dispatch == NULL)
    return;
  if (!ys_print_pages (GTK_WIDGET (page), ys_dispatch_pages (page->dispatch),
                       ys_dispatch_file_name_stem (page->dispatch), &error))
    ys_session_report (ys_page_get_session (YS_PAGE (page)), error);
}

static void
on_print_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  on_print_clicked_cb (user_data);
}

/* -- Submit ----------------------------------------------------------------------------------- */

static void
on_submit_clicked_cb (YsDispatchPage *page)
{
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  YsSubmission *submission;

  gtk_popover_popdown (page->submit_popover);
  submission = ys_dispatch_submit (ys_session_get_ledger (session), page->dispatch,
                                   ys_session_now (session), &error);
  if (submission == NULL)
    {
      ys_session_report (session, error);
      return;
    }
  text = g_strdup_printf (_ ("Filed as %s. Export it to send it."), submission->number);
  page->shown = submission->id;
  ys_record_free (&ys_submission_type, submission);
  ys_session_changed (session);
  ys_session_notify (session, text, FALSE);
}

/* -- Keys ------------------------------------------------------------------------------------- */

static void
on_blank_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YsDispatchPage *page = user_data;
  GPtrArray *blanks;
  const YsDispatchBlank *blank;

  if (page->dispatch == NULL || page->shown != 0)
    return;
  blanks = ys_dispatch_blanks (page->dispatch);
  if (blanks->len == 0)
    return;
  blank = g_ptr_array_index (blanks, page->next_blank++ % blanks->len);
  ys_dispatch_page_show_cell_of (page, blank->compound_id, blank->field);
}

void
ys_dispatch_page_install_actions (YsDispatchPage *page)
{
  static const GActionEntry entries[] = {
    { "export", on_export_activate_cb, "s", NULL, NULL, { 0 } },
    { "print", on_print_activate_cb, NULL, NULL, NULL, { 0 } },
    { "next-blank", on_blank_activate_cb, NULL, NULL, NULL, { 0 } },
  };

  page->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (page->actions), entries, G_N_ELEMENTS (entries),
                                   page);
  gtk_widget_insert_action_group (GTK_WIDGET (page), "dispatch", G_ACTION_GROUP (page->actions));
  ys_page_add_key (YS_PAGE (page), "<Control>p", "dispatch.print");
  ys_page_add_first_key (YS_PAGE (page), "F8", "dispatch.next-blank");
}

void
ys_dispatch_page_bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_print_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_submit_clicked_cb);
}
