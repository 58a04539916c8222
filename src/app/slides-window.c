/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chosen kinds stand first, in their order; a kind that is not chosen keeps its place below
 * them. */
#include "config.h"

#include "slides-window.h"

#include <glib/gi18n-lib.h>

#include "chart-job.h"
#include "chip.h"
#include "look.h"
#include "resources.h"
#include "wall.h"

struct _YsSlidesWindow
{
  GtkWindow parent_instance;

  YsSession *session;
  YsSpan span;
  YsTrial *trial; /* (nullable) */
  gboolean loading;

  GtkWidget *trial_note;
  GtkListBox *list;
  GtkSpinButton *seconds;
  GtkCheckButton *by_itself;
  GtkCheckButton *dark;
  GtkCheckButton *building;
};

G_DEFINE_FINAL_TYPE (YsSlidesWindow, ys_slides_window, GTK_TYPE_WINDOW)

#define KIND_KEY "ys-kind"
#define CHECK_KEY "ys-check"
#define USUAL_SECONDS 15

static GtkListBoxRow *
row_at (YsSlidesWindow *self, int index)
{
  return gtk_list_box_get_row_at_index (self->list, index);
}

static const char *
name_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), KIND_KEY);
}

static gboolean
is_chosen (GtkListBoxRow *row)
{
  return gtk_check_button_get_active (g_object_get_data (G_OBJECT (row), CHECK_KEY));
}

/* (transfer full): "" when all are chosen in the usual order: what comes later is shown too. */
static char *
read_choice (YsSlidesWindow *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean is_usual = TRUE;
  GtkListBoxRow *row;

  for (int i = 0; (row = row_at (self, i)) != NULL; i++)
    {
      is_usual = is_usual && is_chosen (row)
                 && g_str_equal (name_of (row), ys_chart_name ((YsChartKind)i));
      if (is_chosen (row))
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", name_of (row));
    }
  return g_strdup (is_usual ? "" : text->str);
}

static void
save (YsSlidesWindow *self)
{
  g_auto (YsWallWishes) wishes = { 0 };

  if (self->loading)
    return;
  wishes.choice = read_choice (self);
  wishes.seconds = gtk_check_button_get_active (self->by_itself)
                       ? (guint)gtk_spin_button_get_value_as_int (self->seconds)
                       : 0;
  wishes.dark = gtk_check_button_get_active (self->dark);
  wishes.at_once = !gtk_check_button_get_active (self->building);
  ys_wall_wishes_save (&wishes);
}

static void
move_row (YsSlidesWindow *self, GtkListBoxRow *row, int by)
{
  int to = gtk_list_box_row_get_index (row) + by;

  if (to < 0 || row_at (self, to) == NULL)
    return;
  g_object_ref (row);
  gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_list_box_insert (self->list, GTK_WIDGET (row), to);
  g_object_unref (row);
  save (self);
}

static GtkListBoxRow *
row_of (GtkWidget *widget)
{
  return GTK_LIST_BOX_ROW (gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW));
}

static void
on_up_cb (YsSlidesWindow *self, GtkWidget *button)
{
  move_row (self, row_of (button), -1);
}

static void
on_down_cb (YsSlidesWindow *self, GtkWidget *button)
{
  move_row (self, row_of (button), 1);
}

static GtkWidget *
make_button (YsSlidesWindow *self, const char *icon, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_row (YsSlidesWindow *self, YsChartKind kind, gboolean chosen)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *check = gtk_check_button_new_with_label (ys_chart_label (kind));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), chosen);
  gtk_widget_set_hexpand (check, TRUE);
  g_signal_connect_object (check, "toggled", G_CALLBACK (save), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box),
                  make_button (self, "go-up-symbolic", _ ("Earlier"), G_CALLBACK (on_up_cb)));
  gtk_box_append (GTK_BOX (box),
                  make_button (self, "go-down-symbolic", _ ("Later"), G_CALLBACK (on_down_cb)));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  g_object_set_data (G_OBJECT (row), KIND_KEY, (gpointer)ys_chart_name (kind));
  g_object_set_data (G_OBJECT (row), CHECK_KEY, check);
  gtk_list_box_append (self->list, row);
}

