/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 排名奖补 as its clerk uses it, on the September of rank-sample.c. */
#include "config.h"

#include <string.h>

#include "compare-window.h"
#include "decided-list.h"
#include "form-window.h"
#include "payout-window.h"
#include "period-window.h"
#include "rank-sample.h"
#include "ranking-page-private.h"
#include "room-row.h"
#include "slides-window.h"
#include "versions-window.h"
#include "wall.h"
#include "window-test.h"

static YsApplication *application;

typedef struct
{
  YsMainWindow *window;
  YsRankingPage *page;
  YsLedger *ledger;
} Fixture;

static gboolean
is_read (gpointer data)
{
  Fixture *fixture = data;
  YsSession *session = ys_main_window_get_session (fixture->window);

  return fixture->page->standing != NULL && !fixture->page->reading
         && ys_span_equal (ys_standing_span (fixture->page->standing),
                           ys_session_get_period (session))
         && !ys_session_is_running (session) && ys_session_get_overview (session) != NULL;
}

static void
settle (Fixture *fixture)
{
  window_test_wait (is_read, fixture);
  window_test_settle (GTK_WIDGET (fixture->window));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = window_test_folder ("排名");
  YsSession *session;

  fixture->ledger = window_test_ledger (folder, 10);
  rank_sample_fill (fixture->ledger);
  fixture->window = window_test_welcome (application);
  window_test_size (fixture->window, 1366, 768);
  session = ys_session_new (fixture->ledger, WORK_NOW);
  /* In October nobody was inspected yet: September is shown without being chosen. */
  ys_main_window_show_session (fixture->window, session);
  fixture->page = YS_RANKING_PAGE (ys_main_window_go (fixture->window, "ranking"));
  settle (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  window_test_destroy (fixture->window);
}

/* (transfer full): "1 御景公馆 103.00; …" */
static char *
describe (Fixture *fixture)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ys_standing_list_n (fixture->page->list); i++)
    {
      const YsStandingRow *row = ys_standing_list_row (fixture->page->list, i);
      g_autofree char *score = ys_hundredths_to_text (row->score.score, FALSE);

      if (row->rank != 0)
        g_string_append_printf (text, "%u%s %s %s; ", row->rank, row->tied ? "=" : "", row->name,
                                score);
      else
        g_string_append_printf (text, "- %s; ", row->name);
    }
  return g_string_free (text, FALSE);
}

static void
choose (Fixture *fixture, const char *name)
{
  ys_ranking_page_choose (fixture->page, rank_sample_compound (fixture->ledger, name));
}

static gboolean
has_lines (gpointer data)
{
  return ys_standing_detail_n_lines (((Fixture *)data)->page->detail) > 0;
}

/* Worked out by hand beside rank-sample.c. */
static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = describe (fixture);

  g_assert_cmpstr (text, ==,
                   "1 御景公馆 103.00; 2= 龙珠百合 99.40; 2= 锦绣花园 99.40; 4 联通佳苑 98.80; "
                   "5 民生国际 98.20; 6 欧情东苑 97.60; 7 梅花园 97.60; 8 牡丹花园 97.00; "
                   "- 银山小区; - 财富广场; ");
  g_assert_cmpstr (gtk_label_get_text (fixture->page->count), ==, "已考评 8");
  g_assert_cmpstr (gtk_button_get_label (fixture->page->not_assessed), ==, "未考评 2");
}

/* Two first prizes: one for rank 1, one and a second prize for the two of rank 2. */
static void
test_pending (Fixture *fixture, gconstpointer data)
{
  g_assert_true (gtk_widget_get_visible (fixture->page->pending));
  g_assert_cmpstr (gtk_label_get_text (fixture->page->pending_text), ==,
                   "奖次待定：第 2 名并列 2 家，争一等奖 1 席、二等奖 1 席。决定前不能定稿。");
}

