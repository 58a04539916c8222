/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of the audit log as text: what it holds of a record, and its canonical form and hash. */
#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "audit-line.h"

#define LONG_BYTES 4096

gboolean
ys_audit_is_long (const YsField *field, const char *text)
{
  return field->type == YS_FIELD_TEXT && (field->flags & YS_FIELD_INTERNAL) && text != NULL
         && strlen (text) > LONG_BYTES;
}

static void
append_reference (YsAuditNames *names, const YsField *field, gint64 id, GString *out)
{
  g_string_append (out, "{\"id\":");
  ys_json_append_int64 (out, id);
  g_string_append (out, ",\"name\":");
  ys_json_append_string (out, ys_audit_names_find (names, field->target, id));
  g_string_append_c (out, '}');
}

static void
append_instant (YsInstant instant, GString *out)
{
  g_autofree char *minutes = ys_instant_to_iso (instant);
  g_string_append_printf (out, "\"%s:%02d\"", minutes, (int)(((instant % 60) + 60) % 60));
}

static void
append_long (const char *text, GString *out)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_string_append_printf (out, "{\"sha256\":\"%s\",\"bytes\":%" G_GSIZE_FORMAT "}", hash,
                          strlen (text));
}

static void
append_value (YsAuditNames *names, const YsField *field, gconstpointer record, GString *out)
{
  gboolean empty = ys_field_is_empty (field, record);
  if (!empty && field->type == YS_FIELD_REFERENCE)
    append_reference (names, field, ys_field_get_int64 (field, record), out);
  else if (!empty && field->type == YS_FIELD_INSTANT)
    append_instant (ys_field_get_int64 (field, record), out);
  else if (!empty && field->type == YS_FIELD_TEXT
           && ys_audit_is_long (field, ys_field_get_text (field, record)))
    append_long (ys_field_get_text (field, record), out);
  else
    ys_field_append_json (field, record, out);
}

/* A flag that is not set is what every record begins with: it is not worth a word. */
static gboolean
holds_something (const YsField *field, gconstpointer record)
{
  if (field->type == YS_FIELD_FLAG)
    return ys_field_get_int64 (field, record) != 0;
  return !ys_field_is_empty (field, record);
}

void
ys_audit_append_member (YsAuditNames *names,
                        const YsField *field,
                        gconstpointer record,
                        GString *object)
{
  g_string_append (object, object->len > 1 ? ",\"" : "\"");
  g_string_append (object, field->name);
  g_string_append (object, "\":");
  append_value (names, field, record, object);
}

void
ys_audit_image (YsAuditNames *names, const YsRecordType *type, gconstpointer record, GString *out)
{
  g_string_assign (out, "{");
  for (guint i = 0; i < type->n_fields; i++)
    if (holds_something (&type->fields[i], record))
      ys_audit_append_member (names, &type->fields[i], record, out);
  g_string_append_c (out, '}');
}

gboolean
ys_audit_apply_image (const YsRecordType *type, gpointer record, JsonObject *image, GError **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init (&iter, image);
  while (json_object_iter_next (&iter, &name, &value))
    {
      const YsField *field = ys_record_type_field (type, name);
      if (field == NULL)
        {
          g_set_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_DAMAGED,
                       _ ("The log names a field “%s” that this program does not know."), name);
          return FALSE;
        }
      if (!ys_field_from_json (field, record, value, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
long_equal (const YsField *field, gconstpointer record, JsonNode *value)
{
  const char *text = ys_field_get_text (field, record);
  JsonObject *object = json_node_get_object (value);
  if (text == NULL)
    return FALSE;
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  return g_strcmp0 (json_object_get_string_member_with_default (object, "sha256", NULL), hash) == 0;
}

gboolean
ys_audit_value_equal (const YsField *field, gconstpointer record, JsonNode *value)
{
  if (field->type == YS_FIELD_TEXT && JSON_NODE_HOLDS_OBJECT (value))
    return long_equal (field, record, value);

  /* The member alone, as if the struct held nothing else. */
  union
  {
    char *text;
    YsNumber number;
    YsDate date;
    int choice;
    gint64 integer;
  } member = { 0 };
  YsField alone = *field;
  alone.offset = 0;
  gboolean equal = ys_field_from_json (&alone, &member, value, NULL)
                   && ys_field_equal (&alone, &member, (const char *)record + field->offset);
  ys_field_unset (&alone, &member);
  return equal;
}

static void
append_int64 (GString *out, gint64 value)
{
  ys_json_append_int64 (out, value);
  g_string_append_c (out, ',');
}

static void
append_string (GString *out, const char *text)
{
  ys_json_append_string (out, text);
  g_string_append_c (out, ',');
}

void
ys_audit_canonical (const YsAuditLine *line, GString *out)
{
  g_string_assign (out, "[");
  append_int64 (out, line->seq);
  append_int64 (out, line->change);
  append_int64 (out, line->at);
  append_string (out, line->user);
  append_string (out, line->action);
  append_string (out, line->record);
  append_int64 (out, line->record_id);
  append_string (out, line->label);
  append_string (out, line->before);
  append_string (out, line->after);
  ys_json_append_int64 (out, line->undoes);
  g_string_append_c (out, ']');
}

void
ys_audit_hash (
    GChecksum *checksum, const char *previous, const char *canonical, gsize length, char *out)
{
  g_checksum_reset (checksum);
  g_checksum_update (checksum, (const guchar *)previous, -1);
  g_checksum_update (checksum, (const guchar *)"\n", 1);
  g_checksum_update (checksum, (const guchar *)canonical, (gssize)length);
  g_strlcpy (out, g_checksum_get_string (checksum), 65);
}

YsAuditLine *
ys_audit_read_row (YsStatement *statement)
{
  YsAuditLine *line = g_new0 (YsAuditLine, 1);
  line->seq = ys_statement_int64 (statement, 0);
  line->change = ys_statement_int64 (statement, 1);
  line->at = ys_statement_int64 (statement, 2);
  line->user = g_strdup (ys_statement_text (statement, 3));
  line->action = g_strdup (ys_statement_text (statement, 4));
  line->record = g_strdup (ys_statement_text (statement, 5));
  line->record_id = ys_statement_int64 (statement, 6);
  line->label = g_strdup (ys_statement_text (statement, 7));
  line->before = g_strdup (ys_statement_text (statement, 8));
  line->after = g_strdup (ys_statement_text (statement, 9));
  line->undoes = ys_statement_int64 (statement, 10);
  line->hash = g_strdup (ys_statement_text (statement, 11));
  return line;
}
