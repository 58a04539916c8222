/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A change of the calendar: planned in a thread, shown with the deadlines it moves, then applied or
 * dropped. */
#include "config.h"

#include "calendar-view-private.h"

#include <glib/gi18n-lib.h>

#include "calendar-record.h"
#include "note-row.h"
#include "widget-help.h"

/* More rows than a person reads. */
#define MAX_ROWS 200
#define MAX_DAYS 40

static void
wish_free (gpointer data)
{
  YsCalendarWish *wish = data;

  g_free (wish->first);
  g_free (wish->second);
  g_free (wish->third);
  g_free (wish);
}

static YsCalendarPlan *
plan_wish (YsLedger *ledger, const YsCalendarWish *wish, GError **error)
{
  switch (wish->kind)
    {
    case YS_CALENDAR_PLAN_DAY:
      return ys_calendar_plan_day (ledger, wish->date, wish->mark, wish->first, wish->second,
                                   error);
    case YS_CALENDAR_PLAN_FILE:
      return ys_calendar_plan_notice_file (ledger, wish->first, error);
    case YS_CALENDAR_PLAN_ORDINARY:
      return ys_calendar_plan_ordinary (ledger, wish->third, error);
    case YS_CALENDAR_PLAN_SUMMER:
      return ys_calendar_plan_summer (ledger, wish->first, wish->second, wish->third, error);
    }
  g_return_val_if_reached (NULL);
}

static gpointer
plan_in_thread (YsLedger *ledger,
                YsProgressFunc progress,
                gpointer progress_data,
                gpointer data,
                GCancellable *cancellable,
                GError **error)
{
  YsCalendarPlan *plan;

  ys_calendar_plan_watch (ledger, progress, progress_data, cancellable);
  plan = plan_wish (ledger, data, error);
  ys_calendar_plan_watch (ledger, NULL, NULL, NULL);
  return plan;
}

static char *
days_to_text (GPtrArray *days)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < days->len && i < MAX_DAYS; i++)
    {
      const YsPlannedDay *day = days->pdata[i];
      g_autofree char *date = ys_date_to_iso (day->date);

      g_string_append_printf (text, "%s%s %s%s%s", i > 0 ? "\n" : "", date,
                              ys_choice_label (ys_day_mark_choices, (int)day->after + 1),
                              day->name != NULL ? " " : "", day->name != NULL ? day->name : "");
    }
  return g_string_free (text, FALSE);
}

/* "10-15 17:30", with the year where the two differ. */
static char *
deadline_to_text (YsInstant instant, gboolean with_year)
{
  g_autofree char *iso = ys_instant_to_iso (instant);
  char *text = g_strdup (with_year ? iso : iso + 5);

  return g_strdelimit (text, "T", ' ');
}

static GtkWidget *
make_row (const YsMovedDeadline *moved)
{
  gboolean with_year
      = ys_instant_to_date (moved->before).year != ys_instant_to_date (moved->after).year;
  g_autofree char *before = deadline_to_text (moved->before, with_year);
  g_autofree char *after = deadline_to_text (moved->after, with_year);
  g_autofree char *title = moved->before == moved->after
                               ? g_strdup_printf (_ ("%s, no longer provisional"), after)
                               : g_strdup_printf ("%s → %s", before, after);
  g_autofree char *detail
      = g_strdup_printf ("%s  %s  %s", moved->number != NULL ? moved->number : moved->code,
                         moved->compound, moved->number != NULL ? moved->code : "");
  GtkWidget *row;

  if (moved->before == moved->after && moved->is_provisional)
    {
      g_free (title);
      title = g_strdup_printf (_ ("%s, provisional"), after);
    }
  row = ys_note_row_new (NULL, NULL, title, detail);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static void
show_moved (YsCalendarView *self)
{
  GPtrArray *moved = ys_calendar_plan_moved (self->plan);
  g_autofree char *count = NULL;
  g_autofree char *more = NULL;

  ys_list_box_clear (self->plan_moved);
  for (guint i = 0; i < moved->len && i < MAX_ROWS; i++)
    gtk_list_box_append (self->plan_moved, make_row (moved->pdata[i]));
  if (!ys_calendar_plan_changes (self->plan))
    count = g_strdup (_ ("The calendar stands so already."));
  else if (moved->len == 0)
    count = g_strdup (_ ("No deadline moves."));
  else
    count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                          "%u deadline moves:", "%u deadlines move:", moved->len),
                             moved->len);
  gtk_label_set_text (self->plan_count, count);
  if (moved->len > MAX_ROWS)
    more = g_strdup_printf (_ ("… and %u more"), moved->len - MAX_ROWS);
  gtk_label_set_text (self->plan_more, more != NULL ? more : "");
  gtk_widget_set_visible (GTK_WIDGET (self->plan_more), more != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->plan_moved), moved->len > 0);
}

