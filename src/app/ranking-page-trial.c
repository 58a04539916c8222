/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What-if: suppositions are kept as they would be typed on the command line, and never saved. */
#include "config.h"

#include "ranking-page-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "job-error.h"
#include "slides-window.h"
#include "wall.h"
#include "widget-help.h"

/* -- What can be supposed --------------------------------------------------------------------- */

static void
add_field (YsRankingPage *page, GtkStringList *words, char *field, const char *word)
{
  g_ptr_array_add (page->trial_fields, field);
  gtk_string_list_append (words, word);
}

void
ys_ranking_page_fill_trial_fields (YsRankingPage *page)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  const GPtrArray *prizes = ys_standing_scheme (page->standing)->prizes;

  g_ptr_array_set_size (page->trial_fields, 0);
  add_field (page, words, g_strdup ("weights"), _ ("Weights (70/30)"));
  for (guint i = 0; i < prizes->len; i++)
    {
      const YsPrize *prize = prizes->pdata[i];
      const char *nick = ys_choice_nick (ys_prize_choices, prize->prize);
      g_autofree char *amount = g_strdup_printf (_ ("%s: yuan"), prize->name);
      g_autofree char *places = g_strdup_printf (_ ("%s: places"), prize->name);

      add_field (page, words, g_strconcat (nick, ".amount", NULL), amount);
      if (prize->prize != YS_PRIZE_RED)
        add_field (page, words, g_strconcat (nick, ".places", NULL), places);
    }
  add_field (page, words, g_strdup ("overdue_factor"), _ ("Factor of overdue findings"));
  add_field (page, words, g_strdup ("fault_points"), _ ("Points of a case fault"));
  gtk_drop_down_set_model (page->trial_field, G_LIST_MODEL (words));
}

/* (transfer full) (nullable): of a finding in the lines that are shown. */
static char *
label_of (YsRankingPage *page, const char *text)
{
  const YsStandingRow *row = ys_standing_find (page->standing, page->chosen);
  const char *value = strchr (text, '=') + 1;

  /* Translators: a compound and the number of a finding. */
  if (g_str_has_prefix (text, "drop="))
    return g_strdup_printf (_ ("%s: without finding %s"), row->name, value);
  if (g_str_has_prefix (text, "rectify="))
    return g_strdup_printf (_ ("%s: finding %s rectified in time"), row->name, value);
  return g_strdup (text);
}

/* (transfer full): "Weights 70/30" */
static char *
label_of_field (YsRankingPage *page, guint field, const char *value)
{
  GtkStringList *words = GTK_STRING_LIST (gtk_drop_down_get_model (page->trial_field));

  return g_strdup_printf ("%s %s",
                          field == 0 ? _ ("Weights") : gtk_string_list_get_string (words, field),
                          value);
}

/* -- Showing ---------------------------------------------------------------------------------- */

static void
on_remove_clicked_cb (YsRankingPage *page, GtkWidget *button)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));

  if (index >= page->suppositions->len)
    return;
  g_ptr_array_remove_index (page->suppositions, index);
  ys_ranking_page_read (page);
}

static void
fill_chips (YsRankingPage *page)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (page->trial_chips))) != NULL)
    gtk_box_remove (page->trial_chips, child);
  for (guint i = 0; i < page->suppositions->len; i++)
    {
      const YsSupposition *one = page->suppositions->pdata[i];
      g_autofree char *text = g_strconcat (one->label, "  ×", NULL);
      g_autofree char *spoken = g_strdup_printf (_ ("Take away: %s"), one->label);
      GtkWidget *button = gtk_button_new_with_label (text);

      gtk_widget_add_css_class (button, "small");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      spoken, -1);
      gtk_widget_set_tooltip_text (button, spoken);
      g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (i));
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_clicked_cb), page,
                               G_CONNECT_SWAPPED);
      gtk_box_append (page->trial_chips, button);
    }
}

void
ys_ranking_page_show_trial (YsRankingPage *page, const char *wrong)
{
  if (page->trial_fields->len == 0)
    ys_ranking_page_fill_trial_fields (page);
  gtk_widget_set_visible (page->trial_bar, gtk_toggle_button_get_active (page->trial_button));
  fill_chips (page);
  gtk_label_set_text (page->trial_wrong, wrong);
  gtk_widget_set_visible (GTK_WIDGET (page->trial_wrong), wrong != NULL);
}

/* -- Doing ------------------------------------------------------------------------------------ */

