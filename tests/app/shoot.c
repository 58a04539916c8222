/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws every page into build/screenshots, at the smallest screen and at a large one, light and
 * dark, in Chinese, and checks that nothing needs more room than there is. */
#include "config.h"

#include <glib/gstdio.h>

#include "award-window.h"
#include "calendar-view.h"
#include "import-window.h"
#include "catalogue-view.h"
#include "scheme.h"
#include "assessment-job.h"
#include "compare-window.h"
#include "dispatch.h"
#include "import-page.h"
#include "import.h"
#include "inspection-page-private.h"
#include "look.h"
#include "payout-window.h"
#include "period-window.h"
#include "photo-job.h"
#include "score-page.h"
#include "png-writer.h"
#include "rank-sample.h"
#include "ranking-page-private.h"
#include "window-test.h"
#include "work-sample.h"

typedef struct
{
  const char *look;
  int width;
  int height;
} Shape;

static const Shape shapes[] = {
  { "light", 1366, 768 }, { "dark", 1366, 768 }, { "light", 1920, 1080 }, { "dark", 1920, 1080 }
};

#define TOOLTIP_MS 600

static YsApplication *application;
static char *out_folder;
static gint64 entered; /* an inspection in it */
static char *sample;   /* the ledger's folder, filled from the sample workbooks */

/* Compressing takes as long as drawing: it runs beside the next page. */
static GThreadPool *savers;

typedef struct
{
  guint32 *pixels;
  int width;
  int height;
  char *path;
} Picture;

static void
save_picture (gpointer data, gpointer user_data)
{
  Picture *picture = data;

  png_write (picture->path, picture->pixels, picture->width, picture->height);
  g_free (picture->pixels);
  g_free (picture->path);
  g_free (picture);
}

/* At least two colours, or nothing was drawn. */
static gboolean
is_drawn (const Picture *picture)
{
  for (gsize i = 1; i < (gsize)picture->width * (gsize)picture->height; i++)
    {
      if (picture->pixels[i] != picture->pixels[0])
        return TRUE;
    }
  return FALSE;
}

static void
keep_picture (GtkWidget *widget, int width, int height, const char *name, const Shape *shape)
{
  g_autoptr (GdkTexture) texture = window_test_picture (widget, width, height);
  g_autofree char *file
      = g_strdup_printf ("%s-%dx%d-%s.png", name, shape->width, shape->height, shape->look);
  Picture *picture = g_new0 (Picture, 1);

  picture->width = gdk_texture_get_width (texture);
  picture->height = gdk_texture_get_height (texture);
  picture->pixels = g_new (guint32, (gsize)picture->width * (gsize)picture->height);
  gdk_texture_download (texture, (guchar *)picture->pixels, (gsize)picture->width * 4);
  g_assert_true (is_drawn (picture));
  picture->path = g_build_filename (out_folder, file, NULL);
  g_thread_pool_push (savers, picture, NULL);
}

static void
shoot (YsMainWindow *window, const char *name, const Shape *shape)
{
  int least_width;
  int least_height;

  window_test_settle (GTK_WIDGET (window));
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL,
                      NULL);
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_VERTICAL, shape->width, &least_height,
                      NULL, NULL, NULL);
  keep_picture (GTK_WIDGET (window), shape->width, shape->height, name, shape);
  g_test_message ("%s needs %d x %d", name, least_width, least_height);
  g_assert_cmpint (least_width, <=, 1366);
  g_assert_cmpint (least_height, <=, 728);
}

static gboolean
is_idle (gpointer data)
{
  YsSession *session = ys_main_window_get_session (data);

  return session != NULL && !ys_session_is_running (session)
         && ys_session_get_overview (session) != NULL;
}

