/* SPDX-License-Identifier: GPL-3.0-or-later */
/* List and selection. The selection is kept by id, since a slot of the list is a place and not a
 * row; what is shown beside the list stays there when a step takes it out of the filter. */
#include "config.h"

#include "cases-page-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "empty-state.h"
#include "look.h"
#include "resources.h"

G_DEFINE_FINAL_TYPE (YsCasesPage, ys_cases_page, YS_TYPE_PAGE)

#define SETTING_COLUMNS "cases.columns"
#define SETTING_PANED "cases.paned"
/* More are not looked up again when the list changes under them. */
#define MOST_KEPT 2000
/* A list as long as this is not read again every minute. */
#define MOST_EACH_MINUTE 20000

/* -- Selection -------------------------------------------------------------------------------- */

static void
show_chosen (YsCasesPage *page)
{
  ys_work_detail_show (page->detail, (const gint64 *)(gpointer)page->chosen->data,
                       page->chosen->len);
}

static void
on_selection_changed_cb (YsCasesPage *page)
{
  g_autoptr (GtkBitset) selected = NULL;
  GtkBitsetIter iter;
  guint position;
  guint n;
  const gint64 *ids = ys_work_list_model_ids (page->list, &n);

  if (page->filling)
    return;
  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (page->selection));
  g_array_set_size (page->chosen, 0);
  if (gtk_bitset_get_size (selected) == n)
    g_array_append_vals (page->chosen, ids, n);
  else if (gtk_bitset_iter_init_first (&iter, selected, &position))
    do
      if (position < n)
        g_array_append_val (page->chosen, ids[position]);
    while (gtk_bitset_iter_next (&iter, &position));
  page->last_position = gtk_bitset_is_empty (selected) ? 0 : gtk_bitset_get_minimum (selected);
  page->wanted = 0;
  show_chosen (page);
}

/* (transfer full): where the chosen ones stand now. */
static GtkBitset *
find_chosen (YsCasesPage *page)
{
  GtkBitset *found = gtk_bitset_new_empty ();
  g_autoptr (GHashTable) wanted = NULL;
  guint n;
  const gint64 *ids = ys_work_list_model_ids (page->list, &n);

  if (page->chosen->len == 1)
    {
      guint position
          = ys_work_list_model_find (page->list, g_array_index (page->chosen, gint64, 0));

      if (position != GTK_INVALID_LIST_POSITION)
        gtk_bitset_add (found, position);
      return found;
    }
  if (page->chosen->len == 0 || page->chosen->len > MOST_KEPT)
    return found;
  wanted = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < page->chosen->len; i++)
    g_hash_table_add (wanted, &g_array_index (page->chosen, gint64, i));
  for (guint i = 0; i < n; i++)
    if (g_hash_table_contains (wanted, &ids[i]))
      gtk_bitset_add (found, i);
  return found;
}

static void
mark_chosen (YsCasesPage *page)
{
  g_autoptr (GtkBitset) found = find_chosen (page);
  g_autoptr (GtkBitset) mask
      = gtk_bitset_new_range (0, MAX (1u, ys_work_list_model_get_n (page->list)));

  page->filling = TRUE;
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (page->selection), found, mask);
  page->filling = FALSE;
  if (!gtk_bitset_is_empty (found))
    page->last_position = gtk_bitset_get_minimum (found);
}

static void
choose (YsCasesPage *page, gint64 id)
{
  g_array_set_size (page->chosen, 0);
  if (id != 0)
    g_array_append_val (page->chosen, id);
  mark_chosen (page);
  show_chosen (page);
}

void
ys_cases_page_select (YsCasesPage *page, gint64 id)
{
  guint position = ys_work_list_model_find (page->list, id);

  page->wanted = position == GTK_INVALID_LIST_POSITION ? id : 0;
  choose (page, id);
  if (position != GTK_INVALID_LIST_POSITION)
    {
      ys_column_view_scroll_to (page->view, position);
      return;
    }
  /* It may be hidden by the filter, or be still on its way. */
  ys_cases_page_clear_filters (page);
  ys_cases_page_apply_filter (page);
}

