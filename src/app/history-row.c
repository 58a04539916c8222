/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo stands only where the log can undo: not behind a submission, not behind another undo. */
#include "config.h"

#include "history-row.h"

#include <glib/gi18n-lib.h>

#include "history.h"
#include "look.h"
#include "resources.h"

struct _YsHistoryRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *when;
  GtkLabel *what;
  GtkButton *undo;

  YsSession *session;
  gint64 seq;
};

G_DEFINE_FINAL_TYPE (YsHistoryRow, ys_history_row, GTK_TYPE_LIST_BOX_ROW)

static void
on_undo_clicked_cb (YsHistoryRow *row)
{
  g_autoptr (YsSession) session = g_object_ref (row->session);
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (!ys_history_undo (ys_session_get_ledger (session), row->seq, &sentence, &error))
    {
      ys_session_report (session, error);
      return;
    }
  /* The row itself goes with the refresh. */
  ys_session_changed (session);
  ys_session_notify (session, sentence, FALSE);
}

static void
ys_history_row_dispose (GObject *object)
{
  g_clear_object (&YS_HISTORY_ROW (object)->session);
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_HISTORY_ROW);

  G_OBJECT_CLASS (ys_history_row_parent_class)->dispose (object);
}

static void
ys_history_row_class_init (YsHistoryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_history_row_dispose;
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/history-row.ui"));
  gtk_widget_class_bind_template_child (widget_class, YsHistoryRow, when);
  gtk_widget_class_bind_template_child (widget_class, YsHistoryRow, what);
  gtk_widget_class_bind_template_child (widget_class, YsHistoryRow, undo);
  gtk_widget_class_bind_template_callback (widget_class, on_undo_clicked_cb);
}

static void
ys_history_row_init (YsHistoryRow *row)
{
  gtk_widget_init_template (GTK_WIDGET (row));
}

/* (transfer full): "Class: 2 → 1; Phone: empty → 138…"; the sentence of the line when it is no
 * change of fields. */
static char *
describe (YsSession *session, const YsAuditLine *line, const char *separator)
{
  g_autoptr (GPtrArray) fields = NULL;
  GString *text;

  if (line->before == NULL || line->after == NULL)
    return ys_history_sentence (ys_session_get_ledger (session), line);

  fields = ys_history_fields (ys_session_get_ledger (session), line);
  text = g_string_new (NULL);
  for (guint i = 0; i < fields->len; i++)
    {
      const YsHistoryField *field = g_ptr_array_index (fields, i);

      g_string_append_printf (text, "%s%s  %s → %s", i > 0 ? separator : "", field->field,
                              *field->before != '\0' ? field->before : _ ("empty"),
                              *field->after != '\0' ? field->after : _ ("empty"));
    }
  return g_string_free (text, FALSE);
}

/* (transfer full): "10-15 08:30", with the year when it is another one. */
static char *
format_when (YsInstant at, YsDate today)
{
  g_autofree char *iso = ys_instant_to_iso (at);

  if (iso == NULL || strlen (iso) < 16)
    return g_strdup ("");
  iso[10] = ' ';
  return g_strdup (ys_instant_to_date (at).year == today.year ? iso + 5 : iso);
}

static void
show_what (YsHistoryRow *row, const YsAuditLine *line, gboolean is_short)
{
  g_autofree char *all = describe (row->session, line, "\n");
  g_autofree char *what = describe (row->session, line, is_short ? "；" : "\n");
  g_autofree char *tooltip = g_strdup_printf ("%s\n%s", all, line->user);

  gtk_label_set_text (row->what, what);
  gtk_label_set_wrap (row->what, !is_short);
  gtk_label_set_ellipsize (row->what, is_short ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), tooltip);
}

GtkWidget *
ys_history_row_new (YsSession *session, const YsAuditLine *line, gboolean is_short)
{
  YsHistoryRow *row;
  g_autofree char *when = NULL;
  gboolean can_undo;

  g_return_val_if_fail (YS_IS_SESSION (session), NULL);

  row = g_object_new (YS_TYPE_HISTORY_ROW, NULL);
  row->session = g_object_ref (session);
  row->seq = line->seq;
  when = format_when (line->at, ys_session_today (session));
  gtk_label_set_text (row->when, when);
  show_what (row, line, is_short);
  can_undo = ys_session_is_writable (session) && g_strcmp0 (line->action, "submit") != 0
             && g_strcmp0 (line->action, "undo") != 0 && g_strcmp0 (line->action, "create") != 0
             && g_strcmp0 (line->action, "finalise") != 0
             && g_strcmp0 (line->action, "reopen") != 0;
  gtk_widget_set_visible (GTK_WIDGET (row->undo), can_undo);
  return GTK_WIDGET (row);
}
