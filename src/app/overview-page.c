/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows only what the ledger holds: figures that are not there yet are not there. While nothing is
 * registered it says what the ledger is for and offers the import. */
#include "config.h"

#include "overview-page-private.h"

#include <glib/gi18n-lib.h>

#include "blank-link.h"
#include "change-row.h"
#include "compound.h"
#include "day-words.h"
#include "empty-state.h"
#include "look.h"
#include "resources.h"
#include "when.h"
#include "widget-help.h"
#include "work-line.h"
#include "work-words.h"

G_DEFINE_FINAL_TYPE (YsOverviewPage, ys_overview_page, YS_TYPE_PAGE)

static YsSession *
session_of (YsOverviewPage *self)
{
  return ys_page_get_session (YS_PAGE (self));
}

/* --- Links ------------------------------------------------------------------------------ */

static void
on_today_clicked_cb (YsOverviewPage *self)
{
  ys_session_go (session_of (self), "cases", 0, "today");
}

static void
on_overdue_clicked_cb (YsOverviewPage *self)
{
  ys_session_go (session_of (self), "cases", 0, "overdue");
}

static void
on_inspections_clicked_cb (YsOverviewPage *self)
{
  ys_session_go (session_of (self), "inspections", 0, NULL);
}

static void
on_registry_clicked_cb (YsOverviewPage *self)
{
  ys_session_go (session_of (self), "registry", 0, NULL);
}

static void
on_import_clicked_cb (YsOverviewPage *self)
{
  ys_session_go (session_of (self), "import", 0, NULL);
}

static void
on_reports_clicked_cb (YsOverviewPage *self)
{
  ys_session_go (session_of (self), "reports", 0, NULL);
}

static void
on_settings_clicked_cb (YsOverviewPage *self)
{
  ys_session_go (session_of (self), "settings", 0, NULL);
}

static void
on_change_activated_cb (YsOverviewPage *self, GtkListBoxRow *row)
{
  ys_session_go (session_of (self), "registry", ys_change_row_get_compound (YS_CHANGE_ROW (row)),
                 NULL);
}

static void
on_line_activated_cb (YsOverviewPage *self, GtkListBoxRow *row)
{
  g_autofree char *target = ys_work_line_target (YS_WORK_LINE (row));

  ys_session_go (session_of (self), "cases", 0, target);
}

static void
on_all_cases_clicked_cb (YsOverviewPage *self)
{
  ys_session_go (session_of (self), "cases", 0, "open");
}

/* --- Parts ------------------------------------------------------------------------------ */

/* How long ago the last backup was, in one or two words. */
static void
show_backup_figure (YsOverviewPage *self, const YsOverview *overview)
{
  YsDate today = ys_session_today (session_of (self));
  g_autofree char *clock = ys_when_clock (overview->last_backup);
  g_autofree char *days = NULL;
  gint64 ago;

  if (overview->last_backup == 0)
    {
      ys_figure_set (self->backup, "—", "", _ ("none yet"), "amber");
      return;
    }
  ago = ys_date_to_days (today) - ys_date_to_days (ys_instant_to_date (overview->last_backup));
  if (ago <= 0)
    {
      ys_figure_set (self->backup, clock, _ ("today"), _ ("checked when made"), NULL);
      return;
    }
  days = g_strdup_printf ("%" G_GINT64_FORMAT, ago);
  ys_figure_set (self->backup, days,
                 g_dngettext (GETTEXT_PACKAGE, "day ago", "days ago", (gulong)ago), clock,
                 ago > 7 ? "amber" : NULL);
}

static void
show_count (YsFigure *figure, guint n, const char *note, const char *tone)
{
  g_autofree char *value = g_strdup_printf ("%u", n);

  /* Translators: counts findings and cases. */
  ys_figure_set (figure, value, C_ ("findings", "in all"), note, n > 0 ? tone : NULL);
}

