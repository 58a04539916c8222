/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines stand in the order of time: a deadline that passed stands between what came before and
 * after it, one that is ahead stands last. */
#include "config.h"

#include "timeline.h"

#include <glib/gi18n-lib.h>

#include "finding-rules.h"
#include "timeline-row.h"
#include "widget-help.h"
#include "work-words.h"

struct _YsTimeline
{
  GtkWidget parent_instance;

  GtkListBox *list;
  GtkWidget *deadline; /* in the list; NULL none */
};

enum
{
  SIGNAL_WHY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsTimeline, ys_timeline, GTK_TYPE_WIDGET)

static void
add_row (
    YsTimeline *self, YsTimelineKind kind, const char *when, const char *what, const char *note)
{
  GtkWidget *row = ys_timeline_row_new (kind, when, what, note);

  if (kind == YS_TIMELINE_DEADLINE || kind == YS_TIMELINE_MISSED)
    self->deadline = row;
  gtk_list_box_append (self->list, row);
}

/* -- What happened ---------------------------------------------------------------------------- */

/* (transfer full): the new deadline, the remark; who did it where nothing else is said. */
static char *
event_note (const YsEvent *event, YsInstant now)
{
  g_autofree char *until = event->until != 0 ? ys_work_when (event->until, now) : NULL;

  if (event->text == NULL)
    return g_strdup (until != NULL ? until : event->person);
  return until != NULL ? g_strdup_printf ("%s  %s", until, event->text) : g_strdup (event->text);
}

/* A case replies where a finding reports; it is verified where a finding is rechecked. */
static const char *
event_words (const YsEvent *event, gboolean is_case)
{
  if (is_case)
    switch ((YsEventKind)event->kind)
      {
      case YS_EVENT_REPORTED:
        return _ ("Replied");
      case YS_EVENT_PASSED:
        return _ ("Verification passed");
      case YS_EVENT_FAILED:
        return _ ("Verification failed");
      case YS_EVENT_UNKNOWN:
      case YS_EVENT_ISSUED:
      case YS_EVENT_ACCEPTED:
      case YS_EVENT_PAUSED:
      case YS_EVENT_RESUMED:
      case YS_EVENT_EXTENDED:
      case YS_EVENT_OBJECTION:
      case YS_EVENT_UPHELD:
      case YS_EVENT_OVERRULED:
      case YS_EVENT_WITHDRAWN:
      case YS_EVENT_REINSTATED:
      case YS_EVENT_NOTE:
        break;
      }
  return ys_choice_label (ys_event_kind_choices, event->kind);
}

static void
add_start (YsTimeline *self, const YsWorkItem *item, YsInstant now)
{
  g_autofree char *when = ys_work_when (item->found_at, now);
  const char *level = ys_work_level_name (item->level);
  g_autofree char *what = NULL;

  if (item->is_case)
    /* Translators: %s is a level such as city. */
    what = g_strdup_printf (_ ("%s platform dispatched"), level);
  else
    /* Translators: %s is a level such as district. */
    what = g_strdup_printf (_ ("Found by %s inspection"), level);
  add_row (self, YS_TIMELINE_DONE, when, what,
           item->starts_at == item->found_at ? _ ("the clock starts") : item->note);
}

/* -- The deadline and what is waited for ------------------------------------------------------ */

static void
add_deadline (YsTimeline *self, const YsWorkItem *item, YsInstant now)
{
  g_autofree char *when = ys_work_when (item->deadline, now);
  gboolean missed = now > item->deadline;
  g_autofree char *points = NULL;
  g_autofree char *note = NULL;

  if (item->is_case && ys_level_counts (item->level))
    points = ys_work_deduction (YS_FAULT_POINTS);
  else if (!item->is_case && item->points > 0)
    points = ys_work_deduction (item->doubled ? item->points : 2 * item->points);
  if (item->doubled)
    /* Translators: a finding past its deadline costs double; %s is "−2.00". */
    note = g_strdup_printf (_ ("doubled %s"), points);
  else if (missed && item->overdue)
    note = g_strdup (_ ("missed"));
  else if (!missed && points != NULL)
    /* Translators: what missing the deadline costs; %s is "−2.00". */
    note = g_strdup_printf (_ ("late: %s"), points);
  if (item->provisional)
    {
      g_autofree char *before = g_steal_pointer (&note);

      note = g_strdup_printf ("%s %s", _ ("provisional"), before != NULL ? before : "");
    }
  add_row (self, missed && item->overdue ? YS_TIMELINE_MISSED : YS_TIMELINE_DEADLINE, when,
           item->is_case ? _ ("Deadline of the reply") : _ ("Deadline"), note);
}

