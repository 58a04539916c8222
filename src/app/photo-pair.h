/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Before and after, beside each other: the photos of one finding or one case, and a way to add. */
#pragma once

#include "photo-item.h"
#include "session.h"

G_BEGIN_DECLS

#define YS_TYPE_PHOTO_PAIR (ys_photo_pair_get_type ())
G_DECLARE_FINAL_TYPE (YsPhotoPair, ys_photo_pair, YS, PHOTO_PAIR, GtkWidget)

/* Signal "changed": its photos were read anew. */

GtkWidget *ys_photo_pair_new (void);
/* One of the two ids, the other 0; both 0: nothing. */
void       ys_photo_pair_show (YsPhotoPair *pair, YsSession *session, gint64 finding_id, gint64 case_id);
/* For a page's Ctrl+V and drops. @role: YsPhotoRole; 0: after, when there is one before. */
void       ys_photo_pair_paste (YsPhotoPair *pair, int role);
gboolean   ys_photo_pair_take (YsPhotoPair *pair, int role, const GValue *value);
void       ys_photo_pair_remove (YsPhotoPair *pair, gint64 photo_id);

G_END_DECLS
