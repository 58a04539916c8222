/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The audit log: every change leaves a line, each line's SHA-256 covers its canonical text and
 * the hash before it. Edits are undone from it. */
#pragma once

#include "ledger.h"

G_BEGIN_DECLS

/* (transfer full) (element-type YsAuditLine): newest first. @record (nullable) with @record_id
 * (0: any) narrows; @limit 0: all. */
GPtrArray *ys_audit_list (YsLedger *ledger, const char *record, gint64 record_id, guint limit, GError **error);
/* The change that line @seq belongs to; NOT_FOUND. */
gboolean   ys_audit_change_of (YsLedger *ledger, gint64 seq, gint64 *out_change, GError **error);
/* seq of the newest line about any record of this type; 0 none, -1 error. */
gint64 ys_audit_last_of (YsLedger *ledger, const char *record, GError **error);
/* The lines of one change, oldest first. */
GPtrArray *ys_audit_list_change (YsLedger *ledger, gint64 change, GError **error);
/* Whether it has more lines than @n, without reading them. */
gboolean   ys_audit_is_longer (YsLedger *ledger, gint64 change, guint n, GError **error);

/* The change that Ctrl+Z would undo, or Ctrl+Y redo, for @user; 0 none, -1 error. Undo walks
 * back over the user's own changes as every editor does; a new edit ends what could be redone. */
gint64 ys_audit_undoable (YsLedger *ledger, const char *user, GError **error);
gint64 ys_audit_redoable (YsLedger *ledger, const char *user, GError **error);

/**
 * ys_audit_undo:
 * @seq: any line of the change to undo
 * @action: "undo" or "redo"
 *
 * Puts back, in a new change, what the change found. CONFLICT when a field was changed again
 * since, FROZEN when the change filed something, NOT_FOUND.
 */
gboolean ys_audit_undo (YsLedger *ledger, gint64 seq, const char *action, gint64 *out_change, GError **error);

/* Walks the whole chain and the database's own integrity. */
YsVerification *ys_audit_verify (YsLedger *ledger, GError **error);

G_END_DECLS
