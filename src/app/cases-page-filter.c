/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the filters into one YsWorkFilter; the list model does the rest. The figures on the buttons
 * and the line at the foot. */
#include "config.h"

#include "cases-page-private.h"

#include <glib/gi18n-lib.h>

#include "catalogue-job.h"
#include "inspection.h"
#include "period-chooser.h"
#include "widget-help.h"
#include "work-words.h"

typedef enum
{
  PERIOD_ALL,
  PERIOD_THIS_MONTH,
  PERIOD_LAST_MONTH,
  PERIOD_THIS_YEAR,
  PERIOD_CHOSEN, /* of the window */
  N_PERIODS
} Period;

/* -- Reading ---------------------------------------------------------------------------------- */

static YsInstant
start_of (int year, int month)
{
  g_autofree char *iso = g_strdup_printf ("%04d-%02d-01", year, month);
  YsInstant instant = 0;

  ys_instant_from_iso (iso, &instant);
  return instant;
}

static YsInstant
start_of_next (int year, int month)
{
  return month == 12 ? start_of (year + 1, 1) : start_of (year, month + 1);
}

static void
read_period (YsCasesPage *page, YsWorkFilter *filter)
{
  YsDate today = ys_session_today (ys_page_get_session (YS_PAGE (page)));
  int year = today.year;
  int month = today.month;

  switch ((Period)gtk_drop_down_get_selected (page->period_filter))
    {
    case PERIOD_LAST_MONTH:
      year = month == 1 ? year - 1 : year;
      month = month == 1 ? 12 : month - 1;
      G_GNUC_FALLTHROUGH;
    case PERIOD_THIS_MONTH:
      filter->from = start_of (year, month);
      filter->to = start_of_next (year, month);
      break;
    case PERIOD_THIS_YEAR:
      filter->from = start_of (year, 1);
      filter->to = start_of (year + 1, 1);
      break;
    case PERIOD_CHOSEN:
      filter->from = ys_span_start (ys_session_get_period (ys_page_get_session (YS_PAGE (page))));
      filter->to = ys_span_end (ys_session_get_period (ys_page_get_session (YS_PAGE (page))));
      break;
    case PERIOD_ALL:
    case N_PERIODS:
      break;
    }
}

static guint
active_of (GtkToggleButton *const *buttons, guint n)
{
  for (guint i = 0; i < n; i++)
    if (gtk_toggle_button_get_active (buttons[i]))
      return i;
  return 0;
}

static void
read_filter (YsCasesPage *page, YsWorkFilter *filter)
{
  guint unit = gtk_drop_down_get_selected (page->unit_filter);
  guint level = gtk_drop_down_get_selected (page->level_filter);

  *filter = (YsWorkFilter){ 0 };
  filter->source = (YsWorkSource)active_of (page->sources, YS_CASES_N_SOURCES);
  filter->show = (YsWorkShow)active_of (page->shows, YS_CASES_N_SHOWS);
  if (gtk_check_button_get_active (page->faults_filter))
    filter->show = YS_WORK_FAULTS;
  filter->search = gtk_editable_get_text (GTK_EDITABLE (page->search));
  /* Until something else is looked for. */
  if (page->clause != NULL && g_str_equal (filter->search, page->clause))
    {
      filter->search = NULL;
      filter->code = page->clause;
      filter->levels = page->clause_levels;
    }
  filter->compound_id = page->compound_id;
  filter->level = level != GTK_INVALID_LIST_POSITION ? (int)level : 0;
  if (unit != GTK_INVALID_LIST_POSITION && unit > 0 && unit <= page->units->len)
    filter->unit = g_ptr_array_index (page->units, unit - 1);
  read_period (page, filter);
  filter->sort
      = (YsWorkSort)ys_column_set_sort (page->columns, YS_WORK_BY_URGENCY, &filter->descending);
}

static void
scroll_to_top (YsCasesPage *page)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (page->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child) && ys_work_list_model_get_n (page->list) > 0)
      gtk_widget_activate_action (child, "list.scroll-to-item", "u", 0u);
}

void
ys_cases_page_apply_filter (YsCasesPage *page)
{
  YsWorkFilter filter;
  gboolean is_narrow;

  if (page->list == NULL)
    return;
  read_filter (page, &filter);
  is_narrow = filter.level != 0 || filter.unit != NULL || filter.from != 0
              || filter.show == YS_WORK_FAULTS || filter.compound_id != 0;
  ys_widget_set_class (GTK_WIDGET (page->filter_button), "narrow", is_narrow);
  /* GTK has least to do when the old rows are at the top as well. */
  scroll_to_top (page);
  ys_work_list_model_set_filter (page->list, &filter);
}

