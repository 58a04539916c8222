/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The wall as a presenter moves it: keys, the ranking that is built, black, numbers, the order of
 * slides; the presenter's window beside it; a chart in a page. */
#include "config.h"

#include <string.h>

#include "chart-view.h"
#include "presenter-window.h"
#include "preferences.h"
#include "slide-view.h"
#include "slides-window.h"
#include "wall-window.h"
#include "wall.h"
#include "window-test.h"
#include "work-sample.h"

static YsApplication *application;
static YsLedger *ledger;

#define MS G_TIME_SPAN_MILLISECOND
#define AT_FIRST (1000 * G_TIME_SPAN_SECOND)

/* The ten compounds of October, three of them inspected by the city or the district. */
static YsChartData *
load_data (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsRegistry) registry = ys_registry_load (ledger, &error);
  YsSpan span = ys_span_of (YS_SPAN_MONTH, ys_instant_to_date (WORK_NOW));
  g_autoptr (YsStanding) standing
      = ys_standing_load (ledger, registry, span, NULL, WORK_NOW, NULL, &error);
  YsChartData *data;

  g_assert_no_error (error);
  data = ys_chart_data_load (ledger, registry, standing, NULL, WORK_NOW, NULL, &error);
  g_assert_no_error (error);
  return data;
}

static const char *
shown (YsWallShow *show)
{
  return ys_chart_name (ys_wall_show_slide (show, ys_wall_show_index (show))->kind);
}

static int
step_at (YsWallShow *show, gint64 now)
{
  double progress;
  int step;

  ys_wall_show_place (show, now, &step, &progress);
  return step;
}

static void
press (YsWallShow *show, guint key, gint64 now)
{
  guint typed = 0;

  g_assert_true (ys_wall_show_key (show, key, &typed, now));
}

/* --- Keys -------------------------------------------------------------------------------- */

static const struct
{
  const char *name;
  guint keyval;
  int from;
  int to; /* −1: the last */
} keys[] = {
  { "page-down", GDK_KEY_Page_Down, 2, 3 }, { "right", GDK_KEY_Right, 2, 3 },
  { "space", GDK_KEY_space, 2, 3 },         { "enter", GDK_KEY_Return, 2, 3 },
  { "page-up", GDK_KEY_Page_Up, 2, 1 },     { "left", GDK_KEY_Left, 2, 1 },
  { "home", GDK_KEY_Home, 3, 0 },           { "end", GDK_KEY_End, 1, -1 },
  { "first-back", GDK_KEY_Page_Up, 0, 0 },
};

static void
test_key (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (YsWallShow) show = ys_wall_show_new (load_data ());
  guint last = ys_wall_show_n_slides (show) - 1;

  ys_wall_show_set_building (show, FALSE);
  ys_wall_show_jump (show, (guint)keys[i].from, AT_FIRST);
  press (show, keys[i].keyval, AT_FIRST);
  g_assert_cmpuint (ys_wall_show_index (show), ==, keys[i].to < 0 ? last : (guint)keys[i].to);
  /* Beyond the last one there is nothing. */
  ys_wall_show_jump (show, G_MAXUINT, AT_FIRST);
  press (show, GDK_KEY_Page_Down, AT_FIRST);
  g_assert_cmpuint (ys_wall_show_index (show), ==, last);
}

/* 3 Enter; 99 Enter is the last one; Esc takes back what was typed and leaves only then. */
static void
on_ended_cb (YsWallShow *show, gboolean *ended)
{
  *ended = TRUE;
}

