/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 案卷整改 as its clerk uses it, on the ledger of work-sample.c: Friday 10 October 2025, 11:20. */
#include "config.h"

#include <string.h>

#include "import-window.h"
#include "case-job.h"
#include "pick-entry.h"
#include "slot-selection.h"
#include "why-lines.h"
#include "window-test.h"
#include "work-sample.h"
#include "work-words.h"
#include "workbook.h"

static YsApplication *application;

/* -- Why this deadline: what a person would write beside a calendar ------------------------------
 */

typedef struct
{
  const char *name;
  const char *from;
  YsLimit limit;
  const char *pause_from; /* NULL none */
  const char *pause_to;
  const char *expected; /* lines: days|text|result */
} WhyCase;

static const WhyCase why_cases[] = {
  /* 2025-10-01 to 10-08 is the holiday, Saturday 10-11 is worked [notice of 2025]. */
  { "holiday-and-make-up",
    "2025-09-30T15:40",
    { 3, YS_LIMIT_DAYS },
    NULL,
    NULL,
    "09-30 周二|15:40 下达，当天不算|\n"
    "10-01 至 10-08|国庆节、中秋节 法定放假|跳过 8 天\n"
    "10-09 周四|8:30–12:00 14:00–17:30|第 1 日\n"
    "10-10 周五|8:30–12:00 14:00–17:30|第 2 日\n"
    "10-11 周六*|8:30–12:00 14:00–17:30|第 3 日\n" },
  { "hours-over-noon",
    "2025-10-10T11:00",
    { 2, YS_LIMIT_HOURS },
    NULL,
    NULL,
    "10-10 周五|11:00–12:00 14:00–15:00|2:00\n" },
  { "hours-at-night",
    "2025-10-09T20:15",
    { 2, YS_LIMIT_HOURS },
    NULL,
    NULL,
    "10-09 周四|20:15 下达，从下一个工作时段起算|\n"
    "10-10 周五|8:30–10:30|2:00\n" },
  { "weekend",
    "2025-10-17T10:00",
    { 1, YS_LIMIT_DAYS },
    NULL,
    NULL,
    "10-17 周五|10:00 下达，当天不算|\n"
    "10-18 至 10-19|周末|跳过 2 天\n"
    "10-20 周一|8:30–12:00 14:00–17:30|第 1 日\n" },
  /* An hour stood still: the last hour falls on the next day, and time is told instead of days. */
  { "paused",
    "2025-10-13T10:00",
    { 1, YS_LIMIT_DAYS },
    "2025-10-14T09:00",
    "2025-10-14T10:00",
    "10-13 周一|10:00 下达，当天不算|\n"
    "10-14 周二|8:30–9:00 10:00–12:00 14:00–17:30|6:00\n"
    "10-15 周三|8:30–9:30|1:00\n" },
};

static void
test_why (gconstpointer data)
{
  const WhyCase *c = data;
  g_autoptr (YsWorkCalendar) calendar = ys_work_calendar_new ();
  g_auto (YsDeadline) deadline = { 0 };
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (GPtrArray) lines = NULL;
  YsPause pause = { 0 };

  if (c->pause_from != NULL)
    pause = (YsPause){ work_sample_at (c->pause_from), work_sample_at (c->pause_to) };
  g_assert_true (ys_deadline_compute (calendar, work_sample_at (c->from), c->limit, &pause,
                                      c->pause_from != NULL ? 1 : 0, TRUE, &deadline));
  lines = ys_why_lines (&deadline, c->limit, work_sample_at (c->from), calendar, WORK_NOW);
  for (guint i = 0; i < lines->len; i++)
    {
      const YsWhyLine *line = g_ptr_array_index (lines, i);
      g_autofree char *text = g_strdelimit (g_strdup (line->text), "\t\n", ' ');

      g_string_append_printf (told, "%s%s|%s|%s\n", line->days, line->make_up ? "*" : "", text,
                              line->result);
    }
  g_assert_cmpstr (told->str, ==, c->expected);
}

/* -- What is left --------------------------------------------------------------------------------
 */

