/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The photo files behind a ledger: where they lie, whether they are all there. Seen in this folder
 * only. */
#pragma once

#include "database.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): NULL when @sha256 is no SHA-256 in small hex digits. */
char      *ys_photo_path (const char *folder, const char *sha256);
/* (transfer full): NOT_FOUND, DAMAGED */
GBytes    *ys_photo_file_read (const char *folder, const char *sha256, GError **error);
gboolean   ys_photo_file_write (const char *folder, GBytes *bytes, const char *sha256, GError **error);
/* (transfer full) (element-type utf8): every SHA-256 that a row names, once; empty before schema 2. */
GPtrArray *ys_photo_list_hashes (YsDatabase *db, GError **error);
/* Adds a problem for each file of @hashes that is missing or altered. */
void       ys_photo_verify (YsLedger *ledger, GPtrArray *hashes, YsVerification *verification);
/* Brings the photos that @db names from one ledger's folder to another's, as far as they are there. */
gboolean   ys_photo_copy (YsDatabase *db, const char *from_folder, const char *to_folder, GError **error);
/* Removes all photos of a folder that was made just now and shall not be. */
void       ys_photo_discard (const char *folder);

G_END_DECLS