static void
add_rows (YsSlidesWindow *self, const char *choice)
{
  g_auto (GStrv) names = g_strsplit (choice, " ", -1);
  gboolean added[YS_N_CHARTS] = { FALSE };

  for (guint i = 0; names[i] != NULL; i++)
    {
      int kind = ys_chart_from_name (names[i]);

      if (kind < 0 || added[kind])
        continue;
      added[kind] = TRUE;
      add_row (self, (YsChartKind)kind, TRUE);
    }
  for (int kind = 0; kind < YS_N_CHARTS; kind++)
    if (!added[kind])
      add_row (self, (YsChartKind)kind, *choice == '\0');
}

static void
on_setting_changed_cb (YsSlidesWindow *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->seconds),
                            gtk_check_button_get_active (self->by_itself));
  save (self);
}

static void
load (YsSlidesWindow *self)
{
  g_auto (YsWallWishes) wishes = { 0 };

  ys_wall_wishes_load (&wishes);
  self->loading = TRUE;
  add_rows (self, wishes.choice);
  gtk_spin_button_set_range (self->seconds, 3, 3600);
  gtk_spin_button_set_increments (self->seconds, 1, 10);
  gtk_spin_button_set_value (self->seconds, wishes.seconds > 0 ? wishes.seconds : USUAL_SECONDS);
  gtk_check_button_set_active (self->by_itself, wishes.seconds > 0);
  gtk_check_button_set_active (self->dark, wishes.dark);
  gtk_check_button_set_active (self->building, !wishes.at_once);
  on_setting_changed_cb (self);
  self->loading = FALSE;
}

static void
on_show_clicked_cb (YsSlidesWindow *self)
{
  GtkWindow *main = gtk_window_get_transient_for (GTK_WINDOW (self));

  ys_wall_open (GTK_WIDGET (main != NULL ? main : GTK_WINDOW (self)), self->session, self->span,
                ys_slides_window_trial (self));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_save_clicked_cb (YsSlidesWindow *self)
{
  ys_wall_save (GTK_WIDGET (self), self->session, self->span, ys_slides_window_trial (self));
}

static void
ys_slides_window_dispose (GObject *object)
{
  YsSlidesWindow *self = YS_SLIDES_WINDOW (object);

  /* Widgets that go change once more. */
  self->loading = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_SLIDES_WINDOW);
  g_clear_object (&self->session);
  g_clear_pointer (&self->trial, ys_trial_free);

  G_OBJECT_CLASS (ys_slides_window_parent_class)->dispose (object);
}

static void
ys_slides_window_class_init (YsSlidesWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_slides_window_dispose;
  g_type_ensure (YS_TYPE_CHIP);
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/slides-window.ui"));
  gtk_widget_class_bind_template_child (widget_class, YsSlidesWindow, trial_note);
  gtk_widget_class_bind_template_child (widget_class, YsSlidesWindow, list);
  gtk_widget_class_bind_template_child (widget_class, YsSlidesWindow, seconds);
  gtk_widget_class_bind_template_child (widget_class, YsSlidesWindow, by_itself);
  gtk_widget_class_bind_template_child (widget_class, YsSlidesWindow, dark);
  gtk_widget_class_bind_template_child (widget_class, YsSlidesWindow, building);
  gtk_widget_class_bind_template_callback (widget_class, on_setting_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_show_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ys_slides_window_init (YsSlidesWindow *self)
{
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  load (self);
}

YsSlidesWindow *
ys_slides_window_present (GtkWidget *widget, YsSession *session, YsSpan span, YsTrial *trial)
{
  YsSlidesWindow *self;
  GtkRoot *root = widget != NULL ? gtk_widget_get_root (widget) : NULL;

  g_return_val_if_fail (YS_IS_SESSION (session), NULL);

  self = g_object_new (YS_TYPE_SLIDES_WINDOW, NULL);
  self->session = g_object_ref (session);
  self->span = span;
  self->trial = trial;
  gtk_widget_set_visible (self->trial_note, trial != NULL);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

YsTrial *
ys_slides_window_trial (YsSlidesWindow *self)
{
  g_return_val_if_fail (YS_IS_SLIDES_WINDOW (self), NULL);

  return self->trial != NULL ? ys_trial_copy (self->trial) : NULL;
}
