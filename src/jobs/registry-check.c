/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a value would be taken, before anything is written: what the form asks at each field. */
#include "config.h"

#include "registry.h"
#include "office.h"
#include "text.h"

#include <glib/gi18n-lib.h>

/* As the field table's text fields without a maximum of their own. */
#define MAX_NAME_CHARACTERS 200

/* (transfer none): the record whose table @field stands in */
static const YsRecordType *
type_of_field (const YsField *field)
{
  const YsRecordType *types[] = { &ys_compound_type, &ys_contact_type, &ys_community_type,
                                  &ys_company_type, &ys_office_type };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (ys_record_type_field (types[i], field->name) == field)
      return types[i];
  return NULL;
}

static gboolean
check_present (const YsField *field, gboolean is_empty, GError **error)
{
  if (!is_empty || (field->flags & YS_FIELD_REQUIRED) == 0)
    return TRUE;
  g_set_error (error, YS_VALUE_ERROR, YS_VALUE_ERROR_MISSING, _ ("%s must not be empty. Write it."),
               _ (field->label));
  return FALSE;
}

/* References are typed as names; their records are found or made when the edit is written. */
static gboolean
check_name (const YsField *field, const char *text, GError **error)
{
  g_autofree char *name = ys_text_clean (text);

  if (g_utf8_strlen (name, -1) > MAX_NAME_CHARACTERS)
    {
      g_set_error (error, YS_VALUE_ERROR, YS_VALUE_ERROR_BAD,
                   _ ("That is longer than %d characters. Write the name only."),
                   MAX_NAME_CHARACTERS);
      return FALSE;
    }
  return check_present (field, *name == '\0', error);
}

gboolean
ys_registry_check (const YsField *field, const char *text, YsDate today, GError **error)
{
  const YsRecordType *type;
  gpointer record;
  gboolean good;

  g_return_val_if_fail (field != NULL && ys_date_is_full (today), FALSE);

  if (field->type == YS_FIELD_REFERENCE)
    return check_name (field, text, error);

  type = type_of_field (field);
  g_return_val_if_fail (type != NULL, FALSE);
  record = ys_record_new (type);
  /* A doubtful reading is refused too: whoever types can say what is meant. */
  good = ys_field_read (field, record, text, today, error)
         && check_present (field, ys_field_is_empty (field, record), error);
  ys_record_free (type, record);
  return good;
}
