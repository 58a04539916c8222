/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Enter goes to the next field and saves from the last one. The deadline is the clause's unless a
 * time limit or the platform's own deadline is typed. */
#include "config.h"

#include "case-form.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "case-job.h"
#include "catalogue-job.h"
#include "inspection.h"
#include "instant-read.h"
#include "look.h"
#include "pick-entry.h"
#include "resources.h"
#include "widget-help.h"
#include "work-words.h"

#define MOST_OFFERED 8

struct _YsCaseForm
{
  GtkPopover parent_instance;

  GtkEntry *number;
  GtkDropDown *level;
  YsPickEntry *channel;
  YsPickEntry *compound;
  YsPickEntry *clause;
  GtkEntry *place;
  GtkEntry *note;
  GtkEntry *at;
  GtkEntry *due;
  GtkLabel *deadline;
  GtkLabel *error;
  GtkButton *save;

  YsSession *session;    /* (nullable) weak: GTK keeps a popover that the pointer was over */
  YsCatalogueBook *book; /* (nullable): annex 1 of the day it was read for */
  YsDate book_day;
  gboolean showing;
};

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsCaseForm, ys_case_form, GTK_TYPE_POPOVER)

/* -- Reading ---------------------------------------------------------------------------------- */

static const char *
text_of (GtkEntry *entry)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));

  return *text != '\0' ? text : NULL;
}

static YsInstant
read_at (YsCaseForm *self, char **out_reason)
{
  YsInstant now = ys_session_now (self->session);
  YsInstant at = now;

  if (text_of (self->at) != NULL && !ys_instant_read (text_of (self->at), now, &at, out_reason))
    return 0;
  return at;
}

static void
load_book (YsCaseForm *self, YsDate day)
{
  if (self->book != NULL && ys_date_equal (self->book_day, day))
    return;
  g_clear_pointer (&self->book, ys_catalogue_book_unref);
  self->book = ys_catalogue_load (ys_session_get_ledger (self->session), YS_ANNEX_1, day, NULL);
  self->book_day = day;
}

/* (nullable): the clause that is written, by its code, else the one that fits best. */
static const YsClause *
read_clause (YsCaseForm *self)
{
  const char *text = ys_pick_entry_get_text (self->clause);
  g_auto (GStrv) words = g_strsplit (text, " ", 2);
  g_autoptr (GArray) matches = NULL;
  const YsClause *clause;

  if (self->book == NULL || *text == '\0')
    return NULL;
  clause = ys_catalogue_book_find (self->book, words[0]);
  if (clause != NULL)
    return clause;
  matches = ys_catalogue_book_search (self->book, text, 1);
  return matches->len > 0 ? g_array_index (matches, YsClauseMatch, 0).clause : NULL;
}

/* The time limit or the platform's deadline. FALSE: neither. */
static gboolean
read_due (YsCaseForm *self, YsLimit *limit, YsInstant *deadline, char **out_reason)
{
  const char *text = text_of (self->due);

  *limit = (YsLimit){ 0, YS_LIMIT_NONE };
  *deadline = 0;
  if (text == NULL || ys_limit_from_text (text, limit))
    return TRUE;
  return ys_instant_read (text, ys_session_now (self->session), deadline, out_reason);
}

/* -- The deadline ----------------------------------------------------------------------------- */

/* (transfer full) (nullable): the deadline as it would be. */
static char *
foretell (YsCaseForm *self)
{
  const YsWorkCalendar *calendar = ys_session_get_calendar (self->session);
  YsInstant now = ys_session_now (self->session);
  YsInstant at = read_at (self, NULL);
  g_auto (YsDeadline) computed = { 0 };
  g_autofree char *when = NULL;
  g_autofree char *official = NULL;
  const YsClause *clause;
  YsInstant deadline;
  YsLimit limit;

  if (at == 0 || calendar == NULL || !read_due (self, &limit, &deadline, NULL))
    return NULL;
  load_book (self, ys_instant_to_date (at));
  clause = read_clause (self);
  if (deadline != 0)
    {
      when = ys_work_when (deadline, now);
      return g_strdup_printf (_ ("Deadline %s, as dispatched"), when);
    }
  if (limit.unit == YS_LIMIT_NONE && clause != NULL && clause->limit_amount.is_set)
    limit = (YsLimit){ clause->limit_amount.value, (YsLimitUnit)clause->limit_unit };
  if (!ys_deadline_compute (calendar, at, limit, NULL, 0, FALSE, &computed))
    return NULL;
  when = ys_work_when (computed.deadline, now);
  official = ys_limit_to_official (limit);
  /* Translators: a deadline and the time limit that gives it. */
  return g_strdup_printf (computed.provisional ? _ ("Deadline %s (%s), provisional")
                                               : _ ("Deadline %s (%s)"),
                          when, official);
}