static const struct
{
  const char *name;
  const char *deadline;
  gboolean runs;
  gboolean paused;
  const char *expected;
  YsLeftTone tone;
} left_cases[] = {
  { "soon", "2025-10-10T11:50", TRUE, FALSE, "0:30", YS_LEFT_SOON },
  /* 11:20 to 12:00 and 14:00 to 15:19 are 119 minutes, to 15:20 are 120. */
  { "soon-last", "2025-10-10T15:19", TRUE, FALSE, "1:59", YS_LEFT_SOON },
  { "fine-first", "2025-10-10T15:20", TRUE, FALSE, "2:00", YS_LEFT_FINE },
  { "a-day", "2025-10-11T17:30", TRUE, FALSE, "1 天 4:10", YS_LEFT_FINE },
  { "this-minute", "2025-10-10T11:20", TRUE, FALSE, "0:00", YS_LEFT_SOON },
  { "late", "2025-10-09T17:30", TRUE, FALSE, "超 2:50", YS_LEFT_LATE },
  { "late-a-day", "2025-10-09T11:10", TRUE, FALSE, "超 1 天 0:10", YS_LEFT_LATE },
  { "paused", "2025-10-09T11:10", TRUE, TRUE, "停表", YS_LEFT_PAUSED },
  { "closed", "2025-10-09T11:10", FALSE, FALSE, "—", YS_LEFT_NONE },
};

static void
test_left (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (YsWorkCalendar) calendar = ys_work_calendar_new ();
  YsLeftTone tone;
  g_autofree char *text
      = ys_work_left (calendar, left_cases[i].runs, work_sample_at (left_cases[i].deadline),
                      left_cases[i].paused ? WORK_NOW : 0, WORK_NOW, &tone);

  g_assert_cmpstr (text, ==, left_cases[i].expected);
  g_assert_cmpint (tone, ==, left_cases[i].tone);
}

/* -- Selection -----------------------------------------------------------------------------------
 */

static void
on_selected_cb (GtkSelectionModel *model, guint position, guint n, GString *told)
{
  g_string_append_printf (told, "%u+%u ", position, n);
}

static void
test_selection (void)
{
  g_autoptr (GListStore) store = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (GtkBitset) all = NULL;
  g_autoptr (GString) told = g_string_new (NULL);
  GtkSelectionModel *model;

  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (GObject) object = g_object_new (G_TYPE_OBJECT, NULL);

      g_list_store_append (store, object);
    }
  model = GTK_SELECTION_MODEL (ys_slot_selection_new (g_object_ref (G_LIST_MODEL (store))));
  g_signal_connect (model, "selection-changed", G_CALLBACK (on_selected_cb), told);
  g_assert_true (gtk_selection_model_select_item (model, 3, TRUE));
  g_assert_true (gtk_selection_model_select_range (model, 5, 3, FALSE));
  g_assert_true (gtk_selection_model_unselect_item (model, 6));
  g_assert_true (gtk_selection_model_select_item (model, 3, FALSE)); /* nothing changes */
  g_assert_cmpstr (told->str, ==, "3+1 5+3 6+1 ");
  /* Two places before them go, and the bits move along. */
  g_list_store_splice (store, 0, 2, NULL, 0);
  g_assert_true (gtk_selection_model_is_selected (model, 1));
  g_assert_true (gtk_selection_model_is_selected (model, 5));
  g_assert_false (gtk_selection_model_is_selected (model, 4));
  g_assert_true (gtk_selection_model_select_all (model));
  all = gtk_selection_model_get_selection (model);
  g_assert_cmpuint (gtk_bitset_get_size (all), ==, 8);
  g_assert_finalize_object (model);
}

/* -- The page ------------------------------------------------------------------------------------
 */

typedef struct
{
  YsMainWindow *window;
  GtkWidget *page;
  YsLedger *ledger;
} Fixture;

static guint
n_rows (Fixture *fixture)
{
  GtkColumnView *view = window_test_child (fixture->page, "view");

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (view)));
}

static gboolean
has_seventeen (gpointer data)
{
  return n_rows (data) == 17;
}

