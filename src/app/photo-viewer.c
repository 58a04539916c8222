/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps its own list: what is added or removed behind it does not move it. */
#include "config.h"

#include "photo-viewer.h"

#include <glib/gi18n-lib.h>

#include "look.h"
#include "photo-cache.h"
#include "photo-image.h"
#include "resources.h"
#include "widget-help.h"

struct _YsPhotoViewer
{
  GtkWindow parent_instance;

  GtkPicture *picture;
  GtkLabel *problem;
  GtkLabel *caption;
  GtkLabel *place;
  GtkWidget *previous;
  GtkWidget *next;

  GPtrArray *items;
  guint position;
  GCancellable *loading;
};

G_DEFINE_FINAL_TYPE (YsPhotoViewer, ys_photo_viewer, GTK_TYPE_WINDOW)

static void
show_texture (YsPhotoViewer *self, GdkTexture *texture, const char *problem)
{
  gtk_picture_set_paintable (self->picture, texture != NULL ? GDK_PAINTABLE (texture) : NULL);
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
}

static void
on_loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsPhotoViewer) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture
      = ys_photo_cache_load_finish (YS_PHOTO_ITEM (object), result, &error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_texture (self, texture, error != NULL ? error->message : NULL);
}

static void
stop_loading (YsPhotoViewer *self)
{
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

static void
show_position (YsPhotoViewer *self)
{
  YsPhotoItem *item = self->items->pdata[self->position];
  const char *caption = ys_photo_item_get_caption (item);
  g_autofree char *place = g_strdup_printf ("%u / %u", self->position + 1, self->items->len);

  stop_loading (self);
  self->loading = g_cancellable_new ();
  ys_photo_cache_load_async (item, YS_PHOTO_MAX_SIDE, YS_PHOTO_MAX_SIDE, self->loading,
                             on_loaded_cb, g_object_ref (self));
  gtk_label_set_text (self->caption, caption);
  gtk_label_set_text (self->place, place);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  caption, -1);
  gtk_widget_set_sensitive (self->previous, self->position > 0);
  gtk_widget_set_sensitive (self->next, self->position + 1 < self->items->len);
}

static void
move (YsPhotoViewer *self, int by)
{
  gint64 position = (gint64)self->position + by;

  if (position < 0 || position >= self->items->len)
    return;
  self->position = (guint)position;
  show_position (self);
}

static void
on_previous_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (YS_PHOTO_VIEWER (widget), -1);
}

static void
on_next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (YS_PHOTO_VIEWER (widget), 1);
}

static void
ys_photo_viewer_dispose (GObject *object)
{
  YsPhotoViewer *self = YS_PHOTO_VIEWER (object);

  stop_loading (self);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_PHOTO_VIEWER);
  G_OBJECT_CLASS (ys_photo_viewer_parent_class)->dispose (object);
}

static void
ys_photo_viewer_class_init (YsPhotoViewerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_photo_viewer_dispose;
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/photo-viewer.ui"));
  gtk_widget_class_bind_template_child (widget_class, YsPhotoViewer, picture);
  gtk_widget_class_bind_template_child (widget_class, YsPhotoViewer, problem);
  gtk_widget_class_bind_template_child (widget_class, YsPhotoViewer, caption);
  gtk_widget_class_bind_template_child (widget_class, YsPhotoViewer, place);
  gtk_widget_class_bind_template_child (widget_class, YsPhotoViewer, previous);
  gtk_widget_class_bind_template_child (widget_class, YsPhotoViewer, next);
  gtk_widget_class_install_action (widget_class, "viewer.previous", NULL, on_previous_cb);
  gtk_widget_class_install_action (widget_class, "viewer.next", NULL, on_next_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, 0, "viewer.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "viewer.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, 0, "viewer.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "viewer.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ys_photo_viewer_init (YsPhotoViewer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

GtkWidget *
ys_photo_viewer_new (GListModel *items, guint position)
{
  YsPhotoViewer *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (items), NULL);
  g_return_val_if_fail (position < g_list_model_get_n_items (items), NULL);

  self = g_object_new (YS_TYPE_PHOTO_VIEWER, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    g_ptr_array_add (self->items, g_list_model_get_item (items, i));
  self->position = position;
  show_position (self);
  return GTK_WIDGET (self);
}

void
ys_photo_viewer_show (GtkWidget *widget, GListModel *items, guint position)
{
  GtkRoot *root;
  GtkWidget *viewer;
  int width, height;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  viewer = ys_photo_viewer_new (items, position);
  root = gtk_widget_get_root (widget);
  if (GTK_IS_WINDOW (root))
    {
      width = gtk_widget_get_width (GTK_WIDGET (root));
      height = gtk_widget_get_height (GTK_WIDGET (root));
      gtk_window_set_transient_for (GTK_WINDOW (viewer), GTK_WINDOW (root));
      gtk_window_set_default_size (GTK_WINDOW (viewer), MAX (480, width * 8 / 10),
                                   MAX (360, height * 9 / 10));
    }
  gtk_window_present (GTK_WINDOW (viewer));
}