/* A copied list pastes into Excel: a head, a row each, a tab between two cells. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = ys_ranking_columns_copy (fixture->page->list);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 12);
  g_assert_cmpstr (lines[0], ==,
                   "名次\t小区\t奖次\t总分\t长效\t物业\t加分\t并列\t升降\t奖金（元）");
  g_assert_true (
      g_str_has_prefix (lines[2], "2\t龙珠百合\t待定\t99.40\t99.00\t100.00\t0.00\t并列\t"));
}

static void
test_detail (Fixture *fixture, gconstpointer data)
{
  choose (fixture, "梅花园");
  window_test_wait (has_lines, fixture);
  window_test_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpuint (ys_standing_detail_n_lines (fixture->page->detail), ==, 1);
  ys_standing_detail_focus (fixture->page->detail);
  window_test_settle (GTK_WIDGET (fixture->window));
}

static YsFormWindow *
find_form (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (YS_IS_FORM_WINDOW (l->data))
      return l->data;
  return NULL;
}

/* All widgets of a type under one, in order. */
static void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    {
      g_ptr_array_add (found, widget);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static gpointer
nth (gpointer over, GType type, guint n)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (over, type, found);
  g_assert_cmpuint (n, <, found->len);
  return found->pdata[n];
}

/* In the first days of October the window says that it is September's ranking. */
static void
test_first_days (Fixture *fixture, gconstpointer data)
{
  gpointer chooser = window_test_child (fixture->window, "period");

  g_assert_cmpstr (gtk_label_get_text (window_test_child (chooser, "label")), ==, "2025年9月");
  g_assert_true (g_str_has_prefix (gtk_label_get_text (fixture->page->summary), "2025年9月"));
}

typedef struct
{
  YsSession *session;
  guint n;
} Wait;

static gboolean
has_ties (gpointer data)
{
  const Wait *wait = data;

  return ys_session_get_n_ties (wait->session) == wait->n;
}

static void
wait_for_ties (Fixture *fixture, guint n)
{
  Wait wait = { ys_main_window_get_session (fixture->window), n };

  window_test_wait (has_ties, &wait);
}

/* What the room's badge counts; NULL: it shows none. */
static const char *
badge_of (Fixture *fixture)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  collect (window_test_child (fixture->window, "rooms"), YS_TYPE_ROOM_ROW, rows);
  for (guint i = 0; i < rows->len; i++)
    {
      GtkLabel *badge = window_test_child (rows->pdata[i], "badge");

      if (g_str_equal (ys_room_row_get_room (rows->pdata[i])->name, "ranking"))
        return gtk_widget_get_visible (GTK_WIDGET (badge)) ? gtk_label_get_label (badge) : NULL;
    }
  g_assert_not_reached ();
}

/* Without a prize for each, a person and a reason nothing is written. */
static void
test_decide (Fixture *fixture, gconstpointer data)
{
  YsFormWindow *form;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) decisions = NULL;
  int height;

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "ranking.decide", NULL);
  form = find_form ();
  g_assert_nonnull (form);
  window_test_settle (GTK_WIDGET (form));
  height = gtk_widget_get_height (nth (form, GTK_TYPE_SCROLLED_WINDOW, 0));
  ys_form_window_accept (form);
  g_assert_true (find_form () == form);
  /* The window grows: the refusal takes no room from the fields. */
  window_test_settle (GTK_WIDGET (form));
  g_assert_cmpint (gtk_widget_get_height (nth (form, GTK_TYPE_SCROLLED_WINDOW, 0)), ==, height);
  gtk_drop_down_set_selected (nth (form, GTK_TYPE_DROP_DOWN, 0), 1);
  gtk_drop_down_set_selected (nth (form, GTK_TYPE_DROP_DOWN, 1), 2);
  ys_form_window_accept (form);
  g_assert_true (find_form () == form);
  gtk_editable_set_text (nth (form, GTK_TYPE_ENTRY, 0), "领导小组示例");
  gtk_editable_set_text (nth (form, GTK_TYPE_ENTRY, 1), "上月名次靠前");
  ys_form_window_accept (form);
  g_assert_null (find_form ());
  settle (fixture);
  g_assert_false (gtk_widget_get_visible (fixture->page->pending));
  decisions = ys_award_decisions (fixture->ledger, rank_sample_span (), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (decisions->len, ==, 2);
  /* Undo takes it back, and the tie waits again. */
  ys_session_undo (ys_main_window_get_session (fixture->window));
  settle (fixture);
  g_assert_true (gtk_widget_get_visible (fixture->page->pending));
}

