/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The survey of the owners and the titles of a compound in the period, with the points that they
 * come to while they are typed [002 §5.2, annex 2]. */
#include "config.h"

#include "score-page-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "reason-popover.h"
#include "text.h"
#include "widget-help.h"

static YsSession *
session_of (YsScorePage *self)
{
  return ys_page_get_session (YS_PAGE (self));
}

static const YsScheme *
scheme_of (YsScorePage *self)
{
  return ys_standing_scheme (self->reading->standing)->scheme;
}

/* (transfer full): "+5.00" */
static char *
points_text (gint64 points)
{
  g_autofree char *number = ys_hundredths_to_text (points, FALSE);

  return g_strdup_printf (points > 0 ? "+%s" : "%s", number);
}

static void
say (GtkLabel *label, const char *sentence)
{
  gtk_label_set_label (label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (label), sentence != NULL);
}

/* --- Survey ------------------------------------------------------------------------------- */

/* (nullable) */
static const YsSurvey *
survey_of (YsScorePage *self)
{
  for (guint i = 0; i < self->reading->surveys->len; i++)
    {
      const YsSurvey *survey = self->reading->surveys->pdata[i];

      if (survey->compound_id == self->chosen)
        return survey;
    }
  return NULL;
}

/* A per cent sign may stand behind it. */
static gboolean
read_rate (GtkEntry *entry, YsNumber *out_rate)
{
  g_autofree char *text = ys_text_clean (gtk_editable_get_text (GTK_EDITABLE (entry)));
  gsize length = strlen (text);

  *out_rate = YS_NUMBER_UNSET;
  if (length > 0 && text[length - 1] == '%')
    text[length - 1] = '\0';
  return ys_number_read_hundredths (text, out_rate);
}

static void
show_survey_points (YsScorePage *self)
{
  YsNumber rate, coverage;
  g_autofree char *points = NULL;
  g_autofree char *text = NULL;

  if (!read_rate (self->rate, &rate) || !read_rate (self->coverage, &coverage) || !rate.is_set
      || !coverage.is_set)
    {
      gtk_label_set_label (self->survey_points, "—");
      return;
    }
  points = points_text (ys_survey_points (scheme_of (self), rate.value, coverage.value));
  text = g_strdup_printf (_ ("%s points"), points);
  gtk_label_set_label (self->survey_points, text);
}

static void
on_survey_typed_cb (YsScorePage *self)
{
  if (!self->filling && self->reading != NULL)
    show_survey_points (self);
}

static void
save_survey (YsScorePage *self)
{
  YsSession *session = session_of (self);
  const YsSurvey *held = self->reading != NULL ? survey_of (self) : NULL;
  YsNumber rate, coverage;
  g_autoptr (GError) error = NULL;

  if (self->filling || self->reading == NULL || !ys_score_page_is_open (self))
    return;
  if (!read_rate (self->rate, &rate) || !read_rate (self->coverage, &coverage))
    {
      say (self->survey_wrong, _ ("That is no percentage. Write 85 or 85.50."));
      return;
    }
  say (self->survey_wrong, NULL);
  /* One of two: the other one follows. */
  if (!rate.is_set || !coverage.is_set
      || (held != NULL && ys_number_equal (held->rate, rate)
          && ys_number_equal (held->coverage, coverage)))
    return;
  if (!ys_survey_set (ys_session_get_ledger (session), self->chosen, self->reading->span,
                      rate.value, coverage.value, &error))
    {
      say (self->survey_wrong, error->message);
      return;
    }
  ys_session_changed (session);
}

static void
on_survey_activate_cb (YsScorePage *self, GtkEntry *entry)
{
  save_survey (self);
  if (entry == self->rate)
    gtk_widget_grab_focus (GTK_WIDGET (self->coverage));
}

static void
show_rate (GtkEntry *entry, YsNumber number, gboolean open)
{
  g_autofree char *text
      = number.is_set ? ys_hundredths_to_text (number.value, FALSE) : g_strdup ("");

  if (!gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (entry)))))
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_widget_set_sensitive (GTK_WIDGET (entry), open);
}

static void
show_survey (YsScorePage *self)
{
  const YsSurvey *survey = survey_of (self);
  gboolean open = ys_score_page_is_open (self);

  self->filling = TRUE;
  show_rate (self->rate, survey != NULL ? survey->rate : YS_NUMBER_UNSET, open);
  show_rate (self->coverage, survey != NULL ? survey->coverage : YS_NUMBER_UNSET, open);
  say (self->survey_wrong, NULL);
  self->filling = FALSE;
  show_survey_points (self);
}

/* --- Bonuses ------------------------------------------------------------------------------ */

typedef struct
{
  YsScorePage *page;
  gint64 id;
} Withdrawal;

static char *
on_withdraw_reason_cb (const char *reason, gpointer data)
{
  const Withdrawal *withdrawal = data;
  YsSession *session = session_of (withdrawal->page);
  g_autoptr (GError) error = NULL;

  if (!ys_bonus_withdraw (ys_session_get_ledger (session), withdrawal->id, reason, &error))
    return g_strdup (error->message);
  ys_session_changed (session);
  return NULL;
}

