/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A correction changes the record; what it said before is in the audit log. */
#include "config.h"

#include "decided-list.h"

#include <glib/gi18n-lib.h>

#include "history.h"
#include "note-row.h"
#include "period-chooser.h"
#include "period-job.h"
#include "standing-list.h"
#include "when.h"

/* --- Reading ------------------------------------------------------------------------------ */

typedef struct
{
  YsAwardDecision *decision;
  GPtrArray *corrections; /* (element-type utf8): newest first */
} Decided;

static void
decided_free (gpointer data)
{
  Decided *decided = data;

  ys_record_free (&ys_award_decision_type, decided->decision);
  g_clear_pointer (&decided->corrections, g_ptr_array_unref);
  g_free (decided);
}

/* (transfer full): "2026-10-10 09:00 王某某: Prize second prize → first prize" */
static char *
describe_correction (YsLedger *ledger, const YsAuditLine *line, YsDate today)
{
  g_autoptr (GPtrArray) fields = ys_history_fields (ledger, line);
  g_autofree char *at = ys_when_instant (line->at, today);
  GString *text = g_string_new (NULL);

  /* Translators: when a decision was corrected, by whom. */
  g_string_append_printf (text, _ ("corrected %s by %s"), at, line->user);
  for (guint i = 0; i < fields->len; i++)
    {
      const YsHistoryField *field = fields->pdata[i];

      g_string_append_printf (text, "%s%s %s → %s", i == 0 ? ": " : "; ", field->field,
                              *field->before != '\0' ? field->before : "—",
                              *field->after != '\0' ? field->after : "—");
    }
  return g_string_free (text, FALSE);
}

/* (transfer full) (nullable) */
static GPtrArray *
read_corrections (YsLedger *ledger, const YsAwardDecision *decision, YsDate today, GError **error)
{
  g_autoptr (GPtrArray) lines
      = ys_history_list_record (ledger, ys_award_decision_type.name, decision->id, error);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  if (lines == NULL)
    return NULL;
  for (guint i = 0; i < lines->len; i++)
    {
      const YsAuditLine *line = lines->pdata[i];

      if (line->before != NULL && line->after != NULL)
        g_ptr_array_add (texts, describe_correction (ledger, line, today));
    }
  return g_steal_pointer (&texts);
}

typedef struct
{
  YsSpan span;
  YsDate today;
} Request;

/* In a thread. */
static gpointer
read_decided (YsLedger *ledger,
              YsProgressFunc progress,
              gpointer progress_data,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  const Request *request = data;
  g_autoptr (GPtrArray) decisions = ys_award_decisions (ledger, request->span, error);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (decided_free);

  if (decisions == NULL)
    return NULL;
  g_ptr_array_set_free_func (decisions, NULL);
  for (guint i = 0; i < decisions->len; i++)
    {
      Decided *decided = g_new0 (Decided, 1);

      decided->decision = decisions->pdata[i];
      g_ptr_array_add (all, decided);
    }
  for (guint i = 0; i < all->len; i++)
    {
      Decided *decided = all->pdata[i];

      decided->corrections = read_corrections (ledger, decided->decision, request->today, error);
      if (decided->corrections == NULL)
        return NULL;
    }
  return g_steal_pointer (&all);
}

/* --- Showing ------------------------------------------------------------------------------ */

typedef struct
{
  YsStanding *standing;
  YsDate today;
  GtkListBox *list;
  int n;
} State;

static void
state_free (gpointer data)
{
  State *state = data;

  ys_standing_unref (state->standing);
  g_free (state);
}

static void
add_row (State *state, const char *icon, const char *title, const char *detail)
{
  GtkWidget *row = ys_note_row_new (icon, icon != NULL ? "green" : NULL, title, detail);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (state->list, row);
}

static void
add_decided (State *state, const Decided *decided)
{
  const YsAwardDecision *one = decided->decision;
  const YsStandingRow *row = ys_standing_find (state->standing, one->compound_id);
  const char *prize = ys_standing_prize_name (state->standing,
                                              one->red && one->prize != YS_PRIZE_NONE ? YS_PRIZE_RED
                                                                                      : one->prize);
  g_autofree char *at = ys_when_instant (one->at, state->today);
  /* Translators: a compound, the prize that was decided. */
  g_autofree char *title = g_strdup_printf (_ ("%s: %s"), row != NULL ? row->name : "?",
                                            prize != NULL ? prize : _ ("no prize"));
  /* Translators: who decided a prize, when, and why. */
  g_autofree char *detail = g_strdup_printf (_ ("%s, %s: %s"), one->person, at, one->reason);

  add_row (state, "object-select-symbolic", title, detail);
  for (guint i = 0; i < decided->corrections->len; i++)
    add_row (state, NULL, decided->corrections->pdata[i], NULL);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) box = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = ys_session_run_finish (YS_SESSION (source), result, &error);
  State *state = g_object_get_data (G_OBJECT (box), "decided");

  if (all == NULL)
    {
      ys_session_report (YS_SESSION (source), error);
      return;
    }
  for (guint i = 0; i < all->len; i++)
    add_decided (state, all->pdata[i]);
  state->n = (int)all->len;
  gtk_widget_set_visible (box, all->len > 0);
}

GtkWidget *
ys_decided_list_new (YsSession *session, YsStanding *standing)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_label_new (_ ("Decided already"));
  State *state = g_new0 (State, 1);
  Request *request = g_new0 (Request, 1);

  g_return_val_if_fail (YS_IS_SESSION (session) && standing != NULL, NULL);

  *state = (State){ ys_standing_ref (standing), ys_session_today (session),
                    GTK_LIST_BOX (gtk_list_box_new ()), -1 };
  *request = (Request){ ys_standing_span (standing), ys_session_today (session) };
  gtk_label_set_xalign (GTK_LABEL (head), 0);
  gtk_widget_add_css_class (head, "section");
  gtk_list_box_set_selection_mode (state->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (state->list), "plain");
  gtk_widget_add_css_class (GTK_WIDGET (state->list), "airy");
  gtk_accessible_update_property (GTK_ACCESSIBLE (state->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Decided already"), -1);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (state->list));
  gtk_widget_set_visible (box, FALSE);
  g_object_set_data_full (G_OBJECT (box), "decided", state, state_free);
  ys_session_read_async (session, NULL, read_decided, request, g_free,
                         (GDestroyNotify)g_ptr_array_unref, on_read_cb, g_object_ref_sink (box));
  return box;
}

int
ys_decided_list_n (GtkWidget *list)
{
  const State *state = g_object_get_data (G_OBJECT (list), "decided");

  g_return_val_if_fail (state != NULL, -1);

  return state->n;
}

YsFormWindow *
ys_decided_window_present (GtkWidget *over, YsSession *session, YsStanding *standing)
{
  g_autofree char *period = ys_period_label (ys_standing_span (standing));
  /* Translators: %s is a period. */
  g_autofree char *title = g_strdup_printf (_ ("Prizes decided in %s"), period);
  YsFormWindow *window = ys_form_window_new (over, title, NULL, 560, 420);

  ys_form_window_append (window, ys_decided_list_new (session, standing));
  gtk_window_present (GTK_WINDOW (window));
  return window;
}
