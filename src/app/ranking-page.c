/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The choice is kept by compound: the order changes under it. */
#include "config.h"

#include "ranking-page-private.h"

#include <glib/gi18n-lib.h>

#include "award-window.h"
#include "look.h"
#include "period-chooser.h"
#include "resources.h"
#include "when.h"
#include "widget-help.h"

G_DEFINE_FINAL_TYPE (YsRankingPage, ys_ranking_page, YS_TYPE_PAGE)

#define SETTING_COLUMNS "ranking.columns"
#define SETTING_PANED "ranking.paned"
/* Rows whose columns change at once. */
#define MOST_AT_ONCE 40

/* -- Selection -------------------------------------------------------------------------------- */

void
ys_ranking_page_show_detail (YsRankingPage *page)
{
  ys_standing_detail_show (page->detail, ys_page_get_session (YS_PAGE (page)), page->standing,
                           page->trial, page->chosen);
  ys_charts_pane_choose (page->charts, page->chosen);
}

/* The selection only: where a row is not shown yet, when the list has grown. */
static void
mark_chosen (YsRankingPage *page)
{
  guint before = gtk_single_selection_get_selected (page->selection);
  guint position = ys_standing_list_find (page->list, page->chosen);

  page->filling = TRUE;
  gtk_single_selection_set_selected (page->selection, position);
  page->filling = FALSE;
  /* The keyboard goes with the row that moved. */
  if (position == before || !ys_column_view_has_focus (page->view)
      || ys_column_view_focus_row (page->view, position))
    return;
  ys_column_view_scroll_to (page->view, position);
  ys_column_view_focus_row (page->view, position);
}

void
ys_ranking_page_choose (YsRankingPage *page, gint64 compound_id)
{
  guint position = ys_standing_list_find (page->list, compound_id);

  page->chosen = compound_id;
  if (position == GTK_INVALID_LIST_POSITION)
    return;
  page->scroll = ys_slot_list_is_growing (YS_SLOT_LIST (page->list));
  mark_chosen (page);
  ys_column_view_scroll_to (page->view, position);
  ys_ranking_page_show_detail (page);
}

static void
on_grown_cb (YsRankingPage *page)
{
  mark_chosen (page);
  if (page->scroll)
    ys_column_view_scroll_to (page->view, ys_standing_list_find (page->list, page->chosen));
  page->scroll = FALSE;
}

static void
on_selected_cb (YsRankingPage *page)
{
  const YsStandingRow *row;

  if (page->filling)
    return;
  row = ys_standing_list_row (page->list, gtk_single_selection_get_selected (page->selection));
  if (row == NULL || row->compound_id == page->chosen)
    return;
  page->chosen = row->compound_id;
  ys_ranking_page_show_detail (page);
}

static void
on_row_activate_cb (YsRankingPage *page)
{
  ys_standing_detail_focus (page->detail);
}

/* -- Head and foot ---------------------------------------------------------------------------- */

static void
show_head (YsRankingPage *page)
{
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  g_autofree char *span = ys_period_label (ys_standing_span (page->standing));
  int scheme = (int)ys_standing_scheme (page->standing)->scheme->version.value;
  g_autofree char *at = NULL;
  g_autofree char *text = NULL;
  gboolean final = ys_standing_is_final (page->standing);

  if (final)
    {
      at = ys_when_instant (ys_standing_as_of (page->standing), ys_session_today (session));
      /* Translators: period, version of the scheme, when it was finalised, which version that was.
       */
      text = g_strdup_printf (_ ("%s · scheme %d · finalised %s, version %u"), span, scheme, at,
                              ys_standing_version (page->standing));
    }
  else
    /* Translators: period, version of the scheme. */
    text = g_strdup_printf (_ ("%s · scheme %d"), span, scheme);
  gtk_label_set_text (page->summary, text);
  ys_chip_set (page->state, final ? _ ("finalised") : _ ("not finalised"),
               final ? "green" : "amber", NULL);
  gtk_button_set_label (page->finalise_button, final ? _ ("Reopen…") : _ ("Finalise…"));
  ys_ranking_page_set_enabled (page, "finalise",
                               ys_session_is_writable (session) && page->version == 0
                                   && ys_standing_n_assessed (page->standing) > 0);
  gtk_widget_set_visible (GTK_WIDGET (page->versions_button), page->n_versions > 0);
  gtk_widget_set_visible (GTK_WIDGET (page->decided_button), page->n_decisions > 0);
  ys_ranking_page_set_enabled (page, "print", ys_standing_n_assessed (page->standing) > 0);
  ys_ranking_page_set_enabled (page, "export",
                               ys_session_is_writable (session)
                                   && ys_standing_n_assessed (page->standing) > 0);
  ys_ranking_page_set_enabled (page, "compare", ys_standing_n_rows (page->standing) > 1);
  gtk_widget_set_sensitive (GTK_WIDGET (page->trial_button), page->version == 0);
}