static void
test_begin_at (void)
{
  g_autoptr (YsWallShow) show = ys_wall_show_new (load_data ());
  gint64 last = 0;

  g_assert_true (ys_wall_show_begin_at (show, YS_CHART_PARETO, 0, AT_FIRST));
  g_assert_cmpstr (shown (show), ==, "pareto");
  /* The deck has the waterfalls of the first and of the last; anybody else's gives the first's. */
  for (guint i = 0; i < ys_wall_show_n_slides (show); i++)
    if (ys_wall_show_slide (show, i)->kind == YS_CHART_WATERFALL)
      last = ys_wall_show_slide (show, i)->compound_id;
  g_assert_true (ys_wall_show_begin_at (show, YS_CHART_WATERFALL, last, AT_FIRST));
  g_assert_cmpint (ys_wall_show_slide (show, ys_wall_show_index (show))->compound_id, ==, last);
  g_assert_true (ys_wall_show_begin_at (show, YS_CHART_WATERFALL, -1, AT_FIRST));
  g_assert_cmpint (ys_wall_show_slide (show, ys_wall_show_index (show))->compound_id, !=, last);
  /* What the deck lacks moves nothing; a wall of another size stays where it is. */
  g_assert_true (ys_wall_show_begin_at (show, YS_CHART_AWARDS, 0, AT_FIRST));
  g_assert_false (ys_wall_show_begin_at (show, YS_CHART_TRIAL, 0, AT_FIRST));
  ys_wall_show_set_size (show, 1024, 768);
  g_assert_cmpstr (shown (show), ==, "awards");
  /* A ranking is built as if it were gone on to. */
  ys_wall_show_set_building (show, TRUE);
  g_assert_true (ys_wall_show_begin_at (show, YS_CHART_RANKING, 0, AT_FIRST));
  g_assert_cmpint (step_at (show, AT_FIRST), ==, 0);
}

static void
test_number (void)
{
  g_autoptr (YsWallShow) show = ys_wall_show_new (load_data ());
  gboolean ended = FALSE;
  guint typed = 0;

  g_signal_connect (show, "ended", G_CALLBACK (on_ended_cb), &ended);
  ys_wall_show_key (show, GDK_KEY_3, &typed, AT_FIRST);
  g_assert_cmpuint (typed, ==, 3);
  g_assert_cmpuint (ys_wall_show_index (show), ==, 0);
  ys_wall_show_key (show, GDK_KEY_Return, &typed, AT_FIRST);
  g_assert_cmpuint (typed, ==, 0);
  g_assert_cmpuint (ys_wall_show_index (show), ==, 2);
  ys_wall_show_key (show, GDK_KEY_KP_9, &typed, AT_FIRST);
  ys_wall_show_key (show, GDK_KEY_9, &typed, AT_FIRST);
  ys_wall_show_key (show, GDK_KEY_KP_Enter, &typed, AT_FIRST);
  g_assert_cmpuint (ys_wall_show_index (show), ==, ys_wall_show_n_slides (show) - 1);
  ys_wall_show_key (show, GDK_KEY_1, &typed, AT_FIRST);
  ys_wall_show_key (show, GDK_KEY_Escape, &typed, AT_FIRST);
  g_assert_false (ended);
  g_assert_cmpuint (typed, ==, 0);
  ys_wall_show_key (show, GDK_KEY_Escape, &typed, AT_FIRST);
  g_assert_true (ended);
  g_assert_false (ys_wall_show_key (show, GDK_KEY_x, &typed, AT_FIRST));
}

/* B and . ; whatever comes next brings the same slide back. */
static void
test_black (void)
{
  g_autoptr (YsWallShow) show = ys_wall_show_new (load_data ());

  ys_wall_show_jump (show, 2, AT_FIRST);
  press (show, GDK_KEY_b, AT_FIRST);
  g_assert_true (ys_wall_show_is_black (show));
  press (show, GDK_KEY_period, AT_FIRST);
  g_assert_false (ys_wall_show_is_black (show));
  press (show, GDK_KEY_B, AT_FIRST);
  press (show, GDK_KEY_Page_Down, AT_FIRST);
  g_assert_false (ys_wall_show_is_black (show));
  g_assert_cmpuint (ys_wall_show_index (show), ==, 2);
}

/* --- Building ---------------------------------------------------------------------------- */

/* Rows come by themselves, one each 400 ms at most, up to the prizes; each key brings one prize;
 * the key after the last one goes on. */