static gboolean
is_decided_read (gpointer data)
{
  return ys_decided_list_n (data) >= 0;
}

/* All that is written under @over, in order. */
static char *
read_labels (gpointer over)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  GString *text = g_string_new (NULL);

  collect (over, GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_visible (labels->pdata[i]))
      g_string_append_printf (text, "%s|", gtk_label_get_text (labels->pdata[i]));
  return g_string_free (text, FALSE);
}

/* What was decided, by whom and why; the same decided otherwise keeps what stood there before. */
static void
test_decided (Fixture *fixture, gconstpointer data)
{
  YsSession *session = ys_main_window_get_session (fixture->window);
  const gint64 first = rank_sample_compound (fixture->ledger, "龙珠百合");
  const gint64 second = rank_sample_compound (fixture->ledger, "锦绣花园");
  const YsPrizePlace places[] = { { first, YS_PRIZE_FIRST }, { second, YS_PRIZE_SECOND } };
  const YsPrizePlace turned[] = { { first, YS_PRIZE_SECOND }, { second, YS_PRIZE_FIRST } };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  /* While the tie was still open. */
  g_autoptr (YsStanding) tied = ys_standing_ref (fixture->page->standing);
  GtkWidget *list;

  ys_award_decide (fixture->ledger, tied, places, 2, "领导小组示例", "示例理由", WORK_NOW, &error);
  g_assert_no_error (error);
  ys_session_changed (session);
  settle (fixture);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->page->decided_button)));
  ys_award_decide (fixture->ledger, tied, turned, 2, "镇长办公会示例", "复核后更正", WORK_NOW,
                   &error);
  g_assert_no_error (error);
  list = g_object_ref_sink (ys_decided_list_new (session, fixture->page->standing));
  window_test_wait (is_decided_read, list);
  g_assert_cmpint (ys_decided_list_n (list), ==, 2);
  text = read_labels (list);
  g_assert_nonnull (strstr (text, "龙珠百合：二等奖"));
  g_assert_nonnull (strstr (text, "镇长办公会示例"));
  g_assert_nonnull (strstr (text, "复核后更正"));
  g_assert_nonnull (strstr (text, "一等奖 → 二等奖"));
  g_assert_nonnull (strstr (text, "领导小组示例 → 镇长办公会示例"));
  g_object_unref (list);
}

/* The row that has the keyboard takes it along: 牡丹花园 stands eighth, then second. */
static void
test_focus_moves (Fixture *fixture, gconstpointer data)
{
  YsSession *session = ys_main_window_get_session (fixture->window);
  g_autoptr (GError) error = NULL;
  YsBonus bonus = { .compound_id = rank_sample_compound (fixture->ledger, "牡丹花园"),
                    .period = (char *)"2025-09",
                    .title = YS_TITLE_DISTRICT,
                    .project = (char *)"示例" };
  GtkWidget *before;

  choose (fixture, "牡丹花园");
  window_test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (ys_column_view_focus_row (fixture->page->view, 7));
  before = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  ys_bonus_add (fixture->ledger, &bonus, &error);
  g_assert_no_error (error);
  ys_session_changed (session);
  settle (fixture);
  g_assert_cmpuint (gtk_single_selection_get_selected (fixture->page->selection), ==, 1);
  g_assert_true (ys_column_view_has_focus (fixture->page->view));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) != before);
  /* The second row has it. */
  before = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (ys_column_view_focus_row (fixture->page->view, 1));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == before);
}

