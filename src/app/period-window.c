/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checks run in a thread; the button waits for them, and stays shut while one of them stops. */
#include "config.h"

#include "period-window.h"

#include <glib/gi18n-lib.h>

#include "catalogue-job.h"
#include "note-row.h"
#include "period-chooser.h"
#include "period-job.h"
#include "standing-list.h"
#include "widget-help.h"

typedef struct
{
  YsFormWindow *window; /* borrowed: it owns this */
  YsSession *session;
  YsStanding *standing;
  GtkWidget *over; /* (nullable): the page, while it lives */
  GtkListBox *list;
  GtkWidget *waiting;
  GtkEntry *reason; /* (nullable) */
  gboolean ready;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_clear_weak_pointer (&form->over);
  ys_standing_unref (form->standing);
  g_object_unref (form->session);
  g_free (form);
}

static Form *
form_of (YsFormWindow *window)
{
  return g_object_get_data (G_OBJECT (window), "form");
}

/* (transfer none) (nullable): NULL: what was typed is nothing. */
static const char *
reason_of (Form *form)
{
  const char *text
      = form->reason != NULL ? gtk_editable_get_text (GTK_EDITABLE (form->reason)) : "";

  return *text != '\0' ? text : NULL;
}

/* -- In threads ------------------------------------------------------------------------------- */

typedef struct
{
  YsStanding *standing;
  YsRegistry *registry;
  YsInstant now;
  char *reason; /* (nullable) */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  ys_standing_unref (request->standing);
  ys_registry_unref (request->registry);
  g_free (request->reason);
  g_free (request);
}

static Request *
request_new (Form *form)
{
  Request *request = g_new0 (Request, 1);

  request->standing = ys_standing_ref (form->standing);
  request->registry = ys_registry_ref (ys_session_get_registry (form->session));
  request->now = ys_session_now (form->session);
  request->reason = g_strdup (reason_of (form));
  return request;
}

static gpointer
check (YsLedger *ledger,
       YsProgressFunc progress,
       gpointer progress_data,
       gpointer data,
       GCancellable *cancellable,
       GError **error)
{
  const Request *request = data;

  return ys_period_checks (ledger, request->registry, request->standing, request->now, error);
}

/* Its result only says that it was done. */
static gpointer
finalise (YsLedger *ledger,
          YsProgressFunc progress,
          gpointer progress_data,
          gpointer data,
          GCancellable *cancellable,
          GError **error)
{
  const Request *request = data;

  return ys_period_finalise (ledger, request->registry, ys_standing_span (request->standing),
                             request->reason, request->now, error)
             ? g_strdup ("")
             : NULL;
}

/* -- Checks ----------------------------------------------------------------------------------- */

/* Where a check is mended. */
typedef struct
{
  const char *room; /* (nullable): NULL: nowhere */
  gint64 compound_id;
  char *field; /* (nullable) */
} Way;

static gint64
first_of (const GArray *ids)
{
  return ids->len > 0 ? g_array_index (ids, gint64, 0) : 0;
}

/* (transfer full) (nullable): the work of this id; cases count backwards. */
static char *
work_field (gint64 id)
{
  return id != 0 ? g_strdup_printf ("id:%" G_GINT64_FORMAT, id) : NULL;
}

/* (transfer full) (nullable): the first clause whose figure is asked for. */
static char *
unspecified_field (Form *form)
{
  YsSpan span = ys_standing_span (form->standing);
  g_autoptr (YsCatalogueBook) book = ys_catalogue_load (ys_session_get_ledger (form->session),
                                                        YS_ANNEX_2, ys_span_last (span), NULL);

  for (guint i = 0; book != NULL && i < ys_catalogue_book_n_clauses (book); i++)
    if (ys_clause_is_unspecified (ys_catalogue_book_clause (book, i)))
      return g_strconcat ("catalogue:", ys_catalogue_book_clause (book, i)->code, NULL);
  return NULL;
}

/* The first of those that a check names: when it is mended, the check leads to the next. */
static Way
way_of (Form *form, const YsPeriodCheck *one)
{
  gint64 compound = first_of (one->compounds);

  switch (one->kind)
    {
    case YS_CHECK_NOT_OVER:
      break;
    case YS_CHECK_PENDING:
    case YS_CHECK_PAYOUT:
      return (Way){ "ranking", compound, NULL };
    case YS_CHECK_SHEET_MISSING:
    case YS_CHECK_SHEETS_DIFFER:
      return (Way){ "scores", compound, g_strdup ("annex2") };
    case YS_CHECK_TWIN:
    case YS_CHECK_STRICTNESS:
      return (Way){ "scores", compound, NULL };
    case YS_CHECK_FAULT_PROPOSED:
      return (Way){ "cases", 0, work_field (-first_of (one->refs)) };
    case YS_CHECK_OBJECTION_OPEN:
    case YS_CHECK_PROVISIONAL:
      return (Way){ "cases", 0, work_field (first_of (one->refs)) };
    case YS_CHECK_NEVER_INSPECTED:
    case YS_CHECK_FEWER_VISITS:
      return (Way){ "inspections", compound, NULL };
    case YS_CHECK_UNSPECIFIED:
      return (Way){ "settings", 0, unspecified_field (form) };
    }
  return (Way){ NULL, 0, NULL };
}

