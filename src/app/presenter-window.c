/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Follows the show; the keys of the remote work here too. */
#include "config.h"

#include "presenter-window.h"

#include <glib/gi18n-lib.h>

#include "look.h"
#include "resources.h"
#include "slide-view.h"
#include "wall-window.h"
#include "widget-help.h"

struct _YsPresenterWindow
{
  GtkWindow parent_instance;

  YsWallShow *show;
  guint typed;
  guint timer;
  gint64 began; /* monotonic */
  gboolean listing;

  GtkListBox *list;
  YsSlideView *slide;
  YsSlideView *next;
  GtkLabel *place;
  GtkLabel *clock;
  GtkLabel *elapsed;
  GtkLabel *title;
  GtkLabel *next_title;
  GtkLabel *notes;
  GtkToggleButton *black;
};

G_DEFINE_FINAL_TYPE (YsPresenterWindow, ys_presenter_window, GTK_TYPE_WINDOW)

static void
show_time (YsPresenterWindow *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *clock = g_date_time_format (now, "%H:%M");
  gint64 seconds = (g_get_monotonic_time () - self->began) / G_TIME_SPAN_SECOND;
  /* Translators: how long the presentation has lasted: minutes, seconds. */
  g_autofree char *elapsed
      = g_strdup_printf (_ ("%d:%02d so far"), (int)(seconds / 60), (int)(seconds % 60));

  gtk_label_set_label (self->clock, clock);
  gtk_label_set_label (self->elapsed, elapsed);
}

static gboolean
on_second_cb (gpointer user_data)
{
  show_time (user_data);
  return G_SOURCE_CONTINUE;
}

static void
select_row (YsPresenterWindow *self)
{
  GtkListBoxRow *row
      = gtk_list_box_get_row_at_index (self->list, (int)ys_wall_show_index (self->show));

  self->listing = TRUE;
  gtk_list_box_select_row (self->list, row);
  self->listing = FALSE;
}

static void
on_changed_cb (YsPresenterWindow *self)
{
  guint index = ys_wall_show_index (self->show);
  guint n = ys_wall_show_n_slides (self->show);
  g_autofree char *place = g_strdup_printf ("%u / %u", index + 1, n);
  const YsSlide *slide = index < n ? ys_wall_show_slide (self->show, index) : NULL;

  gtk_label_set_label (self->place, place);
  gtk_label_set_label (self->title, slide != NULL ? slide->title : "");
  gtk_label_set_label (self->notes, slide != NULL ? slide->notes : "");
  gtk_label_set_label (self->next_title, index + 1 < n
                                             ? ys_wall_show_slide (self->show, index + 1)->title
                                             : _ ("The end"));
  gtk_toggle_button_set_active (self->black, ys_wall_show_is_black (self->show));
  select_row (self);
}

static GtkWidget *
make_row (const YsSlide *slide, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u  %s", number, slide->title);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, slide->title);
  return label;
}

static void
on_slides_cb (YsPresenterWindow *self)
{
  self->listing = TRUE;
  ys_list_box_clear (self->list);
  for (guint i = 0; i < ys_wall_show_n_slides (self->show); i++)
    gtk_list_box_append (self->list, make_row (ys_wall_show_slide (self->show, i), i + 1));
  self->listing = FALSE;
  on_changed_cb (self);
}

static void
on_row_selected_cb (YsPresenterWindow *self, GtkListBoxRow *row)
{
  if (row != NULL && !self->listing
      && (guint)gtk_list_box_row_get_index (row) != ys_wall_show_index (self->show))
    ys_wall_show_jump (self->show, (guint)gtk_list_box_row_get_index (row),
                       g_get_monotonic_time ());
}

/* Tab and the arrows of the list stay the window's. */
static gboolean
is_for_list (YsPresenterWindow *self, guint keyval)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL)
    return FALSE;
  if (GTK_IS_LIST_BOX_ROW (focus))
    return keyval == GDK_KEY_Up || keyval == GDK_KEY_Down;
  return GTK_IS_BUTTON (focus)
         && (keyval == GDK_KEY_space || keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter);
}

