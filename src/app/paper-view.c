/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Geometry: pages stand under each other, centred, GAP pixels apart; one point is zoom × 4/3
 * hundredths of a pixel. */
#include "config.h"

#include "paper-view.h"

#include <math.h>

#define GAP 12.0
#define SIDE 16.0
#define MIN_ZOOM 25
#define MAX_ZOOM 300

struct _YsPaperView
{
  GtkWidget parent_instance;

  const YsPages *pages; /* borrowed, (nullable) */
  guint zoom;           /* percent */
  GtkAdjustment *adjustment;
  gboolean has_ring;
  guint ring_page;
  double ring[4]; /* x, y, width, height in points */
};

enum
{
  CELL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsPaperView, ys_paper_view, GTK_TYPE_WIDGET)

static double
view_scale (YsPaperView *view)
{
  return view->zoom / 100.0 * 96.0 / 72.0;
}

static guint
n_pages (YsPaperView *view)
{
  return view->pages != NULL ? ys_pages_count (view->pages) : 0;
}

/* Pixels; the top left corner of a page in the widget. */
static void
page_rectangle (YsPaperView *view, guint page, graphene_rect_t *out_rectangle)
{
  double scale = view_scale (view);
  double y = GAP;
  double width = 0;
  double height = 0;
  double x;

  for (guint i = 0; i <= page; i++)
    {
      if (i > 0)
        y += ceil (height * scale) + GAP;
      ys_pages_size (view->pages, i, &width, &height);
    }
  x = floor ((gtk_widget_get_width (GTK_WIDGET (view)) - width * scale) / 2);
  graphene_rect_init (out_rectangle, (float)MAX (x, SIDE), (float)y, (float)ceil (width * scale),
                      (float)ceil (height * scale));
}

static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  YsPaperView *view = YS_PAPER_VIEW (widget);
  double scale = view_scale (view);
  double size = orientation == GTK_ORIENTATION_VERTICAL ? GAP : 0;

  for (guint i = 0; i < n_pages (view); i++)
    {
      double width;
      double height;

      ys_pages_size (view->pages, i, &width, &height);
      if (orientation == GTK_ORIENTATION_VERTICAL)
        size += ceil (height * scale) + GAP;
      else
        size = MAX (size, ceil (width * scale) + 2 * SIDE);
    }
  *minimum = *natural = (int)size;
}

static void
draw_page (YsPaperView *view, GtkSnapshot *snapshot, guint page, const graphene_rect_t *rectangle)
{
  const GdkRGBA white = { 1, 1, 1, 1 };
  const GdkRGBA shadow = { 0, 0, 0, 0.18f };
  GskRoundedRect outline;
  cairo_t *cr;

  gsk_rounded_rect_init_from_rect (&outline, rectangle, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shadow, 0, 1, 0, 3);
  gtk_snapshot_append_color (snapshot, &white, rectangle);

  cr = gtk_snapshot_append_cairo (snapshot, rectangle);
  cairo_translate (cr, rectangle->origin.x, rectangle->origin.y);
  cairo_scale (cr, view_scale (view), view_scale (view));
  ys_pages_draw (view->pages, page, cr, TRUE);
  if (view->has_ring && view->ring_page == page)
    {
      cairo_set_source_rgb (cr, 0x1f / 255.0, 0x5f / 255.0, 0xa8 / 255.0);
      cairo_set_line_width (cr, 2);
      cairo_rectangle (cr, view->ring[0], view->ring[1], view->ring[2], view->ring[3]);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snap)
{
  YsPaperView *view = YS_PAPER_VIEW (widget);
  double top = 0;
  double bottom = gtk_widget_get_height (widget);

  if (view->adjustment != NULL)
    {
      top = gtk_adjustment_get_value (view->adjustment);
      bottom = top + gtk_adjustment_get_page_size (view->adjustment);
    }
  for (guint i = 0; i < n_pages (view); i++)
    {
      graphene_rect_t rectangle;

      page_rectangle (view, i, &rectangle);
      if (rectangle.origin.y > bottom)
        break;
      if (rectangle.origin.y + rectangle.size.height >= top)
        draw_page (view, snap, i, &rectangle);
    }
}

static void
on_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, YsPaperView *view)
{
  graphene_point_t point = GRAPHENE_POINT_INIT ((float)x, (float)y);

  for (guint i = 0; i < n_pages (view); i++)
    {
      graphene_rect_t rectangle;
      guint sheet;
      guint row;
      guint column;

      page_rectangle (view, i, &rectangle);
      if (!graphene_rect_contains_point (&rectangle, &point))
        continue;
      if (ys_pages_cell_at (view->pages, i, (x - rectangle.origin.x) / view_scale (view),
                            (y - rectangle.origin.y) / view_scale (view), &sheet, &row, &column))
        g_signal_emit (view, signals[CELL_ACTIVATED], 0, sheet, row, column);
      return;
    }
}