static void
test_building (void)
{
  g_autoptr (YsWallShow) show = ys_wall_show_new (load_data ());
  gint64 now = AT_FIRST;
  const YsScene *scene;
  int stop, n_steps, step;

  press (show, GDK_KEY_Page_Down, now);
  g_assert_cmpstr (shown (show), ==, "ranking");
  scene = ys_wall_show_scene (show, 1);
  n_steps = ys_scene_n_steps (scene);
  stop = ys_scene_stop (scene);
  g_assert_cmpint (n_steps, >, stop);
  g_assert_cmpint (step_at (show, now), ==, stop > 0 ? 1 : 0);
  now += 401 * MS * (stop + 1);
  g_assert_cmpint (step_at (show, now), ==, stop);
  g_assert_false (ys_wall_show_moves (show, now));
  for (step = stop + 1; step <= n_steps; step++)
    {
      press (show, GDK_KEY_Page_Down, now);
      g_assert_cmpstr (shown (show), ==, "ranking");
      g_assert_cmpint (step_at (show, now), ==, step);
      g_assert_true (ys_wall_show_moves (show, now + 100 * MS));
      now += 500 * MS;
    }
  g_assert_cmpint (step_at (show, now), ==, G_MAXINT);
  g_assert_false (ys_wall_show_moves (show, now));
  press (show, GDK_KEY_Page_Down, now);
  g_assert_cmpuint (ys_wall_show_index (show), ==, 2);
  /* Back: it stands there at once. */
  press (show, GDK_KEY_Page_Up, now);
  g_assert_cmpint (step_at (show, now), ==, G_MAXINT);
}

/* A second key within 400 ms completes the page. */
static void
test_twice (void)
{
  g_autoptr (YsWallShow) show = ys_wall_show_new (load_data ());

  press (show, GDK_KEY_Page_Down, AT_FIRST);
  press (show, GDK_KEY_Page_Down, AT_FIRST + 300 * MS);
  g_assert_cmpstr (shown (show), ==, "ranking");
  g_assert_cmpint (step_at (show, AT_FIRST + 300 * MS), ==, G_MAXINT);
}

static void
test_at_once (void)
{
  g_autoptr (YsWallShow) show = ys_wall_show_new (load_data ());

  ys_wall_show_set_building (show, FALSE);
  press (show, GDK_KEY_Page_Down, AT_FIRST);
  g_assert_cmpstr (shown (show), ==, "ranking");
  g_assert_cmpint (step_at (show, AT_FIRST), ==, G_MAXINT);
}

/* --- The deck ---------------------------------------------------------------------------- */

/* A choice in its order; a change of the ledger or of the wall's shape keeps the slide. */
static void
test_choice (void)
{
  g_autoptr (YsWallShow) show = ys_wall_show_new (load_data ());

  ys_wall_show_set_choice (show, "pareto cover ranking");
  g_assert_cmpuint (ys_wall_show_n_slides (show), >=, 3);
  ys_wall_show_jump (show, 1, AT_FIRST);
  g_assert_cmpstr (shown (show), ==, "cover");
  ys_wall_show_set_data (show, load_data ());
  g_assert_cmpstr (shown (show), ==, "cover");
  ys_wall_show_set_size (show, 3840, 1080);
  g_assert_cmpstr (shown (show), ==, "cover");
  g_assert_cmpfloat (ys_scene_width (ys_wall_show_scene (show, 1)), ==, 3840);
  ys_wall_show_set_choice (show, "cover");
  g_assert_cmpuint (ys_wall_show_n_slides (show), ==, 1);
  ys_wall_show_set_choice (show, "");
  g_assert_cmpuint (ys_wall_show_n_slides (show), >, 3);
}

static gboolean
is_second (gpointer data)
{
  return ys_wall_show_index (data) == 1;
}

static gboolean
is_first (gpointer data)
{
  return ys_wall_show_index (data) == 0;
}

/* After its seconds the next; after the last one the first. */
static void
test_by_itself (void)
{
  g_autoptr (YsWallShow) show = ys_wall_show_new (load_data ());

  ys_wall_show_set_choice (show, "cover pareto");
  ys_wall_show_set_seconds (show, 1);
  window_test_wait (is_second, show);
  window_test_wait (is_first, show);
}

/* --- Windows ----------------------------------------------------------------------------- */

static void
count_cb (gpointer data, GObject *gone)
{
  (*(guint *)data)++;
}

