/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A photo in a frame with its caption beneath. */
#pragma once

#include "photo-item.h"

G_BEGIN_DECLS

#define YS_TYPE_PHOTO_THUMB (ys_photo_thumb_get_type ())
G_DECLARE_FINAL_TYPE (YsPhotoThumb, ys_photo_thumb, YS, PHOTO_THUMB, GtkWidget)

GtkWidget   *ys_photo_thumb_new (int width, int height);
/* @item: (nullable) */
void         ys_photo_thumb_set_item (YsPhotoThumb *thumb, YsPhotoItem *item);
/* (transfer none) (nullable) */
YsPhotoItem *ys_photo_thumb_get_item (YsPhotoThumb *thumb);
/* (transfer none) (nullable): what it shows, for a drag's icon. */
GdkPaintable *ys_photo_thumb_get_paintable (YsPhotoThumb *thumb);

G_END_DECLS
