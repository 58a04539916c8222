/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of cases over a million findings, over a town's 5,000 and over an empty ledger, each in
 * a process of its own: its first rows (aim 1.3 × the empty one, which draws its sentence instead;
 * neither waits for the pane beside the list), the longest turn of the main loop at each act (aim
 * 50 ms), resident memory (aim 1.3 ×). Needs a display. */
#include "config.h"

#include "application.h"
#include "cases-page-private.h"
#include "finding-job.h"
#include "main-window.h"
#include "sample.h"
#include "stress.h"

#include <gio/gio.h>
#include <string.h>

#define SETTLE_US (2500 * 1000)
#define ROUNDS 3
#define LONGEST 50000
#define AIM 1.3
/* What is met today fails when it is missed by more than other programs on two cores can do. */
#define MARGIN 2

typedef struct
{
  const char *name;
  void (*act) (YsCasesPage *page, guint round);
} Step;

static void
jump (YsCasesPage *page, gboolean to_end)
{
  guint n = ys_work_list_model_get_n (page->list);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (page->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child) && n > 0)
      gtk_widget_activate_action (child, "list.scroll-to-item", "u", to_end ? n - 1 : 0u);
}

static void
to_end (YsCasesPage *page, guint round)
{
  jump (page, TRUE);
}

static void
to_start (YsCasesPage *page, guint round)
{
  jump (page, FALSE);
}

/* Each head in turn, as a click on it does. */
static void
sort (YsCasesPage *page, guint round)
{
  GListModel *heads = gtk_column_view_get_columns (page->view);
  g_autoptr (GtkColumnViewColumn) column
      = g_list_model_get_item (heads, 1 + round % (g_list_model_get_n_items (heads) - 1));

  gtk_column_view_sort_by_column (page->view, column, GTK_SORT_ASCENDING);
}

static void
search (YsCasesPage *page, guint round)
{
  gtk_editable_set_text (GTK_EDITABLE (page->search), "jx");
}

static void
clear (YsCasesPage *page, guint round)
{
  gtk_editable_set_text (GTK_EDITABLE (page->search), "");
}

static void
show_closed (YsCasesPage *page, guint round)
{
  ys_cases_page_set_show (page, YS_WORK_CLOSED);
}

static void
show_all (YsCasesPage *page, guint round)
{
  ys_cases_page_set_show (page, YS_WORK_ALL);
}

static void
select_all (YsCasesPage *page, guint round)
{
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (page->selection));
}

static void
select_first (YsCasesPage *page, guint round)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (page->selection), 0, TRUE);
}

/* A note on the first finding, as another window or a key would write it. */
static void
change_one (YsCasesPage *page, guint round)
{
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  const YsStep step = { .kind = YS_EVENT_NOTE, .at = YS_SAMPLE_NOW, .text = "示例备注" };
  g_autoptr (GError) error = NULL;
  guint n;
  const gint64 *ids = ys_work_list_model_ids (page->list, &n);
  guint i = 0;

  while (i < n && ids[i] < 0)
    i++;
  if (i == n)
    return;
  if (!ys_finding_take_step (ys_session_get_ledger (session), &ids[i], 1, &step, YS_SAMPLE_NOW,
                             &error))
    g_error ("%s", error->message);
  ys_session_changed (session);
}

static const Step steps[] = {
  { "jump to the end", to_end },
  { "jump to the start", to_start },
  { "sort", sort },
  { "search", search },
  { "search cleared", clear },
  { "closed", show_closed },
  { "all", show_all },
  { "select all", select_all },
  { "select one", select_first },
  { "one row changed", change_one },
};

/* One turn of the loop, or a moment's rest; how long the turn took. */
static gint64
turn_once (void)
{
  gint64 start = g_get_monotonic_time ();

  if (g_main_context_iteration (NULL, FALSE))
    return g_get_monotonic_time () - start;
  g_usleep (500);
  return 0;
}

/* Turns the loop until @end; the longest turn. */
static gint64
turn_until (gint64 end)
{
  gint64 longest = 0;

  while (g_get_monotonic_time () < end)
    {
      gint64 turn = turn_once ();

      longest = MAX (longest, turn);
    }
  return longest;
}