/* A clerk's own list: one row of every verdict. */
static char *
write_list (void)
{
  static const char list[] = "小区,所属社区,类型,物业,进驻日期,电话,项目经理\n"
                             "梅园（西24.25号楼）,梅园社区,四类,,2014,,\n"
                             ",梅园社区,3,,,,\n"
                             "福临 公寓,梅园社区,3,,,13900000001,\n"
                             "药材宿舍,紫薇社区,3,,,,\n"
                             "欧情豪庭,丰泽社区,1,宜居物业,45231,13700000002,\n"
                             "龙珠百合,梅园社区,1,安和物业,2019.12,13800000123,李某某\n"
                             "御景公馆,紫薇社区,1,润家物业,2025.9.15,,\n"
                             "枣园新村,丰泽社区,2,众联物业,2020年9月,13800000077,\n"
                             "安居小区,梅园社区,,,,,\n";
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (sample, "..", "山城街道小区台账.csv", NULL);

  g_file_set_contents (path, list, -1, &error);
  g_assert_no_error (error);
  return path;
}

static gboolean
is_looking (gpointer data)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (window_test_child (data, "stack")), "look")
         == 0;
}

/* The import between reading and writing. */
static void
shoot_look (YsMainWindow *window, const Shape *shape)
{
  g_autofree char *path = write_list ();
  GtkWidget *page;

  page = GTK_WIDGET (ys_main_window_go (window, "import"));
  window_test_wait (is_idle, window);
  ys_import_page_open (YS_IMPORT_PAGE (page), path);
  window_test_wait (is_looking, page);
  window_test_wait (is_idle, window);
  shoot (window, "import-look", shape);
}

/* Four rows stand, the fifth is being typed: its list is open. */
static void
shoot_entry (YsMainWindow *window, const Shape *shape)
{
  YsInspectionPage *page = YS_INSPECTION_PAGE (ys_main_window_go (window, "inspections"));
  YsGridCell *cell;

  window_test_wait (is_idle, window);
  ys_inspection_page_open (page, entered);
  window_test_settle (GTK_WIDGET (window));
  ys_inspection_page_focus_cell (page, 4, YS_ENTRY_CLAUSE);
  window_test_settle (GTK_WIDGET (window));
  cell = ys_inspection_page_cell (page);
  g_assert_nonnull (cell);
  ys_grid_cell_type (cell, "hlb");
  shoot (window, "inspections-list", shape);
  if (shape->width > 1366)
    return;
  ys_inspection_page_withdraw_row (page, 4);
  g_signal_emit_by_name (page->copy_button, "clicked");
  ys_inspection_page_focus_cell (page, 4, YS_ENTRY_CLAUSE);
  shoot (window, "inspections-copied", shape);
}

static gboolean
has_plan (gpointer data)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (window_test_child (data, "side")), "plan")
         == 0;
}

/* The month of National Day; then Monday the 13th marked, with the deadlines that it moves. */
static void
shoot_calendar (YsMainWindow *window, const Shape *shape)
{
  GtkWidget *page = GTK_WIDGET (ys_main_window_go (window, "settings"));
  YsCalendarView *view = window_test_child (page, "calendar");

  gtk_stack_set_visible_child_name (window_test_child (page, "stack"), "calendar");
  window_test_wait (is_idle, window);
  ys_calendar_view_choose (view, (YsDate){ 2025, 10, 13 });
  gtk_editable_set_text (window_test_child (view, "name"), "停电日");
  gtk_editable_set_text (window_test_child (view, "reason"), "供电线路检修");
  shoot (window, "calendar", shape);
  g_signal_emit_by_name (window_test_child (view, "plan_day"), "clicked");
  window_test_wait (has_plan, view);
  window_test_wait (is_idle, window);
  shoot (window, "calendar-plan", shape);
  g_signal_emit_by_name (window_test_child (view, "cancel"), "clicked");
  gtk_stack_set_visible_child_name (window_test_child (page, "stack"), "office");
}

/* Annex 1 with a clause in the form; annex 2, where a figure is blank; what a new version changed.
 */
