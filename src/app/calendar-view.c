/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The month and the forms beside it. Weeks begin on Monday. */
#include "config.h"

#include "calendar-view-private.h"

#include <glib/gi18n-lib.h>

#include "calendar-record.h"
#include "day-cell.h"
#include "look.h"
#include "resources.h"
#include "save-file.h"
#include "widget-help.h"

G_DEFINE_FINAL_TYPE (YsCalendarView, ys_calendar_view, GTK_TYPE_WIDGET)

static YsDate
add_months (YsDate first, int n)
{
  int month = first.year * 12 + first.month - 1 + n;

  return (YsDate){ (gint16)(month / 12), (gint8)(month % 12 + 1), 1 };
}

static const char *
weekday_name (YsDate date)
{
  const char *const names[] = { _ ("Monday"), _ ("Tuesday"),  _ ("Wednesday"), _ ("Thursday"),
                                _ ("Friday"), _ ("Saturday"), _ ("Sunday") };

  return names[ys_date_weekday (date) - 1];
}

/* --- The month -------------------------------------------------------------------------- */

static int
count_worked (const YsWorkCalendar *calendar, YsDate first)
{
  int n = 0;

  for (YsDate date = first; date.month == first.month; date = ys_date_add_days (date, 1))
    n += ys_work_calendar_day (calendar, date).is_worked;
  return n;
}

static void
show_month (YsCalendarView *self)
{
  YsDate today = ys_session_today (self->session);
  YsDate date = ys_date_add_days (self->shown, 1 - ys_date_weekday (self->shown));
  g_autofree char *month = NULL;
  g_autofree char *note = NULL;
  g_autofree char *year = NULL;
  gboolean is_known = ys_work_calendar_is_known (self->calendar, self->shown.year);

  /* Translators: year and month above the calendar */
  month = g_strdup_printf (_ ("%d-%02d"), self->shown.year, self->shown.month);
  note = g_strdup_printf (_ ("%d working days"), count_worked (self->calendar, self->shown));
  year = is_known ? g_strdup_printf (_ ("The notice of %d is known."), self->shown.year)
                  : g_strdup_printf (_ ("The notice of %d is not known yet: deadlines in it are "
                                        "provisional."),
                                     self->shown.year);
  gtk_label_set_text (self->month, month);
  gtk_label_set_text (self->month_note, note);
  gtk_label_set_text (self->year_note, year);
  ys_widget_set_class (GTK_WIDGET (self->year_note), "amber", !is_known);
  for (guint i = 0; i < YS_CALENDAR_CELLS; i++, date = ys_date_add_days (date, 1))
    {
      YsDayCell *cell = YS_DAY_CELL (self->cells[i]);

      ys_day_cell_show (cell, date, ys_work_calendar_day (self->calendar, date),
                        date.month == self->shown.month, ys_date_equal (date, today));
      ys_day_cell_set_chosen (cell, ys_date_equal (date, self->chosen));
    }
}

static void
show_day (YsCalendarView *self)
{
  YsDay day = ys_work_calendar_day (self->calendar, self->chosen);
  g_autofree char *date = ys_date_to_iso (self->chosen);
  g_autofree char *title = g_strdup_printf ("%s  %s", date, weekday_name (self->chosen));
  g_autofree char *state
      = g_strdup_printf ("%s%s%s",
                         day.mark != YS_DAY_PLAIN
                             ? ys_choice_label (ys_day_mark_choices, (int)day.mark + 1)
                         : day.is_worked ? _ ("Working day")
                                         : _ ("Weekend"),
                         day.name != NULL ? " · " : "", day.name != NULL ? day.name : "");

  gtk_label_set_text (self->day_title, title);
  gtk_label_set_text (self->day_state, state);
}