static void
on_check_activated_cb (Form *form, GtkListBoxRow *row)
{
  const char *room = g_object_get_data (G_OBJECT (row), "room");
  const char *field = ys_note_row_get_field (YS_NOTE_ROW (row));
  g_autofree char *kept = g_strdup (field);
  gint64 compound = ys_note_row_get_id (YS_NOTE_ROW (row));
  g_autoptr (YsSession) session = g_object_ref (form->session);
  gboolean decide = g_object_get_data (G_OBJECT (row), "decide") != NULL;
  g_autoptr (GtkWidget) over = form->over != NULL ? g_object_ref (form->over) : NULL;

  if (room == NULL)
    return;
  gtk_window_destroy (GTK_WINDOW (form->window));
  ys_session_go (session, room, compound, kept);
  if (decide && over != NULL)
    gtk_widget_activate_action (over, "ranking.decide", NULL);
}

static void
add_check (Form *form, const YsPeriodCheck *one)
{
  Way way = way_of (form, one);
  GtkWidget *row
      = ys_note_row_new (one->stops ? "action-unavailable-symbolic" : "dialog-warning-symbolic",
                         one->stops ? "red" : "amber", one->sentence, NULL);

  ys_note_row_set_chip (YS_NOTE_ROW (row), one->stops ? _ ("stops") : _ ("note"),
                        one->stops ? "red" : "amber");
  ys_note_row_set_target (YS_NOTE_ROW (row), way.compound_id, way.field);
  g_object_set_data (G_OBJECT (row), "room", (gpointer)way.room);
  g_object_set_data (G_OBJECT (row), "decide",
                     GINT_TO_POINTER (one->kind == YS_CHECK_PENDING ? 1 : 0));
  if (way.room != NULL)
    gtk_widget_set_tooltip_text (row, _ ("Go to where this is mended"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), way.room != NULL);
  gtk_list_box_append (form->list, row);
  g_free (way.field);
}

static void
show_checks (Form *form, GPtrArray *checks)
{
  guint n_stops = 0;

  ys_list_box_clear (form->list);
  gtk_widget_set_visible (form->waiting, FALSE);
  for (guint i = 0; i < checks->len; i++)
    {
      const YsPeriodCheck *one = checks->pdata[i];

      n_stops += one->stops ? 1 : 0;
      add_check (form, one);
    }
  if (checks->len == 0)
    gtk_list_box_append (form->list, ys_note_row_new ("object-select-symbolic", "green",
                                                      _ ("Nothing stands in the way."), NULL));
  form->ready = TRUE;
  ys_form_window_set_can_accept (form->window, n_stops == 0);
}

static void
on_checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsFormWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) checks = ys_session_run_finish (YS_SESSION (source), result, &error);
  Form *form = form_of (window);

  if (!gtk_widget_get_visible (GTK_WIDGET (window)))
    return;
  if (checks == NULL)
    ys_form_window_set_wrong (window, error->message);
  else
    show_checks (form, checks);
}

static void
on_finalised_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsFormWindow) window = user_data;
  YsSession *session = YS_SESSION (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *done = ys_session_run_finish (session, result, &error);

  if (done == NULL)
    {
      if (gtk_widget_get_visible (GTK_WIDGET (window)))
        {
          ys_form_window_set_can_accept (window, TRUE);
          ys_form_window_set_wrong (window, error->message);
        }
      else
        ys_session_report (session, error);
      return;
    }
  if (gtk_widget_get_visible (GTK_WIDGET (window)))
    gtk_window_destroy (GTK_WINDOW (window));
  ys_session_changed (session);
  ys_session_notify (session, _ ("The period is finalised."), FALSE);
}

static void
on_finalise_cb (Form *form)
{
  if (form->reason != NULL && reason_of (form) == NULL)
    {
      ys_form_window_set_wrong (form->window,
                                _ ("It was finalised before: say why it is finalised again."));
      gtk_widget_grab_focus (GTK_WIDGET (form->reason));
      return;
    }
  ys_form_window_set_can_accept (form->window, FALSE);
  ys_session_run_async (form->session, _ ("Finalising the period"), finalise, request_new (form),
                        request_free, g_free, on_finalised_cb, g_object_ref (form->window));
}

