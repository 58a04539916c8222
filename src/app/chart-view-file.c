/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart as a picture for others: written in a thread in the shape of the wall, all its pages;
 * copied as the page that is seen. */
#include "config.h"

#include "chart-view-private.h"

#include <glib/gi18n-lib.h>

#include "save-file.h"

/* Pixels of a copied picture to a pixel of the page. */
#define COPY_SCALE 2

static void
on_written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  YsSession *session = YS_SESSION (object);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ys_session_run_finish (session, result, &error);

  ys_session_tell_written (session, path, error);
}

typedef struct
{
  YsChartData *data;
  YsChartKind kind;
  gint64 compound_id;
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
  gboolean done
      = writing->kind == YS_CHART_WATERFALL && writing->compound_id != 0
            ? ys_chart_export_waterfall (writing->data, writing->compound_id, writing->path, 0, 0,
                                         FALSE, error)
            : ys_chart_export (writing->data, writing->kind, writing->path, 0, 0, FALSE, error);

  return done ? g_strdup (writing->path) : NULL;
}

void
ys_chart_view_write (YsChartView *self, const char *path)
{
  Writing *writing;

  g_return_if_fail (YS_IS_CHART_VIEW (self) && path != NULL);

  if (self->data == NULL || self->session == NULL)
    return;
  writing = g_new0 (Writing, 1);
  writing->data = ys_chart_data_ref (self->data);
  writing->kind = self->kind;
  writing->compound_id = self->compound_id;
  writing->path = g_strdup (path);
  ys_session_run_async (self->session, _ ("Writing the chart"), write_chart, writing, writing_free,
                        g_free, on_written_cb, NULL);
}

static void
on_path_cb (const char *path, gpointer user_data)
{
  ys_chart_view_write (user_data, path);
}

void
ys_chart_view_save (YsChartView *self, const char *ending)
{
  g_autofree char *period = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (YS_IS_CHART_VIEW (self) && ending != NULL);

  if (self->data == NULL || self->session == NULL)
    return;
  period = ys_span_label (ys_standing_span (ys_chart_data_standing (self->data)));
  name = g_strdup_printf ("%s%s.%s", period, ys_chart_label (self->kind), ending);
  ys_save_file (GTK_WIDGET (self), _ ("Save the chart"), name, on_path_cb, self);
}

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ys_chart_view_save (YS_CHART_VIEW (widget), g_variant_get_string (parameter, NULL));
}

/* (transfer full): as on the wall, with its title and footer. */
static GdkTexture *
make_picture (YsChartView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)) * COPY_SCALE;
  int height = gtk_widget_get_height (GTK_WIDGET (self)) * COPY_SCALE;
  g_autoptr (YsScene) scene = ys_chart_layout (self->data, self->kind, self->page,
                                               self->compound_id, FALSE, width, height, NULL);
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

void
ys_chart_view_copy (YsChartView *self)
{
  g_autoptr (GdkTexture) texture = NULL;

  g_return_if_fail (YS_IS_CHART_VIEW (self));

  if (ys_chart_view_get_scene (self) == NULL)
    return;
  texture = make_picture (self);
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (GTK_WIDGET (self)), texture);
  if (self->session != NULL)
    ys_session_notify (self->session, _ ("Copied as a picture"), FALSE);
}

static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ys_chart_view_copy (YS_CHART_VIEW (widget));
}

void
ys_chart_view_install_files (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "chart.save", "s", save_cb);
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy_cb);
}