/* Closing either window closes both. */
static void
test_windows (gconstpointer data)
{
  const gboolean close_wall = GPOINTER_TO_INT (data);
  g_autoptr (YsWallShow) show = ys_wall_show_new (load_data ());
  YsWallWindow *wall = ys_wall_window_new (show);
  YsPresenterWindow *presenter = ys_presenter_window_new (show);
  GtkListBox *list = window_test_child (presenter, "list");
  guint gone = 0;

  gtk_window_set_default_size (GTK_WINDOW (wall), 1280, 720);
  gtk_window_present (GTK_WINDOW (wall));
  gtk_window_present (GTK_WINDOW (presenter));
  window_test_settle (GTK_WIDGET (wall));
  window_test_settle (GTK_WIDGET (presenter));
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, (int)ys_wall_show_n_slides (show) - 1));
  g_assert_null (gtk_list_box_get_row_at_index (list, (int)ys_wall_show_n_slides (show)));
  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, 2));
  g_assert_cmpuint (ys_wall_show_index (show), ==, 2);
  g_assert_cmpstr (gtk_label_get_label (window_test_child (presenter, "title")), ==,
                   ys_wall_show_slide (show, 2)->title);
  g_assert_cmpstr (gtk_label_get_label (window_test_child (presenter, "notes")), ==,
                   ys_wall_show_slide (show, 2)->notes);
  g_object_weak_ref (G_OBJECT (wall), count_cb, &gone);
  g_object_weak_ref (G_OBJECT (presenter), count_cb, &gone);
  gtk_window_close (close_wall ? GTK_WINDOW (wall) : GTK_WINDOW (presenter));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (gone, ==, 2);
}