void
ys_calendar_view_choose (YsCalendarView *self, YsDate date)
{
  g_return_if_fail (YS_IS_CALENDAR_VIEW (self));
  g_return_if_fail (self->calendar != NULL && ys_date_is_full (date));

  if (date.year < 1970 || date.year > 9997)
    return;
  if (!ys_date_equal (date, self->chosen))
    {
      YsDay day = ys_work_calendar_day (self->calendar, date);

      gtk_drop_down_set_selected (self->mark, (guint)(day.is_worked ? YS_DAY_OFF : YS_DAY_WORK));
      gtk_widget_set_visible (GTK_WIDGET (self->day_wrong), FALSE);
      ys_calendar_view_drop_plan (self);
    }
  self->chosen = date;
  self->shown = (YsDate){ date.year, date.month, 1 };
  show_month (self);
  show_day (self);
}

static void
on_cell_clicked_cb (YsCalendarView *self, YsDayCell *cell)
{
  YsDate date = ys_day_cell_get_date (cell);

  ys_calendar_view_choose (self, date);
  /* The month may have turned: the cursor stays on the day. */
  for (guint i = 0; i < YS_CALENDAR_CELLS; i++)
    if (ys_date_equal (ys_day_cell_get_date (YS_DAY_CELL (self->cells[i])), date))
      gtk_widget_grab_focus (self->cells[i]);
}

static void
turn (YsCalendarView *self, int months)
{
  YsDate first = add_months (self->shown, months);

  ys_calendar_view_choose (self, (YsDate){ first.year, first.month,
                                           (gint8)MIN (self->chosen.day,
                                                       (int)ys_date_days_in_month (first.year,
                                                                                   first.month)) });
}

static void
on_previous_cb (YsCalendarView *self)
{
  turn (self, -1);
}

static void
on_next_cb (YsCalendarView *self)
{
  turn (self, 1);
}

static void
on_today_cb (YsCalendarView *self)
{
  ys_calendar_view_choose (self, ys_session_today (self->session));
}

static gboolean
turn_by_key (GtkWidget *widget, GVariant *months, gpointer user_data)
{
  turn (YS_CALENDAR_VIEW (widget), g_variant_get_int32 (months));
  return TRUE;
}

/* --- What may change -------------------------------------------------------------------- */

static const char *
text_of (GtkEntry *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static void
on_plan_day_cb (YsCalendarView *self)
{
  YsCalendarWish *wish = g_new0 (YsCalendarWish, 1);

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->plan_day)))
    {
      g_free (wish);
      return;
    }
  wish->kind = YS_CALENDAR_PLAN_DAY;
  wish->date = self->chosen;
  wish->mark = (YsDayMark)gtk_drop_down_get_selected (self->mark);
  wish->first = g_strdup (text_of (self->name));
  wish->second = g_strdup (text_of (self->reason));
  ys_calendar_view_plan (self, wish, self->day_wrong);
}

static void
on_plan_sessions_cb (YsCalendarView *self)
{
  YsCalendarWish *wish = g_new0 (YsCalendarWish, 1);

  wish->kind = YS_CALENDAR_PLAN_ORDINARY;
  wish->third = g_strdup (text_of (self->sessions));
  ys_calendar_view_plan (self, wish, self->sessions_wrong);
}

static void
on_plan_summer_cb (YsCalendarView *self)
{
  YsCalendarWish *wish = g_new0 (YsCalendarWish, 1);

  wish->kind = YS_CALENDAR_PLAN_SUMMER;
  if (gtk_check_button_get_active (self->summer))
    {
      wish->first = g_strdup (text_of (self->summer_from));
      wish->second = g_strdup (text_of (self->summer_to));
      wish->third = g_strdup (text_of (self->summer_sessions));
    }
  ys_calendar_view_plan (self, wish, self->sessions_wrong);
}

void
ys_calendar_view_open (YsCalendarView *self, const char *path)
{
  YsCalendarWish *wish;

  g_return_if_fail (YS_IS_CALENDAR_VIEW (self));
  g_return_if_fail (path != NULL);

  wish = g_new0 (YsCalendarWish, 1);
  wish->kind = YS_CALENDAR_PLAN_FILE;
  wish->first = g_strdup (path);
  ys_calendar_view_plan (self, wish, NULL);
}

static void
on_file_chosen_cb (const char *path, gpointer user_data)
{
  ys_calendar_view_open (user_data, path);
}

