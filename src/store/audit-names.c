/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small table of the names met last: thousands of rows of a file name the same few communities
 * and companies. */
#include "config.h"

#include <string.h>

#include "audit-names.h"
#include "record-sql.h"

#define N_SLOTS 512 /* a power of two */

typedef struct
{
  const YsRecordType *type; /* NULL: nothing here */
  gint64 id;
  char *name;
} Slot;

struct _YsAuditNames
{
  YsDatabase *db;
  char *title; /* made for the last caller */
  Slot slots[N_SLOTS];
};

YsAuditNames *
ys_audit_names_new (YsDatabase *db)
{
  YsAuditNames *names = g_new0 (YsAuditNames, 1);
  names->db = db;
  return names;
}

void
ys_audit_names_free (YsAuditNames *names)
{
  if (names == NULL)
    return;
  for (guint i = 0; i < N_SLOTS; i++)
    g_free (names->slots[i].name);
  g_free (names->title);
  g_free (names);
}

static Slot *
slot_of (YsAuditNames *names, const YsRecordType *type, gint64 id)
{
  return &names->slots[((gsize)id + GPOINTER_TO_SIZE (type) / 64) % N_SLOTS];
}

const char *
ys_audit_names_find (YsAuditNames *names, const char *type_name, gint64 id)
{
  const YsRecordType *type = ys_record_type_by_name (type_name);
  if (type == NULL)
    return NULL;
  Slot *slot = slot_of (names, type, id);
  if (slot->type == type && slot->id == id)
    return slot->name;
  g_free (slot->name);
  slot->name = ys_record_label (names->db, type, id);
  slot->id = id;
  /* What is not there may come yet. */
  slot->type = slot->name != NULL ? type : NULL;
  return slot->name;
}

const char *
ys_audit_names_title (YsAuditNames *names, const YsRecordType *type, gconstpointer record)
{
  const YsField *field = ys_record_sql (type)->title_field;
  if (field->type == YS_FIELD_TEXT)
    return ys_field_get_text (field, record);
  if (field->type == YS_FIELD_REFERENCE)
    return ys_audit_names_find (names, field->target, ys_field_get_int64 (field, record));
  g_free (names->title);
  names->title = ys_field_to_text (field, record);
  return names->title;
}

void
ys_audit_names_forget (YsAuditNames *names, const char *type_name, gint64 id)
{
  const YsRecordType *type = ys_record_type_by_name (type_name);
  Slot *slot = type != NULL ? slot_of (names, type, id) : NULL;
  if (slot == NULL || slot->type != type || slot->id != id)
    return;
  slot->type = NULL;
  g_clear_pointer (&slot->name, g_free);
}