/* -- Finalising ------------------------------------------------------------------------------- */

static gboolean
is_checked (gpointer data)
{
  return ys_finalise_window_is_ready (data);
}

static gboolean
is_final (gpointer data)
{
  Fixture *fixture = data;

  return is_read (data) && ys_standing_is_final (fixture->page->standing);
}

static gboolean
is_open (gpointer data)
{
  Fixture *fixture = data;

  return is_read (data) && !ys_standing_is_final (fixture->page->standing);
}

static YsFormWindow *
ask_finalise (Fixture *fixture)
{
  YsFormWindow *form;

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "ranking.finalise", NULL);
  form = find_form ();
  g_assert_nonnull (form);
  return form;
}

static void
decide_prizes (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  const YsPrizePlace places[]
      = { { rank_sample_compound (fixture->ledger, "龙珠百合"), YS_PRIZE_FIRST },
          { rank_sample_compound (fixture->ledger, "锦绣花园"), YS_PRIZE_SECOND } };

  ys_award_decide (fixture->ledger, fixture->page->standing, places, 2, "领导小组示例", "示例理由",
                   WORK_NOW, &error);
  g_assert_no_error (error);
  ys_session_changed (ys_main_window_get_session (fixture->window));
  settle (fixture);
}

static void
decide (Fixture *fixture)
{
  decide_prizes (fixture);
  rank_sample_waive (fixture->ledger);
  ys_session_changed (ys_main_window_get_session (fixture->window));
  settle (fixture);
}

/* September's tie waits, whichever period is looked at; decided it does no more. */
static void
test_badge (Fixture *fixture, gconstpointer data)
{
  YsSession *session = ys_main_window_get_session (fixture->window);

  wait_for_ties (fixture, 1);
  g_assert_cmpstr (badge_of (fixture), ==, "1");
  decide_prizes (fixture);
  wait_for_ties (fixture, 0);
  g_assert_cmpstr (badge_of (fixture), ==, NULL);
  ys_session_set_period (session, ys_span_add (rank_sample_span (), -1));
  settle (fixture);
  ys_session_undo (session);
  wait_for_ties (fixture, 1);
  settle (fixture);
  g_assert_cmpstr (badge_of (fixture), ==, "1");
}

/* The tie and the sheets that are missing stop: pressing the button does nothing. */
static void
test_finalise_stopped (Fixture *fixture, gconstpointer data)
{
  YsFormWindow *form = ask_finalise (fixture);
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();

  window_test_wait (is_checked, form);
  /* Why it is finalised again is asked when it was final before. */
  collect (GTK_WIDGET (form), GTK_TYPE_ENTRY, entries);
  g_assert_cmpuint (entries->len, ==, 0);
  ys_form_window_accept (form);
  settle (fixture);
  g_assert_false (ys_standing_is_final (fixture->page->standing));
  g_assert_true (find_form () == form);
  gtk_window_destroy (GTK_WINDOW (form));
}

/* A check leads to the place that mends it, and the window is gone. */
static void
test_check_leads (Fixture *fixture, gconstpointer data)
{
  YsFormWindow *form = ask_finalise (fixture);
  GtkListBox *list;
  gboolean led = FALSE;

  window_test_wait (is_checked, form);
  list = nth (form, GTK_TYPE_LIST_BOX, 0);
  for (int i = 0; !led && gtk_list_box_get_row_at_index (list, i) != NULL; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, i);
      g_autofree char *text = read_labels (row);

      /* Nothing was entered in annex 2. */
      if (strstr (text, "附件2") == NULL && strstr (text, "附件 2") == NULL)
        continue;
      g_assert_true (gtk_list_box_row_get_activatable (row));
      g_signal_emit_by_name (list, "row-activated", row);
      led = TRUE;
    }
  g_assert_true (led);
  g_assert_null (find_form ());
  g_assert_cmpstr (ys_main_window_get_room (fixture->window), ==, "scores");
  settle (fixture);
}

