/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list is bounded: the rest is found in the inspections' own room. Another compound ends the
 * reading for the one before it. */
#include "config.h"

#include "compound-visits.h"

#include <glib/gi18n-lib.h>

#include "inspection-job.h"
#include "inspection-page.h"
#include "look.h"
#include "resources.h"
#include "visit-row.h"
#include "widget-help.h"

#define MAX_SHOWN 50

struct _YsCompoundVisits
{
  GtkWidget parent_instance;

  GtkScrolledWindow *scrolled; /* bound, or GTK 4.8 would not dispose of it */
  GtkListBox *list;
  GtkLabel *nothing;
  GtkLabel *more;

  YsSession *session;
  gint64 compound_id;
  GCancellable *reading; /* NULL: nothing is read */
};

G_DEFINE_FINAL_TYPE (YsCompoundVisits, ys_compound_visits, GTK_TYPE_WIDGET)

/* In a thread. One more than is shown says that there are more. */
static gpointer
read_visits (YsLedger *ledger,
             YsProgressFunc progress,
             gpointer progress_data,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  const gint64 *compound_id = data;
  const YsInspectionFilter filter = { .compound_id = *compound_id, .limit = MAX_SHOWN + 1 };

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return ys_inspection_list (ledger, &filter, error);
}

static void
fill (YsCompoundVisits *self, GPtrArray *visits)
{
  g_autofree char *more = NULL;

  ys_list_box_clear (self->list);
  for (guint i = 0; i < MIN (visits->len, MAX_SHOWN); i++)
    gtk_list_box_append (self->list,
                         ys_visit_row_new (visits->pdata[i], NULL, ys_session_now (self->session)));
  more = g_strdup_printf (
      _ ("The newest %d are listed. Earlier ones are under Inspections, by month."), MAX_SHOWN);
  gtk_label_set_text (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), visits->len > MAX_SHOWN);
  gtk_widget_set_visible (GTK_WIDGET (self->list), visits->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), visits->len == 0);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsCompoundVisits) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) visits = ys_session_run_finish (YS_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->list == NULL)
    return;
  g_clear_object (&self->reading);
  if (visits != NULL)
    fill (self, visits);
  else
    ys_session_report (YS_SESSION (source), error);
}

static void
stop (YsCompoundVisits *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

void
ys_compound_visits_show (YsCompoundVisits *self, YsSession *session, gint64 compound_id)
{
  g_return_if_fail (YS_IS_COMPOUND_VISITS (self));
  g_return_if_fail (YS_IS_SESSION (session));

  stop (self);
  /* What is another's must not stay while this one's is read. */
  if (compound_id != self->compound_id)
    ys_list_box_clear (self->list);
  self->compound_id = compound_id;
  g_set_object (&self->session, session);
  self->reading = g_cancellable_new ();
  ys_session_read_async (session, self->reading, read_visits,
                         g_memdup2 (&compound_id, sizeof compound_id), g_free,
                         (GDestroyNotify)(void *)g_ptr_array_unref, on_read_cb,
                         g_object_ref (self));
}

static void
on_activated_cb (YsCompoundVisits *self, GtkListBoxRow *row)
{
  ys_session_go (self->session, "inspections", ys_visit_row_get_id (YS_VISIT_ROW (row)),
                 YS_GO_INSPECTION);
}

static void
ys_compound_visits_dispose (GObject *object)
{
  YsCompoundVisits *self = YS_COMPOUND_VISITS (object);

  stop (self);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_COMPOUND_VISITS);

  G_OBJECT_CLASS (ys_compound_visits_parent_class)->dispose (object);
}

static void
ys_compound_visits_class_init (YsCompoundVisitsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_compound_visits_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/compound-visits.ui"));
  gtk_widget_class_bind_template_child (widget_class, YsCompoundVisits, scrolled);
  gtk_widget_class_bind_template_child (widget_class, YsCompoundVisits, list);
  gtk_widget_class_bind_template_child (widget_class, YsCompoundVisits, nothing);
  gtk_widget_class_bind_template_child (widget_class, YsCompoundVisits, more);
  gtk_widget_class_bind_template_callback (widget_class, on_activated_cb);
}

static void
ys_compound_visits_init (YsCompoundVisits *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
