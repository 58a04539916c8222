/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The old chart stands until the new data are there. A compound's working is read when its
 * waterfall is asked for. */
#include "config.h"

#include "charts-pane.h"

#include <glib/gi18n-lib.h>

#include "look.h"
#include "resources.h"

struct _YsChartsPane
{
  GtkWidget parent_instance;

  GtkDropDown *chooser;
  GtkBox *pages;
  GtkWidget *previous;
  GtkWidget *next;
  GtkLabel *place;
  GtkMenuButton *menu;
  GtkStack *stack; /* "chart", "reading", "nothing" */
  YsChartView *view;

  YsSession *session;
  YsStanding *standing; /* (nullable): what is to be shown */
  YsStanding *trial;    /* (nullable) */
  YsChartData *data;    /* (nullable): what is shown */
  GCancellable *reading;
  GCancellable *working;
  GArray *kinds; /* of the chooser */
  YsChartKind kind;
  YsChartKind shown;
  guint page;
  guint n_pages;
  gint64 compound_id;
  gboolean is_stale;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (YsChartsPane, ys_charts_pane, GTK_TYPE_WIDGET)

enum
{
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The order in the chooser: what is asked first comes first. */
static const YsChartKind all_kinds[]
    = { YS_CHART_RANKING,   YS_CHART_COMPOSITION, YS_CHART_CHANGE, YS_CHART_TREND,
        YS_CHART_MULTIPLES, YS_CHART_HEATMAP,     YS_CHART_PARETO, YS_CHART_TIMELINESS,
        YS_CHART_AWARDS,    YS_CHART_WATERFALL,   YS_CHART_TRIAL };

/* --- Showing ----------------------------------------------------------------------------- */

/* The wall leaves the small charts of a large district out; here they have pages. */
static gboolean
has_data (YsChartsPane *self, YsChartKind kind)
{
  if (ys_standing_n_assessed (ys_chart_data_standing (self->data)) == 0)
    return FALSE;
  return ys_chart_has_data (self->data, kind == YS_CHART_MULTIPLES ? YS_CHART_TREND : kind);
}

static void
fill_chooser (YsChartsPane *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_array_set_size (self->kinds, 0);
  for (guint i = 0; i < G_N_ELEMENTS (all_kinds); i++)
    {
      if (!has_data (self, all_kinds[i]))
        continue;
      if (all_kinds[i] == self->kind)
        selected = self->kinds->len;
      g_array_append_val (self->kinds, all_kinds[i]);
      gtk_string_list_append (names, ys_chart_label (all_kinds[i]));
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->chooser, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->chooser, selected);
  self->filling = FALSE;
  if (self->kinds->len > 0)
    self->shown = g_array_index (self->kinds, YsChartKind, selected);
}

static void
show_place (YsChartsPane *self, guint at, guint n, const char *text)
{
  gtk_widget_set_visible (GTK_WIDGET (self->pages), n > 1);
  gtk_widget_set_sensitive (self->previous, at > 0);
  gtk_widget_set_sensitive (self->next, at + 1 < n);
  gtk_label_set_text (self->place, text);
}

/* (transfer none) (nullable): of the waterfall. */
static const YsStandingRow *
chosen_row (YsChartsPane *self)
{
  const YsStanding *standing = ys_chart_data_standing (self->data);
  const YsStandingRow *row = ys_standing_find (standing, self->compound_id);

  if (row != NULL && row->score.assessed)
    return row;
  return ys_standing_n_assessed (standing) > 0 ? ys_standing_row (standing, 0) : NULL;
}

static guint
position_of (YsChartsPane *self, const YsStandingRow *row)
{
  const YsStanding *standing = ys_chart_data_standing (self->data);

  for (guint i = 0; i < ys_standing_n_assessed (standing); i++)
    if (ys_standing_row (standing, i)->compound_id == row->compound_id)
      return i;
  return 0;
}

static void on_working_cb (GObject *source, GAsyncResult *result, gpointer user_data);

typedef struct
{
  YsChartData *data;
  gint64 compound_id;
} Working;

static void
working_free (gpointer data)
{
  Working *working = data;

  ys_chart_data_free (working->data);
  g_free (working);
}

/* In a thread. Its result is not NULL. */
static gpointer
read_working (YsLedger *ledger,
              YsProgressFunc progress,
              gpointer progress_data,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  Working *working = data;

  return ys_chart_data_read_working (working->data, ledger, working->compound_id, error) ? working
                                                                                         : NULL;
}

static void
ask_working (YsChartsPane *self, gint64 compound_id)
{
  Working *working = g_new0 (Working, 1);

  working->data = ys_chart_data_ref (self->data);
  working->compound_id = compound_id;
  g_cancellable_cancel (self->working);
  g_clear_object (&self->working);
  self->working = g_cancellable_new ();
  ys_session_read_async (self->session, self->working, read_working, working, working_free, NULL,
                         on_working_cb, g_object_ref (self));
}

static void
show_waterfall (YsChartsPane *self)
{
  const YsStandingRow *row = chosen_row (self);
  guint n = ys_standing_n_assessed (ys_chart_data_standing (self->data));
  g_autofree char *text = NULL;

  if (row == NULL)
    return;
  /* Translators: a compound, its rank. */
  text = g_strdup_printf (_ ("%s · rank %u"), row->name, row->rank);
  show_place (self, position_of (self, row), n, text);
  if (ys_chart_data_has_working (self->data, row->compound_id))
    ys_chart_view_set (self->view, self->data, YS_CHART_WATERFALL, 0, row->compound_id);
  else
    ask_working (self, row->compound_id);
}

static void
on_working_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsChartsPane) self = user_data;
  g_autoptr (GError) error = NULL;

