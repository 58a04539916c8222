/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of an import. */
#include "config.h"

#include "field-table.h"
#include "import-batch.h"

static const YsField fields[] = {
  YS_TEXT_FIELD (YsImportBatch,
                 file_name,
                 N_ ("File"),
                 YS_FIELD_REQUIRED | YS_FIELD_INTERNAL,
                 .maximum = 255),
  YS_TEXT_FIELD (YsImportBatch, sheet, N_ ("Sheet"), YS_FIELD_INTERNAL, .maximum = 500),
  YS_TEXT_FIELD (YsImportBatch, sha256, N_ ("SHA-256"), YS_FIELD_INTERNAL, .maximum = 64),
  YS_TEXT_FIELD (YsImportBatch, shape, N_ ("Shape"), YS_FIELD_INTERNAL, .maximum = 40),
  YS_COUNT_FIELD (YsImportBatch, n_new, N_ ("New"), YS_FIELD_INTERNAL),
  YS_COUNT_FIELD (YsImportBatch, n_same, N_ ("Same"), YS_FIELD_INTERNAL),
  YS_COUNT_FIELD (YsImportBatch, n_changed, N_ ("Changed"), YS_FIELD_INTERNAL),
  YS_COUNT_FIELD (YsImportBatch, n_doubtful, N_ ("Doubtful"), YS_FIELD_INTERNAL),
  YS_COUNT_FIELD (YsImportBatch, n_refused, N_ ("Refused"), YS_FIELD_INTERNAL),
  YS_INSTANT_FIELD (YsImportBatch, at, N_ ("Time"), YS_FIELD_REQUIRED | YS_FIELD_INTERNAL),
  YS_FLAG_FIELD (YsImportBatch, undone, N_ ("Undone"), YS_FIELD_INTERNAL),
};

const YsRecordType ys_import_batch_type = {
  .name = "import_batch",
  .label = N_ ("Import"),
  .size = sizeof (YsImportBatch),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title_field = "file_name",
};
