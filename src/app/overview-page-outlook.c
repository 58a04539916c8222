/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The last ranking in short and what waits for a decision. Both come a moment after the page's
 * figures, which do not wait for a standing to be worked out. */
#include "config.h"

#include "overview-page-private.h"

#include <glib/gi18n-lib.h>

#include "decision-row.h"
#include "standing-read.h"
#include "widget-help.h"

typedef struct
{
  YsInstant now;
  YsRegistry *registry;
  YsStanding *spare; /* (nullable) */
  GArray *proposed;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_pointer (&request->spare, ys_standing_unref);
  g_clear_pointer (&request->proposed, g_array_unref);
  ys_registry_unref (request->registry);
  g_free (request);
}

/* In a thread. */
static gpointer
read_outlook (YsLedger *ledger,
              YsProgressFunc progress,
              gpointer progress_data,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  Request *request = data;
  YsStanding *standing;
  YsSpan span;

  if (!ys_outlook_span (ledger, request->now, &span, error))
    return NULL;
  standing = ys_standing_read (ledger, request->registry, span, g_steal_pointer (&request->spare),
                               request->now, cancellable, error);
  return standing != NULL
             ? ys_outlook_new (ledger, standing, request->proposed, request->now, error)
             : NULL;
}

/* --- Showing ---------------------------------------------------------------------------- */

static void
show_decisions (YsOverviewPage *page)
{
  const YsOutlook *outlook = page->outlook;
  guint n = outlook->n_scoring + outlook->n_cases;
  g_autofree char *number = g_strdup_printf ("%u", n);
  /* Translators: decisions about scores and prizes, about cases */
  g_autofree char *note
      = g_strdup_printf (_ ("scores %u · cases %u"), outlook->n_scoring, outlook->n_cases);

  ys_list_box_clear (page->decide_list);
  for (guint i = 0; i < outlook->decisions->len; i++)
    gtk_list_box_append (page->decide_list, ys_decision_row_new (outlook->decisions->pdata[i]));
  gtk_label_set_label (page->decide_count, number);
  gtk_widget_set_visible (page->decide_box, n > 0);
  /* Translators: after a number of decisions */
  ys_figure_set (page->to_decide, number, C_ ("decisions", "in all"), n > 0 ? note : "", NULL);
}

static YsScene *
make_digest (gpointer data, double width, double height)
{
  return ys_outlook_layout (data, width, height, NULL);
}

static void
show_ranking (YsOverviewPage *page)
{
  const YsOutlook *outlook = page->outlook;
  guint n = ys_standing_n_assessed (outlook->standing);
  gboolean is_final = ys_standing_is_final (outlook->standing);
  g_autofree char *period = ys_span_label (outlook->span);
  g_autofree char *title = NULL;
  g_autofree char *all = NULL;

  gtk_widget_set_visible (page->rank_box, n > 0);
  /* Translators: a period such as 2026年9月 */
  title = g_strdup_printf (_ ("Ranking of %s"), period);
  all = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "All %u", "All %u", n), n);
  gtk_label_set_label (page->rank_title, title);
  ys_chip_set (page->rank_state, is_final ? _ ("Finalised") : _ ("Not finalised"),
               is_final ? "green" : "amber", NULL);
  gtk_button_set_label (page->rank_all, all);
  ys_chart_view_set_maker (page->rank_chart, title, make_digest, page->outlook, NULL,
                           ys_outlook_height (outlook));
}

static void
take (YsOverviewPage *page, YsOutlook *outlook)
{
  YsOutlook *before = page->outlook;

  page->outlook = outlook;
  show_decisions (page);
  show_ranking (page);
  g_clear_pointer (&page->spare, ys_standing_unref);
  if (before != NULL)
    page->spare = g_steal_pointer (&before->standing);
  ys_outlook_free (before);
}

/* --- Reading ---------------------------------------------------------------------------- */

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsOverviewPage) page = user_data;
  g_autoptr (GError) error = NULL;
  YsOutlook *outlook = ys_session_run_finish (YS_SESSION (source), result, &error);

  page->reading = FALSE;
  if (page->rank_box == NULL || ys_page_get_session (YS_PAGE (page)) == NULL)
    {
      ys_outlook_free (outlook);
      return;
    }
  if (outlook != NULL)
    take (page, outlook);
  else if (!page->again)
    ys_session_report (YS_SESSION (source), error);
  if (page->again)
    ys_overview_page_read_outlook (page);
}

void
ys_overview_page_read_outlook (YsOverviewPage *page)
{
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  const YsOverview *overview = ys_session_get_overview (session);
  YsRegistry *registry = ys_session_get_registry (session);
  Request *request;

  page->again = page->reading;
  if (page->reading || registry == NULL || overview == NULL || overview->n_compounds == 0)
    return;
  page->reading = TRUE;
  request = g_new0 (Request, 1);
  request->now = ys_session_now (session);
  request->registry = ys_registry_ref (registry);
  request->proposed = g_array_ref (overview->proposed);
  request->spare = g_steal_pointer (&page->spare);
  ys_session_read_async (session, NULL, read_outlook, request, request_free,
                         (GDestroyNotify)ys_outlook_free, on_read_cb, g_object_ref (page));
}

void
ys_overview_page_drop_outlook (YsOverviewPage *page)
{
  if (page->decide_list != NULL)
    ys_list_box_clear (page->decide_list);
  g_clear_pointer (&page->outlook, ys_outlook_free);
  g_clear_pointer (&page->spare, ys_standing_unref);
}

/* --- Links ------------------------------------------------------------------------------ */

static void
on_decision_activated_cb (YsOverviewPage *page, GtkListBoxRow *row)
{
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  const YsOpenDecision *decision = ys_decision_row_get (YS_DECISION_ROW (row));

  if (decision->kind == YS_OPEN_TIE || decision->kind == YS_OPEN_TWIN)
    ys_session_set_period (session, page->outlook->span);
  ys_session_go (session, decision->room, decision->compound_id, decision->target);
}

/* To the first of them: what is decided most often. */
static void
on_decide_clicked_cb (YsOverviewPage *page)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (page->decide_list, 0);

  if (row != NULL)
    gtk_widget_child_focus (GTK_WIDGET (page->decide_list), GTK_DIR_TAB_FORWARD);
}

static void
open_ranking (YsOverviewPage *page, gint64 compound_id)
{
  YsSession *session = ys_page_get_session (YS_PAGE (page));

  ys_session_set_period (session, page->outlook->span);
  ys_session_go (session, "ranking", compound_id, NULL);
}

static void
on_rank_all_clicked_cb (YsOverviewPage *page)
{
  open_ranking (page, 0);
}

static void
on_rank_opened_cb (YsOverviewPage *page, gint64 compound_id)
{
  open_ranking (page, compound_id);
}

void
ys_overview_page_bind_outlook (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, to_decide);
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, decide_box);
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, decide_count);
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, decide_list);
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, rank_box);
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, rank_title);
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, rank_state);
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, rank_all);
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, rank_chart);
  gtk_widget_class_bind_template_callback (widget_class, on_decision_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_decide_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_rank_all_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_rank_opened_cb);
}