/* While something is supposed the wall shows it, too. */
static void
test_wall_of_trial (Fixture *fixture, gconstpointer data)
{
  YsSession *session = ys_main_window_get_session (fixture->window);
  g_autoptr (YsTrial) trial = NULL;

  g_assert_null (ys_ranking_page_trial (fixture->page));
  g_assert_false (ys_page_act (YS_PAGE (fixture->page), "wall"));
  choose (fixture, "梅花园");
  ys_ranking_page_suppose (fixture->page, "weights=70/30");
  settle (fixture);
  trial = ys_ranking_page_trial (fixture->page);
  g_assert_nonnull (trial);
  g_assert_false (ys_trial_is_empty (trial));
  g_assert_true (ys_page_act (YS_PAGE (fixture->page), "wall"));
  g_assert_true (ys_wall_is_open (session));
  ys_wall_close (session);
  settle (fixture);
}

static YsSlidesWindow *
find_slides (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (YS_IS_SLIDES_WINDOW (l->data))
      return l->data;
  return NULL;
}

/* Slides that are chosen while something is supposed show it, too; else not. */
static void
test_slides_of_trial (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YsTrial) trial = NULL;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.slides", NULL);
  g_assert_nonnull (find_slides ());
  g_assert_null (ys_slides_window_trial (find_slides ()));
  g_assert_false (gtk_widget_get_visible (window_test_child (find_slides (), "trial_note")));
  gtk_window_destroy (GTK_WINDOW (find_slides ()));
  choose (fixture, "梅花园");
  ys_ranking_page_suppose (fixture->page, "weights=70/30");
  settle (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.slides", NULL);
  g_assert_nonnull (find_slides ());
  g_assert_true (gtk_widget_get_visible (window_test_child (find_slides (), "trial_note")));
  trial = ys_slides_window_trial (find_slides ());
  g_assert_nonnull (trial);
  g_assert_cmpuint (trial->edits->len, ==, 2);
  g_assert_cmpstr (((YsSchemeEdit *)trial->edits->pdata[0])->text, ==, "70");
  gtk_window_destroy (GTK_WINDOW (find_slides ()));
}

static void
finalise (Fixture *fixture, const char *reason)
{
  YsFormWindow *form = ask_finalise (fixture);

  window_test_wait (is_checked, form);
  if (reason != NULL)
    {
      /* Without a reason it is not finalised again. */
      ys_form_window_accept (form);
      g_assert_true (find_form () == form);
      gtk_editable_set_text (nth (form, GTK_TYPE_ENTRY, 0), reason);
    }
  ys_form_window_accept (form);
  window_test_wait (is_final, fixture);
  window_test_settle (GTK_WIDGET (fixture->window));
  g_assert_null (find_form ());
}

static gboolean
is_compared (gpointer data)
{
  return ys_versions_window_n_differences (data) >= 0;
}

/* Finalised, reopened with a reason, one bonus more, finalised again: two versions, and the first
 * reads as it was. 牡丹花园 gains 3.00, so its score and ranks behind it differ. */
static void
test_versions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  YsSession *session = ys_main_window_get_session (fixture->window);
  gint64 id = rank_sample_compound (fixture->ledger, "牡丹花园");
  YsBonus bonus = { .compound_id = id,
                    .period = (char *)"2025-09",
                    .title = YS_TITLE_DISTRICT,
                    .project = (char *)"示例" };
  YsFormWindow *form;

  decide (fixture);
  finalise (fixture, NULL);
  g_assert_cmpuint (ys_standing_version (fixture->page->standing), ==, 1);
  form = ask_finalise (fixture);
  ys_form_window_accept (form);
  g_assert_true (find_form () == form);
  gtk_editable_set_text (nth (form, GTK_TYPE_ENTRY, 0), "漏记加分");
  ys_form_window_accept (form);
  window_test_wait (is_open, fixture);
  ys_bonus_add (fixture->ledger, &bonus, &error);
  g_assert_no_error (error);
  ys_session_changed (session);
  settle (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "ranking.versions", NULL);
  form = find_form ();
  window_test_wait (is_compared, form);
  g_assert_cmpint (ys_versions_window_n_differences (GTK_WINDOW (form)), >, 0);
  ys_form_window_accept (form);
  window_test_wait (is_final, fixture);
  g_assert_cmpint (ys_standing_find (fixture->page->standing, id)->score.score, ==, 9700);
  g_assert_true (gtk_widget_get_visible (fixture->page->old));
}

