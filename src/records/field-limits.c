/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a record must hold before it may be written: required fields, lengths, sensible numbers,
 * real dates, known choices. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "field.h"
#include "field-limits.h"

#define DEFAULT_CHARACTERS 200

static const char *
label_of (const YsField *field)
{
  return g_dgettext (GETTEXT_PACKAGE, field->label);
}

gboolean
ys_field_refuse_missing (const YsField *field, GError **error)
{
  g_set_error (error, YS_VALUE_ERROR, YS_VALUE_ERROR_MISSING,
               /* Translators: %s is a field such as Name or Community */
               _ ("%s is missing; fill it in."), label_of (field));
  return FALSE;
}

gboolean
ys_field_check_text (const YsField *field, const char *text, GError **error)
{
  glong maximum = field->maximum > 0 ? (glong)field->maximum : DEFAULT_CHARACTERS;
  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error (error, YS_VALUE_ERROR, YS_VALUE_ERROR_BAD,
                   _ ("%s holds broken characters; type it again."), label_of (field));
      return FALSE;
    }
  if (g_utf8_strlen (text, -1) <= maximum)
    return TRUE;
  g_set_error (error, YS_VALUE_ERROR, YS_VALUE_ERROR_BAD,
               /* Translators: a field such as Remark, then a number of characters */
               _ ("%s may have at most %d characters; shorten it."), label_of (field),
               (int)maximum);
  return FALSE;
}

/* A limit as it would be typed. */
static char *
limit_to_text (const YsField *field, gint64 limit)
{
  if (field->type == YS_FIELD_HUNDREDTHS)
    return ys_hundredths_to_text (limit, FALSE);
  return ys_count_to_text (limit, FALSE);
}

gboolean
ys_field_check_number (const YsField *field, YsNumber number, GError **error)
{
  gboolean small = number.value < field->minimum;
  gboolean large = field->maximum > 0 && number.value > field->maximum;
  if (!number.is_set || (!small && !large))
    return TRUE;

  g_autofree char *value = limit_to_text (field, number.value);
  g_autofree char *limit = limit_to_text (field, small ? field->minimum : field->maximum);
  if (small)
    g_set_error (error, YS_VALUE_ERROR, YS_VALUE_ERROR_BAD,
                 /* Translators: a field such as Year built, the value, the smallest one allowed */
                 _ ("%s cannot be %s: write at least %s."), label_of (field), value, limit);
  else
    g_set_error (error, YS_VALUE_ERROR, YS_VALUE_ERROR_BAD,
                 /* Translators: a field such as Households, the value, the largest one allowed */
                 _ ("%s cannot be %s: write at most %s."), label_of (field), value, limit);
  return FALSE;
}

static gboolean
check_date (const YsField *field, YsDate date, GError **error)
{
  if (!ys_date_is_known (date) || ys_date_is_valid (date))
    return TRUE;
  g_set_error (error, YS_VALUE_ERROR, YS_VALUE_ERROR_BAD,
               _ ("%s is no date of the calendar; write it as 2020-09-15."), label_of (field));
  return FALSE;
}

static gboolean
check_choice (const YsField *field, int choice, GError **error)
{
  if (choice == 0 || ys_choice_nick (field->choices, choice) != NULL)
    return TRUE;
  g_set_error (error, YS_VALUE_ERROR, YS_VALUE_ERROR_BAD,
               _ ("%s is none of the words of its list; choose it again."), label_of (field));
  return FALSE;
}

static gboolean
check_field (const YsField *field, gconstpointer record, GError **error)
{
  if (ys_field_is_empty (field, record))
    return !(field->flags & YS_FIELD_REQUIRED) || ys_field_refuse_missing (field, error);
  switch (field->type)
    {
    case YS_FIELD_TEXT:
      return ys_field_check_text (field, ys_field_get_text (field, record), error);
    case YS_FIELD_COUNT:
    case YS_FIELD_HUNDREDTHS:
      return ys_field_check_number (field, ys_field_get_number (field, record), error);
    case YS_FIELD_DATE:
      return check_date (field, ys_field_get_date (field, record), error);
    case YS_FIELD_CHOICE:
      return check_choice (field, ys_field_get_choice (field, record), error);
    case YS_FIELD_REFERENCE:
    case YS_FIELD_INSTANT:
    case YS_FIELD_FLAG:
      return TRUE;
    }
  g_assert_not_reached ();
}

gboolean
ys_record_validate (const YsRecordType *type, gconstpointer record, GError **error)
{
  g_return_val_if_fail (type != NULL, FALSE);
  g_return_val_if_fail (record != NULL, FALSE);

  for (guint i = 0; i < type->n_fields; i++)
    if (!check_field (&type->fields[i], record, error))
      return FALSE;
  return type->validate == NULL || type->validate (record, error);
}