/* (transfer full) (nullable): by how much the oldest of them is over, in worked time. */
static char *
longest_overdue (YsOverviewPage *self, const YsOverview *overview)
{
  const YsWorkCalendar *calendar = ys_session_get_calendar (session_of (self));
  YsInstant now = ys_session_now (session_of (self));
  g_autofree char *left = NULL;
  YsLeftTone tone;

  if (overview->overdue->len == 0 || calendar == NULL)
    return NULL;
  left = ys_work_left (calendar, TRUE, g_array_index (overview->overdue, YsWorkRow, 0).deadline, 0,
                       now, &tone);
  /* Translators: of what is overdue, the longest: "over 1 day 0:10" */
  return g_strdup_printf (_ ("longest %s"), left);
}

/* (transfer full): 区级 7 · 镇级 5 */
static char *
visit_words (const YsOverview *overview)
{
  static const YsInspectionLevel levels[]
      = { YS_INSPECTION_LEVEL_CITY, YS_INSPECTION_LEVEL_DISTRICT, YS_INSPECTION_LEVEL_TOWN,
          YS_INSPECTION_LEVEL_JOINT, YS_INSPECTION_LEVEL_SELF };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (overview->n_visits[levels[i]] > 0)
      g_string_append_printf (text, "%s%s %u", text->len > 0 ? " · " : "",
                              ys_work_level_name ((int)levels[i]), overview->n_visits[levels[i]]);
  return g_string_free (text, FALSE);
}

static void
show_visits (YsOverviewPage *self, const YsOverview *overview)
{
  g_autofree char *words = visit_words (overview);
  g_autofree char *number = NULL;
  g_autofree char *of_all = NULL;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (overview->n_visits); i++)
    n += overview->n_visits[i];
  number = g_strdup_printf ("%u", n);
  /* Translators: after how many inspections this month: compounds inspected, compounds in all */
  of_all
      = g_strdup_printf (_ ("in %u of %u compounds"), overview->n_visited, overview->n_compounds);
  ys_figure_set (self->visits, number, of_all, words, NULL);
}

/* Once there are findings or cases, what is due comes before what is registered. */
static void
show_work (YsOverviewPage *self, const YsOverview *overview)
{
  gboolean has_work = overview->n_work[YS_WORK_ALL] > 0;
  g_autofree char *clock = ys_when_clock (overview->next_deadline);
  g_autofree char *day = ys_when_day (ys_instant_to_date (overview->next_deadline),
                                      ys_session_today (session_of (self)));
  g_autofree char *longest = longest_overdue (self, overview);
  g_autofree char *next = NULL;
  g_autofree char *paused = NULL;

  if (overview->next_deadline != 0)
    /* Translators: the nearest deadline: a day, a time. */
    next = g_strdup_printf (_ ("next %s %s"), day, clock);
  /* Translators: findings and cases whose clock stands */
  paused = g_strdup_printf (_ ("%u of them stopped"), overview->n_paused);
  show_count (self->due_today, overview->n_work[YS_WORK_TODAY], next != NULL ? next : "", "amber");
  show_count (self->overdue, overview->n_work[YS_WORK_OVERDUE], longest != NULL ? longest : "",
              "red");
  show_count (self->open, overview->n_work[YS_WORK_OPEN], paused, NULL);
  show_visits (self, overview);
  gtk_widget_set_visible (GTK_WIDGET (self->due_today), has_work);
  gtk_widget_set_visible (GTK_WIDGET (self->overdue), has_work);
  gtk_widget_set_visible (GTK_WIDGET (self->open), has_work);
  gtk_widget_set_visible (GTK_WIDGET (self->to_decide), has_work);
  gtk_widget_set_visible (GTK_WIDGET (self->visits), has_work);
  gtk_widget_set_visible (GTK_WIDGET (self->complete), !has_work);
  gtk_widget_set_visible (GTK_WIDGET (self->incomplete), !has_work);
  gtk_widget_set_visible (GTK_WIDGET (self->days), !has_work);
  gtk_widget_set_visible (GTK_WIDGET (self->compounds), !has_work);
  gtk_widget_set_visible (GTK_WIDGET (self->backup), !has_work);
}

