/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A frozen, numbered copy of a table that was sent (报送). The database refuses to change it;
 * a later one for the same due date names the one that it corrects. */
#pragma once

#include "field.h"

G_BEGIN_DECLS

typedef struct
{
  gint64    id;
  char     *number;      /* 调度〔2026〕20号; a correction: 调度〔2026〕20号-更1 */
  char     *what;        /* "dispatch" */
  YsDate    date;        /* printed on the table */
  YsDate    due;         /* the 1st or the 15th that it answers */
  YsNumber  rows;
  char     *content;     /* JSON: the rows as filed (jobs read and write it) */
  char     *file_name;   /* of the workbook */
  char     *sha256;      /* of the workbook's bytes */
  char     *user;
  YsInstant at;
  gint64    corrects_id; /* an earlier submission, 0 none */
} YsSubmission;

extern const YsRecordType ys_submission_type;

G_END_DECLS