  if (ys_session_run_finish (YS_SESSION (source), result, &error) == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        ys_session_report (YS_SESSION (source), error);
    }
  else if (self->data != NULL && self->shown == YS_CHART_WATERFALL
           && ys_chart_data_has_working (self->data, chosen_row (self)->compound_id))
    show_waterfall (self);
}

static void
show_chart (YsChartsPane *self)
{
  g_autofree char *text = NULL;

  if (self->data == NULL || self->kinds->len == 0)
    return;
  if (self->shown == YS_CHART_WATERFALL)
    {
      show_waterfall (self);
      return;
    }
  self->n_pages = ys_chart_view_n_pages (self->view, self->data, self->shown);
  self->page = MIN (self->page, self->n_pages - 1);
  /* Translators: page %u of %u. */
  text = g_strdup_printf (_ ("page %u of %u"), self->page + 1, self->n_pages);
  show_place (self, self->page, self->n_pages, text);
  ys_chart_view_set (self->view, self->data, self->shown, self->page, 0);
}

static void
show_data (YsChartsPane *self)
{
  fill_chooser (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->chooser), self->kinds->len > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->menu), self->kinds->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->pages), FALSE);
  gtk_stack_set_visible_child_name (self->stack, self->kinds->len > 0 ? "chart" : "nothing");
  show_chart (self);
}

/* --- Reading ----------------------------------------------------------------------------- */

typedef struct
{
  YsStanding *standing;
  YsStanding *trial; /* (nullable) */
  YsRegistry *registry;
  YsInstant now;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  ys_standing_unref (request->standing);
  g_clear_pointer (&request->trial, ys_standing_unref);
  ys_registry_unref (request->registry);
  g_free (request);
}

static void
data_free (gpointer data)
{
  ys_chart_data_free (data);
}

/* In a thread. */
static gpointer
read_data (YsLedger *ledger,
           YsProgressFunc progress,
           gpointer progress_data,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  Request *request = data;

  return ys_chart_data_load (ledger, request->registry, request->standing, request->trial,
                             request->now, cancellable, error);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsChartsPane) self = user_data;
  g_autoptr (GError) error = NULL;
  YsChartData *data = ys_session_run_finish (YS_SESSION (source), result, &error);

  if (data == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        ys_session_report (YS_SESSION (source), error);
      return;
    }
  /* Overtaken by a later reading, or left. */
  if (self->view == NULL || ys_chart_data_standing (data) != self->standing)
    {
      ys_chart_data_free (data);
      return;
    }
  g_clear_object (&self->reading);
  ys_chart_data_free (self->data);
  self->data = data;
  show_data (self);
}

