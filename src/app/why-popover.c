/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A grid of four columns: the day, its sessions (or why it does not count), what it adds up to. */
#include "config.h"

#include "why-popover.h"

#include <glib/gi18n-lib.h>

#include "chip.h"
#include "look.h"
#include "resources.h"
#include "when.h"
#include "why-lines.h"
#include "widget-help.h"
#include "work-item.h"
#include "work-words.h"

#define MOST_ROWS_SHOWN 9
#define ROW_PIXELS 27

struct _YsWhyPopover
{
  GtkPopover parent_instance;

  GtkLabel *title;
  GtkLabel *limit;
  GtkScrolledWindow *scroller;
  GtkGrid *grid;
  GtkLabel *note;
  GtkLabel *deadline;
  GtkLabel *left;
  GtkLabel *hint;
  GtkButton *calendar;

  YsSession *session; /* (nullable) weak: GTK keeps a popover that the pointer was over */
  YsDate day;         /* of the deadline */
};

G_DEFINE_FINAL_TYPE (YsWhyPopover, ys_why_popover, GTK_TYPE_POPOVER)

/* -- Rows ------------------------------------------------------------------------------------- */

static GtkWidget *
make_label (const char *text, const char *class_name, float align)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), align);
  gtk_widget_set_hexpand (label, align > 0.5f);
  if (class_name != NULL)
    gtk_widget_add_css_class (label, class_name);
  return label;
}

/* The grey ground of a skipped group runs across all columns. */
static void
attach (YsWhyPopover *self, GtkWidget *child, int column, int row, int width, const YsWhyLine *line)
{
  gtk_widget_add_css_class (child, "why-cell");
  if (line->kind == YS_WHY_SKIPPED)
    gtk_widget_add_css_class (child, "skipped");
  gtk_grid_attach (self->grid, child, column, row, width, 1);
}

static int
add_line (YsWhyPopover *self, int row, const YsWhyLine *line)
{
  g_auto (GStrv) parts = g_strsplit (line->text, "\t", 3);
  guint n = g_strv_length (parts);

  attach (self, make_label (line->days, NULL, 0), 0, row, 1, line);
  if (line->kind != YS_WHY_DAY || n < 2)
    attach (self, make_label (line->text, "dim", 0), 1, row, 2, line);
  else
    for (guint i = 0; i < 2; i++)
      attach (self, make_label (parts[i], "dim", 0), 1 + (int)i, row, 1, line);
  attach (self, make_label (line->result, NULL, 1), 3, row, 1, line);
  if (n > 2)
    gtk_grid_attach (self->grid, make_label (parts[2], "dim", 0), 1, ++row, 2, 1);
  if (line->make_up)
    gtk_grid_attach (self->grid, ys_chip_new (_ ("make-up day, counted as worked"), "accent", NULL),
                     1, ++row, 2, 1);
  return row + 1;
}

static void
clear_grid (YsWhyPopover *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
}

static void
show_lines (YsWhyPopover *self,
            const YsWorkItem *item,
            const YsDeadline *deadline,
            const YsWorkCalendar *calendar)
{
  g_autoptr (GPtrArray) lines = ys_why_lines (deadline, item->limit, item->starts_at, calendar,
                                              ys_session_now (self->session));
  int row = 0;

  for (guint i = 0; i < lines->len; i++)
    row = add_line (self, row, g_ptr_array_index (lines, i));
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), row > 0);
  gtk_scrolled_window_set_min_content_height (self->scroller,
                                              row > MOST_ROWS_SHOWN
                                                  ? ys_look_scaled (MOST_ROWS_SHOWN * ROW_PIXELS)
                                                  : -1);
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER,
                                  row > MOST_ROWS_SHOWN ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER);
}

/* -- Sentences -------------------------------------------------------------------------------- */

static void
show_head (YsWhyPopover *self, const YsWorkItem *item)
{
  YsDate today = ys_session_today (self->session);
  g_autofree char *day = ys_when_day (ys_instant_to_date (item->deadline), today);
  g_autofree char *clock = ys_when_clock (item->deadline);
  /* Translators: a day and a time: why a deadline is just then. */
  g_autofree char *title = g_strdup_printf (_ ("Why %s %s"), day, clock);
  g_autofree char *official = ys_limit_to_official (item->limit);
  g_autofree char *limit = NULL;

  if (item->deadline == 0)
    gtk_label_set_label (self->title, _ ("No deadline"));
  else
    gtk_label_set_label (self->title, title);
  if (item->limit.unit == YS_LIMIT_NONE)
    limit = g_strdup_printf ("%s %s", item->code, item->clause);
  else
    /* Translators: a clause's code and name and its time limit. */
    limit = g_strdup_printf (_ ("Annex 1 %s %s: %s"), item->code, item->clause, official);
  gtk_label_set_label (self->limit, limit);
}

/* What is not in the calendar: the platform's own word, an extension, a clock that stands. */
static void
show_note (YsWhyPopover *self, const YsWorkItem *item, const YsDeadline *deadline)
{
  YsInstant now = ys_session_now (self->session);
  g_autofree char *due = ys_work_when (deadline->deadline, now);
  g_autofree char *limit = ys_work_when (deadline->by_limit, now);
  g_autofree char *stands = ys_work_when (item->paused_at, now);
  const char *reason
      = deadline->extension != NULL && *deadline->extension != '\0' ? deadline->extension : "—";
  g_autoptr (GString) text = g_string_new (NULL);

  if (item->dispatched_deadline)
    g_string_append (text, _ ("The platform dispatched this deadline; no calendar moves it."));
  if (deadline->extension != NULL && text->len > 0)
    g_string_append_c (text, '\n');
  if (deadline->extension != NULL && deadline->by_limit != 0)
    /* Translators: the deadline by the time limit alone; the new one; why. */
    g_string_append_printf (text, _ ("By its limit %s. Extended to %s: %s"), limit, due, reason);
  else if (deadline->extension != NULL)
    /* Translators: new deadline; why. */
    g_string_append_printf (text, _ ("Extended to %s: %s"), due, reason);
  if (item->paused_at != 0 && text->len > 0)
    g_string_append_c (text, '\n');
  if (item->paused_at != 0)
    g_string_append_printf (text,
                            _ ("The clock stands since %s; what is left then runs on when it is "
                               "resumed."),
                            stands);
  gtk_label_set_label (self->note, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->note), text->len > 0);
}

