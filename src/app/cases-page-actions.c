/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys of the page and what they do; copying to Excel. */
#include "config.h"

#include "cases-page-private.h"

#include <glib/gi18n-lib.h>

#include "import-window.h"
#include "save-file.h"
#include "widget-help.h"

/* More are read in a thread. */
#define AT_ONCE 500

/* -- Copy ------------------------------------------------------------------------------------- */

typedef struct
{
  GArray *ids;
  YsWorkClock clock;
} Copy;

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  g_array_unref (copy->ids);
  g_clear_pointer (&copy->clock.calendar, ys_work_calendar_unref);
  g_free (copy);
}

/* In a thread. */
static gpointer
copy_many (YsLedger *ledger,
           YsProgressFunc progress,
           gpointer progress_data,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  const Copy *copy = data;

  return ys_work_columns_copy (ledger, (const gint64 *)(gpointer)copy->ids->data, copy->ids->len,
                               &copy->clock, error);
}

static void
put_text (YsCasesPage *page, const char *text, guint n)
{
  g_autofree char *said = NULL;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (page)), text);
  said = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row copied; paste it into Excel",
                                       "%u rows copied; paste them into Excel", n),
                          n);
  ys_session_notify (ys_page_get_session (YS_PAGE (page)), said, FALSE);
}

static void
on_copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsCasesPage) page = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = ys_session_run_finish (YS_SESSION (source), result, &error);
  guint n = 0;

  if (text == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        ys_session_report (YS_SESSION (source), error);
      return;
    }
  for (const char *p = text; *p != '\0'; p++)
    n += *p == '\n';
  /* The heads are a line too. */
  put_text (page, text, n > 0 ? n - 1 : 0);
}

static void
on_copy_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YsCasesPage *page = user_data;
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  Copy *copy;

  if (page->chosen->len == 0)
    return;
  if (page->chosen->len <= AT_ONCE)
    {
      text = ys_work_columns_copy (ys_session_get_ledger (session),
                                   (const gint64 *)(gpointer)page->chosen->data, page->chosen->len,
                                   &page->clock, &error);
      if (text != NULL)
        put_text (page, text, page->chosen->len);
      else
        ys_session_report (session, error);
      return;
    }
  copy = g_new0 (Copy, 1);
  copy->ids = g_array_copy (page->chosen);
  copy->clock = page->clock;
  if (copy->clock.calendar != NULL)
    ys_work_calendar_ref (copy->clock.calendar);
  ys_session_run_async (session, _ ("Copying the rows"), copy_many, copy, copy_free, g_free,
                        on_copied_cb, g_object_ref (page));
}

/* -- Keys ------------------------------------------------------------------------------------- */

static void
on_why_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ys_work_detail_explain (YS_CASES_PAGE (user_data)->detail);
}

/* The overdue ones one after the other. */
static void
on_next_overdue_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YsCasesPage *page = user_data;

  if (ys_work_list_model_get_filter (page->list)->show == YS_WORK_OVERDUE)
    {
      ys_cases_page_step (page, 1);
      return;
    }
  ys_cases_page_set_show (page, YS_WORK_OVERDUE);
  ys_cases_page_apply_filter (page);
}

static void
on_next_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ys_cases_page_step (user_data, 1);
}

static void
on_previous_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ys_cases_page_step (user_data, -1);
}

static void
on_edit_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ys_work_detail_focus (YS_CASES_PAGE (user_data)->detail);
}

static void
on_path_chosen_cb (const char *path, gpointer user_data)
{
  ys_import_window_present (GTK_WIDGET (user_data), ys_page_get_session (user_data),
                            YS_IMPORT_CASES, path);
}

static void
on_import_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  static const char *const patterns[] = { "*.xlsx", "*.csv", "*.tsv", NULL };

  ys_open_file (GTK_WIDGET (user_data), _ ("Choose a platform's export of cases"),
                _ ("Excel workbooks and CSV"), patterns, on_path_chosen_cb, user_data);
}

static void
on_rates_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ys_cases_page_show_rates (user_data);
}

static void
on_notice_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ys_cases_page_show_notice (user_data, FALSE);
}

static void
on_notices_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ys_cases_page_show_notice (user_data, TRUE);
}

static void
on_overdue_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ys_cases_page_show_overdue (user_data);
}

void
ys_cases_page_install_actions (YsCasesPage *page)
{
  static const GActionEntry entries[] = {
    { "copy", on_copy_activate_cb, NULL, NULL, NULL, { 0 } },
    { "why", on_why_activate_cb, NULL, NULL, NULL, { 0 } },
    { "next-overdue", on_next_overdue_activate_cb, NULL, NULL, NULL, { 0 } },
    { "next", on_next_activate_cb, NULL, NULL, NULL, { 0 } },
    { "previous", on_previous_activate_cb, NULL, NULL, NULL, { 0 } },
    { "import", on_import_activate_cb, NULL, NULL, NULL, { 0 } },
    { "rates", on_rates_activate_cb, NULL, NULL, NULL, { 0 } },
    { "notice", on_notice_activate_cb, NULL, NULL, NULL, { 0 } },
    { "notices", on_notices_activate_cb, NULL, NULL, NULL, { 0 } },
    { "overdue", on_overdue_activate_cb, NULL, NULL, NULL, { 0 } },
    { "edit", on_edit_activate_cb, NULL, NULL, NULL, { 0 } },
  };
  GtkEventController *on_list = gtk_shortcut_controller_new ();

  page->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (page->actions), entries, G_N_ELEMENTS (entries),
                                   page);
  gtk_widget_insert_action_group (GTK_WIDGET (page), "cases", G_ACTION_GROUP (page->actions));

  /* Only on the list: in an entry these keys mean the entry's own text. */
  ys_add_shortcut (on_list, "<Control>c", "cases.copy");
  ys_add_shortcut (on_list, "F2", "cases.edit");
  gtk_widget_add_controller (GTK_WIDGET (page->view), on_list);
  ys_page_add_first_key (YS_PAGE (page), "<Control>e", "cases.why");
  ys_page_add_first_key (YS_PAGE (page), "F8", "cases.next-overdue");
  ys_page_add_first_key (YS_PAGE (page), "<Control>Down", "cases.next");
  ys_page_add_first_key (YS_PAGE (page), "<Control>Up", "cases.previous");
}