static void
shoot_catalogue (YsMainWindow *window, const Shape *shape)
{
  GtkWidget *page = GTK_WIDGET (ys_main_window_go (window, "settings"));
  YsCatalogueView *view = window_test_child (page, "catalogue");

  gtk_stack_set_visible_child_name (window_test_child (page, "stack"), "catalogue");
  window_test_wait (is_idle, window);
  ys_catalogue_view_choose (view, "A1-06");
  shoot (window, "catalogue", shape);
  ys_catalogue_view_choose (view, "A2-07");
  shoot (window, "catalogue-blank", shape);
  gtk_editable_set_text (window_test_child (view, "points"), "3");
  g_signal_emit_by_name (window_test_child (view, "save"), "clicked");
  window_test_wait (is_idle, window);
  g_signal_emit_by_name (window_test_child (view, "compare"), "clicked");
  shoot (window, "catalogue-compare", shape);
  ys_session_undo (ys_main_window_get_session (window));
  window_test_wait (is_idle, window);
  gtk_stack_set_visible_child_name (window_test_child (page, "stack"), "office");
}

static void
test_rooms (gconstpointer data)
{
  const Shape *shape = data;
  YsLedger *ledger = window_test_reopen (sample, "王某某");
  YsMainWindow *window;

  ys_application_set_appearance (application, shape->look);
  window = window_test_welcome (application);
  window_test_size (window, shape->width, shape->height);
  ys_main_window_show_session (window, ys_session_new (ledger, TEST_NOW));
  for (guint i = 0; i < ys_rooms_n (); i++)
    {
      const char *room = ys_rooms_get (i)->name;

      ys_main_window_go (window, room);
      window_test_wait (is_idle, window);
      shoot (window, room, shape);
    }
  shoot_look (window, shape);
  shoot_entry (window, shape);
  shoot_calendar (window, shape);
  shoot_catalogue (window, shape);
  window_test_destroy (window);
}

static gboolean
has_rows (gpointer data)
{
  return g_list_model_get_n_items (
             G_LIST_MODEL (gtk_column_view_get_model (window_test_child (data, "view"))))
         > 0;
}

/* A popover is a surface of its own. */
static void
shoot_why (YsMainWindow *window, GtkWidget *page, const Shape *shape)
{
  GtkWidget *why = window_test_child (window_test_child (page, "detail"), "why");

  g_assert_true (gtk_widget_activate_action (page, "cases.why", NULL));
  window_test_settle (GTK_WIDGET (window));
  g_assert_true (gtk_widget_get_mapped (why));
  keep_picture (why, gtk_widget_get_width (why), gtk_widget_get_height (why), "cases-why", shape);
  gtk_popover_popdown (GTK_POPOVER (why));
}

static gboolean
is_judged (gpointer data)
{
  return gtk_widget_get_visible (window_test_child (data, "mapping_area"));
}

/* One row of every verdict, one heading that only likely means something. */
static void
shoot_case_import (YsMainWindow *window, GtkWidget *page, const Shape *shape)
{
  static const char list[]
      = "任务单,级别,上报来源渠道,小区名称,问题小类,地点,下达时间,案件处置截止时间,处置结果\n"
        "20251010-501,市级,12345热线,锦绣花园,消防设施缺损,3号楼,2025-10-10 09:00,,\n"
        "20251010-502,区级,,没有的小区,消防设施缺损,西门,2025-10-10 09:30,,\n"
        "20251010-503,区级,网格上报,银山小区,非法小广告,楼道,2025-10-10,,\n"
        "20250930-042,市级,,锦绣花园,消防设施缺损,2 号楼 1 单元,2025-09-30 15:40,,\n";
  g_autofree char *path = g_build_filename (sample, "..", "市平台导出.csv", NULL);
  YsSession *session = ys_main_window_get_session (window);
  YsImportWindow *import;
  GtkWidget *first;

  g_assert_true (g_file_set_contents (path, list, -1, NULL));
  import = ys_import_window_present (page, session, YS_IMPORT_CASES, path);
  window_test_wait (is_judged, import);
  first = gtk_widget_get_last_child (
      gtk_widget_get_first_child (window_test_child (import, "mapping")));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (first), 1);
  window_test_wait (is_idle, window);
  window_test_settle (GTK_WIDGET (import));
  keep_picture (GTK_WIDGET (import), 1100, 640, "cases-import", shape);
  gtk_window_destroy (GTK_WINDOW (import));
}

