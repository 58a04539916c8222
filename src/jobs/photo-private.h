/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the photo job share. */
#pragma once

#include "photo-job.h"

G_BEGIN_DECLS

/* Whether photos of this place may change; fills in the role and the finding's inspection. */
gboolean ys_photo_check_place (YsLedger *ledger, YsPhotoPlace *place, GError **error);

G_END_DECLS
