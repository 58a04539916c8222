/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person should look at in the period: one defect in two inspections of a day, and how
 * strict each inspector is beside all others [RULINGS Findings]. */
#include "config.h"

#include "score-page-private.h"

#include <glib/gi18n-lib.h>

#include "finding-job.h"
#include "reason-popover.h"
#include "when.h"
#include "widget-help.h"

static YsSession *
session_of (YsScorePage *self)
{
  return ys_page_get_session (YS_PAGE (self));
}

typedef struct
{
  YsScorePage *page;
  YsTwin twin;
  gboolean once;
} Decision;

static char *
on_reason_cb (const char *reason, gpointer data)
{
  const Decision *decision = data;
  YsSession *session = session_of (decision->page);
  g_autoptr (GError) error = NULL;

  if (!ys_twin_decide (ys_session_get_ledger (session), decision->twin.finding_id,
                       decision->twin.other_id, decision->once, reason, ys_session_now (session),
                       &error))
    return g_strdup (error->message);
  ys_session_changed (session);
  return NULL;
}

static void
ask (GtkButton *button, YsScorePage *self, gboolean once)
{
  const YsTwin *twin = g_object_get_data (G_OBJECT (button), "twin");
  Decision *decision = g_new0 (Decision, 1);

  *decision = (Decision){ self, *twin, once };
  ys_reason_popover_ask (GTK_WIDGET (button),
                         once ? _ ("One defect: the later finding is withdrawn and stays to be "
                                   "seen.")
                              : _ ("Two defects: both findings count."),
                         _ ("Decide"), on_reason_cb, decision, g_free);
}

static void
on_once_cb (GtkButton *button, gpointer self)
{
  ask (button, self, TRUE);
}

static void
on_both_cb (GtkButton *button, gpointer self)
{
  ask (button, self, FALSE);
}

static GtkWidget *
make_button (YsScorePage *self, const YsTwin *twin, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "small");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, ys_score_page_is_open (self));
  g_object_set_data_full (G_OBJECT (button), "twin", g_memdup2 (twin, sizeof *twin), g_free);
  g_signal_connect_object (button, "clicked", callback, self, 0);
  return button;
}

/* (transfer full): the compound and both findings, for the eye. */
static char *
describe (YsScorePage *self, const YsTwin *twin)
{
  YsLedger *ledger = ys_session_get_ledger (session_of (self));
  const YsStandingRow *row = ys_standing_find (self->reading->standing, twin->compound_id);
  g_autoptr (YsFindingView) view
      = ys_finding_load (ledger, twin->finding_id, ys_session_now (session_of (self)), NULL);
  g_autoptr (YsFindingView) other
      = ys_finding_load (ledger, twin->other_id, ys_session_now (session_of (self)), NULL);
  g_autofree char *first = NULL, *second = NULL;

  if (view == NULL || other == NULL)
    return g_strdup (row != NULL ? row->name : "");
  first = ys_when_instant (view->finding.found_at, ys_session_today (session_of (self)));
  second = ys_when_clock (other->finding.found_at);
  /* Translators: a compound, a clause's code, a place, when it was seen first, when again. */
  return g_strdup_printf (_ ("%s · %s · %s: seen %s and again %s"), row != NULL ? row->name : "",
                          view->code, view->finding.place != NULL ? view->finding.place : "—",
                          first, second);
}

static void
add_twin (YsScorePage *self, const YsTwin *twin)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *text = describe (self, twin);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box),
                  make_button (self, twin, _ ("Count once…"), G_CALLBACK (on_once_cb)));
  gtk_box_append (GTK_BOX (box),
                  make_button (self, twin, _ ("Count both…"), G_CALLBACK (on_both_cb)));
  gtk_list_box_append (self->twins_list, box);
}

static void
show_twins (YsScorePage *self)
{
  const GArray *twins = self->reading->twins;
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "%u defect was seen by two inspections of one day. Until you decide, both "
                   "findings count.",
                   "%u defects were seen by two inspections of one day. Until you decide, both "
                   "findings of each count.",
                   twins->len),
      twins->len);

  gtk_widget_set_visible (self->twins_bar, twins->len > 0);
  gtk_label_set_label (self->twins_text, text);
  ys_list_box_clear (self->twins_list);
  for (guint i = 0; i < twins->len; i++)
    add_twin (self, &g_array_index (twins, YsTwin, i));
}

static void
attach (GtkGrid *grid, const char *text, int column, int row, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_widget_add_css_class (label, class);
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

static void
show_strictness (YsScorePage *self)
{
  GPtrArray *list = self->reading->strictness;
  GtkGrid *grid = self->strict_grid;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
  attach (grid, _ ("Inspector"), 0, 0, "hint");
  attach (grid, _ ("Visits"), 1, 0, "hint");
  attach (grid, _ ("Points per visit"), 2, 0, "hint");
  attach (grid, _ ("All others"), 3, 0, "hint");
  for (guint i = 0; i < list->len; i++)
    {
      const YsStrictness *one = list->pdata[i];
      g_autofree char *visits = g_strdup_printf ("%u", one->n_visits);
      g_autofree char *mean = ys_hundredths_to_text (one->mean, FALSE);
      g_autofree char *others = ys_hundredths_to_text (one->others, FALSE);

      attach (grid, one->inspector, 0, (int)i + 1, "strong");
      attach (grid, visits, 1, (int)i + 1, "small");
      attach (grid, mean, 2, (int)i + 1, "small");
      attach (grid, others, 3, (int)i + 1, "small");
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->strict_button), list->len > 0);
}

void
ys_score_page_show_checks (YsScorePage *self)
{
  show_twins (self);
  show_strictness (self);
}
