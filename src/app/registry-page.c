/* SPDX-License-Identifier: GPL-3.0-or-later */
/* List, filters and selection. Rows are filtered and sorted by the registry job; the selection is
 * kept by compound, since a slot of the list is a place and not a compound. */
#include "config.h"

#include "registry-page-private.h"

#include <glib/gi18n-lib.h>

#include "empty-state.h"
#include "look.h"
#include "resources.h"

G_DEFINE_FINAL_TYPE (YsRegistryPage, ys_registry_page, YS_TYPE_PAGE)

#define BEST_AFTER_MS 150
#define SETTING_COLUMNS "registry.columns"
#define SETTING_PANED "registry.paned"

/* -- Filters ---------------------------------------------------------------------------------- */

static void
read_filter (YsRegistryPage *page, YsRegistryFilter *filter)
{
  guint community = gtk_drop_down_get_selected (page->community_filter);
  guint company = gtk_drop_down_get_selected (page->company_filter);
  guint class = gtk_drop_down_get_selected (page->class_filter);
  guint form = gtk_drop_down_get_selected (page->form_filter);
  gboolean descending = FALSE;

  *filter = (YsRegistryFilter){ 0 };
  filter->search = gtk_editable_get_text (GTK_EDITABLE (page->search));
  if (community < G_N_ELEMENTS (page->community_ids))
    filter->community_id = page->community_ids[community];
  if (company < G_N_ELEMENTS (page->company_ids))
    filter->company_id = page->company_ids[company];
  filter->class = class != GTK_INVALID_LIST_POSITION ? (int)class : 0;
  filter->form = form != GTK_INVALID_LIST_POSITION ? (int)form : 0;
  filter->only_incomplete = gtk_check_button_get_active (page->incomplete_filter);
  filter->with_withdrawn = gtk_check_button_get_active (page->withdrawn_filter);
  filter->blank_field = page->blank_field;
  filter->sort = ys_registry_columns_sort (page->columns, &descending);
  filter->descending = descending;
}

static void
select_chosen (YsRegistryPage *page)
{
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) mask = NULL;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (page->list));

  for (guint i = 0; i < page->chosen->len; i++)
    {
      guint position
          = ys_compound_list_position (page->list, g_array_index (page->chosen, gint64, i));

      if (position != GTK_INVALID_LIST_POSITION)
        gtk_bitset_add (selected, position);
    }
  mask = gtk_bitset_new_range (0, n);
  page->filling = TRUE;
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (page->selection), selected, mask);
  page->filling = FALSE;
}

static void
show_status (YsRegistryPage *page)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (page->list));
  g_autofree char *text = NULL;

  if (page->chosen->len > 1)
    text = g_strdup_printf (_ ("%u of %u rows selected"), page->chosen->len, n);
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row", "%u rows", n), n);
  gtk_label_set_text (page->status, text);
}

void
ys_registry_page_show_rows (YsRegistryPage *page)
{
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  YsRegistry *registry = session != NULL ? ys_session_get_registry (session) : NULL;
  YsRegistryFilter filter;
  gboolean has_rows;

  if (registry == NULL)
    return;
  read_filter (page, &filter);
  ys_registry_columns_set_search (page->columns, filter.search);
  ys_compound_list_show (page->list, registry, &filter);
  has_rows = g_list_model_get_n_items (G_LIST_MODEL (page->list)) > 0;
  gtk_stack_set_visible_child_name (page->list_stack, has_rows ? "rows" : "nothing");
  select_chosen (page);
  show_status (page);
}

/* While searching, the best match is chosen, so that Enter opens it. */
static void
choose_best (YsRegistryPage *page)
{
  g_clear_handle_id (&page->best_source, g_source_remove);
  if (*gtk_editable_get_text (GTK_EDITABLE (page->search)) != '\0'
      && ys_compound_list_id (page->list, 0) != 0)
    ys_registry_page_select (page, ys_compound_list_id (page->list, 0));
}

static gboolean
choose_best_cb (gpointer user_data)
{
  YsRegistryPage *page = user_data;

  page->best_source = 0;
  choose_best (page);
  return G_SOURCE_REMOVE;
}

