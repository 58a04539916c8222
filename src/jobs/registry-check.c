/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a value would be taken, before anything is written: what the form asks at each field. */
#include "config.h"

#include "registry.h"
#include "office.h"
#include "text.h"

#include <glib/gi18n-lib.h>

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

/* (transfer none): the record that a reference names */
static const YsRecordType *
target_of_field (const YsField *field)
{
  const YsRecordType *types[] = { &ys_compound_type, &ys_community_type, &ys_company_type };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i]->name, field->target))
      return types[i];
  return NULL;
}

static gboolean
check_value (const YsRecordType *type,
             const YsField      *field,
             const char         *text,
             YsDate              today,
             GError            **error)
{
  gpointer record = ys_record_new (type);
  /* A doubtful reading is refused too: whoever types can say what is meant. */
  gboolean good = ys_field_read (field, record, text, today, error);

  ys_record_free (type, record);
  return good;
}

/* References are typed as names; their records are found or made when the edit is written. */
static gboolean
check_name (const YsField *field, const char *text, YsDate today, GError **error)
{
  const YsRecordType *target = target_of_field (field);
  g_autofree char *name = ys_text_clean (text);

  g_return_val_if_fail (target != NULL, FALSE);
  if (*name != '\0')
    return check_value (target,
                        ys_record_type_field (target, target->title_field),
                        name,
                        today,
                        error);
  if ((field->flags & YS_FIELD_REQUIRED) == 0)
    return TRUE;
  g_set_error (error,
               YS_VALUE_ERROR,
               YS_VALUE_ERROR_MISSING,
               _ ("%s must not be empty. Write its name."),
               _ (field->label));
  return FALSE;
}

gboolean
ys_registry_check (const YsField *field, const char *text, YsDate today, GError **error)
{
  const YsRecordType *type;

  g_return_val_if_fail (field != NULL && ys_date_is_full (today), FALSE);

  if (field->type == YS_FIELD_REFERENCE)
    return check_name (field, text, today, error);

  type = type_of_field (field);
  g_return_val_if_fail (type != NULL, FALSE);
  return check_value (type, field, text, today, error);
}
