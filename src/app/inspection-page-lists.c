/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What else there is: the inspections of the shown month, and what the cadence misses. Both are
 * read in a thread after each change. */
#include "config.h"

#include "inspection-page-private.h"

#include <glib/gi18n-lib.h>

#include "chip.h"
#include "visit-row.h"
#include "widget-help.h"
#include "work-time.h"

#define MAX_SHOWN 200
#define MAX_MISSING 100
#define MAX_OPEN 12

typedef struct
{
  YsInstant from;
  YsInstant to;
  YsDate day;
  YsRegistry *registry;
} Question;

typedef struct
{
  GPtrArray *month;
  GPtrArray *plan; /* (nullable) */
} Answer;

static void
question_free (gpointer data)
{
  Question *question = data;

  ys_registry_unref (question->registry);
  g_free (question);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->month, g_ptr_array_unref);
  g_clear_pointer (&answer->plan, g_ptr_array_unref);
  g_free (answer);
}

/* In a thread. */
static gpointer
read_answer (YsLedger *ledger,
             YsProgressFunc progress,
             gpointer progress_data,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  const Question *question = data;
  const YsInspectionFilter filter = { .from = question->from, .to = question->to };
  g_autoptr (YsWorkCalendar) calendar = ys_work_time_calendar (ledger, error);
  g_autoptr (GPtrArray) month = NULL;
  GPtrArray *plan;
  Answer *answer;

  if (calendar == NULL)
    return NULL;
  month = ys_inspection_list (ledger, &filter, error);
  if (month == NULL)
    return NULL;
  plan = ys_inspection_plan (ledger, question->registry, calendar, question->day, error);
  if (plan == NULL)
    return NULL;
  answer = g_new0 (Answer, 1);
  answer->month = g_steal_pointer (&month);
  answer->plan = plan;
  return answer;
}

/* -- This month ------------------------------------------------------------------------------- */

static GtkWidget *
make_label (const char *text, const char *class, float xalign, gboolean expand)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, expand);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return label;
}

static const char *
name_of (YsInspectionPage *page, gint64 compound_id)
{
  YsRegistry *registry = ys_session_get_registry (ys_page_get_session (YS_PAGE (page)));
  const YsRegistryItem *item = ys_registry_find (registry, compound_id);

  return item != NULL ? item->compound->name : "—";
}

static void
show_month (YsInspectionPage *page)
{
  ys_list_box_clear (page->month_list);
  for (guint i = 0; i < MIN (page->month->len, MAX_SHOWN); i++)
    {
      const YsInspectionLine *line = g_ptr_array_index (page->month, i);

      /* All are of one month, whose year is said above. */
      gtk_list_box_append (page->month_list,
                           ys_visit_row_new (line, name_of (page, line->inspection.compound_id),
                                             line->inspection.at));
    }
}

static void
on_month_activated_cb (YsInspectionPage *page, GtkListBoxRow *row)
{
  gint64 id = ys_visit_row_get_id (YS_VISIT_ROW (row));

  gtk_popover_popdown (page->month_popover);
  if (id == page->head->id || !ys_inspection_page_can_leave (page))
    return;
  ys_inspection_page_open (page, id);
  ys_inspection_page_focus_cell (page, 0, YS_ENTRY_CLAUSE);
}

/* -- What is missing -------------------------------------------------------------------------- */

/* What an inspection must be to fulfil it. */
static void
kind_of_cadence (YsCadence cadence, int *out_level, int *out_kind)
{
  switch (cadence)
    {
    case YS_CADENCE_CITY:
      *out_level = YS_INSPECTION_LEVEL_CITY;
      *out_kind = YS_INSPECTION_KIND_SPECIAL;
      break;
    case YS_CADENCE_DISTRICT_ANNOUNCED:
      *out_level = YS_INSPECTION_LEVEL_DISTRICT;
      *out_kind = YS_INSPECTION_KIND_ANNOUNCED;
      break;
    case YS_CADENCE_DISTRICT_UNANNOUNCED:
      *out_level = YS_INSPECTION_LEVEL_DISTRICT;
      *out_kind = YS_INSPECTION_KIND_UNANNOUNCED;
      break;
    case YS_CADENCE_JOINT:
      *out_level = YS_INSPECTION_LEVEL_JOINT;
      *out_kind = YS_INSPECTION_KIND_SPECIAL;
      break;
    case YS_CADENCE_TOWN:
    case YS_N_CADENCES:
      *out_level = YS_INSPECTION_LEVEL_TOWN;
      *out_kind = YS_INSPECTION_KIND_ANNOUNCED;
      break;
    }
}