/* (transfer full) */
static char *
pending_sentence (const YsStanding *standing, const YsAwardPending *pending)
{
  g_autofree char *places = ys_award_places_text (standing, pending);

  if (pending->rank == 0)
    return g_strdup_printf (_ ("Red Property is pending: %u compounds are equal by annex 3. The "
                               "period cannot be finalised before a decision."),
                            pending->compounds->len);
  /* Translators: a rank, how many share it, "first prize ×1, second prize ×1". */
  return g_strdup_printf (_ ("Prizes are pending: rank %u is shared by %u compounds, for %s. The "
                             "period cannot be finalised before a decision."),
                          pending->rank, pending->compounds->len, places);
}

static void
show_pending (YsRankingPage *page)
{
  const YsAwards *awards = ys_standing_awards (page->standing);
  gboolean writable = ys_session_is_writable (ys_page_get_session (YS_PAGE (page)));
  g_autofree char *text = NULL;
  g_autofree char *more = NULL;

  gtk_widget_set_visible (page->pending, awards->pending->len > 0 && page->version == 0);
  if (awards->pending->len == 0)
    return;
  text = pending_sentence (page->standing, awards->pending->pdata[0]);
  if (awards->pending->len > 1)
    more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, " %u more tie waits.",
                                         " %u more ties wait.", awards->pending->len - 1),
                            awards->pending->len - 1);
  gtk_label_set_text (page->pending_text, text);
  if (more != NULL)
    {
      g_autofree char *both = g_strconcat (text, more, NULL);

      gtk_label_set_text (page->pending_text, both);
    }
  ys_ranking_page_set_enabled (page, "decide", writable);
}

static void
show_old (YsRankingPage *page)
{
  g_autofree char *text = NULL;

  gtk_widget_set_visible (page->old, page->version != 0);
  if (page->version == 0)
    return;
  text = g_strdup_printf (_ ("This is version %u, as it was finalised. What holds now may differ."),
                          page->version);
  gtk_label_set_text (page->old_text, text);
}

static void
show_foot (YsRankingPage *page)
{
  guint n = ys_standing_n_assessed (page->standing);
  guint rest = ys_standing_n_rows (page->standing) - n;
  g_autofree char *rule = ys_standing_rule (page->standing);
  g_autofree char *split = ys_standing_split (page->standing);
  g_autofree char *count = g_strdup_printf (_ ("assessed %u"), n);
  g_autofree char *others = g_strdup_printf (_ ("not assessed %u"), rest);
  g_autofree char *both = g_strdup_printf ("%s\n\n%s", rule, split != NULL ? split : "");

  gtk_label_set_text (page->count, count);
  gtk_button_set_label (page->not_assessed, others);
  gtk_widget_set_visible (GTK_WIDGET (page->not_assessed), rest > 0);
  gtk_label_set_text (page->rule, rule);
  gtk_widget_set_tooltip_text (GTK_WIDGET (page->rule), split);
  gtk_label_set_text (page->rules_text, g_strchomp (both));
}

/* The first of those not assessed. */
static void
on_not_assessed_clicked_cb (YsRankingPage *page)
{
  const YsStandingRow *row
      = ys_standing_list_row (page->list, ys_standing_n_assessed (page->standing));

  if (row != NULL)
    ys_ranking_page_choose (page, row->compound_id);
}

static void
on_pay_cb (YsRankingPage *page, gint64 compound_id, int prize)
{
  ys_ranking_page_pay (page, compound_id, prize);
}

static void
on_now_clicked_cb (YsRankingPage *page)
{
  page->version = 0;
  ys_ranking_page_read (page);
}

static void
on_import_clicked_cb (YsRankingPage *page)
{
  ys_session_go (ys_page_get_session (YS_PAGE (page)), "import", 0, NULL);
}

/* -- The list --------------------------------------------------------------------------------- */