static gboolean painted;

static void
on_after_paint_cb (void)
{
  painted = TRUE;
}

static YsMainWindow *
open_window (YsApplication *application, const char *folder)
{
  YsMainWindow *window = ys_main_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 728);
  gtk_window_present (GTK_WINDOW (window));
  ys_main_window_open (window, folder, YS_LEDGER_WRITE);
  while (ys_main_window_get_session (window) == NULL
         || ys_session_get_overview (ys_main_window_get_session (window)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  turn_until (g_get_monotonic_time () + SETTLE_US);
  return window;
}

static void
note_turn (gint64 *longest)
{
  gint64 turn = turn_once ();

  *longest = MAX (*longest, turn);
}

/* Until the first rows are known and a frame was painted after. */
static YsCasesPage *
open_page (YsMainWindow *window, gint64 *out_first, gint64 *out_longest)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  gint64 start = g_get_monotonic_time ();
  YsCasesPage *page = YS_CASES_PAGE (ys_main_window_go (window, "cases"));

  *out_longest = g_get_monotonic_time () - start;
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint_cb), NULL);
  while (ys_work_list_model_get_n (page->list) == 0 && ys_work_list_model_is_loading (page->list))
    note_turn (out_longest);
  painted = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (page));
  while (!painted)
    note_turn (out_longest);
  *out_first = g_get_monotonic_time () - start;
  start = turn_until (g_get_monotonic_time () + SETTLE_US);
  *out_longest = MAX (*out_longest, start);
  return page;
}

/* KiB of memory that is resident; 0 where the system does not say. */
static gint64
resident (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, "VmRSS:");
  return line != NULL ? g_ascii_strtoll (line + strlen ("VmRSS:"), NULL, 10) : 0;
}

static void
measure_steps (YsCasesPage *page)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      gint64 best = G_MAXINT64;

      /* What other programs took is no fault of ours: the best of the rounds. */
      for (guint round = 0; round < ROUNDS; round++)
        {
          gint64 start = g_get_monotonic_time ();
          gint64 longest;

          steps[i].act (page, round);
          longest = g_get_monotonic_time () - start;
          start = turn_until (g_get_monotonic_time () + SETTLE_US);
          longest = MAX (longest, start);
          best = MIN (best, longest);
        }
      g_print ("turn %" G_GINT64_FORMAT " %s\n", best, steps[i].name);
    }
}

/* The child: figures on standard output, one a line. */
static int
measure (const char *folder, gboolean only_open)
{
  g_autoptr (GError) error = NULL;
  YsApplication *application = ys_application_new ();
  YsMainWindow *window;
  YsCasesPage *page;
  gint64 first;
  gint64 longest;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_error ("%s", error->message);
  window = g_object_ref_sink (open_window (application, folder));
  page = open_page (window, &first, &longest);
  g_print ("first %" G_GINT64_FORMAT "\n", first);
  g_print ("rss %" G_GINT64_FORMAT "\n", resident ());
  g_print ("turn %" G_GINT64_FORMAT " open\n", longest);
  if (!only_open && ys_work_list_model_get_n (page->list) > 0)
    measure_steps (page);
  return 0;
}

/* The parent. */

typedef struct
{
  gint64 first;
  gint64 rss;
  gint64 open;
  gint64 worst; /* of what follows */
} Figures;

static gint64
better (gint64 one, gint64 other)
{
  return one == 0 || other < one ? other : one;
}

static void
read_figures (const char *text, const char *what, Figures *figures)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", 3);
      gint64 value
          = words[0] != NULL && words[1] != NULL ? g_ascii_strtoll (words[1], NULL, 10) : 0;

      if (g_str_has_prefix (lines[i], "first "))
        figures->first = better (figures->first, value);
      else if (g_str_has_prefix (lines[i], "rss "))
        figures->rss = better (figures->rss, value);
      else if (g_str_has_prefix (lines[i], "turn ") && g_str_equal (words[2], "open"))
        figures->open = better (figures->open, value);
      else if (g_str_has_prefix (lines[i], "turn "))
        {
          figures->worst = MAX (figures->worst, value);
          g_print ("%s, %-17s longest turn %6.1f ms%s\n", what, words[2], (double)value / 1000,
                   value > LONGEST ? "  (aim 50)" : "");
        }
    }
}