static void
on_withdraw_cb (GtkButton *button, gpointer data)
{
  Withdrawal *withdrawal = g_new0 (Withdrawal, 1);
  gint64 *id = g_object_get_data (G_OBJECT (button), "bonus");

  *withdrawal = (Withdrawal){ data, *id };
  ys_reason_popover_ask (GTK_WIDGET (button), _ ("The title counts no more and stays to be seen."),
                         _ ("Withdraw the title"), on_withdraw_reason_cb, withdrawal, g_free);
}

/* (transfer full): title, project, certificate; and why it was withdrawn. */
static char *
describe_bonus (const YsBonus *bonus)
{
  GString *text = g_string_new (ys_choice_label (ys_title_choices, bonus->title));

  if (bonus->project != NULL)
    g_string_append_printf (text, " · %s", bonus->project);
  if (bonus->certificate != NULL)
    g_string_append_printf (text, " · %s", bonus->certificate);
  if (bonus->withdrawn)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("withdrawn: %s"),
                              bonus->withdrawn_reason != NULL ? bonus->withdrawn_reason : "");
    }
  return g_string_free (text, FALSE);
}

static void
add_bonus (YsScorePage *self, const YsBonus *bonus)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *text = describe_bonus (bonus);
  g_autofree char *points
      = points_text (bonus->withdrawn ? 0 : ys_title_points (scheme_of (self), bonus->title));
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *number = gtk_label_new (points);
  GtkWidget *button = gtk_button_new_with_label (_ ("Withdraw it…"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (bonus->withdrawn ? label : number,
                            bonus->withdrawn ? "faint" : "green");
  gtk_widget_add_css_class (button, "small");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (button, !bonus->withdrawn);
  gtk_widget_set_sensitive (button, ys_score_page_is_open (self));
  g_object_set_data_full (G_OBJECT (button), "bonus", g_memdup2 (&bonus->id, sizeof bonus->id),
                          g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_withdraw_cb), self, 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_box_append (self->bonuses, box);
}

static int
title_of (YsScorePage *self)
{
  return (int)gtk_drop_down_get_selected (self->title) + 1;
}

static void
on_title_cb (YsScorePage *self)
{
  g_autofree char *points = NULL;
  g_autofree char *text = NULL;

  if (self->reading == NULL)
    return;
  points = points_text (ys_title_points (scheme_of (self), title_of (self)));
  text = g_strdup_printf (_ ("%s points"), points);
  gtk_label_set_label (self->bonus_points, text);
}

static void
on_bonus_add_cb (YsScorePage *self)
{
  YsSession *session = session_of (self);
  g_autofree char *period = NULL;
  g_autofree char *project = ys_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->project)));
  g_autofree char *paper = ys_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->certificate)));
  g_autoptr (GError) error = NULL;
  YsBonus bonus = { .compound_id = self->chosen, .title = title_of (self) };

  if (self->reading == NULL || !ys_score_page_is_open (self))
    return;
  period = ys_span_name (self->reading->span);
  bonus.period = period;
  bonus.project = *project != '\0' ? project : NULL;
  bonus.certificate = *paper != '\0' ? paper : NULL;
  if (!ys_bonus_add (ys_session_get_ledger (session), &bonus, &error))
    {
      say (self->bonus_wrong, error->message);
      return;
    }
  say (self->bonus_wrong, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->project), "");
  gtk_editable_set_text (GTK_EDITABLE (self->certificate), "");
  ys_session_changed (session);
}

void
ys_score_page_show_extras (YsScorePage *self)
{
  gboolean open = ys_score_page_is_open (self);
  gboolean any = FALSE;

  show_survey (self);
  ys_list_box_clear (self->bonuses);
  for (guint i = 0; i < self->reading->bonuses->len; i++)
    {
      const YsBonus *bonus = self->reading->bonuses->pdata[i];

      if (bonus->compound_id != self->chosen)
        continue;
      add_bonus (self, bonus);
      any = TRUE;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->bonuses), any);
  gtk_widget_set_sensitive (GTK_WIDGET (self->bonus_add), open);
  gtk_widget_set_sensitive (GTK_WIDGET (self->project), open);
  gtk_widget_set_sensitive (GTK_WIDGET (self->certificate), open);
  gtk_widget_set_sensitive (GTK_WIDGET (self->title), open);
  on_title_cb (self);
}

void
ys_score_page_init_extras (YsScorePage *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (const YsChoice *choice = ys_title_choices; choice->nick != NULL; choice++)
    gtk_string_list_append (titles, _ (choice->label));
  gtk_drop_down_set_model (self->title, G_LIST_MODEL (titles));
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, YsScorePage, name)
#define CALL(name) gtk_widget_class_bind_template_callback (widget_class, name)

void
ys_score_page_bind_extras (GtkWidgetClass *widget_class)
{
  BIND (rate);
  BIND (coverage);
  BIND (survey_points);
  BIND (survey_wrong);
  BIND (bonuses);
  BIND (title);
  BIND (project);
  BIND (certificate);
  BIND (bonus_points);
  BIND (bonus_add);
  BIND (bonus_wrong);
  gtk_widget_class_bind_template_callback_full (widget_class, "on_survey_leave_cb",
                                                G_CALLBACK (save_survey));
  CALL (on_survey_typed_cb);
  CALL (on_survey_activate_cb);
  CALL (on_title_cb);
  CALL (on_bonus_add_cb);
}
