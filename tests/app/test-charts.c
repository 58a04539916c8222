/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The charts of 排名奖补: what a hover tells, what a click opens, what is written; on the September
 * of rank-sample.c. */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "cases-page-private.h"
#include "inspection-job.h"
#include "rank-sample.h"
#include "ranking-page-private.h"
#include "window-test.h"

static YsApplication *application;

typedef struct
{
  YsMainWindow *window;
  YsSession *session;
  YsRankingPage *page;
  YsLedger *ledger;
} Fixture;

static gboolean
is_ready (gpointer data)
{
  Fixture *fixture = data;

  return fixture->page->standing != NULL && !fixture->page->reading
         && ys_span_equal (ys_standing_span (fixture->page->standing),
                           ys_session_get_period (fixture->session))
         && ys_charts_pane_is_ready (fixture->page->charts)
         && !ys_session_is_running (fixture->session);
}

static void
settle (Fixture *fixture)
{
  window_test_wait (is_ready, fixture);
  window_test_settle (GTK_WIDGET (fixture->window));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = window_test_folder ("图");

  fixture->ledger = window_test_ledger (folder, 10);
  rank_sample_fill (fixture->ledger);
  fixture->window = window_test_welcome (application);
  window_test_size (fixture->window, 1366, 768);
  fixture->session = ys_session_new (fixture->ledger, WORK_NOW);
  ys_main_window_show_session (fixture->window, fixture->session);
  ys_session_set_period (fixture->session, rank_sample_span ());
  fixture->page = YS_RANKING_PAGE (ys_main_window_go (fixture->window, "ranking"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "ranking.charts", NULL);
  settle (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  window_test_destroy (fixture->window);
}

static void
show (Fixture *fixture, YsChartKind kind)
{
  ys_charts_pane_set_kind (fixture->page->charts, kind);
  settle (fixture);
}

static YsChartView *
view_of (Fixture *fixture)
{
  return ys_charts_pane_get_view (fixture->page->charts);
}

/* (transfer none) (nullable): the first mark of a compound and a clause. */
static const YsMark *
find_mark (Fixture *fixture, gint64 compound_id, gboolean with_clause)
{
  const YsScene *scene = ys_chart_view_get_scene (view_of (fixture));

  for (guint i = 0; i < ys_scene_n_marks (scene); i++)
    {
      const YsMark *mark = ys_scene_mark (scene, i);

      if (mark->id == compound_id && (mark->clause_id != 0) == with_clause && mark->tip != NULL)
        return mark;
    }
  return NULL;
}

/* Each row's hover tells the digits of the exported table. */
static void
test_hover (Fixture *fixture, gconstpointer data)
{
  g_autofree char *table = ys_ranking_columns_copy (fixture->page->list);
  g_auto (GStrv) lines = g_strsplit (table, "\n", -1);
  const YsMark *mark;

  for (guint i = 1; i <= ys_standing_n_assessed (fixture->page->standing); i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
      g_autofree char *score = g_strdup_printf ("%s：%s 分，", cells[1], cells[3]);
      g_autofree char *parts
          = g_strdup_printf ("第 %s 名；长效 %s，物业 %s，加分 %s", cells[0], cells[4], cells[5],
                             cells[6][0] == '+' ? cells[6] + 1 : cells[6]);

      mark = find_mark (fixture, rank_sample_compound (fixture->ledger, cells[1]), FALSE);
      g_assert_nonnull (mark);
      g_assert_true (g_str_has_prefix (mark->tip, score));
      g_assert_nonnull (strstr (mark->tip, parts));
    }
  mark = find_mark (fixture, rank_sample_compound (fixture->ledger, "龙珠百合"), FALSE);
  g_assert_nonnull (strstr (mark->tip, "并列第 2 名"));
}

/* What a screen reader reads of a chart: all its figures. */
static void
test_reader (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  show (fixture, YS_CHART_PARETO);
  text = ys_chart_view_describe (view_of (fixture));
  /* 1 + 1 + 2 + 3 + 4 + 5 + 2 of A1-08 in September. */
  g_assert_true (g_str_has_prefix (text, "清扫保洁不干净 18 处"));
}

/* A bar opens the compound's working beside it. */
static void
test_bar (Fixture *fixture, gconstpointer data)
{
  gint64 wanted = rank_sample_compound (fixture->ledger, "梅花园");

  g_signal_emit_by_name (view_of (fixture), "opened", wanted, (gint64)0);
  g_assert_cmpint (fixture->page->chosen, ==, wanted);
  /* Its waterfall is the chosen one's, and turns by rank: 牡丹花园 is the next. */
  show (fixture, YS_CHART_WATERFALL);
  g_assert_true (ys_charts_pane_turn (fixture->page->charts, 1));
  g_assert_cmpint (fixture->page->chosen, ==, rank_sample_compound (fixture->ledger, "牡丹花园"));
  g_assert_false (ys_charts_pane_turn (fixture->page->charts, 1));
}

static YsCasesPage *
cases_of (Fixture *fixture)
{
  return YS_CASES_PAGE (ys_main_window_go (fixture->window, "cases"));
}

/* A cell opens the findings of its compound under its clause, in the period. */
static void
test_cell (Fixture *fixture, gconstpointer data)
{
  gint64 wanted = rank_sample_compound (fixture->ledger, "梅花园");
  const YsWorkFilter *filter;
  const YsMark *mark;

  show (fixture, YS_CHART_HEATMAP);
  mark = find_mark (fixture, wanted, TRUE);
  g_assert_nonnull (mark);
  g_signal_emit_by_name (view_of (fixture), "opened", mark->id, mark->clause_id);
  filter = ys_work_list_model_get_filter (cases_of (fixture)->list);
  g_assert_cmpint (filter->compound_id, ==, wanted);
  g_assert_cmpstr (filter->code, ==, "A1-08");
  g_assert_cmpint (filter->from, ==, ys_span_start (rank_sample_span ()));
  g_assert_cmpint (filter->to, ==, ys_span_end (rank_sample_span ()));
  g_assert_cmpint (filter->source, ==, YS_WORK_FINDINGS);
}

static gboolean
is_18 (gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *text = NULL;

  if (!is_ready (fixture))
    return FALSE;
  text = ys_chart_view_describe (view_of (fixture));
  return strstr (text, "清扫保洁不干净 18 处") != NULL;
}

/* Found by the town, whose inspections cost nothing, and under another clause at a place whose name
 * reads like the first one's code. */
static void
find_more (Fixture *fixture)
{
  const YsFindingEntry entries[]
      = { { "A1-08", 4, "东门", NULL }, { "A1-22", 1, "A1-08 栋", NULL } };
  const int levels[] = { YS_INSPECTION_LEVEL_TOWN, YS_INSPECTION_LEVEL_DISTRICT };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autoptr (GError) error = NULL;
      YsInspection inspection = { .compound_id = rank_sample_compound (fixture->ledger, "梅花园"),
                                  .level = levels[i],
                                  .kind = YS_INSPECTION_KIND_ANNOUNCED,
                                  .at = work_sample_at ("2025-09-15T09:00"),
                                  .inspectors = (char *)"王某某" };

      ys_inspection_add (fixture->ledger, &inspection, &entries[i], 1, NULL, &error);
      g_assert_no_error (error);
    }
  ys_session_changed (fixture->session);
  settle (fixture);
}

/* Places of all findings that @filter lets through. */
static gint64
count_places (Fixture *fixture, const YsWorkFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = ys_work_list_ids (fixture->ledger, filter, WORK_NOW, 0, NULL, &error);
  gint64 n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    {
      YsWorkRow row = { 0 };

      g_assert_true (ys_work_list_rows (fixture->ledger, &g_array_index (ids, gint64, i), 1,
                                        WORK_NOW, &row, &error));
      n += row.count;
      ys_work_row_clear (&row);
    }
  return n;
}

/* A clause's bar opens what it counts, place for place, until something else is looked for. */
static void
test_clause (Fixture *fixture, gconstpointer data)
{
  const YsWorkFilter *filter;
  YsChartView *view = view_of (fixture);
  YsCasesPage *cases;

  find_more (fixture);
  show (fixture, YS_CHART_PARETO);
  g_assert_true (is_18 (fixture));
  ys_chart_view_move_focus (view, 1);
  g_assert_true (ys_chart_view_open_focused (view));
  cases = cases_of (fixture);
  filter = ys_work_list_model_get_filter (cases->list);
  g_assert_cmpint (filter->compound_id, ==, 0);
  g_assert_cmpint (count_places (fixture, filter), ==, 18);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (cases->search)), ==, "A1-08");
  gtk_editable_set_text (GTK_EDITABLE (cases->search), "");
  filter = ys_work_list_model_get_filter (cases->list);
  g_assert_cmpint (count_places (fixture, filter), ==, 18 + 4 + 1);
}