/* The rows follow every key; the compound beside them when the typing pauses. */
static void
on_filter_changed_cb (YsRegistryPage *page)
{
  if (page->filling)
    return;
  ys_registry_page_show_rows (page);
  g_clear_handle_id (&page->best_source, g_source_remove);
  page->best_source = g_timeout_add (BEST_AFTER_MS, choose_best_cb, page);
}

static void
on_sort_changed_cb (YsRegistryPage *page)
{
  if (!page->filling)
    ys_registry_page_show_rows (page);
}

static void
set_choices (YsRegistryPage *page, GtkDropDown *drop_down, GtkStringList *names, guint selected)
{
  page->filling = TRUE;
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (drop_down, selected < g_list_model_get_n_items (G_LIST_MODEL (names))
                                             ? selected
                                             : 0);
  page->filling = FALSE;
}

/* "梅园社区 (12)": every choice says how many it holds. */
static void
append_counted (GtkStringList *names, const char *name, guint n)
{
  /* Translators: a name and how many compounds it holds */
  g_autofree char *text = g_strdup_printf (_ ("%s (%u)"), name, n);

  gtk_string_list_append (names, text);
}

static guint
count_items (YsRegistry *registry, gint64 community_id, gint64 company_id, int class, int form)
{
  guint n = 0;

  for (guint i = 0; i < ys_registry_n_items (registry); i++)
    {
      const YsCompound *compound = ys_registry_item (registry, i)->compound;

      if (!compound->withdrawn && (community_id == 0 || compound->community_id == community_id)
          && (company_id == 0 || compound->company_id == company_id)
          && (class == 0 || compound->class == class) && (form == 0 || compound->form == form))
        n++;
    }
  return n;
}

static void
fill_choice_filter (YsRegistryPage *page,
                    GtkDropDown *drop_down,
                    const char *all,
                    const YsChoice *choices,
                    YsRegistry *registry)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = gtk_drop_down_get_selected (drop_down);
  gboolean is_class = choices == ys_class_choices;

  gtk_string_list_append (names, all);
  for (int i = 1; choices[i - 1].nick != NULL; i++)
    append_counted (names, ys_choice_label (choices, i),
                    count_items (registry, 0, 0, is_class ? i : 0, is_class ? 0 : i));
  set_choices (page, drop_down, names, selected);
}

static void
fill_community_filter (YsRegistryPage *page, YsRegistry *registry)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GPtrArray *communities = ys_registry_communities (registry);
  guint selected = gtk_drop_down_get_selected (page->community_filter);

  gtk_string_list_append (names, _ ("All communities"));
  for (guint i = 0; i < MIN (communities->len, G_N_ELEMENTS (page->community_ids) - 1); i++)
    {
      const YsCommunity *community = g_ptr_array_index (communities, i);

      page->community_ids[i + 1] = community->id;
      append_counted (names, community->name, count_items (registry, community->id, 0, 0, 0));
    }
  set_choices (page, page->community_filter, names, selected);
}

static void
fill_company_filter (YsRegistryPage *page, YsRegistry *registry)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GPtrArray *companies = ys_registry_companies (registry);
  guint selected = gtk_drop_down_get_selected (page->company_filter);

  gtk_string_list_append (names, _ ("All property companies"));
  for (guint i = 0; i < MIN (companies->len, G_N_ELEMENTS (page->company_ids) - 1); i++)
    {
      const YsCompany *company = g_ptr_array_index (companies, i);

      page->company_ids[i + 1] = company->id;
      append_counted (names, company->name, count_items (registry, 0, company->id, 0, 0));
    }
  set_choices (page, page->company_filter, names, selected);
}