static void
read_again (YsChartsPane *self)
{
  YsRegistry *registry = self->session != NULL ? ys_session_get_registry (self->session) : NULL;
  Request *request;

  if (self->standing == NULL || registry == NULL)
    return;
  self->is_stale = FALSE;
  request = g_new0 (Request, 1);
  request->standing = ys_standing_ref (self->standing);
  request->trial = self->trial != NULL ? ys_standing_ref (self->trial) : NULL;
  request->registry = ys_registry_ref (registry);
  request->now = ys_session_now (self->session);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  if (self->data == NULL)
    gtk_stack_set_visible_child_name (self->stack, "reading");
  ys_session_read_async (self->session, self->reading, read_data, request, request_free, data_free,
                         on_read_cb, g_object_ref (self));
}

void
ys_charts_pane_set (YsChartsPane *self, YsSession *session, YsStanding *standing, YsStanding *trial)
{
  g_return_if_fail (YS_IS_CHARTS_PANE (self) && YS_IS_SESSION (session));

  if (g_set_object (&self->session, session))
    ys_chart_view_set_session (self->view, session);
  g_clear_pointer (&self->standing, ys_standing_unref);
  g_clear_pointer (&self->trial, ys_standing_unref);
  self->standing = standing != NULL ? ys_standing_ref (standing) : NULL;
  self->trial = trial != NULL ? ys_standing_ref (trial) : NULL;
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_again (self);
}

gboolean
ys_charts_pane_is_ready (YsChartsPane *self)
{
  g_return_val_if_fail (YS_IS_CHARTS_PANE (self), FALSE);

  return self->data != NULL && !self->is_stale && self->reading == NULL
         && (self->shown != YS_CHART_WATERFALL
             || ys_chart_data_has_working (self->data, chosen_row (self)->compound_id));
}

/* --- Choosing ---------------------------------------------------------------------------- */

void
ys_charts_pane_choose (YsChartsPane *self, gint64 compound_id)
{
  g_return_if_fail (YS_IS_CHARTS_PANE (self));

  if (self->compound_id == compound_id)
    return;
  self->compound_id = compound_id;
  if (self->shown == YS_CHART_WATERFALL)
    show_chart (self);
}

void
ys_charts_pane_set_kind (YsChartsPane *self, YsChartKind kind)
{
  g_return_if_fail (YS_IS_CHARTS_PANE (self) && kind < YS_N_CHARTS);

  self->kind = kind;
  self->page = 0;
  if (self->data != NULL)
    show_data (self);
}

YsChartKind
ys_charts_pane_get_kind (YsChartsPane *self)
{
  g_return_val_if_fail (YS_IS_CHARTS_PANE (self), YS_CHART_RANKING);

  return self->kind;
}

gboolean
ys_charts_pane_turn (YsChartsPane *self, int by)
{
  const YsStandingRow *row;
  gint64 to;
  guint n;

  g_return_val_if_fail (YS_IS_CHARTS_PANE (self), FALSE);

  if (self->data == NULL || self->kinds->len == 0)
    return FALSE;
  row = self->shown == YS_CHART_WATERFALL ? chosen_row (self) : NULL;
  to = (gint64)(row != NULL ? position_of (self, row) : self->page) + by;
  n = row != NULL ? ys_standing_n_assessed (ys_chart_data_standing (self->data)) : self->n_pages;
  if (to < 0 || to >= (gint64)n)
    return FALSE;
  if (row != NULL)
    g_signal_emit (self, signals[OPENED], 0,
                   ys_standing_row (ys_chart_data_standing (self->data), (guint)to)->compound_id);
  else
    {
      self->page = (guint)to;
      show_chart (self);
    }
  return TRUE;
}

YsChartView *
ys_charts_pane_get_view (YsChartsPane *self)
{
  g_return_val_if_fail (YS_IS_CHARTS_PANE (self), NULL);

  return self->view;
}

static void
on_chosen_cb (YsChartsPane *self)
{
  guint selected = gtk_drop_down_get_selected (self->chooser);

  if (self->filling || selected >= self->kinds->len)
    return;
  self->kind = self->shown = g_array_index (self->kinds, YsChartKind, selected);
  self->page = 0;
  show_chart (self);
}

