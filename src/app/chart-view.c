/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Laid out once for each size; focus is on a thing (a compound, a clause), not on each of its
 * marks. */
#include "config.h"

#include "chart-view-private.h"

#include <glib/gi18n-lib.h>

#include "look.h"

#define LEAST_WIDTH 320
#define LEAST_HEIGHT 200
#define LEAST_MADE_WIDTH 240
#define RING 2

G_DEFINE_FINAL_TYPE (YsChartView, ys_chart_view, GTK_TYPE_WIDGET)

enum
{
  OPENED,
  RESIZED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A page's words are 14 px, a bare chart's 16. */
double
ys_chart_view_scale (void)
{
  return 14.0 / 16.0 * ys_look_get_scale ();
}

static void
drop_scene (YsChartView *self)
{
  g_clear_pointer (&self->scene, ys_scene_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drop_maker (YsChartView *self)
{
  if (self->made_of != NULL && self->made_of_free != NULL)
    self->made_of_free (self->made_of);
  self->made_of = NULL;
  self->maker = NULL;
  g_clear_pointer (&self->made_title, g_free);
}

static YsScene *
make_scene (YsChartView *self, gboolean bare, double width, double height)
{
  if (self->maker != NULL)
    return self->maker (self->made_of, width, height);
  return ys_chart_layout (self->data, self->kind, self->page, self->compound_id, bare, width,
                          height, NULL);
}

static gboolean
on_describe_cb (gpointer user_data)
{
  YsChartView *self = user_data;
  g_autofree char *text = ys_chart_view_describe (self);

  self->describing = 0;
  if (self->is_resized)
    {
      self->is_resized = FALSE;
      g_signal_emit (self, signals[RESIZED], 0);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
  return G_SOURCE_REMOVE;
}

/* Not while a frame is made. */
static void
describe_later (YsChartView *self)
{
  if (self->describing == 0)
    self->describing = g_idle_add (on_describe_cb, self);
}

YsScene *
ys_chart_view_scene (YsChartView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->scene == NULL && (self->data != NULL || self->maker != NULL) && width > 0 && height > 0)
    {
      self->scene = make_scene (self, TRUE, width / ys_chart_view_scale (),
                                height / ys_chart_view_scale ());
      describe_later (self);
    }
  return self->scene;
}

guint
ys_chart_view_n_pages (YsChartView *self, const YsChartData *data, YsChartKind kind)
{
  double width = MAX (gtk_widget_get_width (GTK_WIDGET (self)), LEAST_WIDTH);
  double height = MAX (gtk_widget_get_height (GTK_WIDGET (self)), LEAST_HEIGHT);

  g_return_val_if_fail (YS_IS_CHART_VIEW (self) && data != NULL, 1);

  return ys_chart_n_bare_pages (data, kind, width / ys_chart_view_scale (),
                                height / ys_chart_view_scale ());
}

const YsScene *
ys_chart_view_get_scene (YsChartView *self)
{
  g_return_val_if_fail (YS_IS_CHART_VIEW (self), NULL);

  return ys_chart_view_scene (self);
}

void
ys_chart_view_open (YsChartView *self, const YsThing *thing)
{
  gint64 compound = self->kind == YS_CHART_WATERFALL ? self->compound_id : thing->id;

  if (!ys_thing_is_nothing (thing))
    g_signal_emit (self, signals[OPENED], 0, compound, thing->clause_id);
}

static gboolean
on_query_tooltip_cb (YsChartView *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  const YsMark *mark = keyboard ? NULL : ys_chart_view_mark_at (self, x, y);
  const char *tip = mark != NULL ? ys_mark_tip (mark) : NULL;
  GdkRectangle box;

  if (tip == NULL)
    return FALSE;
  box = ys_chart_view_box (mark);
  gtk_tooltip_set_text (tooltip, tip);
  gtk_tooltip_set_tip_area (tooltip, &box);
  return TRUE;
}

static void
on_motion_cb (YsChartView *self, double x, double y)
{
  const YsMark *mark = ys_chart_view_mark_at (self, x, y);

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), mark != NULL && ys_chart_view_is_thing (mark)
                                                          ? "pointer"
                                                          : NULL);
}

/* --- Menu -------------------------------------------------------------------------------- */

GMenuModel *
ys_chart_view_make_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("Save as PNG…"), "chart.save::png");
  g_menu_append (menu, _ ("Save as SVG…"), "chart.save::svg");
  g_menu_append (menu, _ ("Save as PDF…"), "chart.save::pdf");
  g_menu_append (menu, _ ("Copy as a picture"), "chart.copy");
  g_menu_append (menu, _ ("Projection"), "win.wall");
  return G_MENU_MODEL (menu);
}

static void
show_menu (YsChartView *self, double x, double y)
{
  if (self->maker != NULL)
    return;
  if (self->menu == NULL)
    {
      g_autoptr (GMenuModel) model = ys_chart_view_make_menu ();

      self->menu = gtk_popover_menu_new_from_model (model);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int)x, (int)y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GdkRectangle box = { 8, 8, 1, 1 };

  ys_chart_view_find_box (YS_CHART_VIEW (widget), &YS_CHART_VIEW (widget)->focused, &box);
  show_menu (YS_CHART_VIEW (widget), box.x, box.y);
}

