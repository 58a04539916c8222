/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decides which spans are offered: those of one kind in one year, or free days; choosing another
 * kind keeps the year, another year keeps the kind. */
#include "config.h"

#include "period-chooser.h"

#include <glib/gi18n-lib.h>

#include "look.h"
#include "period-days.h"
#include "resources.h"

struct _YsPeriodChooser
{
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkLabel *label;
  GtkPopover *popover;
  GtkWidget *kinds;
  GtkWidget *years;
  GtkLabel *year_label;
  GtkGrid *grid;
  YsPeriodDays *days;

  YsSession *session;
  YsSpanKind kind; /* what is offered */
  int year;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (YsPeriodChooser, ys_period_chooser, GTK_TYPE_WIDGET)

/* How many parts a year has, and how many stand in one row. */
static const struct
{
  int n_parts;
  int n_columns;
} shapes[] = { { 12, 4 }, { 4, 4 }, { 2, 2 }, { 1, 1 }, { 0, 1 } };

static const char *
month_name (int month)
{
  static const char *const names[]
      = { N_ ("Jan"), N_ ("Feb"), N_ ("Mar"), N_ ("Apr"), N_ ("May"), N_ ("Jun"),
          N_ ("Jul"), N_ ("Aug"), N_ ("Sep"), N_ ("Oct"), N_ ("Nov"), N_ ("Dec") };

  return _ (names[month - 1]);
}

static char *
part_label (YsSpan span)
{
  switch (span.kind)
    {
    case YS_SPAN_MONTH:
      return g_strdup (month_name (span.part));
    case YS_SPAN_QUARTER:
      /* Translators: a quarter of a year, 1 to 4. */
      return g_strdup_printf (_ ("Quarter %d"), span.part);
    case YS_SPAN_HALF:
      return g_strdup (span.part == 1 ? _ ("First half") : _ ("Second half"));
    case YS_SPAN_YEAR:
    case YS_SPAN_CUSTOM: /* days_label() */
      break;
    }
  /* Translators: a year, alone. */
  return g_strdup_printf (_ ("Year %d"), span.year);
}

/* (transfer full): 5 Oct 2026, 5 – 20 Oct 2026, 1 Oct – 15 Dec 2026, 1 Dec 2025 – 15 Feb 2026 */
static char *
days_label (YsDate first, YsDate last)
{
  const char *month = month_name (first.month), *last_month = month_name (last.month);

  if (ys_date_equal (first, last))
    /* Translators: one day: day, month, year: "5 Oct 2026". In Chinese %3$d年%2$s%1$d日 */
    return g_strdup_printf (_ ("%1$d %2$s %3$d"), first.day, month, first.year);
  if (first.year != last.year)
    /* Translators: two days: day, month, year, day, month, year: "1 Dec 2025 – 15 Feb 2026". In
     * Chinese %3$d年%2$s%1$d日至%6$d年%5$s%4$d日 */
    return g_strdup_printf (_ ("%1$d %2$s %3$d – %4$d %5$s %6$d"), first.day, month, first.year,
                            last.day, last_month, last.year);
  if (first.month != last.month)
    /* Translators: two days of one year: day, month, day, month, year: "1 Oct – 15 Dec 2026". In
     * Chinese %5$d年%2$s%1$d日至%4$s%3$d日 */
    return g_strdup_printf (_ ("%1$d %2$s – %3$d %4$s %5$d"), first.day, month, last.day,
                            last_month, last.year);
  /* Translators: two days of one month: day, day, month, year: "5 – 20 Oct 2026". In Chinese
   * %4$d年%3$s%1$d日至%2$d日 */
  return g_strdup_printf (_ ("%1$d – %2$d %3$s %4$d"), first.day, last.day, month, first.year);
}

char *
ys_period_label (YsSpan span)
{
  g_autofree char *part
      = span.kind == YS_SPAN_CUSTOM ? days_label (span.first, span.last) : part_label (span);

  if (span.kind == YS_SPAN_YEAR || span.kind == YS_SPAN_CUSTOM)
    return g_steal_pointer (&part);
  /* Translators: a part of a year, then the year: "Oct 2025", "Quarter 4 2025". In Chinese the year
   * comes first: %2$d年%1$s */
  return g_strdup_printf (_ ("%1$s %2$d"), part, span.year);
}

static void
on_part_clicked_cb (YsPeriodChooser *self, GtkWidget *button)
{
  int part = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "part"));
  const YsDate day = { self->year, 1, 1 };

  if (self->filling || self->session == NULL)
    return;
  ys_session_set_period (self->session, ys_span_add (ys_span_of (self->kind, day), part - 1));
  gtk_popover_popdown (self->popover);
}

