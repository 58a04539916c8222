/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets → .xlsx. Bytes depend on nothing but the sheets and @created: the same table gives the
 * same file. Text is never a formula. A failed write leaves no file (temp, fsync, rename). */
#pragma once

#include <gio/gio.h>

#include "sheet.h"

G_BEGIN_DECLS

typedef struct
{
  const char *title;   /* (nullable) document properties */
  const char *author;  /* (nullable) */
  YsInstant   created; /* fixed, so that bytes repeat */
} YsDocumentInfo;

/* @sheets: (element-type YsSheet). Rows of a source are streamed in constant memory. */
gboolean ys_xlsx_write_file (GPtrArray *sheets, const YsDocumentInfo *info, const char *path,
                             GCancellable *cancellable, GError **error);
/* (transfer full) */
GBytes  *ys_xlsx_write_bytes (GPtrArray *sheets, const YsDocumentInfo *info, GError **error);

G_END_DECLS
