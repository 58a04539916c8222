/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nothing is chosen beforehand: the program does not decide. */
#include "config.h"

#include "award-window.h"

#include <glib/gi18n-lib.h>

#include "decided-list.h"
#include "look.h"
#include "period-job.h"
#include "standing-list.h"

typedef struct
{
  YsFormWindow *window; /* borrowed: it owns this */
  YsSession *session;
  YsStanding *standing;
  const YsAwardPending *pending; /* the standing's */
  GArray *prizes;                /* (element-type int): what can be chosen, each once */
  GPtrArray *choices;            /* (element-type GtkDropDown), borrowed: of each compound */
  GtkEntry *person;
  GtkEntry *reason;
} Decision;

static void
decision_free (gpointer data)
{
  Decision *decision = data;

  g_array_unref (decision->prizes);
  g_ptr_array_unref (decision->choices);
  ys_standing_unref (decision->standing);
  g_object_unref (decision->session);
  g_free (decision);
}

/* -- Words ------------------------------------------------------------------------------------ */

static const char *
prize_name (const YsStanding *standing, int prize)
{
  const char *name = ys_standing_prize_name (standing, prize);

  return name != NULL ? name : _ ("no prize");
}

static guint
count_of (const GArray *prizes, int prize)
{
  guint n = 0;

  for (guint i = 0; i < prizes->len; i++)
    n += g_array_index (prizes, int, i) == prize;
  return n;
}

/* (transfer full) (element-type int): each once, in order */
static GArray *
kinds_of (const GArray *prizes)
{
  GArray *kinds = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < prizes->len; i++)
    if (count_of (kinds, g_array_index (prizes, int, i)) == 0)
      g_array_append_val (kinds, g_array_index (prizes, int, i));
  return kinds;
}

char *
ys_award_places_text (const YsStanding *standing, const YsAwardPending *pending)
{
  g_autoptr (GArray) kinds = kinds_of (pending->prizes);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < kinds->len; i++)
    {
      int prize = g_array_index (kinds, int, i);

      if (i > 0)
        /* Translators: between the items of a list. */
        g_string_append (text, C_ ("list", ", "));
      /* Translators: a prize and how many places it has. */
      g_string_append_printf (text, _ ("%s ×%u"), prize_name (standing, prize),
                              count_of (pending->prizes, prize));
    }
  return g_string_free (text, FALSE);
}

char *
ys_award_names_text (const YsStanding *standing, const GArray *compounds)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < compounds->len; i++)
    {
      const YsStandingRow *row = ys_standing_find (standing, g_array_index (compounds, gint64, i));

      if (i > 0)
        g_string_append (text, C_ ("list", ", "));
      g_string_append (text, row != NULL ? row->name : "?");
    }
  return g_string_free (text, FALSE);
}

/* -- Deciding --------------------------------------------------------------------------------- */

/* (transfer full) (nullable): NULL: one has nothing chosen yet. */
static GArray *
read_places (Decision *decision)
{
  g_autoptr (GArray) places = g_array_new (FALSE, TRUE, sizeof (YsPrizePlace));

  for (guint i = 0; i < decision->choices->len; i++)
    {
      guint chosen = gtk_drop_down_get_selected (decision->choices->pdata[i]);
      YsPrizePlace place = { 0 };

      if (chosen == 0 || chosen == GTK_INVALID_LIST_POSITION)
        {
          gtk_widget_grab_focus (decision->choices->pdata[i]);
          return NULL;
        }
      place.compound_id = g_array_index (decision->pending->compounds, gint64, i);
      place.prize = g_array_index (decision->prizes, int, chosen - 1);
      g_array_append_val (places, place);
    }
  return g_steal_pointer (&places);
}

