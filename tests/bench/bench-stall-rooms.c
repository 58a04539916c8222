/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The longest turn of the main loop in the rooms of ranking and of scores, with 2,000 compounds and
 * a million findings: by the clock, and by the processor's time of this thread, which other
 * programs do not lengthen. Each in a window of 1366 × 728. The aim is 50 ms. Needs a display. */
#include "config.h"

#include "application.h"
#include "bench-tools.h"
#include "main-window.h"
#include "ranking-page-private.h"
#include "sample.h"
#include "score-page-private.h"
#include "stress.h"

#define SETTLE_US (900 * 1000)
#define ROUNDS 3
/* Microseconds. */
#define LONGEST 50000
/* Beyond this a clerk sees it on any machine. */
#define FAIL 100000

typedef struct
{
  YsMainWindow *window;
  YsRankingPage *ranking;
  YsScorePage *scores;
} Rooms;

typedef struct
{
  const char *name;
  void (*act) (Rooms *rooms, guint round);
} Step;

typedef struct
{
  gint64 clock, processor; /* microseconds: of the longest turn */
} Turn;

/* -- What a clerk does ------------------------------------------------------------------------ */

static void
open_ranking (Rooms *rooms, guint round)
{
  rooms->ranking = YS_RANKING_PAGE (ys_main_window_go (rooms->window, "ranking"));
}

static void
open_scores (Rooms *rooms, guint round)
{
  rooms->scores = YS_SCORE_PAGE (ys_main_window_go (rooms->window, "scores"));
}

/* A bonus, as another room would write it: the compound of the last rank moves up. */
static void
change (Rooms *rooms, guint round)
{
  YsSession *session = ys_main_window_get_session (rooms->window);
  YsStanding *standing = rooms->ranking->standing;
  g_autofree char *period = ys_span_name (ys_standing_span (standing));
  YsBonus bonus = {
    .compound_id = ys_standing_row (standing, ys_standing_n_assessed (standing) - 1)->compound_id,
    .period = period,
    .title = YS_TITLE_DISTRICT,
    .project = (char *)"示例",
  };
  g_autoptr (GError) error = NULL;

  if (!ys_bonus_add (ys_session_get_ledger (session), &bonus, &error))
    g_error ("%s", error->message);
  ys_session_changed (session);
}

static void
choose (Rooms *rooms, guint round)
{
  ys_ranking_page_choose (rooms->ranking,
                          ys_standing_row (rooms->ranking->standing, 40 * (round + 1))
                              ->compound_id);
}

static void
sort (Rooms *rooms, guint round)
{
  ys_column_set_sort_by (rooms->ranking->columns,
                         round % 2 == 0 ? YS_STANDING_BY_NAME : YS_STANDING_BY_SCORE, TRUE);
}

static void
sort_by_rank (Rooms *rooms, guint round)
{
  ys_column_set_sort_by (rooms->ranking->columns, YS_STANDING_BY_RANK, FALSE);
}

static void
suppose (Rooms *rooms, guint round)
{
  ys_ranking_page_suppose (rooms->ranking, "weights=70/30");
}

static void
end_trial (Rooms *rooms, guint round)
{
  ys_ranking_page_end_trial (rooms->ranking);
}

static void
type_points (Rooms *rooms, guint round)
{
  ys_score_page_type (rooms->scores, "A2-05", round % 2 == 0 ? "2" : "1");
}

static void
choose_score (Rooms *rooms, guint round)
{
  const YsStandingRow *row = rooms->scores->reading->rows->pdata[30 * (round + 1)];

  ys_page_go (YS_PAGE (rooms->scores), row->compound_id, NULL);
}

static const Step steps[] = {
  { "ranking opened", open_ranking }, { "a bonus more", change },
  { "another row chosen", choose },   { "sorted otherwise", sort },
  { "sorted by rank", sort_by_rank }, { "a trial", suppose },
  { "the trial ended", end_trial },   { "scores opened", open_scores },
  { "points typed", type_points },    { "another sheet", choose_score },
};

/* -- Measuring -------------------------------------------------------------------------------- */

/* Nanoseconds that this thread ran; 0 where the system does not say. */
static gint64
processor_time (void)
{
  g_autofree char *text = NULL;

  if (!g_file_get_contents ("/proc/thread-self/schedstat", &text, NULL, NULL))
    return 0;
  return g_ascii_strtoll (text, NULL, 10);
}

