/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentence between them says what makes the difference. */
#include "config.h"

#include "compare-window.h"

#include <glib/gi18n-lib.h>

#include "look.h"
#include "period-chooser.h"
#include "standing-detail.h"
#include "working-row.h"

typedef struct
{
  YsSession *session;
  YsStanding *standing;
  GtkDropDown *choices[2];
  YsStandingDetail *details[2];
  GtkLabel *difference;
} Comparison;

static void
comparison_free (gpointer data)
{
  Comparison *comparison = data;

  ys_standing_unref (comparison->standing);
  g_object_unref (comparison->session);
  g_free (comparison);
}

/* (nullable) */
static const YsStandingRow *
row_of (Comparison *comparison, guint side)
{
  guint index = gtk_drop_down_get_selected (comparison->choices[side]);

  return index < ys_standing_n_rows (comparison->standing)
             ? ys_standing_row (comparison->standing, index)
             : NULL;
}

static void
show_difference (Comparison *comparison)
{
  const YsStandingRow *one = row_of (comparison, 0);
  const YsStandingRow *other = row_of (comparison, 1);
  g_autofree char *score = NULL;
  g_autofree char *long_term = NULL;
  g_autofree char *property = NULL;
  g_autofree char *bonus = NULL;
  g_autofree char *text = NULL;

  if (one == NULL || other == NULL || !one->score.assessed || !other->score.assessed)
    {
      gtk_label_set_text (comparison->difference, _ ("Both must be assessed to be compared."));
      return;
    }
  score = ys_signed_points (one->score.score - other->score.score);
  long_term = ys_signed_points (one->score.long_term - other->score.long_term);
  property = ys_signed_points (one->score.property - other->score.property);
  bonus = ys_signed_points (one->score.bonus - other->score.bonus);
  /* Translators: differences of left to right: score, long-term, property, bonus; places still open
   * left and right. */
  text = g_strdup_printf (_ ("Left against right: score %s · long-term %s · property %s · bonus %s "
                             "· "
                             "open places %d and %d"),
                          score, long_term, property, bonus, (int)one->open_places,
                          (int)other->open_places);
  gtk_label_set_text (comparison->difference, text);
}

static void
on_chosen_cb (Comparison *comparison, GParamSpec *property, GtkDropDown *choice)
{
  guint side = choice == comparison->choices[1] ? 1 : 0;
  const YsStandingRow *row = row_of (comparison, side);

  ys_standing_detail_show (comparison->details[side], comparison->session, comparison->standing,
                           NULL, row != NULL ? row->compound_id : 0);
  show_difference (comparison);
}

static guint
index_of (const YsStanding *standing, gint64 compound_id)
{
  for (guint i = 0; i < ys_standing_n_rows (standing); i++)
    if (ys_standing_row (standing, i)->compound_id == compound_id)
      return i;
  return 0;
}

static GtkWidget *
new_side (Comparison *comparison, guint side, GtkStringList *names, gint64 compound_id)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *choice
      = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (names)),
                           gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  GtkWidget *detail = ys_standing_detail_new ();

  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (choice), TRUE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), index_of (comparison->standing, compound_id));
  gtk_widget_set_margin_start (choice, 20);
  gtk_widget_set_margin_end (choice, 20);
  gtk_widget_set_margin_top (choice, 12);
  /* For the ring of the focus. */
  gtk_widget_set_margin_bottom (choice, 4);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  side == 0 ? _ ("Left compound") : _ ("Right compound"), -1);
  gtk_widget_set_hexpand (detail, TRUE);
  gtk_widget_set_vexpand (detail, TRUE);
  gtk_box_append (GTK_BOX (box), choice);
  gtk_box_append (GTK_BOX (box), detail);
  comparison->choices[side] = GTK_DROP_DOWN (choice);
  comparison->details[side] = YS_STANDING_DETAIL (detail);
  return box;
}

static GtkStringList *
names_of (const YsStanding *standing)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < ys_standing_n_rows (standing); i++)
    {
      const YsStandingRow *row = ys_standing_row (standing, i);
      g_autofree char *name = row->rank != 0 ? g_strdup_printf ("%u  %s", row->rank, row->name)
                                             : g_strdup_printf ("—  %s", row->name);

      gtk_string_list_append (names, name);
    }
  return names;
}

static GtkWidget *
new_content (Comparison *comparison, gint64 first, gint64 second)
{
  g_autoptr (GtkStringList) names = names_of (comparison->standing);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *difference = gtk_label_new (NULL);

  gtk_box_append (GTK_BOX (sides), new_side (comparison, 0, names, first));
  gtk_box_append (GTK_BOX (sides), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (sides), new_side (comparison, 1, names, second));
  gtk_widget_set_vexpand (sides, TRUE);
  gtk_label_set_xalign (GTK_LABEL (difference), 0);
  gtk_label_set_wrap (GTK_LABEL (difference), TRUE);
  gtk_widget_add_css_class (foot, "fate");
  gtk_box_append (GTK_BOX (foot), difference);
  gtk_box_append (GTK_BOX (box), sides);
  gtk_box_append (GTK_BOX (box), foot);
  comparison->difference = GTK_LABEL (difference);
  return box;
}

static gboolean
on_escape_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static void
add_escape (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (
                                                              "Escape"),
                                                          gtk_callback_action_new (on_escape_cb,
                                                                                   NULL, NULL)));
  gtk_widget_add_controller (window, keys);
}

GtkWindow *
ys_compare_window_present (
    GtkWidget *over, YsSession *session, YsStanding *standing, gint64 first, gint64 second)
{
  Comparison *comparison = g_new0 (Comparison, 1);
  g_autofree char *period = ys_period_label (ys_standing_span (standing));
  /* Translators: %s is a period. */
  g_autofree char *title = g_strdup_printf (_ ("Two compounds, %s"), period);
  GtkWidget *window = gtk_window_new ();
  GtkRoot *root = gtk_widget_get_root (over);

  comparison->session = g_object_ref (session);
  comparison->standing = ys_standing_ref (standing);
  gtk_window_set_title (GTK_WINDOW (window), title);
  gtk_window_set_default_size (GTK_WINDOW (window), ys_look_scaled_pane (900),
                               ys_look_scaled_pane (600));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  g_object_set_data_full (G_OBJECT (window), "comparison", comparison, comparison_free);
  gtk_window_set_child (GTK_WINDOW (window), new_content (comparison, first, second));
  add_escape (window);
  for (guint i = 0; i < 2; i++)
    {
      on_chosen_cb (comparison, NULL, comparison->choices[i]);
      g_signal_connect_swapped (comparison->choices[i], "notify::selected",
                                G_CALLBACK (on_chosen_cb), comparison);
    }
  gtk_window_present (GTK_WINDOW (window));
  return GTK_WINDOW (window);
}