static gboolean
on_key_cb (YsPresenterWindow *self, guint keyval, guint keycode, GdkModifierType state)
{
  g_autoptr (YsWallShow) show = g_object_ref (self->show);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || is_for_list (self, keyval))
    return FALSE;
  return ys_wall_show_key (show, keyval, &self->typed, g_get_monotonic_time ());
}

static void
on_next_clicked_cb (YsPresenterWindow *self)
{
  ys_wall_show_next (self->show, g_get_monotonic_time ());
}

static void
on_previous_clicked_cb (YsPresenterWindow *self)
{
  ys_wall_show_previous (self->show, g_get_monotonic_time ());
}

static void
on_black_toggled_cb (YsPresenterWindow *self)
{
  if (gtk_toggle_button_get_active (self->black) != ys_wall_show_is_black (self->show))
    ys_wall_show_toggle_black (self->show);
}

static void
on_leave_clicked_cb (YsPresenterWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_ended_cb (YsPresenterWindow *self)
{
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
ys_presenter_window_close_request (GtkWindow *window)
{
  g_autoptr (YsWallShow) show = g_object_ref (YS_PRESENTER_WINDOW (window)->show);

  ys_wall_show_end (show);
  return TRUE;
}

static void
ys_presenter_window_dispose (GObject *object)
{
  YsPresenterWindow *self = YS_PRESENTER_WINDOW (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->show != NULL)
    g_signal_handlers_disconnect_by_data (self->show, self);
  /* Rows that go are unselected and selected. */
  self->listing = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_PRESENTER_WINDOW);
  g_clear_object (&self->show);

  G_OBJECT_CLASS (ys_presenter_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, YsPresenterWindow, list);
  gtk_widget_class_bind_template_child (class, YsPresenterWindow, slide);
  gtk_widget_class_bind_template_child (class, YsPresenterWindow, next);
  gtk_widget_class_bind_template_child (class, YsPresenterWindow, place);
  gtk_widget_class_bind_template_child (class, YsPresenterWindow, clock);
  gtk_widget_class_bind_template_child (class, YsPresenterWindow, elapsed);
  gtk_widget_class_bind_template_child (class, YsPresenterWindow, title);
  gtk_widget_class_bind_template_child (class, YsPresenterWindow, next_title);
  gtk_widget_class_bind_template_child (class, YsPresenterWindow, notes);
  gtk_widget_class_bind_template_child (class, YsPresenterWindow, black);
  gtk_widget_class_bind_template_callback (class, on_row_selected_cb);
  gtk_widget_class_bind_template_callback (class, on_key_cb);
  gtk_widget_class_bind_template_callback (class, on_next_clicked_cb);
  gtk_widget_class_bind_template_callback (class, on_previous_clicked_cb);
  gtk_widget_class_bind_template_callback (class, on_black_toggled_cb);
  gtk_widget_class_bind_template_callback (class, on_leave_clicked_cb);
}

static void
ys_presenter_window_class_init (YsPresenterWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_presenter_window_dispose;
  GTK_WINDOW_CLASS (class)->close_request = ys_presenter_window_close_request;
  g_type_ensure (YS_TYPE_SLIDE_VIEW);
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/presenter-window.ui"));
  bind_children (widget_class);
}

static void
ys_presenter_window_init (YsPresenterWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->began = g_get_monotonic_time ();
  self->timer = g_timeout_add_seconds (1, on_second_cb, self);
  show_time (self);
}

YsPresenterWindow *
ys_presenter_window_new (YsWallShow *show)
{
  YsPresenterWindow *self;

  g_return_val_if_fail (YS_IS_WALL_SHOW (show), NULL);

  self = g_object_new (YS_TYPE_PRESENTER_WINDOW, NULL);
  self->show = g_object_ref (show);
  ys_slide_view_set_show (self->slide, show, 0, FALSE);
  ys_slide_view_set_show (self->next, show, 1, FALSE);
  g_signal_connect_swapped (show, "changed", G_CALLBACK (on_changed_cb), self);
  g_signal_connect_swapped (show, "slides", G_CALLBACK (on_slides_cb), self);
  g_signal_connect_swapped (show, "ended", G_CALLBACK (on_ended_cb), self);
  on_slides_cb (self);
  return self;
}