/* -- Money ------------------------------------------------------------------------------------ */

/* 3,000.00 yuan by three: 1,000.00 each; 0.01 too little is refused; by seven the first ones take
 * the odd fen: 428.58 and 428.57 × 6 [first prize, annex 4]. */
static void
test_payout (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "甲某", "乙某", "丙某", "丁某", "戊某", "己某", "庚某" };
  gint64 id = rank_sample_compound (fixture->ledger, "御景公馆");
  YsSession *session = ys_main_window_get_session (fixture->window);
  YsFormWindow *form = ys_payout_window_present (GTK_WIDGET (fixture->page), session,
                                                 fixture->page->standing, id, YS_PRIZE_FIRST);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = NULL;
  gint64 sum = 0;

  g_assert_nonnull (form);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (i > 0)
        /* Each line ends with a button of its own. */
        g_signal_emit_by_name (nth (form, GTK_TYPE_BUTTON, i), "clicked");
      gtk_editable_set_text (nth (form, GTK_TYPE_ENTRY, i * 4), names[i]);
    }
  gtk_editable_set_text (nth (form, GTK_TYPE_ENTRY, 1), "2999.99");
  ys_form_window_accept (form);
  g_assert_true (find_form () == form);
  gtk_editable_set_text (nth (form, GTK_TYPE_ENTRY, 1), "");
  ys_form_window_accept (form);
  g_assert_null (find_form ());
  list = ys_payout_list (fixture->ledger, rank_sample_span (), id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 7);
  for (guint i = 0; i < list->len; i++)
    {
      const YsPayout *share = list->pdata[i];

      g_assert_cmpint (share->amount.value, ==, i < 1 ? 42858 : 42857);
      sum += share->amount.value;
    }
  g_assert_cmpint (sum, ==, 300000);
}

