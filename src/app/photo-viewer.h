/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One photo large, the others of its list by ← and →. Esc closes. */
#pragma once

#include "photo-item.h"

G_BEGIN_DECLS

#define YS_TYPE_PHOTO_VIEWER (ys_photo_viewer_get_type ())
G_DECLARE_FINAL_TYPE (YsPhotoViewer, ys_photo_viewer, YS, PHOTO_VIEWER, GtkWindow)

/* @items: (element-type YsPhotoItem): as they are now */
GtkWidget *ys_photo_viewer_new (GListModel *items, guint position);
/* The same, shown before the window of @widget. */
void       ys_photo_viewer_show (GtkWidget *widget, GListModel *items, guint position);

G_END_DECLS