void
ys_cases_page_step (YsCasesPage *page, int delta)
{
  gint64 id = page->chosen->len > 0 ? g_array_index (page->chosen, gint64, 0) : 0;
  guint position = id != 0 ? ys_work_list_model_find (page->list, id) : GTK_INVALID_LIST_POSITION;

  /* The one beside the list may have left it: the next one stands in its place. */
  if (position == GTK_INVALID_LIST_POSITION)
    position = delta > 0 ? page->last_position : page->last_position - (page->last_position > 0);
  else if (delta < 0 && position == 0)
    return;
  else
    position += (guint)delta;
  id = ys_work_list_model_id (page->list, position);
  if (id == 0)
    return;
  choose (page, id);
  ys_column_view_scroll_to (page->view, position);
}

/* -- The list --------------------------------------------------------------------------------- */

static void
show_stacks (YsCasesPage *page)
{
  const YsWorkFilter *filter = ys_work_list_model_get_filter (page->list);
  gboolean has_rows = ys_work_list_model_get_n (page->list) > 0;
  gboolean is_all = filter->show == YS_WORK_ALL && filter->source == YS_WORK_BOTH
                    && filter->level == 0 && filter->unit == NULL && filter->from == 0
                    && filter->compound_id == 0
                    && (filter->search == NULL || *filter->search == '\0');

  gtk_widget_set_visible (page->nothing, !has_rows);
  gtk_widget_set_visible (page->empty, !has_rows && is_all);
  gtk_stack_set_visible_child_name (page->list_stack, has_rows ? "rows" : "nothing");
  gtk_stack_set_visible_child_name (page->stack, !has_rows && is_all ? "empty" : "list");
}

/* Another filter or order: the first row is chosen, unless the one beside the list is in it. */
static void
on_shown_cb (YsCasesPage *page)
{
  show_stacks (page);
  if (page->wanted == 0
      && (page->chosen->len != 1
          || ys_work_list_model_find (page->list, g_array_index (page->chosen, gint64, 0))
                 == GTK_INVALID_LIST_POSITION))
    choose (page, ys_work_list_model_id (page->list, 0));
  else
    mark_chosen (page);
}

static void
on_loaded_cb (YsCasesPage *page)
{
  show_stacks (page);
  mark_chosen (page);
  if (page->wanted != 0)
    {
      guint position = ys_work_list_model_find (page->list, page->wanted);

      page->wanted = 0;
      if (position != GTK_INVALID_LIST_POSITION)
        ys_column_view_scroll_to (page->view, position);
    }
  if (page->chosen->len == 0 && ys_work_list_model_get_n (page->list) > 0)
    choose (page, ys_work_list_model_id (page->list, 0));
}

static void
on_row_activate_cb (YsCasesPage *page, guint position)
{
  choose (page, ys_work_list_model_id (page->list, position));
  ys_work_detail_focus (page->detail);
}

static void
on_step_cb (YsCasesPage *page, int delta)
{
  ys_cases_page_step (page, delta);
}

static void
on_add_clicked_cb (YsCasesPage *page)
{
  gtk_menu_button_popup (page->add_button);
}

static void
on_open_cb (YsCasesPage *page, gint64 id)
{
  ys_cases_page_select (page, id);
}

/* -- The minute ------------------------------------------------------------------------------- */

static void
read_clock (YsCasesPage *page)
{
  YsSession *session = ys_page_get_session (YS_PAGE (page));

  YsWorkCalendar *calendar = ys_session_get_calendar (session);

  g_clear_pointer (&page->clock.calendar, ys_work_calendar_unref);
  page->clock.calendar = calendar != NULL ? ys_work_calendar_ref (calendar) : NULL;
  page->clock.now = ys_session_now (session);
}

/* The rows in sight tell their time anew; nothing is rebuilt. */
static void
tell_time (YsCasesPage *page)
{
  read_clock (page);
  ys_slot_list_refill (YS_SLOT_LIST (page->list), ys_work_list_model_get_n (page->list));
  ys_work_detail_refresh (page->detail);
  ys_cases_page_show_status (page);
}

static gboolean
on_minute_cb (gpointer user_data)
{
  YsCasesPage *page = user_data;

  if (gtk_widget_get_mapped (GTK_WIDGET (page)) && page->list != NULL)
    {
      tell_time (page);
      if (ys_work_list_model_get_n (page->list) <= MOST_EACH_MINUTE)
        ys_work_list_model_reload (page->list);
    }
  return G_SOURCE_CONTINUE;
}

/* -- Page ------------------------------------------------------------------------------------- */

static void
page_refresh (YsPage *base)
{
  YsCasesPage *page = YS_CASES_PAGE (base);

  if (page->list == NULL)
    return;
  tell_time (page);
}

