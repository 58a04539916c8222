/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field's value as the JSON of CLI.md, and back. Exact: what is written is read back equal. */
#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "field.h"

/* A choice's nick as a number, where its field says so (class 1, 2, 3). */
static gint64
choice_number (const YsField *field, gconstpointer record)
{
  const char *nick = ys_choice_nick (field->choices, ys_field_get_choice (field, record));
  return g_ascii_strtoll (nick ? nick : "0", NULL, 10);
}

void
ys_field_to_json (const YsField *field, gconstpointer record, JsonBuilder *builder)
{
  g_return_if_fail (field != NULL);
  g_return_if_fail (record != NULL);

  if (ys_field_is_empty (field, record))
    {
      json_builder_add_null_value (builder);
      return;
    }
  switch (field->type)
    {
    case YS_FIELD_TEXT:
      json_builder_add_string_value (builder, ys_field_get_text (field, record));
      return;
    case YS_FIELD_COUNT:
      json_builder_add_int_value (builder, ys_field_get_number (field, record).value);
      return;
    case YS_FIELD_REFERENCE:
      json_builder_add_int_value (builder, ys_field_get_int64 (field, record));
      return;
    case YS_FIELD_FLAG:
      json_builder_add_boolean_value (builder, ys_field_get_int64 (field, record) != 0);
      return;
    case YS_FIELD_CHOICE:
      if (field->flags & YS_FIELD_NUMERIC_CHOICE)
        {
          json_builder_add_int_value (builder, choice_number (field, record));
          return;
        }
      G_GNUC_FALLTHROUGH;
    case YS_FIELD_HUNDREDTHS:
    case YS_FIELD_DATE:
    case YS_FIELD_INSTANT:
      {
        g_autofree char *text = ys_field_to_text (field, record);
        json_builder_add_string_value (builder, text);
        return;
      }
    }
  g_assert_not_reached ();
}

static gboolean
is_control (guchar byte)
{
  return byte < 0x20 || byte == 0x7f;
}

/* \" or \u000a */
static char *
escape_byte (char *to, guchar byte)
{
  static const char digits[] = "0123456789abcdef";
  *to++ = '\\';
  if (!is_control (byte))
    {
      *to++ = (char)byte;
      return to;
    }
  memcpy (to, "u00", 3);
  to[3] = digits[byte >> 4];
  to[4] = digits[byte & 0xf];
  return to + 5;
}

/* Audit lines quote what is JSON already: it pays to measure once and write in place. */
void
ys_json_append_string (GString *out, const char *text)
{
  if (text == NULL)
    {
      g_string_append (out, "null");
      return;
    }
  const guchar *bytes = (const guchar *)text;
  gsize n = strlen (text), start = out->len, length = n + 2;
  for (gsize i = 0; i < n; i++)
    length += (bytes[i] == '"') + (bytes[i] == '\\') + 5 * is_control (bytes[i]);
  g_string_set_size (out, start + length);
  char *to = out->str + start;
  *to++ = '"';
  for (gsize i = 0; i < n; i++)
    if (G_LIKELY (bytes[i] != '"' && bytes[i] != '\\' && !is_control (bytes[i])))
      *to++ = text[i];
    else
      to = escape_byte (to, bytes[i]);
  *to = '"';
}