/* Findings and cases: the list, why a deadline is what it is, and a case with a fault to confirm.
 */
static void
test_cases (gconstpointer data)
{
  const Shape *shape = data;
  g_autofree char *folder = window_test_folder ("案卷");
  YsLedger *ledger = window_test_ledger (folder, 10);
  YsMainWindow *window = window_test_welcome (application);
  g_autofree char *wanted = NULL;
  GtkWidget *page;

  work_sample_fill (ledger);
  ys_application_set_appearance (application, shape->look);
  window_test_size (window, shape->width, shape->height);
  wanted = g_strdup_printf ("id:%" G_GINT64_FORMAT, work_sample_case (ledger, "20250930-042"));
  ys_main_window_show_session (window, ys_session_new (ledger, WORK_NOW));
  ys_main_window_go (window, "overview");
  window_test_wait (is_idle, window);
  shoot (window, "overview-cases", shape);
  page = GTK_WIDGET (ys_main_window_go (window, "cases"));
  window_test_wait (has_rows, page);
  window_test_wait (is_idle, window);
  shoot (window, "cases-list", shape);
  ys_page_go (YS_PAGE (page), 0, wanted);
  window_test_settle (GTK_WIDGET (window));
  shoot (window, "cases-detail", shape);
  shoot_why (window, page, shape);
  ys_page_go (YS_PAGE (page), 0, "faults");
  window_test_settle (GTK_WIDGET (window));
  shoot (window, "cases-faults", shape);
  shoot_case_import (window, page, shape);
  window_test_destroy (window);
}

static gboolean
is_ranked (gpointer data)
{
  YsRankingPage *page = data;

  return page->standing != NULL && !page->reading && ys_standing_detail_n_lines (page->detail) > 0;
}

static gboolean
is_checked (gpointer data)
{
  return ys_finalise_window_is_ready (data);
}

static void
shoot_window (GtkWindow *over, const char *name, int width, int height, const Shape *shape)
{
  window_test_settle (GTK_WIDGET (over));
  keep_picture (GTK_WIDGET (over), width, height, name, shape);
  gtk_window_destroy (over);
}

static void
shoot_ranking_windows (YsRankingPage *page, YsLedger *ledger, const Shape *shape)
{
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  gint64 first = rank_sample_compound (ledger, "御景公馆");
  gint64 second = rank_sample_compound (ledger, "梅花园");
  GtkWidget *over = GTK_WIDGET (page);
  YsFormWindow *finalise = ys_finalise_window_present (over, session, page->standing, FALSE);

  window_test_wait (is_checked, finalise);
  shoot_window (GTK_WINDOW (finalise), "ranking-finalise", 640, 620, shape);
  shoot_window (GTK_WINDOW (ys_award_window_present (over, session, page->standing)),
                "ranking-decide", 520, 420, shape);
  shoot_window (GTK_WINDOW (ys_payout_window_present (over, session, page->standing, first,
                                                      YS_PRIZE_FIRST)),
                "ranking-payout", 760, 420, shape);
  shoot_window (ys_compare_window_present (over, session, page->standing, first, second),
                "ranking-compare", 900, 600, shape);
}

/* The ranking with a tie that waits, a score opened to its working, and a trial beside it. */
static void
test_ranking (gconstpointer data)
{
  const Shape *shape = data;
  g_autofree char *folder = window_test_folder ("排名");
  YsLedger *ledger = window_test_ledger (folder, 10);
  YsMainWindow *window = window_test_welcome (application);
  YsSession *session = ys_session_new (ledger, WORK_NOW);
  YsRankingPage *page;

  rank_sample_fill (ledger);
  ys_application_set_appearance (application, shape->look);
  window_test_size (window, shape->width, shape->height);
  ys_main_window_show_session (window, session);
  ys_session_set_period (session, rank_sample_span ());
  page = YS_RANKING_PAGE (ys_main_window_go (window, "ranking"));
  window_test_wait (is_ranked, page);
  window_test_wait (is_idle, window);
  shoot (window, "ranking", shape);
  ys_ranking_page_choose (page, rank_sample_compound (ledger, "梅花园"));
  window_test_wait (is_ranked, page);
  window_test_settle (GTK_WIDGET (window));
  ys_standing_detail_focus (page->detail);
  shoot (window, "ranking-detail", shape);
  gtk_editable_set_text (GTK_EDITABLE (page->trial_value), "50/50");
  g_signal_emit_by_name (page->trial_value, "activate");
  window_test_wait (is_ranked, page);
  shoot (window, "ranking-trial", shape);
  shoot_ranking_windows (page, ledger, shape);
  window_test_destroy (window);
}