/* @text, @label: (transfer full). A second value of the same field takes the place of the first. */
static void
add_supposition (YsRankingPage *page, char *text, char *label)
{
  YsSupposition *one = g_new0 (YsSupposition, 1);
  gsize field = (gsize)(strchr (text, '=') - text) + 1;
  gboolean by_id = g_str_has_prefix (text, "drop=") || g_str_has_prefix (text, "rectify=");

  for (guint i = 0; i < page->suppositions->len; i++)
    {
      const char *other = ((YsSupposition *)page->suppositions->pdata[i])->text;

      if (g_str_equal (other, text) || (!by_id && strncmp (other, text, field) == 0))
        g_ptr_array_remove_index (page->suppositions, i--);
    }
  one->text = text;
  one->label = label;
  g_ptr_array_add (page->suppositions, one);
  gtk_toggle_button_set_active (page->trial_button, TRUE);
  ys_ranking_page_read (page);
}

void
ys_ranking_page_suppose (YsRankingPage *page, const char *text)
{
  if (page->standing == NULL || ys_standing_find (page->standing, page->chosen) == NULL)
    return;
  add_supposition (page, g_strdup (text), label_of (page, text));
}

static void
on_trial_add_cb (YsRankingPage *page)
{
  guint field = gtk_drop_down_get_selected (page->trial_field);
  const char *value = gtk_editable_get_text (GTK_EDITABLE (page->trial_value));
  g_autoptr (YsTrial) trial = ys_trial_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (field >= page->trial_fields->len)
    return;
  text = g_strdup_printf ("%s=%s", (const char *)page->trial_fields->pdata[field], value);
  if (*value == '\0' || !ys_trial_add (trial, text, &error))
    {
      ys_ranking_page_show_trial (page, error != NULL ? error->message
                                                      : _ ("Write the value to be tried."));
      gtk_widget_grab_focus (GTK_WIDGET (page->trial_value));
      return;
    }
  add_supposition (page, g_steal_pointer (&text), label_of_field (page, field, value));
  gtk_editable_set_text (GTK_EDITABLE (page->trial_value), "");
}

void
ys_ranking_page_end_trial (YsRankingPage *page)
{
  g_ptr_array_set_size (page->suppositions, 0);
  gtk_toggle_button_set_active (page->trial_button, FALSE);
  gtk_widget_set_visible (page->trial_bar, FALSE);
  ys_ranking_page_read (page);
}

YsTrial *
ys_ranking_page_trial (YsRankingPage *page)
{
  g_autoptr (YsTrial) trial = NULL;

  if (page->suppositions->len == 0 || page->version != 0)
    return NULL;
  trial = ys_trial_new ();
  for (guint i = 0; i < page->suppositions->len; i++)
    /* What is wrong was said when it was typed. */
    if (!ys_trial_add (trial, ((YsSupposition *)page->suppositions->pdata[i])->text, NULL))
      return NULL;
  return g_steal_pointer (&trial);
}

/* @trial: (transfer full) (nullable). Who looks at a chart wants that one on the wall. */
static void
show_wall (YsRankingPage *page, YsTrial *trial)
{
  YsSession *session = ys_page_get_session (YS_PAGE (page));

  ys_wall_open (GTK_WIDGET (page), session, ys_session_get_period (session), trial);
  if (ys_ranking_page_shows_charts (page))
    ys_wall_begin_at (session, ys_charts_pane_get_kind (page->charts), page->chosen);
}

gboolean
ys_ranking_page_act (YsPage *base, const char *name)
{
  YsRankingPage *page = YS_RANKING_PAGE (base);
  YsSession *session = ys_page_get_session (base);
  gboolean shows = g_str_equal (name, "wall");
  gboolean chooses = g_str_equal (name, "slides");
  YsTrial *trial;

  if (!shows && !chooses && !g_str_equal (name, "save-slides"))
    return FALSE;
  trial = ys_ranking_page_trial (page);
  /* The window does the rest by itself. */
  if (trial == NULL && !(shows && ys_ranking_page_shows_charts (page)))
    return FALSE;
  if (chooses)
    ys_slides_window_present (GTK_WIDGET (page), session, ys_session_get_period (session), trial);
  else if (shows)
    show_wall (page, trial);
  else
    ys_wall_save (GTK_WIDGET (page), session, ys_session_get_period (session), trial);
  return TRUE;
}

static void
on_trial_toggled_cb (YsRankingPage *page)
{
  gboolean on = gtk_toggle_button_get_active (page->trial_button);

  if (page->standing == NULL)
    return;
  if (!on && page->suppositions->len > 0)
    {
      ys_ranking_page_end_trial (page);
      return;
    }
  ys_ranking_page_show_trial (page, NULL);
  if (on)
    gtk_widget_grab_focus (GTK_WIDGET (page->trial_value));
}

static void
on_trial_end_cb (YsRankingPage *page)
{
  ys_ranking_page_end_trial (page);
}

static void
on_suppose_cb (YsRankingPage *page, const char *text)
{
  ys_ranking_page_suppose (page, text);
}

void
ys_ranking_page_bind_trial (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_trial_add_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_trial_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_trial_end_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_suppose_cb);
}
