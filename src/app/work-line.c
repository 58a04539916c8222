/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same words as the list of 案卷整改 has. */
#include "config.h"

#include "work-line.h"

#include "chip.h"
#include "look.h"
#include "resources.h"
#include "work-words.h"

struct _YsWorkLine
{
  GtkListBoxRow parent_instance;

  GtkLabel *left;
  GtkLabel *deadline;
  GtkLabel *level;
  GtkLabel *compound;
  GtkLabel *what;
  YsChip *chip;

  gint64 id;
};

G_DEFINE_FINAL_TYPE (YsWorkLine, ys_work_line, GTK_TYPE_LIST_BOX_ROW)

static void
ys_work_line_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_WORK_LINE);
  G_OBJECT_CLASS (ys_work_line_parent_class)->dispose (object);
}

static void
ys_work_line_class_init (YsWorkLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_work_line_dispose;
  g_type_ensure (YS_TYPE_CHIP);
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/work-line.ui"));
  gtk_widget_class_bind_template_child (widget_class, YsWorkLine, left);
  gtk_widget_class_bind_template_child (widget_class, YsWorkLine, deadline);
  gtk_widget_class_bind_template_child (widget_class, YsWorkLine, level);
  gtk_widget_class_bind_template_child (widget_class, YsWorkLine, compound);
  gtk_widget_class_bind_template_child (widget_class, YsWorkLine, what);
  gtk_widget_class_bind_template_child (widget_class, YsWorkLine, chip);
}

static void
ys_work_line_init (YsWorkLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_left (YsWorkLine *self, const YsWorkCalendar *calendar, const YsWorkRow *row, YsInstant now)
{
  gboolean runs = ys_work_runs (row->id < 0, row->state, row->rectified_at, row->deadline, now);
  YsLeftTone tone;
  g_autofree char *left = ys_work_left (calendar, runs, row->deadline, row->paused_at, now, &tone);
  g_autofree char *deadline = ys_work_when (row->deadline, now);

  gtk_label_set_label (self->left, left);
  if (ys_work_left_class (tone) != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->left), ys_work_left_class (tone));
  gtk_label_set_label (self->deadline, deadline);
}

static void
show_chip (YsWorkLine *self, const YsWorkRow *row)
{
  YsWorkChip state
      = ys_work_state_chip (row->id < 0, row->state, row->overdue, row->paused_at != 0);
  const char *tone = NULL;
  guint n;
  g_autofree char *fault = ys_work_fault_words (row->faults, row->proposed, &tone, &n);

  if (fault != NULL)
    ys_chip_set (self->chip, fault, tone, NULL);
  else
    ys_chip_set (self->chip, state.label, state.tone, state.icon);
}

GtkWidget *
ys_work_line_new (YsSession *session, const YsWorkRow *row)
{
  const YsWorkCalendar *calendar;
  YsWorkLine *self;
  g_autofree char *what = NULL;

  g_return_val_if_fail (YS_IS_SESSION (session) && row != NULL, NULL);

  self = g_object_new (YS_TYPE_WORK_LINE, NULL);
  self->id = row->id;
  calendar = ys_session_get_calendar (session);
  if (calendar != NULL)
    show_left (self, calendar, row, ys_session_now (session));
  what = g_markup_printf_escaped ("<span size='smaller' alpha='70%%'>%s</span>  %s%s%s", row->code,
                                  row->clause, row->place != NULL ? "   " : "",
                                  row->place != NULL ? row->place : "");
  gtk_label_set_label (self->level, ys_work_level_name (row->level));
  gtk_label_set_label (self->compound, row->compound);
  gtk_label_set_markup (self->what, what);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), row->number);
  show_chip (self, row);
  return GTK_WIDGET (self);
}

char *
ys_work_line_target (YsWorkLine *self)
{
  g_return_val_if_fail (YS_IS_WORK_LINE (self), NULL);

  return g_strdup_printf ("id:%" G_GINT64_FORMAT, self->id);
}