static void
show_list (YsRankingPage *page)
{
  gboolean descending;
  int sort = ys_column_set_sort (page->columns, YS_STANDING_BY_RANK, &descending);

  page->filling = TRUE;
  ys_slot_list_set_near (YS_SLOT_LIST (page->list), ys_column_view_middle (page->view));
  ys_standing_list_show (page->list, page->standing, page->trial, (YsStandingSort)sort, descending);
  page->filling = FALSE;
}

static void
on_sort_changed_cb (YsRankingPage *page)
{
  if (page->filling || page->standing == NULL)
    return;
  show_list (page);
  mark_chosen (page);
}

static gboolean
on_columns_cb (gpointer user_data)
{
  YsRankingPage *page = user_data;

  if (ys_ranking_columns_step (page->columns, page->trial != NULL))
    return G_SOURCE_CONTINUE;
  page->columns_source = 0;
  return G_SOURCE_REMOVE;
}

/* A short list at once, a long one between frames. */
static void
show_columns (YsRankingPage *page)
{
  ys_ranking_columns_update (page->columns, ys_standing_scheme (page->standing)->scheme);
  if (ys_standing_n_rows (page->standing) > MOST_AT_ONCE)
    {
      if (page->columns_source == 0)
        page->columns_source
            = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, on_columns_cb, page, NULL);
      return;
    }
  while (ys_ranking_columns_step (page->columns, page->trial != NULL))
    ;
}

void
ys_ranking_page_fill (YsRankingPage *page)
{
  const YsStandingRow *first;

  show_columns (page);
  show_list (page);
  show_head (page);
  show_pending (page);
  show_old (page);
  show_foot (page);
  gtk_stack_set_visible_child_name (page->stack,
                                    ys_standing_n_rows (page->standing) > 0 ? "list" : "empty");
  if (ys_standing_list_find (page->list, page->chosen) == GTK_INVALID_LIST_POSITION)
    {
      first = ys_standing_list_row (page->list, 0);
      page->chosen = first != NULL ? first->compound_id : 0;
    }
  mark_chosen (page);
  ys_ranking_page_show_detail (page);
  ys_ranking_page_fill_charts (page);
}

/* -- Page ------------------------------------------------------------------------------------- */

static void
on_period_cb (YsRankingPage *page)
{
  page->version = 0;
  if (page->suppositions->len > 0)
    ys_ranking_page_end_trial (page);
  ys_page_refresh (YS_PAGE (page));
}

static void
page_refresh (YsPage *base)
{
  ys_ranking_page_read (YS_RANKING_PAGE (base));
}

static void
page_load (YsPage *base, YsSession *session)
{
  YsRankingPage *page = YS_RANKING_PAGE (base);
  YsLedger *ledger = ys_session_get_ledger (session);
  g_autofree char *columns = ys_ledger_job_get_setting (ledger, SETTING_COLUMNS);
  g_autofree char *paned = ys_ledger_job_get_setting (ledger, SETTING_PANED);

  g_signal_connect_object (session, "notify::period", G_CALLBACK (on_period_cb), page,
                           G_CONNECT_SWAPPED);
  ys_column_set_from_text (page->columns, columns);
  if (paned != NULL && *paned != '\0')
    gtk_paned_set_position (page->paned, ys_look_scaled ((int)g_ascii_strtoll (paned, NULL, 10)));
  ys_ranking_page_restore_charts (page);
}

/* Columns and the divider stay as the user left them. */
static void
remember (YsRankingPage *page)
{
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  YsLedger *ledger = ys_session_get_ledger (session);
  g_autofree char *columns = ys_column_set_to_text (page->columns);
  g_autofree char *before = ys_ledger_job_get_setting (ledger, SETTING_COLUMNS);
  g_autofree char *paned
      = g_strdup_printf ("%d", ys_look_unscaled (gtk_paned_get_position (page->paned)));

  if (!ys_session_is_writable (session) || page->trial != NULL || page->columns_source != 0)
    return;
  if (g_strcmp0 (columns, before) != 0)
    ys_ledger_job_set_setting (ledger, SETTING_COLUMNS, columns, NULL);
  ys_ledger_job_set_setting (ledger, SETTING_PANED, paned, NULL);
  ys_ranking_page_remember_charts (page);
}

static gboolean
page_flush (YsPage *base)
{
  remember (YS_RANKING_PAGE (base));
  return TRUE;
}