static void
on_changed_cb (YsCaseForm *self)
{
  g_autofree char *text = NULL;

  if (self->session == NULL || self->showing)
    return;
  text = foretell (self);
  gtk_label_set_label (self->deadline,
                       text != NULL ? text : _ ("The deadline appears with the clause"));
  ys_widget_set_class (GTK_WIDGET (self->deadline), "strong", text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->error), FALSE);
}

/* -- Offers ----------------------------------------------------------------------------------- */

static GStrv
suggest_compound (YsPickEntry *entry, const char *text, gpointer user_data)
{
  YsCaseForm *self = user_data;
  YsRegistry *registry = ys_session_get_registry (self->session);

  return registry != NULL && *text != '\0'
             ? ys_registry_suggest (registry, "name", text, MOST_OFFERED)
             : NULL;
}

static GStrv
suggest_clause (YsPickEntry *entry, const char *text, gpointer user_data)
{
  YsCaseForm *self = user_data;
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autoptr (GArray) matches = NULL;
  YsInstant at = read_at (self, NULL);

  load_book (self, ys_instant_to_date (at != 0 ? at : ys_session_now (self->session)));
  if (self->book == NULL || *text == '\0')
    return NULL;
  matches = ys_catalogue_book_search (self->book, text, MOST_OFFERED);
  for (guint i = 0; i < matches->len; i++)
    {
      const YsClause *clause = g_array_index (matches, YsClauseMatch, i).clause;
      g_autofree char *word = g_strdup_printf ("%s %s", clause->code, clause->name);

      g_strv_builder_add (words, word);
    }
  return g_strv_builder_end (words);
}

/* The usual channels; another one can be typed. */
static GStrv
suggest_channel (YsPickEntry *entry, const char *text, gpointer user_data)
{
  static const char *const channels[]
      = { "网格上报", "12345热线", "视频巡查", "市民上报", "领导批示", "媒体曝光" };
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    if (strstr (channels[i], text) != NULL && !g_str_equal (channels[i], text))
      g_strv_builder_add (words, channels[i]);
  return g_strv_builder_end (words);
}

/* -- Saving ----------------------------------------------------------------------------------- */

static gboolean
refuse (YsCaseForm *self, GtkWidget *field, const char *sentence)
{
  gtk_label_set_label (self->error, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->error), TRUE);
  gtk_widget_grab_focus (field);
  return FALSE;
}

static gboolean
read_case (YsCaseForm *self, YsCase *one, YsLimit *limit, const YsClause **out_clause)
{
  g_autofree char *reason = NULL;
  g_autoptr (GError) error = NULL;

  if (text_of (self->number) == NULL)
    return refuse (self, GTK_WIDGET (self->number),
                   _ ("The case number is missing. Write it as the platform gives it."));
  one->compound_id = ys_registry_find_by_name (ys_session_get_registry (self->session),
                                               ys_pick_entry_get_text (self->compound), &error);
  if (one->compound_id == 0)
    return refuse (self, GTK_WIDGET (self->compound), error->message);
  one->at = read_at (self, &reason);
  if (one->at == 0)
    return refuse (self, GTK_WIDGET (self->at), reason);
  load_book (self, ys_instant_to_date (one->at));
  *out_clause = read_clause (self);
  if (*out_clause == NULL)
    return refuse (self, GTK_WIDGET (self->clause),
                   _ ("No clause fits. Write its code, its name or its initials."));
  if (!read_due (self, limit, &one->deadline, &reason))
    return refuse (self, GTK_WIDGET (self->due),
                   _ ("Neither a time limit (3d, 4h) nor a deadline (10-15 17:30)."));
  return TRUE;
}

static void
clear_form (YsCaseForm *self)
{
  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->number), "");
  ys_pick_entry_set_text (self->clause, "");
  gtk_editable_set_text (GTK_EDITABLE (self->place), "");
  gtk_editable_set_text (GTK_EDITABLE (self->note), "");
  gtk_editable_set_text (GTK_EDITABLE (self->due), "");
  gtk_editable_set_text (GTK_EDITABLE (self->at), "");
  self->showing = FALSE;
}

