/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws whole frames while rows come, and nothing in between. */
#include "config.h"

#include "slide-view.h"

#include <glib/gi18n-lib.h>

#include "look.h"

struct _YsSlideView
{
  GtkWidget parent_instance;

  YsWallShow *show;
  guint ahead;
  gboolean is_wall;
  guint tick;
  guint ahead_idle;
};

G_DEFINE_FINAL_TYPE (YsSlideView, ys_slide_view, GTK_TYPE_WIDGET)

static gint64
now_of (YsSlideView *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  return clock != NULL ? MAX (gdk_frame_clock_get_frame_time (clock), 1) : g_get_monotonic_time ();
}

static gboolean
on_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  YsSlideView *self = YS_SLIDE_VIEW (widget);

  gtk_widget_queue_draw (widget);
  if (self->show != NULL && ys_wall_show_moves (self->show, gdk_frame_clock_get_frame_time (clock)))
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
describe (YsSlideView *self)
{
  guint index = ys_wall_show_index (self->show) + self->ahead;
  const char *title = index < ys_wall_show_n_slides (self->show)
                          ? ys_wall_show_slide (self->show, index)->title
                          : _ ("The end");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ys_wall_show_is_black (self->show) && self->ahead == 0
                                      ? _ ("Black")
                                      : title,
                                  -1);
}

/* The next slide is laid out while this one is talked about: the key that brings it waits for
 * nothing. */
static gboolean
on_idle_cb (gpointer user_data)
{
  YsSlideView *self = user_data;

  self->ahead_idle = 0;
  ys_wall_show_scene (self->show, ys_wall_show_index (self->show) + 1);
  return G_SOURCE_REMOVE;
}

static void
on_changed_cb (YsSlideView *self)
{
  describe (self);
  if (self->is_wall && self->ahead_idle == 0)
    self->ahead_idle = g_idle_add_full (G_PRIORITY_LOW, on_idle_cb, self, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->ahead == 0 && self->tick == 0 && ys_wall_show_moves (self->show, now_of (self)))
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick_cb, NULL, NULL);
}

/* Beside the wall a slide has an edge of its own. */
static void
draw_edge (YsSlideView *self, cairo_t *cr, const YsScene *scene, double scale)
{
  GdkRGBA colour;

  ys_look_color (GTK_WIDGET (self), "ys_line_strong", &colour);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_width (cr, 1 / scale);
  cairo_rectangle (cr, 0.5 / scale, 0.5 / scale, ys_scene_width (scene) - 1 / scale,
                   ys_scene_height (scene) - 1 / scale);
  cairo_stroke (cr);
}

static void
draw_scene (YsSlideView *self, cairo_t *cr, const YsScene *scene)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double scale = MIN (width / ys_scene_width (scene), height / ys_scene_height (scene));
  double progress = 1;
  int step = G_MAXINT;

  if (self->ahead == 0)
    ys_wall_show_place (self->show, now_of (self), &step, &progress);
  if (self->is_wall)
    cairo_translate (cr, (width - scale * ys_scene_width (scene)) / 2,
                     (height - scale * ys_scene_height (scene)) / 2);
  cairo_scale (cr, scale, scale);
  ys_scene_draw_step (scene, cr, ys_wall_show_is_dark (self->show), step, progress);
  if (!self->is_wall)
    draw_edge (self, cr, scene, scale);
}

static void
ys_slide_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  YsSlideView *self = YS_SLIDE_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  const graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height);
  const YsScene *scene = NULL;
  cairo_t *cr;

  if (self->show != NULL && !(self->ahead == 0 && ys_wall_show_is_black (self->show)))
    scene = ys_wall_show_scene (self->show, ys_wall_show_index (self->show) + self->ahead);
  if (scene == NULL || width == 0 || height == 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &all);
  draw_scene (self, cr, scene);
  cairo_destroy (cr);
}

static void
ys_slide_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 320 : 180;
}

static void
ys_slide_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  YsSlideView *self = YS_SLIDE_VIEW (widget);

  if (self->is_wall && self->show != NULL)
    ys_wall_show_set_size (self->show, width, height);
}

static void
ys_slide_view_dispose (GObject *object)
{
  ys_slide_view_set_show (YS_SLIDE_VIEW (object), NULL, 0, FALSE);

  G_OBJECT_CLASS (ys_slide_view_parent_class)->dispose (object);
}

static void
ys_slide_view_class_init (YsSlideViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_slide_view_dispose;
  widget_class->snapshot = ys_slide_view_snapshot;
  widget_class->measure = ys_slide_view_measure;
  widget_class->size_allocate = ys_slide_view_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "slide");
}

static void
ys_slide_view_init (YsSlideView *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

void
ys_slide_view_set_show (YsSlideView *self, YsWallShow *show, guint ahead, gboolean is_wall)
{
  g_return_if_fail (YS_IS_SLIDE_VIEW (self));
  g_return_if_fail (show == NULL || YS_IS_WALL_SHOW (show));

  if (self->show != NULL)
    g_signal_handlers_disconnect_by_data (self->show, self);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  g_clear_handle_id (&self->ahead_idle, g_source_remove);
  g_set_object (&self->show, show);
  self->ahead = ahead;
  self->is_wall = is_wall;
  if (show == NULL)
    return;
  g_signal_connect_swapped (show, "changed", G_CALLBACK (on_changed_cb), self);
  on_changed_cb (self);
}