static void
show_left (YsWhyPopover *self, const YsWorkItem *item, const YsWorkCalendar *calendar)
{
  YsInstant now = ys_session_now (self->session);
  YsLeftTone tone;
  g_autofree char *when = ys_work_when (item->deadline, now);
  g_autofree char *due = g_markup_printf_escaped (_ ("Deadline <b>%s</b>"), when);
  g_autofree char *left = ys_work_left (calendar, ys_work_item_runs (item, now), item->deadline,
                                        item->paused_at, now, &tone);
  g_autofree char *text = NULL;

  gtk_label_set_markup (self->deadline, due);
  switch (tone)
    {
    case YS_LEFT_FINE:
    case YS_LEFT_SOON:
      /* Translators: worked time that is left. */
      text = g_markup_printf_escaped (_ ("<b>%s</b> left from now"), left);
      break;
    case YS_LEFT_LATE:
    case YS_LEFT_PAUSED:
      text = g_markup_printf_escaped ("<b>%s</b>", left);
      break;
    case YS_LEFT_NONE:
      text = g_strdup ("");
      break;
    }
  gtk_label_set_markup (self->left, text);
  ys_widget_set_class (GTK_WIDGET (self->left), "red", tone == YS_LEFT_LATE);
}

static void
show_hint (YsWhyPopover *self, const YsWorkItem *item, const YsWorkCalendar *calendar)
{
  guint minutes = ys_work_day_minutes (calendar, ys_session_now (self->session));
  int year = self->day.year;
  g_autofree char *hours = minutes % 60 == 0
                               ? g_strdup_printf ("%u", minutes / 60)
                               : g_strdup_printf ("%u:%02u", minutes / 60, minutes % 60);
  g_autofree char *text = NULL;

  if (item->provisional)
    /* Translators: %d is a year. */
    text = g_strdup_printf (_ ("The holidays of %d are not known yet: provisional"), year);
  else
    /* Translators: hours of a working day; a year. */
    text = g_strdup_printf (_ ("A working day has %s hours · the holidays of %d are known"), hours,
                            year);
  gtk_label_set_label (self->hint, text);
  ys_widget_set_class (GTK_WIDGET (self->hint), "amber", item->provisional);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), item->deadline != 0);
}

gboolean
ys_why_popover_load (YsWhyPopover *self, YsSession *session, gint64 id)
{
  YsLedger *ledger = ys_session_get_ledger (session);
  const YsWorkCalendar *calendar = ys_session_get_calendar (session);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsWorkItem) item = NULL;
  g_auto (YsDeadline) deadline = { 0 };

  g_return_val_if_fail (YS_IS_WHY_POPOVER (self), FALSE);

  g_set_weak_pointer (&self->session, session);
  clear_grid (self);
  if (calendar == NULL)
    return FALSE;
  item = ys_work_item_load (ledger, id, ys_session_now (session), &error);
  if (item == NULL || !ys_work_explain (ledger, id, calendar, &deadline, &error))
    {
      ys_session_report (session, error);
      return FALSE;
    }
  self->day = ys_instant_to_date (item->deadline != 0 ? item->deadline : ys_session_now (session));
  show_head (self, item);
  show_lines (self, item, &deadline, calendar);
  show_note (self, item, &deadline);
  show_left (self, item, calendar);
  show_hint (self, item, calendar);
  return TRUE;
}

static void
on_calendar_clicked_cb (YsWhyPopover *self)
{
  g_autofree char *day = ys_date_to_iso (self->day);
  g_autofree char *field = g_strconcat ("calendar:", day, NULL);

  gtk_popover_popdown (GTK_POPOVER (self));
  ys_session_go (self->session, "settings", 0, field);
}

static void
ys_why_popover_dispose (GObject *object)
{
  YsWhyPopover *self = YS_WHY_POPOVER (object);

  g_clear_weak_pointer (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_WHY_POPOVER);

  G_OBJECT_CLASS (ys_why_popover_parent_class)->dispose (object);
}

static void
ys_why_popover_class_init (YsWhyPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_why_popover_dispose;
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/why-popover.ui"));
  gtk_widget_class_bind_template_child (widget_class, YsWhyPopover, title);
  gtk_widget_class_bind_template_child (widget_class, YsWhyPopover, limit);
  gtk_widget_class_bind_template_child (widget_class, YsWhyPopover, scroller);
  gtk_widget_class_bind_template_child (widget_class, YsWhyPopover, grid);
  gtk_widget_class_bind_template_child (widget_class, YsWhyPopover, note);
  gtk_widget_class_bind_template_child (widget_class, YsWhyPopover, deadline);
  gtk_widget_class_bind_template_child (widget_class, YsWhyPopover, left);
  gtk_widget_class_bind_template_child (widget_class, YsWhyPopover, hint);
  gtk_widget_class_bind_template_child (widget_class, YsWhyPopover, calendar);
  gtk_widget_class_bind_template_callback (widget_class, on_calendar_clicked_cb);
}

static void
ys_why_popover_init (YsWhyPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
