/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain access to a record's members through its field table: make, copy, compare, get, set.
 * Reading text is field-read.c's, writing text field-text.c's, JSON field-json.c's. */
#include "config.h"

#include <string.h>

#include "field.h"

G_DEFINE_QUARK (ys - value - error - quark, ys_value_error)

#define MEMBER(Type, field, record) (*(Type *)((char *)(record) + (field)->offset))
#define CONST_MEMBER(Type, field, record)                                                          \
  (*(const Type *)((const char *)(record) + (field)->offset))

/* "community_id" names the reference field "community". */
static gboolean
is_member_name (const YsField *field, const char *name)
{
  gsize length = strlen (field->name);
  return field->type == YS_FIELD_REFERENCE && strncmp (name, field->name, length) == 0
         && strcmp (name + length, "_id") == 0;
}

const YsField *
ys_record_type_field (const YsRecordType *type, const char *name)
{
  g_return_val_if_fail (type != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < type->n_fields; i++)
    if (strcmp (type->fields[i].name, name) == 0 || is_member_name (&type->fields[i], name))
      return &type->fields[i];
  return NULL;
}

gpointer
ys_record_new (const YsRecordType *type)
{
  g_return_val_if_fail (type != NULL, NULL);
  return g_malloc0 (type->size);
}

void
ys_record_clear (const YsRecordType *type, gpointer record)
{
  g_return_if_fail (type != NULL);
  g_return_if_fail (record != NULL);

  for (guint i = 0; i < type->n_fields; i++)
    ys_field_unset (&type->fields[i], record);
  YS_RECORD_ID (record) = 0;
}

void
ys_record_free (const YsRecordType *type, gpointer record)
{
  if (record == NULL)
    return;
  ys_record_clear (type, record);
  g_free (record);
}

void
ys_record_copy (const YsRecordType *type, gpointer to, gconstpointer from)
{
  g_return_if_fail (type != NULL);
  g_return_if_fail (to != NULL);
  g_return_if_fail (from != NULL);

  if (to == from)
    return;
  for (guint i = 0; i < type->n_fields; i++)
    ys_field_copy (&type->fields[i], to, from);
  YS_RECORD_ID (to) = *(const gint64 *)from;
}

gboolean
ys_record_equal (const YsRecordType *type, gconstpointer a, gconstpointer b)
{
  g_return_val_if_fail (type != NULL, FALSE);

  for (guint i = 0; i < type->n_fields; i++)
    if (!ys_field_equal (&type->fields[i], a, b))
      return FALSE;
  return TRUE;
}

gboolean
ys_field_is_empty (const YsField *field, gconstpointer record)
{
  switch (field->type)
    {
    case YS_FIELD_TEXT:
      {
        const char *text = CONST_MEMBER (char *, field, record);
        return text == NULL || *text == '\0';
      }
    case YS_FIELD_COUNT:
    case YS_FIELD_HUNDREDTHS:
      return !CONST_MEMBER (YsNumber, field, record).is_set;
    case YS_FIELD_DATE:
      return !ys_date_is_known (CONST_MEMBER (YsDate, field, record));
    case YS_FIELD_CHOICE:
      return CONST_MEMBER (int, field, record) == 0;
    case YS_FIELD_REFERENCE:
    case YS_FIELD_INSTANT:
      return CONST_MEMBER (gint64, field, record) == 0;
    case YS_FIELD_FLAG:
      return FALSE;
    }
  g_assert_not_reached ();
}

gboolean
ys_field_equal (const YsField *field, gconstpointer a, gconstpointer b)
{
  switch (field->type)
    {
    case YS_FIELD_TEXT:
      return g_strcmp0 (ys_field_get_text (field, a), ys_field_get_text (field, b)) == 0;
    case YS_FIELD_COUNT:
    case YS_FIELD_HUNDREDTHS:
      return ys_number_equal (CONST_MEMBER (YsNumber, field, a), CONST_MEMBER (YsNumber, field, b));
    case YS_FIELD_DATE:
      return ys_date_equal (CONST_MEMBER (YsDate, field, a), CONST_MEMBER (YsDate, field, b));
    case YS_FIELD_CHOICE:
      return CONST_MEMBER (int, field, a) == CONST_MEMBER (int, field, b);
    case YS_FIELD_REFERENCE:
    case YS_FIELD_INSTANT:
    case YS_FIELD_FLAG:
      return ys_field_get_int64 (field, a) == ys_field_get_int64 (field, b);
    }
  g_assert_not_reached ();
}

