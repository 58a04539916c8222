/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The photos of an inspection in one line: dropped, pasted or chosen here, each with the row that it
 * belongs to. A thumbnail is dragged onto a row by its YsPhotoItem: the page's own drop target for
 * YS_TYPE_PHOTO_ITEM calls ys_photo_strip_assign(). */
#pragma once

#include "photo-item.h"
#include "session.h"

G_BEGIN_DECLS

#define YS_TYPE_PHOTO_STRIP (ys_photo_strip_get_type ())
G_DECLARE_FINAL_TYPE (YsPhotoStrip, ys_photo_strip, YS, PHOTO_STRIP, GtkWidget)

/* Signals:
 *   "changed"                           its photos were read anew
 *   "selected" (photo id, finding id)   by the user; 0 none */

GtkWidget *ys_photo_strip_new (void);
/* @inspection_id: 0 none yet: nothing can be added */
void       ys_photo_strip_show (YsPhotoStrip *strip, YsSession *session, gint64 inspection_id);
/* The findings of the page's rows, first row first: captions count them from 1. */
void       ys_photo_strip_set_rows (YsPhotoStrip *strip, const gint64 *finding_ids, guint n_ids);
/* New photos go to this finding; 0: to no row yet. */
void       ys_photo_strip_set_target (YsPhotoStrip *strip, gint64 finding_id);
/* Selects the first photo of a row without saying so; 0 none. */
void       ys_photo_strip_select_finding (YsPhotoStrip *strip, gint64 finding_id);
/* 0 none */
gint64     ys_photo_strip_get_selected (YsPhotoStrip *strip);
guint      ys_photo_strip_get_n_photos (YsPhotoStrip *strip);
/* How many photos a finding has. */
guint      ys_photo_strip_count (YsPhotoStrip *strip, gint64 finding_id);

/* For a page's Ctrl+V: whether the clipboard holds photos; takes them. */
gboolean   ys_photo_strip_can_paste (YsPhotoStrip *strip);
void       ys_photo_strip_paste (YsPhotoStrip *strip);
void       ys_photo_strip_choose (YsPhotoStrip *strip);
/* Files or a picture dropped onto a row of the page. */
gboolean   ys_photo_strip_take (YsPhotoStrip *strip, gint64 finding_id, const GValue *value);
/* A photo to a row, or to none (0). FALSE: refused, which the user was told. */
gboolean   ys_photo_strip_assign (YsPhotoStrip *strip, gint64 photo_id, gint64 finding_id);
void       ys_photo_strip_remove_selected (YsPhotoStrip *strip);

G_END_DECLS