static void
on_open_cb (YsCalendarView *self)
{
  const char *const patterns[] = { "*.json", NULL };

  ys_open_file (GTK_WIDGET (self), _ ("The notice of a year"), _ ("Notices (JSON)"), patterns,
                on_file_chosen_cb, self);
}

static void
on_apply_cb (YsCalendarView *self)
{
  ys_calendar_view_apply (self);
}

static void
on_cancel_cb (YsCalendarView *self)
{
  ys_calendar_view_drop_plan (self);
}

static void
show_timetables (YsCalendarView *self)
{
  g_auto (YsTimetables) timetables = { 0 };

  if (!ys_work_time_timetables (ys_session_get_ledger (self->session), &timetables, NULL))
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->sessions), timetables.sessions);
  gtk_check_button_set_active (self->summer, timetables.first_day != NULL);
  if (timetables.first_day == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->summer_from), timetables.first_day);
  gtk_editable_set_text (GTK_EDITABLE (self->summer_to), timetables.last_day);
  gtk_editable_set_text (GTK_EDITABLE (self->summer_sessions), timetables.summer_sessions);
}

static void
set_writable (YsCalendarView *self, gboolean writable)
{
  GtkWidget *widgets[] = { GTK_WIDGET (self->open), GTK_WIDGET (self->plan_day),
                           GTK_WIDGET (self->plan_sessions), GTK_WIDGET (self->plan_summer) };

  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    gtk_widget_set_sensitive (widgets[i], writable);
}

void
ys_calendar_view_show (YsCalendarView *self, YsSession *session)
{
  g_autoptr (GError) error = NULL;
  YsWorkCalendar *calendar;

  g_return_if_fail (YS_IS_CALENDAR_VIEW (self));
  g_return_if_fail (YS_IS_SESSION (session));

  calendar = ys_work_time_calendar (ys_session_get_ledger (session), &error);
  if (calendar == NULL)
    {
      ys_session_report (session, error);
      return;
    }
  g_set_object (&self->session, session);
  g_clear_pointer (&self->calendar, ys_work_calendar_unref);
  self->calendar = calendar;
  if (!ys_date_is_full (self->chosen))
    ys_calendar_view_choose (self, ys_session_today (session));
  show_month (self);
  show_day (self);
  show_timetables (self);
  set_writable (self, ys_session_is_writable (session));
}

/* --- The widget ------------------------------------------------------------------------- */

static void
ys_calendar_view_dispose (GObject *object)
{
  YsCalendarView *self = YS_CALENDAR_VIEW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->calendar, ys_work_calendar_unref);
  g_clear_pointer (&self->plan, ys_calendar_plan_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_CALENDAR_VIEW);

  G_OBJECT_CLASS (ys_calendar_view_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, YsCalendarView, name)

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (content);
  BIND (previous);
  BIND (next);
  BIND (month);
  BIND (month_note);
  BIND (year_note);
  BIND (grid);
  BIND (open);
  BIND (side);
  BIND (day_title);
  BIND (day_state);
  BIND (mark);
  BIND (name);
  BIND (reason);
  BIND (day_wrong);
  BIND (plan_day);
  BIND (sessions);
  BIND (plan_sessions);
  BIND (summer);
  BIND (summer_form);
  BIND (summer_from);
  BIND (summer_to);
  BIND (summer_sessions);
  BIND (plan_summer);
  BIND (sessions_wrong);
  BIND (plan_title);
  BIND (plan_days);
  BIND (plan_count);
  BIND (plan_moved);
  BIND (plan_more);
  BIND (cancel);
  BIND (apply);
}

static void
ys_calendar_view_class_init (YsCalendarViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_calendar_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/calendar-view.ui"));
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_today_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_open_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_plan_day_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_plan_sessions_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_plan_summer_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, turn_by_key, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, turn_by_key, "i", 1);
}

static void
ys_calendar_view_init (YsCalendarView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < YS_CALENDAR_CELLS; i++)
    {
      self->cells[i] = ys_day_cell_new ();
      g_signal_connect_swapped (self->cells[i], "clicked", G_CALLBACK (on_cell_clicked_cb), self);
      gtk_grid_attach (self->grid, self->cells[i], i % 7, 1 + i / 7, 1, 1);
    }
}