static void
on_filter_changed_cb (YsCasesPage *page)
{
  if (!page->filling)
    ys_cases_page_apply_filter (page);
}

/* A click is told twice: by the button that goes up and by the one that goes down. */
static void
on_toggled_cb (YsCasesPage *page, GtkToggleButton *button)
{
  if (!page->filling && gtk_toggle_button_get_active (button))
    ys_cases_page_apply_filter (page);
}

static void
on_search_activate_cb (YsCasesPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (page->view));
}

static void
on_stop_search_cb (YsCasesPage *page)
{
  gtk_editable_set_text (GTK_EDITABLE (page->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (page->view));
}

void
ys_cases_page_set_show (YsCasesPage *page, YsWorkShow show)
{
  page->filling = TRUE;
  gtk_check_button_set_active (page->faults_filter, show == YS_WORK_FAULTS);
  gtk_toggle_button_set_active (page->shows[show < YS_CASES_N_SHOWS ? show : YS_WORK_ALL], TRUE);
  page->filling = FALSE;
}

void
ys_cases_page_clear_filters (YsCasesPage *page)
{
  ys_cases_page_set_show (page, YS_WORK_ALL);
  page->filling = TRUE;
  gtk_toggle_button_set_active (page->sources[YS_WORK_BOTH], TRUE);
  gtk_editable_set_text (GTK_EDITABLE (page->search), "");
  gtk_drop_down_set_selected (page->level_filter, 0);
  gtk_drop_down_set_selected (page->unit_filter, 0);
  gtk_drop_down_set_selected (page->period_filter, 0);
  page->compound_id = 0;
  g_clear_pointer (&page->clause, g_free);
  g_clear_pointer (&page->clause_levels, g_free);
  page->filling = FALSE;
}

static void
on_show_all_cb (YsCasesPage *page)
{
  ys_cases_page_clear_filters (page);
  ys_cases_page_apply_filter (page);
}

static void
on_faults_clicked_cb (YsCasesPage *page)
{
  ys_cases_page_clear_filters (page);
  ys_cases_page_set_show (page, YS_WORK_FAULTS);
  ys_cases_page_apply_filter (page);
}

/* -- Choices ---------------------------------------------------------------------------------- */

static void
set_choices (YsCasesPage *page, GtkDropDown *drop_down, GtkStringList *names)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  page->filling = TRUE;
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (drop_down, selected < g_list_model_get_n_items (G_LIST_MODEL (names))
                                             ? selected
                                             : 0);
  page->filling = FALSE;
}

static void
fill_levels (YsCasesPage *page)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("All levels"));
  for (int i = 1; ys_level_choices[i - 1].nick != NULL; i++)
    gtk_string_list_append (names, ys_work_level_name (i));
  set_choices (page, page->level_filter, names);
}

/* The responsible units that the clauses of today name. */
static void
fill_units (YsCasesPage *page)
{
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (YsCatalogueBook) book = ys_catalogue_load (ys_session_get_ledger (session), YS_ANNEX_1,
                                                        ys_session_today (session), NULL);

  g_ptr_array_set_size (page->units, 0);
  gtk_string_list_append (names, _ ("All units"));
  for (guint i = 0; book != NULL && i < ys_catalogue_book_n_clauses (book); i++)
    {
      const char *unit = ys_catalogue_book_clause (book, i)->unit;

      if (unit == NULL || g_ptr_array_find_with_equal_func (page->units, unit, g_str_equal, NULL))
        continue;
      g_ptr_array_add (page->units, g_strdup (unit));
      gtk_string_list_append (names, unit);
    }
  set_choices (page, page->unit_filter, names);
}

static void
fill_periods (YsCasesPage *page)
{
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  g_autofree char *chosen = ys_period_label (ys_session_get_period (session));
  const char *const words[]
      = { _ ("Any time"), _ ("This month"), _ ("Last month"), _ ("This year"), chosen, NULL };
  g_autoptr (GtkStringList) names = gtk_string_list_new (words);

  set_choices (page, page->period_filter, names);
}

/* When they are opened: no page waits for them. */
static void
on_filters_map_cb (YsCasesPage *page)
{
  if (page->list == NULL)
    return;
  if (g_list_model_get_n_items (gtk_drop_down_get_model (page->level_filter)) == 0)
    fill_levels (page);
  fill_periods (page);
  fill_units (page);
}

