/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Photos by drop, by paste and by file, whichever widget they come to: read in a thread, each
 * refusal told, the session told of the change. */
#pragma once

#include "photo-job.h"
#include "session.h"

G_BEGIN_DECLS

/* (transfer none): what a GtkDropTarget takes. */
const GType *ys_photo_intake_types (gsize *out_n);
/* Whether the clipboard holds photos: files or a picture. */
gboolean     ys_photo_intake_can_paste (GtkWidget *widget);
/* @value: of one of the types. FALSE: nothing in it. */
gboolean     ys_photo_intake_take (YsSession *session, const YsPhotoPlace *place, const GValue *value);
void         ys_photo_intake_paste (GtkWidget *widget, YsSession *session, const YsPhotoPlace *place);
/* Asks for files with the system's dialog. */
void         ys_photo_intake_choose (GtkWidget *widget, YsSession *session, const YsPhotoPlace *place);

G_END_DECLS
