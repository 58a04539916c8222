/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of the records that audit lines refer to, kept for as long as nobody else can change them:
 * one transaction. Seen in this folder only. */
#pragma once

#include "database.h"

G_BEGIN_DECLS

typedef struct _YsAuditNames YsAuditNames;

YsAuditNames *ys_audit_names_new (YsDatabase *db);
void          ys_audit_names_free (YsAuditNames *names);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsAuditNames, ys_audit_names_free)

/* (nullable): name of record @id of @type (its table's name); borrowed until the next call. */
const char   *ys_audit_names_find (YsAuditNames *names, const char *type, gint64 id);
/* (nullable): how a person would call @record; borrowed until the next call. */
const char   *ys_audit_names_title (YsAuditNames *names, const YsRecordType *type, gconstpointer record);
/* The record was changed or removed. */
void          ys_audit_names_forget (YsAuditNames *names, const char *type, gint64 id);

G_END_DECLS
