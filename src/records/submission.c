/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of a submission. */
#include "config.h"

#include "field-table.h"
#include "submission.h"

/* The rows of a filed table: a district's 2,000 compounds take about 1 MB. */
#define CONTENT_CHARACTERS (64 * 1024 * 1024)

static const YsField fields[] = {
  YS_TEXT_FIELD (YsSubmission,
                 number,
                 N_ ("Number"),
                 YS_FIELD_REQUIRED | YS_FIELD_INTERNAL,
                 .maximum = 60),
  YS_TEXT_FIELD (YsSubmission,
                 what,
                 N_ ("Table"),
                 YS_FIELD_REQUIRED | YS_FIELD_INTERNAL,
                 .maximum = 40),
  YS_DATE_FIELD (YsSubmission, date, N_ ("Date"), YS_FIELD_REQUIRED | YS_FIELD_INTERNAL),
  YS_DATE_FIELD (YsSubmission, due, N_ ("Due date"), YS_FIELD_INTERNAL),
  YS_COUNT_FIELD (YsSubmission, rows, N_ ("Rows"), YS_FIELD_INTERNAL),
  YS_TEXT_FIELD (YsSubmission,
                 content,
                 N_ ("Content"),
                 YS_FIELD_INTERNAL | YS_FIELD_PERSONAL,
                 .maximum = CONTENT_CHARACTERS),
  YS_TEXT_FIELD (YsSubmission, file_name, N_ ("File"), YS_FIELD_INTERNAL, .maximum = 255),
  YS_TEXT_FIELD (YsSubmission, sha256, N_ ("SHA-256"), YS_FIELD_INTERNAL, .maximum = 64),
  YS_TEXT_FIELD (YsSubmission, user, N_ ("User"), YS_FIELD_INTERNAL, .maximum = 60),
  YS_INSTANT_FIELD (YsSubmission, at, N_ ("Time"), YS_FIELD_REQUIRED | YS_FIELD_INTERNAL),
  YS_REFERENCE_FIELD (YsSubmission, corrects, "submission", N_ ("Corrects"), YS_FIELD_INTERNAL),
};

const YsRecordType ys_submission_type = {
  .name = "submission",
  .label = N_ ("Submission"),
  .size = sizeof (YsSubmission),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title_field = "number",
};