static void
show_summary (YsRegistryPage *page, YsRegistry *registry)
{
  guint n = count_items (registry, 0, 0, 0, 0);
  guint n_incomplete = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < ys_registry_n_items (registry); i++)
    {
      const YsRegistryItem *item = ys_registry_item (registry, i);

      if (!item->compound->withdrawn && item->n_blank > 0)
        n_incomplete++;
    }
  text = g_strdup_printf (
      /* Translators: compounds, communities, incomplete ones, then those of class 1, 2, 3 */
      _ ("%u compounds · %u communities · %u to complete · class 1: %u, 2: %u, 3: %u"), n,
      ys_registry_communities (registry)->len, n_incomplete,
      count_items (registry, 0, 0, YS_CLASS_1, 0), count_items (registry, 0, 0, YS_CLASS_2, 0),
      count_items (registry, 0, 0, YS_CLASS_3, 0));
  gtk_label_set_text (page->summary, text);
}

/* -- Selection -------------------------------------------------------------------------------- */

static void
show_chosen (YsRegistryPage *page)
{
  ys_compound_detail_show (page->detail, (const gint64 *)(gpointer)page->chosen->data,
                           page->chosen->len);
  show_status (page);
}

static void
on_selection_changed_cb (YsRegistryPage *page)
{
  g_autoptr (GtkBitset) selected = NULL;
  GtkBitsetIter iter;
  guint position;

  if (page->filling)
    return;
  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (page->selection));
  g_array_set_size (page->chosen, 0);
  if (gtk_bitset_iter_init_first (&iter, selected, &position))
    do
      {
        gint64 id = ys_compound_list_id (page->list, position);

        if (id != 0)
          g_array_append_val (page->chosen, id);
      }
    while (gtk_bitset_iter_next (&iter, &position));
  show_chosen (page);
}

static void
scroll_to (YsRegistryPage *page, guint position)
{
  /* gtk_column_view_scroll_to() came with 4.12; the inner list has the action already. */
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (page->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      gtk_widget_activate_action (child, "list.scroll-to-item", "u", position);
}

static void
clear_filters (YsRegistryPage *page)
{
  page->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (page->search), "");
  gtk_drop_down_set_selected (page->community_filter, 0);
  gtk_drop_down_set_selected (page->company_filter, 0);
  gtk_drop_down_set_selected (page->class_filter, 0);
  gtk_drop_down_set_selected (page->form_filter, 0);
  gtk_check_button_set_active (page->incomplete_filter, FALSE);
  g_clear_pointer (&page->blank_field, g_free);
  page->filling = FALSE;
}

static void
on_show_all_cb (YsRegistryPage *page)
{
  clear_filters (page);
  ys_registry_page_show_rows (page);
}

void
ys_registry_page_select (YsRegistryPage *page, gint64 compound_id)
{
  guint position = ys_compound_list_position (page->list, compound_id);

  if (position == GTK_INVALID_LIST_POSITION)
    {
      clear_filters (page);
      ys_registry_page_show_rows (page);
      position = ys_compound_list_position (page->list, compound_id);
    }
  if (position == GTK_INVALID_LIST_POSITION)
    return;
  g_array_set_size (page->chosen, 0);
  g_array_append_val (page->chosen, compound_id);
  select_chosen (page);
  scroll_to (page, position);
  show_chosen (page);
}

static void
on_step_cb (YsRegistryPage *page, int delta)
{
  gint64 id = page->chosen->len > 0 ? g_array_index (page->chosen, gint64, 0) : 0;
  guint position = ys_compound_list_position (page->list, id);

  if (position == GTK_INVALID_LIST_POSITION || (delta < 0 && position == 0))
    return;
  id = ys_compound_list_id (page->list, position + (guint)delta);
  if (id != 0)
    ys_registry_page_select (page, id);
}

static void
on_leave_cb (YsRegistryPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (page->view));
}

static void
on_row_activate_cb (YsRegistryPage *page, guint position)
{
  ys_registry_page_select (page, ys_compound_list_id (page->list, position));
  ys_compound_detail_focus (page->detail, NULL);
}

static void
on_search_activate_cb (YsRegistryPage *page)
{
  if (page->best_source != 0)
    choose_best (page);
  if (page->chosen->len > 0)
    ys_compound_detail_focus (page->detail, NULL);
}

