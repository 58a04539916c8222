/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A widget of its own because GtkPicture asks for the room of its whole picture. */
#include "config.h"

#include "photo-frame.h"

#include "photo-cache.h"
#include "widget-help.h"

#define RADIUS 4

struct _YsPhotoFrame
{
  GtkWidget parent_instance;

  YsPhotoItem *item;
  GdkTexture *texture;
  GCancellable *loading;
  int width;
  int height;
};

G_DEFINE_FINAL_TYPE (YsPhotoFrame, ys_photo_frame, GTK_TYPE_WIDGET)

static void
stop_loading (YsPhotoFrame *self)
{
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

static void
on_loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsPhotoFrame) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture
      = ys_photo_cache_load_finish (YS_PHOTO_ITEM (object), result, &error);

  /* What was cancelled may have been asked for again. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || self->item != YS_PHOTO_ITEM (object))
    return;
  g_clear_object (&self->loading);
  g_set_object (&self->texture, texture);
  ys_widget_set_class (GTK_WIDGET (self), "missing", texture == NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), texture == NULL ? error->message : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Twice the frame: what is cut off above and below is asked for too. */
static void
load (YsPhotoFrame *self)
{
  int scale = 2 * gtk_widget_get_scale_factor (GTK_WIDGET (self));
  GdkTexture *texture;

  if (self->item == NULL || self->texture != NULL || self->loading != NULL)
    return;
  texture = ys_photo_cache_find (self->item, self->width * scale, self->height * scale);
  if (texture != NULL)
    {
      g_set_object (&self->texture, texture);
      return;
    }
  self->loading = g_cancellable_new ();
  ys_photo_cache_load_async (self->item, self->width * scale, self->height * scale, self->loading,
                             on_loaded_cb, g_object_ref (self));
}

static void
ys_photo_frame_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ys_photo_frame_parent_class)->map (widget);
  load (YS_PHOTO_FRAME (widget));
}

static void
ys_photo_frame_unmap (GtkWidget *widget)
{
  stop_loading (YS_PHOTO_FRAME (widget));
  GTK_WIDGET_CLASS (ys_photo_frame_parent_class)->unmap (widget);
}

static void
ys_photo_frame_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  YsPhotoFrame *self = YS_PHOTO_FRAME (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : self->height;
}

static void
ys_photo_frame_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  YsPhotoFrame *self = YS_PHOTO_FRAME (widget);
  float width = (float)gtk_widget_get_width (widget);
  float height = (float)gtk_widget_get_height (widget);
  GskRoundedRect outline;
  float w, h, scale;

  if (self->texture == NULL)
    return;
  w = (float)gdk_texture_get_width (self->texture);
  h = (float)gdk_texture_get_height (self->texture);
  scale = MAX (width / w, height / h);
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, height), RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_texture (snapshot, self->texture,
                               &GRAPHENE_RECT_INIT ((width - w * scale) / 2,
                                                    (height - h * scale) / 2, w * scale,
                                                    h * scale));
  gtk_snapshot_pop (snapshot);
}

static void
ys_photo_frame_dispose (GObject *object)
{
  YsPhotoFrame *self = YS_PHOTO_FRAME (object);

  stop_loading (self);
  g_clear_object (&self->item);
  g_clear_object (&self->texture);
  G_OBJECT_CLASS (ys_photo_frame_parent_class)->dispose (object);
}

static void
ys_photo_frame_class_init (YsPhotoFrameClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_photo_frame_dispose;
  widget_class->map = ys_photo_frame_map;
  widget_class->unmap = ys_photo_frame_unmap;
  widget_class->measure = ys_photo_frame_measure;
  widget_class->snapshot = ys_photo_frame_snapshot;
  gtk_widget_class_set_css_name (widget_class, "photoframe");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ys_photo_frame_init (YsPhotoFrame *self)
{
  self->width = 120;
  self->height = 76;
}

void
ys_photo_frame_set_item (YsPhotoFrame *self, YsPhotoItem *item)
{
  g_return_if_fail (YS_IS_PHOTO_FRAME (self));
  g_return_if_fail (item == NULL || YS_IS_PHOTO_ITEM (item));

  if (self->item == item)
    return;
  stop_loading (self);
  g_clear_object (&self->texture);
  g_set_object (&self->item, item);
  ys_widget_set_class (GTK_WIDGET (self), "missing", FALSE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  item != NULL ? ys_photo_item_get_caption (item) : "", -1);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ys_photo_frame_set_size (YsPhotoFrame *self, int width, int height)
{
  g_return_if_fail (YS_IS_PHOTO_FRAME (self));
  g_return_if_fail (width > 0 && height > 0);

  self->width = width;
  self->height = height;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

GdkTexture *
ys_photo_frame_get_texture (YsPhotoFrame *self)
{
  g_return_val_if_fail (YS_IS_PHOTO_FRAME (self), NULL);

  return self->texture;
}