void
ys_field_unset (const YsField *field, gpointer record)
{
  switch (field->type)
    {
    case YS_FIELD_TEXT:
      ys_field_set_text (field, record, NULL);
      return;
    case YS_FIELD_COUNT:
    case YS_FIELD_HUNDREDTHS:
      ys_field_set_number (field, record, YS_NUMBER_UNSET);
      return;
    case YS_FIELD_DATE:
      ys_field_set_date (field, record, YS_DATE_UNKNOWN);
      return;
    case YS_FIELD_CHOICE:
      ys_field_set_choice (field, record, 0);
      return;
    case YS_FIELD_REFERENCE:
    case YS_FIELD_INSTANT:
    case YS_FIELD_FLAG:
      ys_field_set_int64 (field, record, 0);
      return;
    }
  g_assert_not_reached ();
}

void
ys_field_copy (const YsField *field, gpointer to, gconstpointer from)
{
  switch (field->type)
    {
    case YS_FIELD_TEXT:
      ys_field_set_text (field, to, ys_field_get_text (field, from));
      return;
    case YS_FIELD_COUNT:
    case YS_FIELD_HUNDREDTHS:
      ys_field_set_number (field, to, ys_field_get_number (field, from));
      return;
    case YS_FIELD_DATE:
      ys_field_set_date (field, to, ys_field_get_date (field, from));
      return;
    case YS_FIELD_CHOICE:
      ys_field_set_choice (field, to, ys_field_get_choice (field, from));
      return;
    case YS_FIELD_REFERENCE:
    case YS_FIELD_INSTANT:
    case YS_FIELD_FLAG:
      ys_field_set_int64 (field, to, ys_field_get_int64 (field, from));
      return;
    }
  g_assert_not_reached ();
}

const char *
ys_field_get_text (const YsField *field, gconstpointer record)
{
  g_return_val_if_fail (field->type == YS_FIELD_TEXT, NULL);
  return CONST_MEMBER (char *, field, record);
}

void
ys_field_set_text (const YsField *field, gpointer record, const char *text)
{
  g_return_if_fail (field->type == YS_FIELD_TEXT);

  /* "" and unknown are one: only NULL is kept, so that NULL in the database means one thing. */
  char *copy = text == NULL || *text == '\0' ? NULL : g_strdup (text);
  g_free (MEMBER (char *, field, record));
  MEMBER (char *, field, record) = copy;
}

YsNumber
ys_field_get_number (const YsField *field, gconstpointer record)
{
  g_return_val_if_fail (field->type == YS_FIELD_COUNT || field->type == YS_FIELD_HUNDREDTHS,
                        YS_NUMBER_UNSET);
  return CONST_MEMBER (YsNumber, field, record);
}

void
ys_field_set_number (const YsField *field, gpointer record, YsNumber number)
{
  g_return_if_fail (field->type == YS_FIELD_COUNT || field->type == YS_FIELD_HUNDREDTHS);
  MEMBER (YsNumber, field, record) = number.is_set ? number : YS_NUMBER_UNSET;
}

YsDate
ys_field_get_date (const YsField *field, gconstpointer record)
{
  g_return_val_if_fail (field->type == YS_FIELD_DATE, YS_DATE_UNKNOWN);
  return CONST_MEMBER (YsDate, field, record);
}

void
ys_field_set_date (const YsField *field, gpointer record, YsDate date)
{
  g_return_if_fail (field->type == YS_FIELD_DATE);
  MEMBER (YsDate, field, record) = date;
}

int
ys_field_get_choice (const YsField *field, gconstpointer record)
{
  g_return_val_if_fail (field->type == YS_FIELD_CHOICE, 0);
  return CONST_MEMBER (int, field, record);
}

void
ys_field_set_choice (const YsField *field, gpointer record, int choice)
{
  g_return_if_fail (field->type == YS_FIELD_CHOICE);
  MEMBER (int, field, record) = choice;
}

gint64
ys_field_get_int64 (const YsField *field, gconstpointer record)
{
  g_return_val_if_fail (field->type == YS_FIELD_REFERENCE || field->type == YS_FIELD_INSTANT
                            || field->type == YS_FIELD_FLAG,
                        0);
  if (field->type == YS_FIELD_FLAG)
    return CONST_MEMBER (gboolean, field, record) ? 1 : 0;
  return CONST_MEMBER (gint64, field, record);
}

void
ys_field_set_int64 (const YsField *field, gpointer record, gint64 value)
{
  g_return_if_fail (field->type == YS_FIELD_REFERENCE || field->type == YS_FIELD_INSTANT
                    || field->type == YS_FIELD_FLAG);
  if (field->type == YS_FIELD_FLAG)
    MEMBER (gboolean, field, record) = value != 0;
  else
    MEMBER (gint64, field, record) = value;
}
