/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plain table of findings: one finding a row, the visit repeated beside it. Rows of one compound, level,
 * kind and minute are one inspection; a row without clause and findings is a clean visit. */
#pragma once

#include <gio/gio.h>

#include "import.h"
#include "workbook.h"

G_BEGIN_DECLS

typedef struct _YsFindingImport YsFindingImport;

typedef struct
{
  const char *sheet;
  guint       row;      /* in the grid, from 0 */
  YsVerdict   verdict;  /* never CHANGED: what the ledger has otherwise is DOUBTFUL */
  char       *compound; /* as read */
  char       *clause;   /* as read */
  char       *reason;   /* (nullable): a sentence */
  guint       column;   /* of the reason; G_MAXUINT: none */
} YsFindingRow;

/* Judges every row against the ledger; writes nothing. @ledger and @workbook stay until the import is
 * freed. REFUSED when no heading is known. @sheet NULL: every visible one that holds a table. */
YsFindingImport *ys_finding_import_new (YsLedger *ledger, const YsWorkbook *workbook, const char *file_name,
                                        const char *sheet, YsInstant now, GError **error);
typedef struct
{
  const char *sheet;   /* (nullable) */
  GStrv       mapping; /* (nullable): "HEADING=FIELD" */
  YsInstant   now;
  gboolean    any_heads; /* not REFUSED where no heading is known: a person will say what they stand for */
} YsFindingImportOptions;

/* (element-type utf8) NULL-terminated: the fields that a heading may stand for, and of each its word. */
const char *const *ys_finding_import_fields (void);
const char        *ys_finding_import_field_label (const char *field);

/* The same of a file, which the batch then names by its SHA-256. */
YsFindingImport *ys_finding_import_new_from_file (YsLedger *ledger, const char *path,
                                                  const YsFindingImportOptions *options,
                                                  GCancellable *cancellable, GError **error);
void             ys_finding_import_free (YsFindingImport *import);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsFindingImport, ys_finding_import_free)
const char      *ys_finding_import_file_name (const YsFindingImport *import);
/* (element-type YsTableColumn): of the first table: heading, field, guessed */
GPtrArray       *ys_finding_import_columns (const YsFindingImport *import);
GPtrArray       *ys_finding_import_rows (const YsFindingImport *import); /* (element-type YsFindingRow) */
guint            ys_finding_import_count (const YsFindingImport *import, YsVerdict verdict);
/* Backs up, then one change with its batch, remembers the headings. Any refused row without @skip_refused:
 * REFUSED, nothing written. CONFLICT when the ledger changed since it was judged. The batch's id; 0 when
 * there was nothing to write; -1 on error. */
gint64           ys_finding_import_apply (YsFindingImport *import, YsLedger *ledger, gboolean skip_refused,
                                          gboolean accept_doubtful, GError **error);
/* The refused rows with a last column saying why; .xlsx or .csv by the ending. */
gboolean         ys_finding_import_export_refused (const YsFindingImport *import, const char *path, YsInstant now,
                                                   GError **error);

G_END_DECLS
