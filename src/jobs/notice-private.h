/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the notice job share. */
#pragma once

#include "ledger-types.h"
#include "rectification-notice.h"

G_BEGIN_DECLS

void     ys_notice_photo_free (YsNoticePhoto *photo);
/* Adds the photos of a finding, row @number of the notice, to @photos (element-type YsNoticePhoto). A
 * photo whose file is missing is left out: `ledger verify` tells of it. */
gboolean ys_notice_add_photos (YsLedger *ledger, gint64 finding_id, guint number, GPtrArray *photos, GError **error);

G_END_DECLS
