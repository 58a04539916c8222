/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of a further person to reach. */
#include "config.h"

#include "contact.h"
#include "field-table.h"

static const YsField fields[] = {
  YS_TEXT_FIELD (YsContact,
                 name,
                 N_ ("Name"),
                 YS_FIELD_REQUIRED | YS_FIELD_PERSONAL,
                 .maximum = 60),
  YS_TEXT_FIELD (YsContact, role, N_ ("Role"), YS_FIELD_NONE, .maximum = 60),
  YS_TEXT_FIELD (YsContact, phone, N_ ("Phone"), YS_FIELD_PERSONAL | YS_FIELD_PHONE, .maximum = 60),
  YS_REFERENCE_FIELD (YsContact, compound, "compound", N_ ("Compound"), YS_FIELD_NONE),
  YS_REFERENCE_FIELD (YsContact, community, "community", N_ ("Community"), YS_FIELD_NONE),
  YS_REFERENCE_FIELD (YsContact, company, "company", N_ ("Property company"), YS_FIELD_NONE),
  YS_TEXT_FIELD (YsContact, remark, N_ ("Remark"), YS_FIELD_PERSONAL, .maximum = 500),
};

static gboolean
validate (gconstpointer record, GError **error)
{
  const YsContact *contact = record;
  if (contact->compound_id != 0 || contact->community_id != 0 || contact->company_id != 0)
    return TRUE;
  g_set_error_literal (error, YS_VALUE_ERROR, YS_VALUE_ERROR_MISSING,
                       _ ("A contact belongs to a compound, a community or a property company; "
                          "choose one."));
  return FALSE;
}

const YsRecordType ys_contact_type = {
  .name = "contact",
  .label = N_ ("Contact"),
  .size = sizeof (YsContact),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title_field = "name",
  .validate = validate,
};
