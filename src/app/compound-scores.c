/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scores of all compounds are read in a thread once and brought up to date after a change; what
 * is drawn is one compound's copy of them. */
#include "config.h"

#include "compound-scores.h"

#include <glib/gi18n-lib.h>

#include "chart-view.h"
#include "look.h"
#include "resources.h"
#include "score-track.h"

#define HEIGHT 190

struct _YsCompoundScores
{
  GtkWidget parent_instance;

  GtkWidget *box;
  YsChartView *chart;

  YsSession *session;
  gint64 compound_id;
  YsScoreTrack *track; /* NULL: not read yet, or a thread has it */
  GCancellable *cancellable;
  gboolean reading;
  gboolean stale;
};

G_DEFINE_FINAL_TYPE (YsCompoundScores, ys_compound_scores, GTK_TYPE_WIDGET)

typedef struct
{
  YsRegistry *registry;
  YsScoreTrack *spare; /* (nullable) */
  YsSpan last;
  YsInstant now;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  ys_registry_unref (request->registry);
  ys_score_track_free (request->spare);
  g_free (request);
}

static void
track_free (gpointer data)
{
  ys_score_track_free (data);
}

/* In a thread. */
static gpointer
read_track (YsLedger *ledger,
            YsProgressFunc progress,
            gpointer progress_data,
            gpointer data,
            GCancellable *cancellable,
            GError **error)
{
  Request *request = data;

  return ys_score_track_read (ledger, request->registry, request->last,
                              g_steal_pointer (&request->spare), request->now, cancellable, error);
}

static YsScene *
make_scene (gpointer data, double width, double height)
{
  return ys_score_line_layout (data, width, height, NULL);
}

static void
free_line (gpointer data)
{
  ys_score_line_free (data);
}

static void
show_line (YsCompoundScores *self)
{
  YsScoreLine *line = ys_score_track_line (self->track, self->compound_id);

  gtk_widget_set_visible (self->box, line != NULL);
  if (line != NULL)
    ys_chart_view_set_maker (self->chart, _ ("Trend of the scores"), make_scene, line, free_line,
                             ys_look_scaled (HEIGHT));
}

static void start (YsCompoundScores *self);

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsCompoundScores) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YsScoreTrack) track = ys_session_run_finish (YS_SESSION (source), result, &error);

  self->reading = FALSE;
  if (self->box == NULL || self->session != YS_SESSION (source))
    return;
  /* Nobody asked for a figure: the room of the ranking says what is wrong. */
  self->track = g_steal_pointer (&track);
  if (self->track != NULL)
    show_line (self);
  start (self);
}

/* Only what is seen is read. */
static void
start (YsCompoundScores *self)
{
  YsRegistry *registry = self->session != NULL ? ys_session_get_registry (self->session) : NULL;
  Request *request;

  if (!self->stale || self->reading || registry == NULL
      || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->stale = FALSE;
  self->reading = TRUE;
  request = g_new0 (Request, 1);
  request->registry = ys_registry_ref (registry);
  request->spare = g_steal_pointer (&self->track);
  request->last = ys_session_get_period (self->session);
  request->now = ys_session_now (self->session);
  ys_session_read_async (self->session, self->cancellable, read_track, request, request_free,
                         track_free, on_read_cb, g_object_ref (self));
}

static void
on_stale_cb (YsCompoundScores *self)
{
  self->stale = TRUE;
  start (self);
}

void
ys_compound_scores_load (YsCompoundScores *self, YsSession *session)
{
  g_return_if_fail (YS_IS_COMPOUND_SCORES (self));
  g_return_if_fail (YS_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;
  g_clear_pointer (&self->track, ys_score_track_free);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_stale_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::period", G_CALLBACK (on_stale_cb), self,
                           G_CONNECT_SWAPPED);
  on_stale_cb (self);
}

void
ys_compound_scores_show (YsCompoundScores *self, gint64 compound_id)
{
  gboolean is_other;

  g_return_if_fail (YS_IS_COMPOUND_SCORES (self));

  is_other = compound_id != self->compound_id;
  self->compound_id = compound_id;
  if (is_other && self->track != NULL)
    show_line (self);
  else if (is_other)
    gtk_widget_set_visible (self->box, FALSE);
}

static void
ys_compound_scores_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ys_compound_scores_parent_class)->map (widget);

  start (YS_COMPOUND_SCORES (widget));
}

static void
ys_compound_scores_dispose (GObject *object)
{
  YsCompoundScores *self = YS_COMPOUND_SCORES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->session);
  g_clear_pointer (&self->track, ys_score_track_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_COMPOUND_SCORES);

  G_OBJECT_CLASS (ys_compound_scores_parent_class)->dispose (object);
}

static void
ys_compound_scores_finalize (GObject *object)
{
  g_object_unref (YS_COMPOUND_SCORES (object)->cancellable);

  G_OBJECT_CLASS (ys_compound_scores_parent_class)->finalize (object);
}

static void
ys_compound_scores_class_init (YsCompoundScoresClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_compound_scores_dispose;
  G_OBJECT_CLASS (klass)->finalize = ys_compound_scores_finalize;
  widget_class->map = ys_compound_scores_map;
  g_type_ensure (YS_TYPE_CHART_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/compound-scores.ui"));
  gtk_widget_class_bind_template_child (widget_class, YsCompoundScores, box);
  gtk_widget_class_bind_template_child (widget_class, YsCompoundScores, chart);
}

static void
ys_compound_scores_init (YsCompoundScores *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