/* Who has something overdue: that list; who has not: its working. */
static void
test_timeliness (Fixture *fixture, gconstpointer data)
{
  gint64 late = rank_sample_compound (fixture->ledger, "梅花园");
  gint64 good = rank_sample_compound (fixture->ledger, "联通佳苑");

  show (fixture, YS_CHART_TIMELINESS);
  g_signal_emit_by_name (view_of (fixture), "opened", good, (gint64)0);
  g_assert_cmpint (fixture->page->chosen, ==, good);
  g_signal_emit_by_name (view_of (fixture), "opened", late, (gint64)0);
  g_assert_cmpint (ys_work_list_model_get_filter (cases_of (fixture)->list)->show, ==,
                   YS_WORK_OVERDUE);
  g_assert_cmpint (ys_work_list_model_get_filter (cases_of (fixture)->list)->compound_id, ==, late);
}

static gboolean
is_there (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_save (Fixture *fixture, gconstpointer ending)
{
  static const struct
  {
    const char *ending, *magic;
  } kinds[] = { { "png", "\211PNG" }, { "svg", "<?xml" }, { "pdf", "%PDF" } };
  g_autofree char *folder = window_test_folder ("存图");
  g_autofree char *path = g_strdup_printf ("%s.%s", folder, (const char *)ending);
  g_autofree char *content = NULL;

  show (fixture, YS_CHART_WATERFALL);
  ys_chart_view_write (view_of (fixture), path);
  window_test_wait (is_there, path);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].ending, ending))
      g_assert_true (g_str_has_prefix (content, kinds[i].magic));
  g_remove (path);
  settle (fixture);
}