/* A compound: shown; or a field of it: the same. */
static void
page_go (YsPage *base, gint64 compound_id, const char *field)
{
  YsRankingPage *page = YS_RANKING_PAGE (base);

  if (compound_id != 0)
    ys_ranking_page_choose (page, compound_id);
}

static void
supposition_free (gpointer data)
{
  YsSupposition *supposition = data;

  g_free (supposition->text);
  g_free (supposition->label);
  g_free (supposition);
}

static void
ys_ranking_page_dispose (GObject *object)
{
  YsRankingPage *page = YS_RANKING_PAGE (object);

  g_clear_handle_id (&page->columns_source, g_source_remove);
  if (page->view != NULL)
    gtk_column_view_set_model (page->view, NULL);
  g_clear_object (&page->selection);
  g_clear_pointer (&page->columns, ys_column_set_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_RANKING_PAGE);
  g_clear_object (&page->list);
  g_clear_object (&page->actions);
  g_clear_pointer (&page->standing, ys_standing_unref);
  g_clear_pointer (&page->spare, ys_standing_unref);
  g_clear_pointer (&page->trial, ys_standing_unref);
  if (page->period != NULL)
    ys_record_free (&ys_period_type, page->period);
  page->period = NULL;
  g_clear_pointer (&page->suppositions, g_ptr_array_unref);
  g_clear_pointer (&page->trial_fields, g_ptr_array_unref);

  G_OBJECT_CLASS (ys_ranking_page_parent_class)->dispose (object);
}

#define CHILD(name)                                                                                \
  {                                                                                                \
#name, G_STRUCT_OFFSET(YsRankingPage, name)                                                    \
  }

static void
bind_children (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    gssize offset;
  } children[] = {
    CHILD (summary),        CHILD (state),           CHILD (compare_button),
    CHILD (trial_button),   CHILD (versions_button), CHILD (finalise_button),
    CHILD (pending),        CHILD (pending_text),    CHILD (rules),
    CHILD (rules_text),     CHILD (decide_button),   CHILD (old),
    CHILD (old_text),       CHILD (trial_bar),       CHILD (trial_field),
    CHILD (trial_value),    CHILD (trial_chips),     CHILD (trial_wrong),
    CHILD (stack),          CHILD (paned),           CHILD (view),
    CHILD (detail),         CHILD (count),           CHILD (not_assessed),
    CHILD (rule),           CHILD (as_table),        CHILD (as_charts),
    CHILD (shapes),         CHILD (charts),          CHILD (legend),
    CHILD (decided_button),
  };

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    gtk_widget_class_bind_template_child_full (widget_class, children[i].name, FALSE,
                                               children[i].offset);
}

static void
ys_ranking_page_class_init (YsRankingPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  YsPageClass *page_class = YS_PAGE_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_ranking_page_dispose;
  page_class->load = page_load;
  page_class->refresh = page_refresh;
  page_class->go = page_go;
  page_class->flush = page_flush;
  page_class->act = ys_ranking_page_act;

  g_type_ensure (YS_TYPE_CHARTS_PANE);
  g_type_ensure (YS_TYPE_CHIP);
  g_type_ensure (YS_TYPE_EMPTY_STATE);
  g_type_ensure (YS_TYPE_STANDING_DETAIL);
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/ranking-page.ui"));
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_not_assessed_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_now_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_pay_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_import_clicked_cb);
  ys_ranking_page_bind_trial (widget_class);
  ys_ranking_page_bind_charts (widget_class);
}

static void
ys_ranking_page_init (YsRankingPage *page)
{
  page->suppositions = g_ptr_array_new_with_free_func (supposition_free);
  page->trial_fields = g_ptr_array_new_with_free_func (g_free);
  page->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (page));
  page->list = ys_standing_list_new ();
  page->columns = ys_ranking_columns_new (page->view, page->list);
  ys_column_set_sort_by (page->columns, YS_STANDING_BY_RANK, FALSE);
  page->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (page->list)));
  gtk_single_selection_set_autoselect (page->selection, FALSE);
  gtk_column_view_set_model (page->view, GTK_SELECTION_MODEL (page->selection));
  g_signal_connect_object (page->list, "grown", G_CALLBACK (on_grown_cb), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (page->selection, "notify::selected", G_CALLBACK (on_selected_cb), page,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (page->view), "changed",
                           G_CALLBACK (on_sort_changed_cb), page, G_CONNECT_SWAPPED);
  ys_ranking_page_install_actions (page);
  page->filling = FALSE;
}