static void
show_plan (YsCalendarView *self)
{
  g_autofree char *days = days_to_text (ys_calendar_plan_days (self->plan));
  int year = ys_calendar_plan_year (self->plan);
  g_autofree char *title
      = year != 0 ? g_strdup_printf (_ ("Notice of %d"), year) : g_strdup (_ ("What will change"));

  gtk_label_set_text (self->plan_title, title);
  gtk_label_set_text (self->plan_days, days);
  gtk_widget_set_visible (GTK_WIDGET (self->plan_days), *days != '\0');
  show_moved (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply), ys_calendar_plan_changes (self->plan));
  gtk_stack_set_visible_child_name (self->side, "plan");
  gtk_widget_grab_focus (GTK_WIDGET (self->apply));
}

typedef struct
{
  YsCalendarView *view;
  GtkLabel *wrong; /* (nullable) */
} Planning;

static void
on_planned_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autofree Planning *planning = user_data;
  g_autoptr (YsCalendarView) self = planning->view;
  g_autoptr (GtkLabel) wrong = planning->wrong;
  g_autoptr (GError) error = NULL;
  YsCalendarPlan *plan = ys_session_run_finish (YS_SESSION (object), result, &error);

  /* The page is gone, or shows another ledger. */
  if (self->session != YS_SESSION (object) || self->side == NULL)
    {
      ys_calendar_plan_free (plan);
      return;
    }
  if (plan == NULL)
    {
      if (wrong == NULL)
        ys_session_report (self->session, error);
      else
        {
          gtk_label_set_text (wrong, error->message);
          gtk_widget_set_visible (GTK_WIDGET (wrong), TRUE);
        }
      return;
    }
  g_clear_pointer (&self->plan, ys_calendar_plan_free);
  self->plan = plan;
  show_plan (self);
}

void
ys_calendar_view_plan (YsCalendarView *self, YsCalendarWish *wish, GtkLabel *wrong)
{
  Planning *planning = g_new0 (Planning, 1);

  planning->view = g_object_ref (self);
  planning->wrong = wrong != NULL ? g_object_ref (wrong) : NULL;
  if (wrong != NULL)
    gtk_widget_set_visible (GTK_WIDGET (wrong), FALSE);
  ys_session_run_async (self->session, _ ("Working the deadlines out anew"), plan_in_thread, wish,
                        wish_free, (GDestroyNotify)ys_calendar_plan_free, on_planned_cb, planning);
}

void
ys_calendar_view_drop_plan (YsCalendarView *self)
{
  g_clear_pointer (&self->plan, ys_calendar_plan_free);
  gtk_stack_set_visible_child_name (self->side, "edit");
}

/* The plan is its own result: what was done. */
static gpointer
apply_in_thread (YsLedger *ledger,
                 YsProgressFunc progress,
                 gpointer progress_data,
                 gpointer data,
                 GCancellable *cancellable,
                 GError **error)
{
  YsCalendarPlan **plan = data;

  return ys_calendar_plan_apply (*plan, ledger, NULL, error) ? g_steal_pointer (plan) : NULL;
}

static void
free_plan_at (gpointer data)
{
  YsCalendarPlan **plan = data;

  ys_calendar_plan_free (*plan);
  g_free (plan);
}

static void
on_applied_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsCalendarView) self = user_data;
  YsSession *session = YS_SESSION (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsCalendarPlan) plan = ys_session_run_finish (session, result, &error);
  g_autofree char *text = NULL;

  if (plan == NULL)
    {
      ys_session_report (session, error);
      return;
    }
  text = g_strdup_printf (_ ("The calendar is changed; %u deadlines moved."),
                          ys_calendar_plan_moved (plan)->len);
  if (self->reason != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
      gtk_editable_set_text (GTK_EDITABLE (self->name), "");
    }
  ys_session_changed (session);
  ys_session_notify (session, text, TRUE);
}

void
ys_calendar_view_apply (YsCalendarView *self)
{
  YsCalendarPlan **plan = g_new0 (YsCalendarPlan *, 1);

  *plan = g_steal_pointer (&self->plan);
  ys_calendar_view_drop_plan (self);
  ys_session_run_async (self->session, _ ("Changing the calendar"), apply_in_thread, plan,
                        free_plan_at, (GDestroyNotify)ys_calendar_plan_free, on_applied_cb,
                        g_object_ref (self));
}