static void
on_save_clicked_cb (YsCaseForm *self)
{
  YsCase *one = ys_record_new (&ys_case_type);
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  const YsClause *clause = NULL;
  const char *channel = ys_pick_entry_get_text (self->channel);
  YsLimit limit;
  gint64 id = 0;

  if (read_case (self, one, &limit, &clause))
    {
      one->number = g_strdup (text_of (self->number));
      one->level = gtk_drop_down_get_selected (self->level) == 1 ? YS_INSPECTION_LEVEL_CITY
                                                                 : YS_INSPECTION_LEVEL_DISTRICT;
      one->channel = *channel != '\0' ? g_strdup (channel) : NULL;
      one->place = g_strdup (text_of (self->place));
      one->note = g_strdup (text_of (self->note));
      id = ys_case_add (ys_session_get_ledger (self->session), one, clause->code, limit, &error);
      if (id <= 0)
        refuse (self, GTK_WIDGET (self->number), error->message);
    }
  said = id > 0 ? g_strdup_printf (_ ("Case %s was registered"), one->number) : NULL;
  ys_record_free (&ys_case_type, one);
  if (id <= 0)
    return;
  clear_form (self);
  gtk_popover_popdown (GTK_POPOVER (self));
  ys_session_changed (self->session);
  ys_session_notify (self->session, said, TRUE);
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, -id);
}

/* Enter in a field goes on to the next one, from the last one it saves. */
static void
on_activate_cb (YsCaseForm *self, GtkWidget *field)
{
  GtkWidget *const order[]
      = { GTK_WIDGET (self->number),  GTK_WIDGET (self->compound), GTK_WIDGET (self->clause),
          GTK_WIDGET (self->place),   GTK_WIDGET (self->at),       GTK_WIDGET (self->due),
          GTK_WIDGET (self->channel), GTK_WIDGET (self->note) };

  for (guint i = 0; i + 1 < G_N_ELEMENTS (order); i++)
    if (order[i] == field)
      {
        gtk_widget_grab_focus (order[i + 1]);
        return;
      }
  on_save_clicked_cb (self);
}

/* -- The form --------------------------------------------------------------------------------- */

static void
on_show_cb (YsCaseForm *self)
{
  if (self->session == NULL)
    return;
  if (text_of (self->at) == NULL)
    {
      g_autofree char *at = ys_instant_to_typed (ys_session_now (self->session));

      gtk_editable_set_text (GTK_EDITABLE (self->at), at);
    }
  on_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->number));
}

void
ys_case_form_load (YsCaseForm *self, YsSession *session)
{
  g_return_if_fail (YS_IS_CASE_FORM (self));

  g_set_weak_pointer (&self->session, session);
  ys_pick_entry_set_suggest (self->compound, suggest_compound, self);
  ys_pick_entry_set_suggest (self->clause, suggest_clause, self);
  ys_pick_entry_set_suggest (self->channel, suggest_channel, self);
}

static void
ys_case_form_dispose (GObject *object)
{
  YsCaseForm *self = YS_CASE_FORM (object);

  g_clear_weak_pointer (&self->session);
  g_clear_pointer (&self->book, ys_catalogue_book_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_CASE_FORM);

  G_OBJECT_CLASS (ys_case_form_parent_class)->dispose (object);
}

static void
ys_case_form_class_init (YsCaseFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_case_form_dispose;
  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  g_type_ensure (YS_TYPE_PICK_ENTRY);
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/case-form.ui"));
  gtk_widget_class_bind_template_child (widget_class, YsCaseForm, number);
  gtk_widget_class_bind_template_child (widget_class, YsCaseForm, level);
  gtk_widget_class_bind_template_child (widget_class, YsCaseForm, channel);
  gtk_widget_class_bind_template_child (widget_class, YsCaseForm, compound);
  gtk_widget_class_bind_template_child (widget_class, YsCaseForm, clause);
  gtk_widget_class_bind_template_child (widget_class, YsCaseForm, place);
  gtk_widget_class_bind_template_child (widget_class, YsCaseForm, note);
  gtk_widget_class_bind_template_child (widget_class, YsCaseForm, at);
  gtk_widget_class_bind_template_child (widget_class, YsCaseForm, due);
  gtk_widget_class_bind_template_child (widget_class, YsCaseForm, deadline);
  gtk_widget_class_bind_template_child (widget_class, YsCaseForm, error);
  gtk_widget_class_bind_template_child (widget_class, YsCaseForm, save);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_show_cb);
}

static void
ys_case_form_init (YsCaseForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