/* The viewport scrolls us without a new snapshot: pages that come into sight must be drawn. */
static void
root (GtkWidget *widget)
{
  YsPaperView *view = YS_PAPER_VIEW (widget);
  GtkWidget *parent = gtk_widget_get_parent (widget);

  GTK_WIDGET_CLASS (ys_paper_view_parent_class)->root (widget);
  if (!GTK_IS_SCROLLABLE (parent))
    return;
  g_set_object (&view->adjustment, gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (parent)));
  g_signal_connect_object (view->adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw),
                           view, G_CONNECT_SWAPPED);
  g_signal_connect_object (view->adjustment, "changed", G_CALLBACK (gtk_widget_queue_draw), view,
                           G_CONNECT_SWAPPED);
}

static void
ys_paper_view_dispose (GObject *object)
{
  YsPaperView *view = YS_PAPER_VIEW (object);

  view->pages = NULL;
  if (view->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (view->adjustment, view);
  g_clear_object (&view->adjustment);

  G_OBJECT_CLASS (ys_paper_view_parent_class)->dispose (object);
}

static void
ys_paper_view_class_init (YsPaperViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ys_paper_view_dispose;
  widget_class->measure = measure;
  widget_class->snapshot = snapshot;
  widget_class->root = root;

  signals[CELL_ACTIVATED]
      = g_signal_new ("cell-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT);

  gtk_widget_class_set_css_name (widget_class, "paper");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ys_paper_view_init (YsPaperView *view)
{
  GtkGesture *click = gtk_gesture_click_new ();

  view->zoom = 100;
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed_cb), view);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));
}

void
ys_paper_view_set_pages (YsPaperView *view, const YsPages *pages)
{
  g_return_if_fail (YS_IS_PAPER_VIEW (view));

  view->pages = pages;
  view->has_ring = FALSE;
  gtk_widget_queue_resize (GTK_WIDGET (view));
}

void
ys_paper_view_set_zoom (YsPaperView *view, guint percent)
{
  g_return_if_fail (YS_IS_PAPER_VIEW (view));

  percent = CLAMP (percent, MIN_ZOOM, MAX_ZOOM);
  if (view->zoom == percent)
    return;
  view->zoom = percent;
  gtk_widget_queue_resize (GTK_WIDGET (view));
}

guint
ys_paper_view_get_zoom (YsPaperView *view)
{
  g_return_val_if_fail (YS_IS_PAPER_VIEW (view), 100);

  return view->zoom;
}

guint
ys_paper_view_fit_zoom (YsPaperView *view, int width)
{
  double page_width = 0;
  double page_height;

  g_return_val_if_fail (YS_IS_PAPER_VIEW (view), 100);

  if (n_pages (view) == 0)
    return 100;
  ys_pages_size (view->pages, 0, &page_width, &page_height);
  return (guint)CLAMP ((width - 2 * SIDE) / (page_width * 96 / 72) * 100, MIN_ZOOM, MAX_ZOOM);
}

void
ys_paper_view_show_cell (YsPaperView *view, guint sheet, guint row, guint column)
{
  graphene_rect_t rectangle;
  double scale = view_scale (view);
  double y;

  g_return_if_fail (YS_IS_PAPER_VIEW (view));

  if (view->pages == NULL
      || !ys_pages_locate (view->pages, sheet, row, column, &view->ring_page, &view->ring[0],
                           &view->ring[1], &view->ring[2], &view->ring[3]))
    return;
  view->has_ring = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (view));
  if (view->adjustment == NULL)
    return;
  page_rectangle (view, view->ring_page, &rectangle);
  y = rectangle.origin.y + view->ring[1] * scale;
  gtk_adjustment_clamp_page (view->adjustment, y - 40, y + view->ring[3] * scale + 40);
}