static gboolean
has_wall (gpointer data)
{
  g_autoptr (GListModel) all = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (all, i);

      if (YS_IS_WALL_WINDOW (window) && gtk_widget_get_mapped (window))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_no_wall (gpointer data)
{
  return !has_wall (data);
}

/* 投影 from the main window, over it, and away again with the same key. */
static void
test_main_window (void)
{
  g_autofree char *folder = window_test_folder ("wall");
  YsLedger *own = window_test_ledger (folder, 10);
  YsMainWindow *window;

  work_sample_fill (own);
  window = window_test_window (application, own);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.wall", NULL);
  window_test_wait (has_wall, NULL);
  g_assert_true (ys_wall_is_open (ys_main_window_get_session (window)));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.wall", NULL);
  window_test_wait (has_no_wall, NULL);
  g_assert_false (ys_wall_is_open (ys_main_window_get_session (window)));
  /* A ledger that is left takes its wall with it. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.wall", NULL);
  window_test_wait (has_wall, NULL);
  ys_main_window_close_ledger (window);
  window_test_wait (has_no_wall, NULL);
  window_test_destroy (window);
}

static void
on_opened_cb (YsChartView *view, gint64 id, gint64 clause_id, gint64 *opened)
{
  *opened = id;
}

/* A chart is laid out at its size; Enter opens the thing that the arrows chose. */
static void
test_chart_view (void)
{
  YsChartData *data = load_data ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *view = g_object_new (YS_TYPE_CHART_VIEW, NULL);
  gint64 opened = 0;

  gtk_window_set_default_size (GTK_WINDOW (window), 900, 600);
  gtk_window_set_child (GTK_WINDOW (window), view);
  ys_chart_view_set (YS_CHART_VIEW (view), data, YS_CHART_RANKING, 0, 0);
  ys_chart_data_free (data);
  g_signal_connect (view, "opened", G_CALLBACK (on_opened_cb), &opened);
  gtk_window_present (GTK_WINDOW (window));
  window_test_settle (window);
  /* The page's words are 14 pixels, a bare chart's 16. */
  g_assert_cmpfloat_with_epsilon (ys_scene_width (ys_chart_view_get_scene (YS_CHART_VIEW (view))),
                                  gtk_widget_get_width (view) * 16.0 / 14.0, 0.01);
  g_assert_false (ys_chart_view_open_focused (YS_CHART_VIEW (view)));
  ys_chart_view_move_focus (YS_CHART_VIEW (view), 1);
  g_assert_true (ys_chart_view_open_focused (YS_CHART_VIEW (view)));
  g_assert_cmpint (opened, >, 0);
  ys_chart_view_set (YS_CHART_VIEW (view), NULL, YS_CHART_RANKING, 0, 0);
  g_assert_null (ys_chart_view_get_scene (YS_CHART_VIEW (view)));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* (transfer none): the check, the button up or the button down of a row of slides. */
static gpointer
part_of_row (YsSlidesWindow *window, int row, int part)
{
  GtkListBoxRow *at = gtk_list_box_get_row_at_index (window_test_child (window, "list"), row);
  GtkWidget *child = gtk_widget_get_first_child (gtk_list_box_row_get_child (at));

  for (int i = 0; i < part; i++)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static void
assert_kept (const char *expected)
{
  g_auto (YsWallWishes) wishes = { 0 };
  g_autofree char *text = NULL;

  ys_wall_wishes_load (&wishes);
  text = g_strdup_printf ("%s %u %s%s", wishes.choice, wishes.seconds,
                          wishes.dark ? "dark" : "light", wishes.at_once ? " at-once" : "");
  g_assert_cmpstr (text, ==, expected);
}

/* What is chosen is kept as soon as it is chosen, and is there when the window comes again. */
static void
test_slides_window (void)
{
  const YsWallWishes usual = { .choice = (char *)"cover ranking awards" };
  const YsWallWishes none = { .choice = (char *)"" };
  g_autoptr (YsSession) session = NULL;
  g_autoptr (GError) error = NULL;
  YsSlidesWindow *window;

  ys_wall_wishes_save (&usual);
  session = ys_session_new (ys_ledger_job_open_sibling (ledger, &error), WORK_NOW);
  window = ys_slides_window_present (NULL, session, ys_session_get_period (session), NULL);
  g_signal_emit_by_name (part_of_row (window, 2, 1), "clicked");
  assert_kept ("cover awards ranking 0 light");
  gtk_check_button_set_active (part_of_row (window, 0, 0), FALSE);
  assert_kept ("awards ranking 0 light");
  /* At an end it stays. */
  g_signal_emit_by_name (part_of_row (window, 0, 1), "clicked");
  gtk_check_button_set_active (window_test_child (window, "by_itself"), TRUE);
  gtk_spin_button_set_value (window_test_child (window, "seconds"), 20);
  gtk_check_button_set_active (window_test_child (window, "dark"), TRUE);
  gtk_check_button_set_active (window_test_child (window, "building"), FALSE);
  assert_kept ("awards ranking 20 dark at-once");
  gtk_window_destroy (GTK_WINDOW (window));
  assert_kept ("awards ranking 20 dark at-once");
  window = ys_slides_window_present (NULL, session, ys_session_get_period (session), NULL);
  g_assert_cmpstr (gtk_check_button_get_label (part_of_row (window, 0, 0)), ==,
                   ys_chart_label (YS_CHART_AWARDS));
  g_assert_true (gtk_check_button_get_active (part_of_row (window, 1, 0)));
  g_assert_false (gtk_check_button_get_active (part_of_row (window, 2, 0)));
  assert_kept ("awards ranking 20 dark at-once");
  gtk_window_destroy (GTK_WINDOW (window));
  ys_wall_wishes_save (&none);
}

static void
add_keys (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/wall/key/%s", keys[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_key);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  int status;

  application = window_test_init (&argc, &argv, "zh");
  folder = window_test_folder ("show");
  ledger = window_test_ledger (folder, 10);
  work_sample_fill (ledger);
  add_keys ();
  g_test_add_func ("/app/wall/begin-at", test_begin_at);
  g_test_add_func ("/app/wall/number", test_number);
  g_test_add_func ("/app/wall/black", test_black);
  g_test_add_func ("/app/wall/building", test_building);
  g_test_add_func ("/app/wall/twice", test_twice);
  g_test_add_func ("/app/wall/at-once", test_at_once);
  g_test_add_func ("/app/wall/choice", test_choice);
  g_test_add_func ("/app/wall/by-itself", test_by_itself);
  g_test_add_data_func ("/app/wall/windows/wall", GINT_TO_POINTER (TRUE), test_windows);
  g_test_add_data_func ("/app/wall/windows/presenter", GINT_TO_POINTER (FALSE), test_windows);
  g_test_add_func ("/app/wall/main-window", test_main_window);
  g_test_add_func ("/app/wall/slides-window", test_slides_window);
  g_test_add_func ("/app/chart-view", test_chart_view);
  status = g_test_run ();
  ys_ledger_job_close (ledger);
  return status;
}
