/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The room of scores and the scheme in the settings: typed, refused, undone, as a clerk sees it. */
#include "config.h"

#include "scheme-job.h"
#include "scheme-view.h"
#include "score-page-private.h"
#include "window-test.h"

static YsApplication *application;

static gboolean
is_ready (gpointer data)
{
  YsScorePage *page = data;
  YsSession *session = ys_page_get_session (YS_PAGE (page));

  return page->reading != NULL && page->lines != NULL && !ys_session_is_running (session)
         && ys_span_equal (page->reading->span, ys_session_get_period (session));
}

static YsMainWindow *
open_page (const char *name, YsScorePage **out_page)
{
  g_autofree char *folder = window_test_folder (name);
  YsMainWindow *window = window_test_window (application, window_test_ledger (folder, 3));

  *out_page = YS_SCORE_PAGE (ys_main_window_go (window, "scores"));
  window_test_wait (is_ready, *out_page);
  return window;
}

static const char *
said (GtkLabel *label)
{
  return gtk_widget_get_visible (GTK_WIDGET (label)) ? gtk_label_get_label (label) : NULL;
}

static gint64
deductions (YsScorePage *page)
{
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  g_autoptr (GError) error = NULL;
  g_autoptr (YsAssessmentView) view
      = ys_assessment_load (ys_session_get_ledger (session), page->chosen,
                            ys_session_get_period (session), YS_ANNEX_2, &error);

  g_assert_no_error (error);
  return view->deductions;
}

typedef struct
{
  YsScorePage *page;
  gint64 property;
} Wanted;

static gboolean
has_property (gpointer data)
{
  const Wanted *wanted = data;

  return is_ready (wanted->page)
         && ys_score_page_row (wanted->page)->score.property == wanted->property;
}

static void
wait_for (YsScorePage *page, gint64 property)
{
  Wanted wanted = { page, property };

  window_test_wait (has_property, &wanted);
}

/* Two occurrences of A2-05 cost 10.00 [002 annex 2, row 2]; undo gives them back. */
static void
test_type (void)
{
  YsScorePage *page;
  YsMainWindow *window = open_page ("录入", &page);

  g_assert_cmpstr (gtk_label_get_label (page->sheet_sum), ==, "No sheet yet");
  ys_score_page_type (page, "A2-05", "2");
  g_assert_cmpint (deductions (page), ==, 1000);
  g_assert_cmpstr (gtk_label_get_label (page->sheet_sum), ==, "deducted 10.00, added 0.00");
  wait_for (page, 9000);
  ys_session_undo (ys_page_get_session (YS_PAGE (page)));
  wait_for (page, 10000);
  g_assert_cmpint (deductions (page), ==, 0);
  g_assert_cmpstr (gtk_label_get_label (page->sheet_sum), ==, "No sheet yet");
  window_test_destroy (window);
}

/* What is wrong stays as typed, with its sentence, and nothing is saved. */
static void
test_wrong (void)
{
  YsScorePage *page;
  YsMainWindow *window = open_page ("错误", &page);

  ys_score_page_type (page, "A2-05", "many");
  g_assert_cmpstr (ys_score_page_wrong (page, "A2-05"), ==,
                   "“many” is no number of occurrences. Write 0, 1, 2 …");
  g_assert_false (ys_page_flush (YS_PAGE (page)));
  g_assert_cmpint (deductions (page), ==, 0);
  ys_score_page_type (page, "A2-01", "1");
  wait_for (page, 9900);
  g_assert_cmpstr (ys_score_page_wrong (page, "A2-05"), !=, "");
  ys_score_page_type (page, "A2-05", "0");
  g_assert_cmpstr (ys_score_page_wrong (page, "A2-05"), ==, "");
  window_test_destroy (window);
}

/* What is being typed outlives a reading, and goes to the sheet that it was typed into. */
static void
test_half_typed (void)
{
  YsScorePage *page;
  YsMainWindow *window = open_page ("半途", &page);
  const YsScoreLine *line = page->lines->pdata[4];

  g_assert_cmpstr (line->code, ==, "A2-05");
  ys_score_page_type (page, "A2-01", "1");
  gtk_editable_set_text (GTK_EDITABLE (line->value), "3");
  wait_for (page, 9900);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (line->value)), ==, "3");
  /* Another tab: saved into annex 2. */
  ys_page_go (YS_PAGE (page), 0, "extras");
  wait_for (page, 8400);
  g_assert_cmpint (deductions (page), ==, 1600);
  window_test_destroy (window);
}