void
ys_json_append_int64 (GString *out, gint64 value)
{
  char digits[24];
  char *p = digits + sizeof digits;
  /* Its negative may not exist. */
  guint64 rest = value < 0 ? -(guint64)value : (guint64)value;
  do
    *--p = (char)('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (value < 0)
    *--p = '-';
  g_string_append_len (out, p, digits + sizeof digits - p);
}

void
ys_field_append_json (const YsField *field, gconstpointer record, GString *out)
{
  g_return_if_fail (field != NULL);
  g_return_if_fail (record != NULL);

  if (ys_field_is_empty (field, record))
    g_string_append (out, "null");
  else if (field->type == YS_FIELD_TEXT)
    ys_json_append_string (out, ys_field_get_text (field, record));
  else if (field->type == YS_FIELD_FLAG)
    g_string_append (out, ys_field_get_int64 (field, record) ? "true" : "false");
  else if (field->type == YS_FIELD_COUNT)
    ys_json_append_int64 (out, ys_field_get_number (field, record).value);
  else if (field->type == YS_FIELD_REFERENCE)
    ys_json_append_int64 (out, ys_field_get_int64 (field, record));
  else
    {
      g_autofree char *text = ys_field_to_text (field, record);
      if (field->flags & YS_FIELD_NUMERIC_CHOICE)
        g_string_append (out, text ? text : "null");
      else
        ys_json_append_string (out, text);
    }
}

/* "2026-10-15T08:30" or, as audit lines keep it, "2026-10-15T08:30:05". */
static gboolean
read_instant (const char *text, gint64 *out_instant)
{
  const gsize minutes = strlen ("2026-10-15T08:30");
  gsize length = strlen (text);
  int seconds = 0;
  if (length == minutes + 3)
    {
      const char *tail = text + minutes;
      if (tail[0] != ':' || tail[1] < '0' || tail[1] > '5' || !g_ascii_isdigit (tail[2]))
        return FALSE;
      seconds = g_ascii_digit_value (tail[1]) * 10 + g_ascii_digit_value (tail[2]);
      length = minutes;
    }
  g_autofree char *head = g_strndup (text, length);
  if (!ys_instant_from_iso (head, out_instant))
    return FALSE;
  *out_instant += seconds;
  return TRUE;
}

static gboolean
read_string (const YsField *field, gpointer record, const char *text)
{
  YsNumber number;
  YsDate date;
  gint64 instant;
  int choice;

  switch (field->type)
    {
    case YS_FIELD_TEXT:
      ys_field_set_text (field, record, text);
      return TRUE;
    case YS_FIELD_HUNDREDTHS:
      if (!ys_number_read_hundredths (text, &number))
        return FALSE;
      ys_field_set_number (field, record, number);
      return TRUE;
    case YS_FIELD_DATE:
      if (!ys_date_from_iso (text, &date))
        return FALSE;
      ys_field_set_date (field, record, date);
      return TRUE;
    case YS_FIELD_INSTANT:
      if (!read_instant (text, &instant))
        return FALSE;
      ys_field_set_int64 (field, record, instant);
      return TRUE;
    case YS_FIELD_CHOICE:
      choice = ys_choice_from_text (field->choices, text);
      if (choice == 0)
        return FALSE;
      ys_field_set_choice (field, record, choice);
      return TRUE;
    case YS_FIELD_COUNT:
    case YS_FIELD_REFERENCE:
    case YS_FIELD_FLAG:
      return FALSE;
    }
  g_assert_not_reached ();
}

static gboolean
read_int (const YsField *field, gpointer record, gint64 value)
{
  if (field->type == YS_FIELD_COUNT)
    ys_field_set_number (field, record, YS_NUMBER (value));
  else if (field->type == YS_FIELD_REFERENCE)
    ys_field_set_int64 (field, record, value);
  else if (field->type == YS_FIELD_CHOICE && (field->flags & YS_FIELD_NUMERIC_CHOICE))
    {
      g_autofree char *nick = g_strdup_printf ("%" G_GINT64_FORMAT, value);
      return read_string (field, record, nick);
    }
  else
    return FALSE;
  return TRUE;
}

static gboolean
read_value (const YsField *field, gpointer record, JsonNode *node)
{
  GType type = json_node_get_value_type (node);
  if (type == G_TYPE_STRING)
    return read_string (field, record, json_node_get_string (node));
  if (type == G_TYPE_INT64)
    return read_int (field, record, json_node_get_int (node));
  if (type == G_TYPE_BOOLEAN && field->type == YS_FIELD_FLAG)
    {
      ys_field_set_int64 (field, record, json_node_get_boolean (node));
      return TRUE;
    }
  return FALSE;
}

gboolean
ys_field_from_json (const YsField *field, gpointer record, JsonNode *node, GError **error)
{
  g_return_val_if_fail (field != NULL, FALSE);
  g_return_val_if_fail (record != NULL, FALSE);

  gboolean read = FALSE;
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    {
      ys_field_unset (field, record);
      read = TRUE;
    }
  else if (JSON_NODE_HOLDS_OBJECT (node) && field->type == YS_FIELD_REFERENCE)
    {
      JsonObject *object = json_node_get_object (node);
      JsonNode *id = json_object_get_member (object, "id");
      read = id != NULL && JSON_NODE_HOLDS_VALUE (id) && read_value (field, record, id);
    }
  else if (JSON_NODE_HOLDS_VALUE (node))
    read = read_value (field, record, node);
  if (!read)
    g_set_error (error, YS_VALUE_ERROR, YS_VALUE_ERROR_BAD,
                 /* Translators: %s is a field such as Area */
                 _ ("The value of “%s” in this JSON text cannot be read; give it as the manual "
                    "shows."),
                 g_dgettext (GETTEXT_PACKAGE, field->label));
  return read;
}