static void
run_child (
    const char *program, const char *mode, const char *folder, const char *what, Figures *figures)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *out = NULL;
  g_autoptr (GSubprocess) child
      = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, mode, folder, NULL);

  if (child == NULL || !g_subprocess_communicate_utf8 (child, NULL, NULL, &out, NULL, &error)
      || !g_subprocess_get_successful (child))
    g_error ("%s", error != NULL ? error->message : "the measuring program failed");
  read_figures (out, what, figures);
}

/* A process opens the page once: the best of some processes. */
static Figures
run_children (const char *program, const char *folder, const char *what)
{
  Figures figures = { 0 };

  for (guint i = 1; i < ROUNDS; i++)
    run_child (program, "--open", folder, what, &figures);
  run_child (program, "--measure", folder, what, &figures);
  g_print ("%s, open              longest turn %6.1f ms%s\n", what, (double)figures.open / 1000,
           figures.open > LONGEST ? "  (aim 50)" : "");
  return figures;
}

static char *
make_empty (const char *root)
{
  char *folder = g_build_filename (root, "empty", NULL);
  const YsOffice office = { .name = (char *)"示例街道物管科", .level = YS_LEVEL_SUBDISTRICT };
  g_autoptr (GError) error = NULL;
  YsLedger *ledger = ys_ledger_job_create (folder, &office, "示例", &error);

  if (ledger == NULL)
    g_error ("%s", error->message);
  ys_ledger_job_close (ledger);
  return folder;
}

int
main (int argc, char *argv[])
{
  g_autofree char *root = NULL;
  g_autofree char *empty_folder = NULL;
  g_autofree char *town_folder = NULL;
  g_autofree char *copy = NULL;
  g_autoptr (GError) error = NULL;
  Figures empty;
  Figures town;
  Figures stress;
  double first;
  double memory;
  gint64 worst;

  if (argc == 3)
    return measure (argv[2], g_str_equal (argv[1], "--open"));
  g_assert_cmpint (argc, ==, 2);
  root = g_dir_make_tmp ("yardstick-bench-XXXXXX", NULL);
  g_setenv ("XDG_CONFIG_HOME", root, TRUE);
  g_setenv ("XDG_DATA_HOME", root, TRUE);
  g_setenv ("YARDSTICK_NOW", "2026-10-12T09:00", TRUE);
  stress_make (argv[1]);
  empty_folder = make_empty (root);
  empty = run_children (argv[0], empty_folder, "empty");
  town_folder = g_build_filename (root, "town", NULL);
  if (!ys_sample_create (town_folder, YS_SAMPLE_TOWN, 1, NULL, NULL, &error))
    g_error ("%s", error->message);
  town = run_children (argv[0], town_folder, "town");
  /* A copy: the ledger that is kept for the next run stays as it is. */
  copy = stress_copy (argv[1], root);
  stress = run_children (argv[0], copy, "stress");
  first = (double)stress.first / (double)empty.first;
  memory = (double)stress.rss / (double)MAX (empty.rss, 1);
  g_print ("first rows: %.1f ms, empty ledger %.1f ms, ratio %.2f (aim %.1f)\n",
           (double)stress.first / 1000, (double)empty.first / 1000, first, AIM);
  g_print ("resident: %.1f MB, empty ledger %.1f MB, ratio %.2f (aim %.1f)\n",
           (double)stress.rss / 1024, (double)empty.rss / 1024, memory, AIM);
  g_print ("against the town: first rows %.2f, resident %.2f\n",
           (double)stress.first / (double)town.first,
           (double)stress.rss / (double)MAX (town.rss, 1));
  worst = MAX (stress.open, stress.worst);
  g_print ("longest turn of the main loop: %.1f ms (aim 50)\n", (double)worst / 1000);
  stress_remove_tree (root);
  return first <= AIM * MARGIN && memory <= AIM * MARGIN && worst <= LONGEST * MARGIN ? 0 : 1;
}
