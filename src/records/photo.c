/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of a photo. */
#include "config.h"

#include "field-table.h"
#include "photo.h"

const YsChoice ys_photo_role_choices[] = {
  { "before", N_ ("Before repair"), "整改前", NULL },
  { "after", N_ ("After repair"), "整改后", NULL },
  { NULL },
};

static const YsField fields[] = {
  YS_REFERENCE_FIELD (YsPhoto, inspection, "inspection", N_ ("Inspection"), YS_FIELD_NONE),
  YS_REFERENCE_FIELD (YsPhoto, finding, "finding", N_ ("Finding"), YS_FIELD_NONE),
  YS_REFERENCE_FIELD (YsPhoto, case, "platform_case", N_ ("Case"), YS_FIELD_NONE),
  YS_CHOICE_FIELD (YsPhoto, role, ys_photo_role_choices, N_ ("Role"), YS_FIELD_REQUIRED),
  YS_TEXT_FIELD (YsPhoto, file_name, N_ ("File"), YS_FIELD_NONE, .maximum = 255),
  YS_TEXT_FIELD (YsPhoto, sha256, N_ ("SHA-256"), YS_FIELD_REQUIRED, .maximum = 64),
  YS_TEXT_FIELD (YsPhoto,
                 original_sha256,
                 N_ ("SHA-256 of the original"),
                 YS_FIELD_REQUIRED,
                 .maximum = 64),
  YS_INSTANT_FIELD (YsPhoto, taken_at, N_ ("Taken at"), YS_FIELD_NONE),
  YS_INSTANT_FIELD (YsPhoto, added_at, N_ ("Added at"), YS_FIELD_REQUIRED),
  YS_COUNT_FIELD (YsPhoto, width, N_ ("Width"), YS_FIELD_REQUIRED, .maximum = 1600, .minimum = 1),
  YS_COUNT_FIELD (YsPhoto, height, N_ ("Height"), YS_FIELD_REQUIRED, .maximum = 1600, .minimum = 1),
  YS_COUNT_FIELD (YsPhoto,
                  bytes,
                  N_ ("Bytes"),
                  YS_FIELD_REQUIRED,
                  .maximum = 100000000,
                  .minimum = 1),
};

static gboolean
validate (gconstpointer record, GError **error)
{
  const YsPhoto *photo = record;
  if ((photo->inspection_id == 0) != (photo->case_id == 0)
      && (photo->finding_id == 0 || photo->inspection_id != 0))
    return TRUE;
  g_set_error_literal (error, YS_VALUE_ERROR, YS_VALUE_ERROR_BAD,
                       _ ("A photo belongs to one inspection or to one case. Choose one."));
  return FALSE;
}

const YsRecordType ys_photo_type = {
  .name = "photo",
  .label = N_ ("Photo"),
  .size = sizeof (YsPhoto),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title_field = "file_name",
  .validate = validate,
};