static void
show_figures (YsOverviewPage *self, const YsOverview *overview)
{
  guint incomplete = overview->n_compounds - overview->n_complete;
  g_autofree char *compounds = g_strdup_printf ("%u", overview->n_compounds);
  g_autofree char *complete = g_strdup_printf ("%u", overview->n_complete);
  g_autofree char *lacking = g_strdup_printf ("%u", incomplete);
  g_autofree char *days = g_strdup_printf ("%" G_GINT64_FORMAT, overview->days_left);
  g_autofree char *communities = NULL;
  g_autofree char *of_all = NULL;
  g_autofree char *due = NULL;
  guint n_blank = 0;
  g_autofree char *blank = NULL;

  for (guint i = 0; i < overview->blanks->len; i++)
    n_blank += g_array_index (overview->blanks, YsOverviewBlank, i).n_blank;
  /* Translators: in how many communities the compounds lie. */
  communities = g_strdup_printf (_ ("in %u communities"), overview->n_communities);
  of_all = g_strdup_printf (_ ("%u %% of all"), overview->n_complete * 100 / overview->n_compounds);
  blank = g_strdup_printf (_ ("%u blanks"), n_blank);
  due = ys_when_day (overview->next_due, ys_session_today (session_of (self)));
  ys_figure_set (self->compounds, compounds, _ ("registered"), communities, NULL);
  ys_figure_set (self->complete, complete, "", of_all, NULL);
  ys_figure_set (self->incomplete, lacking, "", incomplete > 0 ? blank : _ ("nothing is missing"),
                 incomplete > 0 ? "amber" : NULL);
  ys_figure_set (self->days, days,
                 g_dngettext (GETTEXT_PACKAGE, "day", "days", (gulong)overview->days_left), due,
                 overview->due_is_near && !overview->due_is_filed ? "amber" : NULL);
  show_backup_figure (self, overview);
}

static void
show_shares (YsShareChart *chart,
             const char *title,
             const YsChoice *choices,
             const guint *counts,
             guint n_counts)
{
  YsSharePart parts[8] = { 0 };
  guint n = 0;

  g_assert (n_counts <= G_N_ELEMENTS (parts));
  for (guint i = 1; i < n_counts; i++)
    {
      if (counts[i] > 0)
        parts[n++] = (YsSharePart){ ys_choice_label (choices, (int)i), counts[i],
                                    (YsPaint)(YS_PAINT_1 + i - 1) };
    }
  if (counts[0] > 0)
    parts[n++] = (YsSharePart){ _ ("Not filled in"), counts[0], YS_PAINT_UNKNOWN };
  ys_share_chart_set (chart, title, parts, n);
}

static void
show_due (YsOverviewPage *self, const YsOverview *overview)
{
  YsDate today = ys_session_today (session_of (self));
  g_autofree char *due = ys_when_day (overview->next_due, today);
  g_autofree char *issue = NULL;
  g_autofree char *left = NULL;
  g_autofree char *state = NULL;

  /* Translators: which table of the year, 1 to 24. */
  issue = g_strdup_printf (_ ("No. %d"), overview->issue);
  if (overview->due_is_filed)
    left = g_strdup (_ ("✓ filed"));
  else if (overview->days_left == 0)
    left = g_strdup (_ ("due today"));
  else
    /* Translators: days until the next due date. */
    left = g_strdup_printf (_ ("%d days left"), (int)overview->days_left);
  /* Translators: about the next dispatch table. */
  state = g_strdup_printf (_ ("Blanks %u · doubts %u · changes %u"), overview->n_dispatch_blanks,
                           overview->n_dispatch_doubts, overview->n_dispatch_changes);
  gtk_label_set_label (self->due, due);
  gtk_label_set_label (self->issue, issue);
  gtk_label_set_label (self->left, left);
  gtk_label_set_label (self->state, state);
}

static void
show_completeness (YsOverviewPage *self, const YsOverview *overview)
{
  g_autofree char *text = NULL;
  GtkWidget *child;

  /* Translators: how many compounds lack nothing. */
  text = g_strdup_printf (_ ("%u of %u complete"), overview->n_complete, overview->n_compounds);
  gtk_label_set_label (self->complete_label, text);
  gtk_progress_bar_set_fraction (self->complete_bar,
                                 (double)overview->n_complete / overview->n_compounds);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->blanks))) != NULL)
    gtk_flow_box_remove (self->blanks, child);
  for (guint i = 0; i < overview->blanks->len; i++)
    {
      const YsOverviewBlank *blank = &g_array_index (overview->blanks, YsOverviewBlank, i);

      if (blank->n_blank > 0)
        gtk_flow_box_append (self->blanks,
                             ys_blank_link_new (session_of (self), blank->field, blank->n_blank));
    }
}

