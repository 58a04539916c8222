/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one way to change records: a transaction (BEGIN IMMEDIATE) whose every step writes its
 * hash-chained audit line. Dropped without commit, it leaves nothing. */
#pragma once

#include "field.h"
#include "ledger.h"

G_BEGIN_DECLS

typedef struct _YsChange YsChange;

/* @action: the word of the audit lines ("set", "import", …). BUSY, READ_ONLY, DISK_FULL. */
YsChange *ys_change_begin (YsLedger *ledger, const char *action, GError **error);
void      ys_change_free (YsChange *change); /* rolls back unless committed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsChange, ys_change_free)

/* Validates, inserts, sets the record's id, writes a line with before NULL. EXISTS when a
 * unique name is taken. */
gboolean ys_change_insert (YsChange *change, const YsRecordType *type, gpointer record, GError **error);
/* Validates and writes what differs from the stored row; no line when nothing does.
 * NOT_FOUND, EXISTS. @out_changed: (out) (optional) */
gboolean ys_change_update (YsChange *change, const YsRecordType *type, gconstpointer record,
                           gboolean *out_changed, GError **error);
/* Only for undo of an insert: the row goes, its line stays. */
gboolean ys_change_remove (YsChange *change, const YsRecordType *type, gint64 id, GError **error);
/* A blob that belongs to a frozen submission: (submission id, name) is unique. */
gboolean ys_change_insert_submission_file (YsChange *change, gint64 submission_id, const char *name,
                                           GBytes *bytes, GError **error);
/* @out_seq: (out) (optional): number of the change (seq of its first line); 0: nothing changed */
gboolean ys_change_commit (YsChange *change, gint64 *out_seq, GError **error);

G_END_DECLS