static void
on_reopen_cb (Form *form)
{
  YsSession *session = form->session;
  g_autoptr (GError) error = NULL;

  if (!ys_period_reopen (ys_session_get_ledger (session), ys_standing_span (form->standing),
                         reason_of (form) != NULL ? reason_of (form) : "", &error))
    {
      ys_form_window_set_wrong (form->window, error->message);
      return;
    }
  g_object_ref (session);
  gtk_window_destroy (GTK_WINDOW (form->window));
  ys_session_changed (session);
  ys_session_notify (session, _ ("The period is open again."), FALSE);
  g_object_unref (session);
}

/* -- Making ----------------------------------------------------------------------------------- */

static Form *
form_new (GtkWidget *over,
          YsSession *session,
          YsStanding *standing,
          const char *title,
          const char *accept,
          int height,
          void (*accepted) (Form *))
{
  Form *form = g_new0 (Form, 1);

  form->session = g_object_ref (session);
  form->standing = ys_standing_ref (standing);
  g_set_weak_pointer (&form->over, over);
  form->window = ys_form_window_new (over, title, accept, 640, height);
  g_object_set_data_full (G_OBJECT (form->window), "form", form, form_free);
  g_signal_connect_swapped (form->window, "accept", G_CALLBACK (accepted), form);
  return form;
}

/* What will be frozen, in figures. */
static void
add_consequences (Form *form)
{
  const YsAwards *awards = ys_standing_awards (form->standing);
  g_autofree char *money = ys_standing_money (awards->total);
  g_autofree char *figures = g_strdup_printf (_ ("Frozen are the scores, ranks and workings of %u "
                                                 "compounds and awards of %s yuan."),
                                              ys_standing_n_assessed (form->standing), money);

  ys_form_window_add_text (form->window, _ ("What will happen"), "section");
  ys_form_window_add_text (form->window, figures, NULL);
  ys_form_window_add_text (form->window,
                           _ ("Findings, sheets, bonuses and decisions of the period can no longer "
                              "be "
                              "changed. It can be reopened with a reason; this version stays "
                              "readable."),
                           "dim");
}

YsFormWindow *
ys_finalise_window_present (GtkWidget *over,
                            YsSession *session,
                            YsStanding *standing,
                            gboolean was_final)
{
  g_autofree char *period = ys_period_label (ys_standing_span (standing));
  /* Translators: %s is a period such as 2026年10月. */
  g_autofree char *title = g_strdup_printf (_ ("Finalise %s"), period);
  Form *form = form_new (over, session, standing, title, _ ("Finalise"), 620, on_finalise_cb);

  ys_form_window_add_text (form->window, _ ("Checks"), "section");
  form->waiting = ys_form_window_add_text (form->window, _ ("Checking…"), "dim");
  form->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (form->list, GTK_SELECTION_NONE);
  g_signal_connect_swapped (form->list, "row-activated", G_CALLBACK (on_check_activated_cb), form);
  gtk_widget_add_css_class (GTK_WIDGET (form->list), "plain");
  gtk_widget_add_css_class (GTK_WIDGET (form->list), "airy");
  gtk_accessible_update_property (GTK_ACCESSIBLE (form->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Checks"), -1);
  ys_form_window_append (form->window, GTK_WIDGET (form->list));
  add_consequences (form);
  if (was_final)
    form->reason
        = ys_form_window_add_entry (form->window, _ ("Reason"), _ ("why it is finalised again"));
  ys_form_window_set_can_accept (form->window, FALSE);
  gtk_window_present (GTK_WINDOW (form->window));
  ys_session_read_async (session, NULL, check, request_new (form), request_free,
                         (GDestroyNotify)g_ptr_array_unref, on_checked_cb,
                         g_object_ref (form->window));
  return form->window;
}

YsFormWindow *
ys_reopen_window_present (GtkWidget *over, YsSession *session, YsStanding *standing)
{
  g_autofree char *period = ys_period_label (ys_standing_span (standing));
  g_autofree char *title = g_strdup_printf (_ ("Reopen %s"), period);
  g_autofree char *text
      = g_strdup_printf (_ ("Version %u stays readable and can be compared with what is finalised "
                            "later. Until then the ranking is not final, and what was filed from "
                            "it "
                            "may no longer agree."),
                         ys_standing_version (standing));
  Form *form = form_new (over, session, standing, title, _ ("Reopen"), -1, on_reopen_cb);

  ys_form_window_add_text (form->window, _ ("What will happen"), "section");
  ys_form_window_add_text (form->window, text, NULL);
  form->reason = ys_form_window_add_entry (form->window, _ ("Reason"), _ ("why it is reopened"));
  form->ready = TRUE;
  gtk_window_present (GTK_WINDOW (form->window));
  return form->window;
}

gboolean
ys_finalise_window_is_ready (YsFormWindow *window)
{
  g_return_val_if_fail (YS_IS_FORM_WINDOW (window), FALSE);

  return form_of (window)->ready;
}