static void
page_load (YsPage *base, YsSession *session)
{
  YsCasesPage *page = YS_CASES_PAGE (base);
  YsLedger *ledger = ys_session_get_ledger (session);
  g_autofree char *columns = ys_ledger_job_get_setting (ledger, SETTING_COLUMNS);
  g_autofree char *paned = ys_ledger_job_get_setting (ledger, SETTING_PANED);
  gboolean writable = ys_session_is_writable (session);

  read_clock (page);
  page->list = ys_work_list_model_new (session);
  page->selection = ys_slot_selection_new (g_object_ref (G_LIST_MODEL (page->list)));
  g_signal_connect_object (page->list, "shown", G_CALLBACK (on_shown_cb), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (page->list, "loaded", G_CALLBACK (on_loaded_cb), page,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page->list, "counts-changed", G_CALLBACK (ys_cases_page_show_counts),
                           page, G_CONNECT_SWAPPED);
  g_signal_connect_object (page->selection, "selection-changed",
                           G_CALLBACK (on_selection_changed_cb), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "overview", G_CALLBACK (ys_cases_page_show_status), page,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::period", G_CALLBACK (ys_cases_page_follow_period),
                           page, G_CONNECT_SWAPPED);
  ys_column_set_from_text (page->columns, columns);
  gtk_column_view_set_model (page->view, GTK_SELECTION_MODEL (page->selection));
  gtk_paned_set_position (page->paned, paned != NULL && *paned != '\0'
                                           ? ys_look_scaled ((int)g_ascii_strtoll (paned, NULL, 10))
                                           : G_MAXINT16);
  ys_work_detail_load (page->detail, session);
  ys_case_form_load (page->form, session);
  gtk_widget_set_sensitive (GTK_WIDGET (page->add_button), writable);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (
                                   g_action_map_lookup_action (G_ACTION_MAP (page->actions),
                                                               "import")),
                               writable);
  ys_cases_page_show_counts (page);
  ys_cases_page_apply_filter (page);
  page->minute_source = g_timeout_add_seconds (60, on_minute_cb, page);
}

/* Columns and the divider stay as the user left them. */
static void
remember (YsCasesPage *page)
{
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  YsLedger *ledger;
  g_autofree char *columns = NULL;
  g_autofree char *before = NULL;
  g_autofree char *paned = NULL;
  int widest = 0;

  if (session == NULL || !ys_session_is_writable (session) || page->columns == NULL)
    return;
  ledger = ys_session_get_ledger (session);
  columns = ys_column_set_to_text (page->columns);
  before = ys_ledger_job_get_setting (ledger, SETTING_COLUMNS);
  if (g_strcmp0 (columns, before) != 0)
    ys_ledger_job_set_setting (ledger, SETTING_COLUMNS, columns, NULL);
  if (gtk_widget_get_width (GTK_WIDGET (page->paned)) == 0)
    return;
  g_object_get (page->paned, "max-position", &widest, NULL);
  if (gtk_paned_get_position (page->paned) >= widest)
    paned = g_strdup ("");
  else
    paned = g_strdup_printf ("%d", ys_look_unscaled (gtk_paned_get_position (page->paned)));
  ys_ledger_job_set_setting (ledger, SETTING_PANED, paned, NULL);
}

static void
page_go (YsPage *base, gint64 compound_id, const char *field)
{
  static const struct
  {
    const char *field;
    YsWorkShow show;
  } shows[] = { { "overdue", YS_WORK_OVERDUE },
                { "today", YS_WORK_TODAY },
                { "recheck", YS_WORK_TO_RECHECK },
                { "open", YS_WORK_OPEN },
                { "faults", YS_WORK_FAULTS } };
  YsCasesPage *page = YS_CASES_PAGE (base);

  if (field != NULL && g_str_has_prefix (field, "id:"))
    {
      ys_cases_page_select (page, g_ascii_strtoll (field + strlen ("id:"), NULL, 10));
      return;
    }
  if (compound_id == 0 && field == NULL)
    return;
  ys_cases_page_clear_filters (page);
  page->compound_id = compound_id;
  if (field != NULL && g_str_has_prefix (field, "clause:"))
    ys_cases_page_set_clause (page, field + strlen ("clause:"));
  for (guint i = 0; i < G_N_ELEMENTS (shows); i++)
    if (g_strcmp0 (field, shows[i].field) == 0)
      ys_cases_page_set_show (page, shows[i].show);
  ys_cases_page_apply_filter (page);
}