static void
add_part (YsPeriodChooser *self, YsSpan span, YsSpan chosen)
{
  g_autofree char *label = part_label (span);
  GtkWidget *button = gtk_toggle_button_new_with_label (label);
  int columns = shapes[span.kind].n_columns;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), ys_span_equal (span, chosen));
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "part", GINT_TO_POINTER (span.part));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_part_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_grid_attach (self->grid, button, (span.part - 1) % columns, (span.part - 1) / columns, 1, 1);
}

static void
show_parts (YsPeriodChooser *self)
{
  gboolean custom = self->kind == YS_SPAN_CUSTOM;
  const YsDate day = { self->year, 1, 1 };
  YsSpan first = ys_span_of (custom ? YS_SPAN_YEAR : self->kind, day);
  YsSpan chosen = ys_session_get_period (self->session);
  g_autofree char *year = g_strdup_printf ("%d", self->year);
  GtkWidget *child;

  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  for (int i = 0; i < shapes[self->kind].n_parts; i++)
    add_part (self, ys_span_add (first, i), chosen);
  gtk_widget_set_visible (self->years, !custom);
  gtk_widget_set_visible (GTK_WIDGET (self->grid), !custom);
  gtk_widget_set_visible (GTK_WIDGET (self->days), custom);
  if (custom)
    ys_period_days_show (self->days, self->session);
  gtk_label_set_label (self->year_label, year);
  child = gtk_widget_get_first_child (self->kinds);
  for (int i = 0; child != NULL; i++, child = gtk_widget_get_next_sibling (child))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), i == (int)self->kind);
  self->filling = FALSE;
}

static void
show_period (YsPeriodChooser *self)
{
  YsSpan span = ys_session_get_period (self->session);
  g_autofree char *label = ys_period_label (span);

  self->kind = span.kind;
  self->year = span.year;
  gtk_label_set_label (self->label, label);
  show_parts (self);
}

static void
on_kind_toggled_cb (YsPeriodChooser *self, GtkToggleButton *button)
{
  GtkWidget *child = gtk_widget_get_first_child (self->kinds);

  if (self->filling || self->session == NULL || !gtk_toggle_button_get_active (button))
    return;
  for (int i = 0; child != NULL; i++, child = gtk_widget_get_next_sibling (child))
    if (child == GTK_WIDGET (button))
      self->kind = (YsSpanKind)i;
  show_parts (self);
  if (self->kind == YS_SPAN_CUSTOM)
    gtk_widget_grab_focus (GTK_WIDGET (self->days));
}

static void
on_days_chosen_cb (YsPeriodChooser *self)
{
  gtk_popover_popdown (self->popover);
}

/* Years that spans can have: see ys_span_read(). */
static void
move_year (YsPeriodChooser *self, int by)
{
  self->year = CLAMP (self->year + by, 1900, 9998);
  show_parts (self);
}

static void
on_year_before_cb (YsPeriodChooser *self)
{
  move_year (self, -1);
}

static void
on_year_after_cb (YsPeriodChooser *self)
{
  move_year (self, 1);
}

static void
on_popover_shown_cb (YsPeriodChooser *self)
{
  if (self->session != NULL)
    show_period (self);
}

void
ys_period_chooser_set_session (YsPeriodChooser *self, YsSession *session)
{
  g_return_if_fail (YS_IS_PERIOD_CHOOSER (self));

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  gtk_widget_set_visible (GTK_WIDGET (self), session != NULL);
  if (session == NULL)
    return;
  g_signal_connect_object (session, "notify::period", G_CALLBACK (show_period), self,
                           G_CONNECT_SWAPPED);
  show_period (self);
}

static void
ys_period_chooser_dispose (GObject *object)
{
  YsPeriodChooser *self = YS_PERIOD_CHOOSER (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_PERIOD_CHOOSER);

  G_OBJECT_CLASS (ys_period_chooser_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, YsPeriodChooser, name)
#define CALL(name) gtk_widget_class_bind_template_callback (widget_class, name)

static void
ys_period_chooser_class_init (YsPeriodChooserClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_period_chooser_dispose;
  g_type_ensure (YS_TYPE_PERIOD_DAYS);
  gtk_widget_class_set_css_name (widget_class, "periodchooser");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/period-chooser.ui"));
  BIND (button);
  BIND (label);
  BIND (popover);
  BIND (kinds);
  BIND (years);
  BIND (year_label);
  BIND (grid);
  BIND (days);
  CALL (on_kind_toggled_cb);
  CALL (on_days_chosen_cb);
  CALL (on_year_before_cb);
  CALL (on_year_after_cb);
  CALL (on_popover_shown_cb);
}

static void
ys_period_chooser_init (YsPeriodChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
