/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One import: where the rows came from and what became of them. */
#pragma once

#include "field.h"

G_BEGIN_DECLS

typedef struct
{
  gint64    id;
  char     *file_name;  /* without folder */
  char     *sheet;
  char     *sha256;     /* of the file's bytes */
  char     *shape;      /* "annex3", "annex4", "annex5", "columns" */
  YsNumber  n_new;
  YsNumber  n_same;
  YsNumber  n_changed;
  YsNumber  n_doubtful;
  YsNumber  n_refused;
  YsInstant at;
  gboolean  undone;
} YsImportBatch;

extern const YsRecordType ys_import_batch_type;

G_END_DECLS