static gboolean
page_find (YsPage *base)
{
  return gtk_widget_grab_focus (GTK_WIDGET (YS_CASES_PAGE (base)->search));
}

static gboolean
page_flush (YsPage *base)
{
  remember (YS_CASES_PAGE (base));
  return TRUE;
}

static void
ys_cases_page_dispose (GObject *object)
{
  YsCasesPage *page = YS_CASES_PAGE (object);

  g_clear_handle_id (&page->minute_source, g_source_remove);
  remember (page);
  page->filling = TRUE;
  g_clear_pointer (&page->columns, ys_column_set_free);
  g_clear_object (&page->selection);
  g_clear_object (&page->list);
  g_clear_object (&page->actions);
  g_clear_pointer (&page->clause, g_free);
  g_clear_pointer (&page->clause_levels, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_CASES_PAGE);

  G_OBJECT_CLASS (ys_cases_page_parent_class)->dispose (object);
}

static void
ys_cases_page_finalize (GObject *object)
{
  YsCasesPage *page = YS_CASES_PAGE (object);

  g_clear_pointer (&page->clock.calendar, ys_work_calendar_unref);
  g_array_unref (page->chosen);
  g_ptr_array_unref (page->units);

  G_OBJECT_CLASS (ys_cases_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    gssize offset;
  } children[] = {
#define CHILD(name) { #name, G_STRUCT_OFFSET (YsCasesPage, name) }
#define ITEM(name, array, i)                                                                       \
  {                                                                                                \
    name, G_STRUCT_OFFSET (YsCasesPage, array[i])                                                  \
  }
    CHILD (summary),
    ITEM ("source_both", sources, YS_WORK_BOTH),
    ITEM ("source_findings", sources, YS_WORK_FINDINGS),
    ITEM ("source_cases", sources, YS_WORK_CASES),
    ITEM ("show_all", shows, YS_WORK_ALL),
    ITEM ("show_overdue", shows, YS_WORK_OVERDUE),
    ITEM ("show_today", shows, YS_WORK_TODAY),
    ITEM ("show_recheck", shows, YS_WORK_TO_RECHECK),
    ITEM ("show_open", shows, YS_WORK_OPEN),
    ITEM ("show_closed", shows, YS_WORK_CLOSED),
    CHILD (search),
    CHILD (filter_button),
    CHILD (level_filter),
    CHILD (unit_filter),
    CHILD (period_filter),
    CHILD (faults_filter),
    CHILD (stack),
    CHILD (list_stack),
    CHILD (empty),
    CHILD (nothing),
    CHILD (paned),
    CHILD (view),
    CHILD (detail),
    CHILD (status_day),
    CHILD (status_next),
    CHILD (status_faults),
    CHILD (add_button),
    CHILD (form),
#undef ITEM
#undef CHILD
  };

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    gtk_widget_class_bind_template_child_full (widget_class, children[i].name, FALSE,
                                               children[i].offset);
}

static void
ys_cases_page_class_init (YsCasesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  YsPageClass *page_class = YS_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_cases_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ys_cases_page_finalize;
  page_class->load = page_load;
  page_class->refresh = page_refresh;
  page_class->go = page_go;
  page_class->find = page_find;
  page_class->flush = page_flush;

  g_type_ensure (YS_TYPE_CASE_FORM);
  g_type_ensure (YS_TYPE_WORK_DETAIL);
  g_type_ensure (YS_TYPE_EMPTY_STATE);
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/cases-page.ui"));
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_step_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_open_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked_cb);
  ys_cases_page_bind_filter (widget_class);
}

static void
on_sort_changed_cb (YsCasesPage *page)
{
  if (!page->filling && page->list != NULL)
    ys_cases_page_apply_filter (page);
}

static void
ys_cases_page_init (YsCasesPage *page)
{
  page->chosen = g_array_new (FALSE, FALSE, sizeof (gint64));
  page->units = g_ptr_array_new_with_free_func (g_free);
  page->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (page));
  page->columns = ys_work_columns_new (page->view, &page->clock);
  ys_column_set_sort_by (page->columns, YS_WORK_BY_URGENCY, FALSE);
  g_signal_connect_object (gtk_column_view_get_sorter (page->view), "changed",
                           G_CALLBACK (on_sort_changed_cb), page, G_CONNECT_SWAPPED);
  ys_cases_page_install_actions (page);
  page->filling = FALSE;
}
