/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Photos as textures at the size at which they are shown: decoded in threads, the last ones kept
 * within a bound. Main loop only. */
#pragma once

#include <gtk/gtk.h>

#include "photo-item.h"

G_BEGIN_DECLS

/* Textures beyond this many bytes are dropped, those not seen for longest first. */
#define YS_PHOTO_CACHE_BYTES (48 * 1024 * 1024)

/* (transfer none) (nullable): when it is there already. */
GdkTexture *ys_photo_cache_find (YsPhotoItem *item, int width, int height);
/* Fits into @width × @height pixels. */
void        ys_photo_cache_load_async (YsPhotoItem *item, int width, int height, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer user_data);
/* (transfer full) (nullable) */
GdkTexture *ys_photo_cache_load_finish (YsPhotoItem *item, GAsyncResult *result, GError **error);
/* Bytes held now. */
gsize       ys_photo_cache_get_size (void);

G_END_DECLS