/* The same with annex 3 behind the other tab: its lines take the place of those that are saved. */
static void
test_other_sheet (void)
{
  const YsEdit branch = { "party_branch", "yes" };
  g_autofree char *folder = window_test_folder ("两表");
  YsLedger *ledger = window_test_ledger (folder, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsRegistry) registry = ys_registry_load (ledger, &error);
  gint64 id = ys_registry_item (registry, 0)->compound->id;
  YsMainWindow *window;
  YsScorePage *page;

  ys_registry_set (ledger, &id, 1, &branch, 1, ys_instant_to_date (TEST_NOW), &error);
  g_assert_no_error (error);
  window = window_test_window (application, ledger);
  page = YS_SCORE_PAGE (ys_main_window_go (window, "scores"));
  window_test_wait (is_ready, page);
  gtk_editable_set_text (GTK_EDITABLE (((YsScoreLine *)page->lines->pdata[4])->value), "2");
  ys_page_go (YS_PAGE (page), 0, "annex3");
  wait_for (page, 9000);
  g_assert_cmpint (deductions (page), ==, 1000);
  ys_score_page_type (page, "A3-02", "3.01");
  g_assert_cmpstr (ys_score_page_wrong (page, "A3-02"), ==, "A3-02 has at most 3.00 points.");
  ys_score_page_type (page, "A3-02", "3");
  g_assert_cmpstr (gtk_label_get_label (page->sheet_sum), ==, "3.00 of 100.00 points");
  g_assert_nonnull (said (page->veto));
  ys_score_page_type (page, "A3-01", "1");
  g_assert_null (said (page->veto));
  window_test_destroy (window);
}

/* The source leaves A2-07 blank: it cannot be typed into. */
static void
test_unspecified (void)
{
  YsScorePage *page;
  YsMainWindow *window = open_page ("空缺", &page);
  guint n = 0;

  for (guint i = 0; i < page->lines->len; i++)
    {
      const YsScoreLine *line = page->lines->pdata[i];
      gboolean open = gtk_widget_get_sensitive (GTK_WIDGET (line->value));
      const YsClause *clause = ((YsAssessmentLine *)page->sheet->lines->pdata[i])->clause;

      g_assert_cmpint (open, ==,
                       clause->kind != YS_CLAUSE_SURVEY && !ys_clause_is_unspecified (clause));
      n += !open;
    }
  g_assert_cmpuint (n, ==, 3); /* A2-07, A2-11 and the survey's */
  window_test_destroy (window);
}

static void
test_no_branch (void)
{
  YsScorePage *page;
  YsMainWindow *window = open_page ("支部", &page);

  ys_page_go (YS_PAGE (page), 0, "annex3");
  g_assert_nonnull (said (page->no_branch));
  g_assert_false (gtk_widget_get_visible (page->sheet3));
  window_test_destroy (window);
}

/* Points are shown while the rates are typed; both are saved together. */
static void
test_survey (void)
{
  YsScorePage *page;
  YsMainWindow *window = open_page ("测评", &page);

  ys_page_go (YS_PAGE (page), 0, "extras");
  gtk_editable_set_text (GTK_EDITABLE (page->rate), "79.99");
  gtk_editable_set_text (GTK_EDITABLE (page->coverage), "80");
  g_assert_cmpstr (gtk_label_get_label (page->survey_points), ==, "0.00 points");
  gtk_editable_set_text (GTK_EDITABLE (page->rate), "80.00");
  g_assert_cmpstr (gtk_label_get_label (page->survey_points), ==, "+5.00 points");
  gtk_editable_set_text (GTK_EDITABLE (page->rate), "90%");
  g_assert_cmpstr (gtk_label_get_label (page->survey_points), ==, "+10.00 points");
  g_signal_emit_by_name (page->coverage, "activate");
  wait_for (page, 11000);
  gtk_editable_set_text (GTK_EDITABLE (page->rate), "101");
  g_signal_emit_by_name (page->coverage, "activate");
  g_assert_nonnull (said (page->survey_wrong));
  window_test_destroy (window);
}