static gboolean
is_quiet (gpointer data)
{
  Fixture *fixture = data;
  YsSession *session = ys_main_window_get_session (fixture->window);

  return !ys_session_is_running (session) && ys_session_get_overview (session) != NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = window_test_folder ("案卷");

  fixture->ledger = window_test_ledger (folder, 10);
  work_sample_fill (fixture->ledger);
  fixture->window = window_test_welcome (application);
  window_test_size (fixture->window, 1366, 768);
  ys_main_window_show_session (fixture->window, ys_session_new (fixture->ledger, WORK_NOW));
  fixture->page = GTK_WIDGET (ys_main_window_go (fixture->window, "cases"));
  window_test_wait (has_seventeen, fixture);
  window_test_wait (is_quiet, fixture);
  window_test_settle (GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  window_test_destroy (fixture->window);
}

static char *
text_of_button (Fixture *fixture, const char *name)
{
  return g_strdup (gtk_button_get_label (window_test_child (fixture->page, name)));
}

static gpointer
detail_child (Fixture *fixture, const char *name)
{
  return window_test_child (window_test_child (fixture->page, "detail"), name);
}

static void
click (gpointer button)
{
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
show (Fixture *fixture, const char *number)
{
  g_autofree char *field
      = g_strdup_printf ("id:%" G_GINT64_FORMAT, work_sample_case (fixture->ledger, number));

  ys_page_go (YS_PAGE (fixture->page), 0, field);
  window_test_settle (GTK_WIDGET (fixture->window));
}

static char *
state_word (Fixture *fixture)
{
  GtkWidget *label = gtk_widget_get_last_child (detail_child (fixture, "chip"));

  return g_strdup (gtk_label_get_label (GTK_LABEL (label)));
}

/* Overdue are 银山 031, 民生 019 (no reply), 牡丹 (no report), 联通 (reported again, not
 * rechecked). */
static void
test_counts (Fixture *fixture, gconstpointer data)
{
  const char *const names[] = { "show_all", "show_overdue", "show_recheck", "show_closed" };
  const char *const expected[] = { "全部 17", "已逾期 4", "待复查 4", "已销号 4" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = text_of_button (fixture, names[i]);

      g_assert_cmpstr (text, ==, expected[i]);
    }
}

static gboolean
has_four (gpointer data)
{
  return n_rows (data) == 4;
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  gtk_toggle_button_set_active (window_test_child (fixture->page, "show_recheck"), TRUE);
  window_test_wait (has_four, fixture);
  /* F8 goes to what is overdue, whatever was shown. */
  gtk_widget_activate_action (fixture->page, "cases.next-overdue", NULL);
  g_assert_true (gtk_toggle_button_get_active (window_test_child (fixture->page, "show_overdue")));
  window_test_wait (has_four, fixture);
}

static gboolean
has_one (gpointer data)
{
  return n_rows (data) == 1;
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  gtk_editable_set_text (window_test_child (fixture->page, "search"), "20250930-042");
  window_test_wait (has_one, fixture);
  window_test_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpstr (gtk_label_get_label (detail_child (fixture, "title")), ==, "消防设施缺损");
}

static void
test_detail (Fixture *fixture, gconstpointer data)
{
  g_autofree char *state = NULL;

  show (fixture, "20250930-042");
  state = state_word (fixture);
  g_assert_cmpstr (state, ==, "待核查");
  g_assert_cmpstr (gtk_label_get_label (detail_child (fixture, "number")), ==,
                   "20250930-042 · 市级 · 12345热线");
  g_assert_cmpstr (gtk_button_get_label (detail_child (fixture, "deadline")), ==, "10-11 17:30");
  g_assert_cmpstr (gtk_label_get_label (detail_child (fixture, "left")), ==, "剩 1 天 4:10");
  g_assert_cmpstr (gtk_button_get_label (detail_child (fixture, "first")), ==, "核查通过");
  g_assert_true (gtk_widget_activate_action (fixture->page, "cases.why", NULL));
  window_test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (gtk_widget_get_mapped (detail_child (fixture, "why")));
  g_assert_cmpstr (gtk_label_get_label (window_test_child (detail_child (fixture, "why"), "title")),
                   ==, "为什么是 10月11日 17:30");
}

/* Extended to 10-16: the popover says so, and its link shows that day in the work calendar. */
static void
test_why_extended (Fixture *fixture, gconstpointer data)
{
  const gint64 id = -work_sample_case (fixture->ledger, "20251010-004");
  const YsStep step = { .kind = YS_EVENT_EXTENDED,
                        .at = work_sample_at ("2025-10-10T11:00"),
                        .text = "配件未到",
                        .until = work_sample_at ("2025-11-03T12:00") };
  GtkWidget *why = detail_child (fixture, "why");
  GtkWidget *calendar;
  g_autofree char *told = NULL;

  g_assert_true (ys_case_take_step (fixture->ledger, &id, 1, &step, WORK_NOW, NULL));
  ys_session_changed (ys_main_window_get_session (fixture->window));
  show (fixture, "20251010-004");
  g_assert_true (gtk_widget_activate_action (fixture->page, "cases.why", NULL));
  window_test_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpstr (gtk_label_get_label (window_test_child (why, "note")), ==,
                   "按时限应为 10-14 17:30，延期至 11-03 12:00，原因：配件未到");
  click (window_test_child (why, "calendar"));
  window_test_settle (GTK_WIDGET (fixture->window));
  calendar = window_test_child (ys_main_window_go (fixture->window, "settings"), "calendar");
  g_assert_true (gtk_widget_get_mapped (calendar));
  g_assert_cmpstr (gtk_label_get_label (window_test_child (calendar, "month")), ==, "2025年11月");
  told = g_strdup (gtk_label_get_label (window_test_child (calendar, "day_title")));
  g_assert_true (g_str_has_prefix (told, "2025-11-03"));
}

/* The verification that passes closes the case; Undo takes it back. */
static void
test_step (Fixture *fixture, gconstpointer data)
{
  YsSession *session = ys_main_window_get_session (fixture->window);
  g_autofree char *closed = NULL;
  g_autofree char *undone = NULL;
  GtkWidget *step;

  show (fixture, "20250930-042");
  click (detail_child (fixture, "first"));
  step = detail_child (fixture, "step");
  gtk_editable_set_text (window_test_child (step, "person"), "周某某");
  click (window_test_child (step, "accept"));
  window_test_wait (is_quiet, fixture);
  window_test_settle (GTK_WIDGET (fixture->window));
  closed = state_word (fixture);
  g_assert_cmpstr (closed, ==, "已销号");
  ys_session_undo (session);
  window_test_settle (GTK_WIDGET (fixture->window));
  undone = state_word (fixture);
  g_assert_cmpstr (undone, ==, "待核查");
}

/* What a step needs is asked for in a sentence, and nothing is written without it. */
static void
test_step_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *state = NULL;
  GtkWidget *step;

  show (fixture, "20250930-042");
  click (detail_child (fixture, "second"));
  step = detail_child (fixture, "step");
  click (window_test_child (step, "accept"));
  g_assert_cmpstr (gtk_label_get_label (window_test_child (step, "error")), ==,
                   "此处为空，请简要填写。");
  g_assert_true (gtk_widget_get_mapped (step));
  state = state_word (fixture);
  g_assert_cmpstr (state, ==, "待核查");
}

/* Three reports of 欧情东苑 A1-14 at one place in September, two hours each: none merged, so the
 * third is proposed as repeated [002 §4.1(4)] and costs 2.00 once confirmed. */
static void
test_fault (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsCaseView) view = NULL;
  GtkWidget *card;

  show (fixture, "20250925-011");
  card = gtk_widget_get_first_child (detail_child (fixture, "faults"));
  g_assert_nonnull (card);
  g_assert_cmpstr (gtk_label_get_label (window_test_child (card, "sentence")), ==,
                   "9 月同一问题第三次上报（共 3 件）");
  click (window_test_child (card, "confirm"));
  window_test_settle (GTK_WIDGET (fixture->window));
  view = ys_case_load (fixture->ledger, -work_sample_case (fixture->ledger, "20250925-011"),
                       WORK_NOW, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (view->proposals->len, ==, 0);
  g_assert_cmpuint (view->faults->len, ==, 1);
  g_assert_cmpint (((YsCaseFault *)g_ptr_array_index (view->faults, 0))->fault, ==,
                   YS_FAULT_REPEATED);
}

/* A1-05 has three working days: from Friday 10-10, Saturday (worked), Monday, Tuesday. */
static void
test_register (Fixture *fixture, gconstpointer data)
{
  GtkWidget *form = window_test_child (fixture->page, "form");
  g_autofree char *state = NULL;

  gtk_menu_button_popup (window_test_child (fixture->page, "add_button"));
  window_test_settle (GTK_WIDGET (fixture->window));
  gtk_editable_set_text (window_test_child (form, "number"), "20251010-100");
  ys_pick_entry_set_text (window_test_child (form, "compound"), "银山小区");
  ys_pick_entry_set_text (window_test_child (form, "clause"), "A1-05 消防设施缺损");
  gtk_editable_set_text (window_test_child (form, "place"), "1 号楼");
  g_assert_cmpstr (gtk_label_get_label (window_test_child (form, "deadline")), ==,
                   "期限 10-14 17:30（3工作日）");
  click (window_test_child (form, "save"));
  window_test_wait (is_quiet, fixture);
  window_test_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpstr (gtk_label_get_label (detail_child (fixture, "number")), ==,
                   "20251010-100 · 区级");
  state = state_word (fixture);
  g_assert_cmpstr (state, ==, "待签收");
}

/* Two findings, one remark, one change. */
static void
test_bulk (Fixture *fixture, gconstpointer data)
{
  GtkColumnView *view = window_test_child (fixture->page, "view");
  GtkSelectionModel *model = gtk_column_view_get_model (view);
  GtkWidget *step = detail_child (fixture, "step");

  gtk_toggle_button_set_active (window_test_child (fixture->page, "source_findings"), TRUE);
  gtk_toggle_button_set_active (window_test_child (fixture->page, "show_recheck"), TRUE);
  window_test_settle (GTK_WIDGET (fixture->window));
  window_test_wait (is_quiet, fixture);
  while (n_rows (fixture) != 2)
    window_test_settle (GTK_WIDGET (fixture->window));
  gtk_selection_model_select_all (model);
  g_assert_cmpstr (gtk_label_get_label (detail_child (fixture, "many")), ==, "已选 2 件");
  click (detail_child (fixture, "many_pass"));
  gtk_editable_set_text (window_test_child (step, "text"), "集中复查");
  click (window_test_child (step, "accept"));
  while (n_rows (fixture) != 0)
    window_test_settle (GTK_WIDGET (fixture->window));
  ys_session_undo (ys_main_window_get_session (fixture->window));
  while (n_rows (fixture) != 2)
    window_test_settle (GTK_WIDGET (fixture->window));
}

static gboolean
has_window_rows (gpointer data)
{
  return g_list_model_get_n_items (
             G_LIST_MODEL (gtk_column_view_get_model (window_test_child (data, "view"))))
         == 3;
}

static gboolean
has_eighteen (gpointer data)
{
  return n_rows (data) == 18;
}

/* One new, one of an unknown compound, one that is there already: the refused one is left out only
 * on request, and only the new one is written. */
static void
test_import (Fixture *fixture, gconstpointer data)
{
  static const char text[]
      = "案卷号,级别,小区名称,问题小类,地点,下达时间\n"
        "20251010-501,市级,锦绣花园,消防设施缺损,3号楼,2025-10-10 09:00\n"
        "20251010-502,区级,没有的小区,消防设施缺损,西门,2025-10-10 09:30\n"
        "20250930-042,市级,锦绣花园,消防设施缺损,2 号楼 1 单元,2025-09-30 15:40\n";
  g_autofree char *path = g_strconcat (ys_ledger_job_folder (fixture->ledger), ".csv", NULL);
  YsSession *session = ys_main_window_get_session (fixture->window);
  YsImportWindow *window;
  GtkWidget *write;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  window = ys_import_window_present (fixture->page, session, YS_IMPORT_CASES, path);
  window_test_wait (has_window_rows, window);
  write = window_test_child (window, "write");
  g_assert_nonnull (strstr (gtk_label_get_label (window_test_child (window, "summary")),
                            "新增 1，变更 0，相同 1，存疑 0，拒绝 1"));
  g_assert_false (gtk_widget_get_sensitive (write));
  gtk_check_button_set_active (window_test_child (window, "skip_refused"), TRUE);
  click (write);
  window_test_wait (has_eighteen, fixture);
}

/* The list of a heading in the window. */
static GtkDropDown *
heading_list (gpointer window, guint nth)
{
  GtkWidget *box = gtk_widget_get_first_child (window_test_child (window, "mapping"));

  for (; nth > 0; nth--)
    box = gtk_widget_get_next_sibling (box);
  return GTK_DROP_DOWN (gtk_widget_get_last_child (box));
}

static const char *
heading_word (gpointer window, guint nth)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (heading_list (window, nth));

  return gtk_string_object_get_string (item);
}