static void
show_filed (YsOverviewPage *self, const YsOverview *overview)
{
  const YsSubmission *last = overview->last_submission;
  g_autofree char *when = NULL;
  g_autofree char *by = NULL;

  if (last == NULL)
    {
      gtk_label_set_label (self->filed, _ ("None yet"));
      gtk_label_set_label (self->filed_by, _ ("What is filed stays here as it was sent."));
      return;
    }
  when = ys_when_instant (last->at, ys_session_today (session_of (self)));
  /* Translators: a submission: when, by whom, how many rows. */
  by = g_strdup_printf (_ ("%s · %s · %d rows"), when, last->user, (int)last->rows.value);
  gtk_label_set_label (self->filed, last->number);
  gtk_label_set_label (self->filed_by, by);
}

static void
show_backup (YsOverviewPage *self, const YsOverview *overview)
{
  g_autofree char *when
      = ys_when_instant (overview->last_backup, ys_session_today (session_of (self)));
  g_autofree char *text = g_strdup_printf ("✓ %s", when);
  g_autofree char *kept = NULL;

  /* Translators: how many backups there are. */
  kept = g_strdup_printf (_ ("%u kept"), overview->n_backups);
  gtk_label_set_label (self->backed_up, overview->last_backup != 0 ? text : _ ("None yet"));
  gtk_label_set_label (self->backups, kept);
}

static void
show_recent (YsOverviewPage *self, const YsOverview *overview)
{
  ys_list_box_clear (self->recent);
  for (guint i = 0; i < overview->recent->len; i++)
    gtk_list_box_append (self->recent, ys_change_row_new (session_of (self),
                                                          g_ptr_array_index (overview->recent, i)));
}

/* The first few; the number says how many there are. */
static void
show_lines (YsOverviewPage *self,
            GtkWidget *box,
            GtkLabel *count,
            GtkListBox *list,
            const GArray *rows,
            guint n)
{
  g_autofree char *number = g_strdup_printf ("%u", n);

  ys_list_box_clear (list);
  for (guint i = 0; i < rows->len; i++)
    {
      const YsWorkRow *row = &g_array_index (rows, YsWorkRow, i);

      if (row->id != 0)
        gtk_list_box_append (list, ys_work_line_new (session_of (self), row));
    }
  gtk_label_set_label (count, number);
  gtk_widget_set_visible (box, rows->len > 0);
}

static void
show_due_rows (YsOverviewPage *self, const YsOverview *overview)
{
  show_lines (self, self->overdue_box, self->overdue_count, self->overdue_list, overview->overdue,
              overview->n_work[YS_WORK_OVERDUE]);
  show_lines (self, self->today_box, self->today_count, self->today_list, overview->due_today,
              overview->n_work[YS_WORK_TODAY]);
}

/* From three days before, until the table is filed. */
static void
show_reminder (YsOverviewPage *self, const YsOverview *overview)
{
  g_autofree char *due = ys_when_day (overview->next_due, ys_session_today (session_of (self)));
  g_autofree char *text = NULL;

  if (!overview->due_is_near || overview->due_is_filed)
    {
      ys_banner_show (self->banner, NULL, NULL, FALSE);
      return;
    }
  if (overview->days_left == 0)
    text = g_strdup_printf (_ ("The dispatch table is due today, %u blanks are left in it."),
                            overview->n_dispatch_blanks);
  else
    /* Translators: a date, days left, blanks in the table. */
    text = g_strdup_printf (_ ("The dispatch table is due on %s, in %d days; %u blanks are left in "
                               "it."),
                            due, (int)overview->days_left, overview->n_dispatch_blanks);
  ys_banner_show (self->banner, text, _ ("Open the table"), FALSE);
}

/* --- Page ------------------------------------------------------------------------------- */

