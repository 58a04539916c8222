/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed is judged at each key: what it comes to, or what is wrong, stands below it. Days
 * that are a month, a quarter, a half-year or a year are taken as that. */
#include "config.h"

#include "period-days.h"

#include <glib/gi18n-lib.h>

#include "look.h"
#include "period-chooser.h"
#include "period-job.h"
#include "resources.h"

struct _YsPeriodDays
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkEditable *first;
  GtkEditable *last;
  GtkLabel *said;
  GtkWidget *look;
  GtkWidget *known_box;
  GtkBox *known;

  YsSession *session;
  YsSpan span; /* what is typed; only while @look can be pressed */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (YsPeriodDays, ys_period_days, GTK_TYPE_WIDGET)

static guint chosen_signal;

/* (transfer full) (nullable): what is wrong; NULL: a whole day, or nothing yet (*@out_date
 * unknown). */
static char *
read_day (YsPeriodDays *self, GtkEditable *entry, YsDate *out_date)
{
  char *reason = NULL;
  YsDateReading reading = ys_date_read (gtk_editable_get_text (entry),
                                        ys_session_today (self->session), out_date, &reason);

  if (reason == NULL && reading != YS_DATE_READ_EMPTY && !ys_date_is_full (*out_date))
    reason = g_strdup (_ ("The day is missing. Write a whole date: 2026-10-15."));
  return reason;
}

static void
mark (GtkEditable *entry, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
say (YsPeriodDays *self, const char *text, gboolean wrong)
{
  gtk_label_set_label (self->said, text);
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->said), "red");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->said), "red");
}

/* (transfer full): 2026年10月1日至12月15日，76 天 */
static char *
tell (YsSpan span)
{
  g_autofree char *label = ys_period_label (span);
  int days
      = (int)(ys_date_to_days (ys_span_last (span)) - ys_date_to_days (ys_span_first (span))) + 1;

  return g_strdup_printf (
      /* Translators: a period, then how many days it has */
      g_dngettext (GETTEXT_PACKAGE, "%1$s, %2$d day", "%1$s, %2$d days", (gulong)days), label,
      days);
}

static void
judge (YsPeriodDays *self)
{
  YsDate first = YS_DATE_UNKNOWN, last = YS_DATE_UNKNOWN;
  g_autofree char *first_wrong = read_day (self, self->first, &first);
  g_autofree char *last_wrong = read_day (self, self->last, &last);
  gboolean both = first_wrong == NULL && last_wrong == NULL && ys_date_is_full (first)
                  && ys_date_is_full (last);
  g_autoptr (GError) error = NULL;
  gboolean good = both && ys_span_from_days (first, last, &self->span, &error);

  mark (self->first, first_wrong != NULL);
  mark (self->last, last_wrong != NULL || error != NULL);
  gtk_widget_set_sensitive (self->look, good);
  if (good)
    {
      g_autofree char *text = tell (self->span);

      say (self, text, FALSE);
    }
  else if (error != NULL)
    say (self, error->message, TRUE);
  else if (first_wrong != NULL || last_wrong != NULL)
    say (self, first_wrong != NULL ? first_wrong : last_wrong, TRUE);
  else
    say (self, _ ("Write the first and the last day: 2026-10-01."), FALSE);
}

static void
choose (YsPeriodDays *self, YsSpan span)
{
  ys_session_set_period (self->session, span);
  g_signal_emit (self, chosen_signal, 0);
}

static void
on_changed_cb (YsPeriodDays *self)
{
  if (self->session != NULL && !self->filling)
    judge (self);
}

static void
on_look_cb (YsPeriodDays *self)
{
  if (self->session != NULL && gtk_widget_get_sensitive (self->look))
    choose (self, self->span);
}

/* Enter takes what is right, else goes on to the last day. */
static void
on_activate_cb (YsPeriodDays *self, GtkWidget *entry)
{
  if (gtk_widget_get_sensitive (self->look))
    on_look_cb (self);
  else if (entry == GTK_WIDGET (self->first))
    gtk_widget_grab_focus (GTK_WIDGET (self->last));
}

static void
on_known_cb (YsPeriodDays *self, GtkWidget *button)
{
  const YsSpan *span = g_object_get_data (G_OBJECT (button), "span");

  choose (self, *span);
}

static void
add_known (YsPeriodDays *self, YsSpan span)
{
  g_autofree char *label = ys_period_label (span);
  GtkWidget *button = gtk_button_new_with_label (label);
  GtkWidget *text = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "span", g_memdup2 (&span, sizeof span), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_known_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->known, button);
}

static void
show_known (YsPeriodDays *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) spans = ys_period_free_spans (ys_session_get_ledger (self->session), &error);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->known))) != NULL)
    gtk_box_remove (self->known, child);
  for (guint i = 0; spans != NULL && i < spans->len; i++)
    add_known (self, g_array_index (spans, YsSpan, i));
  gtk_widget_set_visible (self->known_box, spans != NULL && spans->len > 0);
  if (error != NULL)
    ys_session_report (self->session, error);
}

void
ys_period_days_show (YsPeriodDays *self, YsSession *session)
{
  YsSpan span;

  g_return_if_fail (YS_IS_PERIOD_DAYS (self) && YS_IS_SESSION (session));

  g_set_object (&self->session, session);
  span = ys_session_get_period (session);
  g_autofree char *first = ys_date_to_iso (ys_span_first (span));
  g_autofree char *last = ys_date_to_iso (ys_span_last (span));
  self->filling = TRUE;
  gtk_editable_set_text (self->first, first);
  gtk_editable_set_text (self->last, last);
  self->filling = FALSE;
  judge (self);
  show_known (self);
}

static gboolean
ys_period_days_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (YS_PERIOD_DAYS (widget)->first));
}

static void
ys_period_days_dispose (GObject *object)
{
  g_clear_object (&YS_PERIOD_DAYS (object)->session);
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_PERIOD_DAYS);

  G_OBJECT_CLASS (ys_period_days_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, YsPeriodDays, name)
#define CALL(name) gtk_widget_class_bind_template_callback (widget_class, name)

static void
ys_period_days_class_init (YsPeriodDaysClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_period_days_dispose;
  widget_class->grab_focus = ys_period_days_grab_focus;
  chosen_signal = g_signal_new ("chosen", YS_TYPE_PERIOD_DAYS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/period-days.ui"));
  BIND (box);
  BIND (first);
  BIND (last);
  BIND (said);
  BIND (look);
  BIND (known_box);
  BIND (known);
  CALL (on_changed_cb);
  CALL (on_activate_cb);
  CALL (on_look_cb);
}

static void
ys_period_days_init (YsPeriodDays *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
