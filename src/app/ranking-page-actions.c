/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys of the page and the windows that it opens; copying to Excel. */
#include "config.h"

#include "ranking-page-private.h"

#include <glib/gi18n-lib.h>

#include "award-window.h"
#include "compare-window.h"
#include "decided-list.h"
#include "payout-window.h"
#include "period-window.h"
#include "versions-window.h"
#include "widget-help.h"

static void
on_copy_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YsRankingPage *page = user_data;
  guint n = ys_standing_list_n (page->list);
  g_autofree char *text = NULL;
  g_autofree char *said = NULL;

  if (n == 0)
    return;
  text = ys_ranking_columns_copy (page->list);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (page)), text);
  said = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row copied; paste it into Excel",
                                       "%u rows copied; paste them into Excel", n),
                          n);
  ys_session_notify (ys_page_get_session (YS_PAGE (page)), said, FALSE);
}

static void
on_decide_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YsRankingPage *page = user_data;

  if (page->standing != NULL)
    ys_award_window_present (GTK_WIDGET (page), ys_page_get_session (YS_PAGE (page)),
                             page->standing);
}

static void
on_decided_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YsRankingPage *page = user_data;

  if (page->standing != NULL)
    ys_decided_window_present (GTK_WIDGET (page), ys_page_get_session (YS_PAGE (page)),
                               page->standing);
}

/* The chosen one against the one before it, the first against the second. */
static void
on_compare_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YsRankingPage *page = user_data;
  guint position = ys_standing_list_find (page->list, page->chosen);
  const YsStandingRow *other = ys_standing_list_row (page->list, position == 0 ? 1 : position - 1);

  if (page->standing == NULL || other == NULL)
    return;
  ys_compare_window_present (GTK_WIDGET (page), ys_page_get_session (YS_PAGE (page)),
                             page->standing, page->chosen, other->compound_id);
}

static void
on_finalise_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YsRankingPage *page = user_data;
  YsSession *session = ys_page_get_session (YS_PAGE (page));

  if (page->standing == NULL)
    return;
  if (ys_standing_is_final (page->standing))
    ys_reopen_window_present (GTK_WIDGET (page), session, page->standing);
  else
    ys_finalise_window_present (GTK_WIDGET (page), session, page->standing, page->n_versions > 0);
}

static void
on_print_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ys_ranking_page_print (user_data);
}

static void
on_export_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ys_ranking_page_export (user_data);
}

static void
on_version_cb (guint version, gpointer user_data)
{
  YsRankingPage *page = user_data;

  if (page->suppositions->len > 0)
    g_ptr_array_set_size (page->suppositions, 0);
  gtk_toggle_button_set_active (page->trial_button, FALSE);
  page->version = version;
  ys_ranking_page_read (page);
}

static void
on_versions_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YsRankingPage *page = user_data;

  if (page->n_versions > 0)
    ys_versions_window_present (GTK_WIDGET (page), ys_page_get_session (YS_PAGE (page)),
                                ys_standing_span (page->standing), on_version_cb, page);
}

void
ys_ranking_page_pay (YsRankingPage *page, gint64 compound_id, int prize)
{
  if (page->standing != NULL)
    ys_payout_window_present (GTK_WIDGET (page), ys_page_get_session (YS_PAGE (page)),
                              page->standing, compound_id, prize);
}

static void
on_trial_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YsRankingPage *page = user_data;

  if (gtk_widget_get_sensitive (GTK_WIDGET (page->trial_button)))
    gtk_toggle_button_set_active (page->trial_button,
                                  !gtk_toggle_button_get_active (page->trial_button));
}

static void
on_charts_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ys_ranking_page_toggle_charts (user_data);
}

void
ys_ranking_page_set_enabled (YsRankingPage *page, const char *action, gboolean enabled)
{
  GAction *found = g_action_map_lookup_action (G_ACTION_MAP (page->actions), action);

  if (found != NULL)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (found), enabled);
}

void
ys_ranking_page_install_actions (YsRankingPage *page)
{
  static const GActionEntry entries[] = {
    { "copy", on_copy_activate_cb, NULL, NULL, NULL, { 0 } },
    { "decide", on_decide_activate_cb, NULL, NULL, NULL, { 0 } },
    { "decided", on_decided_activate_cb, NULL, NULL, NULL, { 0 } },
    { "compare", on_compare_activate_cb, NULL, NULL, NULL, { 0 } },
    { "finalise", on_finalise_activate_cb, NULL, NULL, NULL, { 0 } },
    { "versions", on_versions_activate_cb, NULL, NULL, NULL, { 0 } },
    { "print", on_print_activate_cb, NULL, NULL, NULL, { 0 } },
    { "export", on_export_activate_cb, NULL, NULL, NULL, { 0 } },
    { "trial", on_trial_activate_cb, NULL, NULL, NULL, { 0 } },
    { "charts", on_charts_activate_cb, NULL, NULL, NULL, { 0 } },
  };
  GtkEventController *keys = gtk_shortcut_controller_new ();

  page->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (page->actions), entries, G_N_ELEMENTS (entries),
                                   page);
  gtk_widget_insert_action_group (GTK_WIDGET (page), "ranking", G_ACTION_GROUP (page->actions));
  /* Inside the page only: elsewhere it copies what is there. */
  ys_add_shortcut (keys, "<Control>c", "ranking.copy");
  gtk_widget_add_controller (GTK_WIDGET (page), keys);
  ys_page_add_key (YS_PAGE (page), "<Control>t", "ranking.trial");
  ys_page_add_key (YS_PAGE (page), "<Control>p", "ranking.print");
  ys_page_add_key (YS_PAGE (page), "<Control>k", "ranking.compare");
  ys_page_add_key (YS_PAGE (page), "<Control>g", "ranking.charts");
}
