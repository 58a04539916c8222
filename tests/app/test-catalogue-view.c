/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The catalogues in the settings: found, edited as a new version, refused at the form, compared,
 * imported. */
#include "config.h"

#include <string.h>

#include "catalogue-job.h"
#include "catalogue-view.h"
#include "window-test.h"

static YsApplication *application;

static gboolean
is_idle (gpointer data)
{
  return !ys_session_is_running (ys_main_window_get_session (data));
}

static YsMainWindow *
open_window (const char *name, YsCatalogueView **out_view)
{
  g_autofree char *folder = window_test_folder (name);
  YsMainWindow *window = window_test_window (application, window_test_ledger (folder, 1));
  GtkWidget *page = GTK_WIDGET (ys_main_window_go (window, "settings"));

  gtk_stack_set_visible_child_name (window_test_child (page, "stack"), "catalogue");
  window_test_wait (is_idle, window);
  *out_view = window_test_child (page, "catalogue");
  return window;
}

static void
type (YsCatalogueView *view, const char *entry, const char *text)
{
  gtk_editable_set_text (window_test_child (view, entry), text);
}

static void
click (YsMainWindow *window, YsCatalogueView *view, const char *button)
{
  g_signal_emit_by_name (window_test_child (view, button), "clicked");
  window_test_wait (is_idle, window);
}

static const char *
side (YsCatalogueView *view)
{
  return gtk_stack_get_visible_child_name (window_test_child (view, "side"));
}