static void
choose_word (gpointer window, guint nth, const char *word)
{
  GtkDropDown *list = heading_list (window, nth);
  GListModel *model = gtk_drop_down_get_model (list);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (model, i);

      if (g_str_equal (gtk_string_object_get_string (item), word))
        {
          gtk_drop_down_set_selected (list, i);
          return;
        }
    }
  g_assert_not_reached ();
}

static gboolean
says_one_new (gpointer data)
{
  return g_str_equal (gtk_button_get_label (window_test_child (data, "show_new")), "新增 1");
}

static gboolean
says_saved (gpointer data)
{
  return gtk_widget_get_visible (window_test_child (data, "message"));
}

/* 督办单 says nothing to the program: every row is refused, until the clerk says what it is. The
 * next file of that platform needs no word. */
static void
test_import_mapping (Fixture *fixture, gconstpointer data)
{
  static const char text[]
      = "督办单,级别,小区名称,问题小类,地点,下达时间\n"
        "20251010-501,市级,锦绣花园,消防设施缺损,3号楼,2025-10-10 09:00\n"
        "20251010-502,区级,没有的小区,消防设施缺损,西门,2025-10-10 09:30\n"
        "20250930-042,市级,锦绣花园,消防设施缺损,2 号楼 1 单元,2025-09-30 15:40\n";
  g_autofree char *path = g_strconcat (ys_ledger_job_folder (fixture->ledger), ".csv", NULL);
  g_autofree char *refused = g_strconcat (ys_ledger_job_folder (fixture->ledger), ".xlsx", NULL);
  YsSession *session = ys_main_window_get_session (fixture->window);
  g_autoptr (YsWorkbook) workbook = NULL;
  YsImportWindow *window;
  GtkWidget *toggle;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  window = ys_import_window_present (fixture->page, session, YS_IMPORT_CASES, path);
  window_test_wait (has_window_rows, window);
  g_assert_cmpstr (gtk_button_get_label (window_test_child (window, "show_refused")), ==, "拒绝 3");
  g_assert_cmpstr (heading_word (window, 0), ==, "不导入");
  g_assert_cmpstr (heading_word (window, 2), ==, "小区");
  choose_word (window, 0, "案卷号");
  window_test_wait (says_one_new, window);
  g_assert_cmpstr (heading_word (window, 0), ==, "案卷号");
  toggle = window_test_child (window, "show_refused");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (toggle)), ==, "拒绝 1");

  ys_import_window_save_refused (window, refused);
  window_test_wait (says_saved, window);
  workbook = ys_workbook_read_file (refused, NULL, NULL);
  g_assert_nonnull (workbook);
  g_assert_cmpstr (ys_grid_text (ys_workbook_sheet (workbook, 0), 0, 6), ==, "拒绝原因");
  g_assert_cmpstr (ys_grid_text (ys_workbook_sheet (workbook, 0), 1, 2), ==, "没有的小区");
  g_assert_nonnull (strstr (ys_grid_text (ys_workbook_sheet (workbook, 0), 1, 6), "没有的小区"));

  gtk_check_button_set_active (window_test_child (window, "skip_refused"), TRUE);
  click (window_test_child (window, "write"));
  window_test_wait (has_eighteen, fixture);
  window = ys_import_window_present (fixture->page, session, YS_IMPORT_CASES, path);
  window_test_wait (has_window_rows, window);
  g_assert_cmpstr (heading_word (window, 0), ==, "案卷号");
  g_assert_cmpstr (gtk_button_get_label (window_test_child (window, "show_same")), ==, "相同 2");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* One field has one column: the heading chosen last; the other one is left out. */
