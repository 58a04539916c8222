/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads what a clerk typed, pasted or imported into a record's member, or says in one sentence what
 * is wrong and what to write. */
#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "field.h"
#include "field-limits.h"
#include "text.h"
#include "text-fold.h"

static const char *
label_of (const YsField *field)
{
  return g_dgettext (GETTEXT_PACKAGE, field->label);
}

/* "1, 2 or 3": nicks of a numeric choice, else labels. */
static char *
list_choices (const YsField *field)
{
  GString *list = g_string_new (NULL);
  for (guint i = 0; field->choices[i].nick != NULL; i++)
    {
      gboolean last = field->choices[i + 1].nick == NULL;
      if (i > 0)
        /* Translators: between the last two words of a list: “1, 2 or 3” */
        g_string_append (list, last ? _ (" or ") : _ (", "));
      g_string_append (list, field->flags & YS_FIELD_NUMERIC_CHOICE ? field->choices[i].nick
                                                                    : _ (field->choices[i].label));
    }
  return g_string_free (list, FALSE);
}

static gboolean
refuse_choice (const YsField *field, const char *text, GError **error)
{
  g_autofree char *list = list_choices (field);
  if (field->flags & YS_FIELD_NUMERIC_CHOICE)
    g_set_error (error, YS_VALUE_ERROR, YS_VALUE_ERROR_BAD,
                 /* Translators: a field such as Class; a list such as “1, 2 or 3”; what was typed
                  */
                 _ ("%s can only be %s; write a number instead of “%s”."), label_of (field), list,
                 text);
  else
    g_set_error (error, YS_VALUE_ERROR, YS_VALUE_ERROR_BAD,
                 /* Translators: a field such as Form; a list of its words; what was typed */
                 _ ("%s can only be %s; write one of these instead of “%s”."), label_of (field),
                 list, text);
  return FALSE;
}

static gboolean
read_choice (const YsField *field, gpointer record, const char *text, GError **error)
{
  int choice = ys_choice_from_text (field->choices, text);
  if (choice == 0)
    return refuse_choice (field, text, error);
  ys_field_set_choice (field, record, choice);
  return TRUE;
}

static gboolean
read_number (const YsField *field, gpointer record, const char *text, GError **error)
{
  YsNumber number = YS_NUMBER_UNSET;
  gboolean whole = field->type == YS_FIELD_COUNT;
  gboolean read
      = whole ? ys_number_read_count (text, &number) : ys_number_read_hundredths (text, &number);
  if (!read || !number.is_set)
    {
      if (whole)
        g_set_error (error, YS_VALUE_ERROR, YS_VALUE_ERROR_BAD,
                     /* Translators: what was typed; a field such as Households */
                     _ ("“%s” is no whole number. Write %s in digits only, such as 18."), text,
                     label_of (field));
      else
        g_set_error (error, YS_VALUE_ERROR, YS_VALUE_ERROR_BAD,
                     /* Translators: what was typed; a field such as Floor area */
                     _ ("“%s” is no number with at most two decimals. Write %s such as 86420.50."),
                     text, label_of (field));
      return FALSE;
    }
  if (!ys_field_check_number (field, number, error))
    return FALSE;
  ys_field_set_number (field, record, number);
  return TRUE;
}

static gboolean
read_date (
    const YsField *field, gpointer record, const char *text, YsDate reference, GError **error)
{
  YsDate date = YS_DATE_UNKNOWN;
  g_autofree char *reason = NULL;
  YsDateReading reading = ys_date_read (text, reference, &date, &reason);

  if (reading != YS_DATE_READ_BAD)
    ys_field_set_date (field, record, date);
  if (reading == YS_DATE_READ_OK || reading == YS_DATE_READ_EMPTY)
    return TRUE;
  g_set_error_literal (error, YS_VALUE_ERROR,
                       reading == YS_DATE_READ_BAD ? YS_VALUE_ERROR_BAD : YS_VALUE_ERROR_DOUBTFUL,
                       reason ? reason : _ ("Write the date as 2020-09-15."));
  return FALSE;
}

/* (0632)8810001 is written 0632-8810001. Changes @narrow in place. */
static void
turn_area_bracket (char *narrow)
{
  char *close = *narrow == '(' ? strchr (narrow, ')') : NULL;
  if (close == NULL || strspn (narrow + 1, "0123456789") != (gsize)(close - narrow - 1))
    return;
  *close = '-';
  memmove (narrow, narrow + 1, strlen (narrow));
}

/* 138 0000 0001 and 138-0000-0001 are one number; 0632-8811234 keeps its dash. */
static char *
clean_phone (const char *text)
{
  g_autofree char *narrow = ys_text_key (text);
  turn_area_bracket (narrow);
  GString *plain = g_string_new (NULL);
  guint n_dashes = 0;
  for (const char *p = narrow; *p != '\0'; p++)
    n_dashes += *p == '-';
  for (const char *p = narrow; *p != '\0'; p++)
    if (*p != '-' || n_dashes == 1)
      g_string_append_c (plain, *p);
  if (ys_text_is_phone (plain->str))
    return g_string_free (plain, FALSE);
  g_string_free (plain, TRUE);
  return NULL;
}