/* --- Scores -------------------------------------------------------------------------------- */

static gint64
inspect (YsLedger *ledger,
         const char *compound,
         int level,
         int kind,
         const char *at,
         const YsFindingEntry *entries,
         guint n_entries)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsRegistry) registry = ys_registry_load (ledger, &error);
  YsInspection inspection
      = { .level = level, .kind = kind, .inspectors = (char *)"王某某、李某某" };
  gint64 id;

  g_assert_no_error (error);
  inspection.compound_id = ys_registry_find_by_name (registry, compound, &error);
  g_assert_true (ys_instant_from_iso (at, &inspection.at));
  id = ys_inspection_add (ledger, &inspection, entries, n_entries, NULL, &error);
  g_assert_no_error (error);
  return id;
}

static gboolean
has_scores (gpointer data)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (window_test_child (data, "side")), "compound")
         == 0;
}

static void
enter_sheet (
    YsLedger *ledger, gint64 id, int annex, const char *who, const YsAssessmentEdit *edits, guint n)
{
  g_autoptr (GError) error = NULL;
  YsSpan span = ys_span_of (YS_SPAN_MONTH, ys_instant_to_date (WORK_NOW));

  ys_assessment_set (ledger, id, span, annex, who, edits, n, &error);
  g_assert_no_error (error);
}

/* Two assessors who differ, an annex 3 sheet, a survey, two titles of which one is withdrawn, a
 * defect seen twice. */
static gint64
fill_scores (YsLedger *ledger)
{
  static const YsAssessmentEdit one[] = { { "A2-01", "1", "9月入户记录缺 3 户" },
                                          { "A2-05", "2", "巡查日志 10-06、10-08" },
                                          { "A2-08", "0", NULL },
                                          { "A2-14", "1", "重阳节慰问" } };
  static const YsAssessmentEdit other[] = { { "A2-05", "1", "10-06" }, { "A2-04", "1", "投诉单" } };
  static const YsAssessmentEdit party[]
      = { { "A3-01", "1", NULL }, { "A3-02", "2", "支部会议记录" }, { "A3-03", "1.50", NULL } };
  static const YsEdit branch = { "party_branch", "yes" };
  static const YsFindingEntry twice = { "A1-08", 1, "东门垃圾点", "散落垃圾" };
  YsSpan span = ys_span_of (YS_SPAN_MONTH, ys_instant_to_date (WORK_NOW));
  g_autofree char *period = ys_span_name (span);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsRegistry) registry = ys_registry_load (ledger, &error);
  gint64 id = ys_registry_find_by_name (registry, "龙珠百合", &error);
  YsBonus bonus = { .compound_id = id,
                    .period = period,
                    .title = YS_TITLE_DISTRICT,
                    .project = (char *)"示例示范项目",
                    .certificate = (char *)"示例〔2025〕1号" };

  ys_registry_set (ledger, &id, 1, &branch, 1, ys_instant_to_date (WORK_NOW), &error);
  enter_sheet (ledger, id, YS_ANNEX_2, "王某某", one, G_N_ELEMENTS (one));
  enter_sheet (ledger, id, YS_ANNEX_2, "李某某", other, G_N_ELEMENTS (other));
  enter_sheet (ledger, id, YS_ANNEX_3, "王某某", party, G_N_ELEMENTS (party));
  g_assert_true (ys_bonus_add (ledger, &bonus, &error));
  g_assert_true (ys_bonus_withdraw (ledger, bonus.id, "已升为市级", &error));
  bonus.title = YS_TITLE_CITY;
  g_assert_true (ys_bonus_add (ledger, &bonus, &error));
  g_assert_true (ys_survey_set (ledger, id, span, 9120, 8350, &error));
  inspect (ledger, "龙珠百合", YS_INSPECTION_LEVEL_DISTRICT, YS_INSPECTION_KIND_ANNOUNCED,
           "2025-10-09T09:20", &twice, 1);
  inspect (ledger, "龙珠百合", YS_INSPECTION_LEVEL_CITY, YS_INSPECTION_KIND_UNANNOUNCED,
           "2025-10-09T15:00", &twice, 1);
  g_assert_no_error (error);
  return id;
}

