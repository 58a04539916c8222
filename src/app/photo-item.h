/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One photo of a list, as lists, drags and viewers hold it. */
#pragma once

#include <gtk/gtk.h>

#include "photo.h"

G_BEGIN_DECLS

#define YS_TYPE_PHOTO_ITEM (ys_photo_item_get_type ())
G_DECLARE_FINAL_TYPE (YsPhotoItem, ys_photo_item, YS, PHOTO_ITEM, GObject)

/* @folder: the ledger's. @caption: what stands beneath it. */
YsPhotoItem   *ys_photo_item_new (const YsPhoto *photo, const char *folder, const char *caption);
/* (transfer none) */
const YsPhoto *ys_photo_item_get_photo (YsPhotoItem *item);
const char    *ys_photo_item_get_folder (YsPhotoItem *item);
const char    *ys_photo_item_get_caption (YsPhotoItem *item);

G_END_DECLS