static gboolean
is_not_18 (gpointer data)
{
  return is_ready (data) && !is_18 (data);
}

/* A change elsewhere is drawn, and its undo. */
static void
test_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;
  const YsWorkFilter filter = { .source = YS_WORK_FINDINGS,
                                .compound_id = rank_sample_compound (fixture->ledger, "梅花园"),
                                .from = ys_span_start (rank_sample_span ()),
                                .to = ys_span_end (rank_sample_span ()) };
  const YsStep step = { .kind = YS_EVENT_WITHDRAWN, .text = "看错了" };

  show (fixture, YS_CHART_PARETO);
  window_test_wait (is_18, fixture);
  ids = ys_work_list_ids (fixture->ledger, &filter, WORK_NOW, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_true (ys_finding_take_step (fixture->ledger, &g_array_index (ids, gint64, 0), 1, &step,
                                       WORK_NOW, &error));
  g_assert_no_error (error);
  ys_session_changed (fixture->session);
  window_test_wait (is_not_18, fixture);
  ys_session_undo (fixture->session);
  window_test_wait (is_18, fixture);
}

/* Table or charts, and which, is found again. */
static void
test_remembered (Fixture *fixture, gconstpointer data)
{
  g_autofree char *kept = NULL;

  show (fixture, YS_CHART_TREND);
  ys_page_flush (YS_PAGE (fixture->page));
  kept = ys_ledger_job_get_setting (fixture->ledger, "ranking.charts");
  g_assert_cmpstr (kept, ==, "shown trend");
  ys_charts_pane_set_kind (fixture->page->charts, YS_CHART_RANKING);
  gtk_toggle_button_set_active (fixture->page->as_table, TRUE);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->page->shapes), ==, "table");
  ys_ranking_page_restore_charts (fixture->page);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->page->shapes), ==, "charts");
  g_assert_cmpint (ys_charts_pane_get_kind (fixture->page->charts), ==, YS_CHART_TREND);
  settle (fixture);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *fixture, gconstpointer data);
    const char *data;
  } tests[] = {
    { "/app/charts/hover", test_hover, NULL },
    { "/app/charts/reader", test_reader, NULL },
    { "/app/charts/bar", test_bar, NULL },
    { "/app/charts/cell", test_cell, NULL },
    { "/app/charts/clause", test_clause, NULL },
    { "/app/charts/timeliness", test_timeliness, NULL },
    { "/app/charts/save/png", test_save, "png" },
    { "/app/charts/save/svg", test_save, "svg" },
    { "/app/charts/save/pdf", test_save, "pdf" },
    { "/app/charts/undo", test_undo, NULL },
    { "/app/charts/remembered", test_remembered, NULL },
  };

  application = window_test_init (&argc, &argv, "zh_CN");
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, tests[i].data, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
