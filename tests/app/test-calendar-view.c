/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The work calendar in the settings: the month as it is read, a day marked only after what moves
 * was shown, refusals at their form, keys. */
#include "config.h"

#include "calendar-view.h"
#include "day-cell.h"
#include "inspection-job.h"
#include "window-test.h"
#include "work-time.h"

static YsApplication *application;

static gboolean
is_idle (gpointer data)
{
  return !ys_session_is_running (ys_main_window_get_session (data));
}

/* One compound, one finding of Thursday the 9th, due on Monday the 13th (the 11th is worked). */
static YsMainWindow *
open_window (const char *name, YsCalendarView **out_view)
{
  g_autofree char *folder = window_test_folder (name);
  YsLedger *ledger = window_test_ledger (folder, 1);
  const YsFindingEntry entry = { "A1-01", 1, NULL, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (YsRegistry) registry = ys_registry_load (ledger, &error);
  YsInspection inspection = { .compound_id = ys_registry_item (registry, 0)->compound->id,
                              .level = YS_INSPECTION_LEVEL_CITY,
                              .kind = YS_INSPECTION_KIND_ANNOUNCED,
                              .at = TEST_NOW - 3 * 86400 };
  YsMainWindow *window;
  GtkWidget *page;

  ys_inspection_add (ledger, &inspection, &entry, 1, NULL, &error);
  g_assert_no_error (error);
  window = window_test_window (application, ledger);
  page = GTK_WIDGET (ys_main_window_go (window, "settings"));
  gtk_stack_set_visible_child_name (window_test_child (page, "stack"), "calendar");
  window_test_wait (is_idle, window);
  *out_view = window_test_child (page, "calendar");
  return window;
}

static const char *
side (YsCalendarView *view)
{
  return gtk_stack_get_visible_child_name (window_test_child (view, "side"));
}

static YsDayCell *
cell_at (YsCalendarView *view, int column, int row)
{
  return YS_DAY_CELL (gtk_grid_get_child_at (window_test_child (view, "grid"), column, row));
}

/* (transfer full): "1休国庆节、中秋节" */
static char *
tell_cell (YsCalendarView *view, int column, int row)
{
  YsDayCell *cell = cell_at (view, column, row);

  return g_strconcat (gtk_label_get_text (window_test_child (cell, "number")),
                      gtk_label_get_text (window_test_child (cell, "mark")),
                      gtk_label_get_text (window_test_child (cell, "name")), NULL);
}

static void
wish_day (YsMainWindow *window, YsCalendarView *view, YsDate date, const char *reason)
{
  ys_calendar_view_choose (view, date);
  gtk_editable_set_text (window_test_child (view, "reason"), reason);
  g_signal_emit_by_name (window_test_child (view, "plan_day"), "clicked");
  window_test_wait (is_idle, window);
}

/* October 2025: the 1st is a Wednesday and off, Saturday the 11th is worked; the next year's notice
 * is known, that of 2027 is not. */
static void
test_month (void)
{
  YsCalendarView *view;
  YsMainWindow *window = open_window ("month", &view);
  g_autofree char *first = tell_cell (view, 2, 1);
  g_autofree char *worked = tell_cell (view, 5, 2);
  g_autofree char *plain = tell_cell (view, 0, 3);

  g_assert_cmpstr (first, ==, "1休国庆节、中秋节");
  g_assert_cmpstr (worked, ==, "11班国庆节、中秋节");
  g_assert_cmpstr (plain, ==, "13");
  g_assert_cmpstr (gtk_label_get_text (window_test_child (view, "month")), ==, "2025年10月");
  g_assert_cmpstr (gtk_label_get_text (window_test_child (view, "month_note")), ==, "18 个工作日");
  ys_calendar_view_choose (view, (YsDate){ 2027, 1, 31 });
  g_assert_nonnull (g_strrstr (gtk_label_get_text (window_test_child (view, "year_note")), "2027"));
  g_assert_true (gtk_widget_has_css_class (window_test_child (view, "year_note"), "amber"));
  window_test_destroy (window);
}

/* Page Down turns the month; from 31 January to the 28th of February. */
static void
test_keys (void)
{
  YsCalendarView *view;
  YsMainWindow *window = open_window ("keys", &view);

  ys_calendar_view_choose (view, (YsDate){ 2026, 1, 31 });
  g_signal_emit_by_name (window_test_child (view, "next"), "clicked");
  g_assert_cmpstr (gtk_label_get_text (window_test_child (view, "day_title")), ==,
                   "2026-02-28  星期六");
  g_signal_emit_by_name (window_test_child (view, "previous"), "clicked");
  g_assert_cmpstr (gtk_label_get_text (window_test_child (view, "month")), ==, "2026年1月");
  g_signal_emit_by_name (cell_at (view, 0, 1), "clicked");
  g_assert_cmpstr (gtk_label_get_text (window_test_child (view, "month")), ==, "2025年12月");
  window_test_destroy (window);
}

/* Shown, dropped: nothing is written. Shown, applied, undone. */
static void
test_mark (void)
{
  YsCalendarView *view;
  YsMainWindow *window = open_window ("mark", &view);
  YsSession *session = ys_main_window_get_session (window);
  GtkListBox *moved = window_test_child (view, "plan_moved");
  YsDate monday = { 2025, 10, 13 };
  g_autoptr (YsWorkCalendar) before = NULL;
  g_autoptr (YsWorkCalendar) after = NULL;
  g_autoptr (YsWorkCalendar) undone = NULL;

  wish_day (window, view, monday, "供电线路检修");
  g_assert_cmpstr (side (view), ==, "plan");
  g_assert_nonnull (gtk_list_box_get_row_at_index (moved, 0));
  g_assert_null (gtk_list_box_get_row_at_index (moved, 1));
  g_assert_cmpstr (gtk_label_get_text (
                       window_test_child (gtk_list_box_get_row_at_index (moved, 0), "title")),
                   ==, "10-13 17:30 → 10-14 17:30");
  g_signal_emit_by_name (window_test_child (view, "cancel"), "clicked");
  g_assert_cmpstr (side (view), ==, "edit");
  before = ys_work_time_calendar (ys_session_get_ledger (session), NULL);
  g_assert_true (ys_work_calendar_day (before, monday).is_worked);

  wish_day (window, view, monday, "供电线路检修");
  g_signal_emit_by_name (window_test_child (view, "apply"), "clicked");
  window_test_wait (is_idle, window);
  after = ys_work_time_calendar (ys_session_get_ledger (session), NULL);
  g_assert_false (ys_work_calendar_day (after, monday).is_worked);
  g_autofree char *cell = tell_cell (view, 0, 3);
  g_assert_cmpstr (cell, ==, "13休");
  g_assert_cmpstr (gtk_editable_get_text (window_test_child (view, "reason")), ==, "");

  ys_session_undo (session);
  undone = ys_work_time_calendar (ys_session_get_ledger (session), NULL);
  g_assert_true (ys_work_calendar_day (undone, monday).is_worked);
  window_test_destroy (window);
}

/* A refusal stands at its form, and what was typed stays. */
static void
test_refused (void)
{
  YsCalendarView *view;
  YsMainWindow *window = open_window ("refused", &view);

  wish_day (window, view, (YsDate){ 2025, 10, 13 }, " ");
  g_assert_cmpstr (side (view), ==, "edit");
  g_assert_true (gtk_widget_get_visible (window_test_child (view, "day_wrong")));
  gtk_editable_set_text (window_test_child (view, "sessions"), "8-12");
  g_signal_emit_by_name (window_test_child (view, "plan_sessions"), "clicked");
  window_test_wait (is_idle, window);
  g_assert_true (gtk_widget_get_visible (window_test_child (view, "sessions_wrong")));
  g_assert_cmpstr (gtk_editable_get_text (window_test_child (view, "sessions")), ==, "8-12");
  window_test_destroy (window);
}

/* The built-in year's own file: nothing to apply. */
static void
test_notice (void)
{
  YsCalendarView *view;
  YsMainWindow *window = open_window ("notice", &view);
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "data", "holiday-cn", "2026.json", NULL);

  ys_calendar_view_open (view, path);
  window_test_wait (is_idle, window);
  g_assert_cmpstr (side (view), ==, "plan");
  g_assert_false (gtk_widget_get_sensitive (window_test_child (view, "apply")));
  window_test_destroy (window);
}

int
main (int argc, char **argv)
{
  application = window_test_init (&argc, &argv, "zh");
  g_test_add_func ("/app/calendar-view/month", test_month);
  g_test_add_func ("/app/calendar-view/keys", test_keys);
  g_test_add_func ("/app/calendar-view/mark", test_mark);
  g_test_add_func ("/app/calendar-view/refused", test_refused);
  g_test_add_func ("/app/calendar-view/notice", test_notice);
  return g_test_run ();
}
