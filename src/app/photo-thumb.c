/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a list reuse it: its item comes and goes. */
#include "config.h"

#include "photo-thumb.h"

#include "look.h"
#include "photo-frame.h"
#include "resources.h"

struct _YsPhotoThumb
{
  GtkWidget parent_instance;

  YsPhotoFrame *frame;
  GtkLabel *caption;

  YsPhotoItem *item;
};

G_DEFINE_FINAL_TYPE (YsPhotoThumb, ys_photo_thumb, GTK_TYPE_WIDGET)

static void
ys_photo_thumb_dispose (GObject *object)
{
  GtkWidget *child;

  g_clear_object (&YS_PHOTO_THUMB (object)->item);
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_PHOTO_THUMB);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ys_photo_thumb_parent_class)->dispose (object);
}

static void
ys_photo_thumb_class_init (YsPhotoThumbClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_photo_thumb_dispose;
  g_type_ensure (YS_TYPE_PHOTO_FRAME);
  gtk_widget_class_set_css_name (widget_class, "photothumb");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/photo-thumb.ui"));
  gtk_widget_class_bind_template_child (widget_class, YsPhotoThumb, frame);
  gtk_widget_class_bind_template_child (widget_class, YsPhotoThumb, caption);
}

static void
ys_photo_thumb_init (YsPhotoThumb *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (
                                      gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
ys_photo_thumb_new (int width, int height)
{
  YsPhotoThumb *self = g_object_new (YS_TYPE_PHOTO_THUMB, NULL);

  ys_photo_frame_set_size (self->frame, width, height);
  return GTK_WIDGET (self);
}

void
ys_photo_thumb_set_item (YsPhotoThumb *self, YsPhotoItem *item)
{
  g_return_if_fail (YS_IS_PHOTO_THUMB (self));

  g_set_object (&self->item, item);
  ys_photo_frame_set_item (self->frame, item);
  gtk_label_set_text (self->caption, item != NULL ? ys_photo_item_get_caption (item) : "");
}

YsPhotoItem *
ys_photo_thumb_get_item (YsPhotoThumb *self)
{
  g_return_val_if_fail (YS_IS_PHOTO_THUMB (self), NULL);

  return self->item;
}

GdkPaintable *
ys_photo_thumb_get_paintable (YsPhotoThumb *self)
{
  GdkTexture *texture;

  g_return_val_if_fail (YS_IS_PHOTO_THUMB (self), NULL);

  texture = ys_photo_frame_get_texture (self->frame);
  return texture != NULL ? GDK_PAINTABLE (texture) : NULL;
}
