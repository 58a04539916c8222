/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Never changes: another state of the photo is another item. */
#include "config.h"

#include "photo-item.h"

struct _YsPhotoItem
{
  GObject parent_instance;

  YsPhoto *photo;
  char *folder;
  char *caption;
};

G_DEFINE_FINAL_TYPE (YsPhotoItem, ys_photo_item, G_TYPE_OBJECT)

static void
ys_photo_item_finalize (GObject *object)
{
  YsPhotoItem *self = YS_PHOTO_ITEM (object);

  ys_record_free (&ys_photo_type, self->photo);
  g_free (self->folder);
  g_free (self->caption);
  G_OBJECT_CLASS (ys_photo_item_parent_class)->finalize (object);
}

static void
ys_photo_item_class_init (YsPhotoItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ys_photo_item_finalize;
}

static void
ys_photo_item_init (YsPhotoItem *self)
{
  self->photo = ys_record_new (&ys_photo_type);
}

YsPhotoItem *
ys_photo_item_new (const YsPhoto *photo, const char *folder, const char *caption)
{
  YsPhotoItem *self;

  g_return_val_if_fail (photo != NULL && folder != NULL, NULL);

  self = g_object_new (YS_TYPE_PHOTO_ITEM, NULL);
  ys_record_copy (&ys_photo_type, self->photo, photo);
  self->folder = g_strdup (folder);
  self->caption = g_strdup (caption != NULL ? caption : "");
  return self;
}

const YsPhoto *
ys_photo_item_get_photo (YsPhotoItem *self)
{
  g_return_val_if_fail (YS_IS_PHOTO_ITEM (self), NULL);

  return self->photo;
}

const char *
ys_photo_item_get_folder (YsPhotoItem *self)
{
  g_return_val_if_fail (YS_IS_PHOTO_ITEM (self), NULL);

  return self->folder;
}

const char *
ys_photo_item_get_caption (YsPhotoItem *self)
{
  g_return_val_if_fail (YS_IS_PHOTO_ITEM (self), NULL);

  return self->caption;
}