static void
on_pressed_cb (YsChartView *self, int n_presses, double x, double y, GtkGestureClick *gesture)
{
  const YsMark *mark = ys_chart_view_mark_at (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (gdk_event_triggers_context_menu (
          gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture))))
    show_menu (self, x, y);
  else if (gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture))
               == GDK_BUTTON_PRIMARY
           && mark != NULL && ys_chart_view_is_thing (mark))
    {
      ys_chart_view_focus (self, mark);
      ys_chart_view_open (self, &self->focused);
    }
}

/* --- Widget ------------------------------------------------------------------------------ */

static void
draw_ring (YsChartView *self, cairo_t *cr)
{
  GdkRectangle box;
  GdkRGBA colour;

  if (!gtk_widget_has_visible_focus (GTK_WIDGET (self))
      || !ys_chart_view_find_box (self, &self->focused, &box))
    return;
  ys_look_color (GTK_WIDGET (self), "ys_accent", &colour);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_width (cr, RING);
  cairo_rectangle (cr, box.x - RING, box.y - RING, box.width + 2 * RING, box.height + 2 * RING);
  cairo_stroke (cr);
}

static void
ys_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  YsChartView *self = YS_CHART_VIEW (widget);
  const YsScene *scene = ys_chart_view_scene (self);
  const graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (widget),
                                                  (float)gtk_widget_get_height (widget));
  cairo_t *cr;

  if (scene == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &all);
  cairo_save (cr);
  cairo_scale (cr, ys_chart_view_scale (), ys_chart_view_scale ());
  ys_scene_draw (scene, cr, ys_look_is_dark ());
  cairo_restore (cr);
  draw_ring (self, cr);
  cairo_destroy (cr);
  if (self->menu != NULL)
    GTK_WIDGET_CLASS (ys_chart_view_parent_class)->snapshot (widget, snapshot);
}

static void
ys_chart_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  YsChartView *self = YS_CHART_VIEW (widget);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT;
  *natural = *minimum * 2;
  if (self->maker != NULL)
    *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL
                              ? LEAST_MADE_WIDTH
                              : (int)(self->made_height * ys_chart_view_scale () + 0.999);
}

static void
ys_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  YsChartView *self = YS_CHART_VIEW (widget);

  if (width != self->width || height != self->height)
    {
      g_clear_pointer (&self->scene, ys_scene_free);
      self->width = width;
      self->height = height;
      self->is_resized = TRUE;
      describe_later (self);
    }
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
ys_chart_view_dispose (GObject *object)
{
  YsChartView *self = YS_CHART_VIEW (object);

  g_clear_handle_id (&self->describing, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->scene, ys_scene_free);
  g_clear_pointer (&self->data, ys_chart_data_free);
  drop_maker (self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ys_chart_view_parent_class)->dispose (object);
}

static void
ys_chart_view_class_init (YsChartViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_chart_view_dispose;
  widget_class->snapshot = ys_chart_view_snapshot;
  widget_class->measure = ys_chart_view_measure;
  widget_class->size_allocate = ys_chart_view_size_allocate;
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);
  signals[RESIZED] = g_signal_new ("resized", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "chart");
  ys_chart_view_install_files (widget_class);
  gtk_widget_class_install_action (widget_class, "chart.menu", NULL, menu_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "chart.copy",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "chart.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "chart.menu",
                                       NULL);
}

static void
add_controllers (YsChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (ys_chart_view_key), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed_cb), self);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
}

static void
ys_chart_view_init (YsChartView *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_query_tooltip_cb), NULL);
  g_signal_connect (self, "state-flags-changed", G_CALLBACK (gtk_widget_queue_draw), NULL);
  add_controllers (self);
}

void
ys_chart_view_set_session (YsChartView *self, YsSession *session)
{
  g_return_if_fail (YS_IS_CHART_VIEW (self));

  g_set_object (&self->session, session);
}

void
ys_chart_view_set (
    YsChartView *self, YsChartData *data, YsChartKind kind, guint page, gint64 compound_id)
{
  gboolean is_other;

  g_return_if_fail (YS_IS_CHART_VIEW (self));

  is_other = self->kind != kind || self->page != page || self->compound_id != compound_id;
  if (data != NULL)
    ys_chart_data_ref (data);
  ys_chart_data_free (self->data);
  self->data = data;
  self->kind = kind;
  self->page = page;
  self->compound_id = compound_id;
  if (is_other)
    self->focused = (YsThing){ 0, 0 };
  ys_chart_view_tell_reader (self, NULL);
  drop_scene (self);
}

void
ys_chart_view_set_maker (YsChartView *self,
                         const char *title,
                         YsSceneMaker maker,
                         gpointer data,
                         GDestroyNotify destroy,
                         double height)
{
  g_return_if_fail (YS_IS_CHART_VIEW (self));
  g_return_if_fail (title != NULL && maker != NULL);

  drop_maker (self);
  self->maker = maker;
  self->made_of = data;
  self->made_of_free = destroy;
  self->made_title = g_strdup (title);
  self->made_height = height;
  self->focused = (YsThing){ 0, 0 };
  ys_chart_view_tell_reader (self, NULL);
  drop_scene (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