static void
show_overview (YsOverviewPage *self)
{
  const YsOverview *overview = ys_session_get_overview (session_of (self));

  if (overview == NULL)
    return;
  if (overview->n_compounds == 0)
    {
      ys_banner_show (self->banner, NULL, NULL, FALSE);
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }
  show_work (self, overview);
  show_due_rows (self, overview);
  show_figures (self, overview);
  show_shares (self->classes, _ ("By class"), ys_class_choices, overview->n_by_class,
               G_N_ELEMENTS (overview->n_by_class));
  show_shares (self->forms, _ ("By form of management"), ys_form_choices, overview->n_by_form,
               G_N_ELEMENTS (overview->n_by_form));
  show_due (self, overview);
  show_completeness (self, overview);
  show_filed (self, overview);
  show_backup (self, overview);
  show_recent (self, overview);
  show_reminder (self, overview);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    ys_overview_page_read_outlook (self);
  gtk_stack_set_visible_child_name (self->stack, "figures");
}

static void
show_day (YsOverviewPage *self)
{
  const YsWorkCalendar *calendar = ys_session_get_calendar (session_of (self));
  YsDate today = ys_session_today (session_of (self));
  g_autofree char *day = ys_when_day (today, today);
  g_autofree char *weekday = ys_when_weekday (today);
  g_autofree char *words
      = calendar != NULL ? ys_day_words (calendar, ys_session_now (session_of (self))) : NULL;
  g_autofree char *tomorrow = calendar != NULL ? ys_day_tomorrow (calendar, today) : NULL;
  g_autofree char *text = g_strdup_printf ("%s %s%s%s", day, weekday, words != NULL ? " · " : "",
                                           words != NULL ? words : "");

  gtk_label_set_label (self->today, text);
  if (tomorrow != NULL)
    ys_chip_set (self->tomorrow, tomorrow, NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->tomorrow), tomorrow != NULL);
}

static gboolean
on_minute_cb (gpointer user_data)
{
  YsOverviewPage *self = user_data;

  if (session_of (self) != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_day (self);
  return G_SOURCE_CONTINUE;
}

static void
ys_overview_page_refresh (YsPage *page)
{
  YsOverviewPage *self = YS_OVERVIEW_PAGE (page);

  show_day (self);
  show_overview (self);
  ys_overview_page_read_outlook (self);
}

static void
ys_overview_page_load (YsPage *page, YsSession *session)
{
  g_signal_connect_object (session, "overview", G_CALLBACK (show_overview), page,
                           G_CONNECT_SWAPPED);
  YS_OVERVIEW_PAGE (page)->minutes = g_timeout_add_seconds (60, on_minute_cb, page);
}

static void
ys_overview_page_dispose (GObject *object)
{
  g_clear_handle_id (&YS_OVERVIEW_PAGE (object)->minutes, g_source_remove);
  ys_overview_page_drop_outlook (YS_OVERVIEW_PAGE (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_OVERVIEW_PAGE);

  G_OBJECT_CLASS (ys_overview_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, today);
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, banner);
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, due_today);
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, overdue);
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, open);
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, visits);
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, tomorrow);
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, compounds);
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, complete);
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, incomplete);
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, days);
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, backup);
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, classes);
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, forms);
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, overdue_box);
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, overdue_count);
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, overdue_list);
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, today_box);
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, today_count);
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, today_list);
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, recent);
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, due);
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, issue);
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, left);
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, state);
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, complete_label);
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, complete_bar);
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, blanks);
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, filed);
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, filed_by);
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, backed_up);
  gtk_widget_class_bind_template_child (widget_class, YsOverviewPage, backups);
  gtk_widget_class_bind_template_callback (widget_class, on_today_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_overdue_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_inspections_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_registry_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_import_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_reports_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_settings_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_change_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_line_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_all_cases_clicked_cb);
}

static void
ys_overview_page_class_init (YsOverviewPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  YsPageClass *page_class = YS_PAGE_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_overview_page_dispose;
  page_class->load = ys_overview_page_load;
  page_class->refresh = ys_overview_page_refresh;

  g_type_ensure (YS_TYPE_BANNER);
  g_type_ensure (YS_TYPE_CHART_VIEW);
  g_type_ensure (YS_TYPE_CHIP);
  g_type_ensure (YS_TYPE_EMPTY_STATE);
  g_type_ensure (YS_TYPE_FIGURE);
  g_type_ensure (YS_TYPE_SHARE_CHART);
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/overview-page.ui"));
  bind_children (widget_class);
  ys_overview_page_bind_outlook (widget_class);
}

static void
ys_overview_page_init (YsOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
