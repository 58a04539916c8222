/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A photo that fills a frame of fixed size, cut at its edges. It is asked for when the frame is first
 * shown, and comes when it is decoded. */
#pragma once

#include "photo-item.h"

G_BEGIN_DECLS

#define YS_TYPE_PHOTO_FRAME (ys_photo_frame_get_type ())
G_DECLARE_FINAL_TYPE (YsPhotoFrame, ys_photo_frame, YS, PHOTO_FRAME, GtkWidget)

/* @item: (nullable): none */
void        ys_photo_frame_set_item (YsPhotoFrame *frame, YsPhotoItem *item);
/* Pixels of the style sheet; 120 × 76 unless told. */
void        ys_photo_frame_set_size (YsPhotoFrame *frame, int width, int height);
/* (transfer none) (nullable): NULL until it is there. */
GdkTexture *ys_photo_frame_get_texture (YsPhotoFrame *frame);

G_END_DECLS
