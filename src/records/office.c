/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The office's fields, and the name that it reports under. */
#include "config.h"

#include <string.h>

#include "field-table.h"
#include "office.h"

static const YsChoice level_choices[] = {
  { "town", N_ ("Town"), "镇", "乡|乡镇" },
  { "subdistrict", N_ ("Subdistrict"), "街道", "街办|街道办|街道办事处" },
  { "district", N_ ("District"), "区", "县|区县|市辖区" },
  { NULL },
};

static const YsField fields[] = {
  YS_TEXT_FIELD (YsOffice, name, N_ ("Office name"), YS_FIELD_REQUIRED, .maximum = 60),
  YS_CHOICE_FIELD (YsOffice, level, level_choices, N_ ("Level"), YS_FIELD_REQUIRED),
  YS_TEXT_FIELD (YsOffice, reporting_unit, N_ ("Reporting unit"), YS_FIELD_NONE, .maximum = 60),
  YS_TEXT_FIELD (YsOffice, recipient, N_ ("Reported to"), YS_FIELD_NONE, .maximum = 100),
  YS_TEXT_FIELD (YsOffice, email, N_ ("E-mail for reports"), YS_FIELD_NONE, .maximum = 100),
  YS_TEXT_FIELD (YsOffice, phone, N_ ("Phone for reports"), YS_FIELD_PHONE, .maximum = 60),
};

const YsRecordType ys_office_type = {
  .name = "office",
  .label = N_ ("Office"),
  .size = sizeof (YsOffice),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title_field = "name",
};

void
ys_office_clear (YsOffice *office)
{
  ys_record_clear (&ys_office_type, office);
}

void
ys_office_free (YsOffice *office)
{
  ys_record_free (&ys_office_type, office);
}

char *
ys_office_reporting_unit (const YsOffice *office)
{
  g_return_val_if_fail (office != NULL, NULL);

  if (office->reporting_unit != NULL && *office->reporting_unit != '\0')
    return g_strdup (office->reporting_unit);
  const char *name = office->name ? office->name : "";
  /* The first such word, unless the name begins with it. */
  const char *subdistrict = strstr (name, "街道");
  const char *town = strstr (name, "镇");
  if (subdistrict != NULL && subdistrict != name && office->level != YS_LEVEL_TOWN)
    return g_strdup_printf ("%.*s街道办事处", (int)(subdistrict - name), name);
  if (town != NULL && town != name && office->level != YS_LEVEL_SUBDISTRICT)
    return g_strdup_printf ("%.*s镇人民政府", (int)(town - name), name);
  return g_strdup (name);
}
