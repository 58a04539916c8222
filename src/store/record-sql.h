/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements and values of a record type, made from its field table. Seen in this folder only. */
#pragma once

#include "database.h"
#include "field.h"

G_BEGIN_DECLS

typedef struct
{
  const YsRecordType *type;
  const YsField *title_field;
  const YsField *key_field; /* (nullable): whose key is kept in name_key */
  char *select_one;  /* $1: id */
  char *select_all;  /* by id */
  char *select_by;   /* with one %s: a column; $1: its value; ids only */
  char *count;
  char *insert;      /* $1: id or NULL, then the fields, then the key */
  char *update;      /* the same order */
  char *remove;      /* $1: id */
  char *label;       /* $1: id; the title field */
} YsRecordSql;

/* (transfer none): made once per type, safe in every thread. */
const YsRecordSql  *ys_record_sql (const YsRecordType *type);
/* (nullable): any record type by its table's name. */
const YsRecordType *ys_record_type_by_name (const char *name);
/* All of them, referred ones before those that refer; NULL after the last. */
const YsRecordType *ys_record_type_nth (guint index);
GDestroyNotify      ys_record_type_free_func (const YsRecordType *type);

/* Binds id and all fields for insert and update. @texts keeps what is made for binding: it and
 * @record must outlive the step. */
void     ys_record_bind (const YsRecordSql *sql, YsStatement *statement, gconstpointer record,
                         GPtrArray *texts);
/* Reads the current row of select_one or select_all into a cleared record. DAMAGED when a value
 * does not fit its field. */
gboolean ys_record_read_row (const YsRecordSql *sql, YsStatement *statement, gpointer record,
                             GError **error);
/* As ys_record_store_load(), but FALSE without an error when there is no such row. */
gboolean ys_record_load_row (YsDatabase *db, const YsRecordType *type, gint64 id, gpointer record,
                             gboolean *out_found, GError **error);
/* (transfer full) (nullable): the record's name for a person. */
char    *ys_record_label (YsDatabase *db, const YsRecordType *type, gint64 id);

G_END_DECLS
