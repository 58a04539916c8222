/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Laid out once for each size; focus is on a thing (a compound, a clause), not on each of its
 * marks. */
#include "config.h"

#include "chart-view.h"

#include <glib/gi18n-lib.h>

#include "look.h"
#include "save-file.h"

#define LEAST_WIDTH 320
#define LEAST_HEIGHT 200
#define RING 2
/* Pixels of a copied picture to a pixel of the page. */
#define COPY_SCALE 2

struct _YsChartView
{
  GtkWidget parent_instance;

  YsSession *session;
  YsChartData *data;
  YsChartKind kind;
  guint page;
  gint64 compound_id;

  YsScene *scene;
  gint64 focused; /* id; 0 none */
  GtkWidget *menu;
};

G_DEFINE_FINAL_TYPE (YsChartView, ys_chart_view, GTK_TYPE_WIDGET)

enum
{
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
drop_scene (YsChartView *self)
{
  g_clear_pointer (&self->scene, ys_scene_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static YsScene *
make_scene (YsChartView *self, gboolean bare, double width, double height)
{
  return ys_chart_layout (self->data, self->kind, self->page, self->compound_id, bare, width,
                          height, NULL);
}

static YsScene *
scene_of (YsChartView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->scene == NULL && self->data != NULL && width > 0 && height > 0)
    self->scene = make_scene (self, TRUE, width, height);
  return self->scene;
}

const YsScene *
ys_chart_view_get_scene (YsChartView *self)
{
  g_return_val_if_fail (YS_IS_CHART_VIEW (self), NULL);

  return scene_of (self);
}

/* --- Marks ------------------------------------------------------------------------------- */

/* The first mark of the next (@by 1) or previous (−1) thing; NULL at an end. */
static const YsMark *
find_neighbour (YsChartView *self, int by)
{
  const YsScene *scene = scene_of (self);
  const YsMark *before = NULL;
  gboolean is_past = self->focused == 0;

  for (guint i = 0; scene != NULL && i < ys_scene_n_marks (scene); i++)
    {
      const YsMark *mark = ys_scene_mark (scene, i);

      if (mark->id == 0 || mark->until != 0 || (before != NULL && mark->id == before->id))
        continue;
      if (by < 0 && mark->id == self->focused)
        return before;
      if (by > 0 && is_past && mark->id != self->focused)
        return mark;
      is_past = is_past || mark->id == self->focused;
      before = mark;
    }
  return NULL;
}

/* The box around all marks of a thing. */
static gboolean
find_box (YsChartView *self, gint64 id, GdkRectangle *out_box)
{
  const YsScene *scene = scene_of (self);
  gboolean found = FALSE;

  for (guint i = 0; scene != NULL && id != 0 && i < ys_scene_n_marks (scene); i++)
    {
      const YsMark *mark = ys_scene_mark (scene, i);
      GdkRectangle box
          = { (int)mark->x, (int)mark->y, (int)mark->width + 1, (int)mark->height + 1 };

      if (mark->id != id)
        continue;
      if (found)
        gdk_rectangle_union (out_box, &box, out_box);
      else
        *out_box = box;
      found = TRUE;
    }
  return found;
}

static const char *
tip_of (const YsMark *mark)
{
  return mark->tip != NULL ? mark->tip : mark->whole;
}

static void
focus_mark (YsChartView *self, const YsMark *mark)
{
  const char *tip = mark != NULL ? tip_of (mark) : NULL;

  self->focused = mark != NULL ? mark->id : 0;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  tip != NULL ? tip : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
open_id (YsChartView *self, gint64 id)
{
  if (id != 0)
    g_signal_emit (self, signals[OPENED], 0, id);
}

void
ys_chart_view_move_focus (YsChartView *self, int by)
{
  const YsMark *mark;

  g_return_if_fail (YS_IS_CHART_VIEW (self));

  mark = find_neighbour (self, by);
  if (mark != NULL)
    focus_mark (self, mark);
}

gboolean
ys_chart_view_open_focused (YsChartView *self)
{
  g_return_val_if_fail (YS_IS_CHART_VIEW (self), FALSE);

  open_id (self, self->focused);
  return self->focused != 0;
}

static gboolean
on_key_cb (YsChartView *self, guint keyval, guint keycode, GdkModifierType state)
{
  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_Right:
      ys_chart_view_move_focus (self, 1);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_Left:
      ys_chart_view_move_focus (self, -1);
      return TRUE;
    case GDK_KEY_Home:
      self->focused = 0;
      ys_chart_view_move_focus (self, 1);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      return ys_chart_view_open_focused (self);
    default:
      return FALSE;
    }
}

static gboolean
on_query_tooltip_cb (YsChartView *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  const YsScene *scene = scene_of (self);
  const YsMark *mark = scene != NULL && !keyboard ? ys_scene_mark_at (scene, x, y) : NULL;
  const char *tip = mark != NULL ? tip_of (mark) : NULL;
  GdkRectangle box;

  if (tip == NULL)
    return FALSE;
  box = (GdkRectangle){ (int)mark->x, (int)mark->y, MAX ((int)mark->width, 1),
                        MAX ((int)mark->height, 1) };
  gtk_tooltip_set_text (tooltip, tip);
  gtk_tooltip_set_tip_area (tooltip, &box);
  return TRUE;
}

static void
on_motion_cb (YsChartView *self, double x, double y)
{
  const YsScene *scene = scene_of (self);
  const YsMark *mark = scene != NULL ? ys_scene_mark_at (scene, x, y) : NULL;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   mark != NULL && mark->id != 0 ? "pointer" : NULL);
}

/* --- Menu -------------------------------------------------------------------------------- */

static void
on_written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  YsSession *session = YS_SESSION (object);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ys_session_run_finish (session, result, &error);
  g_autofree char *text = NULL;

