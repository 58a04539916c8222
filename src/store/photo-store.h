/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Photos as files of the ledger's folder, named by their SHA-256: photos/ab/abcd….jpg. A file is
 * whole on the disk before the row that names it is committed, and is never deleted: what an undo
 * brings back is still there. */
#pragma once

#include "ledger.h"

G_BEGIN_DECLS

#define YS_PHOTO_FOLDER "photos"

/* Keeps @bytes under @sha256, their own. The same bytes are kept once; a file that was altered is put
 * right. READ_ONLY, DISK_FULL, FAILED. Call it before the change that adds the row. */
gboolean   ys_photo_store_put (YsLedger *ledger, GBytes *bytes, const char *sha256, GError **error);
/* (transfer full): NOT_FOUND without the file, DAMAGED when its bytes are not those of the name. */
GBytes    *ys_photo_store_read (YsLedger *ledger, const char *sha256, GError **error);
/* The same of a ledger's folder, without a connection: for any thread. */
GBytes    *ys_photo_store_read_in (const char *folder, const char *sha256, GError **error);
/* How many photos each of these findings has, into @out_counts; from an index. */
gboolean   ys_photo_store_count (YsLedger *ledger, const gint64 *finding_ids, guint n_ids, guint *out_counts,
                                 GError **error);
/* (transfer full) (element-type utf8): files in photos/ that no row names, from there on: what was
 * removed, or a copy that was interrupted. They do no harm. */
GPtrArray *ys_photo_store_orphans (YsLedger *ledger, GError **error);

G_END_DECLS