static gboolean
on_time_cb (gpointer user_data)
{
  *(gboolean *)user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static gboolean
is_over (gpointer data)
{
  return *(gboolean *)data;
}

/* Free days while they are typed, over one that the ledger has. */
static void
shoot_period (YsMainWindow *window, gint64 compound_id, const Shape *shape)
{
  YsSession *session = ys_main_window_get_session (window);
  GtkWidget *chooser = window_test_child (window, "period");
  GtkWidget *kinds = window_test_child (chooser, "kinds");
  GtkWidget *days = window_test_child (chooser, "days");
  g_autoptr (GError) error = NULL;
  gboolean over = FALSE;
  YsSpan span;

  ys_span_read ("2025-08-16..2025-09-15", &span, &error);
  g_assert_no_error (error);
  ys_survey_set (ys_session_get_ledger (session), compound_id, span, 9000, 9000, &error);
  g_assert_no_error (error);
  gtk_popover_popup (window_test_child (chooser, "popover"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_last_child (kinds)), TRUE);
  gtk_editable_set_text (window_test_child (days, "last"), "2026-12-15");
  shoot (window, "period-days", shape);
  gtk_popover_popdown (window_test_child (chooser, "popover"));
  /* GTK may still mean to show a tooltip over it; it must find it alive. */
  g_timeout_add (TOOLTIP_MS, on_time_cb, &over);
  window_test_wait (is_over, &over);
}

static void
test_scores (gconstpointer data)
{
  const Shape *shape = data;
  g_autofree char *folder = window_test_folder ("评分");
  YsLedger *ledger = window_test_ledger (folder, 10);
  YsMainWindow *window = window_test_welcome (application);
  YsScorePage *page;
  gint64 id;

  work_sample_fill (ledger);
  id = fill_scores (ledger);
  ys_application_set_appearance (application, shape->look);
  window_test_size (window, shape->width, shape->height);
  ys_main_window_show_session (window, ys_session_new (ledger, WORK_NOW));
  page = YS_SCORE_PAGE (ys_main_window_go (window, "scores"));
  window_test_wait (has_scores, page);
  ys_page_go (YS_PAGE (page), id, "annex2");
  window_test_wait (is_idle, window);
  ys_score_page_type (page, "A2-03", "多");
  shoot (window, "scores-annex2", shape);
  ys_page_go (YS_PAGE (page), id, "annex3");
  shoot (window, "scores-annex3", shape);
  ys_page_go (YS_PAGE (page), id, "extras");
  shoot (window, "scores-extras", shape);
  gtk_popover_popup (window_test_child (page, "twins_popover"));
  shoot (window, "scores-twins", shape);
  gtk_popover_popdown (window_test_child (page, "twins_popover"));
  ys_session_go (ys_main_window_get_session (window), "settings", 0, "scheme");
  window_test_wait (is_idle, window);
  shoot (window, "settings-scheme", shape);
  shoot_period (window, id, shape);
  window_test_destroy (window);
}

static void
test_no_ledger (gconstpointer data)
{
  const Shape *shape = data;
  YsMainWindow *window = window_test_welcome (application);

  ys_application_set_appearance (application, shape->look);
  window_test_size (window, shape->width, shape->height);
  shoot (window, "welcome", shape);
  window_test_destroy (window);
}

static void
test_empty (gconstpointer data)
{
  const Shape *shape = data;
  g_autofree char *folder = window_test_folder ("empty");
  YsMainWindow *window = window_test_window (application, window_test_ledger (folder, 0));

  ys_application_set_appearance (application, shape->look);
  window_test_size (window, shape->width, shape->height);
  shoot (window, "overview-empty", shape);
  window_test_destroy (window);
}

static gboolean
shows_problem (gpointer data)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (window_test_child (data, "stack")), "problem")
         == 0;
}