static void
test_import_twice (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "甲,乙\n20251010-501,20251010-502\n1,2\n3,4\n";
  g_autofree char *path = g_strconcat (ys_ledger_job_folder (fixture->ledger), ".csv", NULL);
  YsSession *session = ys_main_window_get_session (fixture->window);
  YsImportWindow *window;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  window = ys_import_window_present (fixture->page, session, YS_IMPORT_CASES, path);
  window_test_wait (has_window_rows, window);
  g_assert_cmpstr (heading_word (window, 0), ==, "不导入");
  choose_word (window, 0, "案卷号");
  window_test_wait (is_quiet, fixture);
  window_test_settle (GTK_WIDGET (window));
  g_assert_cmpstr (heading_word (window, 0), ==, "案卷号");
  choose_word (window, 1, "案卷号");
  window_test_wait (is_quiet, fixture);
  window_test_settle (GTK_WIDGET (window));
  g_assert_cmpstr (heading_word (window, 0), ==, "不导入");
  g_assert_cmpstr (heading_word (window, 1), ==, "案卷号");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What is overdue stands on the first page, the oldest first; a click opens it here. */
static void
test_overview (Fixture *fixture, gconstpointer data)
{
  GtkWidget *overview = GTK_WIDGET (ys_main_window_go (fixture->window, "overview"));
  GtkListBox *list = window_test_child (overview, "overdue_list");
  GtkListBoxRow *row;

  window_test_wait (is_quiet, fixture);
  window_test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (list)));
  g_assert_cmpstr (gtk_label_get_label (window_test_child (overview, "overdue_count")), ==, "4");
  g_assert_cmpstr (gtk_label_get_label (window_test_child (overview, "today_count")), ==, "3");
  row = gtk_list_box_get_row_at_index (list, 0);
  g_assert_cmpstr (gtk_label_get_label (window_test_child (row, "compound")), ==, "牡丹花园");
  row = gtk_list_box_get_row_at_index (list, 2);
  g_assert_cmpstr (gtk_label_get_label (window_test_child (row, "compound")), ==, "银山小区");
  g_assert_cmpstr (gtk_label_get_label (window_test_child (row, "left")), ==, "超 1 天 0:10");
  g_signal_emit_by_name (list, "row-activated", row);
  window_test_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpstr (ys_main_window_get_room (fixture->window), ==, "cases");
  g_assert_true (
      g_str_has_prefix (gtk_label_get_label (detail_child (fixture, "number")), "20251009-031"));
}