static void
on_stop_search_cb (YsRegistryPage *page)
{
  gtk_editable_set_text (GTK_EDITABLE (page->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (page->view));
}

/* -- Page ------------------------------------------------------------------------------------- */

static void
page_refresh (YsPage *base)
{
  YsRegistryPage *page = YS_REGISTRY_PAGE (base);
  YsRegistry *registry = ys_session_get_registry (ys_page_get_session (base));

  if (registry == NULL)
    return;
  fill_community_filter (page, registry);
  fill_company_filter (page, registry);
  fill_choice_filter (page, page->class_filter, _ ("All classes"), ys_class_choices, registry);
  fill_choice_filter (page, page->form_filter, _ ("All forms"), ys_form_choices, registry);
  show_summary (page, registry);
  gtk_stack_set_visible_child_name (page->stack,
                                    ys_registry_n_items (registry) > 0 ? "list" : "empty");
  ys_registry_page_show_rows (page);
  if (page->chosen->len == 0 && ys_compound_list_id (page->list, 0) != 0)
    ys_registry_page_select (page, ys_compound_list_id (page->list, 0));
  else
    ys_compound_detail_refresh (page->detail);
  ys_registry_page_offer_twins (page);
}

static void
page_load (YsPage *base, YsSession *session)
{
  YsRegistryPage *page = YS_REGISTRY_PAGE (base);
  YsLedger *ledger = ys_session_get_ledger (session);
  g_autofree char *columns = ys_ledger_job_get_setting (ledger, SETTING_COLUMNS);
  g_autofree char *paned = ys_ledger_job_get_setting (ledger, SETTING_PANED);

  ys_registry_columns_from_text (page->columns, columns);
  /* As wide a list as the form leaves, unless the user has moved the divider. */
  gtk_paned_set_position (page->paned, paned != NULL && *paned != '\0'
                                           ? ys_look_scaled ((int)g_ascii_strtoll (paned, NULL, 10))
                                           : G_MAXINT16);
  ys_compound_detail_load (page->detail, session);
  gtk_widget_set_sensitive (GTK_WIDGET (page->add_button), ys_session_is_writable (session));
}

/* Columns and the divider stay as the user left them; a ledger that cannot be written keeps its
 * own. */
static void
remember (YsRegistryPage *page)
{
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  g_autofree char *columns = NULL;
  g_autofree char *before = NULL;
  char paned[16];
  int widest = 0;

  if (session == NULL || !ys_session_is_writable (session) || page->columns == NULL)
    return;
  columns = ys_registry_columns_to_text (page->columns);
  before = ys_ledger_job_get_setting (ys_session_get_ledger (session), SETTING_COLUMNS);
  if (g_strcmp0 (columns, before) != 0)
    ys_ledger_job_set_setting (ys_session_get_ledger (session), SETTING_COLUMNS, columns, NULL);
  if (gtk_widget_get_width (GTK_WIDGET (page->paned)) == 0)
    return;
  g_object_get (page->paned, "max-position", &widest, NULL);
  if (gtk_paned_get_position (page->paned) >= widest)
    paned[0] = '\0';
  else
    g_snprintf (paned, sizeof paned, "%d", ys_look_unscaled (gtk_paned_get_position (page->paned)));
  ys_ledger_job_set_setting (ys_session_get_ledger (session), SETTING_PANED, paned, NULL);
}

static void
page_go (YsPage *base, gint64 compound_id, const char *field)
{
  YsRegistryPage *page = YS_REGISTRY_PAGE (base);

  if (compound_id != 0)
    {
      ys_registry_page_select (page, compound_id);
      ys_compound_detail_focus (page->detail, field);
      return;
    }
  clear_filters (page);
  page->blank_field = g_strdup (field);
  ys_registry_page_show_rows (page);
  if (ys_compound_list_id (page->list, 0) != 0)
    ys_registry_page_select (page, ys_compound_list_id (page->list, 0));
}

static gboolean
page_find (YsPage *base)
{
  return gtk_widget_grab_focus (GTK_WIDGET (YS_REGISTRY_PAGE (base)->search));
}

static gboolean
page_flush (YsPage *base)
{
  YsRegistryPage *page = YS_REGISTRY_PAGE (base);

  remember (page);
  return ys_compound_detail_flush (page->detail);
}

static void
ys_registry_page_dispose (GObject *object)
{
  YsRegistryPage *page = YS_REGISTRY_PAGE (object);

  g_clear_handle_id (&page->best_source, g_source_remove);
  g_clear_pointer (&page->columns, ys_registry_columns_free);
  g_clear_object (&page->selection);
  g_clear_object (&page->list);
  g_clear_object (&page->actions);
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_REGISTRY_PAGE);

  G_OBJECT_CLASS (ys_registry_page_parent_class)->dispose (object);
}