static void
test_locked (gconstpointer data)
{
  const Shape *shape = data;
  YsLedger *ledger = window_test_reopen (sample, "李某某");
  YsMainWindow *window = window_test_welcome (application);

  ys_application_set_appearance (application, shape->look);
  window_test_size (window, shape->width, shape->height);
  ys_main_window_open (window, sample, YS_LEDGER_WRITE);
  window_test_wait (shows_problem, window);
  shoot (window, "locked", shape);
  window_test_destroy (window);
  ys_ledger_job_close (ledger);
}

/* --- The ledger that is shown ----------------------------------------------------------- */

static void
import_sample (YsLedger *ledger, const char *name)
{
  const YsImportOptions options = { .today = ys_instant_to_date (TEST_NOW) };
  g_autofree char *path
      = g_build_filename (g_getenv ("YS_SOURCE_ROOT"), "data", "sample", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsImport) import = ys_import_new (ledger, path, &options, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < ys_import_n_rows (import); i++)
    {
      if (ys_import_row (import, i)->can_accept)
        ys_import_decide (import, i, YS_ROW_ACCEPT);
    }
  ys_import_apply (import, ledger, TRUE, TEST_NOW, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Filed a fortnight ago; two compounds have changed since. */
static void
file_and_change (YsLedger *ledger)
{
  const YsEdit moved[] = { { "company", "润家物业" }, { "entry_date", "2025-09-15" } };
  const YsEdit better[] = { { "class", "1" }, { "phone", "13800000099" } };
  const YsDate first = { 2025, 10, 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (YsRegistry) registry = NULL;
  g_autoptr (YsDispatch) dispatch = ys_dispatch_new (ledger, first, &error);
  gint64 ids[2];

  g_assert_no_error (error);
  ys_record_free (&ys_submission_type,
                  ys_dispatch_submit (ledger, dispatch, TEST_NOW - 11 * 86400, &error));
  g_assert_no_error (error);
  registry = ys_registry_load (ledger, &error);
  ids[0] = ys_registry_find_by_name (registry, "御景公馆", &error);
  ids[1] = ys_registry_find_by_name (registry, "龙珠百合", &error);
  ys_registry_set (ledger, &ids[0], 1, moved, G_N_ELEMENTS (moved), first, &error);
  g_assert_no_error (error);
  ys_registry_set (ledger, &ids[1], 1, better, G_N_ELEMENTS (better), first, &error);
  g_assert_no_error (error);
}

static cairo_status_t
write_png (void *closure, const guchar *data, guint length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* A yard with something in it, each in a colour of its own. */
static GBytes *
draw_photo (guint nth)
{
  static const double colors[][3] = { { 0.82, 0.72, 0.56 },
                                      { 0.36, 0.56, 0.42 },
                                      { 0.66, 0.24, 0.20 },
                                      { 0.80, 0.77, 0.73 },
                                      { 0.38, 0.56, 0.34 } };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 800, 500);
  cairo_t *cr = cairo_create (surface);
  GByteArray *png = g_byte_array_new ();

  cairo_set_source_rgb (cr, 0.66, 0.71, 0.77);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0.50, 0.50, 0.50);
  cairo_rectangle (cr, 0, 340, 800, 160);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, colors[nth][0], colors[nth][1], colors[nth][2]);
  cairo_rectangle (cr, 80 + nth * 70, 120, 260, 260);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, write_png, png);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (png);
}

