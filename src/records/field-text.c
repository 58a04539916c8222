/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field's value as text: exact (read back unchanged), for the eye, and as official tables
 * print it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "field.h"
#include "language.h"

char *
ys_field_to_text (const YsField *field, gconstpointer record)
{
  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (record != NULL, NULL);

  if (ys_field_is_empty (field, record))
    return NULL;
  switch (field->type)
    {
    case YS_FIELD_TEXT:
      return g_strdup (ys_field_get_text (field, record));
    case YS_FIELD_COUNT:
      return ys_count_to_text (ys_field_get_number (field, record).value, FALSE);
    case YS_FIELD_HUNDREDTHS:
      return ys_hundredths_to_text (ys_field_get_number (field, record).value, FALSE);
    case YS_FIELD_DATE:
      return ys_date_to_iso (ys_field_get_date (field, record));
    case YS_FIELD_CHOICE:
      return g_strdup (ys_choice_nick (field->choices, ys_field_get_choice (field, record)));
    case YS_FIELD_REFERENCE:
      return g_strdup_printf ("%" G_GINT64_FORMAT, ys_field_get_int64 (field, record));
    case YS_FIELD_INSTANT:
      return ys_instant_to_iso (ys_field_get_int64 (field, record));
    case YS_FIELD_FLAG:
      return g_strdup (ys_field_get_int64 (field, record) ? "yes" : "no");
    }
  g_assert_not_reached ();
}

/* 2026-10-15 08:30 */
static char *
instant_to_display (YsInstant instant)
{
  char *text = ys_instant_to_iso (instant);
  return g_strdelimit (text, "T", ' ');
}

static char *
date_to_display (YsDate date)
{
  if (g_str_equal (ys_language_current (), "zh"))
    return ys_date_to_chinese (date);
  return ys_date_to_iso (date);
}

char *
ys_field_to_display (const YsField *field, gconstpointer record)
{
  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (record != NULL, NULL);

  if (ys_field_is_empty (field, record))
    return g_strdup ("");
  switch (field->type)
    {
    case YS_FIELD_COUNT:
      return ys_count_to_text (ys_field_get_number (field, record).value,
                               !(field->flags & YS_FIELD_YEAR));
    case YS_FIELD_HUNDREDTHS:
      return ys_hundredths_to_text (ys_field_get_number (field, record).value, TRUE);
    case YS_FIELD_DATE:
      return date_to_display (ys_field_get_date (field, record));
    case YS_FIELD_CHOICE:
      {
        const char *label = ys_choice_label (field->choices, ys_field_get_choice (field, record));
        return g_strdup (label ? label : "");
      }
    case YS_FIELD_INSTANT:
      return instant_to_display (ys_field_get_int64 (field, record));
    case YS_FIELD_FLAG:
      return g_strdup (ys_field_get_int64 (field, record) ? _ ("Yes") : _ ("No"));
    case YS_FIELD_TEXT:
    case YS_FIELD_REFERENCE:
      return ys_field_to_text (field, record);
    }
  g_assert_not_reached ();
}

char *
ys_field_to_official (const YsField *field, gconstpointer record)
{
  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (record != NULL, NULL);

  if (ys_field_is_empty (field, record))
    return g_strdup ("");
  switch (field->type)
    {
    case YS_FIELD_DATE:
      return ys_date_to_chinese (ys_field_get_date (field, record));
    case YS_FIELD_CHOICE:
      {
        const char *word = ys_choice_official (field->choices, ys_field_get_choice (field, record));
        return g_strdup (word ? word : "");
      }
    case YS_FIELD_INSTANT:
      return instant_to_display (ys_field_get_int64 (field, record));
    case YS_FIELD_FLAG:
      return g_strdup (ys_field_get_int64 (field, record) ? "是" : "否");
    case YS_FIELD_TEXT:
    case YS_FIELD_COUNT:
    case YS_FIELD_HUNDREDTHS:
    case YS_FIELD_REFERENCE:
      return ys_field_to_text (field, record);
    }
  g_assert_not_reached ();
}
