/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each key does. The pointer is hidden: nothing but the slide is on the wall. */
#include "config.h"

#include "wall-window.h"

#include <glib/gi18n-lib.h>

#include "look.h"
#include "resources.h"
#include "slide-view.h"

#define MOST_TYPED 999

struct _YsWallWindow
{
  GtkWindow parent_instance;

  YsWallShow *show;
  guint typed;

  YsSlideView *slide;
  GtkLabel *number;
};

G_DEFINE_FINAL_TYPE (YsWallWindow, ys_wall_window, GTK_TYPE_WINDOW)

typedef enum
{
  KEY_NONE,
  KEY_NEXT,
  KEY_PREVIOUS,
  KEY_FIRST,
  KEY_LAST,
  KEY_BLACK,
  KEY_LEAVE
} Key;

static Key
key_of (guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
    case GDK_KEY_Down:
    case GDK_KEY_space:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return KEY_NEXT;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
    case GDK_KEY_Up:
    case GDK_KEY_BackSpace:
      return KEY_PREVIOUS;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return KEY_FIRST;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return KEY_LAST;
    case GDK_KEY_b:
    case GDK_KEY_B:
    case GDK_KEY_period:
    case GDK_KEY_KP_Decimal:
      return KEY_BLACK;
    case GDK_KEY_Escape:
      return KEY_LEAVE;
    default:
      return KEY_NONE;
    }
}

/* -1: no digit */
static int
digit_of (guint keyval)
{
  if (keyval >= GDK_KEY_0 && keyval <= GDK_KEY_9)
    return (int)(keyval - GDK_KEY_0);
  if (keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_9)
    return (int)(keyval - GDK_KEY_KP_0);
  return -1;
}

static gboolean
is_enter (guint keyval)
{
  return keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;
}

static void
act (YsWallShow *show, Key key, gint64 now)
{
  switch (key)
    {
    case KEY_NEXT:
      ys_wall_show_next (show, now);
      break;
    case KEY_PREVIOUS:
      ys_wall_show_previous (show, now);
      break;
    case KEY_FIRST:
      ys_wall_show_jump (show, 0, now);
      break;
    case KEY_LAST:
      ys_wall_show_jump (show, G_MAXUINT, now);
      break;
    case KEY_BLACK:
      ys_wall_show_toggle_black (show);
      break;
    case KEY_LEAVE:
      ys_wall_show_end (show);
      break;
    case KEY_NONE:
      break;
    }
}

gboolean
ys_wall_show_key (YsWallShow *show, guint keyval, guint *typed, gint64 now)
{
  int digit = digit_of (keyval);
  Key key = key_of (keyval);
  guint number = *typed;

  g_return_val_if_fail (YS_IS_WALL_SHOW (show), FALSE);

  if (digit >= 0)
    {
      *typed = MIN (number * 10 + (guint)digit, MOST_TYPED);
      return TRUE;
    }
  if (key == KEY_NONE)
    return FALSE;
  *typed = 0;
  if (number > 0 && is_enter (keyval))
    ys_wall_show_jump (show, number - 1, now);
  else if (number > 0 && (key == KEY_LEAVE || keyval == GDK_KEY_BackSpace))
    return TRUE; /* only what was typed is gone */
  else
    act (show, key, now);
  return TRUE;
}

static void
show_typed (YsWallWindow *self)
{
  g_autofree char *text = g_strdup_printf ("%u", self->typed);

  gtk_label_set_label (self->number, self->typed > 0 ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->number), self->typed > 0);
}

static gboolean
on_key_cb (YsWallWindow *self, guint keyval, guint keycode, GdkModifierType state)
{
  g_autoptr (YsWallShow) show = g_object_ref (self->show);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  g_object_ref (self);
  if (keyval == GDK_KEY_F11)
    keyval = GDK_KEY_Escape;
  if (!ys_wall_show_key (show, keyval, &self->typed, g_get_monotonic_time ()))
    self->typed = 0;
  if (self->number != NULL)
    show_typed (self);
  g_object_unref (self);
  return TRUE;
}

static void
on_pressed_cb (YsWallWindow *self, int n_presses, double x, double y, GtkGestureClick *gesture)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (button == GDK_BUTTON_PRIMARY)
    ys_wall_show_next (self->show, g_get_monotonic_time ());
  else if (button == GDK_BUTTON_SECONDARY)
    ys_wall_show_previous (self->show, g_get_monotonic_time ());
}

static void
on_ended_cb (YsWallWindow *self)
{
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
ys_wall_window_close_request (GtkWindow *window)
{
  g_autoptr (YsWallShow) show = g_object_ref (YS_WALL_WINDOW (window)->show);

  ys_wall_show_end (show);
  return TRUE;
}

static void
ys_wall_window_dispose (GObject *object)
{
  YsWallWindow *self = YS_WALL_WINDOW (object);

  if (self->show != NULL)
    g_signal_handlers_disconnect_by_data (self->show, self);
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_WALL_WINDOW);
  g_clear_object (&self->show);

  G_OBJECT_CLASS (ys_wall_window_parent_class)->dispose (object);
}

static void
ys_wall_window_class_init (YsWallWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_wall_window_dispose;
  GTK_WINDOW_CLASS (class)->close_request = ys_wall_window_close_request;
  g_type_ensure (YS_TYPE_SLIDE_VIEW);
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/wall-window.ui"));
  gtk_widget_class_bind_template_child (widget_class, YsWallWindow, slide);
  gtk_widget_class_bind_template_child (widget_class, YsWallWindow, number);
  gtk_widget_class_bind_template_callback (widget_class, on_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_pressed_cb);
}

static void
ys_wall_window_init (YsWallWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
}

YsWallWindow *
ys_wall_window_new (YsWallShow *show)
{
  YsWallWindow *self;

  g_return_val_if_fail (YS_IS_WALL_SHOW (show), NULL);

  self = g_object_new (YS_TYPE_WALL_WINDOW, NULL);
  self->show = g_object_ref (show);
  ys_slide_view_set_show (self->slide, show, 0, TRUE);
  g_signal_connect_swapped (show, "ended", G_CALLBACK (on_ended_cb), self);
  return self;
}
