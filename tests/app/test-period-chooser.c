/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The period in the header bar: kinds and parts, two days judged while they are typed, those that
 * the ledger has; all by keys. */
#include "config.h"

#include "assessment-job.h"
#include "period-chooser.h"
#include "period-days.h"
#include "window-test.h"

static YsApplication *application;

typedef struct
{
  YsMainWindow *window;
  YsSession *session;
  YsPeriodChooser *chooser;
  GtkPopover *popover;
  YsPeriodDays *days;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = window_test_folder ("period");

  fixture->window = window_test_window (application, window_test_ledger (folder, 2));
  fixture->session = ys_main_window_get_session (fixture->window);
  fixture->chooser = window_test_child (fixture->window, "period");
  fixture->popover = window_test_child (fixture->chooser, "popover");
  fixture->days = window_test_child (fixture->chooser, "days");
  gtk_popover_popup (fixture->popover);
  window_test_settle (GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_popover_popdown (fixture->popover);
  window_test_settle (GTK_WIDGET (fixture->window));
  window_test_destroy (fixture->window);
}

/* The last of the kinds. */
static void
choose_custom (Fixture *fixture)
{
  GtkWidget *kinds = window_test_child (fixture->chooser, "kinds");

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_last_child (kinds)), TRUE);
  window_test_settle (GTK_WIDGET (fixture->window));
}

static void
assert_period (Fixture *fixture, const char *name, const char *label)
{
  g_autofree char *period = ys_span_name (ys_session_get_period (fixture->session));

  g_assert_cmpstr (period, ==, name);
  g_assert_cmpstr (gtk_label_get_label (window_test_child (fixture->chooser, "label")), ==, label);
}

static void
type (Fixture *fixture, const char *first, const char *last)
{
  gtk_editable_set_text (window_test_child (fixture->days, "first"), first);
  gtk_editable_set_text (window_test_child (fixture->days, "last"), last);
}

static const char *
said (Fixture *fixture)
{
  return gtk_label_get_label (window_test_child (fixture->days, "said"));
}

static gboolean
can_look (Fixture *fixture)
{
  return gtk_widget_get_sensitive (window_test_child (fixture->days, "look"));
}

static gboolean
is_closed (gpointer popover)
{
  return !gtk_widget_get_visible (popover);
}

/* It begins with the days that are looked at; the cursor stands in the first. */
static void
test_typed (Fixture *fixture, gconstpointer data)
{
  GtkWidget *focus;

  assert_period (fixture, "2025-10", "Oct 2025");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->days)));
  choose_custom (fixture);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->days)));
  g_assert_false (gtk_widget_get_visible (window_test_child (fixture->chooser, "years")));
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (gtk_widget_is_ancestor (focus, window_test_child (fixture->days, "first")));
  g_assert_cmpstr (gtk_editable_get_text (window_test_child (fixture->days, "first")), ==,
                   "2025-10-01");
  g_assert_cmpstr (gtk_editable_get_text (window_test_child (fixture->days, "last")), ==,
                   "2025-10-31");
  g_assert_cmpstr (said (fixture), ==, "Oct 2025, 31 days");
  type (fixture, "2025-10-01", "2025年12月15日");
  g_assert_cmpstr (said (fixture), ==, "1 Oct – 15 Dec 2025, 76 days");
  g_signal_emit_by_name (window_test_child (fixture->days, "last"), "activate");
  window_test_wait (is_closed, fixture->popover);
  assert_period (fixture, "2025-10-01..2025-12-15", "1 Oct – 15 Dec 2025");
}

static const struct
{
  const char *first, *last, *said;
  gboolean good;
} typings[] = {
  { "2025-10-05", "2025-10-05", "5 Oct 2025, 1 day", TRUE },
  { "2025-10-05", "2025-10-20", "5 – 20 Oct 2025, 16 days", TRUE },
  { "2025-12-01", "2026-02-15", "1 Dec 2025 – 15 Feb 2026, 77 days", TRUE },
  { "2025.10.1", "2025/12/31", "Quarter 4 2025, 92 days", TRUE },
  { "2025-10-05", "", "Write the first and the last day: 2026-10-01.", FALSE },
  { "2025-10-05", "2025-10", "The day is missing. Write a whole date: 2026-10-15.", FALSE },
  { "2025-10-05", "2025-10-04", "The last day lies before the first. Write the earlier day first.",
    FALSE },
  { "2025-10-05", "2028-10-04",
    "A free period has at most 731 days, two years. Choose an earlier last day.", FALSE },
};

static void
test_judged (Fixture *fixture, gconstpointer data)
{
  choose_custom (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (typings); i++)
    {
      type (fixture, typings[i].first, typings[i].last);
      g_assert_cmpstr (said (fixture), ==, typings[i].said);
      g_assert_cmpint (can_look (fixture), ==, typings[i].good);
    }
  /* What cannot be taken is not taken; Enter goes on to the last day. */
  type (fixture, "2025-10-05", "2025-02-30");
  g_assert_false (can_look (fixture));
  g_assert_true (gtk_widget_has_css_class (window_test_child (fixture->days, "last"), "error"));
  g_assert_false (gtk_widget_has_css_class (window_test_child (fixture->days, "first"), "error"));
  g_signal_emit_by_name (window_test_child (fixture->days, "last"), "activate");
  assert_period (fixture, "2025-10", "Oct 2025");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->popover)));
  g_signal_emit_by_name (window_test_child (fixture->days, "first"), "activate");
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)),
                                         window_test_child (fixture->days, "last")));
}

static GtkWidget *
known (Fixture *fixture)
{
  return gtk_widget_get_first_child (window_test_child (fixture->days, "known"));
}

/* Only those under which something is kept, the latest first. */
static void
test_known (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "2025-03-01..2025-04-15", "2025-08-16..2025-09-15" };
  YsLedger *ledger = ys_session_get_ledger (fixture->session);
  YsRegistry *registry = ys_session_get_registry (fixture->session);
  g_autoptr (GError) error = NULL;

  choose_custom (fixture);
  g_assert_false (gtk_widget_get_visible (window_test_child (fixture->days, "known_box")));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      YsSpan span;

      ys_span_read (names[i], &span, &error);
      g_assert_no_error (error);
      ys_survey_set (ledger, ys_registry_item (registry, 0)->compound->id, span, 9000, 9000,
                     &error);
      g_assert_no_error (error);
    }
  ys_period_days_show (fixture->days, fixture->session);
  g_assert_true (gtk_widget_get_visible (window_test_child (fixture->days, "known_box")));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (known (fixture))), ==, "16 Aug – 15 Sep 2025");
  g_assert_cmpstr (gtk_button_get_label (
                       GTK_BUTTON (gtk_widget_get_next_sibling (known (fixture)))),
                   ==, "1 Mar – 15 Apr 2025");
  g_signal_emit_by_name (known (fixture), "clicked");
  window_test_wait (is_closed, fixture->popover);
  assert_period (fixture, "2025-08-16..2025-09-15", "16 Aug – 15 Sep 2025");
  /* Opened again, it shows what is looked at. */
  gtk_popover_popup (fixture->popover);
  window_test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->days)));
  g_assert_cmpstr (said (fixture), ==, "16 Aug – 15 Sep 2025, 31 days");
}

int
main (int argc, char *argv[])
{
  application = window_test_init (&argc, &argv, "en");
#define ADD(name, func)                                                                            \
  g_test_add ("/app/period-chooser/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("typed", test_typed);
  ADD ("judged", test_judged);
  ADD ("known", test_known);
  return g_test_run ();
}
