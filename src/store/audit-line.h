/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a line of the audit log is written, hashed and read. Seen in this folder only.
 *
 * before and after are JSON objects, field by field as CLI.md writes them, of the fields that
 * changed; of a new or removed record, of those that hold something. Three values differ from
 * CLI.md: a reference is {"id": 3, "name": "梅园社区"}, so that the line can be read alone and years
 * later; an instant has its seconds; an internal text above 4 kB (the rows of a filed table) is
 * {"sha256": "…", "bytes": 12345}. */
#pragma once

#include "audit-names.h"
#include "field.h"

G_BEGIN_DECLS

#define YS_AUDIT_COLUMNS                                                                           \
  "\"seq\", \"change\", \"at\", \"user\", \"action\", \"record\", \"record_id\", \"label\","       \
  " \"before\", \"after\", \"undoes\", \"hash\""

/* The hash before the first line. */
#define YS_AUDIT_NO_HASH "0000000000000000000000000000000000000000000000000000000000000000"

/* Appends one member to an object that begins with its bracket. */
void     ys_audit_append_member (YsAuditNames *names, const YsField *field, gconstpointer record,
                                 GString *object);
/* @out becomes the object of all fields of @record that hold something. */
void     ys_audit_image (YsAuditNames *names, const YsRecordType *type, gconstpointer record,
                         GString *out);
/* Sets the fields that the object names. */
gboolean ys_audit_apply_image (const YsRecordType *type, gpointer record, JsonObject *image,
                               GError **error);
/* Whether @record holds what the member says; long texts by their hash. */
gboolean ys_audit_value_equal (const YsField *field, gconstpointer record, JsonNode *value);
gboolean ys_audit_is_long (const YsField *field, const char *text);

/* The canonical text of a line: a JSON array of its columns but the hash. */
void  ys_audit_canonical (const YsAuditLine *line, GString *out);
/* Hash of a line after the one with hash @previous. @out: 65 bytes. @checksum is reused. */
void  ys_audit_hash (GChecksum *checksum, const char *previous, const char *canonical, gsize length,
                     char *out);

/* The current row of a SELECT of YS_AUDIT_COLUMNS; texts are copied. */
YsAuditLine *ys_audit_read_row (YsStatement *statement);

G_END_DECLS