/* The room follows the window's period: last month has no sheet. */
static void
test_period (void)
{
  YsScorePage *page;
  YsMainWindow *window = open_page ("周期", &page);
  YsSession *session = ys_main_window_get_session (window);

  ys_score_page_type (page, "A2-05", "1");
  wait_for (page, 9500);
  ys_session_set_period (session, ys_span_add (ys_session_get_period (session), -1));
  wait_for (page, 10000);
  g_assert_cmpint (deductions (page), ==, 0);
  window_test_destroy (window);
}

/* --- The scheme ------------------------------------------------------------------------------- */

static void
test_scheme (void)
{
  g_autofree char *folder = window_test_folder ("方案");
  YsMainWindow *window = window_test_window (application, window_test_ledger (folder, 1));
  YsSession *session = ys_main_window_get_session (window);
  GtkWidget *page = GTK_WIDGET (ys_main_window_go (window, "settings"));
  YsSchemeView *view = window_test_child (page, "scheme");
  GtkLabel *wrong = window_test_child (view, "wrong");
  GtkEntry *reason = window_test_child (view, "reason");
  g_autoptr (GError) error = NULL;
  g_autoptr (YsSchemeBook) book = NULL;

  g_signal_emit_by_name (window_test_child (view, "save"), "clicked");
  g_assert_nonnull (said (wrong)); /* nothing was changed */
  ys_scheme_view_type (view, "long_weight", "70");
  g_assert_cmpstr (gtk_label_get_label (window_test_child (view, "weights")), ==,
                   "The weights add up to 110.00. Make them 100.00.");
  g_signal_emit_by_name (window_test_child (view, "save"), "clicked");
  g_assert_nonnull (said (wrong)); /* no reason */
  gtk_editable_set_text (GTK_EDITABLE (reason), "领导小组决定");
  g_signal_emit_by_name (window_test_child (view, "save"), "clicked");
  g_assert_nonnull (said (wrong)); /* 110.00 */
  ys_scheme_view_type (view, "property_weight", "30");
  ys_scheme_view_type (view, "first.amount", "5000");
  /* Which version it is says the chooser, once. */
  g_assert_cmpstr (gtk_label_get_label (window_test_child (view, "state")), ==,
                   "Reason: 实施方案");
  g_signal_emit_by_name (window_test_child (view, "save"), "clicked");
  g_assert_null (said (wrong));
  g_assert_cmpstr (gtk_label_get_label (window_test_child (view, "state")), ==,
                   "Reason: 领导小组决定");
  book = ys_scheme_load (ys_session_get_ledger (session), ys_session_get_period (session), &error);
  g_assert_cmpint (book->scheme->version.value, ==, 2);
  g_assert_cmpint (book->scheme->long_weight.value, ==, 7000);
  g_assert_cmpint (((YsPrize *)book->prizes->pdata[0])->amount.value, ==, 500000);
  ys_session_undo (session);
  g_clear_pointer (&book, ys_scheme_book_free);
  book = ys_scheme_load (ys_session_get_ledger (session), ys_session_get_period (session), &error);
  g_assert_cmpint (book->scheme->version.value, ==, 1);
  window_test_destroy (window);
}

int
main (int argc, char **argv)
{
  application = window_test_init (&argc, &argv, "en");
  g_test_add_func ("/app/score-page/type", test_type);
  g_test_add_func ("/app/score-page/wrong", test_wrong);
  g_test_add_func ("/app/score-page/half-typed", test_half_typed);
  g_test_add_func ("/app/score-page/other-sheet", test_other_sheet);
  g_test_add_func ("/app/score-page/unspecified", test_unspecified);
  g_test_add_func ("/app/score-page/no-branch", test_no_branch);
  g_test_add_func ("/app/score-page/survey", test_survey);
  g_test_add_func ("/app/score-page/period", test_period);
  g_test_add_func ("/app/score-page/scheme", test_scheme);
  return g_test_run ();
}