static const char *
said (YsCatalogueView *view, const char *label)
{
  GtkWidget *widget = window_test_child (view, label);

  return gtk_widget_get_visible (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : NULL;
}

static guint
n_listed (YsCatalogueView *view)
{
  return g_list_model_get_n_items (
      G_LIST_MODEL (gtk_column_view_get_model (window_test_child (view, "list"))));
}

static guint
n_rows (YsCatalogueView *view)
{
  GtkListBox *changes = window_test_child (view, "changes");
  guint n = 0;

  while (gtk_list_box_get_row_at_index (changes, (int)n) != NULL)
    n++;
  return n;
}

static gint64
points_of (YsMainWindow *window, int annex, const char *code, YsDate date)
{
  YsLedger *ledger = ys_session_get_ledger (ys_main_window_get_session (window));
  g_autoptr (YsCatalogueBook) book = ys_catalogue_load (ledger, annex, date, NULL);
  const YsClause *clause = ys_catalogue_book_find (book, code);

  return clause->points.is_set ? clause->points.value : -1;
}

static void
test_list (void)
{
  YsCatalogueView *view;
  YsMainWindow *window = open_window ("list", &view);

  g_assert_cmpuint (n_listed (view), ==, 26);
  g_assert_cmpstr (side (view), ==, "empty");
  gtk_drop_down_set_selected (window_test_child (view, "annex"), 1);
  g_assert_cmpuint (n_listed (view), ==, 15);
  g_assert_nonnull (strstr (said (view, "blank_note"), "A2-07"));
  g_assert_nonnull (strstr (said (view, "notes"), "基础管理台账"));
  gtk_drop_down_set_selected (window_test_child (view, "annex"), 0);
  g_assert_null (said (view, "blank_note"));
  type (view, "search", "井盖");
  g_signal_emit_by_name (window_test_child (view, "search"), "search-changed");
  g_assert_cmpuint (n_listed (view), ==, 1);
  g_signal_emit_by_name (window_test_child (view, "search"), "activate");
  g_assert_cmpstr (said (view, "title"), ==, "A1-04  井盖缺损");
  window_test_destroy (window);
}

static void
test_edit (void)
{
  YsCatalogueView *view;
  YsMainWindow *window = open_window ("edit", &view);
  YsSession *session = ys_main_window_get_session (window);
  YsDate today = ys_session_today (session);

  ys_catalogue_view_choose (view, "A1-23");
  g_assert_cmpstr (gtk_editable_get_text (window_test_child (view, "limit")), ==, "3工作日");
  type (view, "points", "一分");
  click (window, view, "save");
  g_assert_nonnull (said (view, "wrong"));
  g_assert_cmpint (points_of (window, YS_ANNEX_1, "A1-23", today), ==, 100);
  type (view, "points", "2");
  type (view, "limit", "5d");
  type (view, "reason", "区里新要求");
  type (view, "from", "2025-12-32");
  click (window, view, "save");
  g_assert_nonnull (said (view, "wrong"));
  type (view, "from", "2025-10-01");
  click (window, view, "save");
  g_assert_null (said (view, "wrong"));
  g_assert_cmpint (points_of (window, YS_ANNEX_1, "A1-23", (YsDate){ 2025, 10, 1 }), ==, 200);
  g_assert_cmpint (points_of (window, YS_ANNEX_1, "A1-23", (YsDate){ 2025, 9, 30 }), ==, 100);
  g_assert_nonnull (strstr (said (view, "state"), "第2版"));
  click (window, view, "compare");
  g_assert_cmpstr (side (view), ==, "changes");
  g_assert_cmpuint (n_rows (view), ==, 2);
  click (window, view, "back");
  g_assert_cmpstr (side (view), ==, "edit");
  ys_session_undo (session);
  window_test_wait (is_idle, window);
  g_assert_cmpint (points_of (window, YS_ANNEX_1, "A1-23", today), ==, 100);
  g_assert_cmpstr (gtk_editable_get_text (window_test_child (view, "points")), ==, "1.00");
  window_test_destroy (window);
}

/* What is typed outlives another program's change; Drop takes it back. */
static void
test_typing (void)
{
  YsCatalogueView *view;
  YsMainWindow *window = open_window ("typing", &view);

  ys_catalogue_view_choose (view, "A1-23");
  type (view, "points", "2.5");
  ys_session_changed (ys_main_window_get_session (window));
  window_test_wait (is_idle, window);
  g_assert_cmpstr (gtk_editable_get_text (window_test_child (view, "points")), ==, "2.5");
  click (window, view, "drop");
  g_assert_cmpstr (gtk_editable_get_text (window_test_child (view, "points")), ==, "1.00");
  click (window, view, "save");
  g_assert_nonnull (said (view, "wrong"));
  window_test_destroy (window);
}

/* A blank of the source is amber, and filled for the version that it completes. */
static void
test_blank (void)
{
  YsCatalogueView *view;
  YsMainWindow *window = open_window ("blank", &view);

  ys_catalogue_view_choose (view, "A2-07");
  g_assert_true (gtk_widget_has_css_class (window_test_child (view, "state"), "amber"));
  type (view, "points", "3");
  click (window, view, "save");
  g_assert_cmpint (points_of (window, YS_ANNEX_2, "A2-07", (YsDate){ 2015, 1, 1 }), ==, 300);
  g_assert_false (gtk_widget_has_css_class (window_test_child (view, "state"), "amber"));
  window_test_destroy (window);
}

static char *
write_table (const char *name, const char *text)
{
  char *path = g_build_filename (g_get_tmp_dir (), name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

#define HEADS "代码,分类,名称,简称,立案条件,扣分\n"

static void
test_import (void)
{
  YsCatalogueView *view;
  YsMainWindow *window = open_window ("import", &view);
  YsDate today = ys_session_today (ys_main_window_get_session (window));
  g_autofree char *bad = write_table ("坏细则.csv", HEADS "A1-01,基础设施,墙,墙,破损,一分\n");
  g_autofree char *good = write_table ("细则.csv", HEADS "A1-01,基础设施,墙,墙,破损,2\n");

  ys_catalogue_view_open (view, bad);
  g_assert_cmpstr (side (view), ==, "changes");
  g_assert_false (gtk_widget_get_sensitive (window_test_child (view, "apply")));
  ys_catalogue_view_open (view, good);
  g_assert_true (gtk_widget_get_sensitive (window_test_child (view, "apply")));
  /* Name, short name, criterion, points; 25 clauses gone. */
  g_assert_cmpuint (n_rows (view), ==, 29);
  click (window, view, "apply");
  g_assert_cmpstr (side (view), ==, "empty");
  g_assert_cmpuint (n_listed (view), ==, 1);
  g_assert_cmpint (points_of (window, YS_ANNEX_1, "A1-01", today), ==, 200);
  window_test_destroy (window);
}

int
main (int argc, char *argv[])
{
  application = window_test_init (&argc, &argv, "zh");
  g_test_add_func ("/app/catalogue-view/list", test_list);
  g_test_add_func ("/app/catalogue-view/edit", test_edit);
  g_test_add_func ("/app/catalogue-view/typing", test_typing);
  g_test_add_func ("/app/catalogue-view/blank", test_blank);
  g_test_add_func ("/app/catalogue-view/import", test_import);
  return g_test_run ();
}