static void
ys_registry_page_finalize (GObject *object)
{
  YsRegistryPage *page = YS_REGISTRY_PAGE (object);

  g_clear_pointer (&page->chosen, g_array_unref);
  g_clear_pointer (&page->blank_field, g_free);

  G_OBJECT_CLASS (ys_registry_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, YsRegistryPage, summary);
  gtk_widget_class_bind_template_child (widget_class, YsRegistryPage, twins_banner);
  gtk_widget_class_bind_template_child (widget_class, YsRegistryPage, twins_label);
  gtk_widget_class_bind_template_child (widget_class, YsRegistryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, YsRegistryPage, paned);
  gtk_widget_class_bind_template_child (widget_class, YsRegistryPage, search);
  gtk_widget_class_bind_template_child (widget_class, YsRegistryPage, community_filter);
  gtk_widget_class_bind_template_child (widget_class, YsRegistryPage, class_filter);
  gtk_widget_class_bind_template_child (widget_class, YsRegistryPage, form_filter);
  gtk_widget_class_bind_template_child (widget_class, YsRegistryPage, company_filter);
  gtk_widget_class_bind_template_child (widget_class, YsRegistryPage, incomplete_filter);
  gtk_widget_class_bind_template_child (widget_class, YsRegistryPage, withdrawn_filter);
  gtk_widget_class_bind_template_child (widget_class, YsRegistryPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, YsRegistryPage, view);
  gtk_widget_class_bind_template_child (widget_class, YsRegistryPage, status);
  gtk_widget_class_bind_template_child (widget_class, YsRegistryPage, wrong);
  gtk_widget_class_bind_template_child (widget_class, YsRegistryPage, wrong_label);
  gtk_widget_class_bind_template_child (widget_class, YsRegistryPage, detail);
  gtk_widget_class_bind_template_child (widget_class, YsRegistryPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, YsRegistryPage, add_popover);
  gtk_widget_class_bind_template_child (widget_class, YsRegistryPage, more_popover);
  gtk_widget_class_bind_template_child (widget_class, YsRegistryPage, add_name);
  gtk_widget_class_bind_template_child (widget_class, YsRegistryPage, add_community);
  gtk_widget_class_bind_template_child (widget_class, YsRegistryPage, add_error);
}

static void
ys_registry_page_class_init (YsRegistryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  YsPageClass *page_class = YS_PAGE_CLASS (klass);

  object_class->dispose = ys_registry_page_dispose;
  object_class->finalize = ys_registry_page_finalize;
  page_class->load = page_load;
  page_class->refresh = page_refresh;
  page_class->go = page_go;
  page_class->find = page_find;
  page_class->flush = page_flush;

  g_type_ensure (YS_TYPE_COMPOUND_DETAIL);
  g_type_ensure (YS_TYPE_EMPTY_STATE);
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/registry-page.ui"));
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_step_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_leave_cb);
  ys_registry_page_bind_callbacks (widget_class);
  ys_registry_page_bind_twins (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_show_all_cb);
}

static void
ys_registry_page_init (YsRegistryPage *page)
{
  page->chosen = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (page));

  page->list = ys_compound_list_new ();
  page->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (page->list)));
  page->columns = ys_registry_columns_new (page->view);
  gtk_column_view_set_model (page->view, GTK_SELECTION_MODEL (page->selection));
  g_signal_connect_object (page->selection, "selection-changed",
                           G_CALLBACK (on_selection_changed_cb), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (page->view), "changed",
                           G_CALLBACK (on_sort_changed_cb), page, G_CONNECT_SWAPPED);
  ys_registry_page_install_actions (page);
}