static void
test_compare (Fixture *fixture, gconstpointer data)
{
  gint64 first = rank_sample_compound (fixture->ledger, "御景公馆");
  gint64 second = rank_sample_compound (fixture->ledger, "梅花园");
  GtkWindow *window = ys_compare_window_present (GTK_WIDGET (fixture->page),
                                                 ys_main_window_get_session (fixture->window),
                                                 fixture->page->standing, first, second);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  gboolean found = FALSE;

  window_test_settle (GTK_WIDGET (window));
  collect (GTK_WIDGET (window), GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    found = found
            || g_str_equal (gtk_label_get_text (labels->pdata[i]),
                            "左比右：总分 +5.40 · 长效 +4.00 · 物业 0.00 · 加分 +3.00 · 未整改 0 "
                            "处与 2 处");
  g_assert_true (found);
  gtk_window_destroy (window);
}

/* Words from the left, figures to the right: columns that came with the trial are no exception. */
static void
assert_heads (Fixture *fixture)
{
  static const char *const words[] = { "小区", "奖次", "得分构成", "试算奖次", NULL };
  GtkWidget *head = gtk_widget_get_first_child (GTK_WIDGET (fixture->page->view));
  guint n = 0;

  for (head = gtk_widget_get_first_child (head); head != NULL;
       head = gtk_widget_get_next_sibling (head))
    {
      const char *title = gtk_label_get_text (nth (head, GTK_TYPE_LABEL, 0));

      g_assert_cmpint (gtk_widget_get_halign (gtk_widget_get_first_child (head)), ==,
                       g_strv_contains (words, title) ? GTK_ALIGN_FILL : GTK_ALIGN_END);
      n++;
    }
  g_assert_cmpuint (n, ==, 14);
}

/* 梅花园's two places count 4.00 as they are overdue; repaired in time they count 2.00: 98.00 × 60
 * % + 40.00 = 98.80, rank 4 beside 联通佳苑. Nothing of it is kept. */
static void
test_trial (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) working = NULL;
  g_autofree char *text = NULL;
  g_autofree char *kept = NULL;
  const YsStandingRow *trial;
  gint64 id = rank_sample_compound (fixture->ledger, "梅花园");

  choose (fixture, "梅花园");
  working = ys_standing_explain (fixture->page->standing, fixture->ledger, id, &error);
  g_assert_no_error (error);
  text = g_strdup_printf ("rectify=%" G_GINT64_FORMAT, ((YsWorkingLine *)working->pdata[0])->ref);
  ys_ranking_page_suppose (fixture->page, text);
  settle (fixture);
  g_assert_nonnull (fixture->page->trial);
  trial = ys_standing_find (fixture->page->trial, id);
  g_assert_cmpint (trial->score.score, ==, 9880);
  g_assert_cmpint (ys_standing_find (fixture->page->standing, id)->score.score, ==, 9760);
  assert_heads (fixture);
  ys_ranking_page_end_trial (fixture->page);
  settle (fixture);
  g_assert_null (fixture->page->trial);
  kept = describe (fixture);
  g_assert_nonnull (strstr (kept, "7 梅花园 97.60"));
}

/* What is entered elsewhere is in the ranking at once, twice over: the standing that is brought up
 * to date is the one before last. */
static void
test_refresh (Fixture *fixture, gconstpointer data)
{
  YsSession *session = ys_main_window_get_session (fixture->window);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;
      YsBonus bonus = { .compound_id = rank_sample_compound (fixture->ledger, "牡丹花园"),
                        .period = (char *)"2025-09",
                        .title = YS_TITLE_DISTRICT,
                        .project = (char *)(i == 0   ? "示例一"
                                            : i == 1 ? "示例二"
                                                     : "示例三") };

      ys_bonus_add (fixture->ledger, &bonus, &error);
      g_assert_no_error (error);
      ys_session_changed (session);
      settle (fixture);
      g_assert_cmpint (ys_standing_find (fixture->page->standing, bonus.compound_id)->score.score,
                       ==, 9700 + 300 * ((gint64)i + 1));
    }
}

/* Another period: August has four compounds and no tie. */
static void
test_period (Fixture *fixture, gconstpointer data)
{
  YsSession *session = ys_main_window_get_session (fixture->window);
  g_autofree char *text = NULL;

  ys_session_set_period (session, ys_span_add (rank_sample_span (), -1));
  settle (fixture);
  text = describe (fixture);
  g_assert_true (g_str_has_prefix (text, "1 民生国际 100.00; 2 御景公馆 99.40; 3 龙珠百合 98.80; "
                                         "4 梅花园 98.20; - "));
}

#define ADD(name) g_test_add ("/ranking-page/" #name, Fixture, NULL, set_up, test_##name, tear_down)

int
main (int argc, char **argv)
{
  application = window_test_init (&argc, &argv, "zh");
  ADD (list);
  ADD (pending);
  ADD (copy);
  ADD (detail);
  ADD (first_days);
  ADD (badge);
  ADD (decide);
  ADD (decided);
  ADD (focus_moves);
  ADD (finalise_stopped);
  ADD (check_leads);
  ADD (wall_of_trial);
  ADD (slides_of_trial);
  ADD (versions);
  ADD (payout);
  ADD (compare);
  ADD (trial);
  ADD (refresh);
  ADD (period);
  return g_test_run ();
}