/* The window looks at another period: so does a list that was narrowed to it. */
void
ys_cases_page_follow_period (YsCasesPage *page)
{
  guint selected = gtk_drop_down_get_selected (page->period_filter);

  if (selected == PERIOD_CHOSEN)
    ys_cases_page_apply_filter (page);
}

/* What a chart counts: findings under one clause, of the levels that count, in the period that the
 * window looks at. */
void
ys_cases_page_set_clause (YsCasesPage *page, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", 2);

  g_free (page->clause);
  g_free (page->clause_levels);
  page->clause = g_strdup (parts[0]);
  page->clause_levels = g_strdup (parts[1]);
  fill_periods (page);
  page->filling = TRUE;
  gtk_toggle_button_set_active (page->sources[YS_WORK_FINDINGS], TRUE);
  gtk_editable_set_text (GTK_EDITABLE (page->search), page->clause);
  gtk_drop_down_set_selected (page->period_filter, PERIOD_CHOSEN);
  page->filling = FALSE;
}

/* -- Figures ---------------------------------------------------------------------------------- */

/* (transfer full): figures on buttons have little room. */
static char *
short_count (guint n)
{
  if (n < 10000)
    return g_strdup_printf ("%u", n);
  /* Translators: ten thousands, rounded down: "12×10⁴", "12万". */
  return g_strdup_printf (_ ("%u×10⁴"), n / 10000);
}

void
ys_cases_page_show_counts (YsCasesPage *page)
{
  const char *const words[YS_CASES_N_SHOWS]
      = { _ ("All"),        C_ ("findings", "Overdue"), _ ("Due today"),
          _ ("To recheck"), C_ ("findings", "Open"),    _ ("Closed") };
  guint n_open = ys_work_list_model_count (page->list, YS_WORK_OPEN);
  guint n_late = ys_work_list_model_count (page->list, YS_WORK_OVERDUE);
  g_autofree char *summary = g_strdup_printf (_ ("%u open, %u of them overdue"), n_open, n_late);

  for (guint i = 0; i < YS_CASES_N_SHOWS; i++)
    {
      guint n = ys_work_list_model_count (page->list, (YsWorkShow)i);
      g_autofree char *count = short_count (n);
      g_autofree char *text = g_strdup_printf ("%s %s", words[i], count);
      g_autofree char *tip = g_strdup_printf ("%s %u", words[i], n);

      gtk_button_set_label (GTK_BUTTON (page->shows[i]), text);
      gtk_widget_set_tooltip_text (GTK_WIDGET (page->shows[i]), n >= 10000 ? tip : NULL);
    }
  gtk_label_set_label (page->summary, summary);
}

static void
show_day (YsCasesPage *page)
{
  guint minutes;
  g_autofree char *text = NULL;

  if (page->clock.calendar == NULL)
    return;
  minutes = ys_work_day_minutes (page->clock.calendar, page->clock.now);
  if (minutes % 60 == 0)
    /* Translators: how many working hours the word "day" means in the column of what is left. */
    text = g_strdup_printf (_ ("1 day is %u working hours"), minutes / 60);
  else
    text = g_strdup_printf (_ ("1 day is %u:%02u working hours"), minutes / 60, minutes % 60);
  gtk_label_set_label (page->status_day, text);
}

void
ys_cases_page_show_status (YsCasesPage *page)
{
  const YsOverview *overview = ys_session_get_overview (ys_page_get_session (YS_PAGE (page)));
  g_autofree char *next = NULL;
  g_autofree char *faults = NULL;
  guint n_faults;

  show_day (page);
  if (overview == NULL)
    return;
  if (overview->next_deadline != 0)
    {
      g_autofree char *when = ys_work_when (overview->next_deadline, page->clock.now);

      /* Translators: the nearest deadline: when, which compound. */
      next = g_markup_printf_escaped (_ ("Next <b>%s %s</b>"), when, overview->next_compound);
    }
  gtk_label_set_markup (page->status_next, next != NULL ? next : "");
  n_faults = overview->n_work[YS_WORK_FAULTS];
  faults = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u fault to confirm",
                                         "%u faults to confirm", n_faults),
                            n_faults);
  gtk_button_set_label (page->status_faults, faults);
  gtk_widget_set_visible (GTK_WIDGET (page->status_faults), n_faults > 0);
}

void
ys_cases_page_bind_filter (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_filters_map_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_faults_clicked_cb);
}