/* One of each row, and one that belongs to none yet. */
static void
add_photos (YsLedger *ledger)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsInspectionView) view = ys_inspection_load (ledger, entered, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (GBytes) bytes = draw_photo (i);
      g_autoptr (GPtrArray) verdicts = NULL;
      const YsPhotoSource source = { .bytes = bytes, .name = "现场.png" };
      YsPhotoPlace place = { .inspection_id = entered };

      if (i < view->findings->len)
        place.finding_id = ((YsFinding *)g_ptr_array_index (view->findings, i))->id;
      verdicts = ys_photo_job_add (ledger, &place, &source, 1, TEST_NOW - 172800 + i * 420, NULL,
                                   NULL, NULL, &error);
      g_assert_no_error (error);
    }
}

static void
make_inspections (YsLedger *ledger)
{
  static const YsFindingEntry before[] = { { "A1-22", 1, "西侧消防通道", "占用消防通道停车" },
                                           { "A1-23", 1, "中心花园", "草坪空秃" } };
  static const YsFindingEntry now[]
      = { { "A1-22", 1, "西侧消防通道", "小型客车占用通道，未张贴提示" },
          { "A1-08", 2, "3、5 号楼间", "散落垃圾、积水" },
          { "A1-05", 1, "2 号楼 1 单元", "消防栓箱门缺失" },
          { "A1-14", 3, "7 号楼楼道", "开锁广告未清" } };

  inspect (ledger, "龙珠百合", YS_INSPECTION_LEVEL_DISTRICT, YS_INSPECTION_KIND_ANNOUNCED,
           "2025-10-03T09:20", before, G_N_ELEMENTS (before));
  inspect (ledger, "御景公馆", YS_INSPECTION_LEVEL_CITY, YS_INSPECTION_KIND_SPECIAL,
           "2025-10-09T15:00", before + 1, 1);
  inspect (ledger, "欧情豪庭", YS_INSPECTION_LEVEL_TOWN, YS_INSPECTION_KIND_UNANNOUNCED,
           "2025-10-10T09:00", NULL, 0);
  entered = inspect (ledger, "龙珠百合", YS_INSPECTION_LEVEL_DISTRICT,
                     YS_INSPECTION_KIND_UNANNOUNCED, "2025-10-10T10:30", now, G_N_ELEMENTS (now));
  add_photos (ledger);
}

static void
make_sample (void)
{
  YsLedger *ledger;

  sample = window_test_folder ("台账");
  ledger = window_test_ledger (sample, 0);
  import_sample (ledger, "附件3 提升任务一览表.xlsx");
  import_sample (ledger, "附件4 全覆盖任务一览表.xlsx");
  import_sample (ledger, "附件5 进展情况调度表.xlsx");
  file_and_change (ledger);
  make_inspections (ledger);
  ys_ledger_job_close (ledger);
}

int
main (int argc, char **argv)
{
  int status;

  application = window_test_init (&argc, &argv, "zh");
  out_folder = g_build_filename (g_getenv ("YS_SCREENSHOTS"), NULL);
  g_assert_cmpint (g_mkdir_with_parents (out_folder, 0755), ==, 0);
  make_sample ();

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      const struct
      {
        const char *name;
        GTestDataFunc func;
      } kinds[]
          = { { "welcome", test_no_ledger }, { "empty", test_empty },   { "rooms", test_rooms },
              { "cases", test_cases },       { "scores", test_scores }, { "ranking", test_ranking },
              { "locked", test_locked } };

      for (guint j = 0; j < G_N_ELEMENTS (kinds); j++)
        {
          g_autofree char *path
              = g_strdup_printf ("/app/shoot/%s/%dx%d-%s", kinds[j].name, shapes[i].width,
                                 shapes[i].height, shapes[i].look);

          g_test_add_data_func (path, &shapes[i], kinds[j].func);
        }
    }
  savers = g_thread_pool_new (save_picture, NULL, 1, TRUE, NULL);
  status = g_test_run ();
  g_thread_pool_free (savers, FALSE, TRUE);
  return status;
}