static void
append_cadence_head (YsInspectionPage *page, const YsCadenceLine *line)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gboolean done = line->n_done >= line->n_due;
  g_autofree char *span = g_strdup_printf ("%02d-%02d – %02d-%02d", line->first.month,
                                           line->first.day, line->last.month, line->last.day);
  /* Translators: how many of how many are done */
  g_autofree char *count = g_strdup_printf (_ ("%u of %u"), line->n_done, line->n_due);
  GtkWidget *title = make_label (_ (ys_cadence_label (line->cadence)), "strong", 0, FALSE);

  gtk_widget_set_tooltip_text (row, ys_cadence_clause (line->cadence));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), make_label (span, "hint", 0, TRUE));
  gtk_box_append (GTK_BOX (box), ys_chip_new (count, done ? "green" : "amber",
                                              done ? "object-select-symbolic" : NULL));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), line->missing->len > 0);
  g_object_set_data (G_OBJECT (row), "cadence", GINT_TO_POINTER ((int)line->cadence + 1));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (ys_cadence_label (line->cadence)), -1);
  gtk_widget_add_css_class (row, "cadence");
  gtk_list_box_append (page->plan_list, row);
}

static void
append_missing (YsInspectionPage *page,
                const YsCadenceLine *line,
                gint64 compound_id,
                gboolean open)
{
  GtkWidget *row = gtk_list_box_row_new ();
  const char *name = name_of (page, compound_id);
  g_autofree char *label = g_strdup_printf ("%s %s", name, _ (ys_cadence_label (line->cadence)));
  gint64 key[2] = { compound_id, (gint64)line->cadence };

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), make_label (name, NULL, 0, TRUE));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (row), "key", g_memdup2 (key, sizeof key), g_free);
  g_object_set_data (G_OBJECT (row), "under", GINT_TO_POINTER ((int)line->cadence + 1));
  gtk_widget_set_visible (row, open);
  gtk_list_box_append (page->plan_list, row);
}

/* Several thousand names are no list to click in: of each cadence the first hundred. */
static void
append_more (YsInspectionPage *page, const YsCadenceLine *line, guint n, gboolean open)
{
  g_autofree char *text
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n), n);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), make_label (text, "dim", 0, TRUE));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  g_object_set_data (G_OBJECT (row), "under", GINT_TO_POINTER ((int)line->cadence + 1));
  gtk_widget_set_visible (row, open);
  gtk_list_box_append (page->plan_list, row);
}

static guint
count_missing (GPtrArray *plan)
{
  guint n = 0;

  for (guint i = 0; i < plan->len; i++)
    {
      const YsCadenceLine *line = g_ptr_array_index (plan, i);

      n += line->n_due > line->n_done ? line->n_due - line->n_done : 0;
    }
  return n;
}

/* Few names stand open; of many each cadence is opened by its head. */
static void
show_plan (YsInspectionPage *page, GPtrArray *plan)
{
  guint n_missing = count_missing (plan);
  g_autofree char *badge = NULL;
  gboolean open = n_missing <= MAX_OPEN;

  ys_list_box_clear (page->plan_list);
  for (guint i = 0; i < plan->len; i++)
    {
      const YsCadenceLine *line = g_ptr_array_index (plan, i);

      append_cadence_head (page, line);
      for (guint j = 0; j < MIN (line->missing->len, MAX_MISSING); j++)
        append_missing (page, line, g_array_index (line->missing, gint64, j), open);
      if (line->missing->len > MAX_MISSING)
        append_more (page, line, line->missing->len - MAX_MISSING, open);
    }
  badge = g_strdup_printf ("%u", n_missing);
  gtk_label_set_text (page->plan_badge, badge);
  gtk_widget_set_visible (GTK_WIDGET (page->plan_badge), n_missing > 0);
}