/* A space parts two numbers where each word is long enough to be one: 8810001 8810002, but not 138
 * 0000 0001 or 0632 8810001. */
static gboolean
space_parts (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      guint n_digits = 0;
      for (const char *p = words[i]; *p != '\0'; p++)
        n_digits += g_ascii_isdigit (*p) ? 1 : 0;
      if (n_digits < 7)
        return FALSE;
    }
  return TRUE;
}

/* One cell may hold several numbers; they are kept parted by 、. */
static gboolean
read_phone (const YsField *field, gpointer record, const char *text, GError **error)
{
  g_autofree char *parted = ys_fold_text (text);
  gboolean at_spaces = space_parts (parted);
  for (char *p = parted; *p != '\0'; p++)
    if (*p == '/' || *p == ';' || *p == ',' || *p == '\n' || (*p == ' ' && at_spaces))
      *p = '|';
  g_autoptr (GPtrArray) phones = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) pieces = g_strsplit (parted, "|", -1);
  for (guint i = 0; pieces[i] != NULL; i++)
    {
      g_auto (GStrv) parts = ys_text_split_list (pieces[i]);
      for (guint k = 0; parts[k] != NULL; k++)
        {
          char *phone = clean_phone (parts[k]);
          if (phone == NULL)
            {
              g_set_error (error, YS_VALUE_ERROR, YS_VALUE_ERROR_BAD,
                           _ ("“%s” is no phone number. Write digits only, such as 13800000001 or "
                              "0632-8810001."),
                           parts[k]);
              return FALSE;
            }
          g_ptr_array_add (phones, phone);
        }
    }
  g_ptr_array_add (phones, NULL);
  g_autofree char *joined = g_strjoinv ("、", (char **)phones->pdata);
  if (!ys_field_check_text (field, joined, error))
    return FALSE;
  ys_field_set_text (field, record, joined);
  return TRUE;
}

static gboolean
read_text (const YsField *field, gpointer record, const char *text, GError **error)
{
  if (field->flags & YS_FIELD_PHONE)
    return read_phone (field, record, text, error);
  if (!ys_field_check_text (field, text, error))
    return FALSE;
  ys_field_set_text (field, record, text);
  return TRUE;
}

static gboolean
read_instant (const YsField *field, gpointer record, const char *text, GError **error)
{
  YsInstant instant = 0;
  if (!ys_instant_from_iso (text, &instant))
    {
      g_set_error (error, YS_VALUE_ERROR, YS_VALUE_ERROR_BAD,
                   _ ("“%s” is no date with a time. Write 2026-10-15T08:30."), text);
      return FALSE;
    }
  ys_field_set_int64 (field, record, instant);
  return TRUE;
}

static gboolean
read_flag (const YsField *field, gpointer record, const char *text, GError **error)
{
  static const char *const yes[] = { "yes", "true", "1", "y", "是", "有", "√", NULL };
  static const char *const no[] = { "no", "false", "0", "n", "否", "无", "×", NULL };
  g_autofree char *key = ys_text_key (text);
  gboolean is_yes = g_strv_contains (yes, key);
  if (!is_yes && !g_strv_contains (no, key))
    {
      g_set_error (error, YS_VALUE_ERROR, YS_VALUE_ERROR_BAD,
                   _ ("“%s” is neither yes nor no. Write yes or no."), text);
      return FALSE;
    }
  ys_field_set_int64 (field, record, is_yes);
  return TRUE;
}

static gboolean
empty_field (const YsField *field, gpointer record, GError **error)
{
  if (field->flags & YS_FIELD_REQUIRED)
    return ys_field_refuse_missing (field, error);
  ys_field_unset (field, record);
  return TRUE;
}

gboolean
ys_field_read (
    const YsField *field, gpointer record, const char *text, YsDate reference, GError **error)
{
  g_return_val_if_fail (field != NULL, FALSE);
  g_return_val_if_fail (record != NULL, FALSE);

  g_autofree char *clean = ys_text_clean (text);
  if (*clean == '\0')
    return empty_field (field, record, error);
  switch (field->type)
    {
    case YS_FIELD_TEXT:
      return read_text (field, record, clean, error);
    case YS_FIELD_COUNT:
    case YS_FIELD_HUNDREDTHS:
      return read_number (field, record, clean, error);
    case YS_FIELD_DATE:
      return read_date (field, record, clean, reference, error);
    case YS_FIELD_CHOICE:
      return read_choice (field, record, clean, error);
    case YS_FIELD_INSTANT:
      return read_instant (field, record, clean, error);
    case YS_FIELD_FLAG:
      return read_flag (field, record, clean, error);
    case YS_FIELD_REFERENCE:
      break;
    }
  /* A name becomes a record only where the ledger is known: in a job. */
  g_return_val_if_reached (FALSE);
}