static void
note (Turn *longest, gint64 clock, gint64 processor)
{
  longest->clock = MAX (longest->clock, g_get_monotonic_time () - clock);
  longest->processor = MAX (longest->processor, (processor_time () - processor) / 1000);
}

static gboolean
is_busy (Rooms *rooms)
{
  YsSession *session = ys_main_window_get_session (rooms->window);

  return ys_session_is_running (session)
         || (rooms->ranking != NULL
             && (rooms->ranking->reading || rooms->ranking->standing == NULL))
         || (rooms->scores != NULL && rooms->scores->reading == NULL);
}

/* Until nothing comes any more. @out_done: (out): microseconds until the last reading was shown. */
static Turn
longest_turn (const Step *step, Rooms *rooms, guint round, gint64 *out_done)
{
  gint64 start = g_get_monotonic_time ();
  gint64 end = start + SETTLE_US;
  Turn longest = { 0, 0 };

  gint64 processor = processor_time ();

  step->act (rooms, round);
  note (&longest, start, processor);
  *out_done = g_get_monotonic_time () - start;
  while (g_get_monotonic_time () < end)
    {
      gint64 turn = g_get_monotonic_time ();

      if (is_busy (rooms))
        {
          end = turn + SETTLE_US;
          *out_done = turn - start;
        }
      processor = processor_time ();
      if (g_main_context_iteration (NULL, FALSE))
        note (&longest, turn, processor);
      else
        g_usleep (500);
    }
  return longest;
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
  while (g_main_context_iteration (NULL, FALSE))
    ;
  ys_session_set_period (ys_main_window_get_session (window),
                         ys_span_of (YS_SPAN_MONTH, (YsDate){ 2026, 9, 1 }));
  return window;
}

/* The longest of all steps, each at its best round. */
static Turn
measure (Rooms *rooms)
{
  Turn worst = { 0, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      Turn best = { G_MAXINT64, G_MAXINT64 };
      Turn first = { 0, 0 };
      gint64 done = 0;

      /* What other programs took is no fault of ours: the best of the rounds. */
      for (guint round = 0; round < ROUNDS; round++)
        {
          gint64 took;
          Turn turn = longest_turn (&steps[i], rooms, round, &took);

          first = round == 0 ? turn : first;
          done = MAX (done, took);
          best.clock = MIN (best.clock, turn.clock);
          best.processor = MIN (best.processor, turn.processor);
        }
      worst.clock = MAX (worst.clock, best.clock);
      worst.processor = MAX (worst.processor, best.processor);
      g_print ("%-18s first %6.1f ms (processor %6.1f), then %6.1f ms (processor %6.1f), shown "
               "after "
               "%6.1f ms%s\n",
               steps[i].name, (double)first.clock / 1000, (double)first.processor / 1000,
               (double)best.clock / 1000, (double)best.processor / 1000, (double)done / 1000,
               MAX (best.processor, first.processor) > LONGEST ? "  (aim 50)" : "");
      /* Opening makes the page: it counts too, as the processor saw it. */
      worst.processor = MAX (worst.processor, first.processor);
    }
  return worst;
}

int
main (int argc, char *argv[])
{
  g_autofree char *root = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (GError) error = NULL;
  YsApplication *application;
  Rooms rooms = { 0 };
  Turn worst;

  g_assert_cmpint (argc, ==, 2);
  root = g_dir_make_tmp ("yardstick-bench-XXXXXX", NULL);
  g_setenv ("XDG_CONFIG_HOME", root, TRUE);
  g_setenv ("XDG_DATA_HOME", root, TRUE);
  g_setenv ("YARDSTICK_NOW", "2026-10-12T09:00", TRUE);
  stress_make (argv[1]);
  /* A copy: the ledger that is kept for the next run stays as it is. */
  folder = stress_copy (argv[1], root);
  application = ys_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_error ("%s", error->message);
  rooms.window = g_object_ref_sink (open_window (application, folder));
  worst = measure (&rooms);
  g_print ("longest turn of the main loop: %.1f ms, processor %.1f ms (aim 50)\n",
           (double)worst.clock / 1000, (double)worst.processor / 1000);
  stress_remove_tree (root);
  /* What other programs took of the clock is no fault of ours. */
  return bench_ratio ("longest turn to the aim",
                      (double)(worst.processor > 0 ? worst.processor : worst.clock) / LONGEST, 1,
                      (double)FAIL / LONGEST)
             ? 0
             : 1;
}