static void
toggle_cadence (YsInspectionPage *page, gpointer cadence)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (page->plan_list, i)) != NULL; i++)
    if (g_object_get_data (G_OBJECT (row), "under") == cadence)
      gtk_widget_set_visible (GTK_WIDGET (row), !gtk_widget_get_visible (GTK_WIDGET (row)));
}

static void
on_plan_activated_cb (YsInspectionPage *page, GtkListBoxRow *row)
{
  const gint64 *key = g_object_get_data (G_OBJECT (row), "key");

  if (g_object_get_data (G_OBJECT (row), "cadence") != NULL)
    {
      toggle_cadence (page, g_object_get_data (G_OBJECT (row), "cadence"));
      return;
    }

  gtk_popover_popdown (page->plan_popover);
  if (key == NULL || !ys_inspection_page_can_leave (page))
    return;
  ys_inspection_page_begin (page, key[0]);
  kind_of_cadence ((YsCadence)key[1], &page->head->level, &page->head->kind);
  ys_inspection_page_show_head (page);
  ys_inspection_page_set_context (page);
  ys_inspection_page_show_state (page);
  ys_field_row_grab_focus (page->at);
}

/* -- Reading ---------------------------------------------------------------------------------- */

static void
on_answer_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsInspectionPage) page = user_data;
  g_autoptr (GError) error = NULL;
  Answer *answer = ys_session_run_finish (YS_SESSION (object), result, &error);

  page->lists_run = FALSE;
  if (answer == NULL)
    {
      ys_session_report (YS_SESSION (object), error);
      return;
    }
  if (page->clauses == NULL)
    {
      answer_free (answer);
      return;
    }
  g_clear_pointer (&page->month, g_ptr_array_unref);
  page->month = g_steal_pointer (&answer->month);
  show_month (page);
  show_plan (page, answer->plan);
  answer_free (answer);
  ys_inspection_page_show_state (page);
  if (page->lists_stale)
    ys_inspection_page_read_lists (page);
}

static YsInstant
month_start (int year, int month)
{
  const YsDate first
      = { (gint16)(month > 12 ? year + 1 : year), (gint8)(month > 12 ? 1 : month), 1 };

  return ys_date_to_days (first) * 86400 - YS_SHANGHAI_OFFSET_SECONDS;
}

void
ys_inspection_page_read_lists (YsInspectionPage *page)
{
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  YsRegistry *registry = ys_session_get_registry (session);
  YsDate day
      = page->head->at != 0 ? ys_instant_to_date (page->head->at) : ys_session_today (session);
  Question *question;

  if (page->lists_run)
    {
      page->lists_stale = TRUE;
      return;
    }
  if (registry == NULL)
    return;
  page->lists_run = TRUE;
  page->lists_stale = FALSE;
  question = g_new0 (Question, 1);
  question->from = month_start (day.year, day.month);
  question->to = month_start (day.year, day.month + 1);
  question->day = ys_session_today (session);
  question->registry = ys_registry_ref (registry);
  ys_session_run_async (session, NULL, read_answer, question, question_free, answer_free,
                        on_answer_cb, g_object_ref (page));
}

void
ys_inspection_page_bind_lists (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, YsInspectionPage, month_button);
  gtk_widget_class_bind_template_child (widget_class, YsInspectionPage, month_popover);
  gtk_widget_class_bind_template_child (widget_class, YsInspectionPage, month_list);
  gtk_widget_class_bind_template_child (widget_class, YsInspectionPage, plan_button);
  gtk_widget_class_bind_template_child (widget_class, YsInspectionPage, plan_popover);
  gtk_widget_class_bind_template_child (widget_class, YsInspectionPage, plan_badge);
  gtk_widget_class_bind_template_child (widget_class, YsInspectionPage, plan_list);
  gtk_widget_class_bind_template_callback (widget_class, on_month_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_plan_activated_cb);
}