static void
on_accept_cb (Decision *decision)
{
  YsSession *session = decision->session;
  g_autoptr (GArray) places = read_places (decision);
  g_autoptr (GError) error = NULL;

  if (places == NULL)
    {
      ys_form_window_set_wrong (decision->window, _ ("Choose a prize for each of them."));
      return;
    }
  if (!ys_award_decide (ys_session_get_ledger (session), decision->standing,
                        (const YsPrizePlace *)(gpointer)places->data, places->len,
                        gtk_editable_get_text (GTK_EDITABLE (decision->person)),
                        gtk_editable_get_text (GTK_EDITABLE (decision->reason)),
                        ys_session_now (session), &error))
    {
      ys_form_window_set_wrong (decision->window, error->message);
      return;
    }
  g_object_ref (session);
  gtk_window_destroy (GTK_WINDOW (decision->window));
  ys_session_changed (session);
  ys_session_notify (session, _ ("The decision is recorded."), TRUE);
  g_object_unref (session);
}

static GtkWidget *
new_choice (Decision *decision, const YsStandingRow *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (row->name);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GtkWidget *choice;

  gtk_string_list_append (words, _ ("choose…"));
  for (guint i = 0; i < decision->prizes->len; i++)
    gtk_string_list_append (words, prize_name (decision->standing,
                                               g_array_index (decision->prizes, int, i)));
  choice = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (words)), NULL);
  gtk_widget_set_size_request (choice, ys_look_scaled (160), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, row->name,
                                  -1);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), choice);
  g_ptr_array_add (decision->choices, choice);
  return box;
}

static void
fill (Decision *decision)
{
  const YsAwardPending *pending = decision->pending;
  g_autofree char *names = ys_award_names_text (decision->standing, pending->compounds);
  g_autofree char *places = ys_award_places_text (decision->standing, pending);
  g_autofree char *money = ys_standing_money (pending->amount);
  g_autofree char *text
      = pending->rank != 0
            ? g_strdup_printf (_ ("Rank %u is shared by %s. Places: %s, %s yuan together."),
                               pending->rank, names, places, money)
            : g_strdup_printf (_ ("%s are equal by annex 3. Places: %s, %s yuan together."), names,
                               places, money);

  ys_form_window_add_text (decision->window, text, NULL);
  for (guint i = 0; i < pending->compounds->len; i++)
    {
      const YsStandingRow *row
          = ys_standing_find (decision->standing, g_array_index (pending->compounds, gint64, i));

      if (row != NULL)
        ys_form_window_append (decision->window, new_choice (decision, row));
    }
  decision->person = ys_form_window_add_entry (decision->window, C_ ("award", "Decided by"),
                                               _ ("a person or a meeting"));
  decision->reason
      = ys_form_window_add_entry (decision->window, _ ("Reason"), _ ("what the choice rests on"));
  ys_form_window_append (decision->window,
                         ys_decided_list_new (decision->session, decision->standing));
}

YsFormWindow *
ys_award_window_present (GtkWidget *over, YsSession *session, YsStanding *standing)
{
  const YsAwards *awards = ys_standing_awards (standing);
  Decision *decision;

  if (awards->pending->len == 0)
    return NULL;
  decision = g_new0 (Decision, 1);
  decision->session = g_object_ref (session);
  decision->standing = ys_standing_ref (standing);
  decision->pending = awards->pending->pdata[0];
  decision->prizes = kinds_of (decision->pending->prizes);
  decision->choices = g_ptr_array_new ();
  decision->window
      = ys_form_window_new (over, _ ("Decide the prizes"), _ ("Record the decision"), 520, -1);
  g_object_set_data_full (G_OBJECT (decision->window), "decision", decision, decision_free);
  g_signal_connect_swapped (decision->window, "accept", G_CALLBACK (on_accept_cb), decision);
  fill (decision);
  /* Not Cancel: Enter would close what was just opened. */
  if (decision->choices->len > 0)
    gtk_window_set_focus (GTK_WINDOW (decision->window), decision->choices->pdata[0]);
  gtk_window_present (GTK_WINDOW (decision->window));
  return decision->window;
}