static const char *
waits_for (const YsWorkItem *item)
{
  if (item->paused_at != 0)
    return _ ("The clock stands");
  if (item->is_case)
    switch ((YsCaseState)item->state)
      {
      case YS_CASE_RECEIVED:
        return _ ("Waits to be accepted");
      case YS_CASE_ACCEPTED:
      case YS_CASE_FAILED:
        return _ ("Waits for the reply");
      case YS_CASE_REPLIED:
        return _ ("Waits for verification");
      case YS_CASE_STATE_UNKNOWN:
      case YS_CASE_CLOSED:
      case YS_CASE_WITHDRAWN:
        return NULL;
      }
  else
    switch ((YsFindingState)item->state)
      {
      case YS_FINDING_FOUND:
      case YS_FINDING_ISSUED:
      case YS_FINDING_FAILED:
        return _ ("Waits for the repair");
      case YS_FINDING_REPORTED:
        return _ ("Waits for the recheck");
      case YS_FINDING_STATE_UNKNOWN:
      case YS_FINDING_CLOSED:
      case YS_FINDING_WITHDRAWN:
        return NULL;
      }
  return NULL;
}

static void
add_now (YsTimeline *self, const YsWorkItem *item, const YsWorkCalendar *calendar, YsInstant now)
{
  const char *what = waits_for (item);
  YsLeftTone tone;
  g_autofree char *left = ys_work_left (calendar, ys_work_item_runs (item, now), item->deadline,
                                        item->paused_at, now, &tone);
  g_autofree char *note = NULL;

  if (what == NULL)
    return;
  if (tone == YS_LEFT_FINE || tone == YS_LEFT_SOON)
    /* Translators: worked time that is left: "1 day 4:10 left". */
    note = g_strdup_printf (_ ("%s left"), left);
  else if (tone == YS_LEFT_LATE)
    note = g_steal_pointer (&left);
  add_row (self, YS_TIMELINE_NOW, _ ("now"), what, note);
}

static void
mark_ends (YsTimeline *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    ys_timeline_row_set_ends (YS_TIMELINE_ROW (row), i == 0,
                              gtk_list_box_get_row_at_index (self->list, i + 1) == NULL);
}

void
ys_timeline_show (YsTimeline *self,
                  const YsWorkItem *item,
                  const YsWorkCalendar *calendar,
                  YsInstant now)
{
  gboolean told = FALSE;

  g_return_if_fail (YS_IS_TIMELINE (self));

  self->deadline = NULL;
  ys_list_box_clear (self->list);
  if (item == NULL)
    return;
  told = item->deadline == 0;
  add_start (self, item, now);
  for (guint i = 0; item->events != NULL && i < item->events->len; i++)
    {
      const YsEvent *event = g_ptr_array_index (item->events, i);
      g_autofree char *when = ys_work_when (event->at, now);
      g_autofree char *note = event_note (event, now);

      if (!told && event->at > item->deadline)
        {
          add_deadline (self, item, now);
          told = TRUE;
        }
      add_row (self, YS_TIMELINE_DONE, when, event_words (event, item->is_case), note);
    }
  if (!told && now > item->deadline)
    {
      add_deadline (self, item, now);
      told = TRUE;
    }
  if (ys_work_item_is_open (item))
    add_now (self, item, calendar, now);
  if (!told)
    add_deadline (self, item, now);
  mark_ends (self);
}

GtkWidget *
ys_timeline_get_deadline (YsTimeline *self)
{
  g_return_val_if_fail (YS_IS_TIMELINE (self), NULL);

  return self->deadline;
}

static void
on_row_activated_cb (YsTimeline *self)
{
  g_signal_emit (self, signals[SIGNAL_WHY], 0);
}

static void
ys_timeline_dispose (GObject *object)
{
  YsTimeline *self = YS_TIMELINE (object);

  if (self->list != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->list)));

  G_OBJECT_CLASS (ys_timeline_parent_class)->dispose (object);
}

static void
ys_timeline_class_init (YsTimelineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_timeline_dispose;
  signals[SIGNAL_WHY] = g_signal_new ("why", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "timeline");
}

static void
ys_timeline_init (YsTimeline *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "timeline");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What happened"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated_cb), self);
}