/* Columns that were hidden stay so in the next window. */
static void
test_columns (Fixture *fixture, gconstpointer data)
{
  g_autofree char *kept = NULL;

  gtk_widget_activate_action (window_test_child (fixture->page, "view"), "columns.level", NULL);
  ys_page_flush (YS_PAGE (fixture->page));
  kept = ys_ledger_job_get_setting (fixture->ledger, "cases.columns");
  g_assert_nonnull (strstr (kept, "-level:48"));
  g_assert_nonnull (strstr (kept, "state:104"));
}

static void
add (const char *path, void (*func) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

int
main (int argc, char **argv)
{
  application = window_test_init (&argc, &argv, "zh");

  for (guint i = 0; i < G_N_ELEMENTS (why_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/cases/why/%s", why_cases[i].name);

      g_test_add_data_func (path, &why_cases[i], test_why);
    }
  for (guint i = 0; i < G_N_ELEMENTS (left_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/cases/left/%s", left_cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_left);
    }
  g_test_add_func ("/app/cases/selection", test_selection);
  add ("/app/cases/counts", test_counts);
  add ("/app/cases/filter", test_filter);
  add ("/app/cases/search", test_search);
  add ("/app/cases/detail", test_detail);
  add ("/app/cases/why-extended", test_why_extended);
  add ("/app/cases/step", test_step);
  add ("/app/cases/step-refused", test_step_refused);
  add ("/app/cases/fault", test_fault);
  add ("/app/cases/register", test_register);
  add ("/app/cases/bulk", test_bulk);
  add ("/app/cases/import", test_import);
  add ("/app/cases/import-mapping", test_import_mapping);
  add ("/app/cases/import-twice", test_import_twice);
  add ("/app/cases/overview", test_overview);
  add ("/app/cases/columns", test_columns);
  return g_test_run ();
}
