/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ranking as a table or as charts. What a mark of a chart stands for is shown beside it, as
 * what a row stands for is. */
#include "config.h"

#include "ranking-page-private.h"

#include <string.h>

#define SETTING_CHARTS "ranking.charts"
#define SHOWN "shown "

gboolean
ys_ranking_page_shows_charts (YsRankingPage *page)
{
  return gtk_toggle_button_get_active (page->as_charts);
}

static void
on_shape_toggled_cb (YsRankingPage *page)
{
  gtk_stack_set_visible_child_name (page->shapes,
                                    ys_ranking_page_shows_charts (page) ? "charts" : "table");
  gtk_widget_set_visible (page->legend, !ys_ranking_page_shows_charts (page));
}

static void
on_chart_opened_cb (YsRankingPage *page, gint64 compound_id)
{
  gboolean is_shown = page->chosen == compound_id;

  ys_ranking_page_choose (page, compound_id);
  /* Asked for once more: into its lines. */
  if (is_shown)
    ys_standing_detail_focus (page->detail);
}

void
ys_ranking_page_toggle_charts (YsRankingPage *page)
{
  gtk_toggle_button_set_active (ys_ranking_page_shows_charts (page) ? page->as_table
                                                                    : page->as_charts,
                                TRUE);
}

void
ys_ranking_page_fill_charts (YsRankingPage *page)
{
  ys_charts_pane_set (page->charts, ys_page_get_session (YS_PAGE (page)), page->standing,
                      page->trial);
}

/* "shown pareto": charts are shown, this one; "pareto": the table, this one last. */
void
ys_ranking_page_restore_charts (YsRankingPage *page)
{
  YsLedger *ledger = ys_session_get_ledger (ys_page_get_session (YS_PAGE (page)));
  g_autofree char *text = ys_ledger_job_get_setting (ledger, SETTING_CHARTS);
  gboolean shown = text != NULL && g_str_has_prefix (text, SHOWN);
  int kind = ys_chart_from_name (shown ? text + strlen (SHOWN) : text);

  if (kind > YS_CHART_COVER)
    ys_charts_pane_set_kind (page->charts, (YsChartKind)kind);
  if (shown)
    gtk_toggle_button_set_active (page->as_charts, TRUE);
}

void
ys_ranking_page_remember_charts (YsRankingPage *page)
{
  YsLedger *ledger = ys_session_get_ledger (ys_page_get_session (YS_PAGE (page)));
  g_autofree char *before = ys_ledger_job_get_setting (ledger, SETTING_CHARTS);
  g_autofree char *now = g_strconcat (ys_ranking_page_shows_charts (page) ? SHOWN : "",
                                      ys_chart_name (ys_charts_pane_get_kind (page->charts)), NULL);

  if (g_strcmp0 (before, now) != 0)
    ys_ledger_job_set_setting (ledger, SETTING_CHARTS, now, NULL);
}

void
ys_ranking_page_bind_charts (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_shape_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_chart_opened_cb);
}