  if (path == NULL)
    {
      ys_session_report (session, error);
      return;
    }
  text = g_strdup_printf (_ ("Written to %s"), path);
  ys_session_notify (session, text, FALSE);
}

typedef struct
{
  YsChartData *data;
  YsChartKind kind;
  char *path;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  ys_chart_data_free (writing->data);
  g_free (writing->path);
  g_free (writing);
}

static gpointer
write_chart (YsLedger *ledger,
             YsProgressFunc progress,
             gpointer progress_data,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  const Writing *writing = data;

  return ys_chart_export (writing->data, writing->kind, writing->path, 0, 0, FALSE, error)
             ? g_strdup (writing->path)
             : NULL;
}

static void
on_path_cb (const char *path, gpointer user_data)
{
  YsChartView *self = user_data;
  Writing *writing;

  if (self->data == NULL)
    return;
  writing = g_new0 (Writing, 1);
  writing->data = ys_chart_data_ref (self->data);
  writing->kind = self->kind;
  writing->path = g_strdup (path);
  ys_session_run_async (self->session, _ ("Writing the chart"), write_chart, writing, writing_free,
                        g_free, on_written_cb, NULL);
}

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  YsChartView *self = YS_CHART_VIEW (widget);
  g_autofree char *name = NULL;

  if (self->data == NULL || self->session == NULL)
    return;
  name = g_strdup_printf ("%s.%s", ys_chart_label (self->kind),
                          g_variant_get_string (parameter, NULL));
  ys_save_file (widget, _ ("Save the chart"), name, on_path_cb, self);
}

/* (transfer full): as on the wall, with its title and footer. */
static GdkTexture *
make_picture (YsChartView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)) * COPY_SCALE;
  int height = gtk_widget_get_height (GTK_WIDGET (self)) * COPY_SCALE;
  g_autoptr (YsScene) scene = make_scene (self, FALSE, width, height);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  gsize stride = (gsize)cairo_image_surface_get_stride (surface);
  GdkTexture *texture;

  ys_scene_draw (scene, cr, FALSE);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), stride * (gsize)height);
  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
  cairo_surface_destroy (surface);
  return texture;
}

static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  YsChartView *self = YS_CHART_VIEW (widget);
  g_autoptr (GdkTexture) texture = NULL;

  if (scene_of (self) == NULL)
    return;
  texture = make_picture (self);
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
  if (self->session != NULL)
    ys_session_notify (self->session, _ ("Copied as a picture"), FALSE);
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("Save as PNG…"), "chart.save::png");
  g_menu_append (menu, _ ("Save as SVG…"), "chart.save::svg");
  g_menu_append (menu, _ ("Save as PDF…"), "chart.save::pdf");
  g_menu_append (menu, _ ("Copy as a picture"), "chart.copy");
  return G_MENU_MODEL (menu);
}

static void
show_menu (YsChartView *self, double x, double y)
{
  if (self->menu == NULL)
    {
      g_autoptr (GMenuModel) model = make_menu ();

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

  find_box (YS_CHART_VIEW (widget), YS_CHART_VIEW (widget)->focused, &box);
  show_menu (YS_CHART_VIEW (widget), box.x, box.y);
}

static void
on_pressed_cb (YsChartView *self, int n_presses, double x, double y, GtkGestureClick *gesture)
{
  const YsScene *scene = scene_of (self);
  const YsMark *mark = scene != NULL ? ys_scene_mark_at (scene, x, y) : NULL;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (gdk_event_triggers_context_menu (
          gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture))))
    show_menu (self, x, y);
  else if (gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture))
               == GDK_BUTTON_PRIMARY
           && mark != NULL && mark->id != 0)
    {
      focus_mark (self, mark);
      open_id (self, mark->id);
    }
}

/* --- Widget ------------------------------------------------------------------------------ */

static void
draw_ring (YsChartView *self, cairo_t *cr)
{
  GdkRectangle box;
  GdkRGBA colour;

  if (!gtk_widget_has_visible_focus (GTK_WIDGET (self)) || !find_box (self, self->focused, &box))
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
  const YsScene *scene = scene_of (self);
  const graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (widget),
                                                  (float)gtk_widget_get_height (widget));
  cairo_t *cr;

  if (scene == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &all);
  ys_scene_draw (scene, cr, ys_look_is_dark ());
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
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT;
  *natural = *minimum * 2;
}

static void
ys_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  YsChartView *self = YS_CHART_VIEW (widget);

  if (self->scene != NULL
      && (width != (int)ys_scene_width (self->scene)
          || height != (int)ys_scene_height (self->scene)))
    g_clear_pointer (&self->scene, ys_scene_free);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
ys_chart_view_dispose (GObject *object)
{
  YsChartView *self = YS_CHART_VIEW (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->scene, ys_scene_free);
  g_clear_pointer (&self->data, ys_chart_data_free);
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
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_install_action (widget_class, "chart.save", "s", save_cb);
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy_cb);
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

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_cb), self);
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
  g_return_if_fail (YS_IS_CHART_VIEW (self));

  if (data != NULL)
    ys_chart_data_ref (data);
  ys_chart_data_free (self->data);
  self->data = data;
  self->kind = kind;
  self->page = page;
  self->compound_id = compound_id;
  self->focused = 0;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ys_chart_label (kind), -1);
  drop_scene (self);
}