static void
on_previous_cb (YsChartsPane *self)
{
  ys_charts_pane_turn (self, -1);
}

static void
on_next_cb (YsChartsPane *self)
{
  ys_charts_pane_turn (self, 1);
}

/* A clause's findings are a list of their own; so is what is overdue. */
static void
on_opened_cb (YsChartsPane *self, gint64 compound_id, gint64 clause_id)
{
  const char *code = clause_id != 0 ? ys_chart_data_clause_code (self->data, clause_id) : NULL;
  g_autofree char *field = NULL;

  if (code != NULL)
    {
      /* Of the levels that count here, as the chart. */
      field = g_strconcat ("clause:", code, " ",
                           ys_standing_scheme (ys_chart_data_standing (self->data))->scheme->levels,
                           NULL);
      ys_session_go (self->session, "cases", compound_id, field);
    }
  else if (self->shown == YS_CHART_TIMELINESS
           && ys_chart_data_n_overdue (self->data, compound_id) > 0)
    ys_session_go (self->session, "cases", compound_id, "overdue");
  else if (compound_id != 0)
    g_signal_emit (self, signals[OPENED], 0, compound_id);
}

/* --- Widget ------------------------------------------------------------------------------ */

/* From the menu button, which is not inside the chart. */
static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ys_chart_view_save (YS_CHARTS_PANE (widget)->view, g_variant_get_string (parameter, NULL));
}

static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ys_chart_view_copy (YS_CHARTS_PANE (widget)->view);
}

static void
turn_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ys_charts_pane_turn (YS_CHARTS_PANE (widget), g_variant_get_int32 (parameter));
}

static void
ys_charts_pane_map (GtkWidget *widget)
{
  YsChartsPane *self = YS_CHARTS_PANE (widget);

  GTK_WIDGET_CLASS (ys_charts_pane_parent_class)->map (widget);
  if (self->is_stale)
    read_again (self);
}

static void
ys_charts_pane_dispose (GObject *object)
{
  YsChartsPane *self = YS_CHARTS_PANE (object);
  GtkWidget *child;

  g_cancellable_cancel (self->reading);
  g_cancellable_cancel (self->working);
  g_clear_object (&self->reading);
  g_clear_object (&self->working);
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_CHARTS_PANE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->data, ys_chart_data_free);
  g_clear_pointer (&self->standing, ys_standing_unref);
  g_clear_pointer (&self->trial, ys_standing_unref);
  g_clear_pointer (&self->kinds, g_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ys_charts_pane_parent_class)->dispose (object);
}

static void
ys_charts_pane_class_init (YsChartsPaneClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_charts_pane_dispose;
  widget_class->map = ys_charts_pane_map;
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  g_type_ensure (YS_TYPE_CHART_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/charts-pane.ui"));
  gtk_widget_class_bind_template_child (widget_class, YsChartsPane, chooser);
  gtk_widget_class_bind_template_child (widget_class, YsChartsPane, pages);
  gtk_widget_class_bind_template_child (widget_class, YsChartsPane, previous);
  gtk_widget_class_bind_template_child (widget_class, YsChartsPane, next);
  gtk_widget_class_bind_template_child (widget_class, YsChartsPane, place);
  gtk_widget_class_bind_template_child (widget_class, YsChartsPane, menu);
  gtk_widget_class_bind_template_child (widget_class, YsChartsPane, stack);
  gtk_widget_class_bind_template_child (widget_class, YsChartsPane, view);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_chart);
  gtk_widget_class_install_action (widget_class, "chart.save", "s", save_cb);
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "charts.turn", "i", turn_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "charts.turn", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "charts.turn", "i", -1);
}

static void
ys_charts_pane_init (YsChartsPane *self)
{
  g_autoptr (GMenuModel) menu = ys_chart_view_make_menu ();

  self->kinds = g_array_new (FALSE, FALSE, sizeof (YsChartKind));
  self->kind = self->shown = YS_CHART_RANKING;
  self->n_pages = 1;
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
  gtk_menu_button_set_menu_model (self->menu, menu);
}
