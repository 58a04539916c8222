/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a compound's page says of its past: its scores, and its inspections as a way to each. */
#include "config.h"

#include "chart-view.h"
#include "inspection-job.h"
#include "inspection-page-private.h"
#include "rank-sample.h"
#include "registry-page-private.h"
#include "visit-row.h"
#include "window-test.h"

static YsApplication *application;

typedef struct
{
  YsMainWindow *window;
  YsLedger *ledger;
  YsRegistryPage *page;
  gpointer scores; /* of the detail */
  gpointer visits;
  guint n; /* rows that are waited for */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = window_test_folder ("小区");

  fixture->ledger = window_test_ledger (folder, 10);
  rank_sample_fill (fixture->ledger);
  fixture->window = window_test_welcome (application);
  window_test_size (fixture->window, 1366, 768);
  ys_main_window_show_session (fixture->window, ys_session_new (fixture->ledger, WORK_NOW));
  fixture->page = YS_REGISTRY_PAGE (ys_main_window_go (fixture->window, "registry"));
  fixture->scores = window_test_child (fixture->page->detail, "scores");
  fixture->visits = window_test_child (fixture->page->detail, "visits");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  window_test_destroy (fixture->window);
}

static gboolean
has_chart (gpointer data)
{
  Fixture *fixture = data;

  return gtk_widget_get_visible (window_test_child (fixture->scores, "box"));
}

static gboolean
has_visits (gpointer data)
{
  Fixture *fixture = data;
  GtkListBox *list = window_test_child (fixture->visits, "list");

  return gtk_list_box_get_row_at_index (list, (int)fixture->n) == NULL
         && (fixture->n == 0
                 ? gtk_widget_get_visible (window_test_child (fixture->visits, "nothing"))
                 : gtk_list_box_get_row_at_index (list, (int)fixture->n - 1) != NULL);
}

static void
choose (Fixture *fixture, const char *name)
{
  ys_registry_page_select (fixture->page, rank_sample_compound (fixture->ledger, name));
}

/* Worked out by hand in rank-sample.c; 98.80 in August are two places at 60 %. */
static void
test_scores (Fixture *fixture, gconstpointer data)
{
  YsChartView *chart = window_test_child (fixture->scores, "chart");
  g_autofree char *text = NULL;
  g_autofree char *other = NULL;

  choose (fixture, "龙珠百合");
  window_test_wait (has_chart, fixture);
  window_test_settle (GTK_WIDGET (fixture->window));
  text = ys_chart_view_describe (chart);
  g_assert_cmpstr (text, ==, "龙珠百合 99.40，第 2 名\n此前 8月 98.80");
  choose (fixture, "银山小区");
  g_assert_false (has_chart (fixture));
  choose (fixture, "牡丹花园");
  g_assert_true (has_chart (fixture));
  window_test_settle (GTK_WIDGET (fixture->window));
  other = ys_chart_view_describe (chart);
  g_assert_cmpstr (other, ==, "牡丹花园 97.00，第 8 名");
}

/* A clean visit in a month without one: its score is there as soon as it is. */
static void
test_scores_follow (Fixture *fixture, gconstpointer data)
{
  YsInspection inspection = { .compound_id = rank_sample_compound (fixture->ledger, "银山小区"),
                              .level = YS_INSPECTION_LEVEL_DISTRICT,
                              .kind = YS_INSPECTION_KIND_ANNOUNCED,
                              .at = work_sample_at ("2025-09-12T09:00"),
                              .inspectors = (char *)"王某某" };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  choose (fixture, "银山小区");
  fixture->n = 0;
  window_test_wait (has_visits, fixture);
  g_assert_false (has_chart (fixture));
  g_assert_cmpint (ys_inspection_add (fixture->ledger, &inspection, NULL, 0, NULL, &error), >, 0);
  g_assert_no_error (error);
  ys_session_changed (ys_main_window_get_session (fixture->window));
  window_test_wait (has_chart, fixture);
  window_test_settle (GTK_WIDGET (fixture->window));
  text = ys_chart_view_describe (window_test_child (fixture->scores, "chart"));
  g_assert_cmpstr (text, ==, "银山小区 100.00，第 2 名");
  fixture->n = 1;
  window_test_wait (has_visits, fixture);
}

/* Newest first; Enter on one goes to it where it was entered. */
static void
test_visits (Fixture *fixture, gconstpointer data)
{
  GtkListBox *list = window_test_child (fixture->visits, "list");
  GtkStack *tabs = window_test_child (fixture->page->detail, "tabs");
  YsInspectionPage *inspections;
  YsVisitRow *newest;
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 id;

  choose (fixture, "龙珠百合");
  gtk_stack_set_visible_child_name (tabs, "visits");
  fixture->n = 2;
  window_test_wait (has_visits, fixture);
  newest = YS_VISIT_ROW (gtk_list_box_get_row_at_index (list, 0));
  id = ys_visit_row_get_id (newest);
  for (GtkWidget *label
       = gtk_widget_get_first_child (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (newest)));
       label != NULL; label = gtk_widget_get_next_sibling (label))
    g_string_append_printf (text, "%s|", gtk_label_get_text (GTK_LABEL (label)));
  g_assert_cmpstr (text->str, ==, "09-11 09:00|区级 · 暗访|1 条 1 处|1.00|");
  gtk_widget_activate (GTK_WIDGET (newest));
  g_assert_cmpstr (ys_main_window_get_room (fixture->window), ==, "inspections");
  inspections = YS_INSPECTION_PAGE (ys_main_window_go (fixture->window, "inspections"));
  g_assert_cmpint (inspections->head->id, ==, id);
  g_assert_cmpint (inspections->head->compound_id, ==,
                   rank_sample_compound (fixture->ledger, "龙珠百合"));
}

/* The list holds fifty and says that there are more. */
static void
test_many_visits (Fixture *fixture, gconstpointer data)
{
  YsInspection inspection = { .compound_id = rank_sample_compound (fixture->ledger, "财富广场"),
                              .level = YS_INSPECTION_LEVEL_TOWN,
                              .kind = YS_INSPECTION_KIND_ANNOUNCED,
                              .inspectors = (char *)"王某某" };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 51; i++)
    {
      inspection.at = work_sample_at ("2025-06-02T09:00") + i * 86400;
      inspection.id = 0;
      ys_inspection_add (fixture->ledger, &inspection, NULL, 0, NULL, &error);
      g_assert_no_error (error);
    }
  ys_session_changed (ys_main_window_get_session (fixture->window));
  choose (fixture, "财富广场");
  fixture->n = 50;
  window_test_wait (has_visits, fixture);
  g_assert_true (gtk_widget_get_visible (window_test_child (fixture->visits, "more")));
}

#define ADD(name, func)                                                                            \
  g_test_add ("/app/compound-detail/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  application = window_test_init (&argc, &argv, "zh");

  ADD ("scores", test_scores);
  ADD ("scores-follow", test_scores_follow);
  ADD ("visits", test_visits);
  ADD ("many-visits", test_many_visits);
  return g_test_run ();
}
